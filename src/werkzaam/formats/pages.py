"""Documents as HTML pages that need no other file: nothing is fetched, and every text is escaped."""

from functools import cache
from typing import TYPE_CHECKING

from werkzaam.documents.blocks import Document, Medium, shown
from werkzaam.formats.charts import column_chart, line_chart, share_chart
from werkzaam.visible import visible, visible_lines
from werkzaam.wording import factors, figures

if TYPE_CHECKING:
    from jinja2 import Environment


def page(document: Document) -> str:
    """Return a document as an HTML page, laid out by the templates beside this module."""
    return environment().get_template("page.html.j2").render(document=document)


@cache
def environment() -> "Environment":
    """Return the Jinja environment for all templates, which sanitises and escapes every text; it is made once."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to load, and no other format needs it
    from markupsafe import escape

    made = Environment(
        loader=PackageLoader("werkzaam.formats"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    made.globals |= {
        "lines": lambda text: escape(visible_lines(text)),
        "shown": lambda blocks: shown(blocks, Medium.PAGE),
        "kind": lambda block: type(block).__name__,
        "line_chart": line_chart,
        "column_chart": column_chart,
        "share_chart": share_chart,
        "no_score": figures.no_score,
        "source_text": factors.source_text,
    }
    return made


def _shown(value: object) -> object:
    """Return a plain text sanitised, and any other value unchanged: what is safe already has the type Markup."""
    return visible(value) if type(value) is str else value

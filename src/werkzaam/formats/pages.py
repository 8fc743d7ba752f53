"""Results as pages that stand on their own: no script, nothing fetched from anywhere, every text escaped."""

from functools import cache
from typing import TYPE_CHECKING

from werkzaam.documents.blocks import Document, Medium, shown
from werkzaam.formats.charts import column_chart, line_chart, share_chart
from werkzaam.visible import visible, visible_lines
from werkzaam.wording import factors, figures

if TYPE_CHECKING:
    from jinja2 import Environment


def page(document: Document) -> str:
    """Return a document as a page; the templates beside this module lay it out."""
    return environment().get_template("page.html.j2").render(document=document)


@cache
def environment() -> "Environment":
    """Return what fills in the templates, every text made harmless; it is kept ready for the next page."""
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
    """Return what stands on a page; what templates made of a text already is of another type, and stays."""
    return visible(value) if type(value) is str else value

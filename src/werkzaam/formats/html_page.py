"""Pages that stand on their own: no script, nothing fetched from anywhere, every text escaped."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from werkzaam.domain.report import by_category
from werkzaam.language import _, ngettext
from werkzaam.visible import visible, visible_lines
from werkzaam.wording import agreements, factors, figures, scoring


def html_page(template: str, **content: Any) -> str:  # noqa: ANN401 (whatever the template shows)
    """Return a page made from one of the templates beside this module."""
    environment = Environment(
        loader=PackageLoader("werkzaam.formats"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(_, ngettext)  # type: ignore[attr-defined]
    environment.filters |= {"visible": visible, "visible_lines": visible_lines, "local_date": figures.local_date}
    environment.globals |= {
        "action_details": agreements.action_details,
        "by_category": by_category,
        "bracket_note": factors.bracket_note,
        "condition_text": factors.condition_text,
        "counts": factors.counts,
        "coverage": figures.coverage,
        "answer_name": factors.answer_name,
        "factor_text": factors.factor_text,
        "how_scored": scoring.how_scored,
        "in_place": figures.in_place,
        "in_place_or_unknown": figures.in_place_or_unknown,
        "no_score": figures.no_score,
        "percentage": figures.percentage,
        "source_text": factors.source_text,
        "tick_request": factors.tick_request,
    }
    return environment.get_template(template).render(**content)

"""A factor set as a page to print: boxes to tick, room for notes, and a sheet to work out the score on."""

from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.html_page import html_page


def factors_html(factor_set: FactorSet) -> str:
    """Return a questionnaire as a page."""
    return html_page("factors.html.j2", set=factor_set)

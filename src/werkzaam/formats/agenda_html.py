"""The agenda for a talk between partners, as a page to have on the table."""

from werkzaam.domain.agenda import Agenda
from werkzaam.formats.html_page import html_page
from werkzaam.wording import agenda as words
from werkzaam.wording.comparisons import category_name, heading
from werkzaam.wording.differences import not_compared
from werkzaam.wording.opening_questions import opening_question


def agenda_html(found: Agenda) -> str:
    """Return an agenda as a page."""
    comparison = found.comparison
    return html_page(
        "agenda.html.j2",
        set=comparison.factor_set,
        found=found,
        comparison=comparison,
        heading=heading(comparison),
        words=words,
        number={point.factor.id: place for place, point in enumerate(words.talked_about(found), 1)},
        opening_question=opening_question,
        category_name=category_name,
        not_compared=not_compared(comparison.retired, comparison.added),
    )

"""Render a question before it is answered, with as much detail as the screen has room for."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from rich.console import Console, Group, RenderableType
from rich.text import Text

from werkzaam.domain.questions import FactorQuestion, Other
from werkzaam.language import _, ngettext
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import bulleted, ruled
from werkzaam.visible import visible
from werkzaam.wording.asides import Extent, conditions_text, said_before, said_elsewhere
from werkzaam.wording.factors import answer_name, condition_text, nothing_named


class Conditions(Enum):
    """How the conditions of a factor are shown."""

    WHOLE = auto()
    """As whole statements."""
    SHORT = auto()
    """As short texts."""
    COUNTED = auto()
    """Only how many there are, and the key that shows them."""


class View(NamedTuple):
    """How much of a question is shown; the rest waits behind the help key."""

    conditions: Conditions = Conditions.WHOLE
    said: Extent = Extent.EVERYTHING
    guidance: bool = True
    """Whether the help of category and factor is shown."""


VIEWS = (
    View(),
    View(said=Extent.ANSWERS),
    View(said=Extent.OPTIONS),
    View(said=Extent.NOTHING),
    View(said=Extent.NOTHING, guidance=False),
    View(Conditions.SHORT, Extent.NOTHING, guidance=False),
    View(Conditions.COUNTED, Extent.NOTHING, guidance=False),
)
"""From most to least detail; the first that fits is used. Earlier answers go first, then guidance, then conditions."""


def position(question: FactorQuestion) -> str:
    """Return the position of a question in the questionnaire, as in `3/19`."""
    return f"{question.number}/{question.total}"


def answer_parts(question: FactorQuestion) -> list[str]:
    """Return the present answer to a factor, how many conditions are missing, and whether it has a note."""
    answer = question.answer
    parts = [answer_name(question.factor, answer)]
    if answer.named:
        missing = ngettext("{count} thing is missing", "{count} things are missing", len(answer.named))
        parts.append(missing.format(count=len(answer.named)))
    if answer.note:
        parts.append(_("with a note"))
    return parts


def listed_text(question: FactorQuestion) -> str:
    """Return a factor with its present answer, as a choice in a list; also where that leaves open what is missing."""
    text = f"{visible(question.factor.text)} [{', '.join(answer_parts(question))}]"
    return " ".join([text, *nothing_named(question.factor, question.answer)])


def other_names() -> dict[Other, str]:
    """Return the texts for what can be changed besides answers."""
    return {
        Other.COLLABORATION: _("Change the name of the collaboration"),
        Other.PERSPECTIVE: _("Change who filled this in"),
        Other.AGREEMENTS: _("Change or add agreements"),
    }


def place_line(question: FactorQuestion, signs: Signs) -> RenderableType:
    """Return a heading with the position and the category of a question."""
    return ruled(Text(f"{position(question)}{signs.between}{visible(question.category.name)}"), signs)


def heading(question: FactorQuestion, signs: Signs) -> RenderableType:
    """Return the position, category and text of a factor: the part of a question that every view shows."""
    return Group(place_line(question, signs), Text(visible(question.factor.text), style="bold"))


def question_block(question: FactorQuestion, signs: Signs, view: View) -> RenderableType:
    """Return a factor as `view` shows it: guidance, conditions, earlier answers, and the proposal that Enter takes."""
    factor = question.factor
    parts: list[RenderableType] = [heading(question, signs)]
    if factor.preferred:
        parts.append(Text(_("This is good to have: it counts in no score.")))
    parts += _rendered(_details(question, view), signs)
    if said_before(question, view.said) != said_before(question):
        parts.append(Text(_("? shows what else was said")))
    if question.proposal:
        parts.append(Text(_("Enter takes over: {answer}").format(answer=answer_name(factor, question.proposal))))
    return Group(*parts)


def guidance(question: FactorQuestion) -> list[str]:
    """Return the help of the category and of the factor, as far as there is any."""
    return [visible(text) for text in (question.category.help, question.factor.help) if text]


def _details(question: FactorQuestion, view: View) -> list[tuple[str, bool]]:
    """Return what a view shows below the text of a factor, and of each text whether it has a bullet."""
    factor, count = question.factor, len(question.factor.conditions)
    texts = [(text, False) for text in guidance(question)] if view.guidance else []
    if view.conditions is not Conditions.COUNTED:
        full = view.conditions is Conditions.WHOLE
        texts += [(condition_text(item, factor, full=full), True) for item in factor.conditions]
    elif count:
        hint = ngettext("{count} condition: ? shows it", "{count} conditions: ? shows them", count)
        texts.append((hint.format(count=count), False))
    return [*texts, *((line, False) for line in said_before(question, view.said))]


def _rendered(details: Iterable[tuple[str, bool]], signs: Signs) -> list[RenderableType]:
    return [bulleted([text], signs.bullet) if has_bullet else Text(text) for text, has_bullet in details]


def conditions_blocks(question: FactorQuestion, signs: Signs) -> Iterator[RenderableType]:
    """Yield what can stand above the list when asking which conditions are missing, from most to least detail."""
    top, proposal = [heading(question, signs)], question.proposal
    if proposal and proposal.named:
        marked = conditions_text(question.factor, proposal)
        top.append(Text(_("Marked before: {conditions}").format(conditions=marked)))
    for extent in (Extent.EVERYTHING, Extent.ANSWERS, Extent.NOTHING):
        yield Group(top[0], *map(Text, said_elsewhere(question, extent)), *top[1:])
    yield top[0]


def fitting_view(question: FactorQuestion, console: Console, signs: Signs, rows: int) -> View:
    """Return the most detailed view of a question that fits in `rows` rows; the least detailed if none does."""

    def fits(view: View) -> bool:
        return len(console.render_lines(question_block(question, signs, view))) <= rows

    return next(filter(fits, VIEWS), VIEWS[-1])


def left_out(question: FactorQuestion, signs: Signs, view: View) -> list[RenderableType]:
    """Return what the most detailed view shows of a question and `view` does not."""
    shown = _details(question, view)
    return _rendered((detail for detail in _details(question, VIEWS[0]) if detail not in shown), signs)

"""What other evaluations and the present one say of a factor, in words to show beside its question."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from werkzaam.domain.evaluation import Action, Answer
from werkzaam.domain.factor_set import Factor
from werkzaam.domain.questions import Aside, FactorQuestion
from werkzaam.language import _
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.actions import action_details, action_text
from werkzaam.wording.factors import answer_name


class Extent(Enum):
    """How much of what was said is shown, from most to least, depending on the room on the screen."""

    EVERYTHING = auto()
    ANSWERS = auto()
    """Answers and missing conditions, without notes and actions."""
    OPTIONS = auto()
    """Answers alone, without missing conditions, notes and actions."""
    NOTHING = auto()


def answer_text(factor: Factor, answer: Answer) -> str | None:
    """Return an answer in words, with the conditions that it names as missing; None if the factor is open."""
    if answer.option is None:
        return None
    named = conditions_text(factor, answer)
    if not named:
        return answer_name(factor, answer)
    return _("{answer}; missing: {conditions}").format(answer=answer_name(factor, answer), conditions=named)


def conditions_text(factor: Factor, answer: Answer) -> str:
    """Return the conditions that an answer names as missing."""
    return ", ".join(visible(condition.text) for condition in factor.conditions if condition.id in answer.named)


def said_elsewhere(question: FactorQuestion, extent: Extent = Extent.EVERYTHING) -> list[str]:
    """Return what other evaluations say of a factor, as texts of one line, except for notes, which keep their lines."""
    if extent is Extent.NOTHING:
        return []
    lines = [line for aside in question.asides.previous for line in aside_lines(aside, extent)]
    return [*lines, *_partners(question.asides.partners, extent)]


def said_before(question: FactorQuestion, extent: Extent = Extent.EVERYTHING) -> list[str]:
    """Return what other evaluations say of a factor, and what this one says now."""
    if extent is Extent.NOTHING:
        return []
    lines, answer = said_elsewhere(question, extent), question.answer
    now = answer_text(question.factor, answer)
    if now is not None:
        lines.append(_("Now: {answer}").format(answer=now))
    if answer.note and extent is Extent.EVERYTHING:
        lines.append(_("Note: {note}").format(note=visible_lines(answer.note)))
    return lines


def aside_lines(aside: Aside, extent: Extent = Extent.EVERYTHING) -> list[str]:
    """Return what one other evaluation says of a factor."""
    return [f"{visible(aside.label)}: {_answer(aside, extent)}", *_more(aside, extent)]


def _partners(partners: Sequence[Aside], extent: Extent) -> Iterator[str]:
    """Yield what partners say: one line for an answer that all of them gave, else the lines of each partner."""
    if len(partners) < 2 or len({aside.answer.option for aside in partners}) > 1:  # noqa: PLR2004 (a single one is not “all”)
        for aside in partners:
            yield from aside_lines(aside, extent)
        return
    named = {aside.answer.named for aside in partners} if extent is not Extent.OPTIONS else {()}
    common = partners[0].answer._replace(missing=named.pop() if len(named) == 1 else ())
    answer = answer_text(partners[0].factor, common)
    yield _("All answered: {answer}").format(answer=answer) if answer else _("Nobody answered this.")
    for aside in partners:
        if named and aside.answer.named:
            conditions = conditions_text(aside.factor, aside.answer)
            yield _("{label}, missing: {conditions}").format(label=visible(aside.label), conditions=conditions)
        yield from _more(aside, extent)


def _answer(aside: Aside, extent: Extent) -> str:
    answer = aside.answer._replace(missing=()) if extent is Extent.OPTIONS else aside.answer
    return answer_text(aside.factor, answer) or (_("open") if aside.is_asked else _("not asked"))


def _more(aside: Aside, extent: Extent) -> Iterator[str]:
    """Yield the note on an answer, and the actions that were agreed about the factor."""
    if extent is not Extent.EVERYTHING:
        return
    label = visible(aside.label)
    if aside.answer.note:
        yield _("{label}, note: {note}").format(label=label, note=visible_lines(aside.answer.note))
    now = {action.subject: action for action in aside.now}
    for action in aside.actions:
        agreed, changed = action_text(action), _changed(action, now.get(action.subject, action))
        message = _("{label}, agreed: {action}; now: {changed}") if changed else _("{label}, agreed: {action}")
        yield message.format(label=label, action=agreed, changed=changed)


def _changed(action: Action, now: Action) -> str:
    """Return the details (owner, due date, status) that an action has now and did not have before."""
    before = action_details(action)
    return ", ".join(detail for detail in action_details(now) if detail not in before)

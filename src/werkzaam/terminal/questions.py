"""How a question looks before it is answered: the same for single keys and for lines of text."""

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.text import Text

from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import Factor
from werkzaam.domain.questionnaire import Aside, FactorQuestion
from werkzaam.language import _, ngettext
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import bulleted, ruled
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.agreements import action_text
from werkzaam.wording.factors import condition_text


def place(question: FactorQuestion) -> str:
    """Return where one is, as a few characters: `3/19`."""
    return f"{question.number}/{question.total}"


def answer_text(factor: Factor, answer: Answer) -> str | None:
    """Return an answer in words; None for an open factor."""
    if answer.option is None:
        return None
    option = factor.option(answer.option)
    named = [condition for condition in factor.conditions if condition.id in answer.missing]
    if not named:
        return visible(option.name)
    return _("{answer}; missing: {conditions}").format(
        answer=visible(option.name), conditions=", ".join(visible(condition.text) for condition in named)
    )


def short_answer(question: FactorQuestion) -> str:
    """Return the present answer without what is missing; empty for an open factor."""
    return visible(question.factor.option(question.answer.option).name) if question.answer.option else ""


def question_block(question: FactorQuestion, signs: Signs, *, full: bool, conditions: bool = True) -> RenderableType:
    """Return a factor with its conditions and what was said about it before.

    `full` shows the whole statements; without `conditions` only how many there are, and the key that shows them.
    """
    factor = question.factor
    parts: list[RenderableType] = [
        ruled(Text(f"{place(question)} {signs.between} {visible(question.category.name)}"), signs),
        Text(visible(factor.text), style="bold"),
    ]
    if factor.preferred:
        parts.append(Text(_("This is a wish: it counts in no score.")))
    if factor.conditions and conditions:
        parts.append(bulleted((condition_text(item, factor, full=full) for item in factor.conditions), signs.bullet))
    elif factor.conditions:
        count = len(factor.conditions)
        hint = ngettext("{count} condition: ? shows it", "{count} conditions: ? shows them", count)
        parts.append(Text(hint.format(count=count)))
    return Group(*parts, *map(Text, said_before(question)))


def fitting_block(question: FactorQuestion, console: Console, signs: Signs, rows: int) -> tuple[RenderableType, bool]:
    """Return the block with whole statements if it fits in some rows, else with short texts; and which it is.

    Where much was said before, even these would push the question off the screen: then they are left out.
    """

    def fits(block: RenderableType) -> bool:
        return len(console.render_lines(block)) <= rows

    full, short = question_block(question, signs, full=True), question_block(question, signs, full=False)
    if fits(full):
        return full, True
    if fits(short) or not said_before(question):
        return short, False
    return question_block(question, signs, full=False, conditions=False), False


def said_before(question: FactorQuestion) -> list[str]:
    """Return what other evaluations say of a factor, and what this one says now: a line each, notes as they are."""
    lines = [line for aside in question.asides for line in _aside(aside)]
    answer = answer_text(question.factor, question.answer)
    if answer is not None:
        lines.append(_("Now: {answer}").format(answer=answer))
    if question.answer.note:
        lines.append(_("Note: {note}").format(note=visible_lines(question.answer.note)))
    return lines


def _aside(aside: Aside) -> Iterator[str]:
    label, answer = visible(aside.label), answer_text(aside.factor, aside.answer)
    yield f"{label}: {answer or _('open')}"
    if aside.answer.note:
        yield _("{label}, note: {note}").format(label=label, note=visible_lines(aside.answer.note))
    for action in aside.actions:
        yield _("{label}, agreed: {action}").format(label=label, action=action_text(action))

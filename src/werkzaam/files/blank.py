"""An answers file to fill in with an editor: nothing answered yet, everything explained in comments."""

import textwrap
from collections.abc import Iterator

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.files.writing import dump, head
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.factors import condition_text, factor_text, option_text

_WIDTH = 100
"""The column at which comments are wrapped, so that an editor shows them whole."""


def blank_text(factor_set: FactorSet, evaluation: Evaluation) -> str:
    """Return the text of an answers file with every factor open, about the collaboration in `evaluation`."""
    return "".join(f"{line}\n" for line in _lines(factor_set, evaluation))


def _lines(factor_set: FactorSet, evaluation: Evaluation) -> Iterator[str]:
    yield from _comment(visible(factor_set.title))
    yield from _comment(visible(factor_set.question or ""))
    yield from _comment(_("Fill in behind each “answer:” what holds; what stays empty stays open."))
    for line in _how_to(factor_set.factors[0], factor_set):
        yield from _comment(line)
    yield from _comment(
        _("A note can be added below an answer: “note: …”. Write no names, and nothing about a single pupil.")
    )
    yield from _comment(_("See the result with: werkzaam report. Look for mistakes with: werkzaam validate."))
    yield from dump(head(factor_set, evaluation)).splitlines()
    if factor_set.perspectives:
        known = ", ".join(f"{_value(item.id)} ({visible(item.name)})" for item in factor_set.perspectives)
        yield from _comment(_("From whose side: one of {known}").format(known=known))
        yield from dump({"perspective": evaluation.perspective}).splitlines()
    yield "answers:"
    for category in factor_set.categories:
        yield ""
        yield from _comment(visible(category.name), indent=2)
        yield from _comment(visible(category.help or ""), indent=2)
        yield f"  {_key(category.id)}"
        for factor in category.factors:
            yield from _factor(factor, factor_set)


def _factor(factor: Factor, factor_set: FactorSet) -> Iterator[str]:
    yield ""
    yield from _comment(factor_text(factor), indent=4)
    yield from _comment(visible(factor.help or ""), indent=4)
    for condition in factor.conditions:
        text = condition_text(condition, factor, full=True)
        yield from _comment(f"{_value(condition.id)}: {text}", indent=4, bullet="- ")
    if factor.scale != factor_set.factors[0].scale:
        for line in _how_to(factor, factor_set):
            yield from _comment(line, indent=4)
    yield f"    {_key(factor.id)}"
    yield "      answer:"


def _how_to(factor: Factor, factor_set: FactorSet) -> Iterator[str]:
    """Return a line with the options of a factor's scale, and one on missing conditions if factors on it have any."""
    options = ", ".join(f"{_value(option.id)} ({option_text(option)})" for option in factor.scale)
    yield _("Answers: {answers}").format(answers=options)
    partial = ", ".join(_value(option.id) for option in factor.scale if option.is_partial)
    if partial and any(other.conditions for other in factor_set.factors if other.scale == factor.scale):
        yield _("Below {answers} the missing conditions can be named: “missing: [id, id]”.").format(answers=partial)


def _key(name: str) -> str:
    return dump({name: None}).rstrip()


def _value(text: str) -> str:
    """Return an id as it has to be written: in quotes if YAML would read it as something else than text."""
    return dump({"id": text}).removeprefix("id: ").rstrip()


def _comment(text: str, indent: int = 0, bullet: str = "") -> Iterator[str]:
    """Yield the lines of a comment, wrapped at words; none for an empty text."""
    start = f"{' ' * indent}# "
    yield from textwrap.wrap(
        f"{bullet}{text}",
        _WIDTH,
        initial_indent=start,
        subsequent_indent=start + " " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )

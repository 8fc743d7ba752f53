"""Factors, conditions and answers in words."""

from collections.abc import Sequence

from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import NOTHING, WHOLE, Condition, Display, Factor, FactorSet, Option, Source, Special
from werkzaam.domain.score import Tally
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.figures import end_texts, percentage, value_text


def factor_text(factor: Factor) -> str:
    """Return the text of a factor, marked if the factor is preferred."""
    text = visible(factor.text)
    return _("{text} (good to have)").format(text=text) if factor.preferred else text


def quoted_factor(factor: Factor) -> str:
    """Return the text of a factor in quotation marks, without a full stop, to use within a sentence."""
    return f"“{visible(factor.text).removesuffix('.')}”"


def condition_text(condition: Condition, factor: Factor, *, full: bool) -> str:
    """Return a condition, marked if it is preferred and its factor is not; `full` gives its full statement."""
    text = visible(condition.help if full else condition.text)
    return _("{text} (good to have)").format(text=text) if condition.preferred and not factor.preferred else text


def question_text(asked: str | None) -> str:
    """Return the question asked of every factor: that of the factor set, or the program's own if `asked` is None."""
    return visible(asked) if asked else _("Is this in place?")


def option_text(option: Option) -> str:
    """Return an option as it is offered: its name, followed by its help if it has any."""
    name = visible(option.name)
    return f"{name}, {visible(option.help)}" if option.help else name


def tick_request(factor: Factor) -> str:
    """Return the instruction for the conditions on paper: to tick the missing ones after a partial answer."""
    partial = ", ".join(visible(option.name) for option in factor.scale if option.is_partial)
    if not partial:
        return _("Tick what is missing.")
    return _("After {answers}: tick what is missing.").format(answers=partial)


def answer_name(factor: Factor, answer: Answer) -> str:
    """Return the name of the chosen option; “open” if none was chosen."""
    return visible(factor.option(answer.option).name) if answer.option else _("open")


def nothing_named(factor: Factor, answer: Answer) -> list[str]:
    """Return a remark if a partial answer names no missing conditions but could have; an empty list otherwise."""
    is_partial = answer.option is not None and factor.option(answer.option).is_partial
    is_unsaid = is_partial and factor.asks_conditions and not answer.named
    return [_("Which conditions are missing was not said.")] if is_unsaid else []


def perspective_text(perspective_id: str | None, factor_set: FactorSet) -> str:
    """Return the name of the perspective with this id; “Not said” if the id is None."""
    return visible(factor_set.perspective_name(perspective_id)) if perspective_id else _("Not said")


def within_sentence(name: str) -> str:
    """Return the name of a perspective to use within a sentence: an article at its start loses its capital.

    Any other first word keeps its capital, since it can be a proper name.
    """
    first, space, rest = name.partition(" ")
    is_article = bool(space) and first.lower() in _("the a an").split()
    return f"{first.lower()} {rest}" if is_article else name


def listed(names: Sequence[str]) -> str:
    """Return one or more names of perspectives, separated by commas, to begin a line with."""
    first, *others = names
    return ", ".join([first, *map(within_sentence, others)])


def meaning(option: Option, display: Display | None, *, has_conditions: bool) -> str:
    """Return what an option says about the conditions of a factor, which follows from its value alone.

    Without conditions, options can be degrees of agreement: then it is said what value the option counts for.
    """
    if option.value is Special.UNKNOWN:
        return _("nobody here knows yet; it lowers no score")
    if option.value is Special.NOT_APPLICABLE:
        return _("does not apply here; it stays out of the score")
    value = value_text(option.value, display)
    if not has_conditions:
        return _("counts for {value}").format(value=value)
    if option.value == WHOLE:
        return _("all of it is in place")
    if option.value == NOTHING:
        return _("none of it is in place")
    return _("some of it is in place (counts for {value})").format(value=value)


def place_in_source(factor: Factor) -> list[str]:
    """Return a line that says where a factor stands in its source; none if that is not known."""
    return [_("In the source: {source}").format(source=visible(factor.source))] if factor.source else []


def counts(factor_set: FactorSet, tally: Tally) -> tuple[tuple[str, int], ...]:
    """Return how often each option was chosen, in the order of the set, then how many factors are open or not asked."""
    given = [(visible(option.name), tally.counts[option.id]) for option in factor_set.options]
    return (*given, (_("open"), tally.open), (_("not asked"), tally.not_asked))


def score_notes(factor_set: FactorSet) -> list[str]:
    """Return sentences on the number behind a score, the minimum coverage and the range of scores."""
    if not factor_set.minimum_coverage:
        return [_("The number of factors behind a score stands in brackets."), *scale_notes(factor_set)]
    note = _("The number of factors behind a score stands in brackets; below {minimum} of them there is no score.")
    return [note.format(minimum=percentage(factor_set.minimum_coverage)), *scale_notes(factor_set)]


def scale_notes(factor_set: FactorSet) -> list[str]:
    """Return a sentence on the range of scores; an empty list if they are percentages."""
    if factor_set.display is None:
        return []
    lowest, highest = end_texts(factor_set.display)
    return [_("Scores run from {lowest} to {highest}.").format(lowest=lowest, highest=highest)]


def source_text(source: Source) -> str:
    """Return a sentence on the source of the factors."""
    parts = [visible(part) for part in (source.title, source.publisher, source.url) if part]
    return _("The factors come from: {source}").format(source=", ".join(parts))

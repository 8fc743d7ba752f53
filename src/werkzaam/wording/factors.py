"""Factors, conditions and answers in words."""

from collections.abc import Sequence

from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import NOTHING, WHOLE, Condition, Display, Factor, FactorSet, Option, Source, Special
from werkzaam.domain.score import Tally
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.figures import end_texts, percentage, value_text


def factor_text(factor: Factor) -> str:
    """Return a factor, marked where it is preferred."""
    text = visible(factor.text)
    return _("{text} (good to have)").format(text=text) if factor.preferred else text


def quoted_factor(factor: Factor) -> str:
    """Return a factor for the midst of a sentence, which its own full stop does not end."""
    return f"“{visible(factor.text).removesuffix('.')}”"


def condition_text(condition: Condition, factor: Factor, *, full: bool) -> str:
    """Return a condition, marked where it is preferred in a factor that is not; `full` states it whole."""
    text = visible(condition.help if full else condition.text)
    return _("{text} (good to have)").format(text=text) if condition.preferred and not factor.preferred else text


def question_text(asked: str | None) -> str:
    """Return what is asked of every factor: in the words of the set, else in those of the program."""
    return visible(asked) if asked else _("Is this in place?")


def option_text(option: Option) -> str:
    """Return an answer as it stands where it is chosen: its name, and what the set says behind it."""
    name = visible(option.name)
    return f"{name}, {visible(option.help)}" if option.help else name


def tick_request(factor: Factor) -> str:
    """Return what to do with the conditions on paper: they are asked only after a partial answer."""
    partial = ", ".join(visible(option.name) for option in factor.scale if option.is_partial)
    if not partial:
        return _("Tick what is missing.")
    return _("After {answers}: tick what is missing.").format(answers=partial)


def answer_name(factor: Factor, answer: Answer) -> str:
    """Return an answer; “open” where there is none."""
    return visible(factor.option(answer.option).name) if answer.option else _("open")


def nothing_named(factor: Factor, answer: Answer) -> list[str]:
    """Return that a partial answer does not say which conditions are missing, where it could have; else nothing."""
    is_partial = answer.option is not None and factor.option(answer.option).is_partial
    return (
        [_("Which conditions are missing was not said.")]
        if is_partial and factor.asks_conditions and not answer.named
        else []
    )


def perspective_text(perspective_id: str | None, factor_set: FactorSet) -> str:
    """Return from whose side an evaluation was filled in; None: it was not said."""
    return visible(factor_set.perspective_name(perspective_id)) if perspective_id else _("Not said")


def within_sentence(name: str) -> str:
    """Return the name of a perspective for the midst of a sentence: an article that it begins with loses its capital.

    Any other first word keeps it, since it can be a name by itself.
    """
    first, space, rest = name.partition(" ")
    is_article = bool(space) and first.lower() in _("the a an").split()
    return f"{first.lower()} {rest}" if is_article else name


def listed(names: Sequence[str]) -> str:
    """Return names of perspectives one after another, on a line that begins with them."""
    first, *others = names
    return ", ".join([first, *map(within_sentence, others)])


def meaning(option: Option, display: Display | None, *, has_conditions: bool) -> str:
    """Return what an answer says about the conditions, which follows from its value alone.

    In an instrument without conditions it may say how much one agrees: then it is what the answer counts for.
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


def counts(factor_set: FactorSet, tally: Tally) -> tuple[tuple[str, int], ...]:
    """Return how often each answer was given, in the order of the scale, and then how many factors have none."""
    given = [(visible(option.name), tally.counts[option.id]) for option in factor_set.options]
    return (*given, (_("open"), tally.open), (_("not asked"), tally.not_asked))


def score_notes(factor_set: FactorSet) -> list[str]:
    """Return what the number behind a score means, when there is no score, and how far scores reach."""
    if not factor_set.minimum_coverage:
        return [_("The number of factors behind a score stands in brackets."), *scale_notes(factor_set)]
    note = _("The number of factors behind a score stands in brackets; below {minimum} of them there is no score.")
    return [note.format(minimum=percentage(factor_set.minimum_coverage)), *scale_notes(factor_set)]


def scale_notes(factor_set: FactorSet) -> list[str]:
    """Return how far scores reach; nothing where they are percents."""
    if factor_set.display is None:
        return []
    lowest, highest = end_texts(factor_set.display)
    return [_("Scores run from {lowest} to {highest}.").format(lowest=lowest, highest=highest)]


def source_text(source: Source) -> str:
    """Return where the factors come from."""
    parts = [visible(part) for part in (source.title, source.publisher, source.url) if part]
    return _("The factors come from: {source}").format(source=", ".join(parts))

"""How the score is made, for people who want to redo it by hand."""

from collections.abc import Iterator
from fractions import Fraction

from werkzaam.domain.factor_set import WHOLE, Factor, FactorSet, Option, Special
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.figures import percentage, value_text


def how_scored(factor_set: FactorSet) -> list[str]:
    """Return the rules of the score as sentences, with the names that the set gives to its answers."""
    return [*_sentences(factor_set)]


def _sentences(factor_set: FactorSet) -> Iterator[str]:
    yield _("Every answer counts for a number: {values}.").format(values=_values(factor_set))
    yield _(
        "The score of a category is the mean of its factors: their numbers added up, divided by how many they are. "
        "The score of all factors together is the mean of all factors."
    )
    unknown, not_applicable = _names(factor_set, Special.UNKNOWN), _names(factor_set, Special.NOT_APPLICABLE)
    if not_applicable:
        yield _("“{names}” leaves the sum.").format(names=not_applicable)
    if unknown:
        yield _("“{names}” and open factors lower no score; they lower the number in brackets.").format(names=unknown)
    else:
        yield _("Open factors lower no score; they lower the number in brackets.")
    minimum = percentage(factor_set.minimum_coverage)
    yield _("When less than {minimum} of the factors that apply has a number, there is no score.").format(
        minimum=minimum
    )
    if factor_set.version > 1 and any(_came_later(factor) for factor in factor_set.factors):
        yield _("What came with a later version of the questions than the answers was not asked: it leaves the sum.")
    yield from _on_wishes(factor_set)
    yield _("There is no overall verdict; colours only help the eye.")


def _values(factor_set: FactorSet) -> str:
    options = {option: None for factor in factor_set.factors for option in factor.scale}
    return ", ".join(
        f"{visible(option.name)} = {value_text(option.value, factor_set.display)}"
        for option in options
        if isinstance(option.value, Fraction)
    )


def _names(factor_set: FactorSet, value: Special) -> str:
    named: dict[str, Option] = {}
    for factor in factor_set.factors:
        for option in factor.scale:
            if option.value is value:
                named.setdefault(visible(option.name), option)
    return ", ".join(named)


def _came_later(factor: Factor) -> bool:
    return factor.since > 1 or any(condition.since > 1 for condition in factor.conditions)


def _on_wishes(factor_set: FactorSet) -> Iterator[str]:
    if any(condition.preferred for factor in factor_set.factors for condition in factor.conditions):
        yield _(
            "What is good to have lowers no score: such a factor counts in none, and where only such conditions are "
            "missing a partial answer counts for {whole}."
        ).format(whole=value_text(WHOLE, factor_set.display))
    elif any(factor.preferred for factor in factor_set.factors):
        yield _("What is good to have lowers no score: such a factor counts in none.")

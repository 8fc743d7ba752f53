"""How the score is made, for people who want to redo it by hand."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from werkzaam.domain.factor_set import WHOLE, Factor, FactorSet, Option, Special
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.figures import percentage, value_text


def how_scored(factor_set: FactorSet) -> Iterator[str]:
    """Yield the rules of the score as sentences, with the names that the set gives to its answers."""
    scales = _numbers_of_scales(factor_set)
    usual, others = scales[0][1], scales[1:]
    if usual:
        yield _("Every answer counts for a number: {values}.").format(values=usual)
    for factors, values in others:
        yield _("In questions {factors} an answer counts differently: {values}.").format(factors=factors, values=values)
    yield _(
        "The score of a category is the mean of its factors: their numbers added up, divided by how many they are. "
        "The score of all factors together is the mean of all factors."
    )
    unknown, not_applicable = _special(factor_set, Special.UNKNOWN), _special(factor_set, Special.NOT_APPLICABLE)
    if not_applicable:
        yield _("“{names}” is left out of the calculation.").format(names=not_applicable)
    if unknown:
        yield _("“{names}” and open factors lower no score; they lower the number in brackets.").format(names=unknown)
    else:
        yield _("Open factors lower no score; they lower the number in brackets.")
    if factor_set.minimum_coverage:
        message = _("When less than {minimum} of the factors that apply has a number, there is no score.")
        yield message.format(minimum=percentage(factor_set.minimum_coverage))
    else:
        yield _("Where no factor has a number, there is no score.")
    if any(_came_later(factor) for factor in factor_set.factors):
        yield _(
            "What came with a later version of the questions than the answers was not asked: it is left out of "
            "the calculation."
        )
    yield from _on_wishes(factor_set)
    yield _("There is no overall verdict; colours only help the eye.")


def _numbers_of_scales(factor_set: FactorSet) -> list[tuple[str, str]]:
    """Return pairs of factor numbers, as in the questionnaire, and the values of answers, both as text.

    The first pair has no numbers: its values hold unless said otherwise. Each other pair is a scale on which a name of
    the first pair has another value.
    """
    known: dict[str, str] = {}
    otherwise: dict[str, list[str]] = {}
    for number, factor in enumerate(factor_set.factors, 1):
        values = _values(factor, factor_set)
        if all(known.get(name, value) == value for name, value in values.items()):
            known |= values
        else:
            otherwise.setdefault(_listed(values), []).append(str(number))
    return [("", _listed(known)), *((", ".join(numbers), values) for values, numbers in otherwise.items())]


def _values(factor: Factor, factor_set: FactorSet) -> dict[str, str]:
    return {
        visible(option.name): value_text(option.value, factor_set.display)
        for option in factor.scale
        if isinstance(option.value, Fraction)
    }


def _listed(values: Mapping[str, str]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in values.items())


def _special(factor_set: FactorSet, value: Special) -> str:
    return _names(option for factor in factor_set.factors for option in factor.scale if option.value is value)


def _names(options: Iterable[Option]) -> str:
    return ", ".join(dict.fromkeys(visible(option.name) for option in options))


def _came_later(factor: Factor) -> bool:
    return factor.since > 1 or any(condition.since > 1 for condition in factor.conditions)


def _on_wishes(factor_set: FactorSet) -> Iterator[str]:
    with_wishes = (factor for factor in factor_set.factors if any(item.preferred for item in factor.conditions))
    partial = _names(option for factor in with_wishes for option in factor.scale if option.is_partial)
    if partial:
        yield _(
            "What is good to have lowers no score: such a factor counts in none, and where only such conditions are "
            "missing “{names}” counts for {whole}."
        ).format(names=partial, whole=value_text(WHOLE, factor_set.display))
    elif any(factor.preferred for factor in factor_set.factors):
        yield _("What is good to have lowers no score: such a factor counts in none.")

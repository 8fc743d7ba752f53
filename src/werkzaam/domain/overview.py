"""Many evaluations at a glance: how they score, and what is missing most often."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from werkzaam.domain.comparison import Axis
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet
from werkzaam.domain.names import alphabetical
from werkzaam.domain.summation import Key, Spread, Sums, empty_sums, parts_of_one, points

_BINS = 10
"""In how many ranges of equal width, from 0 to 1, scores are counted; the last one includes 1."""


class ScoreRange(NamedTuple):
    """How the scores of many evaluations lie; each score 0 to 1, and exact."""

    n: int
    """How many evaluations have a score."""
    mean: Fraction | None
    """The mean of the scores, each evaluation weighing the same; None where there is none, as for the others."""
    lowest: Fraction | None
    quartiles: tuple[Fraction, Fraction, Fraction] | None
    """The scores below which a quarter, half (the median) and three quarters of them lie, as QUARTILE.INC has them."""
    highest: Fraction | None
    bins: tuple[int, ...]
    """How many scores lie in each tenth of the way from 0 to 1, the last with 1 itself."""

    @property
    def are_several(self) -> bool:
        """Whether there are scores that can lie apart: of one alone the mean says all."""
        return self.n > 1

    @property
    def median(self) -> Fraction | None:
        """The score in the middle."""
        return self.quartiles[1] if self.quartiles else None


@dataclass(frozen=True, slots=True)
class MissingPoint:
    """A required condition, or a required factor without any, and how often it is missing."""

    category: Category
    factor: Factor
    condition: Condition | None
    """None: the factor itself."""
    count: int
    """In how many evaluations it is missing."""
    known: int
    """In how many evaluations it is known whether it is in place."""

    @property
    def share(self) -> Fraction:
        """The share of the evaluations in which it is known, above 0 and up to 1."""
        return Fraction(self.count, self.known)


class Group(NamedTuple):
    """Evaluations that belong together."""

    key: str | None
    """What they have in common: a year, the id of a perspective, the name of a collaboration; None: nothing is said."""
    n: int
    """How many evaluations there are."""
    categories: tuple[tuple[Category | None, ScoreRange], ...]
    """The scores of each category, and (None) of all factors together."""
    most_missing: tuple[MissingPoint, ...]
    """What is missing anywhere: most often first, then by share, then in the set's order."""
    perspectives: tuple[str | None, ...]
    """Ids of the sides from which they were filled in, in the set's order; None: it was not said."""
    not_asked: tuple[tuple[Factor, int], ...] = ()
    """Factors that some of them were not asked, since these came later, and in how many; in the set's order."""


class Overview(NamedTuple):
    """Many evaluations, in groups."""

    factor_set: FactorSet
    by: Axis | None
    """What parts the groups; None: there is one."""
    groups: tuple[Group, ...]
    """Keys ascending, names as people sort them."""
    perspective: str | None = None
    """The id of the side whose evaluations alone were taken; None: those of every side."""


def overview(
    factor_set: FactorSet, by: Axis | None, groups: Mapping[Key, Sums], perspective: str | None = None
) -> Overview:
    """Return what the sums over some evaluations come to; where nothing parts them, one group, be it empty.

    `perspective` says that the sums are over the evaluations from one side alone.
    """
    if by is None and not groups:
        groups = {None: empty_sums(factor_set, None)}
    ordered = sorted(groups.values(), key=lambda sums: alphabetical(sums.name or ""))
    return Overview(factor_set, by, tuple(_group(factor_set, sums) for sums in ordered), perspective)


def _group(factor_set: FactorSet, sums: Sums) -> Group:
    whole = parts_of_one(factor_set)
    parts = zip((*factor_set.categories, None), sums.spreads, strict=True)
    return Group(
        sums.name,
        sums.n,
        tuple((category, _range(spread, whole)) for category, spread in parts),
        tuple(sorted(_missing(factor_set, sums), key=lambda item: (-item.count, -item.share))),
        tuple(perspective for perspective in (None, *factor_set.perspective_by_id) if perspective in sums.perspectives),
        tuple((factor_set.factors[place], count) for place, count in sorted(sums.factors_not_asked.items())),
    )


def _range(spread: Spread, whole: int) -> ScoreRange:
    ordered = sorted(spread.elements())
    bins = Counter(min(score * _BINS // whole, _BINS - 1) for score in ordered)
    counts = tuple(bins[number] for number in range(_BINS))
    if not ordered:
        return ScoreRange(0, None, None, None, None, counts)
    low, middle, high = (_quartile(ordered, number) / whole for number in (1, 2, 3))
    return ScoreRange(
        len(ordered),
        mean=Fraction(sum(ordered), len(ordered) * whole),
        lowest=Fraction(ordered[0], whole),
        quartiles=(low, middle, high),
        highest=Fraction(ordered[-1], whole),
        bins=counts,
    )


def _quartile(ordered: Sequence[int], number: int) -> Fraction:
    """Return where so many quarters of the way from the lowest to the highest lie; between two it is shared out."""
    place, quarters = divmod((len(ordered) - 1) * number, 4)
    below, above = ordered[place], ordered[min(place + 1, len(ordered) - 1)]
    return Fraction(below * (4 - quarters) + above * quarters, 4)


def _missing(factor_set: FactorSet, sums: Sums) -> Iterator[MissingPoint]:
    for (factor, condition), known, count in zip(points(factor_set), sums.known, sums.missing, strict=True):
        if count:
            yield MissingPoint(factor_set.category_of[factor.id], factor, condition, count, known)

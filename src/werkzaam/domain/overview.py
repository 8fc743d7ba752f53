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
"""The number of ranges of equal width, from 0 to 1, in which scores are counted; the last one includes 1."""


class ScoreRange(NamedTuple):
    """The distribution of the exact scores (0 to 1) of evaluations."""

    n: int
    """The number of evaluations that have a score."""
    mean: Fraction | None
    """The mean of the scores, in which every evaluation has the same weight; None if there is no score."""
    quartiles: tuple[Fraction, ...]
    """The lowest score, the first quartile, the median, the third quartile and the highest; empty if there is no score.

    They are quartiles 0 to 4 of QUARTILE.INC in spreadsheets.
    """
    bins: tuple[int, ...]
    """The number of scores in each tenth of the range from 0 to 1; a score of 1 is in the last."""

    @property
    def are_several(self) -> bool:
        """Whether there are at least two scores: of a single one the mean says all."""
        return self.n > 1

    @property
    def median(self) -> Fraction | None:
        """The median of the scores; None if there is no score."""
        return self.quartiles[2] if self.quartiles else None


@dataclass(frozen=True, slots=True)
class MissingPoint:
    """A required condition or factor (see `summation.points`), and how often it is missing."""

    category: Category
    factor: Factor
    condition: Condition | None
    """None if the point is the factor itself."""
    count: int
    """The number of evaluations in which the point is missing: at least 1."""
    known: int
    """The number of evaluations in which it is known whether the point is in place."""

    @property
    def share(self) -> Fraction:
        """`count` as a share of `known`: above 0 and up to 1."""
        return Fraction(self.count, self.known)


class Group(NamedTuple):
    """Evaluations that belong together."""

    key: str | None
    """Their year, id of the perspective or name of the collaboration; None if not grouped, or without perspective."""
    n: int
    """The number of evaluations."""
    categories: tuple[tuple[Category | None, ScoreRange], ...]
    """The scores of each category, then (None) of all factors together."""
    most_missing: tuple[MissingPoint, ...]
    """Every point that is missing at least once: highest count first, then highest share, then in the set's order."""
    perspectives: tuple[str | None, ...]
    """The ids of their perspectives, in the set's order; None, first, if an evaluation has no perspective."""
    not_asked: tuple[tuple[Factor, int], ...] = ()
    """Factors that some evaluations were not asked, each with the number of those, in the set's order."""


class Overview(NamedTuple):
    """Many evaluations, in groups."""

    factor_set: FactorSet
    by: Axis | None
    """The axis by which evaluations are grouped; None if all are in one group."""
    groups: tuple[Group, ...]
    """In the alphabetical order of their keys, None first."""
    perspective: str | None = None
    """The id of the perspective to which the evaluations are limited; None if they are not."""


def overview(
    factor_set: FactorSet, by: Axis | None, groups: Mapping[Key, Sums], perspective: str | None = None
) -> Overview:
    """Return the overview that follows from sums over evaluations; without `by` it has one group, which may be empty.

    `perspective` is the id of the perspective to which the evaluations are limited, None if they are not.
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
        return ScoreRange(0, None, (), counts)
    mean = Fraction(sum(ordered), len(ordered) * whole)
    quartiles = tuple(_quartile(ordered, number) / whole for number in range(5))
    return ScoreRange(len(ordered), mean, quartiles, counts)


def _quartile(ordered: Sequence[int], number: int) -> Fraction:
    """Return quartile `number` (0 to 4) of sorted, non-empty scores, interpolated between two of them."""
    place, quarters = divmod((len(ordered) - 1) * number, 4)
    below, above = ordered[place], ordered[min(place + 1, len(ordered) - 1)]
    return Fraction(below * (4 - quarters) + above * quarters, 4)


def _missing(factor_set: FactorSet, sums: Sums) -> Iterator[MissingPoint]:
    for (factor, condition), known, count in zip(points(factor_set), sums.known, sums.missing, strict=True):
        if count:
            yield MissingPoint(factor_set.category_of[factor.id], factor, condition, count, known)

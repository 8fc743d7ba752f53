"""Overviews of many evaluations, in words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction

from werkzaam.domain.comparison import Axis
from werkzaam.domain.factor_set import Display, FactorSet
from werkzaam.domain.overview import Group, MissingPoint, Overview, ScoreRange
from werkzaam.language import _, ngettext
from werkzaam.visible import visible
from werkzaam.wording.factors import perspective_text, quoted_factor, within_sentence
from werkzaam.wording.figures import end_texts, percentage, score_text, span_text, value_text

_POINTS_SHOWN = 10
"""How many missing points are shown to people: more do not help a talk. Programs get them all."""

_ENOUGH_FOR_CHART = 5
"""The fewest scores that are drawn as a chart: fewer would be a few columns of height one, without a shape."""


def group_name(overview: Overview, group: Group) -> str:
    """Return the name of a group."""
    if overview.by is None:
        perspective = overview.perspective
        return _("All evaluations") if perspective is None else perspective_text(perspective, overview.factor_set)
    if overview.by is Axis.PERSPECTIVE:
        return perspective_text(group.key, overview.factor_set)
    return visible(group.key or "")


def groups_name(overview: Overview) -> str:
    """Return the word for what the groups are by: year, perspective or collaboration."""
    if overview.by is Axis.DATE:
        return _("Year")
    return _("Perspective") if overview.by is Axis.PERSPECTIVE else _("Collaboration")


def evaluations_text(count: int) -> str:
    """Return a number of evaluations in words: “3 evaluations”."""
    return ngettext("{count} evaluation", "{count} evaluations", count).format(count=count)


def group_remarks(overview: Overview, group: Group) -> list[str]:
    """Return remarks that are needed to read the figures of a group: on perspectives, and on factors not asked."""
    return [*_sides(overview, group), *_not_asked(group)]


def _not_asked(group: Group) -> Iterator[str]:
    """Yield a remark on the factors that evaluations with an older version of the set were not asked."""
    if group.not_asked:
        message = _("Not asked in older evaluations, and left out of their scores: {factors}.")
        yield message.format(
            factors=", ".join(
                _("{factor} ({count} of {total})").format(factor=quoted_factor(factor), count=count, total=group.n)
                for factor, count in group.not_asked
            )
        )


def _sides(overview: Overview, group: Group) -> list[str]:
    """Return a remark if the evaluations were chosen by perspective, or have several; else an empty list."""
    if overview.perspective is not None and overview.by is not Axis.PERSPECTIVE:
        name = within_sentence(perspective_text(overview.perspective, overview.factor_set))
        return [_("Filled in by: {name}. Others are left out.").format(name=name)]
    return _taken_together(group.perspectives, overview.factor_set)


def mixed_perspectives(factor_set: FactorSet, groups: Iterable[Collection[str | None]]) -> list[str]:
    """Return a remark on the perspectives mixed in any group, each given as a collection of ids; empty if none are."""
    mixed = {perspective for group in groups if len(group) > 1 for perspective in group}
    known = (None, *factor_set.perspective_by_id)
    return _taken_together([perspective for perspective in known if perspective in mixed], factor_set)


def _taken_together(perspectives: Sequence[str | None], factor_set: FactorSet) -> list[str]:
    if len(perspectives) < 2:  # noqa: PLR2004 (one side, or none)
        return []
    names = (within_sentence(perspective_text(perspective, factor_set)) for perspective in perspectives)
    return [_("Several perspectives are taken together here: {names}.").format(names=", ".join(names))]


def scored(scores: ScoreRange, group: Group) -> str:
    """Return how many evaluations have a score, of those in a group."""
    return _("{count} of {total}").format(count=scores.n, total=group.n)


def range_text(scores: ScoreRange, display: Display | None) -> str:
    """Return the lowest score, the quartiles and the highest in words; empty if there are fewer than two scores."""
    if not scores.are_several:
        return ""
    lowest, quarter, median, three_quarters, highest = (score_text(score, display) for score in scores.quartiles)
    message = _("lowest {lowest}, quarter {quarter}, median {median}, 3 quarters {three_quarters}, highest {highest}")
    return message.format(lowest=lowest, quarter=quarter, median=median, three_quarters=three_quarters, highest=highest)


def middle_text(scores: ScoreRange, display: Display | None) -> str:
    """Return the range of the middle half of the scores; empty if there are fewer than two scores."""
    if not scores.are_several:
        return ""
    _lowest, low, _median, high, _highest = scores.quartiles
    return span_text(low, high, display)


def spread_text(scores: ScoreRange, display: Display | None) -> str:
    """Return a chart of scores in words: how many evaluations there are in each range that has any."""
    ends = [score_text(Fraction(number, len(scores.bins)), display) for number in range(len(scores.bins) + 1)]
    parts = [
        _("{lowest} to {highest}: {count}").format(lowest=lowest, highest=highest, count=count)
        for lowest, highest, count in zip(ends, ends[1:], scores.bins, strict=False)
        if count
    ]
    return ", ".join(parts)


def has_chart(scores: ScoreRange) -> bool:
    """Return whether there are enough scores for a chart: of a few scores the figures say more."""
    return scores.n >= _ENOUGH_FOR_CHART


def most_missing(group: Group) -> Sequence[MissingPoint]:
    """Return the points (conditions, or factors themselves) that are missing most often, as many as are shown."""
    return group.most_missing[:_POINTS_SHOWN]


def missing_text(item: MissingPoint) -> str:
    """Return a point (a condition, or a factor itself) with its category and how often it is missing."""
    message = _("{condition} ({category}): {count} of {known} ({share})")
    return message.format(
        condition=visible((item.condition or item.factor).text),
        category=visible(item.category.name),
        count=item.count,
        known=item.known,
        share=percentage(item.share),
    )


def how_summed() -> str:
    """Return how the scores of evaluations are summed up."""
    return _(
        "Every evaluation with a score weighs the same; one without a score stays out. With the scores in order from "
        "low to high, a quarter lies below “quarter”, half below the median, and three quarters below “3 quarters”."
    )


def how_counted(factor_set: FactorSet) -> str:
    """Return how missing points are counted."""
    if factor_set.has_conditions:
        return _(
            "A condition is counted in the evaluations that say whether it is in place. What is good to have stays out."
        )
    message = _(
        "A factor is counted in the evaluations that give it a number, as missing below {value}. "
        "What is good to have stays out."
    )
    return message.format(value=value_text(factor_set.missing_below, factor_set.display))


def how_compared() -> str:
    """Return how to read the scores of several groups side by side."""
    return _("For each group the median; in brackets, between which scores the middle half of its evaluations lies.")


def chart_note(factor_set: FactorSet) -> str:
    """Return how to read a chart of scores."""
    message = _(
        "A chart shows how many evaluations have which score, from {lowest} on the left to {highest} on the right. "
        "The highest column fills it. Fewer than {count} scores have none."
    )
    lowest, highest = end_texts(factor_set.display)
    return message.format(lowest=lowest, highest=highest, count=_ENOUGH_FOR_CHART)

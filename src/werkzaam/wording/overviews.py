"""Many evaluations, in words."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from werkzaam.domain.comparison import Axis
from werkzaam.domain.overview import Group, MissingCondition, Overview, ScoreRange
from werkzaam.language import _, ngettext
from werkzaam.visible import visible
from werkzaam.wording.factors import perspective_text, within_sentence
from werkzaam.wording.figures import percentage

_CONDITIONS_SHOWN = 10
"""How many conditions people get to see: more do not help a talk. Programs get them all."""


def group_name(overview: Overview, group: Group) -> str:
    """Return how a group is called."""
    if overview.by is None:
        perspective = overview.perspective
        return _("All evaluations") if perspective is None else perspective_text(perspective, overview.factor_set)
    if overview.by is Axis.PERSPECTIVE:
        return perspective_text(group.key, overview.factor_set)
    return visible(group.key or "")


def evaluations_text(count: int) -> str:
    """Return a number of evaluations."""
    return ngettext("{count} evaluation", "{count} evaluations", count).format(count=count)


def group_remarks(overview: Overview, group: Group) -> list[str]:
    """Return what has to be known to read the figures of a group."""
    if overview.perspective is not None and overview.by is not Axis.PERSPECTIVE:
        return [
            _("Filled in by: {name}. Others are left out.").format(
                name=within_sentence(perspective_text(overview.perspective, overview.factor_set))
            )
        ]
    if len(group.perspectives) < 2:  # noqa: PLR2004 (one side, or none)
        return []
    names = [perspective_text(perspective, overview.factor_set) for perspective in group.perspectives]
    message = _("Several perspectives are taken together here: {names}.")
    return [message.format(names=", ".join(map(within_sentence, names)))]


def scored(scores: ScoreRange, group: Group) -> str:
    """Return how many evaluations have a score, of those in a group."""
    return _("{count} of {total}").format(count=scores.n, total=group.n)


def range_text(scores: ScoreRange) -> str:
    """Return the lowest and the highest score."""
    lowest, highest = percentage(scores.lowest), percentage(scores.highest)
    return _("lowest {lowest}, highest {highest}").format(lowest=lowest, highest=highest)


def spread_text(scores: ScoreRange) -> str:
    """Return a chart of scores in words: how many evaluations lie where."""
    ends = [percentage(Fraction(number, len(scores.bins))) for number in range(len(scores.bins) + 1)]
    parts = [
        _("{lowest} to {highest}: {count}").format(lowest=lowest, highest=highest, count=count)
        for lowest, highest, count in zip(ends, ends[1:], scores.bins, strict=False)
        if count
    ]
    return ", ".join(parts)


def most_missing(group: Group) -> Sequence[MissingCondition]:
    """Return the conditions that people get to see."""
    return group.most_missing[:_CONDITIONS_SHOWN]


def missing_text(item: MissingCondition) -> str:
    """Return a condition, where it belongs, and how often it is missing."""
    message = _("{condition} ({category}): {count} of {known} ({share})")
    return message.format(
        condition=visible(item.condition.text),
        category=visible(item.category.name),
        count=item.count,
        known=item.known,
        share=percentage(item.share),
    )


def how_summed() -> Iterator[str]:
    """Return what the figures mean, as sentences."""
    yield _("Every evaluation with a score weighs the same in the mean; one without a score stays out.")
    yield _(
        "A condition is counted in the evaluations that say whether it is in place. What is good to have stays out."
    )

"""Evaluations side by side: partners of one year, one partner through the years, or several collaborations."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from werkzaam.domain.difference import ScoreDifference
from werkzaam.domain.evaluation import Action, ActionStatus, Evaluation
from werkzaam.domain.factor_set import NOTHING, Category, Factor, FactorSet, Special
from werkzaam.domain.names import plain_name
from werkzaam.domain.score import FactorResult, Result, Tally, score
from werkzaam.domain.versions import LeftOut, asked_in_all


class Axis(Enum):
    """The property by which compared or grouped evaluations differ."""

    PERSPECTIVE = "perspective"
    DATE = "date"
    COLLABORATION = "collaboration"


class Kind(Enum):
    """How the answers to one factor differ, with what is most worth a talk first."""

    GAP = "gap"
    """Known values that differ."""
    UNKNOWN = "unknown"
    """All known values are equal, and somebody does not know."""
    OPEN = "open"
    """All known values are equal, and somebody did not answer."""
    NOT_APPLICABLE = "not-applicable"
    """The factor applies to some and not to others."""
    SAME = "same"


class Entry(NamedTuple):
    """One evaluation that is compared."""

    file: str
    """The path as it was given."""
    evaluation: Evaluation
    retired: tuple[str, ...] = ()
    """Ids of factors that the evaluation answered and the set no longer has."""


class Outcome(Enum):
    """What became of an action by the latest evaluation."""

    DONE = "done"
    DROPPED = "dropped"
    OPEN = "open"
    OVERDUE = "overdue"
    REMOVED = "removed"
    """It was open in the last evaluation that has it, and a later evaluation lacks it."""


class Course(NamedTuple):
    """One action, from the first evaluation that has it to the last."""

    agreed: int
    """The index (from 0) of the first evaluation that has the action."""
    last: int
    """The index (from 0) of the last evaluation that has the action."""
    action: Action
    """The action as it stands in that last evaluation."""
    seen: date
    """The day of that last evaluation."""
    latest: date
    """The day of the latest evaluation of the collaboration, with the action or without it."""

    @property
    def outcome(self) -> Outcome:
        """What became of the action, as known on the `latest` day."""
        if self.action.status is not ActionStatus.OPEN:
            return Outcome(self.action.status.value)
        if self.seen < self.latest:
            return Outcome.REMOVED
        return Outcome.OVERDUE if self.action.is_overdue(self.latest) else Outcome.OPEN


def courses(evaluations: Sequence[Evaluation]) -> tuple[Course, ...]:
    """Follow every action through the evaluations of its collaboration, which come in the order of their days.

    The courses come in the order in which they were agreed; those of one evaluation in the order of its actions.
    """
    names = [plain_name(evaluation.collaboration) for evaluation in evaluations]
    latest = {name: evaluation.date for name, evaluation in zip(names, evaluations, strict=True)}
    found: dict[object, Course] = {}
    for number, (name, evaluation) in enumerate(zip(names, evaluations, strict=True)):
        alike: Counter[object] = Counter()
        for action in evaluation.actions:
            alike[action.subject] += 1
            known = name, action.subject, alike[action.subject]  # several with one subject are matched in their order
            agreed = found[known].agreed if known in found else number
            found[known] = Course(agreed, number, action, evaluation.date, latest[name])
    return tuple(found.values())


class Column(NamedTuple):
    """One evaluation of a comparison, with a label that sets it apart from the others, and its scores."""

    label: str
    entry: Entry
    result: Result


class FactorRow(NamedTuple):
    """One factor, with what each evaluation says of it, in the order of the columns."""

    category: Category
    factor: Factor
    results: tuple[FactorResult, ...]

    @property
    def gap(self) -> Fraction:
        """The highest of the known values minus the lowest: 0 to 1, and 0 with fewer than two."""
        known = [result.value for result in self.results if isinstance(result.value, Fraction)]
        return max(known) - min(known) if known else NOTHING

    @property
    def kind(self) -> Kind:
        """How the answers differ."""
        values = [result.value for result in self.results]
        if self.gap:
            return Kind.GAP
        if Special.UNKNOWN in values:
            return Kind.UNKNOWN
        if None in values:
            return Kind.OPEN
        here_and_there = 0 < values.count(Special.NOT_APPLICABLE) < len(values)
        return Kind.NOT_APPLICABLE if here_and_there else Kind.SAME


class Comparison(NamedTuple):
    """Evaluations side by side; nothing is averaged across them."""

    factor_set: FactorSet
    """The part of the set that all evaluations were asked: scores cover that part only."""
    axis: Axis
    columns: tuple[Column, ...]
    factors: tuple[FactorRow, ...]
    """Widest gap first, then by kind, then in the set's order."""
    left_out: LeftOut

    @property
    def is_through_time(self) -> bool:
        """Whether the columns follow each other in time, so that scores can rise or fall from one to the next."""
        return self.axis is Axis.DATE

    @property
    def day(self) -> date:
        """The day of the latest evaluation: an open action that was due before this day is overdue."""
        return max(column.entry.evaluation.date for column in self.columns)

    @property
    def courses(self) -> tuple[Course, ...]:
        """What became of every action through the years; empty if it is not years that are compared."""
        if not self.is_through_time:
            return ()
        return courses([column.entry.evaluation for column in self.columns])

    @property
    def scores(self) -> list[list[ScoreDifference]]:
        """For each category, then for all factors together: the score of each column, beside the one before it in time.

        The first column has an empty tally before it, and so has every column if it is not years that are compared.
        """
        nothing = Tally(self.factor_set, ())
        rows = []
        for pairs in zip(*(column.result.tallies for column in self.columns), strict=True):
            categories, tallies = zip(*pairs, strict=True)
            before = (nothing, *tallies[:-1]) if self.is_through_time else (nothing,) * len(tallies)
            rows.append([*map(ScoreDifference, categories, before, tallies)])
        return rows


def comparison(factor_set: FactorSet, axis: Axis, entries: Sequence[Entry], labels: Sequence[str]) -> Comparison:
    """Compare evaluations whose ids all occur in the set: a column for each entry and its label, in this order."""
    retired = (factor_id for entry in entries for factor_id in entry.retired)
    shared, left_out = asked_in_all(factor_set, [entry.evaluation for entry in entries], retired)
    columns = tuple(
        Column(label, entry, score(shared, entry.evaluation)) for label, entry in zip(labels, entries, strict=True)
    )
    return Comparison(shared, axis, columns, tuple(sorted(_rows(shared, columns), key=_order)), left_out)


def varying(evaluations: Sequence[Evaluation]) -> list[Axis]:
    """Return the axes on which evaluations differ: dates by year, names of collaborations by `plain_name`."""
    return [axis for axis in Axis if len({key_of(axis, evaluation) for evaluation in evaluations}) > 1]


def ordered(axis: Axis, entries: Sequence[Entry], factor_set: FactorSet) -> list[Entry]:
    """Return evaluations in the order of an axis: by date, by perspective in the set's order, or else as given."""
    if axis is Axis.DATE:
        return sorted(entries, key=lambda entry: entry.evaluation.date)
    if axis is Axis.PERSPECTIVE:
        known = [None, *factor_set.perspective_by_id]
        return sorted(entries, key=lambda entry: known.index(entry.evaluation.perspective))
    return list(entries)


def key_of(axis: Axis, evaluation: Evaluation) -> str | None:
    """Return the value of an evaluation on an axis: its year, the id of its perspective, or its plain name."""
    if axis is Axis.DATE:
        return str(evaluation.date.year)
    return evaluation.perspective if axis is Axis.PERSPECTIVE else plain_name(evaluation.collaboration)


def _rows(factor_set: FactorSet, columns: Sequence[Column]) -> Iterator[FactorRow]:
    for number, category in enumerate(factor_set.categories):
        for results in zip(*(column.result.categories[number].factors for column in columns), strict=True):
            yield FactorRow(category, results[0].factor, results)


def _order(row: FactorRow) -> tuple[Fraction, int]:
    return -row.gap, list(Kind).index(row.kind)

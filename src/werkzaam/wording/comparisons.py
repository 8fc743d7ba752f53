"""Evaluations side by side, in words."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from werkzaam.domain.comparison import Axis, Comparison, Course, Entry, FactorRow, Kind, Outcome, ordered, varying
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import Category, FactorSet
from werkzaam.domain.names import distinct, plain_name
from werkzaam.language import N_, _
from werkzaam.visible import visible
from werkzaam.wording.factors import answer_name, perspective_text
from werkzaam.wording.figures import local_date

_OF_SIDES = {
    Kind.GAP: N_("Where the answers differ"),
    Kind.UNKNOWN: N_("Where somebody does not know"),
    Kind.OPEN: N_("Where somebody did not answer"),
    Kind.NOT_APPLICABLE: N_("Where it applies to some and not to others"),
}
_OF_YEARS = {
    Kind.GAP: N_("Where the answers differ"),
    Kind.UNKNOWN: N_("Where it was not known in one or more years"),
    Kind.OPEN: N_("Where it was not answered in one or more years"),
    Kind.NOT_APPLICABLE: N_("Where it did not apply in one or more years"),
}


def labels(axis: Axis, entries: Sequence[Entry], factor_set: FactorSet) -> list[str]:
    """Return a label for each evaluation: its value on `axis`, and in brackets its values on other axes that vary.

    Labels that are still the same get the date as well, and then the file.
    """
    plain = [_value(axis, entry, factor_set) for entry in entries]
    others = _others(axis, entries)
    more = [[_detail(other, entry, factor_set) for other in others] for entry in entries]
    for details in ([local_date(entry.evaluation.date) for entry in entries], _files(entries)):
        shown = [plain_name(_with(label, said)) for label, said in zip(plain, more, strict=True)]
        for name, said, detail in zip(shown, more, details, strict=True):
            if shown.count(name) > 1 and visible(detail) not in said:
                said.append(visible(detail))
    return [_with(label, said) for label, said in zip(plain, more, strict=True)]


def what_else_varies(axis: Axis, entries: Sequence[Entry], factor_set: FactorSet) -> Iterator[str]:
    """Yield a remark for each axis other than `axis` on which the evaluations differ, with their values on it."""
    for other in _others(axis, entries):
        message = {
            Axis.PERSPECTIVE: _("These files differ in perspective too: {values}."),
            Axis.DATE: _("These files differ in year too: {values}."),
            Axis.COLLABORATION: _("These files are of different collaborations too: {values}."),
        }[other]
        yield message.format(values=_values(other, entries, factor_set))


def what_varies(axes: Iterable[Axis], entries: Sequence[Entry], factor_set: FactorSet) -> Iterator[str]:
    """Return a line for each axis on which evaluations differ, with each of its values."""
    names = {Axis.PERSPECTIVE: _("Perspectives"), Axis.DATE: _("Years"), Axis.COLLABORATION: _("Collaborations")}
    return (f"{names[axis]}: {_values(axis, entries, factor_set)}." for axis in axes)


def _values(axis: Axis, entries: Sequence[Entry], factor_set: FactorSet) -> str:
    return ", ".join(distinct(_value(axis, entry, factor_set) for entry in ordered(axis, entries, factor_set)))


def _others(axis: Axis, entries: Sequence[Entry]) -> list[Axis]:
    return [other for other in varying([entry.evaluation for entry in entries]) if other is not axis]


def _files(entries: Sequence[Entry]) -> list[str]:
    """Return the names of the files; if several have the same name, their paths as given."""
    names = [PurePath(entry.file).name for entry in entries]
    return [entry.file if names.count(name) > 1 else name for entry, name in zip(entries, names, strict=True)]


def _value(axis: Axis, entry: Entry, factor_set: FactorSet) -> str:
    evaluation = entry.evaluation
    if axis is Axis.DATE:
        return str(evaluation.date.year)
    if axis is Axis.COLLABORATION:
        return visible(evaluation.collaboration).strip()
    return perspective_text(evaluation.perspective, factor_set)


def _detail(axis: Axis, entry: Entry, factor_set: FactorSet) -> str:
    return local_date(entry.evaluation.date) if axis is Axis.DATE else _value(axis, entry, factor_set)


def _with(label: str, more: Sequence[str]) -> str:
    return f"{label} ({', '.join(more)})" if more else label


def heading(comparison: Comparison) -> str:
    """Return the names of the collaborations; if several collaborations are compared, the title of the factor set."""
    names = distinct(visible(column.entry.evaluation.collaboration).strip() for column in comparison.columns)
    if comparison.axis is Axis.COLLABORATION and len(names) > 1:
        return visible(comparison.factor_set.title)
    return ", ".join(names)


def category_name(category: Category | None) -> str:
    """Return the name of a category; None stands for all factors together."""
    return visible(category.name) if category else _("All factors together")


def answers_text(comparison: Comparison, row: FactorRow) -> str:
    """Return the answer of each evaluation to a factor, on one line."""
    answers = (answer_name(row.factor, result.answer) for result in row.results)
    return "; ".join(f"{column.label}: {answer}" for column, answer in zip(comparison.columns, answers, strict=True))


def sections(comparison: Comparison) -> list[tuple[str, list[FactorRow]]]:
    """Return factors in groups, each with a title that says what they share; groups with one answer come last."""
    groups: dict[str, list[FactorRow]] = {}
    for row in comparison.factors:
        groups.setdefault(_title(comparison, row), []).append(row)
    return sorted(groups.items(), key=lambda group: has_one_answer(comparison, group[1][0]))


def has_one_answer(comparison: Comparison, row: FactorRow) -> bool:
    """Return whether all evaluations have the same answer to a factor, in the same words.

    A factor that is unknown or open to all has one answer only if years are compared: partners should talk about it.
    """
    told_apart = row.kind is not Kind.SAME and not comparison.is_through_time
    return not told_apart and len({answer_name(row.factor, result.answer) for result in row.results}) == 1


def by_answer(comparison: Comparison, rows: Sequence[FactorRow]) -> list[tuple[str, list[FactorRow]]]:
    """Return factors that have one answer each, grouped by it, in the order of the scale; open factors are last."""
    ids = [*(option.id for option in comparison.factor_set.options), None]
    groups: dict[str, list[FactorRow]] = {}
    for row in sorted(rows, key=lambda row: ids.index(row.results[0].answer.option)):
        groups.setdefault(answer_name(row.factor, row.results[0].answer), []).append(row)
    return list(groups.items())


def short_dates(comparison: Comparison) -> list[str]:
    """Return short labels for evaluations of several years: the years, or the dates if two are of the same year."""
    days = [column.entry.evaluation.date for column in comparison.columns]
    years = {day.year for day in days}
    return [str(day.year) if len(years) == len(days) else local_date(day) for day in days]


def outcome_text(comparison: Comparison, course: Course) -> str:
    """Return the outcome of an action, followed by the action."""
    year = comparison.columns[course.last].label
    outcomes = {
        Outcome.DONE: _("done in {year}").format(year=year),
        Outcome.DROPPED: _("dropped in {year}").format(year=year),
        Outcome.OPEN: _("still open"),
        Outcome.OVERDUE: _("still open"),
        Outcome.REMOVED: _("no longer there"),
    }
    return f"{outcomes[course.outcome]}: {visible(course.action.what)}"


def as_it_stands(course: Course) -> Action:
    """Return an action as it stands; if it is done or dropped, without status and due date, which are no news then."""
    if course.action.status is ActionStatus.OPEN:
        return course.action
    return course.action._replace(status=ActionStatus.OPEN, due=None)


def _title(comparison: Comparison, row: FactorRow) -> str:
    if has_one_answer(comparison, row):
        return (
            _("Where the answer stayed the same") if comparison.is_through_time else _("Where all answers are the same")
        )
    if row.kind is Kind.SAME:
        return _("Where the answers differ and count the same")
    return _((_OF_YEARS if comparison.axis is Axis.DATE else _OF_SIDES)[row.kind])

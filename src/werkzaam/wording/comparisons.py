"""Evaluations side by side, in words."""

from collections.abc import Sequence
from pathlib import PurePath

from werkzaam.domain.comparison import Axis, Comparison, Entry, FactorRow, Kind, plain_name
from werkzaam.domain.factor_set import Category, FactorSet
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.factors import answer_name, perspective_text
from werkzaam.wording.figures import local_date


def labels(axis: Axis, entries: Sequence[Entry], factor_set: FactorSet) -> list[str]:
    """Return what sets each evaluation apart: where two are the same, with the day, and then with the file."""
    plain = [_label(axis, entry, factor_set) for entry in entries]
    dated = [
        _with(label, plain, local_date(entry.evaluation.date)) for label, entry in zip(plain, entries, strict=True)
    ]
    return [_with(label, dated, file) for label, file in zip(dated, _files(entries), strict=True)]


def _files(entries: Sequence[Entry]) -> list[str]:
    """Return the names of files; where two folders have the same, how the files were given."""
    names = [PurePath(entry.file).name for entry in entries]
    return [entry.file if names.count(name) > 1 else name for entry, name in zip(entries, names, strict=True)]


def _label(axis: Axis, entry: Entry, factor_set: FactorSet) -> str:
    evaluation = entry.evaluation
    if axis is Axis.DATE:
        return str(evaluation.date.year)
    if axis is Axis.COLLABORATION:
        return visible(evaluation.collaboration).strip()
    return perspective_text(evaluation.perspective, factor_set)


def _with(label: str, others: Sequence[str], more: str) -> str:
    alike = [other for other in others if plain_name(other) == plain_name(label)]
    return f"{label}, {visible(more)}" if len(alike) > 1 else label


def heading(found: Comparison) -> str:
    """Return what is compared: the collaboration, unless there are several."""
    names = [visible(column.entry.evaluation.collaboration).strip() for column in found.columns]
    return names[0] if len(set(map(plain_name, names))) == 1 else visible(found.factor_set.title)


def category_name(category: Category | None) -> str:
    """Return what scores are of; None stands for all factors together."""
    return visible(category.name) if category else _("All factors together")


def answers_text(found: Comparison, row: FactorRow) -> str:
    """Return what each evaluation says of a factor."""
    answers = (answer_name(row.factor, result.answer) for result in row.results)
    return "; ".join(f"{column.label}: {answer}" for column, answer in zip(found.columns, answers, strict=True))


def by_shared_answer(found: Comparison) -> list[tuple[str, list[FactorRow]]]:
    """Return the factors of which all say the same, by what they say, in the order of the scale.

    Where the same was said in other words there is no shared answer, and its name is empty: they come last.
    """
    ids = [option.id for option in found.factor_set.options]
    groups: dict[str, list[FactorRow]] = {}
    same = [row for row in found.factors if row.kind is Kind.SAME]
    for row in sorted(same, key=lambda row: ids.index(row.results[0].answer.option or "")):
        names = {answer_name(row.factor, result.answer) for result in row.results}
        groups.setdefault(names.pop() if len(names) == 1 else "", []).append(row)
    return sorted(groups.items(), key=lambda group: not group[0])


def kind_title(kind: Kind) -> str:
    """Return what factors of a kind have in common."""
    return {
        Kind.GAP: _("Where the answers differ"),
        Kind.UNKNOWN: _("Where somebody does not know"),
        Kind.OPEN: _("Where somebody did not answer"),
        Kind.NOT_APPLICABLE: _("Where it applies to some and not to others"),
        Kind.SAME: _("Where all answers are the same"),
    }[kind]

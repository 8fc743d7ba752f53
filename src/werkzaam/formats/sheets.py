"""The columns on the sheets of a workbook: those of the exported tables, with a column of names beside each id."""

from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.tables import Kind, Row, Table
from werkzaam.visible import visible
from werkzaam.wording.actions import status_names
from werkzaam.wording.columns import heading, id_heading, id_meaning, meaning, state_names

Name = Callable[[Row], str | None]
"""A function from a row to the name that belongs to one of its ids; None if the row has no such id."""


class SheetColumn(NamedTuple):
    """A column of a sheet."""

    heading: str
    kind: Kind
    meaning: str
    exported: str | None
    """Its name in CSV; None if it is in workbooks only."""
    value: Callable[[Row], Any]
    """A function from a row to the value in this column, of the type that `kind` says; None if the cell is empty."""


def sheet_columns(what: str, table: Table, factor_set: FactorSet) -> Iterator[SheetColumn]:
    """Yield the columns of the sheet of a table, `what`; headings are in the active language, names in the set's."""
    names = _names(factor_set)
    for column, kind in table.columns.items():
        id_of = column.removesuffix("_name").removesuffix("_text")
        if column in names and kind in (Kind.ID, Kind.IDS):
            yield SheetColumn(id_heading(heading(what, column)), kind, id_meaning(), column, itemgetter(column))
            if not {f"{column}_name", f"{column}_text"} & {*table.columns}:
                yield SheetColumn(heading(what, column), Kind.TEXT, meaning(what, column), None, names[column])
        else:
            yield SheetColumn(heading(what, id_of), kind, meaning(what, id_of), column, itemgetter(column))


def _names(factor_set: FactorSet) -> Mapping[str, Name]:
    """Return the functions that look up names, by the name of the column that holds the ids."""
    conditions = {
        (factor.id, condition.id): visible(condition.text)
        for factor in factor_set.factors
        for condition in factor.conditions
    }

    def missing(row: Row) -> str | None:
        return "; ".join(conditions[row["factor"], condition] for condition in row["missing"]) or None

    def answer(row: Row) -> str | None:
        return factor_set.factor_by_id[row["factor"]].option(row["answer"]).name if row["answer"] else None

    return {
        "perspective": _among("perspective", {item.id: item.name for item in factor_set.perspectives}),
        "category": _among("category", {item.id: item.name for item in factor_set.categories}),
        "factor": _among("factor", {item.id: item.text for item in factor_set.factors}),
        "answer": answer,
        "missing": missing,
        "condition": lambda row: conditions.get((row["factor"], row["condition"])),
        "state": _among("state", state_names()),
        "status": _among("status", {status.value: name for status, name in status_names().items()}),
    }


def _among(column: str, names: Mapping[str, str]) -> Name:
    return lambda row: names.get(row[column])

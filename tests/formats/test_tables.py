"""The tables of an export: which rows they have, and that these say what the JSON of a report says."""

import json
from typing import Any

import pytest

from tests.formats.reports import TODAY, exported, full_report, other_report, small_report
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import Report
from werkzaam.formats.json_results import report_json
from werkzaam.formats.tables import TABLES, Row


def rows(what: str, found: Report) -> list[Row]:
    return [*TABLES[what].of_set(found.factor_set), *TABLES[what].of_evaluation(exported("a.yaml", found))]


def reports(small: FactorSet) -> list[Report]:
    return [small_report(small), full_report(small), other_report()]


@pytest.mark.parametrize("what", TABLES)
def test_a_row_has_the_columns_of_its_table(what: str, small: FactorSet) -> None:
    found = [row for report in reports(small) for row in rows(what, report)]
    assert found
    assert {tuple(row) for row in found} == {tuple(TABLES[what].columns)}


def test_notes_alone_are_left_out() -> None:
    left_out = {what: {*table.columns} - {*table.without_notes().columns} for what, table in TABLES.items()}
    assert {what: names for what, names in left_out.items() if names} == {"answers": {"note"}}


def test_scores_are_those_of_the_json(small: FactorSet) -> None:
    for report in reports(small):
        told = json.loads(report_json(report))
        parts = [*((part["id"], part) for part in told["categories"]), (None, told)]
        assert [figures(row) for row in rows("scores", report)] == [(name, *in_json(part)) for name, part in parts]


def figures(row: Row) -> tuple[Any, ...]:
    share = round(row["scored"] / row["expected"], 4) if row["expected"] else None
    assert row["coverage"] == share
    return tuple(row[name] for name in ("category", "score", "coverage", "in_place", "missing", "unknown"))


def in_json(part: dict[str, Any]) -> tuple[Any, ...]:
    return (part["score"], part["coverage"], *part["conditions"].values())


def test_a_condition_is_a_row_and_good_to_have_with_its_factor(small: FactorSet) -> None:
    found = [
        tuple(row[name] for name in ("category", "factor", "condition", "preferred", "state"))
        for row in rows("conditions", small_report(small))
    ]
    assert found == [
        ("mensen", "team", "is-vast", False, "in-place"),
        ("mensen", "team", "is-deskundig", False, "missing"),
        ("mensen", "team", "woont-dichtbij", True, "in-place"),
        ("mensen", "contact", "een-punt", False, "in-place"),
        ("plek", "ruimte", "is-eigen", True, "missing"),
        ("plek", "ruimte", "is-centraal", True, "missing"),
    ]


def test_what_was_agreed_is_a_row_each_and_open_ones_can_be_overdue(small: FactorSet) -> None:
    found = [
        tuple(row[name] for name in ("factor", "what", "owner", "due", "status", "overdue"))
        for row in rows("actions", full_report(small))
    ]
    assert found == [
        ("team", "Ook op donderdag", "jongerenwerk", "2026-11-22", "open", True),
        ("tijd", "Overleg", None, TODAY.isoformat(), "open", False),
        ("ruimte", "Een sleutel", "school", "2026-03-01", "done", False),
        (None, "Een bord", None, "2026-03-01", "dropped", False),
        (None, "Gewoon doen", None, None, "open", False),
    ]


def test_factors_come_from_the_set_alone_one_without_conditions_too(small: FactorSet) -> None:
    report = small_report(small)
    other = report._replace(evaluation=report.evaluation._replace(answers={}, actions=()))
    assert rows("factors", report) == rows("factors", other)
    named = [(row["category_name"], row["factor_text"], row["condition_text"]) for row in rows("factors", report)]
    assert named[0] == ("People", "There is a permanent team.", "Permanent team")
    assert named[-1] == ("Place", "There is enough time.", None)
    assert len(named) == sum(max(1, len(factor.conditions)) for factor in small.factors)

"""An evaluation as rows: one for each factor, whatever was answered."""

from collections.abc import Iterable

from tests.formats.reports import full_report, other_report, report_rows, small_report
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.tables import Row


def of(rows: Iterable[Row], *names: str) -> list[tuple[object, ...]]:
    """Return some columns of rows."""
    return [tuple(row[name] for name in names) for row in rows]


def test_every_factor_is_a_row_also_where_it_is_open(small: FactorSet) -> None:
    rows = list(report_rows("a/b.yaml", small_report(small)))
    assert of(rows, "category", "factor", "preferred", "answer", "value", "missing") == [
        ("mensen", "team", False, "deels", 0.5, ["is-deskundig"]),
        ("mensen", "contact", False, "ja", 1, []),
        ("plek", "ruimte", True, "nee", 0, ["is-eigen", "is-centraal"]),
        ("plek", "tijd", False, None, None, []),
    ]
    assert set(of(rows, "file", "perspective", "factors", "version")) == {("a/b.yaml", "samen", "klein", 2)}


def test_what_is_unknown_or_does_not_apply_has_no_value(small: FactorSet) -> None:
    assert [row["value"] for row in report_rows("a", full_report(small))] == [0.5, None, None, 0]


def test_a_value_is_the_one_after_the_rule_for_wishes(small: FactorSet) -> None:
    found = small_report(small)
    wish = found.evaluation.answer("team")._replace(missing=("woont-dichtbij",))
    team = next(report_rows("a", report(small, found.evaluation.with_answer("team", wish))))
    assert of([team], "answer", "value", "missing") == [("deels", 1, ["woont-dichtbij"])]


def test_another_scale_has_its_own_answers_and_no_perspective() -> None:
    assert of(report_rows("a", other_report()), "answer", "value", "perspective") == [
        ("3", 0.75, None),
        ("1", 0.25, None),
        ("done", 1, None),
    ]

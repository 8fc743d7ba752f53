"""An evaluation as rows: one for each factor, whatever was answered."""

from dataclasses import replace
from datetime import date

from tests.formats.reports import TODAY, full_report, other_report, report_rows, small_report
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.rows import Row


def test_every_factor_is_a_row_also_where_it_is_open(small: FactorSet) -> None:
    team = Row(
        file="a/b.yaml",
        collaboration="Lyceum Oost en Stichting Straatwerk",
        date=date(2026, 11, 23),
        perspective="samen",
        factors="klein",
        version=2,
        category="mensen",
        factor="team",
        preferred=False,
        answer="deels",
        value=0.5,
        missing=("is-deskundig",),
        note="Sinds maart zijn er twee mensen.",
    )
    assert list(report_rows("a/b.yaml", small_report(small))) == [
        team,
        replace(team, factor="contact", answer="ja", value=1, missing=(), note=None),
        replace(
            team, category="plek", factor="ruimte", preferred=True, answer="nee", value=0,
            missing=("is-eigen", "is-centraal"), note=None,
        ),
        replace(team, category="plek", factor="tijd", answer=None, value=None, missing=(), note=None),
    ]  # fmt: skip


def test_what_is_unknown_or_does_not_apply_has_no_value(small: FactorSet) -> None:
    assert [(row.factor, row.answer, row.value) for row in report_rows("a", full_report(small))] == [
        ("team", "deels", 0.5),
        ("contact", "weet-niet", None),
        ("ruimte", "nvt", None),
        ("tijd", "nee", 0),
    ]


def test_a_value_is_the_one_after_the_rule_for_wishes(small: FactorSet) -> None:
    found = small_report(small)
    answered = found.evaluation.with_answer(
        "team", replace(found.evaluation.answer("team"), missing=("woont-dichtbij",))
    )
    team = next(report_rows("a", report(small, answered)))
    assert (team.answer, team.value, team.missing) == ("deels", 1, ("woont-dichtbij",))


def test_another_scale_has_its_own_answers_and_no_perspective() -> None:
    assert [(row.answer, row.value, row.perspective, row.date) for row in report_rows("a", other_report())] == [
        ("3", 0.75, None, TODAY),
        ("1", 0.25, None, TODAY),
        ("done", 1, None, TODAY),
    ]

"""Evaluations side by side: how answers differ, in which order, and what sets the files apart."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given

from tests.domain.building import LAW, evaluation, partly, sets_answered_by
from werkzaam.domain.comparison import Axis, Comparison, Entry, Kind, comparison, ordered, varying
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import score


def compared(factor_set: FactorSet, *evaluations: Evaluation, axis: Axis = Axis.PERSPECTIVE) -> Comparison:
    entries = [Entry(f"{number}.yaml", item) for number, item in enumerate(evaluations, 1)]
    return comparison(factor_set, axis, entries, [entry.file for entry in entries])


@pytest.mark.parametrize(
    ("answers", "gap", "kind"),
    [
        (["ja", "nee"], Fraction(1), Kind.GAP),
        (["ja", partly("is-vast"), "weet-niet"], Fraction(1, 2), Kind.GAP),
        (["ja", "weet-niet"], Fraction(0), Kind.UNKNOWN),
        (["weet-niet", "weet-niet"], Fraction(0), Kind.UNKNOWN),
        (["weet-niet", Answer(), "ja"], Fraction(0), Kind.UNKNOWN),
        (["ja", Answer()], Fraction(0), Kind.OPEN),
        ([Answer(), Answer()], Fraction(0), Kind.OPEN),
        (["ja", "nvt"], Fraction(0), Kind.NOT_APPLICABLE),
        (["nvt", "nvt"], Fraction(0), Kind.SAME),
        (["ja", "ja", "ja"], Fraction(0), Kind.SAME),
        (["ja", partly("woont-dichtbij")], Fraction(0), Kind.SAME),
    ],
)
def test_how_the_answers_to_a_factor_differ(
    small: FactorSet, answers: list[Answer | str], gap: Fraction, kind: Kind
) -> None:
    found = compared(small, *(evaluation({"team": answer}) for answer in answers))
    (row,) = (row for row in found.factors if row.factor.id == "team")
    assert (row.gap, row.kind) == (gap, kind)


def test_the_widest_gap_comes_first_then_what_is_worth_a_talk_then_the_order_of_the_set(small: FactorSet) -> None:
    one = evaluation({"team": "ja", "contact": partly(), "ruimte": "weet-niet", "tijd": "nee"})
    other = evaluation({"team": "ja", "contact": "ja", "ruimte": "ja", "tijd": "ja"})
    assert [(row.factor.id, row.kind) for row in compared(small, one, other).factors] == [
        ("tijd", Kind.GAP),
        ("contact", Kind.GAP),
        ("ruimte", Kind.UNKNOWN),
        ("team", Kind.SAME),
    ]


@LAW
@given(sets_answered_by(2, 4))
def test_every_factor_stands_in_it_once_and_no_score_is_touched(answered: tuple[FactorSet, list[Evaluation]]) -> None:
    factor_set, evaluations = answered
    found = compared(factor_set, *evaluations)
    assert {row.factor.id for row in found.factors} == set(factor_set.factor_by_id)
    assert [column.result for column in found.columns] == [score(factor_set, item) for item in evaluations]
    assert [row.gap for row in found.factors] == sorted((row.gap for row in found.factors), reverse=True)
    for scores in found.scores:
        assert len(scores) == len(found.columns)


def test_factors_that_some_did_not_know_are_named_and_not_compared(small: FactorSet) -> None:
    entries = [
        Entry("a.yaml", evaluation({})._replace(version=1), retired=("oud",)),
        Entry("b.yaml", evaluation({}), retired=("oud", "ouder")),
    ]
    found = comparison(small, Axis.DATE, entries, ["a", "b"])
    assert [row.factor.id for row in found.factors] == ["team", "contact", "ruimte"]
    assert [factor.id for factor in found.left_out.factors] == ["tijd"]
    assert found.left_out.retired == ("oud", "ouder")


def test_scores_rise_and_fall_and_are_missing(small: FactorSet) -> None:
    options = ("nee", "ja", "weet-niet", "ja", "nee")
    found = compared(small, *(evaluation({"team": item, "contact": item}) for item in options), axis=Axis.DATE)
    people, *_others = found.scores
    assert [score.change for score in people] == [None, 1, None, None, -1]
    assert not any(score.knows_less for score in people)


LESS = [
    pytest.param("weet-niet", id="unknown"),
    pytest.param("nvt", id="not applicable"),
    pytest.param(Answer(), id="open"),
]
"""What takes a factor out of a score."""


@pytest.mark.parametrize("less", LESS)
@pytest.mark.parametrize(("was", "rises"), [("nee", True), ("ja", False)])
def test_a_rise_or_a_fall_that_comes_from_fewer_answers_is_told_apart(
    small: FactorSet, less: Answer | str, was: str, *, rises: bool
) -> None:
    old = evaluation({"contact": "deels", "team": "deels", "tijd": was})
    new = evaluation({"contact": "deels", "team": "deels", "tijd": less})
    found = compared(small, old, new, old, axis=Axis.DATE)
    people, *_others, total = found.scores
    assert [score.change and score.change > 0 for score in total] == [None, rises, not rises]
    assert [score.knows_less for score in total] == [False, True, False]
    assert not any(score.knows_less for score in people)


@pytest.mark.parametrize("years", [(2025, 2026, 2027), (2027, 2025), (2027,)])
def test_the_day_is_that_of_the_latest_evaluation(small: FactorSet, years: tuple[int, ...]) -> None:
    evaluations = (evaluation({})._replace(date=date(year, 11, 23)) for year in years)
    assert compared(small, *evaluations).day == date(2027, 11, 23)


def test_nothing_rises_between_partners(small: FactorSet) -> None:
    found = compared(small, evaluation({"team": "nee", "contact": "ja"}), evaluation({"contact": "ja"}))
    assert [(score.change, score.knows_less) for score in found.scores[-1]] == [(None, False)] * 2
    assert found.courses == ()


BASE = Evaluation("Lyceum Oost", date(2026, 11, 23), "samen")


@pytest.mark.parametrize(
    ("others", "axes"),
    [
        ([BASE], []),
        ([BASE._replace(date=date(2026, 1, 1))], []),
        ([BASE._replace(date=date(2025, 11, 23))], [Axis.DATE]),
        ([BASE._replace(perspective="school")], [Axis.PERSPECTIVE]),
        ([BASE._replace(perspective=None)], [Axis.PERSPECTIVE]),
        ([BASE._replace(collaboration="Lyceum West")], [Axis.COLLABORATION]),
        ([BASE._replace(collaboration=" lyceum  OOST ")], []),
        (
            [BASE._replace(perspective="school"), BASE._replace(date=date(2025, 1, 1))],
            [Axis.PERSPECTIVE, Axis.DATE],
        ),
    ],
)
def test_what_sets_evaluations_apart(others: list[Evaluation], axes: list[Axis]) -> None:
    assert varying([BASE, *others]) == axes


@pytest.mark.parametrize(
    ("axis", "files"),
    [(Axis.DATE, "dacb"), (Axis.PERSPECTIVE, "dbca"), (Axis.COLLABORATION, "abcd")],
)
def test_each_axis_has_an_order_of_its_own(small: FactorSet, axis: Axis, files: str) -> None:
    entries = [
        Entry("a", Evaluation("Oost", date(2026, 1, 1), "samen")),
        Entry("b", Evaluation("West", date(2027, 1, 1), "school")),
        Entry("c", Evaluation("Noord", date(2026, 1, 1), "school")),
        Entry("d", Evaluation("Zuid", date(2025, 1, 1))),
    ]
    assert "".join(entry.file for entry in ordered(axis, entries, small)) == files

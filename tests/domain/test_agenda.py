"""What partners can talk about: why each factor is on the agenda, what all of them miss, and what is still agreed."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given

from tests.domain.building import DAY, LAW, evaluation, partly, sets_answered_by
from tests.domain.test_comparison import compared
from werkzaam.domain.agenda import Agenda, TalkPoint, Topic, agenda
from werkzaam.domain.comparison import Kind
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import Condition, FactorSet
from werkzaam.domain.score import score

NOWHERE = Answer()


def about(factor_set: FactorSet, factor: str, *answers: Answer | str) -> TalkPoint:
    """Return the point on one factor, answered by so many partners."""
    found = agenda(compared(factor_set, *(evaluation({factor: answer}) for answer in answers)))
    (point,) = (point for point in found.points if point.factor.id == factor)
    return point


def ids(conditions: tuple[Condition, ...]) -> list[str]:
    return [condition.id for condition in conditions]


@pytest.mark.parametrize(
    ("answers", "topic"),
    [
        (["ja", "nee"], Topic.FIRST),
        (["ja", partly(), "weet-niet"], Topic.FIRST),
        (["ja", "nvt"], Topic.DIFFERENT),
        (["nee", "nee", "nvt"], Topic.DIFFERENT),
        (["nee", "nee"], Topic.MISSED),
        ([partly("is-vast"), partly("is-deskundig")], Topic.MISSED),
        (["nee", "weet-niet"], Topic.UNKNOWN),
        (["weet-niet", "weet-niet"], Topic.UNKNOWN),
        (["ja", NOWHERE], Topic.UNKNOWN),
        ([NOWHERE, NOWHERE], Topic.UNKNOWN),
        (["ja", "ja"], Topic.IN_PLACE),
        (["ja", partly("woont-dichtbij")], Topic.IN_PLACE),
        (["nvt", "nvt"], Topic.NOT_APPLICABLE),
    ],
)
def test_why_a_factor_is_on_the_agenda(small: FactorSet, answers: list[Answer | str], topic: Topic) -> None:
    assert about(small, "team", *answers).topic is topic


@pytest.mark.parametrize(
    ("answers", "shared", "named"),
    [
        pytest.param(["nee", "nee"], ["is-vast", "is-deskundig", "woont-dichtbij"], [[], []], id="none of it"),
        pytest.param([partly("is-vast", "is-deskundig"), partly("is-vast")], ["is-vast"], [["is-deskundig"], []],
                     id="one and more"),
        pytest.param([partly("is-vast"), partly("is-deskundig")], [], [["is-vast"], ["is-deskundig"]], id="others"),
        pytest.param([partly("is-vast"), partly()], [], [["is-vast"], []], id="one does not say which"),
        pytest.param([partly("is-vast"), "nee"], ["is-vast"], [[], []], id="also where the answers differ"),
        pytest.param([partly("is-vast"), partly("is-vast"), "weet-niet"], [], [["is-vast"], ["is-vast"], []],
                     id="nothing where somebody does not know"),
        pytest.param(["ja", partly("woont-dichtbij")], [], [[], ["woont-dichtbij"]], id="a wish"),
    ],
)  # fmt: skip
def test_what_all_of_them_miss_stands_apart_from_what_each_names(
    small: FactorSet, answers: list[Answer | str], shared: list[str], named: list[list[str]]
) -> None:
    point = about(small, "team", *answers)
    assert (ids(point.shared), [ids(voice.named) for voice in point.voices]) == (shared, named)
    assert set(ids(point.named)) == {item for each in named for item in each}


@pytest.mark.parametrize(
    ("answer", "topic"),
    [("deels", Topic.IN_PLACE), ("nee", Topic.MISSED), (partly("is-vast"), Topic.MISSED)],
)
def test_what_all_find_good_enough_needs_no_talk(small: FactorSet, answer: Answer | str, topic: Topic) -> None:
    factor_set = replace(small, missing_below=Fraction(1, 2))
    assert about(factor_set, "team", answer, answer).topic is topic


def test_what_falls_short_for_some_alone_is_seen_differently(small: FactorSet) -> None:
    lower = replace(small, missing_below=Fraction(1, 2))
    assert about(lower, "team", partly("is-vast"), partly()).topic is Topic.DIFFERENT
    assert about(lower, "team", partly("is-vast"), partly("is-vast")).topic is Topic.MISSED
    assert about(lower, "team", partly(), partly()).topic is Topic.IN_PLACE


def test_points_stand_in_the_order_of_the_comparison(small: FactorSet) -> None:
    one = evaluation({"team": "ja", "contact": partly(), "ruimte": "nvt", "tijd": "nee"})
    other = evaluation({"team": "ja", "contact": "ja", "ruimte": "ja", "tijd": "ja"})
    found = agenda(compared(small, one, other))
    assert [point.factor.id for point in found.points] == ["tijd", "contact", "ruimte", "team"]
    assert [point.factor.id for point in found.about(Topic.FIRST)] == ["tijd", "contact"]
    assert [point.factor.id for point in found.about(Topic.DIFFERENT)] == ["ruimte"]


def test_a_talk_begins_with_the_three_widest_gaps(small: FactorSet) -> None:
    other = evaluation(dict.fromkeys(small.factor_by_id, "nee"))
    found = agenda(compared(small, evaluation(dict.fromkeys(small.factor_by_id, "ja")), other))
    assert [point.factor.id for point in found.about(Topic.FIRST)] == ["team", "contact", "ruimte"]
    assert [point.factor.id for point in found.about(Topic.DIFFERENT)] == ["tijd"]


@LAW
@given(sets_answered_by(2, 4))
def test_every_factor_is_on_the_agenda_for_one_reason_and_nothing_is_averaged(
    answered: tuple[FactorSet, list[Evaluation]],
) -> None:
    factor_set, evaluations = answered
    comparison = compared(factor_set, *evaluations)
    found = agenda(comparison)
    placed = [point.factor.id for topic in Topic for point in found.about(topic)]
    assert sorted(placed) == sorted(factor_set.factor_by_id)
    assert [column.result for column in comparison.columns] == [score(factor_set, item) for item in evaluations]
    for point, row in zip(found.points, comparison.factors, strict=True):
        assert tuple(voice.result for voice in point.voices) == row.results
        assert (point.topic in {Topic.FIRST, Topic.DIFFERENT}) == (row.kind in {Kind.GAP, Kind.NOT_APPLICABLE})
        for voice in point.voices:
            assert not set(voice.named) & set(point.shared)
            assert set(voice.named) | set(point.shared) <= set(voice.result.missing)


# --- agreements ---------------------------------------------------------------------------------------------------


PAUSE = Action("Ook in de pauze", "team", "jongerenwerk", date(2027, 3, 1))


def with_actions(factor_set: FactorSet, *actions: tuple[Action, ...]) -> Agenda:
    items = (evaluation({})._replace(actions=each, date=DAY + timedelta(number)) for number, each in enumerate(actions))
    return agenda(compared(factor_set, *items))


def stood(found: Agenda) -> list[list[tuple[Action, tuple[str, ...]]]]:
    return [list(action.versions) for action in found.actions]


def test_the_same_agreement_stands_once_with_everyone_who_has_it(small: FactorSet) -> None:
    board = Action("Een bord")
    found = with_actions(small, (PAUSE,), (board, PAUSE, PAUSE), (PAUSE,))
    assert stood(found) == [[(PAUSE, ("1.yaml", "2.yaml", "3.yaml"))], [(board, ("2.yaml",))]]
    assert [action.what for action in found.actions] == ["Ook in de pauze", "Een bord"]


@pytest.mark.parametrize("other", [PAUSE._replace(factor=None), PAUSE._replace(what="Ook in de Pauze")])
def test_about_another_factor_or_in_other_words_it_is_another_agreement(small: FactorSet, other: Action) -> None:
    assert stood(with_actions(small, (PAUSE,), (other,))) == [[(PAUSE, ("1.yaml",))], [(other, ("2.yaml",))]]


def test_what_stands_otherwise_in_another_file_is_kept(small: FactorSet) -> None:
    later, done = PAUSE._replace(due=date(2027, 6, 1)), PAUSE._replace(status=ActionStatus.DONE)
    found = with_actions(small, (PAUSE,), (later,), (done,))
    assert stood(found) == [[(PAUSE, ("1.yaml",)), (later, ("2.yaml",)), (done, ("3.yaml",))]]


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DROPPED])
def test_what_is_open_nowhere_is_no_open_agreement(small: FactorSet, status: ActionStatus) -> None:
    assert with_actions(small, (PAUSE._replace(status=status),), ()).actions == ()

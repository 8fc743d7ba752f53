"""What changed: answers, conditions, notes, scores, and what became of actions."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.building import LAW, answered_sets, answers_to, evaluation, partly, with_nothing_named
from werkzaam.domain.difference import Fate, change, difference
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet, Special, Value

NONE, HALF, WHOLE = Fraction(0), Fraction(1, 2), Fraction(1)
PLAN = Action("Praten", "tijd", "school", date(2027, 3, 1))


def with_actions(*actions: Action) -> Evaluation:
    return evaluation({})._replace(actions=actions)


@pytest.mark.parametrize(
    ("old", "new", "change", "moved"),
    [
        pytest.param("nee", partly("is-vast"), HALF, (["is-deskundig", "woont-dichtbij"], []), id="some came in place"),
        pytest.param(partly("is-vast"), "nee", -HALF, ([], ["is-deskundig", "woont-dichtbij"]), id="some went missing"),
        pytest.param(
            partly("is-vast"), partly("is-deskundig"), Fraction(0), (["is-vast"], ["is-deskundig"]), id="both"
        ),
        pytest.param("nee", "ja", Fraction(1), (["is-vast", "is-deskundig", "woont-dichtbij"], []), id="all"),
        pytest.param("nee", partly(), HALF, ([], []), id="which are missing now was not said"),
        pytest.param(partly(), "ja", HALF, ([], []), id="which were missing was not said"),
        pytest.param("nee", partly("woont-dichtbij"), Fraction(1), (["is-vast", "is-deskundig"], []), id="but a wish"),
        pytest.param("ja", "weet-niet", None, ([], []), id="nobody knows any more"),
        pytest.param("nvt", "nee", None, ([], []), id="it applies now"),
        pytest.param(Answer(), "ja", None, ([], []), id="answered for the first time"),
        pytest.param("ja", Answer(), None, ([], []), id="no longer answered"),
    ],
)
def test_what_is_answered_otherwise_is_told_with_the_conditions_that_moved(
    small: FactorSet,
    old: Answer | str,
    new: Answer | str,
    change: Fraction | None,
    moved: tuple[list[str], list[str]],
) -> None:
    (found,) = difference(small, evaluation({"team": old}), evaluation({"team": new})).factors
    assert found.factor.id == "team"
    assert found.category.id == "mensen"
    assert found.change == change
    assert ([condition.id for condition in found.gained], [condition.id for condition in found.lost]) == moved
    assert not found.note_changed


def test_a_note_alone_is_a_change(small: FactorSet) -> None:
    found = difference(small, evaluation({"team": "ja"}), evaluation({"team": Answer("ja", None, "Sinds maart.")}))
    assert [(factor.factor.id, factor.note_changed, factor.change) for factor in found.factors] == [
        ("team", True, NONE)
    ]
    assert not found.is_empty


def test_scores_rise_and_fall(small: FactorSet) -> None:
    found = difference(small, evaluation({"team": "nee", "contact": "ja"}), evaluation({"team": "ja", "tijd": "nee"}))
    assert [(score.old.score, score.new.score, score.change) for score in found.scores[:-1]] == [
        (HALF, WHOLE, HALF),
        (None, NONE, None),
    ]
    assert (found.total.old.score, found.total.new.score, found.total.change) == (HALF, HALF, NONE)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        pytest.param("ddj", "dwj", True, id="what was low is not known any more"),
        pytest.param("ddj", "dvj", True, id="what was low does not apply any more"),
        pytest.param("ddj", "d.j", True, id="what was low is open"),
        pytest.param("jdn", "wdn", True, id="what was high is not known any more"),
        pytest.param("ndd", "wjd", True, id="part of it"),
        pytest.param("nww", "wjw", False, id="too little is known"),
        pytest.param("njw", "wjj", True, id="low went, high came"),
        pytest.param("ddj", "djj", False, id="it is better"),
        pytest.param("dwj", "djj", False, id="more is known"),
        pytest.param("djn", "wjj", False, id="what went was as high as the mean"),
        pytest.param("djj", "wnn", True, id="it fell more than it shows"),
        pytest.param("jnw", "dww", False, id="there is no score any more, of one that fell"),
        pytest.param("ddj", "wwj", False, id="there is no score any more"),
        pytest.param("www", "jjj", False, id="there was no score"),
        pytest.param("jjj", "jwj", False, id="the score is the same"),
        pytest.param("jnd", "dwd", True, id="the score is the same, and what is known fell"),
        pytest.param("jvv", "vvj", True, id="nothing counts in both"),
    ],
)
def test_a_score_that_changed_because_less_is_known_is_marked(
    small: FactorSet, old: str, new: str, *, marked: bool
) -> None:
    options: dict[str, Answer | str] = {
        "j": "ja",
        "d": partly(),
        "n": "nee",
        "w": "weet-niet",
        "v": "nvt",
        ".": Answer(),
    }

    def answered(keys: str) -> Evaluation:
        return evaluation(dict(zip(("team", "contact", "tijd"), map(options.__getitem__, keys), strict=True)))

    assert difference(small, answered(old), answered(new)).total.knows_less is marked


def test_a_note_on_the_whole_is_a_difference(small: FactorSet) -> None:
    old, new = evaluation({}), evaluation({})._replace(note="Besproken.")
    for pair, notes in (((old, new), (None, "Besproken.")), ((new, None), ("Besproken.", None))):
        found = difference(small, *pair)
        assert (found.is_empty, found.note_changed, found.notes) == (False, True, notes)
    assert not difference(small, new, new).note_changed


@LAW
@given(st.data())
def test_an_evaluation_does_not_differ_from_itself(data: st.DataObject) -> None:
    factor_set, same = data.draw(answered_sets())
    found = difference(factor_set, same, same._replace(date=date(2027, 1, 1)))
    assert found.is_empty
    assert {score.change for score in found.scores} <= {Fraction(0), None}
    assert not any(score.knows_less for score in found.scores)


@LAW
@given(answered_sets())
def test_saying_that_nothing_is_missing_is_no_difference(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, found = answered
    unsaid, none_named = (with_nothing_named(factor_set, found, missing) for missing in (None, ()))
    assert difference(factor_set, unsaid, none_named).is_empty
    assert difference(factor_set, none_named, unsaid).is_empty


@pytest.mark.parametrize("answer", [Answer("deels"), partly()])
def test_conditions_that_were_named_and_are_not_any_more_are_a_difference(small: FactorSet, answer: Answer) -> None:
    (found,) = difference(small, evaluation({"team": partly("is-vast")}), evaluation({"team": answer})).factors
    assert found.no_longer_named
    assert not difference(small, evaluation({"team": answer}), evaluation({"team": partly("is-vast")})).is_empty


@LAW
@given(st.data())
def test_the_other_way_round_everything_is_turned(data: st.DataObject) -> None:
    factor_set, old = data.draw(answered_sets())
    new = evaluation({factor.id: data.draw(answers_to(factor)) for factor in factor_set.factors})
    there, back = difference(factor_set, old, new), difference(factor_set, new, old)
    assert [found.factor.id for found in there.factors] == [found.factor.id for found in back.factors]
    for one, other in zip(there.factors, back.factors, strict=True):
        assert (one.gained, one.lost) == (other.lost, other.gained)
        assert one.change == (None if other.change is None else -other.change)


def test_nothing_stands_for_an_evaluation_that_is_not_there(small: FactorSet) -> None:
    answered = evaluation({"team": "ja"})
    assert [found.old.answer.option for found in difference(small, None, answered).factors] == [None]
    assert [found.new.answer.option for found in difference(small, answered, None).factors] == [None]
    assert difference(small, None, None).is_empty


@pytest.mark.parametrize(
    ("old", "new", "fates"),
    [
        pytest.param([], [PLAN], [Fate.ADDED], id="new"),
        pytest.param([PLAN], [PLAN], [Fate.UNCHANGED], id="as it was"),
        pytest.param([PLAN], [PLAN._replace(status=ActionStatus.DONE)], [Fate.DONE], id="done"),
        pytest.param([PLAN], [PLAN._replace(status=ActionStatus.DROPPED)], [Fate.DROPPED], id="dropped"),
        pytest.param([PLAN._replace(status=ActionStatus.DONE)], [PLAN], [Fate.REOPENED], id="open again"),
        pytest.param([PLAN], [PLAN._replace(owner="gemeente")], [Fate.CHANGED], id="by someone else"),
        pytest.param([PLAN], [PLAN._replace(due=None)], [Fate.CHANGED], id="without a day"),
        pytest.param([PLAN], [], [Fate.REMOVED], id="gone"),
        pytest.param([PLAN], [PLAN._replace(factor="team")], [Fate.ADDED, Fate.REMOVED], id="about another factor"),
        pytest.param([PLAN, PLAN], [PLAN], [Fate.UNCHANGED, Fate.REMOVED], id="one of two alike is gone"),
        pytest.param([PLAN], [PLAN, PLAN], [Fate.UNCHANGED, Fate.ADDED], id="one more alike"),
    ],
)
def test_what_became_of_actions(small: FactorSet, old: list[Action], new: list[Action], fates: list[Fate]) -> None:
    found = difference(small, with_actions(*old), with_actions(*new))
    assert [action.fate for action in found.actions] == fates
    assert found.is_empty == (set(fates) == {Fate.UNCHANGED})
    assert [action.action for action in found.actions][: len(new)] == new


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DROPPED])
def test_what_was_settled_is_gone_only_from_an_evaluation_of_the_same_day(
    small: FactorSet, status: ActionStatus
) -> None:
    before, after = with_actions(PLAN._replace(status=status)), with_actions()
    assert [action.fate for action in difference(small, before, after).actions] == [Fate.REMOVED]
    next_year = after._replace(date=after.date.replace(year=after.date.year + 1))
    assert difference(small, before, next_year).is_empty
    assert [action.fate for action in difference(small, with_actions(PLAN), next_year).actions] == [Fate.REMOVED]


def test_factors_that_one_of_the_two_did_not_know_are_named_and_not_compared(small: FactorSet) -> None:
    older = evaluation({})._replace(version=1)
    found = difference(small, older, evaluation({"tijd": "ja", "team": "ja"}), retired=["oud", "oud"])
    assert [factor.factor.id for factor in found.factors] == ["team"]
    assert found.left_out.retired == ("oud",)
    assert [factor.id for factor in found.left_out.factors] == ["tijd"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (Fraction(1, 2), Fraction(1), Fraction(1, 2)),
        (Fraction(1), Fraction(0), Fraction(-1)),
        (Fraction(0), Fraction(0), Fraction(0)),
        (None, Fraction(1), None),
        (Fraction(1), None, None),
        (Special.UNKNOWN, Fraction(1), None),
        (Fraction(1), Special.NOT_APPLICABLE, None),
    ],
)
def test_a_change_is_what_was_added_and_only_between_numbers(
    old: Value | None, new: Value | None, expected: Fraction | None
) -> None:
    assert change(old, new) == expected

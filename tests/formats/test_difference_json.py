"""What changed, as JSON: what stands where, and its figures those of the two reports."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import answered_sets, answers_to, evaluation
from tests.formats.reports import AGREED
from werkzaam.domain.difference import Difference, difference
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.json_comparisons import difference_json
from werkzaam.formats.json_results import report_json

OVERDUE, DUE_TODAY, DONE, DROPPED, VAGUE = AGREED
GONE = DROPPED._replace(status=ActionStatus.OPEN)


def small_difference(factor_set: FactorSet) -> Difference:
    """Return what changed since the small set's answers: every kind of change to answers, notes and actions."""
    old = examples.read(examples.SMALL_ANSWERS, factor_set).evaluation
    new = Evaluation(
        old.collaboration,
        date(2027, 11, 22),
        "school",
        "Besproken.",
        {
            "team": Answer("deels", ("is-vast",), "Eerst dit.\nDan dat."),
            "contact": Answer("ja"),
            "ruimte": Answer("deels", ("is-centraal",)),
            "tijd": Answer("nee"),
        },
        (
            OVERDUE._replace(status=ActionStatus.DONE),
            DONE._replace(status=ActionStatus.OPEN),
            DUE_TODAY._replace(owner="gemeente"),
            VAGUE,
            Action("Een klok", "tijd"),
        ),
    )
    return difference(
        factor_set, old._replace(actions=(OVERDUE, DUE_TODAY, DONE, GONE, VAGUE)), new, retired=["oud-lokaal"]
    )


def test_what_changed_in_answers_and_what_became_of_actions(small: FactorSet) -> None:
    found = json.loads(difference_json(small_difference(small)))
    assert [found[side]["score"] for side in ("old", "new")] + [found["change"]] == [0.75, 0.5, -0.25]
    assert [(item["old"], item["new"], item["change"]) for item in found["categories"]] == [
        (0.75, 0.75, 0),
        (None, 0, None),
    ]
    assert [tuple(item.values()) for item in found["factors"]] == [
        ("mensen", "team", "deels", "deels", 0, ["is-deskundig"], ["is-vast"], True),
        ("plek", "ruimte", "nee", "deels", 1, ["is-eigen"], [], False),
        ("plek", "tijd", None, "nee", None, [], [], False),
    ]
    assert [(item["what"], item["status"], item["became"]) for item in found["actions"]] == [
        ("Ook op donderdag", "done", "done"),
        ("Een sleutel", "open", "reopened"),
        ("Overleg", "open", "changed"),
        ("Gewoon doen", "open", "unchanged"),
        ("Een klok", "open", "added"),
        ("Een bord", "open", "removed"),
    ]
    assert found["retired"] == ["oud-lokaal"]


def test_nothing_but_the_name_of_a_category_has_a_language(small: FactorSet) -> None:
    dutch, english = (json.loads(difference_json(small_difference(item))) for item in (examples.small("nl"), small))
    assert [item.pop("name") for item in english["categories"]] == ["People", "Place"]
    assert [item.pop("name") for item in dutch["categories"]] == ["Mensen", "Plek"]
    assert dutch == english


def test_each_evaluation_says_which_it_is(small: FactorSet) -> None:
    found = json.loads(difference_json(small_difference(small), "a.yaml", "b.yaml"))
    names = {"collaboration": "Lyceum Oost en Stichting Straatwerk"}
    assert found["old"] == {"file": "a.yaml", **names, "date": "2026-11-23", "perspective": "samen", "score": 0.75}
    assert found["new"] == {"file": "b.yaml", **names, "date": "2027-11-22", "perspective": "school", "score": 0.5}


def test_an_evaluation_that_is_not_there_is_null(small: FactorSet) -> None:
    answered = evaluation({"team": "ja", "contact": "ja", "tijd": "ja"})
    for there, absent, pair in (("old", "new", (answered, None)), ("new", "old", (None, answered))):
        found = json.loads(difference_json(difference(small, *pair)))
        assert (found[there]["date"], found[there]["score"]) == ("2026-11-23", 1)
        assert {*found[absent].values()} == {None}
        assert [(item[there], item[absent], item["change"]) for item in found["factors"]] == [("ja", None, None)] * 3


def test_factors_that_were_not_asked_then_are_named(small: FactorSet) -> None:
    found = difference(small, evaluation({})._replace(version=1), evaluation({"tijd": "ja", "team": "ja"}))
    written = json.loads(difference_json(found))
    assert (written["added"], [item["factor"] for item in written["factors"]]) == (["tijd"], ["team"])


@given(st.data())
@settings(max_examples=20)
def test_the_scores_are_those_of_the_two_reports(data: st.DataObject) -> None:
    factor_set, old = data.draw(answered_sets())
    new = evaluation({item.id: data.draw(answers_to(item)) for item in factor_set.factors})
    written = json.loads(difference_json(difference(factor_set, old, new)))
    before, after = (json.loads(report_json(report(factor_set, item))) for item in (old, new))
    assert (written["old"]["score"], written["new"]["score"]) == (before["score"], after["score"])
    for found, was, now in zip(written["categories"], before["categories"], after["categories"], strict=True):
        assert (found["id"], found["old"], found["new"]) == (was["id"], was["score"], now["score"])
        expected = None if None in {was["score"], now["score"]} else now["score"] - was["score"]
        assert found["change"] == (None if expected is None else pytest.approx(expected, abs=0.00011))
    assert {item["factor"] for item in written["factors"]} == {
        item.id for item in factor_set.factors if not old.answer(item.id).is_like(new.answer(item.id))
    }

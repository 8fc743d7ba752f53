"""What changed, as JSON: whole on the small set, and its figures those of the two reports."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import answered_sets, answers_to, evaluation
from tests.formats import hostile
from tests.formats.reports import AGREED
from werkzaam.domain.difference import Difference, difference
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.files import answers, reading
from werkzaam.formats.difference_json import difference_json
from werkzaam.formats.report_json import report_json

OVERDUE, DUE_TODAY, DONE, DROPPED, VAGUE = AGREED
GONE = replace(DROPPED, status=ActionStatus.OPEN)


def small_difference(factor_set: FactorSet) -> Difference:
    """Return what changed since the small set's answers: every kind of change to answers, notes and actions."""
    old = answers.read(reading.Source("klein.yaml", examples.SMALL_ANSWERS), factor_set).evaluation
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
            replace(OVERDUE, status=ActionStatus.DONE),
            replace(DONE, status=ActionStatus.OPEN),
            replace(DUE_TODAY, owner="gemeente"),
            VAGUE,
            Action("Een klok", "tijd"),
        ),
    )
    return difference(
        factor_set, replace(old, actions=(OVERDUE, DUE_TODAY, DONE, GONE, VAGUE)), new, retired=["oud-lokaal"]
    )


def factor(category: str, name: str, old: str | None, new: str | None, **more: object) -> dict[str, object]:
    head = {"category": category, "factor": name, "old": old, "new": new}
    return {**head, "change": None, "gained": [], "lost": [], "note_changed": False, **more}


def action(name: str | None, what: str, *rest: str | None) -> dict[str, str | None]:
    return {"factor": name, "what": what, **dict(zip(("owner", "due", "status", "became"), rest, strict=True))}


SMALL = {
    "old": {"date": "2026-11-23", "perspective": "samen", "score": 0.75},
    "new": {"date": "2027-11-22", "perspective": "school", "score": 0.5},
    "change": -0.25,
    "categories": [
        {"id": "mensen", "old": 0.75, "new": 0.75, "change": 0},
        {"id": "plek", "old": None, "new": 0, "change": None},
    ],
    "factors": [
        factor(
            "mensen", "team", "deels", "deels", change=0, gained=["is-deskundig"], lost=["is-vast"], note_changed=True
        ),
        factor("plek", "ruimte", "nee", "deels", change=1, gained=["is-eigen"]),
        factor("plek", "tijd", None, "nee"),
    ],
    "actions": [
        action("team", "Ook op donderdag", "jongerenwerk", "2026-11-22", "done", "done"),
        action("ruimte", "Een sleutel", "school", "2026-03-01", "open", "reopened"),
        action("tijd", "Overleg", "gemeente", "2026-11-23", "open", "changed"),
        action(None, "Gewoon doen", None, None, "open", "unchanged"),
        action("tijd", "Een klok", None, None, "open", "added"),
        action(None, "Een bord", None, "2026-03-01", "open", "removed"),
    ],
    "retired": ["oud-lokaal"],
    "added": [],
}


def test_a_difference_as_json(small: FactorSet) -> None:
    assert difference_json(small_difference(small)) == json.dumps(SMALL, ensure_ascii=False, indent=2) + "\n"


def test_nothing_in_it_has_a_language(small: FactorSet) -> None:
    assert difference_json(small_difference(examples.small("en"))) == difference_json(small_difference(small))


@pytest.mark.parametrize("there", ["old", "new"])
def test_an_evaluation_that_is_not_there_is_null(small: FactorSet, there: str) -> None:
    answered = evaluation({"team": "ja", "contact": "ja", "tijd": "ja"})
    absent = "new" if there == "old" else "old"
    found = json.loads(difference_json(difference(small, *((answered, None) if there == "old" else (None, answered)))))
    assert found[there] == {"date": "2026-11-23", "perspective": None, "score": 1}
    assert found[absent] == {"date": None, "perspective": None, "score": None}
    assert [(item[there], item[absent], item["change"]) for item in found["factors"]] == [("ja", None, None)] * 3


def test_factors_that_were_not_asked_then_are_named(small: FactorSet) -> None:
    found = difference(small, evaluation({}), evaluation({"tijd": "ja", "team": "ja"}), added={"tijd"})
    written = json.loads(difference_json(found))
    assert (written["added"], [item["factor"] for item in written["factors"]]) == (["tijd"], ["team"])


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_a_hostile_text_is_read_back_exactly(small: FactorSet, text: str) -> None:
    found = difference(small, None, hostile.poisoned_answers(text), retired=[text])
    written = json.loads(difference_json(found))
    assert [(item["what"], item["owner"]) for item in written["actions"]] == [(text, text)]
    assert written["retired"] == [text]


@given(st.data())
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
        item.id for item in factor_set.factors if old.answer(item.id) != new.answer(item.id)
    }

"""Evaluations side by side, as JSON: what stands where, and its figures those of the reports."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import answered_sets, answers_to, evaluation
from tests.formats.comparisons import NAME, compared, three_collaborations, three_partners, three_years
from werkzaam.domain.comparison import Axis, Entry, Kind
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.json_comparisons import comparison_json
from werkzaam.formats.json_results import report_json


def test_answers_and_values_stand_in_the_order_of_the_columns(small: FactorSet) -> None:
    found = json.loads(comparison_json(three_years(small)))
    assert [column["file"] for column in found["columns"]] == [f"werkzaam-{year}.yaml" for year in (2025, 2026, 2027)]
    assert [item["scores"] for item in found["categories"]] == [[0.5, 0.75, 0.25], [None, None, 1]]
    assert [(item["factor"], item["answers"], item["values"], item["kind"]) for item in found["factors"]] == [
        ("contact", ["ja", "ja", "nee"], [1, 1, 0], "gap"),
        ("team", ["nee", "deels", "deels"], [0, 0.5, 0.5], "gap"),
        ("ruimte", ["weet-niet", "nee", "nee"], [None, 0, 0], "unknown"),
        ("tijd", ["nvt", None, "ja"], [None, None, 1], "open"),
    ]
    assert found["retired"] == ["oud-lokaal"]


def test_each_evaluation_says_which_it_is_and_how_it_changed(small: FactorSet) -> None:
    found = json.loads(comparison_json(three_years(small)))
    assert found["columns"][1] == {
        "label": "2026",
        "file": "werkzaam-2026.yaml",
        "collaboration": NAME,
        "date": "2026-11-23",
        "perspective": "samen",
        "score": 0.75,
        "coverage": 0.6667,
        "change": 0.25,
        "knows_less": False,
    }
    assert [(item["name"], item["changes"], item["knows_less"]) for item in found["categories"]] == [
        ("People", [None, 0.25, -0.5], [False, False, False]),
        ("Place", [None, None, None], [False, False, False]),
    ]


def test_a_rise_that_comes_from_knowing_less_is_marked(small: FactorSet) -> None:
    entries = [Entry(answer, evaluation({"team": answer, "contact": "ja"})) for answer in ("deels", "weet-niet")]
    found = json.loads(comparison_json(compared(small, Axis.DATE, entries)))
    assert found["categories"][0]["changes"] == [None, 0.25]
    assert found["categories"][0]["knows_less"] == [False, True]
    between = json.loads(comparison_json(compared(small, Axis.COLLABORATION, entries)))
    assert between["categories"][0]["changes"] == [None, None]
    assert [column["knows_less"] for column in between["columns"]] == [False, False]


def test_what_became_of_agreements_names_the_columns(small: FactorSet) -> None:
    first = evaluation({})._replace(actions=(Action("Een bord"), Action("Een klok", "tijd")))
    last = first._replace(date=date(2027, 11, 22), actions=(Action("Een bord", status=ActionStatus.DONE),))
    found = json.loads(comparison_json(compared(small, Axis.DATE, [Entry("a", first), Entry("b", last)])))
    assert [(item["what"], item["agreed"], item["last"], item["became"]) for item in found["actions"]] == [
        ("Een bord", 0, 1, "done"),
        ("Een klok", 0, 0, "removed"),
    ]


def test_only_names_and_labels_have_a_language(small: FactorSet) -> None:
    dutch, english = (json.loads(comparison_json(three_years(item))) for item in (examples.small("nl"), small))
    for item in (*dutch["categories"], *english["categories"]):
        del item["name"]
    assert dutch == english
    written = json.loads(comparison_json(three_partners(small)))
    assert [column["label"] for column in written["columns"]] == ["Not said", "School", "Together"]
    assert [item["kind"] for item in written["factors"]] == ["gap", "unknown", "open", "same"]


def test_collaborations_are_called_by_their_names(small: FactorSet) -> None:
    written = json.loads(comparison_json(three_collaborations(small)))
    assert written["by"] == "collaboration"
    assert [column["label"] for column in written["columns"]] == [
        "Lyceum Noord (Not said)",
        "Lyceum Oost (School)",
        "Lyceum West (Together)",
    ]


def test_values_and_gaps_are_exact() -> None:
    entries = [Entry(answer, evaluation({"first": answer, "third": "done"})) for answer in ("3", "1")]
    found = json.loads(comparison_json(compared(examples.other_scale(), Axis.DATE, entries)))
    assert [(item["values"], item["gap"]) for item in found["factors"]] == [
        ([0.75, 0.25], 0.5),
        ([None, None], 0),
        ([1, 1], 0),
    ]


def test_factors_that_were_not_asked_then_are_named(small: FactorSet) -> None:
    entries = [Entry("a", evaluation({})._replace(version=1)), Entry("b", evaluation({"tijd": "ja"}))]
    found = json.loads(comparison_json(compared(small, Axis.DATE, entries)))
    assert (found["added"], [item["factor"] for item in found["factors"]]) == (["tijd"], ["team", "contact", "ruimte"])


@given(st.data())
@settings(max_examples=20)
def test_the_figures_are_those_of_the_reports_and_in_their_order(data: st.DataObject) -> None:
    factor_set, first = data.draw(answered_sets())
    others = [
        evaluation({item.id: data.draw(answers_to(item)) for item in factor_set.factors})
        for _number in range(data.draw(st.integers(1, 3)))
    ]
    written = json.loads(
        comparison_json(compared(factor_set, Axis.DATE, [Entry("x", item) for item in (first, *others)]))
    )
    reports = [json.loads(report_json(report(factor_set, item))) for item in (first, *others)]
    for key in ("score", "coverage"):
        assert [column[key] for column in written["columns"]] == [item[key] for item in reports]
    for number, category in enumerate(written["categories"]):
        assert category["scores"] == [item["categories"][number]["score"] for item in reports]
    by_factor = [
        {part["id"]: part for category in item["categories"] for part in category["factors"]} for item in reports
    ]
    for item in written["factors"]:
        assert item["answers"] == [parts[item["factor"]]["answer"] for parts in by_factor]
        assert item["values"] == [parts[item["factor"]]["value"] for parts in by_factor]
    ids, kinds = list(factor_set.factor_by_id), [kind.value for kind in Kind]
    keys = [(-item["gap"], kinds.index(item["kind"]), ids.index(item["factor"])) for item in written["factors"]]
    assert keys == sorted(keys)
    assert len(keys) == len(ids)

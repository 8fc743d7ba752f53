"""An overview as JSON: what stands where, and its figures those of the reports."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.building import evaluation
from tests.domain.summing import many_evaluations, overview_of
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.json_results import overview_json, report_json


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        (None, [None]),
        (Axis.PERSPECTIVE, [None, "samen", "school"]),
        (Axis.COLLABORATION, ["Lyceum Noord", "Lyceum Oost", "Lyceum West"]),
    ],
)
def test_keys_of_groups(small: FactorSet, by: Axis | None, keys: list[str | None]) -> None:
    written = json.loads(overview_json(overview_of(small, by), 5, 1))
    assert [group["key"] for group in written["groups"]] == keys
    assert (written["files"], written["invalid"]) == (5, 1)


def test_what_is_missing_most_often_is_counted_where_it_is_known(small: FactorSet) -> None:
    (group,) = json.loads(overview_json(overview_of(small), 5, 0))["groups"]
    assert [(item["condition"], item["count"], item["share"]) for item in group["most_missing"]] == [
        (None, 2, 0.6667),  # a factor without conditions
        ("is-vast", 2, 0.5),
        ("is-deskundig", 2, 0.5),
        ("een-punt", 1, 0.25),
    ]


def test_nothing_as_json(small: FactorSet) -> None:
    assert json.loads(overview_json(overview_of(small, Axis.DATE, []), 3, 0)) == {
        "files": 3,
        "invalid": 0,
        "groups": [],
    }


def test_more_than_people_get_to_see_is_there(built_in: FactorSet) -> None:
    found = overview_of(built_in, None, [evaluation({factor.id: "nee" for factor in built_in.factors})])
    (group,) = json.loads(overview_json(found, 1, 0))["groups"]
    assert [(item["category"], item["factor"], item["condition"]) for item in group["most_missing"]] == [
        (category.id, factor.id, condition.id)
        for category in built_in.categories
        for factor in category.factors
        for condition in factor.conditions
        if not (factor.preferred or condition.preferred)
    ]


@given(many_evaluations(), st.sampled_from([None, *Axis]))
@settings(max_examples=20)
def test_the_figures_are_those_of_the_reports(many: tuple[FactorSet, list[Evaluation]], by: Axis | None) -> None:
    factor_set, evaluations = many
    evaluations = [item._replace(collaboration=item.collaboration.strip().upper()) for item in evaluations]
    keys: dict[Axis | None, Any] = {
        None: lambda _item: None,
        Axis.DATE: lambda item: item["date"][:4],
        Axis.PERSPECTIVE: lambda item: item["perspective"],
        Axis.COLLABORATION: lambda item: item["collaboration"].replace(" ", ""),
    }
    reports = [json.loads(report_json(report(factor_set, item))) for item in evaluations]
    for group in json.loads(overview_json(overview_of(factor_set, by, evaluations), 0, 0))["groups"]:
        wanted = group["key"].replace(" ", "") if by is Axis.COLLABORATION else group["key"]
        members = [item for item in reports if keys[by](item) == wanted]
        assert group["n"] == len(members)
        check_range(group["score"], [item["score"] for item in members])
        for number, category in enumerate(group["categories"]):
            assert category["id"] == factor_set.categories[number].id
            check_range(category, [item["categories"][number]["score"] for item in members])
        assert all(0 < item["share"] <= 1 and item["count"] <= len(members) for item in group["most_missing"])


def check_range(written: dict[str, Any], found: list[float | None]) -> None:
    known = [score for score in found if score is not None]
    assert written["n"] == len(known)
    if known:
        assert (written["min"], written["max"]) == (min(known), max(known))
        assert written["mean"] == pytest.approx(sum(known) / len(known), abs=0.0001)
    else:
        assert (written["mean"], written["min"], written["max"]) == (None, None, None)

"""An overview as JSON: whole on the small set, every text exact, and its figures those of the reports."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import evaluation
from tests.domain.summing import filled_in, many_evaluations, overview_of
from tests.formats import hostile
from werkzaam import language
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.overview_json import overview_json
from werkzaam.formats.report_json import report_json


def scores(n: int, mean: float | None, lowest: float | None, highest: float | None) -> dict[str, Any]:
    return {"n": n, "mean": mean, "min": lowest, "max": highest}


def missing(condition: str, count: int, share: float, factor: str = "team") -> dict[str, Any]:
    return {"category": "mensen", "factor": factor, "condition": condition, "count": count, "share": share}


ALL = {
    "files": 5,
    "invalid": 1,
    "groups": [
        {
            "key": None,
            "n": 5,
            "score": scores(4, 0.6042, 0.3333, 0.8333),
            "categories": [
                {"id": "mensen", **scores(4, 0.625, 0.5, 0.75)},
                {"id": "plek", **scores(3, 0.5, 0, 1)},
            ],
            "most_missing": [
                missing("is-vast", 2, 0.5),
                missing("is-deskundig", 2, 0.5),
                missing("een-punt", 1, 0.25, "contact"),
            ],
        }
    ],
}

SIDES = {
    "files": 5,
    "invalid": 0,
    "groups": [
        {
            "key": None,
            "n": 1,
            "score": scores(0, None, None, None),
            "categories": [
                {"id": "mensen", **scores(0, None, None, None)},
                {"id": "plek", **scores(0, None, None, None)},
            ],
            "most_missing": [],
        },
        {
            "key": "samen",
            "n": 2,
            "score": scores(2, 0.5833, 0.3333, 0.8333),
            "categories": [
                {"id": "mensen", **scores(2, 0.625, 0.5, 0.75)},
                {"id": "plek", **scores(2, 0.5, 0, 1)},
            ],
            "most_missing": [missing("is-deskundig", 1, 0.5), missing("een-punt", 1, 0.5, "contact")],
        },
        {
            "key": "school",
            "n": 2,
            "score": scores(2, 0.625, 0.5, 0.75),
            "categories": [
                {"id": "mensen", **scores(2, 0.625, 0.5, 0.75)},
                {"id": "plek", **scores(1, 0.5, 0.5, 0.5)},
            ],
            "most_missing": [missing("is-vast", 2, 1), missing("is-deskundig", 1, 0.5)],
        },
    ],
}


def test_all_evaluations_as_json(small: FactorSet) -> None:
    assert json.loads(overview_json(overview_of(small), 5, 1)) == ALL


def test_sides_as_json(small: FactorSet) -> None:
    assert json.loads(overview_json(overview_of(small, Axis.PERSPECTIVE), 5, 0)) == SIDES


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        (Axis.DATE, ["2025", "2026"]),
        (Axis.COLLABORATION, ["Lyceum Noord", "Lyceum Oost", "Lyceum West"]),
    ],
)
def test_keys_of_groups(small: FactorSet, by: Axis, keys: list[str]) -> None:
    written = json.loads(overview_json(overview_of(small, by), 5, 0))
    assert [group["key"] for group in written["groups"]] == keys


def test_the_words_of_a_language_change_nothing() -> None:
    language.activate("en")
    assert json.loads(overview_json(overview_of(examples.small("en")), 5, 1)) == ALL


def test_nothing_as_json(small: FactorSet) -> None:
    assert (
        overview_json(overview_of(small, Axis.DATE, []), 3, 0)
        == '{\n  "files": 3,\n  "invalid": 0,\n  "groups": []\n}\n'
    )


def test_more_than_people_get_to_see_is_there(built_in: FactorSet) -> None:
    found = overview_of(built_in, None, [evaluation({factor.id: "nee" for factor in built_in.factors})])
    (group,) = json.loads(overview_json(found, 1, 0))["groups"]
    required = [
        (category.id, factor.id, condition.id)
        for category in built_in.categories
        for factor in category.factors
        for condition in factor.conditions
        if not (factor.preferred or condition.preferred)
    ]
    assert [(item["category"], item["factor"], item["condition"]) for item in group["most_missing"]] == required


@pytest.mark.parametrize("text", hostile.ONE_LINE)
def test_a_name_is_written_exactly(small: FactorSet, text: str) -> None:
    found = overview_of(small, Axis.COLLABORATION, [filled_in(text, 2026, None)])
    assert json.loads(overview_json(found, 1, 0))["groups"][0]["key"] == text.strip()


@given(many_evaluations(), st.sampled_from([None, *Axis]))
def test_the_figures_are_those_of_the_reports(many: tuple[FactorSet, list[Evaluation]], by: Axis | None) -> None:
    factor_set, evaluations = many
    evaluations = [replace(item, collaboration=item.collaboration.strip().upper()) for item in evaluations]
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

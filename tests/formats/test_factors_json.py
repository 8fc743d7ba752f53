"""The factor set as JSON: every default filled in, and texts in one language."""

import json

from tests import examples
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.json_results import factors_json


def test_every_default_is_filled_in() -> None:
    found = json.loads(factors_json(examples.other_scale()))
    assert [found[key] for key in ("introduction", "source", "perspectives", "bands", "minimum_coverage")] == [
        None, None, [], [], 0.5
    ]  # fmt: skip
    first, _second, third = found["categories"][0]["factors"]
    assert (first["source"], first["preferred"], first["conditions"]) == (None, False, [])
    assert [tuple(option.values()) for option in (first["scale"][1], *third["scale"])] == [
        ("1", "1", 0.25, "1"),
        ("done", "1", 1, "Done"),
        ("not-done", "2", 0, "Not done"),
    ]


def test_texts_are_in_one_language(small: FactorSet) -> None:
    for factor_set, team, yes in ((small, "Permanent team", "Yes"), (examples.small("nl"), "Vast team", "Ja")):
        first = json.loads(factors_json(factor_set))["categories"][0]["factors"][0]
        assert (first["conditions"][0]["text"], first["scale"][0]["name"]) == (team, yes)


def test_the_built_in_set_has_all_its_factors_and_conditions(built_in: FactorSet) -> None:
    found = json.loads(factors_json(built_in))
    factors = [item for category in found["categories"] for item in category["factors"]]
    assert (len(found["categories"]), len(factors)) == (6, 19)
    assert sum(len(item["conditions"]) for item in factors) == 71
    assert found["source"]["publisher"] == "Expertise-unit Sociale Stabiliteit"

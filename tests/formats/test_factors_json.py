"""The factor set as JSON: every default filled in, and texts in one language."""

import json

from tests import examples
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.json_results import factors_json


def test_every_default_is_filled_in() -> None:
    found = json.loads(factors_json(examples.other_scale()))
    keys = ("introduction", "question", "source", "perspectives", "bands", "minimum_coverage")
    assert [found[key] for key in keys] == [None, None, None, [], [], 0.5]
    first, _second, third = found["categories"][0]["factors"]
    assert (first["source"], first["preferred"], first["conditions"]) == (None, False, [])
    assert [tuple(option.values()) for option in (first["scale"][1], *third["scale"])] == [
        ("1", "1", 0.25, "1", None),
        ("done", "1", 1, "Done", None),
        ("not-done", "2", 0, "Not done", None),
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
    assert found["question"] == built_in.question
    assert {item["id"] for item in found["perspectives"] if item["joint"]} == {"samen"}
    assert [option["help"] for option in factors[0]["scale"]] == [option.help for option in built_in.options]
    assert found["source"]["publisher"] == "Expertise-unit Sociale Stabiliteit"

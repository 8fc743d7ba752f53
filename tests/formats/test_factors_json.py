"""The factor set as JSON: whole on a set with another scale, and exact whatever its texts are."""

import json
from typing import Any

import pytest

from tests import examples
from tests.formats import hostile
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.factors_json import factors_json

FIVE_STEPS = [
    {"id": "0", "key": "0", "value": 0, "name": "0"},
    {"id": "1", "key": "1", "value": 0.25, "name": "1"},
    {"id": "2", "key": "2", "value": 0.5, "name": "2"},
    {"id": "3", "key": "3", "value": 0.75, "name": "3"},
    {"id": "4", "key": "4", "value": 1, "name": "4"},
]
DONE = [
    {"id": "done", "key": "1", "value": 1, "name": "Done"},
    {"id": "not-done", "key": "2", "value": 0, "name": "Not done"},
]


def factor(name: str, text: str, scale: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": name, "source": None, "text": text, "preferred": False, "scale": scale, "conditions": []}


def test_a_set_is_written_whole_with_every_default_filled_in() -> None:
    assert json.loads(factors_json(examples.other_scale())) == {
        "werkzaam": 1,
        "id": "schaal",
        "version": 1,
        "language": "en",
        "title": "Another scale",
        "introduction": None,
        "source": None,
        "perspectives": [],
        "bands": [],
        "minimum_coverage": 0.5,
        "categories": [
            {
                "id": "all",
                "name": "All of it",
                "factors": [
                    factor("first", "The first thing.", FIVE_STEPS),
                    factor("second", "The second thing.", FIVE_STEPS),
                    factor("third", "The third thing.", DONE),
                ],
            }
        ],
    }


@pytest.mark.parametrize(("language", "team", "yes"), [("nl", "Vast team", "Ja"), ("en", "Permanent team", "Yes")])
def test_texts_are_in_one_language(language: str, team: str, yes: str) -> None:
    found = json.loads(factors_json(examples.small(language)))
    people, place = found["categories"]
    assert people["factors"][0]["conditions"][0]["text"] == team
    assert people["factors"][0]["scale"][0] == {"id": "ja", "key": "j", "value": 1, "name": yes}
    assert [option["value"] for option in people["factors"][0]["scale"]] == [1, 0.5, 0, "unknown", "not-applicable"]
    assert [item["preferred"] for item in place["factors"]] == [True, False]
    assert found["bands"] == [
        {"from": 0.8, "colour": "green"},
        {"from": 0.5, "colour": "yellow"},
        {"from": 0, "colour": "red"},
    ]


def test_the_built_in_set_has_all_its_factors_and_conditions(built_in: FactorSet) -> None:
    found = json.loads(factors_json(built_in))
    factors = [item for category in found["categories"] for item in category["factors"]]
    assert (len(found["categories"]), len(factors)) == (6, 19)
    assert sum(len(item["conditions"]) for item in factors) == 71
    assert found["source"]["publisher"] == "Expertise-unit Sociale Stabiliteit"
    assert [item["id"] for item in found["perspectives"]] == ["jongerenwerk", "onderwijs", "gemeente", "samen"]


@pytest.mark.parametrize("text", hostile.ONE_LINE)
def test_any_text_comes_back_exactly(text: str, small: FactorSet) -> None:
    written = factors_json(hostile.poisoned_set(small, text))
    assert json.loads(written)["title"] == text
    assert not any(ord(character) < 0x20 and character != "\n" for character in written)

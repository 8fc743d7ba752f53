"""The report as JSON: whole on the small set, and its numbers redone by hand on any."""

import json
from collections import Counter
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from tests import examples
from tests.domain.building import answered_sets, evaluation
from tests.formats import hostile
from tests.formats.reports import full_report, other_report, small_report
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet, Special
from werkzaam.domain.report import report
from werkzaam.formats.report_json import report_json

TEAM = {
    "id": "team",
    "text": "Er is een vast team.",
    "preferred": False,
    "answer": "deels",
    "value": 0.5,
    "missing": ["is-deskundig"],
    "note": "Sinds maart zijn er twee mensen.",
}
CONTACT = {
    "id": "contact",
    "text": "Er is één aanspreekpunt.",
    "preferred": False,
    "answer": "ja",
    "value": 1,
    "missing": [],
    "note": None,
}
ROOM = {
    "id": "ruimte",
    "text": "Er is een eigen ruimte.",
    "preferred": True,
    "answer": "nee",
    "value": 0,
    "missing": ["is-eigen", "is-centraal"],
    "note": None,
}
TIME = {
    "id": "tijd",
    "text": "Er is genoeg tijd.",
    "preferred": False,
    "answer": None,
    "value": None,
    "missing": [],
    "note": None,
}
PEOPLE = {
    "id": "mensen",
    "name": "Mensen",
    "score": 0.75,
    "coverage": 1,
    "counts": {"ja": 1, "deels": 1, "nee": 0, "weet-niet": 0, "nvt": 0, "open": 0},
    "conditions": {"in_place": 3, "missing": 1, "unknown": 0},
    "factors": [TEAM, CONTACT],
}
PLACE = {
    "id": "plek",
    "name": "Plek",
    "score": None,
    "coverage": 0,
    "counts": {"ja": 0, "deels": 0, "nee": 1, "weet-niet": 0, "nvt": 0, "open": 1},
    "conditions": {"in_place": 0, "missing": 2, "unknown": 0},
    "factors": [ROOM, TIME],
}
SMALL = {
    "werkzaam": 1,
    "factors": {"id": "klein", "version": 2},
    "collaboration": "Lyceum Oost en Stichting Straatwerk",
    "date": "2026-11-23",
    "perspective": "samen",
    "note": None,
    "score": 0.75,
    "coverage": 0.6667,
    "complete": False,
    "counts": {"ja": 1, "deels": 1, "nee": 1, "weet-niet": 0, "nvt": 0, "open": 1},
    "conditions": {"in_place": 3, "missing": 3, "unknown": 0},
    "categories": [PEOPLE, PLACE],
    "missing": [
        {
            "category": "mensen",
            "factor": "team",
            "text": "Er is een vast team.",
            "answer": "deels",
            "note": "Sinds maart zijn er twee mensen.",
            "conditions": [{"id": "is-deskundig", "text": "Deskundig team"}],
        }
    ],
    "wishes": [
        {
            "category": "plek",
            "factor": "ruimte",
            "text": "Er is een eigen ruimte.",
            "answer": "nee",
            "note": None,
            "conditions": [
                {"id": "is-eigen", "text": "Eigen ruimte"},
                {"id": "is-centraal", "text": "Centrale ruimte"},
            ],
        }
    ],
    "actions": [],
}


def test_a_report_as_json(small: FactorSet) -> None:
    assert report_json(small_report(small)) == json.dumps(SMALL, ensure_ascii=False, indent=2) + "\n"


def test_only_the_texts_of_the_set_have_a_language() -> None:
    english = json.loads(report_json(small_report(examples.small("en"))))
    assert english["categories"][0]["name"] == "People"
    assert english["categories"][0]["factors"][0]["text"] == "There is a permanent team."
    assert english["missing"][0]["conditions"] == [{"id": "is-deskundig", "text": "Skilled team"}]
    assert {key: english[key] for key in ("score", "counts", "perspective")} == {
        key: SMALL[key] for key in ("score", "counts", "perspective")
    }


def test_notes_and_actions_are_all_there(small: FactorSet) -> None:
    found = json.loads(report_json(full_report(small)))
    assert found["note"] == "Besproken.\n\nMet het hele team."
    assert found["categories"][0]["factors"][0]["note"] == "Eerst dit.\nDan dat."
    assert found["actions"] == [
        {"factor": "team", "what": "Ook op donderdag", "owner": "jongerenwerk", "due": "2026-11-22", "status": "open"},
        {"factor": "tijd", "what": "Overleg", "owner": None, "due": "2026-11-23", "status": "open"},
        {"factor": "ruimte", "what": "Een sleutel", "owner": "school", "due": "2026-03-01", "status": "done"},
        {"factor": None, "what": "Een bord", "owner": None, "due": "2026-03-01", "status": "dropped"},
        {"factor": None, "what": "Gewoon doen", "owner": None, "due": None, "status": "open"},
    ]


def test_a_partial_answer_that_names_nothing_has_an_empty_list(small: FactorSet) -> None:
    found = json.loads(report_json(full_report(small)))
    assert [(item["factor"], item["conditions"]) for item in found["missing"]] == [("team", []), ("tijd", [])]
    assert found["conditions"] == {"in_place": 0, "missing": 0, "unknown": 4}


def test_a_report_is_complete_when_nothing_is_open(small: FactorSet) -> None:
    assert json.loads(report_json(full_report(small)))["complete"] is True


def test_where_nothing_is_required_there_is_no_coverage(small: FactorSet) -> None:
    found = json.loads(report_json(report(small, evaluation(dict.fromkeys(("team", "contact", "tijd"), "nvt")))))
    assert (found["score"], found["coverage"]) == (None, None)


def test_another_scale_counts_its_own_answers() -> None:
    found = json.loads(report_json(other_report()))
    assert found["counts"] == {"0": 0, "1": 1, "2": 0, "3": 1, "4": 0, "done": 1, "not-done": 0, "open": 0}
    assert (found["score"], found["perspective"]) == (0.6667, None)
    assert [factor["value"] for factor in found["categories"][0]["factors"]] == [0.75, 0.25, 1]


def test_the_built_in_set_has_nineteen_factors_and_seventy_one_conditions(built_in: FactorSet) -> None:
    found = json.loads(report_json(report(built_in, evaluation({factor.id: "nee" for factor in built_in.factors}))))
    assert (found["score"], found["coverage"], found["counts"]["nee"]) == (0, 1, 19)
    assert found["conditions"] == {"in_place": 0, "missing": 71, "unknown": 0}
    assert len(found["missing"]) == 18


def test_in_the_built_in_set_a_wish_lowers_no_score(built_in: FactorSet) -> None:
    answered = {factor.id: "nee" if factor.preferred else "ja" for factor in built_in.factors}
    found = json.loads(report_json(report(built_in, evaluation(answered))))
    assert (found["score"], found["coverage"], len(found["missing"]), len(found["wishes"])) == (1, 1, 0, 1)


# --- text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_a_hostile_text_is_read_back_exactly(small: FactorSet, text: str) -> None:
    assert poisoned(small, text) == exchanged(poisoned(small, "MERK"), text)


@given(text=hostile.texts())
def test_every_text_is_read_back_exactly(text: str) -> None:
    small = examples.small()
    assert poisoned(small, text) == exchanged(poisoned(small, "MERK"), text)


def poisoned(small: FactorSet, text: str) -> object:
    """Return the data of a report in which every text is this one."""
    return json.loads(report_json(report(hostile.poisoned_set(small, text), hostile.poisoned_answers(text))))


def exchanged(data: object, text: str) -> object:
    """Return data with this text wherever the mark stands."""
    if isinstance(data, dict):
        return {key: exchanged(value, text) for key, value in data.items()}
    if isinstance(data, list):
        return [exchanged(value, text) for value in data]
    return text if data == "MERK" else data


# --- numbers ----------------------------------------------------------------------------------------------------


@given(answered=answered_sets())
def test_the_numbers_are_those_of_a_sheet_of_paper(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, found = answered
    written = json.loads(report_json(report(factor_set, found)))
    assert sums(written) == by_hand(list(factor_set.factors), found, factor_set)
    for category, part in zip(factor_set.categories, written["categories"], strict=True):
        assert sums(part) == by_hand(list(category.factors), found, factor_set)
    assert written["complete"] == (written["counts"]["open"] == 0)


def sums(part: dict[str, Any]) -> dict[str, Any]:
    return {key: part[key] for key in ("score", "coverage", "counts", "conditions")}


def by_hand(factors: list[Factor], found: Evaluation, factor_set: FactorSet) -> dict[str, Any]:
    """Redo the figures with what the contract says about the score, a line of it at a time."""
    numbers, required = [], 0
    counts: Counter[str] = Counter()
    in_place = missing = unknown = 0
    for factor in factors:
        answer = found.answers[factor.id]
        counts[answer.option or "open"] += 1
        value = None if answer.option is None else factor.option(answer.option).value
        wishes = {condition.id for condition in factor.conditions if condition.preferred}
        size = len(factor.conditions)
        if value is None or value is Special.UNKNOWN:
            unknown += size
        elif value == 1:
            in_place += size
        elif value == 0:
            missing += size
        elif value is not Special.NOT_APPLICABLE:
            in_place += size - len(answer.missing) if answer.missing else 0
            missing += len(answer.missing)
            unknown += 0 if answer.missing else size
            if answer.missing and set(answer.missing) <= wishes:
                value = Fraction(1)
        if factor.preferred or value is Special.NOT_APPLICABLE:
            continue
        required += 1
        if isinstance(value, Fraction):
            numbers.append(value)
    enough = bool(numbers) and len(numbers) >= factor_set.minimum_coverage * required
    return {
        "score": four_decimals(sum(numbers, Fraction(0)) / len(numbers)) if enough else None,
        "coverage": four_decimals(Fraction(len(numbers), required)) if required else None,
        "counts": {key: counts[key] for key in (*(option.id for option in factor_set.options), "open")},
        "conditions": {"in_place": in_place, "missing": missing, "unknown": unknown},
    }


def four_decimals(number: Fraction) -> float:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return float(exact.quantize(Decimal("0.0001"), ROUND_HALF_UP))


@given(answered=answered_sets())
def test_what_is_missing_follows_from_the_answers(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, found = answered
    written = json.loads(report_json(report(factor_set, found)))
    preferred = {factor.id: {item.id for item in factor.conditions if item.preferred} for factor in factor_set.factors}
    short, wishes = {}, {}
    for category in written["categories"]:
        for factor in category["factors"]:
            name, missing = factor["id"], factor["missing"]
            below = factor["value"] is not None and factor["value"] < 1
            if preferred[name] & set(missing):
                wishes[name] = [item for item in missing if item in preferred[name]]
            if below and factor["preferred"]:
                wishes[name] = missing
            elif below:
                short[name] = [item for item in missing if item not in preferred[name]]
    assert {item["factor"]: [found["id"] for found in item["conditions"]] for item in written["missing"]} == short
    assert {item["factor"]: [found["id"] for found in item["conditions"]] for item in written["wishes"]} == wishes


def test_the_minimum_coverage_is_enough(small: FactorSet) -> None:
    answered = evaluation({"team": "ja", "contact": "nee", "tijd": "weet-niet"})
    two_thirds = replace(small, minimum_coverage=Fraction(2, 3))
    more = replace(small, minimum_coverage=Fraction(67, 100))
    assert json.loads(report_json(report(two_thirds, answered)))["score"] == 0.5
    assert json.loads(report_json(report(more, answered)))["score"] is None

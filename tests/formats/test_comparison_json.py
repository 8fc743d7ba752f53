"""Evaluations side by side, as JSON: whole on the small set, and its figures those of the reports."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import answered_sets, answers_to, evaluation
from tests.formats import hostile
from werkzaam import language
from werkzaam.domain.comparison import Axis, Comparison, Entry, Kind, comparison
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.files import answers, reading
from werkzaam.formats.comparison_json import comparison_json
from werkzaam.formats.report_json import report_json
from werkzaam.wording.comparisons import labels

NAME = "Lyceum Oost en Stichting Straatwerk"


def compared(factor_set: FactorSet, axis: Axis, entries: Sequence[Entry]) -> Comparison:
    """Return a comparison with the labels that the program gives."""
    return comparison(factor_set, axis, entries, labels(axis, entries, factor_set))


def three_years(factor_set: FactorSet) -> Comparison:
    """Return three years of one collaboration: scores rise, fall and are missing, and answers differ in every way."""
    first = Evaluation(
        NAME,
        date(2025, 11, 24),
        "samen",
        answers={
            "team": Answer("nee"),
            "contact": Answer("ja"),
            "ruimte": Answer("weet-niet"),
            "tijd": Answer("nvt"),
        },
    )
    second = answers.read(reading.Source("klein.yaml", examples.SMALL_ANSWERS), factor_set).evaluation
    third = replace(
        first,
        date=date(2027, 11, 22),
        answers={"team": Answer("deels"), "contact": Answer("nee"), "ruimte": Answer("nee"), "tijd": Answer("ja")},
    )
    entries = [Entry(f"werkzaam-{item.date.year}.yaml", item) for item in (first, second, third)]
    entries[0] = replace(entries[0], retired=("oud-lokaal",))
    return compared(factor_set, Axis.DATE, entries)


def three_partners(factor_set: FactorSet) -> Comparison:
    """Return three sides of one year, one of which does not say who it is; answers differ in every way."""
    base = Evaluation(NAME, date(2026, 11, 23))
    sides: list[tuple[str | None, dict[str, str]]] = [
        (None, {"team": "nvt", "contact": "weet-niet", "ruimte": "ja", "tijd": "ja"}),
        ("school", {"team": "nee", "contact": "ja", "ruimte": "ja"}),
        ("samen", {"team": "ja", "contact": "ja", "ruimte": "ja", "tijd": "ja"}),
    ]
    entries = [
        Entry(
            f"{perspective or 'iemand'}.yaml",
            replace(
                base,
                perspective=perspective,
                answers={factor: Answer(option) for factor, option in given_answers.items()},
            ),
        )
        for perspective, given_answers in sides
    ]
    return compared(factor_set, Axis.PERSPECTIVE, entries)


def three_collaborations(factor_set: FactorSet) -> Comparison:
    """Return three collaborations of one year, who answered what three partners did."""
    names = ("Lyceum Noord", "Lyceum Oost", "Lyceum West")
    entries = [
        replace(column.entry, evaluation=replace(column.entry.evaluation, collaboration=name))
        for name, column in zip(names, three_partners(factor_set).columns, strict=True)
    ]
    return compared(factor_set, Axis.COLLABORATION, entries)


def row(category: str, factor: str, answered: list[str | None], values: list[float | None], kind: str) -> object:
    known = [value for value in values if value is not None]
    gap = max(known) - min(known) if known else 0
    return {
        "category": category, "factor": factor, "answers": answered, "values": values, "gap": gap, "kind": kind,
    }  # fmt: skip


YEARS = {
    "by": "date",
    "columns": [
        {"label": "2025", "file": "werkzaam-2025.yaml", "score": 0.5, "coverage": 1},
        {"label": "2026", "file": "werkzaam-2026.yaml", "score": 0.75, "coverage": 0.6667},
        {"label": "2027", "file": "werkzaam-2027.yaml", "score": 0.5, "coverage": 1},
    ],
    "categories": [
        {"id": "mensen", "scores": [0.5, 0.75, 0.25]},
        {"id": "plek", "scores": [None, None, 1]},
    ],
    "factors": [
        row("mensen", "contact", ["ja", "ja", "nee"], [1, 1, 0], "gap"),
        row("mensen", "team", ["nee", "deels", "deels"], [0, 0.5, 0.5], "gap"),
        row("plek", "ruimte", ["weet-niet", "nee", "nee"], [None, 0, 0], "unknown"),
        row("plek", "tijd", ["nvt", None, "ja"], [None, None, 1], "open"),
    ],
    "retired": ["oud-lokaal"],
    "added": [],
}

PARTNERS = {
    "by": "perspective",
    "columns": [
        {"label": "Niet gezegd", "file": "iemand.yaml", "score": 1, "coverage": 0.5},
        {"label": "School", "file": "school.yaml", "score": 0.5, "coverage": 0.6667},
        {"label": "Samen", "file": "samen.yaml", "score": 1, "coverage": 1},
    ],
    "categories": [
        {"id": "mensen", "scores": [None, 0.5, 1]},
        {"id": "plek", "scores": [1, None, 1]},
    ],
    "factors": [
        row("mensen", "team", ["nvt", "nee", "ja"], [None, 0, 1], "gap"),
        row("mensen", "contact", ["weet-niet", "ja", "ja"], [None, 1, 1], "unknown"),
        row("plek", "tijd", ["ja", None, "ja"], [1, None, 1], "open"),
        row("plek", "ruimte", ["ja", "ja", "ja"], [1, 1, 1], "same"),
    ],
    "retired": [],
    "added": [],
}


def test_years_as_json(small: FactorSet) -> None:
    assert comparison_json(three_years(small)) == json.dumps(YEARS, ensure_ascii=False, indent=2) + "\n"


def test_partners_as_json(small: FactorSet) -> None:
    assert comparison_json(three_partners(small)) == json.dumps(PARTNERS, ensure_ascii=False, indent=2) + "\n"


def test_collaborations_as_json(small: FactorSet) -> None:
    names = ("Lyceum Oost", "Lyceum West")
    entries = [Entry(f"{name}.yaml", Evaluation(name, date(2026, 11, 23))) for name in names]
    found = json.loads(comparison_json(compared(small, Axis.COLLABORATION, entries)))
    assert found["by"] == "collaboration"
    assert found["columns"] == [{"label": name, "file": f"{name}.yaml", "score": None, "coverage": 0} for name in names]
    assert {item["kind"] for item in found["factors"]} == {"open"}


def test_only_labels_have_a_language(small: FactorSet) -> None:
    assert comparison_json(three_years(examples.small("en"))) == comparison_json(three_years(small))
    language.activate("en")
    english = json.loads(comparison_json(three_partners(examples.small("en"))))
    assert [column["label"] for column in english["columns"]] == ["Not said", "School", "Together"]
    assert {**english, "columns": None} == {**PARTNERS, "columns": None}


def test_values_and_gaps_are_exact() -> None:
    other = examples.other_scale()
    entries = [Entry(answer, evaluation({"first": answer, "third": "done"})) for answer in ("3", "1")]
    found = json.loads(comparison_json(compared(other, Axis.DATE, entries)))
    assert [(item["factor"], item["values"], item["gap"]) for item in found["factors"]] == [
        ("first", [0.75, 0.25], 0.5),
        ("second", [None, None], 0),
        ("third", [1, 1], 0),
    ]


def test_factors_that_were_not_asked_then_are_named(small: FactorSet) -> None:
    entries = [Entry("a", evaluation({}), frozenset({"tijd"})), Entry("b", evaluation({"tijd": "ja"}))]
    found = json.loads(comparison_json(compared(small, Axis.DATE, entries)))
    assert (found["added"], [item["factor"] for item in found["factors"]]) == (["tijd"], ["team", "contact", "ruimte"])


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_a_hostile_text_is_read_back_exactly(small: FactorSet, text: str) -> None:
    entries = [Entry(text, hostile.poisoned_answers(text), retired=(text,)), Entry("b", evaluation({}))]
    written = json.loads(comparison_json(compared(small, Axis.PERSPECTIVE, entries)))
    assert (written["columns"][0]["file"], written["retired"]) == (text, [text])


@given(st.data())
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

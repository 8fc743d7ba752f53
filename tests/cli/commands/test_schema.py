import json

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam import language
from werkzaam.files import factor_sets, locations, reading
from werkzaam.files.schemas import answers_schema, factor_set_schema

SMALL = ("--factors", "klein.yaml")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_schema_of_answers_is_that_of_the_set_in_its_language(call: Call, lang: str) -> None:
    ended = call("schema", "answers", *SMALL, "--lang", lang)
    language.activate(lang)
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out) == answers_schema(examples.small(lang))


def test_without_a_set_the_schema_is_that_of_the_built_in_one(call: Call) -> None:
    ended = call("schema", "answers")
    language.activate("nl")
    built_in = factor_sets.read(reading.read_file(locations.built_in_factors()))
    assert (ended.code, json.loads(ended.out), ended.err) == (0, answers_schema(built_in), "")


@pytest.mark.parametrize(("lang", "title"), [("nl", "Een factorenlijst"), ("en", "A factor set")])
def test_the_schema_of_a_set_is_the_same_for_every_set(call: Call, lang: str, title: str) -> None:
    ended = call("schema", "factors", *SMALL, "--lang", lang)
    language.activate(lang)
    assert ended == call("schema", "factors", "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out) == factor_set_schema()
    assert json.loads(ended.out)["title"] == title


def test_a_schema_is_text_that_people_can_read_too(call: Call) -> None:
    lines = call("schema", "answers", *SMALL).out.split("\n")
    assert lines[:3] == [
        "{",
        '  "$schema": "https://json-schema.org/draft/2020-12/schema",',
        '  "title": "Kleine lijst",',
    ]
    assert lines[-2:] == ["}", ""]
    assert any("Er is één aanspreekpunt." in line for line in lines)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("answer", "Het schema “answer” is er niet; kies answers of factors. Bedoelde je “answers”?\n"),
        ("iets", "Het schema “iets” is er niet; kies answers of factors.\n"),
    ],
)
def test_a_schema_that_is_not_there_is_told(call: Call, kind: str, said: str) -> None:
    assert call("schema", kind) == Done(2, "", said)


def test_no_schema_is_made_of_a_set_that_cannot_be_used(call: Call) -> None:
    assert call("schema", "answers", "--factors", "weg.yaml") == Done(2, "", "weg.yaml: dit bestand bestaat niet.\n")

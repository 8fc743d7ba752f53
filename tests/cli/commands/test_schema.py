"""`werkzaam schema`: of which set, in which language; the schemas themselves stand in tests/golden."""

import json

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, refused, told
from werkzaam import language
from werkzaam.files.schemas import answers_schema, factor_set_schema
from werkzaam.formats.json_text import json_text


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_the_schema_of_answers_is_that_of_the_set_in_its_language(call: Call, lang: str) -> None:
    ended = call("schema", "answers", *SMALL, "--lang", lang)
    language.activate(lang)
    assert ended == Done(0, json_text(answers_schema(examples.small(lang))), "")


def test_without_a_set_the_schema_is_that_of_the_built_in_one(call: Call) -> None:
    assert call("schema", "answers") == Done(0, json_text(answers_schema(examples.built_in())), "")


def test_the_schema_of_a_set_is_the_same_for_every_set(call: Call) -> None:
    ended = call("schema", "factors", *SMALL)
    assert ended == call("schema", "factors") == Done(0, json_text(factor_set_schema()), "")
    english = json.loads(call("schema", "factors", "--lang", "en").out)
    assert english["title"] == "A factor set" != json.loads(ended.out)["title"]


def test_a_schema_that_is_not_there_is_told(call: Call) -> None:
    message = "{option} cannot be “{value}”; choose one of {known}."
    assert call("schema", "iets") == refused(message, option="schema", value="iets", known="answers, factors")
    assert call("schema", "answer").err.endswith(told("Did you mean “{word}”?", word="answers"))


def test_no_schema_is_made_of_a_set_that_cannot_be_used(call: Call) -> None:
    ended = call("schema", "answers", "--factors", "weg.yaml")
    assert ended == refused("{file}: there is no such file.", file="weg.yaml")

"""`werkzaam factors`: which set it shows, and how it ends; what it looks like stands in tests/golden."""

import json
import re

from tests import examples
from tests.cli.calling import Call, Done, refused
from werkzaam.formats.json_results import factors_json


def test_a_scale_of_numbers_and_a_scale_of_one_factor_are_shown(call: Call) -> None:
    ended = call("factors", "--factors", "schaal.yaml")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Another scale\nschaal, ")
    assert re.findall(r"^(?:\d\. | *• )(.*?\(.*?\))", ended.out, re.MULTILINE) == [
        *("The first thing. (first)", "The second thing. (second)", "The third thing. (third)"),
        *("Done (done)", "Not done (not-done)", "0 (0)", "1 (1)", "2 (2)", "3 (3)", "4 (4)"),
    ]


def test_the_set_is_in_the_language_that_is_asked_for_and_the_built_in_one_without_a_choice(call: Call) -> None:
    small = json.loads(call("factors", "--factors", "klein.yaml", "--format", "json", "--lang", "en").out)
    assert (small["language"], small["title"]) == ("en", "Small list")
    ended = call("factors", "--format", "json")
    assert ended == Done(0, factors_json(examples.built_in()), "")
    assert sum(len(category["factors"]) for category in json.loads(ended.out)["categories"]) == 19


def test_what_is_no_factor_set_is_told(call: Call) -> None:
    ended = call("factors", "--factors", "a.yaml")
    assert (ended.code, ended.out, ended.err.startswith("a.yaml:")) == (2, "", True)
    assert call("factors", "--factors", "weg.yaml") == refused("{file}: there is no such file.", file="weg.yaml")

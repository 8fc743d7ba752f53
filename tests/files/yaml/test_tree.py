import datetime as dt
import json
import subprocess
import sys

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import MAXIMUM_SIZE, Source
from werkzaam.files.yaml.tree import YamlTree, parse

NO_FILE_OF_OURS = "This is not a file of werkzaam: it should start with “werkzaam: 1”."
ANCHOR = "An anchor (&…) is not allowed here: leave it out, or put quotes around the value."
ALIAS = "An alias (*…) is not allowed here: write the value itself, or put quotes around it."
TAG = "A tag (!…) is not allowed here: leave it out, or put quotes around the value."
SECOND_DOCUMENT = "A second document starts here (---): keep one document in a file."
TOO_DEEP = "This is nested more than 20 levels deep: this is not a file of werkzaam."
NO_TEXT = "A name has to be text here: put quotes around it."

PARSE = """\
import json, sys, time
from werkzaam.files import problems, reading
from werkzaam.files.yaml.tree import parse
told = []
for text in json.load(sys.stdin):
    start = time.process_time()
    try:
        parse(reading.Source("a", text))
    except problems.UnusableFileError as error:
        told.append([f"{error.problems[0].line}:{error.problems[0].column}", len(error.problems)])
    else:
        told.append(["", 0])
    assert time.process_time() - start < 1, text[:10]
print(json.dumps(told))
"""


def tree(text: str) -> YamlTree:
    return parse(Source("a", text))


def problems(text: str) -> list[str]:
    return [str(problem) for problem in tree(text).problems]


def refused(text: str) -> str:
    with pytest.raises(UnusableFileError) as caught:
        tree(text)
    return str(caught.value)


def nested(depth: int) -> str:
    """Return flow text with this many levels, the root among them."""
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"


def indented(depth: int) -> str:
    return "\n".join(" " * level + "a:" for level in range(depth))


def parsed_elsewhere(texts: list[str]) -> list[tuple[str, int]]:
    """Return where the first problem of each text stands, and how many there are; each takes under a second.

    In a process of its own: what can go wrong here is a segmentation fault.
    """
    done = subprocess.run(
        [sys.executable, "-c", PARSE], input=json.dumps(texts), capture_output=True, text=True, check=True, timeout=60
    )
    return [(place, number) for place, number in json.loads(done.stdout)]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# leeg\n", "---\n", "null\n", "- a\n- b\n", "[]", "tekst\n", "3\n", "'a: 1'\n", "a:1\n"]
)
def test_what_is_no_mapping_is_no_file_of_ours(text: str) -> None:
    assert refused(text) == f"a:1:1: {NO_FILE_OF_OURS}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: &x 2\n", f"a:2:4: {ANCHOR}"),
        ("&root\na: 1\n", f"a:1:1: {ANCHOR}"),
        ("&key a: 1\n", f"a:1:1: {ANCHOR}"),
        ("a: {b: &x {c: 1}}\n", f"a:1:8: {ANCHOR}"),
        ("a: &a [x, x]\nb: &b [*a, *a]\n", f"a:1:4: {ANCHOR}"),  # the first step of an alias bomb
        ("a: *x\n", f"a:1:4: {ALIAS}"),
        ("? *x\n: 1\n", f"a:1:3: {ALIAS}"),
        ("a: !!str 1\n", f"a:1:4: {TAG}"),
        ("a: ! 1\n", f"a:1:4: {TAG}"),
        ("!!map {a: 1}\n", f"a:1:1: {TAG}"),
        ("a: !!python/object/apply:os.system ['true']\n", f"a:1:4: {TAG}"),
        ("a: !x {b: &c 1}\nd: [\n", f"a:1:4: {TAG}"),
        ("a: 1\n---\nb: 2\n", f"a:2:1: {SECOND_DOCUMENT}"),
        ("---\na: 1\n...\n--- b\n", f"a:4:1: {SECOND_DOCUMENT}"),
    ],
)
def test_anchors_aliases_tags_and_second_documents_are_refused(text: str, expected: str) -> None:
    assert refused(text) == expected


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: Wij &zij *samen !doen\n", {"a": "Wij &zij *samen !doen"}),
        ("a: '*samen*'\n", {"a": "*samen*"}),
        ("a: |\n  &een\n  *twee\n  !drie\n", {"a": "&een\n*twee\n!drie\n"}),
        ("a: x # &een *twee !drie\n", {"a": "x"}),
        ("a: |\n  <<<<<<< HEAD\n", {"a": "<<<<<<< HEAD\n"}),
        (f"a: '{'[' * 5000}'\n", {"a": "[" * 5000}),
        ("'1': 1\n\"no\": 2\nnee: 3\n", {"1": 1, "no": 2, "nee": 3}),
        ("%YAML 1.1\n---\na: 1\n...\n# eind\n", {"a": 1}),
        ("a:\n  a: 1\nb: [{a: 1}, {a: 1}]\n", {"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}]}),
    ],
)
def test_what_only_looks_like_something_that_is_refused_is_read(text: str, data: dict[str, object]) -> None:
    assert (tree(text).data, problems(text)) == (data, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (nested(21), f"a:1:23: {TOO_DEEP}"),
        (indented(22), f"a:21:21: {TOO_DEEP}"),
        ("? " * 20 + "a\n", f"a:1:39: {NO_TEXT}"),
        ("? " * 21 + "a\n", f"a:1:41: {TOO_DEEP}"),
        ("[" * 1100, f"a:1:21: {TOO_DEEP}"),  # more than the parser takes
        ("a: 1\nb: " + "[" * 1100, f"a:2:23: {TOO_DEEP}"),
    ],
    ids=["flow", "indentation", "names in names", "too many of them", "endless", "endless on the second line"],
)
def test_levels_are_counted_wherever_they_stand(text: str, expected: str) -> None:
    try:
        found = problems(text)[0]
    except UnusableFileError as error:
        found = str(error)
    assert found == expected


def test_20_levels_are_accepted() -> None:
    assert str(tree(nested(20)).data["a"]) == "[" * 19 + "]" * 19
    assert problems(indented(20)) == []


def test_endless_nesting_is_refused_at_once_without_a_crash() -> None:
    texts = {
        "[" * 100_000: "1:21",
        "{a: " * 100_000: "1:81",
        "- " * 100_000: "1:41",
        "? " * 100_000: "1:41",
        "- ? " * 50_000: "1:41",
        "a:\r" + "- " * 100_000: "2:39",
        "a: 1\r? b\r: " + "- " * 100_000: "3:41",
        indented(1400): "21:21",
        "a: " + "[" * 100_000 + "]" * 100_000: "1:23",
    }
    assert parsed_elsewhere(list(texts)) == [(place, 1) for place in texts.values()]
    # Here it is not said where exactly: the parser's marks do not count a byte order mark.
    assert parsed_elsewhere(["\ufeff" + "- " * 100_000])[0][1] == 1


def test_an_endless_number_is_answered_at_once() -> None:
    numbers = [":59" * ((MAXIMUM_SIZE - 4) // 3), "0x" + "F" * (MAXIMUM_SIZE - 5), "9" * (MAXIMUM_SIZE - 3)]
    assert parsed_elsewhere([f"a: {number}" for number in numbers]) == [("", 0)] * 3


def test_a_name_that_stands_twice_is_a_problem_at_the_second() -> None:
    found = tree("a: 1\nb:\n  c: 2\n  d: 3\n  'c': 4\na: 5\n")
    assert found.data == {"a": 1, "b": {"c": 2, "d": 3}}
    assert [str(problem) for problem in found.problems] == [
        "a:5:3: “c” stands here twice; the first time is on line 3.",
        "a:6:1: “a” stands here twice; the first time is on line 1.",
    ]


@pytest.mark.parametrize(
    ("text", "data", "place"),
    [
        *((f"a:\n  {key}: 1\n", {"a": {}}, "2:3") for key in ("1", "true", "2026-11-23", "1.5", "~", "<<")),
        ("? [b]\n: 1\n", {}, "1:3"),
        ("? {b: 1}\n: 1\n", {}, "1:3"),
    ],
)
def test_a_name_that_is_no_text_is_a_problem(text: str, data: object, place: str) -> None:
    assert (tree(text).data, problems(text)) == (data, [f"a:{place}: {NO_TEXT}"])


@pytest.mark.parametrize(
    "value",
    ["2026-13-45", "2026-02-30", "2026-01-01T99:00:00", "2026-01-01 10:00:00 +99:99", "0000-01-01", "0b_", "0x_"],
)
def test_a_date_or_number_that_does_not_exist_is_a_problem(value: str) -> None:
    found = tree(f"a: 1\nb: {value}\n")
    assert found.data == {"a": 1, "b": None}
    assert [str(problem) for problem in found.problems] == [f"a:2:4: “{value}” is not an existing date or number."]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", None),
        ("~", None),
        ("ja", "ja"),
        ("nee", "nee"),
        ("no", False),
        ("on", True),
        ("0123", 83),
        ("1_000", 1000),
        ("12:30", 750),
        ("0.5", 0.5),
        (".inf", float("inf")),
        ("2026-11-23", dt.date(2026, 11, 23)),
        ("2026-11-23T10:00:00", dt.datetime(2026, 11, 23, 10)),  # noqa: DTZ001 (as the file has it)
        ("'2026-11-23'", "2026-11-23"),
        ("=", "="),
        ("[1, [], {}]", [1, [], {}]),
    ],
)
def test_values_are_what_yaml_says(value: str, expected: object) -> None:
    assert tree(f"a: {value}\n").data == {"a": expected}


def test_a_file_in_another_encoding_or_cut_by_a_power_failure_is_not_to_be_mended_by_hand() -> None:
    message = "This is not text in UTF-8: save the file in that encoding, or put back a copy if it was damaged."
    assert refused("a: 1\n".encode("utf-16-le").decode()) == f"a:1:2: {message}"
    assert refused("a: 1\n\0\0\0") == f"a:2:1: {message}"


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("a: 1\r\nb: é😀\x1b[31m\n", "2:6", "001B"),
        ("a: 1 # \x7f\n", "1:8", "007F"),
        ("a: \x80\n", "1:4", "0080"),
        ("a: \uffff\n", "1:4", "FFFF"),
        ("a: wauw !\nb: \x07\n", "2:4", "0007"),
    ],
)
def test_a_control_character_is_refused_at_its_place(text: str, place: str, code: str) -> None:
    assert refused(text) == f"a:{place}: The character U+{code} is not allowed in a YAML file: take it away."


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_are_right_with_any_line_end(line_end: str) -> None:
    text = line_end.join(["a: 😀", "b: [é, 2026-02-30]", "b: 1", ""])
    assert problems(text) == [
        "a:2:8: “2026-02-30” is not an existing date or number.",
        "a:3:1: “b” stands here twice; the first time is on line 2.",
    ]


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), 0, 0),
        (("a",), 0, 3),
        (("b",), 5, 10),
        (("b", "c"), 10, 13),
        (("b", "c", 1), 17, 17),
        (("b", "leeg"), 22, 22),
        (("b", "weg"), 5, 10),
        (("b", "weg", "weg"), 5, 10),
        (("b", "c", 2), 10, 13),
        (("weg",), 0, 0),
    ],
)
def test_a_path_leads_to_a_place(path: tuple[str | int, ...], key: int, value: int) -> None:
    found = tree("a: 1\nb:\n  c: [1, 2]\n  leeg:\n")
    assert (found.key_index(path), found.value_index(path)) == (key, value)


# PyYAML's own dumper loses the rare line ends; ours, which keeps them, has its own test.
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"), max_size=12)
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.dates() | _TEXTS
_DATA = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3), max_leaves=8
)


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, _data: object) -> bool:
        return True


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(_TEXTS, _DATA, max_size=4), st.booleans(), st.sampled_from([None, False, True]))
def test_what_was_dumped_is_read_back(data: dict[str, object], unicode: bool, flow: bool | None) -> None:  # noqa: FBT001
    text = yaml.dump(data, Dumper=_NoAliases, allow_unicode=unicode, default_flow_style=flow, sort_keys=False)
    found = tree(text)
    assert (found.data, found.problems) == (data, [])


@pytest.mark.parametrize("sign", ["", "-", "+"])
def test_a_number_of_a_hundred_characters_is_read_and_a_longer_one_is_not(sign: str) -> None:
    number = sign + "9" * (100 - len(sign))
    assert tree(f"a: {number}\n").data == {"a": int(number)}
    assert problems(f"a: {number}9\n") == [f"a:1:4: “{number}” is not an existing date or number."]

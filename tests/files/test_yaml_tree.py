import datetime as dt
import subprocess
import sys
import time
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import MAXIMUM_SIZE, Source
from werkzaam.files.yaml_tree import YamlTree, parse

NO_FILE_OF_OURS = "Dit is geen bestand van werkzaam: het hoort te beginnen met “werkzaam: 1”."
ANCHOR = "Een anker (&…) mag hier niet: laat het weg, of zet aanhalingstekens om de waarde."
ALIAS = "Een alias (*…) mag hier niet: schrijf de waarde zelf, of zet er aanhalingstekens omheen."
TAG = "Een label (!…) mag hier niet: laat het weg, of zet aanhalingstekens om de waarde."
SECOND_DOCUMENT = "Hier begint een tweede document (---): houd één document in een bestand."
TOO_DEEP = "Dit is meer dan 20 lagen diep genest: dit is geen bestand van werkzaam."
NO_TEXT = "Een naam moet hier tekst zijn: zet er aanhalingstekens omheen."
INDENTATION = "Het inspringen klopt hier niet: zet de regel recht onder die erboven."
FIRST_CHARACTER = "Een waarde kan niet met dit teken beginnen: zet aanhalingstekens om de tekst."
COLON = (
    "Hier staat een dubbele punt verkeerd: zet aanhalingstekens om de tekst, of zet de regel recht onder die erboven."
)
NO_COLON = "Er ontbreekt een dubbele punt: schrijf “naam: waarde”."
QUOTATION = "Hier begint een aanhaling die nergens eindigt."
BRACKET = "Vóór deze plek gaat een haakje open dat niet dichtgaat."
INVALID = "Dit is geen geldige YAML."

PARSE = """\
import sys, time
from werkzaam.files import problems, reading, yaml_tree
source = reading.decode(sys.stdin.buffer.read(), "a")
start = time.process_time()
try:
    yaml_tree.parse(source)
except problems.UnusableFileError as error:
    print(error)
print(time.process_time() - start, file=sys.stderr)
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


def alias_bomb() -> str:
    letters = "abcdefghi"
    rows = [f"{letter}: &{letter} [{', '.join([f'*{before}'] * 9)}]" for before, letter in pairwise(letters)]
    return "\n".join(["a: &a [x, x, x, x, x, x, x, x, x]", *rows, ""])


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
        ("a: [1,&x 2]\n", f"a:1:7: {ANCHOR}"),
        ("a: {b: &x {c: 1}}\n", f"a:1:8: {ANCHOR}"),
        ("a: *x\n", f"a:1:4: {ALIAS}"),
        ("- *x\n", f"a:1:3: {ALIAS}"),
        ("? *x\n: 1\n", f"a:1:3: {ALIAS}"),
        ("a: &a\n  b: *a\n", f"a:1:4: {ANCHOR}"),
        ("a: !!str 1\n", f"a:1:4: {TAG}"),
        ("a: ! 1\n", f"a:1:4: {TAG}"),
        ("a: !<tag:yaml.org,2002:str> 1\n", f"a:1:4: {TAG}"),
        ("!!map {a: 1}\n", f"a:1:1: {TAG}"),
        ("a: !!python/object/apply:os.system ['true']\n", f"a:1:4: {TAG}"),
        ("a: !x {b: &c 1}\nd: [\n", f"a:1:4: {TAG}"),
    ],
)
def test_anchors_aliases_and_tags_are_refused(text: str, expected: str) -> None:
    assert refused(text) == expected


def test_an_alias_bomb_is_answered_at_once() -> None:
    start = time.perf_counter()
    assert refused(alias_bomb()) == f"a:1:4: {ANCHOR}"
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: Wij & zij, 2 * 2 = 4, samen !\n", "Wij & zij, 2 * 2 = 4, samen !"),
        ("a: Wij &zij *samen !doen\n", "Wij &zij *samen !doen"),
        ("a: '*samen*'\n", "*samen*"),
        ('a: "!"\n', "!"),
        ("a: R&D\n", "R&D"),
        ("a: |\n  &een\n  *twee\n  !drie\n", "&een\n*twee\n!drie\n"),
        ("a: een\n  *twee\n", "een *twee"),
        ("a: x # &een *twee !drie\n", "x"),
    ],
)
def test_the_signs_of_anchors_aliases_and_tags_are_text_inside_text(text: str, value: str) -> None:
    assert tree(text).data == {"a": value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n---\nb: 2\n", f"a:2:1: {SECOND_DOCUMENT}"),
        ("a: 1\n---\n", f"a:2:1: {SECOND_DOCUMENT}"),
        ("---\na: 1\n...\n--- b\n", f"a:4:1: {SECOND_DOCUMENT}"),
        ("a: 1 !\n---\nb: 2\n", f"a:2:1: {SECOND_DOCUMENT}"),
    ],
)
def test_a_second_document_is_refused(text: str, expected: str) -> None:
    assert refused(text) == expected


@pytest.mark.parametrize("text", ["---\na: 1\n", "a: 1\n...\n", "%YAML 1.1\n---\na: 1\n", "--- {a: 1}\n...\n# eind\n"])
def test_one_document_may_have_its_marks(text: str) -> None:
    assert tree(text).data == {"a": 1}


def test_20_levels_are_accepted_and_21_refused() -> None:
    assert str(tree(nested(20)).data["a"]) == "[" * 19 + "]" * 19
    assert refused(nested(21)) == f"a:1:23: {TOO_DEEP}"


def test_levels_by_indentation_count_too() -> None:
    lines = [" " * level + "a:" for level in range(21)]
    assert tree("\n".join(lines[:20])).problems == []
    assert refused("\n".join([*lines, " " * 21 + "a: 1"])) == f"a:21:21: {TOO_DEEP}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 100_000, f"a:1:21: {TOO_DEEP}"),
        ("a: " + "[" * 100_000, f"a:1:23: {TOO_DEEP}"),
        ("{" * 100_000, f"a:1:21: {TOO_DEEP}"),
        ("{a: " * 100_000, f"a:1:81: {TOO_DEEP}"),
        ("- " * 100_000, f"a:1:41: {TOO_DEEP}"),
        ("? " * 100_000, f"a:1:41: {TOO_DEEP}"),
        ("- ? " * 50_000, f"a:1:41: {TOO_DEEP}"),
        ("a:\n" + "- " * 100_000, f"a:2:39: {TOO_DEEP}"),
        ("a:\r" + "- " * 100_000, f"a:2:39: {TOO_DEEP}"),
        ("a: 1\r? b\r: " + "- " * 100_000, f"a:3:41: {TOO_DEEP}"),
        ("\n".join(" " * level + "a:" for level in range(1400)), f"a:21:21: {TOO_DEEP}"),
        ("a: " + "[" * 100_000 + "]" * 100_000, f"a:1:23: {TOO_DEEP}"),
    ],
    ids=[
        "brackets",
        "brackets under a name",
        "braces",
        "braces with names",
        "dashes",
        "question marks",
        "dashes and question marks",
        "dashes on the second line",
        "dashes after a lone CR",
        "dashes after an explicit key and a lone CR",
        "indentation",
        "closed brackets",
    ],
)
def test_endless_nesting_is_refused_at_once_without_a_crash(text: str, expected: str) -> None:
    # In a process of its own: what goes wrong here is a segmentation fault.
    found = subprocess.run([sys.executable, "-c", PARSE], input=text.encode(), capture_output=True, check=False)
    assert (found.returncode, found.stdout.decode()) == (0, f"{expected.replace(TOO_DEEP, english(TOO_DEEP))}\n")
    assert float(found.stderr) < 0.5


def test_endless_nesting_after_two_byte_order_marks_is_refused_at_once_without_a_crash() -> None:
    # Where exactly is not said: the parser's marks do not count a byte order mark.
    text = "\ufeff\ufeff" + "- " * 100_000
    found = subprocess.run([sys.executable, "-c", PARSE], input=text.encode(), capture_output=True, check=False)
    assert (found.returncode, found.stdout.count(b"\n")) == (0, 1)
    assert float(found.stderr) < 0.5


def english(message: str) -> str:
    """Return what a process says in which no language was chosen."""
    return {TOO_DEEP: "This is nested more than 20 levels deep: this is no file of werkzaam."}[message]


@pytest.mark.parametrize(
    "text",
    ["a: 1" + ":59" * ((MAXIMUM_SIZE - 4) // 3), "a: 0x" + "F" * (MAXIMUM_SIZE - 5), "a: " + "9" * (MAXIMUM_SIZE - 3)],
    ids=["sexagesimal", "hexadecimal", "decimal"],
)
def test_an_endless_number_is_answered_at_once(text: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", PARSE], input=text.encode(), capture_output=True, check=False, timeout=3
    )
    assert found.returncode == 0
    assert float(found.stderr) < 1


def test_brackets_in_text_are_no_nesting() -> None:
    text = "[" * 5000
    assert tree(f"a: '{text}'\n").data == {"a": text}


def test_a_name_that_stands_twice_is_a_problem_at_the_second() -> None:
    found = tree("a: 1\nb:\n  c: 2\n  d: 3\n  'c': 4\na: 5\n")
    assert found.data == {"a": 1, "b": {"c": 2, "d": 3}}
    assert [str(problem) for problem in found.problems] == [
        "a:5:3: “c” staat hier twee keer; de eerste keer is op regel 3.",
        "a:6:1: “a” staat hier twee keer; de eerste keer is op regel 1.",
    ]


def test_the_same_name_in_two_places_is_no_double() -> None:
    assert problems("a:\n  a: 1\nb: [{a: 1}, {a: 1}]\n") == []


@pytest.mark.parametrize("key", ["1", "true", "no", "2026-11-23", "1.5", "~", "null", "<<"])
def test_a_name_that_is_no_text_is_a_problem(key: str) -> None:
    found = tree(f"a:\n  {key}: 1\n")
    assert found.data == {"a": {}}
    assert [str(problem) for problem in found.problems] == [f"a:2:3: {NO_TEXT}"]


@pytest.mark.parametrize("key", ["[b]", "{b: 1}"])
def test_a_name_that_is_no_single_value_is_a_problem(key: str) -> None:
    assert problems(f"? {key}\n: 1\n") == [f"a:1:3: {NO_TEXT}"]


@pytest.mark.parametrize("key", ["'1'", '"no"', "nee"])
def test_a_quoted_name_is_text(key: str) -> None:
    assert tree(f"{key}: 1\n").data == {key.strip("'\""): 1}


@pytest.mark.parametrize(
    "value",
    ["2026-13-45", "2026-02-30", "2026-01-01T99:00:00", "2026-01-01 10:00:00 +99:99", "0000-01-01", "0b_", "0x_"],
)
def test_a_date_or_number_that_does_not_exist_is_a_problem(value: str) -> None:
    found = tree(f"a: 1\nb: {value}\n")
    assert found.data == {"a": 1, "b": None}
    assert [str(problem) for problem in found.problems] == [f"a:2:4: “{value}” is geen datum of getal dat bestaat."]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: \x07\n", "a:1:4: Het teken U+0007 mag niet in een YAML-bestand staan."),
        ("a: 1\r\nb: é😀\x1b[31m\n", "a:2:6: Het teken U+001B mag niet in een YAML-bestand staan."),
        ("\x00", "a:1:1: Het teken U+0000 mag niet in een YAML-bestand staan."),
        ("a: 1 # \x7f\n", "a:1:8: Het teken U+007F mag niet in een YAML-bestand staan."),
        ("a: \x80\n", "a:1:4: Het teken U+0080 mag niet in een YAML-bestand staan."),
        ("a: \uffff\n", "a:1:4: Het teken U+FFFF mag niet in een YAML-bestand staan."),
        ("a: wauw !\nb: \x07\n", "a:2:4: Het teken U+0007 mag niet in een YAML-bestand staan."),
    ],
)
def test_a_control_character_is_refused_at_its_place(text: str, expected: str) -> None:
    assert refused(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: Let op: twee\n", f"a:1:10: {COLON}"),
        ("a: 1\nb: c: d\n", f"a:2:5: {COLON}"),
        ("a: @school\n", f"a:1:4: {FIRST_CHARACTER}"),
        ("a: `x`\n", f"a:1:4: {FIRST_CHARACTER}"),
        ("a: %x\n", f"a:1:4: {FIRST_CHARACTER}"),
        ("a:\n\tb: 1\n", f"a:2:1: {FIRST_CHARACTER}"),
        ('a: 1\nb: "x\nc: 2\nd: 3\n', f"a:2:4: {QUOTATION}"),
        ("a: 1\nb: 'x\nc: 2\nd: 3\n", f"a:2:4: {QUOTATION}"),
        ("a:\n  b: 1\n c: 2\n", f"a:3:2: {INDENTATION}"),
        ("a:\n - 1\n b: 2\n", f"a:3:2: {INDENTATION}"),
        ("a: [1, 2\nb: 3\n", f"a:2:2: {BRACKET}"),
        ("a: {b: 1\nc: 2\n", f"a:2:2: {BRACKET}"),
        ("a: 1\nb\nc: 2\n", f"a:2:1: {NO_COLON}"),
        ("a: 1\nb\n", f"a:2:1: {NO_COLON}"),
        ("a: ]\n", f"a:1:4: {INVALID}"),
        ('a: "\\q"\n', f"a:1:5: {INVALID}"),
        ("%YAML 2.0\n---\na: 1\n", f"a:1:1: {INVALID}"),
        ("a: wauw !\nb: @school\n", f"a:2:4: {FIRST_CHARACTER}"),
    ],
)
def test_a_fault_in_the_syntax_says_where_and_what_to_do(text: str, expected: str) -> None:
    assert refused(text) == expected


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_are_right_with_any_line_end(line_end: str) -> None:
    text = line_end.join(["a: 😀", "b: [é, 2026-02-30]", "b: 1", ""])
    assert problems(text) == [
        "a:2:8: “2026-02-30” is geen datum of getal dat bestaat.",
        "a:3:1: “b” staat hier twee keer; de eerste keer is op regel 2.",
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


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(_TEXTS, _DATA, max_size=4), st.booleans(), st.sampled_from([None, False, True]))
def test_what_was_dumped_is_read_back(data: dict[str, object], unicode: bool, flow: bool | None) -> None:  # noqa: FBT001
    text = yaml.dump(data, Dumper=_NoAliases, allow_unicode=unicode, default_flow_style=flow, sort_keys=False)
    found = tree(text)
    assert (found.data, found.problems) == (data, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("? " * 20 + "a\n", f"a:1:39: {NO_TEXT}"),
        ("? " * 21 + "a\n", f"a:1:41: {TOO_DEEP}"),
        ("[" * 1100, f"a:1:21: {TOO_DEEP}"),
        ("a: 1\nb: " + "[" * 1100, f"a:2:23: {TOO_DEEP}"),
    ],
    ids=["names in names", "too many names in names", "more than the parser takes", "that on the second line"],
)
def test_levels_are_counted_wherever_they_stand(text: str, expected: str) -> None:
    try:
        found = problems(text)[0]
    except UnusableFileError as error:
        found = str(error)
    assert found == expected


@pytest.mark.parametrize("sign", ["", "-", "+"])
def test_a_number_of_a_hundred_characters_is_read_and_a_longer_one_is_not(sign: str) -> None:
    number = sign + "9" * (100 - len(sign))
    assert tree(f"a: {number}\n").data == {"a": int(number)}
    assert problems(f"a: {number}9\n") == [f"a:1:4: “{number}” is geen datum of getal dat bestaat."]


@pytest.mark.parametrize(
    ("before", "place"), [("", "1:1"), ("a: 1\n", "2:1"), ("a: 1\r\nb:\r\n", "3:1")], ids=["first", "LF", "CRLF"]
)
def test_a_conflict_of_git_is_called_one(before: str, place: str) -> None:
    conflict = before + "<<<<<<< HEAD\n  c: 1\n=======\n  c: 2\n>>>>>>> samen\n"
    told = "Hier begint een conflict van git: houd een van de twee versies, en haal de tekens weg."
    assert refused(conflict) == f"a:{place}: {told}"


def test_text_that_only_looks_like_a_conflict_is_text() -> None:
    assert tree("a: |\n  <<<<<<< HEAD\n").data == {"a": "<<<<<<< HEAD\n"}

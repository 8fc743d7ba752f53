"""The mistakes that people make in YAML: each is told where it stands, with what to do about it."""

import time
from contextlib import suppress

import pytest

from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.files.yaml.tree import parse

QUOTES = "A value cannot start with this character: put quotes around the text."
COLON = "In this text a space follows a colon: put quotes around the whole text."
LAST_COLON = "A colon stands at the end of this text: take it away, or put quotes around the whole text."
NO_COLON = "A colon is missing here: write “name: value”, or indent a line that goes on with the text above."
NO_SPACE = "A space is missing behind the colon: write “name: value”."
NO_DASH = "In a list each item starts with “- ”, and with nothing else in its place."
INDENTATION = "The indentation is off here: names, and hyphens, that belong together start in the same column."
COMMENT = "Is this a comment? Then start it with “#”."
NO_PART = "This line is not part of the file: take it away."
NO_LIST = "This is not a list: take the “- ” in front of the name away."
OR_TEXT = (
    "The indentation is off here: names that belong together start in the same column. Or put quotes around the whole "
    "text if this is a part of it."
)
COMMA = "No comma or semicolon belongs at the end of this line: take it away."
DOTS = "Three dots end the file here: take this line away."
TAB = "Here stands a tab (U+0009): indent with spaces."
OPEN = (
    "A quotation mark is opened here and never closed: close it, or put quotes of the other kind around the whole text."
)
CLOSED_LATE = "A quotation mark is opened here and closed on a later line: close it where the text ends."
APOSTROPHE = "Does the text begin with an apostrophe? Then put double quotes around the whole text."
CURLY = 'Put straight quotation marks (") around the whole text here, no curly ones.'
BEHIND_QUOTE = (
    "Something stands behind the closing quotation mark: put quotes of the other kind around the whole text "
    "('…' where it holds \", \"…\" where it holds ')."
)
BEHIND_BRACKET = "Something stands behind the closing bracket: put quotes around the whole text."
BRACKET = (
    "A bracket is opened here and not closed, or a comma is missing in it: mend that, or put quotes around a text."
)
BACKSLASH = "Between double quotes a backslash has to stand twice, or put single quotes around the text."
LIST = "A list starts below its name, on a line of its own; put quotes around a text that starts with “- ”."
INVALID = "This is not valid YAML: compare it with the lines above, or put quotes around a text."


def compare(line: int) -> str:
    return f"{INDENTATION} Compare with line {line} and the one below it."


def own_line(name: str) -> str:
    return f"“{name}” belongs on a line of its own; or else put quotes around the whole text."


def refused(text: str) -> str:
    with pytest.raises(UnusableFileError) as caught:
        parse(Source("a", text))
    return str(caught.value).removeprefix("a:")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: Let op: twee\n", f"1:10: {COLON}"),
        ("a:\n  * een\n  * twee\n", f"2:3: {NO_DASH}"),
        ("// het team\na: 1\n", f"1:1: {COMMENT}"),
        ("a: 1\n; het team\nb: 2\n", f"2:1: {COMMENT}"),
        ("a:\n  -- het team\n  b: 2\n", f"2:3: {COMMENT}"),
        ("<!-- het team -->\na: 1\n", f"1:1: {COMMENT}"),
        ("```yaml\na: 1\n```\n", f"1:1: {NO_PART}"),
        ("a: 1\n```\n", f"2:1: {NO_PART}"),
        ("a:\n  b\uff1a 1\n  c: 2\n", "2:4: Here stands U+FF1A, which looks like another sign: type “:” anew."),
        ("a\u2236\n  b: 1\n", "1:2: Here stands U+2236, which looks like another sign: type “:” anew."),
        ("a: 1\nb: c: d: e\n", f"2:5: {COLON}"),
        ("a: Let op:\n", f"1:10: {LAST_COLON}"),
        ("a: “Let op: twee”\n", f"1:11: {CURLY}"),
        ("a:\n  - b: ‘Let op: twee’\n", f"2:15: {CURLY}"),
        ("a: ’s avonds: nooit\n", f"1:13: {CURLY}"),
        ("a: „Let op: twee”\n", f"1:11: {CURLY}"),
        ('a: "Let op: twee”\nb: 1\n', f"1:4: {CURLY}"),
        ('a: "Let op” \nb: "x"\n', f"1:4: {CURLY}"),
        ("a: Let op: “twee”\n", f"1:10: {COLON}"),
        ("a: @school\n", f"1:4: {QUOTES}"),
        ("a: `x`\n", f"1:4: {QUOTES}"),
        ("a: %x\n", f"1:4: {QUOTES}"),
        ("a: %\n", f"1:4: {QUOTES}"),
        ("a: *belangrijk*\n", f"1:4: {QUOTES}"),
        ("a: & nog iets\n", f"1:4: {QUOTES}"),
        ("a: > 5 keer\n", f"1:4: {QUOTES}"),
        ("a: >5 keer\n", f"1:4: {QUOTES}"),
        ("a: | x\n", f"1:4: {QUOTES}"),
        ("a: ? waarom\n", f"1:4: {QUOTES}"),
        ("a: , dus\n", f"1:4: {QUOTES}"),
        ("a: ]\n", f"1:4: {QUOTES}"),
        ("a: wauw !\nb: @school\n", f"2:4: {QUOTES}"),
        ("a: - punt\n", f"1:4: {LIST}"),
        ('a: "C:\\school"\n', f"1:7: {BACKSLASH}"),
        ('a: 1\nb: "x\nc: 2\nd: 3\n', f"2:4: {OPEN}"),
        ("a: 1\nb: 'Samen is het woord\nc: 2\n", f"2:4: {OPEN}"),
        ("a: 1\nb: 's avonds\nc: 2\nd: 3\n", f"2:4: {APOSTROPHE}"),
        ("a:\n  - 'T Is vol\n", f"2:5: {APOSTROPHE}"),
        ("a: 's-Graveland\n", f"1:4: {APOSTROPHE}"),
        ("a: 't Hof\nb: foto's\nc: 1\n", f"1:4: {APOSTROPHE}"),
        ("a: 't gaat om de foto's: geen\nb: 1\n", f"1:4: {APOSTROPHE}"),
        ('a: "x\nb: 1\nc: "y"\n', f"1:4: {CLOSED_LATE}"),
        ('a: "Samen" is het woord\n', f"1:12: {BEHIND_QUOTE}"),
        ("a: 'Samen' is het woord\nb: 1\n", f"1:12: {BEHIND_QUOTE}"),
        ("a: 's avonds en 's middags\n", f"1:4: {APOSTROPHE}"),
        ('a: "Samen": het woord\n', f"1:11: {BEHIND_QUOTE}"),
        ('a:\n  - "x" y\n', f"2:9: {BEHIND_QUOTE}"),
        ('a: {b: "x" y}\n', f"1:12: {BEHIND_QUOTE}"),
        ("a: [x] gedaan\n", f"1:8: {BEHIND_BRACKET}"),
        ("a: {naam} vragen\n", f"1:11: {BEHIND_BRACKET}"),
        ("a: [1, 2\nb: 3\n", f"1:4: {BRACKET}"),
        ("a: {b: 1\nc: 2\n", f"1:4: {BRACKET}"),
        ("a: 1\nb: [", f"2:4: {BRACKET}"),
        ("a: [\nb: 1\n", f"1:4: {BRACKET}"),
        ("a: 1\nb\nc: 2\n", f"2:1: {NO_COLON}"),
        ("a: 1\nb\n", f"2:1: {NO_COLON}"),
        ("a:\n  b ja\n  c: 1\n", f"2:3: {NO_COLON}"),
        ("a:\n  b; ja\n\n  c: 1\n", f"2:3: {NO_COLON}"),
        ("a ja\nc: 1\n", f"1:1: {NO_COLON}"),
        ("# kop\na:\n\n  # team\n  b\n    c: 1\n", f"5:3: {NO_COLON}"),
        ("a: een\ntwee\nb: 1\n", f"2:1: {NO_COLON}"),
        ("a: |\n een\ntwee\nb: 1\n", f"3:1: {NO_COLON}"),
        ("a: een\nhttp://x.nl\nb: 1\n", f"2:1: {NO_COLON}"),
        ("a:\n  b:ja\n  c: 1\n", f"2:5: {NO_SPACE}"),
        ("a: 1\nb:2\nc: 3\n", f"2:3: {NO_SPACE}"),
        ("a:1\nb: 2\n", f"1:3: {NO_SPACE}"),
        ("a: 1\nb :2\n", f"2:4: {NO_SPACE}"),
        ("a:\n  - x\n  y\n", f"3:3: {NO_DASH}"),
        ("a:\n  b: 1\n c: 2\n", f"3:2: {compare(1)}"),
        ("a:\n  - x\nb ja\nc: 1\n", f"3:1: {NO_COLON}"),
        ("a:\n  - x\nb\n", f"3:1: {NO_COLON}"),
        ("a:\n  - x\n// tekst\nc: 1\n", f"3:1: {COMMENT}"),
        ("a:\n  - b: x\n    c ja\n", f"3:5: {NO_COLON}"),
        ("a:\n  -b: x\n    c: y\n", f"2:3: {NO_DASH}"),
        ("a:\n  –b: x\n    c: y\n", f"2:3: {NO_DASH}"),
        ("a:\n  • b: x\n    c: y\n", f"2:3: {NO_DASH}"),
        ("a: # lijst\n  * b: x\n    c: y\n", f"2:3: {NO_DASH}"),
        ("a:\n  1. b: x\n    c: y\n", f"2:3: {NO_DASH}"),
        ("a:\n  -{b: x, c: y}\n", f"2:3: {NO_DASH}"),
        ("a:\n  - {b: x, c: y}\n  – {b: x, c: y}\n", f"3:3: {NO_DASH}"),
        ("a:\n  - b: x\n    c: y\n  -b: x\n    c: y\n", f"4:3: {NO_DASH}"),
        ("a:\n  - b: x\n    c: y\n  b: x\n    c: y\n", f"4:3: {NO_DASH}"),
        ("a:\n  - b: x\n  c: y\n", f"3:3: {compare(2)}"),
        ("a: 1\nb: twee\n  – drie\n  – vier: vijf\n", f"4:3: {OR_TEXT}"),
        ("a: twee\n  -5 graden: koud\n", f"2:3: {OR_TEXT}"),
        ("a:\n  - b:\n      c: 1\n  d:\n    c: 1\n", f"2:3: {NO_LIST}"),
        ("a:\n  b:\n    c: 1\n  - d:\n      c: 1\n", f"4:3: {NO_LIST}"),
        ("a:\n  b: 1\n   c: 2\n", f"3:4: {OR_TEXT}"),
        ("a: tekst\n  let wel: meer\n", f"2:3: {OR_TEXT}"),
        ("a: tekst\n  en meer\n  let wel: meer\n", f"3:3: {OR_TEXT}"),
        ("note:\n  tekst\n  let wel: meer\n", f"3:3: {OR_TEXT}"),
        ("note:\n  • een\n  • twee: drie\n", f"3:3: {OR_TEXT}"),
        ("a:\tLet op: twee\n", f"1:10: {COLON}"),
        ("a:\n  - x\nb:\tLet op: twee\n", f"3:10: {COLON}"),
        ('a:\t"Samen": het woord\n', f"1:11: {BEHIND_QUOTE}"),
        ("a: note: x\n", f"1:4: {own_line('note')}"),
        ("a: deels missing:\n  - x\n", f"1:10: {own_line('missing')}"),
        ("a: deels (missing: x)\n", f"1:11: {own_line('missing')}"),
        ('a: "Samen",\nb: 1\n', f"1:11: {COMMA}"),
        ("a:\n  - {b: 1};\n", f"2:11: {COMMA}"),
        ("a: 1\n...\n\nb: 2\n", f"2:1: {DOTS}"),
        (" a: 1\nb: 2\n", f"1:1: {INDENTATION}"),
        # a key a space too deep, or not deep enough, is noticed behind all that stands below it
        ("a:\n   b:\n      c: 1\n      d: 2\n  e: 1\n", f"5:3: {compare(1)}"),
        ("a:\n b:\n    c: 1\n    d: 2\n  e: 1\n", f"5:3: {compare(2)}"),
        ("a:\n  b:\n    c: 1\n  d:\n    - 1\n    e: 1\n", f"6:5: {compare(5)}"),
        ("a:\n  b:\n    c: 1\n  d:\n    - 1\n\n# e\n    f: 1\n", f"8:5: {compare(5)}"),
        ("a:\n    b:\n      c: 1\n  d:\n    c: 1\n", f"4:3: {compare(1)}"),
        *((f'a: "De Bron" {sign} b\n', f"1:14: {BEHIND_QUOTE}") for sign in "&*@%`|>-?"),
        ("a: [De Bron] & b\n", f"1:14: {BEHIND_BRACKET}"),
        ('a: {b: "x" c: "y"}\n', f"1:4: {BRACKET}"),
        ('a: ["x" "y"]\n', f"1:4: {BRACKET}"),
        *((f'a: "C:\\{path}"\n', f"1:7: {BACKSLASH}") for path in ("Users", "xampp", "ud800")),
        ("a:\n - 1\n b: 2\n", f"3:2: {compare(2)}"),
        ("a:\n  - 1\n - 2\n", f"3:2: {compare(1)}"),
        ("a:\n  b:\n- 1\n", f"3:1: {compare(1)}"),
        ("a:\n\tb: 1\n", f"2:1: {TAB}"),
        ("a:\n  \tb: 1\n", f"2:3: {TAB}"),
        ("a:\n  b: 1\n\tc: 2\n", f"3:1: {TAB}"),
        ("a:\n  -\tx\n", f"2:4: {TAB}"),
        ("%YAML 2.0\n---\na: 1\n", f"1:1: {INVALID}"),
        ("a: b: c\nd\u00a0: 1\n", f"1:5: {COLON}"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_mistake_is_told_where_it_stands_with_what_to_do(text: str, expected: str, line_end: str) -> None:
    assert refused(text.replace("\n", line_end)) == expected


@pytest.mark.parametrize(
    "piece", ["-", "- ", " ", "\n", "\r", "# x\n", "a-", "a: #b ", "\u00a0", "- \u00a0", "'", "[", "x:", "=======\n"]
)
@pytest.mark.parametrize("around", ["a: 1\n%\n  b: 1: 2\n c\n", "%", "<<<<<<< %"])
def test_the_time_of_a_hostile_text_grows_no_faster_than_the_text(piece: str, around: str) -> None:
    text = around.replace("%", piece * (200_000 // len(piece)))
    start = time.process_time()
    with suppress(UnusableFileError):
        parse(Source("a", text))
    assert time.process_time() - start < 5, "it takes half a second, or minutes where it grows with the square"


CONFLICT = (
    "Git left a conflict here: keep one of the two versions, and remove the lines that start with <<<<<<<, =======, "
    "||||||| or >>>>>>>."
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> samen\n", "1:1"),
        ("a: 1\n<<<<<<< HEAD\n  c: 1\n||||||| 1a2b3c4\n=======\n  c: 2\n>>>>>>> samen\n", "2:1"),
        ('a: "een\n<<<<<<< HEAD\ntwee\n=======\ndrie\n>>>>>>> samen\n"\n', "2:1"),
        ("a: 'een\n\n<<<<<<<\ntwee'\n", "3:1"),
        ("a: |\n  een\n<<<<<<< HEAD\n  twee\n=======\n  drie\n>>>>>>> samen\n", "3:1"),
        ("a: [\n<<<<<<< HEAD\n1]\n", "2:1"),
        ("a: 'Kop\n=======\ntekst\n<<<<<<< HEAD\nb'\n=======\nc'\n>>>>>>> samen\n", "4:1"),  # behind a heading
        # half of it was removed
        ("a: 1\n>>>>>>> samen\n", "2:1"),
        ('a: "een\n>>>>>>> samen\ntwee"\n', "2:1"),
        ("a: 1\n||||||| 1a2b3c4\nb: 2\n", "2:1"),
        ("a: 1\n=======\nb: 2\n>>>>>>> samen\n", "2:1"),
        ("a: 1\n=======\nb: 2\n", "2:1"),
        ("a: 1\n=======  \nb: 2\n", "2:1"),
        ("a:\n  b: 1\n=======\n  c: 2\n", "3:1"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_conflict_of_git_is_named_wherever_a_line_starts_with_its_mark(text: str, place: str, line_end: str) -> None:
    assert refused(text.replace("\n", line_end)) == f"{place}: {CONFLICT}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\n  <<<<<<< HEAD\n", "<<<<<<< HEAD\n"),  # further on in its line
        ("a: let op <<<<<<< hier\n", "let op <<<<<<< hier"),
        ("a: '\n<<<<<<<<< pijlen'\n", " <<<<<<<<< pijlen"),
        ("a: '\n>>>>>> citaat'\n", " >>>>>> citaat"),
        ("a: 'Kop\n=======\ntekst'\n", "Kop ======= tekst"),
        ("a: 'Kop\n=======\nlet op >>>>>>> hier'\n", "Kop ======= let op >>>>>>> hier"),
        ("# >>>>>>> samen\na: b\n", "b"),
    ],
)
def test_what_only_looks_like_a_conflict_is_read(text: str, value: str) -> None:
    assert parse(Source("a", text)).data == {"a": value}

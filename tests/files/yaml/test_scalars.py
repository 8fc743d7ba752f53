"""How texts are written: the table, and what two readers of YAML make of it."""

import re
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from werkzaam.files.writing import dump
from werkzaam.files.yaml.scalars import STYLES, double_quoted, style_of

NO_TEXTS = (
    *("1e3", "1E-3", "-1.5e+10", "0o17", "017", "0x1F", "0b11", "1_000", "12", "-3", "+.5", "12.", "0.5", "_1", "-_"),
    *("12:30", "08:05", "190:20:30.15", "2026-11-23", "2026-1-2", "2026-11-23 10:00:00", "2026-11-23T10:00:00.5Z"),
    *("2001-12-14 21:59:43.10 -5", "2001-12-14t21:59:43.10-05:00", "~", "null", "NULL", "true", "False", "yes", "No"),
    *("ON", "off", "y", "N", ".inf", "-.INF", ".nan", ".NaN", "=", "<<"),
)
PIECES = [
    *NO_TEXTS,
    *(*" \t\n#:-?'\"\\|>&*!%@`[]{},=~.", "\n\n", "---", "...", "<<<<<<<", "\r", "\x0b", "\x1b", "\x7f", "\x85"),
    *("\u2028", "\u2029", "\ufeff", "\uffff", "\xa0", "\u202e", "woord", "één", "漢", "😀", "👍🏽", "\U0010ffff"),
]
NUMBERS = st.text("0123456789.eE+-_:xobTZ ", min_size=1, max_size=10)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | NUMBERS | st.text(max_size=20)


@cache
def other_reader(version: tuple[int, int] | None) -> YAML:
    made = YAML(typ="safe", pure=True)
    made.version = version
    return made


@settings(max_examples=300)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_every_reader_finds_the_texts_that_were_written(texts: list[str]) -> None:
    data: dict[str, Any] = {"list": texts, "below": {f"key-{number}": text for number, text in enumerate(texts)}}
    written = dump(data)
    assert yaml.load(written, yaml.CSafeLoader) == data
    assert other_reader(None).load(written) == data
    assert other_reader((1, 1)).load(f"%YAML 1.1\n---\n{written}") == data


@settings(max_examples=300)
@given(TEXTS)
def test_what_is_written_is_what_the_table_says(text: str) -> None:
    style, written = style_of(text), dump([text]).removeprefix("- ").removesuffix("\n")
    if style is None:
        assert written == text
    elif style == "'":
        assert written == "'" + text.replace("'", "''") + "'"
    elif style == '"':
        assert written == double_quoted(text)
    else:
        assert re.sub(r"(?m)^ {2,4}", "", written).startswith("|")
        assert "\n" in text


@pytest.mark.parametrize("text", NO_TEXTS)
def test_what_is_no_text_to_some_yaml_is_quoted(text: str) -> None:
    assert dump({"note": text}) == f"note: '{text}'\n"


@pytest.mark.parametrize(
    "text",
    [
        *("06-12345678", "2026-2027", "12 keer", "1.2.3", "e3", "nee", "ja", "j", "2026-11-23 overleg", "12:30 uur"),
        *(
            "3e",
            "0f",
            "een:twee",
            "een#twee",
            "-een",
            "?een",
            ":een",
            "een'twee",
            'een "twee"',
            "a, [b] {c}",
            "😀 é ß 漢",
        ),
        *("http://www.example.org/#x", "een - twee", "\xa0een", "\U0010ffff"),
    ],
)
def test_what_reads_as_text_everywhere_is_written_plain(text: str) -> None:
    assert dump({"note": text}) == f"note: {text}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\tb", r'"a\tb"'),
        ("😀\t", r'"😀\t"'),
        ("een \ntwee", r'"een \ntwee"'),
        ("een\ntwee ", r'"een\ntwee "'),
        ("een\n", r'"een\n"'),
        ('"\\\x00\x1b\x7f\x9b\ufeff', r'"\"\\\0\e\x7F\x9B\uFEFF"'),
        ("een ", "'een '"),
        ("een\n  twee\n\n# drie", "|-\n  een\n    twee\n\n  # drie"),
        (" een\ntwee", "|2-\n   een\n  twee"),
        ("\neen", "|2-\n\n  een"),
        ("", "''"),
    ],
)
def test_other_texts_are_quoted_or_stand_as_a_block(text: str, written: str) -> None:
    assert dump({"note": text}) == f"note: {written}\n"


def test_the_table_is_of_expressions_that_other_languages_read_too() -> None:
    for _style, pattern in STYLES:
        assert not re.search(r"\(\?|\\[AZsSbBdDwWpP]", pattern)

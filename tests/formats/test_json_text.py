"""JSON keeps every character, and lets none steer a terminal."""

import json
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats import hostile
from werkzaam.domain.factor_set import Special
from werkzaam.formats.json_text import json_text, number, ratio, value_number

DIRECTIONS = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = {"\u061c", "\u200e", "\u200f"}


def test_text_is_written_as_it_is_read() -> None:
    assert json_text({"één": ["東 😀", None, True, 1, 0.5]}) == (
        '{\n  "één": [\n    "東 😀",\n    null,\n    true,\n    1,\n    0.5\n  ]\n}\n'
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x1b[2J", r"\u001b[2J"),
        ("\x00\x07\x7f", r"\u0000\u0007\u007f"),
        ("\x85\x9b\x9d", r"\u0085\u009b\u009d"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("\u202a\u202b\u202c\u202d\u202e", r"\u202a\u202b\u202c\u202d\u202e"),
        ("\u2066\u2067\u2068\u2069", r"\u2066\u2067\u2068\u2069"),
        ("\u061c\u200e\u200f", r"\u061c\u200e\u200f"),
        ("\udcff", r"\udcff"),  # a byte of a file's name that is no UTF-8
        ("een\ntwee\tdrie\r", r"een\ntwee\tdrie\r"),
        ('"\\', r"\"\\"),
        ("\\u202e", r"\\u202e"),
        ("\xa0\xad\u200b\u200d\u2060\ufeff", "\xa0\xad\u200b\u200d\u2060\ufeff"),
    ],
)
def test_controls_are_written_as_escapes(text: str, written: str) -> None:
    assert json_text(text) == f'"{written}"\n'
    assert json.loads(json_text(text)) == text


@given(text=hostile.texts() | st.text(st.characters()))
def test_reading_gives_the_exact_text_back_and_nothing_in_it_steers(text: str) -> None:
    written = json_text({text: [text]})
    assert json.loads(written) == {text: [text]}
    assert not [sign for sign in written if unicodedata.category(sign) == "Cc" and sign != "\n"]
    assert not [sign for sign in written if unicodedata.bidirectional(sign) in DIRECTIONS or sign in MARKS]
    assert written.encode().decode() == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("0", 0),
        ("1", 1),
        ("1/2", 0.5),
        ("1/3", 0.3333),
        ("2/3", 0.6667),
        ("0.00005", 0.0001),
        ("0.00004", 0),
        ("0.12345", 0.1235),  # half up; a banker would write 0.1234
        ("0.99995", 1),
        ("0.99994", 0.9999),
    ],
)
def test_a_ratio_has_at_most_four_decimals(value: str, written: float) -> None:
    assert ratio(Fraction(value)) == written
    assert json_text(ratio(Fraction(value))) == f"{written}\n"


def test_what_is_not_there_is_null() -> None:
    assert ratio(None) is None
    assert value_number(None) is None
    assert value_number(Special.UNKNOWN) is None
    assert value_number(Special.NOT_APPLICABLE) is None


def test_a_value_is_exact_and_a_whole_one_has_no_decimal_point() -> None:
    assert value_number(Fraction("0.33333333")) == 0.33333333
    assert [json_text(number(Fraction(value))) for value in ("0", "1", "0.5")] == ["0\n", "1\n", "0.5\n"]

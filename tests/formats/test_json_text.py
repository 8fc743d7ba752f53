"""JSON keeps every character, and lets none steer a terminal."""

import json
import unicodedata
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats import hostile
from werkzaam.domain.factor_set import Special
from werkzaam.formats.json_text import json_text, number, ratio, signed_ratio, value_number

DIRECTIONS = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = {"\u061c", "\u200e", "\u200f"}


def steering(written: str) -> list[str]:
    """Return what could steer a terminal, turn the reading order, or not be written at all."""
    return [
        sign
        for sign in written
        if (unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n")
        or unicodedata.bidirectional(sign) in DIRECTIONS
        or sign in MARKS
    ]


def test_text_is_written_as_it_is_read() -> None:
    assert json_text({"één": ["東 😀", None, True, 1, 0.5]}) == (
        '{\n  "één": [\n    "東 😀",\n    null,\n    true,\n    1,\n    0.5\n  ]\n}\n'
    )


def test_controls_are_written_as_escapes_and_joiners_as_they_are() -> None:
    texts = {
        "\x1b[2J\x00\x7f\x9b": r"\u001b[2J\u0000\u007f\u009b",
        "\x85\u2028\u2029": r"\u0085\u2028\u2029",
        "\u202a\u202e\u2066\u2069\u061c\u200e\u200f": r"\u202a\u202e\u2066\u2069\u061c\u200e\u200f",
        "\udcff": r"\udcff",  # a byte of a file's name that is no UTF-8
        'een\ntwee\tdrie\r"\\u202e': r"een\ntwee\tdrie\r\"\\u202e",
        "\xa0\xad\u200b\u200d\u2060\ufeff": "\xa0\xad\u200b\u200d\u2060\ufeff",
    }
    assert {text: json_text(text) for text in texts} == {text: f'"{shown}"\n' for text, shown in texts.items()}


@given(text=hostile.texts() | st.text(st.characters()))
@settings(max_examples=30)
def test_reading_gives_the_exact_text_back_and_nothing_in_it_steers(text: str) -> None:
    written = json_text({text: [text]})
    assert json.loads(written) == {text: [text]}
    assert steering(written) == []


def test_a_ratio_has_at_most_four_decimals_and_what_lies_halfway_goes_up() -> None:
    ratios = {"0": 0, "1": 1, "1/2": 0.5, "1/3": 0.3333, "2/3": 0.6667, "0.00005": 0.0001, "0.00004": 0,
              "0.12345": 0.1235, "0.99995": 1, "0.99994": 0.9999}  # fmt: skip
    assert {value: ratio(Fraction(value)) for value in ratios} == ratios


def test_a_change_goes_outwards_halfway_and_is_never_minus_nothing() -> None:
    changes = {"0": "0", "1": "1", "-1": "-1", "-1/3": "-0.3333", "-0.12345": "-0.1235", "-0.00004": "0"}
    assert {value: json.dumps(signed_ratio(Fraction(value))) for value in changes} == changes


def test_what_is_not_there_is_null() -> None:
    assert (ratio(None), signed_ratio(None)) == (None, None)
    assert [value_number(value) for value in (None, Special.UNKNOWN, Special.NOT_APPLICABLE)] == [None] * 3


def test_a_value_is_exact_and_a_whole_one_has_no_decimal_point() -> None:
    assert value_number(Fraction("0.33333333")) == 0.33333333
    assert [json_text(number(Fraction(value))) for value in ("0", "1", "0.5")] == ["0\n", "1\n", "0.5\n"]

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werkzaam.visible import visible, visible_lines

WOMAN_TEACHER = "👩\u200d🏫"
"""A woman, a zero-width joiner and a school: one glyph on the screen."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lyceum Oost", "Lyceum Oost"),
        ("", ""),
        ("één ß 東 😀", "één ß 東 😀"),
        (WOMAN_TEACHER, WOMAN_TEACHER),
        ("❤\ufe0f", "❤\ufe0f"),  # the variation selector that makes the heart red
        ("a\u200cb", "a\u200cb"),  # a zero-width non-joiner: Persian needs it
        ("rood\x1b[31mniet", "rood[31mniet"),
        ("\x1b]0;titel\x07", "]0;titel"),
        ("\x9b31m", "31m"),  # the one-byte CSI
        ("nul\x00bel\x07wis\x08del\x7f", "nulbelwisdel"),
        ("a\u202eb\u202c", "ab"),
        ("a\u2066b\u2069\u200f\u200e\u061c", "ab"),
        ("\ufeffbom", "bom"),
        ("a\ufffe\uffffb", "ab"),  # no characters, and nothing that XML can hold
        ("tag\U000e0041", "tag"),
        ("a\udcffb\ud800", "a?b?"),  # bytes of a file's name, and half a character
        ("a\tb", "a b"),
        ("a\nb", "a b"),
        ("a\r\nb", "a b"),
        ("Er is een plek.\n", "Er is een plek."),
        ("a\rb", "a b"),
        ("a\x0bb\x0cc\x1cd\x1de\x1ef", "a b c d e f"),
        ("a\x85b\u2028c\u2029d", "a b c d"),
        ("[bold]x[/nope] [/] :warning:", "[bold]x[/nope] [/] :warning:"),
    ],
)
def test_a_text_on_one_line_keeps_what_can_be_seen(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("een\ntwee", "een\ntwee"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("een\u2028twee\x85drie", "een\ntwee\ndrie"),
        ("een\n\n  twee\t!\n", "een\n\n  twee !\n"),
        ("een\x1b[2J\ntwee\u202e", "een[2J\ntwee"),
    ],
)
def test_line_ends_stay_where_lines_are_shown(text: str, shown: str) -> None:
    assert visible_lines(text) == shown


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(codec=None), max_size=30))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    shown = visible(text)
    assert not [character for character in shown if unicodedata.category(character) == "Cc"]
    assert not [character for character in shown if unicodedata.bidirectional(character) in _DIRECTIONS]
    assert len(shown.splitlines()) <= 1
    assert shown.encode().decode() == shown


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30))
def test_what_was_made_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert visible_lines(visible_lines(text)) == visible_lines(text)


_DIRECTIONS = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

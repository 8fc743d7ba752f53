"""What looks like a known word and is another is told by the code point of the sign that makes the difference."""

import pytest

from werkzaam.wording.signs import odd_sign

KNOWN = ("ja", "deels", "vast-team", "fiets")


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("ja\u200b", "200B"),
        ("\u00a0ja", "00A0"),
        ("vast\xadteam", "00AD"),
        ("j\x00a", "0000"),
        ("\U000e0064ja", "E0064"),
        ("d\u0435\u0435ls", "0435"),
        ("\u0458\u0430", "0458"),
        ("Vast\u2011team", "2011"),
        ("\ufb01ets", "FB01"),
        ("iets\u200banders", "200B"),
    ],
)
def test_a_sign_that_makes_a_word_another_is_named(word: str, code: str) -> None:
    assert (odd_sign(word, KNOWN) or "").startswith(f"Here stands U+{code}, which ")


@pytest.mark.parametrize("word", ["ja", "JA", "déels", "vast team", "Ñandú", "дом", "", "20 km"])
def test_what_can_be_told_apart_is_not(word: str) -> None:
    assert odd_sign(word, KNOWN) == ""

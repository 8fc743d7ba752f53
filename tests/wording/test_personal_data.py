import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.failing import raising
from werkzaam.cli.interview.askers import load_what_saving_needs
from werkzaam.domain.privacy import PersonalData, personal_data
from werkzaam.wording.notes import remarks
from werkzaam.wording.personal_data import looks_like, mask, masked


def test_every_piece_that_looks_like_personal_data_gets_a_remark_of_its_own() -> None:
    assert remarks("Bel 06-12345678 of mail a@b.nl.") == [
        "“06-12345678” looks like a phone number.",
        "“a@b.nl” looks like an e-mail address.",
    ]
    assert remarks("Sinds 2024-2025 werken er twee mensen.") == []


def test_where_nothing_knows_check_digits_there_is_no_remark_and_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdnum", "stdnum.nl", "stdnum.exceptions"):
        monkeypatch.setitem(sys.modules, name, None)
    load_what_saving_needs()
    assert [remarks(text) for text in ("111222333", "NL91ABNA0417164300")] == [[], []]
    assert remarks("a@b.nl") == ["“a@b.nl” looks like an e-mail address."]


def test_a_library_of_which_half_is_there_is_no_fault_before_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkzaam.domain.privacy.load_check_digits", raising(SyntaxError))
    load_what_saving_needs()


def test_every_kind_has_its_sentence() -> None:
    assert {kind: looks_like(kind, "{text}") for kind in PersonalData} == {
        PersonalData.BSN: "“{text}” looks like a citizen service number (BSN).",
        PersonalData.E_MAIL: "“{text}” looks like an e-mail address.",
        PersonalData.PHONE: "“{text}” looks like a phone number.",
        PersonalData.IBAN: "“{text}” looks like a bank account number (IBAN).",
        PersonalData.ADDRESS: "“{text}” looks like the address of a home.",
        PersonalData.BIRTH_DATE: "“{text}” looks like a date of birth.",
    }


def test_a_mask_keeps_the_shape_of_a_text() -> None:
    texts = ("111222333", "a.b@c-d.nl", "NL91 ABNA", "één 東 _", "+31 (0)6", "")
    assert [*map(mask, texts)] == ["*********", "*.*@*-*.**", "**** ****", "*** * *", "+** (*)*", ""]


def test_only_what_looks_like_personal_data_is_masked() -> None:
    assert masked("Bel 06-12345678 of mail a@b.nl.") == "Bel **-******** of mail *@*.**."
    assert masked("06\u200b12345678 en jan＠school.nl") == "**\u200b******** en ***＠******.**"
    assert masked("geboren 1-3-2009 te Oost") == "geboren *-*-**** te Oost"


PIECES = st.one_of(
    st.sampled_from(["111222333", "a@b.nl", "06-12345678", "NL91 ABNA 0417 1643 00", "1234 AB 5", "geboren 1-3-2009"]),
    st.text(max_size=5),
)


@given(st.lists(PIECES, max_size=5).map(" ".join))
@settings(max_examples=50)
def test_masking_changes_the_signs_of_a_finding_and_nothing_else(text: str) -> None:
    shown = masked(text)
    hidden = {place for found in personal_data(text) for place in range(found.start, found.end)}
    assert len(shown) == len(text)
    assert all(shown[place] == sign for place, sign in enumerate(text) if place not in hidden)
    assert not any(shown[place].isalnum() for place in hidden)

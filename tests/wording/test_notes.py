import sys

import pytest

from tests.failing import raising
from werkzaam.cli.interview.askers import load_what_saving_needs
from werkzaam.domain.privacy import PersonalData
from werkzaam.wording.notes import looks_like, mask, remarks


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

import pytest

from werkzaam import language
from werkzaam.wording.personal_data import remarks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("111222333", "“111222333” lijkt op een burgerservicenummer (BSN)."),
        ("a@b.nl", "“a@b.nl” lijkt op een e-mailadres."),
        ("06-12345678", "“06-12345678” lijkt op een telefoonnummer."),
        ("NL91 ABNA 0417 1643 00", "“NL91 ABNA 0417 1643 00” lijkt op een rekeningnummer (IBAN)."),
        ("1234 AB 5", "“1234 AB 5” lijkt op een woonadres."),
        ("geboren 1-3-2009", "“1-3-2009” lijkt op een geboortedatum."),
    ],
)
def test_what_looks_like_personal_data_is_pointed_out(text: str, said: str) -> None:
    assert remarks(text) == [said]


def test_every_piece_gets_a_remark_of_its_own() -> None:
    language.activate("en")
    assert remarks("Bel 06-12345678 of mail a@b.nl.") == [
        "“06-12345678” looks like a phone number.",
        "“a@b.nl” looks like an e-mail address.",
    ]


def test_a_harmless_note_gets_no_remark() -> None:
    assert remarks("Sinds 2024-2025 werken er twee mensen.") == []

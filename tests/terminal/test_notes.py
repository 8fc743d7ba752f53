import pytest

from werkzaam import language
from werkzaam.terminal.notes import remarks, request, tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  \n\t\n ", ""),
        ("  Om beurten.  ", "Om beurten."),
        ("Om beurten.   \n  Ook op vrijdag.\t\n", "Om beurten.\n  Ook op vrijdag."),
        ("een\ttwee", "een twee"),
        ("een\n\n\ntwee", "een\n\n\ntwee"),
    ],
)
def test_a_note_is_kept_without_blanks_around_it(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


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


def test_the_request_names_what_should_not_be_written() -> None:
    assert request() == "Schrijf hier geen namen op, en niets over een enkele leerling."

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam import language
from werkzaam.domain.privacy import PersonalData, personal_data
from werkzaam.wording.personal_data import looks_like, mask, masked, remarks


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


@pytest.mark.parametrize(
    ("kind", "dutch", "english"),
    [
        (
            PersonalData.BSN,
            "“x” lijkt op een burgerservicenummer (BSN).",
            "“x” looks like a citizen service number (BSN).",
        ),
        (PersonalData.E_MAIL, "“x” lijkt op een e-mailadres.", "“x” looks like an e-mail address."),
        (PersonalData.PHONE, "“x” lijkt op een telefoonnummer.", "“x” looks like a phone number."),
        (PersonalData.IBAN, "“x” lijkt op een rekeningnummer (IBAN).", "“x” looks like a bank account number (IBAN)."),
        (PersonalData.ADDRESS, "“x” lijkt op een woonadres.", "“x” looks like the address of a home."),
        (PersonalData.BIRTH_DATE, "“x” lijkt op een geboortedatum.", "“x” looks like a date of birth."),
    ],
)
def test_every_kind_has_its_sentence(kind: PersonalData, dutch: str, english: str) -> None:
    assert looks_like(kind, "x") == dutch
    language.activate("en")
    assert looks_like(kind, "x") == english


def test_braces_in_a_text_are_only_text() -> None:
    assert looks_like(PersonalData.E_MAIL, "{text}@b.nl") == "“{text}@b.nl” lijkt op een e-mailadres."


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("111222333", "*********"),
        ("a.b@c-d.nl", "*.*@*-*.**"),
        ("NL91 ABNA", "**** ****"),
        ("één 東 _", "*** * *"),
        ("+31 (0)6", "+** (*)*"),
        ("", ""),
    ],
)
def test_a_mask_keeps_the_shape_of_a_text(text: str, shape: str) -> None:
    assert mask(text) == shape


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bel 06-12345678 of mail a@b.nl.", "Bel **-******** of mail *@*.**."),
        ("111222333", "*********"),
        ("geboren 1-3-2009 te Oost", "geboren *-*-**** te Oost"),
        ("Sinds 2024-2025 werken er twee.", "Sinds 2024-2025 werken er twee."),
        ("", ""),
    ],
)
def test_only_what_looks_like_personal_data_is_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


PIECES = st.one_of(
    st.sampled_from(["111222333", "a@b.nl", "06-12345678", "NL91 ABNA 0417 1643 00", "1234 AB 5", "geboren 1-3-2009"]),
    st.text(max_size=5),
)


@given(st.lists(PIECES, max_size=5).map(" ".join))
def test_masking_changes_the_signs_of_a_finding_and_nothing_else(text: str) -> None:
    shown = masked(text)
    hidden = {place for found in personal_data(text) for place in range(found.start, found.end)}
    assert len(shown) == len(text)
    assert all(shown[place] == sign for place, sign in enumerate(text) if place not in hidden)
    assert not any(shown[place].isalnum() for place in hidden)

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werkzaam.domain.privacy import PersonalData, personal_data

BSN = PersonalData.BSN
E_MAIL = PersonalData.E_MAIL
PHONE = PersonalData.PHONE
IBAN = PersonalData.IBAN
ADDRESS = PersonalData.ADDRESS
BIRTH_DATE = PersonalData.BIRTH_DATE


@pytest.mark.parametrize(
    ("text", "kind", "piece"),
    [
        # 1*9 + 1*8 + 1*7 + 2*6 + 2*5 + 2*4 + 3*3 + 3*2 - 3 = 66 = 6 * 11: the check of a BSN
        ("Het nummer is 111222333.", BSN, "111222333"),
        ("(111222333)", BSN, "111222333"),
        ("BSN 1112.22.333", BSN, "1112.22.333"),
        ("BSN 1112 22 333", BSN, "1112 22 333"),
        ("bsn: 111.222.333", BSN, "111.222.333"),
        ("111 222 333", BSN, "111 222 333"),
        ("bsn:111222333;", BSN, "111222333"),
        ("Bel (020) 1234567", PHONE, "(020) 1234567"),
        ("Bel +31 (0) 20 1234567", PHONE, "+31 (0) 20 1234567"),
        # 1*9 + 0*8 + 1*7 + 2*6 + 2*5 + 2*4 + 3*3 + 3*2 - 1 = 60 = 5 * 11 + 5: the check of an education number
        ("onderwijsnummer 101222331", BSN, "101222331"),
        (
            "Mail naar anna.de-vries+school@lyceum-oost.example.nl.",
            E_MAIL,
            "anna.de-vries+school@lyceum-oost.example.nl",
        ),
        ("<a@b.nl>", E_MAIL, "a@b.nl"),
        ("Bel 0612345678", PHONE, "0612345678"),
        ("Bel 06-12345678.", PHONE, "06-12345678"),
        ("Bel 06 12 34 56 78", PHONE, "06 12 34 56 78"),
        ("020-1234567", PHONE, "020-1234567"),
        ("(0223) 12345 of 0223 123456", PHONE, "0223 123456"),
        ("+31612345678", PHONE, "+31612345678"),
        ("+31 6 12345678", PHONE, "+31 6 12345678"),
        ("+31 (0)6 12345678", PHONE, "+31 (0)6 12345678"),
        ("0031 20 1234567", PHONE, "0031 20 1234567"),
        ("06 - 12345678", PHONE, "06 - 12345678"),
        ("06.12345678", PHONE, "06.12345678"),
        ("06.12.34.56.78.", PHONE, "06.12.34.56.78"),
        ("tel.0612345678", PHONE, "0612345678"),
        ("06\u201112345678", PHONE, "06\u201112345678"),
        ("06\u202f12\u00a0345678", PHONE, "06\u202f12\u00a0345678"),
        ("NL91ABNA0417164300", IBAN, "NL91ABNA0417164300"),
        ("Rekening NL91 ABNA 0417 1643 00.", IBAN, "NL91 ABNA 0417 1643 00"),
        ("nl91abna0417164300", IBAN, "nl91abna0417164300"),
        ("BE68 5390 0754 7034", IBAN, "BE68 5390 0754 7034"),
        ("BE68 5390 0754 7034 daar", IBAN, "BE68 5390 0754 7034"),  # words may follow that could belong to it
        ("ES91 2100 0418 4502 0005 1332 van mij", IBAN, "ES91 2100 0418 4502 0005 1332"),
        ("klas AB12 NL91 ABNA 0417 1643 00", IBAN, "NL91 ABNA 0417 1643 00"),
        ("Woont op 1234 AB 5.", ADDRESS, "1234 AB 5"),
        ("1234AB 5", ADDRESS, "1234AB 5"),
        ("1234 AB 5a", ADDRESS, "1234 AB 5a"),
        ("1234 AB, nr. 12", ADDRESS, "1234 AB, nr. 12"),
        ("Dorpsstraat 5, 1234 AB Utrecht", ADDRESS, "5, 1234 AB"),
        ("Dorpsstraat 5a 1234AB", ADDRESS, "5a 1234AB"),
        ("geboren op 12-03-2009", BIRTH_DATE, "12-03-2009"),
        ("Geboren 12 maart 2009 in Utrecht", BIRTH_DATE, "12 maart 2009"),
        ("geb. 1-3-09", BIRTH_DATE, "1-3-09"),
        ("geboortedatum: 2009-03-12", BIRTH_DATE, "2009-03-12"),
        ("born on 12 March 2009", BIRTH_DATE, "12 March 2009"),
        ("date of birth 12/03/2009", BIRTH_DATE, "12/03/2009"),
        ("DOB: 2009-03-12", BIRTH_DATE, "2009-03-12"),
    ],
)
def test_what_looks_like_personal_data_is_found_where_it_stands(text: str, kind: PersonalData, piece: str) -> None:
    assert [(found.kind, text[found.start : found.end]) for found in personal_data(text)] == [(kind, piece)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In 2024-2025 begonnen we.",
        "2024/2025",
        "1234",
        "Sinds 2026-11-23.",
        "23-11-2026",
        "Om 12:30 uur",
        "Postcode 1234 AB",
        "1234AB",
        "Overleg op 01-09-2026 14:30",
        "Van 01-09-2026 12 weken lang",
        "€ 1.250,00",
        "€ 12.500.000,00",
        "123456789",
        "111222334",
        "1112223334",
        "id-111222333",
        "111222333-4",
        "3.111222333",
        "06",
        "06-nummer",
        "0 op de 10",
        "0.0612345678",
        "Van 09.30-10.45 12.30-13.00",
        "NL91 ABNA 1417 1643 01 in Oost",
        "versie 1.2.3",
        "Python 3.11.4",
        "geboren in Utrecht",
        "de geboorte van een plan",
        "Twee mensen, 36 uur per week",
        "apenstaart @ school",
        "@jongerenwerk",
        "NL91ABNA0417164301",
        "100 200 300",
    ],
)
def test_what_everybody_may_write_is_left_alone(text: str) -> None:
    assert personal_data(text) == []


def test_several_pieces_are_told_in_the_order_of_the_text() -> None:
    text = "a@b.nl, 0612345678, 111222333 en geboren op 1-3-2009"
    assert [(found.kind, text[found.start : found.end]) for found in personal_data(text)] == [
        (E_MAIL, "a@b.nl"),
        (PHONE, "0612345678"),
        (BSN, "111222333"),
        (BIRTH_DATE, "1-3-2009"),
    ]


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="0123456789 +-.@abNLAB\n", max_size=60))
def test_no_piece_overlaps_another(text: str) -> None:
    found = personal_data(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        *(piece * (100_000 // len(piece)) for piece in ("geboorte", "geb.", "a@", "0", "A1", "1 ", "00 ", "NL91", "_")),
        f"{'a.' * 50_000}@",
        f"{'a' * 64}@{'a' * 100_000}",
        f"{'a' * 64}@{'a.' * 50_000}@",
    ],
    ids=lambda text: f"{text[:8]}...{text[-2:]}",
)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    assert len(personal_data(text)) <= 1

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.dutch_examples import AROUND_DATA, AROUND_OTHERS, CANNOT_BE_TOLD, NO_ALARM, TO_BE_FOUND
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
        ("bsn 11 12 22 333", BSN, "11 12 22 333"),
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
        ("Bel 06-12345678.", PHONE, "06-12345678"),
        ("(0223) 12345 of 0223 123456", PHONE, "0223 123456"),
        ("0031 20 1234567", PHONE, "0031 20 1234567"),
        ("06.12.34.56.78.", PHONE, "06.12.34.56.78"),
        ("+32 475 12 34 56 bellen", PHONE, "+32 475 12 34 56"),
        ("06\u201112345678", PHONE, "06\u201112345678"),
        ("06\u202f12\u00a0345678", PHONE, "06\u202f12\u00a0345678"),
        ("NL91ABNA0417164300", IBAN, "NL91ABNA0417164300"),
        ("BE68 5390 0754 7034 daar", IBAN, "BE68 5390 0754 7034"),  # words may follow that could belong to it
        ("ES91 2100 0418 4502 0005 1332 van mij", IBAN, "ES91 2100 0418 4502 0005 1332"),
        ("06:12345678", PHONE, "06:12345678"),
        ("zijn 06: 12 34 56 78", PHONE, "06: 12 34 56 78"),
        ("0223: 123456", PHONE, "0223: 123456"),
        ("06_12_34_56_78", PHONE, "06_12_34_56_78"),
        ("0032470123456", PHONE, "0032470123456"),
        ("00212 6 12345678", PHONE, "00212 6 12345678"),
        ("+1 (212) 555-1234", PHONE, "+1 (212) 555-1234"),
        ("jan(at)school(dot)nl", E_MAIL, "jan(at)school(dot)nl"),
        ("jan [at] mail [punt] school.nl", E_MAIL, "jan [at] mail [punt] school.nl"),
        ("jan{at}school{dot}nl", E_MAIL, "jan{at}school{dot}nl"),
        ("digit@school.nl", E_MAIL, "digit@school.nl"),
        ("ibanBE68539007547034", IBAN, "BE68539007547034"),
        ("NL 91 ABNA 0417.1643.00 daar", IBAN, "NL 91 ABNA 0417.1643.00"),
        ("klas AB12 NL91 ABNA 0417 1643 00", IBAN, "NL91 ABNA 0417 1643 00"),
        ("Woont op 1234 AB 5.", ADDRESS, "1234 AB 5"),
        ("1234AB 5", ADDRESS, "1234AB 5"),
        ("1234 AB 5a", ADDRESS, "1234 AB 5a"),
        ("1234 AB, nr. 12", ADDRESS, "1234 AB, nr. 12"),
        ("Dorpsstraat 5, 1234 AB Utrecht", ADDRESS, "5, 1234 AB"),
        ("Dorpsstraat 5a 1234AB", ADDRESS, "5a 1234AB"),
        ("Kerkstraat 12A, 3511 LX", ADDRESS, "12A, 3511 LX"),
        ("3511LX, huisnr 12", ADDRESS, "3511LX, huisnr 12"),
        ("Kerkstraat 12\n  3511 LX Utrecht", ADDRESS, "12\n  3511 LX"),
        ("Kerkstraat 12\n        3511 LX Utrecht", ADDRESS, "12\n        3511 LX"),
        ("        # geboren op\n        # 12 maart 2011", BIRTH_DATE, "12 maart 2011"),
        ("Kerkstraat 12, Utrecht (3511 LX)", ADDRESS, "12, Utrecht (3511 LX"),
        ("3511 LX Utrecht, Kerkstraat 12-2", ADDRESS, "3511 LX Utrecht, Kerkstraat 12-2"),
        ("3511 LX, Grote Markt 12", ADDRESS, "3511 LX, Grote Markt 12"),
        ("Julianapark 12, Utrecht (3511 LX)", ADDRESS, "12, Utrecht (3511 LX"),
        ("3511LX12a", ADDRESS, "3511LX12a"),
        ("3511LX; huis nr. 12", ADDRESS, "3511LX; huis nr. 12"),
        ("3511 NR 12", ADDRESS, "3511 NR 12"),
        ("Postcode: 3511 LX\n  Huisnummer: 12", ADDRESS, "3511 LX\n  Huisnummer: 12"),
        ("Huisnummer: 12\r\nPostcode: 3511 LX", ADDRESS, "12\r\nPostcode: 3511 LX"),
        ("huisnummer 12 en postcode 2015AB", ADDRESS, "12 en postcode 2015AB"),
        ("Kerkstraat nr 12, postcode 3511 LX", ADDRESS, "nr 12, postcode 3511 LX"),
        ("Kerkstraat nr. 12, Utrecht (3511 LX)", ADDRESS, "nr. 12, Utrecht (3511 LX"),
        ("geboren 20100312", BIRTH_DATE, "20100312"),
        ("geb. 120310", BIRTH_DATE, "120310"),
        ("geboren 12mrt2010", BIRTH_DATE, "12mrt2010"),
        ("d.o.b. 12/03/2010", BIRTH_DATE, "12/03/2010"),
        ("Zij (g.d. 01-02-2010) verhuist.", BIRTH_DATE, "01-02-2010"),
        ("geb.d. 12-03-2010", BIRTH_DATE, "12-03-2010"),
        ("geboren op\n  12-03-2010", BIRTH_DATE, "12-03-2010"),
        ("# geboortedatum:\r\n# 12 maart 2010", BIRTH_DATE, "12 maart 2010"),
        ("geboren op 12 maart, en", BIRTH_DATE, "12 maart"),
        ("Geboren 12 maart 2009 in Utrecht", BIRTH_DATE, "12 maart 2009"),
        ("geb. 1-3-09", BIRTH_DATE, "1-3-09"),
        ("geboortedatum: 2009-03-12", BIRTH_DATE, "2009-03-12"),
        ("born on 12 March 2009", BIRTH_DATE, "12 March 2009"),
        ("date of birth 12/03/2009", BIRTH_DATE, "12/03/2009"),
        ("DOB: 2009-03-12", BIRTH_DATE, "2009-03-12"),
        ("zij verjaart op 12 maart", BIRTH_DATE, "12 maart"),
        ("jarig op 12/3", BIRTH_DATE, "12/3"),
        ("Zij is op 12 maart 2010 geboren.", BIRTH_DATE, "12 maart 2010"),
        ("12-03-2010 in Utrecht geboren", BIRTH_DATE, "12-03-2010"),
        ("Op 12 maart 2010 is hij in Aleppo geboren", BIRTH_DATE, "12 maart 2010"),
        ("ze is 12 mrt. jarig", BIRTH_DATE, "12 mrt"),
        ("is op 12/3 jarig", BIRTH_DATE, "12/3"),
        ("verjaardag: 12-3", BIRTH_DATE, "12-3"),
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
        "Overleg op 01-09-2026 14:30",
        "Van 01-09-2026 12 weken lang",
        "op 06/10 13/10 20/10",
        "€ 1.250,00",
        "€ 12.500.000,00",
        "id-111222333",
        "Python 3.11.4",
        "Twee mensen, 36 uur per week",
        "1200 ll 12",
        "1500km3",
        "2025-VO 12",
        "2024WK12",
        "12 in postcode 2015",
        "van 0745-0830 12",
        "06:15 12-03-26",
        "van 06:30-07:45 08:15",
        "lokaal 012 9:30-10:15",
        "git@github.com:x",
        "school (at) de dot",
        "Postbus 12, 3500 AA Utrecht",
        "postcodes 3511 AA, 3512 AB/3513 AC",
        "geboren in de wijk, 12-18 jaar",
        "Op 12 maart 2026 is het plan geboren",
        "op 12 maart 2026 12 jaar jarig",
        "het 10 jarig bestaan op 12-03-2026",
        "12-14 jarigen",
        "jarig: 12-18 jaar, op 12-13 plekken",
        "Antwoordnummer 123, 3500 VB",
        "Zo is het plan geboren.\r\n12-03-2026: overleg",
        "- een plan is geboren\n- 12-03-2026 overleg",
    ],
)
def test_what_everybody_may_write_is_left_alone(text: str) -> None:
    assert personal_data(text) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        *(("", unseen) for unseen in "\u00ad\u200b\u200d\u2060\ufe0f\ufeff"),
        *((" ", gap) for gap in ("  ", "\t", "\u00a0", "\u2003", "\u3000")),
        *(("-", dash) for dash in "\u2011\u2013\u2015\u2212\uff0d"),
        *(("'", apostrophe) for apostrophe in "\u2018\u2019"),
        *((sign, chr(ord(sign) + 0xFEE0)) for sign in "012@.+LN"),
    ],
    ids=ascii,
)
def test_what_nobody_types_is_read_as_what_is_typed(before: str, after: str) -> None:
    text = "3511 LX 12, 111-222-333, jan@x.nl, +31 6-12345678, NL91 ABNA 0417 1643 00, geboren 12-03-'10 ."
    changed = after.join(text) if not before else text.replace(before, after)
    found, plain = personal_data(changed), personal_data(text)
    assert [piece.kind for piece in found] == [ADDRESS, BSN, E_MAIL, PHONE, IBAN, BIRTH_DATE]
    for piece, expected in zip(found, plain, strict=True):
        shown = text[expected.start : expected.end]
        assert changed[piece.start : piece.end] == (after.join(shown) if not before else shown.replace(before, after))


def test_what_people_write_is_found_and_what_only_looks_like_it_is_not_as_far_as_it_can_be_told() -> None:
    def found(text: str) -> set[PersonalData]:
        return {finding.kind for finding in personal_data(text)}

    spellings = [(kind, text) for kind, texts in TO_BE_FOUND.values() for text in texts]
    missed = [text for kind, text in spellings for around in AROUND_DATA if kind not in found(around.format(text))]
    others = [text for texts in NO_ALARM.values() for text in texts]
    alarms = [text for text in others for around in AROUND_OTHERS if found(around.format(text))]
    assert set(missed + alarms) == CANNOT_BE_TOLD
    for _kind, texts in TO_BE_FOUND.values():
        assert len(CANNOT_BE_TOLD.intersection(texts)) <= 0.1 * len(texts), "as SECURITY.md says"


def test_every_digit_of_what_is_found_lies_in_it() -> None:
    apart = {*CANNOT_BE_TOLD, "Plein 1944 5, 3511 LX"}  # a year is no house number
    spellings = {text for _kind, texts in TO_BE_FOUND.values() for text in texts} - apart
    for text in spellings:
        inside = {place for found in personal_data(text) for place in range(found.start, found.end)}
        assert {place for place, sign in enumerate(text) if sign.isdigit()} <= inside, text


def test_two_numbers_with_a_slash_between_are_two() -> None:
    text = "moeder 06-12345678/020-1234567, of 06.12345678/06.87654321"
    pieces = [text[found.start : found.end] for found in personal_data(text)]
    assert pieces == ["06-12345678", "020-1234567", "06.12345678", "06.87654321"]


def test_several_pieces_are_told_in_the_order_of_the_text() -> None:
    text = "a@b.nl, 0612345678, 111222333 en geboren op 1-3-2009"
    assert [(found.kind, text[found.start : found.end]) for found in personal_data(text)] == [
        (E_MAIL, "a@b.nl"),
        (PHONE, "0612345678"),
        (BSN, "111222333"),
        (BIRTH_DATE, "1-3-2009"),
    ]


PIECES = ("a@b.nl", "0612345678", "1234 AB 5", "0612345678a@b.nl", "geboren ", "1-3-2009", "NL91ABNA0417164300", *" .-")
"""Data of every sort and what stands between; a telephone number or a house number is also the start of an address."""


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_no_piece_overlaps_another(text: str) -> None:
    found = personal_data(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


HOSTILE = (
    *("geboorte", "geb.", "geboren 1 ", "geboren 12-", "12 maart ", "bsn", "BSN 1", "111.222.", "€", "A1", "NL91"),
    *(
        "BE68 ",
        "a@",
        "a.",
        "a@b.",
        " @ ",
        "a (at) b.",
        "_",
        "0",
        "1 ",
        "00 ",
        "06",
        "06 ",
        "+31",
        "(06) ",
        "01-",
        "5 \n",
    ),
    *("0049 ", "06:", "1234 AB hnr ", "5 pc ", "a(at)b(dot)", "geb.\n", "12mrt", "\u200b", "1234AB\n"),
    *(" ", "\n", "1234AB ", "1234 AB a", "straat 5 ", "5, "),
)
"""What some pattern starts with, and would look for the end of."""


@pytest.mark.long
@pytest.mark.parametrize(
    "text",
    [
        *(piece * (100_000 // len(piece)) for piece in HOSTILE),
        f"{'a.' * 50_000}@",
        f"{'a' * 64}@{'a' * 100_000}",
        f"{'a' * 64}@{'a.' * 50_000}@",
    ],
    ids=lambda text: f"{text[:8]}...{text[-2:]}",
)
def test_the_time_of_a_hostile_text_grows_no_faster_than_the_text(text: str) -> None:
    start = time.process_time()
    personal_data(text)
    assert time.process_time() - start < 10, "it takes half a second, or minutes where it grows with the square"

"""Every warning has its place, and none repeats what it is about."""

import pytest

from tests import examples
from werkzaam.files import locations, reading
from werkzaam.files.privacy_warnings import privacy_warnings
from werkzaam.files.reading import Source

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"
PHONE = "lijkt op een telefoonnummer."
E_MAIL = "lijkt op een e-mailadres."
BSN = "lijkt op een burgerservicenummer (BSN)."
IBAN = "lijkt op een rekeningnummer (IBAN)."
ADDRESS = "lijkt op een woonadres."
BIRTH_DATE = "lijkt op een geboortedatum."


def warnings(text: str) -> list[str]:
    return [str(warning).removeprefix("a.yaml:") for warning in privacy_warnings(Source("a.yaml", text))]


@pytest.mark.parametrize(
    "note",
    [
        "In 2024-2025 begonnen we, in 2025/2026 gaan we door.",
        "Lokaal 1234",
        "Sinds 2026-11-23.",
        "Op 23-11-2026 en op 1-3-2027.",
        "Op 01-09-2026 14:30 uur",
        "Postcode 1234 AB",
        "Er is 1.234.567,89 uitgegeven.",
        "€ 12.500",
        "€ 12.500.000,00",
        "Van 09:30 tot 12.30 uur",
        "Van 09.30-10.45 en 12.30-13.00",
        "Versie 1.12.3, Python 3.11.4",
        "https://www.lyceum-oost.nl/jaar/2024-2025/12345",
        "geboren in Oost",
        "100 200 300",
        "@jongerenwerk",
    ],
)
def test_what_everybody_may_write_is_left_alone(note: str) -> None:
    assert warnings(f"{HEAD}note: '{note}'  # {note}\nanswers:\n") == []


def test_the_built_in_set_holds_no_personal_data() -> None:
    assert privacy_warnings(reading.read_file(locations.built_in_factors())) == []


@pytest.mark.parametrize(
    ("piece", "mask", "said"),
    [
        ("111222333", "*********", BSN),
        ("111.222.333", "***.***.***", BSN),
        ("NL91ABNA0417164300", "*" * 18, IBAN),
        ("NL91 ABNA 0417 1643 00", "**** **** **** **** **", IBAN),
        ("BE68 5390 0754 7034", "**** **** **** ****", IBAN),
        ("0612345678", "**********", PHONE),
        ("06-12345678", "**-********", PHONE),
        ("06 - 12 34 56 78", "** - ** ** ** **", PHONE),
        ("06.12.34.56.78", "**.**.**.**.**", PHONE),
        ("06\u201112345678", "**\u2011********", PHONE),
        ("06\u00a012345678", "**\u00a0********", PHONE),
        ("+31 6 12345678", "+** * ********", PHONE),
        ("020-1234567", "***-*******", PHONE),
        ("(0223) 123456", "(****) ******", PHONE),
        ("0031 20 1234567", "**** ** *******", PHONE),
        ("jan.de-vries@lyceum-oost.nl", "***.**-*****@******-****.**", E_MAIL),
        ("1234 AB 5", "**** ** *", ADDRESS),
        ("1234 AB 5a", "**** ** **", ADDRESS),
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("note: Contact ", " daar.\nanswers:\n"),
        ("# Contact ", "\nanswers:\n"),
        ("answers:\nactions:\n  - what: Spreek ", " aan\n"),
        ("answers:\nactions:\n  - what: Bellen\n    owner: ", "\n"),
        ("answers:\n  mensen:\n    ", ":\n      answer:\n"),
        ("answers:\n  mensen:\n    team:\n      answer:  # ", "\n"),
    ],
    ids=["note", "comment", "action", "owner", "key", "comment on an answer"],
)
def test_personal_data_is_pointed_out_wherever_it_stands(
    before: str, after: str, piece: str, mask: str, said: str
) -> None:
    text = f"{HEAD}{before}{piece}{after}"
    line, column = len(f"{HEAD}{before}".split("\n")), len(before.rpartition("\n")[2]) + 1
    assert warnings(text) == [f"{line}:{column}: let op: “{mask}” {said}"]


@pytest.mark.parametrize("word", ["geboren", "Geboren op", "geb.", "geb:", "geboortedatum:", "born", "born on", "dob"])
@pytest.mark.parametrize("day", ["12-03-2009", "2009-03-12", "12 maart 2009"])
def test_a_date_is_a_date_of_birth_after_a_word_that_says_so(word: str, day: str) -> None:
    assert [warning.rpartition("” ")[2] for warning in warnings(f"{HEAD}note: '{word} {day}'\nanswers:\n")] == [
        BIRTH_DATE
    ]
    assert warnings(f"{HEAD}note: 'besproken {day}'\nanswers:\n") == []


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ('note: "Mail a\\u0040b.nl"\n', [f"6:7: let op: “*@*.**” {E_MAIL}"]),
        ('note: "Bel\\t0612345678"\n', [f"6:7: let op: “**********” {PHONE}"]),
        ("note: >\n  Geboren op\n  12-03-2009 in Oost.\n", [f"6:7: let op: “**-**-****” {BIRTH_DATE}"]),
        ("note: Bel 06-1234\n  5678\n", [f"6:7: let op: “**-**** ****” {PHONE}"]),
        ('note: "Bel 06-1234\\\n  5678"\n', [f"6:7: let op: “**-********” {PHONE}"]),
        ('"a\\u0040b.nl": x\n', [f"6:1: let op: “*@*.**” {E_MAIL}"]),
        # One of two stands there as it is, and is told where it stands; the other is told where its value starts.
        (
            'note: "a@b.nl of 06\\x2d12345678"\n',
            [f"6:8: let op: “*@*.**” {E_MAIL}", f"6:7: let op: “**-********” {PHONE}"],
        ),
    ],
)
def test_what_reads_otherwise_than_it_is_written_is_found_by_how_it_reads(part: str, told: list[str]) -> None:
    assert warnings(f"{HEAD}{part}answers:\n") == told


def test_what_is_an_escape_in_part_is_told_once() -> None:
    assert warnings(f'{HEAD}note: "a@b.n\\u006c en c@d.nl"\nanswers:\n') == [
        f"6:8: let op: “*@*.*” {E_MAIL}",
        f"6:23: let op: “*@*.**” {E_MAIL}",
    ]


def test_what_stands_there_as_it_reads_is_told_once_at_its_place() -> None:
    text = f"{HEAD}note: |\n  Regel een.\n  Bel 06-12345678.\nanswers:  # a@b.nl\n"
    assert warnings(text) == [f"8:7: let op: “**-********” {PHONE}", f"9:13: let op: “*@*.**” {E_MAIL}"]
    assert warnings(text.replace("\n", "\r\n")) == warnings(text)


@pytest.mark.parametrize("broken", ["note: [", 'x: "', "- ", "&a "])
def test_a_file_that_is_no_yaml_is_looked_through_all_the_same(broken: str) -> None:
    assert warnings(f"{broken}a@b.nl") == [f"1:{len(broken) + 1}: let op: “*@*.**” {E_MAIL}"]


def test_any_amount_comes_to_an_end() -> None:
    many = 20_000
    assert len(warnings(f"{HEAD}x:\n" + '- "a@b.n\\u006c"\n- a@b.nl\n' * many)) == 2 * many
    assert len(warnings(examples.SMALL_SET + "# a@b.nl\n" * many)) == many

"""Every warning has its place, and none repeats what it is about. What looks like what is held to in the domain."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from werkzaam.domain.privacy import PersonalData, personal_data
from werkzaam.files import reading
from werkzaam.files.disk import locations
from werkzaam.files.problems import Severity, UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.files.validation import masked, privacy_warnings
from werkzaam.files.yaml.tree import parse
from werkzaam.wording.notes import looks_like

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"


def warnings(text: str) -> list[tuple[str, str]]:
    """Return the place and the words of every warning."""
    source, tree = Source("a.yaml", text), None
    with suppress(UnusableFileError):
        tree = parse(source)
    found = privacy_warnings(source, tree)
    assert {warning.severity for warning in found} <= {Severity.WARNING}
    return [(f"{warning.line}:{warning.column}", warning.message) for warning in found]


def test_the_built_in_set_and_what_everybody_may_write_hold_no_personal_data() -> None:
    built_in = reading.read_file(locations.built_in_factors())
    assert privacy_warnings(built_in, parse(built_in)) == []
    assert warnings(f"{HEAD}note: In 2025/2026, lokaal 1234, Van 09.30-10.45  # 1.234.567,89\nanswers:\n") == []


@pytest.mark.parametrize(
    ("piece", "mask", "kind"),
    [
        ("111.222.333", "***.***.***", PersonalData.BSN),
        ("NL91 ABNA 0417 1643 00", "**** **** **** **** **", PersonalData.IBAN),
        ("+31 6 12345678", "+** * ********", PersonalData.PHONE),
        ("06\u00a012345678", "**\u00a0********", PersonalData.PHONE),
        ("06\u200b1234  5678", "**\u200b****  ****", PersonalData.PHONE),
        ("jan.de-vries@lyceum-oost.nl", "***.**-*****@******-****.**", PersonalData.E_MAIL),
        ("1234 AB 5a", "**** ** **", PersonalData.ADDRESS),
    ],
)
def test_personal_data_is_pointed_out_wherever_it_stands(piece: str, mask: str, kind: PersonalData) -> None:
    for before, after in [
        ("note: Contact ", " daar.\nanswers:\n"),
        ("note: |\n  Regel een.\n  Contact ", ".\nanswers:\n"),
        ("# Contact ", "\nanswers:\n"),
        ("answers:\nactions:\n  - what: Bellen\n    owner: ", "\n"),
        ("answers:\n  mensen:\n    ", ":\n      answer:\n"),
    ]:
        head = f"{HEAD}{before}"
        place = f"{len(head.split(chr(10)))}:{len(before.rpartition(chr(10))[2]) + 1}"
        for line_end in ("\n", "\r\n"):
            text = f"{head}{piece}{after}".replace("\n", line_end)
            assert warnings(text) == [(place, looks_like(kind, mask))]


def test_an_address_on_two_lines_is_told_on_one() -> None:
    (warning,) = warnings(f"{HEAD}note: |\n  Kerkstraat 12\n  3511 LX Utrecht\nanswers:\n")
    assert warning == ("7:14", looks_like(PersonalData.ADDRESS, "** **** **"))


@pytest.mark.parametrize(
    ("value", "kind", "mask"),
    [
        ("|\n        Kerkstraat 12\n        3511 LX Utrecht", PersonalData.ADDRESS, "** **** **"),
        ("Bel haar op 06\n  12 34 56 78 of mail.", PersonalData.PHONE, "** ** ** ** **"),
        ("'Let op: geboren 5-5-''09'", PersonalData.BIRTH_DATE, "*-*-'**"),
        ('"Bel:\\n0612345678"', PersonalData.PHONE, "**********"),
        ('"BSN 111222\\\n  333"', PersonalData.BSN, "*********"),
    ],
)
def test_how_a_value_is_written_hides_nothing(value: str, kind: PersonalData, mask: str) -> None:
    (warning,) = warnings(f"{HEAD}note: {value}\nanswers:\n")
    assert warning[1] == looks_like(kind, mask)


def test_a_date_of_birth_is_masked_without_the_word_before_it() -> None:
    (warning,) = warnings(f"{HEAD}note: geboren op 12 maart 2009\nanswers:\n")
    assert warning == ("6:18", looks_like(PersonalData.BIRTH_DATE, "** ***** ****"))


@pytest.mark.parametrize("broken", ["note: [", 'x: "', "- ", "&a "])
def test_a_file_that_is_no_yaml_is_looked_through_all_the_same(broken: str) -> None:
    assert warnings(f"{broken}a@b.nl") == [(f"1:{len(broken) + 1}", looks_like(PersonalData.E_MAIL, "*@*.**"))]


def test_any_amount_comes_to_an_end() -> None:
    assert len(warnings(f"{examples.SMALL_SET}x:\n" + "- a@b.nl\n" * 10_000)) == 10_000


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

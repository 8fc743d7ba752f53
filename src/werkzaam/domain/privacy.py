"""What looks like personal data in a text. Names cannot be found reliably, and are not looked for."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum


class PersonalData(Enum):
    """What a piece of text looks like."""

    BSN = "bsn"
    """A citizen service number, or the education number of a pupil who has none: nine digits with a check."""
    E_MAIL = "e-mail"
    PHONE = "phone"
    IBAN = "iban"
    ADDRESS = "address"
    """A postcode with a house number: together they point at one home."""
    BIRTH_DATE = "birth date"


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of text from `start` up to `end` that looks like personal data."""

    kind: PersonalData
    start: int
    end: int


# What word processors and phones put where a keyboard gives a space or a hyphen: spaces and hyphens that keep a line
# whole, and dashes.
_TYPED = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ") | dict.fromkeys(range(0x2010, 0x2015), "-")

# Nine digits that stand alone, or in the groups in which people write them; school years have too few.
_NINE_DIGITS = re.compile(r"(?<![\w.,-])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?![\w-]|[.,]\d)")
_E_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w+-])(?<!\d\.)(?!\d\d[-/ ]\d\d[-/ ]\d{4}(?!\d))"  # 01-09-2026 14:30 is a date and a time
    r"(?:(?:(?:\+31|0031)[ -]?(?:\(0\)[ -]?)?|\(?0)[1-9](?:[ )-]{0,3}\d){8}"
    r"|06\.(?:\d{8}|\d\d(?:\.\d\d){3}))(?![\d-])"
)
# Looked ahead at, so that something like it right before an IBAN does not take part of it away.
_IBAN = re.compile(
    r"(?<!\w)(?=(?P<iban>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?!\w))", re.IGNORECASE | re.ASCII
)
_ADDRESS = re.compile(
    r"(?<!\w)(?:[1-9]\d{3} ?[A-Z]{2},? (?:nr\.? ?|huisnummer )?\d{1,5}[A-Za-z]?(?!\w)"  # 1234 AB 5a
    r"|\d{1,5} ?[a-z]?,? [1-9]\d{3} ?[A-Z]{2}(?!\w))"  # Dorpsstraat 5, 1234 AB
)
_MONTHS = "jan|feb|maart|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec"
_BIRTH_DATE = re.compile(
    r"\b(?:geb(?:oren|\.)?|geboorte\w*|born|birth\w*|dob)\b[^\d\n]{0,20}"
    rf"(?P<date>\d{{1,4}}[-/. ](?:\d{{1,2}}|(?:{_MONTHS})\w*)[-/. ]\d{{2,4}})",
    re.IGNORECASE,
)


def personal_data(text: str) -> list[Finding]:
    """Return what in a text looks like personal data, in its order, none within another."""
    findings: list[Finding] = []
    for finding in sorted(_candidates(text.translate(_TYPED)), key=lambda finding: (finding.start, -finding.end)):
        if not findings or finding.start >= findings[-1].end:
            findings.append(finding)
    return findings


def _candidates(text: str) -> Iterator[Finding]:
    for match in _NINE_DIGITS.finditer(text):
        if _is_bsn(match.group()):
            yield Finding(PersonalData.BSN, *match.span())
    for match in _IBAN.finditer(text):
        start, end = match.start(), match.start() + _iban_length(match["iban"])
        if end > start:
            yield Finding(PersonalData.IBAN, start, end)
    for match in _BIRTH_DATE.finditer(text):
        yield Finding(PersonalData.BIRTH_DATE, *match.span("date"))
    for kind, pattern in (
        (PersonalData.E_MAIL, _E_MAIL),
        (PersonalData.PHONE, _PHONE),
        (PersonalData.ADDRESS, _ADDRESS),
    ):
        for match in pattern.finditer(text):
            yield Finding(kind, *match.span())


def load_check_digits() -> None:
    """Load what knows check digits, so that it is there later on; nothing happens where it is missing."""
    with suppress(ImportError, OSError):
        _is_bsn("")
        _iban_length("")


def _is_bsn(text: str) -> bool:
    from stdnum.nl import bsn, onderwijsnummer  # slow to load, and few texts hold nine digits

    digits = re.sub(r"\D", "", text)
    return bool(bsn.is_valid(digits) or onderwijsnummer.is_valid(digits))


def _iban_length(text: str) -> int:
    """Return how much of a text that may end in words after an IBAN is one; 0 where nothing is."""
    from stdnum import iban  # likewise
    from stdnum.exceptions import ValidationError

    while text:
        with suppress(ValidationError):
            iban.validate(text, check_country=False)
            return len(text)
        text = text.rpartition(" ")[0]
    return 0

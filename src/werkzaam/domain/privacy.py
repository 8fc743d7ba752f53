"""What looks like personal data in a text. Names cannot be found reliably, and are not looked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from stdnum import iban
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn, onderwijsnummer


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


# Nine digits that stand alone, or in the groups in which people write them; school years have too few.
_NINE_DIGITS = re.compile(r"(?<![\w.,-])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?![\w-]|[.,]\d)")
_E_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.+-])(?!\d\d[-/ ]\d\d[-/ ]\d{4}(?!\d))"  # 01-09-2026 14:30 is a date and a time
    r"(?:(?:\+31|0031)[ -]?(?:\(0\)[ -]?)?|\(?0)[1-9](?:[ )-]{0,2}\d){8}(?![\d-])"
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?<!\w)(?:[1-9]\d{3} ?[A-Z]{2},? (?:nr\.? ?|huisnummer )?\d{1,5}(?!\w)"  # 1234 AB 5
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
    found: list[Finding] = []
    for finding in sorted(_candidates(text), key=lambda finding: (finding.start, -finding.end)):
        if not found or finding.start >= found[-1].end:
            found.append(finding)
    return found


def _candidates(text: str) -> Iterator[Finding]:
    for match in _NINE_DIGITS.finditer(text):
        if _is_bsn(match.group()):
            yield Finding(PersonalData.BSN, *match.span())
    for match in _IBAN.finditer(text):
        if _is_iban(match.group()):
            yield Finding(PersonalData.IBAN, *match.span())
    for match in _BIRTH_DATE.finditer(text):
        yield Finding(PersonalData.BIRTH_DATE, *match.span("date"))
    for kind, pattern in (
        (PersonalData.E_MAIL, _E_MAIL),
        (PersonalData.PHONE, _PHONE),
        (PersonalData.ADDRESS, _ADDRESS),
    ):
        for match in pattern.finditer(text):
            yield Finding(kind, *match.span())


def _is_bsn(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return bool(bsn.is_valid(digits) or onderwijsnummer.is_valid(digits))


def _is_iban(text: str) -> bool:
    try:
        iban.validate(text, check_country=False)
    except ValidationError:
        return False
    return True

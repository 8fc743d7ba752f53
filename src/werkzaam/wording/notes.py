"""What is said around a note: what not to write in it, what in it looks like personal data, and when it is too long."""

import re

from werkzaam.domain.privacy import PersonalData, personal_data
from werkzaam.language import N_, _

TOO_LONG = N_("This text has {length} characters; at most {limit} fit.")
_LINE_END = re.compile(r"\s*\n\s*")
_SHOWN_BY_MASK = re.compile(r"\w")


def request() -> str:
    """Return what to keep in mind before writing."""
    return _("Write no names here, and nothing about a single pupil.")


def too_long(text: str, limit: int) -> str:
    """Return what to say of a note that has more characters than fit."""
    return _(TOO_LONG).format(length=len(text), limit=limit)


def looks_like(kind: PersonalData, text: str) -> str:
    """Return a sentence on a piece of text that looks like personal data."""
    sentences = {
        PersonalData.BSN: _("“{text}” looks like a citizen service number (BSN)."),
        PersonalData.E_MAIL: _("“{text}” looks like an e-mail address."),
        PersonalData.PHONE: _("“{text}” looks like a phone number."),
        PersonalData.IBAN: _("“{text}” looks like a bank account number (IBAN)."),
        PersonalData.ADDRESS: _("“{text}” looks like the address of a home."),
        PersonalData.BIRTH_DATE: _("“{text}” looks like a date of birth."),
    }
    return sentences[kind].format(text=_LINE_END.sub(" ", text))


def remarks(text: str) -> list[str]:
    """Return a sentence for everything in a text that looks like personal data; none where that cannot be looked at."""
    try:
        findings = personal_data(text)
    except (ImportError, OSError):  # what knows check digits is gone: a remark less, and no note
        return []
    return [looks_like(finding.kind, text[finding.start : finding.end]) for finding in findings]


def masked(text: str) -> str:
    """Return a text in which whatever looks like personal data can be recognised by its shape alone."""
    parts, position = [], 0
    for finding in personal_data(text):
        parts += [text[position : finding.start], mask(text[finding.start : finding.end])]
        position = finding.end
    return "".join([*parts, text[position:]])


def mask(text: str) -> str:
    """Return the shape of a text: every letter and digit is an asterisk."""
    return _SHOWN_BY_MASK.sub("*", text)

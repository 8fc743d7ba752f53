"""Texts that look like personal data: what is said of one, and how to mask it."""

import re

from werkzaam.domain.privacy import PersonalData, personal_data
from werkzaam.language import _


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
    return sentences[kind].format(text=" ".join(text.split()))


def masked(text: str) -> str:
    """Return a text in which each piece that looks like personal data is masked."""
    parts, position = [], 0
    for finding in personal_data(text):
        parts += [text[position : finding.start], mask(text[finding.start : finding.end])]
        position = finding.end
    return "".join([*parts, text[position:]])


def mask(text: str) -> str:
    """Return a text with an asterisk for every letter and digit, so that only its shape is left."""
    return re.sub(r"\w", "*", text)

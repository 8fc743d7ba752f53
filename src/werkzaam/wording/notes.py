"""Texts around a note: what not to write in it, what in it looks like personal data, and that it is too long."""

import re
from typing import TYPE_CHECKING

from werkzaam.domain.evaluation import NOTE_LIMIT
from werkzaam.language import N_, _

if TYPE_CHECKING:
    from werkzaam.domain.privacy import PersonalData

TOO_LONG = N_("This text has {length} characters; at most {limit} fit.")


def request() -> str:
    """Return the request to write nothing about single persons."""
    return _("Write no names here, and nothing about a single pupil.")


def length_problem(text: str) -> str | None:
    """Return a message for a text that has more characters than a note may have, else None."""
    return _(TOO_LONG).format(length=len(text), limit=NOTE_LIMIT) if len(text) > NOTE_LIMIT else None


def remarks(text: str, *, masks: bool = False) -> list[str]:
    """Return a sentence for each piece of a text that looks like personal data, which it quotes, or masks if `masks`.

    Empty if the module that looks for personal data cannot be loaded.
    """
    try:
        from werkzaam.domain.privacy import personal_data  # slow to load, and not needed before a note was written

        pieces = ((finding.kind, text[finding.start : finding.end]) for finding in personal_data(text))
        return [looks_like(kind, mask(piece) if masks else piece) for kind, piece in pieces]
    except (ImportError, OSError):  # the library for check digits is gone: that costs a remark, not the note
        return []


def looks_like(kind: "PersonalData", text: str) -> str:
    """Return a sentence on a piece of text that looks like personal data."""
    from werkzaam.domain.privacy import PersonalData  # slow to load; whoever has a kind of it did that already

    sentences = {
        PersonalData.BSN: _("“{text}” looks like a citizen service number (BSN)."),
        PersonalData.E_MAIL: _("“{text}” looks like an e-mail address."),
        PersonalData.PHONE: _("“{text}” looks like a phone number."),
        PersonalData.IBAN: _("“{text}” looks like a bank account number (IBAN)."),
        PersonalData.ADDRESS: _("“{text}” looks like the address of a home."),
        PersonalData.BIRTH_DATE: _("“{text}” looks like a date of birth."),
    }
    return sentences[kind].format(text=" ".join(text.split()))


def mask(text: str) -> str:
    """Return a text with an asterisk for every letter and digit, so that only its shape is left."""
    return re.sub(r"\w", "*", text)

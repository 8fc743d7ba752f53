"""What is said around a note: what not to write in it, and what looks as if it should not be there."""

from werkzaam.language import _


def request() -> str:
    """Return what to keep in mind before writing."""
    return _("Write no names here, and nothing about a single pupil.")


def tidy(text: str) -> str:
    """Return a note as it is kept: without blanks at the ends of its lines and around it."""
    return "\n".join(line.rstrip() for line in text.replace("\t", " ").split("\n")).strip()


def too_long(text: str, limit: int) -> str:
    """Return what to say of a note that has more characters than fit."""
    return _("This text has {length} characters; at most {limit} fit.").format(length=len(text), limit=limit)


def remarks(text: str) -> list[str]:
    """Return a line for everything in a note that looks like personal data."""
    from werkzaam.domain.privacy import PersonalData, personal_data  # the check digits take long to load

    kinds = {
        PersonalData.BSN: _("“{text}” looks like a citizen service number (BSN)."),
        PersonalData.E_MAIL: _("“{text}” looks like an e-mail address."),
        PersonalData.PHONE: _("“{text}” looks like a phone number."),
        PersonalData.IBAN: _("“{text}” looks like a bank account number (IBAN)."),
        PersonalData.ADDRESS: _("“{text}” looks like the address of a home."),
        PersonalData.BIRTH_DATE: _("“{text}” looks like a date of birth."),
    }
    return [kinds[found.kind].format(text=text[found.start : found.end]) for found in personal_data(text)]

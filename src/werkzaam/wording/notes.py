"""What is said around a note: what not to write in it, what in it looks like personal data, and when it is too long."""

from werkzaam.language import N_, _

TOO_LONG = N_("This text has {length} characters; at most {limit} fit.")


def request() -> str:
    """Return what to keep in mind before writing."""
    return _("Write no names here, and nothing about a single pupil.")


def too_long(text: str, limit: int) -> str:
    """Return what to say of a note that has more characters than fit."""
    return _(TOO_LONG).format(length=len(text), limit=limit)


def remarks(text: str, *, masks: bool = False) -> list[str]:
    """Return a sentence for everything in a text that looks like personal data, in which it stands or is masked.

    None where that cannot be looked at.
    """
    try:
        from werkzaam.wording import personal_data  # slow to load, and needed after something was written

        return personal_data.remarks(text, masks=masks)
    except (ImportError, OSError):  # what knows check digits is gone: a remark less, and no note
        return []

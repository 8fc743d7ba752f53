"""The language of the program: messages are written in English and translated by gettext."""

import gettext as _gettext
from pathlib import Path

LANGUAGES = ("nl", "en")
"""The languages of the program, as codes; the first is the default."""
FALLBACK = "en"
"""The language of the untranslated messages; also taken if the file of a factor set names no language."""
DOMAIN = "werkzaam"
LOCALE_FOLDER = Path(__file__).parent / "locale"

_active: _gettext.NullTranslations = _gettext.NullTranslations()


def activate(language: str) -> None:
    """Translate messages into this language from now on; they stay in English if there is no catalogue for it.

    A catalogue for `nl` also serves `nl-BE`.
    """
    global _active  # noqa: PLW0603 (one program speaks one language at a time)
    _active = _gettext.translation(DOMAIN, LOCALE_FOLDER, [language.replace("-", "_")], fallback=True)


def _(message: str) -> str:
    """Return a message in the active language."""
    return _active.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return a message whose form depends on a count, in the active language."""
    return _active.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 (gettext's name)
    """Mark a message for the catalogue and return it unchanged: `_` translates it later."""
    return message

"""The language of the program: messages are written in English and translated by gettext."""

import gettext as _gettext
from pathlib import Path

LANGUAGES = ("nl", "en")
"""What the program speaks: the first where nothing says otherwise."""
FALLBACK = "en"
"""What the messages are written in: spoken for a factor set in a language that the program does not speak."""
DOMAIN = "werkzaam"
LOCALE_FOLDER = Path(__file__).parent / "locale"

_active: _gettext.NullTranslations = _gettext.NullTranslations()


def activate(language: str) -> None:
    """Speak this language from now on; where the program does not, its messages stay as they are written."""
    global _active  # noqa: PLW0603 (one program speaks one language at a time)
    _active = _gettext.translation(DOMAIN, LOCALE_FOLDER, [language], fallback=True)


def _(message: str) -> str:
    """Translate a message."""
    return _active.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a message whose form depends on a count."""
    return _active.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 (gettext's name)
    """Mark a message that is translated later."""
    return message

"""Commands to give next, written so that a shell takes every word for what it is."""

import os
import shlex
from collections.abc import Iterable
from pathlib import Path

from werkzaam.visible import visible


def command_line(words: Iterable[str]) -> str:
    """Return a command to copy into a shell: each word comes out as it is, and nothing in it is run.

    Only line ends at the very end of a word that cannot be shown are lost.
    """
    return " ".join(map(_quoted, words))


def options_again(factors: str | None, lang: str | None) -> list[str]:
    """Return the words that name set and language in another command, as far as the environment does not."""
    given = (("--factors", factors, "WERKZAAM_FACTORS"), ("--lang", lang, "WERKZAAM_LANG"))
    return [
        word
        for option, value, variable in given
        if value and value != os.environ.get(variable)
        for word in (option, value)
    ]


def as_argument(path: Path) -> str:
    """Return a path as a command takes it: one that starts with a hyphen must not look like an option."""
    return f"./{path}" if str(path).startswith("-") else str(path)


def _quoted(word: str) -> str:
    """Return a word in quotes where it needs them; one that cannot be shown is spelled out for `printf`."""
    if all(map(_can_be_shown, word)):
        return shlex.quote(word)
    return f'"$(printf -- {shlex.quote("".join(map(_spelled, word)))})"'


def _spelled(character: str) -> str:
    if character in "\\%":
        return character * 2
    return character if _can_be_shown(character) else "".join(f"\\{byte:03o}" for byte in os.fsencode(character))


def _can_be_shown(character: str) -> bool:
    """Whether a character comes through a terminal; lone surrogates stand for bytes that are no UTF-8."""
    return visible(character) == character and not "\ud800" <= character <= "\udfff"

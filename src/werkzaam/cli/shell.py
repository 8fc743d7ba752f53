"""Commands to give next, written so that a shell takes every word for what it is."""

import os
import re
import shlex
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from werkzaam.visible import visible

PROGRAM = "werkzaam"
_BARE = r"[\w./\\:+-]+"
"""Words that cmd and PowerShell take as they stand."""
_BEFORE_QUOTE = r'(?<!\\)(\\+)("|$)'
_STEERING = "[$`]"
"""What PowerShell runs or fills in between double quotes, and cannot be told to leave alone in a way that cmd knows."""
_CURLY = "[\u201c-\u201e]"
"""What PowerShell takes for a double quote."""

_start: tuple[str, Sequence[str]] | None = None


def started_as(script: str, line: Sequence[str]) -> None:
    """Remember how the program was started: the script that runs, and all words before its arguments."""
    global _start  # noqa: PLW0603 (a process is started once)
    _start = script, line


def program() -> list[str]:
    """Return the words that start this program again, for the commands that are printed to go on with."""
    if _start is None:
        return [PROGRAM]
    from shutil import which  # needed only at the end of a command

    return start_words(*_start, which)


def start_words(script: str, line: Sequence[str], which: Callable[[str], str | None]) -> list[str]:
    """Return the words that start a script of this program again.

    `line` are the words it was started with, before its arguments; `which` finds a program on the PATH. What is found
    there is called by its name alone, if it is this very program.
    """
    if script.endswith(".py"):  # python -m werkzaam
        return list(line)
    found = which(PROGRAM)
    return [PROGRAM] if found is not None and _is_same_program(found, script) else [script]


def command_line(words: Iterable[str], *, windows: bool = sys.platform == "win32") -> str:
    """Return a command to copy into a shell: each word comes out as it is, and nothing in it is run.

    Only line ends at the very end of a word that cannot be shown are lost. On Windows it is written for cmd and for
    PowerShell alike: what these do not both take in any spelling becomes a question mark, a curly quote a straight one.
    """
    if not windows:
        return " ".join(map(_quoted, words))
    first, *more = words
    return " ".join([_windows_program(first), *map(_windows_quoted, more)])


def own_command(*words: str) -> str:
    """Return a command of this program to copy, in the words that started it."""
    return command_line([*program(), *words])


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


def _is_same_program(found: str, script: str) -> bool:
    """Whether two paths lead to one file: on Windows that of a launcher, whose ending the script does not see."""
    one, other = (Path(path if Path(path).exists() else f"{path}.exe") for path in (found, script))
    return one.exists() and other.exists() and one.samefile(other)


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


def _windows_quoted(word: str) -> str:
    if re.fullmatch(_BARE, word):
        return word
    shown = "".join(sign if _can_be_shown(sign) else "?" for sign in word)
    word = re.sub(_STEERING, "?", re.sub(_CURLY, '"', shown))
    return '"' + re.sub(_BEFORE_QUOTE, r"\1\1\2", word).replace('"', '""') + '"'


def _windows_program(path: str) -> str:
    """Return a program as both shells start it: PowerShell takes what starts with a quote for a text."""
    line = "\\".join(map(_windows_quoted, path.split("\\"))) if not re.fullmatch(_BARE, path) else path
    return f".\\{line}" if line.startswith('"') else line

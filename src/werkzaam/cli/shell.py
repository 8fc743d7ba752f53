"""Words of a command line as shells read them: quoted where they are shown, expanded where no shell does that."""

import os
import re
import shlex
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from werkzaam.visible import visible

PROGRAM = "werkzaam"
_BARE = r"[\w./\\:+-]+"
"""Matches words that cmd and PowerShell take without quotes."""
_BEFORE_QUOTE = r'(?<!\\)(\\+)("|$)'
_STEERING = "[$`]"
"""Matches what PowerShell evaluates between double quotes, and for which it has no escape that cmd knows."""
_CURLY = "[\u201c-\u201e]"
"""Matches what PowerShell takes for a double quote."""

_start: tuple[str, Sequence[str]] | None = None


def started_as(script: str, line: Sequence[str]) -> None:
    """Remember how the program was started: the path of the script, and all words before its arguments."""
    global _start  # noqa: PLW0603 (a process is started once)
    _start = script, line


def program() -> list[str]:
    """Return the words that start this program again, for commands that are shown to the user.

    If the name on the PATH starts this very program, the name alone is enough.
    """
    if _start is None:
        return [PROGRAM]
    script, line = _start
    if script.endswith(".py"):  # python -m werkzaam
        return list(line)
    from shutil import which  # needed only at the end of a command

    found = which(PROGRAM)
    return [PROGRAM] if found is not None and _is_same_program(found, script) else [script]


def command_line(words: Iterable[str], *, windows: bool = sys.platform == "win32") -> str:
    """Return a command to copy into a shell, which passes on each word as it is shown and evaluates nothing in it.

    With `windows` the command suits both cmd and PowerShell: what they do not both accept becomes a question mark, and
    a curly quote a straight one.
    """
    first, *more = shown = list(map(visible, words))
    if not windows:
        return shlex.join(shown)
    return " ".join([_windows_program(first), *map(_windows_quoted, more)])


def own_command(*words: str) -> str:
    """Return a command of this program to copy into a shell, which begins with the words that started the program."""
    return command_line([*program(), *words])


def options_again(factors: str | None, lang: str | None) -> list[str]:
    """Return --factors and --lang for another command, without those that an environment variable gives already."""
    given = (("--factors", factors, "WERKZAAM_FACTORS"), ("--lang", lang, "WERKZAAM_LANG"))
    return [
        word
        for option, value, variable in given
        if value and value != os.environ.get(variable)
        for word in (option, value)
    ]


def as_argument(path: Path) -> str:
    """Return a path as an argument of a command: one that starts with a hyphen must not look like an option."""
    return f"./{path}" if str(path).startswith("-") else str(path)


def _is_same_program(found: str, script: str) -> bool:
    """Return whether two paths are one file; on Windows a launcher's path may lack its ending .exe."""
    one, other = (Path(path if Path(path).exists() else f"{path}.exe") for path in (found, script))
    return one.exists() and other.exists() and one.samefile(other)


def _windows_quoted(word: str) -> str:
    if re.fullmatch(_BARE, word):
        return word
    word = re.sub(_STEERING, "?", re.sub(_CURLY, '"', word))
    return '"' + re.sub(_BEFORE_QUOTE, r"\1\1\2", word).replace('"', '""') + '"'


def _windows_program(path: str) -> str:
    """Return a program as cmd and PowerShell start it: to PowerShell, a line that starts with a quote is a string."""
    line = "\\".join(map(_windows_quoted, path.split("\\"))) if not re.fullmatch(_BARE, path) else path
    return f".\\{line}" if line.startswith('"') else line


def expanded(words: Sequence[str], options: Sequence[Any]) -> list[str]:
    """Return the words after a command with each argument that holds * or ? replaced by the files it matches, sorted.

    Values of options stay as they are, and so does an argument that matches nothing, which the command then reports.
    """
    takes_value = {name for option in options if not getattr(option, "is_flag", True) for name in option.opts}
    result: list[str] = []
    only_arguments = False
    for before, word in zip(("", *words), words, strict=False):
        is_option = not only_arguments and (word.startswith("-") or before in takes_value)
        only_arguments = only_arguments or word == "--"
        result += [word] if is_option else _files(word)
    return result


def _files(word: str) -> list[str]:
    """Return the files that a word matches, or else the word; brackets are part of a name, as in cmd."""
    if not any(sign in word for sign in "*?"):
        return [word]
    import glob

    return sorted(glob.glob(word.replace("[", "[[]"))) or [word]  # noqa: PTH207 (names as they are typed)

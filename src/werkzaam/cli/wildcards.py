"""Expand * and ? in file names: Windows leaves that to the program, other systems to the shell."""

import glob
from collections.abc import Sequence
from typing import Any


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
    return sorted(glob.glob(word.replace("[", "[[]"))) or [word]  # noqa: PTH207 (names as they are typed)

"""File names with * and ? in them: Windows leaves those to the program, other systems to the shell."""

import glob
from collections.abc import Sequence
from typing import Any


def expanded(words: Sequence[str], options: Sequence[Any]) -> list[str]:
    """Return the words behind a command with the files that its arguments mean in place of * and ?, in sorted order.

    What an option takes stays as it is, and so does what is no name of anything: to tell that is for the command.
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
    """Return the names that a word means; brackets are part of a name, as in cmd."""
    if not any(sign in word for sign in "*?"):
        return [word]
    return sorted(glob.glob(word.replace("[", "[[]"))) or [word]  # noqa: PTH207 (names as they are typed)

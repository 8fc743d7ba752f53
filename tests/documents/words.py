"""The words of the program that a page uses: commands, options, what options take, variables, and keys."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.documents.pages import blocks, code_in_text
from werkzaam.cli.app import command

_CALL = re.compile(r"(?<![\w.=-])werkzaam(?= |$)(?P<words>[^|;&>)`\n]*)")
_WORD = re.compile(r"[a-z]+")
_VARIABLE = re.compile(r"WERKZAAM_[A-Z]+")


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the program, or words of one."""

    command: str | None
    """None: no command is named, so that any of them may be meant."""
    words: list[str]
    """What follows."""


def calls(page: Path) -> Iterator[Call]:
    """Return the calls on a page: in code in the text, and in blocks whether they are run or not."""
    code = code_in_text(page)
    for text in [*code, *(line for block in blocks(page) for line in block.commands)]:
        for found in _CALL.finditer(text):
            words = found["words"].split()
            is_named = bool(words and _WORD.fullmatch(words[0]))
            yield Call(words[0], words[1:]) if is_named else Call(None, words)
    yield from (Call(None, text.split()) for text in code if text.startswith("--"))


def unknown_words(call: Call) -> list[str]:
    """Return what the program does not know of a call."""
    root = _root()
    if call.command and call.command not in root.commands:
        return [call.command]
    parts = [root.commands[call.command]] if call.command else [root, *root.commands.values()]
    options = [option for part in parts for option in part.params]
    return [problem for place in range(len(call.words)) for problem in _unknown(call.words[place:], options)]


def _unknown(words: list[str], options: list[Any]) -> list[str]:
    """Return the first of some words where no option has that name, or the second where none of these takes it."""
    name, *after = words
    if not name.startswith("--") or name in {"--", "--help"}:
        return []
    meant = [option for option in options if name in option.opts]
    if not meant:
        return [name]
    choices = {choice for option in meant for choice in (option.metavar or "").split("|")}
    is_choice = all("|" in (option.metavar or "") for option in meant)
    wrong = is_choice and after and _WORD.fullmatch(after[0]) and after[0] not in choices
    return [f"{name} {after[0]}"] if wrong else []


@cache
def _root() -> Any:  # noqa: ANN401 (Typer keeps the types of its parts to itself)
    return command()


def variables(page: Path) -> set[str]:
    """Return the variables of the environment that a page names."""
    return set(_VARIABLE.findall(page.read_text(encoding="utf-8")))


def known_variables() -> set[str]:
    """Return the variables of the environment that the program reads: those of its options, and one for its faults."""
    options = {option.envvar for part in _root().commands.values() for option in part.params if option.envvar}
    return options | {"WERKZAAM_DEBUG"}


def keys(page: Path) -> list[str]:
    """Return the single keys that a page names."""
    return [code for code in code_in_text(page) if len(code) == 1]

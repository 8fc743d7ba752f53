"""Every command with every value of its options that is one of a few, taken from the program itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from werkzaam.cli.app import command

LINES = "?\n" + "\n" * 60
"""What is typed at a command that asks: for help, and then Enter at everything."""
_ARGUMENTS: Mapping[tuple[str, bool], Sequence[Sequence[str]]] = {
    ("FILE", False): [["a.yaml"]],
    ("FILE", True): [["a.yaml", "b.yaml"]],
    ("PATH", True): [["."]],
    ("OLD", False): [["a.yaml"]],
    ("NEW", False): [["c.yaml"]],
}
"""What stands for an argument, by what its help calls it and whether there have to be several."""
_VALUES: Mapping[str, Sequence[str]] = {
    "FILE": ["c.yaml"],
    "ID": ["samen"],
    "D": ["2026-11-23"],
    "PERCENT": ["90"],
    "TEXT": ["tekst"],
    "PATH": ["uit.txt"],
    "FACTOR=OPTION": ["team=nee"],
    "FACTOR=ID,ID": ["team=is-vast"],
    "FACTOR=TEXT": ["team=tekst"],
}
_SAME_EVERYWHERE = ("factors", "lang")


@dataclass(frozen=True, slots=True)
class Call:
    """Words for the program, and what they make it write."""

    words: tuple[str, ...]
    form: str
    """The format of stdout: one of the program's own, or the command's name where it has only one."""

    @property
    def writes(self) -> bool:
        """Whether the result goes to a file."""
        return "--output" in self.words

    @property
    def name(self) -> str:
        """Return the words as one writes them."""
        return " ".join(self.words)


@cache
def commands() -> Mapping[str, Any]:
    """Return the commands that the program has, by name."""
    return dict(command().commands)


def every_call() -> Iterator[Call]:
    """Return each command in each format, and with each other option once."""
    for name, found in commands().items():
        options = [
            part for part in found.params if part.param_type_name == "option" and part.name not in _SAME_EVERYWHERE
        ]
        forms = next((_choices(part) for part in options if part.opts == ["--format"]), [])
        for start in _starts(name, found):
            for form in forms or [name]:
                words = (*start, "--format", form) if forms else tuple(start)
                yield Call(words, form)
            for more in _extras(options):
                yield Call((*start, *more), forms[0] if forms else name)


def text_options() -> Iterator[tuple[str, str, bool]]:
    """Return command, option and whether it takes a FACTOR=, for every option whose value anybody can make up."""
    for name, found in commands().items():
        for part in found.params:
            if part.param_type_name == "option" and not part.is_flag:
                yield name, part.opts[0], (part.metavar or "").startswith("FACTOR=")


def start_of(name: str) -> list[str]:
    """Return a command with the arguments that it cannot do without."""
    return _starts(name, commands()[name])[0]


def _starts(name: str, found: Any) -> list[list[str]]:  # noqa: ANN401 (Typer keeps the types of its parts to itself)
    starts = [[name]]
    for part in found.params:
        if part.param_type_name == "argument":
            starts = [[*start, *words] for start in starts for words in _filled(part)]
    return [["new", "nieuw.yaml"]] if name == "new" else starts


def _filled(part: Any) -> Sequence[Sequence[str]]:  # noqa: ANN401 (likewise)
    if "|" in part.metavar:
        return [[word] for word in _choices(part)]
    return _ARGUMENTS[part.metavar, part.nargs == -1 and part.required]


def _extras(options: Sequence[Any]) -> Iterator[list[str]]:
    for part in options:
        if part.is_flag:
            yield [part.opts[0]]
        elif part.opts != ["--format"]:
            yield from ([part.opts[0], value] for value in (_VALUES.get(part.metavar) or _choices(part)))


def _choices(part: Any) -> list[str]:  # noqa: ANN401 (likewise)
    assert "|" in part.metavar, f"say in every_call.py what can stand for {part.metavar}"
    return str(part.metavar).split("|")

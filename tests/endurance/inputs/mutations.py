"""Small changes to a text, as a slip of the hand or of a merge makes them, so that most of it still makes sense."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

_Lines = list[str]


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change; any numbers fit any text."""

    kind: str
    at: int
    """Which line; counted round."""
    to: int
    """Another line, a column, or how often: whatever the kind needs."""
    piece: str
    """What is put in, where something is."""


def mutated(text: str, mutation: Mutation) -> str:
    """Return a text after a change."""
    lines = text.splitlines(keepends=True) or [""]
    return "".join(KINDS[mutation.kind](lines, mutation.at % len(lines), mutation.to, mutation.piece))


def any_mutation(random: Random, pieces: list[str]) -> Mutation:
    """Return a change that a source of chance picks."""
    return Mutation(random.choice(NAMES), random.randrange(10_000), random.randrange(10_000), random.choice(pieces))


def _leave_out(lines: _Lines, at: int, to: int, _piece: str) -> _Lines:
    return [*lines[:at], *lines[at + 1 + to % 3 :]]


def _double(lines: _Lines, at: int, to: int, _piece: str) -> _Lines:
    return [*lines[: at + 1], *[lines[at]] * (1 + to % 3), *lines[at + 1 :]]


def _move(lines: _Lines, at: int, to: int, _piece: str) -> _Lines:
    rest = [*lines[:at], *lines[at + 1 :]]
    place = to % (len(rest) + 1)
    return [*rest[:place], lines[at], *rest[place:]]


def _indent(lines: _Lines, at: int, to: int, _piece: str) -> _Lines:
    return [*lines[:at], " " * (1 + to % 4) + lines[at], *lines[at + 1 :]]


def _outdent(lines: _Lines, at: int, to: int, _piece: str) -> _Lines:
    line = lines[at]
    blanks = len(line) - len(line.lstrip(" "))
    return [*lines[:at], line[min(1 + to % 4, blanks) :], *lines[at + 1 :]]


def _put_in(lines: _Lines, at: int, to: int, piece: str) -> _Lines:
    place = to % (len(lines[at]) + 1)
    return [*lines[:at], lines[at][:place] + piece + lines[at][place:], *lines[at + 1 :]]


def _value(lines: _Lines, at: int, to: int, piece: str) -> _Lines:
    """Put something in place of what stands behind a colon, or behind an equals sign."""
    name, colon, _value = lines[at].partition("=" if "=" in lines[at] else ":")
    blank = " " if colon == ":" and to % 8 else ""
    return [*lines[:at], f"{name}{colon}{blank}{piece}\n", *lines[at + 1 :]]


def _name(lines: _Lines, at: int, _to: int, piece: str) -> _Lines:
    name, colon, value = lines[at].partition(":")
    blanks = name[: len(name) - len(name.lstrip(" "))]
    return [*lines[:at], f"{blanks}{piece}{colon}{value}", *lines[at + 1 :]]


def _cut(lines: _Lines, at: int, to: int, _piece: str) -> _Lines:
    place = to % (len(lines[at]) + 1)
    return [*lines[:at], lines[at][:place], *lines[at + 1 :]]


def _repeat(lines: _Lines, at: int, to: int, piece: str) -> _Lines:
    return _put_in(lines, at, to, piece * (1 + to % 200))


def _new_line(lines: _Lines, at: int, to: int, piece: str) -> _Lines:
    blanks = len(lines[at]) - len(lines[at].lstrip(" "))
    return [*lines[:at], f"{' ' * (blanks + to % 3)}{piece}{': ' if to % 2 else ''}\n", *lines[at:]]


KINDS: dict[str, Callable[[_Lines, int, int, str], _Lines]] = {
    "leave out": _leave_out,
    "double": _double,
    "move": _move,
    "indent": _indent,
    "outdent": _outdent,
    "put in": _put_in,
    "value": _value,
    "name": _name,
    "cut": _cut,
    "repeat": _repeat,
    "new line": _new_line,
}
NAMES = list(KINDS)

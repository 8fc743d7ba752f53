"""Any input ends well: files, factor sets, words and edits by the hundred thousand, made from good ones by chance.

Chance has a fixed seed: what fell falls again.
"""

import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.endurance.inputs import promises, seeds
from tests.endurance.trying import Effort, Try

_LONGEST = 64 * 1024
"""In bytes; larger ones are tried one by one, as hostile files."""
_PATIENCE = 2
"""Seconds of work that an input may take."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes bytes, and what to start from."""

    takes: Callable[[bytes], None]
    """Returns quietly for every input at all."""
    good: Callable[[], list[bytes]]
    short: int
    """How many inputs to try with each change."""
    long: int
    """How many inputs to try in a night."""


TARGETS = {
    "answers files": Target(promises.answers_file, seeds.answers_files, 1_500, 600_000),
    "factor sets": Target(promises.factor_set, seeds.factor_sets, 300, 150_000),
    "edits": Target(promises.edit, seeds.answers_files, 400, 50_000),
    "whole calls": Target(promises.whole_call, seeds.calls, 300, 200_000),
}
"""A million inputs in all."""


def fuzzing(effort: Effort) -> Iterator[Try]:
    """Give every target many inputs."""
    for name, target in TARGETS.items():
        for content in changed_at_random(target.good(), effort.pick(target.short, target.long)):
            yield f"{name}: {content!r}", _problems(target, content)


def _problems(target: Target, content: bytes) -> list[str]:
    start = time.process_time()
    try:
        target.takes(content)
    except Exception as error:  # noqa: BLE001 (whatever gets out is a failure)
        return [traceback.format_exception_only(error)[-1].strip()]
    taken = time.process_time() - start
    return [f"it took {taken:.1f} s"] if taken > _PATIENCE else []


def changed_at_random(good: list[bytes], number: int) -> Iterator[bytes]:
    """Return good inputs, each after a few slips of the hand and now and then another byte; the same every time."""
    chance, pieces = Random(number), seeds.pieces()  # noqa: S311 (to be repeated)
    for _input in range(number):
        text = chance.choice(good).decode(errors="surrogateescape")
        for _change in range(chance.randint(1, 4)):
            text = _changed(text, chance, chance.choice(pieces))
        content = bytearray(text.encode(errors="surrogatepass"))[:_LONGEST]
        if content and chance.random() < 0.1:
            content[chance.randrange(len(content))] = chance.randrange(256)
        yield bytes(content)


def _changed(text: str, chance: Random, piece: str) -> str:
    """Return a text after a change as a slip of the hand or of a merge makes it, so that most of it makes sense."""
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at : at + 1] = chance.choice(_CHANGES)(lines[at], chance, piece)
    if chance.random() < 0.1:
        lines.insert(chance.randrange(len(lines) + 1), lines.pop(chance.randrange(len(lines))) if lines else piece)
    return "".join(lines)


def _put_in(line: str, chance: Random, piece: str) -> list[str]:
    place = chance.randint(0, len(line))
    return [line[:place] + piece + line[place:]]


def _value(line: str, chance: Random, piece: str) -> list[str]:
    """Put something in place of what stands behind a colon, or behind an equals sign."""
    sign = "=" if "=" in line else ":"
    return [f"{line.partition(sign)[0]}{sign}{chance.choice((' ', ' ', '')) if sign == ':' else ''}{piece}\n"]


def _name(line: str, _chance: Random, piece: str) -> list[str]:
    name, colon, value = line.partition(":")
    return [f"{_margin(name)}{piece}{colon}{value}"]


def _new_line(line: str, chance: Random, piece: str) -> list[str]:
    return [f"{_margin(line)}{' ' * chance.randrange(3)}{piece}{chance.choice((': ', ''))}\n", line]


def _margin(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


_CHANGES: tuple[Callable[[str, Random, str], list[str]], ...] = (
    lambda _line, _chance, _piece: [],
    lambda line, chance, _piece: [line] * chance.randint(2, 4),
    lambda line, chance, _piece: [" " * chance.randint(1, 4) + line],
    lambda line, chance, _piece: [line.removeprefix(" " * chance.randint(1, 4))],
    lambda line, chance, _piece: [line[: chance.randint(0, len(line))]],
    lambda line, chance, piece: _put_in(line, chance, piece * chance.randint(1, 200)),
    _put_in,
    _value,
    _name,
    _new_line,
)

"""Any input ends well: files, factor sets, words and edits by the hundred thousand, made from good ones.

The short form changes good inputs at random; the long one lets coverage choose what to change further, where atheris
is installed. Both can be repeated: chance has a fixed seed.
"""

import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from random import Random

from tests.endurance.figures import Effort, Figures, Tally
from tests.endurance.inputs import seeds
from tests.endurance.inputs.edits import edit
from tests.endurance.inputs.mutations import any_mutation, mutated
from tests.endurance.inputs.promises import answers_file, factor_set, given_words
from tests.endurance.inputs.whole_calls import whole_call

LONGEST_INPUT = 64 * 1024
"""In bytes; larger ones are tried one by one, as hostile files."""
PATIENCE = 2
"""Seconds that an input may take, on a busy machine."""
MEMORY = 200
"""Mebibytes that an input may ask for at once."""


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
    "answers files": Target(answers_file, seeds.answers_files, 1_500, 450_000),
    "factor sets": Target(factor_set, seeds.factor_sets, 300, 150_000),
    "given words": Target(given_words, seeds.given_words, 3_000, 350_000),
    "edits": Target(edit, seeds.answers_files, 400, 50_000),
    "whole calls": Target(whole_call, seeds.calls, 100, 10_000),
}
"""A million inputs in all."""


def fuzzing(effort: Effort) -> Figures:
    """Try every target."""
    tally, guided = Tally(), effort is Effort.LONG and find_spec("atheris") is not None
    for name, target in TARGETS.items():
        number = effort.pick(target.short, target.long)
        tried, failures = by_coverage(name, number) if guided else at_random(target, number)
        tally.tried += tried
        tally.failures += [f"{name}: {failure}" for failure in failures]
    tally.remarks.append("guided by coverage" if guided else "at random")
    return tally.figures("fuzzing")


def at_random(target: Target, number: int) -> tuple[int, list[str]]:
    """Try so many inputs; return how many there were, and what fell."""
    failures = []
    for content in changed_at_random(target.good(), number):
        start = time.monotonic()
        try:
            target.takes(content)
        except Exception as error:  # noqa: BLE001 (whatever gets out is a failure)
            failures.append(f"{content!r}: {traceback.format_exception_only(error)[-1].strip()}")
        if time.monotonic() - start > PATIENCE:
            failures.append(f"{content!r}: took longer than {PATIENCE} s")
    return number, failures


def changed_at_random(good: list[bytes], number: int) -> Iterator[bytes]:
    """Return good inputs, each after a few changes; the same ones every time."""
    chance, pieces = Random(number), seeds.pieces()  # noqa: S311 (to be repeated)
    for _input in range(number):
        yield changed(chance.choice(good), chance, pieces)


def changed(content: bytes, chance: Random, pieces: list[str]) -> bytes:
    """Return an input after up to four changes of a kind that slips of the hand make, and now and then of a byte."""
    text = content.decode(errors="surrogateescape")
    for _change in range(chance.randint(1, 4)):
        text = mutated(text, any_mutation(chance, pieces))
    found = bytearray(text.encode(errors="surrogatepass"))[:LONGEST_INPUT]
    if found and chance.random() < 0.1:
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def by_coverage(name: str, number: int) -> tuple[int, list[str]]:
    """Try so many inputs in a process of its own, in which coverage chooses; it ends at the first that falls."""
    with tempfile.TemporaryDirectory() as folder:
        for index, content in enumerate(TARGETS[name].good()):
            Path(folder, f"good-{index}").write_bytes(content)
        command = [sys.executable, "-m", "tests.endurance.inputs.guided", name, str(number), folder]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        tried = re.search(r"number_of_executed_units: *(\d+)", done.stderr)
        if done.returncode == 0:
            return int(tried[1]) if tried else 0, []
        fell = next(Path(folder).glob("fell-*"), None)
        content = fell.read_bytes() if fell else b""
        said = re.findall(r"(?m)^(?:\w*Error|\w*Exception|==\d+== ERROR).*", done.stderr)
        return int(tried[1]) if tried else 1, [f"{content!r}: {said[-1] if said else done.stderr[-500:]}"]

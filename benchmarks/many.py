"""How fast many evaluations are summed up and exported, against a floor that does less with the same files.

    python -m benchmarks.many [FILES ...]

For every number of files (100, 1,000 and 10,000 unless others are named) evaluations are made up with a fixed seed, in
folders of a thousand. The floor is a process that composes YAML nodes from every file with PyYAML's C parser: the least
that reading a YAML file costs. Program and floor run right after each other, round by round; a figure is the median of
its rounds, a ratio the median of the ratios to the floor in the same round. Aim: 2.0 for the overview of 10,000 files.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.files import factor_sets, reading
from werkzaam.files.disk import locations
from werkzaam.files.writing import answers_text

SIZES = (100, 1_000, 10_000)
ROUNDS = {100: 7, 1_000: 7, 10_000: 5}
"""How many rounds each number of files is measured; any other number once, since large ones take long."""
IN_A_FOLDER = 1_000
FLOOR = """
import os, sys, yaml
for folder, _folders, files in sorted(os.walk(sys.argv[1])):
    for name in sorted(files):
        with open(os.path.join(folder, name), "rb") as stream:
            yaml.CSafeLoader(stream.read()).get_single_node()
"""
NAMED, NOTED = 0.4, 0.3
"""The probability that a partial answer names a condition as missing, and that an answer has a note."""
NOTES = (
    "Sinds maart werken er twee mensen vast op school.",
    "Dit wisselt per locatie: op de ene lukt het goed, op de andere is er nog geen plek.",
    "We hebben het er in het voorjaar over gehad.\nToen bleek dat niet iedereen er hetzelfde over denkt.",
)


def make(folder: Path, count: int, factor_set: FactorSet) -> None:
    chance = random.Random(count)  # noqa: S311 (the same files every time)
    for number in range(count):
        place = folder / f"{number // IN_A_FOLDER:04}"
        place.mkdir(exist_ok=True)
        text = answers_text(factor_set, evaluation(number, factor_set, chance))
        (place / f"werkzaam-{number:06}.yaml").write_text(text, encoding="utf-8")


def evaluation(number: int, factor_set: FactorSet, chance: random.Random) -> Evaluation:
    return Evaluation(
        collaboration=f"School {number // 12} en jongerenwerk",
        date=date(2022 + number // 4 % 3, 11, 1 + number % 28),
        perspective=factor_set.perspectives[number % 4].id,
        note=None,
        answers={factor.id: answer(factor, chance) for factor in factor_set.factors},
    )


def answer(factor: Factor, chance: random.Random) -> Answer:
    option = chance.choices([*factor.scale, None], weights=[6, 5, 3, 2, 1, 1])[0]
    if option is None:
        return Answer()
    named = [condition.id for condition in factor.conditions if option.is_partial and chance.random() < NAMED]
    return Answer(option.id, tuple(named), chance.choice(NOTES) if chance.random() < NOTED else None)


def run(command: Sequence[str]) -> tuple[float, float]:
    """Run a command without its output; return its seconds and peak MiB. Raises CalledProcessError if it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def measure(folder: Path, count: int) -> None:
    werkzaam = [sys.executable, "-m", "werkzaam"]
    commands = {
        "floor": [sys.executable, "-c", FLOOR, str(folder)],
        "overview": [*werkzaam, "overview", str(folder), "--format", "json"],
        "export": [*werkzaam, "export", str(folder)],
    }
    for command in commands.values():  # warm the caches
        run(command)
    rounds = [
        {name: run(command) for name, command in commands.items()}  # right after each other
        for _round in range(ROUNDS.get(count, 1))
    ]
    print(f"\n{count:,} files")
    for name in commands:
        seconds = statistics.median(one[name][0] for one in rounds)
        ratios = sorted(one[name][0] / one["floor"][0] for one in rounds)
        memory = max(one[name][1] for one in rounds)
        spread = f"({ratios[0]:.2f} to {ratios[-1]:.2f})"
        print(
            f"  {name:<10} {seconds:8.3f} s {count / seconds:10,.0f} files/s "
            f"{memory:6.1f} MiB   ratio {statistics.median(ratios):5.2f} {spread}"
        )


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # pip compiles what it installs: so does the warm-up here
    factor_set = factor_sets.read(reading.read_file(locations.built_in_factors()))
    for count in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), count, factor_set)
            measure(Path(folder), count)


if __name__ == "__main__":
    main()

"""One command for what takes longer than a test may: `python -m tests.endurance [--short]`."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from tests.endurance.code import mutants
from tests.endurance.figures import Effort, Figures
from tests.endurance.inputs import fuzzing, hostile_files, patterns
from tests.endurance.saving import concurrency, faults
from tests.endurance.texts import hostile_text

PARTS: dict[str, Callable[[Effort], Figures]] = {
    "faulty calls": faults.faulty_calls,
    "faulty system calls": faults.faulty_system_calls,
    "kills": faults.kills,
    "order on disk": faults.order_on_disk,
    "places": faults.places,
    "concurrency": concurrency.concurrency,
    "slow disk": concurrency.slow_disk,
    "rescues at once": concurrency.rescues_at_once,
    "fuzzing": fuzzing.fuzzing,
    "hostile files": hostile_files.hostile_files,
    "patterns": patterns.patterns,
    "mutants": mutants.mutants,
    **hostile_text.PARTS,
}
"""What there is to endure; another part is another line."""


def main(words: Sequence[str]) -> int:
    """Run the parts, print a line of figures for each; return 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    parser.add_argument("--short", action="store_true", help="spend half a minute instead of many")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of: {', '.join(PARTS)} (all)")
    asked = parser.parse_args(words)
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    effort = Effort.SHORT if asked.short else Effort.LONG
    return max([_run(name, effort) for name in asked.parts or PARTS])


def _run(name: str, effort: Effort) -> int:
    start = time.monotonic()
    figures = PARTS[name](effort)
    print(f"{figures.line} [{time.monotonic() - start:.0f} s]", flush=True)  # noqa: T201 (what the command is for)
    for failure in figures.failures:
        print(f"  {failure}", flush=True)  # noqa: T201
    return 1 if figures.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

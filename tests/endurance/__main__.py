"""One command for what takes longer than a test may: `python -m tests.endurance [--short] [PART ...]`."""

import argparse
import sys
import time
from collections.abc import Sequence

from tests.endurance.parts import PARTS
from tests.endurance.trying import Effort, UnavailableError


def main(words: Sequence[str]) -> int:
    """Run the parts, and print a line for each and for whatever failed; return 1 where anything did."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    parser.add_argument("--short", action="store_true", help="spend minutes instead of a night")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of: {', '.join(PARTS)} (all)")
    asked = parser.parse_args(words)
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    effort = Effort.SHORT if asked.short else Effort.LONG
    return max([_run(name, effort) for name in asked.parts or PARTS])


def _run(name: str, effort: Effort) -> int:
    start, tried, failed = time.monotonic(), 0, 0
    try:
        for what, problems in PARTS[name](effort):
            tried += 1
            if problems:
                failed += 1
                _say(f"  {what}: {'; '.join(problems)}")
    except UnavailableError as reason:
        _say(f"{name}: passed over: {reason}")
        return effort.pick(0, 1)
    except Exception as error:  # noqa: BLE001 (whatever gets out is a failure, and no reason to pass over the next part)
        failed += 1
        _say(f"  it fell: {error!r}")
    _say(f"{name}: {tried} tried, {failed} failed [{time.monotonic() - start:.0f} s]")
    return int(failed > 0 or not tried)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 (what the command is for)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How long one waits before something happens, against a floor that loads the same packages and does nothing.

    python -m benchmarks.startup [ROUNDS]

Every round runs program and floor right after each other, so that the load of the machine is the same for both; the
figure to quote is the median of the ratios. Aims: 1.15 for the report, 1.2 for the first question.
"""

import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

FLOOR = """
import {packages}
app = typer.Typer()
@app.command()
def main(file: str = "x", number: int = 1) -> None:
    print("ready")
app()
"""
FOR_REPORT = "typer, pydantic, yaml, rich.console, rich.table, rich.text, rich.rule"
FOR_CHECK = f"{FOR_REPORT}, questionary"
ANSWERS = """werkzaam: 1
factors: onderwijs-jongerenwerk
version: 1
collaboration: Lyceum Oost
date: 2026-11-23
answers:
  jongerenwerk:
    vast-team:
      answer: ja
"""
PATIENCE = 30


def seconds(command: list[str], until: bytes | None) -> float:
    """Return the seconds until a command ends, or until it shows the text `until` in a terminal of 80 by 24.

    Raises CalledProcessError if the command fails, and TimeoutError if a terminal shows nothing for `PATIENCE` seconds.
    """
    start = time.perf_counter()
    if until is None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start
    process, terminal = pty.fork()
    if process == 0:
        os.environ |= {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
        os.execv(command[0], command)  # noqa: S606 (the benchmarked program itself)
    seen = b""
    while until not in seen:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise TimeoutError(seen.decode(errors="replace"))
        seen += os.read(terminal, 65536)
    taken = time.perf_counter() - start
    os.kill(process, 9)
    os.close(terminal)
    os.waitpid(process, 0)
    return taken


def compare(name: str, rounds: int, program: Callable[[], float], floor: Callable[[], float]) -> None:
    program(), floor()  # warm the caches
    pairs = [(program(), floor()) for _round in range(rounds)]
    ratios = sorted(ours / bare for ours, bare in pairs)
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
    print(f"{name:<16} {ours:.3f} s   floor {bare:.3f} s   ratio {statistics.median(ratios):.2f} ({spread})")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # pip compiles what it installs: so does the warm-up here
    werkzaam = [sys.executable, "-m", "werkzaam"]
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.yaml"
        answers.write_text(ANSWERS, encoding="utf-8")
        for_report, for_check = Path(folder) / "report.py", Path(folder) / "check.py"
        for_report.write_text(FLOOR.format(packages=FOR_REPORT), encoding="utf-8")
        for_check.write_text(FLOOR.format(packages=FOR_CHECK), encoding="utf-8")
        floor = [sys.executable, str(for_report)]
        compare(
            "--help", rounds, lambda: seconds([*werkzaam, "--help"], None), lambda: seconds([*floor, "--help"], None)
        )
        compare(
            "report", rounds, lambda: seconds([*werkzaam, "report", str(answers)], None), lambda: seconds(floor, None)
        )
        compare(
            "first question",
            rounds,
            lambda: seconds([*werkzaam, "check", str(answers)], b"2/19 Klopt"),
            lambda: seconds([sys.executable, str(for_check)], b"ready"),
        )


if __name__ == "__main__":
    main()

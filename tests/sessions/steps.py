"""What the sessions share: how the program is started, the answers that are given, and the file that comes of it."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.examples import saved
from tests.sessions.terminal import ENTER, ESCAPE, PATIENCE, PROGRAM, Terminal, environment
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

FILE = "antwoorden.yaml"
COLLABORATION = "Lyceum Oost"
NEW = ("check", FILE, "--collaboration", COLLABORATION, "--perspective", "samen", "--date", "2026-11-23")
HEAD = """\
werkzaam: 1
factors: onderwijs-jongerenwerk
version: 1
collaboration: Lyceum Oost
date: 2026-11-23
perspective: samen
answers:
"""
INTERRUPTED = 130
AFTER_ESCAPE = 0.5
"""Seconds after which the rest of a sequence that was cut in two comes."""


def text(factor_set: FactorSet, options: Sequence[str]) -> str:
    """Return an answers file with one option per factor, in the set's order; what is left over is open."""
    left = iter(options)
    lines = [HEAD]
    for category in factor_set.categories:
        lines.append(f"  {category.id}:\n")
        for factor in category.factors:
            option = next(left, "")
            lines.append(f"    {factor.id}:\n      answer:{option and ' '}{option}\n")
    return "".join(lines)


def options(path: Path, factor_set: FactorSet) -> list[str | None]:
    """Return the answer to every factor in a file, in the set's order."""
    evaluation = saved(path, factor_set)
    return [evaluation.answer(factor.id).option for factor in factor_set.factors]


@dataclass(frozen=True, slots=True)
class Done:
    """How a run without a terminal ended."""

    code: int
    out: str
    err: str


def run(
    words: Sequence[str | bytes], folder: Path, *, script: str = "", stdin: str | bytes = "", **variables: str
) -> Done:
    """Run the program with no terminal anywhere; or a script for sh, in which "$@" is the program with its words."""
    done = subprocess.run(
        [*(("/bin/sh", "-c", script, "sh") if script else ()), *PROGRAM, *words],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        timeout=PATIENCE,
        start_new_session=True,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


@contextmanager
def started(words: Sequence[str], folder: Path) -> "Iterator[subprocess.Popen[bytes]]":
    """Start the program as the first of a group of processes; it never outlives the block."""
    process = subprocess.Popen(
        [*PROGRAM, *words],
        bufsize=0,  # so that of what was said nothing is left in a buffer
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE)


def joined(lines: Sequence[str]) -> str:
    """Return the text of some rows as it ran before it was wrapped."""
    return " ".join(" ".join(lines).split())


def behind(lines: Sequence[str], first: str, then: str) -> bool:
    """Whether a text stands behind the last appearance of another."""
    _before, there, after = joined(lines).rpartition(first)
    return bool(there) and then in after


def cut_sequence(terminal: Terminal, tail: str = "[D") -> None:
    """Press Escape, and have the tail of an arrow or another key come long after it."""
    terminal.press(ESCAPE)
    terminal.settle(AFTER_ESCAPE)
    terminal.press(tail)
    terminal.settle()


def finish_with_report(terminal: Terminal) -> int:
    """Agree on nothing where something is missing, wait for the report after the last answer, then for the end."""
    report, points = _("All factors together"), _("Which of the missing points will you take up? Choose a few.")
    terminal.wait_until(lambda: any(word in joined(terminal.scrollback) for word in (report, points)), "report")
    if report not in joined(terminal.scrollback):
        terminal.settle()  # an Enter right after another would be a double press
        terminal.press(ENTER)
    return finish_at_report(terminal)


def finish_at_report(terminal: Terminal) -> int:
    """Wait for the report without pressing anything any more, then for the end."""
    report = _("All factors together")
    terminal.wait_until(lambda: report in "\n".join(terminal.scrollback), "report")
    return terminal.finish()


def interrupted(terminal: Terminal, keys: str) -> list[str]:
    """Interrupt a session, see it end as it should, and return the command that it told to go on with."""
    terminal.press(keys)
    assert terminal.finish() == INTERRUPTED
    terminal.assert_restored()
    return terminal.command_to_go_on()


def goes_on_at(terminal: Terminal, folder: Path, number: int) -> None:
    """Give the command that an interrupted session told, and see it go on at a factor."""
    with Terminal(*terminal.command_to_go_on(), folder=folder) as again:
        again.answer(number, "q")
        assert again.finish() == 0

"""What the sessions share: where they start, the answers that they give, and the file that must come of it."""

from collections.abc import Sequence
from pathlib import Path

from tests.sessions.terminal import ENTER, TOTAL, Terminal
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, reading

AGREE = "Oppakken:"
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


def read(path: Path, factor_set: FactorSet) -> Evaluation:
    """Return what a file holds, read as the program reads it."""
    return answers.read(reading.read_file(path), factor_set).evaluation


def options(path: Path, factor_set: FactorSet) -> list[str | None]:
    """Return the answer to every factor in a file, in the set's order."""
    evaluation = read(path, factor_set)
    return [evaluation.answer(factor.id).option for factor in factor_set.factors]


def finish_with_report(terminal: Terminal) -> int:
    """Agree on nothing where something is missing, wait for the report after the last answer, then for the end."""

    def shown(*texts: str) -> bool:
        return any(text in "\n".join(terminal.scrollback) for text in texts)

    terminal.wait_until(lambda: shown(AGREE, TOTAL), "report")
    if not shown(TOTAL):
        terminal.press(ENTER)
        terminal.wait_until(lambda: shown(TOTAL), "report")
    return terminal.finish()


def goes_on_at(terminal: Terminal, folder: Path, number: int) -> None:
    """Give the command that an interrupted session told, and see it go on at a factor."""
    with Terminal(*terminal.command_to_go_on(), folder=folder) as again:
        again.answer(number, "q")
        assert again.finish() == 0

"""Killed without warning, as by a machine that loses its power: what was answered is in the file."""

import os
import random
import re
import signal
import time
from pathlib import Path

import pytest

from tests.sessions.steps import FILE, NEW, read, text
from tests.sessions.terminal import ENTER, SPACE, Terminal
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.language import _

ROUNDS = int(os.environ.get("WERKZAAM_KILLS", "10"))
LONGEST = 2.0
"""Seconds from the first question, or for some from the start of the program, to the kill at most."""
OPTIONS = {"j": "ja", "n": "nee", "w": "weet-niet", "v": "nvt"}


def _press_something(chance: random.Random, factor: Factor) -> tuple[str, Answer]:
    """Return keys that answer a factor, and the answer that they give."""
    key = chance.choice("jnwvdd")
    if key in OPTIONS:
        return key, Answer(OPTIONS[key])
    if not factor.asks_conditions:
        return key, Answer("deels")
    marked = chance.random() < 0.5
    missing = (factor.conditions[0].id,) if marked else ()
    return key + SPACE * marked + ENTER, Answer("deels", missing)


class _Round:
    """One session, killed after some time: what was pressed, and up to which factor questions had appeared."""

    def __init__(
        self, folder: Path, open_factors: list[Factor], numbers: dict[str, int], chance: random.Random
    ) -> None:
        self.given: dict[str, Answer] = {}
        self.shown: set[str] = set()
        """Factors whose next question, or the report after them, had appeared."""
        typed_ahead = chance.random() < 0.5
        left = list(open_factors)
        with Terminal(*NEW, folder=folder) as terminal:
            wait = chance.uniform(0, LONGEST)
            if chance.random() < 0.7:  # else it may be killed as it starts
                terminal.wait_for_question(numbers[left[0].id])
            end = time.monotonic() + wait
            while time.monotonic() < end and terminal.child.isalive():
                terminal.read(0.005)
                reached = f"\n{terminal.output}"
                while left and (typed_ahead or _asked(reached, numbers[left[0].id])) and _asks(reached):
                    factor = left.pop(0)
                    keys, self.given[factor.id] = _press_something(chance, factor)
                    terminal.press(keys)
            if terminal.child.isalive():
                terminal.send_signal(signal.SIGKILL)
            terminal.finish()
            total = _("All factors together")
            for factor, following in zip(open_factors, [*open_factors[1:], None], strict=True):
                if _asked(terminal.output, numbers[following.id]) if following else total in terminal.output:
                    self.shown.add(factor.id)
            self.was_asked = _asks(terminal.output)


def _asked(output: str, number: int) -> bool:
    return re.search(rf"(?<!\d){number}/19\b", output) is not None


def _asks(output: str) -> bool:
    return re.search(r"\d/19\b", output) is not None


def test_killed_in_the_midst_of_a_note_the_answers_before_it_are_in_the_file(
    tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "j")
        terminal.answer(2, "n")
        terminal.answer(3, "t")
        terminal.wait_for_note(3)
        terminal.press("Half")
        terminal.wait_for("Half")
        terminal.send_signal(signal.SIGKILL)
        assert terminal.finish() == -signal.SIGKILL
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee"])
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.long
def test_killed_at_any_moment_every_answer_that_was_acknowledged_is_in_the_file(
    tmp_path: Path, built_in: FactorSet
) -> None:
    numbers = {factor.id: number for number, factor in enumerate(built_in.factors, 1)}
    acknowledged = sessions = unsure = leftovers = 0
    folder = tmp_path / "0"
    folder.mkdir()
    for number in range(ROUNDS):
        chance = random.Random(number)  # noqa: S311 (a seed, so that a round can be run again)
        file = folder / NEW[1]
        before = read(file, built_in) if file.exists() else None
        kept = {factor.id: before.answer(factor.id) if before else Answer() for factor in built_in.factors}
        left = [factor for factor in built_in.factors if kept[factor.id].option is None]
        session = _Round(folder, left, numbers, chance)
        sessions += 1

        names = {path.name for path in folder.iterdir()}
        assert names <= {file.name, f".{file.name}.new"}, f"round {number}"
        leftovers += f".{file.name}.new" in names
        assert file.exists() or not (before or session.was_asked), f"round {number}"
        if not file.exists():
            continue
        after = read(file, built_in)
        for factor in built_in.factors:
            left_behind, given = after.answer(factor.id), session.given.get(factor.id)
            if factor.id in session.shown:
                assert left_behind == given, f"round {number}, {factor.id}"
                acknowledged += 1
            elif given is None:
                assert left_behind == kept[factor.id], f"round {number}, {factor.id}"
            else:
                assert left_behind in (Answer(), Answer(given.option), given), f"round {number}, {factor.id}"
                unsure += 1
        if all(after.answer(factor.id).option for factor in built_in.factors):
            folder = tmp_path / str(number + 1)
            folder.mkdir()
    assert acknowledged
    print(f"{sessions} kills, {acknowledged} acknowledged, {unsure} under way, {leftovers} unfinished files")  # noqa: T201

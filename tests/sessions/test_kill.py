"""Killed without warning, as by a machine that loses its power: what was answered is in the file."""

import os
import random
import re
import signal
import time
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import FILE, NEW, text
from tests.sessions.terminal import ENTER, SPACE, Terminal
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.language import _

ROUNDS = int(os.environ.get("WERKZAAM_KILLS", "10"))
LONGEST = 2.0
"""Seconds from the first question, or for some from the start of the program, to the kill at most."""
OPTIONS = {"j": "ja", "n": "nee", "w": "weet-niet", "v": "nvt"}


class _Round:
    """One session, killed after some time: what was pressed, and up to which factor questions had appeared."""

    def __init__(
        self,
        folder: Path,
        open_factors: list[Factor],
        unsaid: Factor | None,
        numbers: dict[str, int],
        chance: random.Random,
    ) -> None:
        """Of `unsaid` it was not said yet what is missing: that is asked first."""
        self.given: dict[str, Answer] = {}
        self.shown: set[str] = set()
        """Factors whose next question, or the report after them, had appeared."""
        left, partial, seen = list(open_factors), unsaid, 0
        with Terminal(*NEW, folder=folder) as terminal:
            wait = chance.uniform(0, LONGEST)
            if chance.random() < 0.7:  # else it may be killed as it starts
                terminal.wait_until(lambda: _asks(terminal.output), "a question")
            end = time.monotonic() + wait
            while time.monotonic() < end and terminal.child.isalive():
                terminal.read(0.005)
                keys = ""
                if partial is not None and "[ ]" in terminal.output[seen:]:
                    missing = (partial.conditions[0].id,) if chance.random() < 0.5 else ()
                    self.given[partial.id], partial = Answer("deels", missing), None
                    keys = SPACE * bool(missing) + ENTER
                elif partial is None and left and _asked(f"\n{terminal.output}", numbers[left[0].id]):
                    factor, keys = left.pop(0), chance.choice("jnwvdd")
                    self.given[factor.id] = Answer(OPTIONS.get(keys, "deels"))
                    partial = factor if keys == "d" and factor.asks_conditions else None
                if keys:
                    seen = len(terminal.output)
                    terminal.press(keys)
            if terminal.child.isalive():
                terminal.send_signal(signal.SIGKILL)
            terminal.finish()
            total = _("All factors together")
            for factor, following in zip(open_factors, [*open_factors[1:], None], strict=True):
                if _asked(terminal.output, numbers[following.id]) if following else total in terminal.output:
                    self.shown.add(factor.id)
            self.was_asked = _asks(terminal.output)


def _is_unsaid(factor: Factor, answer: Answer) -> bool:
    return answer.option == "deels" and answer.missing is None and factor.asks_conditions


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
        before = saved(file, built_in) if file.exists() else None
        kept = {factor.id: before.answer(factor.id) if before else Answer() for factor in built_in.factors}
        left = [factor for factor in built_in.factors if kept[factor.id].option is None]
        unsaid = next((factor for factor in built_in.factors if _is_unsaid(factor, kept[factor.id])), None)
        session = _Round(folder, left, unsaid, numbers, chance)
        sessions += 1

        names = {path.name for path in folder.iterdir()}
        assert names <= {file.name, f".{file.name}.new"}, f"round {number}"
        leftovers += f".{file.name}.new" in names
        assert file.exists() or not (before or session.was_asked), f"round {number}"
        if not file.exists():
            continue
        after = saved(file, built_in)
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

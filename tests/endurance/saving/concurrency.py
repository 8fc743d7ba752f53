"""Many processes on one file: every answer given is in the file, or in one that was told."""

import json
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests import examples
from tests.endurance.calling import Done, called
from tests.endurance.saving.saves import left_over, world
from tests.endurance.trying import Effort, Try
from werkzaam import language
from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.files.store import AnswersStore

_OWN = ("contact", "ruimte", "tijd")
"""Factors that one process each answers."""
_SHARED = "team"
"""The factor that several write at once."""
_AGREEING = ("drie", "vier")
_PATIENCE = 300


@dataclass(frozen=True, slots=True)
class _Turn:
    """One answer to the factor that several write."""

    seen: str | None
    """The note that was there when the file was opened."""
    given: str
    rescue: str | None
    """The file that was told to hold it instead; None: it went into the answers file."""


def concurrency(effort: Effort) -> Iterator[Try]:
    """Write and read one file at once."""
    rounds = effort.pick(10, 150)
    spawned = multiprocessing.get_context("spawn")  # as separate calls: nothing is shared
    with world() as folder, ProcessPoolExecutor(8, mp_context=spawned) as pool:
        notes = [pool.submit(_note, folder, factor, rounds) for factor in _OWN]
        turns = [pool.submit(_take_turns, folder, name, rounds) for name in ("een", "twee")]
        agreed = [pool.submit(_agree, folder, name, rounds) for name in _AGREEING]
        reading_along = pool.submit(_read, folder, rounds)
        for future in agreed:
            future.result(_PATIENCE)
        taken = [turn for future in turns for turn in future.result(_PATIENCE)]
        yield f"{rounds} notes each", [problem for future in notes for problem in future.result(_PATIENCE)]
        yield f"{rounds} reports meanwhile", reading_along.result(_PATIENCE)
        yield f"at the end of {rounds} rounds", [*_lost(folder, rounds), *left_over(folder)]
        yield f"{len(taken)} answers to one factor", list(_out_of_turn(folder, taken))


def _note(folder: Path, factor: str, rounds: int) -> list[str]:
    """Answer one factor that is nobody else's, over and over, each time with another note."""
    problems = []
    for number in range(1, rounds + 1):
        words = ("--no-input", "--answer", f"{factor}=ja", "--note", f"{factor}={factor} {number}")
        problems += _wrong(_called("check", folder, *words))
    return problems


def _take_turns(folder: Path, name: str, rounds: int) -> list[_Turn]:
    """Answer a factor that others answer too."""
    turns = []
    for number in range(1, rounds + 1):
        given, told = f"{name} {number}", list[str]()
        store = _opened(folder, told)
        seen = store.evaluation.answer(_SHARED).note
        store.save({_SHARED: Answer("ja", None, given)})
        rescue = None if store.holds_all else told[0].rpartition(" ")[2].removesuffix(".")
        turns.append(_Turn(seen, given, rescue))
    return turns


def _agree(folder: Path, name: str, rounds: int) -> None:
    """Add agreements, all from one store that stays open."""
    store = _opened(folder, [])
    for number in range(rounds):
        store.add_action(Action(f"{name} {number}"))


def _read(folder: Path, rounds: int) -> list[str]:
    """Read the file while others write it: it is whole, and never goes back to what it was."""
    problems, last = [], dict.fromkeys(_OWN, 0)
    for _round in range(rounds):
        done = _called("report", folder, "--format", "json")
        problems += _wrong(done)
        factors = [
            factor for part in json.loads(done.out or '{"categories": []}')["categories"] for factor in part["factors"]
        ]
        for factor in factors:
            if factor["id"] in last and factor["note"]:
                number = int(factor["note"].rpartition(" ")[2])
                if number < last[factor["id"]]:
                    problems.append(f"{factor['id']} went from {last[factor['id']]} back to {number}")
                last[factor["id"]] = number
    return problems


def _opened(folder: Path, told: list[str]) -> AnswersStore:
    language.activate("nl")
    return AnswersStore.open(folder / "a.yaml", examples.small(), lambda lines: told.extend(lines.splitlines()[-1:]))


def _called(command: str, folder: Path, *words: str) -> Done:
    return called([command, str(folder / "a.yaml"), *words, "--factors", str(folder / "klein.yaml")])


def _wrong(done: Done) -> list[str]:
    return [f"exit {done.code}, {done.err or done.out}"] if done.code or "Traceback" in done.err else []


def _lost(folder: Path, rounds: int) -> Iterator[str]:
    """Return which notes and agreements are not there, though nobody else touched them."""
    evaluation = _evaluation(folder)
    for factor in _OWN:
        if evaluation.answer(factor).note != f"{factor} {rounds}":
            yield f"the last note of {factor} is lost: {evaluation.answer(factor)}"
    wanted = {f"{name} {number}" for name in _AGREEING for number in range(rounds)}
    if missing := wanted - {action.what for action in evaluation.actions}:
        yield f"agreements are lost: {sorted(missing)}"


def _out_of_turn(folder: Path, turns: list[_Turn]) -> Iterator[str]:
    """Return where one answer replaced another unseen: each that was saved must have been seen by the next."""
    saved = [turn for turn in turns if turn.rescue is None]
    following = {turn.seen: turn.given for turn in saved}
    if len(following) < len(saved):
        yield "two answers replaced the same one"
    note: str | None = examples.SMALL_ANSWERS.partition("note: ")[2].partition("\n")[0]
    while note in following:
        note = following.pop(note)
    last = _evaluation(folder).answer(_SHARED).note
    if following or note != last:
        yield f"an answer was replaced unseen: after {note!r} come {following!r}, at the end {last!r}"
    for turn in turns:
        if turn.rescue and f"note: {turn.given}\n" not in Path(turn.rescue).read_text():
            yield f"{turn.given!r} is not in {turn.rescue}"


def _evaluation(folder: Path) -> Evaluation:
    return examples.saved(folder / "a.yaml")

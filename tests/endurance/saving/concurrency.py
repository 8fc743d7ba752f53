"""Many processes on one file and one folder: every answer given is in the file, or in one that was told."""

import multiprocessing
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

from tests import examples
from tests.endurance.figures import Effort, Figures, Tally
from tests.endurance.saving import workers
from tests.endurance.saving.saves import left_over, world
from tests.endurance.saving.workers import SHARED, Turn
from werkzaam.domain.evaluation import Evaluation
from werkzaam.files import answers, reading

OWN = ("contact", "ruimte", "tijd")
"""Factors that one process each answers."""
_PATIENCE = 300
_TOGETHER = 6


def concurrency(effort: Effort) -> Figures:
    """Write, read, judge and sum up one file at once."""
    rounds, tally = effort.pick(12, 150), Tally()
    with world() as folder, _processes(10) as pool:
        (folder / "vorig.yaml").unlink()
        own = [pool.submit(workers.note, folder, factor, rounds) for factor in OWN]
        turns = [pool.submit(workers.take_turns, folder, name, rounds) for name in ("een", "twee")]
        agreements = [pool.submit(workers.agree, folder, name, rounds // 3) for name in ("drie", "vier")]
        readers = [pool.submit(workers.read, folder, OWN, rounds) for _number in range(2)]
        pages = [pool.submit(workers.publish, folder, "", rounds)]
        _take_in(tally, "notes", own, rounds)
        _take_in(tally, "agreements", agreements, rounds // 3)
        _take_in(tally, "readers", readers, rounds * 2)
        _take_in(tally, "pages", pages, rounds)
        taken = [turn for future in turns for turn in future.result(_PATIENCE)]
        rescued = sum(turn.rescue is not None for turn in taken)
        tally.remarks.append(f"{len(taken)} answers to one factor, of which {rescued} went to a rescue file")
        tally.tried += len(taken)
        tally.judge("at the end", [*_lost(folder, rounds), *_out_of_turn(folder, taken), *left_over(folder)])
    return tally.figures("concurrency")


def slow_disk(effort: Effort) -> Figures:
    """Let several wait for each other where every save takes long."""
    rounds, tally = effort.pick(3, 30), Tally()
    with world() as folder, _processes(len(OWN)) as pool:
        running = [pool.submit(workers.note_slowly, folder, factor, rounds) for factor in OWN]
        _take_in(tally, "notes", running, rounds)
        tally.judge("at the end", [*_notes_lost(folder, rounds), *left_over(folder)])
    return tally.figures("slow disk")


def rescues_at_once(effort: Effort) -> Figures:
    """Break a file that several work on, and let all of them save at once: nobody's rescue replaces another's."""
    tally = Tally()
    with _processes(_TOGETHER) as pool:
        for number in range(effort.pick(5, 100)):
            with world() as folder:
                tally.judge(f"round {number}", _rescued_together(pool, folder))
    return tally.figures("rescues at once")


def _rescued_together(pool: ProcessPoolExecutor, folder: Path) -> list[str]:
    path, names = folder / "a.yaml", [f"van-{number}" for number in range(_TOGETHER)]
    running = [pool.submit(workers.save_once_it_is_broken, path, OWN[0], name) for name in names]
    end = time.monotonic() + _PATIENCE
    while len(list(folder.glob("ready-*"))) < _TOGETHER and time.monotonic() < end:
        time.sleep(0.005)
    path.write_text("werkzaam: [")
    (folder / "go").touch()
    problems = []
    for name, future in zip(names, running, strict=True):
        told = future.result(_PATIENCE)
        rescue = Path(told.rpartition(" ")[2].removesuffix("."))
        if not rescue.is_file() or f"note: {name}\n" not in rescue.read_text():
            problems.append(f"{name} is not where it was told to be: {told}")
    return problems + left_over(folder)


def _take_in(tally: Tally, name: str, running: Iterable[Future[list[str]]], rounds: int) -> None:
    for future in running:
        tally.tried += rounds - 1
        tally.judge(name, future.result(_PATIENCE))


def _notes_lost(folder: Path, rounds: int) -> Iterator[str]:
    found = _evaluation(folder / "a.yaml")
    for factor in OWN:
        if found.answer(factor).note != f"{factor} {rounds}":
            yield f"the last note of {factor} is lost: {found.answer(factor)}"


def _lost(folder: Path, rounds: int) -> Iterator[str]:
    """Return which notes and agreements are not there, though nobody else touched them."""
    yield from _notes_lost(folder, rounds)
    found = _evaluation(folder / "a.yaml")
    wanted = {f"{name} {number}" for name in ("drie", "vier") for number in range(1, rounds // 3 + 1)}
    if missing := wanted - {action.what for action in found.actions}:
        yield f"agreements are lost: {sorted(missing)}"


def _out_of_turn(folder: Path, turns: list[Turn]) -> Iterator[str]:
    """Return where one answer replaced another unseen: each that was saved must have been seen by the next."""
    following = {turn.seen: turn.given for turn in turns if turn.rescue is None}
    given = _evaluation(folder / "a.yaml").answer(SHARED).note
    note: str | None = examples.SMALL_ANSWERS.partition("note: ")[2].partition("\n")[0]
    while note in following:
        note = following.pop(note)
    if following or note != given:
        yield f"an answer was replaced unseen: after {note!r} come {following!r}, at the end {given!r}"
    if len({turn.seen for turn in turns if turn.rescue is None}) < sum(turn.rescue is None for turn in turns):
        yield "two answers replaced the same one"
    for turn in turns:
        if turn.rescue and f"note: {turn.given}\n" not in Path(turn.rescue).read_text():
            yield f"{turn.given!r} is not in {turn.rescue}"


def _evaluation(path: Path) -> Evaluation:
    return answers.read(reading.read_file(path), examples.small()).evaluation


def _processes(number: int) -> ProcessPoolExecutor:
    context: Any = multiprocessing.get_context("spawn")  # as separate calls: nothing is shared
    return ProcessPoolExecutor(number, mp_context=context)

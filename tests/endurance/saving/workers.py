"""What the processes do that work on one file at once; each returns what went wrong, or what it did."""

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from tests import examples
from tests.endurance.calling import Done, called
from werkzaam import language
from werkzaam.domain.evaluation import Action, Answer
from werkzaam.errors import UserError
from werkzaam.files.store import AnswersStore

SHARED = "team"
"""The factor that several write at once."""
_ANSWERS = ("ja", "nee", "nvt", "weet-niet")


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer to the factor that several write."""

    seen: str | None
    """The note that was there when the file was opened."""
    given: str
    rescue: str | None
    """The file that was told to hold it instead; None: it went into the answers file."""


def note(folder: Path, factor: str, rounds: int) -> list[str]:
    """Answer one factor that is nobody else's, over and over, each time with another note."""
    problems = []
    for number in range(1, rounds + 1):
        answer = f"{factor}={_ANSWERS[number % len(_ANSWERS)]}"
        words = ("--answer", answer, "--note", f"{factor}={factor} {number}")
        problems += _wrong(_called("check", folder / "a.yaml", folder, "--no-input", *words), f"note {number}")
    return problems


def note_slowly(folder: Path, factor: str, rounds: int) -> list[str]:
    """Do the same on a disk that takes its time."""
    sync = os.fsync

    def slow(descriptor: int) -> None:
        time.sleep(0.1)
        sync(descriptor)

    with mock.patch.object(os, "fsync", slow):
        return note(folder, factor, rounds)


def take_turns(folder: Path, name: str, rounds: int) -> list[Turn]:
    """Answer a factor that others answer too."""
    turns = []
    for number in range(1, rounds + 1):
        given, told = f"{name} {number}", list[str]()
        store = _opened(folder / "a.yaml", told)
        seen = store.evaluation.answer(SHARED).note
        store.save({SHARED: Answer("ja", (), given)})
        rescue = None if store.holds_all else next(iter(told)).rpartition(" ")[2].removesuffix(".")
        turns.append(Turn(seen, given, rescue))
    return turns


def agree(folder: Path, name: str, rounds: int) -> list[str]:
    """Add agreements, all from one store that stays open."""
    store = _opened(folder / "a.yaml", [])
    for number in range(1, rounds + 1):
        store.add_action(Action(f"{name} {number}"))
    return []


def read(folder: Path, factors: tuple[str, ...], rounds: int) -> list[str]:
    """Read, judge and sum up the file while others write it: it is whole, and never goes back to what it was."""
    problems, last = [], dict.fromkeys(factors, 0)
    for number in range(rounds):
        done = _called("report", folder / "a.yaml", folder, "--format", "json")
        problems += _wrong(done, "report")
        if not done.code:
            problems += _gone_back(done.out, last)
        if number % 2:
            problems += _wrong(_called("validate", folder, folder), "validate")
        else:
            problems += _wrong(_called("overview", folder, folder, "--format", "json"), "overview")
    return problems


def publish(folder: Path, _name: str, rounds: int) -> list[str]:
    """Write a page that others write too, and see that it is always a whole one."""
    problems, page = [], folder / "uit.html"
    for _number in range(rounds):
        words = ("--format", "html", "--output", str(page))
        problems += _wrong(_called("report", folder / "a.yaml", folder, *words), "publish")
        text = page.read_text()
        if not (text.startswith("<!doctype html>") and text.endswith("</html>\n")):
            problems.append(f"a part of a page: {text[:20]!r}…{text[-20:]!r}")
    return problems


def save_once_it_is_broken(path: Path, factor: str, note: str) -> str:
    """Open a file, wait until it is broken, answer, and return what was told."""
    store = _opened(path, [])
    path.with_name(f"ready-{note}").touch()
    while not path.with_name("go").exists():
        time.sleep(0.001)
    try:
        store.save({factor: Answer("ja", (), note)})
    except UserError as error:
        return str(error)
    return "it was saved"


def _opened(path: Path, told: list[str]) -> AnswersStore:
    language.activate("nl")
    return AnswersStore.open(path, examples.small(), lambda lines: told.extend(lines.splitlines()[-1:]))


def _called(command: str, path: Path, folder: Path, *words: str) -> Done:
    return called([command, str(path), *words, "--factors", str(folder / "klein.yaml")])


def _wrong(done: Done, what: str) -> list[str]:
    return [f"{what}: exit {done.code}, {done.err or done.out}"] if done.code or "Traceback" in done.err else []


def _gone_back(report: str, last: dict[str, int]) -> list[str]:
    problems = []
    for category in json.loads(report)["categories"]:
        for factor in category["factors"]:
            if factor["id"] in last and factor["note"]:
                number = int(factor["note"].rpartition(" ")[2])
                if number < last[factor["id"]]:
                    problems.append(f"{factor['id']} went from {last[factor['id']]} back to {number}")
                last[factor["id"]] = number
    return problems

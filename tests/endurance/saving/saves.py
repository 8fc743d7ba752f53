"""Every kind of save: the call, the world that it starts from, and what must hold in that world afterwards."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from unittest import mock

from tests import examples
from tests.endurance.calling import Done, called
from werkzaam.files import conflicts
from werkzaam.files.store import AnswersStore

THEIRS = "theirs"
"""The name under which somebody else's version of a file lies ready."""
_MARK = "Onvervangbaar"
"""What is given with a save, where it is a text."""
_ANSWERED = "tijd:\n      answer: ja\n"
_LAST_YEAR = examples.SMALL_ANSWERS.replace("2026", "2025") + f"actions:\n  - what: {_MARK}\n    status: open\n"
_LEFT_OVER = re.compile(r"\..+\.new(-\d+)?")


@dataclass(frozen=True)
class Save:
    """One kind of save."""

    name: str
    words: tuple[str, ...]
    target: str
    """The file that is saved."""
    mark: str | None = None
    """What is given and must be found somewhere afterwards; None: nothing that could not be made again."""
    meanwhile: str | None = None
    """What somebody else makes of the file after it was opened and before it is saved."""

    @cached_property
    def after(self) -> bytes | None:
        """What the target holds where nothing goes wrong."""
        with world() as folder:
            self.run(folder)
            return self.content(folder)

    @cached_property
    def before(self) -> bytes | None:
        """What the target holds at the start; None: there is none."""
        with world() as folder:
            return self.meanwhile.encode() if self.meanwhile else self.content(folder)

    def content(self, folder: Path) -> bytes | None:
        """Return what the target now holds, the same wherever the folder is; None: it is not there."""
        target = folder / self.target
        return target.read_bytes().replace(bytes(folder), b"{folder}") if target.exists() else None

    def run(self, folder: Path) -> Done:
        """Do it in a folder."""
        return called([word.format(folder=folder) for word in (*self.words, "--factors", "{folder}/klein.yaml")])

    @contextmanager
    def in_hand(self, folder: Path) -> Iterator[list[str]]:
        """Note in a list what was given to be saved; do what somebody else does just before that."""
        given: list[str] = []

        def noting(original: Callable[..., Any]) -> Callable[..., Any]:
            def noted(store: AnswersStore, what: object) -> Any:  # noqa: ANN401 (passed on)
                given.append(repr(what))
                if self.meanwhile:
                    os.replace(folder / THEIRS, folder / self.target)  # noqa: PTH105 (one call to the system)
                return original(store, what)

            return noted

        if self.meanwhile:
            (folder / THEIRS).write_text(self.meanwhile)
        with (
            mock.patch.object(AnswersStore, "save", noting(AnswersStore.save)),
            mock.patch.object(AnswersStore, "add_action", noting(AnswersStore.add_action)),
            mock.patch.object(conflicts, "QUIET", 0),  # how often it looks while it waits differs from run to run
        ):
            yield given

    def problems(self, folder: Path, done: Done | None, *, accepted: bool) -> list[str]:
        """Return what is wrong in the world after a save that may have failed, or was killed (None)."""
        wrong = list(self._in_the_files(folder))
        if done is None:
            return wrong
        wrong += _in_what_was_said(folder, done)
        if done.code == 0 and self.content(folder) != self.after:
            wrong.append("exit 0, and not saved")
        if accepted and self.mark and not self._is_kept(folder, done):
            wrong.append("what was given is nowhere")
        return wrong

    def afterwards(self, folder: Path) -> list[str]:
        """Return what is wrong where the same is saved again, and now nothing stands in its way."""
        before = examples.SMALL_ANSWERS.encode() if self.meanwhile else self.before
        if before is None:
            (folder / self.target).unlink(missing_ok=True)
        else:
            (folder / self.target).write_bytes(before)
        with self.in_hand(folder):
            done = self.run(folder)
        wrong = [] if self.content(folder) == self.after or self.meanwhile else [f"the next save fails: {done.err}"]
        return wrong + left_over(folder)

    def _in_the_files(self, folder: Path) -> Iterator[str]:
        now = self.content(folder)
        untouched = examples.SMALL_ANSWERS.encode() if self.meanwhile else None
        if now not in (self.before, self.after, untouched):
            yield f"{self.target} is neither old nor new: {now!r}"
        for path in folder.glob("*.rescue*"):
            if self.mark and self.mark not in path.read_text():
                yield f"{path.name} is not whole: {path.read_bytes()!r}"

    def _is_kept(self, folder: Path, done: Done) -> bool:
        assert self.mark is not None
        named = [path for path in folder.glob("*.rescue*") if str(path) in done.err]
        texts = [path.read_text() for path in (folder / self.target, *named) if path.is_file()]
        return any(self.mark in text for text in (*texts, done.err))


def _in_what_was_said(folder: Path, done: Done) -> Iterator[str]:
    if done.code not in (0, 2) or "Traceback" in done.err:
        yield f"exit {done.code}: {done.err}"
    lines = done.err.partition("werkzaam: 1\n")[0].splitlines()
    if done.code and not any(str(folder) in line for line in lines):
        yield f"no place is told: {done.err!r}"
    if done.code and len(lines) > 5:
        yield f"many lines: {done.err!r}"


def left_over(folder: Path) -> list[str]:
    """Return which unfinished files stayed behind."""
    names = sorted(path.name for path in folder.iterdir() if not path.is_dir())
    return [f"{name} stays behind" for name in names if _LEFT_OVER.fullmatch(name)]


@contextmanager
def world(place: Path | None = None) -> Iterator[Path]:
    """Return a folder with a factor set, this year's answers, last year's, and an old result."""
    folder = Path(tempfile.mkdtemp(prefix="werkzaam-", dir=place)).resolve()
    try:
        (folder / "klein.yaml").write_text(examples.SMALL_SET)
        (folder / "a.yaml").write_text(examples.SMALL_ANSWERS)
        (folder / "vorig.yaml").write_text(_LAST_YEAR)
        (folder / "uit.txt").write_text("oud\n")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_CHECK = ("check", "{folder}/a.yaml", "--no-input")
_ANSWER = (*_CHECK, "--answer", "tijd=ja")
_NEW = ("--collaboration", "Lyceum Oost", "--perspective", "samen", "--date", "2026-11-23")
_QUARREL = examples.SMALL_ANSWERS.replace("tijd:\n      answer:", "tijd:\n      answer: nee")
SAVES = (
    Save("answer", _ANSWER, "a.yaml", _ANSWERED),
    Save("note", (*_CHECK, "--note", f"contact={_MARK}"), "a.yaml", _MARK),
    Save("action", (*_CHECK, "--previous", "{folder}/vorig.yaml"), "a.yaml", _MARK),
    Save("first answers", ("check", "{folder}/b.yaml", "--no-input", *_NEW, "--answer", "tijd=ja"), "b.yaml"),
    Save("new", ("new", "{folder}/b.yaml", *_NEW), "b.yaml"),
    Save("report", ("report", "{folder}/a.yaml", "--format", "html", "--output", "{folder}/uit.txt"), "uit.txt"),
    Save("rescue", _ANSWER, "a.yaml", _ANSWERED, meanwhile="werkzaam: [\n"),
    Save("quarrel", _ANSWER, "a.yaml", _ANSWERED, meanwhile=_QUARREL),
)


def saves() -> tuple[Save, ...]:
    """Return every kind of save, with what it starts from and ends in worked out while nothing fails."""
    assert all(save.before != save.after or save.meanwhile for save in SAVES)
    return SAVES

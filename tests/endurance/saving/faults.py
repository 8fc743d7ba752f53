"""Saves in a system that fails or is killed: the file stays whole, and what was given is kept and told."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.endurance.saving.saves import Save, left_over, saves, world
from tests.endurance.saving.system_calls import SystemCall, check_here, traced
from tests.endurance.trying import Effort, Try, UnavailableError

_ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES", "EMFILE", "ESTALE", "EINTR")
_SIZE, _PAGE = 128 * 1024, 4096
"""Of a disk that gets full."""


def faulty_system_calls(effort: Effort) -> Iterator[Try]:
    """Let every system call of every save fail, once and from then on, in a process of its own."""
    check_here()
    for turn, save in enumerate(saves()):
        calls = _calls_of(save)
        every = effort.pick(11, 1)
        for number in range(turn % every, len(calls), every):
            if effort is Effort.LONG:
                tries = [(error, lasting) for error in _ERRORS for lasting in (False, True)]
                tries.remove(("EINTR", True))  # Python itself makes an interrupted call again, then for ever
            else:
                tries = [(_ERRORS[number % len(_ERRORS)], number % 2 == 0)]
            for error, lasting in tries:
                yield _failed(save, calls[number], error, lasting=lasting)


def _failed(save: Save, call: SystemCall, error: str, *, lasting: bool) -> Try:
    with world() as folder:
        ended = traced(save, folder, call.injected(f"error={error}", lasting=lasting))
        problems = save.problems(folder, ended.done, accepted=ended.accepted)
        problems += ["it ended without a word"] if ended.done is None else []
        if call.name != "unlink":
            problems += left_over(folder)
        problems += save.afterwards(folder)
        return f"{save.name}, {error}{' from then on' * lasting} at {call.line}", problems


def kills(effort: Effort) -> Iterator[Try]:
    """Kill the process at every system call of every save; what it leaves is in nobody's way."""
    check_here()
    for save in saves():
        for call in _calls_of(save)[:: effort.pick(9, 1)]:
            with world() as folder:
                ended = traced(save, folder, call.injected("signal=SIGKILL"))
                problems = save.problems(folder, ended.done, accepted=False)
                # How often a file is looked at again that somebody may be writing depends on the moment.
                problems += [] if ended.done is None or save.meanwhile else ["it was not killed"]
                yield f"{save.name}, killed at {call.line}", problems + save.afterwards(folder)


def _calls_of(save: Save) -> tuple[SystemCall, ...]:
    with world() as folder:
        return traced(save, folder).calls


def full_disks(effort: Effort) -> Iterator[Try]:
    """Save on a disk with no room left, and then with a little, so that a part of a file reaches it."""
    for save in saves():
        for pages in range(effort.pick(2, 4)):
            with _disk() as disk, world(disk) as folder:
                with save.in_hand(folder) as given:
                    _fill_up(disk, pages)
                    done = save.run(folder)
                problems = save.problems(folder, done, accepted=bool(given)) + left_over(folder)
                (disk / "filler").unlink()
                yield f"{save.name} on a disk with {pages} free pages", problems + save.afterwards(folder)


@contextmanager
def _disk() -> Iterator[Path]:
    """Mount a small disk; UnavailableError where that is not allowed."""
    with tempfile.TemporaryDirectory(prefix="werkzaam-disk-") as disk:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", disk]
        try:
            subprocess.run(mount, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise UnavailableError("no disk of a few pages can be mounted here") from error
        try:
            yield Path(disk)
        finally:
            subprocess.run(["umount", disk], check=True, capture_output=True)  # noqa: S607 (wherever it is)


def _fill_up(disk: Path, pages: int) -> None:
    """Leave room for some pages."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        with suppress(OSError):
            for _page in range(_SIZE // _PAGE):
                filler.write(bytes(_PAGE))
        filler.truncate(filler.tell() - pages * _PAGE)

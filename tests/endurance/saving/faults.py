"""Saves on a disk, or in a system, that fails: the file stays whole, and what was given is kept and told."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.endurance.figures import Effort, Figures, Tally
from tests.endurance.saving.failing_calls import ERRORS, FailingCalls
from tests.endurance.saving.places import full_disks, long_names, lost_permissions, spoilt
from tests.endurance.saving.saves import SAVES, Save, left_over, world
from tests.endurance.saving.system_calls import SystemCall, not_here, traced

_ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES", "EMFILE", "ESTALE", "EINTR")
_UNFINISHED = re.compile(r"[^\"<>/]+\.new\b")


def faulty_calls(effort: Effort) -> Figures:
    """Let every call of every save fail in this process: once, and then for good."""
    tally = Tally()
    for turn, save in enumerate(SAVES):
        step = effort.pick(3, 1)
        for number in range(1 + turn % step, _number_of_calls(save) + 1, step):
            if effort is Effort.LONG:
                tries = [(error, lasting) for error in ERRORS for lasting in (False, True)]
            else:
                tries = [(ERRORS[number % len(ERRORS)], number % 2 == 0)]
            for error, lasting in tries:
                _failed_once(tally, save, number, error, lasting=lasting)
    return tally.figures("faulty calls")


def _number_of_calls(save: Save) -> int:
    assert save.before != save.after or save.meanwhile  # worked out while nothing fails
    with world() as folder, save.in_hand(folder):
        calls = FailingCalls(folder, 0, 0)
        with calls.active():
            save.run(folder)
        return len(calls.calls)


def _failed_once(tally: Tally, save: Save, number: int, error: int, *, lasting: bool) -> None:
    with world() as folder:
        calls = FailingCalls(folder, number, error, lasting=lasting)
        with save.in_hand(folder) as given, calls.active():
            done = save.run(folder)
        name = calls.calls[number - 1]
        problems = save.problems(folder, done, accepted=bool(given))
        if name != "unlink":
            problems += [f"{left} stays behind" for left in left_over(folder)]
        problems += save.afterwards(folder)
        tally.judge(f"{save.name}, call {number} ({name}), errno {error}{', lasting' * lasting}", problems)


def faulty_system_calls(effort: Effort) -> Figures:
    """Let every system call of every save fail, in a process of its own."""
    tally = Tally()
    for save in _watched(tally):
        for number, call in enumerate(_calls_of(save)):
            every = effort.pick(11, 1)
            for error in _ERRORS if effort is Effort.LONG else _ERRORS[number % len(_ERRORS) :][:1]:
                if number % every == 0:
                    _failed_outside(tally, save, call, error)
    return tally.figures("faulty system calls")


def kills(effort: Effort) -> Figures:
    """Kill the process at every system call of every save."""
    tally, unfinished = Tally(), 0
    for save in _watched(tally):
        for call in _calls_of(save)[:: effort.pick(7, 1)]:
            with world() as folder:
                ended = traced(save, folder, call.injected("signal=SIGKILL"))
                problems = save.problems(folder, ended.done, accepted=False)
                problems += [] if ended.done is None else ["it was not killed"]
                unfinished += bool(left_over(folder))
                problems += save.afterwards(folder)
                tally.judge(f"{save.name}, killed at {call.line}", problems)
    tally.remarks.append(f"{unfinished} unfinished files, all of them out of the way of the next save")
    return tally.figures("kills")


def order_on_disk(_effort: Effort) -> Figures:
    """See that a power failure finds the bytes on disk before the name, and the name before the program goes on."""
    tally = Tally()
    for save in _watched(tally):
        with world() as folder:
            calls = traced(save, folder).calls
            tally.judge(save.name, list(_out_of_order(calls, folder)))
    return tally.figures("order on disk")


def _watched(tally: Tally) -> Iterator[Save]:
    """Return every kind of save where it can be watched, else say why not."""
    if reason := not_here():
        tally.remarks.append(reason)
        return
    for save in SAVES:
        assert save.before != save.after or save.meanwhile  # worked out before, so that it is not done in between
        yield save


def _calls_of(save: Save) -> tuple[SystemCall, ...]:
    with world() as folder:
        return traced(save, folder).calls


def _failed_outside(tally: Tally, save: Save, call: SystemCall, error: str) -> None:
    with world() as folder:
        ended = traced(save, folder, call.injected(f"error={error}"))
        problems = save.problems(folder, ended.done, accepted=ended.accepted)
        problems += ["it ended without a word"] if ended.done is None else []
        if call.name != "unlink":
            problems += [f"{name} stays behind" for name in left_over(folder)]
        problems += save.afterwards(folder)
        tally.judge(f"{save.name}, {error} at {call.line}", problems)


def _out_of_order(calls: Sequence[SystemCall], folder: Path) -> Iterator[str]:
    """Return what is wrong in the order of what was done with unfinished files and their folder."""
    synced, named, unsynced = set[str](), 0, False
    for call in calls:
        path = _UNFINISHED.search(call.line)
        if call.name in {"write", "pwrite64", "sendfile", "copy_file_range"} and path:
            synced.discard(path[0])
        elif call.name in {"fsync", "fdatasync"} and path:
            synced.add(path[0])
        elif call.name in {"rename", "renameat", "renameat2", "link", "linkat"} and path and call.line.endswith("= 0"):
            named, unsynced = named + 1, True
            if path[0] not in synced:
                yield f"named before it was synced: {call.line}"
        elif call.name == "fsync" and f"<{folder}>" in call.line:
            unsynced = False
    if unsynced:
        yield "the folder was not synced after the last name"
    if not named:
        yield "nothing was saved"


def places(_effort: Effort) -> Figures:
    """Save where that is impossible, or becomes impossible in the midst of it."""
    tally = Tally()
    for part in (full_disks, lost_permissions, spoilt, long_names):
        part(tally)
    return tally.figures("places")

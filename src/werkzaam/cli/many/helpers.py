"""Processes that help to read many files: they end with this one, however it ends, and print nothing.

Each has a connection of its own and one batch at a time. So any of them can be ended at any moment, in the midst of
handing over what it made, without another one or this process waiting for it; a pool of concurrent.futures cannot.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from werkzaam import language
from werkzaam.cli.many.work import Batch, Piece, Work, piece
from werkzaam.errors import UserError
from werkzaam.language import _
from werkzaam.terminal.interruption import ENDING_SIGNALS

_CONTEXT = multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
"""Only on Linux is it safe to go on from a copy of this process; elsewhere a new one gets all that it needs."""
_MOST = 61
"""Windows cannot wait for more processes at once."""
_BATCHES_AHEAD = 3
"""How many batches for each helper are handed out, or made and kept, before the first of them is there."""


@dataclass(frozen=True, slots=True)
class Helper:
    """A process that helps, and the way to it."""

    process: BaseProcess
    connection: Connection

    def hand(self, batch: Batch) -> None:
        """Give it something to do; it waits for that."""
        try:
            self.connection.send(batch)
        except OSError as error:
            raise _ended_from_outside() from error

    def made(self) -> Piece[Any]:
        """Return what it made, and wait for that; an error in the work itself is raised here."""
        try:
            made = self.connection.recv()
        except (OSError, EOFError) as error:
            raise _ended_from_outside() from error
        if isinstance(made, Exception):
            raise made
        found: Piece[Any] = made
        return found

    def end(self) -> None:
        """End it at once, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def started(work: Work[Any], number: int) -> list[Helper]:
    """Start helpers for some work: as many as the system lets us have, which may be none."""
    helpers: list[Helper] = []
    try:
        with _signals_held_back():
            while len(helpers) < min(number, _MOST):
                helpers.append(_started(work))
    except OSError:  # too many processes, or files that are open
        return helpers
    except BaseException:
        _end(helpers)
        raise
    return helpers


def shared(helpers: Sequence[Helper], batches: Iterable[Batch]) -> Iterator[Piece[Any]]:
    """Return what helpers make of batches, in their order; few batches are under way at a time.

    Raises UserError where a helper is ended from outside. No helper is left behind, however it ends.
    """
    try:
        yield from _in_order(helpers, batches)
    finally:  # all that they made is here, or nobody waits for it any more
        _end(helpers)


def _in_order(helpers: Sequence[Helper], batches: Iterable[Batch]) -> Iterator[Piece[Any]]:
    numbered, most = enumerate(batches), len(helpers) * _BATCHES_AHEAD
    idle, busy = deque(helpers), dict[Connection, tuple[int, Helper]]()
    made: dict[int, Piece[Any]] = {}
    due = 0
    while True:
        while idle and len(busy) + len(made) < most and (following := next(numbered, None)):
            number, batch = following
            helper = idle.popleft()
            helper.hand(batch)
            busy[helper.connection] = number, helper
        if due in made:
            yield made.pop(due)
            due += 1
        elif busy:
            ready = wait(list(busy))
            for connection in [connection for connection in busy if connection in ready]:
                number, helper = busy.pop(connection)
                made[number] = helper.made()
                idle.append(helper)
        else:
            return


def _started(work: Work[Any]) -> Helper:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_help, args=(theirs, work, language.spoken()))
    try:
        process.start()
    except OSError:
        ours.close()
        raise
    finally:
        theirs.close()  # only the helper has it now: what it sends ends where it ends
    return Helper(process, ours)


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """Have helpers that are started here begin deaf to what is meant for this process, until they see to that."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING_SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(helpers: Iterable[Helper]) -> None:
    for helper in helpers:
        helper.end()


def _ended_from_outside() -> UserError:
    return UserError(_("A process that was reading files along was ended from outside: try again."))


# --- in a process that helps --------------------------------------------------------------------------------------


def _help(connection: Connection, work: Work[Any], spoken: str) -> None:
    """Make pieces of batches until somebody ends this process."""
    for number in ENDING_SIGNALS:  # the process that is helped decides
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    language.activate(spoken)
    while True:
        try:
            batch = connection.recv()
            connection.send(_made(work, batch))
        except (OSError, EOFError):  # the process that is helped is gone, and _end_with_parent may not know it yet
            os._exit(1)


def _made(work: Work[Any], batch: Batch) -> Piece[Any] | Exception:
    try:
        return piece(work, batch)
    except Exception as error:  # noqa: BLE001 (the process that is helped says it)
        return error


def _end_with_parent() -> None:
    """End when the process that is helped is gone, however it ended: nobody else would end this one."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

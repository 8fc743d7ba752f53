"""Processes that help to read many files: they end with this one, however it ends, and print nothing."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from werkzaam import language
from werkzaam.cli.many import Batch, Piece, Work, piece
from werkzaam.errors import UserError
from werkzaam.language import _

Made = TypeVar("Made")

_START = "fork" if sys.platform == "linux" else "spawn"
"""Only on Linux is it safe to go on from a copy of this process; elsewhere a new one gets all that it needs."""
_MOST = 61
"""Windows cannot wait for more processes at once."""
_BATCHES_AHEAD = 3
"""How many batches for each helper are handed out before the first of them is asked back."""
_ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def started(work: Work[Any], number: int) -> ProcessPoolExecutor | None:
    """Start some helpers for some work; None where the system lets us have none."""
    try:
        context = multiprocessing.get_context(_START)
        helpers = ProcessPoolExecutor(min(number, _MOST), context, _start, (work, language.spoken()))
        with _signals_held_back():
            helpers.submit(_be_there)
    except (OSError, ImportError, NotImplementedError):  # too many processes, no shared memory, no semaphores
        _end_all()
        return None
    except BaseException:
        _end_all()
        raise
    return helpers


def shared(helpers: ProcessPoolExecutor, batches: Iterable[Batch], number: int) -> Iterator[Piece[Any]]:
    """Return what helpers make of batches, in their order; few batches are under way at a time.

    Raises UserError where a helper is ended from outside. No helper is left behind, however it ends.
    """
    try:
        yield from _in_order(helpers, batches, number * _BATCHES_AHEAD)
    except BaseException as error:  # nobody waits any more for what is being made, nor may a helper wait for another
        _end_all()
        if isinstance(error, BrokenProcessPool):
            raise UserError(_("A process that was reading files along was ended from outside: try again.")) from error
        raise
    finally:
        helpers.shutdown(cancel_futures=True)


def _in_order(helpers: ProcessPoolExecutor, batches: Iterable[Batch], ahead: int) -> Iterator[Piece[Any]]:
    waiting: deque[Future[Piece[Any]]] = deque()
    for batch in batches:
        with _signals_held_back():
            waiting.append(helpers.submit(_help, batch))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """Have helpers that are started here begin deaf to what is meant for this process, until they see to that."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING_SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_all() -> None:
    for helper in multiprocessing.active_children():
        helper.kill()


# --- in a process that helps --------------------------------------------------------------------------------------

_work: Work[Any] | None = None
"""What it makes of files."""


def _start(work: Work[Any], spoken: str) -> None:
    global _work  # noqa: PLW0603 (handed over once, not with every batch)
    _work = work
    language.activate(spoken)
    for number in _ENDING_SIGNALS:  # the process that is helped decides
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that is helped is gone, however it ended: nobody else would end this one."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _be_there() -> None:
    """Do nothing: the first work that is handed out has helpers start."""


def _help(batch: Batch) -> Piece[Any]:
    assert _work is not None  # noqa: S101 (_start saw to it)
    return piece(_work, batch)

"""Many answers files at once: on all cores, in their order, in memory that does not grow with them."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Generic, Protocol, TypeVar

from werkzaam import language
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files.answers import AnswersFile
from werkzaam.files.evaluations import FileCount, evaluations
from werkzaam.files.searching import Candidate
from werkzaam.language import _

Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)

_FILES_AT_ONCE = 64
"""How many files make up one piece of work: enough to make handing it over cheap, few enough to wait for."""
_PIECES_AHEAD = 3
"""How many pieces for each core are handed out before the first of them is asked back."""
_ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Work(Protocol[Made_co]):
    """What is to be made of some files; it is sent to other processes, as is what it makes."""

    @property
    def factor_set(self) -> FactorSet:
        """The set that the files have to be filled in with."""
        ...

    def __call__(self, files: Iterable[AnswersFile]) -> Made_co:
        """Make it of files in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Piece(Generic[Made]):
    """What was made of some of the files."""

    made: Made
    count: FileCount
    told: tuple[str, ...]
    """A line for every file that cannot be used."""
    looked_at: int
    """How many files were looked at, those that are not ours among them."""


def pieces(work: Work[Made], candidates: Iterable[Candidate], cores: int) -> Generator[Piece[Made]]:
    """Return what is made of files, some at a time and in their order.

    Raises UserError where a process that helps is ended from outside.
    """
    batches = _batches(candidates)
    first = list(islice(batches, 2))
    if cores > 1 and len(first) > 1:  # for less, processes of their own take longer to start than to do it
        yield from _shared(work, chain(first, batches), cores)
    else:
        yield from (_piece(work, batch) for batch in chain(first, batches))


def available_cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    waiting = iter(candidates)
    while batch := list(islice(waiting, _FILES_AT_ONCE)):
        yield batch


def _piece(work: Work[Made], batch: list[Candidate]) -> Piece[Made]:
    count, told = FileCount(), list[str]()
    made = work(evaluations(batch, work.factor_set, count, told.append))
    return Piece(made, count, tuple(told), len(batch))


def _shared(work: Work[Made], batches: Iterable[list[Candidate]], cores: int) -> Iterator[Piece[Made]]:
    """Return what several processes make of the batches, keeping few of them in the air."""
    # Only on Linux is it safe to go on from a copy of this process; elsewhere a new one gets all that it needs.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    helpers = ProcessPoolExecutor(cores, context, _start_helper, (work, language.spoken()))
    try:
        yield from _in_order(helpers, batches, cores * _PIECES_AHEAD)
    except BrokenProcessPool as error:
        raise UserError(_("A process that was reading files along was ended from outside: try again.")) from error
    except BaseException:  # nobody waits any more for what is being made
        for helper in multiprocessing.active_children():
            helper.kill()
        raise
    finally:
        helpers.shutdown(cancel_futures=True)


def _in_order(helpers: ProcessPoolExecutor, batches: Iterable[list[Candidate]], ahead: int) -> Iterator[Piece[Made]]:
    waiting: deque[Future[Piece[Made]]] = deque()
    for batch in batches:
        waiting.append(helpers.submit(_help, batch))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_helped: Work[Any] | None = None
"""In a process that helps: what it makes of files."""


def _start_helper(work: Work[Any], spoken: str) -> None:
    global _helped  # noqa: PLW0603 (handed over once, not with every batch)
    _helped = work
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


def _help(batch: list[Candidate]) -> Piece[Any]:
    assert _helped is not None  # noqa: S101 (_start_helper saw to it)
    return _piece(_helped, batch)

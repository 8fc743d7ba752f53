"""Many answers files at once: on all cores, in their order, in memory that does not grow with them."""

import os
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from werkzaam.cli.many.work import Batch, Piece, Work, piece
from werkzaam.files.searching import Candidate

Made = TypeVar("Made")

_FILES_AT_ONCE = 64
"""How many files make up one batch: enough to make handing it over cheap, few enough to wait for."""


def shared_out(work: Work[Made], candidates: Iterable[Candidate], cores: int) -> Generator[Piece[Made]]:
    """Return what is made of files, some at a time and in their order.

    Whoever stops before the last one closes it. Raises UserError where a process that helps is ended from outside.
    """
    batches = _batches(candidates)
    first = list(islice(batches, cores))
    batches = chain(first, batches)
    if len(first) > 1:  # for less, processes of their own take longer to start than to do it
        from werkzaam.cli.many.helpers import shared, started

        helpers = started(work, len(first))
        if helpers:
            yield from shared(helpers, batches)
            return
    yield from (piece(work, batch) for batch in batches)


def available_cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(candidates: Iterable[Candidate]) -> Iterator[Batch]:
    waiting = iter(candidates)
    while batch := list(islice(waiting, _FILES_AT_ONCE)):
        yield batch

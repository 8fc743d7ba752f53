"""Many answers files at once: on all cores, in their order, in memory that does not grow with them."""

import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Generic, Protocol, TypeVar

from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.answers import AnswersFile
from werkzaam.files.evaluations import FileCount, evaluations
from werkzaam.files.searching import Candidate

Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)
Batch = list[Candidate]
"""Some files, one after another."""

_FILES_AT_ONCE = 64
"""How many files make up one batch: enough to make handing it over cheap, few enough to wait for."""


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
    """What was made of one batch."""

    made: Made
    count: FileCount
    told: tuple[str, ...]
    """A line for every file that cannot be used."""
    looked_at: int
    """How many files were looked at, those that are not ours among them."""


def pieces(work: Work[Made], candidates: Iterable[Candidate], cores: int) -> Generator[Piece[Made]]:
    """Return what is made of files, some at a time and in their order.

    Whoever stops before the last one closes it. Raises UserError where a process that helps is ended from outside.
    """
    batches = _batches(candidates)
    first = list(islice(batches, cores))
    batches = chain(first, batches)
    if len(first) > 1:  # for less, processes of their own take longer to start than to do it
        from werkzaam.cli.helpers import shared, started

        helpers = started(work, len(first))
        if helpers:
            yield from shared(helpers, batches)
            return
    yield from (piece(work, batch) for batch in batches)


def piece(work: Work[Made], batch: Batch) -> Piece[Made]:
    """Return what is made of one batch."""
    count, told = FileCount(), list[str]()
    made = work(evaluations(batch, work.factor_set, count, told.append))
    return Piece(made, count, tuple(told), len(batch))


def available_cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(candidates: Iterable[Candidate]) -> Iterator[Batch]:
    waiting = iter(candidates)
    while batch := list(islice(waiting, _FILES_AT_ONCE)):
        yield batch

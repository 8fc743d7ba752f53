"""What is made of a few files at a time: the work that is shared out where there are many."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.answers import AnswersFile
from werkzaam.files.evaluations import FileCount, evaluations
from werkzaam.files.searching import Candidate

Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)
Batch = list[Candidate]
"""Some files, one after another."""


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


def piece(work: Work[Made], batch: Batch) -> Piece[Made]:
    """Return what is made of one batch."""
    count, told = FileCount(), list[str]()
    made = work(evaluations(batch, work.factor_set, count, told.append))
    return Piece(made, count, tuple(told), len(batch))

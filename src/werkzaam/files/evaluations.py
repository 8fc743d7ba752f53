"""Evaluations from many files, one at a time: what cannot be used is told, and the rest goes on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.answers import AnswersFile
from werkzaam.files.glance import factor_set_of, is_factor_set
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.searching import Candidate, source_of
from werkzaam.language import ngettext


@dataclass(slots=True)
class FileCount:
    """How many files there were of each kind."""

    valid: int = 0
    invalid: int = 0
    """Ours, and of no use as they are."""
    unreadable: int = 0
    """Files and folders that the system did not let us read."""
    passed_over: int = 0
    """From a folder, and filled in with another factor set."""
    warnings: int = 0
    """How many things in valid files have no effect."""

    def add(self, other: "FileCount") -> None:
        """Add up, kind by kind."""
        self.valid += other.valid
        self.invalid += other.invalid
        self.unreadable += other.unreadable
        self.passed_over += other.passed_over
        self.warnings += other.warnings


def evaluations(
    candidates: Iterable[Candidate], factor_set: FactorSet, count: FileCount, tell: Callable[[str], None]
) -> Iterator[AnswersFile]:
    """Read answers files that were filled in with a factor set, in the order in which they come.

    `count` is kept up to date; `tell` is called with a line for every file that cannot be used. From folders other
    YAML files, factor sets and files of other sets are passed over.
    """
    for candidate in candidates:
        try:
            found = _read(candidate, factor_set, count)
        except UnusableFileError as error:
            count.invalid += 1
            tell(_first_of(error))
        except UserError as error:
            count.unreadable += 1
            tell(str(error))
        else:
            if found is not None:
                count.valid += 1
                count.warnings += len(found.warnings)
                yield found


def _read(candidate: Candidate, factor_set: FactorSet, count: FileCount) -> AnswersFile | None:
    source = source_of(candidate)
    if source is None:
        return None
    said = factor_set_of(source)
    if not candidate.named and said != factor_set.id:
        if is_factor_set(source):
            return None
        if said is not None:
            count.passed_over += 1
            return None
    return answers.read(source, factor_set)


def _first_of(error: UnusableFileError) -> str:
    """Return the first problem of a file, and how many more there are."""
    first, more = str(error.problems[0]), len(error.problems) - 1
    if not more:
        return first
    told = ngettext("{problem} (and {count} more problem)", "{problem} (and {count} more problems)", more)
    return told.format(problem=first, count=more)

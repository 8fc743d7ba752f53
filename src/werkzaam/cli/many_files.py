"""The answers files that a call means, one after another: how far it is, which cannot be used, and how it ended."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.inputs import meant_files
from werkzaam.cli.output import say
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.answers import AnswersFile
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.recognition import factor_set_of, is_factor_set
from werkzaam.files.searching import Candidate, candidates, source_of
from werkzaam.language import _, ngettext
from werkzaam.terminal.interruption import Interruptions


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


class ManyFiles:
    """Answers files, and folders with such; what cannot be used is told on stderr, and the rest goes on."""

    def __init__(self, paths: Sequence[str], factor_set: FactorSet) -> None:
        self.count = FileCount()
        self._paths = paths
        self._factor_set = factor_set
        self._remarks: list[str] = []
        self._interruptions = Interruptions()

    @property
    def exit_code(self) -> ExitCode:
        """How the command ends."""
        if self.count.unreadable:
            return ExitCode.UNUSABLE
        return ExitCode.NO if self.count.invalid else ExitCode.DONE

    def read(
        self, take: Callable[[AnswersFile], object], remarks: Callable[[], Iterable[str]], *, with_bar: bool
    ) -> None:
        """Hand over the files that were filled in with the factor set, one by one and in their order.

        From folders other YAML files, factor sets and files of other sets are passed over. `remarks` returns what
        there is to say of all of them in the end. `with_bar` shows how far it is, where somebody sits at a terminal.
        Raises UserError where there is no answers file at all, and Interrupted where a signal ends it.
        """
        interruptions = self._interruptions
        with interruptions.held():
            with interruptions.delivered():
                total = self._number() if with_bar and _somebody_watches() else None
            following = meant_files(self._paths, self._cannot_be_read)
            with _bar(total) as advance:
                while True:
                    with interruptions.delivered():
                        candidate = next(following, None)
                    file = self._answers_file(candidate) if candidate else None
                    if file:
                        with interruptions.delivered():
                            take(file)
                    # To break off what is drawn would leave it twice; whoever reads from a pipe may let us wait.
                    with interruptions.delivered() if total is None else nullcontext():
                        self._say_remarks()
                    if candidate is None:
                        break
                    advance(1)
        summary = self._summary()
        if not (self.count.valid or self.count.invalid):
            raise UserError(_("No answers file was found."), *summary)
        say(*remarks(), *summary)

    def _answers_file(self, candidate: Candidate) -> AnswersFile | None:
        """Read a file; None where it does not count, or cannot be used, which is then counted and remarked on."""
        try:
            file = self._read(candidate)
        except UnusableFileError as error:
            self.count.invalid += 1
            self._remarks.append(_first_of(error))
        except UserError as error:
            self._cannot_be_read(str(error))
        else:
            if file is not None:
                self.count.valid += 1
                self.count.warnings += len(file.warnings)
            return file
        return None

    def _read(self, candidate: Candidate) -> AnswersFile | None:
        # Delivered while it is waited for, not while it is made sense of: a library in Rust loses what is raised in it.
        with self._interruptions.delivered():
            source = source_of(candidate)
        if source is None:
            return None
        set_id = factor_set_of(source)
        if not candidate.named and set_id != self._factor_set.id:
            if is_factor_set(source):
                return None
            if set_id is not None:
                self.count.passed_over += 1
                return None
        return answers.read(source, self._factor_set)

    def _cannot_be_read(self, line: str) -> None:
        self.count.unreadable += 1
        self._remarks.append(line)

    def _say_remarks(self) -> None:
        if self._remarks:
            say(*self._remarks)
            self._remarks.clear()

    def _number(self) -> int:
        return sum(1 for _candidate in candidates(self._paths, lambda _line: None))

    def _summary(self) -> list[str]:
        """Return what became of the files, unless every one of them counts."""
        count = self.count
        others = {
            _("invalid: {count}"): count.invalid,
            _("passed over, of another factor set: {count}"): count.passed_over,
            _("warnings, which werkzaam validate shows: {count}"): count.warnings,
        }
        parts = [message.format(count=number) for message, number in others.items() if number]
        return [", ".join([_("Files: {count}").format(count=count.valid), *parts])] if parts else []


def _first_of(error: UnusableFileError) -> str:
    """Return the first problem of a file, and how many more there are."""
    first, more = str(error.problems[0]), len(error.problems) - 1
    if not more:
        return first
    message = ngettext("{problem} (and {count} more problem)", "{problem} (and {count} more problems)", more)
    return message.format(problem=first, count=more)


def _somebody_watches() -> bool:
    return sys.stdout.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _bar(total: int | None) -> AbstractContextManager[Callable[[int], None]]:
    """Show on stderr how far it is; without a total nothing is shown."""
    if total is None:
        return nullcontext(lambda _more: None)
    from werkzaam.terminal.console import console_for
    from werkzaam.terminal.progress import progress_bar

    return progress_bar(console_for(sys.stderr), total)

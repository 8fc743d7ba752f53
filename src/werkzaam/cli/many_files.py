"""Many files in one call: reading them one by one, with an exit code for all, and a folder with a result for each."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import count, takewhile
from pathlib import Path, PurePath

from werkzaam.cli.inputs import STDIN, STDIN_NAME, meant_files
from werkzaam.cli.output import Output, say
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.likeness import Likeness
from werkzaam.errors import ExitCode, UserError
from werkzaam.files import answers
from werkzaam.files.answers import AnswersFile
from werkzaam.files.disk.locations import beside
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.recognition import factor_set_of, is_factor_set
from werkzaam.files.searching import Candidate, candidates, source_of
from werkzaam.language import _, ngettext
from werkzaam.system_errors import unwritable
from werkzaam.terminal.interruption import Interruptions

_BETWEEN = "--"
"""Replaces the separators of a path that becomes one file name."""


class ManyFiles:
    """Reads answers files, and those in folders; unusable ones are reported on stderr, and the rest is still read."""

    def __init__(self, paths: Sequence[str], factor_set: FactorSet, perspective: str | None = None) -> None:
        """Take the paths that the call names, and the perspective whose evaluations alone are meant; None for all."""
        self.likeness = Likeness()
        """What may be a mistake among the evaluations that are meant."""
        self.valid = 0
        self.invalid = 0
        """Number of files with errors, which no result takes into account."""
        self._unreadable = 0
        """Number of files and folders that the system did not let us read."""
        self._passed_over = 0
        """Number of files in folders that were filled in with another factor set."""
        self._warnings = 0
        """Number of warnings in valid files: things in them that have no effect."""
        self._paths = paths
        self._factor_set = factor_set
        self._perspective = perspective
        self._remarks: list[str] = []
        self._interruptions = Interruptions()

    @property
    def exit_code(self) -> ExitCode:
        """UNUSABLE if something could not be read, else NO if a file has errors, else DONE."""
        if self._unreadable:
            return ExitCode.UNUSABLE
        return ExitCode.NO if self.invalid else ExitCode.DONE

    def read(
        self, take: Callable[[AnswersFile], object], remarks: Callable[[], Iterable[str]], *, with_bar: bool
    ) -> None:
        """Call `take` with each file that was filled in with the factor set, and from the perspective, in order.

        In folders, other YAML files, factor sets and files of other sets are passed over. `remarks` returns the lines
        to print about all files at the end. `with_bar` shows a progress bar if stdout and stderr are terminals.
        Raises UserError if there is no answers file at all, and Interrupted if a signal ends the program.
        """
        interruptions = self._interruptions
        with interruptions.held():
            with interruptions.delivered():
                watched = with_bar and sys.stdout.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
                total = sum(1 for _path in candidates(self._paths, lambda _line: None)) if watched else None
            with _bar(total) as advance, interruptions.delivered():
                for candidate in meant_files(self._paths, self._cannot_be_read):
                    file = self._read(candidate)
                    if file and self._perspective in (None, file.evaluation.perspective):
                        self.likeness.add(file.source.name, file.evaluation)
                        take(file)
                    # To break off a redraw would show the bar twice; without a bar, a slow reader may block the write.
                    with nullcontext() if total is None else interruptions.paused():
                        self._say_remarks()
                        advance(1)
                self._say_remarks()
        summary = self._summary()
        if not (self.valid or self.invalid):
            raise UserError(_("No answers file was found."), *summary)
        say(*remarks(), *summary)

    def _read(self, candidate: Candidate) -> AnswersFile | None:
        """Read and count a file; None if it is passed over, or if it cannot be used, about which a remark is kept."""
        try:
            source = source_of(candidate)
            if source is None:
                return None
            set_id, is_set = factor_set_of(source), is_factor_set(source)
            if not candidate.named and set_id != self._factor_set.id and (is_set or set_id is not None):
                self._passed_over += 0 if is_set else 1
                return None
            with self._interruptions.paused():  # a library in Rust loses exceptions that are raised in it
                file = answers.read(source, self._factor_set)
        except UnusableFileError as error:
            self.invalid += 1
            self._remarks.append(_first_of(error))
            return None
        except UserError as error:
            self._cannot_be_read(str(error))
            return None
        self.valid += 1
        self._warnings += len(file.warnings)
        return file

    def _cannot_be_read(self, line: str) -> None:
        self._unreadable += 1
        self._remarks.append(line)

    def _say_remarks(self) -> None:
        if self._remarks:
            say(*self._remarks)
            self._remarks.clear()

    def _summary(self) -> list[str]:
        """Return a line with the number of files of each kind; an empty list if all are valid and without warnings."""
        others = {
            _("invalid: {count}"): self.invalid,
            _("skipped (of another factor set): {count}"): self._passed_over,
            _("warnings: {count} (see werkzaam validate)"): self._warnings,
        }
        parts = [message.format(count=number) for message, number in others.items() if number]
        return [", ".join([_("Files: {count}").format(count=self.valid), *parts])] if parts else []


class ResultFolder:
    """The folder for results, each named after the path of its file below the folder that all files have in common."""

    def __init__(self, path: str, paths: Sequence[str], form: str) -> None:
        """Take the folder, which `place` creates, the paths that the call names, and the format, which ends names too.

        Raises UserError if `path` exists and is not a folder.
        """
        self._folder = Path(path)
        if self._folder.exists() and not self._folder.is_dir():
            raise UserError(_("{file} is not a folder: name one for the results.").format(file=path))
        named = (Path(path) for path in paths if path != STDIN)
        folders = (_parts(path if path.is_dir() else path.parent) for path in named)
        self._common = sum(1 for _same in takewhile(lambda parts: len({*parts}) == 1, zip(*folders, strict=False)))
        self._form = form
        self._taken: set[str] = set()

    def place(self, file: str) -> Output:
        """Return the output for the result on a file. Raises UserError if nothing may be written there."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(unwritable(self._folder, error)) from error
        return Output(str(self._folder / self._name(file)), inputs=[file], form=self._form, is_told=False)

    def summary(self) -> str:
        """Return a message with the number of results and the folder."""
        message = ngettext("Written: {count} file in {folder}", "Written: {count} files in {folder}", len(self._taken))
        return message.format(count=len(self._taken), folder=self._folder)

    def _name(self, file: str) -> str:
        """Return a file name that no other result has, also on disks that ignore case."""
        below = (STDIN_NAME.strip("<>"),) if file == STDIN_NAME else _parts(Path(file))[self._common :]
        wanted = self._folder / PurePath(_BETWEEN.join(below)).stem
        names = (beside(wanted, "", f"{f'-{number}' * (number > 1)}.{self._form}").name for number in count(1))
        name = next(name for name in names if name.casefold() not in self._taken)
        self._taken.add(name.casefold())
        return name


def _parts(path: Path) -> tuple[str, ...]:
    absolute = PurePath(os.path.normpath(path.absolute()))
    return (absolute.anchor.rstrip(":\\/"), *absolute.parts[1:])


def _first_of(error: UnusableFileError) -> str:
    """Return a line with the first problem of a file, and how many more there are."""
    first, more = str(error.problems[0]), len(error.problems) - 1
    if not more:
        return first
    message = ngettext("{problem} (and {count} more problem)", "{problem} (and {count} more problems)", more)
    return message.format(problem=first, count=more)


def _bar(total: int | None) -> AbstractContextManager[Callable[[int], None]]:
    """Return a progress bar on stderr, or a stand-in that shows nothing if `total` is None."""
    if total is None:
        return nullcontext(lambda _more: None)
    from werkzaam.terminal.console import console_for, progress_bar

    return progress_bar(console_for(sys.stderr), total)

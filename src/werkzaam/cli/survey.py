"""What `werkzaam validate` finds, file by file, and what it says of it."""

import os
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.inputs import STDIN, stdin_source
from werkzaam.cli.output import Output
from werkzaam.cli.saying import say
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files.glance import factor_set_of, is_factor_set
from werkzaam.files.problems import Problem, Severity, UnusableFileError
from werkzaam.files.reading import Source, read_file, unreadable
from werkzaam.files.searching import Candidate, candidates, counts_as_ours
from werkzaam.files.validation import problems_in
from werkzaam.language import _
from werkzaam.visible import visible


class Survey:
    """The problems of many files."""

    def __init__(self, factor_set: FactorSet) -> None:
        self._factor_set = factor_set
        self._problems: list[Problem] = []
        self._unreadable: list[str] = []
        self._judged: set[str] = set()
        self._passed_over: set[str] = set()

    def look_at(self, path: str) -> None:
        """Judge a file, what is in a folder, or stdin; what was seen before is not judged again."""
        if path == STDIN:
            self._look(STDIN, stdin_source, named=True)
            return
        for candidate in candidates(Path(path), self._told_of):
            self._look_at_file(candidate)

    def tell(self, *, strict: bool) -> ExitCode:
        """Print what was found and return the exit code for it; with `strict` warnings fail too."""
        self._problems.sort(key=lambda problem: (problem.file, problem.line, problem.column))
        text = "".join(f"{visible(str(problem))}\n" for problem in self._problems)
        Output(None).text(text.encode(errors="replace").decode())  # a file's name need not be UTF-8
        say(*self._unreadable, self._summary())
        if self._unreadable or self._found_none:
            return ExitCode.UNUSABLE
        failing = [problem for problem in self._problems if strict or problem.severity is Severity.ERROR]
        return ExitCode.NO if failing else ExitCode.DONE

    @property
    def _found_none(self) -> bool:
        return not self._judged and not self._passed_over

    def _look_at_file(self, candidate: Candidate) -> None:
        try:
            if counts_as_ours(candidate):
                place = os.path.realpath(candidate.path)
                self._look(place, partial(read_file, candidate.path), named=candidate.named)
        except OSError as error:
            self._told_of(error)

    def _look(self, place: str, read: Callable[[], Source], *, named: bool) -> None:
        """Judge what stands at a place, unless that was done before; what is named is never passed over."""
        if place in self._judged:
            return
        try:
            source = read()
        except UnusableFileError as error:
            self._judged.add(place)
            self._problems += error.problems
        except UserError as error:
            self._unreadable.append(str(error))
        else:
            if named or self._is_of_this_set(source):
                self._judged.add(place)
                self._problems += problems_in(source, self._factor_set)
            else:
                self._passed_over.add(place)

    def _told_of(self, error: OSError) -> None:
        self._unreadable.append(unreadable(str(error.filename), error))

    def _is_of_this_set(self, source: Source) -> bool:
        return is_factor_set(source) or factor_set_of(source) in (None, self._factor_set.id)

    def _summary(self) -> str:
        if self._found_none:
            return _("No file of werkzaam was found.")
        count = Counter(problem.severity for problem in self._problems)
        parts = [
            _("Files: {count}").format(count=len(self._judged)),
            _("errors: {count}").format(count=count[Severity.ERROR]),
            _("warnings: {count}").format(count=count[Severity.WARNING]),
        ]
        passed_over = len(self._passed_over - self._judged)
        if passed_over:
            parts.append(_("passed over, of another factor set: {count}").format(count=passed_over))
        return ", ".join(parts)

"""What `werkzaam validate` finds, file by file, and what it says of it."""

from collections import Counter
from pathlib import Path

import typer

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.inputs import STDIN, stdin_source
from werkzaam.cli.output import Output
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
        self._seen: set[Path] = set()
        self._problems: list[Problem] = []
        self._unreadable: list[str] = []
        self._judged = 0
        self._passed_over = 0

    def look_at(self, path: str) -> None:
        """Judge a file, what is in a folder, or stdin; what was seen before is not judged again."""
        if path == STDIN:
            self._judge(stdin_source())
            return
        try:
            for candidate in candidates(Path(path)):
                if candidate.path not in self._seen and counts_as_ours(candidate):
                    self._seen.add(candidate.path)
                    self._read(candidate)
        except OSError as error:
            self._unreadable.append(unreadable(str(error.filename or path), error))

    def tell(self, *, strict: bool) -> ExitCode:
        """Print what was found and return the exit code for it; with `strict` warnings fail too."""
        self._problems.sort(key=lambda problem: (problem.file, problem.line, problem.column))
        Output(None).text("".join(f"{visible(str(problem))}\n" for problem in self._problems))
        for line in [*self._unreadable, self._summary()]:
            typer.echo(visible(line), err=True)
        if self._unreadable or not (self._judged or self._passed_over):
            return ExitCode.UNUSABLE
        failing = [problem for problem in self._problems if strict or problem.severity is Severity.ERROR]
        return ExitCode.NO if failing else ExitCode.DONE

    def _read(self, candidate: Candidate) -> None:
        try:
            source = read_file(candidate.path)
        except UnusableFileError as error:
            self._judged += 1
            self._problems += error.problems
        except UserError as error:
            self._unreadable.append(str(error))
        else:
            if candidate.named or self._is_of_this_set(source):
                self._judge(source)
            else:
                self._passed_over += 1

    def _judge(self, source: Source) -> None:
        self._judged += 1
        self._problems += problems_in(source, self._factor_set)

    def _is_of_this_set(self, source: Source) -> bool:
        return is_factor_set(source) or factor_set_of(source) in (None, self._factor_set.id)

    def _summary(self) -> str:
        if not self._judged and not self._passed_over:
            return _("No file of werkzaam was found.")
        count = Counter(problem.severity for problem in self._problems)
        parts = [
            _("Files: {count}").format(count=self._judged),
            _("errors: {count}").format(count=count[Severity.ERROR]),
            _("warnings: {count}").format(count=count[Severity.WARNING]),
        ]
        if self._passed_over:
            parts.append(_("passed over, of another factor set: {count}").format(count=self._passed_over))
        return ", ".join(parts)

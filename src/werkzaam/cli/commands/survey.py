"""What `werkzaam validate` finds, file by file, and what it says of it."""

from collections import Counter
from collections.abc import Sequence

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.streams.inputs import meant_files
from werkzaam.cli.streams.output import Output
from werkzaam.cli.streams.saying import say
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files.glance import factor_set_of, is_factor_set
from werkzaam.files.problems import Problem, Severity, UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.files.searching import Candidate, source_of
from werkzaam.files.validation import problems_in
from werkzaam.language import _
from werkzaam.visible import visible


class Survey:
    """The problems of many files."""

    def __init__(self, factor_set: FactorSet) -> None:
        self._factor_set = factor_set
        self._problems: list[Problem] = []
        self._unreadable: list[str] = []
        self._judged = 0
        self._passed_over = 0

    def look_at(self, paths: Sequence[str]) -> None:
        """Judge files, what is in folders, and stdin."""
        for candidate in meant_files(paths, self._unreadable.append):
            try:
                self._look(candidate)
            except UnusableFileError as error:
                self._judged += 1
                self._problems += error.problems
            except UserError as error:
                self._unreadable.append(str(error))

    def tell(self, *, strict: bool) -> ExitCode:
        """Print what was found and return the exit code for it; with `strict` warnings fail too."""
        self._problems.sort(key=lambda problem: (problem.file, problem.line, problem.column))
        text = "".join(f"{visible(str(problem))}\n" for problem in self._problems)
        Output(None).text(text)
        say(*self._unreadable, self._summary())
        if self._unreadable or self._found_none:
            return ExitCode.UNUSABLE
        failing = [problem for problem in self._problems if strict or problem.severity is Severity.ERROR]
        return ExitCode.NO if failing else ExitCode.DONE

    @property
    def _found_none(self) -> bool:
        return not self._judged and not self._passed_over

    def _look(self, candidate: Candidate) -> None:
        """Judge what is ours and of this set; what is named is never passed over."""
        source = source_of(candidate)
        if source is None:
            return
        if candidate.named or self._is_of_this_set(source):
            self._judged += 1
            self._problems += problems_in(source, self._factor_set)
        else:
            self._passed_over += 1

    def _is_of_this_set(self, source: Source) -> bool:
        return is_factor_set(source) or factor_set_of(source) in (None, self._factor_set.id)

    def _summary(self) -> str:
        if self._found_none:
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

"""`werkzaam validate`: every problem in answers files and factor sets, as compilers print them."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.options import Factors, Lang, argument, flag
from werkzaam.cli.output import Output, say
from werkzaam.cli.values import load_factor_set
from werkzaam.errors import UserError
from werkzaam.language import N_, _
from werkzaam.visible import visible

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import FactorSet
    from werkzaam.files.answers import AnswersFile
    from werkzaam.files.problems import Problem
    from werkzaam.files.searching import Candidate


def validate(
    paths: Annotated[list[str], argument("PATH", N_("Files, and folders to search; - reads a file from stdin."))],
    strict: Annotated[bool, flag("--strict", N_("Let warnings fail too."))] = False,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Print every problem to stdout, sorted, and how many there are to stderr; with `strict` warnings fail too."""
    from werkzaam.files.problems import Severity
    from werkzaam.wording.likeness import repeated_evaluations

    validation = _Validation(load_factor_set(factors, lang))
    validation.judge_all(paths)
    problems = sorted(validation.problems, key=lambda problem: (problem.file, problem.line, problem.column))
    Output(None).text("".join(f"{visible(str(problem))}\n" for problem in problems))
    say(*validation.unreadable, *repeated_evaluations(validation.likeness), validation.summary)
    if validation.unreadable or validation.is_empty:
        return ExitCode.UNUSABLE
    failing = [problem for problem in problems if strict or problem.severity is Severity.ERROR]
    return ExitCode.NO if failing else ExitCode.DONE


class _Validation:
    """Collects the problems of many files."""

    def __init__(self, factor_set: "FactorSet") -> None:
        from werkzaam.domain.likeness import Likeness

        self.problems: list[Problem] = []
        self.unreadable: list[str] = []
        """A line for every file and folder that the system did not let us read."""
        self._factor_set = factor_set
        self._judged = 0
        self._passed_over = 0
        self.likeness = Likeness()
        """The valid evaluations, of which two may be the same one."""

    def judge_all(self, paths: Sequence[str]) -> None:
        """Check the files that `paths` name and those in the folders they name; `-` is stdin."""
        from werkzaam.cli.inputs import meant_files
        from werkzaam.files.problems import UnusableFileError

        for candidate in meant_files(paths, self.unreadable.append):
            try:
                self._judge(candidate)
            except UnusableFileError as error:
                self._judged += 1
                self.problems += error.problems
            except UserError as error:
                self.unreadable.append(str(error))

    @property
    def is_empty(self) -> bool:
        """Whether no answers file and no factor set was found."""
        return not self._judged and not self._passed_over

    @property
    def summary(self) -> str:
        """A line with the number of files, errors and warnings."""
        if self.is_empty:
            return _("No file of werkzaam was found.")
        count = Counter(problem.severity.value for problem in self.problems)
        parts = [
            _("Files: {count}").format(count=self._judged),
            _("errors: {count}").format(count=count["error"]),
            _("warnings: {count}").format(count=count["warning"]),
        ]
        if self._passed_over:
            parts.append(_("skipped (of another factor set): {count}").format(count=self._passed_over))
        return ", ".join(parts)

    def _judge(self, candidate: "Candidate") -> None:
        """Check a file; one in a folder is passed over if it is of another factor set, or not ours at all."""
        from werkzaam.files.recognition import factor_set_of, is_factor_set
        from werkzaam.files.searching import source_of
        from werkzaam.files.validation import problems_in

        source = source_of(candidate)
        if source is None:
            return
        if candidate.named or is_factor_set(source) or factor_set_of(source) in (None, self._factor_set.id):
            self._judged += 1
            self.problems += problems_in(source, self._factor_set, self._take)
        else:
            self._passed_over += 1

    def _take(self, file: "AnswersFile") -> None:
        self.likeness.add(file.source.name, file.evaluation)

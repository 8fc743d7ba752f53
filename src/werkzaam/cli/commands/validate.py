"""`werkzaam validate`: every problem in answers files and factor sets, as compilers print them."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

from werkzaam.cli.options import Factors, Lang, argument, flag
from werkzaam.cli.output import Output, say
from werkzaam.cli.values import load_factor_set
from werkzaam.errors import ExitCode, UserError
from werkzaam.language import N_, _
from werkzaam.visible import visible

if TYPE_CHECKING:
    from werkzaam.files.answers import AnswersFile
    from werkzaam.files.problems import Problem


def validate(
    paths: Annotated[list[str], argument("PATH", N_("Files, and folders to search; - reads a file from stdin."))],
    strict: Annotated[bool, flag("--strict", N_("Let warnings fail too."))] = False,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Print every problem to stdout, sorted, and how many there are to stderr; with `strict` warnings fail too.

    In folders, files that are not ours and answers to another factor set are passed over.
    """
    from werkzaam.cli.inputs import meant_files
    from werkzaam.domain.likeness import Likeness
    from werkzaam.files.problems import UnusableFileError
    from werkzaam.files.recognition import factor_set_of, is_factor_set
    from werkzaam.files.searching import source_of
    from werkzaam.files.validation import problems_in
    from werkzaam.wording.likeness import repeated_evaluations

    factor_set, likeness = load_factor_set(factors, lang), Likeness()
    problems: list[Problem] = []
    unreadable: list[str] = []
    judged = passed_over = 0

    def take(file: "AnswersFile") -> None:
        likeness.add(file.source.name, file.evaluation)

    for candidate in meant_files(paths, unreadable.append):
        try:
            source = source_of(candidate)
            if source is None:
                continue
            if candidate.named or is_factor_set(source) or factor_set_of(source) in (None, factor_set.id):
                judged += 1
                problems += problems_in(source, factor_set, take)
            else:
                passed_over += 1
        except UnusableFileError as error:
            judged += 1
            problems += error.problems
        except UserError as error:
            unreadable.append(str(error))
    problems.sort(key=lambda problem: (problem.file, problem.line, problem.column))
    Output(None).text("".join(f"{visible(str(problem))}\n" for problem in problems))
    count = Counter(problem.severity.value for problem in problems)
    say(*unreadable, *repeated_evaluations(likeness), _summary(judged, passed_over, count))
    if unreadable or not (judged or passed_over):
        return ExitCode.UNUSABLE
    return ExitCode.NO if count["error"] or (strict and count["warning"]) else ExitCode.DONE


def _summary(judged: int, passed_over: int, count: Counter[str]) -> str:
    """Return a line with the number of files, errors and warnings."""
    if not (judged or passed_over):
        return _("No file of werkzaam was found.")
    parts = [
        _("Files: {count}").format(count=judged),
        _("errors: {count}").format(count=count["error"]),
        _("warnings: {count}").format(count=count["warning"]),
    ]
    if passed_over:
        parts.append(_("skipped (of another factor set): {count}").format(count=passed_over))
    return ", ".join(parts)

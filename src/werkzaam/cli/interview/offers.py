"""Evaluations in the folder that are offered where a call names none: of this year, and of last year."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from werkzaam.cli.inputs import is_among
from werkzaam.cli.interview.askers import Interviewer
from werkzaam.cli.interview.call import Details
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import score
from werkzaam.errors import UserError
from werkzaam.files.answers import AnswersFile
from werkzaam.files.default_files import DefaultFiles
from werkzaam.files.problems import UnusableFileError
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.factors import perspective_text
from werkzaam.wording.figures import local_date

T = TypeVar("T")


class Offers:
    """The default files of the current folder, as far as they can be meant."""

    def __init__(self, factor_set: FactorSet, details: Details, year: int) -> None:
        """Take the files from the side and of the collaboration that are known, without those that the call names."""
        self._year = year
        self._factor_set = factor_set
        self._details = details
        self._there = DefaultFiles(Path(), factor_set)

    def to_go_on_with(self, interviewer: Interviewer) -> Path | None:
        """Ask which evaluation of this year to go on with; None: a new one, or there is none."""
        files = self._of_year(self._year)
        choices: dict[str, Path | None] = {f"{path} ({self._described(file)})": path for path, file in files.items()}
        if not choices:
            return None
        choices[_("No, start a new one")] = None
        return _chosen(interviewer, _("Go on with an evaluation of this year?"), choices)

    def of_last_year(self, interviewer: Interviewer) -> tuple[Path | None, Path | None]:
        """Ask what to do with those of the year before: return the file to go on with, and the one to lie beside."""
        choices: dict[str, tuple[Path | None, Path | None]] = {}
        files = self._of_year(self._year - 1)
        for path, file in files.items():
            beside = _("Start a new one, with {file} beside it").format(file=path)
            choices[f"{beside} ({self._described(file)})"] = None, path
        for path, file in files.items():
            if isinstance(file, UserError) or self._answered(file) < self._asked(file):
                on = _("Go on with {file}").format(file=path)
                choices[f"{on} ({self._described(file)})"] = path, None
        if not choices:
            return None, None
        choices[_("Start a new one with nothing beside it")] = None, None
        return _chosen(interviewer, _("There is an evaluation of last year. What now?"), choices)

    def _of_year(self, year: int) -> dict[Path, AnswersFile | UserError]:
        """Return the files of a year, in the order of their names.

        Those that cannot be used are among them while nobody knows that they are of another collaboration.
        """
        collaboration = self._details.known_collaboration
        there: dict[Path, AnswersFile | UserError] = {
            **self._there.of_year(year, self._details.perspective, collaboration),
            **(self._there.broken(year) if collaboration is None else {}),
        }
        named = [*self._details.beside, *([self._details.previous] if self._details.previous else [])]
        return {path: there[path] for path in sorted(there) if not is_among(path, named)}

    def _described(self, file: AnswersFile | UserError) -> str:
        """Return what a file is about, and how far it is; or where it is wrong."""
        if isinstance(file, UnusableFileError):
            return _("cannot be used: look at line {line}").format(line=file.problems[0].line)
        if isinstance(file, UserError):
            return _("cannot be read")
        evaluation = file.evaluation
        sides = [perspective_text(evaluation.perspective, self._factor_set)] if self._factor_set.perspectives else []
        progress = _("{count} of {total} answered").format(count=self._answered(file), total=self._asked(file))
        return ", ".join([visible(evaluation.collaboration).strip(), *sides, local_date(evaluation.date), progress])

    def _answered(self, file: AnswersFile) -> int:
        return sum(file.evaluation.answer(factor.id).option is not None for factor in self._factor_set.factors)

    def _asked(self, file: AnswersFile) -> int:
        return len(self._factor_set.factors) - score(self._factor_set, file.evaluation).total.not_asked


def _chosen(interviewer: Interviewer, message: str, choices: Mapping[str, T]) -> T:
    """Let one of some things be chosen by what is said of it."""
    names = {str(number): name for number, name in enumerate(choices, 1)}
    return choices[names[interviewer.ask_choice(message, names)]]

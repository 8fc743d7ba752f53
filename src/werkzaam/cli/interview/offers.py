"""Evaluations in the current folder, of this year and of last year, that are offered if a call names no file."""

from pathlib import Path

from werkzaam.cli.inputs import is_among
from werkzaam.cli.interview.askers import Interviewer
from werkzaam.cli.interview.call import Details
from werkzaam.cli.shell import as_argument
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import Tally, score
from werkzaam.errors import UserError
from werkzaam.files.answers import AnswersFile
from werkzaam.files.default_files import DefaultFiles
from werkzaam.files.problems import UnusableFileError
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.factors import perspective_text
from werkzaam.wording.figures import local_date


class Offers:
    """The files with a default name in the current folder, as far as the call can mean them."""

    def __init__(self, factor_set: FactorSet, details: Details, interviewer: Interviewer) -> None:
        """Take what the files must have in common with `details`: the year, the perspective and the collaboration."""
        self._factor_set = factor_set
        self._details = details
        self._year = details.year
        self._interviewer = interviewer
        self._there = DefaultFiles(Path(), factor_set)

    def to_go_on_with(self) -> Path | None:
        """Ask which evaluation of this year to continue; return its path, or None for a new one or if there is none."""
        files = self._of_year(self._year)
        choices: dict[str, Path | None] = {f"{path} ({self._described(file)})": path for path, file in files.items()}
        if not choices:
            return None
        choices[_("No, start a new one")] = None
        return self._interviewer.ask_choice(_("Go on with an evaluation of this year?"), choices)

    def tell_of_last_year(self, path: Path) -> None:
        """Tell of last year's evaluation by the same people as the one at `path`, which nobody asked to have beside."""
        file = self._there.of_year(self._year, None, None).get(path)
        if file is None:
            return
        now = file.evaluation
        for earlier in self._there.of_year(self._year - 1, now.perspective, now.collaboration):
            message = _("{file} is from last year: with --previous {file} it stands beside the questions.")
            self._interviewer.tell(message.format(file=as_argument(earlier)))

    def of_last_year(self) -> tuple[Path | None, Path | None]:
        """Ask what to do with last year's evaluations; return the file to continue, or one to show beside a new one."""
        choices: dict[str, tuple[Path | None, Path | None]] = {}
        files = self._of_year(self._year - 1)
        for path, file in files.items():
            beside = _("Start a new one, with {file} beside it").format(file=path)
            choices[f"{beside} ({self._described(file)})"] = None, path
        for path, file in files.items():
            if isinstance(file, UserError) or self._tally(file).open:
                on = _("Go on with {file}").format(file=path)
                choices[f"{on} ({self._described(file)})"] = path, None
        if not choices:
            return None, None
        choices[_("Start a new one with nothing beside it")] = None, None
        return self._interviewer.ask_choice(_("There is an evaluation of last year. What now?"), choices)

    def _of_year(self, year: int) -> dict[Path, AnswersFile | UserError]:
        """Return the files of a year, sorted by path, without those that the call names.

        Files that cannot be used are included unless a collaboration is known, since they may be of another one.
        """
        collaboration = self._details.known_collaboration
        there: dict[Path, AnswersFile | UserError] = {
            **self._there.of_year(year, self._details.perspective, collaboration),
            **(self._there.broken(year) if collaboration is None else {}),
        }
        named = [*self._details.beside, *([self._details.previous] if self._details.previous else [])]
        return {path: there[path] for path in sorted(there) if not is_among(path, named)}

    def _described(self, file: AnswersFile | UserError) -> str:
        """Return what a file is about and how many questions are answered, or why it cannot be used."""
        if isinstance(file, UnusableFileError):
            return _("cannot be used: look at line {line}").format(line=file.problems[0].line)
        if isinstance(file, UserError):
            return _("cannot be read")
        evaluation, tally = file.evaluation, self._tally(file)
        asked = len(tally.results) - tally.not_asked
        sides = [perspective_text(evaluation.perspective, self._factor_set)] if self._factor_set.perspectives else []
        progress = _("{count} of {total} answered").format(count=asked - tally.open, total=asked)
        return ", ".join([visible(evaluation.collaboration).strip(), *sides, local_date(evaluation.date), progress])

    def _tally(self, file: AnswersFile) -> Tally:
        return score(self._factor_set, file.evaluation).total

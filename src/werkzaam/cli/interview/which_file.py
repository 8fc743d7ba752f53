"""Which file the questions are for: an existing one, or a new one once its details are known."""

import sys
from pathlib import Path

from werkzaam.cli.inputs import is_among, read_answers
from werkzaam.cli.interview.askers import DetailsAsker, Interviewer, NoInput
from werkzaam.cli.interview.call import Details
from werkzaam.cli.shell import as_argument
from werkzaam.cli.values import today
from werkzaam.domain.evaluation import OPEN, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.names import same_collaboration
from werkzaam.domain.questions import Command
from werkzaam.domain.score import Tally, score
from werkzaam.errors import Interrupted, UserError
from werkzaam.files.answers import AnswersFile
from werkzaam.files.default_files import DefaultFiles, default_name
from werkzaam.files.disk.saving import refuse_unwritable
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.factors import perspective_text
from werkzaam.wording.figures import local_date
from werkzaam.wording.filling_in import NO_NAME_YET


def open_or_create(path: Path | None, details: Details, factor_set: FactorSet, asker: DetailsAsker) -> AnswersStore:
    """Open the answers file at `path`, or create one, and put the answers of the call in it.

    If `path` is None, the file gets the default name once its details are known. Raises UserError before anything is
    written if the call contradicts the file or cannot be carried out.
    """
    if path is not None and path.exists():
        return _existing(path, details, factor_set, asker)
    first = path or Path(default_name(details.year, details.perspective))  # the latter to check its folder
    if not first.exists():
        refuse_unwritable(first)
    collaboration = _ask_details(details, factor_set, asker)
    path = path or DefaultFiles(Path(), factor_set).path(details.year, details.perspective, collaboration)
    if path.exists():
        return _existing(path, details, factor_set, asker)
    evaluation = Evaluation(collaboration, details.date or today(), details.perspective)
    evaluation = evaluation._replace(answers=details.given.answers(factor_set, evaluation))
    return AnswersStore.create(path, factor_set, evaluation, asker.tell)


def path_without_asking(details: Details, factor_set: FactorSet) -> Path | None:
    """Return the default file for the known details; None if its name depends on details still to be asked."""
    there = DefaultFiles(Path(), factor_set)
    if details.known_collaboration is None:
        return there.short(details.year, details.perspective)
    return there.path(details.year, details.perspective, details.known_collaboration)


def offered(details: Details, factor_set: FactorSet, interviewer: Interviewer) -> Path | None:
    """Return the file to work on if the call names none; None if its name depends on details still to be asked.

    If the user chooses last year's evaluation as the previous one, it goes into `details`.
    """
    settled = details.perspective is not None or not factor_set.perspectives
    if not sys.stdin.isatty():
        return path_without_asking(details, factor_set) if settled else None
    offers = _Offers(factor_set, details, interviewer)
    if settled and details.known_collaboration:
        path = path_without_asking(details, factor_set)
    else:
        path = offers.to_go_on_with()
    if details.others.previous is not None:
        return path
    if path is not None and path.exists():
        offers.tell_of_last_year(path)
        return path
    go_on, beside = offers.of_last_year()
    if beside is None:
        return go_on or path
    details.previous = str(beside)
    previous = details.others.previous = read_answers(details.previous, factor_set, interviewer.tell).evaluation
    details.collaboration = details.collaboration or previous.collaboration
    details.perspective = details.perspective or previous.perspective
    return path


class _Offers:
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


def _ask_details(details: Details, factor_set: FactorSet, asker: DetailsAsker) -> str:
    """Ask for the details that are not known, put them in `details`, and return the name of the collaboration.

    If the name was asked for, it can be corrected at the next question.
    """
    name = details.known_collaboration
    if name is not None and not details.collaboration:
        asker.tell(_("Collaboration: {name}, as the partners have it.").format(name=name))
    asked, details.collaboration = name is None, name or _ask_name(details, asker)
    while details.perspective is None and factor_set.perspectives:
        reply = asker.ask_perspective(factor_set.perspectives, can_go_back=asked)
        if reply is not Command.BACK:
            details.perspective = reply
            break
        details.collaboration = _ask_name(details, asker)
    return details.collaboration


def _ask_name(details: Details, asker: DetailsAsker) -> str:
    """Ask for the name of the collaboration; if the program is ended, `details` keeps the name typed so far."""
    try:
        return asker.ask_collaboration(details.collaboration or "")
    except Interrupted as interruption:
        details.collaboration = interruption.draft or details.collaboration
        raise


def _existing(path: Path, details: Details, factor_set: FactorSet, asker: DetailsAsker) -> AnswersStore:
    """Open a file and put in it what the call gives. Raises UserError if the call contradicts the file.

    At a terminal the details are asked that a file without a name yet, or without any answer yet, does not say.
    """
    if details.previous is not None and is_among(path, [details.previous]):
        raise UserError(_("{file}: this file cannot be the earlier one too; name another.").format(file=path))
    if is_among(path, details.beside):
        raise UserError(_("{file}: this file lies beside the questions; fill in another one.").format(file=path))
    store = AnswersStore.open(path, factor_set, asker.tell)
    present = store.evaluation
    name = None if present.collaboration == _(NO_NAME_YET) else present.collaboration
    if details.collaboration is not None and name is not None and not same_collaboration(details.collaboration, name):
        _refuse_other(path, "--collaboration", details.collaboration, name)
    _refuse_other(path, "--date", details.date, present.date)
    if present.perspective is not None:
        _refuse_other(path, "--perspective", details.perspective, present.perspective)
    given = details.given.answers(factor_set, present)
    begun = any(answer != OPEN for answer in present.answers.values())
    if (name is None or not begun) and sys.stdin.isatty() and not isinstance(asker, NoInput):
        details.collaboration = details.collaboration or name
        details.perspective = details.perspective or present.perspective
        _ask_details(details, factor_set, asker)
    if given:  # first: conflicts are judged by the file as it was when it was opened
        store.save(given)
    if details.collaboration is not None and name is None:
        store.rename("collaboration", details.collaboration)
    if details.perspective is not None and present.perspective is None:
        store.rename("perspective", details.perspective)
        _refuse_other(path, "--perspective", details.perspective, store.evaluation.perspective)  # filled in meanwhile
    return store


def _refuse_other(path: Path, option: str, given: object, present: object) -> None:
    """Raise UserError if an option is given and contradicts the file."""
    if given is not None and given != present:
        message = _("{file} says “{found}”, and {option} says “{given}”: leave the option out, or name another file.")
        raise UserError(message.format(file=path, found=present, option=option, given=given))

"""Which file a questionnaire works on: one that is there, or a new one once it is known what it is about."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from werkzaam.cli.inputs import is_among
from werkzaam.cli.interview.askers import DetailsAsker, Interviewer
from werkzaam.cli.interview.call import Details
from werkzaam.cli.interview.other_evaluations import OtherEvaluations
from werkzaam.cli.values import today
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import locations
from werkzaam.files.saving import refuse_unwritable
from werkzaam.files.store import AnswersStore
from werkzaam.language import _, ngettext
from werkzaam.visible import visible
from werkzaam.wording.figures import local_date


class PreviousFiles:
    """Last year's evaluation: what can be done with the default files of the year before."""

    def __init__(self, perspective: str | None, year: int, beside: Sequence[str] = ()) -> None:
        """Look in the current folder for the files of the year before `year`: all of them, or a perspective's.

        Those that lie beside the questions already are no longer to choose.
        """
        files = [path for path in sorted(locations.default_files(Path(), year - 1)) if not is_among(path, beside)]
        wanted = locations.default_name(year - 1, perspective)
        self._files = [path for path in files if perspective is None or path.name == wanted]

    def choose(self, interviewer: Interviewer) -> tuple[Path | None, Path | None]:
        """Ask what to do with them: return the file to go on with, and the one to have beside a new one."""
        if not self._files or not sys.stdin.isatty():
            return None, None
        choices: list[tuple[str, tuple[Path | None, Path | None]]] = [
            *((_("Start a new one, with {file} beside it").format(file=path), (None, path)) for path in self._files),
            *((_("Go on with {file}").format(file=path), (path, None)) for path in self._files),
            (_("Start a new one with nothing beside it"), (None, None)),
        ]
        names = {str(number): name for number, (name, _outcome) in enumerate(choices, 1)}
        chosen = interviewer.ask_choice(_("There is an evaluation of last year. What now?"), names)
        return choices[int(chosen) - 1][1]


def open_or_create(path: Path | None, details: Details, factor_set: FactorSet, asker: DetailsAsker) -> AnswersStore:
    """Return the file to work on, with the answers of the call in it: an existing file, or a new one.

    Without a path it gets the default name, once it is known what it is about. Raises UserError before anything is
    written where the call asks for what cannot be.
    """
    if path is not None and path.exists():
        return _existing(path, details, factor_set, asker)
    first = path or default_path(details)  # where the name is still to be found out the folder is known
    if not first.exists():
        refuse_unwritable(first)
    if details.collaboration is None:
        details.collaboration = _as_partners(details.others, asker) or asker.ask_collaboration()
    if details.perspective is None and factor_set.perspectives:
        details.perspective = asker.ask_perspective(factor_set.perspectives)
    path = path or default_path(details)
    if path.exists():
        return _existing(path, details, factor_set, asker)
    refuse_unwritable(path)
    evaluation = Evaluation(details.collaboration, details.date or today(), details.perspective)
    evaluation = replace(evaluation, answers=details.given.answers(factor_set, evaluation))
    return AnswersStore.create(path, factor_set, evaluation, asker.tell)


def default_path(details: Details) -> Path:
    """Return how the file is called unless the call names it."""
    return Path(locations.default_name((details.date or today()).year, details.perspective))


def path_to_go_on_with(details: Details, factor_set: FactorSet, interviewer: Interviewer) -> Path | None:
    """Return the default file: the one that the call leads to, or one that is there and gets chosen."""
    if details.perspective or not factor_set.perspectives:
        return default_path(details)
    year = (details.date or today()).year
    there = sorted(locations.default_files(Path(), year))
    names = {str(path): str(path) for path in there if not is_among(path, details.beside)}
    if not names or details.collaboration or not sys.stdin.isatty():
        return None
    new = ""
    chosen = interviewer.ask_choice(
        _("Go on with an evaluation of this year?"), {**names, new: _("No, start a new one")}
    )
    return Path(chosen) if chosen else None


def _as_partners(others: OtherEvaluations, asker: DetailsAsker) -> str | None:
    """Return what all partners call the collaboration, and say that it is taken over; None where they differ."""
    if others.collaboration is not None:
        asker.tell(_("Collaboration: {name}, as the partners have it.").format(name=others.collaboration))
    return others.collaboration


def _existing(path: Path, details: Details, factor_set: FactorSet, asker: DetailsAsker) -> AnswersStore:
    """Open a file; UserError where the call says something else than it does."""
    if details.previous is not None and is_among(path, [details.previous]):
        raise UserError(_("{file}: this file cannot be the earlier one too; name another.").format(file=path))
    if is_among(path, details.beside):
        raise UserError(_("{file}: this file lies beside the questions; fill in another one.").format(file=path))
    store = AnswersStore.open(path, factor_set, asker.tell)
    for warning in store.warnings:
        asker.tell(warning)
    present = store.evaluation
    _refuse_other(path, "--collaboration", details.collaboration, present.collaboration)
    _refuse_other(path, "--date", details.date, present.date)
    if present.perspective is not None:
        _refuse_other(path, "--perspective", details.perspective, present.perspective)
    given = details.given.answers(factor_set, present)
    if given:  # first: they are held against the file as it was when it was opened
        store.save(given)
    if details.perspective is not None and present.perspective is None:
        store.fill_in_perspective(details.perspective)
    return store


def _refuse_other(path: Path, option: str, given: object, present: object) -> None:
    if given is not None and given != present:
        message = _("{file} says “{found}”, and {option} says “{given}”: leave the option out, or name another file.")
        raise UserError(message.format(file=path, found=present, option=option, given=given))


def introduce(factor_set: FactorSet, store: AnswersStore, asker: DetailsAsker) -> None:
    """Say what this is about and how far it has come."""
    evaluation = store.evaluation
    answered = sum(evaluation.answer(factor.id).option is not None for factor in factor_set.factors)
    total = len(factor_set.factors)
    lines = [visible(factor_set.title), f"{visible(evaluation.collaboration)}, {local_date(evaluation.date)}"]
    if not answered and factor_set.introduction:
        lines += ["", visible(factor_set.introduction)]
    if answered:
        lines.append(
            ngettext(
                "{count} of {total} questions is answered.",
                "{count} of {total} questions are answered.",
                answered,
            ).format(count=answered, total=total)
        )
    lines.append(_("Every answer is saved at once in {file}.").format(file=store.path))
    asker.tell("\n".join(["", *lines]))

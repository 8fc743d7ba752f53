"""Which file a questionnaire works on: an existing one, or a new one once it is known what it is about."""

import sys
from dataclasses import replace
from pathlib import Path

from werkzaam.cli.arguments.values import today
from werkzaam.cli.interview.about import About
from werkzaam.cli.interview.askers import Host, Table
from werkzaam.cli.interview.others import Others
from werkzaam.cli.streams.inputs import is_among
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import locations
from werkzaam.files.store import AnswersStore
from werkzaam.files.unwritable import refuse_unwritable
from werkzaam.language import _, ngettext
from werkzaam.visible import visible
from werkzaam.wording.figures import local_date


def take_up(path: Path | None, about: About, factor_set: FactorSet, host: Host) -> AnswersStore:
    """Return the file to work on, with the answers of the call in it: an existing file, or a new one.

    Without a path it gets the default name, once it is known what it is about. Raises UserError before anything is
    written where the call asks for what cannot be.
    """
    if path is not None and path.exists():
        return _existing(path, about, factor_set, host)
    first = path or default_path(about)  # where the name is still to be found out the folder is known
    if not first.exists():
        refuse_unwritable(first)
    if about.collaboration is None:
        about.collaboration = _as_partners(about.others, host) or host.ask_collaboration()
    if about.perspective is None and factor_set.perspectives:
        about.perspective = host.ask_perspective(factor_set.perspectives)
    path = path or default_path(about)
    if path.exists():
        return _existing(path, about, factor_set, host)
    refuse_unwritable(path)
    evaluation = Evaluation(about.collaboration, about.date or today(), about.perspective)
    evaluation = replace(evaluation, answers=about.given.answers(factor_set, evaluation))
    return AnswersStore.create(path, factor_set, evaluation, host.tell)


def default_path(about: About) -> Path:
    """Return how the file is called unless the call names it."""
    return Path(locations.default_name((about.date or today()).year, about.perspective))


def offered_path(about: About, factor_set: FactorSet, table: Table) -> Path | None:
    """Return the default file: the one that the call leads to, or one that is there and gets chosen."""
    if about.perspective or not factor_set.perspectives:
        return default_path(about)
    year = (about.date or today()).year
    there = sorted(locations.default_files(Path(), year))
    found = {str(path): str(path) for path in there if not is_among(path, about.beside)}
    if not found or about.collaboration or not sys.stdin.isatty():
        return None
    new = ""
    chosen = table.ask_choice(_("Go on with an evaluation of this year?"), {**found, new: _("No, start a new one")})
    return Path(chosen) if chosen else None


def _as_partners(others: Others, host: Host) -> str | None:
    """Return what all partners call the collaboration, and say that it is taken over; None where they differ."""
    if others.collaboration is not None:
        host.tell(_("Collaboration: {name}, as the partners have it.").format(name=others.collaboration))
    return others.collaboration


def _existing(path: Path, about: About, factor_set: FactorSet, host: Host) -> AnswersStore:
    """Take up a file; UserError where the call says something else than it does."""
    if about.previous is not None and is_among(path, [about.previous]):
        raise UserError(_("{file}: this file cannot be the earlier one too; name another.").format(file=path))
    if is_among(path, about.beside):
        raise UserError(_("{file}: this file lies beside the questions; fill in another one.").format(file=path))
    store = AnswersStore.open(path, factor_set, host.tell)
    for warning in store.warnings:
        host.tell(warning)
    found = store.evaluation
    _same(path, "--collaboration", about.collaboration, found.collaboration)
    _same(path, "--date", about.date, found.date)
    if found.perspective is not None:
        _same(path, "--perspective", about.perspective, found.perspective)
    given = about.given.answers(factor_set, found)
    if given:  # first: they are held against the file as it was when it was opened
        store.save(given)
    if about.perspective is not None and found.perspective is None:
        store.fill_in_perspective(about.perspective)
    return store


def _same(path: Path, option: str, given: object, found: object) -> None:
    if given is not None and given != found:
        message = _("{file} says “{found}”, and {option} says “{given}”: leave the option out, or name another file.")
        raise UserError(message.format(file=path, found=found, option=option, given=given))


def introduce(factor_set: FactorSet, store: AnswersStore, host: Host) -> None:
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
    host.tell("\n".join(["", *lines]))

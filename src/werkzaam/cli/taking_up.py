"""Which file a questionnaire works on: an existing one, or a new one once it is known what it is about."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from werkzaam.cli.options import today
from werkzaam.cli.table import Table
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import locations
from werkzaam.files.store import AnswersStore, refuse_unwritable
from werkzaam.language import _, ngettext
from werkzaam.visible import visible
from werkzaam.wording.figures import local_date


@dataclass(slots=True)
class About:
    """What is known of an evaluation before its file is: from the options, then from what is asked."""

    collaboration: str | None
    perspective: str | None
    date: date | None


def take_up(file: str | None, about: About, factor_set: FactorSet, table: Table) -> AnswersStore:
    """Return the file to work on: an existing one, or a new one once it is known what it is about."""
    path = Path(file) if file else _found_default(about, factor_set, table)
    if path is not None and path.exists():
        return _existing(path, about, factor_set, table)
    if path is not None:
        refuse_unwritable(path)
    if about.collaboration is None:
        about.collaboration = table.ask_collaboration()
    if about.perspective is None and factor_set.perspectives:
        about.perspective = table.ask_perspective(factor_set.perspectives)
    day = about.date or today()
    path = path or Path(locations.default_name(day.year, about.perspective))
    if path.exists():
        return _existing(path, about, factor_set, table)
    refuse_unwritable(path)
    evaluation = Evaluation(about.collaboration, day, about.perspective)
    store = AnswersStore.create(path, factor_set, evaluation, table.tell)
    _introduce(factor_set, store, table)
    return store


def _found_default(about: About, factor_set: FactorSet, table: Table) -> Path | None:
    """Return the default file: the one that the options lead to, or one that is there and gets chosen."""
    year = (about.date or today()).year
    if about.perspective or not factor_set.perspectives:
        return Path(locations.default_name(year, about.perspective))
    found = {str(path): str(path) for path in sorted(locations.default_files(Path(), year))}
    if not found or about.collaboration or not sys.stdin.isatty():
        return None
    new = ""
    chosen = table.ask_choice(_("Go on with an evaluation of this year?"), {**found, new: _("No, start a new one")})
    return Path(chosen) if chosen else None


def _existing(path: Path, about: About, factor_set: FactorSet, table: Table) -> AnswersStore:
    """Take up a file; UserError where the options say something else than it does."""
    store = AnswersStore.open(path, factor_set, table.tell)
    for warning in store.warnings:
        table.tell(warning)
    found = store.evaluation
    _same(path, "--collaboration", about.collaboration, found.collaboration)
    _same(path, "--date", about.date, found.date)
    if about.perspective is not None and found.perspective is None:
        store.fill_in_perspective(about.perspective)
    elif about.perspective is not None:
        _same(path, "--perspective", about.perspective, found.perspective)
    _introduce(factor_set, store, table)
    return store


def _same(path: Path, option: str, given: object, found: object) -> None:
    if given is not None and given != found:
        message = _("{file} says “{found}”, and {option} says “{given}”: leave the option out, or name another file.")
        raise UserError(message.format(file=path, found=found, option=option, given=given))


def _introduce(factor_set: FactorSet, store: AnswersStore, table: Table) -> None:
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
    table.tell("\n".join(["", *lines]))

"""What `werkzaam check` does: from the first question to the report."""

import shlex
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

import typer

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.options import call_again, load_factor_set, parse_date, parse_perspective
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet, Perspective
from werkzaam.domain.questionnaire import Asker, Ending, Questionnaire
from werkzaam.errors import EndOfInput, Interrupted, UserError
from werkzaam.files import locations
from werkzaam.files.answers import NOTE_LIMIT
from werkzaam.files.store import AnswersStore, refuse_unwritable
from werkzaam.language import _, ngettext
from werkzaam.terminal.console import ASCII, can_prompt, console_for, signs_for
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.questions import local_date
from werkzaam.visible import visible


@dataclass(frozen=True, slots=True)
class Call:
    """How the command was called, word for word."""

    file: str | None
    collaboration: str | None
    perspective: str | None
    day: str | None
    review: bool
    plain: bool
    factors: str | None
    lang: str | None

    def again(self, command: str, path: Path) -> str:
        """Return the whole command that goes on with a file where this call was."""
        words = call_again(command, path, self.factors, self.lang)
        if command == "check":
            words += ["--review"] * self.review + ["--plain"] * self.plain
        return shlex.join(words)


@dataclass(frozen=True, slots=True)
class _About:
    """What the options say of an evaluation; None where they say nothing."""

    collaboration: str | None
    perspective: str | None
    date: date | None


class Table(Asker, Protocol):
    """Whoever sits at the table: an asker that also takes what comes before the first question."""

    def ask_collaboration(self) -> str:
        """Ask what the collaboration is called."""
        ...

    def ask_perspective(self, perspectives: Sequence[Perspective]) -> str:
        """Ask from whose side the evaluation is filled in."""
        ...

    def ask_choice(self, message: str, names: Mapping[str, str]) -> str:
        """Ask for one of some named things."""
        ...

    def tell(self, lines: str) -> None:
        """Say something that was not asked for."""
        ...


def interview(call: Call) -> int:
    """Ask, save after every answer, and print the report; return the exit code."""
    factor_set = load_factor_set(call.factors, call.lang)
    about = _checked(call, factor_set)
    interruptions = Interruptions()
    store: AnswersStore | None = None
    try:
        with interruptions.held():
            table = _table(interruptions, plain=call.plain)
            store = _take_up(call.file, about, factor_set, table)
            ending = _ask(store, factor_set, table, review=call.review)
    except Interrupted:
        if store is not None:
            _say("", _("Saved. Go on with:"), call.again("check", store.path))
        return ExitCode.INTERRUPTED
    except EndOfInput:
        if store is None:
            raise
        message = _("The input ended before the last question; what it gave is saved. Go on with:")
        _say(message, call.again("check", store.path))
        return ExitCode.NO
    if ending is Ending.STOPPED:
        _say("", _("Saved. Go on with:"), call.again("check", store.path))
    else:
        _say("")
        _print_report(factor_set, store.evaluation)
        message = _("Saved in {file}. See this report again with:").format(file=store.path)
        _say("", message, call.again("report", store.path))
    return ExitCode.UNUSABLE if store.rescue else ExitCode.DONE


def _checked(call: Call, factor_set: FactorSet) -> _About:
    """Return what the options say; UserError where one of them cannot be right."""
    if call.collaboration is not None and not call.collaboration.strip():
        raise UserError(_("--collaboration needs the name of a collaboration."))
    return _About(
        collaboration=call.collaboration,
        perspective=parse_perspective(call.perspective, factor_set) if call.perspective is not None else None,
        date=parse_date(call.day) if call.day is not None else None,
    )


def _print_report(factor_set: FactorSet, evaluation: Evaluation) -> None:
    from werkzaam.cli.output import write_result
    from werkzaam.domain.report import report
    from werkzaam.terminal.report_table import print_report

    found = report(factor_set, evaluation)
    write_result(lambda console, signs: print_report(console, signs, found, _today()))


def _ask(store: AnswersStore, factor_set: FactorSet, table: Table, *, review: bool) -> Ending:
    def record(factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        evaluation = store.save(factor, answer)
        if store.rescue and not sys.stdin.isatty():
            raise UserError(_("Stopped here: nobody is at a terminal to choose between the two answers."))
        return evaluation.answers

    return Questionnaire(factor_set, store.evaluation.answers, table, record, review=review).run()


def _table(interruptions: Interruptions, *, plain: bool) -> Table:
    """Return prompts where the terminal can show them, else lines of text."""
    if not plain and can_prompt() and signs_for(sys.stdout) is not ASCII:
        from werkzaam.terminal.prompts import PromptAsker

        return PromptAsker(console_for(sys.stdout), signs_for(sys.stdout), interruptions, NOTE_LIMIT)
    from werkzaam.terminal.lines import LineAsker

    if sys.stdin is None:
        raise EndOfInput
    return LineAsker(console_for(sys.stderr), sys.stdin, interruptions, NOTE_LIMIT)


def _take_up(file: str | None, about: _About, factor_set: FactorSet, table: Table) -> AnswersStore:
    """Return the file to work on: an existing one, or a new one once it is known what it is about."""
    path = Path(file) if file else _found_default(about, factor_set, table)
    if path is not None and path.exists():
        return _existing(path, about, factor_set, table)
    if path is not None:
        refuse_unwritable(path)
    collaboration = about.collaboration or table.ask_collaboration()
    perspective = about.perspective
    if perspective is None and factor_set.perspectives:
        perspective = table.ask_perspective(factor_set.perspectives)
    day = about.date or _today()
    path = path or Path(locations.default_name(day.year, perspective))
    if path.exists():
        return _existing(path, _About(collaboration, perspective, about.date), factor_set, table)
    refuse_unwritable(path)
    evaluation = Evaluation(collaboration, day, perspective)
    store = AnswersStore.create(path, factor_set, evaluation, table.tell)
    _introduce(factor_set, store, table)
    return store


def _found_default(about: _About, factor_set: FactorSet, table: Table) -> Path | None:
    """Return the default file: the one that the options lead to, or one that is there and gets chosen."""
    year = (about.date or _today()).year
    if about.perspective or not factor_set.perspectives:
        return Path(locations.default_name(year, about.perspective))
    found = {str(path): str(path) for path in sorted(locations.default_files(Path(), year))}
    if not found or about.collaboration or not sys.stdin.isatty():
        return None
    new = ""
    chosen = table.ask_choice(_("Go on with an evaluation of this year?"), {**found, new: _("No, start a new one")})
    return Path(chosen) if chosen else None


def _existing(path: Path, about: _About, factor_set: FactorSet, table: Table) -> AnswersStore:
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


def _today() -> date:
    return date.today()  # noqa: DTZ011 (the day on the wall of the room where the answers are given)


def _say(*lines: str) -> None:
    for line in lines:
        typer.echo(line, err=True)

"""What `werkzaam check` does: from the first question to the report."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from werkzaam.cli.earlier import LastYear
from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.given import Given
from werkzaam.cli.inputs import STDIN
from werkzaam.cli.nobody import Nobody
from werkzaam.cli.others import read_other
from werkzaam.cli.partners import read_partners
from werkzaam.cli.saying import say
from werkzaam.cli.shell import command_line
from werkzaam.cli.sitting import Sitting
from werkzaam.cli.table import Table, table_for
from werkzaam.cli.taking_up import About, default_path, introduce, offered_path, take_up
from werkzaam.cli.values import (
    as_argument,
    load_factor_set,
    options_again,
    parse_collaboration,
    parse_date,
    parse_perspective,
    today,
)
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questionnaire import Ending
from werkzaam.errors import EndOfInput, Interrupted, UserError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _
from werkzaam.terminal.interruption import Interruptions


@dataclass(frozen=True, slots=True)
class Call:
    """How the command was called, word for word."""

    file: str | None
    previous: str | None
    beside: Sequence[str]
    collaboration: str | None
    perspective: str | None
    day: str | None
    answers: Sequence[str]
    missing: Sequence[str]
    notes: Sequence[str]
    review: bool
    plain: bool
    no_input: bool
    factors: str | None
    lang: str | None

    def report(self, path: Path) -> str:
        """Return the whole command that shows the report on a file."""
        return command_line(["werkzaam", "report", as_argument(path), *options_again(self.factors, self.lang)])

    def again(self, path: Path | None, about: About) -> str:
        """Return the whole command that goes on where this call was: with what was asked, while there is no file."""
        words = ["werkzaam", "check", *([as_argument(path)] if path else [])]
        if path is None or not path.exists():
            given = {
                "--collaboration": about.collaboration,
                "--perspective": about.perspective,
                "--date": about.date and about.date.isoformat(),
            }
            words += [word for option, value in given.items() if value for word in (option, value)]
            for option, values in (("--answer", self.answers), ("--missing", self.missing), ("--note", self.notes)):
                words += [word for value in values for word in (option, value)]
        words += ["--previous", about.previous] if about.previous else []
        words += [word for file in self.beside for word in ("--beside", file)]
        words += ["--review"] * self.review + ["--plain"] * self.plain
        return command_line([*words, *options_again(self.factors, self.lang)])


def interview(call: Call) -> int:
    """Ask, save after every answer, and print the report; return the exit code."""
    factor_set = load_factor_set(call.factors, call.lang)
    if call.file == STDIN:  # answers can come from there, but not be saved there
        raise UserError(_("{file}: this is no file; name another one.").format(file=call.file))
    about = _about(call, factor_set)
    for remark in about.given.remarks():
        say(remark)
    if about.previous is not None:
        about.others.earlier = read_other(about.previous, factor_set, say).evaluation
    about.others.partners = read_partners(about.beside, factor_set, say)
    interruptions = Interruptions()
    store: AnswersStore | None = None
    path = Path(call.file) if call.file else None
    try:
        with interruptions.held():
            if call.no_input:
                nobody = Nobody()
                store = take_up(path or default_path(about), about, factor_set, nobody)
                ending = Sitting(factor_set, store, about.others).carry_over(nobody)
            else:
                table = table_for(interruptions, plain=call.plain)
                path = path or _offered(about, factor_set, table)
                store = take_up(path, about, factor_set, table)
                introduce(factor_set, store, table)
                ending = Sitting(factor_set, store, about.others).hold(table, review=call.review)
    except (Interrupted, EndOfInput) as stop:
        path = store.path if store else path
        say("", _how_it_stands(stop, store), call.again(path, about))
        return ExitCode.NO if isinstance(stop, EndOfInput) else ExitCode.INTERRUPTED
    if ending is Ending.STOPPED:
        say("", _("Saved. Go on with:"), call.again(store.path, about))
    else:
        air = [] if call.no_input else [""]
        say(*air)
        _print_report(factor_set, store.evaluation)
        saved = _("Saved in {file}. See this report again with:").format(file=store.path)
        say(*air, saved, call.report(store.path))
    return ExitCode.DONE if store.holds_all else ExitCode.UNUSABLE


def _offered(about: About, factor_set: FactorSet, table: Table) -> Path | None:
    """Return the file to work on where the call names none; last year's may come to lie beside it."""
    path = offered_path(about, factor_set, table)
    if about.others.earlier is not None or (path is not None and path.exists()):
        return path
    on, beside = LastYear(about.perspective, (about.date or today()).year, about.beside).choose(table)
    if beside is None:
        return on or path
    about.previous = str(beside)
    earlier = about.others.earlier = read_other(about.previous, factor_set, table.tell).evaluation
    about.collaboration = about.collaboration or earlier.collaboration
    about.perspective = about.perspective or earlier.perspective
    return path  # None: how it is called depends on what is still to be asked


def _about(call: Call, factor_set: FactorSet) -> About:
    """Return what the options say; UserError where one of them cannot be right."""
    if call.beside and call.no_input:
        raise UserError(_("--beside does nothing with --no-input, which asks no questions: leave one of them out."))
    return About(
        collaboration=parse_collaboration(call.collaboration) if call.collaboration is not None else None,
        perspective=parse_perspective(call.perspective, factor_set) if call.perspective is not None else None,
        date=parse_date(call.day) if call.day is not None else None,
        given=Given.parse(factor_set, call.answers, call.missing, call.notes),
        previous=call.previous,
        beside=call.beside,
    )


def _how_it_stands(stop: BaseException, store: AnswersStore | None) -> str:
    if store is None:
        return _("Nothing was to be saved yet. Start again with:")
    if isinstance(stop, EndOfInput):
        return _("The input ended before the last question; what it gave is saved. Go on with:")
    return _("Saved. Go on with:")


def _print_report(factor_set: FactorSet, evaluation: Evaluation) -> None:
    from werkzaam.cli.output import Output
    from werkzaam.domain.report import report
    from werkzaam.terminal.report_table import print_report

    found = report(factor_set, evaluation)
    Output(None).drawing(lambda console, signs: print_report(console, signs, found, today()))

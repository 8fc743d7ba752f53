"""What `werkzaam check` does: from the first question to the report."""

from pathlib import Path

from werkzaam.cli.arguments.values import load_factor_set, parse_collaboration, parse_date, parse_perspective, today
from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.interview.about import About
from werkzaam.cli.interview.askers import Nobody, Table, table_for
from werkzaam.cli.interview.call import Call
from werkzaam.cli.interview.given import Given
from werkzaam.cli.interview.last_year import LastYear
from werkzaam.cli.interview.others import read_other, read_partners
from werkzaam.cli.interview.sitting import Sitting
from werkzaam.cli.interview.taking_up import default_path, introduce, offered_path, take_up
from werkzaam.cli.streams.inputs import STDIN
from werkzaam.cli.streams.saying import say
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questionnaire import Ending
from werkzaam.errors import EndOfInput, Interrupted, UserError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _
from werkzaam.terminal.interruption import Interruptions


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
        _print_report(factor_set, store.evaluation, in_words=call.plain)
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


def _print_report(factor_set: FactorSet, evaluation: Evaluation, *, in_words: bool) -> None:
    from werkzaam.cli.streams.output import Output
    from werkzaam.domain.report import report
    from werkzaam.terminal.report_table import print_report

    found = report(factor_set, evaluation)
    Output(None).drawing(lambda console, signs: print_report(console, signs, found, today()), in_words=in_words)

"""The course of `werkzaam check`, from the first question to the report."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from werkzaam.cli.inputs import STDIN, read_answers
from werkzaam.cli.interview.askers import Interviewer, NoInput, interviewer_for
from werkzaam.cli.interview.call import Call, Details, GivenAnswers
from werkzaam.cli.interview.other_evaluations import read_partners
from werkzaam.cli.interview.session import Session, carry_over
from werkzaam.cli.interview.which_file import offered, open_or_create, path_without_asking
from werkzaam.cli.output import Output, say, say_command
from werkzaam.cli.shell import as_argument
from werkzaam.cli.values import load_factor_set, parse_collaboration, parse_date, parse_perspective, today
from werkzaam.domain.evaluation import is_joint
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.errors import EndOfInput, ExitCode, Interrupted, Stopped, UserError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _, ngettext
from werkzaam.system_errors import is_no_file
from werkzaam.terminal.interruption import Interruptions
from werkzaam.visible import visible
from werkzaam.wording.figures import local_date


def interview(call: Call) -> int:
    """Ask, save each answer, print the report; return the exit code. Raises UserError for a wrong call or file."""
    factor_set = load_factor_set(call.factors, call.lang)
    if call.file == STDIN:  # answers can come from there, but not be saved there
        raise UserError(is_no_file(call.file))
    details = _details(call, factor_set)
    interruptions = Interruptions()
    store: AnswersStore | None = None
    not_kept: list[str] = []
    path = Path(call.file) if call.file is not None else None  # an empty name is wrong, not the default
    try:
        with interruptions.held():
            if call.no_input:
                nobody = NoInput()
                store = open_or_create(path or path_without_asking(details, factor_set), details, factor_set, nobody)
                carry_over(store, details.others, nobody)
            else:
                interviewer = interviewer_for(interruptions, plain=call.plain)
                try:
                    path = path or offered(details, factor_set, interviewer)
                    store = open_or_create(path, details, factor_set, interviewer)
                    _introduce(factor_set, store, interviewer)
                    Session(factor_set, store, details.others, interviewer).run(review=call.review)
                finally:
                    with suppress(OSError):  # where the terminal is gone there is no screen to leave it on
                        interviewer.leave()
                    not_kept += interviewer.not_kept()
        _conclude(call, factor_set, store, not_kept)
    except (Interrupted, EndOfInput, Stopped) as stop:
        path = store.path if store else path
        if isinstance(stop.__cause__, UserError) and store and store.rescue is None:  # its lines hold the typed text
            say(*map(str, stop.__cause__.args))
        say_command(call.again(path, details, is_begun=store is not None), "", *not_kept, *_how_it_stands(stop, store))
        if not isinstance(stop, Stopped):
            return ExitCode.NO if isinstance(stop, EndOfInput) else ExitCode.INTERRUPTED
    except Exception as fault:
        say(*not_kept)  # above what went wrong, which is said last
        if store and not hasattr(fault, "__notes__"):  # else the store has added where they are
            fault.add_note(_("What you answered so far is in {file}.").format(file=store.path))
        raise
    return ExitCode.DONE if store is None or store.holds_all else ExitCode.UNUSABLE


def _details(call: Call, factor_set: FactorSet) -> Details:
    """Return the details that the options give, with remarks on stderr. Raises UserError if an option is invalid."""
    named_stdin = "--previous" if call.previous == STDIN else "--beside" if STDIN in call.beside else None
    if named_stdin and not call.no_input:
        message = _("{option} -: the answers to the questions come from stdin; name a file.")
        raise UserError(message.format(option=named_stdin))
    useless = "--beside" if call.beside else "--review" if call.review else None
    if useless and call.no_input:
        message = _("{option} does nothing with --no-input, which asks no questions: leave one of them out.")
        raise UserError(message.format(option=useless))
    details = Details(
        collaboration=parse_collaboration(call.collaboration),
        perspective=parse_perspective(call.perspective, factor_set),
        date=parse_date(call.day),
        given=GivenAnswers.parse(factor_set, call.answers, call.missing, call.notes),
        previous=call.previous,
        beside=call.beside,
    )
    say(*details.given.remarks())
    if call.previous is not None:
        details.others.previous = read_answers(call.previous, factor_set).evaluation
    details.others.partners = read_partners(call.beside, factor_set)
    return details


def _introduce(factor_set: FactorSet, store: AnswersStore, asker: Interviewer) -> None:
    """Show what the questions are about, how many are answered, and where the answers are saved."""
    evaluation = store.evaluation
    answered = sum(evaluation.answer(factor.id).option is not None for factor in factor_set.factors)
    total = len(factor_set.factors)
    lines = [visible(factor_set.title), f"{visible(evaluation.collaboration)}, {local_date(evaluation.date)}"]
    if not answered and factor_set.introduction:
        lines += ["", visible(factor_set.introduction)]
    if answered:
        message = ngettext(
            "{count} of {total} questions is answered.", "{count} of {total} questions are answered.", answered
        )
        lines.append(message.format(count=answered, total=total))
    lines.append(_("Every answer is saved at once in {file}.").format(file=store.path))
    if not asker.reads_aloud:
        lines.append(_("With a screen reader: stop with q, and start again with --plain."))
    asker.tell("\n".join(["", *lines]))
    asker.leave()  # above all questions, also those that were asked before


def _how_it_stands(stop: BaseException, store: AnswersStore | None) -> list[str]:
    if store is None:
        return [_("There was nothing to save yet. Start again with:")]
    if not store.holds_all:
        return [_what_is_elsewhere(store), _("Go on with:")]
    if isinstance(stop, EndOfInput):
        return [_("The input ended before the last question; what it gave is saved. Go on with:")]
    return [_("Saved. Go on with:")]


def _conclude(call: Call, factor_set: FactorSet, store: AnswersStore, not_kept: Sequence[str]) -> None:
    """Print the report, where everything is saved, and how to see it again."""
    from werkzaam.documents.report import report_document

    air = [] if call.no_input else [""]
    say(*air)
    document = report_document(report(factor_set, store.evaluation), today())
    Output(None).document(document, in_words=call.plain)
    if store.holds_all:
        where = [_("Saved in {file}. See this report again with:").format(file=store.path)]
    else:
        where = [_what_is_elsewhere(store), _("See this report again with:")]
    say_command(call.another("report", as_argument(store.place)), *air, *not_kept, *where)
    if not call.no_input and sys.stdin.isatty() and not is_joint(factor_set, store.evaluation):
        _say_next_step(call, factor_set, store.path)


def _say_next_step(call: Call, factor_set: FactorSet, path: Path) -> None:
    """Print the commands with which partners compare their own evaluations and then make a joint one."""
    say_command(
        call.another("compare", as_argument(path)),
        "",
        _("This is how one partner sees it. Lay it beside what the others say; put their files behind this command:"),
    )
    joint = next((perspective for perspective in factor_set.perspectives if perspective.joint), None)
    if joint is not None:
        say_command(
            call.another("check", "--perspective", joint.id, "--beside", str(path)),
            _("Then agree on joint answers, and on what you will do; add --beside for each of their files:"),
        )


def _what_is_elsewhere(store: AnswersStore) -> str:
    """Return a message on where the answers are that could not be saved in the file."""
    if store.rescue is None:
        return _("Not everything is in {file}: copy what stands above.").format(file=store.path)
    if not store.path.exists():
        message = _("{file} is gone; all of it is in {rescue}: give that file the name of the other.")
        return message.format(file=store.path, rescue=store.rescue)
    return _("What is not in {file} is in {rescue}.").format(file=store.path, rescue=store.rescue)

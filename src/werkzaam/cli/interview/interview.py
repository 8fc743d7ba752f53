"""What `werkzaam check` does: from the first question to the report."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.inputs import STDIN
from werkzaam.cli.interview.askers import DetailsAsker, Interviewer, NoInput, interviewer_for
from werkzaam.cli.interview.call import Call, Details
from werkzaam.cli.interview.given_answers import GivenAnswers
from werkzaam.cli.interview.other_evaluations import OtherEvaluations, read_other, read_partners
from werkzaam.cli.interview.which_file import (
    PreviousFiles,
    default_path,
    introduce,
    open_or_create,
    path_to_go_on_with,
)
from werkzaam.cli.output import Output, say
from werkzaam.cli.values import load_factor_set, parse_collaboration, parse_date, parse_perspective, today
from werkzaam.domain.actions import ask_actions, carried_over, follow_up, points
from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.domain.questionnaire import Ending, Questionnaire
from werkzaam.domain.report import report
from werkzaam.errors import EndOfInput, Interrupted, UserError
from werkzaam.files.conflicts import ConflictError
from werkzaam.files.store import AnswersStore
from werkzaam.language import _
from werkzaam.terminal.interruption import Interruptions


def interview(call: Call) -> int:
    """Ask, save after every answer, and print the report; return the exit code."""
    factor_set = load_factor_set(call.factors, call.lang)
    if call.file == STDIN:  # answers can come from there, but not be saved there
        raise UserError(_("{file}: this is no file; name another one.").format(file=call.file))
    details = _details(call, factor_set)
    for remark in details.given.remarks():
        say(remark)
    if details.previous is not None:
        details.others.previous = read_other(details.previous, factor_set, say).evaluation
    details.others.partners = read_partners(details.beside, factor_set, say)
    interruptions = Interruptions()
    store: AnswersStore | None = None
    path = Path(call.file) if call.file else None
    try:
        with interruptions.held():
            if call.no_input:
                nobody = NoInput()
                store = open_or_create(path or default_path(details), details, factor_set, nobody)
                ending = Session(factor_set, store, details.others).carry_over(nobody)
            else:
                interviewer = interviewer_for(interruptions, plain=call.plain)
                path = path or _offered(details, factor_set, interviewer)
                store = open_or_create(path, details, factor_set, interviewer)
                introduce(factor_set, store, interviewer)
                ending = Session(factor_set, store, details.others).run(interviewer, review=call.review)
        _conclude(ending, call, details, factor_set, store)
    except (Interrupted, EndOfInput) as stop:
        path = store.path if store else path
        say("", *_how_it_stands(stop, store), call.again(path, details))
        return ExitCode.NO if isinstance(stop, EndOfInput) else ExitCode.INTERRUPTED
    except Exception as fault:
        if store:
            fault.add_note(_("What you answered so far is in {file}.").format(file=store.path))
        raise
    return ExitCode.DONE if store.holds_all else ExitCode.UNUSABLE


class Session:
    """Works on one answers file, with other evaluations at hand if there are any."""

    def __init__(self, factor_set: FactorSet, store: AnswersStore, others: OtherEvaluations) -> None:
        self._factor_set = factor_set
        self._store = store
        self._others = others

    def run(self, interviewer: Interviewer, *, review: bool) -> Ending:
        """Ask everything there is to ask; every answer and every action is kept at once."""
        self._stop_without_terminal()
        ending = self._follow_up(interviewer)
        if ending is Ending.FINISHED:
            asides = self._others.asides(self._factor_set)
            answers, record = self._store.evaluation.answers, partial(self._record, interviewer)
            ending = Questionnaire(self._factor_set, answers, interviewer, record, asides=asides, review=review).run()
        if ending is Ending.FINISHED and sys.stdin.isatty():
            add_action = partial(self._add_action, interviewer)
            ask_actions(points(report(self._factor_set, self._store.evaluation)), interviewer, add_action)
        return ending

    def carry_over(self, asker: DetailsAsker) -> Ending:
        """Keep the actions that are still open, where nobody can be asked what became of them."""
        self._tell_of_other(asker)
        for action in self._open_actions():
            self._store.add_action(action)
        return Ending.FINISHED

    def _follow_up(self, interviewer: Interviewer) -> Ending:
        if sys.stdin.isatty():
            self._tell_of_other(interviewer)
            return follow_up(self._open_actions(), interviewer, partial(self._add_action, interviewer))
        return self.carry_over(interviewer)

    def _open_actions(self) -> list[Action]:
        previous = self._others.previous
        return carried_over(previous.actions if previous else (), self._store.evaluation.actions)

    def _tell_of_other(self, asker: DetailsAsker) -> None:
        for remark in self._others.remarks(self._store.evaluation.collaboration):
            asker.tell(remark)

    def _record(self, asker: DetailsAsker, factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        with _going_on(asker):
            self._store.save({factor.id: answer})
        self._stop_without_terminal()
        return self._store.evaluation.answers

    def _add_action(self, asker: DetailsAsker, action: Action) -> None:
        with _going_on(asker):
            self._store.add_action(action)

    def _stop_without_terminal(self) -> None:
        if not self._store.holds_all and not sys.stdin.isatty():
            raise UserError(_("Stopped here: nobody is at a terminal to choose between the two answers."))


@contextmanager
def _going_on(asker: DetailsAsker) -> Iterator[None]:
    """Let whoever sits at a terminal go on while the file is in conflict: they are told each time, and lose nothing."""
    try:
        yield
    except ConflictError as conflict:
        if not sys.stdin.isatty():
            raise
        asker.tell(str(conflict))


def _offered(details: Details, factor_set: FactorSet, interviewer: Interviewer) -> Path | None:
    """Return the file to work on where the call names none; last year's may come to lie beside it."""
    path = path_to_go_on_with(details, factor_set, interviewer)
    if details.others.previous is not None or (path is not None and path.exists()):
        return path
    files = PreviousFiles(details.perspective, (details.date or today()).year, details.beside)
    go_on, beside = files.choose(interviewer)
    if beside is None:
        return go_on or path
    details.previous = str(beside)
    previous = details.others.previous = read_other(details.previous, factor_set, interviewer.tell).evaluation
    details.collaboration = details.collaboration or previous.collaboration
    details.perspective = details.perspective or previous.perspective
    return path  # None: how it is called depends on what is still to be asked


def _details(call: Call, factor_set: FactorSet) -> Details:
    """Return what the options say; UserError where one of them cannot be right."""
    if call.beside and call.no_input:
        raise UserError(_("--beside does nothing with --no-input, which asks no questions: leave one of them out."))
    return Details(
        collaboration=parse_collaboration(call.collaboration) if call.collaboration is not None else None,
        perspective=parse_perspective(call.perspective, factor_set) if call.perspective is not None else None,
        date=parse_date(call.day) if call.day is not None else None,
        given=GivenAnswers.parse(factor_set, call.answers, call.missing, call.notes),
        previous=call.previous,
        beside=call.beside,
    )


def _how_it_stands(stop: BaseException | None, store: AnswersStore | None) -> list[str]:
    if store is None:
        return [_("Nothing was to be saved yet. Start again with:")]
    if not store.holds_all:
        return [_what_is_elsewhere(store), _("Go on with:")]
    if isinstance(stop, EndOfInput):
        return [_("The input ended before the last question; what it gave is saved. Go on with:")]
    return [_("Saved. Go on with:")]


def _conclude(ending: Ending, call: Call, details: Details, factor_set: FactorSet, store: AnswersStore) -> None:
    """Say where everything is, and how to go on; show the report of what was answered to the end."""
    if ending is Ending.STOPPED:
        say("", *_how_it_stands(None, store), call.again(store.path, details))
        return
    air = [] if call.no_input else [""]
    say(*air)
    _print_report(factor_set, store.evaluation, in_words=call.plain)
    if store.holds_all:
        where = [_("Saved in {file}. See this report again with:").format(file=store.path)]
    else:
        where = [_what_is_elsewhere(store), _("See this report again with:")]
    say(*air, *where, call.report(store.place))


def _what_is_elsewhere(store: AnswersStore) -> str:
    """Say where that is which could not go into the file."""
    if store.rescue is None:
        return _("Not everything is in {file}: copy what stands above.").format(file=store.path)
    return _("What is not in {file} is in {rescue}.").format(file=store.path, rescue=store.rescue)


def _print_report(factor_set: FactorSet, evaluation: Evaluation, *, in_words: bool) -> None:
    from werkzaam.documents.report import report_document

    document = report_document(report(factor_set, evaluation), today())
    Output(None).document("table", document, in_words=in_words)

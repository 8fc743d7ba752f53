"""A report in the terminal: scores per category, then what is missing, wished for, unknown and agreed."""

from collections.abc import Iterable, Sequence
from datetime import date

from rich.console import Console, Group, RenderableType
from rich.text import Text

from werkzaam.domain.report import Report, Shortfall, by_category
from werkzaam.domain.score import FactorResult
from werkzaam.language import _
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import Hanging, bulleted, ruled
from werkzaam.terminal.score_table import print_scores
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.agreements import action_text
from werkzaam.wording.factors import answer_name, factor_text
from werkzaam.wording.figures import local_date


def print_report(console: Console, signs: Signs, report: Report, today: date) -> None:
    """Print a report; `today` decides which actions are overdue."""
    _Printer(console, signs, report, today).print()


class _Printer:
    def __init__(self, console: Console, signs: Signs, report: Report, today: date) -> None:
        self._console = console
        self._signs = signs
        self._report = report
        self._set = report.factor_set
        self._today = today

    def print(self) -> None:
        self._head()
        print_scores(self._console, self._signs, self._set, self._report.result)
        self._shortfalls(_("What is missing"), self._report.missing, _("Nothing is known to be missing."))
        if self._report.wishes:
            self._shortfalls(_("Wishes: they lower no score"), self._report.wishes)
        self._factors(_("What nobody knows yet"), self._report.unknown)
        self._factors(_("Still open"), self._report.open)
        self._factors(_("Also noted"), self._report.noted, with_answer=True)
        self._actions()

    def _head(self) -> None:
        evaluation = self._report.evaluation
        about = [local_date(evaluation.date)]
        if evaluation.perspective is not None:
            about.append(visible(self._set.perspective_name(evaluation.perspective)))
        self._print(Text(visible(evaluation.collaboration), style="bold"))
        self._print(Text(self._signs.between.join([*about, visible(self._set.title)])))
        if evaluation.note:
            self._print(Text(visible_lines(evaluation.note)))
        self._print()

    def _shortfalls(self, title: str, found: Sequence[Shortfall], otherwise: str = "") -> None:
        self._title(title)
        for category, shortfalls in by_category(found):
            self._print(Text(visible(category.name), style="bold"))
            for shortfall in shortfalls:
                self._print(self._shortfall(shortfall))
        if not found:
            self._print(Text(otherwise))

    def _shortfall(self, shortfall: Shortfall) -> RenderableType:
        answer = shortfall.factor.option(shortfall.answer.option or "")
        text = f"{visible(shortfall.factor.text)} [{visible(answer.name)}]"
        parts: list[RenderableType] = [Hanging(text, indent=2)]
        if shortfall.conditions:
            conditions = (visible(condition.text) for condition in shortfall.conditions)
            parts.append(bulleted(conditions, self._signs.lacking, indent=4))
        elif answer.is_partial and shortfall.factor.conditions:
            parts.append(Hanging(_("Which conditions are missing was not said."), indent=4))
        return Group(*parts, *_note(shortfall.answer.note, indent=4))

    def _factors(self, title: str, found: Iterable[FactorResult], *, with_answer: bool = False) -> None:
        results = list(found)
        if not results:
            return
        self._title(title)
        for result in results:
            answer = f" [{answer_name(result.factor, result.answer)}]" if with_answer else ""
            self._print(bulleted([factor_text(result.factor) + answer], self._signs.bullet, indent=0))
            for note in _note(result.answer.note, indent=2):
                self._print(note)

    def _actions(self) -> None:
        actions = self._report.evaluation.actions
        if not actions:
            return
        self._title(_("Agreed"))
        self._print(bulleted((action_text(action, self._today) for action in actions), self._signs.bullet, indent=0))

    def _title(self, title: str) -> None:
        self._print()
        self._print(ruled(Text(title, style="bold"), self._signs))

    def _print(self, content: RenderableType = "") -> None:
        self._console.print(content)


def _note(note: str | None, indent: int) -> list[RenderableType]:
    text = _("Note: {note}").format(note=visible_lines(note or ""))
    return [Hanging(text, indent=indent, style="italic")] if note else []

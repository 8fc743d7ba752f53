"""A report in the terminal: scores per category, then what is missing, wished for, unknown and agreed."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.text import Text

from werkzaam.domain.report import Report, Shortfall, by_category
from werkzaam.domain.score import FactorResult, Tally
from werkzaam.language import _
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import Hanging, bulleted, ruled
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.agreements import action_text
from werkzaam.wording.factors import bracket_note, counts, factor_text
from werkzaam.wording.figures import coverage, half_up, in_place, local_date, percentage, score_text

_GAP = "  "
"""What stands between two columns."""
_BAR = 10
"""How many characters a full bar has."""
COLOURS = {
    "green": "color(28)",
    "yellow": "color(136)",
    "red": "color(196)",
    "blue": "color(33)",
    "magenta": "color(164)",
    "cyan": "color(30)",
}
"""Of bars, by the colour of a band: those that stand out on light and on dark, whatever palette a terminal has."""


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
        self._scores()
        self._shortfalls(_("What is missing"), self._report.missing, _("Nothing is known to be missing."))
        if self._report.wishes:
            self._shortfalls(_("Wishes: they lower no score"), self._report.wishes)
        self._factors(_("What nobody knows yet"), self._report.unknown)
        self._factors(_("Still open"), self._report.open)
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

    def _scores(self) -> None:
        result = self._report.result
        rows = [(visible(item.category.name), item.tally) for item in result.categories]
        rows.append((_("All factors together"), result.total))
        columns = (
            max(cell_len(text) for text in (_("Category"), *(name for name, _tally in rows))),
            _BAR + len(" 100 %"),
            max(len(_bracketed(tally)) for _name, tally in rows),
            cell_len(_("Conditions in place")),
        )
        has_room = sum(columns) + len(_GAP) * (len(columns) - 1) <= self._console.width
        if has_room and not self._signs.in_words:
            self._score_table(rows, columns)
        else:
            self._score_list(rows)
        self._print()
        self._print(Text(bracket_note(self._set)))

    def _score_table(self, rows: list[tuple[str, Tally]], columns: Sequence[int]) -> None:
        heads = [Text(head, style="bold") for head in (_("Category"), _("Score"), "", _("Conditions in place"))]
        self._print(_line(heads, columns))
        for number, (name, tally) in enumerate(rows, 1):
            if number > 1:
                self._print()
            name_style = "bold" if number == len(rows) else ""
            cells = [Text(name, style=name_style), self._score(tally), Text(_bracketed(tally)), Text(in_place(tally))]
            self._print(_line(cells, columns))
            self._print(Text(counts(self._set, tally)))

    def _score_list(self, rows: list[tuple[str, Tally]]) -> None:
        for number, (name, tally) in enumerate(rows, 1):
            if number > 1:
                self._print()
            self._print(Text(name, style="bold"))
            self._print(self._score_line(tally))
            self._print(Text(counts(self._set, tally)))
            if tally.conditions.total:
                self._print(Text(_("Conditions in place: {count}").format(count=in_place(tally))))

    def _score_line(self, tally: Tally) -> Text:
        if not self._signs.in_words:
            return Text.assemble(self._score(tally), "  ", _bracketed(tally))
        score = score_text(tally, self._signs.dash)
        return Text(score if tally.score is None else _("Score: {score}").format(score=score))

    def _score(self, tally: Tally) -> Text:
        percents = percentage(tally.score, self._signs.dash).rjust(len("100 %"))
        return Text.assemble(self._bar(tally.score), " ", (percents, "bold"))

    def _bar(self, score: Fraction | None) -> Text:
        if score is None:
            return Text(self._signs.empty * _BAR)
        band = self._set.band(score)
        full = half_up(score * _BAR)
        colour = COLOURS[band.colour] if band else ""
        return Text.assemble((self._signs.full * full, colour), self._signs.empty * (_BAR - full))

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

    def _factors(self, title: str, found: Iterable[FactorResult]) -> None:
        results = list(found)
        if not results:
            return
        self._title(title)
        for result in results:
            self._print(bulleted([factor_text(result.factor)], self._signs.bullet, indent=0))
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


def _line(cells: Sequence[Text], columns: Sequence[int]) -> Text:
    """Return cells side by side, each filled up to the width of its column."""
    for cell, width in zip(cells, columns, strict=True):
        cell.pad_right(width - cell.cell_len)
    return Text(_GAP).join(cells)


def _note(note: str | None, indent: int) -> list[RenderableType]:
    text = _("Note: {note}").format(note=visible_lines(note or ""))
    return [Hanging(text, indent=indent, style="italic")] if note else []


def _bracketed(tally: Tally) -> str:
    return f"({coverage(tally)})"

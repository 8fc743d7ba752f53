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
from werkzaam.terminal.layout import GAP, Hanging, Printer, bulleted, fits
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.actions import action_text
from werkzaam.wording.factors import answer_name, bracket_note, counts, factor_text
from werkzaam.wording.figures import coverage, half_up, in_place, in_place_or_unknown, local_date, percentage

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
    _ReportPrinter(console, signs, report, today).print()


class _ReportPrinter(Printer):
    def __init__(self, console: Console, signs: Signs, report: Report, today: date) -> None:
        super().__init__(console, signs)
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
        self._factors(_("Also noted"), self._report.noted, with_answer=True)
        actions = self._report.evaluation.actions
        if actions:
            self._title(_("Agreed"))
            self._list(action_text(action, self._today) for action in actions)

    def _head(self) -> None:
        evaluation = self._report.evaluation
        about = [local_date(evaluation.date)]
        if evaluation.perspective is not None:
            about.append(visible(self._set.perspective_name(evaluation.perspective)))
        self._bold(visible(evaluation.collaboration))
        self._print(Text(self._signs.between.join([*about, visible(self._set.title)])))
        if evaluation.note:
            self._print(Text(visible_lines(evaluation.note)))
        self._print()

    def _scores(self) -> None:
        """Print the score of every category and of all factors together: a table where there is room, else a list."""
        result = self._report.result
        rows = [(visible(item.category.name), item.tally) for item in result.categories]
        rows.append((_("All factors together"), result.total))
        widths = (
            max(cell_len(text) for text in (_("Category"), *(name for name, _tally in rows))),
            _BAR + len(" 100 %"),
            max(len(_bracketed(tally)) for _name, tally in rows),
            cell_len(_("Conditions in place")),
        )
        if fits(widths, self._console) and not self._signs.in_words:
            self._score_table(rows, widths)
        else:
            self._score_list(rows)
        self._print()
        self._print(Text(bracket_note(self._set)))

    def _score_table(self, rows: list[tuple[str, Tally]], widths: Sequence[int]) -> None:
        heads = [Text(head, style="bold") for head in (_("Category"), _("Score"), "", _("Conditions in place"))]
        self._print(_line(heads, widths))
        for number, (name, tally) in enumerate(rows, 1):
            if number > 1:
                self._print()
            name_style = "bold" if number == len(rows) else ""
            cells = [Text(name, style=name_style), self._score(tally), Text(_bracketed(tally)), Text(in_place(tally))]
            self._print(_line(cells, widths))
            unknown = tally.conditions.unknown  # the column of conditions has no room for it
            remarks = [_("conditions unknown: {count}").format(count=unknown)] if unknown else []
            self._print(Text(", ".join([counts(self._set, tally), *remarks])))

    def _score_list(self, rows: list[tuple[str, Tally]]) -> None:
        for number, (name, tally) in enumerate(rows, 1):
            if number > 1:
                self._print()
            self._bold(name)
            self._print(self._score_line(tally))
            self._print(Text(counts(self._set, tally)))
            if tally.conditions.total:
                self._print(Text(_("Conditions in place: {count}").format(count=in_place_or_unknown(tally))))

    def _score_line(self, tally: Tally) -> Text:
        if not self._signs.in_words:
            return Text.assemble(self._score(tally), GAP, _bracketed(tally))
        score = f"{percentage(tally.score, self._signs.dash)}{GAP}{_bracketed(tally)}"
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

    def _shortfalls(self, title: str, shortfalls: Sequence[Shortfall], otherwise: str = "") -> None:
        self._title(title)
        for category, in_category in by_category(shortfalls):
            self._bold(visible(category.name))
            for shortfall in in_category:
                self._print(self._shortfall(shortfall))
        if not shortfalls:
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

    def _factors(self, title: str, results: Iterable[FactorResult], *, with_answer: bool = False) -> None:
        for number, result in enumerate(results):
            if not number:
                self._title(title)
            answer = f" [{answer_name(result.factor, result.answer)}]" if with_answer else ""
            self._list([factor_text(result.factor) + answer])
            for note in _note(result.answer.note, indent=2):
                self._print(note)


def _line(cells: Sequence[Text], widths: Sequence[int]) -> Text:
    """Return cells side by side, each filled up to the width of its column."""
    for cell, width in zip(cells, widths, strict=True):
        cell.pad_right(width - cell.cell_len)
    return Text(GAP).join(cells)


def _bracketed(tally: Tally) -> str:
    return f"({coverage(tally)})"


def _note(note: str | None, indent: int) -> list[RenderableType]:
    text = _("Note: {note}").format(note=visible_lines(note or ""))
    return [Hanging(text, indent=indent, style="italic")] if note else []

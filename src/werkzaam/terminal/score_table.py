"""The scores of an evaluation in the terminal: a table where there is room, else a list."""

from collections.abc import Sequence
from fractions import Fraction

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import Result, Tally
from werkzaam.language import _
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import GAP, fits
from werkzaam.visible import visible
from werkzaam.wording.factors import bracket_note, counts
from werkzaam.wording.figures import coverage, half_up, in_place, in_place_or_unknown, percentage

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


def print_scores(console: Console, signs: Signs, factor_set: FactorSet, result: Result) -> None:
    """Print the score of every category and of all factors together, with what is behind each."""
    _Printer(console, signs, factor_set, result).print()


class _Printer:
    def __init__(self, console: Console, signs: Signs, factor_set: FactorSet, result: Result) -> None:
        self._console = console
        self._signs = signs
        self._set = factor_set
        self._result = result

    def print(self) -> None:
        result = self._result
        rows = [(visible(item.category.name), item.tally) for item in result.categories]
        rows.append((_("All factors together"), result.total))
        columns = (
            max(cell_len(text) for text in (_("Category"), *(name for name, _tally in rows))),
            _BAR + len(" 100 %"),
            max(len(_bracketed(tally)) for _name, tally in rows),
            cell_len(_("Conditions in place")),
        )
        if fits(columns, self._console) and not self._signs.in_words:
            self._score_table(rows, columns)
        else:
            self._score_list(rows)
        self._console.print()
        self._console.print(Text(bracket_note(self._set)))

    def _score_table(self, rows: list[tuple[str, Tally]], columns: Sequence[int]) -> None:
        heads = [Text(head, style="bold") for head in (_("Category"), _("Score"), "", _("Conditions in place"))]
        self._console.print(_line(heads, columns))
        for number, (name, tally) in enumerate(rows, 1):
            if number > 1:
                self._console.print()
            name_style = "bold" if number == len(rows) else ""
            cells = [Text(name, style=name_style), self._score(tally), Text(_bracketed(tally)), Text(in_place(tally))]
            self._console.print(_line(cells, columns))
            self._console.print(Text(", ".join([counts(self._set, tally), *self._unknown(tally)])))

    @staticmethod
    def _unknown(tally: Tally) -> list[str]:
        """Return what the column of conditions has no room for."""
        count = tally.conditions.unknown
        return [_("conditions unknown: {count}").format(count=count)] if count else []

    def _score_list(self, rows: list[tuple[str, Tally]]) -> None:
        for number, (name, tally) in enumerate(rows, 1):
            if number > 1:
                self._console.print()
            self._console.print(Text(name, style="bold"))
            self._console.print(self._score_line(tally))
            self._console.print(Text(counts(self._set, tally)))
            if tally.conditions.total:
                self._console.print(Text(_("Conditions in place: {count}").format(count=in_place_or_unknown(tally))))

    def _score_line(self, tally: Tally) -> Text:
        if not self._signs.in_words:
            return Text.assemble(self._score(tally), "  ", _bracketed(tally))
        score = f"{percentage(tally.score, self._signs.dash)}  {_bracketed(tally)}"
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


def _line(cells: Sequence[Text], columns: Sequence[int]) -> Text:
    """Return cells side by side, each filled up to the width of its column."""
    for cell, width in zip(cells, columns, strict=True):
        cell.pad_right(width - cell.cell_len)
    return Text(GAP).join(cells)


def _bracketed(tally: Tally) -> str:
    return f"({coverage(tally)})"

"""Evaluations side by side, in the terminal: below each other, so that any number of them fits any width."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from werkzaam.domain.comparison import Axis, Comparison, FactorRow, changes
from werkzaam.domain.score import Tally
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import GAP, Hanging, Printer
from werkzaam.wording.comparisons import answers_text, by_answer, category_name, has_one_answer, heading, sections
from werkzaam.wording.differences import change_text, change_words, not_compared
from werkzaam.wording.factors import bracket_note, factor_text
from werkzaam.wording.figures import score_text


def print_comparison(console: Console, signs: Signs, comparison: Comparison) -> None:
    """Print a comparison; through the years with what rose and what fell."""
    _ComparisonPrinter(console, signs, comparison).print()


class _ComparisonPrinter(Printer):
    def __init__(self, console: Console, signs: Signs, comparison: Comparison) -> None:
        super().__init__(console, signs)
        self._comparison = comparison
        self._through_time = comparison.axis is Axis.DATE

    def print(self) -> None:
        comparison = self._comparison
        self._bold(heading(comparison))
        self._print(Text(", ".join(column.label for column in comparison.columns)))
        for category in comparison.categories:
            self._scores(category_name(category), comparison.tallies(category))
        self._print()
        self._print(Text(bracket_note(comparison.factor_set)))
        for title, rows in sections(comparison):
            self._title(title)
            if has_one_answer(rows[0]):
                self._same(rows)
            else:
                self._answers(rows)
        for line in not_compared(comparison.retired, comparison.added):
            self._print()
            self._print(Text(line))

    def _answers(self, rows: Iterable[FactorRow]) -> None:
        for row in rows:
            self._print(Hanging(factor_text(row.factor), indent=0))
            self._print(Hanging(answers_text(self._comparison, row), indent=2))

    def _same(self, rows: Sequence[FactorRow]) -> None:
        """Print what all agree on: the answer once, and the names of its factors."""
        for answer, alike in by_answer(self._comparison, rows):
            self._print(Hanging(answer, indent=0))
            self._list((factor_text(row.factor) for row in alike), indent=2)

    def _scores(self, name: str, tallies: Sequence[Tally]) -> None:
        """Print the scores of one category, one evaluation to a line."""
        drawn = self._through_time and not self._signs.in_words
        line = sparkline([tally.score for tally in tallies], self._signs) if drawn else ""
        self._print()
        self._print(Text.assemble((name, "bold"), GAP if line else "", line))
        widths = [max(map(cell_len, cells)) for cells in zip(*self._rows(tallies), strict=True)]
        for cells in self._rows(tallies):
            if self._signs.in_words:
                label, *figures = cells
                self._print(Hanging(f"{label}: {', '.join(filter(None, figures))}", indent=2))
                continue
            filled = [cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)]
            self._print(Hanging(GAP.join(filled).rstrip(), indent=2))

    def _rows(self, tallies: Sequence[Tally]) -> Iterator[list[str]]:
        in_figures = change_words if self._signs.in_words else change_text
        for column, tally, change in zip(self._comparison.columns, tallies, changes(tallies), strict=True):
            risen = in_figures(change) if self._through_time else ""
            yield [column.label, score_text(tally, self._signs.dash), risen]


def sparkline(scores: Sequence[Fraction | None], signs: Signs) -> str:
    """Return scores (0 to 1) as a row of small columns; a dash where there is none. Figures stand beside it."""
    steps = signs.steps
    return "".join(
        signs.dash if score is None else steps[min(int(score * len(steps)), len(steps) - 1)] for score in scores
    )

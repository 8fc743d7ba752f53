"""What changed between two evaluations, in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.text import Text

from werkzaam.domain.difference import Difference, FactorDifference, ScoreDifference
from werkzaam.language import _
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import GAP, Hanging, Printer
from werkzaam.visible import visible, visible_lines
from werkzaam.wording import differences as words
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.factors import factor_text
from werkzaam.wording.figures import score_text


def print_difference(console: Console, signs: Signs, difference: Difference) -> None:
    """Print a difference."""
    _DifferencePrinter(console, signs).print(difference)


class _DifferencePrinter(Printer):
    def print(self, difference: Difference) -> None:
        for name in words.collaborations(difference):
            self._bold(name)
        names = [words.evaluation_name(item, difference.factor_set) for item in (difference.old, difference.new)]
        self._print(Text(_("From {old} to {new}").format(old=names[0], new=names[1])))
        self._print()
        self._scores([*difference.categories, difference.total])
        self._factors(difference.factors)
        if difference.actions:
            self._title(_("What became of what was agreed"))
            self._list(words.fate_text(action, words.later_day(difference)) for action in difference.actions)
        for line in words.not_compared(difference.retired, difference.added):
            self._print()
            self._print(Text(line))

    def _scores(self, scores: Sequence[ScoreDifference]) -> None:
        heads = [_("Category"), _("Was"), _("Is"), _("Change")]
        rows = [[category_name(score.category), *self._cells(score)] for score in scores]
        if self._figures(heads, rows):
            return
        for name, *cells in rows:
            self._bold(name)
            for line in self._below(heads[1:], cells):
                self._print(Hanging(line, indent=2))

    def _below(self, heads: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
        """Return figures as they stand below a name; where they are heard each says what it is."""
        if not self._signs.in_words:
            yield GAP.join(filter(None, cells))
            return
        yield from (f"{head}: {cell}" for head, cell in zip(heads, cells, strict=True) if cell)

    def _cells(self, score: ScoreDifference) -> list[str]:
        dash = self._signs.dash
        change = words.change_words if self._signs.in_words else words.change_text
        return [score_text(score.old, dash), score_text(score.new, dash), change(score.change)]

    def _factors(self, factors: Sequence[FactorDifference]) -> None:
        self._title(_("What is answered otherwise"))
        if not factors:
            self._print(Text(_("Nothing.")))
        category = None
        for difference in factors:
            if difference.category is not category:
                category = difference.category
                self._bold(visible(category.name))
            for part in _factor(difference):
                self._print(part)


def _factor(difference: FactorDifference) -> Iterator[RenderableType]:
    yield Hanging(factor_text(difference.factor), indent=2)
    for line in words.factor_changes(difference):
        yield Hanging(line, indent=4)
    for note in words.note_changes(difference):
        yield Hanging(visible_lines(note), indent=4, style="italic")

"""What changed between two evaluations, in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.text import Text

from werkzaam.domain.difference import Difference, FactorDifference, ScoreDifference
from werkzaam.language import _
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import GAP, Hanging, bulleted, figures_line, fits, ruled, widths_of
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.differences import (
    answer_change,
    change_text,
    change_words,
    collaborations,
    conditions_text,
    evaluation_name,
    fate_text,
    later_day,
    not_compared,
)
from werkzaam.wording.factors import factor_text
from werkzaam.wording.figures import score_text


def print_difference(console: Console, signs: Signs, found: Difference) -> None:
    """Print a difference."""
    _Printer(console, signs, found).print()


class _Printer:
    def __init__(self, console: Console, signs: Signs, found: Difference) -> None:
        self._console = console
        self._signs = signs
        self._found = found

    def print(self) -> None:
        self._head()
        self._scores()
        self._factors()
        self._actions()
        for line in not_compared(self._found.retired, self._found.added):
            self._print()
            self._print(Text(line))

    def _head(self) -> None:
        found = self._found
        for name in collaborations(found):
            self._print(Text(name, style="bold"))
        names = [evaluation_name(item, found.factor_set) for item in (found.old, found.new)]
        self._print(Text(_("From {old} to {new}").format(old=names[0], new=names[1])))
        self._print()

    def _scores(self) -> None:
        scores = [*self._found.categories, self._found.total]
        heads = [_("Category"), _("Was"), _("Is"), _("Change")]
        rows = [[category_name(score.category), *self._cells(score)] for score in scores]
        widths = widths_of([heads, *rows])
        if self._signs.in_words or not fits(widths, self._console):
            for name, *cells in rows:
                self._print(Text(name, style="bold"))
                for line in self._below(heads[1:], cells):
                    self._print(Hanging(line, indent=2))
            return
        self._print(figures_line([Text(head, style="bold") for head in heads], widths))
        for row in rows:
            self._print(figures_line([Text(cell) for cell in row], widths))

    def _below(self, heads: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
        """Return figures as they stand below a name; where they are heard each says what it is."""
        if not self._signs.in_words:
            yield GAP.join(filter(None, cells))
            return
        yield from (f"{head}: {cell}" for head, cell in zip(heads, cells, strict=True) if cell)

    def _cells(self, score: ScoreDifference) -> list[str]:
        dash = self._signs.dash
        change = change_words if self._signs.in_words else change_text
        return [score_text(score.old, dash), score_text(score.new, dash), change(score.change)]

    def _factors(self) -> None:
        self._title(_("What is answered otherwise"))
        if not self._found.factors:
            self._print(Text(_("Nothing.")))
        category = None
        for found in self._found.factors:
            if found.category is not category:
                category = found.category
                self._print(Text(visible(category.name), style="bold"))
            for part in self._factor(found):
                self._print(part)

    def _factor(self, found: FactorDifference) -> Iterator[RenderableType]:
        yield Hanging(factor_text(found.factor), indent=2)
        yield Hanging(answer_change(found), indent=4)
        if found.no_longer_named:
            yield Hanging(_("Which conditions are missing is no longer said."), indent=4)
        if found.gained:
            yield Hanging(_("In place now: {conditions}").format(conditions=conditions_text(found.gained)), indent=4)
        if found.lost:
            yield Hanging(_("Missing now: {conditions}").format(conditions=conditions_text(found.lost)), indent=4)
        if found.note_changed:
            for message, note in (
                (_("Note was: {note}"), found.old.answer.note),
                (_("Note is: {note}"), found.new.answer.note),
            ):
                if note:
                    yield Hanging(message.format(note=visible_lines(note)), indent=4, style="italic")

    def _actions(self) -> None:
        if not self._found.actions:
            return
        self._title(_("What became of what was agreed"))
        texts = (fate_text(action, later_day(self._found)) for action in self._found.actions)
        self._print(bulleted(texts, self._signs.bullet, indent=0))

    def _title(self, title: str) -> None:
        self._print()
        self._print(ruled(Text(title, style="bold"), self._signs))

    def _print(self, content: RenderableType = "") -> None:
        self._console.print(content)

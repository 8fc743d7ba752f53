"""Many evaluations summed up, in the terminal."""

from collections.abc import Iterator
from fractions import Fraction

from rich.console import Console, RenderableType
from rich.text import Text

from werkzaam.domain.overview import Group, Overview, ScoreRange
from werkzaam.language import _
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import Hanging, bulleted, figures_line, fits, ruled, widths_of
from werkzaam.visible import visible
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.figures import percentage
from werkzaam.wording.overviews import (
    evaluations_text,
    group_name,
    group_remarks,
    group_size,
    how_summed,
    missing_text,
    most_missing,
    range_text,
    scored,
)


def print_overview(console: Console, signs: Signs, found: Overview) -> None:
    """Print an overview, group by group."""
    _Printer(console, signs, found).print()


class _Printer:
    def __init__(self, console: Console, signs: Signs, found: Overview) -> None:
        self._console = console
        self._signs = signs
        self._found = found

    def print(self) -> None:
        self._print(Text(visible(self._found.factor_set.title), style="bold"))
        for group in self._found.groups:
            self._group(group)
        if not self._found.groups:
            self._print(Text(evaluations_text(0)))
        self._print()
        for sentence in how_summed():
            self._print(Text(sentence))

    def _group(self, group: Group) -> None:
        name = f"{group_name(self._found, group)}{self._signs.between}{group_size(group)}"
        self._print()
        self._print(ruled(Text(name, style="bold"), self._signs))
        for remark in group_remarks(self._found, group):
            self._print(Text(remark))
        self._scores(group)
        if group.most_missing:
            self._print()
            self._print(Text(_("What is missing most often"), style="bold"))
            self._print(bulleted(map(missing_text, most_missing(group)), self._signs.bullet, indent=0))

    def _scores(self, group: Group) -> None:
        heads = [_("Category"), _("Mean"), _("Lowest"), _("Highest"), _("With a score")]
        rows = [[category_name(category), *self._cells(scores, group)] for category, scores in group.categories]
        widths = widths_of([heads, *rows])
        if self._signs.in_words or not fits(widths, self._console):
            for category, scores in group.categories:
                self._print(Text(category_name(category), style="bold"))
                for line in self._in_words(scores, group):
                    self._print(Hanging(line, indent=2))
            return
        self._print(figures_line([Text(head, style="bold") for head in heads], widths))
        for row in rows:
            self._print(figures_line([Text(cell) for cell in row], widths))

    def _cells(self, scores: ScoreRange, group: Group) -> list[str]:
        figures = (scores.mean, scores.lowest, scores.highest)
        return [*map(self._percentage, figures), scored(scores, group)]

    def _in_words(self, scores: ScoreRange, group: Group) -> Iterator[str]:
        mean = self._percentage(scores.mean)
        if scores.n or not self._signs.in_words:
            mean = _("mean {mean}").format(mean=mean)
        yield f"{mean} ({scored(scores, group)})"
        if scores.n:
            yield range_text(scores)

    def _percentage(self, score: Fraction | None) -> str:
        return percentage(score, self._signs.dash)

    def _print(self, content: RenderableType = "") -> None:
        self._console.print(content)

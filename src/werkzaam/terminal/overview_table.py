"""Many evaluations summed up, in the terminal."""

from collections.abc import Iterator
from fractions import Fraction

from rich.console import Console
from rich.text import Text

from werkzaam.domain.overview import Group, Overview, ScoreRange
from werkzaam.language import _
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import Hanging, Printer
from werkzaam.visible import visible
from werkzaam.wording import overviews as words
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.figures import percentage


def print_overview(console: Console, signs: Signs, overview: Overview) -> None:
    """Print an overview, group by group."""
    _OverviewPrinter(console, signs).print(overview)


class _OverviewPrinter(Printer):
    def print(self, overview: Overview) -> None:
        self._bold(visible(overview.factor_set.title))
        for group in overview.groups:
            self._group(overview, group)
        if not overview.groups:
            self._print(Text(words.evaluations_text(0)))
        self._print()
        for sentence in words.how_summed():
            self._print(Text(sentence))

    def _group(self, overview: Overview, group: Group) -> None:
        self._title(f"{words.group_name(overview, group)}{self._signs.between}{words.evaluations_text(group.n)}")
        for remark in words.group_remarks(overview, group):
            self._print(Text(remark))
        self._scores(group)
        if group.most_missing:
            self._print()
            self._bold(_("What is missing most often"))
            self._list(map(words.missing_text, words.most_missing(group)))

    def _scores(self, group: Group) -> None:
        heads = [_("Category"), _("Mean"), _("Lowest"), _("Highest"), _("With a score")]
        rows = [[category_name(category), *self._cells(scores, group)] for category, scores in group.categories]
        if self._figures(heads, rows):
            return
        for category, scores in group.categories:
            self._bold(category_name(category))
            for line in self._in_words(scores, group):
                self._print(Hanging(line, indent=2))

    def _cells(self, scores: ScoreRange, group: Group) -> list[str]:
        figures = (scores.mean, scores.lowest, scores.highest)
        return [*map(self._percentage, figures), words.scored(scores, group)]

    def _in_words(self, scores: ScoreRange, group: Group) -> Iterator[str]:
        mean = self._percentage(scores.mean)
        if scores.n or not self._signs.in_words:
            mean = _("mean {mean}").format(mean=mean)
        yield f"{mean} ({words.scored(scores, group)})"
        if scores.n:
            yield words.range_text(scores)

    def _percentage(self, score: Fraction | None) -> str:
        return percentage(score, self._signs.dash)

"""A factor set in the terminal: what is asked, and the ids that scripts and answers files use."""

from collections.abc import Iterable
from itertools import count

from rich.console import Console
from rich.text import Text

from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.language import _, ngettext
from werkzaam.terminal.console import Signs
from werkzaam.terminal.layout import Hanging, Printer, bulleted
from werkzaam.visible import visible
from werkzaam.wording.factors import condition_text, factor_text, meaning, source_text


def print_factors(console: Console, signs: Signs, factor_set: FactorSet) -> None:
    """Print a factor set; ids stand in brackets behind what they name."""
    _FactorPrinter(console, signs, factor_set).print()


class _FactorPrinter(Printer):
    def __init__(self, console: Console, signs: Signs, factor_set: FactorSet) -> None:
        super().__init__(console, signs)
        self._set = factor_set

    def print(self) -> None:
        self._head()
        numbers = count(1)
        for category in self._set.categories:
            self._title(f"{visible(category.name)} ({category.id})")
            for factor in category.factors:
                self._factor(factor, f"{next(numbers)}.")
        self._title(_("Answers"))
        self._options(self._set.usual_scale, indent=0)
        if self._set.perspectives:
            self._title(_("Perspectives"))
            self._list(f"{visible(item.name)} ({item.id})" for item in self._set.perspectives)

    def _head(self) -> None:
        conditions = sum(len(factor.conditions) for factor in self._set.factors)
        categories, factors = len(self._set.categories), len(self._set.factors)
        size = [
            ngettext("{count} category", "{count} categories", categories).format(count=categories),
            ngettext("{count} factor", "{count} factors", factors).format(count=factors),
            ngettext("{count} condition", "{count} conditions", conditions).format(count=conditions),
        ]
        version = _("version {number}").format(number=self._set.version)
        self._bold(visible(self._set.title))
        self._print(Text(f"{self._set.id}, {version}{self._signs.between}{', '.join(size)}"))
        if self._set.introduction:
            self._print(Text(visible(self._set.introduction)))
        if self._set.source:
            self._print(Text(source_text(self._set.source)))

    def _factor(self, factor: Factor, number: str) -> None:
        self._print(Hanging(f"{factor_text(factor)} ({factor.id})", number, indent=0))
        indent = len(number) + 1
        conditions = (f"{condition_text(item, factor, full=False)} ({item.id})" for item in factor.conditions)
        self._print(bulleted(conditions, self._signs.bullet, indent))
        if factor.scale != self._set.usual_scale:
            self._options(factor.scale, indent)

    def _options(self, options: Iterable[Option], indent: int) -> None:
        names = (f"{visible(option.name)} ({option.id}): {meaning(option)}" for option in options)
        self._print(bulleted(names, self._signs.bullet, indent))

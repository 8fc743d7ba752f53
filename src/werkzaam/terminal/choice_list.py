"""A list of choices: questionary's, with texts that wrap at words, marks, and nothing that is chosen beforehand."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import questionary
from prompt_toolkit.layout import ScrollOffsets, Window
from prompt_toolkit.layout.dimension import Dimension
from questionary.prompts.common import InquirerControl
from rich.console import Console
from rich.text import Text

from werkzaam.visible import visible

_POINTER = "»"
_BEFORE = len(f" {_POINTER} ")
"""Columns before a choice."""
_MARKED, _UNMARKED = "[x] ", "[ ] "
_NOTHING_YET = -1


class Choice(NamedTuple):
    """One of some things to choose from."""

    text: str
    value: object
    key: str | None = None
    """The key that chooses it at once; None: it is reached by arrows."""
    lead: str = ""
    """What stands before the text, such as its number; the text hangs behind it."""
    brief: str | None = None
    """The text where there is little room; None: always the same."""


class ChoiceList:
    """Choices on the screen. One of them is pointed at, or none until an arrow is pressed; any number is marked."""

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        chosen: object = None,
        marked: Collection[object] | None = None,
    ) -> None:
        """Point at the choice with the value that is `chosen` already, if any; with `marked` choices are marked."""
        self._choices = choices
        self._marked = None if marked is None else [choice.value in marked for choice in choices]
        self._shown = [questionary.Choice(" ", value=number) for number in range(len(choices))]
        self._control = InquirerControl(self._shown, pointer=_POINTER, use_indicator=False)
        start = next((number for number, choice in enumerate(choices) if choice.value == chosen), _NOTHING_YET)
        self._control.pointed_at = 0 if marked is not None else start
        self._tallest = 1
        """Rows of the choice that has the most."""

    @property
    def pointed(self) -> Choice | None:
        """The choice that Enter takes."""
        return None if self._control.pointed_at == _NOTHING_YET else self._choices[self._control.pointed_at]

    @property
    def marks(self) -> list[object]:
        """The values of the marked choices."""
        marked = self._marked or [False] * len(self._choices)
        return [choice.value for choice, mark in zip(self._choices, marked, strict=True) if mark]

    @property
    def takes_marks(self) -> bool:
        """Whether choices are marked, rather than one of them taken."""
        return self._marked is not None

    def move(self, step: int) -> None:
        """Point at the next choice, or with -1 at the one before; behind the last comes the first."""
        at, count = self._control.pointed_at, len(self._choices)
        self._control.pointed_at = (count - 1 if step < 0 else 0) if at == _NOTHING_YET else (at + step) % count

    def toggle(self) -> None:
        """Mark the choice that is pointed at, or unmark it."""
        if self._marked is not None:
            self._marked[self._control.pointed_at] ^= True

    def wrap(self, console: Console, *, brief: bool) -> int:
        """Wrap the texts at words for the console as wide as it is now, and return how many rows they take."""
        lines = [self._lines(number, console, brief=brief) for number in range(len(self._choices))]
        for shown, wrapped in zip(self._shown, lines, strict=True):
            shown.title = "\n".join(wrapped)
        self._tallest = max(map(len, lines))
        return sum(map(len, lines))

    def window(self, rows: Callable[[], int]) -> Window:
        """Return what shows the list in some rows, in which it scrolls: a choice of several lines is seen whole."""
        return Window(
            self._control,
            height=lambda: Dimension.exact(rows()),
            scroll_offsets=ScrollOffsets(bottom=lambda: self._tallest - 1),
            always_hide_cursor=True,
        )

    def _lines(self, number: int, console: Console, *, brief: bool) -> list[str]:
        choice = self._choices[number]
        text = choice.brief if brief and choice.brief is not None else choice.text
        start = "" if self._marked is None else (_MARKED if self._marked[number] else _UNMARKED)
        if any(item.key for item in self._choices):
            start += f"{choice.key or ' '}  "
        start += choice.lead
        room = max(console.width - _BEFORE - len(start) - 1, 10)
        wrapped = [line.plain.rstrip() for line in Text(visible(text)).wrap(console, room)] or [""]
        return [start + wrapped[0], *(" " * (_BEFORE + len(start)) + line for line in wrapped[1:])]

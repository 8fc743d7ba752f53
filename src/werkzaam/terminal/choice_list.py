"""A list of choices: questionary's list control with word wrap, check marks, and optionally no initial selection."""

from collections.abc import Callable, Collection, Sequence
from typing import Generic, NamedTuple, TypeVar

import questionary
from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout import Window
from prompt_toolkit.layout.dimension import Dimension
from questionary.prompts.common import InquirerControl
from rich.console import Console
from rich.text import Text

from werkzaam.visible import visible

T_co = TypeVar("T_co", covariant=True)

_POINTER = "»"
_BEFORE = len(f" {_POINTER} ")
"""Columns in front of a choice, which hold the pointer."""
_MARKED, _UNMARKED = "[x] ", "[ ] "
_NOTHING_YET = -1


class Choice(NamedTuple, Generic[T_co]):
    """One item of a choice list, with the value that choosing it gives."""

    text: str
    value: T_co
    key: str | None = None
    """The key that takes this choice at once; None if only the arrow keys reach it."""
    lead: str = ""
    """Text in front of `text`, such as a number; wrapped lines are indented past it."""
    brief: str | None = None
    """Shorter text for a low screen; None if `text` is used there too."""


class ChoiceList:
    """Choices on the screen, of which one is taken or, with check marks, any number are marked."""

    def __init__(
        self,
        choices: Sequence[Choice[object]],
        *,
        chosen: object = None,
        marked: Collection[object] | None = None,
    ) -> None:
        """Point at the choice with the value `chosen`, be it None; else at nothing until an arrow key is pressed.

        If `marked`, the values marked at first, is given, choices have check marks and the first is pointed at.
        """
        self._choices = choices
        self.takes_marks = marked is not None
        """Whether choices have check marks; if not, one choice is taken."""
        self._marked = [choice.value in (marked or ()) for choice in choices]
        self._shown = [questionary.Choice(" ", value=number) for number in range(len(choices))]
        self._control = InquirerControl(
            self._shown, pointer=_POINTER, use_indicator=False, get_cursor_position=lambda: Point(0, self._scroll())
        )
        start = next((number for number, choice in enumerate(choices) if choice.value == chosen), _NOTHING_YET)
        self._control.pointed_at = 0 if self.takes_marks else start
        self._heights = [1] * len(choices)
        """Number of rows of each choice, as last wrapped."""
        self._top = 0
        """The first row in view; at each redraw the choice that is pointed at comes in view, or as much as fits."""
        self._rows: Callable[[], int] = lambda: len(choices)

    @property
    def pointed(self) -> Choice[object] | None:
        """The choice that the pointer is on, which Enter takes; None if it is on none yet."""
        return None if self._control.pointed_at == _NOTHING_YET else self._choices[self._control.pointed_at]

    @property
    def marks(self) -> list[object]:
        """The values of the marked choices."""
        return [choice.value for choice, mark in zip(self._choices, self._marked, strict=True) if mark]

    def move(self, step: int) -> None:
        """Move the pointer to the next (1) or previous (-1) choice, wrapping around at both ends.

        If a choice is taller than the list, the rest of it comes first.
        """
        at, count, top = self._control.pointed_at, len(self._choices), self._top
        if at != _NOTHING_YET and self._heights[at] > self._rows() and self._scroll(step * self._rows()) != top:
            return
        self._control.pointed_at = (count - 1 if step < 0 else 0) if at == _NOTHING_YET else (at + step) % count
        self._show_start()

    def toggle(self) -> None:
        """Mark or unmark the choice that is pointed at, in a list with check marks."""
        self._marked[self._control.pointed_at] ^= True
        self._show_start()

    def wrap(self, console: Console, *, brief: bool) -> int:
        """Wrap the texts, or the `brief` ones, to the present width of the console; return how many rows they take."""
        lines = [self._lines(number, console, brief=brief) for number in range(len(self._choices))]
        for shown, wrapped in zip(self._shown, lines, strict=True):
            shown.title = "\n".join(wrapped)
        self._heights = [len(wrapped) for wrapped in lines]
        return sum(self._heights)

    def window(self, rows: Callable[[], int]) -> Window:
        """Return a window of `rows()` rows in which the list scrolls; a choice that fits is shown whole."""
        self._rows = rows
        return Window(
            self._control,
            height=lambda: Dimension.exact(rows()),
            get_vertical_scroll=lambda _window: self._scroll(),
            always_hide_cursor=True,
        )

    def _pointed_row(self) -> int:
        return sum(self._heights[: max(self._control.pointed_at, 0)])

    def _show_start(self) -> None:
        self._top = min(self._top, self._pointed_row())

    def _scroll(self, step: int = 0) -> int:
        """Scroll by `step` rows, as far as the choice that is pointed at stays in view; return the first row in view.

        Without a step as few rows as can be. prompt_toolkit's own offsets keep no more than half of a window in view.
        """
        start, rows = self._pointed_row(), self._rows()
        low, high = sorted((start, start + self._heights[max(self._control.pointed_at, 0)] - rows))
        self._top = max(low, min(self._top + step, high, sum(self._heights) - rows), 0)
        return self._top

    def _lines(self, number: int, console: Console, *, brief: bool) -> list[str]:
        choice = self._choices[number]
        text = choice.brief if brief and choice.brief is not None else choice.text
        start = (_MARKED if self._marked[number] else _UNMARKED) if self.takes_marks else ""
        if any(item.key for item in self._choices):
            start += f"{choice.key or ' '}  "
        start += choice.lead
        room = max(console.width - _BEFORE - len(start) - 1, 10)
        wrapped = [line.plain.rstrip() for line in Text(visible(text)).wrap(console, room)] or [""]
        return [start + wrapped[0], *(" " * (_BEFORE + len(start)) + line for line in wrapped[1:])]

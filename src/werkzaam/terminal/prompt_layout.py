"""What stands around a prompt: laid out anew whenever the window, or what is to be shown, changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import FormattedTextControl, HSplit, Window
from prompt_toolkit.layout.containers import AnyContainer
from prompt_toolkit.layout.dimension import Dimension
from rich.console import Console, Group, RenderableType
from rich.segment import Segment
from rich.text import Text

from werkzaam.language import _
from werkzaam.terminal.answered_lines import AnsweredLines
from werkzaam.terminal.console import Signs

Line = list[Segment]
_CUT = " …"


def nothing_above(_rows: int, _most: int) -> RenderableType:
    """Show nothing above a prompt."""
    return Group()


@dataclass(slots=True)
class Page:
    """What a prompt shows besides what is chosen from, or typed."""

    message: Callable[[], str]
    """What is asked: the line right above what is chosen or typed."""
    above: Callable[[int, int], RenderableType] = nothing_above
    """What the question is about, given the rows there are, and the most that there are where a list scrolls.

    Where they are few it shows less, if it can.
    """
    keys: Sequence[str] = ()
    """What the keys do."""
    unchosen: str = ""
    """What to say to Enter where nothing is chosen; empty: the usual words."""
    hint: str = ""
    """A word on the key that was pressed last, or on what happened meanwhile."""
    problem: str = ""
    """Why what is typed cannot be taken."""


class PromptLayout:
    """Divides the rows of the screen: what is chosen or typed gets those that it needs as long as there are any.

    Where there are too few, first the answered lines give way, then what is above, as much as it can, then a list
    scrolls, and then of a hint its first line stays. Place, question and keys stay.
    """

    def __init__(self, console: Console, signs: Signs, answered: AnsweredLines, page: Page) -> None:
        self._console = console
        self._signs = signs
        self._answered = answered
        self._page = page
        self._above: list[Line] = []
        self._below: list[Line] = []
        self.rows = 0
        """How many rows are left for what is chosen or typed."""

    def around(self, middle: AnyContainer) -> HSplit:
        """Return what stands above and below something, with it in between."""
        return HSplit([_window(lambda: self._above), middle, _window(lambda: self._below)])

    def divide(self, rows: Callable[[bool], int], least: int, *, first: bool = False) -> None:
        """Lay out everything for something that scrolls in the rows that it gets, `least` at least.

        It takes as many as `rows` says, or fewer where that is asked to be brief. The `first` time the answered lines
        that there is no room for are left behind.
        """
        height = self._console.size.height
        message = self._lines(Text(self._page.message(), style="bold"))
        for brief, more, whole in ((False, False, True), (True, False, True), (True, True, True), (True, True, False)):
            self._below, wanted = self._lines_below(more=more, whole=whole), rows(brief)
            free = height - len(message) - len(self._below)
            above = self._lines(self._page.above(free - wanted, free - min(wanted, least)))
            if len(above) + (min(wanted, least) if more else wanted) <= free:
                break
        room = height - len(message) - len(self._below)
        self.rows = max(min(wanted, room - len(above)), min(wanted, least))
        above = above[: max(room - self.rows, 0)]
        left = max(room - self.rows - len(above), 0)
        air: list[Line] = [[]] if left else []
        if first:
            self._answered.leave(left - len(air))
        answered = [line for text in self._answered.last(left - len(air)) for line in self._lines(text)]
        self._above = [*answered, *air, *above, *message]

    def _lines_below(self, *, more: bool, whole: bool) -> list[Line]:
        hint = self._lines(Text(self._page.hint))
        if not whole and len(hint) > 1:
            first = Text(self._page.hint).wrap(self._console, max(self._console.width - len(_CUT), 1))[0]
            hint = self._lines(Text(first.plain.rstrip() + _CUT))
        keys = [*self._page.keys, *([_("arrows: more")] if more else [])]
        return [
            *self._lines(in_lines(keys, self._signs.between, self._console.width)),
            *hint,
            *self._lines(Text(self._page.problem)),
        ]

    def _lines(self, shown: RenderableType) -> list[Line]:
        if isinstance(shown, Text) and not shown:
            return []
        return self._console.render_lines(shown, pad=False)


def in_lines(texts: Sequence[str], between: str, width: int) -> Text:
    """Return texts side by side, on as many lines as they need and none broken."""
    lines: list[str] = []
    for text in texts:
        if lines and len(lines[-1]) + len(between) + len(text) <= width:
            lines[-1] += between + text
        else:
            lines.append(text)
    return Text("\n".join(lines))


def _window(lines: Callable[[], list[Line]]) -> Window:
    def fragments() -> StyleAndTextTuples:
        return [
            ("bold" if segment.style and segment.style.bold else "", segment.text)
            for number, line in enumerate(lines())
            for segment in (*([Segment("\n")] if number else []), *line)
        ]

    return Window(FormattedTextControl(fragments, show_cursor=False), height=lambda: Dimension.exact(len(lines())))

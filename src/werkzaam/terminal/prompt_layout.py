"""The lines above and below a prompt, laid out again before each redraw: what was answered, the question, its keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import FormattedTextControl, HSplit, VerticalAlign, Window
from prompt_toolkit.layout.containers import AnyContainer
from prompt_toolkit.layout.dimension import Dimension
from rich.console import Console, Group, RenderableType
from rich.segment import Segment
from rich.text import Text

from werkzaam.language import _
from werkzaam.terminal.console import Signs
from werkzaam.visible import visible

Line = list[Segment]
Above = Callable[[int, int], RenderableType]
"""What stands above a question, given the rows left beside a whole list and beside a scrolling one.

If the rows are few it should show less, if it can.
"""
_CUT = " …"
_ROWS_OF_LIST, _ROWS_OF_TEXT = 3, 1
"""Rows that a list or text field keeps, and scrolls in, however low the screen is."""


def nothing_above(_rows: int, _most: int) -> RenderableType:
    """Return an empty renderable, for a prompt with nothing above its question."""
    return Group()


@dataclass(slots=True)
class Page:
    """What a prompt shows besides its list of choices or text field."""

    message: str
    """The question, which stands right above the choices or the text field."""
    above: Above = nothing_above
    keys: Sequence[str] = ()
    """What each key does, shown below."""
    is_list: bool = False
    """Whether there are choices, in which the arrows show more where they scroll; in a text field these only move."""
    stops: bool = True
    """Whether q in the list raises Stopped, where it has no other use; what was typed before has to be saved then."""
    hint: str = ""
    """A message about the last key pressed, or about what happened meanwhile; empty if there is none."""
    problem: str = ""
    """Why Enter did not accept the typed text; empty if there is no problem."""


class AnsweredLines:
    """The lines that are drawn above a prompt, as many as there is room for.

    Lines that no longer fit are printed once, so that they stay in the terminal's scrollback.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lines: dict[object, str] = {}

    def put(self, name: object, line: str) -> None:
        """Add a line under a name, which replaces a line with an equal name unless that was printed already."""
        self._lines[name] = line

    def last(self, rows: int) -> list[Text]:
        """Return the most recent lines that fit in `rows` rows, wrapped; no line is shown in part."""
        return [line for lines in self._fitting(rows)[1] for line in lines]

    def leave(self, rows: int = 0) -> None:
        """Print and forget the lines that do not fit in `rows` rows: all of them if `rows` is 0."""
        gone, _left = self._fitting(rows)
        for name in list(self._lines)[: len(gone)]:
            self._console.print(Text(self._lines.pop(name)))

    def _fitting(self, rows: int) -> tuple[list[list[Text]], list[list[Text]]]:
        """Return the lines that do not fit in `rows` rows and those that do, each as a list of wrapped rows."""
        wrapped = [list(Text(visible(line)).wrap(self._console, self._console.width)) for line in self._lines.values()]
        first = len(wrapped)
        while first and len(wrapped[first - 1]) <= rows:
            first -= 1
            rows -= len(wrapped[first])
        return wrapped[:first], wrapped[first:]


class PromptLayout:
    """Divides the rows of the screen between a prompt (choices or text field) and the lines around it.

    If rows are short, these give way in turn: the answered lines, what is above the question as far as it can, the
    list, which becomes brief and then scrolls, and all of the hint but its first line. Question and keys stay, but for
    the end of a question so long that nothing could be typed or chosen below it.
    """

    def __init__(self, console: Console, signs: Signs, answered: AnsweredLines, page: Page) -> None:
        self._console = console
        self._signs = signs
        self._answered = answered
        self._page = page
        self._above: list[Line] = []
        self._below: list[Line] = []
        self.rows = 0
        """Number of rows for the choices or the text field."""

    def around(self, middle: AnyContainer) -> HSplit:
        """Return a container with the lines above, `middle`, and the lines below."""
        small = Window(FormattedTextControl(_("Make the window larger to see the question.")), wrap_lines=True)
        parts = [_window(lambda: self._above), middle, _window(lambda: self._below)]
        return HSplit(parts, window_too_small=small, align=VerticalAlign.TOP)

    def divide(self, rows: Callable[[bool], int], *, first: bool) -> None:
        """Share out the rows of the screen.

        `rows` returns how many rows are wanted, given whether the choices are brief. The `first` time, answered lines
        without room are printed for good.
        """
        height, least = self._console.size.height, _ROWS_OF_LIST if self._page.is_list else _ROWS_OF_TEXT
        asked = self._lines(Text(self._page.message, style="bold"))
        steps = ((False, False, True), (True, False, True), (True, True, True), (True, True, False))
        for brief, scrolls, whole in steps:  # whether the list is brief, whether it scrolls, whether the hint is whole
            self._below, wanted = self._lines_below(scrolls=scrolls, whole=whole), rows(brief)
            fewest = min(wanted, least)
            message = self._cut(asked, max(height - len(self._below) - fewest, 1))
            room = height - len(message) - len(self._below)
            beside_scrolling = height - len(message) - len(self._lines_below(scrolls=True, whole=whole)) - fewest
            above = self._lines(self._page.above(room - wanted, beside_scrolling))
            if len(above) + (fewest if scrolls else wanted) <= room:
                break
        self.rows = max(min(wanted, room - len(above)), fewest)
        above = self._cut(above, max(room - self.rows, 0))
        left = max(room - self.rows - len(above), 0)
        air: list[Line] = [[]] if left else []
        if first:
            self._answered.leave(left - len(air))
        answered = [line for text in self._answered.last(left - len(air)) for line in self._lines(text)]
        self._above = [*answered, *air, *above, *message]

    def _lines_below(self, *, scrolls: bool, whole: bool) -> list[Line]:
        hint = self._lines(Text(self._page.hint))
        keys = [*self._page.keys, *([_("arrows: more")] if scrolls and self._page.is_list else [])]
        return [
            *self._lines(in_lines(keys, self._signs.between, self._console.width)),
            *(hint if whole else self._cut(hint, 1)),
            *self._lines(Text(self._page.problem)),
        ]

    def _cut(self, lines: list[Line], rows: int) -> list[Line]:
        """Return the first lines, at most `rows` of them; the last one says so if any are left out."""
        kept = lines[:rows]
        if kept and len(kept) < len(lines):
            text = Text.assemble(*((segment.text, segment.style or "") for segment in kept[-1]))
            first = text.wrap(self._console, max(self._console.width - len(_CUT), 1))[0]
            first.rstrip()
            kept[-1] = self._lines(first.append(_CUT))[0]
        return kept

    def _lines(self, shown: RenderableType) -> list[Line]:
        if isinstance(shown, Text) and not shown:
            return []
        return self._console.render_lines(shown, pad=False)


def in_lines(texts: Sequence[str], between: str, width: int) -> Text:
    """Return texts joined by `between`, on as many lines of `width` columns as needed; no text is broken."""
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

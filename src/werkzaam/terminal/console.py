"""The rich console for a stream, the signs (bars, bullets, rules) that the stream can show, and a progress bar."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple, TextIO

from rich.console import Console, ConsoleDimensions

from werkzaam.language import _
from werkzaam.wording.figures import no_score

if sys.platform == "win32":
    from werkzaam import windows

_PIPE_WIDTH, _PIPE_HEIGHT = 80, 24
"""Size, in columns and rows, of what does not go to a terminal, and of a terminal that does not know its own."""
_BETWEEN_DRAWINGS = 0.1
"""Seconds between two redraws; nobody could see more frequent ones."""
PROGRESS_COLOUR = "color(33)"
"""Colour of the part that is done, visible on light and dark; the count beside it has no colour."""


class Signs(NamedTuple):
    """Characters for bars, bullets and rules, or the words and empty strings that stand in for them."""

    full: str = ""
    empty: str = ""
    bullet: str = ""
    lacking: str = ""
    between: str = ""
    """Separator of short texts on one line, including its spaces."""
    rule: str = ""
    dash: str = ""
    steps: str = ""
    """Characters of a sparkline, from low to high."""

    @property
    def in_words(self) -> bool:
        """Whether there is nothing to draw with: everything is put in words, on lines below each other."""
        return not self.full


UNICODE = Signs(full="█", empty="░", bullet="•", lacking="✗", between=" · ", rule="─", dash="–", steps="▁▂▃▄▅▆▇█")
ASCII = Signs(full="#", empty=".", bullet="-", lacking="x", between=" | ", rule="-", dash="-", steps="_.:=#")


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Raise the BrokenPipeError again: rich would exit the program and send stdout to the null device."""
        raise  # noqa: PLE0704 (rich calls this in its `except` block)


class _Screen(_Console):
    @property
    def size(self) -> ConsoleDimensions:
        """The size of the screen, or what COLUMNS and LINES say where that is less: what is drawn beyond it is cut."""
        size = super().size
        with suppress(OSError, ValueError):  # where the terminal is gone
            screen = os.get_terminal_size(self.file.fileno())
            size = ConsoleDimensions(*map(min, size, (screen.columns or _PIPE_WIDTH, screen.lines or _PIPE_HEIGHT)))
        return size

    @size.setter
    def size(self, new_size: tuple[int, int]) -> None:
        self._width, self._height = new_size


def console_for(stream: TextIO, *, bare: bool = False, draws: bool = False) -> Console:
    """Return a console for a stream; a stream that is no terminal gets 80 columns and no colours.

    COLUMNS and FORCE_COLOR override that, except that with `bare`, for a file, there are never colours, and that one
    that `draws` in place, for prompts, is never larger than the screen.
    """
    width = height = None  # as the terminal says, or COLUMNS and LINES
    if not stream.isatty():
        width, height = int(os.environ.get("COLUMNS", _PIPE_WIDTH)), _PIPE_HEIGHT
    elif os.environ.get("TERM") == "dumb":  # rich assumes that such a terminal has 80 columns
        width, height = shutil.get_terminal_size()
    return (_Screen if draws else _Console)(
        file=stream,
        width=width,
        height=height,
        force_terminal=False if bare or not _draws(stream) else None,
        legacy_windows=False,  # its renderer draws only text that is printed directly, not text that is captured first
        highlight=False,
        markup=False,
        emoji=False,
    )


def _draws(stream: TextIO) -> bool:
    """Return whether escape codes may be written to a stream; a Windows console is asked to interpret them first."""
    if not stream.isatty():
        return bool(os.environ.get("FORCE_COLOR"))
    if sys.platform == "win32":
        return windows.draws_escape_codes(stream.fileno())
    else:  # noqa: RET505 (without it mypy, on Windows, calls the next line unreachable)
        return True


def signs_in_words() -> Signs:
    """Return signs for a screen reader: no drawing characters, and words where a sign alone would carry meaning."""
    return Signs(lacking=_("Missing:"), between=", ", dash=no_score())


def signs_for(stream: TextIO) -> Signs:
    """Return the signs that the encoding of a stream can express; words for a terminal that only shows lines."""
    if stream.isatty() and os.environ.get("TERM") == "dumb":
        return signs_in_words()
    signs = "".join(UNICODE)
    try:
        signs.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE


def can_prompt() -> bool:
    """Return whether interactive prompts work: stdin and stdout are a terminal that can move its cursor."""
    if os.environ.get("TERM") == "dumb":
        return False
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


@contextmanager
def progress_bar(console: Console, total: int) -> Iterator[Callable[[int], None]]:
    """Show a progress bar for long work, which is erased at the end.

    The block gets a function to call with the number of items done since the last call.
    """
    from rich.progress import BarColumn, Progress, TextColumn  # slow to load, and seldom needed

    bar = Progress(
        BarColumn(complete_style=PROGRESS_COLOUR, finished_style=PROGRESS_COLOUR),
        TextColumn(f"{{task.completed:{len(str(total))}}}/{total}"),
        console=console,
        transient=True,
        auto_refresh=False,  # a thread would draw in the middle of a message
        redirect_stdout=False,  # stdout gets the result, and this console is that of stderr
    )
    task = bar.add_task("", total=total)
    drawn = time.monotonic()

    def advance(more: int) -> None:
        nonlocal drawn
        due = time.monotonic() - drawn >= _BETWEEN_DRAWINGS
        drawn = time.monotonic() if due else drawn
        bar.update(task, advance=more, refresh=due)

    with bar:
        yield advance

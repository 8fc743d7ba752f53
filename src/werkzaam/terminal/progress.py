"""A progress bar for long work, which is erased at the end."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

_BETWEEN_DRAWINGS = 0.1
"""Seconds between two redraws; nobody could see more frequent ones."""
COLOUR = "color(33)"
"""Colour of the part that is done, visible on light and dark; the count beside it has no colour."""


@contextmanager
def progress_bar(console: Console, total: int) -> Iterator[Callable[[int], None]]:
    """Show a progress bar; the block gets a function to call with the number of items done since the last call."""
    bar = Progress(
        BarColumn(complete_style=COLOUR, finished_style=COLOUR),
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

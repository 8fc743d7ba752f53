"""A bar that shows how far long work has come, and leaves nothing behind."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

_BETWEEN_DRAWINGS = 0.1
"""In seconds: more often nobody can see."""
COLOUR = "color(33)"
"""Of the part that is done: it stands out on light and on dark. The figure beside it has none."""


@contextmanager
def progress_bar(console: Console, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal; what the block gets is called with how much more of the total is done."""
    bar = Progress(
        BarColumn(complete_style=COLOUR, finished_style=COLOUR),
        TextColumn(f"{{task.completed:{len(str(total))}}}/{total}"),
        console=console,
        transient=True,
        auto_refresh=False,  # no thread draws amid what is said
        redirect_stdout=False,  # what goes to stdout is a result, and this console is that of stderr
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

"""Where results go."""

import sys
from collections.abc import Callable

from rich.console import Console

from werkzaam.terminal.console import Signs, console_for, signs_for


def write_result(draw: Callable[[Console, Signs], None]) -> None:
    """Draw a result and write it to stdout in one go; OSError where it cannot all be written."""
    console = console_for(sys.stdout)
    with console.capture() as drawn:
        draw(console, signs_for(sys.stdout))
    text = drawn.get()
    if not console.is_terminal:  # the blanks that fill a table's lines serve only colours
        text = "".join(f"{line.rstrip()}\n" for line in text.splitlines())
    sys.stdout.write(text)
    sys.stdout.flush()

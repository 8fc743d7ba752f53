"""What would be on a screen, as text."""

import io
from collections.abc import Callable

from rich.console import Console


def console(
    width: int = 80, height: int = 25, *, colours: bool = False, stream: io.StringIO | None = None
) -> tuple[Console, io.StringIO]:
    """Return a console like the program's own, and what is written on it: a stream of its own, or a given one."""
    stream = io.StringIO() if stream is None else stream
    return (
        Console(
            file=stream,
            width=width,
            height=height,
            highlight=False,
            markup=False,
            emoji=False,
            force_terminal=colours,
            color_system="256" if colours else None,  # as every console here: rich keeps the codes of the first
            legacy_windows=False,
            _environ={},
        ),
        stream,
    )


def drawn(draw: Callable[[Console], object], width: int = 80, *, colours: bool = False) -> str:
    """Return what something draws, without the blanks at the ends of lines that nobody sees."""
    on, stream = console(width, colours=colours)
    draw(on)
    return trimmed(stream.getvalue())


def trimmed(text: str) -> str:
    """Return a text without blanks at the ends of its lines."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())

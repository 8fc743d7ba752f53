"""The console that everything is printed on, and the signs that it can show."""

import os
import shutil
import sys
from typing import NamedTuple, TextIO

from rich.console import Console

from werkzaam.language import _
from werkzaam.terminal.size import size_in
from werkzaam.wording.figures import no_score

if sys.platform == "win32":
    from werkzaam import windows

PIPE_WIDTH = 80
"""How wide text is that no terminal shows."""
_PIPE_HEIGHT = 24


class Signs(NamedTuple):
    """Signs that carry no meaning of their own: words stand beside them."""

    full: str
    empty: str
    bullet: str
    lacking: str
    between: str
    """With the blanks around it."""
    rule: str
    dash: str
    steps: str
    """From low to high, for a row of small columns."""

    @property
    def in_words(self) -> bool:
        """Whether there are none to draw with: everything is said, in lines below each other."""
        return not self.full


UNICODE = Signs(full="█", empty="░", bullet="•", lacking="✗", between=" · ", rule="─", dash="–", steps="▁▂▃▄▅▆▇█")
ASCII = Signs(full="#", empty=".", bullet="-", lacking="x", between=" | ", rule="-", dash="-", steps="_.:=#")


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to whoever prints: rich would end the program, and what it has still to say on stdout."""
        raise  # noqa: PLE0704 (called where the error is caught)


def console_for(stream: TextIO, *, bare: bool = False) -> Console:
    """Return a console for a stream: without colours and 80 wide where it is no terminal, unless the user says so.

    With `bare` there are no colours even where FORCE_COLOR asks for them: a file is no terminal that was piped.
    """
    width, height = size_in(os.environ, "COLUMNS"), size_in(os.environ, "LINES")
    if not stream.isatty():
        width, height = width or PIPE_WIDTH, _PIPE_HEIGHT
    elif os.environ.get("TERM") == "dumb":  # rich takes such a terminal to be 80 wide
        own = shutil.get_terminal_size()
        width, height = width or own.columns, height or own.lines
    return _Console(
        file=stream,
        width=width,
        height=height,
        force_terminal=False if bare or not _draws(stream) else None,
        legacy_windows=False,  # its way of drawing is only for what is printed at once
        highlight=False,
        markup=False,
        emoji=False,
    )


def _draws(stream: TextIO) -> bool:
    """Whether escape codes may be written; a console of Windows has to be asked, and some cannot draw them."""
    if not stream.isatty():
        return bool(os.environ.get("FORCE_COLOR"))
    if sys.platform == "win32":
        return windows.draws_escape_codes(stream.fileno())
    else:  # noqa: RET505 (for whoever checks types elsewhere)
        return True


def signs_in_words() -> Signs:
    """Return what is read aloud well: nothing that is only drawn, and words for what a sign alone would say."""
    return Signs(
        full="",
        empty="",
        bullet="",
        lacking=_("Missing:"),
        between=", ",
        rule="",
        dash=no_score(),
        steps="",
    )


def signs_for(stream: TextIO) -> Signs:
    """Return signs that the stream's encoding can express; none for a terminal that can show lines and nothing else."""
    if stream.isatty() and os.environ.get("TERM") == "dumb":
        return signs_in_words()
    signs = "".join(UNICODE)
    try:
        signs.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE


def can_prompt() -> bool:
    """Whether questions can be put with single keys: a terminal on both sides that can move its cursor."""
    if os.environ.get("TERM") == "dumb":
        return False
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))

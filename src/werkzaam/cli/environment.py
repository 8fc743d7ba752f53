"""Make the standard streams and the environment work alike on every system."""

import io
import os
import sys
from collections.abc import MutableMapping

if sys.platform == "win32":
    from werkzaam import windows

MOST = 1000
"""Largest size in columns or lines, more than any screen has: to fill a hundred million takes minutes and 1 GB."""
_VARIABLES = ("COLUMNS", "LINES", "TERMINAL_WIDTH")
"""Variables that this program and its drawing libraries read; the libraries accept any number."""


def prepare() -> None:
    """Set up the streams and variables as the program expects them; stdin stays None if it is closed."""
    _open_what_is_closed()
    if sys.platform == "win32":
        _speak_utf8()
    _forgive_encodings()
    keep_sensible(os.environ)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"  # other packages have no say in how files are read, nor in how fast


def _open_what_is_closed() -> None:
    """Send stdout and stderr to the null device if the caller closed them: whoever does that wants no output."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (open to the end)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)  # keeps it open where another one takes its place


def _forgive_encodings() -> None:
    """Print a question mark for a character that an output cannot encode, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def keep_sensible(environment: MutableMapping[str, str]) -> None:
    """Limit the size variables to 1 to MOST, and remove those that hold no positive whole number."""
    for name in _VARIABLES:
        text = environment.pop(name, "")
        if text.isascii() and text.isdecimal() and text.strip("0"):
            environment[name] = str(min(int(text), MOST) if len(text) <= len(str(MOST)) else MOST)


if sys.platform == "win32":

    class _Pipe(io.TextIOWrapper):
        """A stream that is no console: a pipe, a file, or the null device NUL, which Python takes for a terminal."""

        def isatty(self) -> bool:
            return False

    def _speak_utf8() -> None:
        """Make streams that are no console UTF-8, and let them write LF, whatever the machine is set to."""
        for name, encoding in (("stdin", "utf-8-sig"), ("stdout", "utf-8"), ("stderr", "utf-8")):
            stream = getattr(sys, name)
            if isinstance(stream, io.TextIOWrapper) and not windows.is_console(stream.fileno()):
                newline = None if stream.readable() else "\n"
                pipe = _Pipe(stream.buffer, encoding, newline=newline, line_buffering=stream.line_buffering)
                setattr(sys, name, pipe)

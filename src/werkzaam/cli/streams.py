"""Make the three standard streams work alike on every system."""

import io
import os
import sys

if sys.platform == "win32":
    from werkzaam import windows


def prepare() -> None:
    """Set up stdin, stdout and stderr as the program expects them; stdin stays None if it is closed."""
    _open_what_is_closed()
    if sys.platform == "win32":
        _speak_utf8()
    _forgive_encodings()


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

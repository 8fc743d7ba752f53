"""The three standard streams, alike on every system."""

import io
import os
import sys

if sys.platform == "win32":
    from werkzaam import windows


def prepare() -> None:
    """Make of stdin, stdout and stderr what the program counts on; stdin may still be None, where it is closed."""
    _open_what_is_closed()
    if sys.platform == "win32":
        _speak_utf8()
    _forgive_encodings()


def _open_what_is_closed() -> None:
    """Let output go nowhere where the caller closed it: whoever does that wants none."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (open to the end)


def _forgive_encodings() -> None:
    """Print a question mark for what an output cannot express, rather than nothing at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if sys.platform == "win32":

    class _Pipe(io.TextIOWrapper):
        """A pipe, a file, or nowhere at all (NUL), which Python takes for a terminal."""

        def isatty(self) -> bool:
            return False

    def _speak_utf8() -> None:
        """Let what is no console be UTF-8, with LF in what is written: not what the machine is set to."""
        for name, encoding in (("stdin", "utf-8-sig"), ("stdout", "utf-8"), ("stderr", "utf-8")):
            stream = getattr(sys, name)
            if isinstance(stream, io.TextIOWrapper) and not windows.is_console(stream.fileno()):
                newline = None if stream.readable() else "\n"
                pipe = _Pipe(stream.buffer, encoding, newline=newline, line_buffering=stream.line_buffering)
                setattr(sys, name, pipe)

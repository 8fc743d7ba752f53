"""Discard lines typed before the question they would answer, at a terminal that passes on whole lines."""

import os
import sys
import time
from contextlib import suppress
from typing import TextIO

from werkzaam.errors import Interrupted

if sys.platform == "win32":
    import msvcrt
else:
    import select
    import termios

_STILL_COMES = 0.1
"""Seconds without input after which a pasted text has arrived completely."""
_AT_ONCE = 4096


def drop_typed_ahead(terminal: TextIO) -> bool:
    """Discard the input that waits at a terminal; return whether there was any.

    The start of a line is discarded too, but counts only on Windows. Raises Interrupted if the user ended the input
    (Ctrl+D). Errors of a terminal that is gone are ignored here: the next read meets them.
    """
    waited = False
    if sys.platform == "win32":
        while msvcrt.kbhit():
            waited = True
            msvcrt.getwch()
            time.sleep(_STILL_COMES * (not msvcrt.kbhit()))
    else:
        with suppress(OSError, termios.error):
            number = terminal.fileno()
            while select.select([number], [], [], _STILL_COMES * waited)[0]:
                waited = True
                if not os.read(number, _AT_ONCE):
                    raise Interrupted
            termios.tcflush(number, termios.TCIFLUSH)
    return waited

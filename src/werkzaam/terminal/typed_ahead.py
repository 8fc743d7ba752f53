"""Lines that came before the question that they would answer, at a terminal that passes on whole lines."""

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
"""Seconds after which a text that is pasted has come as a whole."""
_AT_ONCE = 4096


def drop_typed_ahead(terminal: TextIO) -> bool:
    """Pass over what waits to be read from a terminal; whether there was anything.

    The start of a line is passed over too; only on Windows does it count. Raises Interrupted where somebody ended the
    input. A terminal that is gone is left to whoever reads from it.
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

"""`werkzaam` and `python -m werkzaam`."""

import gc
import os
import signal
import sys
from types import FrameType

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.errors import ENDING_SIGNALS  # and little else: until signals are heard one ends in a traceback

_OBJECTS_BETWEEN_COLLECTIONS = 300_000
"""Starting up and reading files makes many objects and hardly any garbage; looking for it takes a tenth of the time."""


def main() -> None:
    """Run the program with the arguments it was called with."""
    for number in ENDING_SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, _end)
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    from werkzaam.cli import shell
    from werkzaam.cli.main import run

    shell.started_as(sys.argv[0], sys.orig_argv[: len(sys.orig_argv) - len(sys.argv) + 1])
    code = run(sys.argv[1:])
    gc.freeze()  # what is left goes with the process: looking for garbage in it once more takes a tenth of the time
    sys.exit(code)


def _end(_number: int, _frame: FrameType | None) -> None:
    """End at once, while a command has nothing to keep: an exception would come out of any import as something else."""
    os._exit(ExitCode.INTERRUPTED)


if __name__ == "__main__":
    main()

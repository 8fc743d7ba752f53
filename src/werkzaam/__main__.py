"""The entry point of `werkzaam` and `python -m werkzaam`."""

import gc
import os
import signal
import sys
from types import FrameType

# Few imports: before its handler is set, a signal ends in a traceback.
from werkzaam.errors import ENDING_SIGNALS, ExitCode

_OBJECTS_BETWEEN_COLLECTIONS = 300_000
"""Start-up and reading files make many objects and little garbage: collecting it takes a tenth of the time."""


def main() -> None:
    """Run the program with the arguments of the process, and exit with its exit code."""
    for number in ENDING_SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, _end)
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    from werkzaam.cli import shell
    from werkzaam.cli.main import run

    shell.started_as(sys.argv[0], sys.orig_argv[: len(sys.orig_argv) - len(sys.argv) + 1])
    code = run(sys.argv[1:])
    gc.freeze()  # the process ends: collecting garbage once more would take a tenth of the time
    sys.exit(code)


def _end(_number: int, _frame: FrameType | None) -> None:
    """Exit at once, while there is nothing to save yet: an import could turn an exception into another one."""
    os._exit(ExitCode.INTERRUPTED)


if __name__ == "__main__":
    main()

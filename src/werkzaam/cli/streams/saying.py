"""What is told on stderr, beside the results."""

import sys
from contextlib import suppress

from werkzaam.visible import visible


def say(*lines: str) -> None:
    """Tell something, a line each; that nobody can be told changes neither the results nor how a command ends."""
    with suppress(OSError):
        for line in lines:
            print(visible(line), file=sys.stderr, flush=True)  # noqa: T201 (above a bar, where one is shown)

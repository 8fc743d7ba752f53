"""Delay signals that end the program, such as SIGINT, so that they never interrupt a save."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from werkzaam.errors import ENDING_SIGNALS, Interrupted


def _raise() -> None:
    raise Interrupted


class Interruptions:
    """Holds back signals that end the program, and delivers them only while the program waits for input."""

    def __init__(self) -> None:
        self._pending = False
        self._deliver: Callable[[], object] | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold back signals until the block ends; raise Interrupted there if one came and did not end the block.

        Signals that the calling process ignores, as under nohup, stay ignored. After a block that ends with
        Interrupted all of them are ignored, so that nothing interrupts the program while it ends.
        """
        heard = [number for number in ENDING_SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
        afterwards = {number: signal.signal(number, self._received) for number in heard}
        try:
            yield
            if self._pending:
                _raise()
        except Interrupted:
            afterwards = dict.fromkeys(ENDING_SIGNALS, signal.SIG_IGN)
            raise
        finally:
            for number, handler in afterwards.items():
                signal.signal(number, handler)

    @contextmanager
    def delivered(self, deliver: Callable[[], object] = _raise) -> Iterator[None]:
        """Let signals through, a pending one at once, while the block waits: call `deliver`, or raise Interrupted."""
        self._deliver = deliver
        try:
            if self._pending:
                deliver()
            yield
        finally:
            self._deliver = None

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Hold signals back again for a part of a block in which they are let through; one that came then ends it."""
        deliver, self._deliver = self._deliver, None
        try:
            yield
        finally:
            self._deliver = deliver
            if self._pending and deliver:
                deliver()

    def _received(self, _number: int, _frame: FrameType | None) -> None:
        self._pending = True
        deliver, self._deliver = self._deliver, None  # once: a second signal would interrupt the cleaning up
        if deliver is not None:
            deliver()

"""Signals that end the program: never in the midst of a save, always before the next answer is waited for."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from werkzaam.errors import ENDING_SIGNALS, Interrupted


class Interruptions:
    """Holds signals back while an answer is being kept, and delivers them while one is waited for."""

    def __init__(self) -> None:
        self._pending = False
        self._deliver: Callable[[], None] | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Take over the signals until the block ends; one that came too late for any wait is raised at its end.

        What the caller ignores, as nohup does, stays ignored. After a block that ends with Interrupted all of them are:
        an end that has begun is not interrupted again.
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
    def delivered(self, deliver: Callable[[], None] | None = None) -> Iterator[None]:
        """Let signals through while the block waits; `deliver` says how, where raising Interrupted is not enough."""
        deliver = deliver or _raise
        self._deliver = deliver
        try:
            if self._pending:
                deliver()
            yield
        finally:
            self._deliver = None

    def into_loop(self, leave: Callable[[], None]) -> Callable[[], None]:
        """Return a way to deliver a signal inside a running event loop: it wakes the loop and calls `leave` there."""
        import asyncio  # whoever has a loop has loaded it

        loop = asyncio.get_running_loop()

        def deliver() -> None:
            loop.call_soon_threadsafe(leave)

        return deliver

    def _received(self, _number: int, _frame: FrameType | None) -> None:
        self._pending = True
        deliver, self._deliver = self._deliver, None  # once: what a second one would break off is the clearing up
        if deliver is not None:
            deliver()


def _raise() -> None:
    raise Interrupted

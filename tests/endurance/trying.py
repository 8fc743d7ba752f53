"""What the endurance run is made of: parts, each a row of tries with what was wrong after every one."""

from collections.abc import Callable, Iterator
from enum import Enum


class Effort(Enum):
    """How much to spend: SHORT belongs to every change, LONG to a night."""

    SHORT = "short"
    LONG = "long"

    def pick(self, short: int, long: int) -> int:
        """Return how often something is done."""
        return short if self is Effort.SHORT else long


class UnavailableError(Exception):
    """A part cannot be tried here; its text says why."""


Try = tuple[str, list[str]]
"""What was done, with enough detail to do it again, and what was wrong afterwards."""
Part = Callable[[Effort], Iterator[Try]]

"""What a part of the endurance run spends, and what it brings home."""

from dataclasses import dataclass, field
from enum import Enum


class Effort(Enum):
    """How much to spend: SHORT belongs to every change, LONG to a night."""

    SHORT = "short"
    LONG = "long"

    def pick(self, short: int, long: int) -> int:
        """Return how often something is done."""
        return short if self is Effort.SHORT else long


@dataclass(frozen=True)
class Figures:
    """How one part went."""

    name: str
    tried: int
    survived: int
    remarks: tuple[str, ...] = ()
    """What else is worth knowing: what was counted, what could not be tried here and why."""
    failures: tuple[str, ...] = ()
    """What fell, each with enough detail to try it again."""

    @property
    def line(self) -> str:
        """Everything but the failures, on one line."""
        remarks = f" ({'; '.join(self.remarks)})" if self.remarks else ""
        return f"{self.name}: {self.tried} tried, {self.survived} survived{remarks}"


@dataclass
class Tally:
    """Counts while a part goes on."""

    tried: int = 0
    remarks: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def judge(self, what: str, problems: list[str]) -> None:
        """Take in one try: what was done, and what was wrong afterwards."""
        self.tried += 1
        if problems:
            self.failures.append(f"{what}: {'; '.join(problems)}")

    def figures(self, name: str) -> Figures:
        """Return how it went."""
        survived = self.tried - len(self.failures)
        return Figures(name, self.tried, survived, tuple(self.remarks), tuple(self.failures))

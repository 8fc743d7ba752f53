"""What is asked of a factor, what can be said to it, and of whoever puts the questions."""

from collections.abc import Collection
from enum import Enum, auto
from typing import NamedTuple, Protocol

from werkzaam.domain.asides import NOTHING_BESIDE, Asides
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import Category, Display, Factor, Option


class Command(Enum):
    """What can be said instead of an answer."""

    BACK = auto()
    """To the question before this one."""
    SKIP = auto()
    """Leave the answer as it stands and go on."""
    NOTE = auto()
    """Write a note on this factor, then ask again."""
    STOP = auto()
    """Enough for now."""


class Other(Enum):
    """What can be changed besides an answer, once nothing is open."""

    COLLABORATION = auto()
    """What it is called."""
    PERSPECTIVE = auto()
    AGREEMENTS = auto()


class Ending(Enum):
    """How a questionnaire ended."""

    FINISHED = auto()
    STOPPED = auto()


class FactorQuestion(NamedTuple):
    """One factor as it is asked."""

    number: int
    """From 1, in the order in which they are asked."""
    total: int
    category: Category
    factor: Factor
    answer: Answer
    """As it stands now."""
    asides: Asides = NOTHING_BESIDE
    """What other evaluations say of it."""
    asked: str | None = None
    """What is asked of it, in the words of the set; None: it has none."""
    proposal: Answer | None = None
    """What partners have in common, where nothing is said here yet: an answer, or what is missing after one."""
    display: Display | None = None
    """The scale on which people see what an answer counts for; None: as it is."""
    has_conditions: bool = True
    """Whether any factor of the set has conditions."""

    @property
    def preselected(self) -> Answer:
        """What is taken where nothing else is chosen."""
        return self.proposal or self.answer


class Note(NamedTuple):
    """A note as it was typed."""

    question: FactorQuestion
    """The factor that it is about: the one that was asked, or the one that was answered just before."""
    text: str
    """Empty: the note that was there goes."""
    interrupted: bool = False
    """Whether something ended the program while it was being typed."""


class Asker(Protocol):
    """Whoever puts the questions: a terminal, lines of text, or a script in a test."""

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        """Ask how a factor stands."""

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        """Ask which conditions are missing after a partial answer: their ids, in any order; or BACK or STOP."""

    def ask_note(self, question: FactorQuestion, before: FactorQuestion | None) -> Note | None:
        """Ask for a note on the factor that is asked, or on the one that was answered before; None: none after all."""

    def keeps_note(self, note: Note) -> bool:
        """Point out what in a note looks like personal data, once it is saved; False: it will be changed."""

    def show(self, question: FactorQuestion) -> None:
        """Show how a factor stands now that it was answered or left."""

    def ask_open(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        """Name the factors that were left open at the end: the one to go back to, or None."""

    def ask_which(
        self, questions: tuple[FactorQuestion, ...], others: Collection[Other]
    ) -> FactorQuestion | Other | None:
        """Ask which of the answered factors to change, or what else; None: nothing."""

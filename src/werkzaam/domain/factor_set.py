"""A factor set: what can be asked and what can be answered. Every text is already in one language."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple


class Special(Enum):
    """A value of an option that is no number from 0 to 1."""

    UNKNOWN = "unknown"
    """Nobody knows yet: this lowers the coverage, never the score."""
    NOT_APPLICABLE = "not-applicable"
    """The factor does not apply: it counts in neither the score nor the coverage."""


Value = Fraction | Special
"""What an option means: an exact number from 0 (no condition in place) to 1 (all of them), or a Special."""

WHOLE = Fraction(1)
NOTHING = Fraction(0)


class Option(NamedTuple):
    """One answer that can be given."""

    id: str
    value: Value
    name: str
    key: str | None
    """The key that chooses the option in the questionnaire; None if it has no key."""
    help: str | None = None
    """A few words that are shown behind the name where the option is chosen; None if there are none."""

    @property
    def is_partial(self) -> bool:
        """Whether the value lies between 0 and 1, so that it makes sense to ask which conditions are missing."""
        value = self.value
        return isinstance(value, Fraction) and 0 < value.numerator < value.denominator  # comparing fractions is slow


class Condition(NamedTuple):
    """One of the things that together make up a factor."""

    id: str
    text: str
    """Names the condition in a list of what is missing."""
    help: str
    """States the condition in full, for whoever has to judge it."""
    preferred: bool
    """Good to have, as the source puts it: its absence lowers no score."""
    since: int = 1
    """The version of the set in which the condition was added."""


class Factor(NamedTuple):
    """One thing that the source found to work."""

    id: str
    text: str
    source: str | None
    """Where the factor stands in the source; None if that is not given."""
    preferred: bool
    """Good to have, as the source puts it: the factor stays out of score and coverage (a wish)."""
    scale: tuple[Option, ...]
    conditions: tuple[Condition, ...]
    help: str | None = None
    """Guidance for whoever answers; no score depends on it."""
    since: int = 1
    """The version of the set in which the factor was added."""

    def option(self, option_id: str) -> Option:
        """Return the option with this id. Raises KeyError if the factor's scale has none."""
        for option in self.scale:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    def meant(self, word: str) -> str:
        """Return the id of the option that has a word as its name, in any case; the word itself if none has."""
        return next((option.id for option in self.scale if option.name.casefold() == word.casefold()), word)

    @property
    def asks_conditions(self) -> bool:
        """Whether it is asked after a partial answer which conditions are missing: one condition leaves no choice."""
        return len(self.conditions) > 1


class Category(NamedTuple):
    """Factors that belong together."""

    id: str
    name: str
    factors: tuple[Factor, ...]
    help: str | None = None
    """Guidance for whoever answers its factors; no score depends on it."""


class Perspective(NamedTuple):
    """A partner, or all of them together, from whose side an evaluation is filled in."""

    id: str
    name: str
    joint: bool = False
    """Whether partners fill it in together."""


class Band(NamedTuple):
    """Scores of at least `start` (0 to 1) are shown in `colour`: an aid to the eye, no verdict."""

    start: Fraction
    colour: str


class Display(NamedTuple):
    """The instrument's own scale, on which people see scores; the scores themselves stay 0 to 1."""

    low: Fraction
    """How a score of 0 is shown."""
    high: Fraction
    """How a score of 1 is shown: above `low`."""

    @property
    def width(self) -> Fraction:
        """The distance from `low` to `high`: a change of a score (-1 to 1) is multiplied by it to be shown."""
        return self.high - self.low

    def shown(self, score: Fraction) -> Fraction:
        """Return a score or a value (0 to 1) on this scale."""
        return self.low + score * self.width


class Source(NamedTuple):
    """Where the factors come from."""

    title: str
    publisher: str | None
    url: str | None


@dataclass(frozen=True)
class FactorSet:
    """All that can be asked, in the order in which it is asked."""

    id: str
    version: int
    language: str
    """The language that the texts are in, as a code such as `nl`."""
    title: str
    introduction: str | None
    source: Source | None
    perspectives: tuple[Perspective, ...]
    """Empty if evaluations with this set have no perspective."""
    options: tuple[Option, ...]
    """Every option of a factor's scale, each id once: first those of the set's own scale, if a factor uses that."""
    bands: tuple[Band, ...]
    """The highest start first."""
    minimum_coverage: Fraction
    """There is no score if the coverage (0 to 1) is below this."""
    categories: tuple[Category, ...]
    question: str | None = None
    """The question that is put about every factor; None if the program puts its own."""
    missing_below: Fraction = WHOLE
    """A factor whose value (0 to 1) is below this is listed as missing; no score depends on it."""
    display: Display | None = None
    """The scale on which people see scores; None if they see percentages."""

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """All factors, in the set's order."""
        return tuple(factor for category in self.categories for factor in category.factors)

    @cached_property
    def has_conditions(self) -> bool:
        """Whether any factor has conditions; if none has, nothing is said of conditions anywhere."""
        return any(factor.conditions for factor in self.factors)

    @cached_property
    def usual_scale(self) -> tuple[Option, ...]:
        """The scale that most factors have; the first one if several are equally common."""
        return Counter(factor.scale for factor in self.factors).most_common(1)[0][0]

    @cached_property
    def factor_by_id(self) -> Mapping[str, Factor]:
        """All factors, by id."""
        return {factor.id: factor for factor in self.factors}

    @cached_property
    def category_of(self) -> Mapping[str, Category]:
        """The category of every factor, by the factor's id."""
        return {factor.id: category for category in self.categories for factor in category.factors}

    @cached_property
    def perspective_by_id(self) -> Mapping[str, Perspective]:
        """All perspectives, by id, in the set's order."""
        return {perspective.id: perspective for perspective in self.perspectives}

    def perspective_name(self, perspective_id: str) -> str:
        """Return the name of a perspective. Raises KeyError if the set has none with this id."""
        return self.perspective_by_id[perspective_id].name

    def band(self, score: Fraction) -> Band | None:
        """Return the band of an exact score (0 to 1); None if the set has no band for it."""
        return next((band for band in self.bands if score >= band.start), None)

"""Scores, counts and dates as people write them."""

from datetime import date
from fractions import Fraction

from werkzaam.domain.score import Tally
from werkzaam.language import _


def percentage(score: Fraction | None, dash: str = "–") -> str:
    """Return a score (0 to 1) in whole percents, rounded half up; a dash where there is none."""
    return dash if score is None else _("{number} %").format(number=half_up(score * 100))


def half_up(number: Fraction) -> int:
    """Round a number that is not negative; what lies halfway goes up."""
    return int(number + Fraction(1, 2))


def coverage(tally: Tally) -> str:
    """Return how many factors are behind a score, of those that should be."""
    return _("{count} of {total}").format(count=tally.scored, total=tally.expected)


def in_place(tally: Tally) -> str:
    """Return how many conditions are known to be in place; empty where none counts."""
    conditions = tally.conditions
    if not conditions.total:
        return ""
    return _("{count} of {total}").format(count=conditions.in_place, total=conditions.total)


def decimal(value: Fraction) -> str:
    """Return a number with at most four decimals, the precision of the scores, and the decimal sign of the language."""
    return f"{half_up(value * 10_000) / 10_000:g}".replace(".", _("."))


def local_date(day: date) -> str:
    """Return a date as people write it."""
    return day.strftime(_("%Y-%m-%d"))

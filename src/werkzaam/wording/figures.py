"""Scores, counts and dates as people write them."""

import re
from contextlib import suppress
from datetime import date
from fractions import Fraction

from werkzaam.domain.score import Tally
from werkzaam.language import _

_ISO_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DUTCH_DATE = re.compile(r"(?P<day>[0-9]{1,2})-(?P<month>[0-9]{1,2})-(?P<year>[0-9]{4})")


def percentage(score: Fraction | None, dash: str = "–") -> str:
    """Return a score (0 to 1) in whole percents, rounded half up; a dash where there is none."""
    return dash if score is None else _("{number} %").format(number=half_up(score * 100))


def no_score() -> str:
    """Return what stands for a score where there is none, for those who hear it."""
    return _("no score")


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


def in_place_or_unknown(tally: Tally) -> str:
    """Return the same, and of how many nobody knows it: what is not known to be in place need not be missing."""
    unknown = tally.conditions.unknown
    if not unknown:
        return in_place(tally)
    return _("{in_place} ({count} unknown)").format(in_place=in_place(tally), count=unknown)


def decimal(value: Fraction) -> str:
    """Return a number with at most four decimals, the precision of the scores, and the decimal sign of the language."""
    return f"{half_up(value * 10_000) / 10_000:g}".replace(".", _("."))


def local_date(day: date) -> str:
    """Return a date as people write it."""
    return day.strftime(_("%Y-%m-%d"))


def read_date(text: str) -> date | None:
    """Read a date as ISO writes it, or as the Dutch do; None where it is none."""
    for pattern in (_ISO_DATE, _DUTCH_DATE):
        match = pattern.fullmatch(text.strip())
        if match:
            with suppress(ValueError):
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
    return None

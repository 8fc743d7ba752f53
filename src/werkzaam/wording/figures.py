"""Scores, counts and dates as people write them."""

import re
from contextlib import suppress
from datetime import date
from fractions import Fraction
from math import floor

from werkzaam.domain.factor_set import NOTHING, WHOLE, Display
from werkzaam.domain.score import Tally
from werkzaam.language import _

_ISO_DATE = "(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
_DUTCH_DATE = "(?P<day>[0-9]{1,2})-(?P<month>[0-9]{1,2})-(?P<year>[0-9]{4})"


def percentage(score: Fraction | None, dash: str = "–") -> str:
    """Return a score or a share (0 to 1) as a whole percentage, rounded half up; `dash` if it is None."""
    return dash if score is None else _("{number} %").format(number=half_up(score * 100))


def no_score() -> str:
    """Return the words for an absent score, for screen readers and other places where a dash would not do."""
    return _("no score")


def score_text(score: Fraction | None, display: Display | None, dash: str = "–") -> str:
    """Return a score (0 to 1) as shown: with one decimal on `display`, or as a percentage; `dash` if it is None."""
    if score is None or display is None:
        return percentage(score, dash)
    return _one_decimal(display.shown(score))


def end_texts(display: Display | None) -> tuple[str, str]:
    """Return the lowest and the highest possible score, as shown at the ends of a bar or a chart."""
    if display is None:
        return percentage(NOTHING), percentage(WHOLE)
    return decimal(display.low), decimal(display.high)


def span_text(low: Fraction, high: Fraction, display: Display | None) -> str:
    """Return a range between two scores (0 to 1) as text, with a single percent sign if they are percentages."""
    lowest = str(half_up(low * 100)) if display is None else score_text(low, display)
    return _("{lowest} to {highest}").format(lowest=lowest, highest=score_text(high, display))


def axis_texts(display: Display | None) -> tuple[str, str, str]:
    """Return the lowest possible score, the one halfway and the highest, as shown along an axis."""
    low, high = end_texts(display)
    half = (NOTHING + WHOLE) / 2
    return low, decimal(display.shown(half)) if display else percentage(half), high


def value_text(value: Fraction, display: Display | None) -> str:
    """Return the value of an answer (0 to 1) as a number, on the scale `display` unless that is None."""
    return decimal(display.shown(value) if display else value)


def points(size: Fraction, display: Display | None) -> str:
    """Return the size of a change (0 to 1) in percentage points, or with one decimal in points on `display`."""
    return _one_decimal(size * display.width) if display else str(half_up(size * 100))


def least_points(display: Display | None) -> str:
    """Return the smallest size of a change that `points` can show."""
    return _one_decimal(Fraction(1, 10)) if display else "1"


def _one_decimal(number: Fraction) -> str:
    return f"{half_up(number * 10) / 10:.1f}".replace(".", _("."))


def half_up(number: Fraction) -> int:
    """Return the nearest integer; a number halfway between two is rounded up."""
    return floor(number + Fraction(1, 2))


def coverage_text(tally: Tally) -> str:
    """Return how many factors a score is based on, of how many that should have a value: “5 of 7”."""
    return _("{count} of {total}").format(count=tally.scored, total=tally.expected)


def in_place_text(tally: Tally) -> str:
    """Return how many conditions are known to be in place, of all that count; empty if none counts."""
    conditions = tally.conditions
    if not conditions.total:
        return ""
    return _("{count} of {total}").format(count=conditions.in_place, total=conditions.total)


def in_place_text_with_unknown(tally: Tally) -> str:
    """Return `in_place_text`, with the number of unknown conditions, if any: those need not be missing."""
    unknown = tally.conditions.unknown
    if not unknown:
        return in_place_text(tally)
    return _("{in_place} ({count} unknown)").format(in_place=in_place_text(tally), count=unknown)


def decimal(value: Fraction) -> str:
    """Return a number with at most four decimals, the precision of the scores, and the decimal sign of the language."""
    return f"{half_up(value * 10_000) / 10_000:.12g}".replace(".", _("."))


def local_date(day: date) -> str:
    """Return a date as it is written in the active language."""
    return day.strftime(_("%Y-%m-%d"))


def read_date(text: str) -> date | None:
    """Return the date that a text writes as YYYY-MM-DD or D-M-YYYY; None if the text is no such date."""
    for pattern in (_ISO_DATE, _DUTCH_DATE):
        match = re.fullmatch(pattern, text.strip())
        if match:
            with suppress(ValueError):
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
    return None

"""`--fail-under`: the exact score against a number of percents."""

import re
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.errors import UserError
from werkzaam.language import _

_PERCENT = re.compile(r"(?P<whole>[0-9]{1,3})(?:[.,](?P<decimals>[0-9]{1,10}))? ?%?")
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a score has to reach."""

    percent: Fraction
    """0 to 100."""
    shown: str
    """As it was given, without the sign, and with the point or comma of the language."""

    @classmethod
    def parse(cls, text: str) -> "Threshold":
        """Read a number from 0 to 100; UserError where it is none."""
        match = _PERCENT.fullmatch(text.strip())
        if match:
            percent = Fraction(f"{match['whole']}.{match['decimals'] or 0}")
            if percent <= _WHOLE:
                return cls(percent, text.strip().rstrip("% ").replace(",", ".").replace(".", _(".")))
        raise UserError(_("--fail-under cannot be “{text}”: write a number from 0 to 100.").format(text=text))

    def shortfall(self, score: Fraction | None) -> str | None:
        """Return in words that an exact score (0 to 1) does not reach it; None where it does."""
        if score is None:
            return _("There is no score: {percent} % is not reached.").format(percent=self.shown)
        if score * _WHOLE >= self.percent:
            return None
        message = _("The score is {score} %: {percent} % is not reached.")
        return message.format(score=_rounded_down(score * _WHOLE), percent=self.shown)


def _rounded_down(percent: Fraction) -> str:
    """Return a number with at most two decimals: never one that a score only nearly reaches."""
    hundredths = int(percent * 100)
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".").replace(".", _("."))

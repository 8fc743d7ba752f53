"""`--fail-under`: what a score has to reach."""

import re
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from werkzaam.errors import UserError
from werkzaam.language import _

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import Display

_PERCENT = re.compile(r"(?P<whole>[0-9]{1,3})(?:[.,](?P<decimals>[0-9]{1,10}))? ?%?")
_WHOLE = 100


class Threshold(NamedTuple):
    """What a score has to reach: `--fail-under`, a number of percents against the exact score."""

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

    def shortfall(self, score: Fraction | None, display: "Display | None" = None) -> str | None:
        """Return in words that an exact score (0 to 1) does not reach it, on the own scale too; None where it does."""
        if score is None:
            return _("There is no score: {percent} % is not reached.").format(percent=self.shown)
        if score * _WHOLE >= self.percent:
            return None
        figures = {"score": _two_decimals(floor(score * _WHOLE * 100)), "percent": self.shown}
        if display is None:
            return _("The score is {score} %: {percent} % is not reached.").format(**figures)
        message = _(
            "The score is {score} % ({own_score} on its own scale): {percent} % ({own_threshold}) is not reached."
        )
        return message.format(
            **figures,
            own_score=_two_decimals(floor(display.shown(score) * 100)),
            own_threshold=_two_decimals(ceil(display.shown(self.percent / _WHOLE) * 100)),
        )


def _two_decimals(hundredths: int) -> str:
    """Return a number of hundredths; rounding a score down never shows one that it only nearly reaches."""
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".").replace(".", _("."))

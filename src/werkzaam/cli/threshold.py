"""The value of `--fail-under`, which a score has to reach."""

import re
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from werkzaam.errors import UserError
from werkzaam.language import _
from werkzaam.wording.figures import decimal

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import Display

_PERCENT = r"(?P<whole>[0-9]{1,3})(?:[.,](?P<decimals>[0-9]{1,20}))? ?%?"
_WHOLE = 100


class Threshold(NamedTuple):
    """A percentage (`--fail-under`) that the exact score, before any rounding, has to reach."""

    percent: Fraction
    """The percentage, 0 to 100."""
    shown: str
    """The number as it was given, without the percent sign, and with the decimal sign of the language."""

    @classmethod
    def parse(cls, text: str) -> "Threshold":
        """Read a number from 0 to 100, which a percent sign may follow. Raises UserError if the text is none."""
        match = re.fullmatch(_PERCENT, text.strip())
        if match:
            percent = Fraction(f"{match['whole']}.{match['decimals'] or 0}")
            if percent <= _WHOLE:
                return cls(percent, text.strip().rstrip("% ").replace(",", ".").replace(".", _(".")))
        raise UserError(_("--fail-under cannot be “{text}”: write a number from 0 to 100.").format(text=text))

    def remarks(self) -> list[str]:
        """Return, in a list, a remark on a number up to 1, which may be meant as a ratio; else an empty list."""
        message = _("--fail-under is a percentage: {percent} % is very little.").format(percent=self.shown)
        return [message] if 0 < self.percent <= 1 else []

    def shortfall(self, score: Fraction | None, display: "Display | None" = None) -> str | None:
        """Return a message if a score (0 to 1) is missing or too low, else None; `display` is the set's own scale."""
        if score is None:
            return _("There is no score: {percent} % is not reached.").format(percent=self.shown)
        if score * _WHOLE >= self.percent:
            return None
        # Rounded down, so that a score never looks high enough.
        figures = {"score": decimal(Fraction(floor(score * _WHOLE * 100), 100)), "percent": self.shown}
        if display is None:
            return _("The score is {score} %: {percent} % is not reached.").format(**figures)
        message = _(
            "The score is {score} % ({own_score} on its own scale): {percent} % ({own_threshold}) is not reached."
        )
        return message.format(
            **figures,
            own_score=decimal(Fraction(floor(display.shown(score) * 100), 100)),
            own_threshold=decimal(Fraction(ceil(display.shown(self.percent / _WHOLE) * 100), 100)),
        )

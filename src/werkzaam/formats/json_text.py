"""JSON that shows every character, and lets none of them steer a terminal."""

import json
import re
from fractions import Fraction
from typing import Any

from werkzaam.domain.evaluation import Action
from werkzaam.domain.factor_set import Value
from werkzaam.wording.figures import half_up

_CONTROLS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""DEL, C1, rare line ends, bidirectional controls, and bytes of a file's name that are no UTF-8, which Python holds
as lone surrogates; json escapes C0 by itself."""
_RATIO_DECIMALS = 10_000


def json_text(data: object) -> str:
    """Return indented JSON with a newline at its end; reading it gives the exact text back."""
    return _harmless(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def json_line(data: object) -> str:
    """Return JSON on one line, which ends it; likewise."""
    return _harmless(json.dumps(data, ensure_ascii=False)) + "\n"


def ratio(value: Fraction | None) -> float | None:
    """Return a score or a share (0 to 1) with at most 4 decimals, rounded half up."""
    return None if value is None else number(Fraction(half_up(value * _RATIO_DECIMALS), _RATIO_DECIMALS))


def signed_ratio(change: Fraction | None) -> float | None:
    """Return how much something rose (or fell, below 0), with at most 4 decimals; what lies halfway goes outwards."""
    size = ratio(abs(change)) if change is not None else None
    return -size if size and change and change < 0 else size


def value_number(value: Value | None) -> float | None:
    """Return what an answer counts for, exactly; None where that is no number."""
    return number(value) if isinstance(value, Fraction) else None


def number(value: Fraction) -> float:
    """Return a number as JSON writes it: whole ones without a decimal point."""
    return int(value) if value.denominator == 1 else float(value)


def action_fields(action: Action) -> dict[str, Any]:
    """Return an action as it stands in every result for programs."""
    return {
        "factor": action.factor,
        "what": action.what,
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "status": action.status.value,
    }


def _harmless(text: str) -> str:
    return _CONTROLS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)

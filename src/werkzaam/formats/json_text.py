"""JSON with readable characters, except those that could control a terminal, which are escaped.

With it the values and the fields that are the same in every result for programs.
"""

import json
import re
from fractions import Fraction
from typing import Any

from werkzaam.domain.evaluation import Action, Evaluation
from werkzaam.domain.factor_set import Value
from werkzaam.domain.overview import ScoreRange
from werkzaam.wording.figures import half_up

_CONTROLS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""DEL, C1, rare line ends, bidirectional controls, and lone surrogates, which stand for bytes of a file name that are
not UTF-8; the json module escapes C0 by itself."""
_RATIO_DECIMALS = 10_000


def json_text(data: object) -> str:
    """Return indented JSON that ends in a newline; parsing it gives back every text exactly."""
    return _harmless(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def json_line(data: object) -> str:
    """Return JSON on one line that ends in a newline; parsing it gives back every text exactly."""
    return _harmless(json.dumps(data, ensure_ascii=False)) + "\n"


def ratio(value: Fraction | None) -> float | None:
    """Return a score or a share (0 to 1) with at most 4 decimals, rounded half up; None if `value` is None."""
    return None if value is None else number(Fraction(half_up(value * _RATIO_DECIMALS), _RATIO_DECIMALS))


def signed_ratio(change: Fraction | None) -> float | None:
    """Return a change (below 0: a fall) with at most 4 decimals, rounded half away from zero; None if unknown."""
    size = ratio(abs(change)) if change is not None else None
    return -size if size and change and change < 0 else size


def value_number(value: Value | None) -> float | None:
    """Return the unrounded value of an answer; None if there is no answer or its value is no number."""
    return number(value) if isinstance(value, Fraction) else None


def number(value: Fraction) -> float:
    """Return a fraction as JSON should write it: an int if it is whole, else a float."""
    return int(value) if value.denominator == 1 else float(value)


def fields_of(item: object, names: str) -> dict[str, Any]:
    """Return the values that stand in a result under the names that they have in the program, given with spaces."""
    return {name: getattr(item, name) for name in names.split()}


def evaluation_fields(evaluation: Evaluation | None, file: str | None) -> dict[str, Any]:
    """Return the fields that say which evaluation a result is about; all are None if there is none."""
    return {
        "file": file,
        "collaboration": evaluation.collaboration if evaluation else None,
        "date": evaluation.date.isoformat() if evaluation else None,
        "perspective": evaluation.perspective if evaluation else None,
    }


def range_fields(scores: ScoreRange) -> dict[str, Any]:
    """Return the fields that sum up the scores of many evaluations."""
    low, q1, median, q3, high = map(ratio, scores.quartiles or (None,) * 5)
    return {"n": scores.n, "mean": ratio(scores.mean), "min": low, "max": high, "q1": q1, "median": median, "q3": q3}


def action_fields(action: Action) -> dict[str, Any]:
    """Return the fields of an action."""
    return {
        **fields_of(action, "factor what owner"),
        "due": action.due.isoformat() if action.due else None,
        "status": action.status.value,
    }


def _harmless(text: str) -> str:
    return _CONTROLS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)

"""Values of options that are not from 0 to 1: the number to write instead, with the division that gives it."""

from collections.abc import Collection, Iterator
from typing import Any, TypeGuard

from werkzaam.files.factor_set_checks import mappings, scales_in
from werkzaam.files.factor_set_shape import FARTHEST
from werkzaam.files.problems import Problem, Severity
from werkzaam.files.yaml.tree import KeyPath, YamlTree
from werkzaam.language import _

_DECIMALS = 4
"""How many decimals a suggested number has, as many as a score."""


def misplaced_numbers(tree: YamlTree) -> Iterator[Problem]:
    """Find values of options that are on the instrument's own scale (1 to 5, say) instead of from 0 to 1."""
    for path, scale in scales_in(tree.data):
        yield from _misplaced_in(tree, scale, path)


def _misplaced_in(tree: YamlTree, scale: object, path: KeyPath) -> Iterator[Problem]:
    """Find values of one scale that are on the instrument's own scale.

    If all values are integers, a 1 may be the lowest one: it is reported too, or it would silently become the best.
    """
    values = {path: value for path, value in _values(scale, path) if _is_number(value)}
    if len(values) < 2 or all(map(_fits, values.values())):  # noqa: PLR2004 (one value alone is no scale)
        return
    low, high = _ends(values.values(), _own_ends(tree.data.get("display")))
    if low == high:
        return
    all_count_so = _are_whole(values.values()) and low <= min(values.values())
    for value_path, value in values.items():
        if not _fits(value) or (all_count_so and (value - low) / (high - low) != value):
            yield tree.source.problem(tree.value_index(value_path), _on_a_scale(value, low, high))


def _ends(values: Collection[float], own: tuple[float, float] | None) -> tuple[float, float]:
    """Return the ends of the scale that `values` are on.

    These are `own`, the ends in `display`, if all values that are not from 0 to 1 lie between them. Otherwise the ends
    follow from the values: from the lowest one, or from 0 at most if not all are integers, to the highest one.
    """
    if own and all(_fits(value) or own[0] <= value <= own[1] for value in values):
        return own
    return min(values) if _are_whole(values) else min(*values, 0), max(values)


def _are_whole(values: Collection[float]) -> bool:
    return all(isinstance(value, int) for value in values)


def without_best(tree: YamlTree) -> Iterator[Problem]:
    """Return a warning for each scale without an option of value 1, on which the highest score cannot be reached."""
    message = _("No answer counts for 1, so that the highest score cannot be reached: give the best one “value: 1”.")
    for path, scale in scales_in(tree.data):
        if isinstance(scale, list) and 1 not in (value for _path, value in _values(scale, path)):
            yield tree.source.problem(tree.key_index(path), message, Severity.WARNING)


def _own_ends(display: object) -> tuple[float, float] | None:
    """Return the ends of the scale in `display`; None if there is none, or no valid one."""
    low, high = (display.get("from"), display.get("to")) if isinstance(display, dict) else (None, None)
    return (low, high) if _is_number(low) and _is_number(high) and low < high else None


def _values(scale: object, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    for option_path, option in mappings(scale, path):
        yield (*option_path, "value"), option.get("value")


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and -FARTHEST <= value <= FARTHEST


def _fits(value: float) -> bool:
    return 0 <= value <= 1


def _on_a_scale(value: float, low: float, high: float) -> str:
    message = _("A number from 0 to 1 is needed here; on a scale from {low} to {high} write {value}: {division}.")
    share = round((value - low) / (high - low), _DECIMALS)
    return message.format(
        low=_written(low), high=_written(high), value=_written(share), division=_division(value, low, high)
    )


def _division(value: float, low: float, high: float) -> str:
    if not low:
        return f"{_written(value)} / {_written(high)}"
    start = f"- {_written(low)}" if low > 0 else f"+ {_written(-low)}"
    return f"({_written(value)} {start}) / ({_written(high)} {start})"


def _written(number: float) -> str:
    """Return a number as it is written in a file."""
    return f"{number:.10g}"

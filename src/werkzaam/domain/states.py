"""What is known of a condition, in one word: for whoever counts on elsewhere."""

from enum import Enum

from werkzaam.domain.factor_set import WHOLE, Condition, Special
from werkzaam.domain.score import FactorResult


class ConditionState(Enum):
    """What is known of a condition."""

    IN_PLACE = "in-place"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    NOT_ASKED = "not-asked"


def condition_state(result: FactorResult, condition: Condition) -> ConditionState:
    """Return what is known of a condition of a factor, by the rule that its counts follow."""
    if not result.is_asked or condition in result.unasked:
        return ConditionState.NOT_ASKED
    if result.value is Special.NOT_APPLICABLE:
        return ConditionState.NOT_APPLICABLE
    if condition in result.missing:
        return ConditionState.MISSING
    return ConditionState.IN_PLACE if result.missing or result.value == WHOLE else ConditionState.UNKNOWN

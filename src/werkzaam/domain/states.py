"""What is known of a factor, and of a condition, in one word each: for whoever counts on elsewhere."""

from enum import Enum

from werkzaam.domain.factor_set import WHOLE, Condition, Special
from werkzaam.domain.score import FactorResult


class AnswerState(Enum):
    """What is known of a factor."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    OPEN = "open"


class ConditionState(Enum):
    """What is known of a condition."""

    IN_PLACE = "in-place"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


def answer_state(result: FactorResult) -> AnswerState:
    """Return what is known of a factor."""
    if result.value is None:
        return AnswerState.OPEN
    return AnswerState(result.value.value) if isinstance(result.value, Special) else AnswerState.ANSWERED


def condition_state(result: FactorResult, condition: Condition) -> ConditionState:
    """Return what is known of a condition of a factor, by the rule that its counts follow."""
    if result.value is Special.NOT_APPLICABLE:
        return ConditionState.NOT_APPLICABLE
    if condition in result.missing:
        return ConditionState.MISSING
    return ConditionState.IN_PLACE if result.missing or result.value == WHOLE else ConditionState.UNKNOWN

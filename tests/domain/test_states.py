"""What is known of a factor and of its conditions, in a word each."""

from collections import Counter

import pytest

from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import Tally, factor_result

TEAM = ("is-vast", "is-deskundig", "woont-dichtbij")
ALL = len(TEAM)


@pytest.mark.parametrize(
    ("answer", "state", "conditions"),
    [
        (OPEN, "open", ["unknown"] * ALL),
        (Answer("weet-niet"), "unknown", ["unknown"] * ALL),
        (Answer("nvt"), "not-applicable", ["not-applicable"] * ALL),
        (Answer("ja"), "answered", ["in-place"] * ALL),
        (Answer("nee"), "answered", ["missing"] * ALL),
        (Answer("deels"), "answered", ["unknown"] * ALL),
        (Answer("deels", ()), "answered", ["unknown"] * ALL),
        (Answer("deels", ("is-vast",)), "answered", ["missing", "in-place", "in-place"]),
        (Answer("deels", ("woont-dichtbij",)), "answered", ["in-place", "in-place", "missing"]),
        (Answer("deels", TEAM), "answered", ["missing"] * ALL),
    ],
)
def test_states_follow_from_the_answer_and_agree_with_the_counts(
    answer: Answer, state: str, conditions: list[str], small: FactorSet
) -> None:
    result = factor_result(small.factor_by_id["team"], answer)
    found = [result.condition_state(condition).value for condition in result.factor.conditions]
    assert (result.state.value, found) == (state, conditions)
    counted, counts = Counter(found), Tally(small, (result,)).conditions
    assert (counts.in_place, counts.missing, counts.unknown) == tuple(
        counted[name] for name in ("in-place", "missing", "unknown")
    )

import pytest

from tests.endurance.inputs.fuzzing import TARGETS, at_random, changed_at_random


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_comes_in_ends_in_a_result_or_in_located_problems(name: str) -> None:
    tried, failures = at_random(TARGETS[name], TARGETS[name].short)
    assert not failures, "\n".join(failures)
    assert tried == TARGETS[name].short


@pytest.mark.parametrize("name", TARGETS)
def test_good_inputs_are_good_and_changed_ones_are_the_same_every_time(name: str) -> None:
    target = TARGETS[name]
    for content in target.good():
        target.takes(content)
    assert list(changed_at_random(target.good(), 20)) == list(changed_at_random(target.good(), 20))

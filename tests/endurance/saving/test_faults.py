from collections.abc import Callable

import pytest

from tests.endurance.figures import Effort, Figures
from tests.endurance.saving import faults
from tests.endurance.saving.system_calls import not_here

WATCHED = (faults.faulty_system_calls, faults.kills, faults.order_on_disk)


def test_whatever_call_of_a_save_fails_nothing_is_lost_and_it_is_told() -> None:
    _holds(faults.faulty_calls)


@pytest.mark.parametrize("part", WATCHED, ids=lambda part: part.__name__)
def test_whatever_becomes_of_a_system_call_the_file_is_whole(part: Callable[[Effort], Figures]) -> None:
    if reason := not_here():
        pytest.skip(reason)
    _holds(part)


def test_whatever_becomes_of_a_place_nothing_is_lost_and_it_is_told() -> None:
    _holds(faults.places)


def _holds(part: Callable[[Effort], Figures]) -> None:
    figures = part(Effort.SHORT)
    assert not figures.failures, "\n".join(figures.failures)
    assert figures.survived == figures.tried > 0

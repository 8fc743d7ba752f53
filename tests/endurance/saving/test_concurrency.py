from collections.abc import Callable

import pytest

from tests.endurance.figures import Effort, Figures
from tests.endurance.saving import concurrency

PARTS = (concurrency.concurrency, concurrency.slow_disk, concurrency.rescues_at_once)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_of_many_at_once_nobody_loses_an_answer(part: Callable[[Effort], Figures]) -> None:
    figures = part(Effort.SHORT)
    assert not figures.failures, "\n".join(figures.failures)
    assert figures.survived == figures.tried > 0

from collections.abc import Callable

import pytest

from tests.endurance.figures import Effort, Figures
from tests.endurance.texts.hostile_text import PARTS


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_text_stays_text_and_the_program_in_charge(part: Callable[[Effort], Figures]) -> None:
    figures = part(Effort.SHORT)
    assert not figures.failures, "\n".join(figures.failures[:40])
    assert figures.survived == figures.tried > 0

"""The overviews that the tests of tables, Markdown and pages write."""

from dataclasses import replace

from tests import examples
from tests.domain.summing import overview_of
from tests.formats import hostile
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.overview import Overview

SMALL_SET = examples.small()


def poisoned_overview(text: str, by: Axis | None) -> Overview:
    """Return an overview with every part, of two sides, in which every text is this one."""
    one = hostile.poisoned_answers(text)
    other = replace(one, perspective="school", answers={**one.answers, "tijd": Answer("ja")})
    return overview_of(hostile.poisoned_set(SMALL_SET, text), by, [one, other])

"""The overviews that the tests of tables, Markdown and pages write."""

from tests import examples
from tests.domain.summing import filled_in, overview_of
from tests.formats import hostile
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.overview import Overview

SMALL_SET = examples.small()


def three_groups(factor_set: FactorSet) -> Overview:
    """Return an overview of three collaborations with the built-in set, some in all and some lacking everything."""
    answers = ("ja", "deels", "nee", "nee", "weet-niet")
    names = ("Lyceum Oost en Stichting Straatwerk", "Lyceum West", "Het College van het Noordoosten en de Gemeente")
    found = [
        filled_in(
            name,
            2026,
            side.id,
            {factor.id: answers[(place * (round_ + 1)) % 5] for place, factor in enumerate(factor_set.factors)},
        )
        for name in names
        for round_ in range(4)
        for side in factor_set.perspectives
    ]
    return overview_of(factor_set, Axis.COLLABORATION, found)


def poisoned_overview(text: str, by: Axis | None, factor_set: FactorSet = SMALL_SET) -> Overview:
    """Return an overview with every part, of two sides, in which every text is this one."""
    one = hostile.poisoned_answers(text)
    other = one._replace(perspective="school", answers={**one.answers, "tijd": Answer("ja")})
    return overview_of(hostile.poisoned_set(factor_set, text), by, [one, other])

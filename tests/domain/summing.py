"""The evaluations that the tests of overviews sum up."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.domain.building import answers_to, evaluation, factor_sets, partly
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet, Perspective
from werkzaam.domain.overview import Overview, overview
from werkzaam.domain.summation import Summation


def filled_in(
    name: str, year: int, perspective: str | None, answers: Mapping[str, Answer | str] | None = None
) -> Evaluation:
    """Return an evaluation of some collaboration and year."""
    return evaluation(answers or {})._replace(collaboration=name, date=date(year, 11, 23), perspective=perspective)


EVALUATIONS = (
    # team 0, contact 1, tijd 0.5: 1/2 and 1/2, in all 1/2
    filled_in("Lyceum Oost", 2025, "school", {"team": "nee", "contact": "ja", "ruimte": "nee", "tijd": "deels"}),
    # team 0.5, contact 1, tijd 1: 3/4 and 1, in all 5/6
    filled_in(" lyceum  OOST", 2026, "samen", {"team": partly("is-deskundig"), "contact": "ja", "tijd": "ja"}),
    # team 1, contact 0, tijd 0: 1/2 and 0, in all 1/3
    filled_in("Lyceum West", 2026, "samen", {"team": "ja", "contact": "nee", "tijd": "nee"}),
    # nothing that has a number: no scores
    filled_in("Lyceum West", 2026, None, {"team": "weet-niet", "tijd": "nvt"}),
    # team 0.5, contact 1, tijd unknown: 3/4 and none, in all 3/4
    filled_in(
        "Lyceum Noord",
        2026,
        "school",
        {"team": partly("is-vast", "woont-dichtbij"), "contact": "ja", "tijd": "weet-niet"},
    ),
)
"""On the small set, with a bit of everything."""


def summed(factor_set: FactorSet, by: Axis | None, evaluations: Iterable[Evaluation]) -> Summation:
    """Return the sums over evaluations, taken in one by one."""
    found = Summation(factor_set, by)
    for item in evaluations:
        found.add(item)
    return found


def overview_of(
    factor_set: FactorSet, by: Axis | None = None, evaluations: Iterable[Evaluation] = EVALUATIONS
) -> Overview:
    """Return an overview of evaluations."""
    return overview(factor_set, by, summed(factor_set, by, evaluations).groups)


@st.composite
def many_evaluations(draw: st.DrawFn) -> tuple[FactorSet, list[Evaluation]]:
    """Draw a set, and evaluations of a few collaborations, years and sides, answered anyhow."""
    drawn = replace(draw(factor_sets()), perspectives=(Perspective("wijk", "Wijk"), Perspective("school", "School")))
    one = st.builds(
        filled_in,
        st.sampled_from(["Lyceum Oost", " lyceum oost", "LYCEUM  OOST", "West", "Noord"]),
        st.integers(2024, 2027),
        st.sampled_from([None, "school", "wijk"]),
        st.fixed_dictionaries({}, optional={factor.id: answers_to(factor) for factor in drawn.factors}),
    )
    return drawn, draw(st.lists(one, max_size=8))

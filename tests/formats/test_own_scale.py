"""Instruments on their own scale: what people see is theirs, and what programs get stays a ratio."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.building import LAW, answered_sets, evaluation
from tests.domain.summing import overview_of
from tests.formats.comparisons import compared
from tests.formats.reports import TODAY
from tests.results import comparison_html, difference_html, overview_html, report_html, report_markdown
from werkzaam.domain.comparison import Axis, Entry
from werkzaam.domain.difference import difference
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Display, Factor, FactorSet
from werkzaam.domain.report import report
from werkzaam.domain.score import score
from werkzaam.formats.json_comparisons import comparison_json, difference_json
from werkzaam.formats.json_results import overview_json, report_json
from werkzaam.formats.tables import ScoredFile, answer_rows
from werkzaam.formats.tabular import csv_text, overview_csv

DISPLAYS = st.tuples(st.fractions(-10, 10), st.fractions(Fraction(1, 8), 100)).map(
    lambda ends: Display(ends[0], ends[0] + ends[1])
)
FOR_PROGRAMS: dict[str, Callable[[FactorSet, Evaluation], str]] = {
    "report": lambda factor_set, given: report_json(report(factor_set, given)),
    "difference": lambda factor_set, given: difference_json(difference(factor_set, None, given)),
    "comparison": lambda factor_set, given: comparison_json(
        compared(factor_set, Axis.DATE, [Entry("a", given), Entry("b", given)])
    ),
    "overview": lambda factor_set, given: overview_json(overview_of(factor_set, None, [given]), 1, 0),
    "rows": lambda factor_set, given: csv_text(
        answer_rows(ScoredFile("a", factor_set, given, score(factor_set, given), given.date))
    ),
    "overview rows": lambda factor_set, given: overview_csv(overview_of(factor_set, None, [given])),
}


@pytest.mark.parametrize("result", FOR_PROGRAMS)
@LAW
@given(answered=answered_sets(), display=DISPLAYS)
def test_the_own_scale_changes_no_byte_of_what_programs_get(
    result: str, answered: tuple[FactorSet, Evaluation], display: Display
) -> None:
    factor_set, given_answers = answered
    written = FOR_PROGRAMS[result]
    assert written(replace(factor_set, display=display), given_answers) == written(factor_set, given_answers)


@LAW
@given(answered_sets())
def test_a_scale_that_is_turned_mirrors_the_score(answered: tuple[FactorSet, Evaluation]) -> None:
    drawn, whole = answered
    bare = _with_factors(drawn, lambda factor: factor._replace(conditions=()))  # no wish makes a partial answer whole
    given_answers = whole._replace(answers={name: Answer(answer.option) for name, answer in whole.answers.items()})
    turned = _with_factors(
        bare,
        lambda factor: factor._replace(
            scale=tuple(
                option._replace(value=1 - option.value if isinstance(option.value, Fraction) else option.value)
                for option in factor.scale
            ),
        ),
    )
    (one, other) = (score(factor_set, given_answers).total for factor_set in (bare, turned))
    assert other.coverage == one.coverage
    assert other.score == (None if one.score is None else 1 - one.score)


@pytest.mark.parametrize(
    ("shown", "figures"),
    [
        (report_html, ["3.7", "<span>1</span><span>5</span>"]),
        (report_markdown, ["3.7 (", "Scores run from 1 to 5."]),
        (
            lambda found, _day: overview_html(overview_of(found.factor_set, None, [found.evaluation] * 5)),
            ["lowest 3.7, quarter 3.7, median 3.7", "from 1 on the left to 5 on the right"],
        ),
        (lambda found, _day: difference_html(difference(found.factor_set, None, found.evaluation)), ["3.7 ("]),
        (
            lambda found, _day: comparison_html(
                compared(found.factor_set, Axis.DATE, [Entry("a", found.evaluation), Entry("b", found.evaluation)])
            ),
            [">3.7</text>", ">1</text>", ">3</text>", ">5</text>"],
        ),
    ],
    ids=["page", "markdown", "overview", "difference", "years"],
)
def test_people_see_scores_on_the_own_scale_and_no_percents(
    small: FactorSet, shown: Callable[..., str], figures: list[str]
) -> None:
    own = replace(small, display=Display(Fraction(1), Fraction(5)))
    found = report(own, evaluation({"team": "ja", "contact": "deels", "tijd": "deels"}))  # 2/3 on average: 3.7
    text = shown(found, TODAY)
    assert [figure for figure in figures if figure not in text] == []
    shares = r"\([0-9]+ %\)|(below|less than) 50 % of"  # how often something is missing, and how much is covered
    assert not re.search("[0-9] %", re.sub(shares, "", text))


def _with_factors(factor_set: FactorSet, changed: Callable[[Factor], Factor]) -> FactorSet:
    categories = tuple(
        category._replace(factors=tuple(map(changed, category.factors))) for category in factor_set.categories
    )
    return replace(factor_set, categories=categories)

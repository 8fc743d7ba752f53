"""The score, redone by hand: the small set has three required factors, `team` and `contact` under
`mensen` and `tijd` under `plek`, and one wish, `ruimte`, under `plek`. Ja is 1, deels 0.5, nee 0.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import LAW, answered_sets, answers_to, evaluation, partly
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Category, FactorSet, Special
from werkzaam.domain.score import ConditionCounts, Result, Tally, factor_result, score


class Figures(NamedTuple):
    """All figures of a tally."""

    score: Fraction | None
    scored: int
    expected: int
    counts: Mapping[str, int]
    open: int
    conditions: ConditionCounts


def figures(tally: Tally) -> Figures:
    return Figures(tally.score, tally.scored, tally.expected, tally.counts, tally.open, tally.conditions)


def total(factor_set: FactorSet, answers: Mapping[str, Answer | str]) -> Tally:
    return score(factor_set, evaluation(answers)).total


def category_scores(factor_set: FactorSet, answers: Mapping[str, Answer | str]) -> dict[str, Fraction | None]:
    return {item.category.id: item.tally.score for item in score(factor_set, evaluation(answers)).categories}


# --- examples ---------------------------------------------------------------------------------------------------


def test_the_total_is_the_exact_mean_over_factors_and_not_over_categories(small: FactorSet) -> None:
    answers = {"team": "ja", "contact": "ja", "tijd": "nee"}
    # mensen: (1 + 1) / 2 = 1; plek: 0 / 1 = 0; their mean would be 1/2, that of the factors is (1 + 1 + 0) / 3
    assert category_scores(small, answers) == {"mensen": Fraction(1), "plek": Fraction(0)}
    assert total(small, answers).score == Fraction(2, 3)
    # mensen: 1 of 2 is under 0.6; total: (0 + 1) / 2 over 2 of 3
    answers = {"team": "nee", "tijd": "ja", "contact": "weet-niet"}
    strict = replace(small, minimum_coverage=Fraction(6, 10))
    assert category_scores(strict, answers) == {"mensen": None, "plek": Fraction(1)}
    assert total(strict, answers).score == Fraction(1, 2)


@pytest.mark.parametrize("wish", ["ja", "deels", "nee", "weet-niet", "nvt", None])
def test_a_wish_stays_out_of_score_and_coverage(small: FactorSet, wish: str | None) -> None:
    tally = total(small, {"team": "ja", "contact": "nee", "tijd": "ja", "ruimte": Answer(wish)})
    # team 1, contact 0, tijd 1: 2/3, over 3 of 3
    assert (tally.score, tally.scored, tally.expected, tally.open) == (Fraction(2, 3), 3, 3, int(wish is None))


@pytest.mark.parametrize(
    ("missing", "value"),
    [
        ((), Fraction(1, 2)),  # none named: what is missing may be anything
        (("woont-dichtbij",), Fraction(1)),  # only the wish is missing: all that is required is there
        (("is-vast",), Fraction(1, 2)),
        (("is-vast", "woont-dichtbij"), Fraction(1, 2)),  # a wish and something required
        (("is-vast", "is-deskundig", "woont-dichtbij"), Fraction(1, 2)),  # all of them: it was called partial, and is
    ],
)
def test_a_partial_answer_is_whole_only_when_nothing_but_wishes_is_missing(
    small: FactorSet, missing: tuple[str, ...], value: Fraction
) -> None:
    assert factor_result(small.factor_by_id["team"], partly(*missing)).value == value


def test_wishes_that_are_missing_under_a_flat_no_do_not_make_it_whole() -> None:
    wished = examples.small().factor_by_id["team"]._replace(conditions=examples.small().factors[0].conditions[2:])
    # the factor has one condition, a wish; `nee` says that none of it is in place, and that is 0
    assert factor_result(wished, Answer("nee")).value == Fraction(0)


def test_a_factor_that_does_not_apply_leaves_the_denominator(small: FactorSet) -> None:
    tally = total(small, {"team": "ja", "contact": "nee", "tijd": "nvt"})
    # (1 + 0) / 2 = 1/2, over 2 of 2
    assert (tally.score, tally.scored, tally.expected) == (Fraction(1, 2), 2, 2)
    assert tally.coverage == Fraction(1)


@pytest.mark.parametrize("silent", ["weet-niet", None])
def test_unknown_and_open_lower_the_coverage_and_not_the_score(small: FactorSet, silent: str | None) -> None:
    tally = total(small, {"team": "ja", "contact": "ja", "tijd": Answer(silent)})
    # (1 + 1) / 2 = 1, over 2 of 3
    assert (tally.score, tally.coverage) == (Fraction(1), Fraction(2, 3))


@pytest.mark.parametrize(
    ("answers", "minimum", "coverage", "expected"),
    [
        ({"team": "ja", "contact": "deels"}, Fraction(2, 3), Fraction(2, 3), Fraction(3, 4)),  # exactly at it
        ({"team": "ja", "contact": "deels"}, Fraction(667, 1000), Fraction(2, 3), None),  # a hair under it
        ({"team": "ja", "contact": "nvt"}, Fraction(1, 2), Fraction(1, 2), Fraction(1)),  # 1 of 2
        ({"team": "ja"}, Fraction(1, 2), Fraction(1, 3), None),  # 1 of 3
        ({"team": "ja"}, Fraction(0), Fraction(1, 3), Fraction(1)),
        ({"team": "weet-niet"}, Fraction(0), Fraction(0), None),  # nothing scored: no minimum makes that a score
        ({"team": "ja", "contact": "ja", "tijd": "ja"}, Fraction(1), Fraction(1), Fraction(1)),
    ],
)
def test_there_is_a_score_from_the_minimum_coverage_on(
    small: FactorSet,
    answers: dict[str, Answer | str],
    minimum: Fraction,
    coverage: Fraction,
    expected: Fraction | None,
) -> None:
    tally = total(replace(small, minimum_coverage=minimum), answers)
    assert (tally.coverage, tally.score) == (coverage, expected)


@pytest.mark.parametrize("wish", ["ja", "nee", None])
def test_where_nothing_is_required_there_is_neither_coverage_nor_score(small: FactorSet, wish: str | None) -> None:
    tally = total(small, {"team": "nvt", "contact": "nvt", "tijd": "nvt", "ruimte": Answer(wish)})
    assert (tally.coverage, tally.score, tally.scored, tally.expected) == (None, None, 0, 0)


def test_an_empty_evaluation_has_no_score_and_covers_nothing(small: FactorSet) -> None:
    assert figures(total(small, {})) == Figures(
        score=None,
        scored=0,
        expected=3,
        counts={"ja": 0, "deels": 0, "nee": 0, "weet-niet": 0, "nvt": 0},
        open=4,
        conditions=ConditionCounts(unknown=6),
    )


def test_another_scale_scores_as_it_stands_with_one_factor_on_its_own() -> None:
    # first 3 of 4 is 0.75, second 1 of 4 is 0.25, third done is 1: (0.75 + 0.25 + 1) / 3 = 2/3
    tally = total(examples.other_scale(), {"first": "3", "second": "1", "third": "done"})
    assert figures(tally) == Figures(
        score=Fraction(2, 3),
        scored=3,
        expected=3,
        counts={"0": 0, "1": 1, "2": 0, "3": 1, "4": 0, "done": 1, "not-done": 0},
        open=0,
        conditions=ConditionCounts(),
    )


ALL = ["is-vast", "is-deskundig", "woont-dichtbij"]


@pytest.mark.parametrize(
    ("answer", "counts", "missing"),
    [
        (Answer("ja"), ConditionCounts(in_place=3), []),
        (Answer("nee"), ConditionCounts(missing=3), ALL),
        (partly(), ConditionCounts(unknown=3), []),
        (partly("is-vast"), ConditionCounts(in_place=2, missing=1), ["is-vast"]),
        (partly("woont-dichtbij"), ConditionCounts(in_place=2, missing=1), ["woont-dichtbij"]),
        (partly(*ALL), ConditionCounts(missing=3), ALL),
        (Answer("weet-niet"), ConditionCounts(unknown=3), []),
        (Answer("nvt"), ConditionCounts(), []),
        (Answer(), ConditionCounts(unknown=3), []),
        # What is named has no effect but after a partial answer.
        (Answer("ja", ("is-vast",)), ConditionCounts(in_place=3), []),
        (Answer("weet-niet", ("is-vast",)), ConditionCounts(unknown=3), []),
        (Answer("nvt", ("is-vast",)), ConditionCounts(), []),
        (Answer(None, ("is-vast",)), ConditionCounts(unknown=3), []),
    ],
)
def test_conditions_are_missing_and_counted_by_the_kind_of_answer(
    small: FactorSet, answer: Answer, counts: ConditionCounts, missing: list[str]
) -> None:
    result = factor_result(small.factor_by_id["team"], answer)
    assert (Tally(small, (result,)).conditions, [item.id for item in result.missing]) == (counts, missing)


def test_counts_include_the_wishes(small: FactorSet) -> None:
    tally = total(small, {"team": partly("is-vast"), "contact": "ja", "ruimte": "nee", "tijd": "weet-niet"})
    # conditions: team 2 in place and 1 missing, contact 1 in place, ruimte (the wish) 2 missing, tijd has none
    assert figures(tally) == Figures(
        score=Fraction(3, 4),  # (0.5 + 1) / 2
        scored=2,
        expected=3,
        counts={"ja": 1, "deels": 1, "nee": 1, "weet-niet": 1, "nvt": 0},
        open=0,
        conditions=ConditionCounts(in_place=3, missing=3),
    )


def test_the_built_in_set_expects_eighteen_of_its_nineteen_factors_and_knows_seventy_one_conditions(
    built_in: FactorSet,
) -> None:
    tally = total(built_in, {})
    assert (tally.expected, tally.open, tally.conditions) == (18, 19, ConditionCounts(unknown=71))


# --- laws -------------------------------------------------------------------------------------------------------


def tallies(result: Result) -> list[Tally]:
    return [result.total, *(item.tally for item in result.categories)]


@LAW
@given(answered_sets(), st.data())
def test_wishes_answered_otherwise_change_no_score_and_no_coverage(
    answered: tuple[FactorSet, Evaluation], data: st.DataObject
) -> None:
    factor_set, before = answered
    after = before
    for factor in factor_set.factors:
        if factor.preferred:
            after = after.with_answer(factor.id, data.draw(answers_to(factor)))
    old, new = (
        [(tally.score, tally.coverage) for tally in tallies(score(factor_set, item))] for item in (before, after)
    )
    assert new == old


@LAW
@given(answered_sets(), st.data())
def test_a_factor_that_does_not_apply_scores_like_a_set_without_it(
    answered: tuple[FactorSet, Evaluation], data: st.DataObject
) -> None:
    factor_set, found = answered
    gone = data.draw(st.sampled_from(factor_set.factors))
    smaller = replace(
        factor_set,
        categories=tuple(
            Category(item.id, item.name, tuple(factor for factor in item.factors if factor is not gone))
            for item in factor_set.categories
        ),
    )
    with_it = tallies(score(factor_set, found.with_answer(gone.id, Answer("nvt"))))
    without = tallies(score(smaller, found))
    assert [(tally.score, tally.coverage, tally.conditions) for tally in with_it] == [
        (tally.score, tally.coverage, tally.conditions) for tally in without
    ]


@LAW
@given(answered_sets())
def test_the_figures_of_any_evaluation_add_up(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, found = answered
    result = score(factor_set, found)
    parts = [item.tally for item in result.categories]
    assert result.total.scored == sum(tally.scored for tally in parts)
    assert result.total.expected == sum(tally.expected for tally in parts)
    assert result.total.conditions == tuple(map(sum, zip(*(tally.conditions for tally in parts), strict=True)))
    assert result.total.counts == {name: sum(tally.counts[name] for tally in parts) for name in result.total.counts}
    for tally, factors in zip(
        tallies(result), (factor_set.factors, *(item.category.factors for item in result.categories)), strict=True
    ):
        assert tally.score is None or 0 <= tally.score <= 1
        assert tally.coverage is None or 0 <= tally.coverage <= 1
        assert sum(tally.counts.values()) + tally.open == len(factors)
        applicable = [factor for factor in factors if found.answer(factor.id).option != "nvt"]
        assert tally.conditions.total == sum(len(factor.conditions) for factor in applicable)
    for one in (one for item in result.categories for one in item.factors):
        assert (one.scored_value is not None) is (isinstance(one.value, Fraction) and not one.factor.preferred)
        assert one.is_expected is not (one.factor.preferred or one.value is Special.NOT_APPLICABLE)
    reverse = found._replace(answers=dict(list(found.answers.items())[::-1]))
    assert score(factor_set, reverse) == result


@LAW
@given(answered_sets(), st.data())
def test_improving_an_answer_never_lowers_the_total(
    answered: tuple[FactorSet, Evaluation], data: st.DataObject
) -> None:
    factor_set, found = answered
    factor = data.draw(st.sampled_from(factor_set.factors))
    two = [data.draw(answers_to(factor, scored=True)) for _ in range(2)]
    worse, better = sorted(two, key=lambda answer: factor_result(factor, answer).scored_value or 0)
    low, high = (score(factor_set, found.with_answer(factor.id, answer)).total.score for answer in (worse, better))
    assert (low is None) == (high is None)
    assert (high or 0) >= (low or 0)

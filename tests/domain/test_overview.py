"""Many evaluations at a glance: every figure is the one that `score` and a plain mean give.

The five evaluations of the small set are those of `summing`, with their scores beside them.
"""

from collections.abc import Sequence
from fractions import Fraction
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.building import LAW, SCALE, evaluation, factor_set, partly
from tests.domain.summing import EVALUATIONS, filled_in, many_evaluations, overview_of
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet
from werkzaam.domain.names import alphabetical, plain_name
from werkzaam.domain.overview import Group, Overview, ScoreRange, overview
from werkzaam.domain.score import Tally, factor_result, score
from werkzaam.domain.summation import empty_sums, parts_of_one

NO_SCORES = ScoreRange(0, None, (), (0,) * 10)

Missing = list[tuple[str, int, int]]
"""Of conditions, or factors without any: what is missing, how often, and in how many evaluations it is known."""


def missing(group: Group) -> Missing:
    return [((item.condition or item.factor).id, item.count, item.known) for item in group.most_missing]


def scores(group: Group) -> dict[str | None, tuple[int, Fraction | None, Fraction | None, Fraction | None]]:
    return {
        category.id if category else None: (found.n, found.mean, found.quartiles[0], found.quartiles[-1])
        for category, found in group.categories
    }


# --- examples ---------------------------------------------------------------------------------------------------


def test_all_evaluations_are_one_group(small: FactorSet) -> None:
    found = overview_of(small)
    (group,) = found.groups
    assert (found.by, group.key, group.n) == (None, None, 5)
    assert scores(group) == {
        "mensen": (4, Fraction(5, 8), Fraction(1, 2), Fraction(3, 4)),  # (1/2 + 3/4 + 1/2 + 3/4) / 4
        "plek": (3, Fraction(1, 2), Fraction(0), Fraction(1)),  # (1/2 + 1 + 0) / 3
        None: (4, Fraction(29, 48), Fraction(1, 3), Fraction(5, 6)),  # (1/2 + 5/6 + 1/3 + 3/4) / 4
    }
    assert [found.quartiles[1:4] for _category, found in group.categories] == [
        (Fraction(1, 2), Fraction(5, 8), Fraction(3, 4)),
        (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)),
        (Fraction(11, 24), Fraction(5, 8), Fraction(37, 48)),
    ]
    assert [found.bins for _category, found in group.categories] == [
        (0, 0, 0, 0, 0, 2, 0, 2, 0, 0),
        (1, 0, 0, 0, 0, 1, 0, 0, 0, 1),
        (0, 0, 0, 1, 0, 1, 0, 1, 1, 0),
    ]
    assert missing(group) == [("tijd", 2, 3), ("is-vast", 2, 4), ("is-deskundig", 2, 4), ("een-punt", 1, 4)]
    assert [item.share for item in group.most_missing] == [*map(Fraction, ("2/3", "1/2", "1/2", "1/4"))]
    first = group.most_missing[1]
    assert (first.category.id, first.factor.id) == ("mensen", "team")
    assert group.perspectives == (None, "school", "samen")


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        (None, [None]),
        (Axis.DATE, ["2025", "2026"]),
        (Axis.PERSPECTIVE, [None, "samen", "school"]),  # the unsaid first, then by id
        (Axis.COLLABORATION, ["LYCEUM A", "lyceum b", "Lyceum Noord", "Lyceum Oost", "Lyceum West"]),  # as people sort
    ],
)
def test_keys_ascend(small: FactorSet, by: Axis | None, keys: list[str | None]) -> None:
    others = [filled_in(name, 2026, "school") for name in ("lyceum b", " LYCEUM A ")]
    assert [group.key for group in overview_of(small, by, [*EVALUATIONS, *others]).groups] == keys


@pytest.mark.parametrize(
    ("evaluations", "by", "perspectives"),
    [
        (EVALUATIONS, Axis.PERSPECTIVE, [(None,), ("samen",), ("school",)]),
        (EVALUATIONS, Axis.COLLABORATION, [("school",), ("school", "samen"), (None, "samen")]),
        (EVALUATIONS[::-1], None, [(None, "school", "samen")]),  # in the set's order, not as they come
        (EVALUATIONS[1:3], None, [("samen",)]),
    ],
)
def test_a_group_knows_the_sides_that_are_mixed_in_it(
    small: FactorSet, evaluations: Sequence[Evaluation], by: Axis | None, perspectives: list[tuple[str | None, ...]]
) -> None:
    assert [group.perspectives for group in overview_of(small, by, evaluations).groups] == perspectives


def test_where_nothing_parts_them_there_is_a_group_even_if_it_is_empty(small: FactorSet) -> None:
    categories = tuple((category, NO_SCORES) for category in (*small.categories, None))
    assert overview(small, None, {}) == Overview(small, None, (Group(None, 0, categories, (), ()),))
    for by in Axis:
        assert overview(small, by, {}, "school") == Overview(small, by, (), "school")


def test_every_evaluation_weighs_the_same_however_many_factors_are_behind_its_score(small: FactorSet) -> None:
    full = filled_in("Oost", 2026, None, {"team": "nee", "contact": "nee", "tijd": "nee"})
    hardly = filled_in("West", 2026, None, {"team": "ja", "contact": "nvt", "tijd": "nvt"})
    too_little = filled_in("Noord", 2026, None, {"team": "ja"})  # mensen: 1 of 2; in all 1 of 3
    (group,) = overview_of(small, None, [full, hardly, too_little]).groups
    assert (group.n, scores(group)[None]) == (3, (2, Fraction(1, 2), Fraction(0), Fraction(1)))
    assert scores(group)["mensen"] == (3, Fraction(2, 3), Fraction(0), Fraction(1))


@pytest.mark.parametrize(
    ("scores_in_parts", "quartiles"),
    [
        ([3], "3 3 3 3 3"),  # in the words of a spreadsheet: =QUARTILE.INC(A1:A4;0), and 1 to 4
        ([0, 8], "0 2 4 6 8"),
        ([8, 0, 4], "0 2 4 6 8"),
        ([1, 2, 4, 7], "1 7/4 3 19/4 7"),
        ([5, 5, 5, 5, 24], "5 5 5 5 24"),
    ],
)
def test_quartiles_are_those_of_a_spreadsheet(small: FactorSet, scores_in_parts: list[int], quartiles: str) -> None:
    sums = empty_sums(small, None)
    sums.spreads[-1].update(scores_in_parts)
    (group,) = overview(small, None, {None: sums}).groups
    found = group.categories[-1][1].quartiles
    assert found == tuple(Fraction(quartile) / parts_of_one(small) for quartile in quartiles.split())


@pytest.mark.parametrize(("score_in_parts", "place"), [(0, 0), (2, 0), (3, 1), (12, 5), (21, 8), (22, 9), (24, 9)])
def test_a_score_is_counted_where_it_lies(small: FactorSet, score_in_parts: int, place: int) -> None:
    sums = empty_sums(small, None)
    sums.spreads[-1][score_in_parts] += 1
    (group,) = overview(small, None, {None: sums}).groups
    assert group.categories[-1][1].bins == tuple(int(number == place) for number in range(10))


def test_what_is_missing_most_often_comes_first_then_by_share_then_in_the_order_of_the_set() -> None:
    asked = ("rarely", "known", "less-known", "alike", "often", "never")
    factors = tuple(
        Factor(name, name, None, preferred=False, scale=SCALE, conditions=(Condition(name, name, name, False),))  # noqa: FBT003
        for name in asked
    )
    answered = {
        "rarely": "naaaa",
        "known": "nnaaa",  # 2 of 5
        "less-known": "nnaww",  # 2 of 3
        "alike": "nnaxx",  # 2 of 3, and behind it in the set
        "often": "nnnaa",
        "never": "aaaaa",
    }
    options = {option.key: option.id for option in SCALE}
    evaluations = [evaluation({name: options[keys[number]] for name, keys in answered.items()}) for number in range(5)]
    (group,) = overview_of(factor_set((Category("c", "C", factors),)), None, evaluations).groups
    assert missing(group) == [
        ("often", 3, 5),
        ("less-known", 2, 3),
        ("alike", 2, 3),
        ("known", 2, 5),
        ("rarely", 1, 5),
    ]


def test_the_share_is_that_of_the_evaluations_in_which_it_is_known(small: FactorSet) -> None:
    answers: list[Answer | str] = ["ja", "nee", partly("is-vast"), partly(), "weet-niet", "nvt", Answer()]
    (group,) = overview_of(small, None, [filled_in("Oost", 2026, None, {"team": answer}) for answer in answers]).groups
    # known under ja, nee, and deels with something named
    assert missing(group) == [("is-vast", 2, 3), ("is-deskundig", 1, 3)]


def test_a_factor_counts_itself_where_all_its_conditions_are_good_to_have() -> None:
    conditions = tuple(Condition(name, name, name, preferred=True) for name in "ab")
    factor = Factor("f", "F.", None, preferred=False, scale=SCALE, conditions=conditions)
    answers = ("niets", Answer("deels"), partly("a"), "alles", "weet-niet", Answer())  # with a wish missing it is whole
    evaluations = [evaluation({"f": answer}) for answer in answers]
    (group,) = overview_of(factor_set((Category("c", "C", (factor,)),)), None, evaluations).groups
    assert missing(group) == [("f", 2, 4)]
    assert group.most_missing[0].condition is None


# --- the law ----------------------------------------------------------------------------------------------------


@LAW
@given(many_evaluations(), st.sampled_from([None, *Axis]))
def test_every_figure_is_that_of_a_calculation_by_hand(
    many: tuple[FactorSet, list[Evaluation]], by: Axis | None
) -> None:
    factor_set, evaluations = many
    groups: dict[str, list[Evaluation]] = {} if by else {"": []}
    for item in evaluations:
        groups.setdefault(key(by, item), []).append(item)
    found = overview_of(factor_set, by, evaluations).groups
    assert len(found) == len(groups)
    for group, members in zip(
        found, sorted(groups.values(), key=lambda each: alphabetical(name(by, each) or "")), strict=True
    ):
        assert (group.key, group.n) == (name(by, members), len(members))
        results = [score(factor_set, item) for item in members]
        expected = [naive_range([result.total.score for result in results])]
        for number in range(len(factor_set.categories)):
            expected.insert(-1, naive_range([result.categories[number].tally.score for result in results]))
        assert [scores for _category, scores in group.categories] == expected
        assert [category for category, _scores in group.categories] == [*factor_set.categories, None]
        assert [
            (item.category.id, item.factor.id, item.condition and item.condition.id, item.count, item.share)
            for item in group.most_missing
        ] == naive_missing(factor_set, members)
        assert set(group.perspectives) == {item.perspective for item in members}


def key(by: Axis | None, item: Evaluation) -> str:
    if by is None:
        return ""
    if by is Axis.COLLABORATION:
        return plain_name(item.collaboration)
    return str(item.date.year) if by is Axis.DATE else item.perspective or ""


def name(by: Axis | None, members: list[Evaluation]) -> str | None:
    if by is Axis.COLLABORATION:
        return members[0].collaboration.strip()
    return key(by, members[0]) or None if by else None


def naive_range(found: list[Fraction | None]) -> ScoreRange:
    known = [one for one in found if one is not None]
    if not known:
        return NO_SCORES
    bins = tuple(
        sum(Fraction(number, 10) <= one < Fraction(number + 1, 10) or (number == 9 and one == 1) for one in known)
        for number in range(10)
    )
    quartiles = quantiles(known, method="inclusive") if len(known) > 1 else known * 3
    return ScoreRange(len(known), sum(known, Fraction(0)) / len(known), (min(known), *quartiles, max(known)), bins)


def naive_missing(factor_set: FactorSet, members: list[Evaluation]) -> list[tuple[str, str, str | None, int, Fraction]]:
    found: list[tuple[str, str, str | None, int, Fraction]] = []
    for category in factor_set.categories:
        for factor in category.factors:
            results = [factor_result(factor, item.answer(factor.id)) for item in members]
            counts = [(result, Tally(factor_set, (result,)).conditions) for result in results]
            known = [result for result, count in counts if count.total > count.unknown]
            for condition in factor.conditions:
                count = sum(condition in result.missing for result in results)
                if count and not (factor.preferred or condition.preferred):
                    found.append((category.id, factor.id, condition.id, count, Fraction(count, len(known))))
            numbers = [result.value for result in results if isinstance(result.value, Fraction)]
            low = sum(value < 1 for value in numbers)
            if low and all(condition.preferred for condition in factor.conditions) and not factor.preferred:
                found.append((category.id, factor.id, None, low, Fraction(low, len(numbers))))
    return sorted(found, key=lambda item: (-item[3], -item[4]))

"""Many evaluations, in words: names of groups, what has to be known to read figures, and what is missing."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.domain.building import evaluation
from tests.domain.summing import filled_in, overview_of
from werkzaam.domain.comparison import Axis
from werkzaam.domain.factor_set import Category, Display, FactorSet
from werkzaam.wording.overviews import (
    evaluations_text,
    group_name,
    group_remarks,
    has_chart,
    middle_text,
    missing_text,
    most_missing,
    range_text,
    scored,
    spread_text,
)


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (None, ["All evaluations"]),
        (Axis.DATE, ["2025", "2026"]),
        (Axis.PERSPECTIVE, ["Not said", "Together", "School"]),
        (Axis.COLLABORATION, ["Lyceum Noord", "Lyceum Oost", "Lyceum West"]),
    ],
)
def test_a_group_is_called_by_what_it_has_in_common(small: FactorSet, by: Axis | None, names: list[str]) -> None:
    found = overview_of(small, by)
    assert [group_name(found, group) for group in found.groups] == names


def test_nothing_in_a_name_steers_a_terminal(small: FactorSet) -> None:
    found = overview_of(small, Axis.COLLABORATION, [filled_in("Lyceum\x1b[2J\nO\u202eost", 2026, None)])
    assert group_name(found, found.groups[0]) == "Lyceum[2J Oost"


def test_evaluations_are_counted_in_words(small: FactorSet) -> None:
    assert [evaluations_text(group.n) for group in overview_of(small, Axis.DATE).groups] == [
        "1 evaluation",
        "4 evaluations",
    ]
    assert evaluations_text(0) == "0 evaluations"


def test_a_group_says_that_it_mixes_perspectives(small: FactorSet) -> None:
    found = overview_of(small)
    assert group_remarks(found, found.groups[0]) == [
        "Several perspectives are taken together here: Not said, School, Together."
    ]
    years = overview_of(small, Axis.DATE)
    assert [len(group_remarks(years, group)) for group in years.groups] == [0, 1]  # 2025: the school alone
    sides = overview_of(small, Axis.PERSPECTIVE)
    assert [group_remarks(sides, group) for group in sides.groups] == [[], [], []]
    nothing = overview_of(small, None, [])
    assert group_remarks(nothing, nothing.groups[0]) == []


def test_a_group_says_that_others_are_left_out(small: FactorSet) -> None:
    (group,) = overview_of(small).groups
    found = overview_of(small)._replace(perspective="school")
    assert group_name(found, group) == "School"
    assert group_remarks(found, group) == ["Filled in by: School. Others are left out."]
    by_side = overview_of(small, Axis.PERSPECTIVE)._replace(perspective="school")
    assert group_remarks(by_side, by_side.groups[0]) == []


def test_an_article_has_no_capital_within_a_remark(small: FactorSet) -> None:
    school, together = small.perspectives
    named = replace(small, perspectives=(school._replace(name="The school"), together))
    found = overview_of(named)
    (group,) = found.groups
    assert group_remarks(found, group)[0].endswith("together here: Not said, the school, Together.")
    assert group_remarks(found._replace(perspective="school"), group)[0].startswith("Filled in by: the school.")


def test_scores_and_a_chart_of_them_are_put_in_words(small: FactorSet) -> None:
    (group,) = overview_of(small).groups
    assert [(scored(scores, group), range_text(scores, None)) for _category, scores in group.categories] == [
        ("4 of 5", "lowest 50 %, quarter 50 %, median 63 %, 3 quarters 75 %, highest 75 %"),
        ("3 of 5", "lowest 0 %, quarter 25 %, median 50 %, 3 quarters 75 %, highest 100 %"),
        ("4 of 5", "lowest 33 %, quarter 46 %, median 63 %, 3 quarters 77 %, highest 83 %"),
    ]
    assert [middle_text(scores, None) for _category, scores in group.categories] == [
        "50 to 75 %",
        "25 to 75 %",
        "46 to 77 %",
    ]
    assert [spread_text(scores, None) for _category, scores in group.categories] == [
        "50 % to 60 %: 2, 70 % to 80 %: 2",
        "0 % to 10 %: 1, 50 % to 60 %: 1, 90 % to 100 %: 1",
        "30 % to 40 %: 1, 50 % to 60 %: 1, 70 % to 80 %: 1, 80 % to 90 %: 1",
    ]


@pytest.mark.parametrize(("count", "lies_apart", "is_drawn"), [(0, False, False), (1, False, False), (2, True, False),
                                                              (4, True, False), (5, True, True)])  # fmt: skip
def test_of_few_scores_the_figures_say_more_than_a_chart(
    small: FactorSet, count: int, *, lies_apart: bool, is_drawn: bool
) -> None:
    one = evaluation({"team": "ja", "contact": "deels", "tijd": "nee"})
    (group,) = overview_of(small, None, [one] * count).groups
    for _category, scores in group.categories:
        assert (bool(range_text(scores, None)), bool(middle_text(scores, None))) == (lies_apart, lies_apart)
        assert has_chart(scores) is is_drawn


def test_a_span_is_shown_on_the_own_scale(small: FactorSet) -> None:
    (group,) = overview_of(small).groups
    assert middle_text(group.categories[0][1], Display(Fraction(1), Fraction(5))) == "3.0 to 4.0"


def test_a_missing_condition_says_where_it_belongs_and_how_often(small: FactorSet) -> None:
    (group,) = overview_of(small).groups
    assert [missing_text(item) for item in most_missing(group)] == [
        "There is enough time. (Place): 2 of 3 (67 %)",
        "Permanent team (People): 2 of 4 (50 %)",
        "Skilled team (People): 2 of 4 (50 %)",
        "One contact point (People): 1 of 4 (25 %)",
    ]
    item = group.most_missing[1]
    assert item.condition
    condition = item.condition._replace(text="een\ntwee\x1b[2J")
    odd = replace(item, condition=condition, category=Category("x", "\u202edrie\tvier", ()))
    assert missing_text(odd).startswith("een twee[2J (drie vier): ")


def test_people_get_to_see_the_first_ten(built_in: FactorSet) -> None:
    (group,) = overview_of(built_in, None, [evaluation({factor.id: "nee" for factor in built_in.factors})]).groups
    assert len(group.most_missing) > 10
    assert most_missing(group) == group.most_missing[:10]

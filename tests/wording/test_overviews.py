"""Many evaluations, in words: names of groups, what has to be known to read figures, and what is missing."""

from dataclasses import replace

import pytest

from tests import examples
from tests.domain.building import evaluation
from tests.domain.summing import EVALUATIONS, filled_in, overview_of
from werkzaam import language
from werkzaam.domain.comparison import Axis
from werkzaam.domain.factor_set import Category, FactorSet
from werkzaam.domain.overview import ScoreRange
from werkzaam.wording.overviews import (
    evaluations_text,
    group_name,
    group_remarks,
    group_size,
    how_summed,
    missing_text,
    most_missing,
    range_text,
    scored,
    spread_text,
)


@pytest.mark.parametrize(
    ("by", "dutch", "english"),
    [
        (None, ["Alle evaluaties"], ["All evaluations"]),
        (Axis.DATE, ["2025", "2026"], ["2025", "2026"]),
        (Axis.PERSPECTIVE, ["Niet gezegd", "Samen", "School"], ["Not said", "Together", "School"]),
        (
            Axis.COLLABORATION,
            ["Lyceum Noord", "Lyceum Oost", "Lyceum West"],
            ["Lyceum Noord", "Lyceum Oost", "Lyceum West"],
        ),
    ],
)
def test_a_group_is_called_by_what_it_has_in_common(by: Axis | None, dutch: list[str], english: list[str]) -> None:
    for spoken, names in (("nl", dutch), ("en", english)):
        language.activate(spoken)
        found = overview_of(examples.small(spoken), by)
        assert [group_name(found, group) for group in found.groups] == names


def test_nothing_in_a_name_steers_a_terminal(small: FactorSet) -> None:
    found = overview_of(small, Axis.COLLABORATION, [filled_in("Lyceum\x1b[2J\nO\u202eost", 2026, None)])
    assert group_name(found, found.groups[0]) == "Lyceum[2J Oost"


def test_evaluations_are_counted_in_words(small: FactorSet) -> None:
    assert [group_size(group) for group in overview_of(small, Axis.DATE).groups] == ["1 evaluatie", "4 evaluaties"]
    assert evaluations_text(0) == "0 evaluaties"
    language.activate("en")
    assert [evaluations_text(count) for count in range(3)] == ["0 evaluations", "1 evaluation", "2 evaluations"]


def test_a_group_says_that_it_mixes_perspectives(small: FactorSet) -> None:
    assert [group_remarks(overview_of(small), group) for group in overview_of(small).groups] == [
        ["Hier zijn meerdere perspectieven samengenomen: Niet gezegd, School, Samen."]
    ]
    found = overview_of(small, Axis.DATE)
    assert [len(group_remarks(found, group)) for group in found.groups] == [0, 1]  # 2025: the school alone
    found = overview_of(small, Axis.PERSPECTIVE)
    assert [group_remarks(found, group) for group in found.groups] == [[], [], []]
    found = overview_of(small, None, [])
    assert group_remarks(found, found.groups[0]) == []
    language.activate("en")
    found = overview_of(examples.small("en"))
    assert group_remarks(found, found.groups[0]) == [
        "Several perspectives are taken together here: Not said, School, Together."
    ]


def test_a_group_says_that_others_are_left_out(small: FactorSet) -> None:
    (group,) = overview_of(small).groups
    found = replace(overview_of(small), perspective="school")
    assert group_name(found, group) == "School"
    assert group_remarks(found, group) == ["Ingevuld door: School. Andere zijn weggelaten."]
    by_side = replace(overview_of(small, Axis.PERSPECTIVE), perspective="school")
    assert group_remarks(by_side, by_side.groups[0]) == []


def test_scores_are_put_in_words(small: FactorSet) -> None:
    (group,) = overview_of(small).groups
    (_mensen, mensen), (_plek, plek), (_all, together) = group.categories
    assert [scored(scores, group) for scores in (mensen, plek, together)] == ["4 van 5", "3 van 5", "4 van 5"]
    assert [range_text(scores) for scores in (mensen, plek, together)] == [
        "laagst 50 %, hoogst 75 %",
        "laagst 0 %, hoogst 100 %",
        "laagst 33 %, hoogst 83 %",
    ]
    language.activate("en")
    assert (scored(plek, group), range_text(plek)) == ("3 of 5", "lowest 0 %, highest 100 %")


def test_a_chart_is_put_in_words(small: FactorSet) -> None:
    (group,) = overview_of(small).groups
    assert [spread_text(scores) for _category, scores in group.categories] == [
        "50 % tot 60 %: 2, 70 % tot 80 %: 2",
        "0 % tot 10 %: 1, 50 % tot 60 %: 1, 90 % tot 100 %: 1",
        "30 % tot 40 %: 1, 50 % tot 60 %: 1, 70 % tot 80 %: 1, 80 % tot 90 %: 1",
    ]
    assert spread_text(ScoreRange(0, None, None, None, (0,) * 10)) == ""
    language.activate("en")
    assert spread_text(group.categories[0][1]) == "50 % to 60 %: 2, 70 % to 80 %: 2"


def test_a_missing_condition_says_where_it_belongs_and_how_often(small: FactorSet) -> None:
    (group,) = overview_of(small).groups
    assert [missing_text(item) for item in most_missing(group)] == [
        "Vast team (Mensen): 2 van 4 (50 %)",
        "Deskundig team (Mensen): 2 van 4 (50 %)",
        "Eén aanspreekpunt (Mensen): 1 van 4 (25 %)",
    ]
    language.activate("en")
    (group,) = overview_of(examples.small("en"), None, EVALUATIONS[4:]).groups
    assert [missing_text(item) for item in most_missing(group)] == ["Permanent team (People): 1 of 1 (100 %)"]


def test_people_get_to_see_the_first_ten(built_in: FactorSet) -> None:
    (group,) = overview_of(built_in, None, [evaluation({factor.id: "nee" for factor in built_in.factors})]).groups
    assert len(group.most_missing) > 10
    assert most_missing(group) == group.most_missing[:10]


def test_a_text_from_a_set_is_shown_on_one_line(small: FactorSet) -> None:
    (group,) = overview_of(small).groups
    item = group.most_missing[0]
    odd = replace(
        item,
        condition=replace(item.condition, text="een\ntwee\x1b[2J"),
        category=Category("x", "\u202edrie\tvier", ()),
    )
    assert missing_text(odd) == "een twee[2J (drie vier): 2 van 4 (50 %)"


def test_how_to_read_the_figures() -> None:
    assert [*how_summed()] == [
        "Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie zonder score telt niet mee.",
        "Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen blijven erbuiten.",
    ]
    language.activate("en")
    assert [*how_summed()] == [
        "Every evaluation with a score weighs the same in the mean; one without a score stays out.",
        "A condition is counted in the evaluations that say whether it is in place. Wishes stay out.",
    ]

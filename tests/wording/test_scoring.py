"""The rules of the score: they follow the answers that a set has."""

from dataclasses import replace
from fractions import Fraction

from tests import examples
from werkzaam.domain.factor_set import Category, Display, FactorSet, Option, Special
from werkzaam.wording.scoring import how_scored

VALUES = "Every answer counts for a number: "
PREFERRED = "What is good to have lowers no score"


def explained(factor_set: FactorSet) -> int:
    return sum(rule.startswith(PREFERRED) for rule in how_scored(factor_set))


def with_factors(factor_set: FactorSet, *places: int) -> FactorSet:
    factors = tuple(factor_set.factors[place] for place in places)
    return replace(factor_set, categories=(Category("a", "A", factors),))


def test_the_rules_use_the_names_that_the_set_gives_its_answers(small: FactorSet) -> None:
    values, _mean, not_applicable, unknown, minimum, later, preferred, _verdict = how_scored(small)
    assert values == f"{VALUES}Yes = 1, Partly = 0.5, No = 0."
    assert not_applicable == "“Not applicable” is left out of the calculation."
    assert unknown.startswith("“Don't know” and open factors lower no score")
    assert "less than 50 %" in minimum
    assert later.endswith("was not asked: it is left out of the calculation.")
    assert preferred.startswith(PREFERRED)


def test_answers_count_as_on_the_own_scale_of_the_instrument(small: FactorSet) -> None:
    rules = [*how_scored(replace(small, display=Display(Fraction(1), Fraction(5))))]
    assert rules[0] == f"{VALUES}Yes = 5, Partly = 3, No = 1."
    assert rules[-2].endswith("“Partly” counts for 5.")


def test_a_scale_that_is_turned_is_told_with_the_numbers_of_its_questions(small: FactorSet) -> None:
    team, contact, room, time = small.factors
    values = {"ja": Fraction(0), "nee": Fraction(1)}
    turned = tuple(option._replace(value=values.get(option.id, option.value)) for option in team.scale)
    factors = (team, *(factor._replace(scale=turned) for factor in (contact, room)), time)
    rules = [*how_scored(replace(small, categories=(Category("a", "A", factors),)))]
    assert rules[0] == f"{VALUES}Yes = 1, Partly = 0.5, No = 0."
    assert rules[1] == "In questions 2, 3 an answer counts differently: Yes = 0, Partly = 0.5, No = 1."


def test_nothing_is_said_of_conditions_where_a_set_has_none(small: FactorSet) -> None:
    bare = tuple(factor._replace(conditions=()) for factor in small.factors)
    rules = [*how_scored(replace(small, categories=(Category("a", "A", bare),)))]
    assert rules[-2] == "What is good to have lowers no score: such a factor counts in none."


def test_the_rules_name_only_what_a_set_has() -> None:
    rules = [*how_scored(examples.other_scale())]
    assert rules[0] == f"{VALUES}0 = 0, 1 = 0.25, 2 = 0.5, 3 = 0.75, 4 = 1, Done = 1, Not done = 0."
    assert rules[2].startswith("Open factors lower no score")
    assert len(rules) == 5


def test_two_names_for_the_same_meaning_are_both_named(small: FactorSet) -> None:
    first, *others = small.factors
    more = (Option("x", Special.UNKNOWN, "No idea", None), Option("y", Fraction(1, 8), "Y", None))
    longer = first._replace(scale=(*first.scale, *more))
    rules = [*how_scored(replace(small, categories=(Category("all", "All", (longer, *others)),)))]
    assert rules[0] == f"{VALUES}Yes = 1, Partly = 0.5, No = 0, Y = 0.125."
    assert rules[3].startswith("“Don't know, No idea” and open factors")


def test_what_is_preferred_is_explained_where_there_is_any_among_factors_or_conditions(small: FactorSet) -> None:
    team, contact, room, time = range(4)
    assert [explained(with_factors(small, *places)) for places in ((team, contact), (room,), (contact, time))] == [
        1,
        1,
        0,
    ]


def test_the_minimum_is_that_of_the_set(small: FactorSet) -> None:
    assert "less than 80 %" in [*how_scored(replace(small, minimum_coverage=Fraction(4, 5)))][4]


def test_names_are_shown_as_text(small: FactorSet) -> None:
    hostile = Option("a", Fraction(1), "J\x1b[31ma\u202e\n!", None)
    other = replace(small, categories=(Category("a", "A", (small.factors[0]._replace(scale=(hostile,)),)),))
    assert next(how_scored(other)) == f"{VALUES}J[31ma ! = 1."

"""The rules of the score, as whole texts: they follow the answers that a set has."""

from dataclasses import replace
from fractions import Fraction

from tests import examples
from tests.formats.reports import DUTCH_RULES, ENGLISH_RULES, RULES_OF_ANOTHER_SCALE
from werkzaam import language
from werkzaam.domain.factor_set import Category, FactorSet, Option, Special
from werkzaam.wording.scoring import how_scored


def test_the_rules_use_the_names_that_the_set_gives_its_answers(small: FactorSet) -> None:
    assert how_scored(small) == list(DUTCH_RULES)


def test_the_rules_in_english() -> None:
    language.activate("en")
    assert how_scored(examples.small("en")) == list(ENGLISH_RULES)


def test_the_rules_name_only_what_a_set_has() -> None:
    assert how_scored(examples.other_scale()) == list(RULES_OF_ANOTHER_SCALE)


def test_two_names_for_the_same_meaning_are_both_named(small: FactorSet) -> None:
    first, *others = small.factors
    more = (Option("x", Special.UNKNOWN, "Geen idee", None), Option("y", Fraction(1, 8), "Y", None))
    longer = replace(first, scale=(*first.scale, *more))
    other = replace(small, categories=(Category("alles", "Alles", (longer, *others)),))
    assert how_scored(other)[0] == "Elk antwoord telt voor een getal: Ja = 1, Deels = 0,5, Nee = 0, Y = 0,125."
    assert how_scored(other)[3].startswith("“Weet niet, Geen idee” en open factoren")


def test_a_wish_is_explained_where_there_is_only_one_among_the_conditions(small: FactorSet) -> None:
    people = replace(small, categories=small.categories[:1])
    assert not any(factor.preferred for factor in people.factors)
    assert how_scored(people) == list(DUTCH_RULES)


def test_wishes_are_not_mentioned_where_there_is_none(small: FactorSet) -> None:
    contact_and_time = replace(small, categories=(Category("a", "A", (small.factors[1], small.factors[3])),))
    assert how_scored(contact_and_time) == [*DUTCH_RULES[:5], DUTCH_RULES[6]]


def test_the_minimum_is_that_of_the_set(small: FactorSet) -> None:
    other = replace(small, minimum_coverage=Fraction(4, 5))
    assert how_scored(other)[4].startswith("Als minder dan 80 % van de factoren")


def test_the_built_in_set_explains_itself_in_seven_sentences(built_in: FactorSet) -> None:
    assert how_scored(built_in) == list(DUTCH_RULES)


def test_names_are_shown_as_text(small: FactorSet) -> None:
    hostile = Option("a", Fraction(1), "J\x1b[31ma\u202e\n!", None)
    other = replace(small, categories=(Category("a", "A", (replace(small.factors[0], scale=(hostile,)),)),))
    assert how_scored(other)[0] == "Elk antwoord telt voor een getal: J[31ma ! = 1."

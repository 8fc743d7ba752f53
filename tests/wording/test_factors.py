from dataclasses import replace
from fractions import Fraction

from tests import examples
from tests.domain.building import evaluation, partly
from werkzaam import language
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import Display, FactorSet, Option, Source, Special
from werkzaam.domain.report import report
from werkzaam.wording.factors import (
    condition_text,
    counts,
    factor_text,
    listed,
    meaning,
    nothing_named,
    option_text,
    question_text,
    score_notes,
    source_text,
    tick_request,
    within_sentence,
)
from werkzaam.wording.scoring import how_scored


def test_the_meaning_of_an_answer_follows_from_its_value() -> None:
    def of_conditions(value: Fraction | Special) -> str:
        return meaning(Option("zus-of-zo", value, "Zus of zo", None), None, has_conditions=True)

    expected: dict[Fraction | Special, str] = {
        Fraction(1): "all of it is in place",
        Fraction(0): "none of it is in place",
        Fraction(1, 3): "some of it is in place (counts for 0.3333)",
        Special.UNKNOWN: "nobody here knows yet; it lowers no score",
        Special.NOT_APPLICABLE: "does not apply here; it stays out of the score",
    }
    assert {value: of_conditions(value) for value in expected} == expected


def test_without_conditions_an_answer_means_what_it_counts_for_on_the_own_scale() -> None:
    option, scale = Option("4", Fraction(3, 4), "Agree", "4"), Display(Fraction(1), Fraction(5))
    assert meaning(option, scale, has_conditions=False) == "counts for 4"
    assert meaning(option, None, has_conditions=False) == "counts for 0.75"
    assert meaning(option, scale, has_conditions=True) == "some of it is in place (counts for 4)"
    unknown = option._replace(value=Special.UNKNOWN)
    assert meaning(unknown, scale, has_conditions=False) == "nobody here knows yet; it lowers no score"


def test_what_is_preferred_is_marked_but_not_once_more_within_a_factor_that_is(small: FactorSet) -> None:
    team, _contact, room, _time = small.factors
    assert [factor_text(factor) for factor in (team, room)] == [
        "There is a permanent team.",
        "There is a room of their own. (good to have)",
    ]
    conditions = [condition_text(item, factor, full=False) for factor in (team, room) for item in factor.conditions]
    assert conditions == ["Permanent team", "Skilled team", "Local team (good to have)", "Own room", "Central room"]


def test_that_nothing_was_named_is_said_where_it_could_have_been(small: FactorSet) -> None:
    team, contact, _room, time = small.factors
    assert [len(nothing_named(factor, partly())) for factor in (team, contact, time)] == [1, 0, 0]
    assert nothing_named(team, partly("is-vast")) == []


def test_a_condition_in_full_is_its_help(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    assert [condition_text(condition, team, full=True) for condition in team.conditions] == [
        "The team is permanent.",
        "Skilled team",
        "Local team (good to have)",
    ]


def test_what_a_set_says_of_an_answer_stands_behind_its_name() -> None:
    no = Option("nee", Fraction(0), "No", "n")
    assert [option_text(option) for option in (no, no._replace(help="none of\x1b this"))] == ["No", "No, none of this"]


def test_a_set_asks_in_its_own_words_or_else_in_those_of_the_program(small: FactorSet) -> None:
    assert question_text(small.question) == "Is this in place?"
    assert question_text("Is it\x1b true?") == "Is it true?"


def test_only_an_article_loses_its_capital_within_a_sentence() -> None:
    english = {"The school": "the school", "A school": "a school", "Together": "Together", "Thea": "Thea", "The": "The"}
    assert {name: within_sentence(name) for name in english} == english
    language.activate("nl")
    dutch = {"De school": "de school", "Het jongerenwerk": "het jongerenwerk", "Samen": "Samen", "A school": "A school"}
    assert {name: within_sentence(name) for name in dutch} == dutch


def test_names_on_a_line_keep_only_the_first_capital_of_an_article() -> None:
    assert listed(["The school"]) == "The school"
    assert listed(["The school", "The municipality", "Together"]) == "The school, the municipality, Together"


def test_texts_are_shown_as_text_on_one_line(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    hostile = "Eén\n\x1b[31mtwee\u202e"
    condition = team.conditions[0]._replace(text=hostile, help=f"{hostile}!")
    assert factor_text(team._replace(text=hostile)) == "Eén [31mtwee"
    assert condition_text(condition, team, full=False) == "Eén [31mtwee"
    assert condition_text(condition, team, full=True) == "Eén [31mtwee!"
    assert source_text(Source(hostile, hostile, hostile)).endswith(": Eén [31mtwee, Eén [31mtwee, Eén [31mtwee")


def test_conditions_are_ticked_after_the_answers_that_are_partial(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    more = (*team.scale, Option("bijna", Fraction(3, 4), "Al\x1bmost", None))
    assert tick_request(team._replace(scale=more)) == "After Partly, Almost: tick what is missing."
    assert tick_request(team._replace(scale=team.scale[:1])) == "Tick what is missing."


def test_answers_are_counted_in_the_order_of_the_set_and_those_of_a_scale_apart_too(small: FactorSet) -> None:
    def counted(factor_set: FactorSet, answers: dict[str, Answer | str]) -> str:
        given = counts(factor_set, report(factor_set, evaluation(answers)).result.total)
        return ", ".join(f"{name}: {count}" for name, count in given if count)

    assert counted(small, {"team": "nee", "contact": "deels", "tijd": "ja"}) == "Yes: 1, Partly: 1, No: 1, open: 1"
    assert counted(small, {}) == "open: 4"
    assert counted(examples.other_scale(), {"first": "4", "third": "not-done"}) == "4: 1, Not done: 1, open: 1"


def test_the_number_in_brackets_is_explained_with_the_minimum_of_the_set(small: FactorSet) -> None:
    assert "below 75 % of them" in score_notes(replace(small, minimum_coverage=Fraction(3, 4)))[0]


def test_where_the_set_asks_no_minimum_none_is_named(small: FactorSet) -> None:
    anything = replace(small, minimum_coverage=Fraction(0))
    assert score_notes(anything) == ["The number of factors behind a score stands in brackets."]
    assert "Where no factor has a number, there is no score." in how_scored(anything)


def test_how_far_scores_reach_is_told_where_they_are_no_percents(small: FactorSet) -> None:
    assert len(score_notes(small)) == 1
    scale = Display(Fraction(-5, 2), Fraction(10))
    assert score_notes(replace(small, display=scale))[1] == "Scores run from -2.5 to 10."


def test_the_source_is_named_as_far_as_it_is_known() -> None:
    sources = (Source("Wat werkt", None, None), Source("Wat werkt", "Instituut", None),
               Source("Wat werkt", None, "https://x.nl"))  # fmt: skip
    assert [source_text(source).partition(": ")[2] for source in sources] == [
        "Wat werkt",
        "Wat werkt, Instituut",
        "Wat werkt, https://x.nl",
    ]

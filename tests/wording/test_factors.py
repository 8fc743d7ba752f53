from dataclasses import replace
from fractions import Fraction

import pytest

from tests import examples
from tests.domain.building import evaluation
from werkzaam import language
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet, Option, Source, Special
from werkzaam.domain.report import report
from werkzaam.wording.factors import bracket_note, condition_text, counts, factor_text, meaning, source_text


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (Fraction(1), "alles is op orde", "all of it is in place"),
        (Fraction(0), "niets ervan is op orde", "none of it is in place"),
        (
            Fraction(1, 2),
            "een deel is op orde (telt voor 0,5)",
            "some of it is in place (counts for 0.5)",
        ),
        (
            Fraction(1, 3),
            "een deel is op orde (telt voor 0,3333)",
            "some of it is in place (counts for 0.3333)",
        ),
        (
            Special.UNKNOWN,
            "niemand hier weet het nog; dat verlaagt de score niet",
            "nobody here knows yet; it lowers no score",
        ),
        (
            Special.NOT_APPLICABLE,
            "speelt hier niet; het blijft buiten de score",
            "does not apply here; it stays out of the score",
        ),
    ],
)
def test_the_meaning_of_an_answer_follows_from_its_value(value: Fraction | Special, dutch: str, english: str) -> None:
    option = Option("zus-of-zo", value, "Zus of zo", None)
    assert meaning(option) == dutch
    language.activate("en")
    assert meaning(option) == english


def test_a_wish_among_required_conditions_is_marked(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    assert [condition_text(condition, team, full=False) for condition in team.conditions] == [
        "Vast team",
        "Deskundig team",
        "Team uit de wijk (een wens)",
    ]


def test_in_a_factor_that_is_a_wish_none_of_the_conditions_is_marked(small: FactorSet) -> None:
    room = small.factor_by_id["ruimte"]
    assert [condition_text(condition, room, full=False) for condition in room.conditions] == [
        "Eigen ruimte",
        "Centrale ruimte",
    ]


def test_a_condition_in_full_is_its_help(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    assert [condition_text(condition, team, full=True) for condition in team.conditions] == [
        "Het team is vast.",
        "Deskundig team",
        "Team uit de wijk (een wens)",
    ]


def test_a_factor_is_marked_where_it_is_a_wish(small: FactorSet) -> None:
    assert [factor_text(factor) for factor in small.factors] == [
        "Er is een vast team.",
        "Er is één aanspreekpunt.",
        "Er is een eigen ruimte. (een wens)",
        "Er is genoeg tijd.",
    ]


def test_a_wish_is_called_one_in_english() -> None:
    language.activate("en")
    english = examples.small("en")
    assert factor_text(english.factor_by_id["ruimte"]) == "There is a room of their own. (a wish)"
    team = english.factor_by_id["team"]
    assert condition_text(team.conditions[2], team, full=True) == "Local team (a wish)"


def test_texts_are_shown_as_text_on_one_line(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    hostile = "Eén\n\x1b[31mtwee\u202e"
    condition = replace(team.conditions[0], text=hostile, help=f"{hostile}!")
    assert factor_text(replace(team, text=hostile)) == "Eén [31mtwee"
    assert condition_text(condition, team, full=False) == "Eén [31mtwee"
    assert condition_text(condition, team, full=True) == "Eén [31mtwee!"
    assert source_text(Source(hostile, hostile, hostile)) == (
        "De factoren komen uit: Eén [31mtwee, Eén [31mtwee, Eén [31mtwee"
    )


@pytest.mark.parametrize(
    ("answered", "shown"),
    [
        ({"team": "ja", "contact": "deels", "ruimte": "nee"}, "Ja: 1, Deels: 1, Nee: 1, open: 1"),
        (
            {"team": "nvt", "contact": "nvt", "ruimte": "nvt", "tijd": "weet-niet"},
            "Weet niet: 1, Niet van toepassing: 3",
        ),
        ({}, "open: 4"),
    ],
)
def test_answers_are_counted_in_the_order_of_the_set(
    small: FactorSet, answered: dict[str, Answer | str], shown: str
) -> None:
    assert counts(small, report(small, evaluation(answered)).result.total) == shown


def test_answers_of_a_scale_apart_are_counted_too() -> None:
    other = examples.other_scale()
    total = report(other, evaluation({"first": "4", "third": "not-done"})).result.total
    language.activate("en")
    assert counts(other, total) == "4: 1, Not done: 1, open: 1"


def test_the_number_in_brackets_is_explained(small: FactorSet) -> None:
    assert bracket_note(replace(small, minimum_coverage=Fraction(3, 4))) == (
        "Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 75 % is er geen score."
    )
    language.activate("en")
    assert bracket_note(small) == (
        "The number of factors behind a score stands in brackets; below 50 % of them there is no score."
    )


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (Source("Wat werkt", None, None), "De factoren komen uit: Wat werkt"),
        (Source("Wat werkt", "Instituut", None), "De factoren komen uit: Wat werkt, Instituut"),
        (Source("Wat werkt", None, "https://x.nl"), "De factoren komen uit: Wat werkt, https://x.nl"),
    ],
)
def test_the_source_is_named_as_far_as_it_is_known(source: Source, shown: str) -> None:
    assert source_text(source) == shown

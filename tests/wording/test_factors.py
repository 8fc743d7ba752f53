from fractions import Fraction

import pytest

from werkzaam import language
from werkzaam.domain.factor_set import FactorSet, Option, Special
from werkzaam.wording.factors import condition_text, meaning


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
            "een deel is op orde (telt voor 0,33)",
            "some of it is in place (counts for 0.33)",
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

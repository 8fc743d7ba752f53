from fractions import Fraction

import pytest

from tests import examples
from werkzaam.domain.factor_set import FactorSet, Option, Special


@pytest.mark.parametrize(
    ("value", "partial"),
    [
        (Fraction(0), False),
        (Fraction(1, 100), True),
        (Fraction(99, 100), True),
        (Fraction(1), False),
        (Special.UNKNOWN, False),
        (Special.NOT_APPLICABLE, False),
    ],
)
def test_only_a_value_between_the_ends_is_partial(value: Fraction | Special, *, partial: bool) -> None:
    assert Option("x", value, "X", None).is_partial is partial


def test_factors_stand_in_the_order_of_the_set_with_their_categories(small: FactorSet) -> None:
    assert [(factor.id, small.category_of[factor.id].id, factor.asks_conditions) for factor in small.factors] == [
        ("team", "mensen", True),
        ("contact", "mensen", False),  # with one condition there is no choice
        ("ruimte", "plek", True),
        ("tijd", "plek", False),
    ]


def test_an_option_is_found_on_its_own_scale_alone() -> None:
    factors = examples.other_scale().factor_by_id
    assert factors["third"].option("done").value == 1
    with pytest.raises(KeyError, match="done"):
        factors["first"].option("done")
    assert [option.id for option in examples.other_scale().usual_scale] == ["0", "1", "2", "3", "4"]


def test_a_perspective_has_a_name(small: FactorSet) -> None:
    assert small.perspective_name("samen") == "Samen"
    with pytest.raises(KeyError, match="gemeente"):
        small.perspective_name("gemeente")


@pytest.mark.parametrize(
    ("score", "colour"),
    [
        (Fraction(1), "green"),
        (Fraction(8, 10), "green"),
        (Fraction(7999999, 10000000), "yellow"),
        (Fraction(5, 10), "yellow"),
        (Fraction(4999999, 10000000), "red"),
        (Fraction(0), "red"),
    ],
)
def test_a_band_begins_exactly_at_its_start(small: FactorSet, score: Fraction, colour: str) -> None:
    band = small.band(score)
    assert band is not None
    assert band.colour == colour
    assert examples.other_scale().band(score) is None

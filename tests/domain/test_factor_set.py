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


def test_factors_stand_in_the_order_of_the_set(small: FactorSet) -> None:
    assert [factor.id for factor in small.factors] == ["team", "contact", "ruimte", "tijd"]


def test_every_factor_knows_its_category(small: FactorSet) -> None:
    assert {name: category.id for name, category in small.category_of.items()} == {
        "team": "mensen",
        "contact": "mensen",
        "ruimte": "plek",
        "tijd": "plek",
    }


def test_conditions_are_asked_about_from_two_on(small: FactorSet) -> None:
    assert {factor.id: factor.asks_conditions for factor in small.factors} == {
        "team": True,
        "contact": False,
        "ruimte": True,
        "tijd": False,
    }


def test_an_option_is_found_by_its_id(small: FactorSet) -> None:
    assert small.factor_by_id["team"].option("deels").value == Fraction(1, 2)


def test_an_option_of_another_scale_is_not_found() -> None:
    factors = examples.other_scale().factor_by_id
    assert factors["third"].option("done").value == 1
    with pytest.raises(KeyError, match="done"):
        factors["first"].option("done")


def test_a_perspective_has_a_name(small: FactorSet) -> None:
    assert small.perspective_name("samen") == "Samen"


def test_an_unknown_perspective_is_not_found(small: FactorSet) -> None:
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


def test_a_set_without_bands_colours_nothing() -> None:
    assert examples.other_scale().band(Fraction(1)) is None

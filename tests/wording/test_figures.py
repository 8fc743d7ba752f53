from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import evaluation, partly
from werkzaam import language
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.wording.figures import (
    coverage,
    decimal,
    half_up,
    in_place,
    in_place_or_unknown,
    local_date,
    no_score,
    percentage,
)


@pytest.mark.parametrize(
    ("answered", "shown"),
    [
        ({"team": "ja", "contact": "nee", "tijd": "nee"}, "33 %"),  # 33.3…
        ({"team": "ja", "contact": "ja", "tijd": "nee"}, "67 %"),  # 66.6…
        ({"team": "ja", "contact": partly(), "tijd": "nvt"}, "75 %"),
        ({"team": "nee", "contact": "nee", "tijd": "nee"}, "0 %"),
        ({}, "–"),
    ],
)
def test_a_score_is_shown_in_whole_percents(small: FactorSet, answered: dict[str, Answer | str], shown: str) -> None:
    assert percentage(report(small, evaluation(answered)).result.total.score, "–") == shown


def test_half_a_percent_is_rounded_up() -> None:
    # (0.25 + 0) / 2 = 0.125, which is 12.5 %; a banker would make that 12
    other = examples.other_scale()
    total = report(other, evaluation({"first": "1", "second": "0"})).result.total
    assert percentage(total.score, "–") == "13 %"


@pytest.mark.parametrize(("code", "shown"), [("nl", "02-01-2026"), ("en", "2026-01-02")])
def test_a_date_is_written_as_people_write_it(code: str, shown: str) -> None:
    language.activate(code)
    assert local_date(date(2026, 1, 2)) == shown


@given(st.fractions(0, 100))
def test_rounding_is_that_of_school(number: Fraction) -> None:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    assert half_up(number) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize(("number", "rounded"), [("0.5", 1), ("1.5", 2), ("2.5", 3), ("2.4999", 2), ("0", 0)])
def test_what_lies_halfway_goes_up(number: str, rounded: int) -> None:
    assert half_up(Fraction(number)) == rounded


def test_where_there_is_no_score_stands_a_dash_that_the_caller_can_choose() -> None:
    assert percentage(None) == "–"
    assert percentage(None, "-") == "-"


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        ("0", "0", "0"),
        ("1", "1", "1"),
        ("0.5", "0,5", "0.5"),
        ("0.25", "0,25", "0.25"),
        ("0.125", "0,125", "0.125"),
        ("0.0001", "0,0001", "0.0001"),
        ("0.00005", "0,0001", "0.0001"),
        ("0.00004", "0", "0"),
        ("1/3", "0,3333", "0.3333"),
        ("2/3", "0,6667", "0.6667"),
    ],
)
def test_a_number_can_be_counted_on_with(number: str, dutch: str, english: str) -> None:
    assert decimal(Fraction(number)) == dutch
    language.activate("en")
    assert decimal(Fraction(number)) == english


@pytest.mark.parametrize(
    ("answered", "behind", "known"),
    [
        ({"team": "ja", "contact": "nee", "ruimte": "ja"}, "2 van 3", "5 van 6"),
        ({"team": "nvt", "contact": "ja", "ruimte": "nvt", "tijd": "ja"}, "2 van 2", "1 van 1"),
        ({"team": "nvt", "contact": "nvt", "ruimte": "nvt", "tijd": "nvt"}, "0 van 0", ""),
        ({"team": partly("is-vast")}, "1 van 3", "2 van 6"),
        ({}, "0 van 3", "0 van 6"),
    ],
)
def test_figures_say_of_how_many(small: FactorSet, answered: dict[str, Answer | str], behind: str, known: str) -> None:
    total = report(small, evaluation(answered)).result.total
    assert coverage(total) == behind
    assert in_place(total) == known


def test_of_how_many_is_said_in_english_too() -> None:
    language.activate("en")
    english = examples.small("en")
    total = report(english, evaluation({"team": "ja"})).result.total
    assert (coverage(total), in_place(total)) == ("1 of 3", "3 of 6")


def test_where_there_is_no_score_words_say_so() -> None:
    assert no_score() == "geen score"


@pytest.mark.parametrize(
    ("answered", "dutch", "english"),
    [
        ({"team": "ja", "contact": "ja", "ruimte": "nee"}, "4 van 6", "4 of 6"),
        ({"team": "weet-niet", "contact": "ja"}, "1 van 6 (5 onbekend)", "1 of 6 (5 unknown)"),
        ({"team": "nvt", "contact": "nvt", "ruimte": "nvt"}, "", ""),
    ],
)
def test_what_is_not_known_to_be_in_place_is_not_said_to_be_missing(
    small: FactorSet, answered: dict[str, Answer | str], dutch: str, english: str
) -> None:
    total = report(small, evaluation(answered)).result.total
    assert in_place_or_unknown(total) == dutch
    language.activate("en")
    assert in_place_or_unknown(total) == english

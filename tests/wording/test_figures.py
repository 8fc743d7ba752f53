from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.building import evaluation, partly
from werkzaam import language
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import Display, FactorSet
from werkzaam.domain.report import report
from werkzaam.wording.figures import (
    coverage_text,
    decimal,
    end_texts,
    half_up,
    in_place_text,
    in_place_text_with_unknown,
    local_date,
    percentage,
    read_date,
    score_text,
)


def test_a_score_is_shown_in_whole_percents_rounded_half_up() -> None:
    scores = ("0", "1/3", "2/3", "0.125", "0.12499", "1")
    assert [percentage(Fraction(score)) for score in scores] == ["0 %", "33 %", "67 %", "13 %", "12 %", "100 %"]


def test_on_the_own_scale_of_an_instrument_a_score_has_one_decimal_rounded_half_up() -> None:
    scores = ("0", "1/3", "2/3", "0.1125", "0.11249", "1")
    shown = [score_text(Fraction(score), Display(Fraction(1), Fraction(5))) for score in scores]
    assert shown == ["1.0", "2.3", "3.7", "1.5", "1.4", "5.0"]
    below_zero = Display(Fraction(-2), Fraction(2))
    assert [score_text(Fraction(score), below_zero) for score in ("0", "0.1125", "0.5")] == ["-2.0", "-1.5", "0.0"]
    assert score_text(None, below_zero, "-") == "-"
    assert end_texts(Display(Fraction(0), Fraction(1_000_000))) == ("0", "1000000")


def test_where_there_is_no_score_stands_a_dash_that_the_caller_can_choose() -> None:
    assert (percentage(None), percentage(None, "-")) == ("–", "-")


@given(st.fractions(0, 100))
@settings(max_examples=50)
def test_rounding_is_that_of_school(number: Fraction) -> None:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    assert half_up(number) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def test_a_number_can_be_counted_on_with() -> None:
    numbers = ("0", "1", "0.5", "0.125", "0.0001", "0.00005", "0.00004", "2/3")
    assert [decimal(Fraction(number)) for number in numbers] == [
        "0", "1", "0.5", "0.125", "0.0001", "0.0001", "0", "0.6667"
    ]  # fmt: skip


def test_dates_and_numbers_are_written_as_the_language_does() -> None:
    day, number = date(2026, 1, 2), Fraction("0.125")
    assert (local_date(day), decimal(number)) == ("2026-01-02", "0.125")
    language.activate("nl")
    assert (local_date(day), decimal(number)) == ("02-01-2026", "0,125")


def test_a_date_is_read_as_iso_and_as_the_dutch_write_it() -> None:
    for text in ("2026-01-02", " 02-01-2026 ", "2-1-2026"):
        assert read_date(text) == date(2026, 1, 2)
    for text in ("30-02-2026", "2026-1-2", "2 januari"):
        assert read_date(text) is None


def test_figures_say_of_how_many(small: FactorSet) -> None:
    def behind(answers: dict[str, Answer | str]) -> tuple[str, str, str]:
        total = report(small, evaluation(answers)).result.total
        return coverage_text(total), in_place_text(total), in_place_text_with_unknown(total)

    assert behind({"team": "ja", "contact": "nee", "ruimte": "ja"}) == ("2 of 3", "5 of 6", "5 of 6")
    assert behind({"team": "nvt", "contact": "ja", "ruimte": "nvt", "tijd": "ja"}) == ("2 of 2", "1 of 1", "1 of 1")
    assert behind(dict.fromkeys(("team", "contact", "ruimte", "tijd"), "nvt")) == ("0 of 0", "", "")
    assert behind({"team": partly("is-vast")}) == ("1 of 3", "2 of 6", "2 of 6 (3 unknown)")

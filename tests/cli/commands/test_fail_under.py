"""`--fail-under`: judged by the exact score, the same whatever the result looks like."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.calling import SMALL, Call, Done, refused, told, written
from werkzaam import language
from werkzaam.cli.commands.report import Threshold
from werkzaam.errors import UserError

TWO_THIRDS, FIVE_EIGHTHS = Fraction(2, 3), Fraction(5, 8)


def missed(score: str, percent: str) -> str:
    return told("The score is {score} %: {percent} % is not reached.", score=score, percent=percent)


@pytest.mark.parametrize(
    ("score", "percent"),
    [
        *((FIVE_EIGHTHS, text) for text in ("62.5", "62,5", "62,5 %", "62.5%", " 62.50 ", "62", "0", "062,500")),
        *((TWO_THIRDS, text) for text in ("66.66", "66,6666666666", "14.290000000000001")),
        (Fraction(0), "0"),
        (Fraction(1), "100"),
        (Fraction(1), "100,00 %"),
    ],
)
def test_a_score_that_is_as_high_reaches_it(score: Fraction, percent: str) -> None:
    assert Threshold.parse(percent).shortfall(score) is None


@pytest.mark.parametrize(
    ("score", "percent", "shown"),
    [
        (FIVE_EIGHTHS, "62,6", ("62,5", "62,6")),
        (FIVE_EIGHTHS, "62.51 %", ("62,5", "62,51")),
        (FIVE_EIGHTHS, "63%", ("62,5", "63")),
        (FIVE_EIGHTHS, "62.5000000001", ("62,5", "62,5000000001")),
        (TWO_THIRDS, "66.67", ("66,66", "66,67")),
        (TWO_THIRDS, "66,6666666667", ("66,66", "66,6666666667")),
        (TWO_THIRDS, "100", ("66,66", "100")),
        (Fraction(0), "0,0000000001", ("0", "0,0000000001")),
    ],
)
def test_a_score_just_below_it_does_not(score: Fraction, percent: str, shown: tuple[str, str]) -> None:
    assert f"{Threshold.parse(percent).shortfall(score)}\n" == missed(*shown)


@pytest.mark.parametrize(
    ("percent", "remarked"), [("0.8", "0,8"), ("1", "1"), ("0,01 %", "0,01"), ("0", ""), ("1.1", "")]
)
def test_a_number_that_may_be_meant_as_a_ratio_is_remarked_on(call: Call, percent: str, remarked: str) -> None:
    done = call("report", "a.yaml", *SMALL, "--format", "json", "--fail-under", percent)
    said = told("--fail-under is a percentage: {percent} % is very little.", percent=remarked) if remarked else ""
    assert (done.code, done.err) == (0, said)


def test_no_score_reaches_nothing() -> None:
    message = told("There is no score: {percent} % is not reached.", percent="0")
    assert f"{Threshold.parse('0 %').shortfall(None)}\n" == message


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "html"])
def test_every_format_is_judged_the_same_with_the_result_written_in_full(call: Call, form: str) -> None:
    words = ("report", "a.yaml", *SMALL, "--format", form)
    shown = call(*words)
    assert call(*words, "--fail-under", "75") == shown
    assert call(*words, "--fail-under", "75.01") == Done(1, shown.out, missed("75", "75,01"))
    assert call(*words, "--fail-under", "75,01", "--output", "uit.txt", "--lang", "nl") == Done(
        1, "", written("uit.txt").err + missed("75", "75,01")
    )
    assert Path("uit.txt").read_bytes() == shown.out.encode()


def test_in_english_numbers_have_points(call: Call) -> None:
    ended = call("report", "a.yaml", *SMALL, "--lang", "en", "--fail-under", "75,01")
    assert (ended.code, ended.err) == (1, "The score is 75 %: 75.01 % is not reached.\n")


def test_on_an_own_scale_the_remark_names_both_and_never_shows_one_as_the_other(call: Call) -> None:
    Path("eigen.yaml").write_text(Path("klein.yaml").read_text() + "display: {from: 1, to: 5}\n")
    for percent, told_as in (("75.01", "4.01"), ("80", "4.2")):
        ended = call("report", "a.yaml", "--factors", "eigen.yaml", "--lang", "en", "--fail-under", percent)
        said = f"The score is 75 % (4 on its own scale): {percent} % ({told_as}) is not reached.\n"
        assert (ended.code, ended.err) == (1, said)
    assert call("report", "a.yaml", "--factors", "eigen.yaml", "--fail-under", "75").code == 0


@pytest.mark.parametrize(
    "percent",
    [
        *("abc", "-1", "101", "100.0000000001", "", " ", "1e2", "nan", "0x10", "1_0", "5/8", "62.", ".5"),
        *("1.5.2", "62,5 % ja", "٦٢", "%"),
    ],
)
def test_what_is_no_number_of_percents_is_refused(percent: str) -> None:
    with pytest.raises(UserError, match=f"“{percent.replace('.', '[.]')}”"):
        Threshold.parse(percent)


def test_it_is_refused_before_anything_is_written(call: Call) -> None:
    ended = call("report", "a.yaml", *SMALL, "--output", "uit.txt", "--fail-under", "")
    assert ended == refused("--fail-under cannot be “{text}”: write a number from 0 to 100.", text="")
    assert not Path("uit.txt").exists()


@settings(max_examples=50)
@given(score=st.fractions(0, 1, max_denominator=1000), hundredths=st.integers(0, 10_000))
def test_it_is_missed_exactly_where_the_score_is_lower_and_never_shown_as_reached(
    score: Fraction, hundredths: int
) -> None:
    language.activate("en")
    wanted = Fraction(hundredths, 100)
    message = Threshold.parse(f"{hundredths // 100}.{hundredths % 100:02}").shortfall(score)
    assert (message is not None) == (score * 100 < wanted)
    if message is not None:
        assert Fraction(message.removeprefix("The score is ").split(" %")[0]) < wanted

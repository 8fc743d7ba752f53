"""`--fail-under`: judged by the exact score, the same whatever the result looks like."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.cli.commands.threshold import Threshold

SMALL = ("--factors", "klein.yaml")
FORMATS = ("table", "json", "csv", "markdown", "html")

TWO_THIRDS = examples.SMALL_ANSWERS.replace("answer: deels\n      missing:\n        - is-deskundig\n", "answer: ja\n")
TWO_THIRDS = TWO_THIRDS.replace("tijd:\n      answer:", "tijd:\n      answer: nee")
FIVE_EIGHTHS = """\
werkzaam: 1
factors: schaal
version: 1
collaboration: X
date: 2026-11-23
answers: {all: {first: {answer: "3"}, second: {answer: "2"}}}
"""
ALL = TWO_THIRDS.replace("answer: nee", "answer: ja")
NONE = ALL.replace("answer: ja", "answer: nee")
NO_SCORE = ALL.replace("answer: ja", "answer: weet-niet")


def reached(call: Call, text: str, percent: str, *more: str) -> Done:
    Path("a.yaml").write_text(text)
    return call("report", "a.yaml", *(more or SMALL), "--format", "json", "--fail-under", percent)


def missed(score: str, percent: str) -> str:
    return f"De score is {score} %: {percent} % is niet gehaald.\n"


@pytest.mark.parametrize("percent", ["62.5", "62,5", "62,5 %", "62.5%", " 62.50 ", "62", "0", "062,500"])
def test_a_score_that_equals_it_reaches_it(call: Call, percent: str) -> None:
    ended = reached(call, FIVE_EIGHTHS, percent, "--factors", "schaal.yaml")
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize(
    ("percent", "shown"), [("62,6", "62,6"), ("62.51 %", "62,51"), ("63%", "63"), ("62.5000000001", "62,5000000001")]
)
def test_a_score_just_below_it_does_not(call: Call, percent: str, shown: str) -> None:
    ended = reached(call, FIVE_EIGHTHS, percent, "--factors", "schaal.yaml", "--lang", "nl")
    assert (ended.code, ended.err) == (1, missed("62,5", shown))


@pytest.mark.parametrize(
    ("text", "percent", "code", "message"),
    [
        (TWO_THIRDS, "66.66", 0, ""),
        (TWO_THIRDS, "66,6666666666", 0, ""),
        (TWO_THIRDS, "66.67", 1, missed("66,66", "66,67")),
        (TWO_THIRDS, "66,6666666667", 1, missed("66,66", "66,6666666667")),
        (NONE, "0", 0, ""),
        (NONE, "0,0000000001", 1, missed("0", "0,0000000001")),
        (ALL, "100", 0, ""),
        (ALL, "100,00 %", 0, ""),
        (TWO_THIRDS, "100", 1, missed("66,66", "100")),
        (NO_SCORE, "0", 1, "Er is geen score: 0 % is niet gehaald.\n"),
        (NO_SCORE, "62,5 %", 1, "Er is geen score: 62,5 % is niet gehaald.\n"),
    ],
)
def test_the_exact_score_is_what_counts(call: Call, text: str, percent: str, code: int, message: str) -> None:
    ended = reached(call, text, percent)
    assert (ended.code, ended.err) == (code, message)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_judged_the_same_with_the_result_written_in_full(call: Call, form: str, lang: str) -> None:
    words = ("report", "a.yaml", *SMALL, "--format", form, "--lang", lang)
    shown = call(*words)
    told = {
        "nl": "De score is 75 %: 75,01 % is niet gehaald.\n",
        "en": "The score is 75 %: 75.01 % is not reached.\n",
    }
    assert call(*words, "--fail-under", "75") == shown
    assert call(*words, "--fail-under", "75.01") == Done(1, shown.out, told[lang])
    assert call(*words, "--fail-under", "75.01", "--output", "uit.txt") == Done(1, "", told[lang])
    assert Path("uit.txt").read_bytes() == shown.out.encode()


@pytest.mark.parametrize(
    "percent",
    [
        *("abc", "-1", "101", "100.0000000001", "", " ", "1e2", "nan", "inf", "0x10", "1_0", "5/8", "62.", ".5"),
        *("1.5.2", "62,5 % ja", "٦٢", "%"),
    ],
)
def test_what_is_no_number_of_percents_is_refused_before_anything_is_written(call: Call, percent: str) -> None:
    words = ("report", "a.yaml", *SMALL, "--output", "uit.txt", "--fail-under", percent)
    assert call(*words) == Done(
        2, "", f"--fail-under kan niet “{percent}” zijn: schrijf een getal van 0 tot en met 100.\n"
    )
    assert not Path("uit.txt").exists()


@given(
    score=st.fractions(0, 1, max_denominator=40),
    percent=st.integers(0, 10_000).map(lambda number: f"{number // 100},{number % 100:02}"),
)
def test_it_is_missed_exactly_where_the_score_is_lower(score: Fraction, percent: str) -> None:
    wanted = Fraction(percent.replace(",", "."))
    assert (Threshold.parse(percent).shortfall(score) is not None) == (score * 100 < wanted)


@given(score=st.fractions(0, 1, max_denominator=1000), hundredths=st.integers(1, 10_000))
def test_a_score_that_falls_short_is_never_shown_as_one_that_does_not(score: Fraction, hundredths: int) -> None:
    wanted = Fraction(hundredths, 100)
    message = Threshold.parse(f"{hundredths // 100}.{hundredths % 100:02}").shortfall(score)
    if message is not None:
        shown = message.removeprefix("De score is ").split(" %")[0]
        assert Fraction(shown.replace(",", ".")) < wanted
    else:
        assert score * 100 >= wanted

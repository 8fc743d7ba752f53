"""Charts on pages: lines through the years, and how many evaluations have which score."""

from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import evaluation
from werkzaam.domain.score import score
from werkzaam.formats.pages import column_chart, line_chart

SMALL_SET = examples.small()
OPTIONS = {"j": "ja", "d": "deels", "n": "nee", "-": "weet-niet"}


def scores(answers: str) -> list[Fraction | None]:
    """Return scores of 1, 0.5 and 0, and none."""
    return [score(SMALL_SET, evaluation({"tijd": OPTIONS[answer]})).categories[1].tally.score for answer in answers]


@pytest.mark.parametrize(
    ("answered", "points", "lines"),
    [
        pytest.param("njj", [(4, 36), (50, 4), (96, 4)], ["4,36 50,4 96,4"], id="it rises and stays"),
        pytest.param("j-j", [(4, 4), (96, 4)], [], id="nothing between"),
        pytest.param("jn-dj", [(4, 4), (27, 36), (73, 20), (96, 4)], ["4,4 27,36", "73,20 96,4"], id="a gap"),
        pytest.param("-jd-", [(34.67, 4), (65.33, 20)], ["34.67,4 65.33,20"], id="gaps at the ends"),
        pytest.param("--", [], [], id="no scores at all"),
        pytest.param("d", [(50, 20)], [], id="one alone"),
        pytest.param("", [], [], id="nothing"),
    ],
)
def test_a_line_ends_where_a_score_is_missing(
    answered: str, points: list[tuple[float, float]], lines: list[str]
) -> None:
    assert line_chart(scores(answered)) == (points, lines)


@given(answers=st.text("jdn-", max_size=8))
@settings(max_examples=25)
def test_every_score_is_a_point_within_the_chart_and_higher_is_higher(answers: str) -> None:
    points, _lines = line_chart(scores(answers))
    known = [number for number in scores(answers) if number is not None]
    assert len(points) == len(known)
    assert all(4 <= x <= 96 and 4 <= y <= 36 for x, y in points)
    assert [x for x, _y in points] == sorted({x for x, _y in points})
    for (one, (_x, y)), (other, (_other_x, other_y)) in combinations(zip(known, points, strict=True), 2):
        assert (one > other, one == other) == (y < other_y, y == other_y)


def test_a_column_is_as_high_as_there_are_scores() -> None:
    assert column_chart([0, 0, 0, 0]) == []
    assert column_chart([1, 0, 0, 4]) == [(0.5, 22.5, 24, 7.5), (75.5, 0, 24, 30)]


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=20))
@settings(max_examples=25)
def test_columns_stand_on_the_ground_within_the_chart_and_do_not_touch(bins: list[int]) -> None:
    columns = column_chart(bins)
    assert len(columns) == sum(count > 0 for count in bins)
    assert all(y + height == pytest.approx(30, abs=0.011) for _x, y, _width, height in columns)
    assert all(0 <= y < 30.001 and width > 0 for _x, y, width, _height in columns)
    assert all(x + width < other for (x, _y, width, _height), (other, *_rest) in pairwise(columns))
    assert not columns or (columns[0][0] >= 0 and columns[-1][0] + columns[-1][2] <= 100)
    assert not columns or max(height for *_place, height in columns) == 30

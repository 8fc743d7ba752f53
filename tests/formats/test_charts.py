"""Charts on pages: lines through the years, and how many evaluations have which score."""

from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werkzaam.documents.figures import Row, Score
from werkzaam.domain.factor_set import Display
from werkzaam.formats.pages import LineChart, column_chart, line_chart

SCORES = {"j": Fraction(1), "d": Fraction(1, 2), "n": Fraction(0), "-": None}
TOP, GROUND = 20, 108
LEFT, RIGHT = 42, 258
SIGN = 7
"""How wide a letter is, in the units of a chart."""


def chart(scores: str, first: int = 2024, display: Display | None = None) -> LineChart:
    """Return a chart of scores of 1, 0.5 and 0, and none."""
    years = [str(first + number) for number in range(len(scores))]
    return line_chart(Row("Mensen", tuple(Score(SCORES[score], display=display) for score in scores)), years)


@pytest.mark.parametrize(
    ("scores", "points", "lines"),
    [
        pytest.param("nj", [(59.5, GROUND), (240.5, TOP)], ["59.5,108 240.5,20"], id="it rises"),
        pytest.param("j-j", [(59.5, TOP), (240.5, TOP)], [], id="nothing between"),
        pytest.param(
            "jn-dj",
            [(59.5, TOP), (104.75, GROUND), (195.25, 64), (240.5, TOP)],
            ["59.5,20 104.75,108", "195.25,64 240.5,20"],
            id="a gap",
        ),
        pytest.param("--", [], [], id="no scores at all"),
        pytest.param("d", [(59.5, 64)], [], id="one alone"),
    ],
)
def test_a_line_ends_where_a_score_is_missing(scores: str, points: list[tuple[float, float]], lines: list[str]) -> None:
    drawn = chart(scores)
    assert ([*drawn.points], [*drawn.lines]) == (points, lines)
    assert [(x, y + 8) for x, y, _text in drawn.figures] == points


def test_the_axes_have_figures() -> None:
    drawn = chart("nj")
    assert [(y, text) for _x, y, text in drawn.marks] == [(GROUND + 4, "0 %"), (68, "50 %"), (TOP + 4, "100 %")]
    assert [text for _x, _y, text in drawn.labels] == ["2024", "2025"]
    assert [text for _x, _y, text in drawn.figures] == ["0 %", "100 %"]
    own = chart("nj", display=Display(Fraction(1), Fraction(5)))
    assert [text for _x, _y, text in own.marks] == ["1", "3", "5"]
    assert [text for _x, _y, text in own.figures] == ["1.0", "5.0"]


def test_how_far_scores_lie_apart_is_drawn_where_they_do() -> None:
    ends = (Fraction(1, 4), Fraction(1))
    scores = tuple(map(Score, (Fraction(1, 2), Fraction(1), None)))
    drawn = line_chart(Row("Mensen", scores, ranges=(ends, (Fraction(1), Fraction(1)), None)), ["a", "b", "c"])
    assert drawn.ranges == ((59.5, TOP, 86),)


@given(scores=st.text("jdn-", min_size=1, max_size=30))
@settings(max_examples=50)
def test_every_score_is_a_point_within_the_chart_and_higher_is_higher(scores: str) -> None:
    drawn = chart(scores)
    known = [SCORES[score] for score in scores if SCORES[score] is not None]
    assert len(drawn.points) == len(known)
    assert all(LEFT <= x <= RIGHT and TOP <= y <= GROUND for x, y in drawn.points)
    assert [x for x, _y in drawn.points] == sorted({x for x, _y in drawn.points})
    for (one, (_x, y)), (other, (_other_x, other_y)) in combinations(zip(known, drawn.points, strict=True), 2):
        assert one is not None
        assert other is not None
        assert (one > other, one == other) == (y < other_y, y == other_y)


@given(scores=st.text("jdn", min_size=1, max_size=30), wide=st.booleans())
@settings(max_examples=50)
def test_no_two_texts_of_an_axis_touch_and_the_last_is_always_there(scores: str, *, wide: bool) -> None:
    labels = [f"{number:02}-11-2026" if wide else str(2000 + number) for number in range(len(scores))]
    drawn = line_chart(Row("Mensen", tuple(Score(SCORES[score]) for score in scores)), labels)
    for texts in (drawn.labels, drawn.figures):
        assert texts[-1][0] == drawn.points[-1][0]
        ends = [(x - len(text) * SIGN / 2, x + len(text) * SIGN / 2) for x, _y, text in texts]
        assert all(end <= start for (_start, end), (start, _end) in pairwise(ends))
        assert ends[0][0] >= LEFT
        assert ends[-1][1] <= RIGHT


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

"""An overview as CSV: whole texts, and no cell that works something out."""

import csv
import io

import pytest
from hypothesis import given

from tests import examples
from tests.domain.summing import filled_in, overview_of
from tests.formats import hostile
from werkzaam.domain.comparison import Axis
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.overview_csv import overview_csv
from werkzaam.visible import visible

HEAD = "group,category,n,mean,min,max\n"

ALL = f"""{HEAD}\
,mensen,4,0.625,0.5,0.75
,plek,3,0.5,0,1
,,4,0.6042,0.3333,0.8333
"""

SIDES = f"""{HEAD}\
,mensen,0,,,
,plek,0,,,
,,0,,,
samen,mensen,2,0.625,0.5,0.75
samen,plek,2,0.5,0,1
samen,,2,0.5833,0.3333,0.8333
school,mensen,2,0.625,0.5,0.75
school,plek,1,0.5,0.5,0.5
school,,2,0.625,0.5,0.75
"""

SMALL_SET = examples.small()


def test_all_evaluations_as_csv(small: FactorSet) -> None:
    assert overview_csv(overview_of(small)) == ALL


def test_sides_as_csv(small: FactorSet) -> None:
    assert overview_csv(overview_of(small, Axis.PERSPECTIVE)) == SIDES


def test_nothing_is_a_header(small: FactorSet) -> None:
    assert overview_csv(overview_of(small, Axis.DATE, [])) == HEAD


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "'=1+1"),
        ("-1", "'-1"),
        ("\u202e@SUM(A1)", "'@SUM(A1)"),
        ("Lyceum =1", "Lyceum =1"),
        ("Lyceum\nOost, en West", "Lyceum Oost, en West"),
    ],
)
def test_a_name_that_could_work_something_out_gets_an_apostrophe(small: FactorSet, name: str, cell: str) -> None:
    _head, *rows = lines(overview_csv(overview_of(small, Axis.COLLABORATION, [filled_in(name, 2026, None)])))
    assert rows == [[cell, category, "0", "", "", ""] for category in ("mensen", "plek", "")]


@pytest.mark.parametrize("text", hostile.ONE_LINE)
def test_a_hostile_name_stays_in_its_cell(text: str) -> None:
    check_cells(text)


@given(text=hostile.shown_texts())
def test_every_name_stays_in_its_cell(text: str) -> None:
    check_cells(text)


def check_cells(text: str) -> None:
    written = overview_csv(overview_of(SMALL_SET, Axis.COLLABORATION, [filled_in(text, 2026, None)]))
    _head, *rows = lines(written)
    shown = visible(text.strip())
    assert len(rows) == 3
    for name, *others in rows:
        assert name in {shown, f"'{shown}"}
        assert not name.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert others[1:] == ["0", "", "", ""]
    assert "\r" not in written


def lines(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))

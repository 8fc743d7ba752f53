"""CSV for spreadsheets and pandas: no text leaves its cell, and no cell works something out."""

import csv
import io
import re

from hypothesis import example, given, settings

from tests import examples
from tests.domain.summing import filled_in, overview_of
from tests.formats import hostile
from werkzaam.domain.comparison import Axis
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.tables import ANSWER_COLUMNS, Row
from werkzaam.formats.tabular import csv_text, overview_csv
from werkzaam.visible import visible, visible_lines

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
ABOUT = ["a.yaml", "Oost", "2026-11-23", "samen", "klein", 2]
VALUES = [*ABOUT, "c", "f", False, None, None, list[str](), None, 1, "open"]
ROW: Row = dict(zip(ANSWER_COLUMNS, VALUES, strict=True))


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_what_is_not_there_is_empty_and_nothing_is_a_header(small: FactorSet) -> None:
    assert csv_text([]) == ",".join(ANSWER_COLUMNS) + "\n"
    assert csv_text([{**ROW, "perspective": None}]).endswith("\na.yaml,Oost,2026-11-23,,klein,2,c,f,false,,,,,1,open\n")
    assert overview_csv(overview_of(small, Axis.DATE, [])) == "group,category,n,mean,min,max,q1,median,q3\n"


def test_scores_of_groups_have_four_decimals_and_all_together_no_name(small: FactorSet) -> None:
    _head, *lines = cells(overview_csv(overview_of(small)))
    assert lines == [
        ["", "mensen", "4", "0.625", "0.5", "0.75", "0.5", "0.625", "0.75"],
        ["", "plek", "3", "0.5", "0", "1", "0.25", "0.5", "0.75"],
        ["", "", "4", "0.6042", "0.3333", "0.8333", "0.4583", "0.625", "0.7708"],
    ]
    _head, *sides = cells(overview_csv(overview_of(small, Axis.PERSPECTIVE)))
    assert [line[0] for line in sides] == [*[""] * 3, *["samen"] * 3, *["school"] * 3]


def test_what_stands_on_a_line_of_its_own_in_a_note_can_be_no_formula_either() -> None:
    [_, row] = cells(csv_text([{**ROW, "note": "Besproken:\r\n=1+1;2\n\t=2"}]))
    assert row[12] == "Besproken:\n'=1+1;2\n =2"


def test_what_could_work_something_out_gets_an_apostrophe() -> None:
    shown = {
        "=1+1": "'=1+1",
        "+1": "'+1",
        "-1": "'-1",
        "@SUM(A1)": "'@SUM(A1)",
        "\t=1": "' =1",
        "\r=1": "' =1",
        "\x00=1": "'=1",
        "\u202e=1": "'=1",
        "\ufeff=1": "'=1",
        "'=1": "'=1",
        "1=1": "1=1",
        "Zie bijlage;=1+1": "Zie bijlage;'=1+1",
        "Zie;\u202e=1;-2; =3": "Zie;'=1;'-2; =3",
        ";=1": ";'=1",
        "=1;2": "'=1;2",
        "a\t=1": "a =1",
        "": "",
    }
    written = csv_text([{**ROW, "collaboration": text} for text in shown])
    assert [row[1] for row in cells(written)[1:]] == list(shown.values())


def test_a_path_that_is_no_utf_8_can_be_written() -> None:
    [_, row] = cells(csv_text([{**ROW, "file": "map/\udcff.yaml"}]))
    assert row[0] == "map/?.yaml"


def test_numbers_are_never_taken_for_formulas() -> None:
    [_, row] = cells(csv_text([{**ROW, "value": 0.00001}]))
    assert float(row[10]) == 0.00001


def test_a_hostile_text_stays_in_its_cell() -> None:
    for text in hostile.TEXTS:
        check_cells(text)


@given(text=hostile.texts())
@example("=1\n=2")
@settings(max_examples=30)
def test_every_text_stays_in_its_cell(text: str) -> None:
    check_cells(text)


def in_every_cell(shown: str) -> str:
    """Return a text with an apostrophe before what is a formula to whoever parts cells at semicolons or line ends."""
    parts = re.split("([;\n])", shown)
    return "".join(f"'{part}" if part.startswith(("=", "+", "-", "@")) else part for part in parts)


def check_cells(text: str) -> None:
    written = csv_text([{**ROW, "file": text, "collaboration": text, "note": text}, ROW])
    head, row, after = cells(written)
    assert after[:2] == ["a.yaml", "Oost"]
    found = dict(zip(head, row, strict=True))
    for name, shown in (("file", visible(text)), ("collaboration", visible(text)), ("note", visible_lines(text))):
        assert found[name] == ("'" if text.startswith(("\t", "\r")) else "") + in_every_cell(shown)
    grouped = overview_csv(overview_of(SMALL_SET, Axis.COLLABORATION, [filled_in(text, 2026, None)]))
    names = {name for name, *_figures in cells(grouped)[1:]}
    assert names <= {in_every_cell(visible(text.strip()))}
    for name in names:
        assert not any(part.startswith(FORMULA_STARTS) for part in name.split(";"))
    assert "\r" not in written + grouped


SMALL_SET = examples.small()

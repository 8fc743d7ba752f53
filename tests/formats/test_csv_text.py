"""CSV for spreadsheets and pandas: whole texts, and no cell that works something out."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from tests.formats import hostile
from tests.formats.reports import full_report, other_report, report_rows, small_report
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.csv_text import HEADER, csv_text, defused
from werkzaam.formats.rows import Row
from werkzaam.visible import visible, visible_lines

HEAD = "file,collaboration,date,perspective,factors,version,category,factor,preferred,answer,value,missing,note\n"

SMALL = f"""{HEAD}\
a.yaml,Lyceum Oost en Stichting Straatwerk,2026-11-23,samen,klein,2,mensen,team,false,deels,0.5,is-deskundig,\
Sinds maart zijn er twee mensen.
a.yaml,Lyceum Oost en Stichting Straatwerk,2026-11-23,samen,klein,2,mensen,contact,false,ja,1,,
a.yaml,Lyceum Oost en Stichting Straatwerk,2026-11-23,samen,klein,2,plek,ruimte,true,nee,0,is-eigen is-centraal,
a.yaml,Lyceum Oost en Stichting Straatwerk,2026-11-23,samen,klein,2,plek,tijd,false,,,,
"""

FULL = f"""{HEAD}\
a.yaml,Lyceum Oost,2026-11-23,school,klein,2,mensen,team,false,deels,0.5,,"Eerst dit.
Dan dat."
a.yaml,Lyceum Oost,2026-11-23,school,klein,2,mensen,contact,false,weet-niet,,,Navragen.
a.yaml,Lyceum Oost,2026-11-23,school,klein,2,plek,ruimte,true,nvt,,,
a.yaml,Lyceum Oost,2026-11-23,school,klein,2,plek,tijd,false,nee,0,,
"""

OTHER = f"""{HEAD}\
a.yaml,Lyceum Oost,2026-11-23,,schaal,1,all,first,false,3,0.75,,
a.yaml,Lyceum Oost,2026-11-23,,schaal,1,all,second,false,1,0.25,,
a.yaml,Lyceum Oost,2026-11-23,,schaal,1,all,third,false,done,1,,
"""

ROW = Row("a.yaml", "Oost", date(2026, 11, 23), "samen", "klein", 2, "c", "f", preferred=False, answer=None, value=None,
          missing=(), note=None)  # fmt: skip


def test_a_report_as_csv(small: FactorSet) -> None:
    assert csv_text(report_rows("a.yaml", small_report(small))) == SMALL


def test_notes_keep_their_lines_and_what_is_no_number_is_empty(small: FactorSet) -> None:
    assert csv_text(report_rows("a.yaml", full_report(small))) == FULL


def test_another_scale_as_csv() -> None:
    assert csv_text(report_rows("a.yaml", other_report())) == OTHER


def test_nothing_is_a_header() -> None:
    assert csv_text([]) == HEAD


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("\x00=1", "'=1"),
        ("\u202e=1", "'=1"),
        ("\ufeff=1", "'=1"),
        ("'=1", "'=1"),
        ("1=1", "1=1"),
        ("", ""),
    ],
)
def test_what_could_work_something_out_gets_an_apostrophe(text: str, cell: str) -> None:
    assert defused(text, visible(text)) == cell


def test_a_path_that_is_no_utf_8_can_be_written() -> None:
    [_, row] = cells(csv_text([replace(ROW, file="map/\udcff.yaml")]))
    assert row[0] == "map/?.yaml"


def test_numbers_are_never_taken_for_formulas() -> None:
    [_, row] = cells(csv_text([replace(ROW, value=0.00001)]))
    assert float(row[10]) == 0.00001


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_a_hostile_text_stays_in_its_cell(text: str) -> None:
    check_cells(text)


@given(text=hostile.texts())
def test_every_text_stays_in_its_cell(text: str) -> None:
    check_cells(text)


def check_cells(text: str) -> None:
    written = csv_text([replace(ROW, file=text, collaboration=text, note=text), ROW])
    head, row, after = cells(written)
    assert head == list(HEADER)
    assert after[:2] == ["a.yaml", "Oost"]
    assert [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    found = dict(zip(head, row, strict=True))
    for name, shown in (("file", visible(text)), ("collaboration", visible(text)), ("note", visible_lines(text))):
        assert found[name] in {shown, f"'{shown}"}
        assert found[name] == shown or text.startswith(("=", "+", "-", "@", "\t", "\r")) or shown[0] in "=+-@"
    assert "\r" not in written


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))

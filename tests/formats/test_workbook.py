"""A workbook, as another program reads it: every figure is that of the tables, and every text is a text."""

import gc
import io
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell

from tests import examples
from tests.formats import hostile
from tests.formats.reports import exported, full_report, other_report, small_report
from werkzaam import language
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import Report, report
from werkzaam.errors import UserError
from werkzaam.formats import workbook as module
from werkzaam.formats.tables import TABLES, Kind, Row, ScoredFile
from werkzaam.formats.workbook import workbook
from werkzaam.language import _
from werkzaam.visible import visible, visible_lines

SHEETS = {
    "Answers": "answers",
    "Conditions": "conditions",
    "Scores": "scores",
    "Agreements": "actions",
    "Factors": "factors",
}
SMALL = examples.small("en")
FORMULA_STARTS = ("=", "+", "-", "@")
TEXTS = ("=1+1", "+31 6 12345678", "-", "@x", "https://evil.nl", "mailto:a@b.nl", "internal:A1", "{=1+1}", "1", "TRUE")
"""What a workbook could take for something else."""
XML = ("<r>", "<r></r>", "<r><t>x</t></r>", "<r></t></is></c><c><f>1+1</f></c></r>", "_x0041_", "a\ufffeb\uffff", " x ")
"""What the library, or a reader, could take for its own."""


def written(reports: Iterable[ScoredFile], factor_set: FactorSet = SMALL, tables: Sequence[str] = (*TABLES,)) -> bytes:
    stream = io.BytesIO()
    with workbook(stream, factor_set, {what: TABLES[what] for what in tables}) as book:
        for one in reports:
            book.add(one)
    return stream.getvalue()


def read(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def lines(book: Workbook, name: str) -> Iterator[dict[str, Cell | MergedCell]]:
    """Return the rows of a sheet, by the headings of their columns."""
    headings, *below = book[name].iter_rows()
    for row in below:
        yield {str(heading.value): cell for heading, cell in zip(headings, row, strict=True)}


def exported_as(book: Workbook, name: str) -> dict[str, str]:
    """Return the headings of a sheet that stand over what CSV has too, by what it is called there."""
    explained = [[cell.value for cell in line.values()] for line in lines(book, "Explanation")]
    return {str(csv): str(heading) for sheet, heading, csv, _meaning in explained if sheet == name and csv}


def expected(row: Row, column: str, kind: Kind) -> object:
    value = row[column]
    if value is None or value == []:
        return None
    if kind is Kind.DAY:
        return datetime.fromisoformat(value)
    if kind is Kind.IDS:
        return " ".join(value)
    return value


@pytest.mark.parametrize("name", SHEETS)
def test_every_value_of_a_table_stands_on_its_sheet_as_what_it_is(name: str, small: FactorSet) -> None:
    both = [exported("a.yaml", small_report(small)), exported("b.yaml", full_report(small))]
    table = TABLES[SHEETS[name]]
    rows = [*table.of_set(small), *(row for one in both for row in table.of_evaluation(one))]
    book = read(written(both))
    found, headings = [*lines(book, name)], exported_as(book, name)
    assert [*headings] == [*table.columns]
    assert [[line[headings[column]].value for column in table.columns] for line in found] == [
        [expected(row, column, kind) for column, kind in table.columns.items()] for row in rows
    ]
    types = {Kind.NUMBER: {"n"}, Kind.YES_NO: {"b"}, Kind.DAY: {"d"}}
    for column, kind in table.columns.items():
        cells = [line[headings[column]] for line in found if line[headings[column]].value is not None]
        assert {cell.data_type for cell in cells} <= types.get(kind, {"s", "inlineStr"}), column


def test_names_stand_beside_ids(small: FactorSet) -> None:
    book = read(written([exported("a.yaml", full_report(small))]))
    team, contact, *_rest = ({name: cell.value for name, cell in line.items()} for line in lines(book, "Answers"))
    assert (team["Perspective (id)"], team["Perspective"]) == ("school", "School")
    assert (team["Category (id)"], team["Category"]) == ("mensen", "People")
    assert (team["Factor (id)"], team["Factor"]) == ("team", "There is a permanent team.")
    assert (team["Answer (id)"], team["Answer"]) == ("deels", "Partly")
    assert (contact["State (id)"], contact["State"]) == ("unknown", "Unknown")
    small_book = read(written([exported("a.yaml", small_report(small))]))
    room = [*lines(small_book, "Answers")][2]
    assert (room["Missing (id)"].value, room["Missing"].value) == ("is-eigen is-centraal", "Own room; Central room")
    agreed = [*lines(book, "Agreements")][2]
    assert (agreed["What became of it (id)"].value, agreed["What became of it"].value) == ("done", "Done")
    for sheet in book:
        headings = [str(cell.value) for cell in sheet[1]]
        for number, heading in enumerate(headings):
            if heading.endswith(" (id)"):
                assert f"{headings[number + 1]} (id)" == heading
        assert len({*headings}) == len(headings)


def test_a_set_without_perspectives_and_conditions_has_them_empty() -> None:
    book = read(written([exported("a.yaml", other_report())], examples.other_scale()))
    first = next(lines(book, "Answers"))
    assert (first["Answer"].value, first["Perspective"].value, first["Value"].value) == ("3", None, 0.75)
    assert [*lines(book, "Conditions")] == []


def test_every_column_is_explained_in_the_language_that_is_spoken(small: FactorSet) -> None:
    for code in language.LANGUAGES:
        language.activate(code)
        book = read(written([exported("a.yaml", small_report(small))]))
        *sheets, last = book.sheetnames
        assert [*sheets, last] == [_(name) for name in (*SHEETS, "Explanation")]
        columns = [(name, cell.value) for name in sheets for cell in book[name][1]]
        assert columns == [tuple(cell.value for cell in row[:2]) for row in book[last].iter_rows(min_row=2)]
        assert all(row[3].value for row in book[last].iter_rows())


def test_one_table_is_a_sheet_and_the_explanation(small: FactorSet) -> None:
    book = read(written([exported("a.yaml", small_report(small))], tables=["scores"]))
    assert book.sheetnames == ["Scores", "Explanation"]


def test_headings_stay_in_view_have_filters_and_fit(small: FactorSet) -> None:
    book = read(written([exported("a.yaml", small_report(small))]))
    for sheet in book:
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
        widths = {
            number: columns.width
            for columns in sheet.column_dimensions.values()
            for number in range(columns.min or 0, (columns.max or 0) + 1)
        }
        for number, column in enumerate(sheet.iter_cols(values_only=True), 1):
            longest = max(len(value) for value in column if isinstance(value, str))
            assert min(longest, module.WIDEST) <= widths[number] <= module.WIDEST + 1


def test_the_same_rows_give_the_same_bytes_and_no_time_but_that_of_the_evaluation(
    small: FactorSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = written([exported("a.yaml", full_report(small))])
    monkeypatch.setattr("time.time", lambda: 0)
    assert written([exported("a.yaml", full_report(small))]) == content
    properties = read(content).properties
    assert (properties.creator, properties.lastModifiedBy) == (None, None)
    assert {properties.created, properties.modified} == {datetime(2026, 11, 23)}  # noqa: DTZ001 (as a workbook has it)
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 31, 0, 0, 0)}


def test_a_hostile_text_stays_a_text() -> None:
    check_texts(*TEXTS, *XML, *hostile.TEXTS)


@given(text=hostile.texts())
@example("<r>\n</r>")
@settings(max_examples=15)
def test_every_text_stays_a_text(text: str) -> None:
    check_texts(text)


def check_texts(*texts: str) -> None:
    found = small_report(SMALL)
    given = ((text, found.evaluation.with_answer("team", Answer("ja", None, text))) for text in texts)
    reports = [exported(text, report(SMALL, answered._replace(collaboration=text))) for text, answered in given]
    content = written(reports, tables=["answers"])
    rows = [*lines(read(content), "Answers")]
    for text, line in zip(texts, rows[:: len(SMALL.factors)], strict=True):
        for heading, shown in (
            ("File", visible(text)),
            ("Collaboration", visible(text)),
            ("Note", visible_lines(text)),
        ):
            cell = line[heading]
            assert (cell.value or "") == escaped(shown)
            assert cell.value is None or cell.data_type in ("s", "inlineStr")
            assert cell.hyperlink is None
            assert bool(cell.quotePrefix) is shown.startswith(FORMULA_STARTS)
    assert len(rows) == len(texts) * len(SMALL.factors)
    parts = zipfile.ZipFile(io.BytesIO(content))
    assert not any(b"<f>" in parts.read(name) or b"<f " in parts.read(name) for name in parts.namelist())
    assert not any("externalLink" in name for name in parts.namelist())


def escaped(text: str) -> str:
    """Return a text as openpyxl reads it from a cell: two signs that XML has not stay as a workbook spells them."""
    return text.replace("_x0041_", "_x005F_x0041_").replace("\ufffe", "_xFFFE_").replace("\uffff", "_xFFFF_")


def test_a_text_that_a_cell_cannot_hold_is_cut_and_counted(small: FactorSet) -> None:
    fits, too_long = "x" * 32_767, "😀" * 16_384  # of two units each
    stream = io.BytesIO()
    with workbook(stream, small, {"answers": TABLES["answers"]}) as book:
        book.add(exported(fits, small_report(small)))
        assert book.cut == 0
        book.add(exported(too_long, small_report(small)))
        assert book.cut == len(small.factors)
    files = {str(line["File"].value) for line in lines(read(stream.getvalue()), "Answers")}
    assert files == {fits, "😀" * 16_383 + "…"}


def test_more_rows_than_a_sheet_holds_are_refused(small: FactorSet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 24)
    one = exported("a.yaml", small_report(small))
    assert len([*lines(read(written([one] * 6, tables=["answers"])), "Answers")]) == 24
    with pytest.raises(UserError, match="“Answers” cannot hold more than 24 rows"):
        written([one] * 7, tables=["answers"])


def test_a_day_that_a_workbook_does_not_know_stands_there_as_text(small: FactorSet) -> None:
    found = small_report(small)
    days = [date(1, 1, 1), date(1899, 12, 31), date(1900, 1, 1), date(1900, 3, 1), date(9999, 12, 31)]
    evaluations = [found._replace(evaluation=found.evaluation._replace(date=day)) for day in days]
    book = read(written([exported("a", one) for one in evaluations], tables=["scores"]))
    cells = [line["Date"] for line in lines(book, "Scores")]
    assert [cell.value for cell in cells[:: len(small.categories) + 1]] == [
        "0001-01-01",
        "1899-12-31",
        *(datetime.combine(day, datetime.min.time()) for day in days[2:]),
    ]


@pytest.mark.parametrize("fails", [False, True])
def test_nothing_is_left_on_the_disk(
    fails: bool,  # noqa: FBT001 (a case)
    small: FactorSet,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    seen: list[Path] = []

    def fill(found: Report) -> None:
        with workbook(io.BytesIO(), small, TABLES) as book:
            book.add(exported("a.yaml", found))
            seen.extend(tmp_path.iterdir())
            if fails:
                raise UserError("genoeg")

    if fails:
        with pytest.raises(UserError, match="genoeg"):
            fill(small_report(small))
    else:
        fill(small_report(small))
    gc.collect()  # an open file would be told
    assert (len(seen), [*tmp_path.iterdir()]) == (1, [])


def test_what_the_system_says_when_it_cannot_be_written_comes_out_as_it_is(small: FactorSet) -> None:
    class Full(io.BytesIO):
        def write(self, _content: object) -> int:
            raise OSError(28, "No space left on device")

    stream = Full()
    with pytest.raises(OSError, match="No space left"), workbook(stream, small, {"scores": TABLES["scores"]}):
        pass
    stream.close()
    gc.collect()  # what the library tries to write when it is cleared away would be told

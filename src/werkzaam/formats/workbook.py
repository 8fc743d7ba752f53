"""Exported tables as a workbook: numbers, dates and booleans are cells of that type, and every text stays a text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format

from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.formats.sheets import SheetColumn, sheet_columns
from werkzaam.formats.tables import Kind, Row, ScoredFile, Table
from werkzaam.language import _
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.columns import explanation_headings, explanation_name, sheet_name

LONGEST_TEXT = 32_767
"""How many UTF-16 code units a cell holds."""
MOST_ROWS = 1_048_575
"""How many rows a sheet holds below its headings."""
_FIRST_DAY = date(1900, 1, 1)
WIDEST = 60
"""The width to which a column can grow, in characters."""
_BUTTON = 4
"""The width of a filter button beside its heading, in characters."""
_FORMULA_STARTS = ("=", "+", "-", "@")
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "use_zip64": True,  # a file below 2 GiB is the same as without it
}
_TOP = {"valign": "top"}
_FORMATS: Mapping[str, Mapping[str, object]] = {
    "heading": {**_TOP, "bold": True},
    "plain": _TOP,
    "day": {**_TOP, "num_format": 14},  # in the date format of the reader's own system
    "lines": {**_TOP, "text_wrap": True},
}
_Formats = Mapping[tuple[str, bool], Format]
"""Cell formats by name and by `quote_prefix`, which tells a spreadsheet that a text is no formula."""


class Book:
    """A workbook to which evaluations are added one by one."""

    def __init__(self, book: Workbook, factor_set: FactorSet, tables: Mapping[str, Table]) -> None:
        self._book = book
        self._tables = tables
        self._newest = _FIRST_DAY
        formats = {
            (name, quoted): book.add_format({**form, "quote_prefix": quoted})
            for name, form in _FORMATS.items()
            for quoted in (False, True)
        }
        explained = [SheetColumn(heading, Kind.TEXT, "", None, str) for heading in explanation_headings()]
        columns = {what: [*sheet_columns(what, table, factor_set)] for what, table in tables.items()}
        self._sheets = {what: _Sheet(book, sheet_name(what), columns[what], formats) for what in tables}
        self._explanation = _Sheet(book, explanation_name(), explained, formats)
        self._add(lambda table: table.of_set(factor_set))
        for what, those in columns.items():
            for column in those:
                self._explanation.add([sheet_name(what), column.heading, column.exported, column.meaning])

    @property
    def cut(self) -> int:
        """How many texts were too long for a cell and were cut; each ends in an ellipsis."""
        return sum(sheet.cut for sheet in self._sheets.values())

    def add(self, scored: ScoredFile) -> None:
        """Add the rows of an evaluation. Raises UserError if a sheet cannot hold them."""
        self._newest = max(self._newest, scored.evaluation.date)
        self._add(lambda table: table.of_evaluation(scored))

    def finish(self) -> None:
        """Set the filters and widths of the sheets, and the date of the newest evaluation as that of the workbook."""
        for sheet in (*self._sheets.values(), self._explanation):
            sheet.finish()
        self._book.set_properties({"created": datetime.combine(self._newest, datetime.min.time())})

    def _add(self, rows_of: Callable[[Table], Iterator[Row]]) -> None:
        for what, table in self._tables.items():
            sheet = self._sheets[what]
            for row in rows_of(table):
                sheet.add([column.value(row) for column in sheet.columns])


@contextmanager
def workbook(stream: IO[bytes], factor_set: FactorSet, tables: Mapping[str, Table]) -> Iterator[Book]:
    """Write a workbook with a sheet for each table and one that explains their columns, once the `with` block is done.

    Rows wait on disk, not in memory; the same rows give the same bytes. Raises OSError if writing fails.
    """
    with TemporaryDirectory(prefix="werkzaam-", ignore_cleanup_errors=True) as folder:
        lent = _Lent(stream)
        book = Workbook(lent, {**_OPTIONS, "tmpdir": folder})
        try:
            filled = Book(book, factor_set, tables)
            yield filled
            filled.finish()
            book.close()
        except FileCreateError as error:  # in which XlsxWriter wraps an OSError
            raise error.args[0] from error
        finally:
            lent.take_back()
            for sheet in book.worksheets():  # still open after an aborted export
                sheet.row_data_fh.close()


class _Lent:
    """A stream that can be taken back: `ZipFile.__del__` would still write to it after an aborted export."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (any attribute of a stream)
        return getattr(self._stream, name)

    def take_back(self) -> None:
        self._stream = BytesIO()


class _Sheet:
    """A sheet to which rows are added one by one."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[SheetColumn], formats: _Formats) -> None:
        self.columns = columns
        self.cut = 0
        """How many texts were cut."""
        self._name = name
        self._formats = formats
        self._sheet = book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        self._row = 0
        self._widths = [len(column.heading) + _BUTTON for column in columns]
        for number, column in enumerate(columns):
            self._text(number, column.heading, "heading")

    def add(self, values: Sequence[Any]) -> None:
        """Add a row of values, each of its column's kind or None. Raises UserError if the sheet is full."""
        if self._row == MOST_ROWS:
            message = _("The sheet “{sheet}” cannot hold more than {count} rows: take fewer files, or --format csv.")
            raise UserError(message.format(sheet=self._name, count=MOST_ROWS))
        self._row += 1
        for number, (column, value) in enumerate(zip(self.columns, values, strict=True)):
            if value is not None and value != []:
                self._cell(number, column.kind, value)

    def finish(self) -> None:
        """Set the filter and the widths of the columns, which depend on the rows that were added."""
        self._sheet.autofilter(0, 0, self._row, len(self.columns) - 1)
        for number, width in enumerate(self._widths):
            self._sheet.set_column(number, number, width)

    def _cell(self, number: int, kind: Kind, value: Any) -> None:  # noqa: ANN401 (its type follows from the kind)
        plain = self._formats["plain", False]
        if kind is Kind.NUMBER:
            self._sheet.write_number(self._row, number, value, plain)
        elif kind is Kind.YES_NO:
            self._sheet.write_boolean(self._row, number, value, plain)
        elif kind is Kind.DAY and (day := date.fromisoformat(value)) >= _FIRST_DAY:
            self._sheet.write_datetime(self._row, number, day, self._formats["day", False])
            self._widen(number, value)
        elif kind is Kind.NOTE:
            self._text(number, visible_lines(value), "lines")
        else:
            self._text(number, " ".join(value) if kind is Kind.IDS else visible(value), "plain")

    def _text(self, number: int, text: str, form: str) -> None:
        """Write a text literally, even if it looks like a formula or `<r>…</r>`, which XlsxWriter copies as XML."""
        fitting = _fitting(text)
        self.cut += fitting != text
        cell_format = self._formats[form, fitting.startswith(_FORMULA_STARTS)]
        if fitting.startswith("<r>") and fitting.endswith("</r>"):
            self._sheet.write_rich_string(self._row, number, *fitting[:2], fitting[2:], cell_format)
        else:
            self._sheet.write_string(self._row, number, fitting, cell_format)
        self._widen(number, fitting)

    def _widen(self, number: int, text: str) -> None:
        if len(text) >= self._widths[number] < WIDEST:
            self._widths[number] = min(WIDEST, max(self._widths[number], 1 + max(map(len, text.split("\n")))))


def _fitting(text: str) -> str:
    """Return a text, cut and ended with an ellipsis if it is too long for a cell."""
    if len(text) <= LONGEST_TEXT // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    return units[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", "ignore") + "…"

"""Reading of files: from bytes to text, with a limit on the size."""

import errno
import os
import re
import stat
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from werkzaam.errors import UserError
from werkzaam.files.disk import sharing
from werkzaam.files.disk.locations import refuse_device
from werkzaam.files.problems import Problem, Severity, UnusableFileError
from werkzaam.language import N_, _
from werkzaam.system_errors import is_folder, is_no_file, unreadable

MAXIMUM_SIZE = 1024 * 1024
"""The largest file that is read, in bytes. A filled-in questionnaire with long notes stays under a tenth of it."""
BOM = "\ufeff"
LINE_END = re.compile(r"\r\n|\r|\n")
"""All that YAML 1.2 takes for the end of a line."""
_OTHERS = (
    (b"PK\x03\x04", b"word/", N_("a Word document")),
    (b"PK\x03\x04", b"xl/", N_("an Excel workbook")),
    (b"PK\x03\x04", b"opendocument", N_("a LibreOffice document")),
    (b"PK\x03\x04", b"", N_("a ZIP file")),
    (b"\xd0\xcf\x11\xe0", b"", N_("an old Office document")),
    (b"{\\rtf", b"", N_("an RTF document")),
    (b"%PDF-", b"", N_("a PDF")),
    (b"\x89PNG", b"", N_("a picture")),
    (b"\xff\xd8\xff", b"", N_("a picture")),
)
"""Kinds of other files: the bytes they start with, bytes they contain, and their name. The first match counts."""


@dataclass(frozen=True)
class Source:
    """The text of a file, exactly as it stands there."""

    name: str
    """The path as it was given."""
    text: str
    """Without a byte order mark; line ends are left alone."""
    bom: bool = False
    """Whether the file starts with a byte order mark."""

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column, from 1, of the character at an index of the text."""
        line = bisect_right(self._line_starts, index)
        return line, index - self._line_starts[line - 1] + 1

    def line(self, index: int) -> tuple[int, int]:
        """Return the start and end index of the line with the character at an index, without its line end."""
        number = bisect_right(self._line_starts, index)
        start, *following = self._line_starts[number - 1 : number + 1]
        return start, start + len(self.text[start : following[0] if following else None].rstrip("\r\n"))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def problem(self, index: int, message: str, severity: Severity = Severity.ERROR) -> Problem:
        """Return a problem at an index of the text."""
        return Problem(self.name, *self.place(index), message, severity)

    def encoded(self) -> bytes:
        """Return the bytes of the file: UTF-8, with a byte order mark if `bom`."""
        return ((BOM if self.bom else "") + self.text).encode()


def read_file(path: Path) -> Source:
    """Read a file. Raises UserError if it cannot be read, UnusableFileError as `decode` does."""
    return _read(path, None)


def read_regular(path: Path) -> Source:
    """Read a file that is also written: as `read_file` does, but raise UserError for a pipe, device or folder too.

    Opening never blocks, even if a pipe took the place of the file a moment ago.
    """
    return _read(path, _opened_if_regular)


_Opener = Callable[[str, int], int] | None


def _read(path: Path, opener: _Opener) -> Source:
    try:
        return decode(read_content(path, opener), str(path))
    except OSError as error:
        raise UserError(unreadable(str(path), error)) from error


def _opened_if_regular(path: str, flags: int) -> int:
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    raise UserError(is_folder(path) if stat.S_ISDIR(mode) else is_no_file(path))


def read_content(path: str | Path, opener: _Opener = None) -> bytes:
    """Return the bytes of a file, MAXIMUM_SIZE + 1 at most. Raises OSError if that fails, and as `opener` does."""
    refuse_device(path)
    return sharing.read(path, lambda: _content(path, opener))


def _content(path: str | Path, opener: _Opener) -> bytes:
    try:
        with open(path, "rb", opener=opener) as stream:
            return _bounded(stream)
    except PermissionError:
        if os.path.isdir(path):  # noqa: PTH112 (`path` may be a string); Windows says no more of a folder
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path)) from None
        raise


def _bounded(stream: BinaryIO) -> bytes:
    # read(n) allocates n bytes first: with n = 1 MiB that takes longer than to read a small file.
    expected = min(os.fstat(stream.fileno()).st_size, MAXIMUM_SIZE)
    content = stream.read(expected + 1)
    if len(content) > expected:  # a pipe has no size, and a file may grow
        content += stream.read(MAXIMUM_SIZE - expected)
    return content


def decode(content: bytes, name: str) -> Source:
    """Decode the bytes of a file. Raises UnusableFileError if it is too large, not UTF-8, or of another program."""
    other = next((kind for start, part, kind in _OTHERS if content.startswith(start) and part in content), None)
    if other:
        message = _("This is {kind}, no file of werkzaam: use the file with a name that ends in .yaml.")
        raise UnusableFileError([Problem(name, 0, 0, message.format(kind=_(other)))])
    if len(content) > MAXIMUM_SIZE:
        message = _("The file is larger than 1 MiB: this is not a file of werkzaam.")
        raise UnusableFileError([Problem(name, 1, 1, message)])
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        readable = Source(name, content[: error.start].decode())
        message = _("This character is not UTF-8. Save the file in the encoding UTF-8.")
        raise UnusableFileError([readable.problem(len(readable.text), message)]) from error
    return Source(name, text.removeprefix(BOM), bom=text.startswith(BOM))

import errno
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.failing import failing
from werkzaam.errors import UserError
from werkzaam.files.problems import Problem, UnusableFileError
from werkzaam.files.reading import MAXIMUM_SIZE, Source, decode, read_content, read_file

NOT_UTF_8 = "This character is not UTF-8. Save the file in the encoding UTF-8."
TOO_LARGE = "The file is larger than 1 MiB: this is not a file of werkzaam."


def refused(content: bytes) -> str:
    with pytest.raises(UnusableFileError) as caught:
        decode(content, "antwoorden.yaml")
    return str(caught.value)


def zipped(*names: str, text: str = "") -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "text", "bom"),
    [
        (b"", "", False),
        ("één 😀\r\n".encode(), "één 😀\r\n", False),
        (b"\xef\xbb\xbfa: 1\rb", "a: 1\rb", True),
        ("\ufeff\ufeffa".encode(), "\ufeffa", True),  # only the first is a byte order mark
    ],
)
def test_a_text_is_read_as_it_stands_and_its_bytes_can_be_made_again(content: bytes, text: str, *, bom: bool) -> None:
    source = decode(content, "a.yaml")
    assert source == Source("a.yaml", text, bom=bom)
    assert source.encoded() == content


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("werkzaam: 1\ncollaboration: café één\n".encode("latin-1"), "2:19"),
        ("a: 1\r\nb: é😀".encode() + b"\xff", "2:6"),  # in characters, not in bytes
        ("a: €".encode()[:-1], "1:4"),
    ],
)
def test_what_is_no_utf_8_is_refused_at_its_first_bad_character(content: bytes, place: str) -> None:
    assert refused(content) == f"antwoorden.yaml:{place}: {NOT_UTF_8}"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (zipped("mimetype", text="application/vnd.oasis.opendocument.text"), "a LibreOffice document"),
        (zipped("werkzaam.yaml"), "a ZIP file"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "an old Office document"),
        (rb"{\rtf1\ansi werkzaam: 1}", "an RTF document"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"%PDF-1.7\n" + bytes(MAXIMUM_SIZE), "a PDF"),
    ],
)
def test_a_file_of_another_program_is_told_by_what_it_is(content: bytes, kind: str) -> None:
    advice = "no file of werkzaam: use the file with a name that ends in .yaml."
    assert refused(content) == f"antwoorden.yaml: This is {kind}, {advice}"


def test_a_mebibyte_is_read_and_a_byte_more_refused_whatever_it_holds() -> None:
    assert len(decode(b"x" * MAXIMUM_SIZE, "a.yaml").text) == 1024 * 1024
    assert refused(b"\xff" * (MAXIMUM_SIZE + 1)) == f"antwoorden.yaml:1:1: {TOO_LARGE}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_wide_encoding_does_not_pass_for_a_file(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "wijd.yaml"
    path.write_bytes("é: 1\n".encode(encoding))
    with pytest.raises(UnusableFileError) as caught:
        read_file(path)
    assert str(caught.value) == f"{path}:1:{2 if encoding == 'utf-16-be' else 1}: {NOT_UTF_8}"


@pytest.mark.parametrize("size", [0, 1, MAXIMUM_SIZE, MAXIMUM_SIZE + 1, 2 * MAXIMUM_SIZE])
def test_a_file_is_read_no_further_than_one_byte_past_the_limit(size: int, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * size)
    assert len(read_content(tmp_path / "a.yaml")) == min(size, MAXIMUM_SIZE + 1)


def test_what_tells_no_size_is_read_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor() as writer:
        written = writer.submit((tmp_path / "pipe").write_bytes, b"werkzaam: 1\n" * 10_000)
        assert read_content(tmp_path / "pipe") == b"werkzaam: 1\n" * 10_000
        assert written.result() == 120_000


def test_a_file_has_the_name_that_its_user_gave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    assert read_file(path) == Source(str(path), "a: 1\n")
    monkeypatch.chdir(tmp_path)
    assert read_file(Path("a.yaml")) == Source("a.yaml", "a: 1\n")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (errno.ENOENT, "a.yaml: there is no such file."),
        (errno.EISDIR, "a.yaml: this is a folder; name a file in it."),
        (errno.EACCES, "a.yaml: you are not allowed to read this file."),
        (errno.ENOTDIR, "a.yaml: cannot be read (a part of the path is not a folder)."),
    ],
)
def test_why_a_file_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, message: str
) -> None:
    monkeypatch.setattr("builtins.open", failing(error))
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / "a.yaml")
    assert str(caught.value) == str(tmp_path / message)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("😀é\n\nb", [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2)]),
        ("a\r\n\r\nb", [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2)]),
        ("a\r\rb", [(1, 1), (1, 2), (2, 1), (3, 1), (3, 2)]),
        ("a\r\nb\rc\n", [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1)]),
        ("a\u2028\x85b", [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5)]),  # these end no line here
        ("", [(1, 1)]),
    ],
)
def test_lines_and_columns_count_from_1_in_characters(text: str, places: list[tuple[int, int]]) -> None:
    source = Source("a.yaml", text)
    assert [source.place(index) for index in range(len(text) + 1)] == places
    assert source.problem(len(text), "X.") == Problem("a.yaml", *places[-1], "X.")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ab\n\nc", [(0, 2), (0, 2), (0, 2), (3, 3), (4, 5), (4, 5)]),
        ("a\r\n\rb\r", [(0, 1), (0, 1), (0, 1), (3, 3), (4, 5), (4, 5), (6, 6)]),
        ("", [(0, 0)]),
    ],
)
def test_a_line_goes_from_its_first_character_to_its_line_end(text: str, lines: list[tuple[int, int]]) -> None:
    source = Source("a.yaml", text)
    assert [source.line(index) for index in range(len(text) + 1)] == lines


def test_a_file_that_may_not_be_read_at_first_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, tries = tmp_path / "a.yaml", []

    def content(tried: Path, _opener: object) -> bytes:
        tries.append(tried)
        if len(tries) == 1:
            raise PermissionError
        return b"x"

    monkeypatch.setattr("werkzaam.files.reading._content", content)
    monkeypatch.setattr("werkzaam.files.disk.sharing._DOUBTS", 1)  # as on Windows
    assert (read_content(path), tries) == (b"x", [path, path])

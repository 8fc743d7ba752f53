import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.errors import UserError
from werkzaam.files.problems import Problem, UnusableFileError
from werkzaam.files.reading import MAXIMUM_SIZE, Source, decode, read_content, read_file, read_stream

NOT_UTF_8 = "Dit teken is geen UTF-8. Bewaar het bestand met de codering UTF-8."
TOO_LARGE = "Het bestand is groter dan 1 MiB: dit is geen bestand van werkzaam."


class EndlessStream(io.BytesIO):
    """Gives as much as is asked for, and counts."""

    given = 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size >= 0, "somebody wants all of an endless stream"
        self.given += size
        return b"x" * size


def refused(content: bytes) -> str:
    with pytest.raises(UnusableFileError) as caught:
        decode(content, "antwoorden.yaml")
    return str(caught.value)


def test_utf_8_is_read_as_it_stands() -> None:
    assert decode("één 😀\r\n".encode(), "a.yaml") == Source("a.yaml", "één 😀\r\n", bom=False)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfa: 1\n", "a.yaml") == Source("a.yaml", "a: 1\n", bom=True)


def test_only_the_first_byte_order_mark_is_one() -> None:
    assert decode("\ufeff\ufeffa".encode(), "a.yaml") == Source("a.yaml", "\ufeffa", bom=True)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"a\r\nb\rc\n", b"\xef\xbb\xbf\xef\xbb\xbfa"])
def test_the_bytes_can_be_made_again(content: bytes) -> None:
    source = decode(content, "a.yaml")
    assert source.encoded(source.text) == content


def test_a_latin_1_file_is_refused_at_its_first_bad_character() -> None:
    content = "werkzaam: 1\ncollaboration: café één\n".encode("latin-1")
    assert refused(content) == f"antwoorden.yaml:2:19: {NOT_UTF_8}"


def test_the_place_of_a_bad_character_counts_characters_not_bytes() -> None:
    assert refused("a: 1\r\nb: é😀".encode() + b"\xff") == f"antwoorden.yaml:2:6: {NOT_UTF_8}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_wide_encoding_does_not_pass_for_a_file(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "wijd.yaml"
    path.write_bytes("é: 1\n".encode(encoding))
    with pytest.raises(UnusableFileError) as caught:
        read_file(path, "wijd.yaml")
    assert str(caught.value) == f"wijd.yaml:1:{2 if encoding == 'utf-16-be' else 1}: {NOT_UTF_8}"


def test_a_truncated_character_at_the_end_is_refused() -> None:
    assert refused("a: €".encode()[:-1]) == f"antwoorden.yaml:1:4: {NOT_UTF_8}"


def test_a_mebibyte_is_read() -> None:
    assert len(decode(b"x" * MAXIMUM_SIZE, "a.yaml").text) == 1024 * 1024


def test_a_byte_more_is_refused() -> None:
    with pytest.raises(UnusableFileError) as caught:
        decode(b"x" * (MAXIMUM_SIZE + 1), "a.yaml")
    assert str(caught.value) == f"a.yaml:1:1: {TOO_LARGE}"


def test_an_endless_stream_is_left_after_one_byte_too_many() -> None:
    stream = EndlessStream()
    assert len(read_stream(stream)) == MAXIMUM_SIZE + 1
    assert stream.given == MAXIMUM_SIZE + 1


@pytest.mark.parametrize("size", [0, 1, MAXIMUM_SIZE - 1, MAXIMUM_SIZE, MAXIMUM_SIZE + 1, 2 * MAXIMUM_SIZE])
def test_a_file_is_read_no_further_than_one_byte_past_the_limit(size: int, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * size)
    assert len(read_content(tmp_path / "a.yaml")) == min(size, MAXIMUM_SIZE + 1)


def test_what_tells_no_size_is_read_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor() as writer:
        written = writer.submit((tmp_path / "pipe").write_bytes, b"werkzaam: 1\n" * 10_000)
        assert read_content(tmp_path / "pipe") == b"werkzaam: 1\n" * 10_000
        assert written.result() == 120_000


def test_a_size_that_is_too_large_is_told_before_an_encoding_that_is_wrong() -> None:
    with pytest.raises(UnusableFileError) as caught:
        decode(b"\xff" * (MAXIMUM_SIZE + 1), "<stdin>")
    assert str(caught.value) == f"<stdin>:1:1: {TOO_LARGE}"


def test_a_file_has_the_name_that_its_user_gave(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    assert read_file(path) == Source(str(path), "a: 1\n")
    assert read_file(path, "./a.yaml") == Source("./a.yaml", "a: 1\n")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / "weg.yaml", "weg.yaml")
    assert str(caught.value) == "weg.yaml: dit bestand bestaat niet."


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_file(tmp_path, "map")
    assert str(caught.value) == "map: dit is een map; noem een bestand erin."


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / "a.yaml", "a.yaml")
    assert str(caught.value) == "a.yaml: je mag dit bestand niet lezen."


def test_a_path_through_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / "a" / "b.yaml", "a/b.yaml")
    assert str(caught.value) == "a/b.yaml: kan niet worden gelezen (een deel van het pad is geen map)."


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_from_1_in_characters(line_end: str) -> None:
    source = Source("a.yaml", line_end.join(["😀é", "", "b"]))
    places = [source.place(source.text.index(character)) for character in "😀éb"]
    assert places == [(1, 1), (1, 2), (3, 1)]


def test_all_line_ends_count_in_one_file() -> None:
    source = Source("a.yaml", "a\r\nb\rc\nd")
    assert [source.place(source.text.index(character)) for character in "abcd"] == [(1, 1), (2, 1), (3, 1), (4, 1)]


def test_a_unicode_line_separator_ends_no_line() -> None:
    assert Source("a.yaml", "a\u2028\x85b").place(3) == (1, 4)


def test_the_end_of_a_text_has_a_place() -> None:
    assert Source("a.yaml", "a: 1\n").place(5) == (2, 1)
    assert Source("a.yaml", "").place(0) == (1, 1)


def test_a_problem_stands_at_an_index() -> None:
    assert Source("a.yaml", "a\nbc").problem(3, "Mis.") == Problem("a.yaml", 2, 2, "Mis.")


@given(st.text(alphabet="a😀\r\n", max_size=20))
def test_a_place_leads_back_to_its_index(text: str) -> None:
    source = Source("a.yaml", text)
    lines = text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n")
    for index in range(len(text)):
        line, column = source.place(index)
        if text[index] != "\n" or text[index - 1 : index] != "\r":
            before = sum(len(part) + 1 for part in lines[: line - 1])
            skipped = sum(part.startswith("\0") for part in lines[line - 1 : line])
            assert before + skipped + column - 1 == index

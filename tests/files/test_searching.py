import inspect
import os
import sys
from pathlib import Path

import pytest

from tests.failing import shut
from werkzaam.errors import UserError
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.files.searching import Candidate, candidates, source_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*paths: str) -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("werkzaam: 1\n")


def found_in(*paths: str) -> list[str]:
    """Return what is found, where every folder can be read."""
    refused: list[str] = []
    found = [candidate.path for candidate in candidates(paths, refused.append)]
    assert refused == []
    return found


def test_a_folder_is_searched_in_sorted_order(folder: Path) -> None:
    make("b.yaml", "a/z.yml", "a/b/c.yaml", "a.yaml", "B.yaml", "c.yml", "a/b.yaml")
    assert found_in(".") == ["B.yaml", "a/b/c.yaml", "a/b.yaml", "a/z.yml", "a.yaml", "b.yaml", "c.yml"]
    assert found_in("a") == ["a/b/c.yaml", "a/b.yaml", "a/z.yml"]
    assert found_in(str(folder / "a" / "b")) == [str(folder / "a" / "b" / "c.yaml")]


@pytest.mark.usefixtures("folder")
def test_only_yaml_files_are_found() -> None:
    make("a.yaml", "b.yml", "C.YAML", "D.Yml", "c.yaml.rescue", "d.YAML.txt", "e.json", "yaml", "f.yamll")
    Path("g.yaml").mkdir()
    os.mkfifo("pipe.yaml")
    assert found_in(".") == ["C.YAML", "D.Yml", "a.yaml", "b.yml"]


@pytest.mark.usefixtures("folder")
def test_hidden_folders_are_passed_over_unless_they_are_named() -> None:
    make(".git/a.yaml", "x/.hidden/b.yaml", "x/.c.yaml")
    assert found_in(".") == ["x/.c.yaml"]
    assert found_in(".git") == [".git/a.yaml"]


@pytest.mark.usefixtures("folder")
def test_links_are_not_followed_unless_they_are_named() -> None:
    make("real/a.yaml")
    Path("link").symlink_to("real")
    Path("real/round").symlink_to("..")
    Path("real/b.yaml").symlink_to("a.yaml")
    Path("real/dangling.yaml").symlink_to("nowhere.yaml")
    assert found_in(".") == ["real/a.yaml"]
    assert found_in("link") == ["link/a.yaml"]
    assert found_in("real/b.yaml") == ["real/b.yaml"]


@pytest.mark.parametrize("name", ["weg.yaml", "weg/weg.yaml", "x" * 300, "notes.txt"])
@pytest.mark.usefixtures("folder")
def test_whatever_is_named_is_meant(name: str) -> None:
    assert list(candidates([name], pytest.fail)) == [Candidate(name, named=True)]


@pytest.mark.usefixtures("folder")
def test_a_file_comes_once_where_it_is_named_first() -> None:
    make("a/b.yaml", "a/c.yaml", "d.yaml")
    Path("link.yaml").symlink_to("d.yaml")
    assert found_in("d.yaml", "./d.yaml", "a", str(Path("d.yaml").absolute()), "link.yaml") == [
        "d.yaml",
        "a/b.yaml",
        "a/c.yaml",
    ]
    assert found_in("a", "a/b.yaml") == ["a/c.yaml", "a/b.yaml"]


@pytest.mark.usefixtures("folder")
def test_two_spellings_of_a_file_are_one_and_files_that_are_not_there_are_as_many_as_their_names() -> None:
    make("a/d.yaml")
    Path("D.yaml").hardlink_to("a/d.yaml")  # a disk that takes capitals for small letters knows it by both names too
    assert found_in("a/d.yaml", "D.yaml") == ["a/d.yaml"]
    assert found_in("D.yaml", "a") == ["D.yaml"]
    assert found_in("weg.yaml", "./weg.yaml", "x.yaml") == ["weg.yaml", "x.yaml"]


@pytest.mark.usefixtures("folder")
def test_a_disk_that_numbers_no_files_has_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/b.yaml", "a/c.yaml", "d.yaml")
    real = os.stat

    def unnumbered(path: str, *, follow_symlinks: bool = True) -> os.stat_result:
        status = real(path, follow_symlinks=follow_symlinks)
        return os.stat_result((status.st_mode, 0, *status[2:]))

    monkeypatch.setattr(os, "stat", unnumbered)
    assert found_in("d.yaml", "a", "./a", "a/b.yaml", "./d.yaml") == ["d.yaml", "a/c.yaml", "a/b.yaml"]


@pytest.mark.usefixtures("folder")
def test_folders_that_lie_in_each_other_are_searched_once() -> None:
    make("a/b/c.yaml", "a/d.yaml", "ab/e.yaml", "a/.f/g.yaml")
    Path("link").symlink_to("a")
    assert found_in("a", "a/b", "link", "a", "./a", "ab") == ["a/b/c.yaml", "a/d.yaml", "ab/e.yaml"]
    assert found_in("a/b", "a") == ["a/b/c.yaml", "a/d.yaml"]
    assert found_in("a", "a/.f") == ["a/b/c.yaml", "a/d.yaml", "a/.f/g.yaml"]  # the first search passes it over


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_read_is_told_and_the_rest_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/a.yaml", "b/b.yaml", "c/c.yaml")
    shut(monkeypatch, "b")
    refused: list[str] = []
    assert [found.path for found in candidates(["."], refused.append)] == ["a/a.yaml", "c/c.yaml"]
    assert [line.partition(": ")[0] for line in refused] == ["b"]


@pytest.mark.usefixtures("folder")
def test_folders_may_nest_deeper_than_python_can_call() -> None:
    deep = Path(*["x"] * 200)
    make(str(deep / "a.yaml"))
    frame, calls = inspect.currentframe(), 0
    while frame:
        frame, calls = frame.f_back, calls + 1
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(calls + 100)
    try:
        found = found_in("x")
    finally:
        sys.setrecursionlimit(limit)
    assert found == [str(deep / "a.yaml")]


@pytest.mark.parametrize(
    ("name", "content", "ours"),
    [
        ("a.yaml", b"werkzaam: 1\n", True),
        ("a.yml", b"# answers\r\nwerkzaam: 1\r\n", True),
        ("a.yaml", b"\xef\xbb\xbfwerkzaam: 1\n", True),
        ("a.yaml", b"werkzaam: [\xff", True),
        ("a.yaml", b"services:\n  werkzaam: 1\n", False),
        ("a.yaml", b"# werkzaam: 1\n", False),
        ("a.yaml", b"werkzaamheden: 1\n", False),
        ("a.yaml", b"", False),
        ("werkzaam-2026.yaml", b"", True),
        ("werkzaam.yaml", b"\xff", True),
        ("werkzaam-2026.yml", b"", True),
        ("werkzaam-2026.YAML", b"", True),
        ("mijn-werkzaam.yaml", b"", False),
    ],
)
def test_a_file_in_a_folder_counts_by_what_it_says_or_is_called(
    folder: Path, name: str, content: bytes, *, ours: bool
) -> None:
    (folder / name).write_bytes(content)
    try:
        found = source_of(Candidate(str(folder / name), named=False)) is not None
    except UnusableFileError:
        found = True
    assert found is ours


@pytest.mark.parametrize("content", [b"", b"services:\n", b"werkzaam: 1\n"])
def test_what_is_named_is_read_whatever_it_says(folder: Path, content: bytes) -> None:
    (folder / "a.txt").write_bytes(content)
    assert source_of(Candidate("a.txt", named=True)) == Source("a.txt", content.decode())


@pytest.mark.usefixtures("folder")
def test_what_was_read_already_is_not_read_again() -> None:
    assert source_of(Candidate("weg.yaml", named=True, content=b"x: 1\n")) == Source("weg.yaml", "x: 1\n")


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_told(*, named: bool) -> None:
    with pytest.raises(UserError, match=r"^weg\.yaml: "):
        source_of(Candidate("weg.yaml", named=named))

import errno
import os
from pathlib import Path

import pytest

from werkzaam.files.searching import Candidate, candidates, counts_as_ours


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*paths: str) -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("werkzaam: 1\n")


def found_in(path: str) -> list[str]:
    """Return what is found, where every folder can be read."""
    refused: list[OSError] = []
    found = [str(candidate.path) for candidate in candidates(Path(path), refused.append)]
    assert refused == []
    return found


def test_a_folder_is_searched_in_sorted_order(folder: Path) -> None:
    make("b.yaml", "a/z.yml", "a/b/c.yaml", "a.yaml", "B.yaml", "c.yml", "a/b.yaml")
    assert found_in(".") == ["B.yaml", "a/b/c.yaml", "a/b.yaml", "a/z.yml", "a.yaml", "b.yaml", "c.yml"]
    assert found_in("a") == ["a/b/c.yaml", "a/b.yaml", "a/z.yml"]
    assert found_in(str(folder / "a" / "b")) == [str(folder / "a" / "b" / "c.yaml")]


@pytest.mark.usefixtures("folder")
def test_only_yaml_files_are_found() -> None:
    make("a.yaml", "b.yml", "c.yaml.rescue", "d.YAML.txt", "e.json", "yaml", "f.yamll")
    Path("g.yaml").mkdir()
    assert found_in(".") == ["a.yaml", "b.yml"]


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


@pytest.mark.usefixtures("folder")
def test_what_is_no_regular_file_is_left_alone() -> None:
    os.mkfifo("pipe.yaml")
    assert found_in(".") == []


@pytest.mark.parametrize("name", ["weg.yaml", "weg/weg.yaml", "x" * 300, "notes.txt"])
@pytest.mark.usefixtures("folder")
def test_whatever_is_named_is_meant(name: str) -> None:
    assert list(candidates(Path(name), lambda error: pytest.fail(str(error)))) == [Candidate(Path(name), named=True)]
    assert counts_as_ours(Candidate(Path(name), named=True))


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_read_is_told_and_the_rest_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/a.yaml", "b/b.yaml", "c/c.yaml")
    real = os.scandir

    def refusing(path: Path) -> "os._ScandirIterator[str]":
        if path.name == "b":  # the tests may run as a user who may read everything
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    refused: list[OSError] = []
    assert [str(found.path) for found in candidates(Path(), refused.append)] == ["a/a.yaml", "c/c.yaml"]
    assert [error.filename for error in refused] == ["b"]


@pytest.mark.usefixtures("folder")
def test_folders_may_nest_deeper_than_python_can_call() -> None:
    levels = [Path("deep")]
    while len(levels) < 1200:
        levels.append(levels[-1] / "x")
    for level in levels:
        level.mkdir()
    deepest = levels[-1] / "a.yaml"
    deepest.touch()
    try:
        assert found_in("deep") == [str(deepest)]
    finally:  # what clears the folders of tests away is not up to it
        deepest.unlink()
        for level in reversed(levels):
            level.rmdir()


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
        ("werkzaam-2026.yml", b"", False),
        ("mijn-werkzaam.yaml", b"", False),
    ],
)
def test_a_file_in_a_folder_counts_by_what_it_says_or_is_called(
    folder: Path, name: str, content: bytes, *, ours: bool
) -> None:
    (folder / name).write_bytes(content)
    assert counts_as_ours(Candidate(folder / name, named=False)) is ours

"""What is told before the first question: a file that may be written, and yet cannot be replaced."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from werkzaam.errors import UserError
from werkzaam.files.disk.saving import refuse_unwritable, write_atomically

NOT_ALLOWED = "{}: you are not allowed to write here; choose another place."
MOUNTED = "{}: this file is mounted by itself and cannot be replaced; work on a copy of it."
SOMEBODY, SOMEBODY_ELSE = 12345, 23456


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "map" / "a b.yaml"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def why_not(path: Path) -> str | None:
    """Return why a file is refused beforehand; None where it is not."""
    try:
        refuse_unwritable(path)
    except UserError as error:
        return str(error)
    return None


@pytest.fixture
def marked() -> Iterator[Callable[[Path, str], None]]:
    """Give a file or folder a mark of chattr, which is taken away again."""
    with_marks: list[tuple[Path, str]] = []

    def mark(path: Path, sign: str) -> None:
        chattr = shutil.which("chattr")
        if not chattr or subprocess.run([chattr, f"+{sign}", path], capture_output=True, check=False).returncode:
            pytest.skip("this disk knows no such marks, or they are not ours to give")
        with_marks.append((path, sign))

    yield mark
    for path, sign in with_marks:
        subprocess.run(["chattr", f"-{sign}", path], check=True)  # noqa: S607 (found above)


@pytest.mark.parametrize("sign", ["a", "i"])
@pytest.mark.parametrize("which", [Path(), Path("..")], ids=["the file", "its folder"])
def test_what_may_only_grow_or_not_change_at_all_is_told(
    file: Path, marked: Callable[[Path, str], None], sign: str, which: Path
) -> None:
    marked(file if which == Path() else file.parent, sign)
    link = file.parents[1] / "link.yaml"
    link.symlink_to(file)
    for path in (file, link):
        assert why_not(path) == NOT_ALLOWED.format(path)
        with pytest.raises(OSError, match="not permitted"):
            write_atomically(path, b"new")  # as was told
    assert file.read_bytes() == b"old"
    new = file.with_name("new.yaml")
    assert (why_not(new) is None) == (which == Path())


def test_a_file_of_somebody_else_is_told_where_only_its_owner_may_replace_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file to somebody else")
    file.parent.chmod(0o1777)
    os.chown(file, SOMEBODY, -1)
    monkeypatch.setattr("os.geteuid", lambda: SOMEBODY_ELSE)
    assert why_not(file) == NOT_ALLOWED.format(file)
    assert why_not(file.with_name("new.yaml")) is None
    monkeypatch.setattr("os.geteuid", lambda: SOMEBODY)
    assert why_not(file) is None
    monkeypatch.setattr("os.geteuid", lambda: SOMEBODY_ELSE)
    os.chown(file.parent, SOMEBODY_ELSE, -1)
    assert why_not(file) is None
    os.chown(file.parent, 0, -1)
    file.parent.chmod(0o777)
    assert why_not(file) is None


def test_a_file_that_is_a_mount_point_is_told_and_one_whose_folder_is_is_not(file: Path) -> None:
    source = file.parents[1] / "elsewhere.yaml"
    source.write_bytes(b"theirs")
    if subprocess.run(["mount", "--bind", source, file], capture_output=True, check=False).returncode:  # noqa: S607
        pytest.skip("nothing can be mounted here")
    try:
        assert why_not(file) == MOUNTED.format(file)
        with pytest.raises(OSError, match="busy"):
            write_atomically(file, b"new")
    finally:
        subprocess.run(["umount", file], check=True)  # noqa: S607 (wherever it is)
    subprocess.run(["mount", "--bind", file.parent, file.parent], check=True)  # noqa: S607
    try:
        assert why_not(file) is None
        write_atomically(file, b"new")
    finally:
        subprocess.run(["umount", file.parent], check=True)  # noqa: S607
    assert file.read_bytes() == b"new"


def test_where_nothing_says_what_is_mounted_nothing_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkzaam.files.disk.replacing._MOUNTS", file.with_name("nowhere"))
    assert why_not(file) is None


def test_a_pipe_is_no_file_also_where_its_name_leads_nowhere() -> None:
    ends = os.pipe()
    try:
        for path in (Path(f"/dev/fd/{ends[0]}"), Path(f"/proc/self/fd/{ends[0]}")):
            assert why_not(path) == f"{path}: this is not a file; name another one."
    finally:
        for end in ends:
            os.close(end)

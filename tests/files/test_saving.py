import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from werkzaam.files.saving import check_writable, locked, write_atomically


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    return path


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a.yaml", b"new")
    finally:
        os.umask(before)
    assert (mode(tmp_path / "a.yaml"), (tmp_path / "a.yaml").read_bytes()) == (0o640, b"new")


def test_an_old_file_keeps_its_mode(file: Path) -> None:
    file.chmod(0o604)
    write_atomically(file, b"new")
    assert (mode(file), file.read_bytes(), list(file.parent.iterdir())) == (0o604, b"new", [file])


def test_a_link_is_followed(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file.name)
    write_atomically(link, b"new")
    assert (link.is_symlink(), file.read_bytes()) == (True, b"new")


def test_what_a_crash_left_behind_is_no_obstacle(file: Path) -> None:
    (file.parent / ".a.yaml.new").write_bytes(b"half")
    write_atomically(file, b"new")
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"new", [file])


def _refuse(*_arguments: object, **_keywords: object) -> None:
    raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_where_a_step_fails_the_old_file_stays_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(step, _refuse)
    with pytest.raises(OSError, match="full"):
        write_atomically(file, b"new")
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"old", [file])


def test_the_bytes_are_on_disk_before_the_name_points_at_them_and_the_name_is_after(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []

    def noted(name: str, original: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object) -> object:
            steps.append(name)
            return original(*arguments)

        return step

    monkeypatch.setattr("os.fsync", noted("sync", os.fsync))
    monkeypatch.setattr("pathlib.Path.replace", noted("rename", Path.replace))
    write_atomically(file, b"new")
    assert steps == ["sync", "rename", "sync"]


def test_a_disk_that_cannot_sync_folders_is_good_enough(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def only_files(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112 (a descriptor, not a path)
            raise OSError(errno.EINVAL, "no")
        sync(descriptor)

    monkeypatch.setattr("os.fsync", only_files)
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda folder: folder / "weg" / "a.yaml", FileNotFoundError),
        (lambda folder: folder, IsADirectoryError),
        (lambda folder: _made(folder / "vast.yaml", 0o444), PermissionError),
        (lambda folder: _linked(folder / "kring.yaml"), OSError),
    ],
)
def test_what_cannot_be_written_is_seen_beforehand(
    tmp_path: Path, make: Callable[[Path], Path], error: type[OSError]
) -> None:
    with pytest.raises(error):
        check_writable(make(tmp_path))


def _made(path: Path, mode: int) -> Path:
    path.touch()
    path.chmod(mode)
    return path


def _linked(path: Path) -> Path:
    path.symlink_to(path.name)
    return path


def test_what_can_be_written_is_let_through(file: Path) -> None:
    check_writable(file)
    check_writable(file.with_name("new.yaml"))


def test_a_folder_that_lets_nobody_write_is_seen_beforehand(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, _mode: Path(path) != file.parent)
    with pytest.raises(PermissionError):
        check_writable(file)


def test_while_one_holds_the_lock_another_process_waits(file: Path) -> None:
    waiting = (
        "import sys, pathlib; from werkzaam.files.saving import locked\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "print('ready', flush=True)\n"
        "with locked(path): path.write_bytes(path.read_bytes() + b' theirs')\n"
    )
    with locked(file):
        other = subprocess.Popen([sys.executable, "-c", waiting, str(file)], stdout=subprocess.PIPE, env={**os.environ})
        assert other.stdout is not None
        assert other.stdout.readline() == b"ready\n"
        file.write_bytes(b"ours")
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(0.3)
    assert other.wait(30) == 0
    other.stdout.close()
    assert file.read_bytes() == b"ours theirs"

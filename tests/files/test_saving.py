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


def run(program: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", program, *map(str, arguments)], capture_output=True, check=False)


def test_a_disk_that_is_full_halfway_leaves_the_old_file_and_nothing_else(file: Path) -> None:
    # The limit on the size of a file stands in for a disk that takes a part of the bytes.
    program = (
        "import resource, signal, sys, pathlib\n"
        "from werkzaam.files.saving import write_atomically\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_atomically(pathlib.Path(sys.argv[1]), b'x' * 5000)\n"
        "except OSError as error:\n"
        "    print(type(error).__name__)\n"
    )
    assert run(program, file).stdout == b"OSError\n"
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"old", [file])


def test_a_process_that_is_killed_before_the_rename_leaves_the_old_file_and_its_lock_open(file: Path) -> None:
    program = (
        "import os, signal, sys, pathlib\n"
        "from werkzaam.files import saving\n"
        "pathlib.Path.replace = lambda *paths: os.kill(os.getpid(), signal.SIGKILL)\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "with saving.locked(path):\n"
        "    saving.write_atomically(path, b'theirs')\n"
    )
    assert run(program, file).returncode == -9
    assert file.read_bytes() == b"old"
    with locked(file):
        write_atomically(file, b"ours")
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"ours", [file])


def test_what_stands_in_the_way_as_a_link_is_not_followed(file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"theirs")
    (tmp_path / ".a.yaml.new").symlink_to(elsewhere)
    write_atomically(file, b"new")
    assert (file.read_bytes(), elsewhere.read_bytes()) == (b"new", b"theirs")


def test_a_link_to_nothing_makes_what_it_names(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    link = tmp_path / "link.yaml"
    link.symlink_to("map/a.yaml")
    check_writable(link)
    write_atomically(link, b"new")
    assert (link.is_symlink(), (folder / "a.yaml").read_bytes()) == (True, b"new")


def test_a_hard_link_is_broken(file: Path) -> None:
    other = file.with_name("b.yaml")
    other.hardlink_to(file)
    write_atomically(file, b"new")
    assert (file.read_bytes(), other.read_bytes()) == (b"new", b"old")


def test_a_path_without_a_folder_is_in_the_current_one(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    path = Path(file.name)
    check_writable(path)
    with locked(path):
        write_atomically(path, b"new")
    assert file.read_bytes() == b"new"


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "weg" / "a.yaml", b"new")
    with pytest.raises(FileNotFoundError), locked(tmp_path / "weg" / "a.yaml"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_no_place_for_answers(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(IsADirectoryError):
        check_writable(tmp_path / "pijp")


def test_a_file_as_a_folder_is_seen_beforehand(file: Path) -> None:
    with pytest.raises(OSError, match=r"a\.yaml"):
        check_writable(file / "b.yaml")


def test_a_lock_is_given_back_when_something_goes_wrong(file: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(file):
        raise ZeroDivisionError
    program = (
        "import fcntl, os, sys\n"
        "folder = os.open(os.path.dirname(sys.argv[1]), os.O_RDONLY)\n"
        "fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
    )
    assert run(program, file).returncode == 0


def test_checking_and_locking_change_nothing(file: Path) -> None:
    check_writable(file)
    check_writable(file.with_name("new.yaml"))
    with locked(file.with_name("new.yaml")):
        assert list(file.parent.iterdir()) == [file]

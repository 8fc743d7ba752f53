import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from werkzaam.files.locking import locked
from werkzaam.files.saving import check_writable, write_apart, write_atomically


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
        "from werkzaam.files import locking, saving\n"
        "pathlib.Path.replace = lambda *paths: os.kill(os.getpid(), signal.SIGKILL)\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "with locking.locked(path):\n"
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


def test_checking_and_locking_change_nothing(file: Path) -> None:
    check_writable(file)
    check_writable(file.with_name("new.yaml"))
    with locked(file.with_name("new.yaml")):
        assert list(file.parent.iterdir()) == [file]


LONG = ["x" * 247 + ".yaml", "x" * 250 + ".yaml", "é" * 125 + ".yaml", "€" * 83 + ".yaml"]


@pytest.mark.parametrize("name", LONG)
def test_a_name_as_long_as_a_disk_takes_it_leaves_room_for_an_unfinished_file(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    for content in (b"old", b"new"):
        write_atomically(file, content)
        assert (file.read_bytes(), list(tmp_path.iterdir())) == (content, [file])


def test_what_stands_in_the_way_and_cannot_be_removed_is_passed_by(file: Path) -> None:
    in_the_way = file.with_name(".a.yaml.new")
    in_the_way.mkdir()
    write_atomically(file, b"new")
    assert (file.read_bytes(), sorted(file.parent.iterdir())) == (b"new", [in_the_way, file])


def test_where_nothing_can_be_removed_the_old_file_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.unlink", _refuse)
    with pytest.raises(OSError, match="full"):
        write_atomically(file, b"new")
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"old", [file])


def test_where_savers_cannot_take_turns_each_has_an_unfinished_file_of_its_own(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = file.with_name(".a.yaml.new")
    theirs.write_bytes(b"half of theirs")
    monkeypatch.setattr("werkzaam.files.saving.take_turns", lambda _folder: False)
    write_atomically(file, b"new")
    assert (file.read_bytes(), theirs.read_bytes()) == (b"new", b"half of theirs")
    assert sorted(file.parent.iterdir()) == [theirs, file]


def test_one_who_loses_patience_leaves_the_old_file_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, b"new")
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"old", [file])


def _failing_for(folder: Path, error: int) -> Callable[[int], None]:
    sync, number = os.fsync, folder.stat().st_ino

    def fails(descriptor: int) -> None:
        if os.fstat(descriptor).st_ino == number:
            raise OSError(error, os.strerror(error))
        sync(descriptor)

    return fails


def test_a_folder_that_loses_a_name_is_told_though_the_new_file_is_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", _failing_for(file.parent, errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        write_atomically(file, b"new")
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"new", [file])


def _unopenable(folder: Path) -> Callable[..., int]:
    opening = os.open

    def opened(path: str | Path, *arguments: int) -> int:
        if Path(path) == folder:
            raise PermissionError(errno.EACCES, "no")
        return opening(path, *arguments)

    return opened


def test_a_folder_that_may_be_written_and_not_read_is_good_enough(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.open", _unopenable(file.parent))
    with locked(file):
        write_atomically(file, b"new")
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"new", [file])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file to somebody else")
def test_an_old_file_keeps_its_owner_and_its_group(file: Path) -> None:
    os.chown(file, 12345, 54321)
    file.chmod(0o640)
    write_atomically(file, b"new")
    found = file.stat()
    assert (found.st_uid, found.st_gid, mode(file)) == (12345, 54321, 0o640)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file to somebody else")
def test_where_the_group_cannot_be_kept_another_group_gets_no_more_than_everybody(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(file, 12345, 54321)
    file.chmod(0o664)
    monkeypatch.setattr("os.fchown", _refuse)
    write_atomically(file, b"new")
    assert (file.read_bytes(), mode(file)) == (b"new", 0o644)


def _names(folder: Path) -> Iterator[Path]:
    for number in range(1, 4):
        yield folder / f"r-{number}"


def test_a_file_apart_gets_the_first_name_that_nobody_has(file: Path) -> None:
    folder = file.parent
    (folder / "r-1").write_bytes(b"theirs")
    (folder / "r-2").symlink_to("nothing")
    assert write_apart(_names(folder), b"ours", like=file) == folder / "r-3"
    assert ((folder / "r-1").read_bytes(), (folder / "r-3").read_bytes()) == (b"theirs", b"ours")
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml", "r-1", "r-2", "r-3"]


def test_a_file_apart_replaces_nothing_where_a_disk_knows_no_second_names(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", _refuse)
    (file.parent / "r-1").write_bytes(b"theirs")
    assert write_apart(_names(file.parent), b"ours", like=file) == file.parent / "r-2"
    assert sorted(path.name for path in file.parent.iterdir()) == ["a.yaml", "r-1", "r-2"]


def test_nobody_reads_a_file_apart_who_may_not_read_what_it_stands_for(file: Path) -> None:
    file.chmod(0o600)
    assert mode(write_apart(_names(file.parent), b"ours", like=file)) == 0o600


def test_a_file_apart_can_stand_for_one_that_is_gone(file: Path) -> None:
    file.unlink()
    assert write_apart(_names(file.parent), b"ours", like=file).read_bytes() == b"ours"


@pytest.mark.parametrize("rights", [0o500, 0o600], ids=["nothing may be made in it", "it may not be entered"])
def test_a_folder_without_some_right_is_seen_beforehand(
    file: Path, monkeypatch: pytest.MonkeyPatch, rights: int
) -> None:
    def allowed(path: Path, mode: int) -> bool:  # as for anybody but root, who may do everything
        return (rights if path == file.parent else 0o700) >> 6 & mode == mode

    monkeypatch.setattr("os.access", allowed)
    with pytest.raises(PermissionError):
        check_writable(file)


def test_what_went_wrong_is_told_also_where_the_unfinished_file_cannot_be_taken_away(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, "denied", missing_ok)

    def full(_descriptor: int) -> None:
        monkeypatch.setattr(Path, "unlink", refused)
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="full"):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"


def test_nothing_is_written_into_a_file_that_somebody_else_just_made(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made_again(path: Path, *, missing_ok: bool = False) -> None:
        assert missing_ok
        path.write_bytes(b"theirs")

    monkeypatch.setattr(Path, "unlink", made_again)
    with pytest.raises(FileExistsError):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file to somebody else")
def test_an_owner_is_kept_without_another_group(file: Path) -> None:
    os.chown(file, 12345, -1)
    before = file.stat().st_gid
    write_atomically(file, b"new")
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, before)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file to somebody else")
@pytest.mark.parametrize(("old", "new"), [(0o755, 0o755), (0o671, 0o611), (0o606, 0o666)])
def test_another_group_gets_exactly_what_everybody_has(
    file: Path, monkeypatch: pytest.MonkeyPatch, old: int, new: int
) -> None:
    os.chown(file, 12345, 54321)
    file.chmod(old)
    monkeypatch.setattr("os.fchown", _refuse)
    write_atomically(file, b"new")
    assert mode(file) == new


def test_a_file_apart_takes_away_what_a_crash_left_behind(file: Path) -> None:
    file.with_name(".a.yaml.new").write_bytes(b"half")
    made = write_apart(_names(file.parent), b"ours", like=file)
    assert sorted(file.parent.iterdir()) == [file, made]


def test_a_folder_that_cannot_be_closed_is_no_reason_to_say_that_nothing_was_saved(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = os.close

    def closes_badly(descriptor: int) -> None:
        close(descriptor)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("os.close", closes_badly)
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("free", range(1, 10))
def test_whichever_name_of_an_unfinished_file_is_free_is_found(file: Path, free: int) -> None:
    names = [f".a.yaml.new{f'-{number}' * (number > 1)}" for number in range(1, 10) if number != free]
    for name in names:
        file.with_name(name).mkdir()
    write_atomically(file, b"new")
    assert (file.read_bytes(), len(list(file.parent.iterdir()))) == (b"new", 9)

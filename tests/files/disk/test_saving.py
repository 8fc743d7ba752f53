import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.failing import failing, full
from werkzaam.errors import UserError
from werkzaam.files.disk.locking import locked
from werkzaam.files.disk.saving import refuse_unwritable, write_apart, write_atomically


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


def test_a_link_is_followed_also_to_what_is_not_there_yet(file: Path, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for number, target in enumerate((file, tmp_path / "map" / "a.yaml")):
        link = tmp_path / f"link-{number}.yaml"
        link.symlink_to(target.relative_to(tmp_path))
        refuse_unwritable(link)
        write_atomically(link, b"new")
        assert (link.is_symlink(), target.read_bytes()) == (True, b"new")


def test_what_a_crash_left_behind_is_no_obstacle_and_a_link_in_its_place_not_followed(file: Path) -> None:
    left = file.with_name(".a.yaml.new")
    left.write_bytes(b"half")
    write_atomically(file, b"new")
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"new", [file])
    elsewhere = file.with_name("elsewhere")
    elsewhere.write_bytes(b"theirs")
    left.symlink_to(elsewhere)
    write_atomically(file, b"newer")
    assert (file.read_bytes(), elsewhere.read_bytes()) == (b"newer", b"theirs")


def _half(content: IO[bytes], stream: IO[bytes]) -> None:
    stream.write(content.read()[:1])
    full()


def _interrupt(_descriptor: int) -> None:
    raise KeyboardInterrupt(os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("step", "failing"),
    [
        ("os.fsync", full),
        ("os.fsync", _interrupt),
        ("shutil.copyfileobj", _half),
        ("pathlib.Path.replace", full),
        ("os.fchmod", full),
        ("pathlib.Path.unlink", full),
    ],
)
def test_where_a_step_fails_the_old_file_stays_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, failing: Callable[..., None]
) -> None:
    monkeypatch.setattr(step, failing)
    with pytest.raises((OSError, KeyboardInterrupt), match=os.strerror(errno.ENOSPC)):
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


def test_what_can_be_written_is_let_through_and_what_cannot_is_seen_beforehand(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = file.parent
    locked_file, pipe, circle = folder / "vast.yaml", folder / "pijp", folder / "kring.yaml"
    locked_file.touch()
    locked_file.chmod(0o444)
    os.mkfifo(pipe)
    circle.symlink_to(circle.name)
    before = sorted(folder.iterdir())
    monkeypatch.chdir(folder)
    for path in (file, folder / "new.yaml", Path("a.yaml"), Path("new.yaml")):
        refuse_unwritable(path)
    for path, error in [
        (folder / "weg" / "a.yaml", FileNotFoundError),
        (folder, IsADirectoryError),
        (pipe, IsADirectoryError),
        (locked_file, PermissionError),
        (file / "b.yaml", OSError),
    ]:
        with pytest.raises(UserError) as refusal:
            refuse_unwritable(path)
        assert isinstance(refusal.value.__cause__, error)
    with pytest.raises(UserError) as refusal:
        refuse_unwritable(circle)
    assert getattr(refusal.value.__cause__, "errno", None) == errno.ELOOP
    assert sorted(folder.iterdir()) == before


def test_a_hard_link_is_broken(file: Path) -> None:
    other = file.with_name("b.yaml")
    other.hardlink_to(file)
    write_atomically(file, b"new")
    assert (file.read_bytes(), other.read_bytes()) == (b"new", b"old")


def test_a_missing_folder_is_not_made_and_none_at_all_is_the_current_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    with locked(Path(file.name)):
        write_atomically(Path(file.name), b"new")
    with pytest.raises(FileNotFoundError):
        write_atomically(file.parent / "weg" / "a.yaml", b"new")
    assert (file.read_bytes(), list(file.parent.iterdir())) == (b"new", [file])


@pytest.mark.parametrize("name", ["x" * 250 + ".yaml", "é" * 125 + ".yaml", "€" * 83 + ".yaml"])
def test_a_name_as_long_as_a_disk_takes_it_leaves_room_for_an_unfinished_file(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    for content in (b"old", b"new"):
        write_atomically(file, content)
        assert (file.read_bytes(), list(tmp_path.iterdir())) == (content, [file])


def test_where_savers_cannot_take_turns_each_has_an_unfinished_file_of_its_own(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = file.with_name(".a.yaml.new")
    theirs.write_bytes(b"half of theirs")
    monkeypatch.setattr("werkzaam.files.disk.saving.was_locked", lambda _folder: False)
    there: set[Path] = set()
    monkeypatch.setattr("os.fsync", lambda _descriptor: there.update(file.parent.iterdir()))
    write_atomically(file, b"new")
    assert there == {file, theirs, file.with_name(f".a.yaml.{os.getpid()}.new")}
    assert (file.read_bytes(), theirs.read_bytes()) == (b"new", b"half of theirs")
    assert sorted(file.parent.iterdir()) == [theirs, file]


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


ROOT = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file to somebody else")


@ROOT
@pytest.mark.parametrize("group", [54321, -1], ids=["another group", "the same group"])
def test_an_old_file_keeps_its_owner_and_its_group(file: Path, group: int) -> None:
    os.chown(file, 12345, group)
    file.chmod(0o640)
    before = file.stat()
    write_atomically(file, b"new")
    found = file.stat()
    assert (found.st_uid, found.st_gid, mode(file)) == (12345, before.st_gid, 0o640)


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
    monkeypatch.setattr("os.link", full)
    (file.parent / "r-1").write_bytes(b"theirs")
    assert write_apart(_names(file.parent), b"ours", like=file) == file.parent / "r-2"
    assert sorted(path.name for path in file.parent.iterdir()) == ["a.yaml", "r-1", "r-2"]


def test_a_file_apart_is_as_private_as_what_it_stands_for_which_may_be_gone(file: Path) -> None:
    file.chmod(0o600)
    file.with_name(".a.yaml.new").write_bytes(b"what a crash left behind")
    made = write_apart(_names(file.parent), b"ours", like=file)
    assert (mode(made), sorted(file.parent.iterdir())) == (0o600, [file, made])
    file.unlink()
    assert write_apart(_names(file.parent), b"more", like=file).read_bytes() == b"more"


def test_a_file_apart_is_made_where_a_disk_knows_no_modes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.chmod", full)
    assert write_apart(_names(file.parent), b"ours", like=file).read_bytes() == b"ours"


@pytest.mark.parametrize("rights", [0o500, 0o600], ids=["nothing may be made in it", "it may not be entered"])
def test_a_folder_without_some_right_is_seen_beforehand(
    file: Path, monkeypatch: pytest.MonkeyPatch, rights: int
) -> None:
    def allowed(path: Path, mode: int) -> bool:  # as for anybody but root, who may do everything
        return (rights if path == file.parent else 0o700) >> 6 & mode == mode

    monkeypatch.setattr("os.access", allowed)
    with pytest.raises(UserError) as refusal:
        refuse_unwritable(file)
    assert isinstance(refusal.value.__cause__, PermissionError)


def test_what_went_wrong_is_told_also_where_the_unfinished_file_cannot_be_taken_away(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_for_good(_descriptor: int) -> None:
        monkeypatch.setattr(Path, "unlink", failing(errno.EACCES))
        full()

    monkeypatch.setattr("os.fsync", full_for_good)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
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


@ROOT
@pytest.mark.parametrize(("old", "new"), [(0o755, 0o755), (0o664, 0o644), (0o671, 0o611), (0o606, 0o600)])
def test_where_the_group_cannot_be_kept_another_one_gets_exactly_what_everybody_has(
    file: Path, monkeypatch: pytest.MonkeyPatch, old: int, new: int
) -> None:
    os.chown(file, 12345, 54321)
    file.chmod(old)
    monkeypatch.setattr("os.fchown", full)
    write_atomically(file, b"new")
    assert (file.read_bytes(), mode(file)) == (b"new", new)


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


def test_what_cannot_be_taken_away_where_an_unfinished_file_should_stand_is_no_obstacle(file: Path) -> None:
    theirs = file.with_name(".a.yaml.new")
    theirs.mkdir()
    write_atomically(file, b"new")
    assert (file.read_bytes(), sorted(file.parent.iterdir())) == (b"new", [theirs, file])


@pytest.mark.parametrize("error", [None, errno.ENOTSUP])
def test_what_is_saved_reaches_the_disk_itself_where_the_system_tells_a_flush_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int | None
) -> None:
    flushed: list[str] = []

    def flush(descriptor: int, command: int) -> None:
        assert (os.fstat(descriptor).st_size, command) == (len(b"new"), 51)
        flushed.append("to the disk")
        if error is not None:
            raise OSError(error, "no")

    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", flush)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: flushed.append("as far as it goes"))
    write_atomically(tmp_path / "a.yaml", b"new")
    assert flushed[:-1] == ["to the disk", "as far as it goes"][: 1 if error is None else 2]  # then that of the folder

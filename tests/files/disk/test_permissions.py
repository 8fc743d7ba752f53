"""Who may read a file, and what is attached to it, before a save and after it."""

import errno
import os
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.failing import failing
from werkzaam.files.disk.replacing import ACCESS_LIST, handed_over
from werkzaam.files.disk.saving import write_apart, write_atomically

OWNER, USER, OWNING_GROUP, GROUP, MASK, OTHERS = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20
NOBODY = 0xFFFFFFFF
COLLEAGUE, TEAM = 12345, 54321
DEFAULT = "system.posix_acl_default"
FEWER = "a.yaml: who may read it could not be kept as it was; fewer people can now. Let them in again."

pytestmark = pytest.mark.skipif(not hasattr(os, "setxattr"), reason="this system has other access lists")


def access_list(*entries: tuple[int, int] | tuple[int, int, int]) -> bytes:
    """Return an access list as Linux keeps it: of whom, their rights, and the number of the user or group."""
    whole = (entry if len(entry) == 3 else (*entry, NOBODY) for entry in entries)
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in whole)


FOR_A_COLLEAGUE = access_list((OWNER, 6), (USER, 6, COLLEAGUE), (OWNING_GROUP, 0), (MASK, 6), (OTHERS, 0))
"""Of a file with mode 0600, after one colleague was let in: the mode shows 0660."""


def attach(path: Path, name: str, value: bytes) -> None:
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        if error.errno in (errno.ENOTSUP, errno.EPERM):
            pytest.skip(f"this disk keeps no {name}")
        raise


def attached(path: Path) -> dict[str, bytes]:
    return {name: os.getxattr(path, name) for name in os.listxattr(path) if not name.startswith("security.")}


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    return path


@pytest.fixture
def shared(file: Path) -> Path:
    attach(file, ACCESS_LIST, FOR_A_COLLEAGUE)
    return file


def refusing(error: int, *names: str) -> Callable[..., None]:
    """Return what sets no attribute of some names."""
    original = os.setxattr

    def set_others(path: int | Path, name: str, value: bytes) -> None:
        if name in names:
            raise OSError(error, os.strerror(error))
        original(path, name, value)

    return set_others


def saved(path: Path) -> list[str]:
    """Save a file, and return what is told of it."""
    return list(write_atomically(path, b"new").lines(Path(path.name)))


def names(path: Path) -> Iterator[Path]:
    yield path.with_name("rescue")


def beside(path: Path) -> Path:
    return write_apart(names(path), b"ours", like=path)


# --- kept ---------------------------------------------------------------------------------------------------------


def test_who_may_read_a_file_by_an_access_list_still_may_also_what_is_put_beside_it(shared: Path) -> None:
    assert saved(shared) == []
    for path in (shared, beside(shared)):
        assert (attached(path), mode(path)) == ({ACCESS_LIST: FOR_A_COLLEAGUE}, 0o660)
    assert shared.read_bytes() == b"new"


def test_what_is_attached_to_a_file_stays_also_where_it_is_reached_by_a_link(file: Path) -> None:
    for name, value in (("user.project", b"samen"), ("user.empty", b"")):
        attach(file, name, value)
    before = attached(file)
    link = file.with_name("link.yaml")
    link.symlink_to(file.name)
    assert saved(link) == []
    assert (attached(file), attached(beside(file)), mode(file)) == (before, before, 0o600)


def test_a_list_that_a_folder_gives_to_new_files_lets_nobody_into_an_old_one(file: Path) -> None:
    attach(file.parent, DEFAULT, FOR_A_COLLEAGUE)
    file.chmod(0o640)
    for path in (file, file.with_name("new.yaml")):
        assert saved(path) == []
    assert (attached(file), mode(file)) == ({}, 0o640)
    assert attached(beside(file)) == {}
    assert ACCESS_LIST in attached(file.with_name("new.yaml"))  # that is what the folder is for


def test_until_it_has_what_the_old_one_had_a_new_file_is_its_owners_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = []
    original = os.open

    def opened(path: Path, flags: int, rights: int = 0o777) -> int:
        descriptor = original(path, flags, rights)
        if flags & os.O_CREAT:
            modes.append(mode(Path(path)))
        return descriptor

    file.chmod(0o644)
    monkeypatch.setattr("os.open", opened)
    saved(file)
    assert (modes, mode(file)) == ([0o600], 0o644)


# --- not to be kept -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [errno.EPERM, errno.ENOSPC, errno.EOPNOTSUPP, errno.EINVAL])
def test_where_an_access_list_cannot_be_kept_only_the_owner_may_read_it_and_that_is_told(
    shared: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    monkeypatch.setattr("os.setxattr", refusing(error, ACCESS_LIST))
    assert (mode(beside(shared)), saved(shared)) == (0o600, [FEWER])
    assert (attached(shared), mode(shared), shared.read_bytes()) == ({}, 0o600, b"new")
    assert saved(shared) == []  # told once


def test_where_somebody_in_the_list_might_do_less_than_all_others_nobody_gains(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(file, ACCESS_LIST, access_list((OWNER, 6), (USER, 0, COLLEAGUE), (OWNING_GROUP, 4), (MASK, 4), (OTHERS, 4)))
    monkeypatch.setattr("os.setxattr", refusing(errno.EPERM, ACCESS_LIST))
    assert (saved(file), mode(file)) == ([FEWER], 0o600)


def test_where_it_cannot_be_said_who_is_in_a_list_only_the_owner_may_read_it(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.listxattr", failing(errno.EIO))
    assert (saved(shared), mode(shared)) == ([FEWER], 0o600)


@pytest.mark.parametrize("error", [errno.EIO, errno.ENODATA])
def test_an_attribute_that_cannot_be_read_takes_no_other_with_it(
    shared: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    attach(shared, "user.b", b"1")
    original = os.getxattr

    def read_all_but_one(path: Path, name: str) -> bytes:
        if name == "user.a":
            raise OSError(error, os.strerror(error))
        return original(path, name)

    monkeypatch.setattr("os.listxattr", lambda _path: ["user.a", "user.b", ACCESS_LIST])
    monkeypatch.setattr("os.getxattr", read_all_but_one)
    lost = ["a.yaml: extended attributes could not be kept: user.a."]
    assert saved(shared) == (lost if error == errno.EIO else [])  # else it is not there any more
    assert (original(shared, "user.b"), original(shared, ACCESS_LIST), mode(shared)) == (b"1", FOR_A_COLLEAGUE, 0o660)


def test_a_list_that_cannot_be_read_is_one_that_cannot_be_kept(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getxattr", failing(errno.EIO))
    assert (saved(shared), mode(shared)) == ([FEWER], 0o600)


@pytest.mark.parametrize("error", [errno.ENOTSUP, errno.ENOSYS])
def test_a_disk_without_attributes_has_only_modes(file: Path, monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    file.chmod(0o664)
    monkeypatch.setattr("os.listxattr", failing(error))
    assert (saved(file), mode(file)) == ([], 0o664)


def test_where_the_list_of_a_folder_cannot_be_taken_away_only_the_owner_may_read_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(file.parent, DEFAULT, FOR_A_COLLEAGUE)
    file.chmod(0o640)
    monkeypatch.setattr("os.removexattr", failing(errno.EIO))
    assert (saved(file), mode(file)) == ([FEWER], 0o600)


def test_what_was_attached_and_cannot_be_is_named_and_the_rest_is_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("user.a", "user.b", "user.c"):
        attach(file, name, b"1")
    monkeypatch.setattr("os.setxattr", refusing(errno.ENOSPC, "user.a", "user.c"))
    assert saved(file) == ["a.yaml: extended attributes could not be kept: user.a, user.c."]
    assert (attached(file), mode(file)) == ({"user.b": b"1"}, 0o600)


def test_nobody_is_told_of_what_the_system_gives_by_itself(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.listxattr", lambda _path: ["security.selinux"])
    monkeypatch.setattr("os.getxattr", lambda _path, _name: b"label")
    tried = []

    def refuse(_path: int, name: str, _value: bytes) -> None:
        tried.append(name)
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("os.setxattr", refuse)
    assert (saved(file), tried) == ([], ["security.selinux"])


# --- another owner or group -----------------------------------------------------------------------------------------


def test_where_a_colleague_saves_a_file_its_owner_stays_in_the_list(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file to somebody else")
    os.chown(shared, COLLEAGUE + 1, TEAM)
    monkeypatch.setattr("os.fchown", failing(errno.EPERM))
    assert saved(shared) == []
    assert attached(shared)[ACCESS_LIST] == access_list(
        (OWNER, 6),
        (USER, 6, COLLEAGUE),
        (USER, 6, COLLEAGUE + 1),
        (OWNING_GROUP, 0),
        (GROUP, 0, TEAM),
        (MASK, 6),
        (OTHERS, 0),
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            [(OWNER, 6), (USER, 4, 7), (OWNING_GROUP, 6), (MASK, 6), (OTHERS, 4)],
            [(OWNER, 6), (USER, 4, 7), (OWNING_GROUP, 4), (GROUP, 6, 8), (MASK, 6), (OTHERS, 4)],
            id="the new group has what all others have",
        ),
        pytest.param(
            [(OWNER, 6), (OWNING_GROUP, 6), (GROUP, 0, 9), (MASK, 6), (OTHERS, 4)],
            [(OWNER, 6), (USER, 6, 7), (OWNING_GROUP, 0), (GROUP, 6, 8), (GROUP, 0, 9), (MASK, 6), (OTHERS, 4)],
            id="nor more than somebody who was kept out",
        ),
        pytest.param(
            [(OWNER, 6), (USER, 0, 7), (OWNING_GROUP, 0), (GROUP, 2, 8), (MASK, 6), (OTHERS, 0)],
            [(OWNER, 6), (USER, 0, 7), (OWNING_GROUP, 0), (GROUP, 2, 8), (MASK, 6), (OTHERS, 0)],
            id="who is named already stays as they were",
        ),
    ],
)
def test_whoever_lost_a_file_is_named_with_what_they_had_and_nobody_gains(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    assert handed_over(access_list(*before), owner=7, group=8) == access_list(*after)
    assert handed_over(access_list(*before), owner=None, group=None) == access_list(*before)

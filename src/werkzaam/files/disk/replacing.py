"""Replacing a file by a new one: what keeps it from being replaced, and what the new one gets of it."""

import errno
import os
import stat
import struct
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from pathlib import Path

from werkzaam.errors import UserError
from werkzaam.language import _

if sys.platform == "linux":
    import fcntl

_GET_FLAGS = 0x80006601 | struct.calcsize("l") << 16
"""FS_IOC_GETFLAGS; on systems where it has another number, or disks without flags, the call raises OSError."""
_APPEND_ONLY = 0x20
_MOUNTS = Path("/proc/self/mountinfo")
ACCESS_LIST = "system.posix_acl_access"
"""The extended attribute that holds the POSIX access control list of a file: a header, then entries."""
_ACCESS_LISTS = (ACCESS_LIST, "system.nfs4_acl")
_HEADER, _ENTRY = struct.Struct("<I"), struct.Struct("<HHI")
"""As in linux/posix_acl_xattr.h. An entry: tag (whom it is about), permissions (4 read, 2 write, 1 execute), and id."""
_OWNER, _USER, _OWNING_GROUP, _GROUP, _OTHERS = 0x01, 0x02, 0x04, 0x08, 0x20
_NOBODY = 0xFFFFFFFF
"""The id in an entry that names no user or group (ACL_UNDEFINED_ID)."""
_ONLY_THE_OWNER = 0o700
_NOTHING_OF_THE_KIND = {errno.ENOTSUP, errno.ENOSYS, errno.ENODATA}
"""The errors that mean that a disk has no extended attributes, or a file not this one."""
_FROM_THE_SYSTEM = "security."
"""The prefix of attributes that a system that uses them gives every new file by itself: nobody misses the old ones."""


def refuse_irreplaceable(path: Path, target: Path) -> None:
    """Raise PermissionError, or UserError for a mount point, if `target`, to which `path` leads, cannot be replaced."""
    if _is_append_only(target.parent) or _is_append_only(target) or _is_somebody_elses(target):
        raise PermissionError(target)
    if _is_mounted(target):
        message = _("{file}: this file is mounted by itself and cannot be replaced; work on a copy of it.")
        raise UserError(message.format(file=path))


def _is_somebody_elses(target: Path) -> bool:
    """Return whether only somebody else may replace a file, in a folder with the sticky bit (such as /tmp)."""
    if sys.platform != "win32" and target.exists():
        folder, file = target.parent.stat(), target.stat()
        return bool(folder.st_mode & stat.S_ISVTX) and os.geteuid() not in (0, file.st_uid, folder.st_uid)
    return False


def _is_append_only(path: Path) -> bool:
    """Return whether a file or folder is append-only; os.access shows already that an immutable one is not writable."""
    if sys.platform == "linux":
        with suppress(OSError):
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
            try:
                flags = fcntl.ioctl(descriptor, _GET_FLAGS, bytes(struct.calcsize("l")))
            finally:
                os.close(descriptor)
            return bool(int.from_bytes(flags, sys.byteorder) & _APPEND_ONLY)
    return False


def _is_mounted(target: Path) -> bool:
    """Return whether a file is in Linux's list of mount points; single files are mounted into containers."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    name = os.fsencode(target)
    for sign in (b"\\", b" ", b"\t", b"\n"):
        name = name.replace(sign, b"\\%03o" % ord(sign))
    return any(line.split(b" ")[4] == name for line in lines)


@dataclass(slots=True)
class Losses:
    """What could not be carried over from an old file to the new one."""

    readers: bool = False
    """Whether fewer people may read the new file."""
    attributes: list[str] = field(default_factory=list)
    """The names of the extended attributes that the new file lacks."""

    def lines(self, file: Path) -> Iterator[str]:
        """Return a message for the user for each kind of loss."""
        if self.readers:
            message = _("{file}: who may read it could not be kept as it was; fewer people can now. Let them in again.")
            yield message.format(file=file)
        if self.attributes:
            message = _("{file}: extended attributes could not be kept: {names}.")
            yield message.format(file=file, names=", ".join(self.attributes))


def carry_over(old: Path, like: os.stat_result, new: int) -> Losses:
    """Give a new file the extended attributes, owner, group, access list and mode of the file `old`; return the losses.

    `like` is the status of `old`; `new` is a descriptor of the new file, so far private to its owner. If the system
    refuses something, fewer people may read the new file, never more. On Windows nothing is done. Raises OSError if the
    mode cannot be set.
    """
    losses = Losses()
    if sys.platform != "win32":
        attributes = _attributes(old)
        lists = {name: attributes.pop(name) for name in _ACCESS_LISTS if name in attributes} if attributes else {}
        losses.attributes += _not_attached(new, attributes or {})
        owner, group = _hand_over(new, like)
        if lists and all(_set_list(new, name, access, owner, group) for name, access in lists.items()):
            return losses  # the mode comes with it
        mode = stat.S_IMODE(like.st_mode)
        wanted = mode if group is None else _alike_for_all(mode)
        if lists or attributes is None or not _without_list(new):
            # The group's bits may be the mask of a lost list, and others may have more than people on that list.
            wanted = mode & _ONLY_THE_OWNER
        os.fchmod(new, wanted)
        losses.readers = wanted != mode
    return losses


def _attributes(old: Path) -> dict[str, bytes | None] | None:
    """Return the extended attributes of a file by name, with None for a value that cannot be read.

    Returns None if not even the names can be read.
    """
    found: dict[str, bytes | None] = {}
    if sys.platform == "linux":
        try:
            names = os.listxattr(old)
        except OSError as error:
            return found if error.errno in _NOTHING_OF_THE_KIND else None
        for name in names:
            try:
                found[name] = os.getxattr(old, name)
            except OSError as error:
                if error.errno not in _NOTHING_OF_THE_KIND:
                    found[name] = None
    return found


def _not_attached(new: int, attributes: Mapping[str, bytes | None]) -> list[str]:
    """Set extended attributes of a file; return the names of those that failed and that somebody may miss."""
    refused = [name for name, value in attributes.items() if not _attached(new, name, value)]
    return [name for name in refused if not name.startswith(_FROM_THE_SYSTEM)]


def _attached(new: int, name: str, value: bytes | None) -> bool:
    if value is None:  # it could not be read
        return False
    if sys.platform == "linux":
        try:
            os.setxattr(new, name, value)
        except OSError:
            return False
    return True


def _hand_over(new: int, like: os.stat_result) -> tuple[int | None, int | None]:
    """Give a file the owner and group in `like`; return the ids that could not be set, None for each that could."""
    if sys.platform != "win32":
        for owner, group in ((like.st_uid, -1), (-1, like.st_gid)):
            with suppress(OSError):
                os.fchown(new, owner, group)
    now = os.fstat(new)
    return (
        like.st_uid if now.st_uid != like.st_uid else None,
        like.st_gid if now.st_gid != like.st_gid else None,
    )


def _set_list(new: int, name: str, access: bytes | None, owner: int | None, group: int | None) -> bool:
    """Set the access list of a file, and with it the mode; return whether that succeeded."""
    if name == ACCESS_LIST and access is not None:
        access = handed_over(access, owner, group)
    elif owner is not None or group is not None:
        return False
    return _attached(new, name, access)


def handed_over(access: bytes, owner: int | None, group: int | None) -> bytes:
    """Return the access list for a new file that could not get the owner or the group of the old file.

    `access` is the list of the old file; `owner` and `group` are its ids where the new file has another one, else None.
    The old owner and group get an entry of their own, with the permissions they had. The new file's group gets only
    what the old group, every listed group and all others have in common.
    """
    entries: list[tuple[int, int, int]] = list(_ENTRY.iter_unpack(access[_HEADER.size :]))
    allowed = {kind: rights for kind, rights, number in entries if number == _NOBODY}
    named = {(kind, number) for kind, _rights, number in entries}
    if owner is not None and (_USER, owner) not in named:
        entries.append((_USER, allowed[_OWNER], owner))
    if group is not None:
        if (_GROUP, group) not in named:
            entries.append((_GROUP, allowed[_OWNING_GROUP], group))
        least = reduce(and_, (rights for kind, rights, _number in entries if kind in (_OWNING_GROUP, _GROUP, _OTHERS)))
        entries = [(kind, least if kind == _OWNING_GROUP else rights, number) for kind, rights, number in entries]
    entries.sort(key=lambda entry: (entry[0], entry[2]))
    return access[: _HEADER.size] + b"".join(_ENTRY.pack(*entry) for entry in entries)


def _without_list(new: int) -> bool:
    """Remove the access list that a new file got from its folder; return whether it has none now."""
    if sys.platform == "linux":
        try:
            if ACCESS_LIST in os.listxattr(new):
                os.removexattr(new, ACCESS_LIST)
        except OSError as error:
            return error.errno in _NOTHING_OF_THE_KIND
    return True


def _alike_for_all(mode: int) -> int:
    """Return a mode in which group and others each have only the permissions that both have in `mode`.

    The file has another group now, and people of the old group count as others.
    """
    both = mode >> 3 & mode & 0o007
    return mode & ~0o077 | both << 3 | both

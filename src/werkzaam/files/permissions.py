"""Who may read a file, and what else is attached to it: given to the new file that comes in the place of an old one."""

import errno
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from werkzaam.files import access_lists
from werkzaam.language import _

_ACCESS_LISTS = (access_lists.ATTRIBUTE, "system.nfs4_acl")
_ONLY_THE_OWNER = 0o700
_NOTHING_OF_THE_KIND = {errno.ENOTSUP, errno.ENOSYS, errno.ENODATA}
"""How a disk says that it knows no extended attributes, or a file that it has not got this one."""
_VOUCHING = ("security.ima", "security.evm", "trusted.overlay.")
"""What the system keeps about one content, or one place on a disk: it would be untrue of another file."""
_FROM_THE_SYSTEM = "security."
"""What a system that guards these gives every new file by itself; nobody misses the old one."""


@dataclass(slots=True)
class Losses:
    """What of an old file the system did not let the new one have."""

    readers: bool = False
    """Whether fewer people may read it."""
    attributes: list[str] = field(default_factory=list)
    """The names of extended attributes."""

    def lines(self, file: Path) -> Iterator[str]:
        """Return what to tell the user of a file, a line each."""
        if self.readers:
            message = _("{file}: who may read it could not be kept as it was; fewer people can now. Let them in again.")
            yield message.format(file=file)
        if self.attributes:
            message = _("{file}: what was attached to it could not be kept: {names}.")
            yield message.format(file=file, names=", ".join(self.attributes))


def carry_over(old: Path, like: os.stat_result, new: int) -> Losses:
    """Give a new file, so far its owner's alone, what an old one has: attributes, owner, group, access list, mode.

    `new` is its descriptor. Where the system does not allow something, fewer people may read the new file, and never
    more; on Windows nothing is done. Raises OSError where not even the mode can be set.
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
            # The rights of the group may be those of people in a list, and others may have had more than they.
            wanted = mode & _ONLY_THE_OWNER
        os.fchmod(new, wanted)
        losses.readers = wanted != mode
    return losses


def _attributes(old: Path) -> dict[str, bytes | None] | None:
    """Return the extended attributes of a file, by name; None for one that cannot be read, or where none can be."""
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
    return {name: value for name, value in found.items() if not name.startswith(_VOUCHING)}


def _not_attached(new: int, attributes: Mapping[str, bytes | None]) -> list[str]:
    """Attach attributes to a file; return the names of those that the system refuses, and that somebody may miss."""
    refused: list[str] = []
    if sys.platform == "linux":
        for name, value in attributes.items():
            if value is None or not _attached(new, name, value):
                refused.append(name)
    return [name for name in refused if not name.startswith(_FROM_THE_SYSTEM)]


def _attached(new: int, name: str, value: bytes) -> bool:
    if sys.platform == "linux":
        try:
            os.setxattr(new, name, value)
        except OSError:
            return False
    return True


def _hand_over(new: int, like: os.stat_result) -> tuple[int | None, int | None]:
    """Give a file the owner and group of another as far as one may; return those that it could not have."""
    owner = group = None
    if sys.platform != "win32":
        own = os.fstat(new)
        if own.st_uid != like.st_uid:
            try:
                os.fchown(new, like.st_uid, -1)
            except OSError:
                owner = like.st_uid
        if own.st_gid != like.st_gid:
            try:
                os.fchown(new, -1, like.st_gid)
            except OSError:
                group = like.st_gid
    return owner, group


def _set_list(new: int, name: str, access: bytes | None, owner: int | None, group: int | None) -> bool:
    """Give a file an access list, and the mode that comes with it; whether that succeeded."""
    if access is None:
        return False
    if name == access_lists.ATTRIBUTE:
        access = access_lists.handed_over(access, owner, group)
    elif owner is not None or group is not None:
        return False
    return _attached(new, name, access)


def _without_list(new: int) -> bool:
    """Take from a file the access list that its folder gave it; whether it has none now."""
    if sys.platform == "linux":
        try:
            if access_lists.ATTRIBUTE in os.listxattr(new):
                os.removexattr(new, access_lists.ATTRIBUTE)
        except OSError as error:
            return error.errno in _NOTHING_OF_THE_KIND
    return True


def _alike_for_all(mode: int) -> int:
    """Return a mode in which another group, and whoever was in the old one, get what both had before."""
    both = mode >> 3 & mode & 0o007
    return mode & ~0o077 | both << 3 | both

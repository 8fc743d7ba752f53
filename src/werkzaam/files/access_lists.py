"""POSIX access control lists (ACLs) as bytes, in the format of Linux (linux/posix_acl_xattr.h)."""

import struct
from functools import reduce
from operator import and_

ATTRIBUTE = "system.posix_acl_access"
"""The extended attribute that holds the access list of a file."""
_HEADER = struct.Struct("<I")
_ENTRY = struct.Struct("<HHI")
_OWNER, _USER, _OWNING_GROUP, _GROUP, _OTHERS = 0x01, 0x02, 0x04, 0x08, 0x20
_NOBODY = 0xFFFFFFFF
"""The id in an entry that names no user or group (ACL_UNDEFINED_ID)."""

Entry = tuple[int, int, int]
"""Tag (whom the entry is about), permissions (4 read, 2 write, 1 execute), and id of the user or group."""


def handed_over(access: bytes, owner: int | None, group: int | None) -> bytes:
    """Return the access list for a new file that could not get the owner or the group of the old file.

    `access` is the list of the old file; `owner` and `group` are its ids where the new file has another one, else None.
    The old owner and group get an entry of their own, with the permissions they had. The new file's group gets only
    what the old group, every listed group and all others have in common.
    """
    entries: list[Entry] = list(_ENTRY.iter_unpack(access[_HEADER.size :]))
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

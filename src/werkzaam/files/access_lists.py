"""POSIX access lists, as the system hands them out: who may use a file beside its owner, its group and everybody."""

import struct
from collections.abc import Iterator
from functools import reduce
from operator import and_

ATTRIBUTE = "system.posix_acl_access"
"""The extended attribute that holds a file's list."""
_HEADER = struct.Struct("<I")
_ENTRY = struct.Struct("<HHI")
_OWNER, _USER, _OWNING_GROUP, _GROUP, _OTHERS = 0x01, 0x02, 0x04, 0x08, 0x20
_NOBODY = 0xFFFFFFFF
"""The number in an entry that is about no one person or group by number."""

Entry = tuple[int, int, int]
"""Of whom it speaks, what they may (4 read, 2 write, 1 execute), and the number of the user or group."""


def handed_over(access: bytes, owner: int | None, group: int | None) -> bytes:
    """Return the list for a file that got another owner, or another group: the number of the one before, else None.

    Whoever lost the file is named in it, with what they had; the new group gets no more than all others have.
    """
    entries = list(_entries(access))
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


def _entries(access: bytes) -> Iterator[Entry]:
    yield from _ENTRY.iter_unpack(access[_HEADER.size :])

"""Why the system refused something, in the user's language."""

import errno
import os
from pathlib import Path

from werkzaam.language import N_, _

_REASONS = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk space that you may use is full"),
    errno.EROFS: N_("nothing can be written on this disk"),
    errno.EIO: N_("the disk or the connection to it fails"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("the links lead round in a circle"),
    errno.ENOTDIR: N_("a part of the path is no folder"),
    errno.EACCES: N_("you have no permission"),
    errno.EPERM: N_("you have no permission"),
    errno.EMFILE: N_("too many files are open"),
    errno.ENFILE: N_("too many files are open"),
    errno.EBUSY: N_("another program is using it"),
}


def reason(error: OSError) -> str:
    """Return why; in the system's own words for what hardly ever happens."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else os.strerror(error.errno or 0)


def unreadable(name: str, error: OSError) -> str:
    """Return why a file or folder cannot be read."""
    if isinstance(error, FileNotFoundError):
        return _("{file}: there is no such file.").format(file=name)
    if isinstance(error, IsADirectoryError):
        return _("{file}: this is a folder; name a file in it.").format(file=name)
    if isinstance(error, PermissionError):
        return _("{file}: you are not allowed to read this file.").format(file=name)
    return _("{file}: cannot be read ({reason}).").format(file=name, reason=reason(error))


def unwritable(path: Path, error: OSError) -> str:
    """Return why a file cannot be written."""
    if isinstance(error, FileNotFoundError):
        return _("{file}: the folder does not exist; make it first.").format(file=path)
    if isinstance(error, IsADirectoryError):
        return _("{file}: this is no file; name another one.").format(file=path)
    if isinstance(error, PermissionError):
        return _("{file}: you are not allowed to write here; choose another place.").format(file=path)
    return _("{file}: cannot be saved ({reason}).").format(file=path, reason=reason(error))


def refused(error: OSError) -> str:
    """Return what the system refused, and where, as far as the error says it."""
    if error.filename is not None:
        return _("{file}: cannot be used ({reason}).").format(file=error.filename, reason=reason(error))
    if isinstance(error, FileNotFoundError):  # only the current folder has no name
        return _("The folder that you are in does not exist any more; go to another one.")
    return _("This cannot be written ({reason}).").format(reason=reason(error))

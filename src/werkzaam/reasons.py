"""Why the system refused something, in the user's language."""

import errno
import os

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
    errno.EBUSY: N_("another program is using it"),
}


def reason(error: OSError) -> str:
    """Return why; in the system's own words for what hardly ever happens."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else os.strerror(error.errno or 0)

"""What stands in tests for a call that the system refuses."""

import errno
from typing import NoReturn


def full(*_arguments: object, **_options: object) -> NoReturn:
    """Fail as a write to a full disk does."""
    raise OSError(errno.ENOSPC, "full")

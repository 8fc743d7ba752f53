import errno
import os

import pytest

from werkzaam import language
from werkzaam.system_errors import reason


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk space that you may use is full"),
        (errno.EROFS, "nothing can be written on this disk"),
        (errno.EIO, "the disk or the connection to it fails"),
        (errno.ENAMETOOLONG, "the name is too long"),
        (errno.ELOOP, "the links lead round in a circle"),
        (errno.ENOTDIR, "a part of the path is no folder"),
        (errno.EACCES, "you have no permission"),
        (errno.EPERM, "you have no permission"),
        (errno.EBUSY, "another program is using it"),
    ],
)
def test_what_happens_to_people_is_said_in_their_language(number: int, said: str) -> None:
    error = OSError(number, "whatever")
    assert reason(error) == language._(said)
    language.activate("en")
    assert reason(error) == said


def test_the_rest_is_said_in_the_words_of_the_system() -> None:
    assert reason(OSError(errno.EDEADLK, "whatever")) == os.strerror(errno.EDEADLK)

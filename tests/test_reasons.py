import errno
import os

import pytest

from werkzaam import language
from werkzaam.reasons import reason


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        (errno.ENOSPC, "de schijf is vol", "the disk is full"),
        (errno.EDQUOT, "de ruimte die je mag gebruiken is vol", "the disk space that you may use is full"),
        (errno.EROFS, "op deze schijf kan niets worden geschreven", "nothing can be written on this disk"),
        (errno.EIO, "de schijf of de verbinding ermee hapert", "the disk or the connection to it fails"),
        (errno.ENAMETOOLONG, "de naam is te lang", "the name is too long"),
        (errno.ELOOP, "de koppelingen draaien in een kring", "the links lead round in a circle"),
        (errno.ENOTDIR, "een deel van het pad is geen map", "a part of the path is no folder"),
        (errno.EACCES, "je hebt er geen toestemming voor", "you have no permission"),
        (errno.EPERM, "je hebt er geen toestemming voor", "you have no permission"),
        (errno.EBUSY, "een ander programma gebruikt het", "another program is using it"),
    ],
)
def test_what_happens_to_people_is_said_in_their_language(number: int, dutch: str, english: str) -> None:
    assert reason(OSError(number, "whatever")) == dutch
    language.activate("en")
    assert reason(OSError(number, "whatever")) == english


def test_the_rest_is_said_in_the_words_of_the_system() -> None:
    assert reason(OSError(errno.EDEADLK, "whatever")) == os.strerror(errno.EDEADLK)

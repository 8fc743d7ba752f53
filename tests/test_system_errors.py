import errno
import os
import sys
from pathlib import Path

import pytest

from werkzaam import language
from werkzaam.language import _
from werkzaam.system_errors import reader_left, reason, unreadable, unwritable


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk space that you may use is full"),
        (errno.EROFS, "nothing can be written on this disk"),
        (errno.EIO, "the disk or the connection to it fails"),
        (errno.ENAMETOOLONG, "the name is too long"),
        (errno.ELOOP, "the links lead round in a circle"),
        (errno.ENOTDIR, "a part of the path is not a folder"),
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


class OnWindowsError(PermissionError):
    """An error as Python raises it on Windows, with a `winerror` number."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "Access denied")
        self.winerror = winerror


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (5, "you have no permission"),
        (19, "nothing can be written on this disk"),
        (32, "another program is using it"),
        (64, "the disk or the connection to it fails"),
        (206, "the name is too long"),
        (1295, "the disk space that you may use is full"),
    ],
)
def test_what_windows_tells_apart_is_told_apart(number: int, said: str) -> None:
    assert reason(OnWindowsError(number)) == language._(said)


def test_a_file_that_is_open_elsewhere_is_to_be_closed_there() -> None:
    said = _("{file}: another program has this file open; close it there and try again.").format(file="a.yaml")
    for error in (OnWindowsError(32), OSError(errno.EBUSY, "busy")):
        assert unreadable("a.yaml", error) == unwritable(Path("a.yaml"), error) == said


def test_a_pattern_that_matches_nothing_is_the_name_of_nothing() -> None:
    said = _("{file}: there is no such file.").format(file="*.yaml")
    assert unreadable("*.yaml", OSError(errno.EINVAL, "Invalid argument")) == said


def test_a_file_in_a_cloud_that_cannot_be_reached_is_not_said_to_be_gone() -> None:
    error = OSError(errno.EINVAL, "Invalid argument")  # all that opening it tells on Windows
    said = _("{file}: cannot be read ({reason}).").format(
        file="a.yaml", reason=_("no file can have this name, or the disk or the cloud cannot be reached")
    )
    assert unreadable("a.yaml", error) == said


@pytest.mark.parametrize("length", [200, 300])
def test_windows_says_of_a_path_that_is_too_long_that_it_is_not_there(
    length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    name, error = "/" + "x" * (length - 1), FileNotFoundError(errno.ENOENT, "no")
    is_named = [_("the name is too long") in said for said in (unreadable(name, error), unwritable(Path(name), error))]
    assert is_named == [length > 259] * 2


def test_a_reader_that_left_is_known_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    invalid, full = OSError(errno.EINVAL, "Invalid argument"), OSError(errno.ENOSPC, "full")
    assert [reader_left(error) for error in (BrokenPipeError(), invalid, full)] == [True, False, False]
    monkeypatch.setattr(sys, "platform", "win32")
    named = OSError(errno.EINVAL, "Invalid argument", "a?.yaml")
    assert [reader_left(error) for error in (BrokenPipeError(), invalid, full, named)] == [True, True, False, False]

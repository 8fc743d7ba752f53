import errno
import os
import time
from pathlib import Path

import pytest

from werkzaam.files.disk import sharing


class Other:
    """A program that has a file open for the first so many attempts; `seen` whether it is found out."""

    def __init__(self, attempts: int, monkeypatch: pytest.MonkeyPatch, *, seen: bool = True) -> None:
        self.attempts = attempts
        monkeypatch.setattr(sharing, "_is_taken", lambda _path, *, to_replace: seen and self.attempts > 0)  # noqa: ARG005

    def refuse(self, *_arguments: object) -> bytes:
        if self.attempts:
            self.attempts -= 1
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return b"read"


@pytest.fixture(autouse=True)
def _short_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "PATIENCE", 0.2)
    monkeypatch.setattr(sharing, "_DOUBTS", 3)
    monkeypatch.setattr(sharing, "_PAUSE", 0.01)


@pytest.mark.parametrize("seen", [True, False])
def test_a_file_that_another_program_has_open_for_a_moment_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, *, seen: bool
) -> None:
    other = Other(3, monkeypatch, seen=seen)
    assert sharing.read("a.yaml", other.refuse) == b"read"


def test_one_that_stays_open_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Other(10**6, monkeypatch)
    start = time.monotonic()
    with pytest.raises(OSError, match=os.strerror(errno.EBUSY)):
        sharing.read("a.yaml", other.refuse)
    monkeypatch.setattr(Path, "replace", other.refuse)
    with pytest.raises(OSError, match=os.strerror(errno.EBUSY)):
        sharing.replace(tmp_path / "new", tmp_path / "a.yaml")
    assert 0.4 < time.monotonic() - start < 10


def test_a_refusal_for_another_reason_stays_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    other = Other(10**6, monkeypatch, seen=False)
    with pytest.raises(PermissionError):
        sharing.read("a.yaml", other.refuse)


def test_a_file_gets_the_name_of_another(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "a.yaml"
    new.write_bytes(b"new")
    old.write_bytes(b"old")
    sharing.replace(new, old)
    assert (old.read_bytes(), new.exists()) == (b"new", False)

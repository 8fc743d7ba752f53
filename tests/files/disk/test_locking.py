import errno
import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.failing import failing
from werkzaam.files.disk.locking import locked, was_locked


def test_while_one_holds_the_lock_another_process_waits(file: Path) -> None:
    waiting = (
        "import sys, pathlib; from werkzaam.files.disk.locking import locked\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "print('ready', flush=True)\n"
        "with locked(path): path.write_bytes(path.read_bytes() + b' theirs')\n"
    )
    with locked(file):
        other = subprocess.Popen([sys.executable, "-c", waiting, str(file)], stdout=subprocess.PIPE, env={**os.environ})
        assert other.stdout is not None
        assert other.stdout.readline() == b"ready\n"
        file.write_bytes(b"ours")
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(0.3)
    assert other.wait(30) == 0
    other.stdout.close()
    assert file.read_bytes() == b"ours theirs"


def test_a_lock_is_given_back_when_something_goes_wrong(file: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(file):
        raise ZeroDivisionError
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(folder)


def test_one_who_never_ends_is_not_waited_for_for_ever(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkzaam.files.disk.locking.PATIENCE", 0.05)
    start = time.monotonic()
    with locked(file), pytest.raises(OSError, match=os.strerror(errno.EBUSY)), locked(file):
        pass
    assert not was_locked(file)
    assert 0.05 < time.monotonic() - start < 5
    with locked(file):
        assert was_locked(file)


@pytest.mark.parametrize("error", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EIO])
def test_a_disk_without_locks_is_no_reason_not_to_save(file: Path, monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    monkeypatch.setattr("fcntl.flock", failing(error))
    with locked(file), locked(file):
        assert not was_locked(file)


def test_a_folder_that_cannot_be_opened_is_no_reason_either(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.open", failing(errno.EACCES))
    with locked(file):
        assert not was_locked(file)


def test_a_missing_folder_is(file: Path) -> None:
    with pytest.raises(FileNotFoundError), locked(file.parent / "weg" / "a.yaml"):
        pass
    with pytest.raises(NotADirectoryError), locked(file / "a.yaml"):
        pass

"""What stands in tests for a call that the system refuses, or that fails in another way."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from werkzaam.files import reading


def raising(fault: type[Exception], *arguments: object) -> Callable[..., NoReturn]:
    """Return a call that raises an exception with these arguments, whatever it is given."""

    def fail(*_arguments: object, **_options: object) -> NoReturn:
        raise fault(*arguments)

    return fail


def failing(error: int) -> Callable[..., NoReturn]:
    """Return a call that fails with an error of the system, whatever it is given."""
    return raising(OSError, error, os.strerror(error))


full = failing(errno.ENOSPC)
"""Fails as a write to a full disk does."""


def shut(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let no file or folder of these names be read: the tests may run as a user who may read everything."""
    scandir = os.scandir

    def opened(path: str) -> str:
        if Path(path).name in names:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return path

    monkeypatch.setattr(os, "scandir", lambda path: scandir(opened(path)))
    monkeypatch.setattr(reading, "open", lambda path, *how, **more: open(opened(path), *how, **more), raising=False)  # noqa: PTH123, SIM115

"""The program as one calls it, in this process, with what it says taken down."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from werkzaam.cli.main import run

_SETTINGS = ("WERKZAAM_FACTORS", "WERKZAAM_LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR")


@dataclass(frozen=True, slots=True)
class Done:
    """How a call ended, and what it said."""

    code: int | None
    """None: it did not end by itself, but in an exception that nobody caught."""
    out: str
    err: str


def call(*words: str) -> Done:
    """Run the program; what it does not catch is told as Python would tell it."""
    with _streams() as (out, err):
        try:
            code: int | None = int(run(words))
        except Exception as error:  # noqa: BLE001 (whatever gets out is what is looked for)
            code = None
            err.write(f"Traceback: {error!r}")
        return Done(code, _text(out), _text(err))


@contextmanager
def _streams() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    kept = sys.stdin, sys.stdout, sys.stderr
    settings = dict(os.environ)
    for name in _SETTINGS:
        os.environ.pop(name, None)
    sys.stdin, out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _number in range(3))
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
        os.environ.clear()
        os.environ.update(settings)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    kept = stream.buffer
    assert isinstance(kept, io.BytesIO)
    return kept.getvalue().decode()

"""Whole calls of the program in this process, in a folder where nothing outside can be reached."""

import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from functools import cache
from pathlib import Path

from tests import examples
from werkzaam.cli.main import run

_FILES = {
    "klein.yaml": examples.SMALL_SET,
    "schaal.yaml": examples.OTHER_SCALE,
    "a.yaml": examples.SMALL_ANSWERS,
    "d.yaml": examples.SMALL_ANSWERS.replace("perspective: samen", "perspective: school"),
}
_CODES = (0, 1, 2, 130)


def whole_call(content: bytes) -> None:
    """Any words end in an exit code and, where it is 2, in a line that says why; nothing steers a terminal."""
    words, piped = _parted(content)
    with _world() as folder, _streams(piped) as (out, err):
        code = _ended(words)
        said, told = _text(out), _text(err)
        _same_files(folder)
    assert code in _CODES, f"exit code {code}"
    assert code != 2 or told, "refused without a word"
    assert not {"\x1b", "\x9b"} & {*said, *told}, "steers a terminal"
    assert "Traceback" not in told, told
    if code == 0 and words[:1] == ["report"] and words[-2:] == ["--format", "json"]:
        json.loads(said)


def _parted(content: bytes) -> tuple[list[str], bytes]:
    """Return the words of a call and what is piped in; no word leads out of the folder."""
    head, _blank, piped = content.partition(b"\n\n")
    lines = head.decode(errors="surrogateescape").replace("\0", "").split("\n")
    return [line if line == os.devnull else line.replace("/", "_").replace("..", "_") for line in lines], piped


def _ended(words: list[str]) -> int | str | None:
    try:
        return int(run(words))
    except SystemExit as end:
        return end.code


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


@contextmanager
def _world() -> Iterator[Path]:
    folder = Path(_folder().name)
    _same_files(folder)
    settings = dict(os.environ)
    os.environ.update(HOME=str(folder), SHELL="/bin/sh")
    try:
        with chdir(folder):
            yield folder
    finally:
        os.environ.clear()
        os.environ.update(settings)


def _same_files(folder: Path) -> None:
    """Put back what a call changed: each starts from the same."""
    for path in folder.iterdir():
        if path.name not in _FILES and path.is_file():
            path.unlink()
    for name, text in _FILES.items():
        path = folder / name
        if not path.exists() or path.read_text() != text:
            path.write_text(text)


@contextmanager
def _streams(piped: bytes) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, out, err = (io.TextIOWrapper(io.BytesIO(text), encoding="utf-8") for text in (piped, b"", b""))
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()

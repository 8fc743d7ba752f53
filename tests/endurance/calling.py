"""The program as one calls it, in this process, with what it reads given and what it says taken down."""

import io
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from tests import word_documents, workbooks
from werkzaam.cli.main import run

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_SETTINGS = ("WERKZAAM_FACTORS", "WERKZAAM_LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "_WERKZAAM_COMPLETE")


@dataclass(frozen=True, slots=True)
class Done:
    """How a call ended, and what it said; a workbook or Word document is shown as text."""

    code: int | None
    """None: something got out that nobody caught."""
    out: str
    err: str

    def without_colours(self) -> "Done":
        """Return what is left where the colours that rich writes are taken out."""
        return Done(self.code, _COLOURS.sub("", self.out), _COLOURS.sub("", self.err))


def called(
    words: Sequence[str], folder: Path | None = None, lines: str = "", variables: Mapping[str, str] | None = None
) -> Done:
    """Call the program from a folder; None: from where this process is."""
    with _world(folder, lines, variables or {}) as (out, err):
        try:
            code: int | None = int(run(words))
        except SystemExit as end:  # where a shell asks for completions
            code = int(end.code or 0)
        except Exception as error:  # noqa: BLE001 (whatever gets out is what is looked for)
            code = None
            print(f"Traceback: {error!r}", file=err)
        return Done(code, _text(out), _text(err))


@contextmanager
def _world(
    folder: Path | None, lines: str, variables: Mapping[str, str]
) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    streams, settings = (sys.stdin, sys.stdout, sys.stderr), dict(os.environ)
    for name in _SETTINGS:
        os.environ.pop(name, None)
    os.environ.update(variables)
    out, err = _stream(""), _stream("")
    sys.stdin, sys.stdout, sys.stderr = _stream(lines), out, err
    try:
        with chdir(folder) if folder else nullcontext():
            yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        os.environ.clear()
        os.environ.update(settings)


def _stream(text: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode(errors="surrogateescape")), encoding="utf-8", newline="\n")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    kept = stream.buffer
    assert isinstance(kept, io.BytesIO)
    content = kept.getvalue()
    if not content.startswith(workbooks.START):
        return content.decode()
    is_word = word_documents.PART.encode() in content
    return word_documents.in_lines(content) if is_word else workbooks.in_lines(content)

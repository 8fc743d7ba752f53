"""Where answers are read from: a file, stdin, or the one file that is there."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.errors import UserError
from werkzaam.language import _

if TYPE_CHECKING:
    from werkzaam.files.reading import Source

STDIN = "-"
STDIN_NAME = "<stdin>"


def answers_source(file: str | None) -> "Source":
    """Read what a command names, `-` for stdin, or else the only default file; UserError where that cannot be."""
    from werkzaam.files import reading

    if file == STDIN:
        return stdin_source()
    return reading.read_file(Path(file) if file else _only_default_file())


def stdin_source() -> "Source":
    """Read stdin; UserError where the caller closed it."""
    from werkzaam.files import reading

    if sys.stdin is None:
        raise UserError(_("<stdin>: there is nothing to read from."))
    return reading.read_stream(sys.stdin.buffer, STDIN_NAME)


def _only_default_file() -> Path:
    """Return the one answers file in the current folder; UserError where there is none, or more than one."""
    from werkzaam.files import locations

    found = sorted(locations.default_files(Path()))
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(_("There is no answers file here: name one, or start with werkzaam check."))
    names = ", ".join(map(str, found))
    raise UserError(_("There are several answers files here: name one of {names}.").format(names=names))

"""Where answers are read from: named files and folders, stdin, or the one file in the current folder."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.output import say
from werkzaam.errors import UserError
from werkzaam.language import _
from werkzaam.system_errors import unreadable

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import FactorSet
    from werkzaam.files.answers import AnswersFile
    from werkzaam.files.searching import Candidate


STDIN = "-"
STDIN_NAME = "<stdin>"
NO_FILE = ("/dev/null", os.devnull, os.devnull.upper())
"""Paths of the null device, which stand for no file: git names so the side of a diff that does not exist."""


def read_answers(file: str, factor_set: "FactorSet", tell: Callable[[str], None] = say) -> "AnswersFile":
    """Read an answers file, or stdin for `-`, and pass its warnings to `tell`. Raises UserError if that fails."""
    from werkzaam.files import reading, received

    is_stdin = file == STDIN
    source = reading.decode(_stdin_content(), STDIN_NAME) if is_stdin else reading.read_file(Path(file))
    read = received.read(source, factor_set)
    for warning in read.warnings:
        tell(str(warning))
    return read


def read_all(files: Sequence[str], factor_set: "FactorSet") -> "list[AnswersFile | None]":
    """Read several answers files; None for each path in NO_FILE. Raises UserError also if stdin is named twice."""
    if files.count(STDIN) > 1:
        raise UserError(_("- can be named only once: stdin holds one file."))
    return [None if file in NO_FILE else read_answers(file, factor_set) for file in files]


def is_among(path: Path, files: Iterable[str]) -> bool:
    """Return whether `path` is one of the existing `files`, however these are spelled; `-` (stdin) is skipped."""
    return any(file != STDIN and path.samefile(file) for file in files)


def named_twice(files: Sequence[str]) -> str | None:
    """Return the first file that is an earlier one again, however it is spelled, or None; skip stdin and NO_FILE."""
    named = [file for file in files if file not in (STDIN, *NO_FILE)]
    return next((file for number, file in enumerate(named) if is_among(Path(file), named[:number])), None)


def meant_files(paths: Sequence[str], tell: Callable[[str], None]) -> "Iterator[Candidate]":
    """Yield the files that a command names, and those in the folders it names, each once; `-` is stdin.

    `tell` is called with a line for every folder that cannot be read. Raises UserError if stdin cannot be read.
    """
    from werkzaam.files.searching import Candidate, candidates

    for candidate in candidates(paths, tell):
        if candidate.named and candidate.path == STDIN:
            yield Candidate(STDIN_NAME, named=True, content=_stdin_content())
        else:
            yield candidate


def _stdin_content() -> bytes:
    """Return the bytes of stdin, MAXIMUM_SIZE + 1 at most."""
    from werkzaam.files.reading import MAXIMUM_SIZE

    if sys.stdin is None:
        raise UserError(_("<stdin>: there is nothing to read from."))
    try:
        return sys.stdin.buffer.read(MAXIMUM_SIZE + 1)
    except OSError as error:
        raise UserError(unreadable(STDIN_NAME, error)) from error


def only_default_file() -> str:
    """Return the one file in the current folder with a default name. Raises UserError if there are none or several."""
    from werkzaam.cli.shell import own_command
    from werkzaam.files.default_files import default_files

    files = list(map(str, default_files(Path())))
    if len(files) == 1:
        return files[0]
    if files:
        raise UserError(_("Which answers file do you mean? Name one: {names}.").format(names=", ".join(files)))
    message = _("No file here has a name such as werkzaam-2026.yaml: name the one you mean, or start with {command}.")
    raise UserError(message.format(command=own_command("check")))

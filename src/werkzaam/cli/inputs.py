"""Where answers are read from: named files and folders, stdin, or the one file in the current folder."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.output import say
from werkzaam.errors import UserError
from werkzaam.language import _
from werkzaam.system_errors import unreadable

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import FactorSet
    from werkzaam.files.answers import AnswersFile
    from werkzaam.files.reading import Source
    from werkzaam.files.searching import Candidate


STDIN = "-"
STDIN_NAME = "<stdin>"
_NAMED = 5
"""How many files a message names that have no default name."""
NO_FILE = ("/dev/null", os.devnull, os.devnull.upper())
"""Paths of the null device, which stand for no file: git names so the side of a diff that does not exist."""


def answers_source(file: str) -> "Source":
    """Read the file that a command names, or stdin for `-`. Raises UserError if that fails."""
    from werkzaam.files import reading

    if file == STDIN:
        return reading.decode(_stdin_content(), STDIN_NAME)
    return reading.read_file(Path(file))


def read_answers(file: str, factor_set: "FactorSet", tell: Callable[[str], None] = say) -> "AnswersFile":
    """Read the answers file that a command names, and pass its warnings to `tell`. Raises UserError if that fails."""
    from werkzaam.files import received

    read = received.read(answers_source(file), factor_set)
    for warning in read.warnings:
        tell(str(warning))
    return read


def read_all(files: Sequence[str], factor_set: "FactorSet") -> "list[AnswersFile | None]":
    """Read several answers files; None for each path in NO_FILE.

    Raises UserError if a file cannot be used, or if stdin is named twice.
    """
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


def only_default_file(factor_set: "FactorSet") -> str:
    """Return the one answers file in the current folder. Raises UserError if there are none or several.

    Files of other factor sets count only if there is none of this set: reading one then reports the difference.
    """
    from werkzaam.cli.shell import own_command
    from werkzaam.files import locations

    named = list(locations.default_files(Path()))
    files = [path for path in named if _is_of_set(path, factor_set)] or named
    if len(files) == 1:
        return str(files[0])
    if others := files or _under_other_names():
        names = ", ".join(map(str, others))
        raise UserError(_("Which answers file do you mean? Name one: {names}.").format(names=names))
    message = _("There is no answers file here: name one, or start with {command}.")
    raise UserError(message.format(command=own_command("check")))


def _under_other_names() -> list[Path]:
    """Return the first answers files in the current folder without a default name, such as a second download."""
    from werkzaam.files.recognition import is_factor_set, is_yaml_name
    from werkzaam.files.searching import Candidate, source_of

    found: list[Path] = []
    for path in sorted(Path().iterdir()):
        with suppress(UserError):
            source = source_of(Candidate(str(path), named=False)) if is_yaml_name(path.name) else None
            if source and not is_factor_set(source):
                found.append(path)
    return found[:_NAMED]


def _is_of_set(path: Path, factor_set: "FactorSet") -> bool:
    from werkzaam.files.reading import read_file
    from werkzaam.files.recognition import factor_set_of

    with suppress(UserError):
        return factor_set_of(read_file(path)) == factor_set.id
    return False

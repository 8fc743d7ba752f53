"""Finding the files that the paths of a command mean: named files, and those in named folders, each file once."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

from werkzaam.errors import UserError
from werkzaam.files.reading import Source, decode, read_content
from werkzaam.files.recognition import is_ours, is_yaml_name
from werkzaam.system_errors import refused, unreadable

_OWN_NAME = "werkzaam"
_FOLDER = "\0"
"""A mark behind the name of a folder: no name contains it and nothing sorts before it, so names stay in order."""

_Identity: TypeAlias = "tuple[int, int] | str"


class Candidate(NamedTuple):
    """A file that is named, or found in a folder."""

    path: str
    """The path as it was given, or below the folder as it was given."""
    named: bool
    """Whether the command names the file. A named file always counts, a file from a folder only if it is ours."""
    content: bytes | None = None
    """The content, if it was read already because that works only once (standard input); else None."""


def candidates(paths: Sequence[str], tell: Callable[[str], None]) -> Iterator[Candidate]:
    """Return the files that are named, and the YAML files below folders that are named, these in sorted order.

    Hidden folders are skipped, and symbolic links in folders not followed. Each file comes once; a named file comes
    where it is named. `tell` is called with a message for every folder that cannot be read. Raises UserError if the
    current folder is gone.
    """
    folders = {path for path in paths if os.path.isdir(path)}
    if not all(map(os.path.isabs, folders)):
        _refuse_removed_folder()
    named = {_identity(path): path for path in reversed(paths) if path not in folders}
    searched: set[_Identity] = set()
    for path in dict.fromkeys(paths):
        if path in folders:
            for found in _searched(path, searched, tell):
                if not named or _identity(found) not in named:
                    yield Candidate(found, named=False)
        elif named[_identity(path)] == path:
            yield Candidate(path, named=True)


def _refuse_removed_folder() -> None:
    try:
        os.getcwd()  # raises where that folder was removed: it would look like an empty one
    except OSError as error:
        raise UserError(refused(error)) from error


def _identity(path: str) -> _Identity:
    """Return device and inode number of a file or folder, links followed; its real path if it has none."""
    real = os.path.realpath(path)
    with suppress(OSError, ValueError):
        status = os.stat(real)
        if status.st_ino:  # not every disk numbers them
            return status.st_dev, status.st_ino
    return real


def source_of(candidate: Candidate) -> Source | None:
    """Read a candidate; return None if it comes from a folder and is not ours.

    Raises UserError if it cannot be read, UnusableFileError as `decode` does.
    """
    content = candidate.content
    try:
        if content is None:
            content = read_content(candidate.path)
    except OSError as error:
        raise UserError(unreadable(candidate.path, error)) from error
    if candidate.named or _has_own_name(candidate.path) or is_ours(content, candidate.path):
        return decode(content, candidate.path)
    return None


def _has_own_name(path: str) -> bool:
    name = os.path.basename(path)
    return name.lower().startswith(_OWN_NAME) and is_yaml_name(name)


def _searched(folder: str, searched: set[_Identity], tell: Callable[[str], None]) -> Iterator[str]:
    """Return the paths of the YAML files below a folder, skip the folders in `searched`, and add the others to it."""
    start = str(Path(folder))
    start = "" if start == "." else os.path.join(start, "")
    pile = [(start, _names(start or ".", searched, tell))]  # no recursion: folders may nest deeper than that goes
    while pile:
        inside, names = pile[-1]
        if not names:
            pile.pop()
        elif (name := names.pop()).endswith(_FOLDER):
            below = f"{inside}{name.removesuffix(_FOLDER)}{os.sep}"
            pile.append((below, _names(below, searched, tell)))
        else:
            yield inside + name


def _names(folder: str, searched: set[_Identity], tell: Callable[[str], None]) -> list[str]:
    """Return the names of the YAML files and folders in a folder, the last first, and add it to `searched`.

    Those of folders end in _FOLDER. No names are returned if the folder was searched before, or cannot be read.
    """
    identity = _identity(folder)
    if identity in searched:
        return []
    searched.add(identity)
    try:
        with os.scandir(folder) as entries:
            return sorted(filter(None, map(_name, entries)), reverse=True)
    except OSError as error:
        tell(unreadable(folder.rstrip(os.sep) or os.sep, error))
        return []


def _name(entry: "os.DirEntry[str]") -> str | None:
    if entry.is_dir(follow_symlinks=False):
        return None if entry.name.startswith(".") else entry.name + _FOLDER
    return entry.name if is_yaml_name(entry.name) and entry.is_file(follow_symlinks=False) else None

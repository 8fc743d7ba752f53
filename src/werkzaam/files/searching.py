"""Which files are meant by the paths of a call: files as they are named, folders searched, each file once."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from werkzaam.errors import UserError
from werkzaam.files.reading import Source, decode, read_content
from werkzaam.files.recognition import is_ours
from werkzaam.system_errors import unreadable

_SUFFIXES = (".yaml", ".yml")
_OWN_NAME = "werkzaam"
_FOLDER = "\0"
"""Marks the name of a folder. No name holds it, and nothing sorts before it, so that the order stays that of names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to look at."""

    path: str
    """As it was given, or as it was found from there."""
    named: bool
    """Whether the call names it: such a file is always judged, one from a folder only where it is ours."""
    content: bytes | None = None
    """What was read of it already, where that can be done only once; None: it is still to be read."""


def candidates(paths: Sequence[str], tell: Callable[[str], None]) -> Iterator[Candidate]:
    """Return the files that are named, and of folders the YAML files in them, in sorted order.

    Hidden folders are passed over and links not followed. A file that is meant twice comes once; one that is named
    comes where it is named. `tell` is called with a line for every folder that cannot be read.
    """
    folders = {path for path in paths if os.path.isdir(path)}
    named = {os.path.realpath(path): path for path in reversed(paths) if path not in folders}
    searched: list[str] = []
    for path in dict.fromkeys(paths):
        root = os.path.realpath(path)
        if path in folders:
            for shown, inside in _searched(path, tell):
                real = os.path.join(root, inside)
                if real not in named and not any(_is_found_from(folder, real) for folder in searched):
                    yield Candidate(shown, named=False)
            searched.append(root)
        elif named[root] == path:
            yield Candidate(path, named=True)


def source_of(candidate: Candidate) -> Source | None:
    """Read a candidate; None where it comes from a folder and is not ours.

    Raises UserError where it cannot be read, UnusableFileError where it is no text of a bearable size.
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
    return name.startswith(_OWN_NAME) and name.endswith(_SUFFIXES[0])


def _is_found_from(folder: str, path: str) -> bool:
    """Whether the search of a folder comes to a file; both are real paths."""
    start = os.path.join(folder, "")
    return path.startswith(start) and not any(part.startswith(".") for part in path[len(start) :].split(os.sep)[:-1])


def _searched(folder: str, tell: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    """Return what is found in a folder: from where the call stands, and from the folder itself."""
    start = str(Path(folder))
    start = "" if start == "." else os.path.join(start, "")
    pile = [("", _names(start or ".", tell))]  # instead of recursion: folders may nest deeper than that goes
    while pile:
        inside, names = pile[-1]
        name = next(names, None)
        if name is None:
            pile.pop()
        elif name.endswith(_FOLDER):
            below = f"{inside}{name.removesuffix(_FOLDER)}{os.sep}"
            pile.append((below, _names(start + below, tell)))
        else:
            yield f"{start}{inside}{name}", inside + name


def _names(folder: str, tell: Callable[[str], None]) -> Iterator[str]:
    """Return the names of the YAML files and the folders in a folder, in sorted order, folders with their mark."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(filter(None, map(_name, entries)))
    except OSError as error:
        tell(unreadable(folder.rstrip(os.sep) or os.sep, error))
        return
    yield from names


def _name(entry: "os.DirEntry[str]") -> str | None:
    if entry.is_dir(follow_symlinks=False):
        return None if entry.name.startswith(".") else entry.name + _FOLDER
    return entry.name if entry.name.endswith(_SUFFIXES) and entry.is_file(follow_symlinks=False) else None

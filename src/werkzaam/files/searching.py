"""Which files are meant by the paths of a call: files as they are named, folders searched."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from werkzaam.files.glance import is_ours
from werkzaam.files.reading import read_content

_SUFFIXES = (".yaml", ".yml")
_OWN_NAME = "werkzaam"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to look at."""

    path: Path
    named: bool
    """Whether the call names it: such a file is always judged, one from a folder only where it is ours."""


def candidates(path: Path, unreadable: Callable[[OSError], None]) -> Iterator[Candidate]:
    """Return a file that is named, or in a folder the YAML files in sorted order.

    Hidden folders are passed over and links not followed. `unreadable` is called for every folder that cannot be read.
    """
    if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises what is told better where the file is opened)
        yield from (Candidate(found, named=False) for found in _searched(path, unreadable))
    else:
        yield Candidate(path, named=True)


def counts_as_ours(candidate: Candidate) -> bool:
    """Whether a candidate is to be judged; OSError where it cannot be read."""
    if candidate.named or (candidate.path.name.startswith(_OWN_NAME) and candidate.path.suffix == ".yaml"):
        return True
    return is_ours(read_content(candidate.path))


def _searched(folder: Path, unreadable: Callable[[OSError], None]) -> Iterator[Path]:
    waiting = _entries(folder, unreadable)  # a pile instead of recursion: folders may nest deeper than that goes
    while waiting:
        path, is_folder = waiting.pop()
        if is_folder:
            waiting += _entries(path, unreadable)
        else:
            yield path


def _entries(folder: Path, unreadable: Callable[[OSError], None]) -> list[tuple[Path, bool]]:
    """Return the YAML files and the folders in a folder, last things first, and which of them are folders."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name, reverse=True)
            return [
                (folder / entry.name, entry.is_dir(follow_symlinks=False)) for entry in found if _is_searched(entry)
            ]
    except OSError as error:
        unreadable(error)
        return []


def _is_searched(entry: "os.DirEntry[str]") -> bool:
    if entry.is_dir(follow_symlinks=False):
        return not entry.name.startswith(".")
    return entry.is_file(follow_symlinks=False) and entry.name.endswith(_SUFFIXES)

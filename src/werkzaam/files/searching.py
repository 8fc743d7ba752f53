"""Which files are meant by the paths of a call: files as they are named, folders searched."""

import os
from collections.abc import Iterator
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


def candidates(path: Path) -> Iterator[Candidate]:
    """Return a file that is named, or in a folder the YAML files in sorted order.

    Hidden folders are passed over and links not followed. Raises OSError for a folder that cannot be read.
    """
    if path.is_dir():
        yield from (Candidate(found, named=False) for found in _searched(path))
    else:
        yield Candidate(path, named=True)


def counts_as_ours(candidate: Candidate) -> bool:
    """Whether a candidate is to be judged; OSError where it cannot be read."""
    if candidate.named or (candidate.path.name.startswith(_OWN_NAME) and candidate.path.suffix == ".yaml"):
        return True
    return is_ours(read_content(candidate.path))


def _searched(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith("."):
                yield from _searched(folder / entry.name)
        elif entry.is_file(follow_symlinks=False) and entry.name.endswith(_SUFFIXES):
            yield folder / entry.name

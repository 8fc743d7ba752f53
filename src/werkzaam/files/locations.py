"""Where things stand, and what they are called."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_LONGEST_NAME = 255
"""In bytes, on nearly every disk."""
_PACKAGE = Path(__file__).parents[1]
_DEFAULT_NAME = re.compile(r"werkzaam-(?P<year>\d{4})(-[a-z0-9]+)*\.yaml")


def built_in_factors() -> Path:
    """Return the factor set that ships with the program: in the package, or beside `src` in a checkout."""
    installed = _PACKAGE / "factors.yaml"
    return installed if installed.exists() else _PACKAGE.parents[1] / "factors.yaml"


def default_name(year: int, perspective: str | None) -> str:
    """Return how an answers file is called unless its user names it."""
    return f"werkzaam-{year:04}-{perspective}.yaml" if perspective else f"werkzaam-{year:04}.yaml"


def default_files(folder: Path, year: int | None = None) -> Iterator[Path]:
    """Return the files in a folder that have a default name, of one year or of any."""
    for path in folder.iterdir():
        match = _DEFAULT_NAME.fullmatch(path.name)
        if match and path.is_file() and year in (None, int(match["year"])):
            yield path


def beside(path: Path, before: str, after: str) -> Path:
    """Return a path next to another, with something before and after its name, which is cut where it gets too long."""
    room = _longest_name(path.parent) - len(os.fsencode(before + after))
    name = os.fsencode(path.name)
    whole = path.name if len(name) <= room else name[:room].decode(errors="ignore")
    return path.with_name(f"{before}{whole}{after}")


def _longest_name(folder: Path) -> int:
    """Return how many bytes a name in a folder may have."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError):  # some disks have no answer
            return os.pathconf(folder, "PC_NAME_MAX")
    return _LONGEST_NAME

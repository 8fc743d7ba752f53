"""Paths and names of files: the built-in factor set, names beside another, and names that a system cannot have."""

import errno
import os
import re
import sys
from pathlib import Path, PureWindowsPath

from werkzaam.errors import UserError
from werkzaam.language import _

_LONGEST_NAME = 255
"""The longest file name, in bytes, on nearly every disk."""
_PACKAGE = Path(__file__).parents[2]
_DEVICE = r"(?i:(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\..*)?)"
_SIGN = r'[<>:"|?*\x00-\x1f]'


def built_in_factors() -> Path:
    """Return the path of the factor set that ships with the program: in the package, or beside `src` in a checkout."""
    installed = _PACKAGE / "factors.yaml"
    return installed if installed.exists() else _PACKAGE.parents[1] / "factors.yaml"


def beside(path: Path, before: str, after: str) -> Path:
    """Return a path in the same folder with `before` and `after` around the name, which is cut if it gets too long."""
    room = _LONGEST_NAME - len(os.fsencode(before + after))
    name = os.fsencode(path.name)
    whole = path.name if len(name) <= room else name[:room].decode(errors="ignore")
    return path.with_name(f"{before}{whole}{after}")


def refuse_device(path: str | Path) -> None:
    """Raise FileNotFoundError on Windows if it takes the name for a device (NUL, COM1.txt): no file can be there."""
    if sys.platform == "win32" and re.fullmatch(_DEVICE, PureWindowsPath(path).name):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


def refuse_impossible(path: Path) -> None:
    """Raise UserError on Windows if it cannot have a file of this name; other systems accept every name."""
    if sys.platform == "win32" and (re.fullmatch(_DEVICE, path.name) or re.search(_SIGN, path.name)):
        raise UserError(_("{file}: Windows has no file of this name; choose another one.").format(file=path))

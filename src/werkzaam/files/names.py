"""Names that no file can have on Windows."""

import errno
import os
import re
import sys
from pathlib import Path, PureWindowsPath

from werkzaam.errors import UserError
from werkzaam.language import _

_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
_SIGN = re.compile(r'[<>:"|?*\x00-\x1f]')


def refuse_device(path: str | Path) -> None:
    """Raise FileNotFoundError for what Windows takes for a device, whatever stands behind the dot: nothing is there."""
    if sys.platform == "win32" and _DEVICE.fullmatch(PureWindowsPath(path).name):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


def refuse_impossible(path: Path) -> None:
    """Raise UserError where the system can have no file of that name; what is possible elsewhere stays so there."""
    if sys.platform == "win32":
        if _DEVICE.fullmatch(path.name):
            raise UserError(_("{file}: Windows keeps this name for a device; choose another one.").format(file=path))
        sign = _SIGN.search(path.name)
        if sign:
            message = _("{file}: on Windows a name cannot have “{sign}” in it; choose another one.")
            raise UserError(message.format(file=path, sign=sign[0]))

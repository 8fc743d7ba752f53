"""Why a file cannot be written, in words: seen beforehand, or said once it has failed."""

from pathlib import Path

from werkzaam.errors import UserError
from werkzaam.files.saving import check_writable
from werkzaam.language import _
from werkzaam.reasons import reason


def refuse_unwritable(path: Path) -> None:
    """Raise UserError if it can be seen beforehand that answers cannot be saved at this path."""
    try:
        check_writable(path)
    except OSError as error:
        raise UserError(unwritable(path, error)) from error


def unwritable(path: Path, error: OSError) -> str:
    """Return in words why a file cannot be written."""
    if isinstance(error, FileNotFoundError):
        return _("{file}: the folder does not exist; make it first.").format(file=path)
    if isinstance(error, IsADirectoryError):
        return _("{file}: this is no file; name another one.").format(file=path)
    if isinstance(error, PermissionError):
        return _("{file}: you are not allowed to write here; choose another place.").format(file=path)
    return _("{file}: cannot be saved ({reason}).").format(file=path, reason=reason(error))

"""A folder that gets a result for each of several files."""

import os
from collections.abc import Sequence
from itertools import count, takewhile
from pathlib import Path, PurePath

from werkzaam.cli.inputs import STDIN, STDIN_NAME
from werkzaam.cli.output import Output
from werkzaam.errors import UserError
from werkzaam.files.locations import beside
from werkzaam.language import _, ngettext
from werkzaam.system_errors import unwritable

_BETWEEN = "--"
"""Replaces the separators of a path that becomes one file name."""


class ResultFolder:
    """The folder for results, each named after the path of its file below the folder that all files have in common."""

    def __init__(self, path: str, paths: Sequence[str], ending: str) -> None:
        """Take the folder, which `place` creates, the paths that the call names, and the ending of result names.

        Raises UserError if `path` exists and is not a folder.
        """
        self._folder = Path(path)
        if self._folder.exists() and not self._folder.is_dir():
            raise UserError(_("{file} is not a folder: name one for the results.").format(file=path))
        named = (Path(path) for path in paths if path != STDIN)
        folders = (_parts(path if path.is_dir() else path.parent) for path in named)
        self._common = sum(1 for _same in takewhile(lambda parts: len({*parts}) == 1, zip(*folders, strict=False)))
        self._ending = ending
        self._taken: set[str] = set()

    def place(self, file: str) -> Output:
        """Return the output for the result on a file. Raises UserError if nothing may be written there."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(unwritable(self._folder, error)) from error
        return Output(str(self._folder / self._name(file)), inputs=[file], is_told=False)

    def summary(self) -> str:
        """Return a message with the number of results and the folder."""
        message = ngettext("Written: {count} file in {folder}", "Written: {count} files in {folder}", len(self._taken))
        return message.format(count=len(self._taken), folder=self._folder)

    def _name(self, file: str) -> str:
        """Return a file name that no other result has, also on disks that ignore case."""
        below = (STDIN_NAME.strip("<>"),) if file == STDIN_NAME else _parts(Path(file))[self._common :]
        wanted = self._folder / PurePath(_BETWEEN.join(below)).stem
        names = (beside(wanted, "", f"{f'-{number}' * (number > 1)}{self._ending}").name for number in count(1))
        name = next(name for name in names if name.casefold() not in self._taken)
        self._taken.add(name.casefold())
        return name


def _parts(path: Path) -> tuple[str, ...]:
    absolute = PurePath(os.path.normpath(path.absolute()))
    return (absolute.anchor.rstrip(":\\/"), *absolute.parts[1:])

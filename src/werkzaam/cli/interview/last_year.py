"""Last year's evaluation: found in the current folder, and offered."""

import sys
from collections.abc import Sequence
from pathlib import Path

from werkzaam.cli.interview.askers import Table
from werkzaam.cli.streams.inputs import is_among
from werkzaam.files import locations
from werkzaam.language import _


class LastYear:
    """What can be done with the default files of last year."""

    def __init__(self, perspective: str | None, year: int, beside: Sequence[str] = ()) -> None:
        """Look in the current folder for the files of the year before `year`: all of them, or a perspective's.

        Those that lie beside the questions already are no longer to choose.
        """
        found = [path for path in sorted(locations.default_files(Path(), year - 1)) if not is_among(path, beside)]
        wanted = locations.default_name(year - 1, perspective)
        self._files = [path for path in found if perspective is None or path.name == wanted]

    def choose(self, table: Table) -> tuple[Path | None, Path | None]:
        """Ask what to do with them: return the file to go on with, and the one to have beside a new one."""
        if not self._files or not sys.stdin.isatty():
            return None, None
        beside = [_("Start a new one, with {file} beside it").format(file=path) for path in self._files]
        on = [_("Go on with {file}").format(file=path) for path in self._files]
        names = [*beside, *on, _("Start a new one with nothing beside it")]
        outcomes = [*((None, path) for path in self._files), *((path, None) for path in self._files), (None, None)]
        numbered = {str(number): name for number, name in enumerate(names, 1)}
        chosen = table.ask_choice(_("There is an evaluation of last year. What now?"), numbered)
        return outcomes[int(chosen) - 1]

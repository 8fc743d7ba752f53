"""The rescue file: a file beside an answers file, for what could not be saved in it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from werkzaam.files.locations import beside
from werkzaam.files.saving import State, state_of, write_apart, write_atomically
from werkzaam.language import _


class Rescue:
    """A rescue file, made when something first has to be put aside, and overwritten each time after that.

    If somebody else changed or removed it, a new one is made beside it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.file: Path | None = None
        """The path of the rescue file; None if nothing was put aside yet."""
        self._state: State = None

    def take(self, text: Callable[[], str], typed: str) -> list[str]:
        """Write a text to the rescue file, and return lines for the user that say where it is.

        If that fails, the lines hold the text itself, or `typed` if `text` raises.
        """
        content = typed
        try:
            content = text()
            if self.file is None or state_of(self.file) != self._state:
                # Without end: earlier ones, and those of others, must not be overwritten.
                names = (beside(self._path, "", f".rescue{f'-{number}' * (number > 1)}") for number in count(1))
                self.file = write_apart(names, content.encode(), like=self._path)
            else:
                write_atomically(self.file, content.encode(), over=self._state)
            self._state = state_of(self.file)
        except Exception:  # noqa: BLE001 (no failure is a reason to lose the answers)
            said = _("Your answers could not be saved anywhere; here they are, to be copied:")
            return [said, *content.split("\n"), _("Copy what stands above: it is in no file.")]
        return [_("Your answers are in {file}.").format(file=self.file)]

"""The file beside an answers file that takes what could not go into it."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from werkzaam.files.locations import beside
from werkzaam.files.saving import State, state_of, write_apart, write_atomically
from werkzaam.language import _


class Rescue:
    """A file that is made when something has to be put aside, and written anew each time after that.

    Where it is not as it was left, by a hand or another program, a new one is made beside it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.file: Path | None = None
        """Where it is; None: nothing was put aside yet."""
        self._state: State = None

    def take(self, text: Callable[[], str], typed: str) -> list[str]:
        """Put a text aside and say where; where that cannot be, say the text, or what was typed if there is none."""
        content = typed
        try:
            content = text()
            if self.file is None or state_of(self.file) != self._state:
                self.file = write_apart(_names(self._path), content.encode(), like=self._path)
            else:
                write_atomically(self.file, content.encode(), over=self._state)
            self._state = state_of(self.file)
        except Exception:  # noqa: BLE001 (whatever it is, it is no reason to lose them)
            return [_("Your answers could not be saved anywhere; here they are, to be copied:"), *content.split("\n")]
        return [_("Your answers are in {file}.").format(file=self.file)]


def _names(path: Path) -> Iterator[Path]:
    """Return what a rescue file may be called: an earlier one, or that of somebody else, is not to be overwritten."""
    for number in count(1):
        yield beside(path, "", f".rescue{f'-{number}' * (number > 1)}")

"""What a terminal says of itself, unasked or late: its letters must not count as keys that somebody pressed."""

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

ENDED_BY_A_LETTER = "["
ENDED_BY_A_SIGN = "]P_^X"
"""After Escape: the start of a report that goes on until a bell, or Escape and a backslash."""


class StrayReports:
    """Passes over reports that no program asked for any more, such as a colour or the size of a window.

    Those that are known as keys, as the arrows are, never come here. `outside` is the filter for all other keys.
    """

    def __init__(self, starts: str) -> None:
        """Take what begins a report after Escape: some of the characters above."""
        self._starts = starts
        self._start = ""
        self.outside = Condition(lambda: not self._start)

    def bindings(self) -> KeyBindings:
        """Return what passes over them."""
        bindings = KeyBindings()
        for start in self._starts:
            bindings.add(Keys.Escape, start, eager=True)(self._begin)
        bindings.add(Keys.Any, filter=~self.outside, eager=True)(self._go_on)
        for end in (Keys.ControlG, Keys.Escape):
            bindings.add(end, filter=~self.outside, eager=True)(self._end)
        return bindings

    def _begin(self, event: KeyPressEvent) -> None:
        self._start = event.key_sequence[-1].data

    def _go_on(self, event: KeyPressEvent) -> None:
        if self._start == ENDED_BY_A_LETTER and "@" <= event.data <= "~":
            self._start = ""

    def _end(self, _event: KeyPressEvent) -> None:
        self._start = ""

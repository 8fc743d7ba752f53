"""The keys of a prompt beside those of questionary: ours, those that end the program, and those that do nothing."""

from collections.abc import Mapping
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyBindingsBase, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys

from werkzaam.domain.evaluation import tidy
from werkzaam.errors import Interrupted
from werkzaam.visible import visible_lines

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


def bindings_of(keys: Mapping[str, object], *, typing: bool) -> KeyBindingsBase:
    """Return the keys of a prompt: `keys` gives the result of each that ends it, `typing` says whether text is typed.

    The keys that end the program raise Interrupted in it, with the text that was being typed.
    """
    # Where somebody types, what is passed over must end soon: Alt and a letter could begin the longer reports too.
    stray = StrayReports(ENDED_BY_A_LETTER if typing else ENDED_BY_A_LETTER + ENDED_BY_A_SIGN)
    return merge_key_bindings(
        [
            _results(keys, stray),
            _no_slips_while_typing() if typing else _no_pasting(),
            _of_every_prompt(),
            stray.bindings(),
        ]
    )


def draft_in(app: Application[Any]) -> str | None:
    """Return the text that is being typed; lists have none of their own."""
    return tidy(visible_lines(app.current_buffer.text)) or None


def _results(keys: Mapping[str, object], stray: StrayReports) -> KeyBindings:
    bindings = KeyBindings()

    def bind(key: str, result: object) -> None:
        # Escape waits: it also begins Alt+Enter and the arrows.
        @bindings.add(key, eager=key != Keys.Escape, filter=stray.outside)
        def _choose(event: KeyPressEvent) -> None:
            event.app.exit(result=result)

    for key, result in keys.items():
        bind(key, result)
        capital = key.upper()
        if len(capital) == 1 and capital not in keys:  # with Caps Lock on
            bind(capital, result)
    return bindings


def _no_slips_while_typing() -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.Escape, Keys.Any)
    def _ignore_alt(event: KeyPressEvent) -> None:
        """Take Alt with a letter for a slip: it sends Escape first, which alone would cancel what is typed."""
        pressed = event.key_sequence[-1]
        if isinstance(pressed.key, Keys):  # Ctrl-C and the like count, whatever stands before them
            event.app.key_processor.feed(pressed, first=True)

    return bindings


def _no_pasting() -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.BracketedPaste, eager=True)
    def _ignore(_event: KeyPressEvent) -> None:
        """Keep what is pasted out of the prompt's line, where nothing can be typed either."""

    return bindings


def _of_every_prompt() -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.ControlR, eager=True)
    @bindings.add(Keys.ControlS, eager=True)
    def _ignore_search(_event: KeyPressEvent) -> None:
        """Search no earlier lines: there are none, and it would be announced in English."""

    @bindings.add(Keys.ControlZ, eager=True)
    def _suspend(event: KeyPressEvent) -> None:
        """Hand the terminal back as it was until the shell's `fg`; what was typed is there again then."""
        event.app.suspend_to_background()

    @bindings.add(Keys.ControlC, eager=True)
    @bindings.add(Keys.ControlD, eager=True)
    @bindings.add(Keys.ControlQ, eager=True)
    def _interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=Interrupted(draft_in(event.app)))

    return bindings

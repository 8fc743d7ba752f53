"""The key bindings of a prompt: its own keys and those that end the program; other keys do nothing."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from werkzaam.domain.evaluation import tidy
from werkzaam.errors import Interrupted
from werkzaam.visible import visible_lines

ESCAPE = Keys.Escape
ALT_ENTER = (Keys.Escape, Keys.ControlM)
"""The keys that Alt+Enter sends, and Shift+Enter if the terminal sends it at all."""
INTERRUPTING = (Keys.ControlC, Keys.ControlD)
SUSPENDED = object()
"""Result of a prompt that is shown again once the suspended program continues."""

ANSI_SEQUENCES.update(
    {
        "\x1bOI": Keys.ControlI,  # Tab and Enter of the numeric keypad
        "\x1bOM": Keys.ControlM,
        "\x1b[13;2u": ALT_ENTER,  # Shift+Enter, in the two ways in which terminals send it
        "\x1b[27;2;13~": ALT_ENTER,
    }
)
_ENDS, _PASTE_END = ("\x03", "\x04"), "\x1b[201~"
_KEYPAD = {f"\x1bO{code}": sign for code, sign in zip(" Xjklmnopqrstuvwxy", " =*+,-./0123456789", strict=True)}
"""The signs of the numeric keypad, by the sequences that a terminal sends for them in the keypad's application mode."""
_FOR_TYPING = {
    *(Keys.Left, Keys.Right, Keys.Up, Keys.Down, Keys.Home, Keys.End),
    *(Keys.ControlLeft, Keys.ControlRight, Keys.ControlHome, Keys.ControlEnd),
    *(Keys.ControlA, Keys.ControlE, Keys.ControlB, Keys.ControlF, Keys.ControlP, Keys.ControlN),
    *(Keys.ControlH, Keys.Delete, Keys.ControlDelete, Keys.ControlK, Keys.ControlU, Keys.ControlW),
    *(Keys.ControlY, Keys.ControlUnderscore, Keys.ControlJ, Keys.BracketedPaste, Keys.Escape),
}
"""The named keys of a text field: to move, to delete, to undo that, and to paste. Of prompt_toolkit's others some start
a mode, such as a selection, in which what is typed is lost, or wait for a second key."""
_ENDED_BY_A_LETTER, _ENDED_BY_A_SIGN = "[O", "]P_^X"
"""Characters after Escape that begin a sequence; the last group ends with BEL, or Escape and a backslash."""
_GOES_ON_WITHIN = 0.5
"""Seconds within which the next character of an escape sequence arrives."""
_REPEATS_WITHIN = 0.12
"""Seconds within which a key that is held down comes again."""
_TAIL_COMES_WITHIN = 2.0
"""Seconds after Escape within which the rest of an escape sequence may arrive that was cut in two on its way."""


class KeyParser(Vt100Parser):
    """Makes keys of what a terminal sends; Ctrl+C and Ctrl+D count even in a paste whose end was lost on its way."""

    def feed(self, data: str) -> None:
        """Take in what was read at once: a key that is pressed arrives alone."""
        super().feed(f"{_PASTE_END}{data}" if data in _ENDS else data)


class StraySequences:
    """Ignores escape sequences that are no key: late reports of the terminal, and sequences cut in two.

    Sequences that prompt_toolkit knows as keys, such as the arrows, never get here. The characters of a sequence
    arrive together, so a character that arrives alone was typed. All prompts share one instance, since Escape may end
    one prompt and the rest of its sequence arrive in the next.
    """

    def __init__(self) -> None:
        self._start = self._begun = ""
        self._goes_on_until = self._escaped_until = 0.0
        self.outside = Condition(lambda: not self._start or time.monotonic() > self._goes_on_until)
        """Filter for all other key bindings: true unless an escape sequence is being read."""

    def escaped(self) -> None:
        """Note the time of an Escape that arrived alone: the rest of a sequence may still follow."""
        self._escaped_until = time.monotonic() + _TAIL_COMES_WITHIN

    def add_to(self, bindings: KeyBindings, starts: str) -> None:
        """Add bindings that ignore the sequences in which one of the characters `starts` follows Escape."""
        for start in starts:
            bindings.add(Keys.Escape, start, eager=True)(self._begin)
        cut = Condition(lambda: time.monotonic() < self._escaped_until)
        for start in _ENDED_BY_A_LETTER:
            bindings.add(start, filter=self.outside & cut & Condition(_more_has_come), eager=True)(self._begin)
        bindings.add(Keys.Any, filter=~self.outside, eager=True)(self._go_on)
        for end in (Keys.ControlG, Keys.Escape):
            bindings.add(end, filter=~self.outside, eager=True)(self._end)

    def _begin(self, event: KeyPressEvent) -> None:
        if event.key_processor.input_queue:
            self._start = event.key_sequence[-1].data
            self._begun = "".join(press.data for press in event.key_sequence)  # without Escape: it was cut in two
            self._goes_on_until = time.monotonic() + _GOES_ON_WITHIN

    def _go_on(self, event: KeyPressEvent) -> None:
        if not event.data.isprintable():  # it was no sequence after all: Alt with a letter begins like one too
            self._start = ""
            event.key_processor.feed(event.key_sequence[-1], first=True)
            return
        self._goes_on_until = time.monotonic() + _GOES_ON_WITHIN
        self._begun += event.data
        if self._start in _ENDED_BY_A_LETTER and ("@" <= event.data <= "~" or self._begun in _KEYPAD):
            self._start = ""
            if sign := _KEYPAD.get(self._begun):
                event.key_processor.feed(KeyPress(sign), first=True)

    def _end(self, event: KeyPressEvent) -> None:
        was_cut_off = self._start in _ENDED_BY_A_LETTER
        self._start = ""
        if was_cut_off:  # by this key, or by another sequence: only the long sequences end with it
            event.key_processor.feed(event.key_sequence[-1], first=True)


class HeldKey:
    """Lets a key that is held down answer no more: it repeats itself faster than anybody reads the next question.

    It is known by a repetition that came before a prompt was drawn; a key that is pressed again comes later. All
    prompts share one instance.
    """

    def __init__(self) -> None:
        self._key: str | None = None
        self._until = 0.0

    def repeats(self, key: str) -> None:
        """Note that a key came before the prompt was drawn, or while it was held."""
        self._key, self._until = key, time.monotonic() + _REPEATS_WITHIN

    def counts(self, key: str) -> bool:
        """Return whether a key was pressed, and is not held down still."""
        if key != self._key or time.monotonic() > self._until:
            return True
        self.repeats(key)
        return False


class PromptKeys:
    """The key bindings of one prompt; in a list, keys without a binding do nothing.

    Keys that end the program end the prompt with Interrupted, whose draft is the text typed so far.
    """

    def __init__(self, stray: StraySequences, held: HeldKey, *, typing: bool) -> None:
        """Bind the common keys; with `typing`, for a text field, without long reports: Alt+letter begins like one."""
        self._bindings, passed_over = KeyBindings(), KeyBindings()
        self.bindings = merge_key_bindings([self._bindings, passed_over])  # the last binding of a key counts
        self._stray = stray
        self._held = held
        self._pass_over_alt()
        stray.add_to(passed_over, _ENDED_BY_A_LETTER if typing else _ENDED_BY_A_LETTER + _ENDED_BY_A_SIGN)
        self._interrupt_and_suspend()
        if typing:
            self._bindings.add(Keys.Any, filter=Condition(_is_not_for_typing), eager=True)(lambda _event: None)
        else:
            self.on(lambda: None, Keys.BracketedPaste)

    def on(self, do: Callable[[], object], *keys: str) -> None:
        """Bind a key, or keys pressed after each other, to a function, after which the prompt is drawn again."""

        @self._bindings.add(*keys, eager=True, filter=self._stray.outside)
        def _do(_event: KeyPressEvent) -> None:
            do()

    def takes(self, do: Callable[[], object], key: str) -> None:
        """Bind a key as `on` does, but only as often as it is pressed: not while it is held down."""
        self.on(lambda: do() if self._held.counts(key) else None, key)

    def ends(self, results: Mapping[str, object]) -> None:
        """Let each key end the prompt with its result; a letter does so with Caps Lock on too."""
        for key, result in results.items():
            for same in {key, key.upper(), key.lower()}:
                if len(same) == 1 and (same == key or same not in results):  # the capital of ß is SS
                    self.takes(partial(end_prompt, result), same)

        @self._bindings.add(Keys.Escape, filter=self._stray.outside)  # not eager: Alt+Enter and arrows begin with it
        def _escape(_event: KeyPressEvent) -> None:
            self._stray.escaped()
            if ESCAPE in results:
                end_prompt(results[ESCAPE])

    def _pass_over_alt(self) -> None:
        @self._bindings.add(Keys.Escape, Keys.Any, eager=True)
        def _ignore(event: KeyPressEvent) -> None:
            """Ignore Alt with a key: it sends Escape first, which alone would leave the prompt."""
            pressed = event.key_sequence[-1]
            if pressed.key in (*INTERRUPTING, ESCAPE):  # these count, whatever stands before them
                event.app.key_processor.feed(pressed, first=True)

    def _interrupt_and_suspend(self) -> None:
        @self._bindings.add(Keys.ControlZ, eager=True)
        def _suspend(_event: KeyPressEvent) -> None:
            end_prompt(SUSPENDED)

        for key in INTERRUPTING:

            @self._bindings.add(key, eager=True)
            def _interrupt(event: KeyPressEvent) -> None:
                event.app.exit(exception=Interrupted(draft_in(event.app)))


def end_prompt(result: object) -> None:
    """End the prompt on the screen with a result, in a function that a key calls."""
    get_app().exit(result=result)


def draft_in(app: Application[Any]) -> str | None:
    """Return the text typed so far in a prompt; None if it is empty, as in a list."""
    return tidy(visible_lines(app.current_buffer.text)) or None


def paired(text: str) -> str:
    """Return a text in which the halves of an emoji are one sign: a Windows console hands each over as a key."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _more_has_come() -> bool:
    return bool(get_app().key_processor.input_queue)


def _is_not_for_typing() -> bool:
    key = get_app().key_processor.key_buffer[-1].key
    return isinstance(key, Keys) and key not in _FOR_TYPING

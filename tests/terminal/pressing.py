"""Keys into the real prompts, without a terminal: what comes back, what was drawn, and what is left on the screen."""

import asyncio
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from unittest.mock import patch

import pyte

from tests.terminal.drawing import console
from werkzaam.terminal.console import UNICODE
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompts import PromptAsker

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindingsBase

T = TypeVar("T")

ENTER, ESCAPE, ALT_ENTER, TAB = "\r", "\x1b", "\x1b\r", "\t"
UP, DOWN = "\x1b[A", "\x1b[B"
BACKSPACE = "\x7f"
CTRL_C, CTRL_D, CTRL_O, CTRL_Q = "\x03", "\x04", "\x0f", "\x11"
_PATIENCE = 10.0
"""Seconds before a prompt that got too few keys is given up."""


def pasted(text: str) -> str:
    """Return what a terminal sends when a text is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


@dataclass(slots=True)
class Screen:
    """A screen of a given size, and all that was drawn on it."""

    width: int = 80
    height: int = 25
    drawn: list[str] = field(default_factory=list)
    """What it showed each time that something was drawn on it."""
    stream: io.StringIO = field(default_factory=io.StringIO)
    _pyte: pyte.Screen = field(init=False)
    _seen: int = 0

    def __post_init__(self) -> None:
        self._pyte = pyte.HistoryScreen(self.width, self.height, history=1000)
        self._pyte.set_mode(pyte.modes.LNM)

    def text(self) -> str:
        """Return what it shows, less the blanks that nobody sees."""
        written = self.stream.getvalue()
        pyte.Stream(self._pyte).feed(written[self._seen :])
        self._seen = len(written)
        return "\n".join(line.rstrip() for line in self._pyte.display).strip("\n")


@dataclass(frozen=True, slots=True)
class Pressed(Generic[T]):
    """What came of some keys."""

    reply: T
    drawn: list[str]
    """What the screen showed each time that something was drawn on it; the keys of a prompt come after its first."""
    left: str
    """What the screen shows when the prompts are gone."""


def pressed(
    ask: Callable[[PromptAsker], T],
    *keys: str,
    width: int = 80,
    height: int = 25,
    note_limit: int = 4000,
    interruptions: Interruptions | None = None,
) -> Pressed[T]:
    """Return what comes of some keys: of each prompt those that are pressed once it is drawn.

    A prompt that gets too few is given up with AssertionError.
    """
    screen = Screen(width, height)
    on, _stream = console(width, height, stream=screen.stream)
    with keyboard(screen, *keys):
        asker = PromptAsker(on, UNICODE, interruptions or Interruptions(), note_limit)
        reply = ask(asker)
        asker.leave()
    return Pressed(reply, screen.drawn, screen.text())


@contextmanager
def keyboard(screen: Screen, *keys: str) -> Iterator[None]:
    """Let prompts draw on a screen and read what is pressed at each once it is drawn."""
    from prompt_toolkit.application import create_app_session, get_app
    from prompt_toolkit.data_structures import Size
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output.vt100 import Vt100_Output

    output = Vt100_Output(screen.stream, lambda: Size(rows=screen.height, columns=screen.width))
    usual = patch("prompt_toolkit.application.application.load_key_bindings", _usual_keys)
    left = iter(keys)
    with usual, create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        attach = pipe.attach

        def attach_and_press(ready: Callable[[], None]) -> Any:  # noqa: ANN401 (whatever it gives)
            app, waiting = get_app(), iter([next(left, "")])

            def drawn(_app: object) -> None:
                if not app.is_done:
                    screen.drawn.append(screen.text())
                pipe.send_text(next(waiting, ""))

            def give_up() -> None:
                if not app.is_done:
                    app.exit(exception=AssertionError(f"too few keys:\n{screen.text()}"))

            app.after_render += drawn
            asyncio.get_running_loop().call_later(_PATIENCE, give_up)
            return attach(ready)

        with patch.object(pipe, "attach", attach_and_press):
            yield


@cache
def _usual_keys() -> "KeyBindingsBase":
    """Return the keys of every prompt, once: made anew for each they take most of its time, and they keep nothing."""
    from prompt_toolkit.key_binding.defaults import load_key_bindings

    return load_key_bindings()

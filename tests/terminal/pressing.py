"""Keys into the real prompts, without a terminal: what comes back, what was drawn, and what is left on the screen.

Nobody waits here: the clock of the prompts leaps to what comes next. In tests/sessions it is the real one.
"""

import asyncio
import io
import os
import selectors
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from unittest.mock import patch

import pyte
from rich.console import Console

from tests.terminal.drawing import console
from werkzaam.terminal.console import UNICODE
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompts import PromptAsker

if TYPE_CHECKING:
    from prompt_toolkit.application import Application
    from prompt_toolkit.key_binding import KeyBindingsBase

T = TypeVar("T")

ENTER, ESCAPE, ALT_ENTER, TAB = "\r", "\x1b", "\x1b\r", "\t"
UP, DOWN = "\x1b[A", "\x1b[B"
BACKSPACE = "\x7f"
CTRL_C, CTRL_D, CTRL_O = "\x03", "\x04", "\x0f"
PAUSE = 0.6
"""Seconds after which Escape has long stood alone."""
_UNDRAWN = 0.05
"""Seconds after which keys have changed nothing that is drawn."""
_PATIENCE = 10.0
"""Seconds before a prompt that got too few keys is given up."""


def pasted(text: str) -> str:
    """Return what a terminal sends when a text is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


@dataclass(frozen=True, slots=True)
class Resized:
    """The window of the terminal gets another size."""

    width: int
    height: int


Step = str | float | Resized
"""Keys, a wait in seconds, or another size: each comes once the one before has done what it does."""
Keys = str | tuple[Step, ...]
"""What is pressed at one prompt."""


@dataclass(slots=True)
class Screen:
    """A screen of a given size, and all that was drawn on it."""

    width: int = 80
    height: int = 25
    drawn: list[str] = field(default_factory=list)
    """What it showed each time that something was drawn on it."""
    stream: io.StringIO = field(default_factory=io.StringIO)
    _pyte: pyte.HistoryScreen = field(init=False)
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

    def gone(self) -> str:
        """Return what has scrolled off its top."""
        self.text()
        lines = ("".join(line[x].data for x in range(self.width)) for line in self._pyte.history.top)
        return "\n".join(line.rstrip() for line in lines)

    def resize(self, size: Resized, on: Console) -> None:
        """Give it, and the console that is drawn on it, another size, and say so as a terminal does."""
        self.text()
        self.width, self.height = size.width, size.height
        self._pyte.resize(size.height, size.width)
        on.width, on.height = size.width, size.height
        os.kill(os.getpid(), signal.SIGWINCH)


@dataclass(frozen=True, slots=True)
class Pressed(Generic[T]):
    """What came of some keys."""

    reply: T
    drawn: list[str]
    """What the screen showed each time that something was drawn on it; the keys of a prompt come after its first."""
    left: str
    """What the screen shows when the prompts are gone."""
    gone: str
    """What has scrolled off it."""
    written: str
    """All that was sent to the terminal."""


def pressed(  # noqa: PLR0913 (all that a terminal can be)
    ask: Callable[[PromptAsker], T],
    *keys: Keys,
    width: int = 80,
    height: int = 25,
    note_limit: int = 4000,
    interruptions: Interruptions | None = None,
    before: str = "",
) -> Pressed[T]:
    """Return what comes of some keys: of each prompt those that are pressed once it is drawn.

    Those `before` are pressed before anything is. A prompt that gets too few is given up with AssertionError.
    """
    screen = Screen(width, height)
    on, _stream = console(width, height, stream=screen.stream)
    with keyboard(screen, on, *keys, before=before), patch("werkzaam.wording.notes.NOTE_LIMIT", note_limit):
        asker = PromptAsker(on, UNICODE, interruptions or Interruptions(), lambda: None)
        reply = ask(asker)
        asker.leave()
    return Pressed(reply, screen.drawn, screen.text(), screen.gone(), screen.stream.getvalue())


@contextmanager
def keyboard(screen: Screen, on: Console, *keys: Keys, before: str = "") -> Iterator[None]:
    """Let prompts draw on a screen and read what is pressed at each once it is drawn."""
    from prompt_toolkit.application import create_app_session, get_app
    from prompt_toolkit.data_structures import Size
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output.vt100 import Vt100_Output

    output = Vt100_Output(screen.stream, lambda: Size(rows=screen.height, columns=screen.width))
    usual = patch("prompt_toolkit.application.application.load_key_bindings", _usual_keys)
    clock = _LeapingClock()
    loops = patch("asyncio.events.new_event_loop", partial(_Loop, clock))
    times = patch("werkzaam.terminal.prompt_keys.time", SimpleNamespace(monotonic=clock.time))
    left = iter(keys)
    with usual, loops, times, create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        attach = pipe.attach
        pipe.send_text(before)

        def attach_and_press(ready: Callable[[], None]) -> Any:  # noqa: ANN401 (whatever it gives)
            _Fingers(get_app(), pipe.send_text, screen, on, next(left, "")).wait()
            return attach(ready)

        with patch.object(pipe, "attach", attach_and_press):
            yield


class _LeapingClock(selectors.DefaultSelector):
    """A clock that leaps ahead wherever an event loop would wait, unless something has come that it waits for."""

    _now = 0.0

    def time(self) -> float:
        return self._now

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        came = super().select(timeout and 0)
        self._now += 0 if came else timeout or 1e-4  # a prompt that draws without end never waits
        return came

    def close(self) -> None:
        """Stay open: each prompt has a loop of its own, and all the same clock."""


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self, clock: _LeapingClock) -> None:
        super().__init__(clock)
        self.time = clock.time  # type: ignore[method-assign]


class _Fingers:
    """Press the keys of one prompt, each step once what the one before did is drawn."""

    def __init__(
        self, app: "Application[Any]", send: Callable[[str], None], screen: Screen, on: Console, keys: Keys
    ) -> None:
        self._app = app
        self._send = send
        self._screen = screen
        self._on = on
        self._steps = iter((keys,) if isinstance(keys, str) else keys)
        self._loop = asyncio.get_running_loop()
        self._next: asyncio.TimerHandle | None = None
        self._pauses = False

    def wait(self) -> None:
        """Press the first once the prompt is drawn, and give it up if it does not end."""
        self._app.after_render += self._drawn
        self._loop.call_later(_PATIENCE, self._give_up)

    def _drawn(self, _app: object) -> None:
        if not self._app.is_done:
            self._screen.drawn.append(self._screen.text())
        if not self._pauses:
            self._go_on()

    def _go_on(self) -> None:
        if self._next:
            self._next.cancel()
        step = next(self._steps, None)
        self._pauses = isinstance(step, float)
        if isinstance(step, str):
            self._send(step)
        elif isinstance(step, Resized):
            self._screen.resize(step, self._on)
        if step is not None and not self._app.is_done:
            self._next = self._loop.call_later(step if isinstance(step, float) else _UNDRAWN, self._go_on)

    def _give_up(self) -> None:
        if not self._app.is_done:
            self._app.exit(exception=AssertionError(f"too few keys:\n{self._screen.text()}"))


@cache
def _usual_keys() -> "KeyBindingsBase":
    """Return the keys of every prompt, once: made anew for each they take most of its time, and they keep nothing."""
    from prompt_toolkit.key_binding.defaults import load_key_bindings

    return load_key_bindings()

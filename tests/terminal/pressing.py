"""Keys into the real prompts, without a terminal: what comes back, and what is left on the screen."""

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Thread
from typing import TYPE_CHECKING, TypeVar
from unittest.mock import patch

from tests.terminal.drawing import console, trimmed
from werkzaam.terminal.console import UNICODE
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompts import PromptAsker

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindingsBase

T = TypeVar("T")

ENTER, ESCAPE, ALT_ENTER = "\r", "\x1b", "\x1b\r"
UP, DOWN = "\x1b[A", "\x1b[B"
BACKSPACE = "\x7f"
CTRL_C, CTRL_D, CTRL_O, CTRL_Q = "\x03", "\x04", "\x0f", "\x11"
_PATIENCE = 30.0
"""Seconds before what was not drawn counts as missing."""


def pasted(text: str) -> str:
    """Return what a terminal sends when a text is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


def pressed(
    keys: str, ask: Callable[[PromptAsker], T], *, width: int = 80, height: int = 25, note_limit: int = 4000
) -> tuple[T, str]:
    """Return what some keys come to, and what stays on the screen when the prompts are gone.

    Keys too few for all that is asked end in Ctrl-C, so that no test waits for ever.
    """
    on, stream = console(width, height)
    with _keyboard() as press:
        press(keys + CTRL_C)
        reply = ask(PromptAsker(on, UNICODE, Interruptions(), note_limit))
    return reply, trimmed(stream.getvalue())


def waited(keys: str, ask: Callable[[PromptAsker], T], interruptions: Interruptions) -> T:
    """Return what some keys come to, waiting after the last of them."""
    with _keyboard() as press:
        press(keys)
        return ask(PromptAsker(console()[0], UNICODE, interruptions, 4000))


def drawn_between(first: str, later: str, ask: Callable[[PromptAsker], T]) -> tuple[T, str]:
    """Return what keys come to that are pressed with a pause in between, and all that was drawn meanwhile."""
    screen = io.StringIO()
    with _keyboard(screen) as press:
        press(first)

        def press_later() -> None:
            _settled(screen)
            press(later + CTRL_C)

        pause = Thread(target=press_later)
        pause.start()
        reply = ask(PromptAsker(console()[0], UNICODE, Interruptions(), 4000))
        pause.join(_PATIENCE)
    return reply, screen.getvalue()


def _settled(screen: io.StringIO) -> None:
    """Wait until something is drawn and nothing more comes; not for ever."""
    end, before = time.monotonic() + _PATIENCE, ""
    while time.monotonic() < end and (not before or before != screen.getvalue()):
        before = screen.getvalue()
        time.sleep(0.3)


@contextmanager
def _keyboard(screen: io.StringIO | None = None) -> Iterator[Callable[[str], None]]:
    """Let prompts read what is pressed; they draw on a screen of 80 by 25, or on none."""
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.data_structures import Size
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput
    from prompt_toolkit.output.vt100 import Vt100_Output

    output = Vt100_Output(screen, lambda: Size(rows=25, columns=80)) if screen is not None else DummyOutput()
    usual = patch("prompt_toolkit.application.application.load_key_bindings", _usual_keys)
    with usual, create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        yield pipe.send_text


@cache
def _usual_keys() -> "KeyBindingsBase":
    """Return the keys of every prompt, once: made anew for each they take most of its time, and they keep nothing."""
    from prompt_toolkit.key_binding.defaults import load_key_bindings

    return load_key_bindings()

"""Run a prompt until it has a result, whatever happens: suspension, a lost terminal, keys pressed too early."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from itertools import dropwhile
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl

from werkzaam.errors import Interrupted
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompt_keys import INTERRUPTING, SUSPENDED, draft_in

_CONTINUED = object()
_Drop = Callable[[list[KeyPress]], None]
_ENTERS = (Keys.ControlM, Keys.ControlJ)


def run(app: Application[Any], interruptions: Interruptions, drop: _Drop, meanwhile: Callable[[], None]) -> object:
    """Show a prompt and return its result; after a suspension (Ctrl+Z) the prompt is shown again.

    `meanwhile` is called once the prompt is drawn, before a key is read; `drop` with the keys that came before that for
    a list.

    Raises Interrupted, with the text typed so far, if a key or a signal ends the program, or the terminal is gone; and
    what a key, or the drawing after it, raises: prompt_toolkit would show its traceback and wait for Enter.
    """
    while True:
        reply = _shown(app, interruptions, drop, meanwhile)
        if reply is SUSPENDED:
            _stop()
        elif reply is not _CONTINUED:
            return reply


def _shown(app: Application[Any], interruptions: Interruptions, drop: _Drop, meanwhile: Callable[[], None]) -> object:
    def leave(why: BaseException | None = None) -> None:
        if app.is_running and not app.is_done:
            app.exit(exception=why or Interrupted(draft_in(app)))

    def fail(_loop: object, context: dict[str, Any]) -> None:
        if fault := context.get("exception"):
            leave(fault)

    typed: list[KeyPress] = []
    drawn = False

    def before_drawn(_app: object) -> None:
        nonlocal drawn
        if not drawn:
            drawn = True
            _take_typed_ahead(app, typed, drop)

    with ExitStack() as waiting:

        def pre_run() -> None:
            typed.extend(get_typeahead(app.input))
            app.before_render += before_drawn
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(fail)
            waiting.enter_context(interruptions.delivered(lambda: loop.call_soon_threadsafe(leave)))
            _end_when_stopped(app)
            loop.call_soon(meanwhile)

        try:
            return app.run(pre_run=pre_run, set_exception_handler=False, handle_sigint=False)
        except (EOFError, OSError) as error:  # the terminal is gone: nothing can be read from it, or drawn on it
            raise Interrupted(draft_in(app)) from error


def _stop() -> None:
    """Suspend the whole process group, as a terminal does for Ctrl+Z; return when it is continued."""
    if sys.platform != "win32":
        os.kill(0, signal.SIGTSTP)


def _end_when_stopped(app: Application[Any]) -> None:
    """End the prompt when SIGTSTP or SIGCONT arrives, unless it is ignored, so that `run` shows the prompt again."""
    for name, result in (("SIGTSTP", SUSPENDED), ("SIGCONT", _CONTINUED)):
        number = getattr(signal, name, None)  # not on Windows
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            asyncio.get_running_loop().add_signal_handler(number, _end, app, result)


def _end(app: Application[Any], result: object) -> None:
    if app.is_running and not app.is_done:
        app.exit(result=result)


def _take_typed_ahead(app: Application[Any], typed: list[KeyPress], drop: _Drop) -> None:
    """Let keys that were pressed before a prompt is drawn answer nothing: they were meant for something else.

    Keys that end the program count nevertheless, and what was typed for a text field, except an Enter before it.
    """
    while more := app.input.read_keys():
        typed += more
    typed += app.input.flush_keys()  # an Escape that waits for what follows it
    if isinstance(app.layout.current_control, BufferControl):
        app.key_processor.feed_multiple([*dropwhile(lambda press: press.key in _ENTERS, typed)])
        app.key_processor.process_keys()
    elif any(press.key in INTERRUPTING for press in typed):
        app.exit(exception=Interrupted())
    elif typed:
        drop(typed)
        app.invalidate()  # there may be something to say about them

"""One prompt at a time: questionary's lists and lines, with keys of our own and an end that loses nothing."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout.containers import ScrollOffsets
from prompt_toolkit.styles import Style

from werkzaam.errors import Interrupted
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompt_keys import bindings_of, draft_in

ESCAPE = Keys.Escape
_AFTER_ESCAPE = 0.2
"""Seconds in which a key after Escape still belongs to it, as in Alt+Enter; then it is Escape alone."""
_STYLE = Style(
    [
        ("qmark", "bold"),
        ("question", "bold"),
        ("answer", "noinherit"),  # else what is typed is orange
        ("validation-toolbar", "noinherit reverse"),
        ("pointer", "bold"),
        ("highlighted", "bold reverse"),
        ("selected", ""),
        ("instruction", ""),
        ("text", ""),
    ]
)
_LINES_OF_A_CHOICE = 4
"""How many lines below its first one a choice has at the most; the longest of the built-in set has three."""
_NO_INSTRUCTION = " "
"""questionary writes an English one where none is given."""
_LOOKS: dict[str, Any] = {"qmark": "", "style": _STYLE, "erase_when_done": True}
_LIST_LOOKS: dict[str, Any] = {**_LOOKS, "pointer": "»", "instruction": _NO_INSTRUCTION, "use_jk_keys": False}


class Prompter:
    """Shows prompts, and leaves nothing of them on the screen.

    `keys` gives the result of every key that ends a prompt by itself. Every prompt raises Interrupted, with the text
    that was being typed, where a key or a signal ends the program.
    """

    def __init__(self, interruptions: Interruptions) -> None:
        self._interruptions = interruptions

    def select(
        self,
        message: str,
        choices: Sequence[questionary.Choice],
        keys: Mapping[str, object],
        *,
        default: questionary.Choice | None = None,
    ) -> object:
        """Let one of some choices be taken: return its value."""
        prompt = questionary.select(message, choices, default=default, use_emacs_keys=False, **_LIST_LOOKS)
        return self._run(prompt, keys, typing=False)

    def mark(self, message: str, choices: Sequence[questionary.Choice], keys: Mapping[str, object]) -> Any:  # noqa: ANN401 (any object may be a result)
        """Let any number of choices be marked: return the list of their values, or what a key gives."""
        return self._run(questionary.checkbox(message, choices, **_LIST_LOOKS), keys, typing=False)

    def text(
        self,
        message: str,
        default: str,
        validate: Callable[[str], bool | str],
        keys: Mapping[str, object],
        *,
        lines: bool,
    ) -> Any:  # noqa: ANN401 (any object may be a result)
        """Let a text be typed or changed, of several lines if need be: return it, or what a key gives."""
        bindings = KeyBindings()

        @bindings.add(Keys.Enter, eager=True)
        def _accept(event: KeyPressEvent) -> None:
            event.current_buffer.validate_and_handle()

        if lines:

            @bindings.add(Keys.Escape, Keys.Enter)
            @bindings.add(Keys.ControlO, eager=True)  # where Alt+Enter is the terminal's own, as on Windows
            def _new_line(event: KeyPressEvent) -> None:
                event.current_buffer.newline(copy_margin=False)

        prompt = questionary.text(
            message,
            default=default,
            multiline=lines,
            instruction="",
            validate=validate,
            key_bindings=bindings,
            **_LOOKS,
        )
        return self._run(prompt, keys, typing=True)

    def _run(self, prompt: questionary.Question, keys: Mapping[str, object], *, typing: bool) -> Any:  # noqa: ANN401 (any object may be a result)
        app = prompt.application
        app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), bindings_of(keys, typing=typing)])

        app.timeoutlen, app.ttimeoutlen = _AFTER_ESCAPE, _AFTER_ESCAPE
        if not typing:  # a choice of several lines is shown whole, also at the bottom of the screen
            for window in app.layout.find_all_windows():
                window.scroll_offsets = ScrollOffsets(bottom=_LINES_OF_A_CHOICE)

        def leave() -> None:
            if app.is_running and not app.is_done:
                app.exit(exception=Interrupted(draft_in(app)))

        with ExitStack() as waiting:

            def pre_run() -> None:
                deliver = self._interruptions.into_loop(leave)
                waiting.enter_context(self._interruptions.delivered(deliver))

            try:
                return app.run(pre_run=pre_run, handle_sigint=False)
            except (EOFError, OSError) as error:  # the terminal is gone: nothing can be read from it, or drawn on it
                raise Interrupted(draft_in(app)) from error

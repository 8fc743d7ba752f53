"""Show one prompt at a time, drawn in place with the lines around it, and erased when it ends."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import questionary
from prompt_toolkit.application import Application, get_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Always
from prompt_toolkit.key_binding import KeyBindings, KeyBindingsBase, merge_key_bindings
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.layout.containers import AnyContainer
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style
from rich.console import Console, ConsoleDimensions

from werkzaam.errors import Interrupted, Stopped
from werkzaam.language import _
from werkzaam.terminal.choice_list import ChoiceList
from werkzaam.terminal.console import Signs
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompt_keys import ALT_ENTER, ESCAPE, HeldKey, KeyParser, PromptKeys, StraySequences, paired
from werkzaam.terminal.prompt_layout import AnsweredLines, Page, PromptLayout
from werkzaam.terminal.prompt_run import run
from werkzaam.visible import visible, visible_lines

_AFTER_ESCAPE = 0.2
"""Seconds within which a key after Escape belongs to it, as in Alt+Enter; later it is a key of its own."""
_LOOKS: dict[str, Any] = {
    "erase_when_done": True,
    "include_default_pygments_style": False,  # no code is shown here
    "style": Style(
        [
            ("answer", "noinherit"),  # otherwise the typed text is orange
            ("pointer", "bold"),
            ("highlighted", "bold reverse"),
            ("selected", ""),
            ("text", ""),
        ]
    ),
}
_CLOSED, _STOPPED = object(), object()
_A_TEXT = 10
"""How many characters seem to be a text that was pasted, and no keys pressed in haste."""


class Typed(NamedTuple):
    """A text as it stood when its prompt ended."""

    text: str
    closed: bool = False
    """Whether the prompt was closed with Escape instead of confirmed with Enter."""
    interrupted: bool = False
    """Whether a key or a signal ended the program meanwhile."""


class Prompter:
    """Shows prompts, and erases each when it ends.

    If a key or a signal ends the program, a list raises Interrupted, and a text is returned as far as it was typed.
    """

    def __init__(
        self, console: Console, signs: Signs, interruptions: Interruptions, meanwhile: Callable[[], None]
    ) -> None:
        """Take what prompts need; `meanwhile` is called once a prompt is drawn, before a key is read."""
        self._console = console
        self._signs = signs
        self._interruptions = interruptions
        self._meanwhile = meanwhile
        self._stray = StraySequences()
        self._held = HeldKey()
        self._answered = AnsweredLines(console)
        self._news: list[str] = []
        self._has_opened = False
        """Whether the opening was printed, or a prompt was shown."""
        self._drafts: dict[tuple[str, object], str] = {}
        """Text of prompts that were closed with Escape, by the question and by what it was about."""
        source, output = get_app_session().input, get_app_session().output
        if hasattr(source, "vt100_parser"):  # not on Windows
            source.vt100_parser = KeyParser(source.vt100_parser.feed_key_callback)
        if isinstance(output, Vt100_Output):  # no cursor position is needed, and some terminals never answer with it
            output.enable_cpr = False

    def tell(self, lines: str) -> None:
        """Show a message: in the opening at once, later below the next prompt, and above those after it."""
        self._news += visible_lines(lines).split("\n")
        if not self._has_opened:
            self._print()

    def leave(self) -> None:
        """Print the messages and answered lines around the prompts, so that they stay on the screen."""
        self._has_opened = True
        self._print()

    def _print(self) -> None:
        self._pass_news()
        self._answered.leave()

    def _pass_news(self) -> None:
        for line in self._news:
            self._answered.put(object(), line)
        self._news.clear()

    def _drop(self, page: Page, early: list[KeyPress]) -> None:
        """Take no notice of keys that came before a prompt was drawn, but tell what seems to be a text."""
        self._held.repeats(early[-1].key)
        text = visible("".join(press.data for press in early if press.data.isprintable() or press.data in "\r\n"))
        if len(text) >= _A_TEXT and len(set(text)) > 1:
            said = _("What came before this question stood here is not an answer to it: {text}").format(text=text)
            self._news.append(said)  # which stands above the next prompts too
            page.hint = "\n".join(filter(None, (page.hint, said)))

    def _text(  # noqa: PLR0913 (the page, the text, its check, and the keys)
        self,
        page: Page,
        default: str,
        problem: Callable[[str], str | None],
        *,
        lines: bool = False,
        closes: bool = False,
        switch: Callable[[str], str] | None = None,
    ) -> Typed:
        """Let a text be typed or changed, of several lines with `lines`; Enter accepts it if `problem` returns None.

        With `closes`, Escape ends the prompt too. Tab replaces the text by what `switch` returns for it.
        """
        prompt = questionary.text("", qmark="", default=default, multiline=lines, instruction="", **_LOOKS)
        app = prompt.application
        buffer = app.current_buffer
        app.layout.current_window.dont_extend_height = Always()

        def take() -> None:  # questionary would show the problem on one line, cut at the width
            page.problem = problem(buffer.text) or ""
            if not page.problem:
                buffer.validate_and_handle()

        def changed(_buffer: Buffer) -> None:
            page.problem = ""
            buffer.document = Document(paired(buffer.text), len(paired(buffer.document.text_before_cursor)))

        def other_text() -> None:
            if switch:
                buffer.document = Document(switch(buffer.text))

        buffer.on_text_changed += changed
        keys = PromptKeys(self._stray, self._held, typing=True)
        keys.takes(take, Keys.ControlM)
        keys.on(other_text, Keys.ControlI)
        if lines:  # on Windows the window itself takes Alt+Enter
            new_line = partial(buffer.newline, copy_margin=False)
            keys.on(new_line, Keys.ControlO)
            keys.on(new_line, *ALT_ENTER)
        keys.ends({ESCAPE: _CLOSED} if closes else {})

        def rows(_brief: bool) -> int:  # noqa: FBT001 (the layout's signature)
            width = max(self._console.width - len("  "), 1)
            return sum(len(line) // width + 1 for line in buffer.text.split("\n"))

        try:
            reply = self._run(app, keys.bindings, page, lambda _layout: app.layout.container, rows)
        except Interrupted as interruption:
            return Typed(interruption.draft or "", interrupted=True)
        except Exception:  # a fault of the program, which is told below what was typed
            self._drafts[page.message, None] = visible_lines(buffer.text)
            raise
        return Typed(buffer.text, closed=reply is _CLOSED)

    def _list(
        self,
        page: Page,
        listed: ChoiceList,
        take: Callable[[], None],
        ends: Mapping[str, object],
        does: Mapping[str, Callable[[], None]],
    ) -> Any:  # noqa: ANN401 (what the keys end it with)
        """Let a list be used: `take` is what Enter does, and a key does or ends what stands behind it.

        Return what a key ended it with. Raises Stopped for q, if the page says so and the key ends nothing else.
        """

        def move(step: int) -> None:
            listed.move(step)
            if not listed.takes_marks:
                page.hint = ""

        page.is_list = True
        keys = PromptKeys(self._stray, self._held, typing=False)
        keys.takes(take, Keys.ControlM)
        keys.on(partial(move, 1), Keys.Down)
        keys.on(partial(move, -1), Keys.Up)
        for key, do in does.items():
            keys.on(do, key)
        keys.ends({"q": _STOPPED, **ends} if page.stops else ends)
        reply = self._run(
            Application(**_LOOKS),
            keys.bindings,
            page,
            lambda layout: listed.window(lambda: layout.rows),
            lambda brief: listed.wrap(self._console, brief=brief),
        )
        if reply is _STOPPED:
            raise Stopped
        return reply

    def _run(
        self,
        app: Application[Any],
        bindings: KeyBindingsBase,
        page: Page,
        middle: Callable[[PromptLayout], AnyContainer],
        rows: Callable[[bool], int],
    ) -> Any:  # noqa: ANN401 (what the keys end it with)
        """Show a prompt with its page, which is laid out before each redraw; return the result."""
        self._has_opened = True
        page.hint = "\n".join([*self._news, *([page.hint] if page.hint else [])])
        layout = PromptLayout(self._console, self._signs, self._answered, page)
        focused = app.layout.current_window
        app.layout = Layout(layout.around(middle(layout)))
        if focused in app.layout.find_all_windows():
            app.layout.focus(focused)
        app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), bindings])
        app.timeoutlen, app.ttimeoutlen = _AFTER_ESCAPE, _AFTER_ESCAPE
        size: ConsoleDimensions | None = None

        def lay_out(_app: object) -> None:
            nonlocal size
            first, size, before = size is None, self._console.size, size
            if size != before and not first:  # the terminal wrapped the drawn lines anew: nobody knows where they are
                app.renderer.clear()
            layout.divide(rows, first=first)

        app.before_render += lay_out
        reply = run(app, self._interruptions, partial(self._drop, page), self._meanwhile)
        self._pass_news()
        return reply

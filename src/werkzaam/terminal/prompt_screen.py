"""What all prompts share: choices by number, lines of limited length with drafts, and messages in between."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, repeat
from typing import TypeVar

from rich.console import Console
from rich.text import Text

from werkzaam.errors import Stopped
from werkzaam.language import _
from werkzaam.terminal.choice_list import Choice
from werkzaam.terminal.console import Signs
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompt_layout import Page
from werkzaam.terminal.prompter import Prompter, Typed
from werkzaam.visible import visible
from werkzaam.wording.notes import remarks

T = TypeVar("T")
Other = TypeVar("Other")

_NUMBERS = "123456789"


class PromptScreen:
    """Lets choices be made and texts be typed, which are checked for their length and for personal data."""

    reads_aloud = False
    """Whether all output is lines, one after another, as a screen reader needs them."""

    def __init__(
        self,
        console: Console,
        signs: Signs,
        interruptions: Interruptions,
        meanwhile: Callable[[], None],
    ) -> None:
        self._console = console
        self._signs = signs
        self._prompter = Prompter(console, signs, interruptions, meanwhile)
        self._drafts: dict[tuple[str, object], str] = {}
        """Text of prompts that were closed with Escape, by the question and by what it was about."""

    def tell(self, lines: str) -> None:
        """Show a message that is no question; it may have several lines."""
        self._prompter.tell(lines)

    def open(self, lines: str) -> None:
        """Print what the questions are about, above all that follows."""
        self._prompter.tell(lines)
        self._prompter.leave()

    def leave(self) -> None:
        """Print the lines around the last prompt, so that they stay on the screen: no more questions follow."""
        self._prompter.leave()

    def not_kept(self) -> list[str]:
        """Return lines with each text that was typed, closed with Escape and never saved, below its question."""
        lines: list[str] = []
        for (asked, _about), text in self._drafts.items():
            if text:
                lines += [_("Not saved is what you typed here: {asked}").format(asked=asked), *text.split("\n"), ""]
        return lines

    def ask_choice(self, message: str, texts: Sequence[str]) -> int:
        """Let one of `texts` be chosen and return its index. Raises Stopped for q."""
        chosen = self._choose(Page(message, keys=(_("q stop"),)), dict(enumerate(texts)), {"q": None})
        if chosen is None:
            raise Stopped
        return chosen

    def _choose(
        self, page: Page, names: Mapping[T, str], commands: Mapping[str, Other], *, chosen: object = None
    ) -> T | Other:
        """Let one of `names` (texts by value) be chosen, the first nine also by number; return its value.

        A key in `commands` ends it too, with the value of that key.
        """
        keys = chain(_NUMBERS, repeat(None))
        choices = [Choice(visible(name), value, key) for key, (value, name) in zip(keys, names.items(), strict=False)]
        return self._prompter.select(page, choices, commands, chosen=chosen)

    def _keeps(self, text: str) -> bool:
        """Show what in a text looks like personal data; return whether the user keeps the text as it is."""
        noticed = remarks(text)
        if not noticed:
            return True
        page = Page(_("Change it or keep it?"), lambda _rows, _most: Text(visible(" ".join(noticed))))
        return self._choose(page, {False: _("Change it"), True: _("Keep it")}, {})

    def _line(
        self, page: Page, start: str, problem: Callable[[str], str | None], *, present: str, about: object
    ) -> Typed:
        """Let a line be typed, from its draft or `start`; unless `present` is empty, Escape closes the prompt.

        A changed line that is closed becomes the draft of this question `about` the same thing.
        """
        draft = page.message, about
        typed = self._prompter.text(page, self._drafts.pop(draft, start), problem, closes=bool(present))
        if typed.closed and typed.text != present:
            self._drafts[draft] = visible(typed.text)
        return typed

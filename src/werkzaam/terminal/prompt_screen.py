"""What all prompts share: choices by number, texts with a limit, and what is told between them."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain, repeat

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
from werkzaam.wording.notes import remarks, too_long

_NUMBERS = "123456789"


class PromptScreen:
    """Shows prompts with what belongs to them, and lets texts be typed that are kept only as they should be."""

    reads_aloud = False

    def __init__(
        self,
        console: Console,
        signs: Signs,
        interruptions: Interruptions,
        note_limit: int,
        meanwhile: Callable[[], None],
    ) -> None:
        self._console = console
        self._signs = signs
        self._prompter = Prompter(console, signs, interruptions, meanwhile)
        self._note_limit = note_limit
        self._drafts: dict[tuple[str, object], str] = {}
        """What was typed when a text was closed, by what was asked, and about what."""

    def tell(self, lines: str) -> None:
        """Say something that was not asked for."""
        self._prompter.tell(lines)

    def open(self, lines: str) -> None:
        """Say what the questions are about, above all that follows."""
        self._prompter.tell(lines)
        self._prompter.leave()

    def leave(self) -> None:
        """Let stay on the screen what is behind: there are no more questions."""
        self._prompter.leave()

    def not_kept(self) -> list[str]:
        """Return what was typed in texts that were closed and never taken up again, under what was asked there."""
        lines: list[str] = []
        for (asked, _about), text in self._drafts.items():
            if text:
                lines += [_("Not saved is what you typed here: {asked}").format(asked=asked), *text.split("\n"), ""]
        return lines

    def ask_choice(self, message: str, names: Mapping[str, str]) -> str:
        """Let one of some named things be chosen, by arrows or by its number; Stopped where somebody had enough."""
        reply = self._choose(Page(lambda: message, keys=(_("q stop"),)), names, {"q": None})
        if reply is None:
            raise Stopped
        return str(reply)

    def _choose(
        self, page: Page, names: Mapping[str, str], commands: Mapping[str, object], *, chosen: str | None = None
    ) -> object:
        """Let one of some named things be chosen: return its id, or what a command gives."""
        choices = self._numbered([(visible(name), value) for value, name in names.items()])
        return self._prompter.select(page, choices, commands, chosen=chosen)

    def _numbered(self, named: Iterable[tuple[str, object]]) -> list[Choice]:
        """Return choices of which the first nine have their number as a key."""
        keys = chain(_NUMBERS, repeat(None))
        return [Choice(name, value, key) for key, (name, value) in zip(keys, named, strict=False)]

    def _keeps(self, text: str) -> bool:
        """Point out what looks like personal data, and return whether the text stays as it is."""
        noticed = remarks(text)
        if not noticed:
            return True
        names = {"change": _("Change it"), "keep": _("Keep it")}
        page = Page(lambda: _("Change it or keep it?"), lambda _rows, _most: Text(visible(" ".join(noticed))))
        return self._choose(page, names, {}) == "keep"

    def _line(
        self, page: Page, start: str, problem: Callable[[str], str | None], *, present: str, about: object
    ) -> Typed:
        """Let a line be typed; where something is `present`, Escape leaves that, and what was typed is the draft.

        With nothing to go back to, Escape does nothing.
        """
        draft = page.message(), about
        typed = self._prompter.text(page, self._drafts.pop(draft, start), problem, closes=bool(present))
        if typed.closed and typed.text != present:
            self._drafts[draft] = visible(typed.text)
        return typed

    def _length_problem(self, text: str) -> str | None:
        return None if len(text) <= self._note_limit else too_long(text, self._note_limit)

"""What all prompts share: choices by number, lines of limited length with drafts, and messages in between."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import TypeVar

from rich.console import RenderableType
from rich.text import Text

from werkzaam.language import _
from werkzaam.terminal.choice_list import Choice, ChoiceList
from werkzaam.terminal.prompt_keys import end_prompt
from werkzaam.terminal.prompt_layout import Above, Page
from werkzaam.terminal.prompter import Prompter, Typed
from werkzaam.visible import visible
from werkzaam.wording.notes import remarks

T = TypeVar("T")
Other = TypeVar("Other")

_NUMBERS = "123456789"


class PromptScreen(Prompter):
    """Lets choices be made and texts be typed, which are checked for their length and for personal data."""

    reads_aloud = False
    """Whether all output is lines, one after another, as a screen reader needs them."""

    def not_kept(self) -> list[str]:
        """Return lines with each text that was typed, closed with Escape and never saved, below its question."""
        lines: list[str] = []
        for (asked, _about), text in self._drafts.items():
            if text:
                lines += [_("Not saved is what you typed here: {asked}").format(asked=asked), *text.split("\n"), ""]
        return lines

    def ask_choice(self, message: str, choices: Mapping[str, T]) -> T:
        """Let one of `choices` be chosen by its text, which is its key; return its value."""
        number: int = self._choose(Page(message, keys=(_("q stop"),)), enumerate(choices), {})
        return [*choices.values()][number]  # by number: a value may be None, and nothing is chosen beforehand

    def _above(self, *blocks: RenderableType) -> Above:
        """Return what shows the first of `blocks`, from most to least detail, that fits; the last if none does."""
        *more, least = blocks

        def fitting(rows: int, _most: int) -> RenderableType:
            return next((block for block in more if len(self._console.render_lines(block)) <= rows), least)

        return fitting

    def _choose(
        self, page: Page, named: Iterable[tuple[T, str]], commands: Mapping[str, Other], *, chosen: object = None
    ) -> T | Other:
        """Let one of `named` (values with their texts) be chosen, the first nine also by number; return its value.

        A key in `commands` ends it too, with the value of that key.
        """
        keys = chain(_NUMBERS, repeat(None))
        choices = [Choice(visible(name), value, key) for key, (value, name) in zip(keys, named, strict=False)]
        return self._select(page, choices, commands, chosen=chosen)

    def _select(
        self,
        page: Page,
        choices: Sequence[Choice[T]],
        keys: Mapping[str, Other],
        *,
        chosen: object = None,
        shows: Mapping[str, Callable[[], None]] | None = None,
    ) -> T | Other:
        """Let one choice be taken; return its value, or the value of the key in `keys` that was pressed.

        Enter alone takes only the choice with the value `chosen`. A key in `shows` calls its function, and the prompt
        stays.
        """
        listed = ChoiceList(choices, chosen=chosen)

        def take() -> None:
            if listed.pointed is not None:
                end_prompt(listed.pointed.value)
            elif "o" in keys:
                page.hint = _("Nothing is chosen yet: press a key of the list, choose with the arrows, or skip with o.")
            else:
                page.hint = _("Nothing is chosen yet: press a key of the list, or choose with the arrows.")

        by_key = {choice.key: choice.value for choice in choices if choice.key}
        reply: T | Other = self._list(page, listed, take, {**by_key, **keys}, shows or {})
        return reply

    def _mark(
        self,
        page: Page,
        choices: Sequence[Choice[T]],
        keys: Mapping[str, Other],
        *,
        marked: Collection[T] = (),
        said: Callable[[int], str] = lambda _count: "",
    ) -> list[T] | Other:
        """Let any number of choices be marked; return the list of their values, or the value of a key in `keys`.

        `said` returns the hint for a number of marked choices.
        """
        listed = ChoiceList(choices, marked=marked)

        def toggle() -> None:
            listed.toggle()
            page.hint = said(len(listed.marks))

        page.hint = said(len(listed.marks))
        reply: list[T] | Other = self._list(page, listed, lambda: end_prompt(listed.marks), keys, {" ": toggle})
        return reply

    def _keeps(self, text: str) -> bool:
        """Show what in a text looks like personal data; return whether the user keeps the text as it is."""
        noticed = remarks(text)
        if not noticed:
            return True
        page = Page(_("Change it or keep it?"), self._above(Text(visible(" ".join(noticed)))), stops=False)
        return self._choose(page, [(False, _("Change it")), (True, _("Keep it"))], {})

    def _line(
        self, page: Page, start: str, problem: Callable[[str], str | None], *, present: str, about: object
    ) -> Typed:
        """Let a line be typed, from its draft or `start`; unless `present` is empty, Escape closes the prompt.

        A changed line that is closed becomes the draft of this question `about` the same thing.
        """
        draft = page.message, about
        typed = self._text(page, self._drafts.pop(draft, start), problem, closes=bool(present))
        if typed.closed and typed.text != present:
            self._drafts[draft] = visible(typed.text)
        return typed

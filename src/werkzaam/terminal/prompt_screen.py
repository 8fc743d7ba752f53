"""What stands around a prompt: the keys that it takes, and choices that wrap at words."""

from collections.abc import Mapping

import questionary
from rich.console import Console
from rich.text import Text

from werkzaam.language import _
from werkzaam.terminal.console import Signs
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompter import ESCAPE, Prompter
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.notes import remarks, too_long

_CANCELLED = object()


class PromptScreen:
    """Shows prompts with what belongs to them, and lets texts be typed that are kept only as they should be."""

    def __init__(self, console: Console, signs: Signs, interruptions: Interruptions, note_limit: int) -> None:
        self._console = console
        self._signs = signs
        self._prompter = Prompter(interruptions)
        self._note_limit = note_limit

    def ask_choice(self, message: str, names: Mapping[str, str]) -> str:
        """Let one of some named things be chosen, by arrows or by its number."""
        return str(self._choose(message, names, {}))

    def tell(self, lines: str) -> None:
        """Say something that was not asked for."""
        self._console.print(Text(visible_lines(lines)))

    def _choose(self, message: str, names: Mapping[str, str], commands: Mapping[str, object]) -> object:
        keys = [str(number) if number <= 9 else None for number in range(1, len(names) + 1)]  # noqa: PLR2004
        choices = [self._choice(key, name, value) for key, (value, name) in zip(keys, names.items(), strict=True)]
        by_key = {key: value for key, value in zip(keys, names, strict=True) if key}
        return self._prompter.select(message, choices, {**by_key, **commands})

    def _keeps(self, text: str) -> bool:
        """Point out what looks like personal data, and return whether the note stays as it is."""
        noticed = remarks(text)
        for remark in noticed:
            self._console.print(Text(visible(remark)))
        if not noticed:
            return True
        names = {"change": _("Change the note"), "keep": _("Keep it")}
        return self.ask_choice(_("Change it or keep it?"), names) == "keep"

    def _say_keys(self, *keys: str) -> None:
        """Print what the keys do, several to a line and none broken."""
        line = Text()
        for number, key in enumerate(keys):
            separator = self._signs.between if number else ""
            if line.cell_len + len(separator) + len(key) > self._console.width:
                self._console.print(line)
                line, separator = Text(), ""
            line.append(separator + key)
        self._console.print(line)

    def _choice(self, key: str | None, name: str, value: object) -> questionary.Choice:
        return questionary.Choice(f"{key or ' '}  {self._wrapped(visible(name), indent=6)}", value=value)

    def _wrapped(self, text: str, indent: int) -> str:
        """Wrap the text of a choice at words; what follows hangs below its first word, `indent` columns in."""
        lines = Text(text).wrap(self._console, max(self._console.width - indent - 1, 10))
        return ("\n" + " " * indent).join(line.plain.rstrip() for line in lines)

    def _text(self, message: str, default: str, *, lines: bool = False, cancel: bool = False) -> str | None:
        """Let a text be typed or changed, of several lines if need be; None: cancelled, where that can be."""
        keys: dict[str, object] = {ESCAPE: _CANCELLED} if cancel else {}
        reply = self._prompter.text(message, default, self._length_problem, keys, lines=lines)
        return None if reply is _CANCELLED else str(reply)

    def _length_problem(self, text: str) -> bool | str:
        return True if len(text) <= self._note_limit else too_long(text, self._note_limit)

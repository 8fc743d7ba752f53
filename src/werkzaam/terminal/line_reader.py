"""One line at a time: what is said, what is read, and what is refused because it is no answer."""

import re
from collections.abc import Mapping
from typing import TextIO

from rich.console import Console
from rich.text import Text

from werkzaam.errors import EndOfInput, Interrupted, UserError
from werkzaam.language import _
from werkzaam.terminal.interruption import Interruptions
from werkzaam.visible import visible, visible_lines

_SEPARATORS = re.compile(r"[,;\s]+")


class Lines:
    """Says lines on one stream and reads them from another.

    At a terminal a line that is no answer is asked again; in a pipe it ends the program, since the lines after it
    would answer the wrong questions.
    """

    def __init__(self, console: Console, stdin: TextIO, interruptions: Interruptions) -> None:
        self._console = console
        self._stdin = stdin
        self._interruptions = interruptions
        self._line_number = 0

    def ask_choice(self, message: str, names: Mapping[str, str]) -> str:
        """Put some named things as a numbered list and read a number or an id."""
        self._say(message)
        by_name = {name: name for name in names}
        for number, (name, shown) in enumerate(names.items(), 1):
            written = f" ({name})" if name not in ("", str(number), shown) else ""
            self._say(f"{number}. {visible(shown)}{written}")
            by_name[str(number)] = name
        self._say(_("Write a number or an id."))
        while True:
            line = self._read("")
            if line in by_name:
                return by_name[line]
            self._refuse(line, _("write a number or an id from the list"))

    def tell(self, lines: str) -> None:
        """Say something that was not asked for."""
        for line in visible_lines(lines).split("\n"):
            self._say(line)

    def _read(self, prompt: str, *, required: bool = True) -> str:
        """Read a line; Interrupted where a terminal ends it, EndOfInput where a pipe does and a line is required."""
        line = None
        asked = prompt or _("Answer")
        while line is None:
            self._console.print(Text(f"{asked}: "), end="", soft_wrap=True)
            line = self._next_line()
        self._line_number += 1
        if not self._stdin.isatty():
            self._say("")
        if line:
            return line.strip()
        if self._stdin.isatty():
            raise Interrupted
        if required:
            raise EndOfInput
        return ""

    def _next_line(self) -> str | None:
        """Return the next line; None where it is no text and somebody at a terminal can type it again."""
        with self._interruptions.delivered():
            try:
                line = self._stdin.readline()
                line.encode()  # undecodable bytes come as lone surrogates
            except UnicodeError as error:
                problem = UserError(_("<stdin>: this is not UTF-8."))
                if not self._stdin.isatty():
                    raise problem from error
                self._say(str(problem))
                return None
        return line

    def _refuse(self, line: str, hint: str) -> None:
        if not self._stdin.isatty():
            message = _("<stdin>:{number}: “{line}” is no answer here: {hint}.")
            raise UserError(message.format(number=self._line_number, line=line, hint=hint))
        self._say(_("“{line}” is no answer here: {hint}.").format(line=visible(line), hint=hint))

    def _say(self, text: str) -> None:
        self._console.print(Text(text))


def words_in(line: str) -> list[str]:
    """Return the numbers or ids that a line names."""
    return [word for word in _SEPARATORS.split(line) if word]

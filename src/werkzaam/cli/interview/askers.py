"""Who asks the questions: interactive prompts if the terminal can show them, else lines of text, or nobody."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len

from werkzaam.cli.output import say
from werkzaam.domain.factor_set import Perspective
from werkzaam.errors import EndOfInput, UserError
from werkzaam.language import _
from werkzaam.terminal.console import ASCII, can_prompt, console_for, signs_for
from werkzaam.terminal.interruption import Interruptions

if TYPE_CHECKING:
    from werkzaam.terminal.lines import LineAsker
    from werkzaam.terminal.prompts import PromptAsker

Interviewer: TypeAlias = "PromptAsker | LineAsker"
"""Asks everything that `werkzaam check` asks: which file, its details, the factors and the actions."""
DetailsAsker: TypeAlias = "PromptAsker | LineAsker | NoInput"
"""Asks for the details of an evaluation: its collaboration and its perspective; and tells what is no question."""


class NoInput:
    """Asks nothing, for --no-input: everything has to come with the call."""

    def ask_collaboration(self, default: str = "") -> str:  # noqa: ARG002 (there is nobody to put it right)
        """Raise UserError: a name cannot be made up."""
        raise UserError(_("With --no-input a new file needs a name for the collaboration: add --collaboration."))

    def ask_perspective(
        self, perspectives: Sequence[Perspective], *, can_go_back: bool = False, present: str | None = None
    ) -> None:
        """Return None: the perspective stays unsaid."""

    def tell(self, lines: str) -> None:
        """Print a message on stderr; it may have several lines."""
        say(*lines.split("\n"))


def interviewer_for(interruptions: Interruptions, *, plain: bool) -> Interviewer:
    """Return prompts if the terminal can show them, unless `plain`, else lines. Raises EndOfInput without stdin."""
    if not plain and can_prompt() and (signs := signs_for(sys.stdout)) is not ASCII:
        from werkzaam.terminal.prompts import PromptAsker

        console = console_for(sys.stdout, draws=True)
        return PromptAsker(console, signs, interruptions, load_what_saving_needs)
    from werkzaam.terminal.lines import LineAsker

    if sys.stdin is None:
        raise EndOfInput
    return LineAsker(console_for(sys.stderr), sys.stdin, interruptions, load_what_saving_needs)


def load_what_saving_needs() -> None:
    """Load now what a save, or a remark on a saved note, would otherwise import, so an upgrade meanwhile loses nothing.

    Called while the first question is shown. What cannot be loaded now is left to the code that needs it.
    """
    cell_len("\N{GRINNING FACE}")  # makes rich load the widths of characters
    with suppress(Exception):  # of a library that is being replaced, half may be there
        from werkzaam.domain.privacy import load_check_digits
        from werkzaam.files import merging  # noqa: F401 (imported only to be loaded)

        load_check_digits()

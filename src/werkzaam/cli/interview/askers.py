"""Who asks the questions: interactive prompts if the terminal can show them, else lines of text, or nobody."""

import sys
from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from werkzaam.cli.interview.late_parts import load_what_saving_needs
from werkzaam.cli.output import say
from werkzaam.domain.actions import ActionAsker
from werkzaam.domain.evaluation import NOTE_LIMIT
from werkzaam.domain.factor_set import Perspective
from werkzaam.domain.questions import Asker, Command
from werkzaam.errors import EndOfInput, UserError
from werkzaam.language import _
from werkzaam.terminal.console import ASCII, can_prompt, console_for, signs_for
from werkzaam.terminal.interruption import Interruptions


class DetailsAsker(Protocol):
    """Asks for the details of an evaluation: its collaboration and its perspective."""

    def ask_collaboration(self, default: str = "") -> str:
        """Ask for the name of the collaboration; `default` is an earlier answer, to be corrected.

        Raises Stopped if the user stops. The draft of an Interrupted is the name as far as it was typed.
        """

    def ask_perspective(
        self, perspectives: Sequence[Perspective], *, can_go_back: bool = False, present: str | None = None
    ) -> str | Literal[Command.BACK] | None:
        """Ask for the perspective and return its id; None leaves it unsaid, and BACK returns to the name before it.

        Raises Stopped if the user stops, or leaves the `present` perspective as it is.
        """

    def tell(self, lines: str) -> None:
        """Show a message that is no question; it may have several lines."""


class Interviewer(Asker, ActionAsker, DetailsAsker, Protocol):
    """Asks everything that `werkzaam check` asks: which file, its details, the factors and the actions."""

    reads_aloud: bool
    """Whether all output is lines, one after another, as a screen reader needs them."""

    def ask_choice(self, message: str, names: Mapping[str, str]) -> str:
        """Ask for one of `names` (texts by id) and return its id. Raises Stopped if the user stops."""

    def open(self, lines: str) -> None:
        """Show what the questions are about, above the first of them."""

    def leave(self) -> None:
        """Leave the answers on the screen: no more questions follow."""

    def not_kept(self) -> Sequence[str]:
        """Return lines with the texts that were typed, but closed and never saved."""


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
    if not plain and can_prompt() and signs_for(sys.stdout) is not ASCII:
        from werkzaam.terminal.prompts import PromptAsker

        console, signs = console_for(sys.stdout), signs_for(sys.stdout)
        return PromptAsker(console, signs, interruptions, NOTE_LIMIT, load_what_saving_needs)
    from werkzaam.terminal.lines import LineAsker

    if sys.stdin is None:
        raise EndOfInput
    return LineAsker(console_for(sys.stderr), sys.stdin, interruptions, NOTE_LIMIT, load_what_saving_needs)

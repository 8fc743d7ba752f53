"""Who asks the questions: prompts where the terminal can show them, else lines of text, or nobody."""

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
    """Asks for the details that the file of an evaluation has to have."""

    def ask_collaboration(self, default: str = "") -> str:
        """Ask what the collaboration is called; `default` is what was said before, to be put right.

        Raises Stopped where somebody had enough; the draft of an interruption is a name as far as it was typed.
        """

    def ask_perspective(
        self, perspectives: Sequence[Perspective], *, can_go_back: bool = False, present: str | None = None
    ) -> str | Literal[Command.BACK] | None:
        """Ask from whose side the evaluation is filled in; None leaves it unsaid, and BACK is to the name before it.

        Raises Stopped where somebody had enough, or left what is `present` as it was.
        """

    def tell(self, lines: str) -> None:
        """Say something that was not asked for."""


class Interviewer(Asker, ActionAsker, DetailsAsker, Protocol):
    """Asks for the details, then all questions, and offers choices."""

    reads_aloud: bool
    """Whether all that it says are lines, each behind the one before, as a screen reader needs them."""

    def ask_choice(self, message: str, names: Mapping[str, str]) -> str:
        """Ask for one of some named things; Stopped where somebody had enough."""

    def open(self, lines: str) -> None:
        """Say what the questions are about, above the first of them."""

    def leave(self) -> None:
        """Ask no more: let stay on the screen what was answered."""

    def not_kept(self) -> Sequence[str]:
        """Return lines that say what was typed, closed without an answer, and never taken up again."""


class NoInput:
    """Asks nothing, as --no-input wants it, so that everything has to come with the call."""

    def ask_collaboration(self, default: str = "") -> str:  # noqa: ARG002 (there is nobody to put it right)
        """Refuse: no name could be made up."""
        raise UserError(_("With --no-input a new file needs a name for the collaboration: add --collaboration."))

    def ask_perspective(
        self, perspectives: Sequence[Perspective], *, can_go_back: bool = False, present: str | None = None
    ) -> None:
        """Leave it unsaid."""

    def tell(self, lines: str) -> None:
        """Say something that was not asked for."""
        say(*lines.split("\n"))


def interviewer_for(interruptions: Interruptions, *, plain: bool) -> Interviewer:
    """Return prompts where the terminal can show them, else lines of text."""
    if not plain and can_prompt() and signs_for(sys.stdout) is not ASCII:
        from werkzaam.terminal.prompts import PromptAsker

        console, signs = console_for(sys.stdout), signs_for(sys.stdout)
        return PromptAsker(console, signs, interruptions, NOTE_LIMIT, load_what_saving_needs)
    from werkzaam.terminal.lines import LineAsker

    if sys.stdin is None:
        raise EndOfInput
    return LineAsker(console_for(sys.stderr), sys.stdin, interruptions, NOTE_LIMIT, load_what_saving_needs)

"""`--no-input`: nobody is at the table, so that everything has to come with the call."""

from collections.abc import Sequence

from werkzaam.cli.saying import say
from werkzaam.domain.factor_set import Perspective
from werkzaam.errors import UserError
from werkzaam.language import _


class Nobody:
    """Takes the place of those who are asked what an evaluation is about."""

    def ask_collaboration(self) -> str:
        """Refuse: no name could be made up."""
        raise UserError(_("With --no-input a new file needs a name for the collaboration: add --collaboration."))

    def ask_perspective(self, perspectives: Sequence[Perspective]) -> None:
        """Leave it unsaid."""

    def tell(self, lines: str) -> None:
        """Say something that was not asked for."""
        say(*lines.split("\n"))

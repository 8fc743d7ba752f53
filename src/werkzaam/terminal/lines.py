"""Questions as lines of text: for pipes, for screen readers, for terminals that cannot move their cursor."""

from collections.abc import Sequence

from werkzaam.domain.factor_set import Perspective
from werkzaam.language import _
from werkzaam.terminal.agreement_lines import AgreementLines
from werkzaam.terminal.question_lines import QuestionLines


class LineAsker(QuestionLines, AgreementLines):
    """Puts the questions of the questionnaire, those on agreements, and the few that come before them."""

    def ask_collaboration(self) -> str:
        """Ask what the collaboration is called."""
        self._say(_("Which collaboration is this about?"))
        while True:
            line = self._read("")
            if line:
                return line
            self._refuse(line, _("write the name of the collaboration"))

    def ask_perspective(self, perspectives: Sequence[Perspective]) -> str:
        """Ask from whose side the evaluation is filled in."""
        return self.ask_choice(_("Who is filling this in?"), {item.id: item.name for item in perspectives})

"""Questions with single keys, arrows and Enter, in a terminal."""

from collections.abc import Sequence

from rich.text import Text

from werkzaam.domain.factor_set import Perspective
from werkzaam.language import _
from werkzaam.terminal.agreement_prompts import AgreementPrompts
from werkzaam.terminal.question_prompts import QuestionPrompts
from werkzaam.visible import visible


class PromptAsker(QuestionPrompts, AgreementPrompts):
    """Puts the questions of the questionnaire, those on agreements, and the few that come before them."""

    def ask_collaboration(self) -> str:
        """Ask what the collaboration is called."""
        while True:
            typed = self._text(_("Which collaboration is this about?"), "")
            if typed and typed.strip():
                self._console.print(Text(_("Collaboration: {name}").format(name=visible(typed).strip())))
                return visible(typed).strip()

    def ask_perspective(self, perspectives: Sequence[Perspective]) -> str:
        """Ask from whose side the evaluation is filled in."""
        chosen = self.ask_choice(_("Who is filling this in?"), {item.id: item.name for item in perspectives})
        name = next(item.name for item in perspectives if item.id == chosen)
        self._console.print(Text(_("Perspective: {name}").format(name=visible(name))))
        return chosen

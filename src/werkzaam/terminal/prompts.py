"""Questions with single keys, arrows and Enter, in a terminal."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import questionary
from rich.text import Text

from werkzaam.domain.evaluation import Action, ActionStatus, tidy
from werkzaam.domain.factor_set import Perspective
from werkzaam.domain.questionnaire import Command
from werkzaam.domain.report import Shortfall
from werkzaam.errors import Interrupted
from werkzaam.language import _
from werkzaam.terminal.layout import bulleted
from werkzaam.terminal.prompt_screen import PromptScreen
from werkzaam.terminal.prompter import ESCAPE
from werkzaam.terminal.question_prompts import QuestionPrompts
from werkzaam.visible import visible
from werkzaam.wording.actions import action_text, status_names
from werkzaam.wording.figures import local_date, read_date
from werkzaam.wording.notes import request


class ActionPrompts(PromptScreen):
    """Asks what became of actions, and which points will be taken up, by whom and when."""

    def ask_status(self, action: Action, number: int, total: int) -> ActionStatus | Command:
        """Show an open action and let its status be chosen."""
        self._console.print()
        self._console.print(Text(_("Agreed before ({number} of {total}):").format(number=number, total=total)))
        self._console.print(bulleted([action_text(action)], self._signs.bullet))
        self._say_keys(_("o leave"), _("q stop"))
        names = {status.value: name for status, name in status_names().items()}
        reply = self._choose(_("What became of it?"), names, {"o": Command.SKIP, "q": Command.STOP})
        if isinstance(reply, Command):
            return reply
        self._console.print(Text(names[str(reply)]))
        return ActionStatus(reply)

    def ask_points(self, points: Sequence[Shortfall]) -> Sequence[Shortfall]:
        """Let a few of the missing points be marked."""
        self._console.print()
        self._console.print(Text(_("Which of the missing points will you take up? Choose a few.")))
        self._say_keys(_("Space marks"), _("Enter is done; alone it skips this"))
        choices = [
            questionary.Choice(self._wrapped(visible(point.factor.text), indent=5), value=point) for point in points
        ]
        reply = self._prompter.mark(_("Take up:"), choices, {"q": [], ESCAPE: []})
        return [point for point in points if any(point is marked for marked in reply)]

    def ask_what(self, point: Shortfall) -> str | None:
        """Show a point and ask what will be done."""
        self._console.print()
        self._console.print(Text(visible(point.factor.text), style="bold"))
        self._console.print(bulleted((visible(item.text) for item in point.conditions), self._signs.lacking))
        self._console.print(Text(request()))
        self._say_keys(_("Enter is done"), _("empty skips this"))
        return self._agreed(_("What will you do?"))

    def ask_owner(self) -> str | None:
        """Ask who takes it up."""
        return self._agreed(_("Who takes it up? An organisation or a role:"))

    def ask_due(self) -> date | None:
        """Ask by when it should be done."""

        def problem(text: str) -> bool | str:
            return not text.strip() or read_date(text) is not None or _("Write a date as 1-3-2027, or nothing.")

        message = _("By when? As 1-3-2027:")
        try:
            typed = self._prompter.text(message, "", problem, {ESCAPE: ""}, lines=False)
        except Interrupted as interruption:
            due = read_date(interruption.draft or "")
            raise Interrupted(due.isoformat() if due else None) from interruption
        due = read_date(typed)
        if due:
            self._console.print(Text(f"{message} {local_date(due)}"))
        return due

    def _agreed(self, message: str) -> str | None:
        """Let a line of an action be typed; None where it stays empty or is cancelled."""
        text = ""
        while True:
            typed = self._text(message, text, cancel=True)
            if typed is None:
                return None
            text = tidy(visible(typed))
            try:
                if self._keeps(text):
                    break
            except Interrupted as interruption:
                raise Interrupted(text) from interruption
        if text:
            self._console.print(Text(f"{message} {visible(text)}"))
        return text or None


class PromptAsker(QuestionPrompts, ActionPrompts):
    """Puts the questions of the questionnaire, those on actions, and the few that come before them."""

    def ask_collaboration(self, default: str = "") -> str:
        """Ask what the collaboration is called; `default` can be put right."""
        while True:
            typed = self._text(_("Which collaboration is this about?"), default)
            if typed and typed.strip():
                self._console.print(Text(_("Collaboration: {name}").format(name=visible(typed).strip())))
                return visible(typed).strip()

    def ask_perspective(
        self, perspectives: Sequence[Perspective], *, can_go_back: bool = False
    ) -> str | Literal[Command.BACK]:
        """Ask from whose side the evaluation is filled in."""
        names = {item.id: item.name for item in perspectives}
        if can_go_back:
            self._say_keys(_("b back to the name"))
        keys = {"b": Command.BACK} if can_go_back else {}
        chosen = self._choose(_("Who is filling this in?"), names, keys)
        if chosen is Command.BACK:
            return Command.BACK
        self._console.print(Text(_("Perspective: {name}").format(name=visible(names[str(chosen)]))))
        return str(chosen)

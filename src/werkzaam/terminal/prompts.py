"""Questions with single keys, arrows and Enter, in a terminal."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

import questionary
from rich.text import Text

from werkzaam.domain.actions import Also, Part
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
from werkzaam.wording.actions import action_text, due_hint, part_names, point_text, status_names
from werkzaam.wording.figures import local_date, read_date
from werkzaam.wording.notes import request

T = TypeVar("T")


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
        choices = [questionary.Choice(self._wrapped(point_text(point), indent=5), value=point) for point in points]
        reply = self._prompter.mark(_("Take up:"), choices, {"q": [], ESCAPE: []})
        return [point for point in points if any(point is marked for marked in reply)]

    def ask_what(self, point: Shortfall | None, present: str | None = None) -> str | None:
        """Show a point and ask what will be done."""
        if point is not None:
            self._console.print()
            self._console.print(Text(visible(point.factor.text), style="bold"))
            self._console.print(bulleted((visible(item.text) for item in point.conditions), self._signs.lacking))
        self._console.print(Text(request()))
        self._say_keys(_("Enter is done"), *([] if present else [_("empty skips this")]))
        return self._agreed(_("What will you do?"), present)

    def ask_owner(self, present: str | None = None) -> str | None:
        """Ask who takes it up."""
        return self._agreed(_("Who takes it up? An organisation or a role:"), present)

    def ask_due(self, today: date, present: date | None = None) -> date | None:
        """Ask by when it should be done."""

        def problem(text: str) -> bool | str:
            hint = due_hint(text, today, present)
            return hint is None or _("“{line}” is no answer here: {hint}.").format(line=visible(text), hint=hint)

        message, shown = _("By when? As 1-3-2027:"), local_date(present) if present else ""
        try:
            typed = self._prompter.text(message, shown, problem, {ESCAPE: shown}, lines=False)
        except Interrupted as interruption:
            due = read_date(interruption.draft or "")
            raise Interrupted(due.isoformat() if due else None) from interruption
        due = read_date(typed)
        if due:
            self._console.print(Text(f"{message} {local_date(due)}"))
        return due

    def ask_agreement(self, actions: Sequence[Action], *, can_add: bool) -> Action | Also | None:
        """Let one of the actions be chosen, or another one begun."""
        named: list[tuple[str, Action | Also]] = [(action_text(action), action) for action in actions]
        if can_add:
            named.append((_("Take up one more missing point"), Also.NEW))
        return self._chosen(_("Which agreement will you change?"), named)

    def ask_part(self, action: Action) -> Part | None:
        """Show an action and let be chosen what of it changes."""
        self._console.print()
        self._console.print(bulleted([action_text(action)], self._signs.bullet))
        return self._chosen(_("What of it will you change?"), [(name, part) for part, name in part_names().items()])

    def ask_new_status(self, action: Action) -> ActionStatus | None:
        """Let be chosen what became of an action."""
        self._console.print(Text(_("Now: {answer}").format(answer=status_names()[action.status])))
        return self._chosen(_("What became of it?"), [(name, status) for status, name in status_names().items()])

    def _chosen(self, message: str, named: Sequence[tuple[str, T]]) -> T | None:
        """Let one of some named things be chosen; None: none of them."""
        self._say_keys(_("o leave"))
        names = {str(number): name for number, (name, _value) in enumerate(named)}
        reply = self._choose(message, names, {"o": None, "q": None, ESCAPE: None})
        return None if reply is None else named[int(str(reply))][1]

    def _agreed(self, message: str, present: str | None = None) -> str | None:
        """Let a line of an action be typed; None where it stays empty, or is cancelled and was."""
        text = shown = visible(present or "")
        while True:
            typed = self._text(message, text, cancel=True)
            if typed is None or (present and typed == shown):
                return present
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

    def ask_collaboration(self, present: str = "") -> str:
        """Ask what the collaboration is called; a name that it has can be changed."""
        while True:
            typed = self._text(_("Which collaboration is this about?"), visible(present))
            if typed and typed.strip():
                self._console.print(Text(_("Collaboration: {name}").format(name=visible(typed).strip())))
                return visible(typed).strip()

    def ask_perspective(self, perspectives: Sequence[Perspective]) -> str:
        """Ask from whose side the evaluation is filled in."""
        chosen = self.ask_choice(_("Who is filling this in?"), {item.id: item.name for item in perspectives})
        name = next(item.name for item in perspectives if item.id == chosen)
        self._console.print(Text(_("Perspective: {name}").format(name=visible(name))))
        return chosen

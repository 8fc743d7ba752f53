"""Questions with single keys, arrows and Enter, in a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, TypeVar

from rich.console import Group, RenderableType
from rich.text import Text

from werkzaam.domain.actions import Also, Part
from werkzaam.domain.evaluation import Action, ActionStatus, tidy
from werkzaam.domain.factor_set import Perspective
from werkzaam.domain.questions import Command
from werkzaam.domain.report import Shortfall
from werkzaam.errors import Interrupted
from werkzaam.language import _
from werkzaam.terminal.choice_list import Choice
from werkzaam.terminal.layout import bulleted
from werkzaam.terminal.prompt_keys import ESCAPE
from werkzaam.terminal.prompt_layout import Above, Page, nothing_above
from werkzaam.terminal.question_prompts import QuestionPrompts
from werkzaam.visible import visible
from werkzaam.wording.actions import action_text, status_names
from werkzaam.wording.agreements import agreement_names, due_hint, part_names, point_text
from werkzaam.wording.figures import local_date, read_date
from werkzaam.wording.notes import length_problem, request

T = TypeVar("T")


class PromptAsker(QuestionPrompts):
    """Asks for the details of an evaluation, the factors and the actions, all with interactive prompts."""

    _about: object = None
    """The action that is being changed, or the id of the factor taken up; it keeps the drafts on each apart."""

    def ask_status(self, action: Action, number: int, total: int) -> ActionStatus | None:
        """Show an open action and let its status be chosen; return it, or None for o."""
        said = _("Agreed before ({number} of {total}):").format(number=number, total=total)
        shown = Group(Text(said), bulleted([action_text(action)], self._signs.bullet))
        page = Page(_("What became of it?"), self._above(shown), (_("o skip"), _("q stop")))
        status = self._choose(page, status_names().items(), {"o": None})
        if status:
            self._answered.put(action, f"{action_text(action)}: {status_names()[status]}")
        return status

    def ask_points(self, points: Sequence[Shortfall]) -> Sequence[Shortfall]:
        """Let the missing points to take up be marked, and return those; none for q."""
        message = _("Which of the missing points will you take up? Choose a few.")
        page = Page(message, keys=(_("Space marks"), _("Enter is done; alone it skips this"), _("q stop")))
        choices = [Choice(point_text(point), point) for point in points]
        return self._mark(page, choices, {"q": []})

    def ask_what(self, point: Shortfall | None, present: str | None = None) -> str | None:
        """Show a point, if any, and ask what will be done; None if nothing, `present` if that stays."""
        if point is not None:
            self._about = point.factor.id
        what = self._agreed(_("What will you do?"), present, self._above(*self._point_blocks(point)))
        if point is not None and what is None:
            self.tell(_("Nothing is agreed on this: {factor}").format(factor=visible(point.factor.text)))
        return what

    def ask_owner(self, present: str | None = None) -> str | None:
        """Ask for the owner of an action; None if the text is empty, `present` if that stays."""
        return self._agreed(_("Who takes it up? An organisation or a role:"), present)

    def ask_due(self, today: date, present: date | None = None) -> date | None:
        """Ask for the due date of an action; None if the text is empty, `present` if Escape leaves that."""

        def problem(text: str) -> str | None:
            hint = due_hint(text, today, present)
            return hint and _("“{line}” is not an answer here: {hint}.").format(line=visible(text), hint=hint)

        message, shown = _("By when? Day-month-year, such as 31-3-2027:"), local_date(present) if present else ""
        page = Page(message, keys=self._keys_of(present))
        typed = self._line(page, shown, problem, present=shown, about=self._about)
        due = None if problem(typed.text) else read_date(typed.text)
        if typed.interrupted and not due and typed.text != shown:  # no good date yet: told at the end as it was typed
            self._drafts[message, self._about] = visible(typed.text)
        if typed.interrupted:
            raise Interrupted(due.isoformat() if due else None)
        if typed.closed:
            return present
        if due:
            self._answered.put(object(), f"{part_names()[Part.DUE]}: {local_date(due)}")
        return due

    def ask_agreement(self, choices: Sequence[Action | Also]) -> Action | Also | None:
        """Let the action to change be chosen, or another choice; None if nothing is chosen."""
        return self._chosen(Page(_("Which agreement will you change?")), agreement_names(choices))

    def ask_part(self, action: Action) -> Part | None:
        """Show an action and let the part to change be chosen; None if none is chosen."""
        self._about = action
        return self._chosen(Page(_("What of it will you change?"), self._shown(action)), part_names().items())

    def ask_new_status(self, action: Action) -> ActionStatus | None:
        """Let the new status of an action be chosen, with its present one preselected; None if none is chosen."""
        page = Page(_("What became of it?"), self._shown(action))
        return self._chosen(page, status_names().items(), present=action.status)

    def _shown(self, action: Action) -> Above:
        return self._above(bulleted([action_text(action)], self._signs.bullet))

    def _chosen(self, page: Page, named: Iterable[tuple[T, str]], present: T | None = None) -> T | None:
        """Let one of `named` (values with their texts) be chosen; return its value, or None for o, q or Escape."""
        page.keys = (_("o skip"),)
        return self._choose(page, named, {"o": None, "q": None, ESCAPE: None}, chosen=present)

    def _keys_of(self, present: object) -> tuple[str, ...]:
        return _("Enter is done"), _("Esc leaves it as it was") if present else _("empty skips this")

    def _point_blocks(self, point: Shortfall | None) -> Iterator[RenderableType]:
        """Yield what can stand above an agreement on a point, from most to least detail; the last is the request."""
        if point is not None:
            missing = [visible(item.text) for item in point.conditions]
            for count in range(len(missing), -1, -1):
                conditions = bulleted(missing[:count], self._signs.lacking)
                cut = [Text("  …")] if count < len(missing) else []
                yield Group(Text(visible(point.factor.text)), conditions, *cut, Text(request()))
        yield Text(request())

    def _agreed(self, message: str, present: str | None, above: Above = nothing_above) -> str | None:
        """Let a text about an action be typed; None if it is empty, `present` if it is unchanged or closed."""
        text = before = visible(present or "")
        while True:
            page = Page(message, above, self._keys_of(present))
            typed = self._line(page, text, length_problem, present=before, about=self._about)
            text = tidy(visible(typed.text))
            if typed.interrupted:
                raise Interrupted(text if text and text != before else None)
            if typed.closed or (present and text == before):
                return present
            try:
                if self._keeps(text):
                    break
            except Interrupted as interruption:
                raise Interrupted(text) from interruption
        if text:
            self._answered.put(object(), f"{message} {text}")
        return text or None

    def ask_collaboration(self, default: str = "") -> str:
        """Ask for the name of the collaboration; `default` can be corrected, or left with Escape."""
        keys = (_("Enter is done"), _("Esc leaves it as it was") if default else _("Ctrl+C stops"))
        while True:
            page = Page(_("Which collaboration is this about?"), keys=keys)
            typed = self._line(page, default, length_problem, present=default, about=None)
            name = tidy(visible(typed.text))
            if typed.interrupted:
                if default and name != default:  # unfinished: shown as not saved
                    self._drafts[page.message, None] = name
                raise Interrupted(name or None)
            if typed.closed:
                return default
            if name:
                self._answered.put("name", _("Collaboration: {name}").format(name=name))
                return name

    def ask_perspective(
        self, perspectives: Sequence[Perspective], *, can_go_back: bool = False, present: str | None = None
    ) -> str | Literal[Command.BACK]:
        """Let the perspective be chosen and return its id; BACK to correct the name of the collaboration.

        If a perspective is `present`, any key that leaves it returns that.
        """
        names = {item.id: item.name for item in perspectives}
        keys, commands = [_("q stop")], dict[str, str | Literal[Command.BACK]]()
        if can_go_back:
            keys, commands = [_("b back to the name"), *keys], {"b": Command.BACK}
        if present is not None:
            keys, commands = [_("o skip")], dict.fromkeys(("o", "b", "q", ESCAPE), present)
        reply = self._choose(Page(_("Who is filling this in?"), keys=keys), names.items(), commands, chosen=present)
        if reply not in (Command.BACK, present):
            self._answered.put("perspective", _("Filled in by: {name}").format(name=visible(names[reply])))
        return reply

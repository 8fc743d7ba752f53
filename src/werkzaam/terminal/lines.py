"""Questions as lines of text: for pipes, for screen readers, for terminals that cannot move their cursor."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, TypeVar

from werkzaam.domain.actions import Also, Part
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import Perspective
from werkzaam.domain.questions import Command
from werkzaam.domain.report import Shortfall
from werkzaam.language import _
from werkzaam.terminal.line_reader import NOTHING
from werkzaam.terminal.question_lines import QuestionLines
from werkzaam.visible import visible
from werkzaam.wording.actions import action_text, status_names
from werkzaam.wording.agreements import agreement_names, due_hint, part_names, point_text
from werkzaam.wording.figures import read_date
from werkzaam.wording.notes import remarks, request

T = TypeVar("T")


class LineAsker(QuestionLines):
    """Asks for the details of an evaluation, the factors and the actions, all in lines of text."""

    def ask_status(self, action: Action, number: int, total: int) -> ActionStatus | None:
        """Show an open action and read its status by number; None for o or an empty line."""
        self._say("")
        self._say(_("Agreed before ({number} of {total}):").format(number=number, total=total))
        self._say(action_text(action))
        self._say(_("What became of it?"))
        statuses = self._numbered(status_names().items())
        self._say(_("Write a number; o leaves it as it is, q stops."))
        status = self._one_of({"": None, "o": None, **statuses}, _("write a number from the list, or o or q"))
        if status:
            self._say_back(_("Chosen: {answer}").format(answer=status_names()[status]))
        return status

    def ask_points(self, points: Sequence[Shortfall]) -> Sequence[Shortfall]:
        """Show the missing points as a numbered list and read numbers; an empty line or q takes none."""
        self._say("")
        self._say(_("Which of the missing points will you take up?"))
        by_number = self._numbered((point, point_text(point)) for point in points)
        self._say(_("Write numbers on one line; an empty line skips this."))
        taken = self._some_of(by_number, {"q": []}, _("write numbers from the list, or nothing"))
        return [point for point in points if point in taken]

    def ask_what(self, point: Shortfall | None, present: str | None = None) -> str | None:
        """Show a point, if any, and read what will be done; an empty line, and a hyphen, returns `present`."""
        if point is not None:
            self._say("")
            self._say(visible(point.factor.text))
            for condition in point.conditions:
                self._say(_("Missing: {conditions}").format(conditions=visible(condition.text)))
        self._say(request())
        left = _("An empty line skips this.") if present is None else _("An empty line leaves it as it is.")
        line = self._agreed(f"{_('What will you do?')} {left}")
        return present if line in (None, NOTHING) else line

    def ask_owner(self, present: str | None = None) -> str | None:
        """Read the owner of an action; an empty line returns `present`, and a hyphen removes it."""
        line = self._agreed(f"{_('Who takes it up? An organisation or a role:')} {_skip_or_remove(present)}")
        return None if line == NOTHING else line or present

    def ask_due(self, today: date, present: date | None = None) -> date | None:
        """Read the due date of an action; an empty line returns `present`, and a hyphen removes it."""
        self._say(f"{_('By when? Day-month-year, such as 31-3-2027:')} {_skip_or_remove(present)}")
        while True:
            line = self._read("")
            if line in ("", NOTHING):
                return None if line else present
            hint = due_hint(line, today, present)
            if hint is None:
                return read_date(line)
            self._refuse(line, hint)

    def ask_agreement(self, choices: Sequence[Action | Also]) -> Action | Also | None:
        """Read the number of the action to change, or of another choice; None for an empty line or q."""
        return self._chosen(_("Which agreement will you change?"), agreement_names(choices))

    def ask_part(self, action: Action) -> Part | None:
        """Read the number of the part of an action to change; None for an empty line or q."""
        self._say("")
        self._say(action_text(action))
        return self._chosen(_("What of it will you change?"), part_names().items())

    def ask_new_status(self, action: Action) -> ActionStatus | None:
        """Read the number of the new status of an action; None, to leave it, for an empty line or q."""
        self._say(_("Now: {answer}").format(answer=status_names()[action.status]))
        return self._chosen(_("What became of it?"), status_names().items())

    def _chosen(self, question: str, named: Iterable[tuple[T, str]]) -> T | None:
        """Show pairs of a value and its text and return the value of the chosen one; None for an empty line or q."""
        self._say("")
        self._say(question)
        values = self._numbered(named)
        self._say(_("Write a number; an empty line leaves it as it is."))
        return self._one_or_none(values)

    def _agreed(self, question: str) -> str | None:
        """Read a text about an action and point out personal data in it; None if the line is empty."""
        self._say(question)
        line = self._text()
        for remark in remarks(line):
            self._say(remark)
        return line or None

    def ask_collaboration(self, default: str = "") -> str:
        """Read the name of the collaboration; an empty line takes `default`. Raises Stopped for q."""
        self._say(_("Which collaboration is this about?"))
        if default:
            self._say(_("An empty line takes over: {answer}").format(answer=visible(default)))
        self._say(_("Write its name; q stops."))
        while not (name := self._text(stops=True) or default):
            self._refuse(name, _("write the name of the collaboration"))
        return name

    def ask_perspective(
        self, perspectives: Sequence[Perspective], *, can_go_back: bool = False, present: str | None = None
    ) -> str | Literal[Command.BACK]:
        """Read the perspective, by number or id, and return its id; an empty line takes `present`, if given.

        It is BACK for b if `can_go_back`.
        """
        how, replies = [_("Write a number or an id.")], dict[str, str | Literal[Command.BACK]]()
        if can_go_back:
            how.append(_("b goes back to the name."))
            replies["b"] = Command.BACK
        self._say(_("Who is filling this in?"))
        names = {item.id: visible(item.name) for item in perspectives}
        replies |= {name: name for name in names}
        replies |= self._numbered((name, f"{shown} ({name})") for name, shown in names.items())
        if present is not None:
            self._say(_("An empty line takes over: {answer}").format(answer=names.get(present, visible(present))))
            replies[""] = present
        self._say(" ".join([*how, _("q stops.")]))
        chosen = self._one_of(replies, _("write a number or an id from the list"))
        if chosen is not Command.BACK:
            self._say_back(_("Filled in by: {name}").format(name=names.get(chosen, visible(chosen))))
        return chosen


def _skip_or_remove(present: object) -> str:
    if present is None:
        return _("An empty line skips this.")
    return _("An empty line leaves it as it is, a hyphen (-) takes it away.")

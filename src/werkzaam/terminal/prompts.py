"""Questions with single keys, arrows and Enter, in a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum, auto
from itertools import cycle

import questionary
from rich.console import Console, Group, RenderableType
from rich.text import Text

from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import Factor, Option, Perspective
from werkzaam.domain.questionnaire import Command, FactorQuestion
from werkzaam.domain.report import Shortfall
from werkzaam.errors import Interrupted
from werkzaam.language import _
from werkzaam.terminal.asides import conditions_text
from werkzaam.terminal.console import Signs
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.layout import bulleted, paged
from werkzaam.terminal.notes import request, tidy, too_long
from werkzaam.terminal.questions import fitting_view, left_out, place, question_block, short_answer
from werkzaam.terminal.single_prompts import ESCAPE, Prompter
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.agreements import action_text, status_names
from werkzaam.wording.factors import condition_text, meaning
from werkzaam.wording.figures import local_date, read_date

_BELOW_BLOCK = 4
"""Rows besides the choices that have to stay free below a question: keys, prompt, and air."""
_BELOW_HELP = 2
"""Rows besides the choices that have to stay free below a page of help: the prompt, and air."""


class _Extra(Enum):
    HELP = auto()
    CANCEL = auto()
    DONE = auto()


class PromptAsker:
    """Puts the questions of the questionnaire, one key each, and the few that come before them."""

    def __init__(self, console: Console, signs: Signs, interruptions: Interruptions, note_limit: int) -> None:
        self._console = console
        self._signs = signs
        self._prompter = Prompter(interruptions)
        self._note_limit = note_limit

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        """Show a factor and let a key or an arrow choose."""
        scale = question.factor.scale
        choices = {option.id: self._choice(option.key, option.name, option) for option in scale}
        keys: dict[str, object] = {option.key: option for option in scale if option.key}
        present = choices.get(question.preselected.option or "")
        if question.needs_choice:  # Enter would take the first answer, whoever gave that one
            present = choices[""] = self._choice("o", _("leave it open"), Command.SKIP)
        pages = self._put_factor(question, len(choices))
        commands = {
            "o": Command.SKIP,
            "t": Command.NOTE,
            "b": Command.BACK,
            "q": Command.STOP,
            "?": _Extra.HELP,
        }
        while True:
            message = _("{place} Is this in place?").format(place=place(question))
            reply = self._prompter.select(message, list(choices.values()), {**keys, **commands}, default=present)
            if reply is not _Extra.HELP:
                break
            self._console.print()
            self._console.print(next(pages))
        self._echo(question, reply)
        return reply if isinstance(reply, Command) else next(option for option in scale if option is reply)

    def _put_factor(self, question: FactorQuestion, choices: int) -> Iterator[RenderableType]:
        """Show as much of a factor as leaves room for some choices, and return the pages of its help."""
        rows = self._console.size.height - choices
        view = fitting_view(question, self._console, self._signs, rows - _BELOW_BLOCK)
        self._console.print()
        self._console.print(question_block(question, self._signs, view))
        self._say_keys(_("o leave"), _("t note"), _("b back"), _("q stop"), _("? help"))
        behind = paged(left_out(question, self._signs, view), self._console, rows - _BELOW_HELP)
        return cycle([*behind, self._meanings(question.factor)])

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        """Let conditions be marked as missing."""
        if question.proposal and question.proposal.missing:
            marked = conditions_text(question.factor, question.proposal)
            self._console.print(Text(_("Marked already: {conditions}").format(conditions=marked)))
        self._say_keys(_("Space marks"), _("Enter is done"), _("b back"), _("q stop"))
        factor = question.factor
        choices = [
            questionary.Choice(
                self._wrapped(condition_text(condition, factor, full=False), indent=5),
                value=condition.id,
                checked=condition.id in question.preselected.missing,
            )
            for condition in factor.conditions
        ]
        message = _("{place} What is missing?").format(place=place(question))
        keys = {"b": Command.BACK, ESCAPE: Command.BACK, "q": Command.STOP}
        reply = self._prompter.mark(message, choices, keys)
        if isinstance(reply, Command):
            return reply
        named = [condition.text for condition in factor.conditions if condition.id in reply]
        if named:
            self._console.print(Text(_("Missing:")))
            self._console.print(bulleted(map(visible, named), self._signs.lacking))
        return tuple(reply)

    def ask_note(self, question: FactorQuestion) -> str | None:
        """Let a note be typed; what looks like personal data can be changed or kept."""
        self._console.print(Text(request()))
        text = visible_lines(question.answer.note or "")
        keys = _("Enter is done"), _("Alt+Enter or Ctrl+O new line"), _("Esc cancels"), _("empty removes the note")
        while True:
            self._say_keys(*keys)
            typed = self._text(_("{place} Note:").format(place=place(question)), text, lines=True, cancel=True)
            if typed is None:
                return None
            text = tidy(visible_lines(typed))  # what is pasted can hold anything
            try:
                if self._keeps(text):
                    return text
            except Interrupted as interruption:
                raise Interrupted(text) from interruption

    def ask_which(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        """Show all factors with their answers; Enter alone goes on to the report."""
        self._console.print()
        self._console.print(Text(_("Every question is answered. Choose one to change, or go on to the report.")))
        done = questionary.Choice(_("Done: to the report"), value=_Extra.DONE)
        choices = [
            questionary.Choice(
                self._wrapped(
                    f"{question.number}. {visible(question.factor.text)} [{short_answer(question)}]", indent=3
                ),
                value=question,
            )
            for question in questions
        ]
        reply = self._prompter.select(_("What next?"), [done, *choices], {"q": _Extra.DONE}, default=done)
        return reply if isinstance(reply, FactorQuestion) else None

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
        """Show a point and let be typed what will be done."""
        self._console.print()
        self._console.print(Text(visible(point.factor.text), style="bold"))
        self._console.print(bulleted((visible(item.text) for item in point.conditions), self._signs.lacking))
        self._console.print(Text(request()))
        self._say_keys(_("Enter is done"), _("empty skips this"))
        return self._agreed(_("What will you do?"))

    def ask_owner(self) -> str | None:
        """Let be typed who takes it up."""
        return self._agreed(_("Who takes it up? An organisation or a role:"))

    def ask_due(self) -> date | None:
        """Let be typed by when it should be done."""

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

    def ask_choice(self, message: str, names: Mapping[str, str]) -> str:
        """Let one of some named things be chosen, by arrows or by its number."""
        return str(self._choose(message, names, {}))

    def tell(self, lines: str) -> None:
        """Say something that was not asked for."""
        self._console.print(Text(visible_lines(lines)))

    def _choose(self, message: str, names: Mapping[str, str], commands: Mapping[str, object]) -> object:
        keys = [str(number) if number <= 9 else None for number in range(1, len(names) + 1)]  # noqa: PLR2004
        choices = [self._choice(key, name, value) for key, (value, name) in zip(keys, names.items(), strict=True)]
        by_key = {key: value for key, value in zip(keys, names, strict=True) if key}
        return self._prompter.select(message, choices, {**by_key, **commands})

    def _agreed(self, message: str) -> str | None:
        """Let a line of an agreement be typed; None where it stays empty or is cancelled."""
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

    def _keeps(self, text: str) -> bool:
        """Point out what looks like personal data, and return whether the note stays as it is."""
        from werkzaam.wording.personal_data import remarks  # the check digits take long to load

        found = remarks(text)
        for remark in found:
            self._console.print(Text(visible(remark)))
        if not found:
            return True
        names = {"change": _("Change the note"), "keep": _("Keep it")}
        return self.ask_choice(_("Change it or keep it?"), names) == "keep"

    def _meanings(self, factor: Factor) -> RenderableType:
        """Return what the answers and the keys mean."""
        meanings = (f"{visible(option.name)}: {meaning(option)}" for option in factor.scale)
        keys = (
            _("o: leave the answer as it stands and go on"),
            _("t: write a note"),
            _("b: back to the question before this one"),
            _("q: stop; everything is saved, and you can go on later"),
            _("arrows and Enter: choose from the list"),
        )
        page = bulleted([*meanings, *keys], self._signs.bullet)
        if not factor.source:
            return page
        return Group(page, Text(_("In the source: {source}").format(source=visible(factor.source))))

    def _echo(self, question: FactorQuestion, reply: object) -> None:
        """Leave on the screen what was chosen: the prompt itself disappears."""
        if isinstance(reply, Option):
            self._console.print(Text(f"{place(question)} {visible(reply.name)}"))
        elif reply is Command.SKIP:
            self._console.print(Text(_("{place} left as it stands").format(place=place(question))))

    def _say_keys(self, *keys: str) -> None:
        """Print what the keys do, several to a line and none broken."""
        line = Text()
        for number, key in enumerate(keys):
            separator = self._signs.between if number else ""
            if line.cell_len + len(separator) + len(key) > self._console.width:
                self._console.print(line)
                line, separator = Text(), ""
            line.append(separator + key)
        self._console.print(line)

    def _choice(self, key: str | None, name: str, value: object) -> questionary.Choice:
        return questionary.Choice(f"{key or ' '}  {self._wrapped(visible(name), indent=6)}", value=value)

    def _wrapped(self, text: str, indent: int) -> str:
        """Wrap the text of a choice at words; what follows hangs below its first word, `indent` columns in."""
        lines = Text(text).wrap(self._console, max(self._console.width - indent - 1, 10))
        return ("\n" + " " * indent).join(line.plain.rstrip() for line in lines)

    def _text(self, message: str, default: str, *, lines: bool = False, cancel: bool = False) -> str | None:
        """Let a text be typed or changed, of several lines if need be; None: cancelled, where that can be."""
        keys: dict[str, object] = {ESCAPE: _Extra.CANCEL} if cancel else {}
        reply = self._prompter.text(message, default, self._length_problem, keys, lines=lines)
        return None if reply is _Extra.CANCEL else str(reply)

    def _length_problem(self, text: str) -> bool | str:
        return True if len(text) <= self._note_limit else too_long(text, self._note_limit)

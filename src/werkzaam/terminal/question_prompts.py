"""The questions of the questionnaire, each answered with a key."""

from collections.abc import Iterator
from enum import Enum, auto
from itertools import cycle

import questionary
from rich.console import Group, RenderableType
from rich.text import Text

from werkzaam.domain.evaluation import tidy
from werkzaam.domain.factor_set import Factor, Option
from werkzaam.domain.questionnaire import Command, FactorQuestion
from werkzaam.language import _
from werkzaam.terminal.layout import bulleted, paged
from werkzaam.terminal.prompt_screen import PromptScreen
from werkzaam.terminal.prompter import ESCAPE
from werkzaam.terminal.question_layout import fitting_view, left_out, position, question_block, short_answer
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.asides import conditions_text
from werkzaam.wording.factors import condition_text, meaning
from werkzaam.wording.notes import request

_BELOW_BLOCK = 4
"""Rows besides the choices that have to stay free below a question: keys, prompt, and air."""
_BELOW_HELP = 2
"""Rows besides the choices that have to stay free below a page of help: the prompt, and air."""


class _Extra(Enum):
    HELP = auto()
    DONE = auto()


class QuestionPrompts(PromptScreen):
    """Puts the factors of a questionnaire, and what follows from an answer."""

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
            message = _("{place} Is this in place?").format(place=position(question))
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
        message = _("{place} What is missing?").format(place=position(question))
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
        """Let a note be typed."""
        self._console.print(Text(request()))
        text = visible_lines(question.answer.note or "")
        keys = _("Enter is done"), _("Alt+Enter or Ctrl+O new line"), _("Esc cancels"), _("empty removes the note")
        self._say_keys(*keys)
        typed = self._text(_("{place} Note:").format(place=position(question)), text, lines=True, cancel=True)
        return None if typed is None else tidy(visible_lines(typed))  # what is pasted can hold anything

    def keeps_note(self, question: FactorQuestion, note: str) -> bool:  # noqa: ARG002 (it is asked anew with the note)
        """Point out what looks like personal data, which can be changed or kept."""
        return self._keeps(note)

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
            self._console.print(Text(f"{position(question)} {visible(reply.name)}"))
        elif reply is Command.SKIP:
            self._console.print(Text(_("{place} left as it stands").format(place=position(question))))

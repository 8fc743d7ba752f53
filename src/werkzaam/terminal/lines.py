"""Questions as lines of text: for pipes, for screen readers, for terminals that cannot move their cursor."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TextIO

from rich.console import Console
from rich.text import Text

from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import Factor, Option, Perspective
from werkzaam.domain.questionnaire import Command, FactorQuestion
from werkzaam.domain.report import Shortfall
from werkzaam.errors import EndOfInput, Interrupted, UserError
from werkzaam.language import _, ngettext
from werkzaam.terminal.asides import conditions_text, said_before
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.layout import bulleted
from werkzaam.terminal.notes import request, tidy, too_long
from werkzaam.terminal.questions import place, short_answer
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.agreements import action_text, status_names
from werkzaam.wording.factors import condition_text, meaning
from werkzaam.wording.figures import read_date

_COMMANDS = {"o": Command.SKIP, "b": Command.BACK, "q": Command.STOP}
_NOTHING = "-"
"""Removes a note, and names no condition where an empty line would name some."""
_SEPARATORS = re.compile(r"[,;\s]+")


class LineAsker:
    """Puts the questions of the questionnaire on one stream and reads a line each from another.

    At a terminal a line that is no answer is asked again; in a pipe it ends the program, since the lines after it
    would answer the wrong questions.
    """

    def __init__(self, console: Console, stdin: TextIO, interruptions: Interruptions, note_limit: int) -> None:
        self._console = console
        self._stdin = stdin
        self._interruptions = interruptions
        self._note_limit = note_limit
        self._line_number = 0
        self._note = ""
        self._explained = False

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        """Put a factor as lines and read an option's id or key, or a command."""
        self._put_factor(question)
        factor = question.factor
        while True:
            line = self._read(place(question))
            if not line:
                return self._heard(self._proposed(question) or Command.SKIP)
            if line == "?":
                self._explain(question)
                continue
            for option in factor.scale:
                if line.lower() in (option.id, (option.key or option.id).lower()):
                    return self._heard(option)
            if line.lower() in _COMMANDS:
                return self._heard(_COMMANDS[line.lower()])
            hint = self._take_note(line[2:]) if line[:2].lower() == "t " else self._answers_hint(factor)
            if hint is None:
                return Command.NOTE
            self._refuse(line, hint)

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        """Put the conditions as a numbered list and read numbers or ids."""
        proposed = question.proposal.missing if question.proposal else ()
        self._put_conditions(question, proposed)
        conditions = question.factor.conditions
        by_name = {condition.id: condition.id for condition in conditions}
        by_name |= {str(number): condition.id for number, condition in enumerate(conditions, 1)}
        while True:
            line = self._read(place(question))
            if line.lower() in ("b", "q"):
                return _COMMANDS[line.lower()]
            if proposed and line in ("", _NOTHING):
                return self._named(question, () if line else proposed)
            words = [word for word in _SEPARATORS.split(line) if word]
            unknown = [word for word in words if word not in by_name]
            if not unknown:
                return self._named(question, tuple(by_name[word] for word in words))
            self._refuse(unknown[0], _("write numbers or ids from the list, or b or q"))

    def ask_note(self, question: FactorQuestion) -> str | None:  # noqa: ARG002 (the line that asked for it holds it)
        """Return the note that came with the command."""
        from werkzaam.wording.personal_data import remarks  # the check digits take long to load

        for remark in remarks(self._note):
            self._say(remark)
            self._say(_("Write the note anew with t, or go on to keep it."))
        return self._note

    def ask_which(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        """Put all factors with their answers and read a number; an empty line goes on to the report."""
        self._say(_("Every question is answered."))
        for question in questions:
            self._say(f"{question.number}. {visible(question.factor.text)} [{short_answer(question)}]")
        self._say(_("Write a number to change that answer; an empty line goes on to the report."))
        by_number = {str(question.number): question for question in questions}
        while True:
            line = self._read("", required=False)
            if not line or line.lower() == "q":
                return None
            if line in by_number:
                return by_number[line]
            self._refuse(line, _("write a number from the list, or nothing"))

    def ask_status(self, action: Action, number: int, total: int) -> ActionStatus | Command:
        """Put an open action and read a status, by number."""
        self._say("")
        self._say(_("Agreed before ({number} of {total}):").format(number=number, total=total))
        self._say(action_text(action))
        self._say(_("What became of it?"))
        statuses = {str(index): status for index, status in enumerate(status_names(), 1)}
        for index, name in enumerate(status_names().values(), 1):
            self._say(f"{index}. {name}")
        self._say(_("Write a number; o leaves it as it is, q stops."))
        while True:
            line = self._read("")
            if line in statuses:
                self._say(_("Chosen: {answer}").format(answer=status_names()[statuses[line]]))
                return statuses[line]
            if not line or line.lower() in ("o", "q"):
                return _COMMANDS[line.lower() or "o"]
            self._refuse(line, _("write a number from the list, or o or q"))

    def ask_points(self, points: Sequence[Shortfall]) -> Sequence[Shortfall]:
        """Put the missing points as a numbered list and read numbers."""
        self._say("")
        self._say(_("Which of the missing points will you take up?"))
        for number, point in enumerate(points, 1):
            self._say(f"{number}. {visible(point.factor.text)}")
        self._say(_("Write numbers on one line; an empty line skips this."))
        by_number = {str(number): point for number, point in enumerate(points, 1)}
        while True:
            line = self._read("", required=False)
            words = [] if line.lower() == "q" else [word for word in _SEPARATORS.split(line) if word]
            unknown = [word for word in words if word not in by_number]
            if not unknown:
                return [point for number, point in by_number.items() if number in words]
            self._refuse(unknown[0], _("write numbers from the list, or nothing"))

    def ask_what(self, point: Shortfall) -> str | None:
        """Put a point and read what will be done."""
        self._say("")
        self._say(visible(point.factor.text))
        for condition in point.conditions:
            self._say(_("Missing: {conditions}").format(conditions=visible(condition.text)))
        self._say(request())
        return self._agreed(_("What will you do? An empty line skips this."))

    def ask_owner(self) -> str | None:
        """Read who takes it up."""
        return self._agreed(_("Who takes it up? An organisation or a role:"))

    def ask_due(self) -> date | None:
        """Read by when it should be done."""
        self._say(_("By when? As 1-3-2027:"))
        while True:
            line = self._read("", required=False)
            if not line or read_date(line):
                return read_date(line)
            self._refuse(line, _("write a date as 1-3-2027, or nothing"))

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

    def ask_choice(self, message: str, names: Mapping[str, str]) -> str:
        """Put some named things as a numbered list and read a number or an id."""
        self._say(message)
        by_name = {name: name for name in names}
        for number, (name, shown) in enumerate(names.items(), 1):
            written = f" ({name})" if name not in ("", str(number), shown) else ""
            self._say(f"{number}. {visible(shown)}{written}")
            by_name[str(number)] = name
        self._say(_("Write a number or an id."))
        while True:
            line = self._read("")
            if line in by_name:
                return by_name[line]
            self._refuse(line, _("write a number or an id from the list"))

    def tell(self, lines: str) -> None:
        """Say something that was not asked for."""
        for line in visible_lines(lines).split("\n"):
            self._say(line)

    def _agreed(self, question: str) -> str | None:
        """Read a line of an agreement; None where it stays empty."""
        from werkzaam.wording.personal_data import remarks  # the check digits take long to load

        self._say(question)
        line = tidy(visible(self._read("", required=False)))
        for remark in remarks(line):
            self._say(remark)
        return line or None

    def _put_factor(self, question: FactorQuestion) -> None:
        factor = question.factor
        self._say("")
        self._say(
            _("Question {number} of {total}, {category}").format(
                number=question.number, total=question.total, category=visible(question.category.name)
            )
        )
        self._say(visible(factor.text))
        if factor.preferred:
            self._say(_("This is a wish: it counts in no score."))
        self._put_whole_conditions(factor)
        for line in said_before(question):
            self._say(line)
        answers = ", ".join(f"{option.id} ({option.key})" if option.key else option.id for option in factor.scale)
        self._say(_("Answers: {answers}").format(answers=answers))
        if option := self._proposed(question):
            self._say(_("An empty line takes over: {answer}").format(answer=visible(option.name)))
        if not self._explained:
            self._explained = True
            self._say(_("Also: o leave, b back, q stop, question mark (?) help, t with a text writes a note."))

    def _put_whole_conditions(self, factor: Factor) -> None:
        count = len(factor.conditions)
        if not count:
            return
        self._say(ngettext("{count} condition:", "{count} conditions:", count).format(count=count))
        conditions = (condition_text(condition, factor, full=True) for condition in factor.conditions)
        self._console.print(bulleted(conditions, "", indent=0))

    def _put_conditions(self, question: FactorQuestion, proposed: Sequence[str]) -> None:
        factor = question.factor
        self._say(_("Which conditions are missing?"))
        for number, condition in enumerate(factor.conditions, 1):
            self._say(f"{number}. {condition_text(condition, factor, full=False)} ({condition.id})")
        if proposed:
            named = conditions_text(factor, question.preselected)
            self._say(_("An empty line takes over: {answer}").format(answer=named))
            self._say(_("Write numbers or ids on one line; a hyphen (-) names none, b goes back, q stops."))
        else:
            self._say(_("Write numbers or ids on one line; an empty line names none, b goes back, q stops."))

    def _heard(self, reply: Option | Command) -> Option | Command:
        """Say in full what was taken from a line, before it is kept."""
        if isinstance(reply, Option):
            self._say(_("Chosen: {answer}").format(answer=visible(reply.name)))
        elif reply is Command.SKIP:
            self._say(_("Left as it stands."))
        return reply

    def _named(self, question: FactorQuestion, missing: tuple[str, ...]) -> tuple[str, ...]:
        """Say likewise which conditions were named."""
        named = conditions_text(question.factor, replace(question.answer, missing=missing))
        self._say(_("Missing: {conditions}").format(conditions=named) if named else _("No condition is named."))
        return missing

    @staticmethod
    def _proposed(question: FactorQuestion) -> Option | None:
        """Return the answer that an empty line takes; None: it leaves the answer as it stands."""
        proposed = question.proposal.option if question.proposal else None
        return question.factor.option(proposed) if proposed else None

    def _explain(self, question: FactorQuestion) -> None:
        for option in question.factor.scale:
            self._say(f"{option.id}: {visible(option.name)}, {meaning(option)}")
        if self._proposed(question):
            self._say(_("o: leave the answer as it stands and go on"))
        else:
            self._say(_("o: leave the answer as it stands and go on; so does an empty line"))
        self._say(_("b: back to the question before this one"))
        self._say(_("q: stop; everything is saved, and you can go on later"))
        self._say(_("t TEXT: write a note; t and a hyphen (t -) removes it. {request}").format(request=request()))

    def _take_note(self, text: str) -> str | None:
        """Keep a note until it is asked for; where that cannot be, return what to write instead."""
        note = tidy(visible_lines(text))
        if len(note) > self._note_limit:
            return too_long(note, self._note_limit)
        self._note = "" if note == _NOTHING else note
        return None

    def _answers_hint(self, factor: Factor) -> str:
        ids = ", ".join(option.id for option in factor.scale)
        return _("write one of {ids}, or o, b, q, a question mark, or t with a note").format(ids=ids)

    def _read(self, prompt: str, *, required: bool = True) -> str:
        """Read a line; Interrupted where a terminal ends it, EndOfInput where a pipe does and a line is required."""
        line = None
        asked = prompt or _("Answer")
        while line is None:
            self._console.print(Text(f"{asked}: "), end="", soft_wrap=True)
            line = self._next_line()
        self._line_number += 1
        if not self._stdin.isatty():
            self._say("")
        if line:
            return line.strip()
        if self._stdin.isatty():
            raise Interrupted
        if required:
            raise EndOfInput
        return ""

    def _next_line(self) -> str | None:
        """Return the next line; None where it is no text and somebody at a terminal can type it again."""
        with self._interruptions.delivered():
            try:
                line = self._stdin.readline()
                line.encode()  # undecodable bytes come as lone surrogates
            except UnicodeError as error:
                problem = UserError(_("<stdin>: this is not UTF-8."))
                if not self._stdin.isatty():
                    raise problem from error
                self._say(str(problem))
                return None
        return line

    def _refuse(self, line: str, hint: str) -> None:
        if not self._stdin.isatty():
            message = _("<stdin>:{number}: “{line}” is no answer here: {hint}.")
            raise UserError(message.format(number=self._line_number, line=line, hint=hint))
        self._say(_("“{line}” is no answer here: {hint}.").format(line=visible(line), hint=hint))

    def _say(self, text: str) -> None:
        self._console.print(Text(text))

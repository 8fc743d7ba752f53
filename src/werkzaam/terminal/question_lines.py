"""The questions of the questionnaire as lines of text."""

import re
from collections.abc import Collection, Sequence

from werkzaam.domain.evaluation import tidy
from werkzaam.domain.factor_set import Factor, Option
from werkzaam.domain.questions import Command, FactorQuestion, Note, Other
from werkzaam.language import _, ngettext
from werkzaam.terminal.layout import bulleted
from werkzaam.terminal.line_reader import BLANK, NOTHING, Lines, stop_at
from werkzaam.terminal.question_layout import guidance, listed_text, other_names, position
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.asides import conditions_text, said_before
from werkzaam.wording.factors import condition_text, meaning, option_text, place_in_source, question_text
from werkzaam.wording.notes import length_problem, remarks, request

_COMMANDS = {"o": Command.SKIP, "b": Command.BACK}
_WITH_NOTE = re.compile(f"t[{BLANK}]", re.IGNORECASE)


class QuestionLines(Lines):
    """Asks the factors of a questionnaire, missing conditions and notes, in lines of text."""

    _note = ""
    """The note of the last line with the command t."""
    _explained = False
    """Whether it was said which lines are commands."""
    _guidance: Sequence[str] = ()
    """The help of category and factor that was said of the last question."""

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        """Show a factor and read an option, by id or key, or a command; SKIP for an empty line."""
        self._put_factor(question)
        replies: dict[str, Option | Command] = {**_COMMANDS}
        for option in question.factor.scale:
            replies |= {option.id: option, (option.key or option.id).lower(): option}
        while True:
            line = self._read(position(question))
            if not line:
                return self._heard(Command.SKIP)
            if line.lower() in replies:
                return self._heard(replies[line.lower()])
            stop_at(line)
            if line == "?":
                self._explain(question)
                continue
            hint = self._take_note(line[2:]) if _WITH_NOTE.match(line) else self._answers_hint(question.factor)
            if hint is None:
                return Command.NOTE
            self._refuse(line, hint, replies)

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        """Show the conditions as a numbered list; return the ids of those read as missing, or BACK."""
        by_number = self._put_conditions(question)
        known = {condition.id: condition.id for condition in question.factor.conditions} | by_number
        hint = _("write numbers or ids from the list, or b or q")
        reply = self._some_of(known, {"b": Command.BACK}, hint, position(question))
        return reply if isinstance(reply, Command) else self._named(question, tuple(reply))

    def ask_note(self, question: FactorQuestion, before: FactorQuestion | None) -> Note | None:  # noqa: ARG002 (a line is about the question above it)
        """Return the note that was typed on the line with the command t."""
        return Note(question, self._note)

    def keeps_note(self, note: Note) -> bool:
        """Point out personal data in a note that was saved; return True, since only another t replaces the note."""
        for remark in remarks(note.text):
            self._say(remark)
            self._say(_("Write the note anew with t, or go on to keep it."))
        return True

    def show(self, question: FactorQuestion) -> None:
        """Do nothing: the answer was confirmed when it was read."""

    def ask_open(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        """Show the open factors and read the number of one to go back to; None to go on."""
        self._say(_("Still open:"))
        numbered = self._list(questions)
        self._say(_("Write a number to go back to that question; an empty line goes on, q stops."))
        return self._one_of({"": None, **numbered}, _("write a number from the list, or nothing"))

    def ask_which(
        self, questions: tuple[FactorQuestion, ...], others: Collection[Other]
    ) -> FactorQuestion | Other | None:
        """Show all factors with their answers, and `others`; read the number of one to change, None for none."""
        self._say(_("Every question is answered."))
        numbered: dict[str, FactorQuestion | Other] = {**self._list(questions)}
        numbered |= self._numbered(((other, other_names()[other]) for other in others), len(questions) + 1)
        self._say(_("Write a number to change that; an empty line goes on to the report."))
        return self._one_or_none(numbered)

    def _list(self, questions: tuple[FactorQuestion, ...]) -> dict[str, FactorQuestion]:
        """Show factors with their numbers and answers; return them by number."""
        for question in questions:
            self._say(f"{question.number}. {listed_text(question)}")
        return {str(question.number): question for question in questions}

    def _put_factor(self, question: FactorQuestion) -> None:
        factor, category = question.factor, visible(question.category.name)
        message = _("Question {number} of {total}, {category}")
        self._say("")
        self._say(message.format(number=question.number, total=question.total, category=category))
        self._say(visible(factor.text))
        if factor.preferred:
            self._say(_("This is good to have: it counts in no score."))
        for text in guidance(question):
            if text not in self._guidance:
                self._say(text)
        self._guidance = guidance(question)
        self._put_whole_conditions(factor)
        for line in said_before(question):
            self._say(line)
        self._say(question_text(question.asked))
        self._put_answers(question)
        if not self._explained:
            self._explained = True
            self._say(_("Also: o leave, b back, q stop, question mark (?) help, t with a text writes a note."))

    def _put_answers(self, question: FactorQuestion) -> None:
        scale, proposal = question.factor.scale, question.proposal
        self._say(_("Answers: {answers}").format(answers="; ".join(map(_offered, scale))))
        if proposal and proposal.option:
            answer = visible(question.factor.option(proposal.option).name)
            message = _("To take over what partners answered ({answer}), write {option}.")
            self._say(message.format(answer=answer, option=proposal.option))

    def _put_whole_conditions(self, factor: Factor) -> None:
        count = len(factor.conditions)
        if not count:
            return
        self._say(ngettext("{count} condition:", "{count} conditions:", count).format(count=count))
        conditions = (condition_text(condition, factor, full=True) for condition in factor.conditions)
        self._print(bulleted(conditions, "", indent=0))

    def _put_conditions(self, question: FactorQuestion) -> dict[str, str]:
        """Show the conditions of a factor as a numbered list; return their ids by number."""
        factor, proposal = question.factor, question.proposal
        self._say(_("Which conditions are missing?"))
        ids = self._numbered(
            (item.id, f"{condition_text(item, factor, full=False)} ({item.id})") for item in factor.conditions
        )
        self._say(_("Write numbers or ids on one line; an empty line names none, b goes back, q stops."))
        if proposal and proposal.named:
            numbers = " ".join(number for number, item_id in ids.items() if item_id in proposal.named)
            message = _("To take over what partners named ({conditions}), write {numbers}.")
            self._say(message.format(conditions=conditions_text(factor, proposal), numbers=numbers))
        return ids

    def _heard(self, reply: Option | Command) -> Option | Command:
        """Confirm in full how a line was understood, before the answer is saved, and return the answer."""
        if isinstance(reply, Option):
            self._say_back(_("Chosen: {answer}").format(answer=visible(reply.name)))
        elif reply is Command.SKIP:
            self._say_back(_("Left as it stands."))
        return reply

    def _named(self, question: FactorQuestion, missing: tuple[str, ...]) -> tuple[str, ...]:
        """Confirm which conditions were read as missing, and return them."""
        named = conditions_text(question.factor, question.answer._replace(missing=missing))
        self._say_back(_("Missing: {conditions}").format(conditions=named) if named else _("No condition is named."))
        return missing

    def _explain(self, question: FactorQuestion) -> None:
        for text in guidance(question):
            self._say(text)
        for option in question.factor.scale:
            said = meaning(option, question.display, has_conditions=bool(question.factor.conditions))
            self._say(f"{option.id}: {visible(option.name)}, {said}")
        self._say(_("o: leave the answer as it stands and go on; so does an empty line"))
        self._say(_("b: back to the question before this one"))
        self._say(_("q: stop; everything is saved, and you can go on later"))
        self._say(_("t TEXT: write a note; t and a hyphen (t -) removes it. {request}").format(request=request()))
        for text in place_in_source(question.factor):
            self._say(text)

    def _take_note(self, text: str) -> str | None:
        """Keep a note for `ask_note` and return None; return an error message if the note is too long."""
        note = tidy(visible_lines(text))
        self._note = "" if note == NOTHING else note
        return length_problem(note)

    def _answers_hint(self, factor: Factor) -> str:
        ids = ", ".join(option.id for option in factor.scale)
        return _("write one of {ids}, or o, b, q, a question mark, or t with a note").format(ids=ids)


def _offered(option: Option) -> str:
    """Return what can be typed for an option, with its name, unless the id says the same, and its help."""
    typed = f"{option.id} ({option.key})" if option.key else option.id
    if visible(option.name).lower() != option.id.replace("-", " "):
        return f"{typed}: {option_text(option)}"
    return f"{typed}, {visible(option.help)}" if option.help else typed

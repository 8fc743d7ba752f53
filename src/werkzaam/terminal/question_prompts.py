"""The questions of the questionnaire, each answered with a key."""

from collections.abc import Collection, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from werkzaam.domain.evaluation import tidy
from werkzaam.domain.factor_set import Option
from werkzaam.domain.questions import Command, FactorQuestion, Note, Other
from werkzaam.language import _, ngettext
from werkzaam.terminal.choice_list import Choice
from werkzaam.terminal.layout import bulleted, paged
from werkzaam.terminal.prompt_keys import ESCAPE
from werkzaam.terminal.prompt_layout import Page
from werkzaam.terminal.prompt_screen import PromptScreen
from werkzaam.terminal.question_layout import (
    VIEWS,
    View,
    answer_parts,
    conditions_blocks,
    fitting_view,
    heading,
    left_out,
    listed_text,
    other_names,
    place_line,
    position,
    question_block,
)
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.factors import answer_name, condition_text, meaning, option_text, place_in_source, question_text
from werkzaam.wording.notes import length_problem, request

_ROWS_OF_HELP = 4
"""Fewest rows for a page of help below the factor; with fewer, the factor stands on the first page itself."""


class QuestionPrompts(PromptScreen):
    """Asks the factors of a questionnaire, missing conditions and notes, with interactive prompts."""

    def ask_factor(self, question: FactorQuestion) -> Option | Command:
        """Let an option be chosen by key or arrow; return it or a command. Enter alone takes a preselected option."""
        shown, count = 0, 2  # the question itself, then the pages of its help, of which there is one at least
        view = VIEWS[0]

        def turn_over() -> None:
            nonlocal shown
            shown = (shown + 1) % count
            page.hint = ""
            page.keys = (*keys, _("? goes on") if shown else _("? help"))

        def above(rows: int, most: int) -> RenderableType:
            nonlocal shown, count, view
            if not shown:  # above the help there may be more room, for the list is briefer there
                view = fitting_view(question, self._console, self._signs, rows)
                return question_block(question, self._signs, view)
            pages = [*self._help(question, view, most)]
            shown, count = min(shown, len(pages)), 1 + len(pages)
            return pages[shown - 1]

        asked = f"{position(question)} {question_text(question.asked)}"
        keys = (_("o skip"), _("t note"), _("b back"), _("q stop"))
        page = Page(asked, above, (*keys, _("? help")))
        choices = [
            Choice(option_text(option), option, option.key, brief=option.name) for option in question.factor.scale
        ]
        commands = {"o": Command.SKIP, "t": Command.NOTE, "b": Command.BACK}
        chosen = next((option for option in question.factor.scale if option.id == question.preselected.option), None)
        return self._select(page, choices, commands, chosen=chosen, shows={"?": turn_over})

    def _help(self, question: FactorQuestion, view: View, rows: int) -> Iterator[RenderableType]:
        """Yield the pages of help: what `view` leaves out, then what the options and the keys mean."""
        top = heading(question, self._signs)
        behind = [*left_out(question, self._signs, view), *self._meanings(question)]
        if rows - len(self._console.render_lines(top)) < _ROWS_OF_HELP:
            top = place_line(question, self._signs)
            behind.insert(0, Text(visible(question.factor.text)))
        for page in paged(behind, self._console, max(rows - len(self._console.render_lines(top)), 1)):
            yield Group(top, page)

    def ask_conditions(self, question: FactorQuestion) -> tuple[str, ...] | Command:
        """Let conditions be marked as missing; return their ids, or BACK."""
        factor = question.factor

        def said(count: int) -> str:
            if count == 0:
                return _("None marked: then nothing is named as missing.")
            if count == len(factor.conditions):
                return _("All marked: the answer stays {answer}.").format(answer=answer_name(factor, question.answer))
            return ""

        page = Page(
            _("{place} What is missing?").format(place=position(question)),
            self._above(*conditions_blocks(question, self._signs)),
            (_("Space marks"), _("Enter is done"), _("b back"), _("q stop")),
        )
        choices = [Choice(condition_text(item, factor, full=False), item.id) for item in factor.conditions]
        keys = {"b": Command.BACK, ESCAPE: Command.BACK}
        reply = self._mark(page, choices, keys, marked=question.preselected.named, said=said)
        return reply if isinstance(reply, Command) else tuple(reply)

    def show(self, question: FactorQuestion) -> None:
        """Show the present answer to a factor as a line above the next question."""
        line = f"{position(question)} {self._signs.between.join(answer_parts(question))}"
        self._answered.put(question.factor.id, line)

    def ask_note(self, question: FactorQuestion, before: FactorQuestion | None) -> Note | None:
        """Let a note be typed; Tab switches between this factor and the one answered before. None if it is closed.

        The text of a closed note is a draft, which is there again when a note on that factor is typed.
        """
        about = question
        start = self._drafts.pop(_draft_of(question), _note_of(question))
        page = Page(_asked_for(question), self._above(Text(request())), self._note_keys(before))

        def there() -> str:
            return self._drafts.get(_draft_of(about), _note_of(about))

        def switch(text: str) -> str:
            nonlocal about
            typed = text.removeprefix(there()).strip("\n")
            about = before if before is not None and about is question else question
            page.message = _asked_for(about)
            return "\n".join(filter(None, (there(), typed)))

        typed = self._text(page, start, length_problem, lines=True, closes=True, switch=switch if before else None)
        self._drafts.pop(_draft_of(about), None)  # it was part of the text
        text = tidy(visible_lines(typed.text))  # a pasted text can hold anything
        if typed.closed:
            if text != _note_of(about):
                self._drafts[_draft_of(about)] = text
            return None
        if typed.interrupted and (problem := length_problem(text)):
            self.tell(problem)
        if typed.interrupted and not text:
            text = about.answer.note or ""
        return Note(about, text, typed.interrupted)

    def keeps_note(self, note: Note) -> bool:
        """Show what in a note looks like personal data; return whether the user keeps the note as it is."""
        return self._keeps(note.text)

    def ask_open(self, questions: tuple[FactorQuestion, ...]) -> FactorQuestion | None:
        """Let one of the open factors be chosen to go back to; None to go on."""
        message = ngettext(
            "{count} question is still open. Go back to it, or go on?",
            "{count} questions are still open. Go back to one, or go on?",
            len(questions),
        ).format(count=len(questions))
        page = Page(message, keys=(_("arrows and Enter: choose"), _("q stop")))
        return self._select(page, [Choice(_("Go on"), None), *self._listed(questions)], {})

    def ask_which(
        self, questions: tuple[FactorQuestion, ...], others: Collection[Other]
    ) -> FactorQuestion | Other | None:
        """Let a factor, or one of `others`, be chosen to change; None, as for Enter alone, to go on to the report."""
        keys = (_("arrows and Enter: choose"), _("q stop"))
        page = Page(_("Every question is answered. What next?"), keys=keys)
        names = other_names()
        first = [Choice(_("Done: to the report"), None), *(Choice(names[other], other) for other in others)]
        return self._select(page, [*first, *self._listed(questions)], {"q": None})

    def _listed(self, questions: tuple[FactorQuestion, ...]) -> list[Choice[FactorQuestion]]:
        return [Choice(listed_text(item), item, lead=f"{item.number}. ") for item in questions]

    def _note_keys(self, before: FactorQuestion | None) -> tuple[str, ...]:
        other = (_("Tab: on the question before, and back"),) if before else ()
        return (
            _("Enter is done"),
            _("Alt+Enter or Ctrl+O new line"),
            *other,
            _("Esc closes"),
            _("empty removes the note"),
        )

    def _meanings(self, question: FactorQuestion) -> list[RenderableType]:
        """Return what the options and the keys mean, and where the factor stands in its source."""
        keys = (
            _("o: leave the answer as it stands and go on"),
            _("t: write a note"),
            _("b: back to the question before this one"),
            _("q: stop; everything is saved, and you can go on later"),
            _("arrows and Enter: choose from the list"),
        )
        parts: list[RenderableType] = []
        for option in question.factor.scale:
            said = meaning(option, question.display, has_conditions=bool(question.factor.conditions))
            parts.append(bulleted([f"{option_text(option)}: {said}"], self._signs.bullet))
        parts += [bulleted([key], self._signs.bullet) for key in keys]
        return [*parts, *map(Text, place_in_source(question.factor))]


def _asked_for(question: FactorQuestion) -> str:
    return _("{place} Note on: {factor}").format(place=position(question), factor=visible(question.factor.text))


def _draft_of(question: FactorQuestion) -> tuple[str, object]:
    return _asked_for(question), question.factor.id


def _note_of(question: FactorQuestion) -> str:
    return visible_lines(question.answer.note or "")

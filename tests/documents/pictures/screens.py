"""The pictures of a terminal: which call, which keys, and which part of the screen tells most."""

import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

from pyte.screens import Char

from tests.documents.desk import LEFT_OUT
from tests.documents.pictures.drawing import svg
from tests.documents.refreshing import EXAMPLES
from tests.sessions.terminal import DOWN, SPACE, Terminal
from werkzaam.language import _, activate

_ASKED_OF = "2/19"
"""The factor at which a picture is taken of what is missing."""
_LAST_OPTION = "[va]  N"
"""The last row of a question, in both languages."""
_PROMPT = "\x1b[?2004h"
"""What a prompt begins with: keys that are pressed before it is there answer nothing."""
_ROWS = 130
"""As many as the longest report has, so that its top stays on the screen."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a question is there as a whole: it is drawn from top to bottom, then the cursor goes back to its prompt."""

    prompt: str
    """In English where it is the program's own; so is what stands below."""
    below: str
    """What stands in the last row that is drawn, as a regular expression."""

    def has_come(self, terminal: Terminal) -> bool:
        """Whether the screen shows it now, in the language that is spoken."""
        prompt, below = _(self.prompt).format(place=_ASKED_OF), _(self.below)
        asked = max((index for index, line in enumerate(terminal.screen) if prompt in line), default=None)
        if asked is None or terminal.shows_cursor:
            return False
        return any(re.search(below, line) for line in terminal.screen[asked + 1 :])


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a terminal."""

    name: str
    title: str
    described: str
    """What a person sees in it; what stands in “quotes” can be read there."""
    command: str
    """What stands above the rows; `…` for what had no room there."""
    more: tuple[str, ...] = ()
    """Arguments that make any day the same, and that answer what is asked before."""
    keys: tuple[tuple[Moment, str], ...] = ()
    at: Moment | None = None
    """When the picture is taken; None: when the program has ended."""
    first: str = ""
    """How the first row begins, the last such on the screen; empty: the first of all."""
    behind: str = ""
    """How the row begins that no longer belongs to it, the last such; empty: what is left is empty."""
    language: str = "nl"

    def drawn(self, folder: Path) -> str:
        """Return the picture, of a run in a new folder inside this one."""
        activate(self.language)
        place = _examples(folder, self.language)
        given = [word for word in shlex.split(self.command)[1:] if word != LEFT_OUT]
        with Terminal(*given, *self.more, folder=place, rows=_ROWS) as terminal:
            rows = self._rows(terminal)
        return svg(rows, language=self.language, caption=self.command, title=self.title, described=self.described)

    def _rows(self, terminal: Terminal) -> list[list[Char]]:
        for number, (moment, keys) in enumerate(self.keys):
            terminal.wait_until(lambda number=number: terminal.output.count(_PROMPT) > number, "prompt")  # type: ignore[misc]
            _wait(terminal, moment)
            terminal.press(keys)
        if self.at is None:
            assert terminal.finish() == 0, terminal.output
        else:
            _wait(terminal, self.at)
            terminal.settle()  # what stood below may still be taken away
        screen = terminal.screen
        filled = max(number for number, line in enumerate(screen) if line) + 1
        first = _last(screen, self.first) if self.first else 0
        return terminal.cells[first : _last(screen, self.behind) if self.behind else filled]


def _wait(terminal: Terminal, moment: Moment) -> None:
    terminal.wait_until(lambda: moment.has_come(terminal), f"{moment.prompt!r} above {moment.below!r}")


def _last(lines: list[str], beginning: str) -> int:
    return max(number for number, line in enumerate(lines) if line.startswith(beginning))


def _examples(folder: Path, language: str) -> Path:
    """Return a copy of the examples; what people wrote in them is in English too where the program speaks it."""
    place = Path(shutil.copytree(EXAMPLES, folder / "examples"))
    if language == "en":
        file = place / "werkzaam-2026-samen.yaml"
        text = file.read_text(encoding="utf-8")
        for dutch, english in _IN_ENGLISH.items():
            assert dutch in text
            text = text.replace(dutch, english)
        file.write_text(text, encoding="utf-8")
    return place


_IN_ENGLISH = {
    "Lyceum Oost en Stichting Straatwerk": "Lyceum Oost and Stichting Straatwerk",
    "Besproken met het hele team.": "Discussed with the whole team.",
    "Op papier de zorgcoördinator, maar de conciërge vangt het nog op.": "For now the caretaker deals with it.",
    "We hebben er nu een middag voor gepland.": "We have planned an afternoon for it.",
    "De school zoekt een vaste plek voor het jongerenwerk.": "The school looks for a room for the youth workers.",
    "Een jongerenwerker is ook op donderdag in de pauze op school.": "A youth worker is at school on Thursdays too.",
    "owner: jongerenwerk": "owner: youth work",
}

_LAST_YEAR = (
    "--perspective", "samen", "--date", "2027-11-22", "--collaboration",
)  # fmt: skip
_AGREEMENTS = 2


def _to_the_second(yes: str) -> tuple[tuple[Moment, str], ...]:
    """Return what leads to the second question: the first is answered with yes."""
    return *[(Moment("What became of it?", "Dropped"), "2")] * _AGREEMENTS, (Moment("1/19", _LAST_OPTION), yes)


_SECOND = Moment(_ASKED_OF, _LAST_OPTION)
_MISSING = "{place} What is missing?"
_PARTNERS = (
    "--perspective", "samen", "--date", "2026-11-23",
    "--beside", "werkzaam-2026-onderwijs.yaml", "--beside", "werkzaam-2026-gemeente.yaml",
)  # fmt: skip

SHOTS = (
    Shot(
        name="vraag",
        title="Een vraag, met het antwoord van vorig jaar erbij",
        described=(
            "Een terminal met vraag “2/19” uit de categorie “Jongerenwerk”: “Jongerenwerkers zijn genoeg aanwezig op "
            "school”. Daaronder de drie voorwaarden, het antwoord van vorig jaar (“Deels”, met wat er ontbrak), de "
            "afspraak van toen, en de antwoorden om uit te kiezen: “j Ja”, “d Deels”, “n Nee”, “w Weet niet” en "
            "“v Niet van toepassing”."
        ),
        command="werkzaam check --previous werkzaam-2026-samen.yaml",
        more=(*_LAST_YEAR, "Lyceum Oost en Stichting Straatwerk"),
        keys=_to_the_second("j"),
        at=_SECOND,
        first="2/19 · ",
    ),
    Shot(
        name="voorwaarden",
        title="Na “deels”: aankruisen wat er ontbreekt",
        described=(
            "Een terminal met die vraag, “2/19”, na het antwoord deels. Eronder staat wat er vorig jaar is gezegd. "
            "Onder “Wat ontbreekt er?” staan de drie voorwaarden; aangekruist is “[x] Jongerenwerkers die goed "
            "zichtbaar zijn op school”. De regel eronder zegt: “spatie kruist aan · Enter is klaar”."
        ),
        command="werkzaam check --previous werkzaam-2026-samen.yaml",
        more=(*_LAST_YEAR, "Lyceum Oost en Stichting Straatwerk"),
        keys=(*_to_the_second("j"), (_SECOND, "d"), (Moment(_MISSING, "goed benaderbaar"), DOWN + SPACE)),
        at=Moment(_MISSING, r"» \[x\] Jongerenwerkers die goed zichtbaar"),
        first="2/19 · ",
    ),
    Shot(
        name="verslag",
        title="Het begin van het verslag",
        described=(
            "Een terminal met het verslag van “Lyceum Oost en Stichting Straatwerk”. Per categorie de score met een "
            "balk in kleur, tussen haakjes hoeveel factoren meetellen, hoeveel voorwaarden op orde zijn, en hoe vaak "
            "elk antwoord is gegeven; “Alle factoren samen” heeft “78 %”. Daaronder begint “Wat staat goed?”."
        ),
        command="werkzaam report werkzaam-2026-samen.yaml",
        behind="Wat pakken we op?",
    ),
    Shot(
        name="naast-elkaar",
        title="Samen invullen, met de antwoorden van de partners erbij",
        described=(
            "Een terminal met vraag “5/19”: “De school heeft één vast aanspreekpunt voor jongerenwerkers en hun "
            "organisatie.” Onder de voorwaarden staat wat elke partner eerder antwoordde: “Het jongerenwerk: Nee” "
            "en “De school: Ja”, beide met een notitie, en “De gemeente: Weet niet”. Ze verschillen, dus is er nog "
            "niets gekozen."
        ),
        command="werkzaam check gesprek.yaml --beside werkzaam-2026-jongerenwerk.yaml …",
        more=_PARTNERS,
        keys=tuple((Moment(f"{number}/19", _LAST_OPTION), "o") for number in range(1, 5)),
        at=Moment("5/19", _LAST_OPTION),
        first="5/19 · ",
    ),
    Shot(
        name="question",
        title="A question, with last year's answer beside it",
        described=(
            "A terminal with question “2/19” of the category “Youth work”: “Youth workers are sufficiently present in "
            "school”. Below it its three conditions, last year's answer (“Partly”, with what was missing), what was "
            "agreed then, and the answers to choose from: “y Yes”, “p Partly”, “n No”, “d Don't know” and "
            "“a Not applicable”."
        ),
        command="werkzaam check --previous werkzaam-2026-samen.yaml --lang en",
        more=(*_LAST_YEAR, "Lyceum Oost and Stichting Straatwerk"),
        keys=_to_the_second("y"),
        at=_SECOND,
        first="2/19 · ",
        language="en",
    ),
    Shot(
        name="report",
        title="The top of the report",
        described=(
            "A terminal with the report of “Lyceum Oost and Stichting Straatwerk”. For every category the score with a "
            "coloured bar, in brackets how many factors are behind it, how many conditions are in place, and how often "
            "each answer was given; “All factors together” has “78 %”. Below it “What is in place?” begins."
        ),
        command="werkzaam report werkzaam-2026-samen.yaml --lang en",
        behind="What do we take up?",
        language="en",
    ),
)

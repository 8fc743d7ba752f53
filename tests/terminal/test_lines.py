"""Plain mode: what is written on one stream for every line on another."""

import io
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

import pytest

from tests import examples
from tests.domain.building import partly
from tests.terminal.drawing import console, trimmed
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.domain.questionnaire import Command, Ending, FactorQuestion, Questionnaire
from werkzaam.errors import EndOfInput, Interrupted, UserError
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.lines import LineAsker

T = TypeVar("T")

NOTE_LIMIT = 40


class Terminal(io.StringIO):
    """Lines that somebody types; of what a terminal echoes, only the ends of the lines are shown."""

    def __init__(self, lines: str, screen: io.StringIO) -> None:
        super().__init__(lines)
        self._screen = screen

    def isatty(self) -> bool:
        return True

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        line = super().readline(size)
        self._screen.write("\n" if line else "")
        return line


def asked(lines: str, ask: Callable[[LineAsker], T], *, typed: bool = False) -> tuple[T, str]:
    """Return what an asker makes of some lines, and what it writes."""
    on, stream = console()
    stdin = Terminal(lines, stream) if typed else io.StringIO(lines)
    reply = ask(LineAsker(on, stdin, Interruptions(), NOTE_LIMIT))
    return reply, trimmed(stream.getvalue())


def question(factor_set: FactorSet, factor_id: str, answer: Answer = OPEN) -> FactorQuestion:
    factor = factor_set.factor_by_id[factor_id]
    number = factor_set.factors.index(factor) + 1
    return FactorQuestion(number, len(factor_set.factors), factor_set.category_of[factor_id], factor, answer)


def said(reply: Option | Command) -> str:
    return reply.id if isinstance(reply, Option) else reply.name


# --- a factor ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("ja", "ja"),
        ("JA", "ja"),
        ("  ja  ", "ja"),
        ("j", "ja"),
        ("J", "ja"),
        ("deels", "deels"),
        ("d", "deels"),
        ("nee", "nee"),
        ("w", "weet-niet"),
        ("weet-niet", "weet-niet"),
        ("v", "nvt"),
        ("o", "SKIP"),
        ("O", "SKIP"),
        ("b", "BACK"),
        ("B", "BACK"),
        ("q", "STOP"),
        ("Q", "STOP"),
        ("", "SKIP"),
        ("t Om beurten.", "NOTE"),
        ("T Om beurten.", "NOTE"),
        ("t -", "NOTE"),
    ],
)
@pytest.mark.parametrize("typed", [False, True])
def test_a_line_answers_or_commands(small: FactorSet, line: str, reply: str, *, typed: bool) -> None:
    found, _text = asked(f"{line}\n", lambda asker: asker.ask_factor(question(small, "team")), typed=typed)
    assert said(found) == reply


def test_an_empty_line_keeps_the_answer_that_is_shown_with_the_conditions_it_names(small: FactorSet) -> None:
    answers = {
        "team": partly("is-vast"),
        "contact": Answer("ja"),
        "ruimte": Answer("nee"),
        "tijd": Answer("nvt", note="Navragen."),
    }
    changed: dict[str, Answer] = {}

    def record(factor: Factor, answer: Answer) -> Mapping[str, Answer]:
        changed[factor.id] = answer
        return {**answers, **changed}

    def review(asker: LineAsker) -> Ending:
        return Questionnaire(small, answers, asker, record, review=True).run()

    with suppress(EndOfInput):
        asked("\n" * len(answers), review)
    assert changed == {}


@pytest.mark.parametrize(("line", "reply"), [("3", "3"), ("0", "0"), ("4", "4")])
def test_a_scale_of_numbers_is_answered_with_numbers(line: str, reply: str) -> None:
    other = examples.other_scale()
    found, _text = asked(f"{line}\n", lambda asker: asker.ask_factor(question(other, "first")))
    assert said(found) == reply


TEAM = """\

Vraag 1 van 4, Mensen
Er is een vast team.
3 voorwaarden:
Het team is vast.
Deskundig team
Team uit de wijk (een wens)
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
Verder: o laten staan, b terug, q stoppen, vraagteken (?) uitleg, t met tekst
schrijft een notitie.
1/4:
"""

ROOM_ANSWERED = """\

Vraag 3 van 4, Plek
Er is een eigen ruimte.
Dit is een wens: die telt niet mee in de score.
2 voorwaarden:
Eigen ruimte
Centrale ruimte
Nu: Deels; ontbreekt: Eigen ruimte
Notitie: Op maandag [bezet].
Op dinsdag vrij.
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
Verder: o laten staan, b terug, q stoppen, vraagteken (?) uitleg, t met tekst
schrijft een notitie.
3/4:
"""


def test_a_question_is_put_as_lines_without_decoration(small: FactorSet) -> None:
    _reply, text = asked("ja\n", lambda asker: asker.ask_factor(question(small, "team")))
    assert text == TEAM + "Gekozen: Ja\n"


def test_a_question_shows_what_was_said_before(small: FactorSet) -> None:
    answer = Answer("deels", ("is-eigen",), "Op maandag [bezet].\r\nOp \x1bdinsdag vrij.")
    _reply, text = asked("o\n", lambda asker: asker.ask_factor(question(small, "ruimte", answer)))
    assert text == ROOM_ANSWERED + "Blijft zoals het is.\n"


def test_the_commands_are_told_once(small: FactorSet) -> None:
    def two(asker: LineAsker) -> None:
        asker.ask_factor(question(small, "tijd"))
        asker.ask_factor(question(small, "contact"))

    _reply, text = asked("ja\nnee\n", two)
    assert (
        text
        == """\

Vraag 4 van 4, Plek
Er is genoeg tijd.
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
Verder: o laten staan, b terug, q stoppen, vraagteken (?) uitleg, t met tekst
schrijft een notitie.
4/4:
Gekozen: Ja

Vraag 2 van 4, Mensen
Er is één aanspreekpunt.
1 voorwaarde:
Eén aanspreekpunt
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
2/4:
Gekozen: Nee
"""
    )


HELP = """\
ja: Ja, alles is op orde
deels: Deels, een deel is op orde (telt voor 0,5)
nee: Nee, niets ervan is op orde
weet-niet: Weet niet, niemand hier weet het nog; dat verlaagt de score niet
nvt: Niet van toepassing, speelt hier niet; het blijft buiten de score
o: laat het antwoord staan en ga verder; een lege regel doet hetzelfde
b: terug naar de vraag hiervoor
q: stoppen; alles is bewaard en je kunt later verder
t TEKST: schrijf een notitie; t en een streepje (t -) haalt de notitie weg.
Schrijf hier geen namen op, en niets over een enkele leerling.
1/4:
"""


def test_a_question_mark_explains_and_asks_on(small: FactorSet) -> None:
    reply, text = asked("?\nnee\n", lambda asker: asker.ask_factor(question(small, "team")))
    assert said(reply) == "nee"
    assert text == TEAM + HELP + "Gekozen: Nee\n"


# --- what partners answered apart -------------------------------------------------------------------------------

YES = Answer("ja")
LEFT = "o: laat het antwoord staan en ga verder\n"


def proposing(factor_set: FactorSet, proposal: Answer | None, answer: Answer = OPEN) -> FactorQuestion:
    return replace(question(factor_set, "team", answer), proposal=proposal)


@pytest.mark.parametrize(("line", "reply"), [("", "ja"), ("o", "SKIP"), ("nee", "nee"), ("t Samen.", "NOTE")])
@pytest.mark.parametrize("typed", [False, True])
def test_an_empty_line_takes_what_all_partners_answered_and_o_leaves_it_open(
    small: FactorSet, line: str, reply: str, *, typed: bool
) -> None:
    found, text = asked(f"{line}\n", lambda asker: asker.ask_factor(proposing(small, YES)), typed=typed)
    answers = "Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)\n"
    assert said(found) == reply
    assert text.startswith(TEAM.replace(answers, f"{answers}Een lege regel neemt over: Ja\n"))


def test_help_does_not_say_that_an_empty_line_leaves_the_answer_where_it_takes_one(small: FactorSet) -> None:
    _reply, text = asked("?\n\n", lambda asker: asker.ask_factor(proposing(small, YES)))
    assert f"\n{LEFT}" in text
    assert "een lege regel doet hetzelfde" not in text


PROPOSED = """\
Welke voorwaarden ontbreken?
1. Vast team (is-vast)
2. Deskundig team (is-deskundig)
3. Team uit de wijk (een wens) (woont-dichtbij)
Een lege regel neemt over: Vast team, Deskundig team
Schrijf nummers of namen op één regel; een streepje (-) noemt er geen, b gaat
terug, q stopt.
1/4:
"""


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("", ("is-vast", "is-deskundig")),
        ("-", ()),
        (" - ", ()),
        ("3", ("woont-dichtbij",)),
        ("b", Command.BACK),
        ("q", Command.STOP),
    ],
)
@pytest.mark.parametrize("typed", [False, True])
def test_an_empty_line_takes_the_conditions_that_all_partners_named_and_a_hyphen_names_none(
    small: FactorSet, line: str, reply: tuple[str, ...] | Command, *, typed: bool
) -> None:
    put = proposing(small, partly("is-vast", "is-deskundig"), partly())
    found, text = asked(f"{line}\n", lambda asker: asker.ask_conditions(put), typed=typed)
    assert (found, text) == (reply, PROPOSED + named(small, reply))


def named(factor_set: FactorSet, reply: tuple[str, ...] | Command) -> str:
    """Return what is said of the conditions that were named."""
    if isinstance(reply, Command):
        return ""
    texts = [item.text for item in factor_set.factor_by_id["team"].conditions if item.id in reply]
    return f"Ontbreekt: {', '.join(texts)}\n" if texts else "Er is geen voorwaarde genoemd.\n"


@pytest.mark.parametrize("proposal", [None, partly()])
def test_where_no_conditions_are_proposed_an_empty_line_names_none_and_a_hyphen_is_no_name(
    small: FactorSet, proposal: Answer | None
) -> None:
    put = proposing(small, proposal, partly())
    found, text = asked("-\n\n", lambda asker: asker.ask_conditions(put), typed=True)
    assert found == ()
    assert text.startswith(CONDITIONS)
    assert "“-” is hier geen antwoord" in text


# --- what is no answer ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["misschien", "jaa", "t", "tja", "1", "ja nee", "open"])
def test_a_bad_line_in_a_pipe_ends_the_program_and_says_which(small: FactorSet, line: str) -> None:
    with pytest.raises(UserError) as raised:
        asked(f"?\n{line}\nja\n", lambda asker: asker.ask_factor(question(small, "team")))
    assert str(raised.value) == (
        f"<stdin>:2: “{line}” is hier geen antwoord: schrijf ja, deels, nee, weet-niet, nvt, of o, b, q, een "
        "vraagteken, of t met een notitie."
    )


def test_a_bad_line_at_a_terminal_is_asked_again(small: FactorSet) -> None:
    reply, text = asked("mis[/]schien\x1b\nja\n", lambda asker: asker.ask_factor(question(small, "team")), typed=True)
    assert said(reply) == "ja"
    assert text == TEAM + (
        "“mis[/]schien” is hier geen antwoord: schrijf ja, deels, nee, weet-niet, nvt, of\n"
        "o, b, q, een vraagteken, of t met een notitie.\n"
        "1/4:\n"
        "Gekozen: Ja\n"
    )


def test_the_numbers_of_the_lines_count_on_from_question_to_question(small: FactorSet) -> None:
    def two(asker: LineAsker) -> None:
        asker.ask_factor(question(small, "tijd"))
        asker.ask_factor(question(small, "contact"))

    with pytest.raises(UserError, match=r"^<stdin>:2: “x” is hier geen antwoord"):
        asked("ja\nx\n", two)


def test_the_end_of_a_pipe_is_not_an_empty_line(small: FactorSet) -> None:
    with pytest.raises(EndOfInput):
        asked("", lambda asker: asker.ask_factor(question(small, "team")))


def test_the_end_of_the_input_at_a_terminal_interrupts(small: FactorSet) -> None:
    with pytest.raises(Interrupted):
        asked("", lambda asker: asker.ask_factor(question(small, "team")), typed=True)


def test_a_last_line_without_an_end_is_a_line(small: FactorSet) -> None:
    reply, _text = asked("nee", lambda asker: asker.ask_factor(question(small, "team")))
    assert said(reply) == "nee"


def test_bytes_that_are_not_utf_8_are_refused(small: FactorSet) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"t caf\xe9\n"), encoding="utf-8", errors="surrogateescape")
    asker = LineAsker(console()[0], stdin, Interruptions(), NOTE_LIMIT)
    with pytest.raises(UserError, match=r"^<stdin>: dit is geen UTF-8\.$"):
        asker.ask_factor(question(small, "team"))


def test_bytes_that_a_strict_stream_refuses_are_refused_alike(small: FactorSet) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"t caf\xe9\n"), encoding="utf-8")
    asker = LineAsker(console()[0], stdin, Interruptions(), NOTE_LIMIT)
    with pytest.raises(UserError, match=r"^<stdin>: dit is geen UTF-8\.$"):
        asker.ask_factor(question(small, "team"))


def test_a_note_that_is_too_long_is_refused_for_its_length(small: FactorSet) -> None:
    with pytest.raises(UserError) as raised:
        asked(f"t {'x' * 41}\n", lambda asker: asker.ask_factor(question(small, "team")))
    assert "Deze tekst heeft 41 tekens; er passen er hoogstens 40." in str(raised.value)


# --- conditions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("", ()),
        ("1", ("is-vast",)),
        ("1 3", ("is-vast", "woont-dichtbij")),
        ("1,3", ("is-vast", "woont-dichtbij")),
        (" 3 ; 1,", ("woont-dichtbij", "is-vast")),
        ("is-vast", ("is-vast",)),
        ("is-vast 2", ("is-vast", "is-deskundig")),
        ("1 2 3", ("is-vast", "is-deskundig", "woont-dichtbij")),
        ("b", Command.BACK),
        ("B", Command.BACK),
        ("q", Command.STOP),
    ],
)
def test_conditions_are_named_by_number_or_id(small: FactorSet, line: str, reply: tuple[str, ...] | Command) -> None:
    found, text = asked(f"{line}\n", lambda asker: asker.ask_conditions(question(small, "team", partly())))
    assert found == reply
    assert text == CONDITIONS + named(small, reply)


CONDITIONS = """\
Welke voorwaarden ontbreken?
1. Vast team (is-vast)
2. Deskundig team (is-deskundig)
3. Team uit de wijk (een wens) (woont-dichtbij)
Schrijf nummers of namen op één regel; een lege regel noemt er geen, b gaat
terug, q stopt.
1/4:
"""


@pytest.mark.parametrize(("line", "word"), [("4", "4"), ("1 x 2", "x"), ("0", "0"), ("1 b", "b"), ("-", "-")])
def test_a_condition_that_is_not_there_ends_a_pipe(small: FactorSet, line: str, word: str) -> None:
    with pytest.raises(UserError) as raised:
        asked(f"{line}\n", lambda asker: asker.ask_conditions(question(small, "team", partly())))
    assert (
        str(raised.value)
        == f"<stdin>:1: “{word}” is hier geen antwoord: schrijf nummers of namen uit de lijst, of b of q."
    )


def test_a_condition_that_is_not_there_is_asked_again_at_a_terminal(small: FactorSet) -> None:
    found, text = asked("9\n2\n", lambda asker: asker.ask_conditions(question(small, "team", partly())), typed=True)
    assert found == ("is-deskundig",)
    assert text == CONDITIONS + (
        "“9” is hier geen antwoord: schrijf nummers of namen uit de lijst, of b of q.\n1/4:\n"
        "Ontbreekt: Deskundig team\n"
    )


# --- notes ------------------------------------------------------------------------------------------------------


def noted(asker: LineAsker, factor_set: FactorSet) -> str | None:
    before = question(factor_set, "team", Answer(note="Oud."))
    assert asker.ask_factor(before) is Command.NOTE
    return asker.ask_note(before)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("t Om beurten.", "Om beurten."),
        ("T   Om\tbeurten.  ", "Om beurten."),
        ("t \x1b[31mOm beurten.", "[31mOm beurten."),
        ("t één 😀", "één 😀"),
        ("t -", ""),
        ("t - niets", "- niets"),
        (f"t {'x' * 40}", "x" * 40),
    ],
)
def test_a_note_stands_on_the_line_of_its_command(small: FactorSet, line: str, note: str) -> None:
    found, _text = asked(f"{line}\n", lambda asker: noted(asker, small))
    assert found == note


def test_personal_data_in_a_note_is_pointed_out(small: FactorSet) -> None:
    found, text = asked("t Bel 06-12345678.\n", lambda asker: noted(asker, small))
    assert found == "Bel 06-12345678."
    assert text.endswith(
        "1/4:\n"
        "“06-12345678” lijkt op een telefoonnummer.\n"
        "Schrijf de notitie opnieuw met t, of ga verder om de notitie te houden.\n"
    )


# --- the list of all answers ------------------------------------------------------------------------------------


def everything(factor_set: FactorSet) -> tuple[FactorQuestion, ...]:
    answers = {"team": partly("is-vast"), "contact": Answer("ja"), "ruimte": Answer("nee"), "tijd": Answer("nvt")}
    return tuple(question(factor_set, name, answer) for name, answer in answers.items())


@pytest.mark.parametrize(
    ("line", "chosen"),
    [("2\n", "contact"), ("4\n", "tijd"), ("\n", None), ("q\n", None), ("Q\n", None), ("", None)],
)
def test_a_factor_is_chosen_by_its_number(small: FactorSet, line: str, chosen: str | None) -> None:
    found, text = asked(line, lambda asker: asker.ask_which(everything(small)))
    assert (found.factor.id if found else None) == chosen
    assert text == WHICH


WHICH = """\
Alle vragen zijn beantwoord.
1. Er is een vast team. [Deels]
2. Er is één aanspreekpunt. [Ja]
3. Er is een eigen ruimte. [Nee]
4. Er is genoeg tijd. [Niet van toepassing]
Schrijf een nummer om dat antwoord te veranderen; een lege regel gaat naar het
verslag.
Antwoord:
"""


@pytest.mark.parametrize("line", ["5", "0", "team", "b"])
def test_a_number_that_is_not_in_the_list_ends_a_pipe(small: FactorSet, line: str) -> None:
    with pytest.raises(UserError) as raised:
        asked(f"{line}\n", lambda asker: asker.ask_which(everything(small)))
    assert str(raised.value) == f"<stdin>:1: “{line}” is hier geen antwoord: schrijf een nummer uit de lijst, of niets."


def test_the_end_of_the_input_at_a_terminal_interrupts_the_list(small: FactorSet) -> None:
    with pytest.raises(Interrupted):
        asked("", lambda asker: asker.ask_which(everything(small)), typed=True)


# --- what comes before the first question -----------------------------------------------------------------------


def test_the_collaboration_is_asked() -> None:
    assert asked("  Lyceum Oost \n", lambda asker: asker.ask_collaboration()) == (
        "Lyceum Oost",
        "Over welke samenwerking gaat het?\nAntwoord:\n",
    )


def test_the_collaboration_needs_a_name() -> None:
    with pytest.raises(UserError) as raised:
        asked("  \n", lambda asker: asker.ask_collaboration())
    assert str(raised.value) == "<stdin>:1: “” is hier geen antwoord: schrijf de naam van de samenwerking."
    name, text = asked("\nLyceum Oost\n", lambda asker: asker.ask_collaboration(), typed=True)
    assert name == "Lyceum Oost"
    assert text == (
        "Over welke samenwerking gaat het?\n"
        "Antwoord:\n"
        "“” is hier geen antwoord: schrijf de naam van de samenwerking.\n"
        "Antwoord:\n"
    )  # fmt: skip


@pytest.mark.parametrize(("line", "chosen"), [("1", "school"), ("samen", "samen"), ("2", "samen")])
def test_a_perspective_is_chosen_by_number_or_id(small: FactorSet, line: str, chosen: str) -> None:
    assert asked(f"{line}\n", lambda asker: asker.ask_perspective(small.perspectives)) == (
        chosen,
        "Wie vult dit in?\n1. School (school)\n2. Samen (samen)\nSchrijf een nummer of een naam.\nAntwoord:\n",
    )


@pytest.mark.parametrize("line", ["3", "Samen", ""])
def test_a_perspective_that_is_not_there_ends_a_pipe(small: FactorSet, line: str) -> None:
    with pytest.raises(UserError) as raised:
        asked(f"{line}\n", lambda asker: asker.ask_perspective(small.perspectives))
    assert (
        str(raised.value) == f"<stdin>:1: “{line}” is hier geen antwoord: schrijf een nummer of een naam uit de lijst."
    )


def test_what_is_told_is_shown_as_text() -> None:
    assert asked("", lambda asker: asker.tell("een [/nope]\x1b[2J\n\u202etwee")) == (None, "een [/nope][2J\ntwee\n")

"""What is agreed: asked with single keys and with lines, with what was said before beside it."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.domain.building import evaluation, partly
from tests.terminal.drawing import console, drawn, trimmed
from tests.terminal.pressing import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    DOWN,
    ENTER,
    ESCAPE,
    UP,
    drawn_between,
    pasted,
    pressed,
    waited,
)
from tests.terminal.test_lines import asked, question
from werkzaam.domain.agreements import points
from werkzaam.domain.asides import Aside, Asides
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questionnaire import Command, FactorQuestion
from werkzaam.domain.report import Shortfall, report
from werkzaam.errors import EndOfInput, Interrupted, UserError
from werkzaam.terminal.console import ASCII, UNICODE
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.lines import LineAsker
from werkzaam.terminal.questions import VIEWS, fitting_view, question_block

OPEN, DONE, DROPPED = ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.DROPPED
SKIP, STOP = Command.SKIP, Command.STOP
TALK = Action("Praten [bold]over[/]\n\x1b[31mtijd", "tijd", "school", date(2027, 3, 1))
FIRST_OF_MARCH = date(2027, 3, 1)


@pytest.fixture
def open_points(small: FactorSet) -> Sequence[Shortfall]:
    answers: dict[str, Answer | str] = {
        "team": partly("is-vast", "woont-dichtbij"),
        "contact": "nee",
        "ruimte": "nee",
        "tijd": "nee",
    }
    return points(report(small, evaluation(answers)))


def ids(found: Sequence[Shortfall]) -> list[str]:
    return [point.factor.id for point in found]


# --- what became of an action, with single keys -----------------------------------------------------------------

STATUS = """\

Eerder afgesproken (2 van 3):
  • Praten [bold]over[/] [31mtijd (school, uiterlijk 01-03-2027)
o laten staan · q stoppen
"""


@pytest.mark.parametrize(
    ("keys", "reply", "left"),
    [
        ("1", DONE, "Gedaan\n"),
        ("2", OPEN, "Nog open\n"),
        ("3", DROPPED, "Vervallen\n"),
        (ENTER, DONE, "Gedaan\n"),
        (DOWN + ENTER, OPEN, "Nog open\n"),
        (UP + ENTER, DROPPED, "Vervallen\n"),
        ("45b?t" + pasted("q") + "3", DROPPED, "Vervallen\n"),
        ("o", SKIP, ""),
        ("O", SKIP, ""),
        ("q", STOP, ""),
        ("Q", STOP, ""),
    ],
)
def test_a_key_says_what_became_of_an_action(keys: str, reply: ActionStatus | Command, left: str) -> None:
    assert pressed(keys, lambda asker: asker.ask_status(TALK, 2, 3)) == (reply, STATUS + left)


def test_what_can_have_become_of_an_action_is_drawn_with_its_keys() -> None:
    reply, screen = drawn_between("", "1", lambda asker: asker.ask_status(TALK, 2, 3))
    assert reply is DONE
    for line in ("Wat is ervan geworden?", "1  Gedaan", "2  Nog open", "3  Vervallen"):
        assert line in screen


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D, DOWN + CTRL_C])
def test_what_became_of_an_action_can_be_interrupted(keys: str) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed(keys, lambda asker: asker.ask_status(TALK, 1, 1))
    assert raised.value.draft is None


# --- which points, with single keys -----------------------------------------------------------------------------

POINTS = """\

Welke van de ontbrekende punten pakken jullie op? Kies er een paar.
spatie kruist aan · Enter is klaar; alleen Enter slaat dit over
"""


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (ENTER, []),
        (" " + ENTER, ["team"]),
        (DOWN + " " + ENTER, ["contact"]),
        (UP + " " + UP + " " + ENTER, ["tijd", "ruimte"]),
        ("  " + ENTER, []),
        ("xjo1" + pasted("q") + " " + ENTER, ["team"]),
        ("q", []),
        ("Q", []),
        (" q", []),
    ],
)
def test_points_are_marked_with_space_and_enter_alone_takes_up_none(
    open_points: Sequence[Shortfall], keys: str, chosen: list[str]
) -> None:
    found, text = pressed(keys, lambda asker: asker.ask_points(open_points))
    assert (ids(found), text) == ([name for name in ids(open_points) if name in chosen], POINTS)


def test_escape_takes_up_none_of_the_marked_points(open_points: Sequence[Shortfall]) -> None:
    assert waited(" " + ESCAPE, lambda asker: asker.ask_points(open_points), Interruptions()) == []


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D, " " + CTRL_C])
def test_the_choice_of_points_can_be_interrupted(open_points: Sequence[Shortfall], keys: str) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed(keys, lambda asker: asker.ask_points(open_points))
    assert raised.value.draft is None


# --- what, who and when, typed ----------------------------------------------------------------------------------

WHAT = """\

Er is een vast team.
  ✗ Vast team
  ✗ Team uit de wijk
Schrijf hier geen namen op, en niets over een enkele leerling.
Enter is klaar · leeg slaat dit over
"""
WHO = "Wie pakt het op? Een organisatie of een functie:"
WHEN = "Wanneer klaar? Zoals 1-3-2027:"


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        ("Zoeken." + ENTER, "Zoeken."),
        ("  één 😀 q?o1\t" + ENTER, "één 😀 q?o1"),
        (pasted("een\ntwee\r\ndrie") + ENTER, "een twee drie"),
        ("x" * 20 + ENTER + BACKSPACE * 15 + ENTER, "xxxxx"),
    ],
)
def test_what_will_be_done_is_typed_on_one_line_and_stays_on_the_screen(
    open_points: Sequence[Shortfall], keys: str, what: str
) -> None:
    found, text = pressed(keys, lambda asker: asker.ask_what(open_points[0]), note_limit=18)
    assert (found, text) == (what, f"{WHAT}Wat gaan jullie doen? {what}\n")


@pytest.mark.parametrize("keys", [ENTER, "   " + ENTER])
def test_nothing_typed_agrees_nothing(open_points: Sequence[Shortfall], keys: str) -> None:
    assert pressed(keys, lambda asker: asker.ask_what(open_points[0])) == (None, WHAT)


def test_a_point_without_named_conditions_shows_only_its_text(open_points: Sequence[Shortfall]) -> None:
    (time,) = (point for point in open_points if point.factor.id == "tijd")
    bare = WHAT.replace("Er is een vast team.\n  ✗ Vast team\n  ✗ Team uit de wijk\n", "Er is genoeg tijd.\n")
    assert pressed(ENTER, lambda asker: asker.ask_what(time)) == (None, bare)


@pytest.mark.parametrize(
    ("keys", "owner", "text"),
    [("gemeente" + ENTER, "gemeente", f"{WHO} gemeente\n"), (ENTER, None, ""), (" " + ENTER, None, "")],
)
def test_who_takes_it_up_is_typed_or_left_out(keys: str, owner: str | None, text: str) -> None:
    assert pressed(keys, lambda asker: asker.ask_owner()) == (owner, text)


@pytest.mark.parametrize(
    ("keys", "due"),
    [
        ("1-3-2027" + ENTER, FIRST_OF_MARCH),
        ("01-03-2027" + ENTER, FIRST_OF_MARCH),
        (" 2027-03-01 " + ENTER, FIRST_OF_MARCH),
        ("31-2-2027" + ENTER + BACKSPACE * 9 + "1-3-2027" + ENTER, FIRST_OF_MARCH),
        ("morgen" + ENTER * 2 + BACKSPACE * 6 + "1-3-2027" + ENTER, FIRST_OF_MARCH),
        (ENTER, None),
        ("  " + ENTER, None),
        ("1-3" + ENTER + BACKSPACE * 3 + ENTER, None),
    ],
)
def test_by_when_is_typed_until_it_is_a_date_or_nothing(keys: str, due: date | None) -> None:
    text = f"{WHEN} 01-03-2027\n" if due else ""
    assert pressed(keys, lambda asker: asker.ask_due()) == (due, text)


def test_a_date_that_does_not_exist_is_told_while_it_can_be_changed() -> None:
    reply, screen = drawn_between("31-2-2027" + ENTER, BACKSPACE * 9 + ENTER, lambda asker: asker.ask_due())
    assert reply is None
    assert "Schrijf een datum als 1-3-2027, of niets." in screen


def test_escape_leaves_out_what_who_and_when(open_points: Sequence[Shortfall]) -> None:
    assert waited("Half" + ESCAPE, lambda asker: asker.ask_what(open_points[0]), Interruptions()) is None
    assert waited("Half" + ESCAPE, lambda asker: asker.ask_owner(), Interruptions()) is None
    assert waited("1-3-2027" + ESCAPE, lambda asker: asker.ask_due(), Interruptions()) is None


@pytest.mark.parametrize(
    ("keys", "draft"),
    [
        ("Half gety" + CTRL_C, "Half gety"),
        ("Half gety" + CTRL_D, "Half gety"),
        (CTRL_C, None),
        ("  " + CTRL_C, None),
        ("Bel 06-12345678." + ENTER + CTRL_C, "Bel 06-12345678."),
    ],
)
def test_an_interrupted_agreement_is_handed_over_as_a_draft(
    open_points: Sequence[Shortfall], keys: str, draft: str | None
) -> None:
    with pytest.raises(Interrupted) as what:
        pressed(keys, lambda asker: asker.ask_what(open_points[0]))
    with pytest.raises(Interrupted) as who:
        pressed(keys, lambda asker: asker.ask_owner())
    assert (what.value.draft, who.value.draft) == (draft, draft)


@pytest.mark.parametrize(
    ("keys", "draft"), [("1-3-2027", "2027-03-01"), (" 2027-03-01", "2027-03-01"), ("1-3", None), ("", None)]
)
def test_of_an_interrupted_date_only_a_whole_one_is_handed_over(keys: str, draft: str | None) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed(keys + CTRL_C, lambda asker: asker.ask_due())
    assert raised.value.draft == draft


@pytest.mark.parametrize(
    ("keys", "owner"), [("2", "Bel 06-12345678."), ("1" + BACKSPACE * 12 + "de school." + ENTER, "Bel de school.")]
)
def test_personal_data_in_an_agreement_is_changed_or_kept(keys: str, owner: str) -> None:
    found, text = pressed("Bel 06-12345678." + ENTER + keys, lambda asker: asker.ask_owner())
    assert (found, text) == (owner, f"“06-12345678” lijkt op een telefoonnummer.\n{WHO} {owner}\n")


# --- the same in lines ------------------------------------------------------------------------------------------

STATUS_LINES = """\

Eerder afgesproken (2 van 3):
Praten [bold]over[/] [31mtijd (school, uiterlijk 01-03-2027)
Wat is ervan geworden?
1. Gedaan
2. Nog open
3. Vervallen
Schrijf een nummer; o laat het zo, q stopt.
Antwoord:
"""


@pytest.mark.parametrize(
    ("line", "reply"),
    [("1", DONE), ("2", OPEN), (" 3 ", DROPPED), ("", SKIP), ("o", SKIP), ("O", SKIP), ("q", STOP), ("Q", STOP)],
)
@pytest.mark.parametrize("typed", [False, True])
def test_a_line_says_what_became_of_an_action(line: str, reply: ActionStatus | Command, *, typed: bool) -> None:
    found, text = asked(f"{line}\n", lambda asker: asker.ask_status(TALK, 2, 3), typed=typed)
    chosen = {DONE: "Gekozen: Gedaan\n", OPEN: "Gekozen: Nog open\n", DROPPED: "Gekozen: Vervallen\n"}
    assert (found, text) == (reply, STATUS_LINES + (chosen[reply] if isinstance(reply, ActionStatus) else ""))


@pytest.mark.parametrize("line", ["4", "0", "b", "gedaan", "1 2"])
def test_a_line_that_is_no_status_is_asked_again(line: str) -> None:
    reply, text = asked(f"{line}\n3\n", lambda asker: asker.ask_status(TALK, 2, 3), typed=True)
    assert reply is DROPPED
    hint = f"“{line}” is hier geen antwoord: schrijf een nummer uit de lijst, of o of q."
    assert text == STATUS_LINES + f"{hint}\nAntwoord:\nGekozen: Vervallen\n"


POINTS_LINES = """\

Welke van de ontbrekende punten pakken jullie op?
1. Er is een vast team.
2. Er is één aanspreekpunt.
3. Er is genoeg tijd.
4. Er is een eigen ruimte.
Schrijf nummers op één regel; een lege regel slaat dit over.
Antwoord:
"""


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("", []),
        ("q", []),
        ("Q", []),
        ("2", ["contact"]),
        ("4, 1", ["team", "ruimte"]),
        ("1;3 3", ["team", "tijd"]),
        (",", []),
    ],
)
@pytest.mark.parametrize("typed", [False, True])
def test_a_line_of_numbers_takes_up_points(
    open_points: Sequence[Shortfall], line: str, chosen: list[str], *, typed: bool
) -> None:
    found, text = asked(f"{line}\n", lambda asker: asker.ask_points(open_points), typed=typed)
    assert (ids(found), text) == (chosen, POINTS_LINES)


@pytest.mark.parametrize(("line", "told"), [("5", "5"), ("0", "0"), ("1 team", "team"), ("1 q", "q")])
def test_a_line_that_names_no_point_is_asked_again(open_points: Sequence[Shortfall], line: str, told: str) -> None:
    found, text = asked(f"{line}\n2\n", lambda asker: asker.ask_points(open_points), typed=True)
    assert ids(found) == ["contact"]
    hint = f"“{told}” is hier geen antwoord: schrijf nummers uit de lijst, of niets."
    assert text == POINTS_LINES + f"{hint}\nAntwoord:\n"


def test_a_line_that_names_no_point_ends_a_pipe(open_points: Sequence[Shortfall]) -> None:
    with pytest.raises(UserError) as raised:
        asked("5\n", lambda asker: asker.ask_points(open_points))
    assert str(raised.value) == "<stdin>:1: “5” is hier geen antwoord: schrijf nummers uit de lijst, of niets."


WHAT_LINES = """\

Er is een vast team.
Ontbreekt: Vast team
Ontbreekt: Team uit de wijk
Schrijf hier geen namen op, en niets over een enkele leerling.
Wat gaan jullie doen? Een lege regel slaat dit over.
Antwoord:
"""


@pytest.mark.parametrize(
    ("line", "what"),
    [("Zoeken.", "Zoeken."), ("  één\t😀\x1b\u202e ", "één 😀"), ("q", "q"), ("", None), ("   ", None), ("\x1b", None)],
)
def test_a_line_says_what_will_be_done(open_points: Sequence[Shortfall], line: str, what: str | None) -> None:
    assert asked(f"{line}\n", lambda asker: asker.ask_what(open_points[0])) == (what, WHAT_LINES)


@pytest.mark.parametrize(("line", "owner"), [("gemeente", "gemeente"), ("", None)])
def test_a_line_says_who_takes_it_up(line: str, owner: str | None) -> None:
    assert asked(f"{line}\n", lambda asker: asker.ask_owner()) == (owner, f"{WHO}\nAntwoord:\n")


def test_personal_data_in_a_line_is_pointed_out() -> None:
    owner, text = asked("Bel 06-12345678.\n", lambda asker: asker.ask_owner())
    assert owner == "Bel 06-12345678."
    assert text == f"{WHO}\nAntwoord:\n“06-12345678” lijkt op een telefoonnummer.\n"


@pytest.mark.parametrize(
    ("line", "due"), [("1-3-2027", FIRST_OF_MARCH), (" 2027-03-01 ", FIRST_OF_MARCH), ("", None), ("  ", None)]
)
@pytest.mark.parametrize("typed", [False, True])
def test_a_line_says_by_when(line: str, due: date | None, *, typed: bool) -> None:
    assert asked(f"{line}\n", lambda asker: asker.ask_due(), typed=typed) == (due, f"{WHEN}\nAntwoord:\n")


def test_a_line_that_is_no_date_is_asked_again() -> None:
    due, text = asked("31-2-2027\nmorgen\n1-3-2027\n", lambda asker: asker.ask_due(), typed=True)
    assert due == FIRST_OF_MARCH
    refused = "Antwoord:\n“{}” is hier geen antwoord: schrijf een datum als 1-3-2027, of niets.\n"
    assert text == f"{WHEN}\n{refused.format('31-2-2027')}{refused.format('morgen')}Antwoord:\n"


LINES: list[tuple[str, Callable[[LineAsker, Sequence[Shortfall]], object], object]] = [
    ("points", lambda asker, found: asker.ask_points(found), []),
    ("what", lambda asker, found: asker.ask_what(found[0]), None),
    ("owner", lambda asker, _found: asker.ask_owner(), None),
    ("due", lambda asker, _found: asker.ask_due(), None),
]


@pytest.mark.parametrize(("ask", "nothing"), [pytest.param(ask, nothing, id=name) for name, ask, nothing in LINES])
def test_the_end_of_a_pipe_agrees_nothing_and_the_end_at_a_terminal_interrupts(
    open_points: Sequence[Shortfall], ask: Callable[[LineAsker, Sequence[Shortfall]], object], nothing: object
) -> None:
    assert asked("", lambda asker: ask(asker, open_points))[0] == nothing
    with pytest.raises(Interrupted):
        asked("", lambda asker: ask(asker, open_points), typed=True)


def test_a_pipe_that_ends_says_nothing_of_what_became_of_an_action() -> None:
    with pytest.raises(EndOfInput):
        asked("", lambda asker: asker.ask_status(TALK, 1, 1))


# --- what was said before, beside a question --------------------------------------------------------------------


def beside(factor_set: FactorSet, *asides: tuple[str, Answer, tuple[Action, ...]]) -> FactorQuestion:
    put = question(factor_set, "ruimte", Answer("nee", note="Nog niet."))
    earlier = tuple(Aside(label, put.factor, answer, done) for label, answer, done in asides)
    return replace(put, asides=Asides(earlier))


def last_year(factor_set: FactorSet) -> FactorQuestion:
    said = Answer("deels", ("is-eigen",), "Op maandag [bezet].\r\nOp \x1bdinsdag vrij.")
    agreed = (replace(TALK, factor="ruimte"), Action("Kijken", "ruimte", status=DROPPED))
    return beside(factor_set, ("Op 23-11-2025", said, agreed), ("Op\n23-11-2024", Answer(), ()))


BESIDE = """\
3/4 · Plek ───────────────────────────────────────────────────────────
Er is een eigen ruimte.
Dit is een wens: die telt niet mee in de score.
  • Eigen ruimte
  • Centrale ruimte
Op 23-11-2025: Deels; ontbreekt: Eigen ruimte
Op 23-11-2025, notitie: Op maandag [bezet].
Op dinsdag vrij.
Op 23-11-2025, afgesproken: Praten [bold]over[/] [31mtijd (school,
uiterlijk 01-03-2027)
Op 23-11-2025, afgesproken: Kijken (vervallen)
Op 23-11-2024: open
Nu: Nee
Notitie: Nog niet.
"""


def test_earlier_evaluations_stand_between_the_conditions_and_the_present_answer(small: FactorSet) -> None:
    block = question_block(last_year(small), UNICODE, VIEWS[0])
    assert drawn(lambda on: on.print(block), 70) == BESIDE
    plain = question_block(last_year(small), ASCII, VIEWS[0])
    assert drawn(lambda on: on.print(plain), 70) == BESIDE.replace("·", "|").replace("─", "-").replace("•", "-")


def test_what_stands_beside_a_question_counts_for_the_room_it_takes(small: FactorSet) -> None:
    on, _stream = console(70)
    rows = len(BESIDE.splitlines())
    assert [fitting_view(last_year(small), on, UNICODE, room) for room in (rows, rows - 1)] == [VIEWS[0], VIEWS[2]]


@pytest.mark.parametrize(("keys", "reply"), [(ENTER, "nee"), (DOWN + ENTER, "weet-niet"), ("j", "ja")])
def test_an_earlier_answer_is_not_preselected(small: FactorSet, keys: str, reply: str) -> None:
    found, _text = pressed(keys, lambda asker: asker.ask_factor(last_year(small)))
    assert found is next(option for option in small.options if option.id == reply)


def test_with_nothing_answered_now_the_first_option_is_preselected_whatever_was_answered_before(
    small: FactorSet,
) -> None:
    open_now = replace(last_year(small), answer=Answer())
    found, text = pressed(ENTER, lambda asker: asker.ask_factor(open_now), width=70)
    shown = BESIDE.removesuffix("Nu: Nee\nNotitie: Nog niet.\n")
    keys = "o laten staan · t notitie · b terug · q stoppen · ? uitleg\n"
    assert (found, text) == (small.options[0], f"\n{shown}{keys}3/4 Ja\n")


def test_conditions_that_were_missing_before_are_not_marked(small: FactorSet) -> None:
    assert pressed(ENTER, lambda asker: asker.ask_conditions(last_year(small)))[0] == ()


def test_lines_show_earlier_evaluations_too(small: FactorSet) -> None:
    on, stream = console(70)
    asker = LineAsker(on, io.StringIO("\n"), Interruptions(), 40)
    assert asker.ask_factor(last_year(small)) is SKIP
    said = BESIDE[BESIDE.index("Op 23") :]
    assert said in trimmed(stream.getvalue())

"""Keys into the real prompts."""

import os
import signal
from dataclasses import replace

import pytest

from tests import examples
from tests.domain.building import partly
from tests.terminal.pressing import (
    ALT_ENTER,
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_Q,
    DOWN,
    ENTER,
    ESCAPE,
    UP,
    drawn_between,
    pasted,
    pressed,
    waited,
)
from werkzaam.domain.asides import Aside, Asides
from werkzaam.domain.evaluation import OPEN, Answer
from werkzaam.domain.factor_set import FactorSet, Option
from werkzaam.domain.questionnaire import Command, FactorQuestion
from werkzaam.errors import Interrupted
from werkzaam.terminal.interruption import Interruptions


def question(factor_set: FactorSet, factor_id: str, answer: Answer = OPEN) -> FactorQuestion:
    factor = factor_set.factor_by_id[factor_id]
    number = factor_set.factors.index(factor) + 1
    return FactorQuestion(number, len(factor_set.factors), factor_set.category_of[factor_id], factor, answer)


def said(reply: Option | Command) -> str:
    return reply.id if isinstance(reply, Option) else reply.name


# --- a factor ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ("j", "ja"),
        ("J", "ja"),
        ("d", "deels"),
        ("n", "nee"),
        ("N", "nee"),
        ("w", "weet-niet"),
        ("v", "nvt"),
        ("o", "SKIP"),
        ("O", "SKIP"),
        ("t", "NOTE"),
        ("T", "NOTE"),
        ("b", "BACK"),
        ("B", "BACK"),
        ("q", "STOP"),
        ("Q", "STOP"),
        (ENTER, "ja"),
        (DOWN + ENTER, "deels"),
        (DOWN * 3 + ENTER, "weet-niet"),
        (DOWN * 3 + UP + ENTER, "nee"),
        (UP + ENTER, "nvt"),
        ("xkz7 \t" + "n", "nee"),
        ("?" + "n", "nee"),
        (DOWN + "?" + "?" + "b", "BACK"),
        (pasted("jjj") + "n", "nee"),
    ],
)
def test_a_key_answers_or_commands(small: FactorSet, keys: str, reply: str) -> None:
    found, _text = pressed(keys, lambda asker: asker.ask_factor(question(small, "team")))
    assert said(found) == reply


@pytest.mark.parametrize("answer", ["ja", "deels", "nee", "weet-niet", "nvt"])
def test_the_present_answer_is_preselected(small: FactorSet, answer: str) -> None:
    found, _text = pressed(ENTER, lambda asker: asker.ask_factor(question(small, "team", Answer(answer))))
    assert said(found) == answer


@pytest.mark.parametrize("number", ["0", "1", "2", "3", "4"])
def test_a_scale_of_numbers_is_answered_with_numbers(number: str) -> None:
    other = examples.other_scale()
    found, _text = pressed(number, lambda asker: asker.ask_factor(question(other, "first")))
    assert said(found) == number


def test_an_option_without_a_key_is_reached_by_arrows(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    keyless = replace(team, scale=tuple(replace(option, key=None) for option in team.scale))
    asked = replace(question(small, "team"), factor=keyless)
    found, _text = pressed("jdnwv" + DOWN * 2 + ENTER, lambda asker: asker.ask_factor(asked))
    assert said(found) == "nee"


TEAM_40 = """\

1/4 · Mensen ───────────────────────────
Er is een vast team.
  • Het team is vast.
  • Deskundig team
  • Team uit de wijk (een wens)
o laten staan · t notitie · b terug
q stoppen · ? uitleg
"""


@pytest.mark.parametrize(
    ("keys", "left"),
    [("j", "1/4 Ja\n"), ("v", "1/4 Niet van toepassing\n"), ("o", "1/4 laten staan\n"), ("b", ""), ("q", "")],
)
def test_the_question_and_the_choice_stay_on_the_screen(small: FactorSet, keys: str, left: str) -> None:
    _reply, text = pressed(keys, lambda asker: asker.ask_factor(question(small, "team")), width=40)
    assert text == TEAM_40 + left


HELP_40 = """\

  • Ja: alles is op orde
  • Deels: een deel is op orde (telt
    voor 0,5)
  • Nee: niets ervan is op orde
  • Weet niet: niemand hier weet het
    nog; dat verlaagt de score niet
  • Niet van toepassing: speelt hier
    niet; het blijft buiten de score
  • o: laat het antwoord staan en ga
    verder
  • t: schrijf een notitie
  • b: terug naar de vraag hiervoor
  • q: stoppen; alles is bewaard en je
    kunt later verder
  • pijltjes en Enter: kies uit de lijst
In de bron: Mensen 1
"""

CONDITIONS_40 = """\

  • Het team is vast.
  • Deskundig team
  • Team uit de wijk (een wens)
"""


def test_help_explains_the_answers_and_the_keys(small: FactorSet) -> None:
    _reply, text = pressed("??j", lambda asker: asker.ask_factor(question(small, "team")), width=40)
    assert text == TEAM_40 + HELP_40 + HELP_40 + "1/4 Ja\n"


def test_on_a_small_screen_help_first_gives_the_whole_statements(small: FactorSet) -> None:
    _reply, text = pressed("???j", lambda asker: asker.ask_factor(question(small, "team")), width=40, height=13)
    short = TEAM_40.replace("Het team is vast.", "Vast team")
    assert text == short + CONDITIONS_40 + HELP_40 + CONDITIONS_40 + "1/4 Ja\n"


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D, CTRL_Q, "?" + CTRL_C, DOWN + CTRL_D])
def test_a_question_can_be_interrupted(small: FactorSet, keys: str) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed(keys, lambda asker: asker.ask_factor(question(small, "team")))
    assert raised.value.draft is None


def test_what_is_pasted_at_a_question_is_not_taken_up(small: FactorSet) -> None:
    reply, drawn = drawn_between(pasted("geplakt"), "n", lambda asker: asker.ask_factor(question(small, "team")))
    assert said(reply) == "nee"
    assert "Is dit op orde?" in drawn
    assert "geplakt" not in drawn


# --- conditions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (ENTER, ()),
        (" " + ENTER, ("is-vast",)),
        (DOWN + " " + ENTER, ("is-deskundig",)),
        (" " + DOWN * 2 + " " + ENTER, ("is-vast", "woont-dichtbij")),
        (UP + " " + UP + " " + ENTER, ("is-deskundig", "woont-dichtbij")),
        ("  " + ENTER, ()),
        ("xz" + pasted("q") + " " + ENTER, ("is-vast",)),
        ("b", Command.BACK),
        ("B", Command.BACK),
        (" b", Command.BACK),
        ("q", Command.STOP),
        ("Q", Command.STOP),
    ],
)
def test_conditions_are_marked_with_space(small: FactorSet, keys: str, reply: tuple[str, ...] | Command) -> None:
    found, _text = pressed(keys, lambda asker: asker.ask_conditions(question(small, "team", partly())))
    assert found == reply


def test_escape_goes_back_from_the_conditions(small: FactorSet) -> None:
    found = waited(ESCAPE, lambda asker: asker.ask_conditions(question(small, "team", partly())), Interruptions())
    assert found is Command.BACK


@pytest.mark.parametrize(
    ("keys", "reply"),
    [(ENTER, ("is-vast", "is-deskundig")), (" " + ENTER, ("is-deskundig",)), (" " + DOWN + " " + ENTER, ())],
)
def test_the_conditions_named_before_are_marked(small: FactorSet, keys: str, reply: tuple[str, ...]) -> None:
    before = question(small, "team", partly("is-vast", "is-deskundig"))
    assert pressed(keys, lambda asker: asker.ask_conditions(before))[0] == reply


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (" " + DOWN * 2 + " " + ENTER, "Ontbreekt:\n  ✗ Vast team\n  ✗ Team uit de wijk\n"),
        (ENTER, ""),
        ("b", ""),
    ],
)
def test_what_was_marked_stays_on_the_screen(small: FactorSet, keys: str, left: str) -> None:
    _reply, text = pressed(keys, lambda asker: asker.ask_conditions(question(small, "team", partly())))
    assert text == f"spatie kruist aan · Enter is klaar · b terug · q stoppen\n{left}"


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D, " " + CTRL_C])
def test_the_conditions_can_be_interrupted(small: FactorSet, keys: str) -> None:
    with pytest.raises(Interrupted):
        pressed(keys, lambda asker: asker.ask_conditions(question(small, "team", partly())))


# --- what partners answered apart -------------------------------------------------------------------------------


def apart(factor_set: FactorSet, *said: Answer, answer: Answer = OPEN) -> FactorQuestion:
    """Return a question with what partners said beside it, as the questionnaire puts it."""
    put = question(factor_set, "team", answer)
    partners = tuple(Aside(f"Partner {number}", put.factor, item) for number, item in enumerate(said, 1))
    asides = Asides(partners=partners)
    return replace(put, asides=asides, proposal=asides.common if answer.option is None else None)


@pytest.mark.parametrize("option", ["ja", "deels", "nee", "weet-niet", "nvt"])
def test_enter_takes_what_all_partners_answered(small: FactorSet, option: str) -> None:
    put = apart(small, Answer(option), Answer(option))
    found, text = pressed(ENTER, lambda asker: asker.ask_factor(put))
    name = small.factors[0].option(option).name
    assert said(found) == option
    assert f"\nIedereen antwoordde: {name}\nEnter neemt over: {name}\n" in text


@pytest.mark.parametrize(
    "answers", [(Answer("ja"), Answer("nee")), (Answer("nee"), OPEN), (OPEN, OPEN), (OPEN,)], ids=str
)
def test_enter_takes_no_answer_where_partners_have_none_in_common(
    small: FactorSet, answers: tuple[Answer, ...]
) -> None:
    found, text = pressed(ENTER, lambda asker: asker.ask_factor(apart(small, *answers)))
    assert said(found) == "SKIP"
    assert "Enter neemt over" not in text


@pytest.mark.parametrize(
    ("keys", "reply"),
    [("n", "nee"), (UP + ENTER, "nvt"), (DOWN + ENTER, "ja"), ("o", "SKIP"), ("t", "NOTE"), ("?n", "nee")],
)
def test_where_partners_differ_every_answer_can_still_be_chosen(small: FactorSet, keys: str, reply: str) -> None:
    put = apart(small, Answer("ja"), Answer("nee"))
    assert said(pressed(keys, lambda asker: asker.ask_factor(put))[0]) == reply


def test_the_answer_that_stands_goes_before_what_partners_answered(small: FactorSet) -> None:
    put = apart(small, Answer("ja"), Answer("ja"), answer=Answer("nee"))
    found, text = pressed(ENTER, lambda asker: asker.ask_factor(put))
    assert said(found) == "nee"
    assert "Iedereen antwoordde: Ja\nNu: Nee\n" in text
    assert "Enter neemt over" not in text


APART_40 = """\

1/4 · Mensen ───────────────────────────
Er is een vast team.
3 voorwaarden: ? toont ze
Partner 1: Ja
Partner 2: Nee
? toont wat er nog meer is gezegd
o laten staan · t notitie · b terug
q stoppen · ? uitleg
"""
BEHIND_40 = """\

  • Het team is vast.
  • Deskundig team
  • Team uit de wijk (een wens)
Partner 1: Ja
Partner 1, notitie: Al jaren dezelfde
mensen, en iedereen kent ze.
"""
THEN_40 = """\

Partner 2: Nee
Partner 2, notitie: Wij zien steeds
nieuwe gezichten op school.
"""


def test_on_a_small_screen_the_notes_of_partners_wait_behind_the_help_key(small: FactorSet) -> None:
    notes = "Al jaren dezelfde mensen, en iedereen kent ze.", "Wij zien steeds nieuwe gezichten op school."
    put = apart(small, *(Answer(option, note=note) for option, note in zip(("ja", "nee"), notes, strict=True)))
    _reply, text = pressed("????n", lambda asker: asker.ask_factor(put), width=40, height=16)
    assert text == APART_40 + BEHIND_40 + THEN_40 + HELP_40 + BEHIND_40 + "1/4 Nee\n"


@pytest.mark.parametrize(
    ("keys", "reply"),
    [(ENTER, ("is-deskundig",)), (" " + ENTER, ("is-vast", "is-deskundig")), (DOWN + " " + ENTER, ())],
)
def test_the_conditions_that_all_partners_named_are_marked_and_told(
    small: FactorSet, keys: str, reply: tuple[str, ...]
) -> None:
    put = replace(question(small, "team", partly()), proposal=partly("is-deskundig"))
    found, text = pressed(keys, lambda asker: asker.ask_conditions(put))
    assert found == reply
    assert text.startswith("Al aangekruist: Deskundig team\nspatie kruist aan · ")


def test_where_partners_named_no_condition_alike_none_is_marked(small: FactorSet) -> None:
    put = replace(question(small, "team", partly()), proposal=partly())
    found, text = pressed(ENTER, lambda asker: asker.ask_conditions(put))
    assert (found, text) == ((), "spatie kruist aan · Enter is klaar · b terug · q stoppen\n")


# --- notes ------------------------------------------------------------------------------------------------------

NOTE_SCREEN = """\
Schrijf hier geen namen op, en niets over een enkele leerling.
Enter is klaar · Alt+Enter of Ctrl+O nieuwe regel · Esc breekt af
leeg haalt de notitie weg
"""


@pytest.mark.parametrize(
    ("before", "keys", "note"),
    [
        (None, "Om beurten." + ENTER, "Om beurten."),
        (None, "Om beurten." + ALT_ENTER + "Ook vrijdag." + ENTER, "Om beurten.\nOok vrijdag."),
        ("Oud.", " En nieuw." + ENTER, "Oud. En nieuw."),
        ("Oud.", BACKSPACE * 4 + "Nieuw." + ENTER, "Nieuw."),
        ("Oud.", BACKSPACE * 4 + ENTER, ""),
        ("Oud.", ENTER, "Oud."),
        (None, ENTER, ""),
        (None, "  één 😀  " + ENTER, "één 😀"),
        (None, pasted("een\ntwee\r\ndrie") + ENTER, "een\ntwee\ndrie"),
        (None, "jobt?q" + ENTER, "jobt?q"),
        (None, pasted("\x1b[31mrood\u202e\x9b2J nul\x00\x07\u2028twee") + ENTER, "[31mrood2J nul\ntwee"),
    ],
)
def test_a_note_is_typed(small: FactorSet, before: str | None, keys: str, note: str) -> None:
    found, text = pressed(keys, lambda asker: asker.ask_note(question(small, "team", Answer(note=before))), width=90)
    assert found == note
    assert text == NOTE_SCREEN


@pytest.mark.parametrize(
    "report",
    [
        "\x1b[O", "\x1b[0n", "\x1b[8;24;80t", "\x1b[?62;22;52d", "\x1b[>0;276;0j", "\x1b[1;2J", "\x1b[<35;1;1q",
        "\x1b]11;rgb:dddd/bbbb/nnnn\x07", "\x1b]11;rgb:dddd/jjjj/wwww\x1b\\", "\x1bP1+r544e=jdn\x1b\\", "\x1b_Gj\x1b\\",
    ],
)  # fmt: skip
def test_what_a_terminal_says_of_itself_answers_nothing(small: FactorSet, report: str) -> None:
    first = question(small, "team")
    found, _text = pressed(report + "v", lambda asker: asker.ask_factor(first))
    assert getattr(found, "id", found) == "nvt"
    marked, _text = pressed(" " + report + ENTER, lambda asker: asker.ask_conditions(first))
    assert marked == ("is-vast",)


@pytest.mark.parametrize("slip", ["\x1b[?62;22;52d", "\x1b[8;24;80t", "\x1b[O", "\x1bp", "\x1bP", "\x1b]", "\x1bé"])
def test_neither_a_late_report_nor_alt_with_a_letter_ends_a_note(small: FactorSet, slip: str) -> None:
    typed = "half" + slip + " meer" + ENTER
    found, _text = pressed(typed, lambda asker: asker.ask_note(question(small, "team")))
    assert found == "half meer"


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, CTRL_Q])
def test_after_escape_a_key_that_interrupts_still_does(small: FactorSet, key: str) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed("half" + ESCAPE + key, lambda asker: asker.ask_note(question(small, "team")))
    assert raised.value.draft == "half"


def test_escape_leaves_the_note_as_it_is(small: FactorSet) -> None:
    before = question(small, "team", Answer(note="Oud."))
    assert waited("Half" + ESCAPE, lambda asker: asker.ask_note(before), Interruptions()) is None


def test_a_note_that_is_too_long_is_refused_and_can_be_shortened(small: FactorSet) -> None:
    keys = "x" * 12 + ENTER + BACKSPACE * 2 + ENTER
    found, _text = pressed(keys, lambda asker: asker.ask_note(question(small, "team")), note_limit=10)
    assert found == "x" * 10


@pytest.mark.parametrize(
    ("keys", "note"),
    [
        ("2", "Bel 06-12345678."),
        (DOWN + ENTER, "Bel 06-12345678."),
        ("1" + BACKSPACE * 12 + "de school." + ENTER, "Bel de school."),
        (ENTER + BACKSPACE * 12 + "de school." + ENTER, "Bel de school."),
    ],
)
def test_what_looks_like_personal_data_is_changed_or_kept(small: FactorSet, keys: str, note: str) -> None:
    found, text = pressed(
        "Bel 06-12345678." + ENTER + keys, lambda asker: asker.ask_note(question(small, "team")), width=90
    )
    assert found == note
    again = NOTE_SCREEN.partition("\n")[2] if note == "Bel de school." else ""
    assert text == NOTE_SCREEN + "“06-12345678” lijkt op een telefoonnummer.\n" + again


@pytest.mark.parametrize(
    ("before", "keys", "draft"),
    [
        (None, "Half gety" + CTRL_C, "Half gety"),
        (None, "Half gety" + CTRL_D, "Half gety"),
        (None, "Half" + ALT_ENTER + "gety " + CTRL_Q, "Half\ngety"),
        ("Oud.", " En" + CTRL_C, "Oud. En"),
        (None, CTRL_C, None),
        (None, CTRL_D, None),
        (None, "  " + CTRL_C, None),
    ],
)
def test_an_interrupted_note_is_handed_over_as_a_draft(
    small: FactorSet, before: str | None, keys: str, draft: str | None
) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed(keys, lambda asker: asker.ask_note(question(small, "team", Answer(note=before))))
    assert raised.value.draft == draft


def test_a_note_is_handed_over_when_the_question_about_personal_data_is_interrupted(small: FactorSet) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed("Bel 06-12345678." + ENTER + CTRL_C, lambda asker: asker.ask_note(question(small, "team")))
    assert raised.value.draft == "Bel 06-12345678."


# --- the list of all answers ------------------------------------------------------------------------------------


def everything(factor_set: FactorSet) -> tuple[FactorQuestion, ...]:
    answers = {"team": partly("is-vast"), "contact": Answer("ja"), "ruimte": Answer("nee"), "tijd": Answer("nvt")}
    return tuple(question(factor_set, name, answer) for name, answer in answers.items())


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (ENTER, None),
        ("q", None),
        ("Q", None),
        (DOWN + ENTER, "team"),
        (DOWN * 3 + ENTER, "ruimte"),
        (UP + ENTER, "tijd"),
        ("xj" + DOWN * 2 + ENTER, "contact"),
    ],
)
def test_a_factor_is_chosen_from_the_list_and_enter_alone_goes_on(
    small: FactorSet, keys: str, chosen: str | None
) -> None:
    found, text = pressed(keys, lambda asker: asker.ask_which(everything(small)))
    assert (found.factor.id if found else None) == chosen
    assert text == "\nAlle vragen zijn beantwoord. Kies er een om te veranderen, of ga naar het verslag.\n".replace(
        "het verslag", "het\nverslag"
    )


# --- what comes before the first question -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("Lyceum Oost" + ENTER, "Lyceum Oost"),
        ("  Lyceum Oost  " + ENTER, "Lyceum Oost"),
        (ENTER + "   " + ENTER + "Lyceum Oost" + ENTER, "Lyceum Oost"),
        (pasted("Lyceum\nOost") + ENTER, "Lyceum Oost"),
    ],
)
def test_the_collaboration_is_asked_until_it_has_a_name(keys: str, name: str) -> None:
    assert pressed(keys, lambda asker: asker.ask_collaboration()) == (name, f"Samenwerking: {name}\n")


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D, "Lyce" + CTRL_C])
def test_the_name_of_the_collaboration_can_be_interrupted(keys: str) -> None:
    with pytest.raises(Interrupted):
        pressed(keys, lambda asker: asker.ask_collaboration())


@pytest.mark.parametrize(
    ("keys", "chosen", "name"),
    [(ENTER, "school", "School"), ("1", "school", "School"), ("2", "samen", "Samen"), (UP + ENTER, "samen", "Samen")],
)
def test_a_perspective_is_chosen(small: FactorSet, keys: str, chosen: str, name: str) -> None:
    assert pressed(keys, lambda asker: asker.ask_perspective(small.perspectives)) == (
        chosen,
        f"Ingevuld door: {name}\n",
    )


@pytest.mark.parametrize(
    ("keys", "chosen"), [("9", "naam-9"), (UP + ENTER, "naam-11"), ("0" + "2", "naam-2"), (DOWN * 9 + ENTER, "naam-10")]
)
def test_of_many_things_the_first_nine_have_a_number(keys: str, chosen: str) -> None:
    names = {f"naam-{number}": f"Naam {number}" for number in range(1, 12)}
    assert pressed(keys, lambda asker: asker.ask_choice("Welke?", names)) == (chosen, "")


def test_what_is_told_is_shown_as_text() -> None:
    assert pressed("", lambda asker: asker.tell("een [/nope]\x1b[2J\n\u202etwee")) == (None, "een [/nope][2J\ntwee\n")


# --- signals ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_prompt_and_hands_over_the_draft(
    small: FactorSet, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prompt_toolkit.buffer import Buffer

    interruptions = Interruptions()
    insert_text = Buffer.insert_text

    def type_and_send(buffer: Buffer, data: str, **options: bool) -> None:
        insert_text(buffer, data, **options)
        if buffer.text == "Half gety":
            os.kill(os.getpid(), number)

    def type_half() -> None:
        with interruptions.held():
            waited("Half gety", lambda asker: asker.ask_note(question(small, "team")), interruptions)

    monkeypatch.setattr(Buffer, "insert_text", type_and_send)
    with pytest.raises(Interrupted) as raised:
        type_half()
    assert raised.value.draft == "Half gety"


def test_a_signal_that_came_before_a_prompt_ends_it_at_once(small: FactorSet) -> None:
    interruptions = Interruptions()
    answered: list[Option | Command] = []

    def work() -> None:
        with interruptions.held():
            os.kill(os.getpid(), signal.SIGTERM)
            answered.append(waited("", lambda asker: asker.ask_factor(question(small, "team")), interruptions))

    with pytest.raises(Interrupted):
        work()
    assert answered == []

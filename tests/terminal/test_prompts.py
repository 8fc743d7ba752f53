"""Keys into the real prompts."""

import os
import signal
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests import examples
from tests.domain.building import partly
from tests.terminal.drawing import drawn
from tests.terminal.pressing import (
    ALT_ENTER,
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_O,
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
from tests.terminal.saying import HOSTILE, SHOWN, saying, steers_nothing
from tests.terminal.test_question_layout import (
    WIDE,
    conditions_of,
    everything,
    of_last_year,
    of_partners,
    question,
    said,
)
from werkzaam.domain.asides import Aside, Asides
from werkzaam.domain.evaluation import OPEN, Action, Answer
from werkzaam.domain.factor_set import FactorSet, Option
from werkzaam.domain.questionnaire import Command, FactorQuestion
from werkzaam.errors import Interrupted
from werkzaam.language import _
from werkzaam.terminal.console import UNICODE
from werkzaam.terminal.interruption import Interruptions
from werkzaam.terminal.prompts import PromptAsker
from werkzaam.terminal.question_layout import VIEWS, question_block
from werkzaam.wording.asides import aside_lines
from werkzaam.wording.factors import meaning
from werkzaam.wording.notes import request

BEL = "Bel 06-12345678."


def keys_told(*messages: str) -> str:
    return " · ".join(map(_, messages)) + "\n"


def screen_of(put: FactorQuestion) -> str:
    """Return what stands on the screen while a factor is asked, less the prompt itself."""
    block = drawn(lambda on: on.print(question_block(put, UNICODE, VIEWS[0])), WIDE)
    return f"\n{block}" + keys_told("o leave", "t note", "b back", "q stop", "? help")


# --- a factor ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ("j", "ja"),
        ("J", "ja"),
        ("d", "deels"),
        ("n", "nee"),
        ("w", "weet-niet"),
        ("v", "nvt"),
        ("o", "SKIP"),
        ("t", "NOTE"),
        ("b", "BACK"),
        ("q", "STOP"),
        (ENTER, "ja"),
        (DOWN * 3 + UP + ENTER, "nee"),
        (UP + ENTER, "nvt"),
        ("xkz7 \t" + pasted("jjj") + "n", "nee"),
    ],
)
def test_a_key_answers_or_commands_and_what_was_chosen_stays_on_the_screen(
    small: FactorSet, keys: str, reply: str
) -> None:
    put = question(small, "team")
    answer, text = pressed(keys, lambda asker: asker.ask_factor(put), width=WIDE)
    left = {"SKIP": _("{place} left as it stands").format(place="1/4") + "\n"}
    left |= {option.id: f"1/4 {option.name}\n" for option in small.options}
    assert (said(answer), text) == (reply, screen_of(put) + left.get(reply, ""))


@pytest.mark.parametrize("answer", ["deels", "nvt"])
def test_the_present_answer_is_preselected(small: FactorSet, answer: str) -> None:
    reply, _text = pressed(ENTER, lambda asker: asker.ask_factor(question(small, "team", Answer(answer))))
    assert said(reply) == answer


@pytest.mark.parametrize(("now", "reply"), [(Answer("nee"), "nee"), (OPEN, "ja")])
def test_an_earlier_answer_is_not_preselected(small: FactorSet, now: Answer, reply: str) -> None:
    before = replace(of_last_year(small), answer=now)
    assert said(pressed(ENTER, lambda asker: asker.ask_factor(before))[0]) == reply
    assert pressed(ENTER, lambda asker: asker.ask_conditions(before))[0] == ()


@pytest.mark.parametrize("number", ["0", "3"])
def test_a_scale_of_numbers_is_answered_with_numbers(number: str) -> None:
    other = examples.other_scale()
    reply, _text = pressed(number, lambda asker: asker.ask_factor(question(other, "first")))
    assert said(reply) == number


def test_an_option_without_a_key_is_reached_by_arrows(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    keyless = replace(team, scale=tuple(replace(option, key=None) for option in team.scale))
    put = replace(question(small, "team"), factor=keyless)
    assert said(pressed("jdnwv" + DOWN * 2 + ENTER, lambda asker: asker.ask_factor(put))[0]) == "nee"


def pages(text: str, screen: str) -> list[list[str]]:
    """Return what the help key showed below a screen, page by page."""
    assert text.startswith(screen)
    return [page.splitlines() for page in text.removeprefix(screen).strip("\n").split("\n\n")]


def test_help_explains_the_answers_and_the_keys_as_often_as_it_is_asked(small: FactorSet) -> None:
    put = question(small, "team")
    reply, text = pressed("??" + DOWN + "b", lambda asker: asker.ask_factor(put), width=WIDE)
    explained, again = pages(text, screen_of(put))
    assert (said(reply), explained) == ("BACK", again)
    keys = (
        "o: leave the answer as it stands and go on", "t: write a note", "b: back to the question before this one",
        "q: stop; everything is saved, and you can go on later", "arrows and Enter: choose from the list",
    )  # fmt: skip
    assert explained[:-1] == [
        *(f"  • {option.name}: {meaning(option)}" for option in small.options),
        *(f"  • {_(key)}" for key in keys),
    ]
    assert explained[-1].endswith(" Mensen 1")


def test_on_a_small_screen_help_first_gives_what_there_was_no_room_for(small: FactorSet) -> None:
    _reply, text = pressed("???b", lambda asker: asker.ask_factor(question(small, "team")), width=WIDE, height=13)
    short = screen_of(question(small, "team")).replace("Het team is vast.", "Vast team")
    whole, explained, again = pages(text, short)
    assert whole == again == conditions_of(question(small, "team"), full=True)
    assert explained[0].startswith("  • Ja: ")


def test_on_a_small_screen_the_notes_of_partners_wait_behind_the_help_key(small: FactorSet) -> None:
    put = apart(small, Answer("ja", note="Al jaren.\nElke dag.\nIedereen."), Answer("nee", note="Nooit.\nNergens."))
    _reply, text = pressed("????b", lambda asker: asker.ask_factor(put), width=WIDE, height=16)
    shown, *behind = text.strip("\n").split("\n\n")
    assert "Al jaren." not in shown
    first, second, explained, again = (page.splitlines() for page in behind)
    assert (
        first == again == [*conditions_of(put, full=True), *"\n".join(aside_lines(put.asides.partners[0])).splitlines()]
    )
    assert second == "\n".join(aside_lines(put.asides.partners[1])).splitlines()
    assert explained[0].startswith("  • Ja: ")


def test_the_keys_are_told_on_as_many_lines_as_they_need_and_none_is_broken(small: FactorSet) -> None:
    keys = screen_of(question(small, "tijd")).splitlines()[-1]
    _reply, text = pressed("b", lambda asker: asker.ask_factor(question(small, "tijd")), width=30)
    lines = text.splitlines()[3:]
    assert len(lines) > 1
    assert " · ".join(lines) == keys
    assert max(map(len, lines)) <= 30


def test_a_question_can_be_interrupted_after_its_help(small: FactorSet) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed("?" + DOWN + CTRL_D, lambda asker: asker.ask_factor(question(small, "team")))
    assert raised.value.draft is None


def test_what_is_pasted_at_a_question_is_not_taken_up(small: FactorSet) -> None:
    reply, screen = drawn_between(pasted("geplakt"), "n", lambda asker: asker.ask_factor(question(small, "team")))
    assert said(reply) == "nee"
    assert _("{place} Is this in place?").format(place="1/4") in screen
    assert "geplakt" not in screen


# --- conditions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (ENTER, ()),
        (" " + DOWN * 2 + " " + ENTER, ("is-vast", "woont-dichtbij")),
        (UP + " " + UP + " " + ENTER, ("is-deskundig", "woont-dichtbij")),
        ("  " + ENTER, ()),
        ("xz" + pasted("q") + " " + ENTER, ("is-vast",)),
        (" b", Command.BACK),
        ("q", Command.STOP),
    ],
)
def test_conditions_are_marked_with_space_and_stay_on_the_screen(
    small: FactorSet, keys: str, reply: tuple[str, ...] | Command
) -> None:
    put = question(small, "team", partly())
    named, text = pressed(keys, lambda asker: asker.ask_conditions(put), width=WIDE)
    texts = [item.text for item in put.factor.conditions if isinstance(reply, tuple) and item.id in reply]
    left = "".join(f"{line}\n" for line in (_("Missing:"), *(f"  ✗ {text}" for text in texts))) if texts else ""
    assert (named, text) == (reply, marking() + left)


def marking() -> str:
    return keys_told("Space marks", "Enter is done", "b back", "q stop")


@pytest.mark.parametrize(
    ("keys", "reply"),
    [(ENTER, ("is-vast", "is-deskundig")), (" " + DOWN + " " + DOWN + " " + ENTER, ("woont-dichtbij",))],
)
def test_the_conditions_named_before_are_marked(small: FactorSet, keys: str, reply: tuple[str, ...]) -> None:
    before = question(small, "team", partly("is-vast", "is-deskundig"))
    assert pressed(keys, lambda asker: asker.ask_conditions(before))[0] == reply


# --- what partners answered apart -------------------------------------------------------------------------------


def apart(factor_set: FactorSet, *answers: Answer, answer: Answer = OPEN) -> FactorQuestion:
    """Return a question with what partners said beside it, as the questionnaire puts it."""
    put = question(factor_set, "team", answer)
    partners = tuple(Aside(f"Partner {number}", put.factor, item) for number, item in enumerate(answers, 1))
    asides = Asides(partners=partners)
    return replace(put, asides=asides, proposal=asides.common if answer.option is None else None)


@pytest.mark.parametrize("option", ["ja", "weet-niet"])
def test_enter_takes_what_all_partners_answered(small: FactorSet, option: str) -> None:
    put = apart(small, Answer(option), Answer(option))
    reply, text = pressed(ENTER, lambda asker: asker.ask_factor(put))
    assert said(reply) == option
    assert _("Enter takes over: {answer}").format(answer=small.factors[0].option(option).name) in text


@pytest.mark.parametrize(
    ("answers", "keys", "reply"),
    [
        ((Answer("ja"), Answer("nee")), ENTER, "SKIP"),
        ((Answer("nee"), OPEN), ENTER, "SKIP"),
        ((OPEN,), ENTER, "SKIP"),
        ((Answer("ja"), Answer("nee")), "?n", "nee"),
        ((Answer("ja"), Answer("nee")), UP + ENTER, "nvt"),
        ((Answer("ja"), Answer("nee")), DOWN + ENTER, "ja"),
    ],
)
def test_enter_takes_no_answer_where_partners_have_none_in_common_but_every_answer_can_be_chosen(
    small: FactorSet, answers: tuple[Answer, ...], keys: str, reply: str
) -> None:
    answered, text = pressed(keys, lambda asker: asker.ask_factor(apart(small, *answers)))
    assert said(answered) == reply
    assert _("Enter takes over: {answer}").format(answer="") not in text


def test_the_answer_that_stands_goes_before_what_partners_answered(small: FactorSet) -> None:
    put = apart(small, Answer("ja"), Answer("ja"), answer=Answer("nee"))
    assert said(pressed(ENTER, lambda asker: asker.ask_factor(put))[0]) == "nee"


@pytest.mark.parametrize(("keys", "reply"), [(ENTER, ("is-deskundig",)), (" " + DOWN + " " + ENTER, ("is-vast",))])
def test_the_conditions_that_all_partners_named_are_marked_and_told(
    small: FactorSet, keys: str, reply: tuple[str, ...]
) -> None:
    put = replace(question(small, "team", partly()), proposal=partly("is-deskundig"))
    named, text = pressed(keys, lambda asker: asker.ask_conditions(put), width=WIDE)
    told = _("Marked already: {conditions}").format(conditions="Deskundig team")
    assert (named, text.startswith(f"{told}\n{marking()}")) == (reply, True)


def test_where_partners_named_no_condition_alike_none_is_marked(small: FactorSet) -> None:
    put = replace(question(small, "team", partly()), proposal=partly())
    assert pressed(ENTER, lambda asker: asker.ask_conditions(put), width=WIDE) == ((), marking())


# --- notes ------------------------------------------------------------------------------------------------------


def note_keys() -> str:
    return keys_told("Enter is done", "Alt+Enter or Ctrl+O new line", "Esc cancels", "empty removes the note")


def noting(factor_set: FactorSet, before: str | None = None) -> Callable[[PromptAsker], str | None]:
    return lambda asker: asker.ask_note(question(factor_set, "team", Answer(note=before)))


@pytest.mark.parametrize(
    ("before", "keys", "note"),
    [
        (None, "Om beurten." + ALT_ENTER + "Ook vrijdag." + ENTER, "Om beurten.\nOok vrijdag."),
        (None, "Een." + CTRL_O + "Twee." + ENTER, "Een.\nTwee."),
        ("Oud.", " En nieuw." + ENTER, "Oud. En nieuw."),
        ("Oud.", BACKSPACE * 4 + ENTER, ""),
        ("Oud.", ENTER, "Oud."),
        (None, "  één 😀  " + ENTER, "één 😀"),
        (None, pasted("een\ntwee\r\ndrie") + ENTER, "een\ntwee\ndrie"),
        (None, "jobt?q" + ENTER, "jobt?q"),
        (None, pasted("\x1b[31mrood\u202e\x9b2J nul\x00\x07\u2028twee") + ENTER, "[31mrood2J nul\ntwee"),
    ],
)
def test_a_note_is_typed(small: FactorSet, before: str | None, keys: str, note: str) -> None:
    assert pressed(keys, noting(small, before), width=WIDE) == (note, f"{request()}\n{note_keys()}")


def test_a_note_that_is_too_long_is_refused_and_can_be_shortened(small: FactorSet) -> None:
    assert pressed("x" * 12 + ENTER + BACKSPACE * 2 + ENTER, noting(small), note_limit=10)[0] == "x" * 10


@pytest.mark.parametrize(
    ("keys", "note"),
    [("2", BEL), (DOWN + ENTER, BEL), ("1" + BACKSPACE * 12 + "de school." + ENTER, "Bel de school.")],
)
def test_what_looks_like_personal_data_is_changed_or_kept(small: FactorSet, keys: str, note: str) -> None:
    def kept(asker: PromptAsker) -> str:
        typed = None
        while typed is None or not asker.keeps_note(question(small, "team"), typed):
            typed = noting(small, typed)(asker)
        return typed

    typed, text = pressed(BEL + ENTER + keys, kept, width=WIDE)
    remark = _("“{text}” looks like a phone number.").format(text="06-12345678")
    again = f"{request()}\n{note_keys()}" if note != BEL else ""
    assert (typed, text) == (note, f"{request()}\n{note_keys()}{remark}\n{again}")


@pytest.mark.parametrize(
    ("before", "keys", "draft"),
    [
        (None, "Half" + ALT_ENTER + "gety " + CTRL_Q, "Half\ngety"),
        ("Oud.", " En" + CTRL_C, "Oud. En"),
        (None, "half" + ESCAPE + CTRL_D + " meer", "half"),
        (None, "  " + CTRL_C, None),
    ],
)
def test_an_interrupted_note_is_handed_over_as_a_draft(
    small: FactorSet, before: str | None, keys: str, draft: str | None
) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed(keys, noting(small, before))
    assert raised.value.draft == draft


# --- what a terminal says of itself -------------------------------------------------------------------------------

REPORTS = (
    "\x1b[O", "\x1b[0n", "\x1b[8;24;80t", "\x1b[?62;22;52d", "\x1b[>0;276;0j", "\x1b[1;2J", "\x1b[<35;1;1q",
    "\x1b]11;rgb:dddd/bbbb/nnnn\x07", "\x1b]11;rgb:dddd/jjjj/wwww\x1b\\", "\x1bP1+r544e=jdn\x1b\\", "\x1b_Gj\x1b\\",
)  # fmt: skip
SLIPS = ("\x1b[?62;22;52d", "\x1b[8;24;80t", "\x1b[O", "\x1bp", "\x1bP", "\x1b]", "\x1bé")


def test_what_a_terminal_says_of_itself_answers_nothing_and_swallows_no_key(small: FactorSet) -> None:
    names = {f"naam-{number}": f"Naam {number}" for number in range(1, 13)}
    moved = "".join(report + DOWN for report in REPORTS)
    assert pressed(moved + ENTER, lambda asker: asker.ask_choice("Welke?", names))[0] == "naam-12"
    reply, _text = pressed("".join(REPORTS) + "v", lambda asker: asker.ask_factor(question(small, "team")))
    assert said(reply) == "nvt"
    marked, _text = pressed(" " + "".join(REPORTS) + ENTER, lambda asker: asker.ask_conditions(question(small, "team")))
    assert marked == ("is-vast",)


def test_neither_a_late_report_nor_alt_with_a_letter_ends_a_note(small: FactorSet) -> None:
    typed = "".join(f"{number}{slip}" for number, slip in enumerate(SLIPS))
    assert pressed(typed + " meer" + ENTER, noting(small))[0] == "0123456 meer"


# --- lists, and what comes before the first question --------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [(ENTER, None), (DOWN * 3 + ENTER, "ruimte"), (UP + ENTER, "tijd"), ("xj" + DOWN + ENTER, "team")],
)
def test_a_factor_is_chosen_from_the_list_and_enter_alone_goes_on(
    small: FactorSet, keys: str, chosen: str | None
) -> None:
    which, text = pressed(keys, lambda asker: asker.ask_which(everything(small)), width=WIDE)
    told = _("Every question is answered. Choose one to change, or go on to the report.")
    assert (which.factor.id if which else None, text) == (chosen, f"\n{told}\n")


@pytest.mark.parametrize("keys", [ENTER + "   " + ENTER + "Lyceum Oost " + ENTER, pasted("Lyceum\nOost") + ENTER])
def test_the_collaboration_is_asked_until_it_has_a_name(keys: str) -> None:
    told = _("Collaboration: {name}").format(name="Lyceum Oost")
    assert pressed(keys, lambda asker: asker.ask_collaboration()) == ("Lyceum Oost", f"{told}\n")


@pytest.mark.parametrize(("keys", "chosen"), [(ENTER, "school"), (UP + ENTER, "samen")])
def test_a_perspective_is_chosen(small: FactorSet, keys: str, chosen: str) -> None:
    told = _("Perspective: {name}").format(name=small.perspective_name(chosen))
    assert pressed(keys, lambda asker: asker.ask_perspective(small.perspectives)) == (chosen, f"{told}\n")


@pytest.mark.parametrize(("keys", "chosen"), [("9", "naam-9"), ("0" + "2", "naam-2"), (DOWN * 9 + ENTER, "naam-10")])
def test_of_many_things_the_first_nine_have_a_number(keys: str, chosen: str) -> None:
    names = {f"naam-{number}": f"Naam {number}" for number in range(1, 12)}
    assert pressed(keys, lambda asker: asker.ask_choice("Welke?", names)) == (chosen, "")


def test_what_a_list_offers_is_drawn_with_its_keys(small: FactorSet) -> None:
    _reply, screen = drawn_between("", "o", lambda asker: asker.ask_factor(apart(small, Answer("ja"), Answer("nee"))))
    for line in ("j  Ja", "v  Niet van toepassing", "o  " + _("leave it open")):
        assert line in screen


# --- hostile text -------------------------------------------------------------------------------------------------


def test_text_from_a_file_is_shown_as_text(small: FactorSet) -> None:
    last_year = saying(of_last_year(small), HOSTILE)
    partners = saying(of_partners(small), HOSTILE)
    all_said = saying(everything(small), HOSTILE)
    asked: list[tuple[str, Callable[[PromptAsker], object], int]] = [
        ("?j", lambda asker: asker.ask_factor(last_year), 15),
        ("?n", lambda asker: asker.ask_factor(partners), 10),
        (" " + ENTER, lambda asker: asker.ask_conditions(last_year), 1),
        (ENTER + "2", lambda asker: asker.ask_note(last_year), 0),
        (ENTER, lambda asker: asker.ask_which(all_said), 0),
        (ENTER, lambda asker: asker.ask_perspective(saying(small.perspectives, HOSTILE)), 1),
        (pasted(HOSTILE) + ENTER, lambda asker: asker.ask_collaboration(), 1),
        ("1", lambda asker: asker.ask_status(saying(Action("x", owner="y"), HOSTILE), 1, 1), 2),
        ("", lambda asker: asker.tell(HOSTILE), 1),
    ]
    for keys, ask, least in asked:
        _reply, text = pressed(keys, ask, width=1000, height=200)
        assert (steers_nothing(text), text.count(SHOWN) >= least) == (True, True), keys
    for ask in (asked[4][1], asked[5][1]):
        _reply, screen = drawn_between("", ENTER, ask)
        assert "\u202e" not in screen
        assert "[bold]x[/nope] :warning: [31m" in screen


# --- signals ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
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
            waited("Half gety", noting(small), interruptions)

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

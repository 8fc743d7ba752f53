"""Every prompt by keys alone: each is answered, and left, with keys that it names, and no other key does anything."""

import string
from collections.abc import Iterator
from random import Random

import pytest
from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES  # noqa: TID253 (these tests are on its keys)
from prompt_toolkit.input.vt100_parser import Vt100Parser  # noqa: TID253
from prompt_toolkit.keys import Keys  # noqa: TID253

from tests.terminal.kinds import CLOSED_BY_ESCAPE, LISTS, POINTS, PROMPTS, SMALL, TEXTS, Kind
from tests.terminal.pressing import (
    CTRL_C,
    CTRL_D,
    CTRL_O,
    DOWN,
    ENTER,
    ESCAPE,
    PAUSE,
    UP,
    pasted,
    pressed,
)
from tests.terminal.questions import everything, question
from werkzaam.domain.questions import Command, Note
from werkzaam.errors import Interrupted, Stopped
from werkzaam.language import _
from werkzaam.terminal.prompt_keys import KeyParser
from werkzaam.terminal.prompts import PromptAsker
from werkzaam.visible import visible

KEYPAD_ENTER, KEYPAD_TAB = "\x1bOM", "\x1bOI"
SHIFT_ENTERS = ("\x1b[13;2u", "\x1b[27;2;13~")
CTRL_Z = "\x1a"
NAMED = {ENTER, ESCAPE, CTRL_C, CTRL_D, CTRL_Z, UP, DOWN, "\x1bOA", "\x1bOB", KEYPAD_ENTER, KEYPAD_TAB}
CONTROLS = [chr(code) for code in (*range(32), 127) if chr(code) not in NAMED]
SEQUENCES = [
    keys
    for keys, key in ANSI_SEQUENCES.items()
    if keys.startswith(ESCAPE)
    and keys not in NAMED
    and key not in (Keys.Up, Keys.Down, Keys.ScrollUp, Keys.ScrollDown, Keys.BracketedPaste, Keys.Ignore, Keys.ControlM)
    and not (isinstance(key, tuple) and Keys.ControlM not in key and Keys.Escape not in key)
]
"""What keys send that are no signs: those of the cursor and of functions, with Shift, Ctrl and Alt too."""
KEYPAD = dict(zip(" Xjklmnopqrstuvwxy", " =*+,-./0123456789", strict=True))
"""The signs of the numeric keypad, by what follows `ESC O` where its keys are told apart from others."""
SINGLE = [
    start + sign
    for start in ("\x1bO", "\x1bO5", "\x1b\x1bO")
    for sign in string.ascii_letters
    if start == "\x1bO5" or sign not in "".join(KEYPAD) + "ABIM"
]
"""What other keys send in that way: those of the cursor and of functions, with Ctrl or Alt too."""
STARTS = "[]OPX^_"
"""What is pressed with Alt as a report begins that a terminal sends."""
ALT = [f"{ESCAPE}{sign}" for sign in (*string.printable, "é", "\x00", "\x7f") if sign not in (*STARTS, CTRL_C, CTRL_D)]
BEGINNINGS = tuple(f"{ESCAPE}{sign}" for sign in STARTS)


def some(prompts: dict[str, Kind]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("kind", prompts.values(), ids=list(prompts))


# --- lists ------------------------------------------------------------------------------------------------------


NO_KEYS_OF_LISTS = "".join([*CONTROLS, *SEQUENCES, *SINGLE, *ALT, "x", "k", "z", "é", "😀", "-", pasted("jq1\rn")])


@some(LISTS)
def test_no_other_key_does_anything_in_a_list(kind: Kind) -> None:
    came = pressed(kind.ask, (NO_KEYS_OF_LISTS, kind.keys))
    assert (came.reply, set(came.drawn)) == (kind.reply, {came.drawn[0]})
    pointing = pressed(kind.ask, (DOWN, NO_KEYS_OF_LISTS, UP + ENTER))
    assert len(set(pointing.drawn)) <= 2, "nothing but the arrow changed what is drawn"
    assert pointing.reply == pressed(kind.ask, DOWN + UP + ENTER).reply


@some(LISTS)
def test_alt_with_a_sign_that_begins_a_report_does_nothing_in_a_list(kind: Kind) -> None:
    came = pressed(kind.ask, (*BEGINNINGS, PAUSE, kind.keys))
    assert (came.reply, set(came.drawn)) == (kind.reply, {came.drawn[0]})


@some(LISTS)
def test_enter_of_the_keypad_is_enter_in_a_list(kind: Kind) -> None:
    assert pressed(kind.ask, (DOWN, KEYPAD_ENTER)).reply == pressed(kind.ask, DOWN + ENTER).reply


@pytest.mark.parametrize("keys", SHIFT_ENTERS)
@some(LISTS)
def test_shift_enter_takes_nothing_from_a_list(kind: Kind, keys: str) -> None:
    assert pressed(kind.ask, keys + kind.keys).reply == kind.reply


# --- texts ------------------------------------------------------------------------------------------------------


@some(TEXTS)
def test_alt_with_a_sign_that_begins_a_report_does_nothing_in_a_text(kind: Kind) -> None:
    assert pressed(kind.ask, (*BEGINNINGS, PAUSE, kind.keys)).reply == kind.reply


EDITING = {"\x08": "een twe", "\x7f": "een twe", "\x1f": "een twe", "\x15": "", "\x17": "een "}
"""What is left of `een twee`, as wherever lines are typed: Backspace, undo, and less the line or the word before it."""
TAKEN = {"\n"}
"""What some terminals send for Enter."""


@some(TEXTS)
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["\t", *(keys for keys in CONTROLS if keys not in TAKEN)], id="controls"),  # Tab: there and back
        pytest.param(SEQUENCES, id="cursor and functions"),
        pytest.param(SINGLE, id="single"),
        pytest.param(ALT, id="Alt"),
    ],
)
def test_no_other_key_ends_a_text_or_leaves_a_sign_in_it(kind: Kind, keys: list[str]) -> None:
    came = pressed(kind.ask, ("".join(keys), PAUSE, kind.keys))
    assert came.reply == kind.reply
    assert "arg" not in "".join(came.drawn)
    assert "search" not in "".join(came.drawn)


@pytest.mark.parametrize(
    "keys",
    [
        *(keys for keys in CONTROLS if keys not in TAKEN),
        *(keys for keys in SEQUENCES if "Shift" in str(ANSI_SEQUENCES[keys])),
    ],
    ids=repr,
)
def test_what_is_typed_stays_whatever_key_slips_in(keys: str) -> None:
    typed = pressed(TEXTS["owner"].ask, "een twee" + keys + "!" + ENTER).reply
    left = EDITING.get(keys, "een twee")
    assert typed in [f"{left[:at]}!{left[at:]}" for at in range(len(left) + 1)]


@some(TEXTS)
def test_enter_of_the_keypad_ends_a_text(kind: Kind) -> None:
    assert pressed(kind.ask, kind.keys.replace(ENTER, KEYPAD_ENTER)).reply == kind.reply


@pytest.mark.parametrize("keys", [*SHIFT_ENTERS, "\x1b\r", CTRL_O])
def test_a_key_for_a_new_line_gives_one_in_a_note_and_nothing_elsewhere(keys: str) -> None:
    note = pressed(TEXTS["note"].ask, "een" + keys + "twee" + ENTER).reply
    assert isinstance(note, Note)
    assert note.text == "een\ntwee"
    for name in ("what", "owner", "collaboration"):
        assert pressed(TEXTS[name].ask, "een" + keys + "twee" + ENTER).reply == "eentwee"


def test_the_keypad_gives_its_signs() -> None:
    keys = "".join(f"\x1bO{code}" for code in KEYPAD if code != " ")
    assert pressed(TEXTS["collaboration"].ask, keys + ENTER).reply == "".join(KEYPAD.values()).strip()
    assert pressed(LISTS["status"].ask, "\x1bOr").reply == LISTS["status"].reply
    assert pressed(LISTS["points"].ask, "\x1bO " + ENTER).reply == [POINTS[0]]
    assert pressed(TEXTS["due"].ask, "\x1bOq\x1bOm\x1bOs-2027\x1bOM").reply == TEXTS["due"].reply


def test_an_emoji_that_comes_in_halves_as_on_windows_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def feed(parser: KeyParser, keys: str) -> None:
        units = keys.encode("utf-16-le")
        for at in range(0, len(units), 2):
            Vt100Parser.feed(parser, units[at : at + 2].decode("utf-16-le", "surrogatepass"))

    monkeypatch.setattr(KeyParser, "feed", feed)
    typed = pressed(TEXTS["owner"].ask, "School 😀" + "\x1b[D" + "👍" + pasted(" 😀") + ENTER).reply
    assert typed == "School 👍 😀😀"


# --- ways out ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "keys", "reply"),
    [  # capitals: with Caps Lock on it is the same key
        ("factor", "B", Command.BACK),
        ("factor", "O", Command.SKIP),
        ("factor", "T", Command.NOTE),
        ("conditions", "b", Command.BACK),
        ("conditions", ESCAPE, Command.BACK),
        ("note", "Half" + ESCAPE, None),
        ("which", "q", None),
        ("perspective", "B", Command.BACK),
        ("status", "O", None),
        ("points", " q", []),
        ("points", ENTER, []),
        ("what", "  " + ENTER, None),
        ("owner", ENTER, None),
        ("due", " " + ENTER, None),
    ],
)
def test_there_is_a_way_back_with_one_key(name: str, keys: str, reply: object) -> None:
    assert pressed(PROMPTS[name].ask, keys).reply == reply


@pytest.mark.parametrize("name", ["factor", "conditions", "status", "open", "perspective"])
def test_q_stops(name: str) -> None:
    with pytest.raises(Stopped):
        pressed(PROMPTS[name].ask, "Q")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, ESCAPE + CTRL_C])
@some(PROMPTS)
def test_no_prompt_holds_anybody(kind: Kind, key: str) -> None:
    if kind is PROMPTS["note"]:
        note = pressed(kind.ask, key).reply
        assert isinstance(note, Note)
        assert note.interrupted
        return
    with pytest.raises(Interrupted) as raised:
        pressed(kind.ask, key)
    assert raised.value.draft is None


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_a_paste_without_an_end_holds_nobody(key: str) -> None:
    lost = "\x1b[200~Half"
    for kind, draft in ((LISTS["factor"], None), (TEXTS["owner"], "Half")):
        with pytest.raises(Interrupted) as raised:
            pressed(kind.ask, (lost, key))
        assert raised.value.draft == draft


OFTEN = ("factor", "conditions", "note", "owner")
TAILS = ("[D", "OD", "OM", "Oq", "[1;2D", "[13;2u")


@pytest.mark.parametrize(
    ("name", "tail"),
    [
        pytest.param(name, tail, marks=() if name in OFTEN and tail in TAILS[:1] else pytest.mark.long)
        for name in PROMPTS
        for tail in TAILS
    ],
)
def test_a_sequence_that_comes_in_two_parts_does_no_more_than_escape(name: str, tail: str) -> None:
    kind = PROMPTS[name]

    def twice(asker: PromptAsker) -> list[object]:
        first = kind.ask(asker)
        return [first, kind.ask(asker)] if name in CLOSED_BY_ESCAPE else [first]

    if name in CLOSED_BY_ESCAPE:
        closed, answered = pressed(twice, ESCAPE, (PAUSE, tail, kind.keys)).reply
        assert closed == CLOSED_BY_ESCAPE[name]
    else:
        (answered,) = pressed(twice, (ESCAPE, PAUSE, tail, kind.keys)).reply
    assert answered == kind.reply


def test_an_escape_that_closes_a_note_leaves_a_tail_that_answers_no_question() -> None:
    def note_and_factor(asker: PromptAsker) -> list[object]:
        return [TEXTS["note"].ask(asker), LISTS["factor"].ask(asker)]

    closed, answered = pressed(note_and_factor, "Half" + ESCAPE, (PAUSE, "[D", "n")).reply
    assert (closed, answered) == (None, LISTS["factor"].reply)


# --- before it is drawn, and slowly -------------------------------------------------------------------------------


@some(LISTS)
def test_keys_that_were_pressed_before_a_list_is_drawn_do_not_answer_it(kind: Kind) -> None:
    assert pressed(kind.ask, kind.keys, before="j1 \rd\x1b[B\rq").reply == kind.reply


@some(LISTS)
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_those_that_end_the_program_count_whenever_they_come(kind: Kind, key: str) -> None:
    with pytest.raises(Interrupted):
        pressed(kind.ask, kind.keys, before="j" + key + "1")


@pytest.mark.parametrize(("before", "is_told"), [("een plak tekst\ren meer", True), ("j" * 30, False), ("jn", False)])
def test_a_text_that_came_too_early_is_told_and_keys_in_haste_are_not(before: str, *, is_told: bool) -> None:
    said = _("What came before this question stood here is not an answer to it: {text}").format(text=visible(before))
    came = pressed(LISTS["factor"].ask, (PAUSE, "j"), before=before)
    assert (" ".join(said.split()) in " ".join(came.drawn[-1].split())) is is_told


def test_a_key_pressed_twice_answers_one_question() -> None:
    def two(asker: PromptAsker) -> list[object]:
        return [asker.ask_factor(question(SMALL, name)) for name in ("team", "contact")]

    came = pressed(two, "jj", "n")
    assert [getattr(reply, "id", None) for reply in came.reply] == ["ja", "nee"]


@pytest.mark.parametrize(("last", "chosen"), [("n", "nee"), ("j", "ja")])
def test_a_key_that_is_held_down_answers_one_question_and_counts_again_once_it_was_let_go(
    last: str, chosen: str
) -> None:
    def two(asker: PromptAsker) -> list[object]:
        return [asker.ask_factor(question(SMALL, name)) for name in ("team", "contact")]

    came = pressed(two, "jj", ("j", "j", 0.2, last))
    assert [getattr(reply, "id", None) for reply in came.reply] == ["ja", chosen]
    assert len(came.drawn) >= 3


def test_what_is_typed_before_a_text_is_drawn_is_kept_but_enter_alone_ends_nothing() -> None:
    assert pressed(TEXTS["owner"].ask, "gen" + ENTER, before=ENTER * 2 + "le").reply == "legen"
    assert pressed(TEXTS["owner"].ask, before=ENTER + "le" + ENTER).reply == "le"
    assert pressed(TEXTS["collaboration"].ask, (PAUSE, "abc" + ENTER), before=ESCAPE).reply == "abc"


@pytest.mark.parametrize("kind", [PROMPTS[name] for name in ("conditions", "points", *TEXTS)])
def test_enter_pressed_twice_skips_no_question(kind: Kind) -> None:
    def after_another(asker: PromptAsker) -> object:
        asker.ask_open(everything(SMALL))
        return kind.ask(asker)

    assert pressed(after_another, ENTER * 2, (PAUSE, kind.keys)).reply == kind.reply


def test_keys_can_be_pressed_as_slowly_as_one_likes() -> None:
    conditions = LISTS["conditions"].ask
    assert pressed(conditions, (DOWN, PAUSE, " ", PAUSE, ENTER)).reply == LISTS["conditions"].reply
    assert pressed(conditions, (ESCAPE, PAUSE)).reply is Command.BACK


# --- anything -----------------------------------------------------------------------------------------------------


def slips(random: Random) -> Iterator[str]:
    """Yield keys that nobody means, as they come when somebody leans on a keyboard."""
    for _number in range(random.randint(1, 20)):
        yield random.choice([*CONTROLS, *SEQUENCES, *ALT, "\n", ENTER, UP, DOWN, " ", *string.ascii_letters])


@pytest.mark.long
@some(LISTS)
@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_pressed_a_list_gives_one_of_its_choices_or_goes_on(kind: Kind, seed: int) -> None:
    def again(asker: PromptAsker) -> list[object]:
        return [kind.ask(asker) for _number in range(30)]

    keys = [tuple(slips(Random(seed * 100 + number))) for number in range(30)]  # noqa: S311 (no secret)
    with pytest.raises((Interrupted, Stopped)):
        pressed(again, *(("".join(part), CTRL_C) if seed % 2 else (*part, CTRL_C) for part in keys))

"""What is agreed: asked with single keys and with lines."""

import re
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from tests.domain.building import evaluation, partly
from tests.terminal.pressing import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    DOWN,
    ENTER,
    ESCAPE,
    PAUSE,
    UP,
    Keys,
    pasted,
    pressed,
)
from tests.terminal.questions import WIDE
from tests.terminal.typed_lines import asked, refusal, refused
from werkzaam.domain.actions import to_take_up
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import Shortfall, report
from werkzaam.errors import EndOfInput, Interrupted, UserError
from werkzaam.language import _
from werkzaam.terminal.lines import LineAsker
from werkzaam.terminal.prompts import PromptAsker
from werkzaam.wording.actions import action_text, status_names
from werkzaam.wording.agreements import point_text
from werkzaam.wording.figures import local_date
from werkzaam.wording.notes import request

OPEN, DONE, DROPPED = ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.DROPPED
TALK = Action("Praten [bold]over[/]\n\x1b[31mtijd", "tijd", "school", date(2027, 3, 1))
FIRST_OF_MARCH = date(2027, 3, 1)
TODAY = date(2026, 11, 23)
BEL = "Bel 06-12345678."


@pytest.fixture
def open_points(small: FactorSet) -> Sequence[Shortfall]:
    answers: dict[str, Answer | str] = {
        "team": partly("is-vast", "woont-dichtbij"),
        "contact": "nee",
        "ruimte": "nee",
        "tijd": "nee",
    }
    return to_take_up(report(small, evaluation(answers)))


def ids(chosen: Sequence[Shortfall]) -> list[str]:
    return [point.factor.id for point in chosen]


def heading() -> str:
    return "\n" + _("Agreed before ({number} of {total}):").format(number=2, total=3)


# --- with single keys -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ("1", DONE),
        ("2", OPEN),
        (DOWN + ENTER, DONE),
        (UP + ENTER, DROPPED),
        (ENTER + "45b?t" + pasted("q") + "3", DROPPED),
        ("o", None),
    ],
)
def test_a_key_says_what_became_of_an_action_and_enter_alone_nothing(keys: str, reply: ActionStatus | None) -> None:
    came = pressed(lambda asker: asker.ask_status(TALK, 2, 3), keys, width=WIDE)
    left = f"{action_text(TALK)}: {status_names()[reply]}" if reply else ""
    assert (came.reply, came.left) == (reply, left)


def test_enter_alone_says_of_an_action_too_how_to_leave_it() -> None:
    _asked, hinted = pressed(lambda asker: asker.ask_status(TALK, 2, 3), (ENTER, "o"), width=WIDE).drawn
    assert _("Nothing is chosen yet: press a key of the list, choose with the arrows, or skip with o.") in hinted


def test_what_can_have_become_of_an_action_is_drawn_with_its_keys() -> None:
    screen = pressed(lambda asker: asker.ask_status(TALK, 2, 3), "1", width=WIDE).drawn[0]
    shown = f"{heading()}\n  • {action_text(TALK)}\n{_('What became of it?')}\n".lstrip()
    assert screen.startswith(shown)
    assert [f"{number}  {name}" in screen for number, name in enumerate(status_names().values(), 1)] == [True] * 3
    assert screen.endswith(f"{_('o skip')} · {_('q stop')}")


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (UP + " " + UP + " " + ENTER, ["tijd", "ruimte"]),
        ("  " + DOWN + " " + ENTER, ["contact"]),
        ("xjo1" + pasted("q") + " " + ENTER, ["team"]),
        ((" " + ESCAPE, PAUSE, "[D", ENTER), ["team"]),
        (" q", []),
    ],
)
def test_points_are_marked_with_space(open_points: Sequence[Shortfall], keys: Keys, chosen: list[str]) -> None:
    came = pressed(lambda asker: asker.ask_points(open_points), keys, width=WIDE)
    assert ids(came.reply) == chosen
    assert came.drawn[0].startswith(_("Which of the missing points will you take up? Choose a few."))
    keys_told = (_("Space marks"), _("Enter is done; alone it skips this"), _("q stop"))
    assert came.drawn[0].endswith(" · ".join(keys_told))


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        ("  één 😀 q?o1\t" + ENTER, "één 😀 q?o1"),
        (pasted("een\ntwee\r\ndrie") + ENTER, "een twee drie"),
        ("x" * 20 + ENTER + BACKSPACE * 15 + ENTER, "xxxxx"),
        (" " + ENTER, None),
        (("Een jongerenwerker" + ESCAPE, PAUSE, "[D", ESCAPE, PAUSE, BACKSPACE * 8 + ENTER), "Een jonger"),
    ],
)
def test_what_will_be_done_is_typed_on_one_line_and_stays_on_the_screen(
    open_points: Sequence[Shortfall], keys: Keys, what: str | None
) -> None:
    came = pressed(lambda asker: asker.ask_what(open_points[0]), keys, width=WIDE, note_limit=18)
    skipped = _("Nothing is agreed on this: {factor}").format(factor="Er is een vast team.")
    assert (came.reply, came.left) == (what, f"{_('What will you do?')} {what}" if what else skipped)
    assert came.drawn[0].startswith(f"Er is een vast team.\n  ✗ Vast team\n  ✗ Team uit de wijk\n{request()}\n")
    assert came.drawn[0].endswith(f"{_('Enter is done')} · {_('empty skips this')}")


@pytest.mark.parametrize(("width", "height"), [(40, 12), (60, 14), (80, 24)])
def test_on_a_low_screen_the_request_stays_and_conditions_are_whole_or_left_out(
    built_in: FactorSet, width: int, height: int
) -> None:
    answers = {factor.id: "nee" for factor in built_in.factors}
    for point in to_take_up(report(built_in, evaluation(answers))):

        def ask(asker: PromptAsker, point: Shortfall = point) -> str | None:
            return asker.ask_what(point)

        came = pressed(ask, ("een ", pasted("twee " * 99), ENTER), width=width, height=height)
        shown = " ".join(came.drawn[1].split())
        missing = [bool(re.search(rf"✗ {re.escape(item.text)}", shown)) for item in point.conditions]
        assert missing == sorted(missing, reverse=True), shown
        assert ("…" in shown, shown.count("✗")) == (not all(missing), sum(missing)), shown
        for screen in came.drawn:
            assert all(text in " ".join(screen.split()) for text in (request(), _("What will you do?")))
            assert _("arrows: more") not in screen


def test_a_point_without_named_conditions_shows_only_its_text(open_points: Sequence[Shortfall]) -> None:
    (time,) = (point for point in open_points if point.factor.id == "tijd")
    came = pressed(lambda asker: asker.ask_what(time), ENTER)
    assert came.drawn[0].startswith(f"Er is genoeg tijd.\n{request()}\n")


@pytest.mark.parametrize(
    ("keys", "due"),
    [
        ("31-2-2027" + ENTER + BACKSPACE * 9 + "1-3-2027" + ENTER, FIRST_OF_MARCH),
        ("1-3-2026" + ENTER + BACKSPACE + "7" + ENTER, FIRST_OF_MARCH),
        (" 2027-03-01 " + ENTER * 2, FIRST_OF_MARCH),
        ("1-3" + ENTER + BACKSPACE * 3 + ENTER, None),
        (("1-3" + ESCAPE, PAUSE, "[D", "-2027" + ENTER), FIRST_OF_MARCH),
    ],
)
def test_by_when_is_typed_until_it_is_a_date_or_nothing(keys: Keys, due: date | None) -> None:
    came = pressed(lambda asker: asker.ask_due(TODAY), keys)
    assert (came.reply, came.left) == (due, f"{_('When it is to be done')}: {local_date(due)}" if due else "")


def test_the_keys_stand_right_below_a_text_again_once_a_problem_with_it_is_gone() -> None:
    came = pressed(lambda asker: asker.ask_due(TODAY), ("1-3-2020" + ENTER, BACKSPACE, "7" + ENTER), width=40)
    assert any(f"  1-3-202\n{_('Enter is done')}" in screen for screen in came.drawn)


def test_a_date_that_does_not_exist_is_told_while_it_can_be_changed() -> None:
    came = pressed(lambda asker: asker.ask_due(TODAY), ("31-2-2027" + ENTER, BACKSPACE * 9 + ENTER))
    assert came.reply is None
    assert _("write a day that exists, such as 1-3-2027, or nothing") in came.drawn[1].replace("\n", " ")


@pytest.mark.parametrize(("width", "height"), [(40, 12), (60, 12), (80, 25)])
def test_what_is_wrong_with_a_text_is_said_whole_until_it_is_changed(width: int, height: int) -> None:
    # A slow machine draws a text and what is wrong with it apart: the next key waits for both.
    keys = ("volgende maand ergens" + ENTER, PAUSE, BACKSPACE, PAUSE, BACKSPACE * 20 + ENTER)
    came = pressed(lambda asker: asker.ask_due(TODAY), keys, width=width, height=height)
    problem = _("“{line}” is not an answer here: {hint}.").format(
        line="volgende maand ergens", hint=_("write a day that exists, such as 1-3-2027, or nothing")
    )
    drawn = [" ".join(text.split()) for text in came.drawn]
    last = max(number for number, text in enumerate(drawn) if problem in text)
    assert any("volgende maand ergen" in text and "ergens" not in text for text in drawn[last + 1 :])


@pytest.mark.parametrize(
    ("keys", "draft"),
    [(["Half gety" + CTRL_D], "Half gety"), (["  " + CTRL_C], None), ([BEL + ENTER, CTRL_C], BEL)],
)
def test_an_interrupted_agreement_is_handed_over_as_a_draft(
    open_points: Sequence[Shortfall], keys: list[str], draft: str | None
) -> None:
    with pytest.raises(Interrupted) as what:
        pressed(lambda asker: asker.ask_what(open_points[0]), *keys)
    with pytest.raises(Interrupted) as who:
        pressed(lambda asker: asker.ask_owner(), *keys)
    assert (what.value.draft, who.value.draft) == (draft, draft)


@pytest.mark.parametrize(("keys", "draft"), [(" 1-3-2027", "2027-03-01"), ("1-3", None), ("22-11-2026", None)])
def test_of_an_interrupted_date_only_one_that_is_to_come_is_handed_over(keys: str, draft: str | None) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed(lambda asker: asker.ask_due(TODAY), keys + CTRL_C)
    assert raised.value.draft == draft


@pytest.mark.parametrize(
    ("keys", "owner"), [(["2"], BEL), (["1", BACKSPACE * 12 + "de school." + ENTER], "Bel de school.")]
)
def test_personal_data_in_an_agreement_is_changed_or_kept(keys: list[str], owner: str) -> None:
    came = pressed(lambda asker: asker.ask_owner(), BEL + ENTER, *keys, width=WIDE)
    remark = _("“{text}” looks like a phone number.").format(text="06-12345678")
    question = _("Who takes it up? An organisation or a role:")
    assert (came.reply, came.left) == (owner, f"{question} {owner}")
    assert remark in "".join(came.drawn)


# --- the same in lines ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("line", "reply"), [("1", DONE), ("2", OPEN), (" 3 ", DROPPED), ("", None), ("O", None)])
def test_a_line_says_what_became_of_an_action(line: str, reply: ActionStatus | None) -> None:
    answered, text = asked(f"{line}\n", lambda asker: asker.ask_status(TALK, 2, 3))
    chosen = _("Chosen: {answer}").format(answer=status_names()[reply]) if reply else ""
    assert answered is reply
    assert text.startswith(f"{heading()}\n{action_text(TALK)}\n{_('What became of it?')}\n1. ")
    assert text.endswith(f"{_('Answer')}:\n{chosen}\n" if chosen else f"{_('Answer')}:\n")


@pytest.mark.parametrize("line", ["4", "b", "1 2"])
def test_a_line_that_is_no_status_is_asked_again(line: str) -> None:
    reply, text = asked(f"{line}\n3\n", lambda asker: asker.ask_status(TALK, 2, 3), typed=True)
    assert reply is DROPPED
    assert refused(line, "write a number from the list, or o or q") in text


@pytest.mark.parametrize(
    ("line", "chosen"), [("", []), ("Q", []), ("4, 1", ["team", "ruimte"]), ("1;3 3", ["team", "tijd"]), (",", [])]
)
def test_a_line_of_numbers_takes_up_points(open_points: Sequence[Shortfall], line: str, chosen: list[str]) -> None:
    named, text = asked(f"{line}\n", lambda asker: asker.ask_points(open_points))
    assert ids(named) == chosen
    assert [f"\n{number}. {point_text(point)}\n" in text for number, point in enumerate(open_points, 1)] == [True] * 4


@pytest.mark.parametrize(("line", "told"), [("5", "5"), ("0", "0"), ("1 team", "team"), ("1 q", "q")])
def test_a_line_that_names_no_point_is_asked_again_and_ends_a_pipe(
    open_points: Sequence[Shortfall], line: str, told: str
) -> None:
    named, text = asked(f"{line}\n2\n", lambda asker: asker.ask_points(open_points), typed=True)
    assert ids(named) == ["contact"]
    assert refused(told, "write numbers from the list, or nothing") in text
    with pytest.raises(UserError, match=refusal(told)):
        asked(f"{line}\n", lambda asker: asker.ask_points(open_points))


@pytest.mark.parametrize(
    ("line", "what"), [("  één\t😀\x1b\u202e ", "één 😀"), ("qq", "qq"), ("   ", None), ("\x1b", None)]
)
def test_a_line_says_what_will_be_done(open_points: Sequence[Shortfall], line: str, what: str | None) -> None:
    typed, text = asked(f"{line}\n", lambda asker: asker.ask_what(open_points[0]))
    lacking = [_("Missing: {conditions}").format(conditions=name) for name in ("Vast team", "Team uit de wijk")]
    asks = f"{_('What will you do?')} {_('An empty line skips this.')}"
    shown = ["", "Er is een vast team.", *lacking, request(), asks]
    assert (typed, text.split("\n")[:-2]) == (what, shown)


def test_a_line_says_who_takes_it_up_and_personal_data_in_it_is_pointed_out() -> None:
    assert asked("gemeente\n", lambda asker: asker.ask_owner())[0] == "gemeente"
    owner, text = asked(f"{BEL}\n", lambda asker: asker.ask_owner())
    assert owner == BEL
    assert text.startswith(f"{_('Who takes it up? An organisation or a role:')} {_('An empty line skips this.')}")
    assert text.splitlines()[2:] == [_("“{text}” looks like a phone number.").format(text="06-12345678")]


def test_a_line_says_by_when_and_one_that_is_no_date_is_asked_again() -> None:
    assert asked(" 2027-03-01 \n", lambda asker: asker.ask_due(TODAY))[0] == FIRST_OF_MARCH
    due, text = asked("31-2-2027\nmorgen\n22-11-2026\n1-3-2027\n", lambda asker: asker.ask_due(TODAY), typed=True)
    assert due == FIRST_OF_MARCH
    assert text.startswith(f"{_('By when? Day-month-year, such as 31-3-2027:')} {_('An empty line skips this.')}")
    for line in ("31-2-2027", "morgen"):
        assert refused(line, "write a day that exists, such as 1-3-2027, or nothing") in text
    assert refused("22-11-2026", "that day is past; write one that is still to come, or nothing") in text


LINES: dict[str, tuple[Callable[[LineAsker, Sequence[Shortfall]], object], object]] = {
    "points": (lambda asker, offered: asker.ask_points(offered), []),
    "what": (lambda asker, offered: asker.ask_what(offered[0]), None),
    "owner": (lambda asker, _offered: asker.ask_owner(), None),
    "due": (lambda asker, _offered: asker.ask_due(TODAY), None),
}


@pytest.mark.parametrize("name", LINES)
def test_an_empty_line_agrees_nothing_and_the_end_of_the_input_interrupts(
    open_points: Sequence[Shortfall], name: str
) -> None:
    ask, nothing = LINES[name]
    assert asked("\n", lambda asker: ask(asker, open_points))[0] == nothing
    with pytest.raises(Interrupted):
        asked("", lambda asker: ask(asker, open_points), typed=True)


def test_a_pipe_that_ends_says_nothing_of_what_became_of_an_action() -> None:
    with pytest.raises(EndOfInput):
        asked("", lambda asker: asker.ask_status(TALK, 1, 1))

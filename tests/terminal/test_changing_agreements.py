"""What was agreed, or what the collaboration is called, put right: with single keys and with lines."""

from collections.abc import Callable
from datetime import date

import pytest

from tests import examples
from tests.terminal.kinds import POINTS
from tests.terminal.pressing import BACKSPACE, CTRL_C, ENTER, ESCAPE, PAUSE, pressed
from tests.terminal.saying import HOSTILE, SHOWN, steers_nothing
from tests.terminal.typed_lines import asked
from werkzaam.domain.actions import Also, Part
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.errors import Interrupted
from werkzaam.language import _
from werkzaam.terminal.lines import LineAsker
from werkzaam.terminal.prompts import PromptAsker
from werkzaam.wording.actions import action_text
from werkzaam.wording.agreements import part_names
from werkzaam.wording.figures import local_date

TODAY, PAST, SPRING = date(2026, 11, 23), date(2026, 3, 1), date(2027, 3, 1)
SIDES = examples.small().perspectives
TALK, LOOK = Action("Praten", "tijd", "school", PAST), Action("Kijken")

LINES: list[tuple[str, Callable[[LineAsker], object], object]] = [
    ("\n", lambda asker: asker.ask_what(None, "a\nb"), "a\nb"),
    ("Bellen\n", lambda asker: asker.ask_what(None, "Praten"), "Bellen"),
    ("-\n", lambda asker: asker.ask_what(None, "Praten"), "Praten"),
    ("-\n", lambda asker: asker.ask_what(None), None),
    ("\n", lambda asker: asker.ask_owner("school"), "school"),
    ("-\n", lambda asker: asker.ask_owner("school"), None),
    ("-\n", lambda asker: asker.ask_owner(), None),
    ("team\n", lambda asker: asker.ask_owner("school"), "team"),
    ("\n", lambda asker: asker.ask_due(TODAY, PAST), PAST),
    ("1-3-2026\n", lambda asker: asker.ask_due(TODAY, PAST), PAST),
    ("-\n", lambda asker: asker.ask_due(TODAY, PAST), None),
    ("-\n", lambda asker: asker.ask_due(TODAY), None),
    ("2-3-2026\n1-3-2027\n", lambda asker: asker.ask_due(TODAY, PAST), SPRING),
    ("2\n", lambda asker: asker.ask_agreement([TALK, LOOK, Also.NEW]), LOOK),
    ("3\n", lambda asker: asker.ask_agreement([TALK, LOOK, Also.NEW]), Also.NEW),
    ("3\n\n", lambda asker: asker.ask_agreement([TALK, LOOK]), None),
    ("Q\n", lambda asker: asker.ask_agreement([TALK]), None),
    ("0\n3\n", lambda asker: asker.ask_part(TALK), Part.DUE),
    ("5\n", lambda asker: asker.ask_part(TALK), Part.AWAY),
    ("\n", lambda asker: asker.ask_part(TALK), None),
    ("1\n", lambda asker: asker.ask_new_status(TALK), ActionStatus.DONE),
    ("\n", lambda asker: asker.ask_new_status(TALK), None),
    ("\n", lambda asker: asker.ask_collaboration("Lyceum [b]Oost[/]"), "Lyceum [b]Oost[/]"),
    ("\n", lambda asker: asker.ask_perspective(SIDES, present="samen"), "samen"),
    ("school\n", lambda asker: asker.ask_perspective(SIDES, present="samen"), "school"),
    ("Lyceum West\n", lambda asker: asker.ask_collaboration("Lyceum Oost"), "Lyceum West"),
]


@pytest.mark.parametrize(("lines", "ask", "reply"), LINES)
def test_a_line_changes_what_was_agreed_and_an_empty_one_leaves_it(
    lines: str, ask: Callable[[LineAsker], object], reply: object
) -> None:
    assert asked(lines, ask, typed=True)[0] == reply


def test_what_can_be_chosen_is_put_as_numbered_lines() -> None:
    _chosen, agreements = asked("\n", lambda asker: asker.ask_agreement([TALK, Also.NEW]))
    assert f"\n1. {action_text(TALK)}\n2. {_('Take up one more missing point')}\n" in agreements
    _part, parts = asked("\n", lambda asker: asker.ask_part(TALK))
    assert "".join(f"{number}. {name}\n" for number, name in enumerate(part_names().values(), 1)) in parts
    assert f"\n{action_text(TALK)}\n" in parts


def test_a_text_from_a_file_is_shown_as_text_where_it_is_to_be_changed() -> None:
    hostile = Action(HOSTILE, owner=HOSTILE)
    for ask in (lambda asker: asker.ask_agreement([hostile]), lambda asker: asker.ask_part(hostile)):
        _chosen, text = asked("\n", ask)
        assert (steers_nothing(text), SHOWN in text) == (True, True)
    name, text = asked("\n", lambda asker: asker.ask_collaboration(HOSTILE))
    assert (name, steers_nothing(text)) == (HOSTILE, True)


KEYS: list[tuple[tuple[str, ...], Callable[[PromptAsker], object], object]] = [
    ((ENTER,), lambda asker: asker.ask_what(None, "a\nb"), "a\nb"),
    ((BACKSPACE * 6 + "Bellen" + ENTER,), lambda asker: asker.ask_what(None, "Praten"), "Bellen"),
    (("x" + ESCAPE,), lambda asker: asker.ask_owner("school"), "school"),
    ((BACKSPACE * 6 + ENTER,), lambda asker: asker.ask_owner("school"), None),
    ((ENTER,), lambda asker: asker.ask_due(TODAY, PAST), PAST),
    (("x" + ESCAPE,), lambda asker: asker.ask_due(TODAY, PAST), PAST),
    ((BACKSPACE * 10 + ENTER,), lambda asker: asker.ask_due(TODAY, PAST), None),
    (("1-3-2026" + ENTER + BACKSPACE + "7" + ENTER,), lambda asker: asker.ask_due(TODAY), SPRING),
    (("2",), lambda asker: asker.ask_agreement([TALK, LOOK, Also.NEW]), LOOK),
    (("3",), lambda asker: asker.ask_agreement([TALK, LOOK, Also.NEW]), Also.NEW),
    (("5",), lambda asker: asker.ask_part(TALK), Part.AWAY),
    (("o",), lambda asker: asker.ask_part(TALK), None),
    ((ESCAPE,), lambda asker: asker.ask_new_status(TALK), None),
    (("1",), lambda asker: asker.ask_new_status(TALK), ActionStatus.DONE),
    (("!" + ENTER,), lambda asker: asker.ask_collaboration("Lyceum Oost"), "Lyceum Oost!"),
    (("!" + ESCAPE,), lambda asker: asker.ask_collaboration("Lyceum Oost"), "Lyceum Oost"),
    ((ENTER,), lambda asker: asker.ask_perspective(SIDES, present="samen"), "samen"),
    (("1",), lambda asker: asker.ask_perspective(SIDES, present="samen"), "school"),
]


@pytest.mark.parametrize(("keys", "ask", "reply"), KEYS)
def test_a_key_changes_what_was_agreed_and_escape_leaves_it(
    keys: tuple[str, ...], ask: Callable[[PromptAsker], object], reply: object
) -> None:
    assert pressed(ask, *keys).reply == reply


def test_what_was_typed_when_a_change_was_closed_is_there_again_for_that_agreement_alone() -> None:
    def thrice(asker: PromptAsker) -> list[object]:
        replies: list[object] = []
        for action in (TALK, LOOK._replace(owner="school"), TALK):
            asker.ask_part(action)
            replies.append(asker.ask_owner("school"))
        return [*replies, asker.not_kept()]

    came = pressed(thrice, "2", (" en team" + ESCAPE, PAUSE), ("[D", "2"), ENTER, "2", "!" + ENTER)
    assert came.reply == ["school", "school", "school en team!", []]


def test_what_was_typed_on_an_agreement_is_no_draft_of_another_one() -> None:
    def ask(asker: PromptAsker) -> list[object]:
        asker.ask_part(TALK)
        closed = [asker.ask_what(None, TALK.what), asker.ask_owner("school"), asker.ask_due(TODAY, PAST)]
        new = [asker.ask_what(POINTS[0]), asker.ask_owner(), asker.ask_due(TODAY)]
        return [*closed, *new, len(asker.not_kept())]

    typed = (" Over een." + ESCAPE, " en team" + ESCAPE, BACKSPACE * 10 + "1-3-2027" + ESCAPE)
    came = pressed(ask, "1", *typed, *((PAUSE, keys + ENTER) for keys in ("Nieuw.", "", "")))
    assert came.reply == [TALK.what, "school", PAST, "Nieuw.", None, None, 9]


def test_what_was_typed_and_never_taken_up_again_can_be_told() -> None:
    def ask(asker: PromptAsker) -> list[str]:
        asker.ask_due(TODAY, PAST)
        return asker.not_kept()

    told = pressed(ask, BACKSPACE * 10 + "mei" + ESCAPE).reply
    expected = [
        _("Not saved is what you typed here: {asked}").format(asked=_("By when? Day-month-year, such as 31-3-2027:")),
        "mei",
        "",
    ]
    assert told == expected

    def interrupted(asker: PromptAsker) -> list[str]:
        with pytest.raises(Interrupted):
            asker.ask_due(TODAY)
        return asker.not_kept()

    assert pressed(interrupted, "mei" + CTRL_C).reply == expected
    assert pressed(interrupted, "1-3-2027" + CTRL_C).reply == []
    assert pressed(interrupted, "1-3-2020" + CTRL_C).reply == [expected[0], "1-3-2020", ""]


@pytest.mark.parametrize(
    ("keys", "draft"), [(BACKSPACE * 6, None), (" en team", "school en team")], ids=["nothing", "more"]
)
def test_an_interruption_hands_over_only_what_was_typed(keys: str, draft: str | None) -> None:
    with pytest.raises(Interrupted) as raised:
        pressed(lambda asker: asker.ask_owner("school"), keys + CTRL_C)
    assert raised.value.draft == draft


@pytest.mark.parametrize("key", ["o", "b", "Q", ESCAPE])
def test_who_filled_it_in_is_shown_with_how_to_leave_it(key: str) -> None:
    came = pressed(lambda asker: asker.ask_perspective(SIDES, present="samen"), key)
    assert (came.reply, came.left) == ("samen", "")
    assert "» 2  Samen" in came.drawn[0]
    assert came.drawn[0].endswith(_("o skip"))


def test_a_day_that_is_past_is_refused_with_a_word_that_says_why() -> None:
    seen = pressed(lambda asker: asker.ask_due(TODAY), local_date(PAST) + ENTER + BACKSPACE * 10 + ENTER)
    assert seen.reply is None

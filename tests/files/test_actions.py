"""Putting an action behind those in a file: in its text, and on disk."""

from datetime import date
from itertools import pairwise, product

import pytest

from tests import examples
from tests.files.by_hand import HEAD, LINE_ENDS, read, small_set
from tests.files.room import Room, rescue_of
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.errors import UserError
from werkzaam.files import editing
from werkzaam.files.writing import answers_text

TALK = Action("Praten over tijd", "tijd", "school", date(2027, 3, 1))
LOOK = Action("Kijken", status=ActionStatus.DROPPED)
TALK_LINES = """\
  - factor: tijd
    what: Praten over tijd
    owner: school
    due: 2027-03-01
    status: open
"""
LOOK_LINES = "  - what: Kijken\n    status: dropped\n"
WITH_TALK = examples.SMALL_ANSWERS + "actions:\n" + TALK_LINES

MANY = [
    TALK,
    LOOK,
    Action("x: y # z", "team", "'aan'halen", None, ActionStatus.DONE),
    Action("Twee\nregels", None, " in\n  gesprongen"),
    Action("a\u2028b", "tijd", "no", date(2000, 1, 1)),
    Action("- a", owner="12"),
    Action("|"),
]


def added(text: str, action: Action) -> str:
    return editing.with_action(read(text).tree, action)


# --- laws -------------------------------------------------------------------------------------------------------


def test_any_row_of_actions_gives_a_canonical_file() -> None:
    text = examples.SMALL_ANSWERS
    for number, action in enumerate(MANY, 1):
        text = added(text, action)
        evaluation = read(examples.SMALL_ANSWERS).evaluation._replace(actions=tuple(MANY[:number]))
        assert text == answers_text(small_set(), evaluation)


IN_ANSWERS = f"# boven\n{HEAD}answers:  # alles\n  plek:\n    tijd:\n      answer: nee   # zei de school\n"

# What stands before the place of a new action, and what stands behind it.
BY_OTHER_HANDS = {
    "no actions yet": (IN_ANSWERS, "\n# onder\n"),
    "no answers either": (f"{HEAD}answers:\n", "# onder\n"),
    "no newline at the end": (IN_ANSWERS.removesuffix("\n"), ""),
    "a comment indented deeper": (IN_ANSWERS, "          # diep\n"),
    "a kept note at the end": (f"{HEAD}answers:\n  plek:\n    tijd:\n      note: |+\n        a\n\n\n", ""),
    "empty, with a comment": (f"{IN_ANSWERS}actions:  # wat we doen\n", "# onder\n"),
    "empty, at the end of the file": (f"{IN_ANSWERS}actions:", ""),
    "as the program writes it": (f"{IN_ANSWERS}actions:\n{TALK_LINES}", "# onder\n"),
    "as the program writes it, no newline at the end": (f"{IN_ANSWERS}actions:\n{LOOK_LINES[:-1]}", ""),
    "under its key": (f"{IN_ANSWERS}actions:\n- what: a\n  due: 2027-01-01 # c\n", "\n# onder\n"),
    "odd indentation": (f"{IN_ANSWERS}actions:\n       -    what: a\n            owner: 'b' # c\n", "\n       # d\n"),
    "comments between": (f"{IN_ANSWERS}actions: # a\n\n  # b\n  - # c\n    what: x # d\n", "\n    # e\n\n# onder\n"),
    "items in flow style": (f"{IN_ANSWERS}actions:\n  - {{what: a}}  # x\n  -   {{what: b,\n    owner: c}} # y\n", ""),
    "an empty field at the end": (f"{IN_ANSWERS}actions:\n  - what: a\n    owner:   # wie?\n", "# onder\n"),
    "an explicit key above": (
        f"? note\n: >-\n  x\n{IN_ANSWERS}actions:\n  - what: a\n",
        "? perspective # c\n: samen\n",
    ),
    "no actions yet, an explicit key above": (f"? note\n: x\n{IN_ANSWERS}", "# onder\n"),
    "a quoted key": (f'{IN_ANSWERS}"actions" : # c\n  - what: a\n', ""),
    "a literal text at the end": (
        f"{IN_ANSWERS}actions:\n  - status: open\n    what: |-\n      a\n      b\n",
        "\n# c\n",
    ),
    "a kept text at the end": (f"{IN_ANSWERS}actions:\n  - status: done\n    what: |+\n      a\n\n\n", ""),
    "actions before the answers": (
        "werkzaam: 1\nactions:  # eerst\n  - what: a\n",
        "\n# dan de rest\n" + IN_ANSWERS.replace("werkzaam: 1\n", ""),
    ),
    "empty, before the answers": (
        "werkzaam: 1\nactions:  # eerst\n",
        "# dan de rest\n" + IN_ANSWERS.replace("werkzaam: 1\n", ""),
    ),
    "one document with its marks": (f"%YAML 1.1\n---\n{IN_ANSWERS}", "...\n# na\n"),
}


@pytest.mark.parametrize("hand", BY_OTHER_HANDS)
def test_any_hand_is_respected_around_new_actions(hand: str) -> None:
    for line_end, (first, second) in product(LINE_ENDS, pairwise([*MANY, TALK])):
        before, behind = (part.replace("\n", line_end) for part in BY_OTHER_HANDS[hand])
        text = before + behind
        old = read(text).evaluation
        new = added(added(text, first), second)
        assert read(new).evaluation == old._replace(actions=(*old.actions, first, second))
        assert new.startswith(before.removesuffix(line_end))
        assert new.endswith(behind)
        assert "\n" not in new.replace(line_end, "")


# --- hand-made texts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        pytest.param("", "actions:\nLOOK", id="none"),
        pytest.param("actions:\n# onder\n", "actions:\nLOOK# onder\n", id="nothing under the key"),
        pytest.param("actions: []  # leeg\n", "actions:  # leeg\nLOOK", id="an empty flow list"),
        pytest.param("actions: null  # leeg\n", "actions:  # leeg\nLOOK", id="null in words"),
        pytest.param(
            "actions: [{what: a, due: 2027-01-01}, # c\n  {what: b}] # d\n# onder\n",
            "actions: # d\n  - what: a\n    due: 2027-01-01 # c\n  - what: b\nLOOK# onder\n",
            id="a flow list",
        ),
        pytest.param("? actions\n: - what: a\n", "actions:\n  - what: a\nLOOK", id="an explicit key"),
        pytest.param(
            "actions:\n  - what: a\n          # diep\n",
            "actions:\n  - what: a\nLOOK          # diep\n",
            id="a deep comment",
        ),
    ],
)
def test_an_action_goes_where_it_belongs(actions: str, expected: str) -> None:
    for line_end in LINE_ENDS:
        text, wanted = (f"{HEAD}answers:\n{part}".replace("\n", line_end) for part in (actions, expected))
        assert added(text, LOOK) == wanted.replace("LOOK", LOOK_LINES.replace("\n", line_end))


# --- on disk ------------------------------------------------------------------------------------------------------


def test_an_added_action_is_on_disk_and_nobody_is_told(room: Room) -> None:
    room.store.add_action(TALK)
    assert room.path.read_text() == WITH_TALK
    assert (room.store.evaluation.actions, room.told, rescue_of(room.store)) == ((TALK,), [], None)
    room.store.add_action(LOOK)
    assert room.path.read_text() == WITH_TALK + LOOK_LINES
    assert room.store.evaluation.actions == (TALK, LOOK)


def test_a_windows_file_stays_one(room: Room) -> None:
    room.path.write_bytes(("\ufeff" + examples.SMALL_ANSWERS.replace("\n", "\r\n")).encode())
    room.opened().add_action(TALK)
    assert room.path.read_bytes() == ("\ufeff" + WITH_TALK.replace("\n", "\r\n")).encode()
    assert room.told == []


def test_a_change_elsewhere_is_kept_and_told_when_an_action_is_added(room: Room) -> None:
    room.edit("contact:\n      answer: ja", "contact:\n      answer: nee  # toch niet")
    room.store.add_action(TALK)
    assert room.path.read_text() == WITH_TALK.replace("answer: ja", "answer: nee  # toch niet")
    assert room.store.evaluation == room.on_disk
    assert len(room.told) == 1


def test_actions_of_two_people_both_stay(room: Room) -> None:
    other = room.opened()
    other.add_action(LOOK)
    room.store.add_action(TALK)
    assert room.path.read_text() == f"{examples.SMALL_ANSWERS}actions:\n{LOOK_LINES}{TALK_LINES}"
    assert (room.store.evaluation.actions, len(room.told)) == ((LOOK, TALK), 1)


def test_answers_and_actions_are_saved_in_turn(room: Room) -> None:
    room.store.add_action(TALK)
    room.save("tijd", Answer("ja"))
    room.store.add_action(LOOK)
    expected = WITH_TALK.replace("tijd:\n      answer:", "tijd:\n      answer: ja") + LOOK_LINES
    assert (room.path.read_text(), room.told) == (expected, [])


@pytest.mark.parametrize("text", [None, "werkzaam: ["], ids=["gone", "broken"])
def test_an_action_that_cannot_go_into_the_file_is_kept_beside_it(room: Room, text: str | None) -> None:
    room.path.unlink()
    if text is not None:
        room.path.write_text(text)
    with pytest.raises(UserError):
        room.store.add_action(TALK)
    rescue = room.path.with_name("a.yaml.rescue")
    assert (rescue.read_text(), rescue_of(room.store)) == (WITH_TALK, rescue)
    assert (room.path.read_text() if room.path.exists() else None) == text


def test_a_rescue_holds_answers_and_actions_that_are_not_in_the_file(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.save("tijd", Answer("ja"))
    room.store.add_action(LOOK)
    assert room.on_disk.actions == (LOOK,)
    room.path.unlink()
    with pytest.raises(UserError):
        room.store.add_action(TALK)
    assert (room.rescued.answer("tijd"), room.rescued.actions) == (Answer("ja"), (LOOK, TALK))


# --- texts of several lines, and what stands behind them ----------------------------------------------------------

DEEP = "        # dieper dan de sleutel van een notitie\n"


def test_a_note_does_not_take_in_a_comment_that_is_indented_deeper(room: Room) -> None:
    text = f"{HEAD}answers:\n  plek:\n    tijd:\n      answer: ja\n{DEEP}"
    room.path.write_text(text)
    store = room.opened()
    evaluation = store.save({"tijd": Answer("ja", None, "Twee\nregels")})
    assert evaluation.answer("tijd").note == "Twee\nregels"
    assert room.on_disk.answer("tijd").note == "Twee\nregels"
    assert room.path.read_text() == text.replace("answer: ja\n", 'answer: ja\n      note: "Twee\\nregels"\n')


BEHIND_A_TEXT = {
    "a note": "answers:\n  plek:\n    tijd:\n      answer: ja\n      note: |\n        een\n        twee",
    "what was agreed": "answers:\nactions:\n  - status: open\n    what: |\n      een\n      twee",
    "who took it up": "answers:\nactions:\n  - what: a\n    owner: >\n      een\n      twee",
}


@pytest.mark.parametrize("body", BEHIND_A_TEXT)
def test_a_file_that_ends_inside_a_text_takes_an_action(room: Room, body: str) -> None:
    for line_end in LINE_ENDS:
        text = (HEAD + BEHIND_A_TEXT[body]).replace("\n", line_end)
        room.path.write_bytes(text.encode())
        room.opened().add_action(LOOK)
        lines = LOOK_LINES if "actions" in text else f"actions:\n{LOOK_LINES}"
        assert room.path.read_bytes().decode() == text + (f"\n{lines}".replace("\n", line_end)).removesuffix(line_end)
    assert room.told == []


def test_a_file_that_ends_inside_a_text_takes_an_answer(room: Room) -> None:
    text = HEAD + BEHIND_A_TEXT["a note"].replace("plek:\n    tijd:", "mensen:\n    team:")
    room.path.write_text(text)
    store = room.opened()
    store.save({"contact": Answer("nee")})
    assert room.path.read_text() == f"{text}\n    contact:\n      answer: nee"
    assert room.on_disk.answer("team").note == "een\ntwee\n"

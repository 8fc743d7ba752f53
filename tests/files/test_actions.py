"""Putting an action behind those in a file: in its text, and on disk."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.files.test_editing import BY_HAND, HEAD, read
from tests.files.test_store import Room
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers, editing, reading
from werkzaam.files.saving import write_atomically
from werkzaam.files.store import AnswersStore
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

WORDS = st.sampled_from(
    ["Praten", "x: y # z", "'aan'halen", "- a", "😀", "no", "12", "a\u2028b", "Twee\nregels", " in\n  gesprongen", "|"]
)
ACTIONS = st.builds(
    Action,
    WORDS,
    st.none() | st.sampled_from(["team", "tijd"]),
    st.none() | WORDS,
    st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(ActionStatus),
)
LINE_ENDS = ["\n", "\r\n", "\r"]


def added(text: str, action: Action) -> str:
    return editing.with_action(read(text).tree, action)


# --- laws -------------------------------------------------------------------------------------------------------


@given(action=ACTIONS, line_end=st.sampled_from(LINE_ENDS))
def test_an_action_is_added_behind_everything_and_no_line_changes(action: Action, line_end: str) -> None:
    text = BY_HAND.replace("\n", line_end)
    new = added(text, action)
    assert new.startswith(text.removesuffix(line_end))
    old = read(text).evaluation
    assert read(new).evaluation == replace(old, actions=(action,))


@given(st.lists(ACTIONS, max_size=4))
def test_any_row_of_actions_gives_a_canonical_file(actions: list[Action]) -> None:
    text = examples.SMALL_ANSWERS
    for action in actions:
        text = added(text, action)
    evaluation = replace(read(examples.SMALL_ANSWERS).evaluation, actions=tuple(actions))
    assert text == answers_text(small_set(), evaluation)


@cache
def small_set() -> FactorSet:
    return examples.small()


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
@settings(max_examples=30)
@given(line_end=st.sampled_from(LINE_ENDS), first=ACTIONS, second=ACTIONS)
def test_any_hand_is_respected_around_new_actions(hand: str, line_end: str, first: Action, second: Action) -> None:
    before, behind = (part.replace("\n", line_end) for part in BY_OTHER_HANDS[hand])
    text = before + behind
    old = read(text).evaluation
    new = added(added(text, first), second)
    assert read(new).evaluation == replace(old, actions=(*old.actions, first, second))
    assert new.startswith(before.removesuffix(line_end))
    assert new.endswith(behind)
    assert "\n" not in new.replace(line_end, "")


# --- hand-made texts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line_end", LINE_ENDS)
@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        pytest.param("", "actions:\nLOOK", id="none"),
        pytest.param("actions:\n# onder\n", "actions:\nLOOK# onder\n", id="nothing under the key"),
        pytest.param("actions: []  # leeg\n", "actions:  # leeg\nLOOK", id="an empty flow list"),
        pytest.param("actions: null  # leeg\n", "actions:  # leeg\nLOOK", id="null in words"),
        pytest.param(
            "actions: [{what: a, due: 2027-01-01}, # c\n  {what: b}] # d\n# onder\n",
            "actions: # d\n  - what: a\n    due: 2027-01-01\n  - what: b\nLOOK# onder\n",
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
def test_an_action_goes_where_it_belongs(actions: str, expected: str, line_end: str) -> None:
    text, wanted = (f"{HEAD}answers:\n{part}".replace("\n", line_end) for part in (actions, expected))
    assert added(text, LOOK) == wanted.replace("LOOK", LOOK_LINES.replace("\n", line_end))


def test_a_file_in_json_style_takes_an_action() -> None:
    text = (
        '{"werkzaam": 1, "factors": "klein", "version": 2, "collaboration": "X", "date": "2026-11-23", "answers": {}, '
        '"actions": [{"what": "a", "due": "2027-01-01"}]}'
    )
    assert added(text, LOOK) == (
        "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: '2026-11-23'\nanswers: {}\n"
        "actions:\n  - what: a\n    due: '2027-01-01'\n" + LOOK_LINES
    )


# --- on disk ------------------------------------------------------------------------------------------------------


@pytest.fixture
def room(tmp_path: Path, small: FactorSet) -> Room:
    return Room(tmp_path, small)


def unsaved(room: Room, action: Action = TALK) -> str:
    with pytest.raises(UserError) as raised:
        room.store.add_action(action)
    return str(raised.value)


def full(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, "full")


def test_an_added_action_is_on_disk_and_nobody_is_told(room: Room) -> None:
    room.store.add_action(TALK)
    assert room.path.read_text() == WITH_TALK
    assert (room.store.evaluation.actions, room.told, room.store.rescue) == ((TALK,), [], None)
    room.store.add_action(LOOK)
    assert room.path.read_text() == WITH_TALK + LOOK_LINES
    assert room.store.evaluation.actions == (TALK, LOOK)


def test_a_windows_file_stays_one(room: Room) -> None:
    room.path.write_bytes(("\ufeff" + examples.SMALL_ANSWERS.replace("\n", "\r\n")).encode())
    AnswersStore.open(room.path, room.factor_set, room.told.append).add_action(TALK)
    assert room.path.read_bytes() == ("\ufeff" + WITH_TALK.replace("\n", "\r\n")).encode()
    assert room.told == []


def test_a_change_elsewhere_is_kept_and_told_when_an_action_is_added(room: Room) -> None:
    room.edit("contact:\n      answer: ja", "contact:\n      answer: nee  # toch niet")
    room.store.add_action(TALK)
    assert room.path.read_text() == WITH_TALK.replace("answer: ja", "answer: nee  # toch niet")
    assert room.store.evaluation == room.on_disk
    assert room.told == [f"{room.path} is intussen ergens anders veranderd; die veranderingen zijn bewaard."]


def test_actions_of_two_people_both_stay(room: Room) -> None:
    other = AnswersStore.open(room.path, room.factor_set, room.told.append)
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


def gone(room: Room) -> str:
    room.path.unlink()
    return f"{room.path}: dit bestand bestaat niet."


def broken(room: Room) -> str:
    room.path.write_text("werkzaam: [")
    return f"{room.path}:1:12: Vóór deze plek gaat een haakje open dat niet dichtgaat."


@pytest.mark.parametrize("spoil", [gone, broken])
def test_an_action_that_cannot_go_into_the_file_is_kept_beside_it(room: Room, spoil: Callable[[Room], str]) -> None:
    reason = spoil(room)
    left = room.path.read_text() if room.path.exists() else None
    rescue = room.path.with_name("a.yaml.rescue")
    assert unsaved(room) == f"{reason}\nJouw antwoorden staan in {rescue}."
    assert (rescue.read_text(), room.store.rescue) == (WITH_TALK, rescue)
    assert (room.path.read_text() if room.path.exists() else None) == left


def test_a_file_that_may_not_be_written_keeps_its_text(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, content: bytes) -> None:
        if path == room.path:
            raise PermissionError(errno.EACCES, "denied")
        write_atomically(path, content)

    monkeypatch.setattr("werkzaam.files.store.write_atomically", refused)
    assert unsaved(room) == (
        f"{room.path}: je mag hier niet schrijven; kies een andere plek.\nJouw antwoorden staan in {room.path}.rescue."
    )
    assert room.path.read_text() == examples.SMALL_ANSWERS
    assert room.path.with_name("a.yaml.rescue").read_text() == WITH_TALK


def test_a_full_disk_keeps_the_action_where_there_is_room(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    sync, calls = os.fsync, []

    def full_once(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 1:
            full(descriptor)
        sync(descriptor)

    monkeypatch.setattr("os.fsync", full_once)
    rescue = room.path.with_name("a.yaml.rescue")
    assert unsaved(room) == (
        f"{room.path}: kan niet worden bewaard (de schijf is vol).\nJouw antwoorden staan in {rescue}."
    )
    assert (room.path.read_text(), rescue.read_text()) == (examples.SMALL_ANSWERS, WITH_TALK)


def test_where_nothing_can_be_saved_the_action_is_told_in_full(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", full)
    assert unsaved(room) == (
        f"{room.path}: kan niet worden bewaard (de schijf is vol).\n"
        "Je antwoorden konden nergens worden bewaard; hier zijn ze, om te kopiëren:\n" + WITH_TALK
    )
    assert room.path.read_text() == examples.SMALL_ANSWERS


def test_a_rescue_holds_answers_and_actions_that_are_not_in_the_file(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.save("tijd", Answer("ja"))
    room.store.add_action(LOOK)
    assert room.on_disk.actions == (LOOK,)
    room.path.unlink()
    assert unsaved(room) == f"{room.path}: dit bestand bestaat niet.\nJouw antwoorden staan in {room.path}.rescue."
    rescued = answers.read(reading.read_file(room.path.with_name("a.yaml.rescue")), room.factor_set).evaluation
    assert (rescued.answer("tijd"), rescued.actions) == (Answer("ja"), (LOOK, TALK))


def test_an_action_that_would_change_something_else_is_kept_beside_the_file(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiling(tree: object, action: Action) -> str:
        return editing.with_action(tree, action).replace("answer: nee", "answer: ja")  # type: ignore[arg-type]

    monkeypatch.setattr("werkzaam.files.store.with_action", spoiling)
    assert unsaved(room) == (
        f"{room.path}: dit antwoord past niet in de tekst zonder iets anders te veranderen.\n"
        f"Jouw antwoorden staan in {room.path}.rescue."
    )
    assert room.path.read_text() == examples.SMALL_ANSWERS


def test_a_hard_link_is_told_when_an_action_is_added(room: Room) -> None:
    other = room.path.with_name("b.yaml")
    other.hardlink_to(room.path)
    room.store.add_action(TALK)
    assert (other.read_text(), room.path.read_text()) == (examples.SMALL_ANSWERS, WITH_TALK)
    assert room.told == [f"{room.path} had nog een naam (een harde koppeling); daaronder blijft de oude tekst staan."]


# --- texts of several lines, and what stands behind them ----------------------------------------------------------

DEEP = "        # dieper dan de sleutel van een notitie\n"


def test_a_note_does_not_take_in_a_comment_that_is_indented_deeper(room: Room) -> None:
    text = f"{HEAD}answers:\n  plek:\n    tijd:\n      answer: ja\n{DEEP}"
    room.path.write_text(text)
    store = AnswersStore.open(room.path, room.factor_set, room.told.append)
    evaluation = store.save({"tijd": Answer("ja", (), "Twee\nregels")})
    assert evaluation.answer("tijd").note == "Twee\nregels"
    assert room.on_disk.answer("tijd").note == "Twee\nregels"
    assert room.path.read_text() == text.replace("answer: ja\n", 'answer: ja\n      note: "Twee\\nregels"\n')


BEHIND_A_TEXT = {
    "a note": "answers:\n  plek:\n    tijd:\n      answer: ja\n      note: |\n        een\n        twee",
    "what was agreed": "answers:\nactions:\n  - status: open\n    what: |\n      een\n      twee",
    "who took it up": "answers:\nactions:\n  - what: a\n    owner: >\n      een\n      twee",
}


@pytest.mark.parametrize("body", BEHIND_A_TEXT)
@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_a_file_that_ends_inside_a_text_takes_an_action(room: Room, body: str, line_end: str) -> None:
    text = (HEAD + BEHIND_A_TEXT[body]).replace("\n", line_end)
    room.path.write_bytes(text.encode())
    AnswersStore.open(room.path, room.factor_set, room.told.append).add_action(LOOK)
    lines = LOOK_LINES if "actions" in text else f"actions:\n{LOOK_LINES}"
    assert room.path.read_bytes().decode() == text + (f"\n{lines}".replace("\n", line_end)).removesuffix(line_end)
    assert room.told == []


def test_a_file_that_ends_inside_a_text_takes_an_answer(room: Room) -> None:
    text = HEAD + BEHIND_A_TEXT["a note"].replace("plek:\n    tijd:", "mensen:\n    team:")
    room.path.write_text(text)
    store = AnswersStore.open(room.path, room.factor_set, room.told.append)
    store.save({"contact": Answer("nee")})
    assert room.path.read_text() == f"{text}\n    contact:\n      answer: nee"
    assert room.on_disk.answer("team").note == "een\ntwee\n"

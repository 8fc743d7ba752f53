"""Changing an action where it stands, taking one away, and putting right what a file says it is about."""

import re
from collections.abc import Callable
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.failing import full
from tests.files.by_hand import HEAD, LINE_ENDS, read
from tests.files.room import CHANGED_ELSEWHERE, DOES_NOT_FIT, Room, refused
from tests.files.test_actions import LOOK, LOOK_LINES, MANY, TALK, TALK_LINES, WITH_TALK, added
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import editing
from werkzaam.files.conflicts import ConflictError
from werkzaam.files.store import AnswersStore
from werkzaam.files.yaml.tree import YamlTree

DONE = ActionStatus.DONE
BOTH = WITH_TALK + LOOK_LINES
THEIRS = "Somebody else changed or removed this agreement meanwhile: {} stays as it is."
THEIR_NAME = "Somebody else changed this meanwhile: theirs stands in {}."


def changed(text: str, place: int, **fields: object) -> str:
    file = read(text)
    old = file.evaluation.actions[place]
    return editing.with_changed_action(file.tree, place, old, old._replace(**fields))  # type: ignore[arg-type]


def without(text: str, place: int) -> str:
    return editing.without_action(read(text).tree, place)


# --- laws -------------------------------------------------------------------------------------------------------

BY_HAND = f"""\
# boven
{HEAD}actions:   # wat we doen
    # eerst dit
    -   what: "Praten"   # hoe?
        # nog te verdelen
        owner: school    # of het team
        due: 2027-03-01

        status: open
    - # tussenin
      status: done # klaar
      factor: tijd
      what: >-   # lang
        Een lange
        zin.
      owner:
        # wie?
        team
    -   {{what: kort, due: 2027-01-01}}   # kort

          # diep
    - what: |
        Twee
        regels

# dan de antwoorden
answers:
"""
ACTIONS = 4
TEXTS = st.sampled_from(["Bellen", "x: y # z", "- a", "'aan'halen", "no", "12", "één 😀", "Twee\nregels", "]}, {"])
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "what": TEXTS,
        "owner": st.none() | TEXTS,
        "due": st.none() | st.sampled_from([date(2027, 3, 1), date(2028, 2, 29)]),
        "status": st.sampled_from(ActionStatus),
    },
)
COMMENTS = [line.partition("#")[2] for line in BY_HAND.splitlines() if "#" in line]


@settings(max_examples=150, deadline=None)
@given(line_end=st.sampled_from(LINE_ENDS), place=st.integers(0, ACTIONS - 1), fields=FIELDS)
def test_a_change_of_an_action_changes_no_other_and_loses_no_comment(
    line_end: str, place: int, fields: dict[str, object]
) -> None:
    text = BY_HAND.replace("\n", line_end)
    old = read(text).evaluation
    new = changed(text, place, **fields)
    actions = [*old.actions]
    actions[place] = actions[place]._replace(**fields)  # type: ignore[arg-type]
    assert read(new).evaluation == old._replace(actions=tuple(actions))
    assert [comment for comment in COMMENTS if f"#{comment}" not in new] == []
    assert "\n" not in new.replace(line_end, "")
    marks = [*(match.start() for match in re.finditer(r"(?<=[\r\n])    -", text)), text.index("# dan")]
    assert new.startswith(text[: marks[place]])
    assert new.endswith(text[marks[place + 1] :])


@settings(max_examples=60, deadline=None)
@given(line_end=st.sampled_from(LINE_ENDS), places=st.permutations(range(ACTIONS)))
def test_actions_are_taken_away_in_any_order_and_no_comment_with_them(line_end: str, places: list[int]) -> None:
    text, there = BY_HAND.replace("\n", line_end), [*range(ACTIONS)]
    old = read(text).evaluation
    for number in places:
        text = without(text, there.index(number))
        there.remove(number)
        assert read(text).evaluation == old._replace(actions=tuple(old.actions[left] for left in there))
        assert [comment for comment in COMMENTS if f"#{comment}" not in text] == []
        assert "\n" not in text.replace(line_end, "")
    assert "actions:   # wat we doen" in text


def test_what_was_added_and_taken_away_leaves_the_file_as_it_was() -> None:
    for line_end, action in product(LINE_ENDS, MANY):
        for before in (examples.SMALL_ANSWERS, WITH_TALK, f"{HEAD}answers:", f"{HEAD}answers:\n\n# onder\n"):
            text = before.replace("\n", line_end)
            assert without(added(text, action), len(read(text).evaluation.actions)) == text


def test_a_change_and_its_contrary_give_the_file_back() -> None:
    changes: list[dict[str, object]] = [{"what": "Bellen"}, {"owner": "team"}, {"due": date(2028, 1, 1)}]
    for place, fields in product((0, 1), changes):
        old = read(BOTH).evaluation.actions[place]
        back = {name: getattr(old, name) for name in fields}
        assert changed(changed(BOTH, place, **fields), place, **back) == BOTH


# --- hand-made texts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "fields", "new"),
    [
        ("- what: a # c\n", {"what": "b"}, "- what: b # c\n"),
        ("- what: a\n", {"owner": "b", "due": date(2027, 1, 1)}, "- what: a\n  owner: b\n  due: 2027-01-01\n"),
        ("- what: a\n  due: 2027-01-01\n  owner: b\n", {"owner": None}, "- what: a\n  due: 2027-01-01\n"),
        ("- what: a\n  owner: b # wie?\n", {"owner": None}, "- what: a\n  # wie?\n"),
        ("- owner: b\n  what: a\n", {"owner": None}, "- owner:\n  what: a\n"),
        ("- what: a\n  owner:   # wie?\n", {"owner": "b"}, "- what: a\n  owner: b   # wie?\n"),
        ("- what: a\n  owner: null\n", {"owner": "b"}, "- what: a\n  owner: b\n"),
        ("- what: a\n", {"status": DONE}, "- what: a\n  status: done\n"),
        ("- what: a\n  status: done\n", {"status": ActionStatus.OPEN}, "- what: a\n  status: open\n"),
        ("- what:\n    # c\n    a\n", {"what": "b"}, "  # c\n- what: b\n"),
        ("- what: |- # c\n    a\n    b\n", {"what": "d"}, "- what: d # c\n"),
        ("- {what: a, owner: b} # c\n", {"owner": None}, "# c\n- what: a\n"),
        ("- {what: a, owner: }\n", {"owner": "b", "status": DONE}, "- what: a\n  owner: b\n  status: done\n"),
        ("- {what: a, owner}\n", {"owner": "b"}, "- what: a\n  owner: b\n"),
        ("- what: a\n  ? owner\n  # wie?\n  :   # c\n", {"owner": "b"}, "- what: a\n  owner: b   # c\n# wie?\n"),
        ("- {what: a} # c\n", {"owner": "x, y"}, "- what: a # c\n  owner: x, y\n"),
        ("- 'what': 'a'\n", {"what": "b"}, "- 'what': b\n"),
        ("- ? what\n  : a\n", {"what": "b"}, "- what: b\n"),
        ("- what: a\n    # d\n", {"what": "x\ny"}, '- what: "x\\ny"\n    # d\n'),
        ("- {what: a}\n    # d\n", {"what": "x\ny"}, '- what: "x\\ny"\n    # d\n'),
    ],
)
def test_a_change_stays_within_the_field(old: str, fields: dict[str, object], new: str) -> None:
    for line_end in LINE_ENDS:
        text, wanted = (f"{HEAD}answers:\nactions:\n{part}# onder\n".replace("\n", line_end) for part in (old, new))
        assert changed(text, 0, **fields) == wanted


@pytest.mark.parametrize(
    ("old", "place", "new"),
    [
        ("actions: [{what: a}, {what: b}]\n", 0, "actions:\n  - what: b\n"),
        ("actions: [{what: a}, {what: b}]\n", 1, "actions:\n  - what: a\n"),
        ("actions: [{what: a}]\n", 0, ""),
        ("actions: [{what: a} # c\n  ,]\n", 0, "actions:\n  # c\n"),
        ("actions: [{what: a}, # c\n  {what: b}]\n", 0, "actions:\n  # c\n  - what: b\n"),
        ("actions: [{what: a}, # c\n  {what: b}, # d\n]\n", 0, "actions:\n  # c\n  - what: b # d\n"),
        ("actions: [{what: a}, # c\n  {what: b}]\n", 1, "actions:\n  - what: a # c\n"),
        ("actions:\n- what: a # x\n- what: b\n", 0, "actions:\n# x\n- what: b\n"),
        ("actions:\n- what: a\n  # x\n- what: b\n", 0, "actions:\n  # x\n- what: b\n"),
        ("actions:\n- what: 'a # b'\n- what: b\n", 0, "actions:\n- what: b\n"),
        ("actions: # x\n- what: a\n", 0, "actions: # x\n"),
        ("actions:\n# x\n- what: a\n", 0, "actions:\n# x\n"),
    ],
)
def test_what_is_taken_away_leaves_its_comments(old: str, place: int, new: str) -> None:
    for line_end in LINE_ENDS:
        text, wanted = (f"{HEAD}answers:\n{part}# onder\n".replace("\n", line_end) for part in (old, new))
        assert without(text, place) == wanted
        assert len(read(wanted).evaluation.actions) == len(read(text).evaluation.actions) - 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("collaboration: q   # wie?\n", "collaboration: A   # wie?\n"),
        ('"collaboration": "q"\n', '"collaboration": A\n'),
        ('collaboration: "q"# wie?\n', "collaboration: A  # wie?\n"),
        ("collaboration:\n  # wie?\n  q\n", "# wie?\ncollaboration: A\n"),
        ("collaboration: >- # wie?\n  q\n", "collaboration: A # wie?\n"),
        ("? collaboration\n: q # wie?\n", "collaboration: A # wie?\n"),
    ],
)
def test_another_name_changes_nothing_around_it(old: str, new: str) -> None:
    head = HEAD.replace("collaboration: X\n", old)
    text = f"# boven\n{head}answers:\n  plek:\n    tijd:\n      answer: nee # c\n"
    assert editing.with_name(read(text).tree, "collaboration", "A") == text.replace(old, new)


def test_a_name_in_a_file_between_braces_is_changed_in_block_style() -> None:
    text = "{werkzaam: 1, factors: klein, version: 2, collaboration: q, date: 2026-11-23, answers: {}} # c\n"
    wanted = HEAD.replace("collaboration: X", "collaboration: A, B") + "answers: {} # c\n"
    assert editing.with_name(read(text).tree, "collaboration", "A, B") == wanted


@pytest.mark.parametrize(
    ("old", "place", "new"),
    [
        ("- {what: a} # c\n- what: 'b' # d\n", 0, "- what: a # c\n  owner: school\n- what: 'b' # d\n"),
        (
            "- what: 'a'\n-   {what: b, due: 2027-01-01}\n",
            1,
            "- what: 'a'\n- what: b\n  owner: school\n  due: 2027-01-01\n",
        ),
        ("  [{what: a}, {what: b}]\n", 1, "  - what: a\n  - what: b\n    owner: school\n"),
        ("  [{what: a}, {what: b}]\n", 0, "  - what: a\n    owner: school\n  - what: b\n"),
    ],
)
def test_an_action_in_flow_style_is_rewritten_as_a_block(old: str, place: int, new: str) -> None:
    for line_end in LINE_ENDS:
        text, wanted = (f"{HEAD}answers:\nactions:\n{part}# onder\n".replace("\n", line_end) for part in (old, new))
        assert changed(text, place, owner="school") == wanted


# --- on disk ------------------------------------------------------------------------------------------------------


@pytest.fixture
def room(tmp_path: Path, small: FactorSet) -> Room:
    made = Room(tmp_path, small)
    made.path.write_text(BOTH)
    made.store = made.opened()
    return made


def test_a_changed_action_is_on_disk_and_one_taken_away_is_gone(room: Room) -> None:
    room.store.change_action(0, TALK._replace(status=DONE))
    assert room.path.read_text() == BOTH.replace("status: open", "status: done")
    room.store.change_action(1, None)
    assert room.path.read_text() == WITH_TALK.replace("status: open", "status: done")
    assert (room.store.evaluation, room.told, room.store.holds_all) == (room.on_disk, [], True)
    room.store.change_action(0, None)
    assert room.path.read_text() == examples.SMALL_ANSWERS


def test_a_windows_file_stays_one(room: Room) -> None:
    room.path.write_bytes(("\ufeff" + BOTH.replace("\n", "\r\n")).encode())
    room.opened().change_action(0, TALK._replace(owner="team"))
    wanted = "\ufeff" + BOTH.replace("owner: school", "owner: team").replace("\n", "\r\n")
    assert room.path.read_bytes() == wanted.encode()


def test_an_action_that_moved_is_found_where_it_stands_now(room: Room) -> None:
    room.edit(TALK_LINES, "  - what: Eerst\n" + TALK_LINES)
    room.store.change_action(1, LOOK._replace(owner="team"))
    assert room.on_disk.actions == (Action("Eerst"), TALK, LOOK._replace(owner="team"))
    assert room.told == [CHANGED_ELSEWHERE.format(room.path)]


def test_of_two_that_are_the_same_the_one_at_its_place_is_changed(room: Room) -> None:
    room.path.write_text(BOTH + LOOK_LINES + LOOK_LINES)
    store = room.opened()
    store.change_action(2, LOOK._replace(owner="team"))
    store.change_action(1, None)
    assert room.on_disk.actions == (TALK, LOOK._replace(owner="team"), LOOK)


@pytest.mark.parametrize("gone", [True, False])
def test_where_somebody_else_changed_that_action_theirs_stays_and_ours_is_kept_beside_it(
    room: Room, *, gone: bool
) -> None:
    room.edit(TALK_LINES if gone else "owner: school", "" if gone else "owner: gemeente")
    theirs = room.path.read_text()
    ours = TALK._replace(status=DONE)
    room.store.change_action(0, ours)
    assert (room.path.read_text(), room.store.evaluation) == (theirs, room.on_disk)
    assert room.told == [f"{THEIRS.format(room.path)}\nYour answers are in {room.rescue}."]
    assert room.rescued.actions == (*room.on_disk.actions, ours)
    assert not room.store.holds_all


def test_two_who_make_the_same_change_have_no_quarrel(room: Room) -> None:
    room.edit("status: open", "status: done")
    room.store.change_action(0, TALK._replace(status=DONE))
    assert room.told == [CHANGED_ELSEWHERE.format(room.path)]
    room.edit(LOOK_LINES, "")
    room.store.change_action(1, None)
    assert (room.told[1:], room.store.holds_all) == ([CHANGED_ELSEWHERE.format(room.path)], True)


def test_an_action_that_somebody_else_changed_is_not_taken_away(room: Room) -> None:
    room.edit("owner: school", "owner: gemeente")
    theirs = room.path.read_text()
    room.store.change_action(0, None)
    assert (room.path.read_text(), room.rescue.exists()) == (theirs, False)
    assert room.told == ["Somebody else changed this agreement meanwhile: it is not taken away."]
    room.store.change_action(0, None)
    assert room.on_disk.actions == (LOOK,)


@pytest.mark.parametrize("text", [None, "werkzaam: ["], ids=["gone", "broken"])
def test_what_cannot_be_changed_in_the_file_is_changed_in_the_rescue(room: Room, text: str | None) -> None:
    room.path.unlink()
    if text is not None:
        room.path.write_text(text)
    for change in (
        lambda: room.store.change_action(0, TALK._replace(status=DONE)),
        lambda: room.store.change_action(1, None),
        lambda: room.store.rename("collaboration", "Lyceum West"),
        lambda: room.store.rename("perspective", "school"),
    ):
        refused(change)
    assert room.rescued.actions == (TALK._replace(status=DONE),)
    assert (room.rescued.collaboration, room.rescued.perspective) == ("Lyceum West", "school")
    assert not room.store.holds_all


@pytest.mark.parametrize(
    ("function", "change"),
    [
        ("with_changed_action", lambda store: store.change_action(0, TALK._replace(status=DONE))),
        ("without_action", lambda store: store.change_action(0, None)),
        ("with_name", lambda store: store.rename("collaboration", "A")),
        ("with_name", lambda store: store.rename("perspective", "school")),
    ],
)
def test_a_change_that_would_change_anything_else_is_not_made(
    room: Room, monkeypatch: pytest.MonkeyPatch, function: str, change: Callable[[AnswersStore], None]
) -> None:
    right = getattr(editing, function)

    def spoiling(tree: YamlTree, *arguments: object) -> str:
        return str(right(tree, *arguments)).replace("answer: ja", "answer: nee")

    monkeypatch.setattr(f"werkzaam.files.editing.{function}", spoiling)
    assert refused(lambda: change(room.store))[0] == DOES_NOT_FIT.format(room.path)
    assert room.path.read_text() == BOTH


# --- what it is about ---------------------------------------------------------------------------------------------

NAME = "collaboration: Lyceum Oost en Stichting Straatwerk"


def test_a_name_is_put_right_and_the_answers_behind_it_go_on(room: Room) -> None:
    room.edit("answer: ja", "answer: nee  # toch niet")
    room.store.rename("collaboration", "Lyceum Oost: allen")
    room.save("tijd", Answer("ja"))
    expected = BOTH.replace(NAME, "collaboration: 'Lyceum Oost: allen'").replace(
        "answer: ja", "answer: nee  # toch niet"
    )
    assert room.path.read_text() == expected.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert room.told == [CHANGED_ELSEWHERE.format(room.path)]


def test_where_somebody_else_wrote_the_name_otherwise_theirs_stays(room: Room) -> None:
    theirs = "LYCEUM OOST en Stichting  Straatwerk"
    room.edit(NAME, f"collaboration: {theirs}")
    room.store.rename("collaboration", "Lyceum Oost")
    assert room.on_disk.collaboration == theirs
    assert room.rescued.collaboration == "Lyceum Oost"
    assert room.told == [f"{THEIR_NAME.format(room.path)}\nYour answers are in {room.rescue}."]
    room.store.rename("collaboration", "Lyceum Oost")
    assert (room.on_disk.collaboration, room.store.holds_all) == ("Lyceum Oost", True)


def test_where_somebody_else_gave_another_name_ours_waits_beside_the_file(room: Room) -> None:
    room.edit(NAME, "collaboration: Lyceum West")
    theirs = room.path.read_text()
    with pytest.raises(ConflictError):
        room.store.rename("collaboration", "Lyceum Oost")
    with pytest.raises(ConflictError):
        room.store.change_action(0, TALK._replace(status=DONE))
    with pytest.raises(ConflictError):
        room.store.change_action(0, TALK._replace(status=DONE, owner="team"))
    assert room.path.read_text() == theirs
    assert (room.rescued.collaboration, room.rescued.actions[0].owner) == ("Lyceum Oost", "team")
    room.edit("collaboration: Lyceum West", NAME)
    room.store.change_action(1, None)
    wanted = WITH_TALK.replace("status: open", "status: done").replace("owner: school", "owner: team")
    assert room.path.read_text() == wanted.replace(NAME, "collaboration: Lyceum Oost")
    assert room.store.holds_all


def test_of_two_names_given_while_the_file_could_take_none_the_last_goes_into_it(room: Room) -> None:
    room.path.unlink()
    for name in ("Lyceum Oost", "Lyceum Oost: allen"):
        with pytest.raises(ConflictError):
            room.store.rename("collaboration", name)
    assert room.rescued.collaboration == "Lyceum Oost: allen"
    room.path.write_text(BOTH)
    room.save("tijd", Answer("ja"))
    assert room.on_disk.collaboration == "Lyceum Oost: allen"
    assert room.store.holds_all


@pytest.mark.parametrize("present", ["perspective: samen # wij\n", "perspective: # wij\n", ""])
def test_a_perspective_is_filled_in_or_changed(room: Room, present: str) -> None:
    room.edit("perspective: samen\n", present)
    room.opened().rename("perspective", "school")
    comment = " # wij" if present else ""
    assert room.path.read_text() == BOTH.replace("perspective: samen\n", f"perspective: school{comment}\n")
    assert room.told == []


def test_a_full_disk_keeps_the_old_name_and_says_so(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", full)
    assert (
        refused(lambda: room.store.rename("collaboration", "A"))[0]
        == f"{room.path}: cannot be saved (the disk is full)."
    )
    assert room.path.read_text() == BOTH

"""What cannot be saved: whatever goes wrong, the answers are beside the file, or are told."""

import os
import resource
import stat
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.failing import full, raising
from tests.files.room import (
    DOES_NOT_FIT,
    MANY,
    NO,
    NOWHERE_ELSE,
    STILL_NOT,
    WITH_MANY,
    WITH_TIME,
    YES,
    Room,
    refused,
    replaced,
    rescue_of,
)
from werkzaam.domain.evaluation import Action, Answer
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.files.disk.locking import locked
from werkzaam.files.editing import with_action, with_answer
from werkzaam.files.store import AnswersStore
from werkzaam.files.yaml.tree import YamlTree


@pytest.mark.parametrize("text", ["werkzaam: [", "", examples.SMALL_ANSWERS.replace("klein", "groot"), None])
def test_answers_to_a_file_that_cannot_be_used_any_more_are_all_kept_beside_it(room: Room, text: str | None) -> None:
    room.path.unlink()
    if text is not None:
        room.path.write_text(text)
    room.rescue.write_text("van vorige keer")
    rescue = room.path.with_name("a.yaml.rescue-2")
    why, where = refused(lambda: room.save("contact", NO))
    assert (why.startswith(f"{room.path}:"), where) == (True, f"Your answers are in {rescue}.")
    assert refused(lambda: room.store.save(MANY)) == (STILL_NOT.format(room.path, rescue),)
    assert (room.path.read_text() if room.path.exists() else None) == text
    assert (rescue.read_text(), room.rescue.read_text()) == (WITH_MANY, "van vorige keer")


@pytest.mark.parametrize(("mode", "of_rescue"), [(0o444, 0o644), (0o040, 0o640)])
def test_a_file_that_somebody_locked_meanwhile_is_left_alone_and_the_answers_can_be_read(
    room: Room, mode: int, of_rescue: int
) -> None:
    room.path.chmod(mode)
    assert refused(lambda: room.save("tijd", YES)) == (
        f"{room.path}: you are not allowed to write here; choose another place.",
        f"Your answers are in {room.rescue}.",
    )
    assert stat.S_IMODE(room.rescue.stat().st_mode) == of_rescue
    room.path.chmod(0o644)
    assert (room.path.read_text(), room.rescue.read_text()) == (examples.SMALL_ANSWERS, WITH_TIME)


def test_a_full_disk_is_told_and_the_answers_are_kept_where_there_is_room(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, calls = os.fsync, []

    def full_once(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 1:
            full()
        sync(descriptor)

    monkeypatch.setattr("os.fsync", full_once)
    assert refused(lambda: room.save("tijd", YES)) == (
        f"{room.path}: cannot be saved (the disk is full).",
        f"Your answers are in {room.rescue}.",
    )
    assert (room.path.read_text(), room.rescue.read_text()) == (examples.SMALL_ANSWERS, WITH_TIME)


def test_answers_that_can_be_saved_nowhere_are_told_line_by_line_and_can_be_saved_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", full)
        assert refused(lambda: room.store.save(MANY)) == (
            f"{room.path}: cannot be saved (the disk is full).",
            "Your answers could not be saved anywhere; here they are, to be copied:",
            *WITH_MANY.split("\n"),
            NOWHERE_ELSE,
        )
    assert (room.path.read_text(), rescue_of(room.store), room.store.holds_all) == (examples.SMALL_ANSWERS, None, False)
    assert room.store.save(MANY) == room.on_disk
    assert room.store.holds_all


def test_a_quarrel_that_cannot_be_saved_anywhere_is_told_in_full(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    monkeypatch.setattr("werkzaam.files.unsaved.write_apart", full)
    room.save("tijd", YES)
    (told,) = room.told
    assert told.endswith(f"\n{WITH_TIME}\n{NOWHERE_ELSE}")
    assert (rescue_of(room.store), room.store.holds_all) == (None, False)


def test_a_folder_that_is_gone_is_told_and_the_answers_too(room: Room) -> None:
    room.path.unlink()
    room.path.parent.rmdir()
    why, _nowhere, *text, _last = refused(lambda: room.save("tijd", YES))
    assert why == f"{room.path}: the folder does not exist; make it first."
    assert text == WITH_TIME.split("\n")


def test_where_another_saver_never_ends_the_answers_are_rescued(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkzaam.files.disk.locking.PATIENCE", 0.05)
    with locked(room.path):
        assert refused(lambda: room.save("tijd", YES)) == (
            f"{room.path}: another program has this file open; close it there and try again.",
            f"Your answers are in {room.rescue}.",
        )
    assert (room.path.read_text(), room.rescued.answer("tijd")) == (examples.SMALL_ANSWERS, YES)


FAULTS = (ImportError, MemoryError, RecursionError, LookupError)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("place", ["store.locked", "store.read_again", "editing.with_answer", "store.write_atomically"])
def test_whatever_goes_wrong_in_a_save_the_answers_are_rescued_and_it_is_still_a_fault(
    room: Room, monkeypatch: pytest.MonkeyPatch, place: str, fault: type[Exception]
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(f"werkzaam.files.{place}", raising(fault))
        with pytest.raises(fault) as raised:
            room.store.save(MANY)
    assert raised.value.__notes__ == [f"Your answers are in {room.rescue}."]
    assert (room.path.read_text(), room.rescue.read_text()) == (examples.SMALL_ANSWERS, WITH_MANY)
    assert room.store.save(MANY) == room.on_disk


@pytest.mark.parametrize("fault", FAULTS)
def test_where_a_rescue_file_fails_too_the_whole_text_is_told(
    room: Room, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    for place in ("editing.with_answer", "unsaved.write_apart"):
        monkeypatch.setattr(f"werkzaam.files.{place}", raising(fault))
    with pytest.raises(fault) as raised:
        room.store.save(MANY)
    (note,) = raised.value.__notes__
    assert (
        note == f"Your answers could not be saved anywhere; here they are, to be copied:\n{WITH_MANY}\n{NOWHERE_ELSE}"
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_where_no_text_of_a_file_can_be_made_what_was_typed_is_told(
    room: Room, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    for place in ("store.read_again", "unsaved.answers_text"):
        monkeypatch.setattr(f"werkzaam.files.{place}", raising(fault))
    with pytest.raises(fault):
        room.store.add_action(Action("Bellen", "tijd", "school", date(2027, 3, 1)))
    with pytest.raises(fault) as raised:
        room.store.save(MANY)
    (note,) = raised.value.__notes__
    for typed in ("tijd: ja", "contact: deels een-punt", "Wie?", "ruimte:", "Later", "Bellen", "school 2027-03-01"):
        assert typed in note
    assert not room.rescue.exists()


def test_where_no_file_can_be_opened_any_more_the_answers_are_told(room: Room) -> None:
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, limits[1]))
        why, nowhere, *text, last = refused(lambda: room.save("tijd", YES))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert why == f"{room.path}: cannot be read (too many files are open)."
    assert nowhere == "Your answers could not be saved anywhere; here they are, to be copied:"
    assert (text, last) == (WITH_TIME.split("\n"), NOWHERE_ELSE)
    assert room.save("tijd", YES) == room.on_disk


def test_a_fault_behind_a_save_makes_no_rescue_of_what_is_in_the_file(room: Room) -> None:
    store = AnswersStore.open(room.path, room.factor_set, raising(LookupError))
    room.edit("date: 2026-11-23\n", "date: 2026-11-23 # van ons\n")
    with pytest.raises(LookupError) as raised:
        store.save({"tijd": YES})
    assert (room.on_disk.answer("tijd"), store.holds_all) == (YES, True)
    assert (hasattr(raised.value, "__notes__"), room.rescue.exists()) == (False, False)


def test_a_rescue_of_a_private_file_is_private(room: Room) -> None:
    room.path.chmod(0o600)
    room.path.write_text("werkzaam: [")
    refused(lambda: room.save("tijd", YES))
    assert room.rescue.stat().st_mode & 0o777 == 0o600


def test_where_savers_cannot_take_turns_nobodys_rescue_replaces_another(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = room.opened()
    room.path.write_text("werkzaam: [")
    link = os.link

    def link_after_another(source: Path, path: Path) -> None:
        with monkeypatch.context() as at_the_other:
            at_the_other.setattr("os.link", link)
            at_the_other.setattr("os.getpid", lambda: 0)
            refused(lambda: other.save({"tijd": NO}))
        monkeypatch.setattr("os.link", link)
        link(source, path)

    monkeypatch.setattr("fcntl.flock", full)
    monkeypatch.setattr("os.link", link_after_another)
    refused(lambda: room.save("tijd", YES))
    for path, answer in ((room.path.with_name("a.yaml.rescue-2"), YES), (room.rescue, NO)):
        assert examples.saved(path).answer("tijd") == answer


# --- an edit that would change anything else ----------------------------------------------------------------------

WITH_ACTION = f"{examples.SMALL_ANSWERS}actions:\n  - what: Bellen\n    owner: school\n    status: open\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("note: Sinds maart", "note: Vanaf maart"),
        ("note: Sinds maart zijn er twee mensen.", "note: 'Sinds maart zijn er twee mensen. '"),
        ("mensen.", "mensen.X"),
        ("what: Bellen", "what: Mailen"),
        ("what: Bellen", "what: BellenX"),
        ("what: Bellen", "what: 'Bellen '"),
        ("owner: school", "owner: team"),
        ("owner: school", "owner: schoolX"),
        ("owner: school", "owner: 'school '"),
        ("    status: open\n  - what: Kijken", "    status: done\n  - what: Kijken"),
    ],
)
def test_an_action_that_would_change_anything_else_is_kept_beside_the_file(
    room: Room, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    def spoiling(tree: YamlTree, action: Action) -> str:
        return replaced(with_action(tree, action), (old, new))

    room.path.write_text(WITH_ACTION)
    store = room.opened()
    monkeypatch.setattr("werkzaam.files.editing.with_action", spoiling)
    assert refused(lambda: store.add_action(Action("Kijken"))) == (
        DOES_NOT_FIT.format(room.path),
        f"Your answers are in {room.rescue}.",
    )
    assert room.path.read_text() == WITH_ACTION


def test_where_one_of_many_cannot_be_put_into_the_text_none_is_and_all_are_kept(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiling(tree: YamlTree, factor_set: FactorSet, factor: Factor, answer: Answer, *, quoted: bool) -> str:
        text = with_answer(tree, factor_set, factor, answer, quoted=quoted)
        return text.replace("answer: deels", "answer: ja") if factor.id == "ruimte" else text

    monkeypatch.setattr("werkzaam.files.editing.with_answer", spoiling)
    assert refused(lambda: room.store.save(MANY))[0] == DOES_NOT_FIT.format(room.path)
    assert (room.path.read_text(), room.rescue.read_text()) == (examples.SMALL_ANSWERS, WITH_MANY)

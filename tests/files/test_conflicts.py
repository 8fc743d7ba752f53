"""A file that somebody else made something else of, or is writing at this moment."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import examples
from tests.failing import full
from tests.files.room import CHANGED_ELSEWHERE, NO, STILL_NOT, WITH_TIME, YES, Room, refused, rescue_of, untouched
from werkzaam.domain.evaluation import Action, Answer
from werkzaam.files import conflicts
from werkzaam.files.conflicts import ConflictError

BEFORE = examples.SMALL_ANSWERS
AGAIN = "{} can be filled in again; what you gave meanwhile goes into it too."
OTHER = "{} has become another evaluation meanwhile ({}); it stays so."
GONE = "{}: what stood in it is gone meanwhile ({}); it stays so."


def without(*parts: str) -> str:
    text = BEFORE
    for part in parts:
        assert part in text
        text = text.replace(part, "")
    return text


TEAM = BEFORE[BEFORE.index("    team:") : BEFORE.index("    contact:")]
PLACE = BEFORE[BEFORE.index("  plek:") :]


# --- another evaluation -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("2026-11-23", "2025-11-23", "date: “2025-11-23”, was “2026-11-23”"),
        ("Lyceum Oost en", "Lyceum West en", "collaboration: “Lyceum West en Stichting Straatwerk”, was “Lyceum Oost"),
        ("Lyceum Oost en", "A {nieuw} {", "collaboration: “A {nieuw} { Stichting Straatwerk”, was “Lyceum Oost"),
        ("perspective: samen", "perspective: school", "perspective: “school”, was “samen”"),
        ("perspective: samen\n", "", "perspective: “”, was “samen”"),
    ],
)
def test_a_file_that_became_another_evaluation_stays_and_ours_is_beside_it(
    room: Room, old: str, new: str, what: str
) -> None:
    theirs = BEFORE.replace(old, new)
    room.path.write_text(theirs)
    why, where = refused(lambda: room.save("tijd", YES))
    assert why.startswith(OTHER.partition("(")[0].format(room.path) + "(" + what)
    assert where == f"Your answers are in {room.rescue}."
    assert (room.path.read_text(), room.rescue.read_text(), room.told) == (theirs, WITH_TIME, [])


def test_a_file_of_another_set_or_version_is_another_evaluation(room: Room) -> None:
    for old, new in (("factors: klein", "factors: groot"), ("version: 2", "version: 3")):
        theirs = BEFORE.replace(old, new)
        room.path.write_text(theirs)
        with pytest.raises(ConflictError):
            room.save("tijd", YES)
        assert (room.path.read_text(), room.rescue.read_text()) == (theirs, WITH_TIME)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Lyceum Oost en", "lyceum  OOST en"),
        ("date: 2026-11-23", "date: '2026-11-23'"),
        ("answers:\n", "note: Met het hele team.\nanswers:\n"),
        ("      answer: ja\n", "      answer:\n"),
        ("      answer: ja\n", ""),
        ("version: 2", "version: 1"),
    ],
    ids=["capitals", "quotes", "a note", "an emptied answer", "a factor that says nothing", "the version"],
)
def test_what_else_changes_leaves_it_the_same_evaluation(room: Room, old: str, new: str) -> None:
    theirs = BEFORE.replace(old, new)
    room.path.write_text(theirs)
    room.save("tijd", YES)
    assert room.path.read_text() == theirs.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert (room.told, rescue_of(room.store)) == ([CHANGED_ELSEWHERE.format(room.path)], None)


def test_a_perspective_that_somebody_filled_in_is_a_change_elsewhere(room: Room) -> None:
    room.edit("perspective: samen\n", "")
    store = room.opened()
    room.path.write_text(BEFORE)
    store.save({"tijd": YES})
    assert (room.path.read_text(), room.told) == (WITH_TIME, [CHANGED_ELSEWHERE.format(room.path)])


def test_a_rescue_file_that_somebody_changed_or_took_away_is_left_alone(room: Room) -> None:
    room.edit("2026-11-23", "2025-11-23")
    refused(lambda: room.save("tijd", YES))
    room.rescue.write_text("van mij")
    refused(lambda: room.save("contact", NO))
    second = room.path.with_name("a.yaml.rescue-2")
    assert (room.rescue.read_text(), room.rescued.answer("contact"), rescue_of(room.store)) == ("van mij", NO, second)
    room.rescue.unlink()
    second.unlink()
    refused(lambda: room.save("ruimte", YES))
    assert (room.rescued.answer("ruimte"), rescue_of(room.store)) == (YES, room.rescue)


# --- what is gone ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (without(TEAM), "team"),
        (without("    tijd:\n      answer:\n"), "tijd"),
        (without(TEAM, PLACE), "team, plek, ruimte, tijd"),
        (BEFORE[: BEFORE.index("  mensen:")], "mensen, team, contact, plek, ruimte, …"),
        (BEFORE[: BEFORE.index("    ruimte:")], "ruimte, tijd"),
    ],
)
def test_a_file_in_which_factors_are_gone_stays_and_ours_is_beside_it(room: Room, text: str, what: str) -> None:
    room.path.write_text(text)
    assert refused(lambda: room.save("contact", NO)) == (
        GONE.format(room.path, what),
        f"Your answers are in {room.rescue}.",
    )
    assert room.path.read_text() == text
    assert room.rescued.answers == {**examples.read(BEFORE).evaluation.answers, "contact": NO}


def test_what_is_no_longer_known_but_stood_there_may_not_vanish_either(room: Room) -> None:
    old = BEFORE.replace("version: 2", "version: 1").replace("    tijd:", "    vervallen:\n      answer: ja\n    tijd:")
    room.path.write_text(old)
    store = room.opened()
    room.path.write_text(old.replace("    vervallen:\n      answer: ja\n", ""))
    assert refused(lambda: store.save({"tijd": YES}))[0] == GONE.format(room.path, "vervallen")


# --- while it lasts, and after it -------------------------------------------------------------------------------------


def test_while_it_lasts_everything_goes_beside_the_file_and_after_it_into_it(room: Room) -> None:
    theirs = BEFORE.replace("2026-11-23", "2025-11-23")
    room.path.write_text(theirs)
    before = untouched(room.path)
    refused(lambda: room.save("tijd", YES))
    one_line = (STILL_NOT.format(room.path, room.rescue),)
    assert refused(lambda: room.save("contact", Answer("nvt", None, "Wie?"))) == one_line
    assert refused(lambda: room.store.add_action(Action("Bellen"))) == one_line
    assert untouched(room.path) == before
    room.path.unlink()
    assert refused(lambda: room.save("contact", Answer("nee", None, "Wie?"))) == one_line
    assert (room.store.evaluation, room.store.place, room.store.holds_all) == (room.rescued, room.rescue, False)
    assert room.rescued.answer("contact") == Answer("nee", None, "Wie?")
    assert room.rescued.actions == (Action("Bellen"),)
    room.path.write_text(BEFORE)
    assert room.save("ruimte", YES) == room.on_disk
    assert [room.on_disk.answer(name) for name in ("tijd", "contact", "ruimte")] == [
        YES,
        Answer("nee", None, "Wie?"),
        YES,
    ]
    assert room.on_disk.actions == (Action("Bellen"),)
    assert room.told == [AGAIN.format(room.path)]
    assert (room.store.place, room.store.holds_all) == (room.path, True)


def test_an_action_ends_it_as_well_as_an_answer(room: Room) -> None:
    room.path.write_text("")
    refused(lambda: room.save("tijd", YES))
    room.path.write_text(BEFORE)
    room.store.add_action(Action("Bellen"))
    assert room.path.read_text() == f"{WITH_TIME}actions:\n  - what: Bellen\n    status: open\n"
    assert room.store.holds_all


def test_what_somebody_else_answered_while_it_lasted_stays_and_ours_is_beside_it(room: Room) -> None:
    room.path.write_text(BEFORE.replace("2026", "2025"))
    for factor in ("tijd", "contact"):
        refused(lambda factor=factor: room.save(factor, YES))  # type: ignore[misc]
    theirs = BEFORE.replace("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.path.write_text(theirs)
    assert room.save("ruimte", Answer("nvt")).answer("tijd") == NO
    assert room.path.read_text() == theirs.replace("ruimte:\n      answer: nee", "ruimte:\n      answer: nvt")
    assert (room.rescued.answer("tijd"), room.store.holds_all, room.store.place) == (YES, False, room.path)


def test_where_ours_can_be_put_nowhere_they_are_told_in_full_each_time(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkzaam.files.unsaved.write_apart", full)
    room.path.write_text("")
    for _time in range(2):
        _why, _nowhere, *text, _last = refused(lambda: room.save("tijd", YES))
        assert text == WITH_TIME.split("\n")
    assert (room.store.rescue, room.store.place) == (None, room.path)


# --- no file any more -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "made",
    [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")],
    ids=["a FIFO", "a folder", "a device"],
)
@pytest.mark.timeout(20)
def test_what_is_no_file_any_more_is_left_alone_at_once_and_nobody_else_waits(
    room: Room, monkeypatch: pytest.MonkeyPatch, made: Callable[[Path], object]
) -> None:
    room.path.chmod(0o600)
    room.path.unlink()
    monkeypatch.chdir(room.path.parent)
    made(Path(room.path.name))
    other = "this is a folder; name a file in it." if room.path.is_dir() else "this is not a file; name another one."
    assert refused(lambda: room.save("tijd", YES)) == (
        f"{room.path}: {other}",
        f"Your answers are in {room.rescue}.",
    )
    assert (room.rescue.read_text(), room.rescue.stat().st_mode & 0o777) == (WITH_TIME, 0o600)
    assert not room.path.is_file()


@pytest.mark.timeout(20)
def test_what_becomes_a_fifo_right_before_it_is_opened_is_not_waited_for(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = room.path.stat()
    room.path.unlink()
    os.mkfifo(room.path)
    original = os.stat
    stale = lambda path, **named: status if path == str(room.path) else original(path, **named)  # noqa: E731
    monkeypatch.setattr("os.stat", stale)
    with pytest.raises(ConflictError, match="this is not a file"):
        room.save("tijd", YES)


# --- an editor that writes ------------------------------------------------------------------------------------------


@contextmanager
def editor(path: Path, *parts: str, pause: float) -> Iterator[None]:
    """Write a file as some editors do: empty it, then write one part after another."""
    started = threading.Event()

    def write() -> None:
        with path.open("w") as stream:
            started.set()
            for part in parts:
                time.sleep(pause)
                stream.write(part)
                stream.flush()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert started.wait(10)
        yield
    finally:
        writer.join(10)
        assert not writer.is_alive()


THEIRS = BEFORE.replace("Sinds maart zijn er twee mensen.", "Sinds mei vier.")
ACTION = "actions:\n  - what: Bellen\n    status: open\n"


@pytest.mark.parametrize(
    "cut",
    [0, 3, THEIRS.index("Oost"), THEIRS.index("  plek:"), THEIRS.index("    tijd:"), len(THEIRS) - 3],
)
def test_somebody_who_is_writing_the_file_is_waited_for(room: Room, monkeypatch: pytest.MonkeyPatch, cut: int) -> None:
    monkeypatch.setattr(conflicts, "QUIET", 1.0)
    monkeypatch.setattr(conflicts, "PATIENCE", 10.0)
    with editor(room.path, THEIRS[:cut], THEIRS[cut:], pause=0.1):
        room.save("tijd", YES)
    assert room.path.read_text() == THEIRS.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert (room.told, rescue_of(room.store)) == ([CHANGED_ELSEWHERE.format(room.path)], None)


def test_agreements_that_are_still_to_come_are_waited_for(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflicts, "QUIET", 1.0)
    monkeypatch.setattr(conflicts, "PATIENCE", 10.0)
    room.path.write_text(BEFORE + ACTION)
    store = room.opened()
    with editor(room.path, THEIRS, ACTION, pause=0.1):
        store.save({"tijd": YES})
    assert room.path.read_text().endswith(ACTION)


def test_an_editor_that_moves_the_file_away_first_is_waited_for(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflicts, "QUIET", 5.0)
    monkeypatch.setattr(conflicts, "PATIENCE", 5.0)
    room.path.rename(room.path.with_name("a.yaml~"))
    coming = threading.Timer(0.2, lambda: room.path.write_text(THEIRS))
    coming.start()
    room.save("tijd", YES)
    coming.join(10)
    assert "Sinds mei vier." in room.path.read_text()
    assert rescue_of(room.store) is None


@pytest.mark.long
def test_somebody_who_never_ends_is_not_waited_for_for_ever_and_loses_nothing(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conflicts, "QUIET", 0.3)
    monkeypatch.setattr(conflicts, "PATIENCE", 0.5)
    with editor(room.path, *THEIRS[:200], THEIRS[200:], pause=0.02):
        start = time.monotonic()
        refused(lambda: room.save("tijd", YES))
        assert time.monotonic() - start < 2
    assert (room.path.read_text(), room.rescue.read_text()) == (THEIRS, WITH_TIME)


def test_half_a_file_that_stays_so_is_a_conflict_and_one_without_a_last_line_end_is_none(room: Room) -> None:
    room.path.write_text(BEFORE[:100])
    refused(lambda: room.save("tijd", YES))
    assert room.path.read_text() == BEFORE[:100]
    whole = BEFORE.removesuffix("\n") + " weet-niet"
    room.path.write_text(whole)
    room.save("contact", NO)
    assert room.path.read_text() == whole.replace("answer: ja", "answer: nee")


def test_what_is_known_is_not_waited_for(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.path.write_text(BEFORE.removesuffix("\n"))
    store = room.opened()
    monkeypatch.setattr(time, "sleep", pytest.fail)
    store.save({"contact": NO})
    store.save({"tijd": YES})
    assert room.told == []


# --- somebody who writes at the same time -----------------------------------------------------------------------------


def at_each_sync(monkeypatch: pytest.MonkeyPatch, *acts: Callable[[], object]) -> None:
    """Do something each time that a new file reaches the disk, and has yet to get its name."""
    left, sync = list(acts), os.fsync

    def synced(descriptor: int) -> None:
        sync(descriptor)
        if left and not os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112 (a descriptor, not a path)
            left.pop(0)()

    monkeypatch.setattr("os.fsync", synced)


def replaced_as_git_does(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text)


@pytest.mark.parametrize("write", [Path.write_text, replaced_as_git_does], ids=["in place", "anew"])
@pytest.mark.parametrize("times", [1, 2])
def test_what_is_written_while_we_save_is_kept(
    room: Room, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, str], object], times: int
) -> None:
    texts = [BEFORE.replace("maart", month) for month in ("april", "mei")][:times]
    at_each_sync(monkeypatch, *(lambda text=text: write(room.path, text) for text in texts))
    room.save("tijd", YES)
    assert room.path.read_text() == texts[-1].replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert sorted(room.path.parent.iterdir()) == [room.path]


def test_an_answer_of_somebody_else_while_we_save_stays_and_ours_is_beside_it(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = BEFORE.replace("tijd:\n      answer:", "tijd:\n      answer: nee")
    at_each_sync(monkeypatch, lambda: room.path.write_text(theirs))
    assert room.save("tijd", YES).answer("tijd") == NO
    assert (room.path.read_text(), room.rescued.answer("tijd")) == (theirs, YES)


def test_an_action_is_saved_beside_what_is_written_meanwhile_too(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    at_each_sync(monkeypatch, lambda: room.path.write_text(THEIRS))
    room.store.add_action(Action("Bellen"))
    assert room.path.read_text() == THEIRS + ACTION


def test_somebody_who_writes_again_and_again_wins_and_ours_is_beside_it(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [BEFORE.replace("maart", "m" * number) for number in range(1, 5)]
    at_each_sync(monkeypatch, *(lambda text=text: room.path.write_text(text) for text in texts))
    assert refused(lambda: room.save("tijd", YES)) == (
        f"{room.path}: another program has this file open; close it there and try again.",
        f"Your answers are in {room.rescue}.",
    )
    assert (room.path.read_text() in texts, room.rescue.read_text()) == (True, WITH_TIME)

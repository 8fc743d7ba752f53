"""The file that a questionnaire works on: every answer goes to disk, and nobody's work is lost."""

import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.failing import full, raising
from tests.files.room import (
    CHANGED_ELSEWHERE,
    DOES_NOT_FIT,
    NO,
    NOWHERE_ELSE,
    STILL_NOT,
    YES,
    Room,
    refused,
    rescue_of,
    untouched,
)
from werkzaam.domain.evaluation import Action, Answer, Evaluation, tidy
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.files.editing import with_action, with_answer, with_name
from werkzaam.files.locking import locked
from werkzaam.files.permissions import Losses
from werkzaam.files.saving import State, write_atomically
from werkzaam.files.store import AnswersStore
from werkzaam.files.yaml_tree import YamlTree

DAY = date(2026, 11, 23)


def replaced(text: str, *changes: tuple[str, str]) -> str:
    """Return a text with something else in the place of what stands there once."""
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


TIME = ("tijd:\n      answer:", "tijd:\n      answer: ja")
"""How `tijd` gets its answer in the text of the small file."""
WITH_TIME = replaced(examples.SMALL_ANSWERS, TIME)
MANY = {"tijd": YES, "contact": Answer("deels", ("een-punt",), "Wie?"), "ruimte": Answer(None, None, "Later")}
WITH_MANY = replaced(
    WITH_TIME,
    ("answer: ja\n  plek", "answer: deels\n      missing:\n        - een-punt\n      note: Wie?\n  plek"),
    ("answer: nee\n", "answer:\n      note: Later\n"),
)


# --- saving -------------------------------------------------------------------------------------------------------


def test_a_saved_answer_is_on_disk_and_nobody_is_told(room: Room) -> None:
    evaluation = room.save("tijd", YES)
    assert room.path.read_text() == WITH_TIME
    assert (evaluation, room.store.evaluation, room.told) == (room.on_disk, room.on_disk, [])
    assert (rescue_of(room.store), room.store.holds_all) == (None, True)


def test_many_answers_are_one_write(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []

    def write_and_count(path: Path, content: bytes, over: State = None) -> Losses:
        written.append((path, content))
        return write_atomically(path, content, over)

    monkeypatch.setattr("werkzaam.files.store.write_atomically", write_and_count)
    evaluation = room.store.save(MANY)
    assert written == [(room.path, WITH_MANY.encode())]
    assert (room.path.read_text(), room.told, rescue_of(room.store)) == (WITH_MANY, [], None)
    assert evaluation == room.on_disk
    assert {factor: evaluation.answer(factor) for factor in MANY} == MANY


def test_what_an_answer_is_based_on_can_be_older_than_what_was_read_last(room: Room) -> None:
    known = room.store.evaluation.answers
    room.edit(*TIME)
    room.save("contact", YES)
    room.store.save({"tijd": NO}, known)
    assert (room.on_disk.answer("tijd"), room.rescued.answer("tijd")) == (YES, NO)


def test_no_answers_are_no_write_and_an_answer_that_stands_there_leaves_every_byte(room: Room) -> None:
    before = untouched(room.path)
    assert room.store.save({}) == room.on_disk
    assert (untouched(room.path), room.told, rescue_of(room.store)) == (before, [], None)
    room.save("contact", YES)
    assert (untouched(room.path), room.told) == (before, [])


STYLES = [
    "|\n        Sinds maart zijn\n        er twee.\n",
    "|+\n        Sinds maart zijn\n        er twee.\n\n",
    '"Sinds maart zijn\\ner twee.\\n"',
    "'Sinds maart zijn\n\n        er twee.'",
    "|\n        Sinds maart zijn  \n        er twee.\t\n",
    '"\\n Sinds maart zijn\\n\\\n        er twee."',
]


@pytest.mark.parametrize("style", STYLES)
def test_a_note_that_is_confirmed_is_not_written_anew_however_it_stands_there(room: Room, style: str) -> None:
    room.edit("Sinds maart zijn er twee mensen.", style.removesuffix("\n"))
    store = room.opened()
    before = untouched(room.path)
    there = store.evaluation.answer("team")
    confirmed = tidy(there.note or "")
    assert confirmed == "Sinds maart zijn\ner twee."
    store.save({"team": there._replace(note=confirmed)})
    assert (untouched(room.path), room.told, store.holds_all) == (before, [], True)
    text = room.path.read_text()
    store.save({"team": Answer("nee", None, confirmed)})
    assert room.path.read_text().partition("      note:")[2] == text.partition("      note:")[2]
    assert room.on_disk.answer("team") == Answer("nee", None, there.note)
    room.edit("answer: nee\n      note", "answer: ja\n      note")
    theirs = room.path.read_text()
    store.save({"team": Answer("ja", None, confirmed)})  # the same as somebody else answered
    assert (room.path.read_text(), store.holds_all) == (theirs, True)


def test_what_is_confirmed_in_braces_stays_in_braces(room: Room) -> None:
    text = examples.SMALL_ANSWERS.partition("    team:")[0] + "    team: {note: ' Wie? ', answer: ja}\n"
    room.path.write_text(text)
    room.opened().save({"team": Answer("ja", None, "Wie?")})
    assert room.path.read_text() == text


def test_a_note_that_says_something_else_is_written(room: Room) -> None:
    room.edit("Sinds maart zijn er twee mensen.", '"Sinds maart.\\n"')
    store = room.opened()
    store.save({"team": Answer("deels", ("is-deskundig",), "Sinds mei.")})
    assert "      note: Sinds mei.\n" in room.path.read_text()
    store.save({"team": Answer("deels", ("is-deskundig",))})
    assert "note" not in room.path.read_text()


def test_a_windows_file_stays_one(room: Room) -> None:
    before = examples.SMALL_ANSWERS.replace("perspective: samen\n", "")
    room.path.write_bytes(("\ufeff" + before.replace("\n", "\r\n")).encode())
    store = room.opened()
    store.fill_in_perspective("samen")
    store.save(MANY)
    assert room.path.read_bytes() == ("\ufeff" + WITH_MANY.replace("\n", "\r\n")).encode()
    assert room.told == []


def test_a_saved_file_keeps_its_mode_and_its_link(room: Room) -> None:
    room.path.chmod(0o604)
    link = room.path.with_name("link.yaml")
    link.symlink_to(room.path.name)
    AnswersStore.open(link, room.factor_set, room.told.append).save({"tijd": YES})
    assert (room.path.stat().st_mode & 0o777, link.is_symlink()) == (0o604, True)
    assert room.on_disk.answer("tijd") == YES


def test_a_hard_link_is_broken_and_told_once(room: Room) -> None:
    other = room.path.with_name("b.yaml")
    other.hardlink_to(room.path)
    room.store.save(MANY)
    room.save("tijd", NO)
    assert other.read_text() == examples.SMALL_ANSWERS
    assert room.told == [f"{room.path} was also known by another name (a hard link); that one keeps the old text."]


@pytest.mark.parametrize("name", ["x" * 250 + ".yaml", "é" * 125 + ".yaml"])
def test_an_answer_to_a_file_with_the_longest_name_is_saved_or_rescued(room: Room, name: str) -> None:
    path = room.path.rename(room.path.with_name(name))
    store = AnswersStore.open(path, room.factor_set, room.told.append)
    store.save({"tijd": YES})
    path.write_text(path.read_text().replace("tijd:\n      answer: ja", "tijd:\n      answer: nee"))
    store.save({"tijd": Answer("nvt")})
    rescue = rescue_of(store)
    assert rescue is not None
    assert "tijd:\n      answer: nvt\n" in rescue.read_text()
    assert sorted(room.path.parent.iterdir()) == sorted([path, rescue])


def test_many_at_once_on_different_factors_lose_nothing(room: Room) -> None:
    program = (
        "import sys, pathlib\n"
        "from tests import examples\n"
        "from werkzaam.domain.evaluation import Answer\n"
        "from werkzaam.files.store import AnswersStore\n"
        "store = AnswersStore.open(pathlib.Path(sys.argv[1]), examples.small(), lambda line: None)\n"
        "for option in ('ja', 'nee', 'nvt', 'weet-niet', 'ja'):\n"
        "    store.save({sys.argv[2]: Answer(option, note=sys.argv[2])})\n"
    )
    factors = ("team", "contact", "tijd")
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(room.path), factor], cwd=Path(__file__).parents[2])
        for factor in factors
    ]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert {factor: room.on_disk.answer(factor) for factor in factors} == {
        factor: Answer("ja", note=factor) for factor in factors
    }


# --- somebody else at the same file -------------------------------------------------------------------------------


def test_changes_elsewhere_are_kept_and_told_once(room: Room) -> None:
    room.edit("Sinds maart zijn er twee mensen.", "Sinds mei vier.  # echt")
    evaluation = room.store.save(MANY)
    assert evaluation == room.on_disk
    assert room.path.read_text() == WITH_MANY.replace("Sinds maart zijn er twee mensen.", "Sinds mei vier.  # echt")
    assert room.told == [CHANGED_ELSEWHERE.format(room.path)]


def test_somebody_elses_answer_to_the_same_factor_stays_and_ours_is_kept_beside_it(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    theirs = room.path.read_bytes()
    assert room.save("tijd", YES).answer("tijd") == NO
    assert (room.path.read_bytes(), rescue_of(room.store)) == (theirs, room.rescue)
    assert room.rescued.answer("tijd") == YES
    assert room.told == [
        (
            f"Somebody else changed this factor meanwhile: theirs stands in {room.path}.\n"
            f"Your answers are in {room.rescue}."
        )
    ]


def test_of_many_those_that_nobody_else_answered_are_saved(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee # van mij")
    room.edit("ruimte:\n      answer: nee", "ruimte:\n      answer: nvt")
    assert room.store.save(MANY) == room.on_disk
    assert room.path.read_text() == replaced(
        WITH_MANY,
        ("tijd:\n      answer: ja", "tijd:\n      answer: nee # van mij"),
        ("ruimte:\n      answer:\n      note: Later\n", "ruimte:\n      answer: nvt\n"),
    )
    assert (rescue_of(room.store), room.rescue.read_text()) == (room.rescue, WITH_MANY)
    assert room.told == [
        (
            f"Somebody else changed tijd, ruimte meanwhile: theirs stands in {room.path}.\n"
            f"Your answers are in {room.rescue}."
        )
    ]


def test_where_all_of_many_were_answered_by_somebody_else_nothing_is_written(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.edit("contact:\n      answer: ja", "contact:\n      answer: nee")
    before = untouched(room.path)
    evaluation = room.store.save({"tijd": YES, "contact": Answer("nvt")})
    assert (untouched(room.path), evaluation) == (before, room.on_disk)
    assert [room.rescued.answer(factor) for factor in ("tijd", "contact")] == [YES, Answer("nvt")]


def test_the_same_answer_given_by_two_is_no_quarrel(room: Room) -> None:
    room.edit(*TIME)
    assert {factor: room.store.save(MANY).answer(factor) for factor in MANY} == MANY
    assert (room.path.read_text(), rescue_of(room.store)) == (WITH_MANY, None)


PARTLY, NONE_NAMED = Answer("deels"), Answer("deels", ())
SAID = "tijd:\n      answer: deels\n      missing: []"


@pytest.mark.parametrize("answer", [PARTLY, NONE_NAMED])
def test_that_nothing_is_missing_stays_said_whoever_of_two_said_it(room: Room, answer: Answer) -> None:
    room.edit("tijd:\n      answer:", SAID if answer is PARTLY else "tijd:\n      answer: deels")
    assert room.save("tijd", answer).answer("tijd") == NONE_NAMED
    assert SAID in room.path.read_text()
    assert (rescue_of(room.store), room.store.holds_all) == (None, True)


@pytest.mark.parametrize("answer", [Answer("deels", ("een-punt",)), Answer("deels", (), "Wie?"), YES])
def test_that_somebody_else_said_meanwhile_that_nothing_is_missing_is_a_change(room: Room, answer: Answer) -> None:
    room.save("contact", PARTLY)
    room.edit("contact:\n      answer: deels", "contact:\n      answer: deels\n      missing: []")
    assert room.save("contact", answer).answer("contact") == NONE_NAMED
    assert (room.on_disk.answer("contact"), room.rescued.answer("contact")) == (NONE_NAMED, answer)


def test_what_was_said_and_taken_away_by_somebody_else_is_a_change_too(room: Room) -> None:
    room.save("tijd", NONE_NAMED)
    room.edit("\n      missing: []", "")
    noted = Answer("deels", (), "Elke week.")
    assert room.save("tijd", noted).answer("tijd") == PARTLY
    assert room.rescued.answer("tijd") == noted


def test_a_note_of_somebody_else_at_the_same_factor_stays(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer:\n      note: Navragen!")
    assert room.save("tijd", YES).answer("tijd") == Answer(None, None, "Navragen!")
    assert room.rescued.answer("tijd") == YES


def test_a_factor_that_somebody_removed_is_no_longer_as_it_was(room: Room) -> None:
    room.edit("    contact:\n      answer: ja\n", "")
    theirs = room.path.read_text()
    why, where = refused(lambda: room.save("contact", NO))
    assert (why.startswith(f"{room.path}: "), where) == (True, f"Your answers are in {room.rescue}.")
    assert (room.path.read_text(), room.rescued.answer("contact")) == (theirs, NO)


def theirs(room: Room, option: str) -> None:
    """Let somebody else answer `tijd`."""
    room.path.write_text(re.sub(r"tijd:\n      answer:.*", f"tijd:\n      answer: {option}", room.path.read_text()))


def test_what_was_overruled_stays_rescued_whatever_is_overruled_next(room: Room) -> None:
    theirs(room, "ja")
    room.save("tijd", Answer(None, None, "Belangrijk."))
    theirs(room, "nvt")
    room.save("tijd", NO)
    assert room.rescued.answer("tijd") == Answer("nee", None, "Belangrijk.")
    room.edit("contact:\n      answer: ja", "contact:\n      answer: nvt")
    room.save("contact", NO)
    assert room.rescued.answer("tijd") == Answer("nee", None, "Belangrijk.")
    theirs(room, "deels")
    room.save("tijd", Answer("nee", None, "En dit."))
    assert room.rescued.answer("tijd") == Answer("nee", None, "Belangrijk.\n\nEn dit.")


@pytest.mark.parametrize(
    ("overruled", "given", "holds_all"),
    [
        (Answer(None, None, "Waarom?"), NO, False),
        (Answer(None, None, "Waarom?"), Answer("nee", None, "Waarom?"), True),
        (NO, Answer("ja", None, "Waarom?"), False),
        (NO, NO, True),
        (NO, Answer("nvt"), True),  # chosen anew, after theirs was seen
        (PARTLY, PARTLY, True),
    ],
)
def test_all_is_in_the_file_once_what_was_overruled_is_given_again_or_taken_back(
    overruled: Answer, given: Answer, *, holds_all: bool, room: Room
) -> None:
    theirs(room, "ja")
    room.save("tijd", overruled)
    assert (room.on_disk.answer("tijd"), room.store.holds_all) == (YES, False)
    room.save("tijd", given)
    assert (room.on_disk.answer("tijd"), room.store.holds_all) == (given, holds_all)


def test_after_a_quarrel_the_file_is_worked_on_as_it_is_until_the_rescue_is_over(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.save("tijd", YES)
    room.edit("ruimte:\n      answer: nee", "ruimte:\n      answer: nvt")
    room.save("ruimte", YES)
    assert [room.rescued.answer(factor) for factor in ("tijd", "ruimte")] == [YES, YES]
    room.told.clear()
    assert room.save("contact", NO).answers == {**room.on_disk.answers, "contact": NO}
    assert room.save("tijd", YES) == room.on_disk
    assert rescue_of(room.store) == room.rescue
    room.save("ruimte", YES)
    assert [room.on_disk.answer(factor) for factor in ("tijd", "ruimte")] == [YES, YES]
    assert room.told == []
    assert room.store.holds_all


# --- what cannot be saved -----------------------------------------------------------------------------------------


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
    monkeypatch.setattr("werkzaam.files.rescue.write_apart", full)
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
    monkeypatch.setattr("werkzaam.files.locking.PATIENCE", 0.05)
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
    for place in ("editing.with_answer", "rescue.write_apart"):
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
    for place in ("read_again", "answers_text"):
        monkeypatch.setattr(f"werkzaam.files.store.{place}", raising(fault))
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


# --- taking up and making a file ----------------------------------------------------------------------------------


def test_what_has_no_effect_is_warned_of(room: Room) -> None:
    room.edit("contact:\n      answer: ja", "contact:\n      answer: ja\n      missing:\n        - een-punt")
    (warning,) = room.opened().warnings
    assert warning.startswith(f"{room.path}:16:7: warning: ")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda path: path.chmod(0o555), "you are not allowed to write here; choose another place."),
        (lambda path: (path.unlink(), path.mkdir()), "this is a folder; name a file in it."),
        (lambda path: (path.unlink(), path.parent.rmdir()), "the folder does not exist; make it first."),
        (
            lambda path: (path.unlink(), path.symlink_to("b.yaml"), path.with_name("b.yaml").symlink_to("a.yaml")),
            "cannot be saved (the links lead round in a circle).",
        ),
    ],
    ids=["not to be written", "a folder", "no folder", "links"],
)
def test_what_cannot_be_written_is_neither_taken_up_nor_made(
    room: Room, small: FactorSet, spoil: Callable[[Path], object], why: str
) -> None:
    spoil(room.path)
    evaluation = Evaluation("X", DAY)
    assert refused(room.opened) == (f"{room.path}: {why}",)
    assert refused(lambda: AnswersStore.create(room.path, small, evaluation, pytest.fail)) == (f"{room.path}: {why}",)


def test_a_new_file_is_made_with_every_factor_and_worked_on_as_any_other(room: Room, small: FactorSet) -> None:
    path = room.path.with_name("new.yaml")
    store = AnswersStore.create(path, small, Evaluation("X", DAY), room.told.append)
    assert path.read_text().count("      answer:\n") == 4
    assert (store.evaluation.collaboration, store.warnings) == ("X", ())
    path.write_text(path.read_text().replace("    contact:\n", "    contact: # eerst\n"))
    expected = replaced(path.read_text(), TIME)
    assert store.save({"tijd": YES}).answer("tijd") == YES
    assert (path.read_text(), room.told) == (expected, [CHANGED_ELSEWHERE.format(path)])


def test_a_file_that_came_into_being_meanwhile_is_not_overwritten(room: Room, small: FactorSet) -> None:
    assert refused(lambda: AnswersStore.create(room.path, small, room.on_disk, pytest.fail)) == (
        f"{room.path}: somebody made this file just now; start again.",
    )
    assert room.path.read_text() == examples.SMALL_ANSWERS


def test_a_new_file_that_does_not_fit_on_the_disk_is_told(
    room: Room, small: FactorSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = room.path.with_name("new.yaml")
    monkeypatch.setattr("os.fsync", full)
    assert refused(lambda: AnswersStore.create(path, small, Evaluation("X", DAY), pytest.fail)) == (
        f"{path}: cannot be saved (the disk is full).",
    )
    assert not path.exists()


@pytest.mark.parametrize("collaboration", ["  ", "\udcff"], ids=["blank", "bytes that are no UTF-8"])
def test_a_file_that_could_not_be_read_back_is_not_made(tmp_path: Path, small: FactorSet, collaboration: str) -> None:
    path = tmp_path / "new.yaml"
    (why,) = refused(lambda: AnswersStore.create(path, small, Evaluation(collaboration, DAY), pytest.fail))
    assert why.startswith(f"{path}:")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
def test_of_many_who_make_the_same_file_at_once_one_succeeds(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib, datetime\n"
        "from tests import examples\n"
        "from werkzaam.domain.evaluation import Evaluation\n"
        "from werkzaam.errors import UserError\n"
        "from werkzaam.files.store import AnswersStore\n"
        "evaluation = Evaluation(sys.argv[2], datetime.date(2026, 11, 23))\n"
        "try:\n"
        "    AnswersStore.create(pathlib.Path(sys.argv[1]), examples.small(), evaluation, print)\n"
        "except UserError:\n"
        "    print('refused')\n"
        "else:\n"
        "    print(sys.argv[2])\n"
    )
    path = tmp_path / "new.yaml"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(path), name], cwd=Path(__file__).parents[2], stdout=subprocess.PIPE
        )
        for name in ("een", "twee", "drie")
    ]
    told = [process.communicate(timeout=60)[0].decode().strip() for process in running]
    assert told.count("refused") == 2
    (made,) = {*told} - {"refused"}
    assert f"collaboration: {made}\n" in path.read_text()


# --- a perspective ------------------------------------------------------------------------------------------------


@pytest.fixture
def unsaid(room: Room) -> AnswersStore:
    """The file of the room, opened while it had no perspective."""
    room.edit("perspective: samen\n", "")
    return room.opened()


def test_a_perspective_is_filled_in_beside_what_was_changed_elsewhere(room: Room, unsaid: AnswersStore) -> None:
    room.edit("contact:\n      answer: ja", "contact:\n      answer: ja\n      missing:\n        - een-punt")
    unsaid.fill_in_perspective("school")
    assert room.path.read_text() == examples.SMALL_ANSWERS.replace("samen", "school").replace(
        "answer: ja\n", "answer: ja\n      missing:\n        - een-punt\n"
    )
    assert unsaid.evaluation == room.on_disk
    assert [warning.partition(" ")[0] for warning in unsaid.warnings] == [f"{room.path}:16:7:"]
    assert room.told == [CHANGED_ELSEWHERE.format(room.path)]


def test_nobody_is_told_of_a_perspective_that_they_filled_in_themselves(room: Room, unsaid: AnswersStore) -> None:
    unsaid.fill_in_perspective("samen")
    assert (room.path.read_text(), room.told) == (examples.SMALL_ANSWERS, [])


def test_two_who_fill_in_the_same_perspective_have_no_quarrel(room: Room, unsaid: AnswersStore) -> None:
    room.edit("date: 2026-11-23\n", "date: 2026-11-23\nperspective: school # van ons\n")
    unsaid.fill_in_perspective("school")
    assert "perspective: school # van ons\n" in room.path.read_text()
    assert room.told == [CHANGED_ELSEWHERE.format(room.path)]


def test_a_perspective_that_cannot_be_filled_in_is_told_with_the_file_and_the_reason(
    room: Room, unsaid: AnswersStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiling(tree: YamlTree, key: str, name: str) -> str:
        return replaced(with_name(tree, key, name), ("answer: ja", "answer: nee"))

    before = room.path.read_text()
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        assert refused(lambda: unsaid.fill_in_perspective("samen")) == (
            f"{room.path}: cannot be saved (the disk is full).",
        )
    with monkeypatch.context() as patched:
        patched.setattr("werkzaam.files.editing.with_name", spoiling)
        assert refused(lambda: unsaid.fill_in_perspective("samen")) == (DOES_NOT_FIT.format(room.path),)
    assert room.path.read_text() == before
    room.edit("date: 2026-11-23\n", "date: 2026-11-23\nperspective: school\n")
    theirs = room.path.read_text()
    assert refused(lambda: unsaid.fill_in_perspective("samen")) == (
        f"{room.path}: somebody else filled in the perspective “school” meanwhile; that one stands.",
    )
    assert room.path.read_text() == theirs

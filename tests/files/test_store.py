"""The file that a questionnaire works on: every answer goes to disk, and nobody's work is lost."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import examples
from tests.files.room import (
    CHANGED_ELSEWHERE,
    MANY,
    NO,
    TIME,
    WITH_MANY,
    WITH_TIME,
    YES,
    Room,
    refused,
    replaced,
    rescue_of,
    untouched,
)
from werkzaam.domain.evaluation import Answer, tidy
from werkzaam.files.disk.replacing import Losses
from werkzaam.files.disk.saving import State, write_atomically
from werkzaam.files.store import AnswersStore

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
    store.rename("perspective", "samen")
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

"""Taking up a file, making one, and filling in who it is of."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.failing import full
from tests.files.room import (
    CHANGED_ELSEWHERE,
    DOES_NOT_FIT,
    TIME,
    YES,
    Room,
    refused,
    replaced,
)
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.editing import with_name
from werkzaam.files.store import AnswersStore
from werkzaam.files.yaml.tree import YamlTree

DAY = date(2026, 11, 23)


# --- taking up and making a file ----------------------------------------------------------------------------------


def test_what_has_no_effect_is_warned_of(room: Room) -> None:
    room.edit("contact:\n      answer: ja", "contact:\n      answer: ja\n      missing:\n        - een-punt")
    room.opened()
    (warning,) = room.told
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
    assert (store.evaluation.collaboration, room.told) == ("X", [])
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
    unsaid.rename("perspective", "school")
    assert room.path.read_text() == examples.SMALL_ANSWERS.replace("samen", "school").replace(
        "answer: ja\n", "answer: ja\n      missing:\n        - een-punt\n"
    )
    assert unsaid.evaluation == room.on_disk
    assert room.told == [CHANGED_ELSEWHERE.format(room.path)]


def test_nobody_is_told_of_a_perspective_that_they_filled_in_themselves(room: Room, unsaid: AnswersStore) -> None:
    unsaid.rename("perspective", "samen")
    assert (room.path.read_text(), room.told) == (examples.SMALL_ANSWERS, [])


def test_two_who_fill_in_the_same_perspective_have_no_quarrel(room: Room, unsaid: AnswersStore) -> None:
    room.edit("date: 2026-11-23\n", "date: 2026-11-23\nperspective: school # van ons\n")
    unsaid.rename("perspective", "school")
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
        refusal = refused(lambda: unsaid.rename("perspective", "samen"))
        assert refusal[0] == f"{room.path}: cannot be saved (the disk is full)."
    with monkeypatch.context() as patched:
        patched.setattr("werkzaam.files.editing.with_name", spoiling)
        assert refused(lambda: unsaid.rename("perspective", "samen"))[0] == DOES_NOT_FIT.format(room.path)
    assert room.path.read_text() == before
    room.edit("date: 2026-11-23\n", "date: 2026-11-23\nperspective: school\n")
    theirs = room.path.read_text()
    unsaid.rename("perspective", "samen")
    assert (room.path.read_text(), unsaid.evaluation.perspective, unsaid.holds_all) == (theirs, "school", False)
    assert room.told[-1].startswith(f"Somebody else changed this meanwhile: theirs stands in {room.path}.")

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import examples
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers, reading
from werkzaam.files.store import AnswersStore

YES = Answer("ja")
NO = Answer("nee")


class Room:
    """A file, whoever works on it, and what they are told."""

    def __init__(self, folder: Path, factor_set: FactorSet) -> None:
        self.path = folder / "a.yaml"
        self.path.write_text(examples.SMALL_ANSWERS)
        self.factor_set = factor_set
        self.told: list[str] = []
        self.store = AnswersStore.open(self.path, factor_set, self.told.append)

    def save(self, factor_id: str, answer: Answer) -> Evaluation:
        return self.store.save(self.factor_set.factor_by_id[factor_id], answer)

    def edit(self, old: str, new: str) -> None:
        text = self.path.read_text()
        assert old in text
        self.path.write_text(text.replace(old, new))

    @property
    def on_disk(self) -> Evaluation:
        return answers.read(reading.read_file(self.path), self.factor_set).evaluation


@pytest.fixture
def room(tmp_path: Path, small: FactorSet) -> Room:
    return Room(tmp_path, small)


def test_a_saved_answer_is_on_disk_and_nobody_is_told(room: Room) -> None:
    evaluation = room.save("tijd", YES)
    assert room.path.read_text() == examples.SMALL_ANSWERS.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert (evaluation, room.on_disk.answer("tijd"), room.told) == (room.on_disk, YES, [])


def test_a_change_elsewhere_is_kept_and_told(room: Room) -> None:
    room.edit("contact:\n      answer: ja", "contact:\n      answer: nee  # toch niet")
    evaluation = room.save("tijd", YES)
    assert (evaluation.answer("contact"), evaluation.answer("tijd")) == (NO, YES)
    assert "answer: nee  # toch niet\n" in room.path.read_text()
    assert room.told == [f"{room.path} is intussen ergens anders veranderd; die veranderingen zijn bewaard."]


def test_somebody_elses_answer_to_the_same_factor_stays_and_ours_is_kept_beside_it(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    theirs = room.path.read_bytes()
    rescue = room.path.with_name("a.yaml.rescue")
    evaluation = room.save("tijd", YES)
    assert evaluation.answer("tijd") == NO
    assert (room.path.read_bytes(), room.store.rescue) == (theirs, rescue)
    assert answers.read(reading.read_file(rescue), room.factor_set).evaluation.answer("tijd") == YES
    assert room.told == [
        (
            f"Iemand anders heeft deze vraag intussen beantwoord: dat antwoord staat in {room.path}.\n"
            f"Jouw antwoorden staan in {rescue}."
        )
    ]


def test_the_same_answer_given_by_two_is_no_quarrel(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert room.save("tijd", YES).answer("tijd") == YES
    assert room.store.rescue is None


def test_an_earlier_rescue_is_not_overwritten(room: Room) -> None:
    room.path.with_name("a.yaml.rescue").write_text("van vorige keer")
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.save("tijd", YES)
    assert room.store.rescue == room.path.with_name("a.yaml.rescue-2")
    assert room.path.with_name("a.yaml.rescue").read_text() == "van vorige keer"


def _unsaved(room: Room, factor_id: str = "tijd") -> str:
    with pytest.raises(UserError) as raised:
        room.save(factor_id, YES)
    return str(raised.value)


def test_a_file_that_was_broken_meanwhile_stays_as_it_is(room: Room) -> None:
    room.path.write_text("werkzaam: [")
    assert _unsaved(room) == (
        f"{room.path}:1:12: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n"
        f"Jouw antwoorden staan in {room.path}.rescue."
    )
    assert room.path.read_text() == "werkzaam: ["


def test_a_file_that_is_gone_is_told_and_the_answers_are_kept(room: Room) -> None:
    room.path.unlink()
    assert _unsaved(room) == (f"{room.path}: dit bestand bestaat niet.\nJouw antwoorden staan in {room.path}.rescue.")


def test_a_full_disk_is_told_and_the_answers_are_kept_where_there_is_room(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, calls = os.fsync, []

    def full_once(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 1:
            raise OSError(errno.ENOSPC, "full")
        sync(descriptor)

    monkeypatch.setattr("os.fsync", full_once)
    assert _unsaved(room) == (
        f"{room.path}: kan niet worden bewaard (de schijf is vol).\nJouw antwoorden staan in {room.path}.rescue."
    )
    assert room.path.read_text() == examples.SMALL_ANSWERS


def test_where_nothing_can_be_saved_the_answers_are_told_in_full(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    text = _unsaved(room)
    assert text.startswith(
        f"{room.path}: kan niet worden bewaard (de schijf is vol).\n"
        "Je antwoorden konden nergens worden bewaard; hier zijn ze, om te kopiëren:\n"
        "werkzaam: 1\n"
    )
    assert "    tijd:\n      answer: ja\n" in text


def test_a_hard_link_is_broken_and_told(room: Room) -> None:
    other = room.path.with_name("b.yaml")
    other.hardlink_to(room.path)
    room.save("tijd", YES)
    assert other.read_text() == examples.SMALL_ANSWERS
    message = "had nog een naam (een harde koppeling); daaronder blijft de oude tekst staan."
    assert room.told == [f"{room.path} {message}"]


def test_a_new_file_is_made_with_every_factor(tmp_path: Path, small: FactorSet, room: Room) -> None:
    path = tmp_path / "new.yaml"
    store = AnswersStore.create(path, small, Evaluation("X", room.on_disk.date), room.told.append)
    assert path.read_text().count("      answer:\n") == 4
    assert (store.evaluation.collaboration, store.warnings) == ("X", ())


def test_a_file_that_came_into_being_meanwhile_is_not_overwritten(room: Room, small: FactorSet) -> None:
    with pytest.raises(UserError, match=r"a\.yaml: iemand heeft dit bestand net gemaakt; begin opnieuw\."):
        AnswersStore.create(room.path, small, room.on_disk, room.told.append)
    assert room.path.read_text() == examples.SMALL_ANSWERS


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, small: FactorSet, room: Room) -> None:
    path = tmp_path / "weg" / "a.yaml"
    with pytest.raises(UserError, match=r"de map bestaat niet; maak die eerst\."):
        AnswersStore.create(path, small, room.on_disk, room.told.append)
    with pytest.raises(UserError, match=r"de map bestaat niet; maak die eerst\."):
        AnswersStore.open(path, small, room.told.append)


def test_a_perspective_is_filled_in(room: Room) -> None:
    room.edit("perspective: samen\n", "")
    store = AnswersStore.open(room.path, room.factor_set, room.told.append)
    store.fill_in_perspective("school")
    assert room.path.read_text() == examples.SMALL_ANSWERS.replace("samen", "school")
    assert store.evaluation.perspective == "school"


def test_a_perspective_that_cannot_be_saved_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError, match=r"kan niet worden bewaard \(de schijf is vol\)"):
        room.store.fill_in_perspective("school")


def test_what_has_no_effect_is_warned_of(room: Room) -> None:
    room.edit("contact:\n      answer: ja", "contact:\n      answer: ja\n      missing:\n        - een-punt")
    store = AnswersStore.open(room.path, room.factor_set, room.told.append)
    assert store.warnings == (
        (
            f"{room.path}:16:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen bij een antwoord "
            "daartussenin."
        ),
    )


def test_many_at_once_on_different_factors_lose_nothing(room: Room) -> None:
    program = (
        "import sys, pathlib\n"
        "from tests import examples\n"
        "from werkzaam.domain.evaluation import Answer\n"
        "from werkzaam.files.store import AnswersStore\n"
        "small = examples.small()\n"
        "store = AnswersStore.open(pathlib.Path(sys.argv[1]), small, lambda line: None)\n"
        "for option in ('ja', 'nee', 'nvt', 'weet-niet', 'ja'):\n"
        "    store.save(small.factor_by_id[sys.argv[2]], Answer(option, note=sys.argv[2]))\n"
    )
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(room.path), factor.id], cwd=root)
        for factor in room.factor_set.factors
    ]
    assert [process.wait(60) for process in running] == [0, 0, 0, 0]
    expected = {factor.id: Answer("ja", note=factor.id) for factor in room.factor_set.factors}
    assert room.on_disk.answers == expected

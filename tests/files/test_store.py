import errno
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from werkzaam import language
from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers, reading
from werkzaam.files.editing import with_action, with_answer, with_perspective
from werkzaam.files.locking import locked
from werkzaam.files.saving import write_atomically
from werkzaam.files.store import AnswersStore
from werkzaam.files.yaml_tree import YamlTree

YES = Answer("ja")
NO = Answer("nee")
DAY = date(2026, 11, 23)


class Room:
    """A file, whoever works on it, and what they are told."""

    def __init__(self, folder: Path, factor_set: FactorSet) -> None:
        self.path = folder / "a.yaml"
        self.path.write_text(examples.SMALL_ANSWERS)
        self.factor_set = factor_set
        self.told: list[str] = []
        self.store = AnswersStore.open(self.path, factor_set, self.told.append)

    def save(self, factor_id: str, answer: Answer) -> Evaluation:
        return self.store.save({factor_id: answer})

    def edit(self, old: str, new: str) -> None:
        text = self.path.read_text()
        assert old in text
        self.path.write_text(text.replace(old, new))

    @property
    def on_disk(self) -> Evaluation:
        return answers.read(reading.read_file(self.path), self.factor_set).evaluation


def untouched(path: Path) -> tuple[int, int, int]:
    """Return what stays as long as nobody writes to a file; that it is read leaves a mark too."""
    status = path.stat()
    return status.st_ino, status.st_mode, status.st_mtime_ns


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


def _without_perspective(room: Room) -> AnswersStore:
    room.edit("perspective: samen\n", "")
    return AnswersStore.open(room.path, room.factor_set, room.told.append)


def test_a_perspective_is_filled_in(room: Room) -> None:
    store = _without_perspective(room)
    store.fill_in_perspective("school")
    assert room.path.read_text() == examples.SMALL_ANSWERS.replace("samen", "school")
    assert store.evaluation.perspective == "school"


def test_a_perspective_that_cannot_be_saved_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    store = _without_perspective(room)
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError, match=r"kan niet worden bewaard \(de schijf is vol\)"):
        store.fill_in_perspective("school")


def test_what_has_no_effect_is_warned_of(room: Room) -> None:
    room.edit("contact:\n      answer: ja", "contact:\n      answer: ja\n      missing:\n        - een-punt")
    store = AnswersStore.open(room.path, room.factor_set, room.told.append)
    assert store.warnings == (
        (
            f"{room.path}:16:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen na een "
            "gedeeltelijk antwoord."
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
        "    store.save({sys.argv[2]: Answer(option, note=sys.argv[2])})\n"
    )
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(room.path), factor.id], cwd=root)
        for factor in room.factor_set.factors
    ]
    assert [process.wait(60) for process in running] == [0, 0, 0, 0]
    expected = {factor.id: Answer("ja", note=factor.id) for factor in room.factor_set.factors}
    assert room.on_disk.answers == expected


def _rescued(room: Room) -> Evaluation:
    assert room.store.rescue is not None
    return answers.read(reading.read_file(room.store.rescue), room.factor_set).evaluation


def test_two_answers_that_could_not_go_into_the_file_are_both_kept_beside_it(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.save("tijd", YES)
    room.edit("ruimte:\n      answer: nee", "ruimte:\n      answer: nvt")
    room.save("ruimte", YES)
    assert [_rescued(room).answer(factor) for factor in ("tijd", "ruimte")] == [YES, YES]
    assert [room.on_disk.answer(factor) for factor in ("tijd", "ruimte")] == [NO, Answer("nvt")]


def test_two_answers_to_a_broken_file_are_both_kept_beside_it(room: Room) -> None:
    room.path.write_text("werkzaam: [")
    _unsaved(room, "tijd")
    _unsaved(room, "ruimte")
    assert [_rescued(room).answer(factor) for factor in ("tijd", "ruimte")] == [YES, YES]


def test_a_quarrel_that_cannot_be_saved_anywhere_is_told_in_full(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    monkeypatch.setattr("os.fsync", full)
    room.save("tijd", YES)
    assert room.told == [
        f"Iemand anders heeft deze vraag intussen beantwoord: dat antwoord staat in {room.path}.\n"
        "Je antwoorden konden nergens worden bewaard; hier zijn ze, om te kopiëren:\n"
        + examples.SMALL_ANSWERS.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    ]


def test_after_a_quarrel_the_file_is_worked_on_as_it_is(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.save("tijd", YES)
    room.told.clear()
    assert room.save("contact", NO).answers == {**room.on_disk.answers, "tijd": NO, "contact": NO}
    assert room.save("tijd", YES) == room.on_disk
    assert (room.on_disk.answer("tijd"), room.told) == (YES, [])


def test_a_note_of_somebody_else_at_the_same_factor_stays(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer:\n      note: Navragen!")
    assert room.save("tijd", YES).answer("tijd") == Answer(None, (), "Navragen!")
    assert _rescued(room).answer("tijd") == YES


def test_a_factor_that_somebody_removed_is_no_longer_as_it_was(room: Room) -> None:
    room.edit("    contact:\n      answer: ja\n", "")
    assert room.save("contact", NO).answer("contact") == Answer()
    assert _rescued(room).answer("contact") == NO


def test_a_folder_that_is_gone_is_told_and_the_answers_too(room: Room) -> None:
    room.path.unlink()
    room.path.parent.rmdir()
    assert _unsaved(room) == (
        f"{room.path}: de map bestaat niet; maak die eerst.\n"
        "Je antwoorden konden nergens worden bewaard; hier zijn ze, om te kopiëren:\n"
        + examples.SMALL_ANSWERS.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    )


def test_a_file_of_another_set_that_took_its_place_stays(room: Room) -> None:
    room.edit("factors: klein", "factors: groot")
    theirs = room.path.read_bytes()
    assert _unsaved(room) == (
        f"{room.path}:2:10: Dit bestand hoort bij de factorenlijst “groot”, niet bij “klein”: noem die lijst met "
        f"--factors.\nJouw antwoorden staan in {room.path}.rescue."
    )
    assert room.path.read_bytes() == theirs


def test_a_failed_save_can_be_done_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", full)
        _unsaved(room)
    assert room.save("tijd", YES) == room.on_disk
    assert room.on_disk.answer("tijd") == YES


def test_a_windows_file_stays_one(room: Room) -> None:
    before = ("\ufeff" + examples.SMALL_ANSWERS.replace("\n", "\r\n")).encode()
    room.path.write_bytes(before)
    store = AnswersStore.open(room.path, room.factor_set, room.told.append)
    store.save({"tijd": YES})
    assert room.path.read_bytes() == before.replace(b"tijd:\r\n      answer:", b"tijd:\r\n      answer: ja")
    assert room.told == []


def test_a_saved_file_keeps_its_mode_and_its_link(room: Room) -> None:
    room.path.chmod(0o604)
    link = room.path.with_name("link.yaml")
    link.symlink_to(room.path.name)
    AnswersStore.open(link, room.factor_set, room.told.append).save({"tijd": YES})
    assert (room.path.stat().st_mode & 0o777, link.is_symlink()) == (0o604, True)
    assert room.on_disk.answer("tijd") == YES


def test_an_answer_that_stands_there_already_leaves_every_byte(room: Room) -> None:
    room.save("contact", YES)
    assert room.path.read_text() == examples.SMALL_ANSWERS


def test_a_hard_link_that_was_broken_is_told_once(room: Room) -> None:
    room.path.with_name("b.yaml").hardlink_to(room.path)
    room.save("tijd", YES)
    room.save("tijd", NO)
    assert len(room.told) == 1


def test_a_perspective_that_somebody_filled_in_meanwhile_is_not_overwritten(room: Room) -> None:
    store = _without_perspective(room)
    room.edit("date: 2026-11-23\n", "date: 2026-11-23\nperspective: school\n")
    theirs = room.path.read_bytes()
    with pytest.raises(UserError):
        store.fill_in_perspective("samen")
    assert room.path.read_bytes() == theirs


def test_a_change_elsewhere_is_told_when_a_perspective_is_filled_in(room: Room) -> None:
    store = _without_perspective(room)
    room.edit("contact:\n      answer: ja", "contact:\n      answer: nee")
    store.fill_in_perspective("samen")
    assert room.path.read_text() == examples.SMALL_ANSWERS.replace(
        "contact:\n      answer: ja", "contact:\n      answer: nee"
    )
    assert room.told == [f"{room.path} is intussen ergens anders veranderd; die veranderingen zijn bewaard."]


@pytest.mark.parametrize("collaboration", ["  ", "\udcff"], ids=["blank", "bytes that are no UTF-8"])
def test_a_file_that_could_not_be_read_back_is_not_made(tmp_path: Path, small: FactorSet, collaboration: str) -> None:
    path = tmp_path / "new.yaml"
    with pytest.raises(UserError):
        AnswersStore.create(path, small, Evaluation(collaboration, DAY), lambda _line: None)
    assert list(tmp_path.iterdir()) == []


def test_of_many_who_make_the_same_file_at_once_one_succeeds(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib, datetime\n"
        "from tests import examples\n"
        "from werkzaam import language\n"
        "from werkzaam.domain.evaluation import Evaluation\n"
        "from werkzaam.errors import UserError\n"
        "from werkzaam.files.store import AnswersStore\n"
        "language.activate('nl')\n"
        "evaluation = Evaluation(sys.argv[2], datetime.date(2026, 11, 23))\n"
        "try:\n"
        "    AnswersStore.create(pathlib.Path(sys.argv[1]), examples.small(), evaluation, print)\n"
        "except UserError as error:\n"
        "    print(error)\n"
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
    made = [line for line in told if line in {"een", "twee", "drie"}]
    assert len(made) == 1
    assert told.count(f"{path}: iemand heeft dit bestand net gemaakt; begin opnieuw.") == 2
    assert f"collaboration: {made[0]}\n" in path.read_text()


MANY = {"tijd": YES, "contact": Answer("deels", ("een-punt",), "Wie?"), "ruimte": Answer(None, (), "Later")}
WITH_MANY = (
    examples.SMALL_ANSWERS.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    .replace("answer: ja\n  plek", "answer: deels\n      missing:\n        - een-punt\n      note: Wie?\n  plek")
    .replace("answer: nee\n", "answer:\n      note: Later\n")
)


def _edited(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def test_many_answers_are_one_write(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []

    def write_and_count(path: Path, content: bytes) -> None:
        written.append((path, content))
        write_atomically(path, content)

    monkeypatch.setattr("werkzaam.files.store.write_atomically", write_and_count)
    evaluation = room.store.save(MANY)
    assert written == [(room.path, WITH_MANY.encode())]
    assert (room.path.read_text(), room.told, room.store.rescue) == (WITH_MANY, [], None)
    assert evaluation == room.on_disk
    assert {factor: evaluation.answer(factor) for factor in MANY} == MANY


def test_no_answers_are_no_write(room: Room) -> None:
    before = untouched(room.path)
    assert room.store.save({}) == room.on_disk
    assert (untouched(room.path), room.told, room.store.rescue) == (before, [], None)


def test_changes_elsewhere_are_kept_beside_many_and_told_once(room: Room) -> None:
    room.edit("Sinds maart zijn er twee mensen.", "Sinds mei vier.  # echt")
    room.store.save(MANY)
    assert room.path.read_text() == WITH_MANY.replace("Sinds maart zijn er twee mensen.", "Sinds mei vier.  # echt")
    assert room.told == [f"{room.path} is intussen ergens anders veranderd; die veranderingen zijn bewaard."]


def test_of_many_those_that_nobody_else_answered_are_saved(room: Room) -> None:
    language.activate("en")
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee # van mij")
    room.edit("ruimte:\n      answer: nee", "ruimte:\n      answer: nvt")
    rescue = room.path.with_name("a.yaml.rescue")
    evaluation = room.store.save(MANY)
    assert evaluation == room.on_disk
    assert room.path.read_text() == _edited(
        WITH_MANY,
        ("tijd:\n      answer: ja", "tijd:\n      answer: nee # van mij"),
        ("ruimte:\n      answer:\n      note: Later\n", "ruimte:\n      answer: nvt\n"),
    )
    assert (room.store.rescue, rescue.read_text()) == (rescue, WITH_MANY)
    assert "\n--\n".join(room.told) == (
        f"Somebody else answered tijd, ruimte meanwhile: their answers stand in {room.path}.\n"
        f"Your answers are in {rescue}."
    )


def test_where_all_of_many_were_answered_by_somebody_else_nothing_is_written(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.edit("contact:\n      answer: ja", "contact:\n      answer: nee")
    before = untouched(room.path)
    evaluation = room.store.save({"tijd": YES, "contact": Answer("nvt")})
    assert untouched(room.path) == before
    assert evaluation == room.on_disk
    assert [_rescued(room).answer(factor) for factor in ("tijd", "contact")] == [YES, Answer("nvt")]


def test_what_somebody_else_answered_the_same_is_no_quarrel_among_many(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert {factor: room.store.save(MANY).answer(factor) for factor in MANY} == MANY
    assert (room.path.read_text(), room.store.rescue) == (WITH_MANY, None)


def test_the_rescue_is_over_once_every_answer_of_many_is_in_the_file(room: Room) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    room.store.save(MANY)
    assert _rescued(room).answer("tijd") == YES
    room.store.save({"tijd": YES})
    assert room.store.rescue is None
    assert room.path.read_text() == WITH_MANY


@pytest.mark.parametrize("text", ["werkzaam: [", "", examples.SMALL_ANSWERS.replace("klein", "groot")])
def test_many_answers_to_a_file_that_cannot_be_used_any_more_are_all_kept_beside_it(room: Room, text: str) -> None:
    room.path.write_text(text)
    with pytest.raises(UserError, match=r"Jouw antwoorden staan in .*a\.yaml\.rescue\.$"):
        room.store.save(MANY)
    assert (room.path.read_text(), _rescued(room).answers) == (text, {**room.store.evaluation.answers, **MANY})


def test_many_answers_to_a_file_that_is_gone_are_all_kept(room: Room) -> None:
    room.path.unlink()
    with pytest.raises(UserError, match=r"dit bestand bestaat niet\.\nJouw antwoorden staan in "):
        room.store.save(MANY)
    assert room.path.with_name("a.yaml.rescue").read_text() == WITH_MANY
    assert not room.path.exists()


def test_many_answers_that_can_be_saved_nowhere_are_told_in_full(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError) as raised:
        room.store.save(MANY)
    assert str(raised.value) == (
        f"{room.path}: kan niet worden bewaard (de schijf is vol).\n"
        "Je antwoorden konden nergens worden bewaard; hier zijn ze, om te kopiëren:\n" + WITH_MANY
    )
    assert room.path.read_text() == examples.SMALL_ANSWERS


def test_where_one_of_many_cannot_be_put_into_the_text_none_is_and_all_are_kept(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiling(tree: YamlTree, factor_set: FactorSet, factor: Factor, answer: Answer, *, quoted: bool) -> str:
        text = with_answer(tree, factor_set, factor, answer, quoted=quoted)
        return text.replace("answer: deels", "answer: ja") if factor.id == "ruimte" else text

    monkeypatch.setattr("werkzaam.files.store.with_answer", spoiling)
    with pytest.raises(UserError) as raised:
        room.store.save(MANY)
    assert str(raised.value) == (
        f"{room.path}: dit antwoord past niet in de tekst zonder iets anders te veranderen.\n"
        f"Jouw antwoorden staan in {room.path}.rescue."
    )
    assert room.path.read_text() == examples.SMALL_ANSWERS
    assert room.path.with_name("a.yaml.rescue").read_text() == WITH_MANY


def test_a_hard_link_is_told_once_for_many(room: Room) -> None:
    other = room.path.with_name("b.yaml")
    other.hardlink_to(room.path)
    room.store.save(MANY)
    assert (other.read_text(), room.path.read_text(), len(room.told)) == (examples.SMALL_ANSWERS, WITH_MANY, 1)


def test_many_answers_keep_a_windows_file_one(room: Room) -> None:
    room.path.write_bytes(("\ufeff" + examples.SMALL_ANSWERS.replace("\n", "\r\n")).encode())
    AnswersStore.open(room.path, room.factor_set, room.told.append).save(MANY)
    assert room.path.read_bytes() == ("\ufeff" + WITH_MANY.replace("\n", "\r\n")).encode()


@pytest.mark.parametrize("name", ["x" * 250 + ".yaml", "é" * 125 + ".yaml"])
def test_an_answer_to_a_file_with_the_longest_name_is_saved_or_rescued(room: Room, name: str) -> None:
    path = room.path.rename(room.path.with_name(name))
    store = AnswersStore.open(path, room.factor_set, room.told.append)
    store.save({"tijd": YES})
    path.write_text(path.read_text().replace("tijd:\n      answer: ja", "tijd:\n      answer: nee"))
    store.save({"tijd": Answer("nvt")})
    assert store.rescue is not None
    assert "tijd:\n      answer: nvt\n" in store.rescue.read_text()
    assert sorted(room.path.parent.iterdir()) == sorted([path, store.rescue])


def test_where_no_rescue_could_be_made_none_is_named_and_not_everything_is_in_the_file(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.edit("tijd:\n      answer:", "tijd:\n      answer: nee")
    monkeypatch.setattr("werkzaam.files.store.write_apart", _full)
    room.save("tijd", YES)
    assert (room.store.rescue, room.store.holds_all) == (None, False)


def _full(*_arguments: object, **_options: object) -> Path:
    raise OSError(errno.ENOSPC, "full")


def test_a_rescue_of_a_private_file_is_private(room: Room) -> None:
    room.path.chmod(0o600)
    room.path.write_text("werkzaam: [")
    _unsaved(room)
    assert room.path.with_name("a.yaml.rescue").stat().st_mode & 0o777 == 0o600


def test_where_savers_cannot_take_turns_nobodys_rescue_replaces_another(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = AnswersStore.open(room.path, room.factor_set, room.told.append)
    room.path.write_text("werkzaam: [")
    link = os.link

    def link_after_another(source: Path, path: Path) -> None:
        with monkeypatch.context() as at_the_other:
            at_the_other.setattr("os.link", link)
            at_the_other.setattr("os.getpid", lambda: 0)
            with pytest.raises(UserError):
                other.save({"tijd": NO})
        monkeypatch.setattr("os.link", link)
        link(source, path)

    monkeypatch.setattr("fcntl.flock", _full)
    monkeypatch.setattr("os.link", link_after_another)
    _unsaved(room)
    assert (room.store.rescue, other.rescue) == tuple(room.path.with_name(f"a.yaml.rescue{end}") for end in ("-2", ""))
    for store, answer in ((room.store, YES), (other, NO)):
        assert store.rescue is not None
        assert answers.read(reading.read_file(store.rescue), room.factor_set).evaluation.answer("tijd") == answer


def test_where_another_saver_never_ends_the_answers_are_rescued(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkzaam.files.locking.PATIENCE", 0.05)
    with locked(room.path):
        assert _unsaved(room) == (
            f"{room.path}: kan niet worden bewaard (een ander programma gebruikt het).\n"
            f"Jouw antwoorden staan in {room.path}.rescue."
        )
    assert (room.path.read_text(), _rescued(room).answer("tijd")) == (examples.SMALL_ANSWERS, YES)


# --- what is said, and to whom -------------------------------------------------------------------------------------

CHANGED_ELSEWHERE = "is intussen ergens anders veranderd; die veranderingen zijn bewaard."


def _refused(make: Callable[[], object]) -> str:
    with pytest.raises(UserError) as raised:
        make()
    return str(raised.value)


def _new(room: Room, name: str, collaboration: str = "X") -> AnswersStore:
    evaluation = Evaluation(collaboration, DAY)
    return AnswersStore.create(room.path.with_name(name), room.factor_set, evaluation, room.told.append)


def test_a_new_file_is_worked_on_as_any_other(room: Room) -> None:
    store = _new(room, "new.yaml")
    store.path.write_text(store.path.read_text().replace("    contact:\n", "    contact: # eerst\n"))
    expected = store.path.read_text().replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert store.save({"tijd": YES}).answer("tijd") == YES
    assert store.path.read_text() == expected
    assert room.told == [f"{room.path.with_name('new.yaml')} {CHANGED_ELSEWHERE}"]


def test_a_file_that_cannot_be_made_is_named_with_the_reason(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = room.path.parent
    assert _refused(lambda: _new(room, "new.yaml", "  ")) == (
        f"{folder / 'new.yaml'}:4:16: Hier moet iets worden ingevuld."
    )
    (folder / "map.yaml").mkdir()
    assert _refused(lambda: _new(room, "map.yaml")) == (f"{folder / 'map.yaml'}: dit is geen bestand; noem een ander.")
    monkeypatch.setattr("os.fsync", _full)
    assert _refused(lambda: _new(room, "new.yaml")) == (
        f"{folder / 'new.yaml'}: kan niet worden bewaard (de schijf is vol)."
    )


def test_a_file_that_only_may_be_run_is_not_opened_for_answers(room: Room) -> None:
    room.path.chmod(0o555)
    assert _refused(lambda: AnswersStore.open(room.path, room.factor_set, room.told.append)) == (
        f"{room.path}: je mag hier niet schrijven; kies een andere plek."
    )


def test_links_that_lead_round_in_a_circle_are_told_as_such(room: Room) -> None:
    room.path.unlink()
    room.path.symlink_to("b.yaml")
    room.path.with_name("b.yaml").symlink_to("a.yaml")
    assert _refused(lambda: AnswersStore.open(room.path, room.factor_set, room.told.append)) == (
        f"{room.path}: kan niet worden bewaard (de koppelingen draaien in een kring)."
    )


def test_answers_that_can_be_saved_nowhere_are_told_line_by_line(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", _full)
    with pytest.raises(UserError) as raised:
        room.store.save(MANY)
    assert raised.value.args == (
        f"{room.path}: kan niet worden bewaard (de schijf is vol).",
        "Je antwoorden konden nergens worden bewaard; hier zijn ze, om te kopiëren:",
        *WITH_MANY.split("\n"),
    )


def test_nobody_is_told_of_a_perspective_that_they_filled_in_themselves(room: Room) -> None:
    room.edit("contact:\n      answer: ja", "contact:\n      answer: ja\n      missing:\n        - een-punt")
    store = _without_perspective(room)
    store.fill_in_perspective("school")
    assert (room.told, store.evaluation) == ([], room.on_disk)
    assert [warning.partition(" let op")[0] for warning in store.warnings] == [f"{room.path}:16:7:"]


def test_a_perspective_keeps_a_windows_file_one(room: Room) -> None:
    text = examples.SMALL_ANSWERS.replace("perspective: samen\n", "")
    room.path.write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    store = AnswersStore.open(room.path, room.factor_set, room.told.append)
    store.fill_in_perspective("samen")
    store.save({"tijd": YES})
    expected = examples.SMALL_ANSWERS.replace("tijd:\n      answer:", "tijd:\n      answer: ja")
    assert room.path.read_bytes() == ("\ufeff" + expected.replace("\n", "\r\n")).encode()
    assert room.told == []


def test_two_who_fill_in_the_same_perspective_have_no_quarrel(room: Room) -> None:
    store = _without_perspective(room)
    room.edit("date: 2026-11-23\n", "date: 2026-11-23\nperspective: school # van ons\n")
    store.fill_in_perspective("school")
    assert "perspective: school # van ons\n" in room.path.read_text()
    assert room.told == [f"{room.path} {CHANGED_ELSEWHERE}"]


def test_a_perspective_that_cannot_be_filled_in_is_told_with_the_file_and_the_reason(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = _without_perspective(room)
    monkeypatch.setattr("os.fsync", _full)
    assert _refused(lambda: store.fill_in_perspective("samen")) == (
        f"{room.path}: kan niet worden bewaard (de schijf is vol)."
    )
    room.edit("date: 2026-11-23\n", "date: 2026-11-23\nperspective: school\n")
    assert _refused(lambda: store.fill_in_perspective("samen")) == (
        f"{room.path}: iemand anders heeft intussen het perspectief “school” ingevuld; dat blijft staan."
    )


WITH_ACTION = f"{examples.SMALL_ANSWERS}actions:\n  - what: Bellen\n    owner: school\n    status: open\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("note: Sinds maart", "note: Vanaf maart", id="a note"),
        pytest.param(
            "note: Sinds maart zijn er twee mensen.", "note: 'Sinds maart zijn er twee mensen. '", id="a blank"
        ),
        pytest.param("mensen.", "mensen.X", id="a letter at the end of a note"),
        pytest.param("what: Bellen", "what: Mailen", id="what was agreed"),
        pytest.param("what: Bellen", "what: BellenX", id="a letter at the end of what was agreed"),
        pytest.param("what: Bellen", "what: 'Bellen '", id="a blank at the end of what was agreed"),
        pytest.param("owner: school", "owner: team", id="who took it up"),
        pytest.param("owner: school", "owner: schoolX", id="a letter at the end of who took it up"),
        pytest.param("owner: school", "owner: 'school '", id="a blank at the end of who took it up"),
        pytest.param("    status: open\n  - what: Kijken", "    status: done\n  - what: Kijken", id="how it stands"),
    ],
)
def test_an_edit_that_would_change_anything_else_is_not_made(
    room: Room, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    def spoiling(tree: YamlTree, action: Action) -> str:
        return _edited(with_action(tree, action), (old, new))

    room.path.write_text(WITH_ACTION)
    store = AnswersStore.open(room.path, room.factor_set, room.told.append)
    monkeypatch.setattr("werkzaam.files.store.with_action", spoiling)
    assert _refused(lambda: store.add_action(Action("Kijken"))) == (
        f"{room.path}: dit antwoord past niet in de tekst zonder iets anders te veranderen.\n"
        f"Jouw antwoorden staan in {room.path}.rescue."
    )
    assert room.path.read_text() == WITH_ACTION


def test_a_perspective_that_would_change_anything_else_is_not_filled_in(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiling(tree: YamlTree, perspective: str) -> str:
        return _edited(with_perspective(tree, perspective), ("answer: ja", "answer: nee"))

    text = examples.SMALL_ANSWERS.replace("perspective: samen\n", "")
    room.path.write_text(text)
    store = AnswersStore.open(room.path, room.factor_set, room.told.append)
    monkeypatch.setattr("werkzaam.files.store.with_perspective", spoiling)
    assert _refused(lambda: store.fill_in_perspective("samen")) == (
        f"{room.path}: dit antwoord past niet in de tekst zonder iets anders te veranderen."
    )
    assert room.path.read_text() == text

"""A file that somebody works on in a test, and where their answers are that could not go into it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import examples
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files.store import AnswersStore

YES = Answer("ja")
NO = Answer("nee")
NOWHERE_ELSE = "Copy what stands above: it is in no file."
STILL_NOT = "{} cannot take your answers yet; they are in {}."
CHANGED_ELSEWHERE = "{} was changed elsewhere meanwhile; those changes are kept."
DOES_NOT_FIT = "{}: this answer cannot be put into the text without changing something else."


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


class Room:
    """A file, whoever works on it, and what they are told."""

    def __init__(self, folder: Path, factor_set: FactorSet) -> None:
        self.path = folder / "a.yaml"
        self.path.write_text(examples.SMALL_ANSWERS)
        self.factor_set = factor_set
        self.told: list[str] = []
        self.store = self.opened()

    @property
    def rescue(self) -> Path:
        return self.path.with_name("a.yaml.rescue")

    def opened(self) -> AnswersStore:
        return AnswersStore.open(self.path, self.factor_set, self.told.append)

    def save(self, factor_id: str, answer: Answer) -> Evaluation:
        return self.store.save({factor_id: answer})

    def edit(self, old: str, new: str) -> None:
        text = self.path.read_text()
        assert old in text
        self.path.write_text(text.replace(old, new))

    @property
    def on_disk(self) -> Evaluation:
        return examples.saved(self.path, self.factor_set)

    @property
    def rescued(self) -> Evaluation:
        rescue = rescue_of(self.store)
        assert rescue is not None
        return examples.saved(rescue, self.factor_set)


def untouched(path: Path) -> tuple[int, int, int]:
    """Return what stays as long as nobody writes to a file; that it is read leaves a mark too."""
    status = path.stat()
    return status.st_ino, status.st_mode, status.st_mtime_ns


def refused(call: Callable[[], object]) -> tuple[str, ...]:
    """Return the lines with which something is refused."""
    with pytest.raises(UserError) as raised:
        call()
    return raised.value.args


def rescue_of(store: AnswersStore) -> Path | None:
    """Return the rescue file that was made last; None while everything is in the file, or where none could be made."""
    rescues = sorted(store.path.parent.glob("*.rescue*"))
    return rescues[-1] if rescues and not store.holds_all else None

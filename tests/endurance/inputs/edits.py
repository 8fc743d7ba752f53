"""One changed answer in any file that can be read: refused, or made with everything else as it was."""

import os
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock
from zlib import crc32

import yaml

from tests.endurance.inputs.promises import NAME, set_for
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers, reading
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.store import AnswersStore

NOTES = (
    None,
    None,
    "Kort.",
    "Twee\nregels",
    "# x: y",
    "- a",
    "'",
    " x",
    "x ",
    "a\u2028b",
    "\t",
    "😀",
    "\n",
    "a\n\n",
    "no",
)


def edit(content: bytes) -> None:
    """A save is refused with the file as it was, or the file reads as wanted with everything else unchanged."""
    factor_set = set_for(content)
    try:
        before = answers.read(reading.decode(content, NAME), factor_set)
    except UnusableFileError:
        return
    factor, answer = _change(Random(crc32(content)), factor_set)  # noqa: S311 (to be repeated)
    path = Path(_folder().name) / NAME
    path.write_bytes(content)
    try:
        with mock.patch.object(os, "fsync"):  # no disk is tried here
            AnswersStore(path, factor_set, before, _nothing).save({factor.id: answer})
    except UserError:
        assert path.read_bytes() == content, "refused, and changed all the same"
        path.with_name(f"{NAME}.rescue").unlink()
        return
    _judge(before, answers.read(reading.read_file(path, NAME), factor_set), factor_set, factor, answer)


def _judge(
    before: answers.AnswersFile, after: answers.AnswersFile, factor_set: FactorSet, factor: Factor, answer: Answer
) -> None:
    wanted = before.evaluation.with_answer(factor.id, answer)
    assert _plain(after.evaluation.answer(factor.id)) == _plain(answer), "another answer"
    assert after.source.bom == before.source.bom, "the byte order mark"
    category = factor_set.category_of[factor.id].id
    assert _others(after.tree.data, category, factor.id) == _others(before.tree.data, category, factor.id), "other data"
    assert wanted.collaboration == after.evaluation.collaboration
    around = _around_answers(before)
    assert around in (None, _around_answers(after)), "text outside the answers"


def _plain(answer: Answer) -> Answer:
    return Answer(answer.option, answer.missing, (answer.note or "").rstrip("\n"))


def _others(data: Mapping[str, Any], category: str, factor: str) -> dict[str, Any]:
    """Return everything that a file says beside one factor; line ends behind the last text may come and go."""
    found = {name: value for name, value in data.items() if name != "answers"}
    categories = {name: dict(value or {}) for name, value in (data.get("answers") or {}).items()}
    categories.get(category, {}).pop(factor, None)
    rest: dict[str, Any] = _without_ends(
        {**found, "answers": {n: v for n, v in categories.items() if v or n != category}}
    )
    return rest


def _without_ends(value: Any) -> Any:  # noqa: ANN401 (YAML)
    if isinstance(value, dict):
        return {name: _without_ends(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_without_ends(item) for item in value]
    return value.rstrip("\n") if isinstance(value, str) else value


def _around_answers(file: answers.AnswersFile) -> tuple[str, ...] | None:
    """Return the text before and after the answers; None where the whole file is one bracket."""
    root, text = file.tree.root, file.source.text
    if root.flow_style:
        return None
    for number, (key, _value) in enumerate(root.value):
        if key.value == "answers" and isinstance(key, yaml.ScalarNode):
            behind = root.value[number + 1][0].start_mark.index if number + 1 < len(root.value) else len(text)
            return text[: key.start_mark.index].rstrip(), text[behind:].rstrip()
    return None


def _change(random: Random, factor_set: FactorSet) -> tuple[Factor, Answer]:
    factor = random.choice(factor_set.factors)
    option = random.choice((*factor.scale, None))
    partial = option is not None and option.is_partial
    missing = tuple(item.id for item in factor.conditions if partial and random.random() < 0.5)
    return factor, Answer(option.id if option else None, missing, random.choice(NOTES))


def _nothing(_line: str) -> None:
    """Tell nobody."""


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()

"""What holds for any input at all, each as a function that returns quietly or falls.

An input ends in a result or in located problems; no exception but the user's own gets out.
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest import mock
from zlib import crc32

from tests import examples
from tests.endurance.calling import called
from tests.results import report_markdown
from werkzaam.domain import report
from werkzaam.domain.evaluation import Answer, Evaluation, tidy
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers, blank, factor_sets, reading, schemas, validation, writing
from werkzaam.files.problems import Problem, Severity, UnusableFileError
from werkzaam.files.recognition import is_factor_set
from werkzaam.files.store import AnswersStore
from werkzaam.formats.json_results import report_json
from werkzaam.formats.tables import ScoredFile, answer_rows
from werkzaam.formats.tabular import csv_text

NAME = "a.yaml"
NOTES = (None, "Kort.", "Twee\nregels", "# x: y", "- a", "'", " x", "x ", "a\u2028b", "\t", "😀", "\n", "a\n\n", "no")
_FILES = {
    "klein.yaml": examples.SMALL_SET,
    "schaal.yaml": examples.OTHER_SCALE,
    "a.yaml": examples.SMALL_ANSWERS,
    "d.yaml": examples.SMALL_ANSWERS.replace("perspective: samen", "perspective: school"),
}
_LINE_END = re.compile(r"\r\n|\r|\n")


@cache
def small() -> FactorSet:
    """Return the small set."""
    return examples.small()


@cache
def _built_in() -> FactorSet:
    return examples.built_in()


def set_for(content: bytes) -> FactorSet:
    """Return the set that a file was most likely filled in with."""
    return _built_in() if b"onderwijs-jongerenwerk" in content else small()


def answers_file(content: bytes) -> None:
    """An answers file is read and reported, or refused with places; `validate` says the same of it."""
    factor_set = set_for(content)
    try:
        source = reading.decode(content, NAME)
    except UnusableFileError as error:
        _located(error.problems, content.decode(errors="replace"))
        return
    found = validation.problems_in(source, factor_set)
    _located(found, source.text)
    evaluation = _read(source, factor_set)
    if not is_factor_set(source):
        errors = any(problem.severity is Severity.ERROR for problem in found)
        assert errors == (evaluation is None), "validate and report judge differently"
    if evaluation is not None:
        _reported(factor_set, evaluation)


def factor_set(content: bytes) -> None:
    """A factor set is refused with places, or everything that is done with sets and answers can be done with it."""
    try:
        source = reading.decode(content, NAME)
        found = factor_sets.read(source, ("nl", "en", None)[len(content) % 3])
    except UnusableFileError as error:
        _located(error.problems, content.decode(errors="replace").removeprefix(reading.BOM))
        return
    json.dumps(schemas.answers_schema(found))
    evaluation = Evaluation("Proef", _small_evaluation().date, found.perspectives[0].id if found.perspectives else None)
    assert _read(reading.Source(NAME, blank.blank_text(found, evaluation)), found) is not None, "new makes a bad file"
    for number, factor in enumerate(found.factors):
        evaluation = evaluation.with_answer(factor.id, _some_answer(factor, crc32(content) + number))
    written = reading.Source(NAME, writing.answers_text(found, evaluation))
    assert _read(written, found) == evaluation._replace(version=found.version), (
        "answers are read otherwise than they were written"
    )
    _reported(found, evaluation)


def edit(content: bytes) -> None:
    """One answer is put into any file that can be read, with all else as it was; or that is refused, and none of it."""
    factor_set = set_for(content)
    try:
        before = answers.read(reading.decode(content, NAME), factor_set)
    except UnusableFileError:
        return
    chance = Random(crc32(content))  # noqa: S311 (to be repeated)
    factor = chance.choice(factor_set.factors)
    wanted = _some_answer(factor, chance.randrange(100))._replace(note=chance.choice(NOTES))
    path = Path(_folder().name) / NAME
    path.write_bytes(content)
    try:
        with mock.patch.object(os, "fsync"):  # no disk is tried here
            AnswersStore(path, factor_set, before, lambda _line: None).save({factor.id: wanted})
    except UserError:
        assert path.read_bytes() == content, "refused, and changed all the same"
        path.with_name(f"{NAME}.rescue").unlink()
        return
    after = answers.read(reading.read_file(path), factor_set)
    saved = after.evaluation.answer(factor.id)
    assert (saved.option, saved.missing) == (wanted.option, wanted.missing), "another answer"
    present, note = before.evaluation.answer(factor.id).note or "", wanted.note or ""
    expected = present if tidy(present) == tidy(note) else note  # the same in the same lines: it stays as it stood
    assert (saved.note or "").rstrip("\n") == expected.rstrip("\n"), "another note"
    category = factor_set.category_of[factor.id].id
    assert _others(after, category, factor.id) == _others(before, category, factor.id), "something else has changed"


def _others(file: answers.AnswersFile, category: str, factor: str) -> object:
    """Return all that a file says beside one factor; line ends behind the last text may come and go."""
    categories = {name: dict(value or {}) for name, value in (file.tree.data.get("answers") or {}).items()}
    categories.get(category, {}).pop(factor, None)
    kept = {name: value for name, value in categories.items() if value or name != category}
    return file.source.bom, _without_ends({**file.tree.data, "answers": kept})


def _without_ends(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_ends(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_without_ends(item) for item in value]
    return value.rstrip("\n") if isinstance(value, str) else value


def whole_call(content: bytes) -> None:
    """Any words end in an exit code and, where it is 2, in a line that says why; nothing steers a terminal.

    A word stands on each line, and behind an empty line what is piped in; no word leads out of the folder.
    """
    head, _blank, piped = content.decode(errors="surrogateescape").partition("\n\n")
    words = [line if line == os.devnull else re.sub(r"/|\.\.|\0", "_", line) for line in head.split("\n")]
    folder = Path(_folder().name)
    for name, text in _FILES.items():
        (folder / name).write_text(text)
    done = called(words, folder, piped, {"HOME": str(folder), "SHELL": "/bin/sh"})
    for path in folder.iterdir():  # each starts from the same
        path.unlink()
    assert done.code in {0, 1, 2, 130}, f"exit code {done.code}: {done.err}"
    assert done.code != 2 or done.err, "refused without a word"
    assert not {"\x1b", "\x9b"} & {*done.out, *done.err}, "steers a terminal"
    if done.code == 0 and words[:1] == ["report"] and words[-2:] == ["--format", "json"]:
        json.loads(done.out)


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


@cache
def _small_evaluation() -> Evaluation:
    return answers.read(reading.Source(NAME, examples.SMALL_ANSWERS), small()).evaluation


def _some_answer(factor: Factor, number: int) -> Answer:
    option = (*factor.scale, None)[number % (len(factor.scale) + 1)]
    if option is None:
        return Answer(None, None, "Twee\nregels")
    if not option.is_partial or not number % 3:
        return Answer(option.id)
    return Answer(option.id, tuple(item.id for item in factor.conditions) if number % 3 > 1 else ())


def _read(source: reading.Source, factor_set: FactorSet) -> Evaluation | None:
    try:
        return answers.read(source, factor_set).evaluation
    except UnusableFileError as error:
        _located(error.problems, source.text)
        return None


def _reported(factor_set: FactorSet, evaluation: Evaluation) -> None:
    found = report.report(factor_set, evaluation)
    told = json.loads(report_json(found))
    assert told["collaboration"] == evaluation.collaboration, "JSON does not keep every character"
    report_markdown(found, evaluation.date).encode()
    csv_text(answer_rows(ScoredFile(NAME, factor_set, evaluation, found.result, evaluation.date))).encode()


def _located(problems: "list[Problem] | tuple[Problem, ...]", text: str) -> None:
    lines = _LINE_END.split(text)
    for problem in problems:
        assert problem.message, "a problem without words"
        assert _stands_in(problem, lines), f"{problem.line}:{problem.column} is outside the text"


def _stands_in(problem: Problem, lines: list[str]) -> bool:
    if problem.line == 0:
        return problem.column == 0
    return 1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1

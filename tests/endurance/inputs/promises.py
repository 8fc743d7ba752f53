"""What holds for any input at all, each as a function that returns quietly or falls.

An input ends in a result or in located problems; no exception but the user's own gets out.
"""

import json
import re
from functools import cache
from zlib import crc32

from tests import examples
from werkzaam.cli.interview.given import Given
from werkzaam.domain import report
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers, blank, factor_sets, reading, schemas, validation, writing
from werkzaam.files.glance import is_factor_set
from werkzaam.files.problems import Problem, Severity, UnusableFileError
from werkzaam.formats.csv_text import csv_text
from werkzaam.formats.report_json import report_json
from werkzaam.formats.report_markdown import report_markdown
from werkzaam.formats.rows import rows

NAME = "a.yaml"
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
    assert _read(written, found) == evaluation, "answers are read otherwise than they were written"
    _reported(found, evaluation)


def given_words(content: bytes) -> None:
    """Words that give answers are taken, or refused with a line for each."""
    words: dict[str, list[str]] = {"--answer": [], "--missing": [], "--note": []}
    for line in content.decode(errors="surrogateescape").split("\n"):
        option, _equals, word = line.partition("=")
        words.get(option, words["--answer"]).append(word)
    try:
        given = Given.parse(small(), words["--answer"], words["--missing"], words["--note"])
        changed = given.answers(small(), _small_evaluation())
        list(given.remarks())
    except UserError as refused:
        _said_why(refused)
        return
    evaluation = _small_evaluation()
    for factor_id, answer in changed.items():
        evaluation = evaluation.with_answer(factor_id, answer)
    read = _read(reading.Source(NAME, writing.answers_text(small(), evaluation)), small())
    assert read == evaluation, "what was given is read otherwise"


def _said_why(refused: UserError) -> None:
    assert str(refused), "refused without a word"


@cache
def _small_evaluation() -> Evaluation:
    return answers.read(reading.Source(NAME, examples.SMALL_ANSWERS), small()).evaluation


def _some_answer(factor: Factor, number: int) -> Answer:
    option = (*factor.scale, None)[number % (len(factor.scale) + 1)]
    if option is None:
        return Answer(None, (), "Twee\nregels")
    missing = tuple(item.id for item in factor.conditions if number % 3 and option.is_partial)
    return Answer(option.id, missing)


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
    csv_text(rows(NAME, factor_set, evaluation, found.result)).encode()


def _located(problems: "list[Problem] | tuple[Problem, ...]", text: str) -> None:
    lines = _LINE_END.split(text)
    for problem in problems:
        assert problem.message, "a problem without words"
        assert _stands_in(problem, lines), f"{problem.line}:{problem.column} is outside the text"


def _stands_in(problem: Problem, lines: list[str]) -> bool:
    if problem.line == 0:
        return problem.column == 0
    return 1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1

"""The overview, redone by another program from the rows of the export: both follow the same rules, or one is wrong."""

import json
import random
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import examples
from tests.documents.pages import ROOT, blocks
from tests.documents.refreshing import EXAMPLES
from tests.endurance.calling import called
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.files.writing import answers_text
from werkzaam.formats.tables import ANSWER_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

long = pytest.mark.long
PAGE = ROOT / "docs" / "analysis.md"
COUNT = 200
NOTES = (
    "Sinds maart werken er twee mensen vast op school.",
    '=SOM(A1:A9); "zo gezegd", zei hij',
    "Eerst dit.\nDan dat,\n\nen dan niets.",
    "-",
    "😀 naïef",
    "null",
)
EXPORTS = {
    "csv": "SELECT * REPLACE (coalesce(string_split(missing, ' '), []) AS missing) FROM read_csv('{path}')",
    "jsonl": "SELECT * FROM read_json('{path}')",
}


def result(folder: Path, *words: str) -> str:
    """Return what the program makes of a call in which nothing is wrong; the files are of several perspectives."""
    done = called(words, folder)
    told = ("--output" in words) + (words[0] == "overview" and "perspective" not in words)
    assert (done.code, len(done.err.splitlines())) == (0, told), done.err
    return done.out


@contextmanager
def database() -> "Iterator[duckdb.DuckDBPyConnection]":
    import duckdb  # here, as it takes half a second

    with duckdb.connect() as connection:
        yield connection


@dataclass(frozen=True)
class Made:
    """A folder with evaluations that were made up, and what they were exported to."""

    folder: Path
    factor_set: FactorSet
    options: tuple[str, ...]
    """What names the set in a call."""


@pytest.fixture(scope="module", params=["built-in", "small"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("many")
    (folder / "klein.yaml").write_text(examples.SMALL_SET)
    (folder / "map").mkdir()
    is_small = request.param == "small"
    made_up = Made(
        folder,
        examples.small() if is_small else examples.built_in(),
        ("--factors", "klein.yaml") if is_small else (),
    )
    chance = random.Random(2026)  # noqa: S311 (the same evaluations every time)
    for number in range(COUNT):
        text = answers_text(made_up.factor_set, evaluation(made_up.factor_set, chance))
        (folder / "map" / f"{number:04}.yaml").write_text(text)
    for form in EXPORTS:
        result(folder, "export", "map", *made_up.options, "--format", form, "--output", f"rijen.{form}")
    return made_up


def evaluation(factor_set: FactorSet, chance: random.Random) -> Evaluation:
    scored = chance.random()  # in some evaluations hardly anything is
    return Evaluation(
        collaboration=chance.choice(["School Oost, “de brug”", "=School West", "Noord"]),
        date=date(chance.randint(2022, 2026), chance.randint(1, 12), chance.randint(1, 28)),
        perspective=chance.choice([None, *factor_set.perspective_by_id]),
        answers={factor.id: answer(factor, scored, chance) for factor in factor_set.factors},
    )


def answer(factor: Factor, scored: float, chance: random.Random) -> Answer:
    numbers = [option for option in factor.scale if isinstance(option.value, Fraction)]
    others = [option for option in factor.scale if option not in numbers]
    option = chance.choice(numbers if chance.random() < scored else [*others, None])
    if option is None:
        return Answer(note=chance.choice([None, *NOTES]))
    named = [condition.id for condition in factor.conditions if option.is_partial and chance.random() < 0.3]
    return Answer(option.id, tuple(named), chance.choice([None, *NOTES]))


@long
def test_both_exports_say_the_same_but_for_what_makes_a_cell_safe(made: Made) -> None:
    with database() as data:
        rows = {
            form: data.execute(
                f"SELECT * EXCLUDE (collaboration, note), ltrim(collaboration, '''') AS collaboration,"  # noqa: S608 (no input)
                f" ltrim(note, '''') AS note FROM ({source.format(path=made.folder / f'rijen.{form}')})"
            ).fetchall()
            for form, source in EXPORTS.items()
        }
    assert len(rows["csv"]) == COUNT * len(made.factor_set.factors)
    assert rows["csv"] == rows["jsonl"]


def on_the_page(word: str, *, language: str = "sql") -> str:
    """Return the block of the page for analysts in which a word stands."""
    (found,) = (block.body for block in blocks(PAGE) if block.language == language and word in block.body)
    return found


def as_on_the_page(folder: Path, export: str, *queries: str) -> list[list[tuple[Any, ...]]]:
    """Return what queries give once the views of the page stand on an export."""
    with database() as data:
        data.execute(f"SET file_search_path = '{folder}'")
        data.execute(on_the_page("VIEW answers").replace("answers.csv", export))
        return [data.execute(query).fetchall() for query in queries]


def fill_in(folder: Path, *words: str) -> None:
    assert called(("check", "--no-input", *words), folder).code == 0


def reported(folder: Path, file: str, *options: str) -> set[tuple[Any, ...]]:
    """Return the scores of a report: the file, the category, and the score, None where there is none."""
    report = json.loads(result(folder, "report", file, *options, "--format", "json"))
    scores = {category["id"]: category["score"] for category in report["categories"]}
    return {(file, category, score) for category, score in {**scores, None: report["score"]}.items()}


@long
def test_the_scores_that_the_page_for_analysts_redoes_are_those_of_the_reports(tmp_path: Path) -> None:
    files = [Path(shutil.copy(file, tmp_path)).name for file in sorted(EXAMPLES.glob("*.yaml"))]
    result(tmp_path, "export", *files, "--output", "answers.csv")
    (rows,) = as_on_the_page(tmp_path, "answers.csv", "SELECT file, category, round(score, 4) FROM scores")
    assert len(rows) == len(set(rows))
    assert set(rows) == set().union(*(reported(tmp_path, file) for file in files))


@long
def test_the_overview_that_the_page_for_analysts_redoes_is_that_of_the_program(made: Made) -> None:
    (rows,) = as_on_the_page(made.folder, "rijen.csv", on_the_page('AS "group"'))
    redone = {(str(year), category): pytest.approx(tuple(scores), abs=1e-4) for year, category, *scores in rows}
    call = ("overview", "map", *made.options, "--by", "date", "--format", "json")
    groups = json.loads(result(made.folder, *call))["groups"]
    figures = ("n", "mean", "min", "max", "q1", "median", "q3")
    assert redone == {
        (group["key"], part.get("id")): tuple(part[figure] for figure in figures)
        for group in groups
        for part in (*group["categories"], group["score"])
    }


DIGITS = """\
werkzaam: 1
id: "7"
version: 1
language: nl
title: Cijfers
perspectives: [{id: "1"}]
scale: [{id: "0", value: 0}, {id: "1", value: 0.5}, {id: "2", value: 1}]
categories:
  - id: "10"
    name: Tien
    factors:
      - {id: "101", text: Eén, conditions: [{id: "1", text: Dit}, {id: "2", text: Dat}]}
      - {id: "102", text: Twee, conditions: [{id: "1", text: Dit}]}
"""


@long
def test_the_queries_on_the_page_for_analysts_also_work_where_all_is_digits(tmp_path: Path) -> None:
    (tmp_path / "set.yaml").write_text(DIGITS)
    options = ("--factors", "set.yaml")
    calls = {  # the years of one collaboration, and one of another
        "2025.yaml": ("12", "101=1", "--missing", "101=1", "--answer", "102=2", "--note", "102=3"),
        "2026.yaml": ("12", "101=0", "--answer", "102=0"),
        "2026-13.yaml": ("13", "101=1", "--missing", "101=2"),
    }
    for file, (collaboration, *answers) in calls.items():
        day = ("--collaboration", collaboration, "--perspective", "1", "--date", f"{file[:4]}-11-23")
        fill_in(tmp_path, file, *options, *day, "--answer", *answers)
    result(tmp_path, "export", *calls, *options, "--output", "answers.csv")
    scores, again = as_on_the_page(
        tmp_path, "answers.csv", "SELECT file, category, round(score, 4) FROM scores", on_the_page("VIEW gaps")
    )
    assert set(scores) == set().union(*(reported(tmp_path, file, *options) for file in calls))
    assert again == [("12", "1", "101", "1")]


def test_the_snippets_on_the_page_for_analysts_know_every_column() -> None:
    no_text = {"date", "version", "preferred", "value", "file_version"}
    (texts,) = re.findall(r"^texts = (\[.*\])$", on_the_page("import pandas", language="python"), re.MULTILINE)
    assert json.loads(texts) == [column for column in ANSWER_COLUMNS if column not in no_text]
    assert tuple(re.findall(r"(\w+) [A-Z]+\b", on_the_page("columns = ", language="python"))) == tuple(ANSWER_COLUMNS)
    assert tuple(re.findall(r"'(\w+)': '", on_the_page("VIEW answers"))) == tuple(ANSWER_COLUMNS)

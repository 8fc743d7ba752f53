"""The queries on the page for analysts, asked of other files than its examples: with gaps, and made more than once."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.documents.desk import Desk
from tests.documents.pages import ROOT, Block, blocks
from tests.documents.refreshing import EXAMPLES
from tests.documents.test_example_scripts import run

pytestmark = pytest.mark.long
PAGE = blocks(ROOT / "docs" / "analysis.md")
OLD, NEW = ((EXAMPLES / f"werkzaam-{year}-samen.yaml").read_text() for year in (2025, 2026))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with duckdb.connect() as database:
        database.execute(f"SET file_search_path = '{tmp_path}'")
        yield Desk(tmp_path, database, "en")


def piece(words: str) -> Block:
    """Return the one block of the page that holds these words."""
    (found,) = (block for block in PAGE if words in block.body)
    return found


def result_of(words: str) -> Block:
    """Return what the page shows below the block that holds these words."""
    return PAGE[PAGE.index(piece(words)) + 1]


CHANGED, DUE, BESIDE = "AS in_place_on", "WITH latest", "AS quartiles"


def lines(desk: Desk, query: str) -> list[str]:
    """Return what a query gives, its head first."""
    desk.anew(piece(query))
    return desk.anew(result_of(query)).splitlines()


def of_rows(desk: Desk) -> None:
    desk.anew(piece("for rows in"))


def test_files_without_a_perspective_change_as_others_do(desk: Desk, tmp_path: Path) -> None:
    for name, text in (("old", OLD), ("new", NEW)):
        (tmp_path / f"{name}.yaml").write_text(text.replace("perspective: samen\n", ""))
    of_rows(desk)
    without = result_of(CHANGED).body.replace("samen", "")
    assert [line.split() for line in lines(desk, CHANGED)] == [line.split() for line in without.splitlines()]


def test_what_no_file_fills_in_has_no_rows_and_no_fault(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(NEW.partition("answers:")[0] + "answers: {}\n")
    of_rows(desk)
    assert [len(lines(desk, query)) for query in (CHANGED, DUE)] == [1, 1]
    assert [line.split()[-1] for line in lines(desk, BESIDE)] == ["n", *"0000000"]


def test_an_agreement_without_a_day_is_not_overdue(desk: Desk, tmp_path: Path) -> None:
    text = "".join(line for line in NEW.splitlines(keepends=True) if "due:" not in line)
    (tmp_path / "one.yaml").write_text(text)
    of_rows(desk)
    assert len(lines(desk, DUE)) == 1


def test_of_an_agreement_the_latest_file_counts(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OLD + "  - {what: Vergeten, due: 2026-01-02}\n")
    (tmp_path / "new.yaml").write_text(NEW)
    of_rows(desk)
    assert [line.split()[-1] for line in lines(desk, DUE)] == ["files", "old.yaml", "new.yaml"]


def test_rows_made_in_parts_count_once_however_often_they_are_made(desk: Desk, tmp_path: Path) -> None:
    for year, text in ((2025, OLD), (2026, NEW)):
        (tmp_path / f"werkzaam-{year}.yaml").write_text(text)
    assert [run(tmp_path, "sh", "-c", piece("xargs -0").body).code for _time in range(2)] == [0, 1]
    assert lines(desk, "exports/*', header")[1].split() == ["2", "38"]

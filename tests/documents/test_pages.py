"""What the documents show is what the program does, and what they name is there."""

from concurrent.futures import ThreadPoolExecutor
from difflib import unified_diff
from itertools import chain

import pytest
import yaml

from tests import examples
from tests.documents.desk import NOT_RUN, shortened
from tests.documents.pages import PAGES, ROOT, Block, anchors, blocks, first_cells, links, pictures, quoted
from tests.documents.refreshing import HELP_PAGES, help_shown, refreshed
from tests.documents.words import calls, keys, known_variables, unknown_words, variables
from tests.test_catalogues import CATALOGUES, catalogue
from werkzaam.cli.app import command
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.overview import overview
from werkzaam.files import factor_sets, reading
from werkzaam.files.factor_set_shape import RESERVED_KEYS
from werkzaam.files.schemas import factor_set_schema
from werkzaam.formats.tables import ANSWER_COLUMNS, TABLES
from werkzaam.formats.tabular import overview_csv

KINDS = {
    "console": {""},
    "sh": {"", *NOT_RUN},
    "bat": {"not run"},
    "python": {"", "not run"},
    "sql": {""},
    "text": {"help", "result"},
    "yaml": {"", "file"},
    "": {"", "file"},
}
"""What can stand above a block in each language; any other block would be held to nothing."""
NEEDS_A_VALUE = {"not run", "file"}
"""A reason, a name."""
OF_OTHER_PROGRAMS = [["--short"], ["--golden"], ["--without-windows"]]
"""Calls in the text that are none of ours: of `python -m tests.endurance`, of pytest, of `.ci/run`."""
PRE_COMMIT = {"repos"}
STDIN = "-"
SET_KEYS = factor_set_schema()["properties"].keys() - {"werkzaam", "version"}
"""What tells a piece of a factor set from one of an answers file."""


@pytest.mark.long
def test_the_pages_show_what_the_program_says(request: pytest.FixtureRequest) -> None:
    with ThreadPoolExecutor() as pool:  # they wait for the program
        texts = dict(zip(PAGES, pool.map(refreshed, PAGES), strict=True))
    changed: list[str] = []
    for page, text in texts.items():
        if request.config.getoption("--golden"):
            page.write_text(text, encoding="utf-8")
        old, new = (lines.splitlines(keepends=True) for lines in (page.read_text(encoding="utf-8"), text))
        changed += unified_diff(old, new, str(page.relative_to(ROOT)), "what the program says")
    assert not changed, "".join([*changed, "To write them anew: pytest -m long --golden tests/documents\n"])


def test_every_page_is_looked_at() -> None:
    names = {str(page.relative_to(ROOT)) for page in PAGES}
    assert {"README.md", "SECURITY.md", "docs/analysis.md", "docs/commands.md", "docs/handleiding.md"} <= names


def test_every_block_is_held_to_something() -> None:
    for page in PAGES:
        there = blocks(page)
        assert page.read_text(encoding="utf-8").count("```") == 2 * len(there), page
        assert [block for block in there if block.kind not in KINDS.get(block.language, ())] == []
        assert [block for block in there if block.kind in NEEDS_A_VALUE and not block.value] == []


def test_python_that_is_not_run_can_at_least_be_read() -> None:
    for block in pieces("python"):
        compile(block.body, "page", "exec")


def test_every_command_has_its_place_on_the_pages() -> None:
    for language in HELP_PAGES.values():
        assert list(help_shown(language)) == ["", *command().commands]


def pieces(language: str) -> list[Block]:
    return [block for page in PAGES for block in blocks(page) if block.language == language]


def test_yaml_is_a_valid_piece_of_a_file(built_in: FactorSet) -> None:
    head = {"werkzaam": 1, "factors": built_in.id, "version": 1, "collaboration": "School", "date": "2026-11-23"}
    for block in pieces("yaml"):
        piece = yaml.safe_load(block.body)
        if piece.keys() & SET_KEYS:
            whole = {**yaml.safe_load(examples.OTHER_SCALE), **piece}
            factor_sets.read(reading.Source(block.body, yaml.safe_dump(whole, sort_keys=False)))
        elif piece.keys() != PRE_COMMIT:
            text = yaml.safe_dump({**head, **piece}, sort_keys=False)
            assert examples.read(text, built_in).warnings == (), block.body


def test_the_program_has_every_word_and_every_key_that_a_page_uses(built_in: FactorSet) -> None:
    known = {*RESERVED_KEYS, *(option.key for option in built_in.options), STDIN}
    for page in PAGES:
        there = [call for call in calls(page) if call.words not in OF_OTHER_PROGRAMS]
        assert [(call, unknown) for call in there if (unknown := unknown_words(call))] == []
        assert variables(page) <= known_variables()
        assert [key for key in keys(page) if key not in known] == []


def test_every_link_to_a_file_of_ours_leads_somewhere() -> None:
    for page in PAGES:
        for target, anchor in links(page):
            assert target.exists(), target
            assert target.resolve().is_relative_to(ROOT)
            assert not anchor or anchor in anchors(target), anchor


def test_every_picture_is_shown_somewhere_and_is_told_in_words() -> None:
    shown = {target.resolve(): told for page in PAGES for target, told in pictures(page)}
    assert shown.keys() == set((ROOT / "docs" / "pictures").iterdir())
    assert all(shown.values())


def test_the_guide_quotes_messages_as_the_program_says_them() -> None:
    found = quoted(ROOT / "docs" / "handleiding.md", "wat je ziet")
    (dutch,) = (path for path in CATALOGUES if path.parts[-3] == "nl")
    said = [str(message.string) for message in catalogue(dutch) if message.id]
    assert found
    assert [quote for quote in found if not any(quote in message for message in said)] == []


def test_the_page_for_analysts_explains_every_column(built_in: FactorSet) -> None:
    of_overviews = overview_csv(overview(built_in, None, {})).partition("\n")[0].split(",")
    others = [[*table.columns][0 if what == "factors" else 4 :] for what, table in TABLES.items() if what != "answers"]
    assert first_cells(ROOT / "docs" / "analysis.md", "Column") == [*of_overviews, *ANSWER_COLUMNS, *chain(*others)]


def test_the_page_about_factor_sets_explains_every_key() -> None:
    explained = first_cells(ROOT / "docs" / "factor-sets.md", "Key")
    assert set(explained) == keys_in(factor_set_schema())


def keys_in(schema: object) -> set[str]:
    """Return every key that a schema knows, wherever it stands."""
    if not isinstance(schema, dict):
        return set().union(*map(keys_in, schema)) if isinstance(schema, list) else set()
    own = set(schema.get("properties", {}))
    return own.union(*map(keys_in, schema.values()))


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("abcde", "abcde"),
        ("a…", "a…"),
        ("a…d", "a…de"),
        ("…x", "…e"),
        ("…xc", "…de"),
    ],
)
def test_of_a_long_output_as_much_is_shown_as_the_page_wants(shown: str, expected: str) -> None:
    assert "".join(shortened("abcde", list(shown))) == expected

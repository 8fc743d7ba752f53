"""What the documents show is what the program does, and what they name is there."""

from pathlib import Path

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
from werkzaam.files import answers, factor_sets, reading
from werkzaam.files.factor_set_shape import RESERVED_KEYS
from werkzaam.files.schemas import factor_set_schema
from werkzaam.formats.csv_text import HEADER
from werkzaam.formats.overview_csv import overview_csv

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
OF_OTHER_PROGRAMS = [["--short"]]
"""Calls in the text that are none of ours: of `python -m tests.endurance`."""
PRE_COMMIT = {"repos"}
STDIN = "-"
SET_KEYS = factor_set_schema()["properties"].keys() - {"werkzaam", "version"}
"""What tells a piece of a factor set from one of an answers file."""

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def test_every_page_is_found() -> None:
    names = {str(page.relative_to(ROOT)) for page in PAGES}
    assert {"README.md", "SECURITY.md", "docs/analysis.md", "docs/commands.md", "docs/handleiding.md"} <= names


@each_page
def test_a_page_shows_what_the_program_says(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == refreshed(page), "run: python -m tests.documents"


@each_page
def test_every_block_is_held_to_something(page: Path) -> None:
    found = blocks(page)
    assert page.read_text(encoding="utf-8").count("```") == 2 * len(found)
    assert [block for block in found if block.kind not in KINDS.get(block.language, ())] == []
    assert [block for block in found if block.kind in NEEDS_A_VALUE and not block.value] == []


@each_page
def test_what_is_not_run_can_at_least_be_read(page: Path) -> None:
    for block in blocks(page):
        if block.language == "python":
            compile(block.body, str(page), "exec")


@pytest.mark.parametrize("page", HELP_PAGES, ids=lambda page: page.name)
def test_every_command_has_its_place_on_the_pages(page: Path) -> None:
    assert list(help_shown(HELP_PAGES[page])) == ["", *command().commands]


def pieces(language: str) -> list[Block]:
    return [block for page in PAGES for block in blocks(page) if block.language == language]


@pytest.mark.parametrize("block", pieces("yaml"), ids=lambda block: block.body.partition("\n")[0])
def test_yaml_is_a_valid_piece_of_a_file(block: Block, built_in: FactorSet) -> None:
    piece = yaml.safe_load(block.body)
    if piece.keys() == PRE_COMMIT:
        return
    if piece.keys() & SET_KEYS:
        whole = {**yaml.safe_load(examples.OTHER_SCALE), **piece}
        factor_sets.read(reading.Source("piece.yaml", yaml.safe_dump(whole, sort_keys=False)))
    else:
        head = {"werkzaam": 1, "factors": built_in.id, "version": 1, "collaboration": "School", "date": "2026-11-23"}
        text = yaml.safe_dump({**head, **piece}, sort_keys=False)
        assert answers.read(reading.Source("piece.yaml", text), built_in).warnings == ()


@each_page
def test_the_program_has_every_word_that_a_page_uses(page: Path) -> None:
    found = [call for call in calls(page) if call.words not in OF_OTHER_PROGRAMS]
    assert [(call, unknown) for call in found if (unknown := unknown_words(call))] == []
    assert variables(page) <= known_variables()


@each_page
def test_the_questionnaire_has_every_key_that_a_page_names(page: Path, built_in: FactorSet) -> None:
    known = {*RESERVED_KEYS, *(option.key for option in built_in.options), STDIN}
    assert [key for key in keys(page) if key not in known] == []


@each_page
def test_every_link_to_a_file_of_ours_leads_somewhere(page: Path) -> None:
    for target, anchor in links(page):
        assert target.exists(), target
        assert target.resolve().is_relative_to(ROOT)
        assert not anchor or anchor in anchors(target), anchor


@each_page
def test_every_picture_is_ours_and_is_told_in_words(page: Path) -> None:
    for target, told in pictures(page):
        assert target.resolve().is_relative_to(ROOT / "docs" / "pictures")
        assert target.exists(), target
        assert told


def test_every_picture_is_shown_somewhere() -> None:
    shown = {target.resolve() for page in PAGES for target, _told in pictures(page)}
    assert shown == set((ROOT / "docs" / "pictures").iterdir())


def test_the_guide_quotes_messages_as_the_program_says_them() -> None:
    found = quoted(ROOT / "docs" / "handleiding.md", "wat je ziet")
    (dutch,) = (path for path in CATALOGUES if path.parts[-3] == "nl")
    said = [str(message.string) for message in catalogue(dutch) if message.id]
    assert found
    assert [quote for quote in found if not any(quote in message for message in said)] == []


def test_the_page_for_analysts_explains_every_column(built_in: FactorSet) -> None:
    of_overviews = overview_csv(overview(built_in, None, {})).partition("\n")[0].split(",")
    assert first_cells(ROOT / "docs" / "analysis.md", "Column") == [*of_overviews, *HEADER]


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

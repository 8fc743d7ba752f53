"""What the documents show is what the program does."""

import re
from pathlib import Path

import pytest

from tests.docs import HELP_PAGES, PAGES, ROOT, help_shown, refreshed
from werkzaam.cli.app import command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_shows_what_the_program_says(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == refreshed(page), "run: python -m tests.docs"


@pytest.mark.parametrize("page", HELP_PAGES, ids=lambda page: page.name)
def test_every_command_has_its_place_on_the_pages(page: Path) -> None:
    assert list(help_shown(HELP_PAGES[page])) == ["", *command().commands]


def test_every_link_to_another_file_of_ours_leads_somewhere() -> None:
    targets = [
        page.parent / target for page in PAGES for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text())
    ]
    assert targets
    assert [target for target in targets if not target.exists() or not target.resolve().is_relative_to(ROOT)] == []

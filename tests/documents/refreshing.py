"""The documents against the program; `pytest tests/documents --golden -m "long or not long"` writes them anew.

All blocks of a page are run in their order, in one folder: a copy of the examples that is a git repository.

- A `console` block holds commands, each behind a `$`, with what they print to a terminal. A line with `…` alone stands
  for lines that are left out; the first line below it says where the output goes on.
- A `sh` block is run and must work. `<!-- not run: REASON -->` above a `sh` or `python` block keeps it from that.
- A `sql` block is asked of DuckDB; a `text` block below `<!-- result -->` shows what the last one gave.
- A `text` block below `<!-- help: COMMAND -->` holds what `werkzaam COMMAND --help` prints.
- A block below `<!-- file: NAME -->` is a file for the commands after it.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import duckdb

from tests.documents.desk import Desk
from tests.documents.pages import BLOCK, ROOT, Block, blocks

EXAMPLES = ROOT / "docs" / "examples"
HELP_PAGES = {ROOT / "docs" / "commands.md": "en", ROOT / "docs" / "opdrachten.md": "nl"}
"""The pages that show the help of every command, with its language; on any other page it is in Dutch."""


def help_shown(language: str) -> dict[str, str]:
    """Return the help that the page in a language shows, by command; an empty name is the program itself."""
    (page,) = (page for page, spoken in HELP_PAGES.items() if spoken == language)
    return {block.value: block.body for block in blocks(page) if block.kind == "help"}


def refreshed(page: Path) -> str:
    """Return the text of a page with everything in it as the program says it now.

    Raises BlockError where a block cannot be run.
    """
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as database:
        place = Path(shutil.copytree(EXAMPLES, Path(folder) / "examples"))
        subprocess.run(["git", "init", "--quiet", place], check=True)  # noqa: S607 (wherever git is)
        database.execute(f"SET file_search_path = '{place}'")
        desk = Desk(place, database, HELP_PAGES.get(page, "nl"))
        text = page.read_text(encoding="utf-8")
        return BLOCK.sub(lambda found: found["head"] + desk.anew(Block.of(found)) + found["foot"], text)

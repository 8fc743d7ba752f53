"""`python -m tests.documents.pictures` makes the pictures anew; that of a page only where the page has changed."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.documents.pages import ROOT
from tests.documents.pictures.pages import PAGE_SHOTS, PageShot
from tests.documents.pictures.screens import SHOTS

PICTURES = ROOT / "docs" / "pictures"
MADE = {f"{shot.name}.svg" for shot in SHOTS} | {f"{shot.name}.png" for shot in PAGE_SHOTS}


def main() -> None:
    """Bring every picture up to date, and remove what is no longer made."""
    PICTURES.mkdir(exist_ok=True)
    for shot in SHOTS:
        with TemporaryDirectory() as folder:
            (PICTURES / f"{shot.name}.svg").write_text(shot.drawn(Path(folder)), encoding="utf-8")
    for page_shot in PAGE_SHOTS:
        with TemporaryDirectory() as folder:
            _refresh(page_shot, Path(folder))
    for left_over in {path.name for path in PICTURES.iterdir()} - MADE:
        (PICTURES / left_over).unlink()


def _refresh(shot: PageShot, folder: Path) -> None:
    """Draw a page unless its picture is there: each release of a browser draws other bytes."""
    file, page = PICTURES / f"{shot.name}.png", shot.page(folder)
    if not (file.exists() and shot.shows(file.read_bytes(), page)):
        file.write_bytes(shot.drawn(page, folder))


if __name__ == "__main__":
    main()

"""The pictures of pages: the top of each as a browser shows or prints it, with a sign of what it was made from."""

import hashlib
import shutil
import struct
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path

from tests.documents.refreshing import EXAMPLES
from tests.formats.browser import pictured
from tests.sessions.terminal import PROGRAM, environment

_WIDTH, _SCALE = 800, 2
_FRAME = "<style>html::after { content: ''; position: fixed; inset: 0; border: 1px solid #7d879b }</style>"
"""White paper on a white ground has no edge."""
_A4, _A4_SCALE = (794, 1123), 1.5
_ON_PAPER = "<style>html { padding: 15mm } .supplement { margin-top: 297mm }</style>"
"""The margins of a sheet, and where the next one begins."""
_END = 12
"""Bytes of the chunk that ends a PNG."""


@dataclass(frozen=True, slots=True)
class PageShot:
    """A picture of the top of a page, so high on a screen; without a height of its first sheet of A4."""

    name: str
    arguments: tuple[str, ...]
    height: int = 0

    def page(self, folder: Path) -> str:
        """Return the page, of a run in a new folder inside this one."""
        place = Path(shutil.copytree(EXAMPLES, folder / "examples"))
        # One day what was agreed is overdue, and the page another; the picture shows what stands above that.
        for file in place.glob("*.yaml"):
            file.write_text(file.read_text(encoding="utf-8").partition("actions:\n")[0], encoding="utf-8")
        return subprocess.run(
            [*PROGRAM, *self.arguments, "--format", "html"],
            cwd=place,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout

    def sign(self, page: str) -> bytes:
        """Return what is the same as long as the picture would be, whatever browser draws it."""
        return b"werkzaam-page\0" + hashlib.sha256(f"{self.height}\n{page}".encode()).hexdigest().encode()

    def drawn(self, page: str, folder: Path) -> bytes:
        """Return a PNG of a page, with its sign as a text before the chunk that ends it."""
        printed = page.replace("@media print", "@media all") + _ON_PAPER
        shown, size = (page, (_WIDTH, self.height, _SCALE)) if self.height else (printed, (*_A4, _A4_SCALE))
        png, text = pictured(shown + _FRAME, folder, *size), b"tEXt" + self.sign(page)
        chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
        return png[:-_END] + chunk + png[-_END:]

    def shows(self, png: bytes, page: str) -> bool:
        """Whether a PNG was made from a page."""
        return self.sign(page) in png


PAGE_SHOTS = (
    PageShot("first-sheet", ("report", "werkzaam-2026-samen.yaml", "--lang", "en")),
    PageShot("verslagpagina", ("report", "werkzaam-2026-samen.yaml")),
    PageShot(
        "agenda",
        ("compare", *(f"werkzaam-2026-{partner}.yaml" for partner in ("jongerenwerk", "onderwijs", "gemeente"))),
        792,
    ),
)

"""A browser without a window, to see what pages look like."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NEEDS_CHROMIUM = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")

_MEASURE = """
addEventListener("load", () => {
  const measured = [...document.querySelectorAll("iframe")].map((frame) => {
    const page = frame.contentDocument;
    const every = (selector) => [...page.querySelectorAll(selector)];
    const style = (selector) => frame.contentWindow.getComputedStyle(page.querySelector(selector));
    return {
      client_width: page.documentElement.clientWidth,
      scroll_width: page.documentElement.scrollWidth,
      elements: every("body, body *").map((element) => {
        const {left, top, right, bottom} = element.getBoundingClientRect();
        const tag = element.tagName.toLowerCase(), kind = element.getAttribute("class") || "";
        const kept_whole = frame.contentWindow.getComputedStyle(element).breakInside;
        const text = page.createRange();
        text.selectNodeContents(element);
        const lines = element.children.length ? 0 : new Set([...text.getClientRects()].map(({top}) => top)).size;
        return {tag, kind, left, top, right, bottom, kept_whole, lines};
      }),
      requests: frame.contentWindow.performance.getEntriesByType("resource").map((entry) => entry.name),
      ground: style("body").backgroundColor,
      ink: style("body").color,
    };
  });
  document.getElementById("measured").textContent = JSON.stringify(measured);
});
"""


@dataclass(frozen=True)
class Box:
    """An element as it is laid out, in CSS pixels."""

    tag: str
    kind: str
    left: float
    top: float
    right: float
    bottom: float
    kept_whole: str
    lines: int
    """How many lines its text takes, 0 where that stands in other elements."""

    def overlaps(self, other: "Box") -> bool:
        """Whether two elements cover some of the same ground."""
        return (
            min(self.right, other.right) > max(self.left, other.left)
            and min(self.bottom, other.bottom) > max(self.top, other.top)
        )  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """A page as it is laid out at some width."""

    client_width: int
    scroll_width: int
    boxes: tuple[Box, ...]
    requests: tuple[str, ...]
    ground: str
    ink: str

    def of(self, kind: str) -> list[Box]:
        """Return every element of a class."""
        return [box for box in self.boxes if kind in box.kind.split()]


def laid_out(pages: Sequence[tuple[str, int]], folder: Path, *, dark: bool = False) -> list[Layout]:
    """Return pages as they are laid out, each at a width: no window can be as narrow as a phone, but a frame can."""
    frames = "\n".join(
        f'<iframe width="{width}" height="800" style="border: 0" srcdoc="{html.escape(page)}"></iframe>'
        for page, width in pages
    )
    wrapper = folder / "wrapper.html"
    wrapper.write_text(
        f'<!doctype html><meta charset="utf-8"><script>{_MEASURE}</script>{frames}<pre id="measured"></pre>',
        encoding="utf-8",
    )
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else []
    dumped = _chromium(folder, *scheme, "--dump-dom", wrapper.as_uri())
    found = re.search(r'<pre id="measured">(.*?)</pre>', dumped, re.DOTALL)
    assert found is not None, dumped[-500:]
    return [_layout(measured) for measured in json.loads(html.unescape(found[1]))]


def printed(page: str, folder: Path) -> list[tuple[float, float]]:
    """Return the width and height in points of every sheet on which a page is printed."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    _chromium(folder, "--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri())
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", target.read_bytes())
    return [(float(width), float(height)) for width, height in sizes]


def pictured(page: str, folder: Path, width: int, height: int, scale: float) -> bytes:
    """Return the top of a page as a PNG; its size is in CSS pixels, each drawn as `scale` by `scale` of the PNG."""
    source, target = folder / "page.html", folder / "page.png"
    source.write_text(page, encoding="utf-8")
    sizes = [f"--window-size={width},{height}", f"--force-device-scale-factor={scale}", "--hide-scrollbars"]
    _chromium(folder, *sizes, f"--screenshot={target}", source.as_uri())
    return target.read_bytes()


def _layout(measured: dict[str, Any]) -> Layout:
    boxes = tuple(Box(**item) for item in measured["elements"])
    return Layout(
        measured["client_width"],
        measured["scroll_width"],
        boxes,
        tuple(measured["requests"]),
        measured["ground"],
        measured["ink"],
    )


def _chromium(folder: Path, *arguments: str) -> str:
    assert CHROMIUM is not None
    return subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            f"--user-data-dir={folder / 'profile'}",
            *arguments,
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    ).stdout

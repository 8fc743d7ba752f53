"""Draws what a terminal shows as an SVG that stands on its own: its own ground, the reader's own fonts."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any

from pyte.screens import Char

COLOURS = {"default": "#e6e9ef", "008700": "#008700", "af8700": "#af8700", "ff0000": "#ff0000"}
"""By pyte's names; another colour in the program needs its place here."""
GROUND, _EDGE, _QUIET = "#1c2230", "#7d879b", "#b4bccb"
_FONTS = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
_SIZE = 14
_CELL, _LINE = 8.5, 19
"""How wide a column is, and how high a row."""
_LEFT, _TOP = 16, 62
"""Where the first column starts, and on what the letters of the first row stand."""
_HEAD = 36.5
_MARGIN = 0.5
_RISE = 14
"""From the foot of a row's letters to its top."""
_WORDS = re.compile(r"\S+(?: \S+)*")
"""An SVG shows several spaces as one, so that what they part is placed apart."""
_BLOCK = "█"
_SYMBOLS = "\u2000"
"""From here on letters are rarely in the reader's font, and another font's may be wider: each kind is fitted apart."""


def svg(rows: Sequence[Sequence[Char]], *, language: str, caption: str, title: str, described: str) -> str:
    """Return a window with rows of characters in it and a caption above them."""
    width = round(2 * _LEFT + _CELL * len(rows[0]))
    height = _TOP + _LINE * len(rows)
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "lang": language,
        "role": "img",
        "viewBox": f"0 0 {width} {height}",
        "width": width,
        "height": height,
        "font-family": _FONTS,
        "font-size": _SIZE,
    }
    parts = [f"<title>{escape(title)}</title>", f"<desc>{escape(described)}</desc>", *_window(width, height, caption)]
    for number, row in enumerate(rows):
        parts += _row(row, _TOP + _LINE * number)
    return "\n".join([f"<svg{_written(attributes)}>", *parts, "</svg>", ""])


def _window(width: int, height: int, caption: str) -> Iterator[str]:
    inner: dict[str, Any] = {"x": _MARGIN, "y": _MARGIN, "width": width - 2 * _MARGIN, "height": height - 2 * _MARGIN}
    yield _element("rect", **inner, rx=8, fill=GROUND, stroke=_EDGE)
    yield _element("path", d=f"M{_MARGIN} {_HEAD}H{width - _MARGIN}", stroke=_EDGE)
    for number in range(3):
        yield _element("circle", cx=20 + 18 * number, cy=19, r=5, fill=_EDGE)
    yield _element("text", caption, x=76, y=24, fill=_QUIET)


def _row(row: Sequence[Char], y: int) -> Iterator[str]:
    """Return the elements of a row: one for each run of words that look alike, exactly as wide as its columns."""
    for (style, symbol), run in groupby(enumerate(row), key=lambda item: _look(item[1])):
        cells = list(run)
        start, text = cells[0][0], "".join(char.data for _column, char in cells)
        ink = COLOURS[style.fg]
        if symbol == _BLOCK:  # else the ground shines through between one and the next
            yield _element("rect", x=_x(start), y=y - _SIZE + 2, width=len(text) * _CELL, height=_SIZE, fill=ink)
        if style.reverse:
            yield _element("rect", x=_x(start), y=y - _RISE, width=len(text) * _CELL, height=_LINE, fill=ink)
            ink = GROUND
        weight = {"font-weight": "bold"} if style.bold else {}
        slant = {"font-style": "italic"} if style.italics else {}
        for words in _WORDS.finditer(text):
            fitted = {"textLength": len(words[0]) * _CELL, "lengthAdjust": "spacingAndGlyphs"}
            yield _element("text", words[0], x=_x(start + words.start()), y=y, fill=ink, **weight, **slant, **fitted)


def _look(char: Char) -> tuple[Char, str]:
    """Return what has to be alike for characters to be drawn in one go."""
    return char._replace(data=""), char.data if char.data > _SYMBOLS else ""


def _x(column: int) -> float:
    return _LEFT + column * _CELL


def _element(name: str, content: str = "", **attributes: Any) -> str:  # noqa: ANN401 (numbers and words alike)
    return f"<{name}{_written(attributes)}>{escape(content)}</{name}>"


def _written(attributes: dict[str, Any]) -> str:
    return "".join(f' {name}="{_number(value)}"' for name, value in attributes.items())


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)

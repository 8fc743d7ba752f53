"""What can be seen in a picture of a terminal, read from where its parts stand and how they are coloured."""

from xml.etree import ElementTree as ET

from tests.documents.pictures.drawing import CELL, LEFT, LINE, TOP

_SVG = "{http://www.w3.org/2000/svg}"
_BLOCK = "█"


def lines(picture: ET.Element) -> list[str]:
    """Return the rows below the caption, every word on the column where it stands."""
    rows: dict[int, str] = {}
    for text in picture.findall(f"{_SVG}text")[1:]:
        row, column = (_number(text, "y") - TOP) / LINE, (_number(text, "x") - LEFT) / CELL
        rows[round(row)] = rows.get(round(row), "").ljust(round(column)) + (text.text or "")
    return [rows.get(row, "") for row in range(max(rows) + 1)]


def contrasts(picture: ET.Element) -> list[tuple[str, float]]:
    """Return every text with the ratio between its colour and that of what lies below it, as WCAG 2 reckons it."""
    grounds: list[ET.Element] = []
    found: list[tuple[str, float]] = []
    for element in picture:
        if element.tag == f"{_SVG}rect":
            grounds.append(element)
        elif element.tag == f"{_SVG}text":
            below = [ground for ground in grounds if _covers(ground, element)]
            if _is_bar(below[-1], element):
                below.pop()
            found.append((element.text or "", _ratio(element.get("fill", ""), below[-1].get("fill", ""))))
    return found


def _covers(ground: ET.Element, text: ET.Element) -> bool:
    """Whether the foot of a text's first letter stands on a ground."""
    return all(
        0 <= _number(text, place) - _number(ground, place) < _number(ground, size)
        for place, size in (("x", "width"), ("y", "height"))
    )


def _is_bar(ground: ET.Element, text: ET.Element) -> bool:
    """Whether a ground only fills what is between blocks."""
    return set(text.text or "") == {_BLOCK} and ground.get("fill") == text.get("fill")


def _ratio(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _number(element: ET.Element, attribute: str) -> float:
    return float(element.get(attribute, ""))

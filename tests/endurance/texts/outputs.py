"""What is wrong with what the program said: anything in it that could do more than be read."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from wcwidth import wcswidth

from tests.endurance.calling import Done
from tests.endurance.texts.hostile_samples import MARK
from tests.endurance.texts.poisoned import HARMLESS
from tests.formats.markup import parsed, plain, rendered
from werkzaam.visible import visible

WIDTH = 80
_UNUSABLE = 2
_CODES = (0, 1, _UNUSABLE)
_ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA = re.compile(r"[=+\-@\t\r]")
_IN_TEXT = {"br", "p"}
"""What a note of several lines may be made of."""
_PLAIN = ("table", "check", "new")


def problems(said: Done, form: str, harmless: Done, text: str) -> Iterator[str]:
    """Return what is wrong, held against what the same call says where the text is harmless."""
    if said.code != harmless.code:
        yield f"exit code {said.code}, not {harmless.code}: {said.err[-300:]}"
        return
    yield from wrong_characters(said)
    if form in _PLAIN:
        yield from too_wide(said.out)
    elif form != "validate":
        yield from _JUDGES[form](said.out, harmless.out)
    if HARMLESS in harmless.out and not _holds(said.out, form, text):
        yield "the text is not there as it stands"


def wrong_characters(said: Done) -> Iterator[str]:
    """Return what could steer a terminal or turn the reading order, and lines that a text made of its own."""
    for stream, content in (("stdout", said.out), ("stderr", said.err)):
        if found := _ACTIVE.search(content):
            yield f"{stream} holds {found[0]!r}: {content[max(0, found.start() - 40) : found.end() + 40]!r}"
        if "Traceback" in content:
            yield f"{stream} holds a traceback: {content[-300:]}"
    if said.code == _UNUSABLE and any(line.startswith(MARK) for line in said.err.splitlines()):
        yield f"stderr has a line that is not ours: {said.err[:300]!r}"


def ends(said: Done) -> Iterator[str]:
    """Return what is wrong with how a call ended and what it said, whatever it was about."""
    if said.code not in _CODES:
        yield f"exit code {said.code}: {said.err[-300:]}"
    if said.code == _UNUSABLE and not said.err.strip():
        yield "it does not say why"
    yield from wrong_characters(said)


def too_wide(content: str, width: int = WIDTH) -> Iterator[str]:
    """Return lines that are wider than a terminal."""
    for line in content.splitlines():
        if wcswidth(line) > width:
            yield f"{wcswidth(line)} wide: {line!r}"
            return


def _json(content: str, harmless: str) -> Iterator[str]:
    if _shape(json.loads(content)) != _shape(json.loads(harmless)):
        yield "the JSON has another shape"


def _jsonl(content: str, harmless: str) -> Iterator[str]:
    """Return whether lines have other shapes; files come by their names, and so in another order."""
    shapes, expected = (sorted(map(_shape_of_line, text.splitlines())) for text in (content, harmless))
    if shapes != expected:
        yield "the JSON has another shape"


def _shape_of_line(line: str) -> str:
    return json.dumps(_shape(json.loads(line)))


def _xlsx(content: str, harmless: str) -> Iterator[str]:
    yield from _jsonl(content, harmless)
    if '{"acts":' in content:
        yield "a spreadsheet works something out, or leads somewhere"


def _docx(content: str, harmless: str) -> Iterator[str]:
    yield from _jsonl(content, harmless)
    styles, expected = ([json.loads(line)[0] for line in text.splitlines()] for text in (content, harmless))
    if styles != expected:
        yield "the document has other parts"


def _csv(content: str, harmless: str) -> Iterator[str]:
    rows, expected = (list(csv.reader(io.StringIO(text))) for text in (content, harmless))
    if [len(row) for row in rows] != [len(row) for row in expected]:
        yield "the rows are others"
    starts = (part for row in rows for cell in row for part in re.split("[;\n]", cell))
    if found := [part for part in starts if _FORMULA.match(part)]:
        yield f"a spreadsheet works this out: {found[0]!r}"


def _html(content: str, harmless: str) -> Iterator[str]:
    page, expected = parsed(content), parsed(harmless)
    yield from _elements(page, expected)
    if page.comments or page.declarations != expected.declarations:
        yield "the page has other parts"
    names = {(element.tag, name) for element in page.elements for name in element.attributes}
    if more := names - {(element.tag, name) for element in expected.elements for name in element.attributes}:
        yield f"elements say more of themselves: {more}"


def _markdown(content: str, harmless: str) -> Iterator[str]:
    yield from _elements(rendered(content), rendered(harmless))


def _elements(page: Any, expected: Any) -> Iterator[str]:  # noqa: ANN401 (pages of either kind)
    if [tag for tag in page.tags if tag not in _IN_TEXT] != [tag for tag in expected.tags if tag not in _IN_TEXT]:
        yield "there are other elements"
    for element in page.elements:
        address = element.attributes.get("href") or element.attributes.get("src") or ""
        if address and not address.startswith(("http://", "https://", "data:", "#")):
            yield f"this can be followed: {address[:80]!r}"


_JUDGES = {
    "json": _json,
    "schema": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "xlsx": _xlsx,
    "docx": _docx,
    "html": _html,
    "form": _html,
    "markdown": _markdown,
}
"""By format; a new one has to be judged by what could go wrong in it. What is plain text is judged as such."""


def _holds(content: str, form: str, text: str) -> bool:
    """Whether a text is there: exactly in JSON, elsewhere as far as it can be seen, wrapped or not."""
    if form in ("json", "schema"):
        data = json.loads(content)
        return any(text in found for found in _strings(data)) or any(visible(text) in label for label in _labels(data))
    if form == "jsonl":
        return any(text in found for line in content.splitlines() for found in _strings(json.loads(line)))
    if form in ("html", "form"):
        content = parsed(content).text
    elif form == "markdown":
        content = rendered(content).text
    elif form in ("xlsx", "docx"):
        content = "".join(cell for line in content.splitlines() for cell in _strings(json.loads(line)))
    elif form == "csv":
        content = "".join(cell for row in csv.reader(io.StringIO(content)) for cell in row)
        text, content = (part.replace("'", "") for part in (text, content))  # some stand before what a formula could be
    return _bare(text) in _bare(content)


def _bare(text: str) -> str:
    return "".join(plain(visible(text)).split())


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for inside in data.values() if isinstance(data, dict) else data:
            yield from _strings(inside)


def _labels(data: Any) -> Iterator[str]:  # noqa: ANN401 (whatever JSON holds)
    """Return what a comparison calls its columns: names that were made to be shown."""
    return (column["label"] for column in data.get("columns", ()))


def _shape(data: object) -> object:
    """Return data without its texts."""
    if isinstance(data, dict):
        return {key: _shape(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_shape(item) for item in data]
    return "" if isinstance(data, str) else data

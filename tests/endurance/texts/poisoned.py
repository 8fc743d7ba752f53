"""A folder with a factor set and answers in which every text is the same, and files with it in any one place."""

import copy
import re
import tempfile
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from tests import examples
from tests.endurance.texts.hostile_samples import TRACE
from werkzaam.visible import visible_lines

HARMLESS = "Onschuldig"
"""A text against which what a hostile one does is held."""
SET = {"WERKZAAM_FACTORS": "set.yaml"}
"""The variable with which a call finds the poisoned set."""
_TEXTS_OF_A_SET = {"title", "introduction", "question", "text", "help", "name", "source", "publisher", "url"}


@contextmanager
def folder() -> Iterator[Path]:
    """Make a folder to work in, and take it away again."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as made:
        yield Path(made)


@contextmanager
def put_back(place: Path) -> Iterator[None]:
    """Let files be made and changed until the block ends, and then take that back; a trace of what was run stays."""
    before = {path: path.read_bytes() for path in place.iterdir()}
    yield
    for path in place.iterdir():
        if path not in before and path.name != TRACE:
            path.unlink()
    for path, content in before.items():
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


def harmless_as(text: str) -> str:
    """Return a harmless text with blanks and line ends where another has them, which takes as much room on paper."""
    first, *others = visible_lines(text).split("\n")
    letters = [re.sub(r"\S", "x", line) for line in (first[len(HARMLESS) :], *others)]
    return HARMLESS + "\n".join(letters)


def poison(place: Path, text: str) -> None:
    """Write a factor set and three evaluations: two from another side, one of another year."""
    write(place / "set.yaml", poisoned_set(text))
    last_year: dict[str, Any] = {"date": "2025-11-23", "version": 1}
    for name, changes in {"a": {}, "b": {"perspective": "school"}, "c": last_year}.items():
        answers = poisoned_answers(text) | changes
        if name == "c":  # of an older version of the set: what it names and the set does not is kept
            answers["answers"]["mensen"]["vroeger"] = {"answer": "ja", "note": text}
        write(place / f"{name}.yaml", answers)


def poisoned_set(text: str) -> dict[str, Any]:
    """Return the small set with one text for everything that people read."""
    found = yaml.safe_load(examples.SMALL_SET)
    found["source"] = {"title": "x", "publisher": "x", "url": "x"}
    found["question"] = "x"
    for explained in (found["categories"][0], found["categories"][0]["factors"][0], *found["scale"]):
        explained["help"] = "x"
    return _poisoned(found, text)  # type: ignore[no-any-return] # a mapping stays one


def poisoned_answers(text: str) -> dict[str, Any]:
    """Return answers to it with one text for everything that people wrote; their report has every part."""
    return {
        "werkzaam": 1,
        "factors": "klein",
        "version": 2,
        "collaboration": text,
        "date": "2026-11-23",
        "perspective": "samen",
        "note": text,
        "answers": {
            "mensen": {
                "team": {"answer": "deels", "missing": ["is-vast", "woont-dichtbij"], "note": text},
                "contact": {"answer": "weet-niet", "note": text},
            },
            "plek": {"ruimte": {"answer": "nee", "note": text}, "tijd": {"answer": None, "note": text}},
        },
        "actions": [
            {"factor": "team", "what": text, "owner": text, "due": "2026-01-01", "status": "open"},
            {"what": text, "status": "done"},
        ],
    }


def placed(data: Any, values: Iterator[Any]) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 (what YAML can hold)
    """Return what a file holds with something in the place of each key and each value in turn, and where that is."""
    for *way, last, is_key in _paths(data):
        changed, wrong = copy.deepcopy(data), next(values)
        inside = changed
        for step in way:
            inside = inside[step]
        if is_key:
            inside[wrong if isinstance(wrong, Hashable) else "x"] = inside.pop(last)
        else:
            inside[last] = wrong
        yield f"{wrong!r:.40} as {'the name of ' * is_key}{'.'.join(map(str, (*way, last)))}", changed


def trace(place: Path) -> list[str]:
    """Return that a text was run, if it was."""
    return ["it was run"] if (place / TRACE).exists() else []


def write(path: Path, data: object) -> None:
    """Write YAML in which everything unusual is an escape."""
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=False, width=2**31), encoding="ascii")


def _paths(data: object, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inside in pairs:
        yield (*way, step, False)
        if isinstance(data, dict):
            yield (*way, step, True)
        yield from _paths(inside, (*way, step))


def _poisoned(data: Any, text: str, *, read: bool = False) -> Any:  # noqa: ANN401 (what a YAML file can hold)
    if isinstance(data, dict):
        return {key: _poisoned(value, text, read=read or key in _TEXTS_OF_A_SET) for key, value in data.items()}
    if isinstance(data, list):
        return [_poisoned(item, text, read=read) for item in data]
    return text if read and isinstance(data, str) else data

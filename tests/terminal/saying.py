"""Results of which every text is one of a test's own: what a file says may be anything."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from werkzaam.visible import visible

T = TypeVar("T")

HOSTILE = (
    "[bold]x[/nope] :warning: \x1b[31m\x1b]0;t\x07\x9b2J\x9d52;c;y\x9c \u202eom\u2066\u200f\ufeff\U000e0041\x00\x08\x7f"
)
"""Markup, and all that could steer a terminal or turn the reading order."""
SHOWN = visible(HOSTILE)

_SAID = {
    "collaboration", "help", "introduction", "label", "name", "note", "owner", "publisher", "question", "source",
    "text", "title", "url", "what",
}  # fmt: skip


def saying(thing: T, text: str) -> T:
    """Return the same with this text wherever a file gives one; ids and figures stay."""
    return _saying(thing, text)  # type: ignore[no-any-return]


def _saying(thing: Any, text: str) -> Any:  # noqa: ANN401 (whatever a result is made of)
    if hasattr(thing, "_fields"):
        return thing._replace(**_changed(thing._asdict(), text))
    if isinstance(thing, tuple):
        return tuple(_saying(part, text) for part in thing)
    if isinstance(thing, Mapping):
        return {name: _saying(part, text) for name, part in thing.items()}
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    return replace(thing, **_changed({field.name: getattr(thing, field.name) for field in fields(thing)}, text))


def _changed(parts: Mapping[str, Any], text: str) -> dict[str, Any]:
    return {
        name: text if name in _SAID and isinstance(part, str) else _saying(part, text) for name, part in parts.items()
    }


def steers_nothing(shown: str) -> bool:
    """Whether nothing is left in what is shown that could steer a terminal or turn the reading order."""
    return all(visible(line) == line for line in shown.split("\n"))

"""The comments of a YAML file: finding them, and putting them back when the value around them is rewritten."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import yaml

from werkzaam.files.reading import Source
from werkzaam.files.yaml.tree import YamlTree

_COMMENT = r"#[^\r\n]*"
_BEFORE_ANYTHING = " \t-?"
"""The characters that may begin a line with a key or item; a comment behind only these belongs to what follows."""

_Place = tuple[str | int, ...]
"""The path from a node to a key or item in it: keys, and for an item of a list its text, or else its index."""


class Comment(NamedTuple):
    """A comment in a text."""

    start: int
    text: str
    """From the “#” on, without trailing blanks."""
    before: str
    """The text before the comment on its line."""

    @property
    def is_alone(self) -> bool:
        """Whether nothing but the beginning of a key or item precedes the comment on its line."""
        return not self.before.strip(_BEFORE_ANYTHING)

    @property
    def tail(self) -> str:
        """The comment with the blanks before it, or else two spaces, as it is put behind a value."""
        return (self.before[len(self.before.rstrip(" \t")) :] or "  ") + self.text


def comments(tree: YamlTree) -> list[Comment]:
    """Return every comment of a file, in its order: from each “#” outside a scalar up to the end of its line."""
    source = tree.source
    found: list[Comment] = []
    start = 0
    for scalar in _scalars(tree.root):
        found += _between(source, start, scalar.start_mark.index)
        if scalar.style in ("|", ">"):
            found += _between(source, scalar.start_mark.index, source.line(scalar.start_mark.index)[1])
        start = max(start, scalar.end_mark.index)
    return [*found, *_between(source, start, len(source.text))]


def _between(source: Source, start: int, stop: int) -> list[Comment]:
    return [
        Comment(found.start(), found.group().rstrip(), source.text[source.line(found.start())[0] : found.start()])
        for found in re.compile(_COMMENT).finditer(source.text, start, stop)
    ]


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Return the scalars in a node, keys included, in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for inner in part if isinstance(part, tuple) else (part,):
            yield from _scalars(inner)


def put_back(
    found: Sequence[Comment], old: yaml.Node, new: yaml.Node, lines: Sequence[str], *, taken: bool
) -> tuple[list[str], list[str]]:
    """Return the comments that go above the rewritten lines, and these lines with the other comments in them.

    `found` are the comments in `old`, the value that is rewritten. `lines` are the new lines, of which the first has
    the key; `new` is the value in them. A comment behind something stays behind it, a comment on a line of its own
    stays above what follows it. If that is gone, the comment goes above the nearest ancestor that is left. If `taken`,
    the caller puts other text behind the first line.
    """
    known = {(): 0} | {place: part.start_mark.line for place, part in reversed([*_places(new)])}
    places = [*_places(old)] or [((), old)]
    above: dict[int, list[str]] = {}
    behind = {0: ""} if taken else {}
    for comment in found:
        place, is_behind = _home(comment, places)
        while place is not None and place not in known:
            place, is_behind = place[:-1], False
        line = len(lines) if place is None else known[place]
        if is_behind and line not in behind:
            behind[line] = comment.tail
        else:
            above.setdefault(line, []).append(_margin(lines[line] if line < len(lines) else "") + comment.text)
    first = above.pop(0, [])
    whole = [[*above.get(line, []), content + behind.get(line, "")] for line, content in enumerate(lines)]
    return first, [*chain.from_iterable(whole), *above.get(len(lines), [])]


def _home(comment: Comment, places: Sequence[tuple[_Place, yaml.Node]]) -> tuple[_Place | None, bool]:
    """Return the place that a comment belongs to (None: the end of the text), and whether it stands behind it."""
    passed = bisect_left(places, comment.start, key=lambda place: place[1].start_mark.index)
    if comment.is_alone:
        return (places[passed][0] if passed < len(places) else None), False
    return (places[passed - 1][0] if passed else ()), True


def _margin(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


def _places(node: yaml.Node, above: _Place = ()) -> Iterator[tuple[_Place, yaml.Node]]:
    """Return each key and item in a node with its place, in the order of the text."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            place = (*above, str(key.value))
            yield place, key
            yield from _places(value, place)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            place = (*above, item.value if isinstance(item, yaml.ScalarNode) else number)
            yield place, item
            yield from _places(item, place)

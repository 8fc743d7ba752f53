"""Places in the text of a YAML file, as indexes of characters.

The marks of the parsed nodes give most places, but not the end of a block, the colon of a key, or the bounds of a line.
"""

import re
from functools import cached_property

import yaml

from werkzaam.files.reading import LINE_END
from werkzaam.files.yaml.comments import Comment, comments
from werkzaam.files.yaml.tree import YamlTree

Entry = tuple[yaml.Node, yaml.Node]
"""The nodes of a key and its value."""


class TextPlaces:
    """A finder of places in one text."""

    def __init__(self, tree: YamlTree) -> None:
        self._tree = tree
        self._text = tree.source.text
        line_end = LINE_END.search(self._text)
        self._line_end = line_end.group() if line_end else "\n"

    @cached_property
    def _comments(self) -> list[Comment]:
        return comments(self._tree)

    def _comments_in(self, start: int, stop: int) -> list[Comment]:
        return [comment for comment in self._comments if start <= comment.start < stop]

    def _content_end(self, entry: Entry) -> int:
        """Return the index behind the last character of an entry, before blank lines and comments that follow it."""
        key, value = entry
        if is_empty(value):
            return self._any_colon_end(entry) or key.end_mark.index
        if is_block(value):
            last = value.value[-1]
            return self._content_end(last if isinstance(value, yaml.MappingNode) else (last, last))
        return self._scalar_end(value) if isinstance(value, yaml.ScalarNode) else value.end_mark.index

    def _scalar_end(self, value: yaml.ScalarNode) -> int:
        """Return the index behind the last line of a scalar; the mark of a block scalar lies behind blank lines."""
        start, end = value.start_mark.index, value.end_mark.index
        if value.style not in ("|", ">"):
            return end
        if not value.value.endswith("\n\n"):
            return start + len(self._text[start:end].rstrip())
        return end - len(self._line_end_before(end))  # these blank lines belong to the text

    def _colon_end(self, key: yaml.Node) -> int:
        """Return the index behind the colon of a key; 0 if no colon follows on its line."""
        colon = re.compile(r"[ \t]*:").match(self._text, key.end_mark.index)
        return colon.end() if colon else 0

    def _any_colon_end(self, entry: Entry) -> int:
        """Return the index behind the colon between a key and its value, on any line; 0 if there is none."""
        key, value = entry
        found = re.compile(r":|#[^\r\n]*").finditer(self._text, key.end_mark.index, value.start_mark.index)
        return next((match.end() for match in found if match.group() == ":"), 0)

    def _gap(self, index: int) -> str:
        """Return the two spaces that are needed before an index if a comment starts right there, else nothing."""
        return "  " * self._text.startswith("#", index)

    def _starts_line(self, key: yaml.Node) -> bool:
        index, column = key.start_mark.index, key.start_mark.column
        return self._text[self._line_start(index) : index] == " " * column

    def _line_start(self, index: int) -> int:
        return self._tree.source.line(index)[0]

    def _line_stop(self, index: int) -> int:
        """Return the index at which the line of an index ends, before its line end."""
        return self._tree.source.line(index)[1]

    def _line_end_before(self, start: int) -> str:
        return "\r\n" if self._text[:start].endswith("\r\n") else self._text[start - 1 : start]


def entries(mapping: yaml.Node) -> dict[str, Entry]:
    """Return the keys of a mapping, each with its nodes."""
    return {key.value: (key, value) for key, value in mapping.value}


def is_block(node: yaml.Node) -> bool:
    """Return whether a node is a mapping or a list in block style; an empty one never is."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def is_empty(node: yaml.Node) -> bool:
    """Return whether a value takes up no characters: the text has nothing in its place."""
    return isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index

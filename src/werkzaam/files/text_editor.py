"""Edits to the text of a YAML file that put something at its place.

The marks of the parsed nodes say where a value stands. What stands below keys of mappings in block style, each on a
line of its own (“plain”), is edited line by line, whatever stands beside them; anything else (flow style, explicit
keys) is rewritten in block style, from the nearest key above that is plain.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from werkzaam.files.writing import dump
from werkzaam.files.yaml.comments import Comment, put_back
from werkzaam.files.yaml.text_places import Entry, TextPlaces, entries, is_block
from werkzaam.files.yaml.tree import KeyPath


class Edit(NamedTuple):
    """A text to put in place of the characters from index `start` up to, but not including, `end`."""

    start: int
    end: int
    text: str


class TextEditor(TextPlaces):
    """A maker of edits to one text, which only `applied` carries out."""

    def applied(self, edits: Sequence[Edit]) -> str:
        """Return the text after all edits; those at the same place keep their order."""
        text = self._text
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end))[::-1]:  # none moves those still to come
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    def is_plain(self, node: yaml.Node) -> bool:
        """Return whether a node is a mapping in block style with each key on a line of its own."""
        return is_block(node) and all(self._is_plain_key(key) for key, _value in node.value)

    def appended(self, entry: Entry, item: Mapping[str, Any]) -> Edit:
        """Return the edit that adds an item at the end of a list in block style."""
        return self._after(entry, self._lines([item], entry[1].start_mark.column))

    def rewritten_item(self, items: yaml.Node, place: int, value: Mapping[str, Any]) -> Edit:
        """Return the edit that puts a value in place of an item of a list in block style; its comments stay."""
        item, start = items.value[place], self._dash(items, place)
        stop = self._line_stop(self._content_end((item, item)))
        above, lines = self._with_comments(self._comments_in(start, stop), item, [value], taken=False)
        margin = " " * (start - self._line_start(start))
        return Edit(start, stop, self._line_end.join(margin * bool(line) + line for line in [*above, *lines]).lstrip())

    def without_item(self, entry: Entry, place: int) -> Edit:
        """Return the edit that removes an item of a list in block style; comments stay.

        The only item goes with the key of the list, unless something else on their lines has to stay.
        """
        key, items = entry
        item, start = items.value[place], self._dash(items, place)
        comments = self._comments_in(self._colon_end(key), self._line_stop(self._content_end((item, item))))
        if len(items.value) == 1 and not comments and self._starts_line(key):
            start = key.start_mark.index
        return self._without_lines(start, (item, item), items.start_mark.column)

    def _dash(self, items: yaml.Node, place: int) -> int:
        """Return the index of the hyphen of an item of a list in block style."""
        if not place:
            return items.start_mark.index
        above = items.value[place - 1]
        dash = re.compile(rf"[\r\n] {{{items.start_mark.column}}}-")
        return next(dash.finditer(self._text, self._line_stop(self._content_end((above, above))))).end() - 1

    def plain_entry(self, path: KeyPath) -> Entry | None:
        """Return the key and value at a path; None if they are absent, or they or a key on the way are not plain."""
        above = self._mapping(path[:-1])
        entry = None if above is None else entries(above).get(str(path[-1]))
        return entry if entry is not None and self._is_plain_key(entry[0]) else None

    def _mapping(self, path: KeyPath) -> yaml.Node | None:
        """Return the mapping at a path, if it is in block style and each key on the way is plain; else None."""
        entry = self.plain_entry(path) if path else (self._tree.root, self._tree.root)
        return entry[1] if entry is not None and is_block(entry[1]) else None

    def _is_plain_key(self, key: yaml.Node) -> bool:
        """Return whether a key stands at the start of a line or of an item of a list, with its colon behind it."""
        before = self._text[self._line_start(key.start_mark.index) : key.start_mark.index]
        return not before.strip(" -") and bool(self._colon_end(key))

    def changed_fields(self, mapping: yaml.Node, fields: Mapping[str, Any], order: Sequence[str]) -> list[Edit]:
        """Return the edits that give a mapping in plain style these fields; equal fields are left alone.

        None removes a field. A new field comes behind the nearest sibling before it in `order`.
        """
        present = entries(mapping)
        edits: list[Edit] = []
        for name, wanted in fields.items():
            entry = present.get(name)
            if entry is not None:
                edits += self._changed_field(entry, wanted, stays=name == "answer")
            elif wanted is not None:
                edits.append(self._inserted(mapping, name, wanted, order))
        return edits

    def written(self, path: KeyPath, value: Any, orders: Mapping[KeyPath, Sequence[str]]) -> list[Edit]:  # noqa: ANN401 (YAML)
        """Return the edits that put a value at a path, in block style; `orders` has the order of siblings by path."""
        if not path:
            return [self._rewritten(value)]
        parent_path, name = path[:-1], str(path[-1])
        entry = self.plain_entry(path)
        if entry is not None:
            return self._replaced_value(entry, value)
        parent = self._mapping(parent_path)
        if parent is not None and self._starts_line(parent) and name not in entries(parent):
            return [self._inserted(parent, name, value, orders[parent_path])]
        return self.written(parent_path, {**(self._tree.value(parent_path) or {}), name: value}, orders)

    def _changed_field(self, entry: Entry, wanted: Any, *, stays: bool) -> list[Edit]:  # noqa: ANN401 (YAML)
        present = _plain_value(entry[1])
        if present == wanted or (_says_nothing(present) and _says_nothing(wanted)):
            return []
        if stays or not _says_nothing(wanted) or not self._starts_line(entry[0]):
            return self._replaced_value(entry, wanted)
        return [self._without_lines(entry[0].start_mark.index, entry, entry[0].start_mark.column)]

    def _replaced_value(self, entry: Entry, value: object) -> list[Edit]:
        """Return the edits that replace a value; its comments, and what stands behind it on its last line, stay."""
        key, old = entry
        start, content_end = self._colon_end(key), self._content_end(entry)
        stop = self._line_stop(content_end)
        if is_block(old):  # what stands behind a block is behind its last part
            content_end = stop
        last, inside = self._gap(content_end) + self._text[content_end:stop], self._comments_in(start, content_end)
        above, (first, *rest) = self._with_comments(inside, old, {"x": value}, taken=bool(last.strip()))
        line_start, margin = self._line_start(key.start_mark.index), " " * key.start_mark.column
        lines = "".join(f"{margin}{comment}{self._line_end}" for comment in above)
        text = self._line_end.join([first.removeprefix("x:") + last, *(margin * bool(line) + line for line in rest)])
        return [Edit(line_start, line_start, lines), Edit(start, stop, text)]

    def _rewritten(self, value: Mapping[str, Any]) -> Edit:
        """Return the edit that replaces the whole text with a value and the comments of the text."""
        found = self._comments_in(0, len(self._text))
        above, lines = self._with_comments(found, self._tree.root, value, taken=False)
        return Edit(0, len(self._text), "".join(line + self._line_end for line in [*above, *lines]))

    def _with_comments(
        self, found: list[Comment], old: yaml.Node, data: Mapping[str, Any] | Sequence[Any], *, taken: bool
    ) -> tuple[list[str], list[str]]:
        """Return what `put_back` makes of `data`: the new root, or one key or item with the value for that of `old`."""
        text = dump(data).removesuffix("\n")
        root: Any = yaml.compose(text, yaml.CSafeLoader)
        first = root if old is self._tree.root else root.value[0]
        new = first[1] if isinstance(first, tuple) else first
        return put_back(found, old, new, text.split("\n"), taken=taken)

    def _without_lines(self, index: int, last: Entry, column: int) -> Edit:
        """Return the edit that removes the lines from that of an index to the end of an entry.

        Their comments stay, each on a line of its own that starts at a column.
        """
        start, stop = self._line_start(index), self._line_stop(self._content_end(last))
        lines = [" " * column + comment.text + self._line_end for comment in self._comments_in(start, stop)]
        return Edit(start - len(self._line_end_before(start)), stop, self._block(lines) if lines else "")

    def _inserted(self, parent: yaml.Node, name: str, value: object, order: Sequence[str]) -> Edit:
        """Return the edit that adds a key behind the nearest sibling before it in `order`, or before all if none is."""
        present = entries(parent)
        lines = self._lines({name: value}, parent.start_mark.column)
        before = [present[sibling] for sibling in order[: order.index(name)] if sibling in present]
        return self._after(before[-1], lines) if before else self._before(parent, lines)

    def _after(self, entry: Entry, lines: list[str]) -> Edit:
        stop = self._line_stop(self._content_end(entry))
        return Edit(stop, stop, self._block(lines))

    def _before(self, node: yaml.Node, lines: list[str]) -> Edit:
        start = self._line_start(node.start_mark.index)
        stop = start - len(self._line_end_before(start))
        return Edit(stop, stop, self._block(lines))

    def _block(self, lines: list[str]) -> str:
        """Return lines as one text to put at the end of another line: it starts, not ends, with a line end."""
        return self._line_end + "".join(lines).removesuffix(self._line_end)

    def _lines(self, data: Any, indent: int) -> list[str]:  # noqa: ANN401 (whatever YAML holds)
        lines = dump(data).splitlines(keepends=True)
        return [(" " * indent + line if line.strip() else line).replace("\n", self._line_end) for line in lines]


def _says_nothing(value: object) -> bool:
    return value is None or value == ""


def _plain_value(node: yaml.Node) -> Any:  # noqa: ANN401 (whatever YAML holds)
    """Return the value of an answer's field as `answer_fields` gives it; None if the field is null."""
    if isinstance(node, yaml.SequenceNode):
        return [item.value for item in node.value]
    return None if node.tag == "tag:yaml.org,2002:null" else node.value

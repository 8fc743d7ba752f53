"""Edits that change single values, wherever they stand, and that remove items of a list.

Only the characters of the value itself are replaced: that works in any YAML style, and leaves alone what stands between
a key and its value or behind them.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from werkzaam.files.text_editor import Edit, TextEditor
from werkzaam.files.text_places import Entry, entries, is_block, is_empty
from werkzaam.files.writing import Quoted, dump

_INDENT = 2


class ValueEditor(TextEditor):
    """A maker of edits to values and items in one text."""

    def fields(self, item: yaml.Node, fields: Mapping[str, Any], order: Sequence[str]) -> list[Edit]:
        """Return the edits that give a mapping these fields; None removes a field, or empties it.

        A new field comes behind the nearest sibling before it in `order`; the mapping has to have such a sibling.
        """
        edits: list[Edit] = []
        present = entries(item)
        for name, value in fields.items():
            entry = present.get(name)
            if entry is None:
                edits += [self._new_field(item, name, value, order)] if value is not None else []
            elif value is None and is_block(item) and self._starts_line(entry[0]) and self._is_alone(entry):
                edits.append(self._without_lines(entry[0].start_mark.index, entry, 0))
            else:
                edits.append(self._with_value(entry, value, in_flow=not is_block(item)))
        return edits

    def without_item(self, entry: Entry, place: int) -> Edit:
        """Return the edit that removes an item of a list; comments stay.

        In block style the only item goes with the key of the list, unless something else on their lines has to stay.
        """
        key, items = entry
        item = items.value[place]
        if not is_block(items):
            return self._without_flow_item(entry, place)
        start, column = self._dash(items, place), items.start_mark.column
        comments = self._comments_in(self._colon_end(key), self._line_stop(self._content_end((item, item))))
        if len(items.value) == 1 and not comments and self._starts_line(key):
            start = key.start_mark.index
        return self._without_lines(start, (item, item), column)

    def _without_flow_item(self, entry: Entry, place: int) -> Edit:
        """Return the edit that removes an item and one comma beside it from a list in brackets; comments stay."""
        key, items = entry
        item, others = items.value[place], items.value
        start, stop = item.start_mark.index, item.end_mark.index
        if place + 1 < len(others):
            stop = others[place + 1].start_mark.index
        elif place:
            start = others[place - 1].end_mark.index
        else:
            stop = self._behind(",", stop, items.end_mark.index) or stop
        margin = " " * (key.start_mark.column + _INDENT)
        comments = self._comments_in(start, stop)
        return Edit(start, stop, "".join(f" {comment.text}{self._line_end}{margin}" for comment in comments))

    def _with_value(self, entry: Entry, value: object, *, in_flow: bool) -> Edit:
        """Return the edit that gives a key a value on one line, or empties it if None; `in_flow`: inside [] or {}."""
        key, old = entry
        text, stop = _one_line(value, in_flow=in_flow), self._content_end(entry)
        if is_empty(old):
            colon = "" if self._any_colon_end(entry) else ":"
            return Edit(stop, stop, f"{colon} {text}" if text else "")
        is_cut = not text and not in_flow and self._is_alone(entry)
        start = self._colon_end(key) if is_cut else old.start_mark.index
        return Edit(start, stop, "  ".join([text, *self._in_header(old)]) + self._gap(stop))

    def _new_field(self, item: yaml.Node, name: str, value: object, order: Sequence[str]) -> Edit:
        present = entries(item)
        before = [present[sibling] for sibling in order[: order.index(name)] if sibling in present][-1]
        text = f"{name}: {_one_line(value, in_flow=not is_block(item))}"
        if is_block(item):
            return self._after(before, [" " * item.start_mark.column + text + self._line_end])
        stop = self._content_end(before)
        blank = " " * is_empty(before[1])  # a comma would become part of the name
        return Edit(stop, stop, f"{blank}, {text}")

    def _is_alone(self, entry: Entry) -> bool:
        """Return whether nothing but its key shares the lines of a value, also no comment."""
        key, value = entry
        stop = self._content_end(entry)
        around = self._text[self._colon_end(key) : value.start_mark.index] + self._text[stop : self._line_stop(stop)]
        return not around.strip() and not self._in_header(value)

    def _dash(self, items: yaml.Node, place: int) -> int:
        """Return the index of the hyphen of an item of a list in block style."""
        if not place:
            return items.start_mark.index
        above = items.value[place - 1]
        dash = re.compile(rf"[\r\n] {{{items.start_mark.column}}}-")
        found = dash.search(self._text, self._line_stop(self._content_end((above, above))))
        return found.end() - 1 if found else items.value[place].start_mark.index

    def _in_header(self, node: yaml.Node) -> list[str]:
        """Return the comments within a value: for a block scalar, the one behind its “|” or “>”."""
        return [comment.text for comment in self._comments_in(node.start_mark.index, self._content_end((node, node)))]


def _one_line(value: object, *, in_flow: bool) -> str:
    """Return a value as it stands behind a key, on one line; empty if None."""
    if isinstance(value, str) and (in_flow or "\n" in value):
        value = Quoted(value)
    return dump({"": value}).partition(":")[2].strip()

"""Parsing of a text to a tree of values with the place of each.

YAML allows far more than these files need. What can hide things (anchors, aliases, tags, several documents) or
exhaust memory or time (nesting) is refused where the parser meets it; the rest becomes plain values in the same pass.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Any

import yaml

from werkzaam.files.problems import Problem, UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.files.yaml.faults import conflict, forbidden_character, refusal, syntax_problem, without_value
from werkzaam.files.yaml.unseen import in_structure, odd_line_end, second_mark
from werkzaam.language import _

MAXIMUM_DEPTH = 20
"""How deep mappings and lists may nest; the deepest file of ours has six levels."""

LONGEST_NUMBER = 100
"""The longest number or date that is converted, in characters: the time grows with the square of the length."""

KeyPath = tuple[str | int, ...]
"""The path from the root to a value: keys and list indexes."""

_TOO_DEEP_FOR_PARSER = "exceeded maximum nesting depth"

_STRING = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_construct = yaml.constructor.SafeConstructor()
_CONSTRUCTORS: dict[str, Callable[[Any], Any]] = {
    "tag:yaml.org,2002:bool": _construct.construct_yaml_bool,
    "tag:yaml.org,2002:int": _construct.construct_yaml_int,
    "tag:yaml.org,2002:float": _construct.construct_yaml_float,
    "tag:yaml.org,2002:timestamp": _construct.construct_yaml_timestamp,
}
_resolver: Any = yaml.resolver.Resolver()
_FIRST_OF_NO_TEXT = frozenset(_resolver.yaml_implicit_resolvers)
"""The first characters of plain scalars that may be no text, and an empty string for an empty scalar."""


class YamlTree:
    """A file that is well-formed YAML with a mapping at its root."""

    def __init__(self, source: Source, data: dict[str, Any], problems: list[Problem]) -> None:
        self.source = source
        self.data = data
        """Plain values. A key that is no text is left out, a value that cannot be read is None: see `problems`."""
        self.problems = problems
        self._children: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = {}
        """The entries by key of each mapping that was searched, by the id() of its node, so that it is read once."""

    @cached_property
    def root(self) -> yaml.MappingNode:
        """The root node, with all places. Composed only when needed: most files are read for their values alone."""
        root = yaml.CSafeLoader(self.source.text).get_single_node()
        assert isinstance(root, yaml.MappingNode)  # noqa: S101 (`parse` saw to it)
        return root

    def value(self, path: KeyPath) -> Any:  # noqa: ANN401 (YAML)
        """Return the value at a path; None if it is absent, as if it were empty."""
        value: Any = self.data
        for step in path:
            value = value[step] if isinstance(step, int) else (value or {}).get(step)
        return value

    def value_index(self, path: KeyPath) -> int:
        """Return the index of the value at a path, or of its key if it is empty; if absent, of the nearest ancestor."""
        return self._find(path)[1]

    def key_index(self, path: KeyPath) -> int:
        """Return the index of the key of the last step of a path; if it is absent, of its nearest ancestor's key."""
        return self._find(path)[0]

    def word(self, path: KeyPath) -> str:
        """Return the text of the scalar at a path; empty if there is no scalar."""
        value = self._find(path)[2]
        return value.value if isinstance(value, yaml.ScalarNode) else ""

    def _child(self, node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
        """Return the nodes of the key and value that a step leads to, in a list twice the item; None if nowhere."""
        if isinstance(node, yaml.MappingNode):
            if id(node) not in self._children:
                entries = reversed(node.value)  # of doubles, the first
                self._children[id(node)] = {
                    key.value: (key, value) for key, value in entries if isinstance(key, yaml.ScalarNode)
                }
            return self._children[id(node)].get(str(step))
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return node.value[step], node.value[step]
        return None

    def _find(self, path: KeyPath) -> tuple[int, int, yaml.Node]:
        key = 0
        node: yaml.Node = self.root
        for step in path:
            child = self._child(node, step)
            if child is None:
                break
            key, node = child[0].start_mark.index, child[1]
        return key, node.start_mark.index if node.end_mark.index > node.start_mark.index else key, node


def values_in(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:  # noqa: ANN401 (YAML)
    """Return plain values and all that is in them, each with its path; what holds others comes before these."""
    yield path, data
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from values_in(value, (*path, step))


def parse(source: Source) -> YamlTree:
    """Parse a text. Raises UnusableFileError with the first fault if it is no plain YAML with a mapping as its root."""
    misleading = conflict(source) or second_mark(source) or odd_line_end(source)
    if misleading:
        raise UnusableFileError([misleading])
    reader = _Reader(source)
    try:
        data = reader.document()
    except yaml.reader.ReaderError as error:
        raise UnusableFileError([forbidden_character(source, error)]) from error
    except yaml.MarkedYAMLError as error:
        # From 6.0.4 on PyYAML gives up at a depth of 1000, before it hands out the events that lead there.
        if error.problem_mark and _TOO_DEEP_FOR_PARSER in str(error):
            parse(replace(source, text=source.text[: error.problem_mark.index]))
        raise UnusableFileError([syntax_problem(source, error)]) from error
    if not isinstance(data, dict):
        unseen = in_structure(source, 0, len(source.text))
        if unseen:
            raise UnusableFileError([unseen])
        message = _("This is not a file of werkzaam: it should start with “werkzaam: 1”.")
        raise UnusableFileError([Problem(source.name, 1, 1, message)])
    return YamlTree(source, data, reader.problems)


class _Reader:
    """A converter of the parser's events to plain values; `depth` counts from 1 at the root."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._next: Callable[[], Any] = yaml.CSafeLoader(source.text).get_event
        self.problems: list[Problem] = []

    def document(self) -> object:
        """Return the value of the only document, None if there is none. Raises YAMLError or UnusableFileError."""
        self._next()  # the stream starts
        if not isinstance(self._next(), yaml.DocumentStartEvent):
            return None
        value = self._value(self._next(), 1)
        self._next()  # the document ends
        following = self._next()
        if isinstance(following, yaml.DocumentStartEvent):
            message = _("A second document starts here (---): keep one document in a file.")
            raise UnusableFileError([self._problem(following, message)])
        return value

    def _value(self, event: Any, depth: int) -> Any:  # noqa: ANN401 (YAML)
        if event.__class__ is yaml.ScalarEvent:
            tag = self._tag(event)
            return event.value if tag == _STRING else self._no_text(event, tag)
        if event.__class__ is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise UnusableFileError([self._problem(event, refusal(event))])
        if depth > MAXIMUM_DEPTH:
            message = _("This is nested more than {levels} levels deep: this is not a file of werkzaam.")
            raise UnusableFileError([self._problem(event, message.format(levels=MAXIMUM_DEPTH))])
        if event.__class__ is yaml.MappingStartEvent:
            return self._mapping(depth)
        values = []
        while (event := self._next()).__class__ is not yaml.SequenceEndEvent:
            values.append(self._value(event, depth + 1))
        return values

    def _mapping(self, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        keys: dict[str, yaml.Event] = {}
        while (key := self._next()).__class__ is not yaml.MappingEndEvent:
            if key.__class__ is yaml.ScalarEvent:
                name = key.value if self._tag(key) == _STRING else None
            else:
                name = None
                self._value(key, depth + 1)
            content = self._value(self._next(), depth + 1)
            if name is None:
                self.problems.append(self._problem(key, self._no_name(key)))
            elif name in keys:
                self.problems.append(self._double(key, keys[name]))
            else:
                keys[name] = key
                result[name] = content
        return result

    def _no_text(self, event: Any, tag: str) -> Any:  # noqa: ANN401 (YAML)
        """Return the value of a scalar that is no text; add a problem and return None if no such value exists."""
        if tag == _NULL:
            return None
        construct = _CONSTRUCTORS.get(tag)
        if construct is None:
            return event.value
        if len(event.value) <= LONGEST_NUMBER:
            with suppress(ValueError):
                return construct(yaml.ScalarNode(tag, event.value))
        message = _("“{value}” is not an existing date or number.").format(value=event.value[:LONGEST_NUMBER])
        self.problems.append(self._problem(event, message))
        return None

    def _tag(self, event: Any) -> str:  # noqa: ANN401 (YAML)
        """Return the tag of a scalar, by its content. Raises UnusableFileError if an anchor or a tag is written."""
        if event.anchor is not None or event.tag is not None:
            raise UnusableFileError([self._problem(event, refusal(event))])
        if not event.implicit[0] or event.value[:1] not in _FIRST_OF_NO_TEXT:  # in quotes, or beyond any doubt
            return _STRING
        return _plain_tag(event.value) if len(event.value) <= LONGEST_NUMBER else _resolved(event.value)

    def _no_name(self, key: Any) -> str:  # noqa: ANN401 (YAML)
        is_scalar = key.__class__ is yaml.ScalarEvent
        message = without_value(self._source, key.start_mark.index, key.value) if is_scalar else None
        return message or _("A name has to be text here: put quotes around it.")

    def _double(self, key: Any, first: Any) -> Problem:  # noqa: ANN401 (YAML)
        message = _("“{key}” stands here twice; the first time is on line {line}.")
        line = self._source.place(first.start_mark.index)[0]
        return self._problem(key, message.format(key=key.value, line=line))

    def _problem(self, event: Any, message: str) -> Problem:  # noqa: ANN401 (YAML)
        return self._source.problem(event.start_mark.index, message)


def _resolved(text: str) -> str:
    return str(_resolver.resolve(yaml.ScalarNode, text, (True, False)))


_plain_tag = lru_cache(maxsize=4096)(_resolved)
"""Cached, since files are full of the same few words."""

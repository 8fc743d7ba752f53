"""From text to a tree of values that knows where each of them stands.

YAML allows far more than these files need. What can hide things (anchors, aliases, tags, several documents) or
exhaust the machine (nesting) is refused before anything is composed; the rest is read in one pass.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from werkzaam.files.problems import Problem, UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.language import _

MAXIMUM_DEPTH = 20
"""How deep mappings and lists may nest; the deepest file of ours has six levels."""

SAFE_DEPTH = 1000
"""The composer is recursive C code: it bears this depth, and dies somewhere above 5,000."""

LONGEST_NUMBER = 100
"""In characters. Reading a number takes time that grows with the square of its length."""

Path = tuple[str | int, ...]
"""The way from the root to a value: keys and list indexes."""

# `&`, `*` or `!` can only be an anchor, an alias or a tag where a token can start.
_PROPERTY = re.compile(r"(?:^|[\s\[\]{},:?-])(?:[&*]\S|!)")
# What stands before the first word of a line bounds how deep the block structure can be there.
_LINE_PREFIX = re.compile(r"(?:\A|[\n\r\x85\u2028\u2029])[ \t\ufeff]*(?:[-?:]+[ \t]+)*[-?:]*")

_TOLD_WHERE_IT_STARTS = ("end of stream", "could not find expected ':'")
"""The parser notices these at the end of the text or on the next line, where nothing is wrong."""

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


@dataclass(frozen=True, slots=True)
class YamlTree:
    """A file that is well-formed YAML with a mapping at its root."""

    source: Source
    root: yaml.MappingNode
    data: dict[str, Any]
    """Plain values; a key that is no text and a value that cannot be read are left out and stand in `problems`."""
    problems: list[Problem] = field(default_factory=list)
    _children: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Keys and values of the mappings that were looked into, by the node's identity: a wide one is searched once."""

    def value_index(self, path: Path) -> int:
        """Return where the value at a path starts; where it is absent, its nearest ancestor's value."""
        return self._find(path)[1]

    def key_index(self, path: Path) -> int:
        """Return where the key of the last step of a path starts; where it is absent, its nearest ancestor's key."""
        return self._find(path)[0]

    def _child(self, node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
        """Return the key and the value that a step leads to; in a list the value stands for both."""
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

    def _find(self, path: Path) -> tuple[int, int]:
        key = 0
        node: yaml.Node = self.root
        for step in path:
            found = self._child(node, step)
            if found is None:
                break
            key, node = found[0].start_mark.index, found[1]
        return key, node.start_mark.index if node.end_mark.index > node.start_mark.index else key


def parse(source: Source) -> YamlTree:
    """Read a text; UnusableFileError at once for what is no plain YAML, with the place of its first fault."""
    text = source.text
    if _PROPERTY.search(text) or _depth_bound(text) > SAFE_DEPTH:
        _check_events(source)
    try:
        root = yaml.CSafeLoader(text).get_single_node()
    except yaml.YAMLError as error:
        raise UnusableFileError([_syntax_problem(source, error)]) from error
    if not isinstance(root, yaml.MappingNode):
        message = _("This is no file of werkzaam: it should start with “werkzaam: 1”.")
        raise UnusableFileError([Problem(source.name, 1, 1, message)])
    problems: list[Problem] = []
    return YamlTree(source, root, _mapping(source, root, 1, problems), problems)


def _depth_bound(text: str) -> int:
    """Return a depth that the text cannot exceed, without parsing it."""
    longest = max((len(match.group()) for match in _LINE_PREFIX.finditer(text)), default=0)
    return 2 * longest + text.count("[") + text.count("{")


def _check_events(source: Source) -> None:
    """Walk the parser's events, which cost no depth, and refuse what must not be composed."""
    depth = documents = 0
    try:
        for event in yaml.parse(source.text, yaml.CSafeLoader):
            index = event.start_mark.index if event.start_mark else 0
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise UnusableFileError([source.problem(index, _second_document())])
            elif isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAXIMUM_DEPTH:
                    raise UnusableFileError([source.problem(index, _too_deep())])
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            message = _refused(event)
            if message:
                raise UnusableFileError([source.problem(index, message)])
    except yaml.YAMLError as error:
        # From 6.0.4 on PyYAML gives up at a depth of 1000, before it hands out the events that lead there.
        if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark and _TOO_DEEP_FOR_PARSER in str(error):
            _check_events(replace(source, text=source.text[: error.problem_mark.index]))
        raise UnusableFileError([_syntax_problem(source, error)]) from error


def _refused(event: yaml.Event) -> str | None:
    if isinstance(event, yaml.AliasEvent):
        return _("An alias (*…) is not allowed here: write the value itself, or put quotes around it.")
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        return _("An anchor (&…) is not allowed here: leave it out, or put quotes around the value.")
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        return _("A tag (!…) is not allowed here: leave it out, or put quotes around the value.")
    return None


def _syntax_problem(source: Source, error: yaml.YAMLError) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        message = _("The character U+{code:04X} is not allowed in a YAML file.")
        before = source.text.encode()[: error.position].decode(errors="ignore")
        return source.problem(len(before), message.format(code=error.character))
    start = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or start
    reason = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    if start and any(known in reason for known in _TOLD_WHERE_IT_STARTS):
        mark = start
    message = next((text for known, text in _syntax_hints() if known in reason), _("This is not valid YAML."))
    return source.problem(mark.index if mark else 0, message)


def _syntax_hints() -> tuple[tuple[str, str], ...]:
    """Return what the parser says, each with what a user can do about it."""
    return (
        ("mapping values are not allowed", _("A colon is out of place here: put quotes around the text.")),
        (
            "cannot start any token",
            _("A value cannot start with this character: put quotes around the text."),
        ),
        ("end of stream", _("A quotation mark is opened here and never closed.")),
        ("expected key", _("The indentation is off here: line it up with the lines above.")),
        ("expected '-'", _("The indentation is off here: line it up with the lines above.")),
        ("flow node did not find", _("A bracket is opened before this place and not closed.")),
        ("expected ','", _("A bracket is opened before this place and not closed.")),
        ("found another document", _second_document()),
        ("could not find expected ':'", _("A colon is missing: write “name: value”.")),
    )


def _second_document() -> str:
    return _("A second document starts here (---): keep one document in a file.")


def _too_deep() -> str:
    return _("This is nested more than {levels} levels deep: this is no file of werkzaam.").format(levels=MAXIMUM_DEPTH)


def _value(source: Source, node: yaml.Node, depth: int, problems: list[Problem]) -> Any:  # noqa: ANN401 (YAML)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(source, node, problems)
    if depth > MAXIMUM_DEPTH:
        raise UnusableFileError([source.problem(node.start_mark.index, _too_deep())])
    if isinstance(node, yaml.MappingNode):
        return _mapping(source, node, depth, problems)
    return [_value(source, item, depth + 1, problems) for item in node.value]


def _mapping(source: Source, node: yaml.MappingNode, depth: int, problems: list[Problem]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    first: dict[str, int] = {}
    for key, value in node.value:
        content = _value(source, value, depth + 1, problems)
        if key.tag != _STRING:
            message = _("A name has to be text here: put quotes around it.")
            problems.append(source.problem(key.start_mark.index, message))
        elif key.value in result:
            message = _("“{key}” stands here twice; the first time is on line {line}.").format(
                key=key.value, line=source.place(first[key.value])[0]
            )
            problems.append(source.problem(key.start_mark.index, message))
        else:
            first[key.value] = key.start_mark.index
            result[key.value] = content
    return result


def _scalar(source: Source, node: yaml.ScalarNode, problems: list[Problem]) -> Any:  # noqa: ANN401 (YAML)
    if node.tag == _NULL:
        return None
    construct = _CONSTRUCTORS.get(node.tag)
    if construct is None:
        return str(node.value)
    if len(node.value) <= LONGEST_NUMBER:
        with suppress(ValueError, OverflowError):
            return construct(node)
    message = _("“{value}” is no date or number that exists.").format(value=node.value[:LONGEST_NUMBER])
    problems.append(source.problem(node.start_mark.index, message))
    return None

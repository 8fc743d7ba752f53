"""Where a file seems to hold personal data: in any value, key or comment, without repeating it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import yaml

from werkzaam.domain.privacy import Finding, personal_data
from werkzaam.files.problems import Problem, Severity, UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.files.yaml_tree import parse
from werkzaam.wording.personal_data import looks_like, mask


def privacy_warnings(source: Source) -> list[Problem]:
    """Return a warning for every piece of a file that looks like personal data, its value masked."""
    written = [(found.start, found, source.text) for found in personal_data(source.text)]
    places = [found.start for found in personal_data(source.text)]
    hidden = [
        (node.start_mark.index, found, node.value)
        for node in _scalars(source)
        for found in personal_data(node.value)
        if not any(node.start_mark.index <= place < node.end_mark.index for place in places)
    ]
    return [_warning(source, place, found, text) for place, found, text in [*written, *hidden]]


def _warning(source: Source, place: int, found: Finding, text: str) -> Problem:
    message = looks_like(found.kind, mask(text[found.start : found.end]))
    return replace(source.problem(place, message), severity=Severity.WARNING)


def _scalars(source: Source) -> Iterator[yaml.ScalarNode]:
    """Return texts that may read otherwise than they are written: escapes, and lines that are folded into one."""
    with suppress(UnusableFileError):
        nodes: list[yaml.Node] = [parse(source).root]
        while nodes:
            node = nodes.pop()
            if isinstance(node, yaml.MappingNode):
                nodes += [part for entry in node.value for part in entry]
            elif isinstance(node, yaml.SequenceNode):
                nodes += node.value
            elif isinstance(node, yaml.ScalarNode) and not _stands_there(source, node):
                yield node


def _stands_there(source: Source, node: yaml.ScalarNode) -> bool:
    return node.value in source.text[node.start_mark.index : node.end_mark.index]

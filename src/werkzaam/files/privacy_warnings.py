"""Where a file seems to hold personal data: in any value, key or comment, without repeating it."""

from bisect import bisect_left
from collections import Counter
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
    written = personal_data(source.text)
    places = [found.start for found in written]
    warnings = [_warning(source, found.start, found, source.text) for found in written]
    for node in _scalars(source):
        start = node.start_mark.index
        told = written[bisect_left(places, start) : bisect_left(places, node.end_mark.index)]
        warnings += [_warning(source, start, found, node.value) for found in _hidden(node.value, told, source.text)]
    return warnings


def _hidden(value: str, told: list[Finding], text: str) -> list[Finding]:
    """Return what is found in a value, less what was found in the way it is written."""
    known = Counter((found.kind, text[found.start : found.end]) for found in told)
    left = []
    for found in personal_data(value):
        piece = (found.kind, value[found.start : found.end])
        if known[piece]:
            known[piece] -= 1
        else:
            left.append(found)
    # What of it was found and reads otherwise is a part of the same: an address of which the end is an escape.
    parts = Counter(kind for kind, _piece in known.elements())
    hidden = []
    for found in left:
        if parts[found.kind]:
            parts[found.kind] -= 1
        else:
            hidden.append(found)
    return hidden


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

"""Warnings on text that YAML drops silently: “#” starts a comment, and an apostrophe counts as a quotation mark."""

import re
from collections.abc import Collection, Iterator

import yaml

from werkzaam.files.problems import Problem, Severity
from werkzaam.files.scalars import APOSTROPHE
from werkzaam.files.yaml_tree import YamlTree
from werkzaam.language import _

_PERHAPS = rf"#(?:(?<=[ \t]#)[^\s#]|(?<=:[ \t]#))|{APOSTROPHE}"
"""Found in every file with such text: few files have it, and only those are examined."""
_BEHIND_TEXT = r"[ \t]+(?=#[^\s#])"
_BEHIND_NOTHING = r"[ \t](?=#)|[ \t]+(?=#[^\s#])"


def cut_off(tree: YamlTree, names: Collection[str]) -> Iterator[Problem]:
    """Return a warning for every text below one of the keys `names` of which YAML seems to drop a part.

    That is a text with a “#” behind it that touches a word, an empty text with a “#” one space behind the colon, and a
    text that begins with an apostrophe ('t) and is closed by another. Any other “#” starts a real comment.
    """
    if not re.search(_PERHAPS, tree.source.text):
        return
    for name, value in _named_values(tree.root):
        if name not in names or not isinstance(value, yaml.ScalarNode):
            continue
        if not value.style:
            behind = re.compile(_BEHIND_TEXT if value.value else _BEHIND_NOTHING)
            match = behind.match(tree.source.text, value.end_mark.index)
            if match:
                message = _(
                    "What stands behind “#” is no part of the text: put straight quotes around the whole text if it is."
                )
                yield tree.source.problem(match.end(), message, Severity.WARNING)
        elif re.compile(APOSTROPHE).match(tree.source.text, value.start_mark.index):
            message = _("An apostrophe where a text begins is no part of it: put double quotes around the whole text.")
            yield tree.source.problem(value.start_mark.index, message, Severity.WARNING)


def _named_values(root: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    pile = [root]
    while pile:
        node = pile.pop()
        if isinstance(node, yaml.MappingNode):
            yield from ((key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
            pile += (value for _key, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            pile += node.value

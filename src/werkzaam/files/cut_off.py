"""Warnings on text that YAML reads otherwise than people do, silently.

“#” starts a comment, an apostrophe is a quotation mark, and behind a sign that cannot be seen a quotation mark is none.
"""

import re
from collections.abc import Iterator

import yaml

from werkzaam.files.keys import TEXTS, WORDS
from werkzaam.files.problems import Problem, Severity
from werkzaam.files.scalars import APOSTROPHE
from werkzaam.files.unseen import before_style
from werkzaam.files.yaml_tree import YamlTree
from werkzaam.language import _
from werkzaam.wording.signs import ODD

_PERHAPS = rf"#(?:(?<=[ \t]#)[^\s#]|(?<=:[ \t]#))|{APOSTROPHE}|:[ \t]+[{ODD}]"
"""Found in every file with such text: few files have it, and only those are examined."""
_BEHIND_TEXT = r"[ \t]+(?=#[^\s#])"
_BEHIND_NOTHING = r"[ \t](?=#)|[ \t]+(?=#[^\s#])"
_INSTEAD_OF_A_WORD = r"[ \t]+(?=#[^\s#]+[ \t]*(?:[\r\n]|$))"


def cut_off(tree: YamlTree) -> Iterator[Problem]:
    """Return a warning for every text or word that YAML seems to read otherwise than was meant.

    That is a text with a “#” behind it that touches a word, an empty text with a “#” one space behind the colon, a “#”
    that touches the only word, a text that begins with an apostrophe ('t) and is closed by another, and a text in
    quotation marks or below a “|” with a sign that cannot be seen before it. Any other “#” starts a real comment.
    """
    if not re.search(_PERHAPS, tree.source.text):
        return
    for name, value in _named_scalars(tree.root):
        if name in TEXTS:
            behind = _BEHIND_TEXT if value.value else _BEHIND_NOTHING
        elif name in WORDS and not value.value:
            behind = _INSTEAD_OF_A_WORD
        else:
            continue
        if not value.style:
            match = re.compile(behind).match(tree.source.text, value.end_mark.index)
            if match:
                message = _(
                    "What stands behind “#” is dropped: if it belongs there, take “#” away or put straight quotes "
                    "around the whole text."
                )
                yield tree.source.problem(match.end(), message, Severity.WARNING)
            unseen = before_style(tree.source, value.start_mark.index, value.end_mark.index)
            if unseen:
                yield unseen._replace(severity=Severity.WARNING)
        elif re.compile(APOSTROPHE).match(tree.source.text, value.start_mark.index):
            message = _("An apostrophe where a text begins is no part of it: put double quotes around the whole text.")
            yield tree.source.problem(value.start_mark.index, message, Severity.WARNING)


def _named_scalars(root: yaml.Node) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Return every scalar with the key that it stands below, also as an item of a list."""
    pile = [("", root)]
    while pile:
        name, node = pile.pop()
        if isinstance(node, yaml.MappingNode):
            pile += ((key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
        elif isinstance(node, yaml.SequenceNode):
            pile += ((name, item) for item in node.value)
        elif isinstance(node, yaml.ScalarNode):
            yield name, node

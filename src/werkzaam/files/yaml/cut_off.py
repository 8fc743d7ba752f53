"""Warnings on text that YAML reads otherwise than people do, silently.

“#” starts a comment, an apostrophe is a quotation mark, and behind a sign that cannot be seen a quotation mark is none.
"""

import re
from collections.abc import Iterator

import yaml

from werkzaam.files.keys import TEXTS, TRANSLATED, WORDS
from werkzaam.files.problems import Problem, Severity
from werkzaam.files.reading import Source
from werkzaam.files.yaml.scalars import APOSTROPHE
from werkzaam.files.yaml.tree import YamlTree
from werkzaam.files.yaml.unseen import before_style
from werkzaam.language import _
from werkzaam.wording.signs import ODD

_PERHAPS = rf"#(?:(?<=[ \t\r\n]#)[^\s#]|(?<=:[ \t]#))|{APOSTROPHE}|:[ \t]+[{ODD}]"
"""Found in every file with such text: few files have it, and only those are examined."""
_BEHIND_TEXT = r"[ \t]+(?=#[^\s#])"
_BEHIND_NOTHING = r"[ \t](?=#)|[ \t]+(?=#[^\s#])"
_BELOW = r"(?<!\n\n)(?<!\n\r\n)(?=#[^\s#])"
_INSTEAD_OF_A_WORD = r"[ \t]+(?=#[^\s#]+[ \t]*(?:[\r\n]|$))"


def cut_off(tree: YamlTree) -> Iterator[Problem]:
    """Return a warning for every text or word that YAML seems to read otherwise than was meant.

    That is a text with a “#” behind it that touches a word, an empty text with a “#” one space behind the colon, a “#”
    that touches the only word, a text below a “|” with a “#” on the next line that touches a word, a text that begins
    with an apostrophe ('t) and is closed by another, and a text in quotation marks or below a “|” with a sign that
    cannot be seen before it. Any other “#” starts a real comment.
    """
    if not re.search(_PERHAPS, tree.source.text):
        return
    for name, value in _named_scalars(tree.root):
        if name in TEXTS or (name in WORDS and not value.value):
            for found in (_dropped(tree.source, name, value), before_style(tree.source, value)):
                if found:
                    yield found._replace(severity=Severity.WARNING)


def _dropped(source: Source, name: str, value: yaml.ScalarNode) -> Problem | None:
    """Find a “#” that seems to belong to a value before it, and an apostrophe that begins one."""
    if value.style in ("'", '"'):
        if not re.compile(APOSTROPHE).match(source.text, value.start_mark.index):
            return None
        message = _("An apostrophe where a text begins is not part of it: put double quotes around the whole text.")
        return source.problem(value.start_mark.index, message)
    if value.style:
        message = _("This is a comment, and no part of the text above: if it belongs there, indent it.")
        behind = _BELOW
    else:
        message = _(
            "What stands behind “#” is dropped: if it belongs there, take “#” away or put straight quotes around the "
            "whole text."
        )
        behind = _INSTEAD_OF_A_WORD if name in WORDS else _BEHIND_TEXT if value.value else _BEHIND_NOTHING
    match = re.compile(behind).match(source.text, value.end_mark.index)
    return source.problem(match.end(), message) if match else None


def _named_scalars(root: yaml.Node) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Return every scalar with the key that it stands below, also as an item of a list or in some language."""
    pile = [("", root)]
    while pile:
        name, node = pile.pop()
        if isinstance(node, yaml.MappingNode):
            named = ((key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
            pile += ((name if name in TRANSLATED else own, value) for own, value in named)
        elif isinstance(node, yaml.SequenceNode):
            pile += ((name, item) for item in node.value)
        elif isinstance(node, yaml.ScalarNode):
            yield name, node

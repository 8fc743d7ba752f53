"""Recognition of a file by the root of its YAML: whether it is ours, of which kind, and of which factor set."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from werkzaam.files.keys import LIKE_A_COLON
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import BOM, MAXIMUM_SIZE, Source
from werkzaam.files.yaml.tree import parse
from werkzaam.wording.signs import ODD

_KEY = "werkzaam"
_OF_RESULTS = ("score", "result")
"""Root keys of JSON results: these too have the key `werkzaam`, but neither kind of file may have one of these keys."""
_OF_FILES = ("answers", "scale")
"""Root keys that each kind of file has one of, and no JSON result: with one of these, a key of results is a mistake."""
_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_OUR_START = r"(?:[ \t]*(?:#[^\n]*)?\r?\n|---[ \t]*\r?\n)*werkzaam:(?=[ \t\r\n]|\Z)"
_NEARLY_OURS = (
    rf"(?i:(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t{ODD}]*werkzaam(?:[ \t{ODD}:=]|{LIKE_A_COLON})+\d[^\n]*\n"
    rf"[ \t{ODD}]*(?:factors|id)\b)"
)
"""Matches the first lines of a file with a slip in them: a capital, no colon, or a sign that cannot be seen."""
_OUR_LINE = (
    r"(?m:(?:^|\r)\ufeff?(?:(?:\{[ \t]*)?[\"']?werkzaam[\"']?[ \t]*:|[ \t]+[\"']werkzaam[\"'][ \t]*:"
    r"|\?[ \t]+[\"']?werkzaam[\"']?[ \t]*(?:\r|$)))"
)
"""Matches the key at the start of a line; in JSON, between quotation marks, also where it is indented."""
_IN_A_MAIL = (
    r"(?m:^(?P<quoted>(?:>[ \xa0]?)*)werkzaam:[ \xa0]\d+[ \xa0]*\r?\n"
    r"(?P=quoted)factors:.*\n(?P=quoted)version:.*\n(?P=quoted)collaboration:)"
)
"""Matches the first lines of answers in the text of an e-mail, which `received` reads; a note in a result has fewer."""
_FACTOR_SET_LINE = r"(?m:^[\"']?(?:scale|categories)[\"']?[ ]*:)"
_ANSWERS_LINE = r"(?m:^[\"']?answers[\"']?[ ]*:)"
_FACTORS_LINE = rf"(?m:^[\"']?factors[\"']?[ ]*:[ \t]+[\"']?(?P<id>{_ID})[\"']?[ \t]*(?:[ \t]#.*)?\r?$)"
_START_WITH_SET = rf"werkzaam:[ ]+\d+\r?\nfactors:[ ]+(?P<id>{_ID})\r?\n"
"""How nearly every answers file begins: with nothing before it, it can be trusted without parsing."""


def is_yaml_name(name: str) -> bool:
    """Return whether a name ends in .yaml or .yml, in upper or lower case, as some systems and programs write it."""
    return name.lower().endswith((".yaml", ".yml"))


def is_ours(content: bytes, name: str) -> bool:
    """Return whether a file is an answers file or a factor set, in whatever style it is written.

    The root has to be a mapping with the key `werkzaam`. If the content cannot be parsed, the file has to be called a
    YAML file, and the key has to be found at the start of a line. A YAML file is ours, too, whose first lines are
    nearly what they should be; so is an e-mail, however it is called, that holds answers.
    """
    if len(content) > MAXIMUM_SIZE:
        return False
    text, is_yaml = _text(content), is_yaml_name(name)
    if is_yaml and (re.match(_OUR_START, text) or re.match(_NEARLY_OURS, text)):
        return True
    if _KEY not in text and "\\" not in text:  # an escape can stand for any letter
        return False
    root = _root(text)
    if root is not None:
        keys = root.keys()
        return _KEY in keys and (keys.isdisjoint(_OF_RESULTS) or not keys.isdisjoint(_OF_FILES))
    return bool((is_yaml and re.search(_OUR_LINE, text)) or re.search(_IN_A_MAIL, text))


def _text(content: bytes) -> str:
    """Return the text of a file, which some programs save in UTF-16 or UTF-32: no less somebody's answers for that."""
    encoding = "utf-8"
    if b"\0" in content:
        from json import detect_encoding  # by a byte order mark, or by where the zeros are

        encoding = detect_encoding(content)
    return content.decode(encoding, errors="replace").removeprefix(BOM)


def is_factor_set(source: Source) -> bool:
    """Return whether a file of ours is a factor set: it has the key `scale` or `categories`, and no `answers`.

    A text that cannot be parsed is judged by its lines.
    """
    if "scale" not in source.text and "categories" not in source.text and "\\" not in source.text:
        return False
    root = _root(source.text)
    if root is not None:
        return not root.keys().isdisjoint(("scale", "categories")) and "answers" not in root
    return bool(re.search(_FACTOR_SET_LINE, source.text)) and not re.search(_ANSWERS_LINE, source.text)


def factor_set_of(source: Source) -> str | None:
    """Return the id of the factor set that an answers file says it was filled in with.

    None if there is no valid id: that is a mistake to report, not another set.
    """
    start = re.match(_START_WITH_SET, source.text)
    if start:
        return start["id"]
    root = _root(source.text)
    if root is not None:
        named = root.get("factors")
        return named if isinstance(named, str) and re.fullmatch(_ID, named) else None
    line = re.search(_FACTORS_LINE, source.text)
    return line["id"] if line else None


@lru_cache(maxsize=1)  # several questions are asked about one text
def _root(text: str) -> Mapping[str, Any] | None:
    """Return what a text holds by the keys at its root; None if it cannot be parsed, or is no mapping."""
    try:
        return parse(Source("", text)).data
    except UnusableFileError:
        return None

"""Every regular expression of the program against texts made to keep it busy: the time grows with the length alone."""

import importlib
import pkgutil
import re
import sys
import time
from collections import deque
from collections.abc import Iterator

import werkzaam
from tests.endurance.trying import Effort, Try

_LENGTH = 128 * 1024
_PATIENCE = 5.0
"""Seconds for one text; what grows with the square of the length takes minutes."""
_PIECES = (
    *"a1 -.:@\n\t[]*&!'\"\\#é\u2028\x1b",
    *("a@", "@a", "a.", "a-", "1 ", "1-", "1.", "12-", "06 ", "+31 ", "0031", "1234 AB ", "1234AB", "NL91", "NL 91 "),
    *("geboren ", "geboren op 1 ", "1 mei ", "\n\n", " \n", "\r\n", "werkzaam", "\nwerkzaam", "factors", "\nfactors: "),
    *(
        "www.",
        "http://",
        "www",
        "://",
        ":a:",
        "@a ",
        "#1",
        "a b ",
        "Dorpsstraat ",
        "straat 1 ",
        "111222333",
        "111 222 ",
    ),
)
_AT_ONE_PLACE = {
    "werkzaam.files.cut_off._BEHIND_NOTHING",
    "werkzaam.files.cut_off._BEHIND_TEXT",
    "werkzaam.files.editing._COLON",
    "werkzaam.files.received._OF_A_FILE",
    "werkzaam.files.received._PAGE",
    "werkzaam.files.received._STRUCTURE",
    "werkzaam.files.shapes._GLUED",
    "werkzaam.files.shapes._NO_COLON",
    "werkzaam.files.unseen._GLUED",
    "werkzaam.files.unseen._IN_STRUCTURE",
    "werkzaam.files.yaml_advice._CURLY",
    "werkzaam.files.yaml_advice._GLUED",
}
"""Those that are asked about one place in a text, and never to look for one."""
_ENDS = ("", "!", "\n", "x", "\0")


def patterns(effort: Effort) -> Iterator[Try]:
    """Search every text with every expression."""
    patterns = dict(_patterns())
    assert len(patterns) > 20
    for name, pattern in patterns.items():
        for piece in _PIECES[:: effort.pick(5, 1)]:
            for end in _ENDS[: effort.pick(1, len(_ENDS))]:
                text = piece * (_LENGTH // len(piece)) + end
                yield f"{name} on {piece!r} and {end!r}", _slow(pattern, text, searches=name not in _AT_ONE_PLACE)


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Return every expression for text that stands in a module of the program."""
    for module in pkgutil.walk_packages(werkzaam.__path__, "werkzaam."):
        if module.name.endswith("__main__") or (module.name == "werkzaam.windows" and sys.platform != "win32"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


def _slow(pattern: re.Pattern[str], text: str, *, searches: bool) -> list[str]:
    start = time.process_time()
    if searches:
        deque(pattern.finditer(text), maxlen=0)
    pattern.match(text)
    pattern.fullmatch(text)
    taken = time.process_time() - start
    return [f"{taken:.1f} s"] if taken > _PATIENCE else []

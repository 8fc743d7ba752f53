"""Every regular expression of the program against texts made to keep it busy: the time grows with the length alone."""

import ast
import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections import deque
from collections.abc import Iterator
from typing import Any

import werkzaam
from tests.endurance.trying import Effort, Try

_METHODS = {"match", "fullmatch", "search", "sub", "split", "findall", "finditer"}
_FUNCTIONS = {f"re.{method}" for method in _METHODS}
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
_AT_ONE_PLACE = {"match", "fullmatch"}
"""How an expression is asked about one place in a text, and not for where it is found."""
_ENDS = ("", "!", "\n", "x", "\0")


def patterns(effort: Effort) -> Iterator[Try]:
    """Ask every expression about every text, as the program does."""
    asked = {(pattern, how in _AT_ONE_PLACE): name for name, pattern, how in _patterns()}
    assert len(asked) > 70
    for (pattern, at_one_place), name in asked.items():
        for piece in _PIECES[:: effort.pick(5, 1)]:
            for end in _ENDS[: effort.pick(1, len(_ENDS))]:
                text = piece * (_LENGTH // len(piece)) + end
                yield f"{name} on {piece!r} and {end!r}", _slow(pattern, text, searches=not at_one_place)


def _patterns() -> Iterator[tuple[str, re.Pattern[str], str]]:
    """Return every expression for text, by where it stands, with the method that is called on it."""
    for module in pkgutil.walk_packages(werkzaam.__path__, "werkzaam."):
        if module.name.endswith("__main__") or (module.name == "werkzaam.windows" and sys.platform != "win32"):
            continue
        loaded = importlib.import_module(module.name)
        tree = ast.parse(inspect.getsource(loaded))
        for expression, how in _expressions(tree):
            name = f"{module.name}: {ast.unparse(expression)}"
            for value in _values(expression, tree, vars(loaded)):
                pattern = value if isinstance(value, re.Pattern) else re.compile(value)
                if isinstance(pattern.pattern, str):
                    yield name, pattern, how


def _expressions(tree: ast.Module) -> Iterator[tuple[ast.expr, str]]:
    """Return what `re` is asked with, or an expression that is compiled, and the method of it."""
    for part in ast.walk(tree):
        if isinstance(part, ast.Call) and ast.unparse(part.func) in _FUNCTIONS:
            yield part.args[0], ast.unparse(part.func).removeprefix("re.")
        elif isinstance(part, ast.Attribute) and part.attr in _METHODS:
            of = part.value
            if isinstance(of, ast.Call) and ast.unparse(of.func) == "re.compile":
                yield of.args[0], part.attr
            elif isinstance(of, ast.Name) and of.id != "re" and (part.attr != "split" or of.id.strip("_").isupper()):
                yield of, part.attr


def _values(expression: ast.expr, tree: ast.Module, module: dict[str, Any]) -> Iterator[Any]:
    """Return what an expression stands for in a module: in a loop, all that it goes through."""
    if isinstance(expression, ast.IfExp):
        yield from _values(expression.body, tree, module)
        yield from _values(expression.orelse, tree, module)
        return
    try:
        yield eval(ast.unparse(expression), module)  # noqa: S307 (the program's own)
    except NameError:
        yield from _passed(ast.unparse(expression), tree, module)


def _passed(name: str, tree: ast.Module, module: dict[str, Any]) -> Iterator[Any]:
    for part in ast.walk(tree):
        if isinstance(part, ast.For | ast.comprehension):
            targets = ast.unparse(part.target).strip("()").split(", ")
            if name in targets:
                for item in eval(ast.unparse(part.iter), module):  # noqa: S307 (likewise)
                    yield item[targets.index(name)] if len(targets) > 1 else item
        elif isinstance(part, ast.Assign) and ast.unparse(part).startswith(f"{name} = re.compile("):
            assert isinstance(part.value, ast.Call)
            yield from _values(part.value.args[0], tree, module)


def _slow(pattern: re.Pattern[str], text: str, *, searches: bool) -> list[str]:
    start = time.process_time()
    if searches:
        deque(pattern.finditer(text), maxlen=0)
    pattern.match(text)
    pattern.fullmatch(text)
    taken = time.process_time() - start
    return [f"{taken:.1f} s"] if taken > _PATIENCE else []

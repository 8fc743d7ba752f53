"""The screen size in environment variables, limited to sensible numbers."""

from collections.abc import Mapping, MutableMapping

MOST = 1000
"""Largest size in columns or lines, more than any screen has: to fill a hundred million takes minutes and 1 GB."""

_VARIABLES = ("COLUMNS", "LINES", "TERMINAL_WIDTH")
"""Variables that this program and its drawing libraries read; the libraries accept any number."""


def size_in(environment: Mapping[str, str], name: str) -> int | None:
    """Return the size in a variable, limited to 1 to MOST; None if the variable holds no positive whole number."""
    text = environment.get(name, "")
    if not (text.isascii() and text.isdecimal()) or not text.strip("0"):
        return None
    return min(int(text), MOST) if len(text) <= len(str(MOST)) else MOST


def keep_sensible(environment: MutableMapping[str, str]) -> None:
    """Limit the size variables to sensible numbers, and remove those without a positive whole number."""
    for name in _VARIABLES:
        size = size_in(environment, name)
        if size is not None:
            environment[name] = str(size)
        else:
            environment.pop(name, None)

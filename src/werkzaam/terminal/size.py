"""The screen size in environment variables, limited to sensible numbers."""

from collections.abc import MutableMapping

MOST = 1000
"""Largest size in columns or lines, more than any screen has: to fill a hundred million takes minutes and 1 GB."""

_VARIABLES = ("COLUMNS", "LINES", "TERMINAL_WIDTH")
"""Variables that this program and its drawing libraries read; the libraries accept any number."""


def keep_sensible(environment: MutableMapping[str, str]) -> None:
    """Limit the size variables to 1 to MOST, and remove those that hold no positive whole number."""
    for name in _VARIABLES:
        text = environment.pop(name, "")
        if text.isascii() and text.isdecimal() and text.strip("0"):
            environment[name] = str(min(int(text), MOST) if len(text) <= len(str(MOST)) else MOST)

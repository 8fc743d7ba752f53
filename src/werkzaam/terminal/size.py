"""How large the environment says that a screen is, within reason."""

from collections.abc import Mapping, MutableMapping

MOST = 1000
"""In columns or lines, more than any screen has; to fill a hundred million takes minutes, and a gigabyte."""

_VARIABLES = ("COLUMNS", "LINES", "TERMINAL_WIDTH")
"""What is looked at by this program and the libraries that draw for it, each of which believes any number."""


def size_in(environment: Mapping[str, str], name: str) -> int | None:
    """Return what a variable says, from 1 to the most that makes sense; None where it says nothing of the kind."""
    text = environment.get(name, "")
    if not (text.isascii() and text.isdecimal()) or not text.strip("0"):
        return None
    return min(int(text), MOST) if len(text) <= len(str(MOST)) else MOST


def keep_sensible(environment: MutableMapping[str, str]) -> None:
    """Let nobody who looks at these variables find anything but a number that makes sense."""
    for name in _VARIABLES:
        size = size_in(environment, name)
        if size is not None:
            environment[name] = str(size)
        else:
            environment.pop(name, None)

"""The parts of a file that somebody writes by hand: names, texts, comments, and all between braces."""

import re
from random import Random
from typing import Any

from werkzaam.files.yaml.scalars import style_of

_SAID = ("sinds de verhuizing", "blad 2", "x: y", "- nee", "'", '"', "{", "}", "]", "# nog een", "één 😀", "| a", "?")
_SAFE = re.compile(r"[^\W\d_][\w.-]*(?: [\w.-]+)*")

_ID = re.compile(r"[a-z0-9-]+")


class HandTexts:
    """What a hand writes on a line; every comment is noted."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self.comments: list[str] = []

    def _rarely(self, share: float) -> bool:
        return self._chance.random() < share

    def _comment(self) -> str:
        self.comments.append(f"# c{len(self.comments)}: {self._chance.choice(_SAID)}")
        return self.comments[-1]

    def behind(self) -> str:
        """Return what stands at the end of a line: nothing, blanks, or a comment."""
        if self._rarely(0.15):
            return self._chance.choice((" ", "  ", "   ")) + self._comment()
        return self._chance.choice(("", "", "", "", "  "))

    def _alone(self, indent: int) -> list[str]:
        """Return comments and empty lines above something."""
        margin = " " * self._chance.choice((indent, indent, self._chance.randint(0, indent)))
        if self._rarely(0.85):
            return []
        return [""] if self._rarely(0.3) else [""] * self._rarely(0.3) + [margin + self._comment()]

    def _gap(self) -> str:
        return self._chance.choice((" ", " ", " ", "  "))

    def _below(self, indent: int) -> list[str]:
        """Return what stands between a colon and a value that begins on a line below it."""
        comments = [" " * (indent + 2) + self._comment() for _comment in range(self._rarely(0.3))]
        return [self.behind(), *comments, " " * (indent + self._chance.choice((1, 2, 4)))]

    def key(self, name: str) -> str:
        """Return a name as a key."""
        return self._chance.choice((name, name, name, name, f'"{name}"', f"'{name}'"))

    def word(self, text: str, *, in_flow: bool = False) -> str:
        """Return a text on one line."""
        ways = ['"' + _escaped(text) + '"']
        if "\n" not in text and "\t" not in text:
            ways.append("'" + text.replace("'", "''") + "'")
        if style_of(text) is None and (not in_flow or _SAFE.fullmatch(text)):
            ways += [text] * 6
        return self._chance.choice(ways)

    def scalar(self, value: str | None, indent: int) -> list[str]:
        """Return a value as it stands behind a colon, and the lines below it."""
        if value is None:
            return [self._chance.choice(("", "", " ~", " null")) + self.behind()]
        if value in ("1", "2"):
            return [self._gap() + value + self.behind()]
        if self._rarely(0.08):
            below = self._below(indent)
            return [*below[:-1], below[-1] + self.word(value) + self.behind()]
        if self._rarely(0.2) and not re.search(r"\t| $|^ ", value):
            return self._as_block(value, indent)
        if " " in value and "\n" not in value and self._rarely(0.2):
            return self._on_two_lines(value, indent)
        return [self._gap() + self.word(value) + self.behind()]

    def _as_block(self, value: str, indent: int) -> list[str]:
        step = self._chance.choice((1, 2, 2, 4))
        end = "-" if _ID.fullmatch(value) else self._chance.choice(("-", "-", "", "+"))
        indicator = str(step) if self._rarely(0.15) else ""
        sign, lines = "|", value.split("\n")
        if "\n" not in value and self._rarely(0.5):
            sign, lines = ">", value.split(" ", 1)
        blanks = [""] * self._chance.choice((0, 0, 1))
        head = f"{self._gap()}{sign}{indicator}{end}{self.behind()}"
        return [head, *((" " * (indent + step) + line) if line else "" for line in lines), *blanks]

    def _on_two_lines(self, value: str, indent: int) -> list[str]:
        first, second = value.split(" ", 1)
        sign = "" if _SAFE.fullmatch(first) and _SAFE.fullmatch(second.rstrip(".")) else '"'
        if sign:
            first, second = _escaped(first), _escaped(second)
        blank = " " * (indent + self._chance.choice((1, 2, 5)))
        return [f"{self._gap()}{sign}{first}", f"{blank}{second}{sign}{self.behind()}"]

    def flow(self, value: Any, indent: int) -> str:  # noqa: ANN401 (whatever stands in a file)
        """Return a value between braces or brackets, or a text in them."""
        if value is None:
            return self._chance.choice(("", "~", "null"))
        if isinstance(value, str):
            return value if value in ("1", "2") else self.word(value, in_flow=True)
        spread = self._rarely(0.4)
        items = value.items() if isinstance(value, dict) else [(None, item) for item in value]
        parts = [self._flow_part(name, item, indent + 2) for name, item in items]
        sign, end = "{}" if isinstance(value, dict) else "[]"
        text = sign + self._turn(indent, spread=spread)
        for number, part in enumerate(parts):
            text += part + ("," if number + 1 < len(parts) or (spread and self._rarely(0.2)) else "")
            text += self._turn(indent, spread=spread) or " " * (number + 1 < len(parts))
        return text + end

    def _flow_part(self, name: str | None, value: Any, indent: int) -> str:  # noqa: ANN401 (likewise)
        return f"{self.key(name)}: {self.flow(value, indent)}" if name else self.flow(value, indent)

    def _turn(self, indent: int, *, spread: bool) -> str:
        """Return what stands between two parts: where they are spread out, the end of a line."""
        if not spread or self._rarely(0.3):
            return ""
        above = "".join(f"\n{line}" for line in self._alone(indent + 2))
        return f"{self.behind()}{above}\n{' ' * (indent + self._chance.choice((1, 2, 4)))}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")

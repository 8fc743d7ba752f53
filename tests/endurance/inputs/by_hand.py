"""Answers files as people write them: every style of YAML, comments everywhere, each with a mark of its own."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from tests.endurance.inputs.hand_texts import HandTexts

_HEAD = {"werkzaam": "1", "factors": "klein", "version": "2"}
_CONDITIONS = {"team": ("is-vast", "is-deskundig", "woont-dichtbij"), "contact": ("een-punt",), "ruimte": ("is-eigen",)}
_OPTIONS = ("ja", "deels", "deels", "nee", "weet-niet", "nvt", None)
NOTES = (
    *("Kort.", "Sinds maart zijn er twee mensen op school.", "x: y # z", "'aan'halen", 'een "woord"', "- a", "12:30"),
    *("1e3", "no", "één 😀", "Twee\nregels", "een\n\n  twee", "# geen uitleg", "een\ttab", "{a, b]", "eind "),
)
_NAMES = ("Lyceum Oost", "Lyceum Oost en Stichting Straatwerk", "Ons: allen", "De 'Bron'")


class Hand(HandTexts):
    """A hand that writes one file."""

    def file(self) -> str:
        """Return the text of a file."""
        entries = list(self._data().items())
        if self._rarely(0.3):
            self._chance.shuffle(entries)
        before, behind = self._alone(0), self._alone(0)
        lines = [self.flow(dict(entries), 0) + self.behind()] if self._rarely(0.03) else self.block(entries, 0)
        if self._rarely(0.05):
            before, behind = ["%YAML 1.1", "---", *before], [*behind, "...", *self._alone(0)]
        text = "\n".join([*before, *lines, *behind])
        bom, end = "\ufeff" * self._rarely(0.1), "" if self._rarely(0.1) else "\n"
        return bom + (text + end).replace("\n", self._chance.choice(("\n", "\n", "\n", "\r\n", "\r\n", "\r")))

    def block(self, entries: Sequence[tuple[str, Any]], indent: int) -> list[str]:
        """Return a mapping as lines."""
        lines: list[str] = []
        for name, value in entries:
            lines += self._alone(indent) + self._entry(name, value, indent)
        return lines

    def _data(self) -> dict[str, Any]:
        data: dict[str, Any] = {**_HEAD, "collaboration": self._chance.choice(_NAMES), "date": "2026-11-23"}
        if self._rarely(0.7):
            data["perspective"] = self._chance.choice(("school", "samen", None))
        if self._rarely(0.2):
            data["note"] = self._chance.choice(NOTES)
        data["answers"] = {"mensen": self._factors("team", "contact"), "plek": self._factors("ruimte", "tijd")}
        for category in [name for name in data["answers"] if self._rarely(0.1)]:
            del data["answers"][category]
        if self._rarely(0.6):
            data["actions"] = [self._action() for _action in range(self._chance.randrange(4))]
        return data

    def _factors(self, *names: str) -> dict[str, Any] | None:
        factors = {name: self._factor(name) for name in names if not self._rarely(0.1)}
        return factors or (None if self._rarely(0.5) else factors)

    def _factor(self, name: str) -> dict[str, Any] | None:
        if self._rarely(0.05):
            return self._chance.choice((None, {}))
        fields: dict[str, Any] = {"answer": self._chance.choice(_OPTIONS)}
        if fields["answer"] == "deels" and self._rarely(0.8):
            known = _CONDITIONS.get(name, ())
            fields["missing"] = self._chance.sample(known, self._chance.randint(0, len(known)))
        if self._rarely(0.5):
            fields["note"] = self._chance.choice(NOTES)
        return self._shuffled(fields)

    def _action(self) -> dict[str, Any]:
        fields: dict[str, Any] = {"what": self._chance.choice(NOTES)}
        optional: dict[str, Callable[[], Any]] = {
            "factor": lambda: self._chance.choice(("team", "tijd", None)),
            "owner": lambda: self._chance.choice((None, "school", "Het team")),
            "due": lambda: self._chance.choice((None, "2027-03-01")),
            "status": lambda: self._chance.choice(("open", "done", None)),
        }
        fields |= {name: value() for name, value in optional.items() if self._rarely(0.5)}
        return self._shuffled(fields)

    def _shuffled(self, fields: dict[str, Any]) -> dict[str, Any]:
        entries = list(fields.items())
        if self._rarely(0.2):
            self._chance.shuffle(entries)
        return dict(entries)

    def _entry(self, name: str, value: Any, indent: int) -> list[str]:  # noqa: ANN401 (whatever stands in a file)
        margin = " " * indent
        if self._rarely(0.03):
            head = [f"{margin}?{self._gap()}{self.key(name)}{self.behind()}", *self._alone(indent)]
            start, colon = f"{margin}:", ""
        else:
            head, start, colon = [], margin + self.key(name), self._chance.choice(("", "", "", " ")) + ":"
        first, *rest = self._value(value, indent)
        return [*head, f"{start}{colon}{first}", *rest]

    def _value(self, value: Any, indent: int) -> list[str]:  # noqa: ANN401 (likewise)
        """Return what stands behind a colon, and the lines below it."""
        if not isinstance(value, dict | list):
            return self.scalar(value, indent)
        if not value or self._rarely(0.15):
            below = self._below(indent) if self._rarely(0.1) else [self._gap()]
            return [*below[:-1], below[-1] + self.flow(value, indent) + self.behind()]
        if isinstance(value, dict):
            return [self.behind(), *self.block(list(value.items()), indent + self._chance.choice((1, 2, 2, 2, 4, 7)))]
        return [self.behind(), *self._items(value, indent + self._chance.choice((0, 2, 2, 4)))]

    def _items(self, items: Sequence[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            lines += self._alone(indent)
            dash = f"{' ' * indent}-{' ' * self._chance.choice((1, 1, 1, 3))}"
            if isinstance(item, str):
                lines.append(f"{dash}{self.word(item)}{self.behind()}")
            elif self._rarely(0.15):
                lines.append(f"{dash}{self.flow(item, indent)}{self.behind()}")
            else:
                lines += self._below_dash(list(item.items()), dash)
        return lines

    def _below_dash(self, entries: Sequence[tuple[str, Any]], dash: str) -> list[str]:
        if self._rarely(0.1):
            return [dash.rstrip() + self.behind(), *self.block(entries, len(dash))]
        first, *rest = self._entry(*entries[0], len(dash))
        if not first.strip() or not re.match(r" *[\w\"'?]", first):
            return [dash.rstrip(), first, *rest, *self.block(entries[1:], len(dash))]
        return [dash + first[len(dash) :], *rest, *self.block(entries[1:], len(dash))]


def by_hand(seed: int) -> tuple[str, list[str]]:
    """Return the text of a file, the same for the same seed, and the comments that stand in it."""
    hand = Hand(Random(seed))  # noqa: S311 (to be repeated)
    return hand.file(), hand.comments

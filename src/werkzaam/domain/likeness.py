"""What may be a mistake among many evaluations: one that is there twice, a name in two spellings, mixed versions."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import NamedTuple

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.names import bare_name, plain_name

_KEPT = 3
"""How many pairs are kept, to tell what a number is about."""


class Pair(NamedTuple):
    """Two files, as they are shown, that are alike in something."""

    earlier: str
    later: str
    collaboration: str
    """How the later one calls it."""


@dataclass(slots=True)
class Pairs:
    """How many pairs there are of one kind, and the first few of them."""

    count: int = 0
    first: list[Pair] = field(default_factory=list)

    def add(self, pair: Pair) -> None:
        """Count one more."""
        self.count += 1
        if self.count <= _KEPT:
            self.first.append(pair)


class Likeness:
    """Takes in evaluations one by one, and keeps of each the name of its file and a few numbers."""

    def __init__(self) -> None:
        self.repeated = Pairs()
        """Files with the same evaluation: the same collaboration, date and perspective."""
        self.alike = Pairs()
        """Files whose names of the collaboration are the same but for punctuation."""
        self.versions: Counter[int] = Counter()
        """How many evaluations there are of each version of the factor set."""
        self._files = _Texts()
        self._evaluations, self._names, self._bare_names = _Seen(), _Seen(), _Seen()

    def add(self, file: str, version: int, evaluation: Evaluation) -> None:
        """Take in one evaluation, with its file as it is shown and the version of the set it was filled in with."""
        self.versions[version] += 1
        number = self._files.add(file)
        name = plain_name(evaluation.collaboration)
        same = self._evaluations.first((name, evaluation.date, evaluation.perspective), number)
        if same != number:
            self.repeated.add(Pair(self._files[same], file, evaluation.collaboration.strip()))
        if self._names.first(name, number) == number:
            similar = self._bare_names.first(bare_name(name), number)
            if similar != number:
                self.alike.add(Pair(self._files[similar], file, evaluation.collaboration.strip()))


class _Seen:
    """Which things came before, and where first: sixteen bytes for each, where a dict takes ten times as many."""

    def __init__(self) -> None:
        self._hashes, self._numbers = array("q"), array("q")

    def first(self, thing: Hashable, number: int) -> int:
        """Return with which number a thing came first: with this one where it is new."""
        hashed = hash(thing)
        place = bisect_left(self._hashes, hashed)
        if place == len(self._hashes) or self._hashes[place] != hashed:
            self._hashes.insert(place, hashed)
            self._numbers.insert(place, number)
        return self._numbers[place]


class _Texts:
    """Texts by their numbers: eight bytes beside their own, where a list takes fifty more."""

    def __init__(self) -> None:
        self._bytes, self._ends = bytearray(), array("q", [0])

    def add(self, text: str) -> int:
        """Keep a text; return its number."""
        self._bytes += text.encode(errors="surrogateescape")
        self._ends.append(len(self._bytes))
        return len(self._ends) - 2

    def __getitem__(self, number: int) -> str:
        return self._bytes[self._ends[number] : self._ends[number + 1]].decode(errors="surrogateescape")

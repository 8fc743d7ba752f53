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
"""How many pairs of one kind are kept as examples; all of them are counted."""


class Pair(NamedTuple):
    """The shown names of two files that are alike in something."""

    earlier: str
    later: str
    collaboration: str
    """The name that the later file gives the collaboration."""


@dataclass(slots=True)
class Pairs:
    """The number of pairs of one kind, and the first few of them."""

    count: int = 0
    first: list[Pair] = field(default_factory=list)

    def add(self, pair: Pair) -> None:
        """Count a pair, and keep it if it is among the first few."""
        self.count += 1
        if self.count <= _KEPT:
            self.first.append(pair)


class Likeness:
    """Finds likely mistakes in evaluations that are added one by one; keeps a file name and a few numbers of each."""

    def __init__(self) -> None:
        self.repeated = Pairs()
        """Pairs of a file and the first with the same collaboration (by its plain name), date and perspective."""
        self.alike = Pairs()
        """Pairs of files whose names of the collaboration differ in punctuation only, once for each such name."""
        self.versions: Counter[int] = Counter()
        """The number of evaluations with each version of the factor set, of those that say which was filled in."""
        self._files = _Texts()
        self._evaluations, self._names, self._bare_names = _Seen(), _Seen(), _Seen()

    def add(self, file: str, evaluation: Evaluation) -> None:
        """Add an evaluation, with the shown name of its file."""
        if evaluation.version is not None:
            self.versions[evaluation.version] += 1
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
    """Keeps with which number each thing came first, in sixteen bytes each: a dict takes ten times as many."""

    def __init__(self) -> None:
        self._hashes, self._numbers = array("q"), array("q")

    def first(self, thing: Hashable, number: int) -> int:
        """Return the number with which a thing came first; remember this `number` if the thing is new."""
        hashed = hash(thing)
        place = bisect_left(self._hashes, hashed)
        if place == len(self._hashes) or self._hashes[place] != hashed:
            self._hashes.insert(place, hashed)
            self._numbers.insert(place, number)
        return self._numbers[place]


class _Texts:
    """A list of texts that takes eight bytes for each beside the text itself; a list of str takes fifty more."""

    def __init__(self) -> None:
        self._bytes, self._ends = bytearray(), array("q", [0])

    def add(self, text: str) -> int:
        """Add a text, and return its index (from 0)."""
        self._bytes += text.encode(errors="surrogateescape")
        self._ends.append(len(self._bytes))
        return len(self._ends) - 2

    def __getitem__(self, number: int) -> str:
        return self._bytes[self._ends[number] : self._ends[number + 1]].decode(errors="surrogateescape")

"""What may be a mistake among many evaluations: one that is there twice, a name in two spellings, mixed versions."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.names import bare_name, plain_name

_KEPT = 3
"""Of how many things the name is kept, to tell what a number is about."""


@dataclass(slots=True)
class Some:
    """How many there are of something, and the names of the first few."""

    count: int = 0
    first: list[str] = field(default_factory=list)

    def add(self, name: str) -> None:
        """Count one more."""
        self.count += 1
        if self.count <= _KEPT:
            self.first.append(name)


class Likeness:
    """Takes in evaluations one by one, and keeps three numbers of each at most."""

    def __init__(self) -> None:
        self.repeated = Some()
        """Files with an evaluation that stood in a file before: its collaboration, date and perspective."""
        self.alike = Some()
        """Names of collaborations that are another one's but for punctuation."""
        self.versions: Counter[int] = Counter()
        """How many evaluations there are of each version of the factor set."""
        self._evaluations, self._names, self._bare_names = _Seen(), _Seen(), _Seen()

    def add(self, file: str, version: int, evaluation: Evaluation) -> None:
        """Take in one evaluation, with its file as it is shown and the version of the set it was filled in with."""
        self.versions[version] += 1
        name = plain_name(evaluation.collaboration)
        if not self._evaluations.add((name, evaluation.date, evaluation.perspective)):
            self.repeated.add(file)
        if self._names.add(name) and not self._bare_names.add(bare_name(name)):
            self.alike.add(evaluation.collaboration.strip())


class _Seen:
    """Which things came before, by their hashes: eight bytes for each, where a set takes ten times as many."""

    def __init__(self) -> None:
        self._hashes = array("q")

    def add(self, thing: Hashable) -> bool:
        """Remember a thing; return whether it is new."""
        number = hash(thing)
        place = bisect_left(self._hashes, number)
        if place < len(self._hashes) and self._hashes[place] == number:
            return False
        self._hashes.insert(place, number)
        return True

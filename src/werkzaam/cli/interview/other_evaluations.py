"""The other evaluations that are shown beside the questions: the previous one, and those of partners."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkzaam.cli.inputs import named_twice, read_answers
from werkzaam.domain.evaluation import Action, Evaluation
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.domain.names import same_collaboration
from werkzaam.domain.questions import Aside, Asides
from werkzaam.errors import UserError
from werkzaam.language import _
from werkzaam.wording.figures import local_date

if TYPE_CHECKING:
    from werkzaam.domain.comparison import Entry


def read_partners(files: Sequence[str], factor_set: FactorSet) -> "list[Entry]":
    """Read the files of partners, ordered by perspective as in the factor set.

    Raises UserError if a file cannot be used, or is named twice, since it would always agree with itself.
    """
    if not files:
        return []
    from werkzaam.domain.comparison import Axis, Entry, ordered

    read = [read_answers(file, factor_set) for file in files]
    twice = named_twice(files)
    if twice:
        raise UserError(_("{file}: this file is named twice.").format(file=f"--beside {twice}"))
    entries = [Entry(file.source.name, file.evaluation, file.retired) for file in read]
    return ordered(Axis.PERSPECTIVE, entries, factor_set)


@dataclass(slots=True)
class OtherEvaluations:
    """The evaluations that are shown beside the questions of another one; none of them is ever written."""

    previous: Evaluation | None = None
    partners: "Sequence[Entry]" = ()
    """Evaluations that partners filled in separately, in the order in which they are shown."""

    @property
    def collaboration(self) -> str | None:
        """The name that all partners give the collaboration; None if they differ or there are no partners."""
        names = [entry.evaluation.collaboration for entry in self.partners]
        return names[0] if names and all(same_collaboration(names[0], name) for name in names) else None

    def asides(self, factor_set: FactorSet, factor: Factor, present: Iterable[Action] = ()) -> Asides:
        """Return what the evaluations say of a factor: answers, notes, and actions with their state in `present`."""
        partners = (Aside.of(name, evaluation, factor) for name, evaluation in self._of_partners(factor_set))
        if self.previous is None:
            return Asides(partners=tuple(partners))
        day = _("On {date}").format(date=local_date(self.previous.date))
        return Asides((Aside.of(day, self.previous, factor, present),), tuple(partners))

    def _of_partners(self, factor_set: FactorSet) -> list[tuple[str, Evaluation]]:
        """Return the evaluations of partners, each with a label that tells whose it is."""
        if not self.partners:
            return []
        from werkzaam.domain.comparison import Axis
        from werkzaam.wording.comparisons import labels

        names = labels(Axis.PERSPECTIVE, self.partners, factor_set)
        return [(name, entry.evaluation) for name, entry in zip(names, self.partners, strict=True)]

    def remarks(self, ours: str, year: int | None = None) -> Iterator[str]:
        """Yield lines on evaluations of another collaboration than `ours`, and on partners of another year or twice."""
        if self.previous and not same_collaboration(ours, self.previous.collaboration):
            message = _("The earlier evaluation is about another collaboration: “{theirs}”, not “{ours}”.")
            yield message.format(theirs=self.previous.collaboration, ours=ours)
        if not self.partners:
            return
        from werkzaam.domain.likeness import Likeness
        from werkzaam.wording.likeness import repeated_evaluations

        likeness = Likeness()
        for entry in self.partners:
            if entry.evaluation.perspective:  # without one, several partners may have filled it in on a day
                likeness.add(entry.file, entry.evaluation)
            if not same_collaboration(ours, entry.evaluation.collaboration):
                message = _("{file} is about another collaboration: “{theirs}”, not “{ours}”.")
                yield message.format(file=entry.file, theirs=entry.evaluation.collaboration, ours=ours)
            if year is not None and entry.evaluation.date.year != year:
                message = _("{file} is of another year: {theirs}, not {ours}.")
                yield message.format(file=entry.file, theirs=entry.evaluation.date.year, ours=year)
        yield from repeated_evaluations(likeness)

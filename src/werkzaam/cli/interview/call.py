"""How `werkzaam check` was called, what is known of the evaluation, and the commands to run next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from werkzaam.cli.interview.given_answers import GivenAnswers
from werkzaam.cli.interview.other_evaluations import OtherEvaluations
from werkzaam.cli.shell import as_argument, options_again, own_command
from werkzaam.cli.values import today


@dataclass(slots=True)
class Details:
    """What is known of an evaluation before its file is opened: from the call, then from answers to questions."""

    collaboration: str | None
    perspective: str | None
    date: date | None
    given: GivenAnswers
    previous: str | None
    """Path of the previous evaluation's file; None if there is none."""
    beside: Sequence[str]
    """Paths of the partners' files."""
    others: OtherEvaluations = field(default_factory=OtherEvaluations)
    """The evaluations read from the files `previous` and `beside`."""

    @property
    def year(self) -> int:
        """The year of a new evaluation."""
        return (self.date or today()).year

    @property
    def known_collaboration(self) -> str | None:
        """Name of the collaboration: from the call, or shared by all partners; None if it has to be asked."""
        return self.collaboration or self.others.collaboration


class Call(NamedTuple):
    """The arguments and options of `werkzaam check`, as they were given."""

    file: str | None
    previous: str | None
    beside: Sequence[str]
    collaboration: str | None
    perspective: str | None
    day: str | None
    answers: Sequence[str]
    missing: Sequence[str]
    notes: Sequence[str]
    review: bool
    plain: bool
    no_input: bool
    factors: str | None
    lang: str | None

    def another(self, *words: str) -> str:
        """Return another command to run, with the factor set and the language of this one."""
        return own_command(*words, *options_again(self.factors, self.lang))

    def again(self, path: Path | None, details: Details, *, is_begun: bool) -> str:
        """Return the command that continues this call, with the details and answers unless they are in the file.

        `is_begun` is whether the file at `path` was opened or made, and so has them, if it is still there.
        """
        words = ["check", *([as_argument(path)] if path else [])]
        if path is None or not is_begun or not path.exists():
            given = {
                "--collaboration": details.collaboration,
                "--perspective": details.perspective,
                "--date": details.date and details.date.isoformat(),
            }
            words += [word for option, value in given.items() if value for word in (option, value)]
            for option, values in (("--answer", self.answers), ("--missing", self.missing), ("--note", self.notes)):
                words += [word for value in values for word in (option, value)]
        words += ["--previous", details.previous] if details.previous else []
        words += [word for file in self.beside for word in ("--beside", file)]
        words += ["--review"] * self.review + ["--plain"] * self.plain
        return self.another(*words)

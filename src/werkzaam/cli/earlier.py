"""Last year's evaluation: found, offered, and shown beside this year's questions."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from werkzaam.cli.inputs import answers_source
from werkzaam.cli.table import Table
from werkzaam.domain.comparison import plain_name
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questionnaire import Aside
from werkzaam.files import answers, locations
from werkzaam.language import _
from werkzaam.wording.figures import local_date


def read_earlier(file: str, factor_set: FactorSet, tell: Callable[[str], None]) -> Evaluation:
    """Read an earlier answers file, and tell what in it has no effect; UserError where it cannot be used."""
    read = answers.read(answers_source(file), factor_set)
    for warning in read.warnings:
        tell(str(warning))
    return read.evaluation


def beside(factor_set: FactorSet, earlier: Evaluation | None) -> Mapping[str, tuple[Aside, ...]]:
    """Return what an earlier evaluation says of each factor: its answer, its note and what was agreed."""
    if earlier is None:
        return {}
    label = _("On {date}").format(date=local_date(earlier.date))
    return {
        factor.id: (
            Aside(
                label,
                factor,
                earlier.answer(factor.id),
                tuple(action for action in earlier.actions if action.factor == factor.id),
            ),
        )
        for factor in factor_set.factors
    }


def same_collaboration(one: str, other: str) -> bool:
    """Whether two names are of the same collaboration."""
    return plain_name(one) == plain_name(other)


class LastYear:
    """What can be done with the default files of last year."""

    def __init__(self, perspective: str | None, year: int) -> None:
        """Look in the current folder for the files of the year before `year`: all of them, or a perspective's."""
        found = sorted(locations.default_files(Path(), year - 1))
        wanted = locations.default_name(year - 1, perspective)
        self._files = [path for path in found if perspective is None or path.name == wanted]

    def choose(self, table: Table) -> tuple[Path | None, Path | None]:
        """Ask what to do with them: return the file to go on with, and the one to have beside a new one."""
        if not self._files or not sys.stdin.isatty():
            return None, None
        beside = [_("Start a new one, with {file} beside it").format(file=path) for path in self._files]
        on = [_("Go on with {file}").format(file=path) for path in self._files]
        names = [*beside, *on, _("Start a new one without it")]
        outcomes = [*((None, path) for path in self._files), *((path, None) for path in self._files), (None, None)]
        numbered = {str(number): name for number, name in enumerate(names, 1)}
        chosen = table.ask_choice(_("There is an evaluation of last year. What now?"), numbered)
        return outcomes[int(chosen) - 1]

"""Everything that is wrong with a file, and everything in it that deserves a look."""

from dataclasses import replace

from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, factor_sets
from werkzaam.files.glance import is_factor_set
from werkzaam.files.privacy_warnings import privacy_warnings
from werkzaam.files.problems import Problem, UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.visible import visible
from werkzaam.wording.personal_data import masked


def problems_in(source: Source, factor_set: FactorSet) -> list[Problem]:
    """Return the errors and warnings in a file of either kind, in its order.

    Answers are held against the factor set. No message repeats what looks like personal data.
    """
    problems = [*_misfits(source, factor_set), *privacy_warnings(source)]
    # Made visible first: what drops out on the way to the screen must not keep digits apart here.
    shown = [replace(problem, message=masked(visible(problem.message))) for problem in problems]
    return sorted(shown, key=lambda problem: (problem.line, problem.column))


def _misfits(source: Source, factor_set: FactorSet) -> tuple[Problem, ...]:
    try:
        if is_factor_set(source):
            factor_sets.read(source)
            return ()
        return answers.read(source, factor_set).warnings
    except UnusableFileError as error:
        return error.problems

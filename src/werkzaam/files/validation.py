"""Validation of a file: all errors, and warnings on what deserves a look."""

import re
from collections.abc import Callable, Iterator

from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.privacy import personal_data
from werkzaam.files import answers, factor_sets
from werkzaam.files.answers import AnswersFile
from werkzaam.files.factor_set_numbers import without_best
from werkzaam.files.problems import Problem, Severity, UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.files.recognition import is_factor_set
from werkzaam.files.yaml.cut_off import cut_off
from werkzaam.files.yaml.tree import YamlTree, parse, values_in
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.filling_in import NO_NAME_YET
from werkzaam.wording.notes import looks_like, mask

_BETWEEN = r"\W"
"""What may be otherwise where a piece of text stands in a file and in its value."""


def problems_in(
    source: Source, factor_set: FactorSet, take: Callable[[AnswersFile], object] = lambda _file: None
) -> list[Problem]:
    """Return the errors and warnings in a file of either kind, in the order of the file.

    Answers are checked against the factor set; `take` is called with an answers file that has no errors. No message
    repeats what looks like personal data.
    """
    tree: YamlTree | None = None
    try:
        tree = parse(source)
        problems = [*_warnings(tree, factor_set, take)]
    except UnusableFileError as error:
        problems = [*error.problems]
    problems += privacy_warnings(source, tree)
    # Made visible first: characters that are not shown must not keep digits apart here.
    shown = [problem._replace(message=masked(visible(problem.message))) for problem in problems]
    return sorted(shown, key=lambda problem: (problem.line, problem.column))


def privacy_warnings(source: Source, tree: YamlTree | None) -> list[Problem]:
    """Return a warning for everything in a file, comments included, that looks like personal data, masked.

    `tree` is the parsed file, if it can be parsed: its values are searched too, since line ends and escapes hide what
    they hold.
    """
    found = [
        (finding.start, finding.kind, source.text[finding.start : finding.end])
        for finding in personal_data(source.text)
    ]
    told = {re.sub(_BETWEEN, "", piece) for _place, _kind, piece in found}
    if tree:
        for path, value in values_in(tree.data):
            folded = value if isinstance(value, str) and value not in source.text else ""  # or escaped
            for finding in personal_data(folded):
                piece = folded[finding.start : finding.end]
                if re.sub(_BETWEEN, "", piece) not in told:
                    found.append((tree.value_index(path), finding.kind, piece))
    return [source.problem(place, looks_like(kind, mask(piece)), Severity.WARNING) for place, kind, piece in found]


def masked(text: str) -> str:
    """Return a text in which each piece that looks like personal data is masked."""
    parts, position = [], 0
    for finding in personal_data(text):
        parts += [text[position : finding.start], mask(text[finding.start : finding.end])]
        position = finding.end
    return "".join([*parts, text[position:]])


def _warnings(tree: YamlTree, factor_set: FactorSet, take: Callable[[AnswersFile], object]) -> tuple[Problem, ...]:
    if is_factor_set(tree.source):
        factor_sets.read_tree(tree)
        return (*cut_off(tree), *without_best(tree))
    file = answers.read_tree(tree, factor_set)
    take(file)
    return (*file.warnings, *_without_name(file))


def _without_name(file: AnswersFile) -> Iterator[Problem]:
    """Warn of a file in which the name of the collaboration is still to be filled in."""
    if file.evaluation.collaboration == _(NO_NAME_YET):
        place = file.tree.value_index(("collaboration",))
        yield file.source.problem(place, _("The name of the collaboration is not filled in yet."), Severity.WARNING)

"""Reading an answers file: from its text to an evaluation that fits a factor set."""

from typing import Annotated, Literal, NamedTuple

from pydantic import Field, ValidationError

from werkzaam.domain.evaluation import NOTE_LIMIT, Action, ActionStatus, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.answer_ids import IdCheck
from werkzaam.files.problems import Problem, Severity, UnusableFileError, suggestion
from werkzaam.files.reading import Source
from werkzaam.files.shapes import Date, Shape, Text, refuse_newer_format, shape_problems
from werkzaam.files.yaml.cut_off import cut_off
from werkzaam.files.yaml.tree import YamlTree, parse
from werkzaam.files.yaml.unseen import in_word
from werkzaam.language import _
from werkzaam.wording.signs import odd_sign

_Note = Annotated[str, Field(max_length=NOTE_LIMIT)]


class AnswerShape(Shape):
    """The answer to one factor."""

    answer: Text | None = None
    missing: list[Text] | None = None
    note: _Note | None = None


class ActionShape(Shape):
    """An action that was agreed."""

    factor: Text | None = None
    what: Text
    owner: Text | None = None
    due: Date | None = None
    status: Literal["open", "done", "dropped"] | None = None


class AnswersShape(Shape):
    """A whole answers file; `IdCheck` checks its ids against the factor set."""

    werkzaam: Annotated[int, Field(ge=1)]
    factors: Text
    version: Annotated[int, Field(ge=1)]
    collaboration: Text
    date: Date
    perspective: Text | None = None
    note: _Note | None = None
    answers: dict[str, dict[str, AnswerShape | None] | None] | None
    actions: list[ActionShape] | None = None


class AnswersFile(NamedTuple):
    """An answers file without errors."""

    tree: YamlTree
    evaluation: Evaluation
    warnings: tuple[Problem, ...]
    """The problems of severity WARNING, in the order of the file."""
    retired: tuple[str, ...]
    """The ids of factors that the factor set no longer has, in a file of an older version of the set."""

    @property
    def source(self) -> Source:
        """The text that was read."""
        return self.tree.source


def read(source: Source, factor_set: FactorSet) -> AnswersFile:
    """Read an answers file that was filled in with this factor set.

    Raises UnusableFileError: with one problem if the file is no plain YAML, has a newer format, or belongs to another
    factor set or a newer version of it; else with every problem in the file.
    """
    return read_tree(parse(source), factor_set)


def read_tree(tree: YamlTree, factor_set: FactorSet) -> AnswersFile:
    """Read an answers file that was parsed already. Raises UnusableFileError as `read` does."""
    refuse_newer_format(tree)
    _refuse_other_set(tree, factor_set)
    ids = IdCheck(tree, factor_set)
    answers = ids.answers()
    ids.check_perspective()
    ids.check_actions()
    problems = [*tree.problems, *ids.problems, *cut_off(tree)]
    try:
        shape = AnswersShape.model_validate(tree.data)
    except ValidationError as error:
        errors = (problem for problem in ids.problems if problem.severity is Severity.ERROR)
        misfits = shape_problems(tree, error, AnswersShape, told=errors)
        raise UnusableFileError([*problems, *misfits]) from error
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise UnusableFileError(problems)
    evaluation = Evaluation(
        collaboration=shape.collaboration,
        date=shape.date,
        perspective=shape.perspective,
        note=shape.note or None,
        answers=answers,
        actions=tuple(_action(item, factor_set) for item in shape.actions or []),
        version=shape.version,
    )
    return AnswersFile(
        tree,
        evaluation,
        tuple(sorted(problems, key=lambda problem: (problem.line, problem.column))),
        retired=tuple(ids.retired),
    )


def _action(shape: ActionShape, factor_set: FactorSet) -> Action:
    factor = shape.factor if shape.factor in factor_set.factor_by_id else None
    return Action(shape.what, factor, shape.owner, shape.due, ActionStatus(shape.status or "open"))


def _refuse_other_set(tree: YamlTree, factor_set: FactorSet) -> None:
    """Raise UnusableFileError if the file is a factor set, or belongs to another factor set or a newer version."""
    telling = next((key for key in ("scale", "categories") if key in tree.data and "answers" not in tree.data), None)
    if telling:
        message = _("This is a factor set, and holds no answers: name it with --factors.")
        raise UnusableFileError([tree.source.problem(tree.key_index((telling,)), message)])
    factors, version = tree.data.get("factors"), tree.data.get("version")
    if isinstance(factors, str) and factors != factor_set.id:
        message = _(
            "This file belongs to the factor set “{theirs}”, not to “{ours}”: name its set with --factors."
        ).format(theirs=factors, ours=factor_set.id)
        index = tree.value_index(("factors",))
        message = odd_sign(factors, [factor_set.id]) or message + suggestion(factors, [factor_set.id])
        raise UnusableFileError([in_word(tree.source, index, factors) or tree.source.problem(index, message)])
    if isinstance(version, int) and version > factor_set.version:
        message = _(
            "This file was filled in with version {theirs} of the factor set; this one is version {ours}: "
            "name the newer set with --factors, or get a newer werkzaam."
        ).format(theirs=version, ours=factor_set.version)
        raise UnusableFileError([tree.source.problem(tree.value_index(("version",)), message)])

"""The check before every save: a changed text is parsed again and compared with what it should say."""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.comments import comments
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.language import _


def read_back(
    texts: Iterable[str], old: answers.AnswersFile, wanted: Evaluation, factor_set: FactorSet
) -> answers.AnswersFile:
    """Return the first of `texts`, parsed, that has the evaluation `wanted` and every comment of the old file.

    Raises UserError if none has.
    """
    remarks = Counter(comment.text for comment in comments(old.tree))
    for text in texts:
        with suppress(UnusableFileError):
            changed = answers.read(Source(old.source.name, text, bom=old.source.bom), factor_set)
            kept = Counter(comment.text for comment in comments(changed.tree))
            if _essence(changed.evaluation) == _essence(wanted) and remarks <= kept:
                return changed
    message = _("{file}: this answer cannot be put into the text without changing something else.")
    raise UserError(message.format(file=old.source.name))


def _essence(evaluation: Evaluation) -> Evaluation:
    """Return an evaluation without line ends behind its texts: the last text in a file may get one as it grows."""
    ends = {name: answer._replace(note=(answer.note or "").rstrip("\n")) for name, answer in evaluation.answers.items()}
    actions = tuple(
        action._replace(what=action.what.rstrip("\n"), owner=(action.owner or "").rstrip("\n"))
        for action in evaluation.actions
    )
    return evaluation._replace(answers=ends, actions=actions)

"""The guard of every save: a changed text is read again before it is written, and held against what it should say."""

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
    """Return the first of some texts that says what is wanted, with every comment that the old one has.

    Raises UserError where none does.
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
    """Return an evaluation without the line ends behind its texts: a file that ends in one gets it when it grows."""
    ends = {name: answer._replace(note=(answer.note or "").rstrip("\n")) for name, answer in evaluation.answers.items()}
    actions = tuple(
        action._replace(what=action.what.rstrip("\n"), owner=(action.owner or "").rstrip("\n"))
        for action in evaluation.actions
    )
    return evaluation._replace(answers=ends, actions=actions)

"""Merging of what was given here (ours) into a file as it is on disk now, with what others wrote there (theirs).

Every change gives a file that was read back and compared with what it should say; where nothing changes or theirs
stays, it gives the file itself. Raises UserError if ours cannot be put into the text without changing something else.
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from werkzaam.domain.evaluation import Answer, Evaluation, tidy
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers, editing
from werkzaam.files.answers import AnswersFile
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import Source
from werkzaam.files.unsaved import Change, Given, Naming, place_of, with_change
from werkzaam.files.yaml.comments import comments
from werkzaam.language import _


def merged(factor_set: FactorSet, file: AnswersFile, given: Given, known: Evaluation) -> tuple[AnswersFile, Given]:
    """Put in all that was given; return the file, and what is overruled, since somebody else changed the same.

    `known` is the evaluation in the file when it was read before: an answer that differs from it is theirs.
    """
    overruled = Given()
    for factor_id, answer in given.answers.items():
        agreed = _agreed(answer, file.evaluation.answer(factor_id), known.answer(factor_id))
        if agreed is None:
            overruled.answers[factor_id] = answer
        else:
            file = _with_answer(factor_set, file, factor_id, agreed)
    for change in given.changes:
        changed = _with_change(factor_set, file, change)
        if changed is file and change.new is not None and change.new not in file.evaluation.actions:
            overruled.changes.append(change)
        file = changed
    for key, naming in given.names.items():
        file = _with_name(factor_set, file, key, naming)
        if getattr(file.evaluation, key) != naming.new:
            overruled.names[key] = naming
    return file, overruled


def _with_change(factor_set: FactorSet, file: AnswersFile, change: Change) -> AnswersFile:
    """Add, change or remove an action; theirs stays if no action equals the old one any more."""
    place = place_of(change, file.evaluation)
    if change.old is None and change.new is not None:
        text = editing.with_action(file.tree, change.new)
    elif place is None:
        return file
    elif change.new is None:
        text = editing.without_action(file.tree, place)
    else:
        text = editing.with_changed_action(file.tree, place, file.evaluation.actions[place], change.new)
    return _read_back([text], file, with_change(file.evaluation, change), factor_set)


def _with_name(factor_set: FactorSet, file: AnswersFile, key: str, naming: Naming) -> AnswersFile:
    """Change the collaboration or the perspective; theirs stays if it is no longer the old one."""
    if getattr(file.evaluation, key) != naming.old:
        return file
    text = editing.with_name(file.tree, key, naming.new)
    wanted = file.evaluation._replace(**dict[str, Any]({key: naming.new}))
    return _read_back([text], file, wanted, factor_set)


def _with_answer(factor_set: FactorSet, file: AnswersFile, factor_id: str, answer: Answer) -> AnswersFile:
    present = file.evaluation.answer(factor_id)
    answer = _with_note_kept(answer, present)
    if answer == present:
        return file
    factor = factor_set.factor_by_id[factor_id]
    texts = (editing.with_answer(file.tree, factor_set, factor, answer, quoted=quoted) for quoted in (False, True))
    return _read_back(texts, file, file.evaluation.with_answer(factor_id, answer), factor_set)


def _agreed(ours: Answer, theirs: Answer, before: Answer) -> Answer | None:
    """Return the answer that the file is to have; None if somebody else answered otherwise meanwhile.

    Of two answers that say the same, the one whose `missing` is not None wins.
    """
    if theirs == before:
        return ours
    if not theirs.is_like(_with_note_kept(ours, theirs)):
        return None
    return theirs if ours.missing is None else ours


def _with_note_kept(answer: Answer, present: Answer) -> Answer:
    """Return an answer with the note of `present` if `tidy` makes both notes equal."""
    same = tidy(answer.note or "") == tidy(present.note or "")
    return answer._replace(note=present.note) if same else answer


def _read_back(texts: Iterable[str], old: AnswersFile, wanted: Evaluation, factor_set: FactorSet) -> AnswersFile:
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

"""Putting what was given into a file as it now is on disk, and what decides between ours and theirs.

What comes back is the file after that, read back and held against what it should say; it is the one that went in where
theirs stays. UserError where ours cannot go into the text without changing something else.
"""

from collections.abc import Mapping
from typing import Any

from werkzaam.domain.evaluation import Action, Answer, Evaluation, tidy
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import editing
from werkzaam.files.answers import AnswersFile
from werkzaam.files.reading_back import read_back
from werkzaam.files.unsaved import Change, Naming, place_of, with_action_at


class Merger:
    """Works on files that were filled in with one factor set."""

    def __init__(self, factor_set: FactorSet) -> None:
        self._factor_set = factor_set

    def with_answers(
        self, file: AnswersFile, given: Mapping[str, Answer], known: Evaluation
    ) -> tuple[AnswersFile, list[str]]:
        """Put answers, by factor id, in; return also the ids of the factors that somebody else answered meanwhile.

        `known` is what the file said when it was read before: what differs from it is theirs.
        """
        theirs = []
        for factor_id, answer in given.items():
            agreed = _agreed(answer, file.evaluation.answer(factor_id), known.answer(factor_id))
            if agreed is None:
                theirs.append(factor_id)
            else:
                file = self._with_answer(file, factor_id, agreed)
        return file, theirs

    def with_action(self, file: AnswersFile, action: Action) -> AnswersFile:
        """Put an action behind those that are there."""
        wanted = file.evaluation._replace(actions=(*file.evaluation.actions, action))
        return read_back([editing.with_action(file.tree, action)], file, wanted, self._factor_set)

    def with_change(self, file: AnswersFile, change: Change) -> AnswersFile:
        """Change an action, or take it away; where none is as it was, theirs stays."""
        place = place_of(change, file.evaluation)
        if place is None:
            return file
        if change.new is None:
            text = editing.without_action(file.tree, place)
        else:
            text = editing.with_changed_action(file.tree, place, change.old, change.new)
        return read_back([text], file, with_action_at(file.evaluation, place, change.new), self._factor_set)

    def with_name(self, file: AnswersFile, key: str, naming: Naming) -> AnswersFile:
        """Give the collaboration or the perspective another name; where it is not called as it was, theirs stays."""
        present = getattr(file.evaluation, key)
        if present != naming.old:
            return file
        if present is None:
            text = editing.with_perspective(file.tree, naming.new)
        else:
            text = editing.with_value(file.tree, key, naming.new)
        wanted = file.evaluation._replace(**dict[str, Any]({key: naming.new}))
        return read_back([text], file, wanted, self._factor_set)

    def _with_answer(self, file: AnswersFile, factor_id: str, answer: Answer) -> AnswersFile:
        present = file.evaluation.answer(factor_id)
        answer = _with_note_kept(answer, present)
        if answer == present:
            return file
        of, factor = self._factor_set, self._factor_set.factor_by_id[factor_id]
        texts = (editing.with_answer(file.tree, of, factor, answer, quoted=quoted) for quoted in (False, True))
        return read_back(texts, file, file.evaluation.with_answer(factor_id, answer), of)


def _agreed(ours: Answer, theirs: Answer, before: Answer) -> Answer | None:
    """Return the answer that takes nothing from anybody; None where somebody else answered otherwise meanwhile.

    Of two that are alike, the one stays that says that nothing is missing.
    """
    if theirs == before:
        return ours
    if not theirs.is_like(_with_note_kept(ours, theirs)):
        return None
    return theirs if ours.missing is None else ours


def _with_note_kept(answer: Answer, present: Answer) -> Answer:
    """Return an answer with the note as it stands in the file, where ours says the same in the same lines."""
    same = tidy(answer.note or "") == tidy(present.note or "")
    return answer._replace(note=present.note) if same else answer

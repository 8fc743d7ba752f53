"""The answers file that a questionnaire works on: every answer goes to disk, and nobody's work is overwritten."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from werkzaam.domain.evaluation import Action, Answer, Evaluation, tidy
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.conflicts import ConflictError, read_again
from werkzaam.files.editing import (
    with_action,
    with_answer,
    with_changed_action,
    with_perspective,
    with_value,
    without_action,
)
from werkzaam.files.locking import locked
from werkzaam.files.reading import Source, read_regular
from werkzaam.files.reading_back import read_back
from werkzaam.files.rescue import Rescue
from werkzaam.files.saving import ChangedError, State, refuse_unwritable, state_of, write_atomically
from werkzaam.files.unsaved import Change, Naming, Unsaved, place_of, with_action_at
from werkzaam.files.writing import answers_text
from werkzaam.language import _
from werkzaam.system_errors import unwritable

_TRIES = 3
"""How often a save begins anew where the file is written by somebody else meanwhile."""


class AnswersStore:
    """One answers file on disk, and what is known of it.

    `tell` is called with a line for the user whenever something happened that they did not ask for.
    """

    def __init__(
        self, path: Path, factor_set: FactorSet, file: answers.AnswersFile, tell: Callable[[str], None]
    ) -> None:
        self.path = path
        self._factor_set = factor_set
        self._tell = tell
        self._file = file
        self._rescue = Rescue(path)
        self._unsaved = Unsaved()
        self._in_conflict = False
        self._state: State = None
        """Of the file, right before it was read for the last time."""

    @classmethod
    def open(cls, path: Path, factor_set: FactorSet, tell: Callable[[str], None]) -> "AnswersStore":
        """Take up a file; UserError where it cannot be used, or cannot be written back."""
        refuse_unwritable(path)
        return cls(path, factor_set, answers.read(read_regular(path), factor_set), tell)

    @classmethod
    def create(
        cls, path: Path, factor_set: FactorSet, evaluation: Evaluation, tell: Callable[[str], None]
    ) -> "AnswersStore":
        """Make a file with every factor in it; UserError where that fails, or where one came into being meanwhile."""
        source = Source(str(path), answers_text(factor_set, evaluation))
        made = answers.read(source, factor_set)
        make(path, source.encoded(source.text))
        return cls(path, factor_set, made, tell)

    @property
    def evaluation(self) -> Evaluation:
        """What the file held when it was last read or written; while it is in conflict, with ours in it."""
        return self._ours() if self._in_conflict else self._file.evaluation

    @property
    def warnings(self) -> tuple[str, ...]:
        """What in the file has no effect: a line each."""
        return tuple(map(str, self._file.warnings))

    @property
    def holds_all(self) -> bool:
        """Whether everything that was given is in the file."""
        return not self._unsaved

    @property
    def rescue(self) -> Path | None:
        """The file that holds what could not go into this one; None where there is none."""
        return self._rescue.file

    @property
    def place(self) -> Path:
        """The file that holds what `evaluation` says."""
        return self._rescue.file if self._in_conflict and self._rescue.file else self.path

    def save(self, given: Mapping[str, Answer]) -> Evaluation:
        """Put answers, by factor id, in the file as it now is on disk, and return what it then holds.

        Where somebody else changed the same factor, theirs stays and ours goes to a rescue file. Where the file can
        no longer be read or written, all of ours go there, and UserError says so: ConflictError where somebody else
        made something else of it. One can go on then: all goes to the rescue file, with a ConflictError each time,
        until the file is this evaluation again, and takes everything that waits.
        """
        self._unsaved.answers |= given
        self._unsaved.waiting.update(given)
        with self._saving():
            self._put_in()
        return self.evaluation

    def add_action(self, action: Action) -> None:
        """Put an action behind those in the file as it now is on disk; a rescue file and UserError as for answers."""
        self._unsaved.actions.append(action)
        with self._saving():
            self._put_in()

    def change_action(self, place: int, action: Action | None) -> None:
        """Put an action in the place of another, at this place, from 0, in `evaluation.actions`; None takes that away.

        Where somebody else changed that one, or took it away, theirs stays and ours goes to a rescue file; one that
        was to be taken away stays, and they are told. A rescue file and UserError as for answers.
        """
        self._unsaved.changes.append(Change(place, self.evaluation.actions[place], action))
        with self._saving():
            self._put_in()

    def rename(self, key: Literal["collaboration", "perspective"], name: str) -> None:
        """Give the collaboration another name, or say that it was filled in from another side; the file keeps its own.

        Where somebody else changed the same, theirs stays and ours goes to a rescue file; a rescue file and UserError
        as for answers.
        """
        self._unsaved.names[key] = Naming(getattr(self.evaluation, key), name)
        with self._saving():
            self._put_in()

    def fill_in_perspective(self, perspective: str) -> None:
        """Say from whose side a file without a perspective is filled in; UserError where it cannot be saved."""
        try:
            with locked(self.path):
                before, present = self._file.source, self._read_again()
                self._refuse_other_perspective(present.evaluation.perspective, perspective)
                wanted = replace(present.evaluation, perspective=perspective)
                self._replace(present, [with_perspective(present.tree, perspective)], wanted)
                self._tell_of_changes(before, present.source)
        except OSError as error:
            raise UserError(unwritable(self.path, error)) from error

    @contextmanager
    def _saving(self) -> Iterator[None]:
        """Keep other savers out; what cannot be saved, for whatever reason, is put aside, and said behind it."""
        with ExitStack() as turn:  # what is put aside is put there before the next saver's turn
            try:
                turn.enter_context(locked(self.path))
                yield
            except ConflictError as conflict:
                raise ConflictError(*self._set_aside(conflict)) from conflict
            except OSError as error:
                raise UserError(unwritable(self.path, error), *self._rescued()) from error
            except UserError as error:
                raise UserError(*error.args, *self._rescued()) from error
            except Exception as fault:
                if rescued := self._rescued():
                    fault.add_note("\n".join(rescued))
                raise

    def _replace(self, present: answers.AnswersFile, texts: Iterable[str], wanted: Evaluation) -> None:
        """Write the first of some texts that says what is wanted."""
        changed = read_back(texts, present, wanted, self._factor_set)
        self._write(changed.source)
        self._file = changed

    def _put_in(self) -> None:
        """Put all that waits in the file; again where somebody who keeps out of our locks wrote it at the same time."""
        for left in reversed(range(_TRIES)):
            try:
                self._put_all_in()
            except ChangedError:
                if not left:
                    raise
            else:
                break

    def _put_all_in(self) -> None:
        """Put in the file what was given just now, and before that while it was in conflict."""
        unsaved = self._unsaved
        if unsaved.waiting or not (unsaved.actions or unsaved.changes or unsaved.names):
            self._merge({name: answer for name, answer in unsaved.answers.items() if name in unsaved.waiting})
            unsaved.waiting.clear()
        for action in tuple(unsaved.actions):
            before, present = self._file.source, self._read_again()
            actions = (*present.evaluation.actions, action)
            self._replace(present, [with_action(present.tree, action)], replace(present.evaluation, actions=actions))
            unsaved.actions.remove(action)
            self._tell_of_changes(before, present.source)
        for change in tuple(unsaved.changes):
            self._put_change(change)
        for key, naming in tuple(unsaved.names.items()):
            self._put_name(key, naming)

    def _put_change(self, change: Change) -> None:
        before, known, present = self._file.source, self._file.evaluation.actions, self._read_again()
        now, place = present.evaluation.actions, place_of(change, present.evaluation)
        if place is None:
            self._file = present
        else:
            wanted = with_action_at(present.evaluation, place, change.new)
            self._replace(present, [_text_with(present, place, change)], wanted)
        self._unsaved.changes.remove(change)
        if place is None and change.new is not None and change.new not in now:
            self._unsaved.lost_changes.append(change)
            message = _("Somebody else changed this agreement meanwhile: theirs stands in {file}.")
            self._tell_of_theirs(message.format(file=self.path))
        elif place is None and change.new is None and len(now) >= len(known):
            self._tell(_("Somebody else changed this agreement meanwhile: it is not taken away."))
        else:
            self._tell_of_changes(before, present.source)

    def _put_name(self, key: str, naming: Naming) -> None:
        before, present = self._file.source, self._read_again()
        now = getattr(present.evaluation, key)
        if now == naming.old:
            text = _with_name(present, key, naming.new)
            self._replace(present, [text], replace(present.evaluation, **dict[str, Any]({key: naming.new})))
        else:
            self._file = present
        del self._unsaved.names[key]
        if now in (naming.old, naming.new):
            self._unsaved.lost_names.pop(key, None)
            self._tell_of_changes(before, present.source)
        else:
            self._unsaved.lost_names[key] = naming
            message = _("Somebody else changed this meanwhile: theirs stands in {file}.")
            self._tell_of_theirs(message.format(file=self.path))

    def _merge(self, given: Mapping[str, Answer]) -> None:
        before, known = self._file.source, self._file.evaluation
        present = self._read_again()
        agreed = {
            factor_id: _agreed(answer, present.evaluation.answer(factor_id), known.answer(factor_id))
            for factor_id, answer in given.items()
        }
        free = {factor_id: answer for factor_id, answer in agreed.items() if answer is not None}
        changed = present
        for factor_id, answer in free.items():
            changed = self._edited(changed, factor_id, answer)
        if changed.source != present.source:
            self._write(changed.source)
        self._file = changed
        for factor_id in free:
            del self._unsaved.answers[factor_id]
        if len(free) < len(given):
            if len(given) == 1:
                message = _("Somebody else answered this factor meanwhile: their answer stands in {file}.")
            else:
                message = _("Somebody else answered {factors} meanwhile: their answers stand in {file}.")
            factors = ", ".join(factor_id for factor_id in given if factor_id not in free)
            self._tell_of_theirs(message.format(factors=factors, file=self.path))
        else:
            self._tell_of_changes(before, present.source)

    def _edited(self, file: answers.AnswersFile, factor_id: str, answer: Answer) -> answers.AnswersFile:
        """Return a file after one answer was changed; UserError where that would change anything else."""
        present = file.evaluation.answer(factor_id)
        answer = _with_note_kept(answer, present)
        if answer == present:
            return file
        factor, wanted = self._factor_set.factor_by_id[factor_id], file.evaluation.with_answer(factor_id, answer)
        texts = (with_answer(file.tree, self._factor_set, factor, answer, quoted=quoted) for quoted in (False, True))
        return read_back(texts, file, wanted, self._factor_set)

    def _refuse_other_perspective(self, theirs: str | None, ours: str) -> None:
        if theirs not in (None, ours):
            message = _("{file}: somebody else filled in the perspective “{theirs}” meanwhile; that one stands.")
            raise UserError(message.format(file=self.path, theirs=theirs))

    def _tell_of_theirs(self, message: str) -> None:
        self._tell("\n".join([message, *self._rescued()]))

    def _tell_of_changes(self, before: Source, present: Source) -> None:
        if present != before:
            message = _("{file} was changed elsewhere meanwhile; those changes are kept.")
            self._tell(message.format(file=self.path))

    def _read_again(self) -> answers.AnswersFile:
        """Return the file as it is on disk now; ConflictError where it is no longer this evaluation."""
        self._state = state_of(self.path)
        present = read_again(self.path, self._file, self._factor_set)
        if self._in_conflict:
            self._in_conflict = False
            message = _("{file} can be filled in again; what you gave meanwhile goes into it too.")
            self._tell(message.format(file=self.path))
        return present

    def _write(self, source: Source) -> None:
        linked = self.path.stat().st_nlink > 1
        losses = write_atomically(self.path, source.encoded(source.text), self._state)
        for line in losses.lines(self.path):
            self._tell(line)
        if linked:
            message = _("{file} was also known by another name (a hard link); that one keeps the old text.")
            self._tell(message.format(file=self.path))

    def _set_aside(self, conflict: ConflictError) -> list[str]:
        """Put ours beside a file in conflict; return what to say: why, and where it is, or just that it goes on."""
        lasts, self._in_conflict = self._in_conflict, True
        where = self._rescued()
        if lasts and len(where) == 1:
            message = _("{file} cannot take your answers yet; they are in {rescue}.")
            return [message.format(file=self.path, rescue=self._rescue.file)]
        return [*conflict.args, *where]

    def _ours(self) -> Evaluation:
        """Return what was last read or written, with everything in it that is not in the file."""
        return self._unsaved.put_into(self._file.evaluation)

    def _rescued(self) -> list[str]:
        """Put every answer that is not in the file beside it, and say where; the text itself where that fails."""
        if self.holds_all:
            return []
        return self._rescue.take(lambda: answers_text(self._factor_set, self._ours()), self._unsaved.as_typed())


def _agreed(ours: Answer, theirs: Answer, before: Answer) -> Answer | None:
    """Return the answer that takes nothing from anybody; None where somebody else answered otherwise meanwhile.

    Of two that are alike, the one stays that says that nothing is missing.
    """
    if theirs == before:
        return ours
    if not theirs.is_like(_with_note_kept(ours, theirs)):
        return None
    return theirs if ours.missing is None else ours


def _text_with(file: answers.AnswersFile, place: int, change: Change) -> str:
    if change.new is None:
        return without_action(file.tree, place)
    return with_changed_action(file.tree, place, change.old, change.new)


def _with_name(file: answers.AnswersFile, key: str, name: str) -> str:
    if key == "perspective" and file.evaluation.perspective is None:
        return with_perspective(file.tree, name)
    return with_value(file.tree, key, name)


def make(path: Path, content: bytes) -> None:
    """Make a file; UserError where that fails, or where there is one."""
    refuse_unwritable(path)
    try:
        with locked(path):
            if path.exists():
                raise UserError(_("{file}: somebody made this file just now; start again.").format(file=path))
            write_atomically(path, content)
    except OSError as error:
        raise UserError(unwritable(path, error)) from error


def _with_note_kept(answer: Answer, present: Answer) -> Answer:
    """Return an answer with the note as it stands in the file, where ours says the same in the same lines."""
    same = tidy(answer.note or "") == tidy(present.note or "")
    return answer._replace(note=present.note) if same else answer

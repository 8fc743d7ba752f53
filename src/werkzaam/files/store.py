"""The answers file that a questionnaire works on: every answer goes to disk, and nobody's work is overwritten."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Literal

from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.conflicts import ConflictError, read_again
from werkzaam.files.disk.locking import locked
from werkzaam.files.disk.saving import ChangedError, State, make_file, refuse_unwritable, state_of, write_atomically
from werkzaam.files.reading import Source, read_regular
from werkzaam.files.unsaved import Change, Given, Naming, Rescue, place_of
from werkzaam.files.writing import answers_text
from werkzaam.language import _
from werkzaam.system_errors import unwritable

_TRIES = 3
"""How often a save is tried if somebody else writes the file at the same time."""


class AnswersStore:
    """One answers file on disk, and what was given to be saved in it.

    `tell` is called with a message for the user whenever something happened that they did not ask for.
    """

    def __init__(
        self, path: Path, factor_set: FactorSet, file: answers.AnswersFile, tell: Callable[[str], None]
    ) -> None:
        self.path = path
        self._factor_set = factor_set
        self._tell = tell
        self._file = file
        self._rescue = Rescue(path, factor_set)
        self._waiting = Given()
        self._overruled = Given()
        """What is not tried again, since somebody else changed the same."""
        self._in_conflict = False
        self._known: Mapping[str, Answer] | None = None
        self._state: State = None
        """The state of the file right before it was last read for a save; None before the first one."""

    @classmethod
    def open(cls, path: Path, factor_set: FactorSet, tell: Callable[[str], None]) -> "AnswersStore":
        """Open an existing answers file, and tell the warnings on it.

        Raises UserError if it cannot be used, or cannot be written.
        """
        refuse_unwritable(path)
        file = answers.read(read_regular(path), factor_set)
        for warning in file.warnings:
            tell(str(warning))
        return cls(path, factor_set, file, tell)

    @classmethod
    def create(
        cls, path: Path, factor_set: FactorSet, evaluation: Evaluation, tell: Callable[[str], None]
    ) -> "AnswersStore":
        """Make an answers file with every factor in it. Raises UserError if that fails, or if the file exists."""
        source = Source(str(path), answers_text(factor_set, evaluation))
        made = answers.read(source, factor_set)
        make_file(path, source.encoded())
        return cls(path, factor_set, made, tell)

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation in the file when it was last read or written; in conflict, with everything unsaved in it."""
        return self._unsaved.put_into(self._file.evaluation) if self._in_conflict else self._file.evaluation

    @property
    def holds_all(self) -> bool:
        """Whether everything that was given is in the file."""
        return not self._unsaved

    @property
    def _unsaved(self) -> Given:
        return self._overruled.and_then(self._waiting)

    @property
    def rescue(self) -> Path | None:
        """The path of the rescue file, with what could not be saved in this file; None if there is none."""
        return self._rescue.file

    @property
    def place(self) -> Path:
        """The path of the file that holds `evaluation`: in conflict, the rescue file."""
        return self._rescue.file if self._in_conflict and self._rescue.file else self.path

    def save(self, given: Mapping[str, Answer], known: Mapping[str, Answer] | None = None) -> Evaluation:
        """Put answers, by factor id, in the file as it is on disk now; return the evaluation that it then holds.

        If somebody else changed the same factor, theirs stays and ours goes to the rescue file. `known` are the
        answers on which ours are based: what differs in the file is theirs. None: the answers that were last read.

        Raises UserError if the file can no longer be read or written, after everything unsaved went to the rescue
        file; ConflictError if somebody else turned it into something else. Saving can go on after a ConflictError: it
        fills the rescue file and raises again, until the file is this evaluation again and takes all that waits.
        """
        self._known = known
        self._waiting.answers |= given
        self._put_in()
        return self.evaluation

    def add_action(self, action: Action) -> None:
        """Add an action at the end of those in the file on disk; rescue file and UserError as in `save`."""
        self._waiting.changes.append(Change(len(self.evaluation.actions), None, action))
        self._put_in()

    def change_action(self, place: int, action: Action | None) -> None:
        """Replace the action at index `place` of `evaluation.actions`, or remove it if `action` is None.

        If somebody else changed or removed that action, theirs stays and ours goes to the rescue file; an action that
        was to be removed then stays, and the user is told. Rescue file and UserError as in `save`.
        """
        self._waiting.changes.append(Change(place, self.evaluation.actions[place], action))
        self._put_in()

    def rename(self, key: Literal["collaboration", "perspective"], name: str) -> None:
        """Change, or fill in, the collaboration or the perspective in the file; the path of the file stays the same.

        If somebody else changed the same key, theirs stays and ours goes to the rescue file. Rescue file and UserError
        as in `save`.
        """
        present = getattr(self._file.evaluation, key)  # in the file, also while another name of ours waits
        self._waiting.names[key] = Naming(present, name)
        self._put_in()

    @contextmanager
    def _saving(self) -> Iterator[None]:
        """Lock the file for the block; if that raises, put aside what is unsaved, and add to the error where it is."""
        with ExitStack() as turn:  # the lock is kept until the rescue file is written
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

    def _put_in(self) -> None:
        """Save all that waits; try again if somebody who ignores our locks wrote the file at the same time."""
        with self._saving():
            for _try in range(_TRIES - 1):
                with suppress(ChangedError):
                    self._put_all_in()
                    return
            self._put_all_in()

    def _put_all_in(self) -> None:
        """Save all that waits, given just now or while the file could not be saved; tell what somebody else changed."""
        from werkzaam.files.merging import merged  # much to import, not before somebody can answer

        before, given = self._file, self._waiting
        known = before.evaluation if self._known is None else before.evaluation._replace(answers=self._known)
        present = self._read_again()
        changed, overruled = merged(self._factor_set, present, given, known)
        self._keep(changed, present)
        for factor_id in given.answers.keys() - overruled.answers.keys():
            self._overruled.forget_if_said(factor_id, given.answers[factor_id], known.answer(factor_id))
        for key in given.names:
            self._overruled.names.pop(key, None)
        self._waiting, self._overruled = Given(), self._overruled.and_then(overruled)
        theirs = [*_theirs(given, overruled), *_not_removed(given, before.evaluation, present.evaluation)]
        if theirs:
            said = [message.format(file=self.path, factors=", ".join(overruled.answers)) for message in theirs]
            self._tell("\n".join([*said, *self._rescued()]))
        elif present.source != before.source:
            message = _("{file} was changed elsewhere meanwhile; those changes are kept.")
            self._tell(message.format(file=self.path))

    def _read_again(self) -> answers.AnswersFile:
        """Return the file as it is on disk now. Raises ConflictError if it is no longer this evaluation."""
        self._state = state_of(self.path)
        present = read_again(self.path, self._file, self._factor_set)
        if self._in_conflict:
            self._in_conflict = False
            message = _("{file} can be filled in again; what you gave meanwhile goes into it too.")
            self._tell(message.format(file=self.path))
        return present

    def _keep(self, changed: answers.AnswersFile, present: answers.AnswersFile) -> None:
        """Keep `changed` as the current file, and write it to disk unless its text is that of `present`, read there."""
        if changed.source != present.source:
            self._write(changed.source)
        self._file = changed

    def _write(self, source: Source) -> None:
        refuse_unwritable(self.path)  # somebody may have locked it meanwhile, which a rename would not notice
        linked = self.path.stat().st_nlink > 1
        losses = write_atomically(self.path, source.encoded(), self._state)
        for line in losses.lines(self.path):
            self._tell(line)
        if linked:
            message = _("{file} was also known by another name (a hard link); that one keeps the old text.")
            self._tell(message.format(file=self.path))

    def _set_aside(self, conflict: ConflictError) -> list[str]:
        """Put what is unsaved in the rescue file; return lines that say why and where, or that the conflict lasts."""
        lasts, self._in_conflict = self._in_conflict, True
        where = self._rescued()
        if lasts and len(where) == 1:
            message = _("{file} cannot take your answers yet; they are in {rescue}.")
            return [message.format(file=self.path, rescue=self._rescue.file)]
        return [*conflict.args, *where]

    def _rescued(self) -> list[str]:
        """Put what is unsaved in the rescue file; return lines that say where, or the text itself if that fails."""
        return [] if self.holds_all else self._rescue.take(self._unsaved, self._file.evaluation)


def _theirs(given: Given, overruled: Given) -> Iterator[str]:
    """Yield a message for each kind of thing that was given and is overruled."""
    if overruled.answers and len(given.answers) == 1:
        yield _("Somebody else changed this factor meanwhile: theirs stands in {file}.")
    elif overruled.answers:
        yield _("Somebody else changed {factors} meanwhile: theirs stands in {file}.")
    if overruled.changes:
        yield _("Somebody else changed or removed this agreement meanwhile: {file} stays as it is.")
    if overruled.names:
        yield _("Somebody else changed this meanwhile: theirs stands in {file}.")


def _not_removed(given: Given, before: Evaluation, present: Evaluation) -> Iterator[str]:
    """Yield a message if an action was to be removed that somebody else changed, not removed."""
    is_lacking = any(change.new is None and place_of(change, present) is None for change in given.changes)
    if is_lacking and len(present.actions) >= len(before.actions):
        yield _("Somebody else changed this agreement meanwhile: it is not taken away.")

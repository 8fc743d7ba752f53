"""The answers file that a questionnaire works on: every answer goes to disk, and nobody's work is overwritten."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.comments import comments
from werkzaam.files.editing import (
    with_action,
    with_answer,
    with_changed_action,
    with_collaboration,
    with_other_perspective,
    with_perspective,
    without_action,
)
from werkzaam.files.locations import beside
from werkzaam.files.locking import locked
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import Source, read_file
from werkzaam.files.saving import refuse_unwritable, write_apart, write_atomically
from werkzaam.files.writing import answers_text
from werkzaam.files.yaml_tree import YamlTree
from werkzaam.language import _
from werkzaam.system_errors import unwritable

_Change = tuple[Action | None, Action | None]
"""What an action was and what it is to be; None before it was added, and where it is taken away."""


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
        self._rescue: Path | None = None
        self._unsaved: dict[str, Answer] = {}
        self._unsaved_actions: list[_Change] = []
        self._unsaved_names: dict[str, Any] = {}

    @classmethod
    def open(cls, path: Path, factor_set: FactorSet, tell: Callable[[str], None]) -> "AnswersStore":
        """Take up a file; UserError where it cannot be used, or cannot be written back."""
        refuse_unwritable(path)
        return cls(path, factor_set, answers.read(read_file(path), factor_set), tell)

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
        """What the file held when it was last read or written."""
        return self._file.evaluation

    @property
    def warnings(self) -> tuple[str, ...]:
        """What in the file has no effect: a line each."""
        return tuple(map(str, self._file.warnings))

    @property
    def holds_all(self) -> bool:
        """Whether everything that was given is in the file."""
        return not self._unsaved and not self._unsaved_actions and not self._unsaved_names

    def save(self, given: Mapping[str, Answer]) -> Evaluation:
        """Put answers, by factor id, in the file as it now is on disk, and return what it then holds.

        Where somebody else changed the same factor, theirs stays and ours goes to a rescue file. Where the file can
        no longer be read or written, all of ours go there, and UserError says so.
        """
        self._unsaved |= given
        with self._saving():
            self._merge(given)
        return self.evaluation

    def add_action(self, action: Action) -> None:
        """Put an action behind those in the file as it now is on disk; a rescue file and UserError as for answers."""
        self._unsaved_actions.append((None, action))
        with self._saving():
            before, present = self._file.source, self._read_again()
            actions = (*present.evaluation.actions, action)
            self._replace(present, [with_action(present.tree, action)], replace(present.evaluation, actions=actions))
            self._unsaved_actions.remove((None, action))
            self._tell_of_changes(before, present.source)

    def change_action(self, place: int, action: Action) -> None:
        """Put an action in the place of another: of the one at this place, from 0, in `evaluation.actions`.

        Where somebody else changed that one, or took it away, theirs stays and ours goes to a rescue file; a rescue
        file and UserError as for answers.
        """
        self._change_action(place, action)

    def remove_action(self, place: int) -> None:
        """Take away the action at a place; one that somebody else changed stays, and they are told."""
        self._change_action(place, None)

    def change_collaboration(self, name: str) -> None:
        """Give the collaboration another name; the file keeps its own.

        Where somebody else changed the name, theirs stays and ours goes to a rescue file; a rescue file and UserError
        as for answers.
        """
        theirs = _("Somebody else changed the name of the collaboration meanwhile: theirs stands in {file}.")
        self._change_name("collaboration", name, with_collaboration, theirs)

    def change_perspective(self, perspective: str) -> None:
        """Say that it was filled in from another side than the file says; else as for the name."""
        theirs = _("Somebody else changed the perspective meanwhile: theirs stands in {file}.")
        with_it = with_perspective if self.evaluation.perspective is None else with_other_perspective
        self._change_name("perspective", perspective, with_it, theirs)

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

    def _change_action(self, place: int, action: Action | None) -> None:
        known = self.evaluation.actions
        change = (known[place], action)
        self._unsaved_actions.append(change)
        with self._saving():
            before, present = self._file.source, self._read_again()
            now = present.evaluation.actions
            found = _place_of(known[place], now, place)
            if found is None:
                self._file = present
            else:
                self._replace(present, [_text_with(present, found, action)], _with(present.evaluation, found, action))
            if found is None and action is not None and action not in now:
                self._tell_of_theirs(_("Somebody else changed this agreement meanwhile: theirs stands in {file}."))
                return
            self._unsaved_actions.remove(change)
            if found is None and action is None and len(now) >= len(known):
                message = _("Somebody else changed this agreement meanwhile: it is not taken away.")
                self._tell(message)
            else:
                self._tell_of_changes(before, present.source)

    def _change_name(self, key: str, name: str, with_name: Callable[[YamlTree, str], str], theirs: str) -> None:
        known = getattr(self.evaluation, key)
        self._unsaved_names[key] = name
        with self._saving():
            before, present = self._file.source, self._read_again()
            now = getattr(present.evaluation, key)
            if now == known:
                wanted = replace(present.evaluation, **dict[str, Any]([(key, name)]))
                self._replace(present, [with_name(present.tree, name)], wanted)
            else:
                self._file = present
            if now not in (known, name):
                self._tell_of_theirs(theirs)
                return
            del self._unsaved_names[key]
            self._tell_of_changes(before, present.source)

    @contextmanager
    def _saving(self) -> Iterator[None]:
        """Keep other savers out; what cannot be saved, for whatever reason, is put aside, and said behind it."""
        with ExitStack() as turn:  # what is put aside is put there before the next saver's turn
            try:
                turn.enter_context(locked(self.path))
                yield
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
        changed = self._read_back(texts, present, wanted)
        self._write(changed.source)
        self._file = changed

    def _merge(self, given: Mapping[str, Answer]) -> None:
        before, known = self._file.source, self.evaluation
        present = self._read_again()
        agreed = {
            factor_id: _agreed(answer, present.evaluation.answer(factor_id), known.answer(factor_id))
            for factor_id, answer in given.items()
        }
        free = {factor_id: answer for factor_id, answer in agreed.items() if answer is not None}
        changed = present
        for factor_id, answer in free.items():
            changed = self._edited(changed, factor_id, answer)
        if free:
            self._write(changed.source)
        self._file = changed
        for factor_id in free:
            del self._unsaved[factor_id]
        if len(free) < len(given):
            if len(given) == 1:
                message = _("Somebody else answered this factor meanwhile: their answer stands in {file}.")
            else:
                message = _("Somebody else answered {factors} meanwhile: their answers stand in {file}.")
            factors = ", ".join(factor_id for factor_id in given if factor_id not in free)
            self._tell("\n".join([message.format(factors=factors, file=self.path), *self._rescued()]))
        else:
            self._tell_of_changes(before, present.source)

    def _edited(self, file: answers.AnswersFile, factor_id: str, answer: Answer) -> answers.AnswersFile:
        """Return a file after one answer was changed; UserError where that would change anything else."""
        factor, wanted = self._factor_set.factor_by_id[factor_id], file.evaluation.with_answer(factor_id, answer)
        texts = (with_answer(file.tree, self._factor_set, factor, answer, quoted=quoted) for quoted in (False, True))
        return self._read_back(texts, file, wanted)

    def _read_back(self, texts: Iterable[str], old: answers.AnswersFile, wanted: Evaluation) -> answers.AnswersFile:
        """Return the first of some texts that says what is wanted, with every comment; UserError where none does."""
        remarks = Counter(comment.text for comment in comments(old.tree))
        for text in texts:
            with suppress(UnusableFileError):
                changed = answers.read(Source(str(self.path), text, bom=old.source.bom), self._factor_set)
                kept = Counter(comment.text for comment in comments(changed.tree))
                if _essence(changed.evaluation) == _essence(wanted) and remarks <= kept:
                    return changed
        message = _("{file}: this answer cannot be put into the text without changing something else.")
        raise UserError(message.format(file=self.path))

    def _refuse_other_perspective(self, theirs: str | None, ours: str) -> None:
        if theirs not in (None, ours):
            message = _("{file}: somebody else filled in the perspective “{theirs}” meanwhile; that one stands.")
            raise UserError(message.format(file=self.path, theirs=theirs))

    def _tell_of_theirs(self, message: str) -> None:
        self._tell("\n".join([message.format(file=self.path), *self._rescued()]))

    def _tell_of_changes(self, before: Source, present: Source) -> None:
        if present != before:
            message = _("{file} was changed elsewhere meanwhile; those changes are kept.")
            self._tell(message.format(file=self.path))

    def _read_again(self) -> answers.AnswersFile:
        """Return the file as it is on disk now, without parsing what is known already."""
        source = read_file(self.path)
        return self._file if source == self._file.source else answers.read(source, self._factor_set)

    def _write(self, source: Source) -> None:
        linked = self.path.stat().st_nlink > 1
        write_atomically(self.path, source.encoded(source.text))
        if linked:
            message = _("{file} was also known by another name (a hard link); that one keeps the old text.")
            self._tell(message.format(file=self.path))

    def _rescued(self) -> list[str]:
        """Put every answer that is not in the file beside it, and say where; the text itself where that fails."""
        if self.holds_all:
            return []
        text = self._as_typed()
        try:
            text = self._whole_text()
            if self._rescue is None:
                self._rescue = write_apart(_rescue_names(self.path), text.encode(), like=self.path)
            else:
                write_atomically(self._rescue, text.encode())
        except Exception:  # noqa: BLE001 (whatever it is, it is no reason to lose them)
            return [_("Your answers could not be saved anywhere; here they are, to be copied:"), *text.split("\n")]
        return [_("Your answers are in {file}.").format(file=self._rescue)]

    def _whole_text(self) -> str:
        """Return the file as it would be with everything in it."""
        ours = replace(self.evaluation, answers={**self.evaluation.answers, **self._unsaved})
        ours = replace(_changed(ours, self._unsaved_actions), **self._unsaved_names)
        return answers_text(self._factor_set, ours)

    def _as_typed(self) -> str:
        """Return what is not in the file, for where the text of a file can no longer be made."""
        said = [
            f"{factor_id}: {' '.join([answer.option or '', *answer.named])}\n{answer.note or ''}"
            for factor_id, answer in self._unsaved.items()
        ]
        actions = [action for _known, action in self._unsaved_actions if action is not None]
        agreed = [f"{action.what}\n{action.owner or ''} {action.due or ''}" for action in actions]
        return "\n".join([*said, *agreed, *map(str, self._unsaved_names.values())])


def _agreed(ours: Answer, theirs: Answer, before: Answer) -> Answer | None:
    """Return the answer that takes nothing from anybody; None where somebody else answered otherwise meanwhile.

    Of two that are alike, the one stays that says that nothing is missing.
    """
    if theirs == before:
        return ours
    if not theirs.is_like(ours):
        return None
    return theirs if ours.missing is None else ours


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


def _place_of(action: Action, actions: Sequence[Action], place: int) -> int | None:
    """Return where an action stands now that stood at a place: the nearest that is the same; None where none is."""
    places = [number for number, other in enumerate(actions) if other == action]
    return min(places, key=lambda number: abs(number - place), default=None)


def _with(evaluation: Evaluation, place: int, action: Action | None) -> Evaluation:
    """Return an evaluation with another action at a place, or none."""
    before, behind = evaluation.actions[:place], evaluation.actions[place + 1 :]
    return replace(evaluation, actions=(*before, *([action] if action else []), *behind))


def _text_with(file: answers.AnswersFile, place: int, action: Action | None) -> str:
    if action is None:
        return without_action(file.tree, place)
    return with_changed_action(file.tree, place, file.evaluation.actions[place], action)


def _changed(evaluation: Evaluation, changes: Iterable[_Change]) -> Evaluation:
    """Return an evaluation after some changes of its actions; what was to be changed and is not there is added."""
    for old, new in changes:
        if old in evaluation.actions:
            evaluation = _with(evaluation, evaluation.actions.index(old), new)
        elif new is not None:
            evaluation = replace(evaluation, actions=(*evaluation.actions, new))
    return evaluation


def _essence(evaluation: Evaluation) -> Evaluation:
    """Return an evaluation without the line ends behind its texts: a file that ends in one gets it when it grows."""
    ends = {name: replace(answer, note=(answer.note or "").rstrip("\n")) for name, answer in evaluation.answers.items()}
    actions = tuple(
        replace(action, what=action.what.rstrip("\n"), owner=(action.owner or "").rstrip("\n"))
        for action in evaluation.actions
    )
    return replace(evaluation, answers=ends, actions=actions)


def _rescue_names(path: Path) -> Iterator[Path]:
    """Return what a rescue file may be called: an earlier one, or that of somebody else, is not to be overwritten."""
    for number in count(1):
        yield beside(path, "", f".rescue{f'-{number}' * (number > 1)}")

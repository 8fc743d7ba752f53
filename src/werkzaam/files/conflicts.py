"""Detection of conflicts: whether an answers file on disk is still the evaluation that was opened."""

import time
from collections.abc import Iterator
from pathlib import Path

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.names import same_collaboration
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.answers import AnswersFile
from werkzaam.files.disk.saving import State, state_of
from werkzaam.files.reading import read_regular
from werkzaam.language import _

PATIENCE = 2.0
"""The longest wait, in seconds, for another program that is writing the file."""
QUIET = 0.5
"""Seconds without a change after which the file counts as written."""
_PAUSE = 0.02
_NAMED = 5
"""How many of the ids that are gone the message lists."""


class ConflictError(UserError):
    """A file that cannot take our answers, because somebody else replaced it, cut it short or made it unusable."""


def read_again(path: Path, opened: AnswersFile, factor_set: FactorSet) -> AnswersFile:
    """Return the answers file as it is on disk now. Raises ConflictError if it is no longer the evaluation `opened`.

    Many editors empty a file, then write it, and ignore our locks. A file that may be half written is therefore read
    again until it has not changed for QUIET seconds, or PATIENCE seconds are over. A file may be half written if it is
    empty or ends in the middle of a line, if it cannot be read, or if factors or actions are gone. Half a file goes
    unnoticed if it ends after a whole line behind the last factor (in a long note, say), or if the next part comes
    later than we wait; it is then left alone only if it is no longer this evaluation.
    """
    end = time.monotonic() + PATIENCE
    while True:
        state = state_of(path)
        found = _found(path, opened, factor_set)
        if not _may_be_half(found, opened) or not _changes(path, state, end):
            break
    if isinstance(found, ConflictError):
        raise found
    return found


def _found(path: Path, opened: AnswersFile, factor_set: FactorSet) -> AnswersFile | ConflictError:
    """Return the file on disk, `opened` itself if its text is unchanged; a ConflictError if it cannot take answers."""
    try:
        source = read_regular(path)
        present = opened if source == opened.source else answers.read(source, factor_set)
    except UserError as error:
        return ConflictError(error.args[0])
    why = _other_evaluation(path, opened.evaluation, present.evaluation) or _gone(path, opened, present)
    return ConflictError(why) if why else present


def _may_be_half(found: AnswersFile | ConflictError, opened: AnswersFile) -> bool:
    if isinstance(found, ConflictError):
        return True
    if found is opened:
        return False
    ends_in_a_line = not found.source.text.endswith(("\n", "\r"))
    return ends_in_a_line or len(found.evaluation.actions) < len(opened.evaluation.actions)


def _changes(path: Path, state: State, end: float) -> bool:
    """Wait until a file leaves `state`, for QUIET seconds at most and not past `end`; return whether it did."""
    end = min(end, time.monotonic() + QUIET)
    while time.monotonic() < end:
        time.sleep(_PAUSE)
        if state_of(path) != state:
            return True
    return False


def _other_evaluation(path: Path, opened: Evaluation, present: Evaluation) -> str | None:
    """Return a message if collaboration, date or perspective changed, else None; a first perspective is no change."""
    for key in ("collaboration", "date", "perspective"):
        old, new = getattr(opened, key), getattr(present, key)
        if old not in (None, new) and not (key == "collaboration" and same_collaboration(old, new)):
            message = _("{file} has become another evaluation meanwhile ({key}: “{new}”, was “{old}”); it stays so.")
            return message.format(file=path, key=key, old=old, new=new or "")
    return None


def _gone(path: Path, opened: AnswersFile, present: AnswersFile) -> str | None:
    """Return a message if ids of categories or factors are gone from a file, else None; an answer may be emptied."""
    standing = set(_standing(present))
    gone = [name for key, name in _standing(opened) if (key, name) not in standing]
    if not gone:
        return None
    names = ", ".join(gone[:_NAMED]) + ", …" * (len(gone) > _NAMED)
    message = _("{file}: what stood in it is gone meanwhile ({names}); it stays so.")
    return message.format(file=path, names=names)


def _standing(file: AnswersFile) -> Iterator[tuple[str, str]]:
    """Return the ids of the categories and factors in a file, each behind the key above it."""
    for category, factors in (file.tree.data.get("answers") or {}).items():
        yield "answers", category
        for factor in factors or {}:
            yield category, factor

"""Whether a file is still the evaluation that was opened, and whether somebody is writing it at this moment."""

import time
from collections.abc import Iterator
from pathlib import Path

from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.names import same_collaboration
from werkzaam.errors import UserError
from werkzaam.files import answers
from werkzaam.files.answers import AnswersFile
from werkzaam.files.reading import read_regular
from werkzaam.files.saving import State, state_of
from werkzaam.language import _

PATIENCE = 2.0
"""Seconds to wait at most for somebody who is writing the file."""
QUIET = 0.5
"""Seconds without a change after which nobody is taken to be writing it any more."""
_PAUSE = 0.02
_NAMED = 5
"""How many of the ids that are gone are named."""


class ConflictError(UserError):
    """A file that cannot take our answers, because of what somebody else made of it; its one line says why."""


def read_again(path: Path, opened: AnswersFile, factor_set: FactorSet) -> AnswersFile:
    """Return an evaluation as it is on disk now; ConflictError where the file is no longer that evaluation.

    Many editors empty a file and then write it anew, and take no part in our locks. Where what stands there may be
    half of it, it is read again until the file has not changed for a moment. Half a file is seen where it is empty or
    ends in the middle of a line, where it cannot be read, and where factors or agreements are gone. It is not seen
    where it ends after a whole line behind the last factor (in a long note, say), nor where somebody takes longer over
    the next part than we wait; then only a file that is no longer this evaluation is left alone.
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
    """Return what stands on disk, without parsing what is known already; or why it is not what was opened."""
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
    """Wait until a file is in another state, or for as long as nobody seems to be writing; whether it changed."""
    end = min(end, time.monotonic() + QUIET)
    while time.monotonic() < end:
        time.sleep(_PAUSE)
        if state_of(path) != state:
            return True
    return False


def _other_evaluation(path: Path, opened: Evaluation, present: Evaluation) -> str | None:
    """Return why a file is about something else than it was; a perspective may have been filled in."""
    pairs = {
        "collaboration": (opened.collaboration, present.collaboration),
        "date": (opened.date, present.date),
        "perspective": (opened.perspective, present.perspective),
    }
    same = same_collaboration(opened.collaboration, present.collaboration)
    for key, (old, new) in pairs.items():
        if old != new and not (key == "collaboration" and same) and old is not None:
            message = _("{file} has become another evaluation meanwhile ({key}: “{new}”, was “{old}”); it stays so.")
            return message.format(file=path, key=key, old=old, new=new or "")
    return None


def _gone(path: Path, opened: AnswersFile, present: AnswersFile) -> str | None:
    """Return what stood in a file and is not there any more, in words; an answer that was emptied stands there."""
    standing = set(_standing(present))
    gone = [name for key, name in _standing(opened) if (key, name) not in standing]
    if not gone:
        return None
    names = ", ".join(gone[:_NAMED]) + ", …" * (len(gone) > _NAMED)
    message = _("{file}: what stood in it is gone meanwhile ({names}); it stays so.")
    return message.format(file=path, names=names)


def _standing(file: AnswersFile) -> Iterator[tuple[str, str]]:
    """Return the categories and factors in a file, each with the key above it."""
    for category, factors in (file.tree.data.get("answers") or {}).items():
        yield "answers", category
        for factor in factors or {}:
            yield category, factor

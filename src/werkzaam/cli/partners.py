"""The files of partners who filled it in apart: read to lie beside the questions of a joint one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from werkzaam.cli.inputs import STDIN, is_among
from werkzaam.cli.others import read_other
from werkzaam.domain.comparison import Axis, Entry, ordered
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError
from werkzaam.language import _


def read_partners(files: Sequence[str], factor_set: FactorSet, tell: Callable[[str], None]) -> list[Entry]:
    """Read the files of partners, in the order in which the set names their perspectives.

    Raises UserError where one cannot be used: stdin is needed for answers, and of a file that is named twice both
    would always agree.
    """
    if STDIN in files:
        raise UserError(_("--beside -: the answers to the questions come from stdin; name a file."))
    read = [read_other(file, factor_set, tell) for file in files]
    for number, file in enumerate(files):
        if is_among(Path(file), files[:number]):
            raise UserError(_("--beside {file}: this file is named twice.").format(file=file))
    entries = [Entry(found.source.name, found.evaluation, found.unasked, found.retired) for found in read]
    return ordered(Axis.PERSPECTIVE, entries, factor_set)

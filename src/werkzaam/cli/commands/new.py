"""`werkzaam new`: an answers file for those who would rather use an editor."""

import os
from pathlib import Path
from typing import Annotated

from werkzaam.cli.options import Collaboration, Day, Factors, Lang, PerspectiveId, argument
from werkzaam.cli.output import say
from werkzaam.cli.values import load_factor_set, parse_collaboration, parse_date, parse_perspective, today
from werkzaam.errors import ExitCode, UserError
from werkzaam.language import N_, _
from werkzaam.system_errors import is_folder, is_no_file


def new(
    file: Annotated[str, argument("FILE", N_("The file to make."))],
    collaboration: Collaboration = None,
    perspective: PerspectiveId = None,
    day: Day = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Make an answers file in which every factor is open. Raises UserError if the file exists already."""
    from werkzaam.cli.inputs import STDIN
    from werkzaam.domain.evaluation import Evaluation
    from werkzaam.files.blank import blank_text
    from werkzaam.files.disk.locations import refuse_impossible
    from werkzaam.files.disk.saving import make_file
    from werkzaam.wording.filling_in import NO_NAME_YET

    factor_set = load_factor_set(factors, lang)
    evaluation = Evaluation(
        parse_collaboration(collaboration) or _(NO_NAME_YET),
        parse_date(day) or today(),
        parse_perspective(perspective, factor_set),
    )
    path = Path(file)
    if file == STDIN:
        raise UserError(is_no_file(file))
    refuse_impossible(path)  # before a device is taken for a file that is there
    if path.is_dir():
        raise UserError(is_folder(file))
    if os.path.lexists(path):  # a link too, wherever it leads
        raise UserError(_("{file}: this file is there already; name another one.").format(file=path))
    make_file(path, blank_text(factor_set, evaluation).encode())
    say(_("Made {file}: open it in an editor.").format(file=path))
    return ExitCode.DONE

"""`werkzaam diff`: what changed between two evaluations."""

from typing import TYPE_CHECKING, Annotated

import typer

from werkzaam.cli.arguments.options import Factors, Lang, OutputPath, output_format
from werkzaam.cli.arguments.values import load_factor_set, parse_format
from werkzaam.cli.exit_codes import ExitCode
from werkzaam.language import N_

if TYPE_CHECKING:
    from werkzaam.cli.streams.output import Output
    from werkzaam.domain.difference import Difference

FORMATS = ("table", "json", "markdown")


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=N_("The earlier answers file; - reads it from stdin."))],
    new: Annotated[str, typer.Argument(metavar="NEW", help=N_("The later one; /dev/null stands for none."))],
    form: Annotated[str, output_format(FORMATS)] = FORMATS[0],
    output: OutputPath = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=N_("Exit with 1 where an answer, note or action changed."))
    ] = False,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Write what changed."""
    from werkzaam.cli.streams.inputs import read_all
    from werkzaam.cli.streams.output import Output
    from werkzaam.domain.difference import difference

    factor_set = load_factor_set(factors, lang)
    form = parse_format(form, FORMATS)
    place = Output(output, inputs=(old, new, factors))
    before, after = read_all((old, new), factor_set)
    files = [file for file in (before, after) if file]
    found = difference(
        factor_set,
        before.evaluation if before else None,
        after.evaluation if after else None,
        retired=[name for file in files for name in file.retired],
        added={name for file in files for name in file.unasked},
    )
    _write(found, form, place)
    return ExitCode.NO if exit_code and not found.is_empty else ExitCode.DONE


def _write(found: "Difference", form: str, place: "Output") -> None:
    """Write a difference in a format; each loads what it needs."""
    if form == "json":
        from werkzaam.formats.difference_json import difference_json

        place.text(difference_json(found))
    elif form == "markdown":
        from werkzaam.formats.difference_markdown import difference_markdown

        place.text(difference_markdown(found))
    else:
        from werkzaam.terminal.difference_table import print_difference

        place.drawing(lambda console, signs: print_difference(console, signs, found))

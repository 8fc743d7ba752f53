"""`werkzaam report`: one evaluation, scored."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.options import Factors, Lang, load_factor_set, today
from werkzaam.errors import UserError
from werkzaam.language import N_, _
from werkzaam.visible import visible

if TYPE_CHECKING:
    from werkzaam.files.reading import Source

STDIN = "-"


def report(
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help=N_("The answers file; - reads it from stdin."), show_default=False),
    ] = None,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Print the report on an evaluation to stdout."""
    from werkzaam.cli.output import write_result
    from werkzaam.domain import report as reports
    from werkzaam.files import answers
    from werkzaam.terminal.report_table import print_report

    factor_set = load_factor_set(factors, lang)
    read = answers.read(_source(file), factor_set)
    for warning in read.warnings:
        typer.echo(visible(str(warning)), err=True)
    found = reports.report(factor_set, read.evaluation)
    write_result(lambda console, signs: print_report(console, signs, found, today()))
    return ExitCode.DONE


def _source(file: str | None) -> "Source":
    from werkzaam.files import reading

    if file == STDIN:
        if sys.stdin is None:
            raise UserError(_("<stdin>: there is nothing to read from."))
        return reading.read_stream(sys.stdin.buffer, "<stdin>")
    return reading.read_file(Path(file) if file else _only_default_file())


def _only_default_file() -> Path:
    """Return the one answers file in the current folder; UserError where there is none, or more than one."""
    from werkzaam.files import locations

    found = sorted(locations.default_files(Path()))
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(_("There is no answers file here: name one, or start with werkzaam check."))
    names = ", ".join(map(str, found))
    raise UserError(_("There are several answers files here: name one of {names}.").format(names=names))

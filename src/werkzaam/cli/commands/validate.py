"""`werkzaam validate`: every problem in answers files and factor sets, as compilers print them."""

from typing import Annotated

import typer

from werkzaam.cli.arguments.options import Factors, Lang
from werkzaam.cli.arguments.values import load_factor_set
from werkzaam.language import N_


def validate(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help=N_("Files, and folders to search; - reads a file from stdin.")),
    ],
    strict: Annotated[bool, typer.Option("--strict", help=N_("Let warnings fail too."))] = False,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Print every problem to stdout, sorted, and how many there are to stderr."""
    from werkzaam.cli.commands.survey import Survey

    survey = Survey(load_factor_set(factors, lang))
    survey.look_at(paths)
    return survey.tell(strict=strict)

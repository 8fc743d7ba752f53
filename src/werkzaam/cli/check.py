"""`werkzaam check`: its options. What it does stands in `interview`, which only this command loads."""

from typing import Annotated

import typer

from werkzaam.cli.options import Factors, Lang
from werkzaam.language import N_


def check(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help=N_("The answers file: made if it is not there, else taken up where it was left."),
            show_default=False,
        ),
    ] = None,
    collaboration: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help=N_("Which collaboration it is about."), show_default=False),
    ] = None,
    perspective: Annotated[
        str | None,
        typer.Option(metavar="ID", help=N_("From whose side it is filled in."), show_default=False),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="D", help=N_("The day of the evaluation; else today."), show_default=False),
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help=N_("Walk through all questions, also answered ones."))
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help=N_("Ask with lines of text instead of single keys."))] = False,
    factors: Factors = None,
    lang: Lang = None,
) -> int:
    """Ask, save after every answer, and print the report."""
    from werkzaam.cli.interview import Call, interview

    return interview(
        Call(
            file=file,
            collaboration=collaboration,
            perspective=perspective,
            day=day,
            review=review,
            plain=plain,
            factors=factors,
            lang=lang,
        )
    )

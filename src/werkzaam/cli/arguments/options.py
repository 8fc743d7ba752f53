"""The options that several commands share."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from werkzaam import language
from werkzaam.cli.arguments import completion
from werkzaam.language import N_

Factors = Annotated[
    str | None,
    typer.Option(
        "--factors",
        metavar="PATH",
        envvar="WERKZAAM_FACTORS",
        help=N_("Another factor set than the built-in one."),
        show_default=False,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="|".join(language.LANGUAGES),
        envvar="WERKZAAM_LANG",
        help=N_("The language of texts and messages; else that of the factor set."),
        show_default=False,
        autocompletion=completion.among(language.LANGUAGES),
    ),
]
Collaboration = Annotated[
    str | None,
    typer.Option("--collaboration", metavar="TEXT", help=N_("Which collaboration it is about."), show_default=False),
]
PerspectiveId = Annotated[
    str | None,
    typer.Option(
        "--perspective",
        metavar="ID",
        help=N_("From whose side it is filled in."),
        show_default=False,
        autocompletion=completion.perspectives,
    ),
]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="D", help=N_("The day of the evaluation; else today."), show_default=False),
]
OutputPath = Annotated[
    str | None,
    typer.Option("--output", metavar="PATH", help=N_("Write the result to a file."), show_default=False),
]


def one_of(option: str, known: Sequence[str], meaning: str, *, show_default: bool = True) -> Any:  # noqa: ANN401 (Typer's own kind of object)
    """Return an option that takes one of a few words; the shell completes them."""
    return typer.Option(
        option,
        metavar="|".join(known),
        help=meaning,
        show_default=show_default,
        autocompletion=completion.among(known),
    )


def output_format(known: Sequence[str]) -> Any:  # noqa: ANN401 (likewise)
    """Return the option that chooses what a result looks like."""
    return one_of("--format", known, N_("What the result looks like."))

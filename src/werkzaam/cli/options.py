"""The options that several commands share."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from werkzaam import language
from werkzaam.cli import completion
from werkzaam.language import N_


def argument(metavar: str, meaning: str) -> Any:  # noqa: ANN401 (Typer's own kind of object)
    """Return an argument of a command: a word without an option's name before it."""
    return typer.Argument(metavar=metavar, help=meaning, show_default=False)


def option(
    name: str,
    metavar: str,
    meaning: str,
    complete: Callable[..., Sequence[Any]] | None = None,
    variable: str | None = None,
) -> Any:  # noqa: ANN401 (likewise)
    """Return an option that takes a value: the shell may `complete` it, and an environment variable may give it."""
    return typer.Option(
        name, metavar=metavar, help=meaning, show_default=False, autocompletion=complete, envvar=variable
    )


def choice(name: str, known: Sequence[str], meaning: str) -> Any:  # noqa: ANN401 (likewise)
    """Return an option that takes one of a few words; the shell completes them."""
    return option(name, "|".join(known), meaning, completion.among(known))


def output_format(known: Sequence[str], meaning: str = N_("What the result looks like.")) -> Any:  # noqa: ANN401 (likewise)
    """Return the option that chooses what a result looks like: the first where it is not given."""
    return typer.Option("--format", metavar="|".join(known), help=meaning, autocompletion=completion.among(known))


Factors = Annotated[
    str | None,
    option("--factors", "PATH", N_("Another factor set than the built-in one."), variable="WERKZAAM_FACTORS"),
]
Lang = Annotated[
    str | None,
    option(
        "--lang",
        "|".join(language.LANGUAGES),
        N_("The language of texts and messages; else that of the factor set."),
        completion.among(language.LANGUAGES),
        "WERKZAAM_LANG",
    ),
]
Collaboration = Annotated[str | None, option("--collaboration", "TEXT", N_("Which collaboration it is about."))]
PerspectiveId = Annotated[
    str | None, option("--perspective", "ID", N_("From whose side it is filled in."), completion.perspectives)
]
Day = Annotated[str | None, option("--date", "D", N_("The day of the evaluation; else today."))]
OutputPath = Annotated[str | None, option("--output", "PATH", N_("Write the result to a file."))]

"""The options that several commands share."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from werkzaam import language
from werkzaam.cli import completion
from werkzaam.language import N_


def argument(metavar: str, meaning: str, complete: Callable[..., Sequence[Any]] | None = None) -> Any:  # noqa: ANN401 (Typer's own kind of object)
    """Return a positional argument of a command, with its name and explanation in the help."""
    return typer.Argument(metavar=metavar, help=meaning, autocompletion=complete)


def flag(name: str, meaning: str) -> Any:  # noqa: ANN401 (Typer's own kind of object)
    """Return an option without a value."""
    return typer.Option(name, help=meaning)


def option(
    name: str,
    metavar: str,
    meaning: str,
    complete: Callable[..., Sequence[Any]] | None = None,
    variable: str | None = None,
) -> Any:  # noqa: ANN401 (Typer's own kind of object)
    """Return an option with a value, which the shell may `complete` and an environment variable may give."""
    return typer.Option(name, metavar=metavar, help=meaning, autocompletion=complete, envvar=variable)


def choice(name: str, known: Sequence[str], meaning: str) -> Any:  # noqa: ANN401 (Typer's own kind of object)
    """Return an option that takes one of the `known` words, which the shell completes."""
    return option(name, "|".join(known), meaning, completion.among(known))


def output_format(known: Sequence[str], meaning: str = N_("What the result looks like.")) -> Any:  # noqa: ANN401 (Typer's own kind)
    """Return the option --format, which takes one of the `known` words; the command's signature has its default."""
    return choice("--format", known, meaning)


Factors = Annotated[
    str | None,
    option("--factors", "PATH", N_("Another factor set than the built-in one."), variable="WERKZAAM_FACTORS"),
]
Lang = Annotated[
    str | None,
    option(
        "--lang",
        "|".join(language.LANGUAGES),
        N_("The language of texts and messages; otherwise that of the factor set."),
        completion.among(language.LANGUAGES),
        "WERKZAAM_LANG",
    ),
]
Collaboration = Annotated[str | None, option("--collaboration", "TEXT", N_("Which collaboration it is about."))]
PerspectiveId = Annotated[
    str | None, option("--perspective", "ID", N_("From whose side it is filled in."), completion.perspectives)
]
Day = Annotated[str | None, option("--date", "D", N_("The day of the evaluation; otherwise today."))]
Previous = Annotated[
    str | None, option("--previous", "FILE", N_("An earlier evaluation, to have beside the questions."))
]
ManyPaths = Annotated[
    list[str], argument("PATH", N_("Answers files, and folders to search; - reads a file from stdin."))
]
OnlyPerspective = Annotated[
    str | None, option("--perspective", "ID", N_("Only evaluations from this side."), completion.perspectives)
]
OutputPath = Annotated[str | None, option("--output", "PATH", N_("Write the result to a file."))]

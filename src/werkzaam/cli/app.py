"""The commands and their options, as Typer and its help show them."""

from importlib import import_module
from typing import Annotated, Any

import typer
import typer.main

from werkzaam import __version__
from werkzaam.cli.localised import HELP_OPTIONS, Command, Group, translate
from werkzaam.language import N_, _

_COMMANDS = {
    "check": N_("Answer the questions; every answer is saved at once."),
    "report": N_("Show the scores and what is missing."),
    "diff": N_("Show what changed between two evaluations."),
    "compare": N_("Show evaluations side by side: partners, or years."),
    "overview": N_("Sum up many evaluations: scores, and what is often missing."),
    "export": N_("Write rows for Excel and other programs."),
    "validate": N_("Find every problem in files, with its line and column."),
    "factors": N_("Show the factor set, or a questionnaire to print."),
    "form": N_("Make a page to fill in, for a partner without werkzaam."),
    "new": N_("Make an answers file to fill in with an editor."),
    "schema": N_("Print the JSON Schema of a file, for editors."),
}
"""Help text by command, in the order of the help; each command is a function in a module of the same name."""


_FIRST_STEPS = (
    N_("werkzaam check           answer the questions, together or each on your own"),
    N_("werkzaam report FILE     see the scores and what is missing"),
    N_("werkzaam --help          all commands"),
)


def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=N_("Show the version and stop."))] = False,  # noqa: FBT002 (Typer's way)
) -> None:
    """Say how to start, unless a command follows."""
    if version:
        typer.echo(f"werkzaam {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from werkzaam.cli.shell import PROGRAM, own_command

        typer.echo(_("werkzaam helps school and youth work to see what makes their collaboration work."))
        typer.echo()
        for line in map(_, _FIRST_STEPS):
            typer.echo(f"{own_command()}{line.removeprefix(PROGRAM)}")


def command(word: str = "") -> Any:  # noqa: ANN401 (Typer keeps the type of its commands to itself)
    """Return the whole program as a Typer command, with its help in the active language.

    If `word`, the first word of the call, names a command, only that command is built: building all of them takes
    longer than most of them run.
    """
    program = typer.Typer(
        name="werkzaam",
        context_settings={"help_option_names": list(HELP_OPTIONS)},
        cls=Group,
        help=N_("A checklist for the collaboration between schools and youth work."),
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    program.callback(invoke_without_command=True)(_start)
    for name in [word] if word in _COMMANDS else _COMMANDS:
        function = getattr(import_module(f"werkzaam.cli.commands.{name}"), name)
        program.command(cls=Command, help=_COMMANDS[name])(function)
    root = typer.main.get_command(program)
    translate(root)
    return root

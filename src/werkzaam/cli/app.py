"""The commands and their options, as Typer and its help show them."""

from typing import Annotated, Any

import typer
import typer.main

from werkzaam import __version__
from werkzaam.cli.commands.check import check
from werkzaam.cli.commands.compare import compare
from werkzaam.cli.commands.diff import diff
from werkzaam.cli.commands.export import export
from werkzaam.cli.commands.factors import factors
from werkzaam.cli.commands.form import form
from werkzaam.cli.commands.new import new
from werkzaam.cli.commands.overview import overview
from werkzaam.cli.commands.report import report
from werkzaam.cli.commands.schema import schema
from werkzaam.cli.commands.validate import validate
from werkzaam.cli.localised import HELP_OPTIONS, Command, Group, translate
from werkzaam.language import N_, _

app = typer.Typer(
    name="werkzaam",
    context_settings={"help_option_names": list(HELP_OPTIONS)},
    cls=Group,
    help=N_("A checklist for the collaboration between schools and youth work."),
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=N_("Show the version and stop."))] = False,  # noqa: FBT002 (Typer's way)
) -> None:
    """Say how to start, unless a command follows."""
    if version:
        typer.echo(f"werkzaam {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        for line in _first_steps():
            typer.echo(line)


app.command(cls=Command, help=N_("Answer the questions; every answer is saved at once."))(check)
app.command(cls=Command, help=N_("Show the scores and what is missing."))(report)
app.command(cls=Command, help=N_("Show what changed between two evaluations."))(diff)
app.command(cls=Command, help=N_("Show evaluations side by side: partners, or years."))(compare)
app.command(cls=Command, help=N_("Sum up many evaluations: scores, and what is often missing."))(overview)
app.command(cls=Command, help=N_("Write answers, scores and agreements as rows, for Excel and other programs."))(export)
app.command(cls=Command, help=N_("Find every problem in files, with its line and column."))(validate)
app.command(cls=Command, help=N_("Show the factor set, or a questionnaire to print."))(factors)
app.command(cls=Command, help=N_("Make a page to fill in, for a partner without werkzaam."))(form)
app.command(cls=Command, help=N_("Make an answers file to fill in with an editor."))(new)
app.command(cls=Command, help=N_("Print the JSON Schema of a file, for editors."))(schema)


def command() -> Any:  # noqa: ANN401 (Typer keeps the type of its commands to itself)
    """Return the whole program as one command whose help is in the active language."""
    root = typer.main.get_command(app)
    translate(root)
    return root


def _first_steps() -> list[str]:
    from werkzaam.cli.shell import PROGRAM, own_command

    commands = [
        _("werkzaam check           answer the questions, together or each on your own"),
        _("werkzaam report FILE     see the scores and what is missing"),
        _("werkzaam --help          all commands"),
    ]
    start = own_command()
    return [
        _("werkzaam helps school and youth work to see what makes their collaboration work."),
        "",
        *(f"{start}{line.removeprefix(PROGRAM)}" for line in commands),
    ]

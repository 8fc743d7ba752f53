"""The commands and their options, as Typer and its help show them, in the active language as far as Typer lets it."""

import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperArgument, TyperCommand, TyperGroup

from werkzaam import __version__
from werkzaam.cli.shell import PROGRAM, expanded, own_command
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

_HELP_OPTIONS = ("--help", "-h")

LOOKED_UP_BY_TYPER = (
    N_("Arguments"),
    N_("Commands"),
    N_("Options"),
    N_("default: {default}"),
    N_("env var: {var}"),
    N_("required"),
)
"""Words that Typer itself passes through gettext; listed here so that the catalogue translates them."""

INSTALLED_BY_TYPER = (
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""The help of the options that Typer adds, which `translate` translates."""


def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=N_("Show the version and stop."))] = False,  # noqa: FBT002 (Typer's way)
) -> None:
    """Say how to start, unless a command follows."""
    if version:
        typer.echo(f"werkzaam {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
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
        context_settings={"help_option_names": list(_HELP_OPTIONS)},
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


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 (types of Typer's own)
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))


class Command(TyperCommand):
    """A command with a usage line in the active language; on Windows it expands wildcards, as shells do elsewhere."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401, D102 (Typer's own method)
        if sys.platform == "win32":
            args = expanded(args, self.params)
        return super().parse_args(ctx, args)

    format_usage = _write_usage


class Group(TyperGroup):
    """The program as a group of commands, with a usage line in the active language."""

    format_usage = _write_usage


def translate(part: Any) -> None:  # noqa: ANN401 (Typer keeps the types of its parts to itself)
    """Translate the help of a command, its options and its subcommands into the active language."""
    if isinstance(part, TyperCommand | TyperGroup):
        help_option = part.get_help_option(typer.Context(part, help_option_names=list(_HELP_OPTIONS)))
        if help_option is not None:
            help_option.help = _("Show this help and stop.")
    if isinstance(part, TyperArgument):
        part.display_type_rich = _no_type  # type: ignore[method-assign]  # Typer lets it be said in no other way
    if getattr(part, "help", None):
        part.help = _(part.help)
    for child in [*getattr(part, "params", []), *getattr(part, "commands", {}).values()]:
        translate(child)


def _no_type(ctx: object) -> None:
    """Return None, so that help shows no Python type after the name of an argument: it says nothing to a user."""


_KNOWN = (
    (r"Option '(?P<name>.+)' requires an argument\.", N_("The option {name} needs a value.")),
    (r"Option '(?P<name>.+)' does not take a value\.", N_("The option {name} takes no value.")),
    (r"Got unexpected extra argument(?:\(s\)|s)? \((?P<name>.*)\)", N_("This is not expected: {name}.")),
    (r"Missing argument '(?P<name>.+?)'\..*", N_("Something is missing here: {name}.")),
    (
        r"No such command '(?P<name>.+?)'\. Did you mean '(?P<near>.+?)'.*",
        N_("There is no command “{name}”. Did you mean “{near}”?"),
    ),
    (r"No such command '(?P<name>.+?)'\.", N_("There is no command “{name}”.")),
)


def usage_problem(error: typer.TyperException, arguments: Sequence[str]) -> tuple[str, str]:
    """Return two lines on a wrong call: what is wrong, and which command shows the help."""
    context = getattr(error, "ctx", None)
    named = arguments[0] if arguments and not arguments[0].startswith("-") else ""
    _name, *command = context.command_path.split() if context else ("", named)
    help_line = _("Help: {command} --help").format(command=" ".join([own_command(), *command]).strip())
    return _message(error), help_line


def _message(error: typer.TyperException) -> str:
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):
        message = _("There is no option {name}.").format(name=option)
        near = sorted(error.possibilities or [])
        return message + (" " + _("Did you mean {near}?").format(near=", ".join(near)) if near else "")
    text = error.format_message()
    for pattern, message in _KNOWN:
        match = re.fullmatch(pattern, text, re.DOTALL)
        if match:
            return _(message).format(**match.groupdict())
    return text

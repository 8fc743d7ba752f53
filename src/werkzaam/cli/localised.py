"""Help and usage errors in the active language, as far as Typer lets its own texts be changed."""

import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from werkzaam.language import N_, _

HELP_OPTIONS = ("--help", "-h")

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


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 (types of Typer's own)
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))


class Command(TyperCommand):
    """A command with a usage line in the active language; on Windows it expands wildcards, as shells do elsewhere."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401, D102 (Typer's own method)
        if sys.platform == "win32":
            from werkzaam.cli.wildcards import expanded

            args = expanded(args, self.params)
        return super().parse_args(ctx, args)

    format_usage = _write_usage


class Group(TyperGroup):
    """The program as a group of commands, with a usage line in the active language."""

    format_usage = _write_usage


def translate(part: Any) -> None:  # noqa: ANN401 (Typer keeps the types of its parts to itself)
    """Translate the help of a command, its options and its subcommands into the active language."""
    if isinstance(part, TyperCommand | TyperGroup):
        help_option = part.get_help_option(typer.Context(part, help_option_names=list(HELP_OPTIONS)))
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


def usage_problem(error: typer.TyperException, arguments: Sequence[str], program: str) -> tuple[str, str]:
    """Return two lines on a wrong call: what is wrong, and which command shows the help."""
    context = getattr(error, "ctx", None)
    named = arguments[0] if arguments and not arguments[0].startswith("-") else ""
    _name, *command = context.command_path.split() if context else ("", named)
    help_line = _("Help: {command} --help").format(command=" ".join([program, *command]).strip())
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

"""Help in the active language: the words that Typer itself writes, as far as it lets them be changed."""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

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
"""Typer passes these through gettext by itself; they stand here to be translated with the rest."""

INSTALLED_BY_TYPER = (
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""The help of options that Typer adds; `translate` looks them up."""


class Command(TyperCommand):
    """A command whose usage line is in the active language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, D102 (Typer's own method)
        _write_usage(self, ctx, formatter)


class Group(TyperGroup):
    """The program itself, likewise."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, D102 (Typer's own method)
        _write_usage(self, ctx, formatter)


def _write_usage(command: TyperCommand | TyperGroup, context: Any, formatter: Any) -> None:  # noqa: ANN401 (likewise)
    pieces = " ".join(command.collect_usage_pieces(context))
    formatter.write_usage(context.command_path, pieces, prefix=_("Usage: "))


def translate(part: Any) -> None:  # noqa: ANN401 (Typer keeps the types of its parts to itself)
    """Put the help of a command, of its options and of its subcommands in the active language."""
    if isinstance(part, TyperCommand | TyperGroup):
        help_option = part.get_help_option(typer.Context(part, help_option_names=list(HELP_OPTIONS)))
        if help_option is not None:
            help_option.help = _("Show this help and stop.")
    if getattr(part, "help", None):
        part.help = _(part.help)
    for child in [*getattr(part, "params", []), *getattr(part, "commands", {}).values()]:
        translate(child)

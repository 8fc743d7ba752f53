"""What is told on stderr, beside the results."""

from contextlib import suppress

import typer

from werkzaam.visible import visible


def say(*lines: str) -> None:
    """Tell something, a line each; that nobody can be told changes neither the results nor how a command ends."""
    with suppress(OSError):
        for line in lines:
            typer.echo(visible(line), err=True)

"""What is wrong with a call, in the user's language: the libraries say it in English."""

import re
from collections.abc import Sequence

import typer

from werkzaam.language import N_, _

_KNOWN = (
    (r"Option '(?P<name>.+)' requires an argument\.", N_("The option {name} needs a value.")),
    (r"Option '(?P<name>.+)' does not take a value\.", N_("The option {name} takes no value.")),
    (r"Got unexpected extra argument(?:\(s\)|s)? \((?P<name>.*)\)", N_("This is too much: {name}.")),
    (r"Missing argument '(?P<name>.+?)'\..*", N_("Something is missing here: {name}.")),
    (
        r"No such command '(?P<name>.+?)'\. Did you mean '(?P<near>.+?)'.*",
        N_("There is no command “{name}”. Did you mean “{near}”?"),
    ),
    (r"No such command '(?P<name>.+?)'\.", N_("There is no command “{name}”.")),
)


def usage_problem(error: typer.TyperException, arguments: Sequence[str]) -> tuple[str, str]:
    """Return what is wrong with a call, and how to see how it should be: a line each."""
    context = getattr(error, "ctx", None)
    named = arguments[0] if arguments and not arguments[0].startswith("-") else ""
    command = context.command_path if context else f"werkzaam {named}".strip()
    help_line = _("How to call it: {command} --help").format(command=command)
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

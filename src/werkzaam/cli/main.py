"""The one way in: chooses the language, runs a command, and turns whatever ends it into a line and an exit code."""

import gettext
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from werkzaam import __version__, language
from werkzaam.cli import streams
from werkzaam.cli.exit_codes import ExitCode
from werkzaam.cli.output import say, silence_stdout
from werkzaam.errors import Interrupted, UserError
from werkzaam.language import _
from werkzaam.system_errors import reader_left, refused
from werkzaam.terminal.size import keep_sensible

_LANGUAGE_LINE = re.compile(r"^language:[ ]*[\"']?(?P<language>[A-Za-z-]+)", re.MULTILINE)
"""Good enough to choose the language of the help, and no YAML has to be parsed; reading the set settles it."""


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code; nothing that goes wrong leaves a traceback."""
    streams.prepare()
    keep_sensible(os.environ)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"  # other packages have no say in how files are read, nor in how fast
    try:
        _speak(language_of_call(arguments))
        return _command(arguments)
    except (Interrupted, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except (UserError, OSError) as error:
        return _failed(error)
    except Exception as fault:  # noqa: BLE001 (whatever it is, a user sees one line)
        return _faulty(fault)


def language_of_call(arguments: Sequence[str]) -> str:
    """Return the language for everything before the factor set is read: the asked one, else that of the set."""
    asked = _option("--lang", arguments) or os.environ.get("WERKZAAM_LANG")
    if asked:
        return asked
    from werkzaam.files import locations, reading

    named = _option("--factors", arguments)
    if named is None:
        named = os.environ.get("WERKZAAM_FACTORS") or None
    path = Path(named) if named is not None else locations.built_in_factors()
    with suppress(UserError, OSError):
        if path.is_file():  # a pipe can be read only once, and that is for the command to do
            line = _LANGUAGE_LINE.search(reading.read_file(path).text)
            return line["language"] if line else language.FALLBACK
    return language.LANGUAGES[0]


def _command(arguments: Sequence[str]) -> int:
    import typer

    from werkzaam.cli import completion
    from werkzaam.cli.app import command
    from werkzaam.cli.localised import usage_problem
    from werkzaam.cli.shell import own_command

    completion.prepare(os.environ)
    try:
        code = command(*arguments[:1]).main(list(arguments), prog_name="werkzaam", standalone_mode=False)
    except typer.TyperException as error:
        return _fail(*usage_problem(error, arguments, own_command()))
    except typer.Abort:
        return ExitCode.INTERRUPTED
    except SystemExit as end:
        if isinstance(end.__context__, OSError) and reader_left(end.__context__):  # Typer's own answer to it
            raise end.__context__ from end
        raise
    sys.stdout.flush()
    return int(code or ExitCode.DONE)


def _speak(code: str) -> None:
    """Speak a language, and let the libraries that look up their words by the environment do the same."""
    language.activate(code)
    os.environ["LANGUAGE"] = code
    gettext.bindtextdomain(language.DOMAIN, str(language.LOCALE_FOLDER))
    gettext.textdomain(language.DOMAIN)


def _option(name: str, arguments: Sequence[str]) -> str | None:
    """Return the last value of an option before the arguments are parsed; None where it is not there."""
    value = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == name and index + 1 < len(arguments):
            value = arguments[index + 1]
        elif argument.startswith(f"{name}="):
            value = argument.removeprefix(f"{name}=")
    return value


def _failed(error: Exception) -> int:
    """Say what went wrong, and return the exit code for it."""
    if isinstance(error, OSError):
        silence_stdout()
        if reader_left(error):
            return ExitCode.DONE
        return _fail(refused(error))
    return _fail(*error.args)


def _faulty(fault: Exception) -> int:
    """Say on one line that the program itself is at fault, what is saved, and how to see more; or show it, if asked."""
    if os.environ.get("WERKZAAM_DEBUG"):
        import traceback

        traceback.print_exception(fault)
    silence_stdout()
    saved, *answers = "\n".join(getattr(fault, "__notes__", None) or [_("Nothing was changed.")]).split("\n")
    message = _("Something went wrong in werkzaam {version} itself ({name}). For details set WERKZAAM_DEBUG=1. {saved}")
    line = message.format(version=__version__, name=type(fault).__name__, saved=saved)
    return _fail(line, *answers, code=ExitCode.FAULT)


def _fail(*lines: object, code: ExitCode = ExitCode.UNUSABLE) -> int:
    """Say what went wrong in some lines; what they name, be it a file or a word of the call, makes no more of them."""
    say(*map(str, lines))
    return code

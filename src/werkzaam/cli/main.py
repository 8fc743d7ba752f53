"""The entry point: choose the language, run a command, and turn whatever ends it into a message and an exit code."""

import gettext
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from werkzaam import __version__, language
from werkzaam.cli import environment
from werkzaam.cli.output import say, silence_stdout
from werkzaam.errors import ExitCode, Interrupted, UserError
from werkzaam.language import _
from werkzaam.system_errors import reader_left, refused

_LANGUAGE_LINE = re.compile(r"^language:[ ]*[\"']?(?P<language>[A-Za-z-]+)", re.MULTILINE)
"""Finds the language of a factor set without parsing YAML: good enough for the help, and reading the set settles it."""


def run(arguments: Sequence[str]) -> int:
    """Run the program with the words after its name and return its exit code; errors leave no traceback."""
    environment.prepare()
    try:
        _speak(language_of_call(arguments))
        _refuse_dashes(arguments)
        return _command(arguments)
    except (Interrupted, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except UserError as error:
        return _fail(*error.args)
    except OSError as error:
        silence_stdout()
        return ExitCode.DONE if reader_left(error) else _fail(refused(error))
    except Exception as fault:  # noqa: BLE001 (whatever it is, a user sees one line)
        return _faulty(fault)


def language_of_call(arguments: Sequence[str]) -> str:
    """Return the language to use until the factor set is read: that of --lang or WERKZAAM_LANG, else the set's."""
    asked = _option("--lang", arguments) or os.environ.get("WERKZAAM_LANG")
    if asked:
        return asked
    from werkzaam.files import locations, reading

    named = _option("--factors", arguments) or os.environ.get("WERKZAAM_FACTORS")
    path = Path(named) if named else locations.built_in_factors()
    with suppress(UserError, OSError):
        if path.is_file():  # a pipe can be read only once, and that is for the command to do
            line = _LANGUAGE_LINE.search(reading.read_file(path).text)
            return line["language"] if line else language.FALLBACK
    return language.LANGUAGES[0]


def _command(arguments: Sequence[str]) -> int:
    import typer

    from werkzaam.cli import completion
    from werkzaam.cli.app import command, usage_problem

    completion.prepare(os.environ)
    try:
        code = command(*arguments[:1]).main(list(arguments), prog_name="werkzaam", standalone_mode=False)
    except typer.TyperException as error:
        return _fail(*usage_problem(error, arguments))
    except typer.Abort:
        return ExitCode.INTERRUPTED
    except SystemExit as end:
        if isinstance(end.__context__, OSError) and reader_left(end.__context__):  # Typer's own answer to it
            raise end.__context__ from end
        raise
    sys.stdout.flush()
    return int(code or ExitCode.DONE)


def _speak(code: str) -> None:
    """Activate a language, also for libraries that look up their texts through gettext and the environment."""
    language.activate(code)
    os.environ["LANGUAGE"] = code.replace("-", "_")
    gettext.bindtextdomain(language.DOMAIN, str(language.LOCALE_FOLDER))
    gettext.textdomain(language.DOMAIN)


def _refuse_dashes(arguments: Sequence[str]) -> None:
    """Raise UserError for an option that begins with one dash of a word processor, which makes it of two hyphens."""
    for word in takewhile(lambda word: word != "--", arguments):
        if re.match(r"[–—]\w", word) and not Path(word).exists():
            message = _("“{word}” begins with a dash: type two hyphens instead, --{name}.")
            raise UserError(message.format(word=word, name=word.lstrip("–—")))


def _option(name: str, arguments: Sequence[str]) -> str | None:
    """Return the last value of an option in arguments that are not parsed yet; None if the option is absent."""
    value = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == name and index + 1 < len(arguments):
            value = arguments[index + 1]
        elif argument.startswith(f"{name}="):
            value = argument.removeprefix(f"{name}=")
    return value


def _faulty(fault: Exception) -> int:
    """Print that the program has a defect, and what is saved; with WERKZAAM_DEBUG set, print the traceback first."""
    if os.environ.get("WERKZAAM_DEBUG"):
        import traceback

        traceback.print_exception(fault)
    silence_stdout()
    saved, *answers = "\n".join(getattr(fault, "__notes__", None) or [_("Nothing was changed.")]).split("\n")
    message = _("Something went wrong in werkzaam {version} itself ({name}). For details set WERKZAAM_DEBUG=1. {saved}")
    line = message.format(version=__version__, name=type(fault).__name__, saved=saved)
    return _fail(line, *answers, code=ExitCode.FAULT)


def _fail(*lines: object, code: ExitCode = ExitCode.UNUSABLE) -> int:
    """Print each of `lines` as one line, even if a name in it holds line ends; return the exit code."""
    say(*map(str, lines))
    return code

"""The entry point: run a command in its language, and turn whatever ends it into a message and an exit code.

Before that, streams and environment variables are made alike on every system.
"""

import gettext
import io
import os
import re
import sys
from collections.abc import MutableMapping, Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from werkzaam import __version__, language
from werkzaam.cli.output import say, silence_stdout
from werkzaam.errors import ExitCode, Interrupted, UserError
from werkzaam.language import _
from werkzaam.system_errors import reader_left, refused

if sys.platform == "win32":
    from werkzaam import windows

MOST_CELLS = 1000
"""Largest size in columns or lines, more than any screen has: to fill a hundred million takes minutes and 1 GB."""
_VARIABLES = ("COLUMNS", "LINES", "TERMINAL_WIDTH")
"""Variables that this program and its drawing libraries read; the libraries accept any number."""
_LANGUAGE_LINE = re.compile(r"^language:[ ]*[\"']?(?P<language>[A-Za-z-]+)", re.MULTILINE)
"""Finds the language of a factor set without parsing YAML: good enough for the help, and reading the set settles it."""


def run(arguments: Sequence[str]) -> int:
    """Run the program with the words after its name and return its exit code; errors leave no traceback."""
    _prepare()
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
    from werkzaam.files import reading
    from werkzaam.files.disk import locations

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


def _prepare() -> None:
    """Set up the streams and variables as the program expects them; stdin stays None if it is closed."""
    _open_what_is_closed()
    if sys.platform == "win32":
        _use_utf8()
    _forgive_encodings()
    keep_sensible(os.environ)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"  # other packages have no say in how files are read, nor in how fast


def _open_what_is_closed() -> None:
    """Send stdout and stderr to the null device if the caller closed them: whoever does that wants no output."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (open to the end)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)  # keeps it open where another one takes its place


def _forgive_encodings() -> None:
    """Print a question mark for a character that an output cannot encode, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def keep_sensible(environment: MutableMapping[str, str]) -> None:
    """Limit the size variables to 1 to MOST_CELLS, and remove those that hold no positive whole number."""
    for name in _VARIABLES:
        text = environment.pop(name, "")
        if text.isascii() and text.isdecimal() and text.strip("0"):
            environment[name] = str(min(int(text), MOST_CELLS) if len(text) <= len(str(MOST_CELLS)) else MOST_CELLS)


if sys.platform == "win32":

    class _Pipe(io.TextIOWrapper):
        """A stream that is no console: a pipe, a file, or the null device NUL, which Python takes for a terminal."""

        def isatty(self) -> bool:
            return False

    def _use_utf8() -> None:
        """Make streams that are no console UTF-8, and let them write LF, whatever the machine is set to."""
        for name, encoding in (("stdin", "utf-8-sig"), ("stdout", "utf-8"), ("stderr", "utf-8")):
            stream = getattr(sys, name)
            if isinstance(stream, io.TextIOWrapper) and not windows.is_console(stream.fileno()):
                newline = None if stream.readable() else "\n"
                pipe = _Pipe(stream.buffer, encoding, newline=newline, line_buffering=stream.line_buffering)
                setattr(sys, name, pipe)

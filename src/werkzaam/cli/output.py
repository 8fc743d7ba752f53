"""Where results and messages go: to stdout, to stderr, or to the file that --output names."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from werkzaam.errors import UserError
from werkzaam.language import _
from werkzaam.system_errors import reader_left, unreadable, unwritable
from werkzaam.visible import visible

if TYPE_CHECKING:
    from werkzaam.documents.blocks import Document

_STDOUT = ("-", "/dev/stdout")
_IN_MEMORY = 1024 * 1024
"""Bytes of a result that are buffered in memory; a larger result is buffered on disk."""
_PROMISED = {".html": "html", ".htm": "html", ".json": "json", ".csv": "csv", ".md": "markdown", ".docx": "docx"}
_BINARY = ("docx", "xlsx")
"""Formats that are not text, and so are never written to a terminal."""
_OPEN_ALREADY = ("/dev/stderr", "/dev/fd/", "/proc/self/fd/")
"""How the paths of files start that the caller opened; they may hold something already, and are appended to."""


def say(*lines: str) -> None:
    """Print messages on stderr, a line each; if that fails, neither the results nor the exit code change."""
    with suppress(OSError):
        for line in lines:
            print(visible(line), file=sys.stderr, flush=True)  # noqa: T201 (above a bar, where one is shown)


def say_command(command: str, *above: str) -> None:
    """Print a command to run next on one line, so that it can be copied; on a terminal, wrap the lines above it."""
    lines: Iterable[str] = above
    if sys.stderr.isatty():  # which would break them anywhere
        from rich.text import Text

        from werkzaam.terminal.console import console_for

        console = console_for(sys.stderr)
        lines = (part.plain.rstrip() for line in above for part in Text(visible(line)).wrap(console, console.width))
    say(*lines, command)


class Output:
    """The destination of one result, checked before the work begins."""

    def __init__(
        self, path: str | None, inputs: Iterable[str | None] = (), form: str = "table", *, is_told: bool = True
    ) -> None:
        """Take the path of --output, None or `-` for stdout. Raises UserError if the result may not be written there.

        `inputs` are the files that the result is made from and may not replace; None is skipped. `form` is its format.
        `is_told` is whether a message says that a file was written.
        """
        self.form = form
        """The format, as --format names it; without that option, a table or a text."""
        self._is_told = is_told
        self._path = Path(path) if path is not None and path not in _STDOUT else None
        self._inputs = [Path(item) for item in inputs if item]
        if self._path is not None:
            _refuse(self._path, self._inputs)
        if form in _BINARY and _is_terminal(self._path):
            raise UserError(_("This format cannot be shown here: name a file with --output."))

    @property
    def is_stdout(self) -> bool:
        """Whether the result goes to stdout."""
        return self._path is None

    def text(self, text: str) -> None:
        """Write text as UTF-8 with LF as line end, wherever it goes. Raises UserError or OSError if that fails."""
        with self.writer() as write:
            write(text)

    @contextmanager
    def writer(self) -> Iterator[Callable[[str], object]]:
        """Give the block a function that writes text as `text` does; the block ends early if the reader leaves.

        A file is written as a whole at the end of the block; if the block fails, the file stays as it was.
        """
        with self._pieces() as write:
            yield lambda text: write(text.encode())

    @contextmanager
    def binary(self) -> Iterator[IO[bytes]]:
        """Give the block an empty binary file, whose content is written when the block ends, like that of `writer`."""
        from tempfile import SpooledTemporaryFile

        with self._pieces() as write, SpooledTemporaryFile(_IN_MEMORY) as whole:
            yield whole
            whole.seek(0)
            while piece := whole.read(_IN_MEMORY):
                write(piece)

    @contextmanager
    def _pieces(self) -> Iterator[Callable[[bytes], object]]:
        if self._path is None:
            with _reader_may_leave():
                yield _write_to_stdout
        else:
            with self._saved(self._path) as stream:
                yield stream.write

    def document(self, document: "Document", *, in_words: bool = False) -> None:
        """Write a document as table, docx, html or markdown. Raises UserError or OSError if not all can be written.

        With `in_words` a table is put in words and nothing is drawn, whatever the terminal can show.
        """
        if self.form == "table":
            self._table(document, in_words=in_words)
        elif self.form == "docx":
            from werkzaam.formats.word import write_word

            with self.binary() as stream:
                write_word(document, stream)
        elif self.form == "html":
            from werkzaam.formats.pages import page

            self.text(page(document))
        else:
            from werkzaam.formats.markdown import markdown

            self.text(markdown(document))

    def _table(self, document: "Document", *, in_words: bool) -> None:
        """Write a document as a terminal shows it, in one go."""
        from werkzaam.terminal.console import console_for, signs_for, signs_in_words
        from werkzaam.terminal.document import print_document

        stream = sys.stdout if self._path is None else io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        console = console_for(stream, bare=in_words or self._path is not None)
        with console.capture() as drawn:
            print_document(console, signs_in_words() if in_words else signs_for(stream), document)
        text = drawn.get()
        if not console.is_terminal:  # the blanks that fill a table's lines serve only colours
            text = "".join(f"{line.rstrip()}\n" for line in text.splitlines())
        if self._path is None:  # as text: a stream that stands in for stdout may take no bytes
            with _reader_may_leave():
                sys.stdout.write(text)
                sys.stdout.flush()
            return
        self.text(text)
        if promised := _PROMISED.get(self._path.suffix.lower()):
            warn_of_name(self._path, promised)

    @contextmanager
    def _saved(self, path: Path) -> Iterator[IO[bytes]]:
        from tempfile import SpooledTemporaryFile

        from werkzaam.files.disk import locking, saving

        try:
            if _is_special(path):
                with path.open("ab") as stream:
                    yield stream
            else:
                # What comes in pieces may take long; other savers are kept out only once all of it is there.
                with SpooledTemporaryFile(_IN_MEMORY, dir=str(Path(os.path.realpath(path)).parent)) as whole:
                    yield whole
                    whole.seek(0)
                    with locking.locked(path):
                        _refuse(path, self._inputs)  # meanwhile somebody may have put their answers there
                        losses = saving.copy_atomically(path, whole)
                say(*losses.lines(path), *([_("Written: {file}").format(file=path)] if self._is_told else []))
        except BrokenPipeError:
            return  # as for stdout: the reader saw enough
        except OSError as error:
            raise UserError(unwritable(path, error)) from error


def _write_to_stdout(piece: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(piece)
    sys.stdout.flush()


def warn_of_name(path: Path, promised: str) -> None:
    """Print a warning that a file of plain text has a name that promises another format."""
    message = _("{file} holds plain text, not what its name says: add --format {format}.")
    say(message.format(file=path, format=promised))


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    """End the block quietly, and silence stdout, if the reader of a pipe has left: this is no failure."""
    try:
        yield
    except OSError as error:
        if not reader_left(error):
            raise
        silence_stdout()


def silence_stdout() -> None:
    """Send what is still to be flushed to the null device: the reader is gone, or the disk is full."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _refuse(path: Path, inputs: Iterable[Path]) -> None:
    """Raise UserError if a result would overwrite an input or a file of this program, or cannot be written."""
    from werkzaam.files.disk.locations import refuse_impossible
    from werkzaam.files.disk.saving import refuse_unwritable

    if str(path).lower() != os.devnull:
        refuse_impossible(path)
    if _is_special(path):
        return
    if path.is_file():
        if any(item.exists() and item.samefile(path) for item in inputs):
            raise UserError(
                _("{file}: the result would overwrite what it is made from; choose another name.").format(file=path)
            )
        if _is_own(path):
            raise UserError(_("{file}: this is a file of werkzaam; name another one for the result.").format(file=path))
    refuse_unwritable(path)


def _is_own(path: Path) -> bool:
    from werkzaam.files.reading import read_content
    from werkzaam.files.recognition import is_ours

    try:
        return is_ours(read_content(path), os.path.realpath(path))
    except OSError as error:  # it may be somebody's answers
        raise UserError(unreadable(str(path), error)) from error


def _is_special(path: Path) -> bool:
    """Return whether a path leads to a device, a pipe or an open file, which is written to, not replaced."""
    if str(path).startswith(_OPEN_ALREADY):
        return True
    return path.exists() and not path.is_file() and not path.is_dir()


def _is_terminal(path: Path | None) -> bool:
    """Return whether a path, or stdout if it is None, leads to a terminal."""
    if path is None:
        return sys.stdout.isatty()
    if path.is_char_device():  # to open a pipe would take its reader away
        with suppress(OSError), path.open("ab") as stream:
            return stream.isatty()
    return False

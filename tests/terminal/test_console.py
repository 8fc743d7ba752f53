import fcntl
import io
import os
import struct
import sys
import termios

import pytest

from werkzaam.language import _
from werkzaam.terminal.console import ASCII, UNICODE, Signs, can_prompt, console_for, signs_for, signs_in_words


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_pipe_is_eighty_wide_and_without_colours() -> None:
    console = console_for(io.StringIO())
    assert (console.width, console.is_terminal, console.color_system) == (80, False, None)


def test_columns_decides_how_wide_a_pipe_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert console_for(io.StringIO()).width == 20


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_terminal_is_as_large_as_it_says(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLUMNS", "132")
    monkeypatch.setenv("LINES", "50")
    console = console_for(Terminal())
    assert (console.width, console.height) == (132, 50)


@pytest.mark.parametrize(
    ("screen", "variables", "size"),
    [
        ((80, 24), {}, (80, 24)),
        ((80, 24), {"COLUMNS": "120", "LINES": "50"}, (80, 24)),
        ((80, 24), {"COLUMNS": "40", "LINES": "12"}, (40, 12)),
        ((0, 0), {}, (80, 24)),
    ],
)
def test_what_is_drawn_in_place_never_goes_beyond_the_screen(
    monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], variables: dict[str, str], size: tuple[int, int]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w") as stream:
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", *reversed(screen), 0, 0))
        assert console_for(stream, draws=True).size == size
    os.close(ours)


@pytest.mark.parametrize(
    ("stream", "name", "value", "shown"),
    [
        (Terminal, "TERM", "xterm-256color", "\x1b[31mrood\x1b[0m\n"),
        (Terminal, "NO_COLOR", "1", "rood\n"),
        (Terminal, "TERM", "dumb", "rood\n"),
        (io.StringIO, "TERM", "xterm-256color", "rood\n"),
        (io.StringIO, "FORCE_COLOR", "1", "\x1b[31mrood\x1b[0m\n"),
        (io.StringIO, "TTY_COMPATIBLE", "1", "rood\n"),
    ],
)
def test_a_terminal_has_colours_unless_somebody_objects_and_a_pipe_where_they_are_forced(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], name: str, value: str, shown: str
) -> None:
    monkeypatch.setenv(name, value)
    on = stream()
    console_for(on).print("rood", style="red")
    assert on.getvalue() == shown


def test_a_file_has_no_colours_even_where_they_are_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    on = io.StringIO()
    console_for(on, bare=True).print("rood", style="red")
    assert on.getvalue() == "rood\n"


def test_nothing_in_a_text_is_markup() -> None:
    stream = io.StringIO()
    console_for(stream).print("[bold]x[/nope] :warning: 12")
    assert stream.getvalue() == "[bold]x[/nope] :warning: 12\n"


@pytest.mark.parametrize(
    ("encoding", "signs"), [("utf-8", UNICODE), ("utf-16", UNICODE), ("ascii", ASCII), ("cp1252", ASCII)]
)
def test_signs_are_those_that_the_encoding_can_express(encoding: str, signs: Signs) -> None:
    assert signs_for(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is signs


def test_a_stream_without_an_encoding_gets_signs_that_every_terminal_has() -> None:
    assert signs_for(io.StringIO()) is ASCII
    assert all(sign.isascii() and sign for sign in ASCII)


def test_where_lines_are_all_that_a_terminal_shows_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert signs_for(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) == UNICODE  # what no terminal shows is as ever
    signs = signs_for(Terminal())
    assert signs == signs_in_words()
    said = {name: sign for name, sign in signs._asdict().items() if sign}
    assert said == {"lacking": _("Missing:"), "between": ", ", "dash": _("no score")}
    assert [item.in_words for item in (signs, ASCII, UNICODE)] == [True, False, False]


@pytest.mark.parametrize(
    ("stdin", "stdout", "term", "possible"),
    [
        (Terminal(), Terminal(), "xterm", True),
        (Terminal(), Terminal(), "dumb", False),
        (io.StringIO(), Terminal(), "xterm", False),
        (Terminal(), io.StringIO(), "xterm", False),
        (None, Terminal(), "xterm", False),
    ],
)
def test_keys_are_asked_only_at_a_terminal_that_moves_its_cursor(
    monkeypatch: pytest.MonkeyPatch, stdin: io.StringIO | None, stdout: io.StringIO, term: str, *, possible: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr(sys, "stdout", stdout)
    monkeypatch.setenv("TERM", term)
    assert can_prompt() is possible

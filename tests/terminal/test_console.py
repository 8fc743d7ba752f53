import io
import sys
from dataclasses import fields

import pytest

from werkzaam.terminal.console import ASCII, UNICODE, Signs, can_prompt, console_for, signs_for, signs_in_words


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_pipe_is_eighty_wide_and_without_colours() -> None:
    console = console_for(io.StringIO())
    assert (console.width, console.is_terminal, console.color_system) == (80, False, None)


@pytest.mark.parametrize(
    ("columns", "width"),
    [("100", 100), ("40", 40), ("20", 20), ("0", 80), ("-5", 80), ("breed", 80), ("", 80)],
)
def test_columns_decides_how_wide_a_pipe_is(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert console_for(io.StringIO()).width == width


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
@pytest.mark.parametrize("columns", [132, 40])
def test_a_terminal_is_as_wide_as_it_says(monkeypatch: pytest.MonkeyPatch, columns: int, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLUMNS", str(columns))
    assert console_for(Terminal()).width == columns


@pytest.mark.parametrize(
    ("name", "value", "coloured"),
    [("TERM", "xterm-256color", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)],
)
def test_a_terminal_has_colours_unless_somebody_objects(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, *, coloured: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(name, value)
    assert ("\x1b[" in painted(Terminal())) is coloured


def test_a_pipe_has_colours_when_they_are_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert painted(io.StringIO()) == "rood\n"
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert painted(io.StringIO()) == "\x1b[31mrood\x1b[0m\n"


def painted(stream: io.StringIO) -> str:
    console_for(stream).print("rood", style="red")
    return stream.getvalue()


def test_nothing_in_a_text_is_markup() -> None:
    stream = io.StringIO()
    console_for(stream).print("[bold]x[/nope] :warning: 12")
    assert stream.getvalue() == "[bold]x[/nope] :warning: 12\n"


@pytest.mark.parametrize(
    ("encoding", "signs"),
    [("utf-8", UNICODE), ("utf-16", UNICODE), ("ascii", ASCII), ("latin-1", ASCII), ("cp1252", ASCII)],
)
def test_signs_are_those_that_the_encoding_can_express(encoding: str, signs: Signs) -> None:
    assert signs_for(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is signs


def test_a_stream_without_an_encoding_gets_signs_that_every_terminal_has() -> None:
    assert signs_for(io.StringIO()) is ASCII


def test_the_plain_signs_are_ascii_and_every_sign_has_one() -> None:
    assert all(getattr(ASCII, field.name).isascii() for field in fields(Signs))
    assert all(getattr(ASCII, field.name) for field in fields(Signs))


def test_where_lines_are_all_that_a_terminal_shows_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert signs_for(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) == UNICODE  # what no terminal shows is as ever
    signs = signs_for(Terminal())
    assert signs == signs_in_words()
    assert {field.name: getattr(signs, field.name) for field in fields(Signs)} == {
        "full": "", "empty": "", "bullet": "", "lacking": "Ontbreekt:", "between": ", ", "rule": "",
        "dash": "geen score", "steps": "",
    }  # fmt: skip
    assert [found.in_words for found in (signs, ASCII, UNICODE)] == [True, False, False]


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

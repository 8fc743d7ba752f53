"""The bar that shows how far long work is, as a terminal would show it."""

import io
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

import pyte
import pytest

from tests.terminal.drawing import console
from werkzaam.terminal.console import progress_bar


class Clock:
    """Stands in for the clock: time passes when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    stopped = Clock()
    with monkeypatch.context() as patched:
        patched.setattr(time, "monotonic", stopped)
        yield stopped


def screen(stream: io.StringIO, columns: int = 80) -> tuple[list[str], bool]:
    """Return the lines that a terminal shows, without the empty ones, and whether its cursor can be seen."""
    shown = pyte.Screen(columns, 10)
    pyte.Stream(shown).feed(stream.getvalue().replace("\n", "\r\n"))
    return [line.rstrip() for line in shown.display if line.strip()], not shown.cursor.hidden


def test_the_bar_says_how_much_is_done_and_leaves_nothing_behind(clock: Clock) -> None:
    on, stream = console(colours=True)
    with progress_bar(on, 100) as advance:
        assert screen(stream) == ([f"{'━' * 40}   0/100"], False)
        clock.now += 1
        advance(25)
        assert screen(stream) == ([f"{'━' * 10}╺{'━' * 29}  25/100"], False)
        clock.now += 1
        advance(75)
        assert screen(stream) == ([f"{'━' * 40} 100/100"], False)
    assert screen(stream) == ([], True)


def test_the_bar_fits_a_narrow_terminal(clock: Clock) -> None:
    on, stream = console(40, colours=True)
    with progress_bar(on, 10_000) as advance:
        clock.now += 1
        advance(5)
        (line,), _cursor = screen(stream, 40)
        assert line.endswith("    5/10000")
    assert screen(stream, 40) == ([], True)


def test_it_is_drawn_no_more_than_ten_times_a_second(clock: Clock) -> None:
    on, stream = console(colours=True)
    with progress_bar(on, 1_100) as advance:
        drawn = []
        for _number in range(1_000):
            clock.now += 0.01
            before = stream.tell()
            advance(1)
            drawn.append(stream.tell() > before)
        assert 90 <= sum(drawn) <= 100
        assert not any(one and other for one, other in pairwise(drawn))
        before = stream.tell()
        for _number in range(100):
            advance(1)  # where time stands still nothing is drawn again
        assert stream.tell() == before


def test_an_error_leaves_no_bar_behind() -> None:
    on, stream = console(colours=True)
    with pytest.raises(KeyboardInterrupt), progress_bar(on, 100):
        raise KeyboardInterrupt
    assert screen(stream) == ([], True)


@pytest.mark.parametrize("total", [0, 1])
def test_there_may_be_little_or_nothing_to_do(clock: Clock, total: int) -> None:
    on, stream = console(colours=True)
    with progress_bar(on, total) as advance:
        clock.now += 1
        advance(total)
        assert screen(stream)[0] == [f"{'━' * 40} {total}/{total}"]
    assert screen(stream) == ([], True)


def test_what_is_said_meanwhile_stays_above_the_bar(clock: Clock) -> None:
    on, stream = console(colours=True)
    with progress_bar(on, 4) as advance:
        print("map/a.yaml:3:1: [bold]fout[/bold] :warning:", file=sys.stderr)  # noqa: T201 (as say does)
        clock.now += 1
        advance(1)
        assert screen(stream)[0] == ["map/a.yaml:3:1: [bold]fout[/bold] :warning:", f"{'━' * 10}╺{'━' * 29} 1/4"]
    assert screen(stream) == (["map/a.yaml:3:1: [bold]fout[/bold] :warning:"], True)


def test_a_result_goes_to_stdout_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    on, stream = console(colours=True)
    with progress_bar(on, 4):
        print("de uitkomst")  # noqa: T201 (as a command writes its result)
    assert capsys.readouterr().out == "de uitkomst\n"
    assert "uitkomst" not in stream.getvalue()

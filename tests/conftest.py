"""What every test stands on: Dutch, and nothing of the caller's own settings."""

import io
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest
from hypothesis import Phase, settings

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam import language
from werkzaam.cli.main import run
from werkzaam.domain.factor_set import FactorSet

settings.register_profile("any-machine", deadline=None)  # how long an example takes says something of the machine
settings.load_profile("any-machine")
# For mutants it is enough that something is noticed, and noticed again tomorrow: no example is made smaller or kept.
settings.register_profile(
    "mutants", deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew, to be read in review")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(600))  # of a slow machine that is busy


@pytest.fixture(autouse=True)
def _own_world(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WERKZAAM_FACTORS", "WERKZAAM_LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    language.activate("nl")


@pytest.fixture(autouse=True)
def _signals_of_a_terminal() -> Iterator[None]:
    """Hear what nohup and a shell's background have ignored, as do programs that a test starts; put it back after it.

    A handler of ours, unlike the default, leaves these tests alive where the terminal goes; programs start without it.
    """
    heard = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: _stay, signal.SIGHUP: _stay}
    before = {number: signal.getsignal(number) for number in heard}
    for number, handler in heard.items():
        if before[number] is signal.SIG_IGN:
            signal.signal(number, handler)
    yield
    for number, earlier in before.items():
        signal.signal(number, earlier)


def _stay(_number: int, _frame: object) -> None:
    """Let a signal pass."""


@pytest.fixture(scope="session")
def built_in() -> FactorSet:
    return examples.built_in()


@pytest.fixture
def small() -> FactorSet:
    return examples.small()


@pytest.fixture
def call(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the program in this process; `folder` is what the tests of a folder make it."""
    assert folder == Path.cwd()
    for name in ("LANGUAGE", "PYDANTIC_DISABLE_PLUGINS"):  # the program sets them: have them put back
        monkeypatch.setenv(name, "")

    def calling(*words: str, stdin: str | TextIO = "") -> Done:
        stream = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8") if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", stream)
        return Done(int(run(words)), *capsys.readouterr())

    return calling

"""Fixtures for all tests: messages are in Dutch, and the settings of the caller have no influence."""

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

settings.register_profile("any-machine", deadline=None)  # the time that an example takes depends on the machine
settings.load_profile("any-machine")
# For mutants a failure that can be repeated is enough: no example is shrunk or stored.
settings.register_profile(
    "mutants", deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew, to be read in review")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(600))  # seconds, on a slow machine that is busy


@pytest.fixture(autouse=True)
def _own_world(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WERKZAAM_FACTORS", "WERKZAAM_LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    language.activate("nl")


@pytest.fixture(autouse=True)
def _signals_of_a_terminal() -> Iterator[None]:
    """Handle the signals that nohup or a background shell made this process ignore; restore that after the test.

    Programs that a test starts get the default handlers. `_stay` keeps the tests alive when their terminal closes.
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
    """Do nothing. Started programs would inherit SIG_IGN, but not this handler."""


@pytest.fixture(scope="session")
def built_in() -> FactorSet:
    return examples.built_in()


@pytest.fixture
def small() -> FactorSet:
    return examples.small()


@pytest.fixture
def call(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that runs the program in this process, in `folder`, a fixture of each folder of tests."""
    assert folder == Path.cwd()
    for name in ("LANGUAGE", "PYDANTIC_DISABLE_PLUGINS"):  # the program sets these: monkeypatch restores them
        monkeypatch.setenv(name, "")

    def calling(*words: str, stdin: str | TextIO = "") -> Done:
        stream = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8") if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", stream)
        return Done(int(run(words)), *capsys.readouterr())

    return calling

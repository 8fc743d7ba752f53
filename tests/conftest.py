"""What every test stands on: Dutch, and nothing of the caller's own settings."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings

from tests import examples
from werkzaam import language
from werkzaam.domain.factor_set import FactorSet

settings.register_profile("any-machine", deadline=None)  # how long an example takes says something of the machine
settings.load_profile("any-machine")
# For mutants it is enough that something is noticed, and noticed again tomorrow: no example is made smaller or kept.
settings.register_profile(
    "mutants", deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)


@pytest.fixture(autouse=True)
def _own_world(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WERKZAAM_FACTORS", "WERKZAAM_LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    language.activate("nl")


@pytest.fixture(autouse=True)
def _signals_as_they_were() -> Iterator[None]:
    """Whatever a test interrupts, Ctrl-C still ends the tests, and what they start later is not deaf to it."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture(scope="session")
def built_in() -> FactorSet:
    return examples.built_in()


@pytest.fixture
def small() -> FactorSet:
    return examples.small()

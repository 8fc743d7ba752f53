"""What every test stands on: Dutch, and nothing of the caller's own settings."""

import pytest

from tests import examples
from werkzaam import language
from werkzaam.domain.factor_set import FactorSet


@pytest.fixture(autouse=True)
def _own_world(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WERKZAAM_FACTORS", "WERKZAAM_LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    language.activate("nl")


@pytest.fixture(scope="session")
def built_in() -> FactorSet:
    return examples.built_in()


@pytest.fixture
def small() -> FactorSet:
    return examples.small()

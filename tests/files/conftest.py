"""Messages are compared with the English of the source, so that a changed translation changes no test here."""

from pathlib import Path

import pytest

from tests.files.room import Room
from werkzaam import language
from werkzaam.domain.factor_set import FactorSet


@pytest.fixture(autouse=True)
def _in_english(_own_world: None) -> None:
    language.activate("en")


@pytest.fixture(autouse=True)
def _nobody_is_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the wait for another program that may be writing a file: only a few tests have one."""
    monkeypatch.setattr("werkzaam.files.conflicts.QUIET", 0.05)


@pytest.fixture
def room(tmp_path: Path, small: FactorSet) -> Room:
    return Room(tmp_path, small)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    return path

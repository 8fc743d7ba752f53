"""Messages are held to the words of the source: these tests stay as they are when a translation changes."""

import pytest

from werkzaam import language


@pytest.fixture(autouse=True)
def _in_english(_own_world: None) -> None:
    language.activate("en")


@pytest.fixture(autouse=True)
def _nobody_is_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a shorter time for somebody who may be writing a file: here nobody is, unless a test says so."""
    monkeypatch.setattr("werkzaam.files.conflicts.QUIET", 0.05)

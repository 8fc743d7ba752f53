"""Messages are compared with the English of the source, so that a changed translation changes no test here."""

import pytest

from werkzaam import language


@pytest.fixture(autouse=True)
def _in_english(_own_world: None) -> None:
    language.activate("en")


@pytest.fixture(autouse=True)
def _nobody_is_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the wait for another program that may be writing a file: only a few tests have one."""
    monkeypatch.setattr("werkzaam.files.conflicts.QUIET", 0.05)

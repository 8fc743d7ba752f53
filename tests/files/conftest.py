"""Messages are held to the words of the source: these tests stay as they are when a translation changes."""

import pytest

from werkzaam import language


@pytest.fixture(autouse=True)
def _in_english(_own_world: None) -> None:
    language.activate("en")

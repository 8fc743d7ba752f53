import os
from pathlib import Path

import pytest

from tests.windows.machine import Machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.windows)


@pytest.fixture
def windows(tmp_path: Path) -> Machine:
    """Take the machine that WERKZAAM_WINDOWS names; to have none is no reason to pass by."""
    return Machine(Path(os.environ["WERKZAAM_WINDOWS"]).absolute(), tmp_path)

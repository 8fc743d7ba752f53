import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows.machine import Machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.windows)
            item.add_marker(pytest.mark.timeout(600))  # seconds, on a slow machine that is busy


@pytest.fixture(scope="session")
def running() -> Iterator[Path]:
    """Keep the machine running that WERKZAAM_WINDOWS names. Raises KeyError, and skips nothing, if it is not set.

    System programs of wine hold the outputs of the call that starts the machine open until it is off: not a test's.
    """
    root = Path(os.environ["WERKZAAM_WINDOWS"]).absolute()
    with Machine(root, root).start_python("import sys; print(flush=True); sys.stdin.read()") as keeper:
        assert keeper.stdout is not None
        assert keeper.stdout.readline()
        yield root


@pytest.fixture
def windows(running: Path, tmp_path: Path) -> Machine:
    return Machine(running, tmp_path)

"""Every test runs in a folder of its own, with two factor sets in it and an answers file of the first."""

from pathlib import Path

import pytest

from tests import examples


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "schaal.yaml").write_text(examples.OTHER_SCALE)
    (tmp_path / "a.yaml").write_text(examples.SMALL_ANSWERS)
    monkeypatch.chdir(tmp_path)
    return tmp_path

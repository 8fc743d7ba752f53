"""Every call starts in a folder of its own, with two factor sets in it and an answers file of the first."""

import io
import sys
from pathlib import Path
from typing import TextIO

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.cli.main import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "schaal.yaml").write_text(examples.OTHER_SCALE)
    (tmp_path / "a.yaml").write_text(examples.SMALL_ANSWERS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    assert folder == Path.cwd()
    for name in ("LANGUAGE", "PYDANTIC_DISABLE_PLUGINS"):  # the program sets them: have them put back
        monkeypatch.setenv(name, "")

    def calling(*words: str, stdin: str | TextIO = "") -> Done:
        stream = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8") if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", stream)
        return Done(int(run(words)), *capsys.readouterr())

    return calling

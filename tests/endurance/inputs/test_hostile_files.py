import os
import sys
import threading
from pathlib import Path

import pytest

from tests import examples
from tests.endurance.figures import Effort
from tests.endurance.inputs.hostile_files import CALLS, hostile_files
from tests.endurance.inputs.patterns import found, patterns
from werkzaam.cli.app import command
from werkzaam.cli.main import run


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on memory, no pipes with a name")
def test_whatever_a_file_is_a_command_ends_soon_in_little_memory_with_a_word() -> None:
    figures = hostile_files(Effort.SHORT)
    assert not figures.failures, "\n".join(figures.failures)


def test_every_command_meets_them() -> None:
    assert {words[0] for words in CALLS} == set(command().commands)


def test_no_expression_is_kept_busy_by_a_text() -> None:
    assert len(list(found())) > 20
    figures = patterns(Effort.SHORT)
    assert not figures.failures, "\n".join(figures.failures)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name")
def test_a_pipe_that_is_named_is_read_as_other_programs_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("klein.yaml").write_text(examples.SMALL_SET)
    os.mkfifo("pipe.yaml")
    writer = threading.Thread(target=Path("pipe.yaml").write_text, args=(examples.SMALL_ANSWERS,))
    writer.start()
    assert run(["report", "pipe.yaml", "--factors", "klein.yaml"]) == 0
    writer.join()
    assert "Lyceum Oost" in capsys.readouterr().out

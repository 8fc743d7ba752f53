"""Workbooks and Word documents with a real shell and a real terminal: where they go, and that nothing stays behind."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import told
from tests.sessions.steps import Done, run
from tests.sessions.terminal import PATIENCE, Terminal, environment
from tests.workbooks import START
from werkzaam.language import _

INTERRUPTED = 130
WORDS = ("export", "a.yaml", "--factors", "klein.yaml", "--format", "xlsx")
long = pytest.mark.long
FORMS = pytest.mark.parametrize("words", [WORDS, ("report", *WORDS[1:-1], "docx")], ids=["xlsx", "docx"])
TO_NO_TERMINAL = "This format cannot be shown here: name a file with --output."
INTERRUPTING = """
import os, signal, sys, tempfile
from xlsxwriter import Workbook
from werkzaam.__main__ import main

store = Workbook._store_workbook

def interrupted(book):
    assert os.listdir(tempfile.gettempdir())
    os.kill(os.getpid(), signal.{number})
    os.kill(os.getpid(), signal.{number})
    store(book)

Workbook._store_workbook = interrupted
main()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "a.yaml").write_text(examples.SMALL_ANSWERS)
    return tmp_path


@long
@FORMS
def test_it_is_the_same_in_a_file_and_in_every_kind_of_pipe_at_any_time(folder: Path, words: tuple[str, ...]) -> None:
    script = """
        "$@" --output een.uit && "$@" > twee.uit && "$@" --output - | cat > drie.uit &&
        sleep 2 && export TZ=Asia/Tokyo &&
        { mkfifo pijp; cat pijp > vier.uit & "$@" --output pijp; wait; } && "$@" --output /dev/stdout | cat > vijf.uit
    """
    assert run(words, folder, script=script) == Done(0, "", told("Written: {file}", file="een.uit"))
    contents = {path.name: path.read_bytes() for path in folder.glob("*.uit")}
    assert sorted(contents) == ["drie.uit", "een.uit", "twee.uit", "vier.uit", "vijf.uit"]
    assert len({*contents.values()}) == 1
    assert contents["een.uit"].startswith(START)


@FORMS
def test_on_a_terminal_there_is_a_word_instead(folder: Path, words: tuple[str, ...]) -> None:
    with Terminal(*words, folder=folder) as terminal:
        assert terminal.finish() == 2
        assert terminal.output.strip() == _(TO_NO_TERMINAL)
    leading, following = pty.openpty()
    try:
        assert run((*words, "--output", os.ttyname(following)), folder) == Done(2, "", f"{_(TO_NO_TERMINAL)}\n")
    finally:
        os.close(leading)
        os.close(following)


@FORMS
def test_a_full_disk_is_one_line_and_a_reader_that_leaves_is_none(folder: Path, words: tuple[str, ...]) -> None:
    full = _("This cannot be written ({reason}).").format(reason=_("the disk is full")) + "\n"
    assert run(words, folder, script='"$@" > /dev/full') == Done(2, "", full)
    assert run(words, folder, script='"$@" | true') == Done(0, "", "")


@pytest.mark.parametrize("number", ["SIGINT", *[pytest.param(name, marks=long) for name in ("SIGTERM", "SIGHUP")]])
def test_interrupted_while_it_is_written_it_leaves_nothing(folder: Path, tmp_path: Path, number: str) -> None:
    waiting = tmp_path / "tmp"
    waiting.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTING.format(number=number), *WORDS, "--output", "uit.xlsx"],
        cwd=folder,
        env={**environment(), "TMPDIR": str(waiting)},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, b"", b"")
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml", "klein.yaml", "tmp"]
    assert [*waiting.iterdir()] == []


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="a limit on the size of files is the system's")
def test_a_place_for_what_waits_that_is_full_is_one_line_too(folder: Path) -> None:
    (folder / "a.yaml").write_text(examples.SMALL_ANSWERS + f"actions:\n  - what: {'x' * 30_000}\n")
    done = run((*WORDS, "--output", "uit.xlsx"), folder, script='trap "" XFSZ; ulimit -f 8; "$@"')
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert not (folder / "uit.xlsx").exists()

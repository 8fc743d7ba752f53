"""Many files in real processes: how it is interrupted, what a terminal shows meanwhile, and that no process is left.

Helpers hold the outputs of the program as it does itself. What is read from them ends once the last process is gone.
A named pipe that nobody writes into yet makes it last as long as a test needs.
"""

import os
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pexpect
import pytest

from tests import examples
from tests.sessions.terminal import CTRL_C, PATIENCE, PROGRAM, Terminal, environment

COUNT = 500
"""Enough for several batches and processes."""
PIPE = "pijp.yaml"
WORDS = ("--factors", "klein.yaml", "map", PIPE)
BAD_LINE = "map/0000.yaml:2:1: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n"
SUMMARY = f"Bestanden: {COUNT + 1}, ongeldig: 1\n"
FULL = "Dit kan niet worden geschreven (de schijf is vol).\n"
INTERRUPTED = 130
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
EVERYBODY, PARENT = "everybody", "the parent"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many good files, and a bad one before them."""
    return fill(tmp_path_factory.mktemp("many") / "map")


@pytest.fixture
def folder(tmp_path: Path, many: Path) -> Path:
    """A folder with all of those, and a pipe."""
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "map").symlink_to(many)
    os.mkfifo(tmp_path / PIPE)
    return tmp_path


def fill(folder: Path, count: int = COUNT, bad: Iterable[int] = (0,)) -> Path:
    """Make a folder with files, bad ones at some places."""
    folder.mkdir()
    for number in range(1, count + 1):
        (folder / f"{number:04}.yaml").write_text(examples.SMALL_ANSWERS)
    for number in bad:
        (folder / f"{number:04}.yaml").write_text("werkzaam: [\n")
    return folder


def start(folder: Path, *words: str, stdout: int = subprocess.PIPE) -> "subprocess.Popen[bytes]":
    """Start the program as the first of a group of processes."""
    return subprocess.Popen(
        [*PROGRAM, *words],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def under_way(process: "subprocess.Popen[bytes]") -> None:
    """Wait until a first batch was read, when every helper is there."""
    assert process.stderr
    assert process.stderr.readline().decode() == BAD_LINE


# --- interrupted ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("who", [EVERYBODY, PARENT])
@pytest.mark.parametrize("command", ["overview", "export"])
def test_interrupted_it_ends_soon_and_quietly_with_all_its_processes(
    folder: Path, command: str, who: str, number: signal.Signals
) -> None:
    with start(folder, command, *WORDS, "--output", "uit.txt") as process:
        under_way(process)
        (os.killpg if who == EVERYBODY else os.kill)(process.pid, number)
        assert process.communicate(timeout=PATIENCE) == (b"", b"")
        assert process.returncode == INTERRUPTED
    assert sorted(path.name for path in folder.iterdir()) == ["klein.yaml", "map", PIPE]


INTERRUPTING = """
import os, signal, sys
from werkzaam.__main__ import main

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.killpg(0, signal.{number})

sys.meta_path.insert(0, Interrupting())
main()
"""


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize(
    "module", ["werkzaam.cli.main", "typer", "pydantic", "werkzaam.domain.factor_set", "werkzaam.cli.many.helpers"]
)
def test_interrupted_as_it_starts_it_is_as_quiet(folder: Path, module: str, number: signal.Signals) -> None:
    code = INTERRUPTING.format(module=module, number=number.name)
    done = subprocess.run(
        [PROGRAM[0], "-c", code, "overview", *WORDS],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        start_new_session=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "", "")


def test_more_signals_after_the_first_change_nothing(folder: Path) -> None:
    """A window that closes sends SIGHUP more than once, a machine that shuts down SIGTERM and SIGHUP."""
    with start(folder, "overview", *WORDS) as process:
        under_way(process)
        for number in SIGNALS * 3:
            os.killpg(process.pid, number)
        assert process.communicate(timeout=PATIENCE) == (b"", b"")
        assert process.returncode == INTERRUPTED


@pytest.mark.parametrize("command", ["overview", "export"])
def test_killed_it_leaves_no_process_behind(folder: Path, command: str) -> None:
    with start(folder, command, *WORDS, "--output", "uit.txt") as process:
        under_way(process)
        process.kill()
        assert process.communicate(timeout=PATIENCE) == (b"", b"")
    assert sorted(path.name for path in folder.iterdir()) == ["klein.yaml", "map", PIPE]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to find the helpers in")
def test_a_helper_that_is_killed_ends_it_in_words(folder: Path) -> None:
    with start(folder, "overview", *WORDS) as process:
        under_way(process)
        os.kill(children(process.pid)[0], signal.SIGKILL)
        result, told = process.communicate(timeout=PATIENCE)
        assert (process.returncode, result) == (2, b"")
        assert told.decode() == "Een proces dat meelas is van buitenaf beëindigd: probeer het opnieuw.\n"


def children(parent: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # ended meanwhile
            continue
        if int(fields[1]) == parent:
            found.append(int(path.parent.name))
    return sorted(found)


# --- in a pipe ------------------------------------------------------------------------------------------------------


def shell(script: str, words: tuple[str, ...], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a script in which "$@" is the program with some words."""
    return subprocess.run(
        ["/bin/sh", "-c", script, "sh", *PROGRAM, *words],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_reader_that_saw_enough_ends_an_export_before_its_last_file(folder: Path, form: str) -> None:
    done = shell('{ "$@"; echo $? > code; } | head -1', ("export", *WORDS, "--format", form), folder)
    assert done.stdout.startswith("file,collaboration," if form == "csv" else '{"file": "map/0001.yaml", ')
    assert (done.stderr, len(done.stdout.splitlines())) == (BAD_LINE, 1)
    assert (folder / "code").read_text() == "1\n", "an invalid file was met before"


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "html"])
def test_an_overview_that_nobody_reads_ends_quietly(folder: Path, form: str) -> None:
    done = shell('{ "$@"; echo $? > code; } | true', ("overview", *WORDS[:2], "map", "--format", form), folder)
    assert (done.stdout, (folder / "code").read_text()) == ("", "1\n")
    assert done.stderr == BAD_LINE + f"Bestanden: {COUNT}, ongeldig: 1\n"


def test_a_full_disk_ends_an_export_before_its_last_file(folder: Path) -> None:
    done = shell('"$@" > /dev/full', ("export", *WORDS), folder)
    assert (done.returncode, done.stderr) == (2, BAD_LINE + FULL)
    done = shell('"$@"', ("export", *WORDS, "--output", "/dev/full"), folder)
    assert (done.returncode, done.stderr) == (
        2,
        BAD_LINE + "/dev/full: kan niet worden bewaard (de schijf is vol).\n",
    )


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "html"])
def test_a_full_disk_is_told_of_an_overview(folder: Path, form: str) -> None:
    words = ("overview", *WORDS[:2], "map/0001.yaml", "--format", form)
    done = shell('"$@" > /dev/full', words, folder)
    assert (done.returncode, done.stderr) == (2, FULL)


@pytest.mark.parametrize("command", ["overview", "export"])
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_change_nothing_in_how_it_ends(folder: Path, command: str, closed: str) -> None:
    fill(folder / "goed", bad=())
    done = shell(f'"$@" {closed}', (command, *WORDS[:2], "goed"), folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert bool(done.stdout) == (">&-" not in closed.replace("2>&-", ""))


# --- in a terminal --------------------------------------------------------------------------------------------------

BAR = f"/{COUNT + 2}"


def finish_pipe(folder: Path) -> None:
    """Write into the pipe what the program waits for."""
    (folder / PIPE).write_text(examples.SMALL_ANSWERS)


def gone(terminal: Terminal) -> None:
    """See that no process holds the terminal any more."""
    terminal.child.expect(pexpect.EOF, timeout=PATIENCE)


def test_a_bar_shows_how_far_it_is_and_leaves_nothing_behind(folder: Path) -> None:
    with Terminal("overview", *WORDS, folder=folder, rows=40) as terminal:
        terminal.wait_for(BAR)
        terminal.wait_for(BAD_LINE.strip())
        assert any("━" in line for line in terminal.screen)
        finish_pipe(folder)
        assert terminal.finish() == 1
        assert BAR not in "\n".join(terminal.scrollback)
        assert [line for line in terminal.scrollback if line][:3] == [
            BAD_LINE.strip(),
            SUMMARY.strip(),
            "Kleine lijst",
        ]
        terminal.assert_restored()


def test_lines_about_files_stand_whole_above_the_bar(folder: Path) -> None:
    places = range(0, COUNT, 50)
    (folder / "map").unlink()
    fill(folder / "map", bad=places)
    lines = [BAD_LINE.strip().replace("0000", f"{number:04}") for number in places]
    with Terminal("overview", *WORDS, folder=folder, rows=40) as terminal:
        terminal.wait_for(lines[-2])
        above = [line for line in terminal.screen if line.startswith("map/")]
        assert above == lines[: len(above)]
        finish_pipe(folder)
        assert terminal.finish() == 1
        assert [line for line in terminal.scrollback if line][: len(lines)] == lines


def test_an_export_to_a_file_shows_a_bar_and_one_to_the_terminal_does_not(folder: Path) -> None:
    with Terminal("export", *WORDS, "--output", "uit.csv", folder=folder) as terminal:
        terminal.wait_for(BAR)
        finish_pipe(folder)
        assert terminal.finish() == 1
        assert [line for line in terminal.scrollback if line] == [BAD_LINE.strip(), SUMMARY.strip()]
        terminal.assert_restored()
    with Terminal("export", "--factors", "klein.yaml", "map", folder=folder, columns=200) as terminal:
        assert terminal.finish() == 1
        assert "━" not in terminal.output
        assert "\x1b" not in terminal.output


@pytest.mark.parametrize(
    ("redirection", "variables"),
    [("> uit.txt", {}), ("| cat", {}), ("2> fout.txt", {}), ("", {"TERM": "dumb"})],
    ids=["stdout in a file", "stdout in a pipe", "stderr in a file", "dumb"],
)
def test_there_is_no_bar_where_nobody_would_see_it_move(
    folder: Path, redirection: str, variables: dict[str, str]
) -> None:
    with Terminal(
        "overview", "--factors", "klein.yaml", "map", folder=folder, redirection=redirection, variables=variables
    ) as terminal:
        terminal.finish()
        assert "━" not in terminal.output
        assert f"/{COUNT + 1}" not in terminal.output
        assert "\x1b[?25l" not in terminal.output


@pytest.mark.parametrize("way", ["Ctrl-C", *(number.name for number in SIGNALS)])
def test_interrupted_beside_the_bar_the_terminal_is_as_it_was(folder: Path, way: str) -> None:
    with Terminal("overview", *WORDS, folder=folder) as terminal:
        terminal.wait_for(BAR)
        terminal.wait_for(BAD_LINE.strip())
        if way == "Ctrl-C":
            terminal.press(CTRL_C)
        else:
            terminal.send_signal(signal.Signals[way])
        assert terminal.finish() == INTERRUPTED
        assert [line for line in terminal.scrollback if line.strip("^C")] == [BAD_LINE.strip()]
        terminal.assert_restored()
        gone(terminal)


def test_a_terminal_that_is_closed_ends_it(folder: Path) -> None:
    with Terminal("overview", *WORDS, folder=folder) as terminal:
        terminal.wait_for(BAR)
        assert terminal.hang_up() >= 0


# --- memory ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [("overview", "--by", "date"), ("export",)])
def test_memory_does_not_grow_with_the_files(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    peaks = []
    for count in (COUNT, 8 * COUNT):
        fill(tmp_path / str(count), count, bad=())
        process = start(tmp_path, *words, "--factors", "klein.yaml", str(count), stdout=subprocess.DEVNULL)
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.communicate()[1] == b""
        assert process.returncode == 0
        peaks.append(usage.ru_maxrss)
    assert peaks[1] < 1.1 * peaks[0], peaks

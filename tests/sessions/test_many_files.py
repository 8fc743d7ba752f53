"""Many files in a real process: how it is interrupted, what a terminal shows meanwhile, how much memory it takes.

A named pipe that nobody writes into yet makes it last as long as a test needs.
"""

import os
import re
import signal
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import pexpect
import pytest

from tests import examples
from tests.sessions.steps import INTERRUPTED, run, started
from tests.sessions.terminal import CTRL_C, PATIENCE, PROGRAM, Terminal, environment

COUNT = 150
"""So many that the first of them are told about before the last is read."""
PIPE = "pijp.yaml"
WORDS = ("--factors", "klein.yaml", "map", PIPE)
BAD = "map/0000.yaml:2:1: "
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
long = pytest.mark.long


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many good files, and bad ones here and there, the first one too."""
    return fill(tmp_path_factory.mktemp("many") / "map", bad=range(0, COUNT, 30))


@pytest.fixture
def folder(tmp_path: Path, many: Path) -> Path:
    """A folder with all of those, and a pipe."""
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "map").symlink_to(many)
    os.mkfifo(tmp_path / PIPE)
    return tmp_path


def fill(folder: Path, count: int = COUNT, bad: Iterable[int] = ()) -> Path:
    """Make a folder with files, bad ones at some places; a pipe holds what is exported of a few of them."""
    folder.mkdir()
    answers = examples.SMALL_ANSWERS.replace("Sinds maart", "Sinds maart " + "x" * 3900)
    for number in range(1, count + 1):
        (folder / f"{number:04}.yaml").write_text(answers.replace("Lyceum Oost", f"Lyceum {number}", 1))
    for number in bad:
        (folder / f"{number:04}.yaml").write_text("werkzaam:\n\tx: 1\n")
    return folder


def places(lines: Sequence[str]) -> list[str]:
    """Return where the lines about bad files say that these are bad."""
    return [line[: len(BAD)] for line in lines if line.startswith("map/")]


EVERY_PLACE = [BAD.replace("0000", f"{number:04}") for number in range(0, COUNT, 30)]


# --- interrupted ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "numbers"),
    [
        ("overview", [signal.SIGINT]),
        ("export", [signal.SIGTERM, *SIGNALS * 3]),  # as from a machine that shuts down
        *[pytest.param(command, [number], marks=long) for command in ("overview", "export") for number in SIGNALS],
    ],
)
def test_interrupted_it_ends_soon_and_quietly_and_leaves_nothing(
    folder: Path, command: str, numbers: list[signal.Signals]
) -> None:
    with started((command, *WORDS, "--output", "uit.txt"), folder) as process:
        assert process.stderr
        assert process.stderr.readline().decode().startswith(BAD)
        for number in numbers:
            os.killpg(process.pid, number)
        out, told = process.communicate(timeout=PATIENCE)
        assert (process.returncode, out) == (INTERRUPTED, b"")
        assert [line for line in told.decode().splitlines() if not line.startswith("map/")] == []
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


@pytest.mark.parametrize(
    ("module", "number"),
    [
        ("werkzaam.cli.main", signal.SIGHUP),
        ("pydantic", signal.SIGINT),
        *[pytest.param("typer", number, marks=long) for number in SIGNALS],
        pytest.param("pydantic", signal.SIGTERM, marks=long),
        pytest.param("werkzaam.domain.factor_set", signal.SIGINT, marks=long),
    ],
)
def test_interrupted_as_it_starts_it_is_as_quiet(folder: Path, module: str, number: signal.Signals) -> None:
    code = INTERRUPTING.format(module=module, number=number.name)
    done = subprocess.run(
        [PROGRAM[0], "-c", code, "overview", *WORDS],
        cwd=folder,
        env=environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        start_new_session=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, b"", b"")


# --- in a pipe ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["csv", pytest.param("jsonl", marks=long)])
def test_a_reader_that_saw_enough_ends_an_export_before_its_last_file(folder: Path, form: str) -> None:
    done = run(("export", *WORDS, "--format", form), folder, script='{ "$@"; echo $? > code; } | head -1')
    assert done.out.startswith("file,collaboration," if form == "csv" else '{"file": "map/0001.yaml", ')
    assert len(done.out.splitlines()) == 1
    told = done.err.splitlines()
    assert places(told) == EVERY_PLACE[: len(told)]
    assert (folder / "code").read_text() == "1\n", "an invalid file was met before"


@pytest.mark.parametrize("more", [(), pytest.param(("--output", "/dev/full"), marks=long)], ids=["stdout", "--output"])
def test_a_full_disk_ends_an_export_before_its_last_file(folder: Path, more: tuple[str, ...]) -> None:
    done = run(("export", *WORDS, *more), folder, script='"$@" > /dev/full')
    *about_files, full = done.err.splitlines()
    assert (done.code, done.out, places(about_files)) == (2, "", EVERY_PLACE[: len(about_files)])
    assert not full.startswith("map/")


@long
@pytest.mark.parametrize("command", ["overview", "export"])
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_change_nothing_in_how_it_ends(folder: Path, command: str, closed: str) -> None:
    fill(folder / "goed")
    done = run((command, *WORDS[:2], "goed"), folder, script=f'"$@" {closed}')
    assert (done.code, done.err) == (0, "")
    assert bool(done.out) == (">&-" not in closed.replace("2>&-", ""))


# --- in a terminal --------------------------------------------------------------------------------------------------

BAR = f"/{COUNT + 2}"


def test_a_bar_shows_how_far_it_is_below_the_lines_about_files_and_leaves_nothing_behind(folder: Path) -> None:
    with Terminal("overview", *WORDS, folder=folder, rows=40) as terminal:
        terminal.wait_for(BAR)
        terminal.wait_for(EVERY_PLACE[1])
        terminal.wait_for("━")  # it is taken away and drawn anew around every line
        assert places(terminal.screen) == EVERY_PLACE[: len(places(terminal.screen))]
        (folder / PIPE).write_text(examples.SMALL_ANSWERS)  # what the program waits for
        assert terminal.finish() == 1
        terminal.assert_restored()
        lines = [line for line in terminal.scrollback if line]
    assert BAR not in "\n".join(lines)
    assert places(lines[: len(EVERY_PLACE)]) == EVERY_PLACE
    good, bad = COUNT + 2 - len(EVERY_PLACE), len(EVERY_PLACE)
    assert re.findall(r"\d+", lines[len(EVERY_PLACE)]) == [str(good), str(bad)]
    assert lines[len(EVERY_PLACE) + 1] == "Kleine lijst"


@pytest.mark.parametrize("way", ["Ctrl-C", *[pytest.param(number.name, marks=long) for number in SIGNALS]])
def test_interrupted_beside_the_bar_the_terminal_is_as_it_was(folder: Path, way: str) -> None:
    with Terminal("overview", *WORDS, folder=folder) as terminal:
        terminal.wait_for(BAR)
        terminal.wait_for(EVERY_PLACE[1])
        if way == "Ctrl-C":
            terminal.press(CTRL_C)
        else:
            terminal.send_signal(signal.Signals[way])
        assert terminal.finish() == INTERRUPTED
        assert not [line for line in terminal.scrollback if line.strip("^C") and not line.startswith("map/")]
        terminal.assert_restored()
        terminal.child.expect(pexpect.EOF, timeout=PATIENCE)  # no process holds the terminal any more


@pytest.mark.parametrize(
    ("redirection", "variables"),
    [
        ("> uit.txt", {}),
        ("", {"TERM": "dumb"}),
        pytest.param("| cat", {}, marks=long),
        pytest.param("2> fout.txt", {}, marks=long),
    ],
)
def test_there_is_no_bar_where_nobody_would_see_it_move(
    folder: Path, redirection: str, variables: dict[str, str]
) -> None:
    words = ("overview", "--factors", "klein.yaml", "map")
    with Terminal(*words, folder=folder, redirection=redirection, variables=variables) as terminal:
        terminal.finish()
        assert "━" not in terminal.output
        assert f"/{COUNT + 1}" not in terminal.output
        assert "\x1b[?25l" not in terminal.output


@long
def test_a_terminal_that_is_closed_ends_it(folder: Path) -> None:
    with Terminal("overview", *WORDS, folder=folder) as terminal:
        terminal.wait_for(BAR)
        assert terminal.hang_up() >= 0


# --- memory ---------------------------------------------------------------------------------------------------------

MEASURING = """
import resource, sys
from werkzaam.__main__ import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


@long
@pytest.mark.parametrize("words", [("overview", "--by", "date"), ("export",)])
def test_memory_does_not_grow_with_the_files(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    peaks = []
    for count in (500, 4000):
        fill(tmp_path / str(count), count)
        done = subprocess.run(
            [PROGRAM[0], "-c", MEASURING, *words, "--factors", "klein.yaml", str(count)],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=2 * PATIENCE,
            check=True,
        )
        *bar, peak = done.stderr.split()
        assert bar == []
        peaks.append(int(peak))
    assert peaks[1] < 1.1 * peaks[0], peaks

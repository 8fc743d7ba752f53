"""What is answered on Windows is kept as it is here, whoever else is at the same file."""

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from tests.windows.machine import NOBODY, PATIENCE, READ_ONLY, Done, Machine, finish, here
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

NEW = ("--no-input", "--collaboration", "Lyceum Oost", "--perspective", "samen", "--date", "2026-11-23")
IN_USE = "{file}: another program has this file open; close it there and try again."
OVERVIEW_CUT_OFF = """
import ctypes, signal, subprocess, sys
kernel32 = ctypes.WinDLL("kernel32")
kernel32.FreeConsole()
kernel32.AllocConsole()
signal.signal(signal.SIGINT, lambda number, frame: None)
pipe = subprocess.PIPE
command = [sys.executable, "-v", "-m", "werkzaam", "overview", "."]
running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe)
for line in running.stderr:
    if sys.argv[1].encode() in line:
        break
kernel32.GenerateConsoleCtrlEvent(0, 0)
out, err = running.communicate(timeout=60)
print(running.returncode, b"Traceback" in err)
"""


@pytest.fixture
def file(windows: Machine) -> Path:
    """A new answers file."""
    assert here(windows.folder, "check", "a.yaml", *NEW).code == 0
    return windows.folder / "a.yaml"


def answer(windows: Machine, *words: str) -> Done:
    return windows.call("check", "a.yaml", "--no-input", *words)


def answers_in(file: Path) -> dict[str, str]:
    """Return what is answered, by factor id."""
    categories = yaml.safe_load(file.read_text(encoding="utf-8"))["answers"].values()
    return {name: given["answer"] for factors in categories for name, given in factors.items() if given["answer"]}


def refused(message: str, **named: object) -> str:
    return _(message).format(**named) + "\n"


def test_options_fill_in_the_same_file(windows: Machine) -> None:
    given = ("--answer", "vast-team=deels", "--missing", "vast-team=werkt-in-woonwijk", "--note", "vast-team=Café ✗ 😀")
    done, expected = (
        windows.call("check", "a.yaml", *NEW, *given),
        here(windows.folder, "check", "b.yaml", *NEW, *given),
    )
    assert (done.code, done.out) == (expected.code, expected.out)
    assert (windows.folder / "a.yaml").read_bytes() == (windows.folder / "b.yaml").read_bytes()


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_a_pipe_fills_in_the_same_file(start: bytes, file: Path, windows: Machine) -> None:
    lines = "j\nt Café ✗ 😀\nn\nw\n".encode()
    other = file.with_name("b.yaml")
    other.write_bytes(file.read_bytes())
    done = windows.call("check", "a.yaml", stdin=start + lines.replace(b"\n", b"\r\n"))
    expected = here(windows.folder, "check", "b.yaml", stdin=lines)
    assert done.code == expected.code == 1
    assert done.said.replace("a.yaml", "b.yaml").splitlines()[:-1] == expected.said.splitlines()[:-1]
    assert file.read_bytes() == other.read_bytes()
    assert windows.cmd("werkzaam check a.yaml <NUL").code == 1


def test_a_new_file_is_the_same(windows: Machine) -> None:
    words = ("--collaboration", "Café", "--perspective", "samen", "--date", "2026-11-23")
    assert windows.call("new", "a.yaml", *words).code == here(windows.folder, "new", "b.yaml", *words).code == 0
    assert (windows.folder / "a.yaml").read_bytes() == (windows.folder / "b.yaml").read_bytes()


def test_line_ends_and_byte_order_mark_stay_in_a_file_from_elsewhere(file: Path, windows: Machine) -> None:
    before = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    assert answer(windows, "--answer", "vast-team=ja").code == 0
    assert file.read_bytes() == before.replace(b"vast-team:\r\n      answer:", b"vast-team:\r\n      answer: ja")


def test_eight_at_once_lose_nothing_and_refuse_nothing(file: Path, windows: Machine, built_in: FactorSet) -> None:
    ids = [factor.id for factor in built_in.factors]
    expected: dict[str, str] = {}
    for option in ("ja", "nee", "weet-niet"):
        given = dict.fromkeys(ids[:8], option)
        answers = [f"{name}={option}" for name in given]
        with ThreadPoolExecutor(len(given)) as savers:
            done = savers.map(lambda answer: windows.call("check", "a.yaml", "--no-input", "--answer", answer), answers)
        assert [ended for ended in done if ended.code] == []
        expected |= given
        assert answers_in(file) == expected
    assert sorted(path.name for path in windows.folder.iterdir()) == ["a.yaml"]


def test_a_saver_that_is_killed_lets_others_go_on(file: Path, windows: Machine) -> None:
    killed = windows.python(
        "import os, pathlib; from werkzaam.files.disk.locking import locked\n"
        "with locked(pathlib.Path('a.yaml')): os.abort()"
    )
    assert killed.code != 0
    start = time.monotonic()
    assert answer(windows, "--answer", "vast-team=ja").code == 0
    assert time.monotonic() - start < 25  # not as long as one waits for somebody whose turn it is
    assert answers_in(file) == {"vast-team": "ja"}


def test_a_file_that_is_open_elsewhere_is_waited_for(file: Path, windows: Machine) -> None:
    unfinished = file.with_name(".a.yaml.new")
    with windows.holding("a.yaml", READ_ONLY):
        saver = windows.start("check", "a.yaml", "--no-input", "--answer", "vast-team=ja")
        end = time.monotonic() + PATIENCE
        while not unfinished.exists() and time.monotonic() < end:
            time.sleep(0.05)
        with pytest.raises(subprocess.TimeoutExpired):
            saver.wait(1)
    assert finish(saver).code == 0
    assert answers_in(file) == {"vast-team": "ja"}


def test_one_that_stays_open_is_told_and_the_answer_is_put_aside(file: Path, windows: Machine) -> None:
    before = file.read_bytes()
    with windows.holding("a.yaml", READ_ONLY):
        done = answer(windows, "--answer", "vast-team=ja")
    assert (done.code, done.said.splitlines(keepends=True)[0]) == (2, refused(IN_USE, file="a.yaml"))
    assert file.read_bytes() == before
    assert answers_in(file.with_name("a.yaml.rescue")) == {"vast-team": "ja"}


@pytest.mark.parametrize("words", [("report", "a.yaml"), ("check", "a.yaml", "--no-input", "--answer", "vast-team=ja")])
def test_one_that_cannot_even_be_read_is_told(file: Path, windows: Machine, words: tuple[str, ...]) -> None:
    with windows.holding(file.name, NOBODY):
        done = windows.call(*words)
    assert (done.code, done.said) == (2, refused(IN_USE, file="a.yaml"))


def test_a_result_that_is_open_elsewhere_is_told(file: Path, windows: Machine) -> None:
    (windows.folder / "uit.html").write_bytes(b"old")
    with windows.holding("uit.html", READ_ONLY):
        done = windows.call("report", file.name, "--format", "html", "--output", "uit.html")
    assert (done.code, done.said) == (2, refused(IN_USE, file="uit.html"))
    assert sorted(path.name for path in windows.folder.iterdir()) == ["a.yaml", "uit.html"]


def test_a_file_that_is_not_to_be_written_stays_as_it_is(file: Path, windows: Machine) -> None:
    before = file.read_bytes()
    file.chmod(0o444)
    done = answer(windows, "--answer", "vast-team=ja")
    message = "{file}: you are not allowed to write here; choose another place."
    assert (done.code, done.said) == (2, refused(message, file="a.yaml"))
    assert file.read_bytes() == before


def test_a_folder_where_a_file_is_meant_is_told(windows: Machine) -> None:
    (windows.folder / "map").mkdir()
    folder = refused("{file}: this is a folder; name a file in it.", file="map")
    for words in (("report", "map"), ("factors", "--factors", "map"), ("diff", "map", "map")):
        done = windows.call(*words)
        assert (done.code, done.said) == (2, folder)


IMPOSSIBLE = "{file}: Windows has no file of this name; choose another one."


@pytest.mark.parametrize("name", ["con.yaml", "nul", "wat?.yaml"])
def test_a_name_that_cannot_be_is_told(name: str, windows: Machine) -> None:
    done = windows.call("new", name, "--collaboration", "Proef")
    assert (done.code, done.said) == (2, refused(IMPOSSIBLE, file=name))
    done = windows.call("report", name)
    assert (done.code, done.said) == (2, refused("{file}: there is no such file.", file=name))


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize("name", ["aux.html", "NUL.html"])
def test_a_result_does_not_vanish_in_a_device(name: str, windows: Machine) -> None:
    done = windows.call("report", "a.yaml", "--format", "html", "--output", name)
    assert (done.code, done.said) == (2, refused(IMPOSSIBLE, file=name))


@pytest.mark.parametrize("name", ["team.yaml", "map\\team & meer.yaml"])
def test_cmd_takes_the_command_that_is_printed_to_go_on_with(name: str, windows: Machine) -> None:
    (windows.folder / "map").mkdir()
    done = windows.call("check", name, *NEW)
    assert done.code == 0
    assert windows.cmd(done.said.splitlines()[-1]) == Done(0, done.out, b"")


@pytest.mark.parametrize("loaded", ["werkzaam.cli.app", "werkzaam.domain.summation"])
def test_ctrl_c_while_an_overview_starts_ends_it(loaded: str, file: Path, windows: Machine) -> None:
    for number in range(200):
        file.with_name(f"{number}.yaml").write_bytes(file.read_bytes())
    assert windows.python(OVERVIEW_CUT_OFF, loaded).out.split() == [b"130", b"False"]

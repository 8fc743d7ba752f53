"""Nothing leaves the machine, nothing is left behind, and nothing is told that nobody asked to be told."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import examples
from tests.sessions.steps import FILE, NEW
from tests.sessions.terminal import ENTER, PATIENCE, PROGRAM, Terminal, environment, with_modules_of
from tests.sessions.watched import __file__ as watched

ROOT = Path(__file__).parents[2]
NAME = "naam-van-de-gebruiker"
OWN = tuple({os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, str(ROOT), *sys.path) if path})
SYSTEM = ("/usr/", "/etc/", "/lib/", "/proc/", "/sys/", "/dev/null", "/dev/tty", "/dev/urandom", "/dev/shm/")  # noqa: S108 (read from only)
long = pytest.mark.long


@dataclass(frozen=True)
class Place:
    """A folder to work in, and all others that a program could leave something in."""

    folder: Path
    home: Path
    temporary: Path

    @property
    def variables(self) -> dict[str, str]:
        """Name these folders, and a user, as a system does."""
        named = dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME", "HOST"), NAME)
        cache = {f"XDG_{name}_HOME": str(self.home / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
        folders = {"HOME": str(self.home), "TMPDIR": str(self.temporary), "PYTHONDONTWRITEBYTECODE": "1"}
        return environment(**named, **cache, **folders)

    def assert_nothing_left_behind(self) -> None:
        """Assert that there is nothing outside the folder to work in."""
        assert list(self.home.rglob("*")) == []
        assert list(self.temporary.rglob("*")) == []


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path / "werk", tmp_path / NAME, tmp_path / "tmp")
    for folder in (made.folder, made.home, made.temporary):
        folder.mkdir()
    return made


@long
def test_who_reaches_for_a_network_would_be_seen() -> None:
    code = "from tests.sessions.watched import watch; import socket; watch(1); socket.create_connection(('::1', 9))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert "network" in {json.loads(line)[0] for line in done.stdout.splitlines()}
    assert "PermissionError" in done.stderr


@long
def test_no_call_reaches_a_network_starts_a_program_or_touches_what_is_not_asked_for(place: Place) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.sessions.watched", str(place.folder)],
        cwd=ROOT,
        env=place.variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=4 * PATIENCE,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert {event[0] for event in events} >= {"read", "write"}, "it was watched"
    assert [event for event in events if event[0] in ("network", "start")] == []
    touched = {kind: {path for what, path, *_ in events if what == kind} for kind in ("read", "write", "change")}
    strange = {
        (kind, path)
        for kind, paths in touched.items()
        for path in paths
        if not (_is_within(path, place.folder) or _waits_for_a_workbook(path, place.temporary))
    }
    assert {(kind, path) for kind, path in strange if not (kind == "read" and _is_its_own(path))} == set()
    names = {path.name for path in place.folder.iterdir() if not path.name.startswith("werkzaam-")}
    assert names == {"a.yaml", "b.yaml", "c.yaml", "set.yaml", "nieuw.yaml", "uit.txt", "said"}
    assert not [path.name for path in place.folder.iterdir() if _holds(path, NAME, str(place.home), str(place.folder))]
    place.assert_nothing_left_behind()


def test_questions_in_a_terminal_leave_the_answers_file_and_nothing_else(place: Place) -> None:
    hook = place.folder.parent / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(
        f"import os, sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom tests.sessions.watched import watch\n"
        f"watch(os.open({str(hook / 'events')!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))\n"
    )
    with Terminal(*NEW, folder=place.folder, variables={**place.variables, **with_modules_of(hook)}) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press("Een notitie." + ENTER)
        terminal.answer(1, "j")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
        assert NAME not in terminal.output
    events = [json.loads(line) for line in (hook / "events").read_text().splitlines()]
    assert [event for event in events if event[0] in ("network", "start")] == []
    written = {event[1] for event in events if event[0] == "write" and not event[1].startswith("/dev/")}
    assert {Path(path).name for path in written} == {f".{FILE}.new"}
    assert [path.name for path in place.folder.iterdir()] == [FILE]
    assert not _holds(place.folder / FILE, NAME, str(place.home), str(place.folder))
    place.assert_nothing_left_behind()


@long
@pytest.mark.parametrize("words", [("report", "a.yaml", "--format", "html"), ("overview", "."), ("validate", ".")])
def test_it_works_where_there_is_no_network_at_all(words: tuple[str, ...], place: Place) -> None:
    alone = ["unshare", "--net", "--map-root-user"]
    if not can_be_used(alone):
        pytest.skip("this machine lets nobody take its network away")
    (place.folder / "klein.yaml").write_text(examples.SMALL_SET)
    (place.folder / "a.yaml").write_text(examples.SMALL_ANSWERS)
    done = subprocess.run(
        [*alone, *PROGRAM, *words, "--factors", "klein.yaml"],
        cwd=place.folder,
        env=place.variables,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


@long
def test_the_system_sees_no_more_than_python_tells(place: Place) -> None:
    traced = ["strace", "-f", "-qq", "-e", "trace=network,openat,creat", "-o", str(place.folder.parent / "trace")]
    if not can_be_used(traced):
        pytest.skip("no strace that may be used on this machine")
    words = [*NEW, "--no-input", "--answer", "vast-team=ja"]
    done = subprocess.run(
        [*traced, *PROGRAM, *words],
        cwd=place.folder,
        env=place.variables,
        capture_output=True,
        check=False,
        timeout=4 * PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    trace = (place.folder.parent / "trace").read_text(errors="replace")
    assert re.findall(r"socket\(AF_(?!UNIX).*|connect\(.*|sendto\(.*", trace) == []
    opened = re.findall(r'openat\([^"]*"([^"]+)", [^,)]*O_(?:WRONLY|RDWR)', trace)
    assert {Path(path).name for path in opened if not path.startswith("/dev/")} == {f".{FILE}.new"}


def can_be_used(command: list[str]) -> bool:
    """Whether this machine has a program that starts others, and lets one use it."""
    if shutil.which(command[0]) is None:
        return False
    tried = subprocess.run([*command, "true"], capture_output=True, check=False, timeout=PATIENCE)
    return tried.returncode == 0


def _is_within(path: str, folder: Path) -> bool:
    return path.startswith("/dev/") or (folder / path).resolve().is_relative_to(folder.resolve())


def _waits_for_a_workbook(path: str, temporary: Path) -> bool:
    """Whether it is in an export's own folder, or the file with which Python tries where such a folder can be."""
    return re.match(r"(werkzaam-)?[a-z0-9_]{8}(/|\Z)", path.removeprefix(f"{temporary}/")) is not None


def _is_its_own(path: str) -> bool:
    """Whether Python, the program or the system itself reads such a file."""
    return path.isdigit() or os.path.realpath(path).startswith((*OWN, *SYSTEM)) or path == watched


def _holds(path: Path, *texts: str) -> bool:
    return any(text in path.read_text(encoding="utf-8", errors="replace") for text in texts)

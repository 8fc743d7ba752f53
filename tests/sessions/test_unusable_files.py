import re
import subprocess
import time
from pathlib import Path

import pytest

from tests.sessions.steps import FILE, text
from tests.sessions.terminal import PATIENCE, PROGRAM, environment
from werkzaam.domain.factor_set import FactorSet

COMMANDS = ("report", "check")
GOOD = "werkzaam: 1\nfactors: onderwijs-jongerenwerk\nversion: 1\ncollaboration: Één\ndate: 2026-11-23\nanswers:\n"
ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
CONTENTS = {
    "empty": b"",
    "list": b"- werkzaam\n- 1\n",
    "one word": b"werkzaam",
    "Latin-1": GOOD.encode("latin-1"),
    "UTF-16": GOOD.encode("utf-16"),
    "NUL bytes": GOOD.replace("Één", "E\0n").encode(),
    "100,000 brackets": GOOD.encode() + b"  a: " + b"[" * 100_000,
    "100,000 dashes": b"- " * 100_000,
    "100,000 question marks": b"? " * 100_000,
    "100,000 braces": b"{a: " * 100_000,
    "2 MB": GOOD.encode() + b"# " + b"x" * 2_000_000,
    "alias bomb": ALIASES.encode(),
    "alias of itself": b"a: &a [*a]\n",
    "cut off": GOOD.encode() + b'  jongerenwerk: {vast-team: {answer: "ja',
    "conflict markers": GOOD.encode() + b"<<<<<<< HEAD\n=======\n>>>>>>> theirs\n",
    "another set": GOOD.replace("onderwijs-jongerenwerk", "iets-anders").encode(),
    "escape sequence": GOOD.replace("answers:", "'\x9b31m':").encode(),
}


def _run(command: str, path: str, folder: Path, seconds: float = 5.0) -> list[str]:
    """Run a command that must refuse a file, and return the lines that it says."""
    before = _contents(folder)
    start = time.monotonic()
    done = subprocess.run(
        [*PROGRAM, command, path],
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert time.monotonic() - start < seconds
    assert "Traceback" not in done.stderr
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "\x1b" not in done.stderr
    assert _contents(folder) == before
    lines = done.stderr.splitlines()
    assert lines
    assert all(line.startswith(f"{path}:") for line in lines), lines[:5]
    return lines


def _contents(folder: Path) -> dict[Path, tuple[bytes, int] | None]:
    return {
        path: (path.read_bytes(), path.stat().st_mode) if path.is_file() else None for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_is_no_answers_file_is_refused_with_the_place_and_left_alone(
    name: str, command: str, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_bytes(CONTENTS[name])
    for line in _run(command, FILE, tmp_path):
        assert re.match(rf"{re.escape(FILE)}:\d+:\d+: \S", line), line
        assert len(line) < 300


@pytest.mark.parametrize("command", COMMANDS)
def test_every_problem_is_told_at_once(command: str, tmp_path: Path, built_in: FactorSet) -> None:
    wrong = text(built_in, ["ja", "jaa", "nee", "mischien"]).replace("version: 1", "version: een")
    (tmp_path / FILE).write_text(wrong)
    lines = _run(command, FILE, tmp_path)
    assert [line.split(":")[1] for line in lines] == ["3", "12", "16"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_is_refused(command: str, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    _run(command, "map", tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_an_endless_device_is_refused(command: str, tmp_path: Path) -> None:
    _run(command, "/dev/zero", tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_path_through_a_file_is_refused(command: str, tmp_path: Path) -> None:
    (tmp_path / "notities.txt").write_text("Hallo\n")
    _run(command, f"notities.txt/{FILE}", tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_links_that_lead_round_in_a_circle_are_refused(command: str, tmp_path: Path) -> None:
    (tmp_path / FILE).symlink_to("ander.yaml")
    (tmp_path / "ander.yaml").symlink_to(FILE)
    _run(command, FILE, tmp_path)


def test_a_report_on_a_missing_file_is_refused(tmp_path: Path) -> None:
    _run("report", FILE, tmp_path)


def test_a_check_in_a_missing_folder_is_refused_before_the_first_question(tmp_path: Path) -> None:
    _run("check", f"weg/{FILE}", tmp_path)


def test_a_check_on_a_file_without_write_permission_is_refused_before_the_first_question(
    tmp_path: Path, built_in: FactorSet
) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"]))
    (tmp_path / FILE).chmod(0o444)
    _run("check", FILE, tmp_path)


def test_a_report_on_a_file_without_write_permission_is_given(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"] * 19))
    (tmp_path / FILE).chmod(0o444)
    done = subprocess.run([*PROGRAM, "report", FILE], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["", "x" * 300, "nul\\0".replace("\\0", "\n")], ids=["empty", "too long", "line end"])
@pytest.mark.parametrize("command", COMMANDS)
def test_an_impossible_name_leaves_no_traceback(name: str, command: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, command, name],
        stdin=subprocess.DEVNULL,
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode in {1, 2}
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []

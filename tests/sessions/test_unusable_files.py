import re
import subprocess
import time
from pathlib import Path

import pytest

from tests.sessions.steps import FILE, text
from tests.sessions.terminal import PATIENCE, PROGRAM, environment
from werkzaam.domain.factor_set import FactorSet

COMMANDS = ("report", "check")
QUICK = 5.0
"""Seconds in which any file has to be refused."""
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


def _refused(path: str, folder: Path, *commands: str) -> list[str]:
    """Run commands, side by side, that must refuse a file, and return the lines that they say."""
    before = _contents(folder)
    start = time.monotonic()
    running = [
        subprocess.Popen(
            [*PROGRAM, command, path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env=environment(),
            text=True,
        )
        for command in commands
    ]
    lines = []
    for process in running:
        with process:
            result, told = process.communicate(timeout=PATIENCE)
        assert "Traceback" not in told
        assert process.returncode == 2, told
        assert result == ""
        assert "\x1b" not in told
        assert told
        lines += told.splitlines()
    assert time.monotonic() - start < QUICK
    assert _contents(folder) == before
    assert all(line.startswith(f"{path}:") for line in lines), lines[:5]
    return lines


def _contents(folder: Path) -> dict[Path, tuple[bytes, int] | None]:
    return {
        path: (path.read_bytes(), path.stat().st_mode) if path.is_file() else None for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_is_no_answers_file_is_refused_with_the_place_and_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(CONTENTS[name])
    for line in _refused(FILE, tmp_path, *COMMANDS):
        assert re.match(rf"{re.escape(FILE)}:\d+:\d+: \S", line), line
        assert len(line) < 300


def test_every_problem_is_told_at_once(tmp_path: Path, built_in: FactorSet) -> None:
    wrong = text(built_in, ["ja", "jaa", "nee", "mischien"]).replace("version: 1", "version: een")
    (tmp_path / FILE).write_text(wrong)
    lines = _refused(FILE, tmp_path, *COMMANDS)
    assert [line.split(":")[1] for line in lines] == ["3", "12", "16"] * 2


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    _refused("map", tmp_path, *COMMANDS)


def test_an_endless_device_is_refused(tmp_path: Path) -> None:
    _refused("/dev/zero", tmp_path, *COMMANDS)


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notities.txt").write_text("Hallo\n")
    _refused(f"notities.txt/{FILE}", tmp_path, *COMMANDS)


def test_links_that_lead_round_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).symlink_to("ander.yaml")
    (tmp_path / "ander.yaml").symlink_to(FILE)
    _refused(FILE, tmp_path, *COMMANDS)


def test_a_report_on_a_missing_file_is_refused(tmp_path: Path) -> None:
    _refused(FILE, tmp_path, "report")


def test_a_check_in_a_missing_folder_is_refused_before_the_first_question(tmp_path: Path) -> None:
    _refused(f"weg/{FILE}", tmp_path, "check")


def test_a_check_on_a_file_without_write_permission_is_refused_before_the_first_question(
    tmp_path: Path, built_in: FactorSet
) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"]))
    (tmp_path / FILE).chmod(0o444)
    _refused(FILE, tmp_path, "check")


def test_a_report_on_a_file_without_write_permission_is_given(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"] * 19))
    (tmp_path / FILE).chmod(0o444)
    done = subprocess.run([*PROGRAM, "report", FILE], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["x" * 300, "twee\nregels.yaml"], ids=["too long", "line end"])
def test_an_impossible_name_is_told_without_a_traceback(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "report", name], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr

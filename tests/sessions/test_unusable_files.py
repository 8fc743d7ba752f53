"""Files that are none: refused soon and in words, and left alone."""

import re
import time
from pathlib import Path

import pytest

from tests.sessions.steps import FILE, run, text
from werkzaam.domain.factor_set import FactorSet

QUICK = 5.0
"""Seconds in which any file has to be refused."""
GOOD = "werkzaam: 1\nfactors: onderwijs-jongerenwerk\nversion: 1\ncollaboration: Één\ndate: 2026-11-23\nanswers:\n"
ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
CONTENTS = {
    "empty": b"",
    "list": b"- werkzaam\n- 1\n",
    "Latin-1": GOOD.encode("latin-1"),
    "UTF-16": GOOD.encode("utf-16"),
    "NUL bytes": GOOD.replace("Één", "E\0n").encode(),
    "100,000 dashes": b"- " * 100_000,
    "100,000 question marks": b"? " * 100_000,
    "100,000 braces": b"{a: " * 100_000,
    "2 MB": GOOD.encode() + b"# " + b"x" * 2_000_000,
    "alias bomb": ALIASES.encode(),
    "alias of itself": b"a: &a [*a]\n",
    "cut off": GOOD.encode() + b'  jongerenwerk: {vast-team: {answer: "ja',
    "another set": GOOD.replace("onderwijs-jongerenwerk", "iets-anders").encode(),
    "escape sequence": GOOD.replace("answers:", "'\x9b31m':").encode(),
}
long = pytest.mark.long


def _refused(path: str, folder: Path, *commands: str) -> list[str]:
    """Run commands that must refuse a file, and return the lines that they say."""
    before = _contents(folder)
    lines = []
    for command in commands:
        start = time.monotonic()
        done = run((command, path), folder)
        assert time.monotonic() - start < QUICK
        assert (done.code, done.out) == (2, ""), done.err
        assert "Traceback" not in done.err
        assert "\x1b" not in done.err
        assert done.err
        lines += done.err.splitlines()
    assert _contents(folder) == before
    assert all(line.startswith(f"{path}:") for line in lines), lines[:5]
    return lines


def _contents(folder: Path) -> dict[Path, tuple[bytes, int] | None]:
    return {
        path: (path.read_bytes(), path.stat().st_mode) if path.is_file() else None for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(GOOD.encode() + b"  a: " + b"[" * 100_000, id="100,000 brackets"),
        *[pytest.param(content, marks=long, id=name) for name, content in CONTENTS.items()],
    ],
)
def test_a_file_that_is_no_answers_file_is_refused_with_the_place_and_left_alone(
    content: bytes, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_bytes(content)
    for line in _refused(FILE, tmp_path, "report"):
        assert re.match(rf"{re.escape(FILE)}:\d+:\d+: \S", line), line
        assert len(line) < 300


def test_every_problem_is_told_at_once(tmp_path: Path, built_in: FactorSet) -> None:
    wrong = text(built_in, ["ja", "jaa", "nee", "mischien"]).replace("version: 1", "version: een")
    (tmp_path / FILE).write_text(wrong)
    lines = _refused(FILE, tmp_path, "check")
    assert [line.split(":")[1] for line in lines] == ["3", "12", "16"]


def test_an_endless_device_is_refused(tmp_path: Path) -> None:
    _refused("/dev/zero", tmp_path, "report")


@long
def test_what_is_no_file_or_cannot_be_reached_or_written_is_refused_before_the_first_question(
    tmp_path: Path, built_in: FactorSet
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "notities.txt").write_text("Hallo\n")
    (tmp_path / "rond.yaml").symlink_to("ander.yaml")
    (tmp_path / "ander.yaml").symlink_to("rond.yaml")
    (tmp_path / "alleen-lezen.yaml").write_text(text(built_in, ["ja"]))
    (tmp_path / "alleen-lezen.yaml").chmod(0o444)
    for path in ("map", "/dev/zero", f"notities.txt/{FILE}", "rond.yaml"):
        _refused(path, tmp_path, "report", "check")
    _refused(FILE, tmp_path, "report")
    _refused(f"weg/{FILE}", tmp_path, "check")
    _refused("alleen-lezen.yaml", tmp_path, "check")
    assert run(("report", "alleen-lezen.yaml"), tmp_path).code == 0
    for name in ("x" * 300, "twee\nregels.yaml"):
        done = run(("report", name), tmp_path)
        assert (done.code, "Traceback" in done.err, bool(done.err)) == (2, False, True)

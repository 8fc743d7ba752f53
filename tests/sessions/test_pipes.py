"""Results between other programs, with a real shell: pipes that close, disks that are full, outputs that lack signs."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import examples
from tests.sessions.steps import text
from tests.sessions.terminal import PATIENCE, PROGRAM, Terminal, environment
from werkzaam.domain.factor_set import FactorSet

FORMATS = ("table", "json", "csv", "markdown", "html")
FULL = "Dit kan niet worden geschreven (de schijf is vol).\n"
MISSED = "De score is 75 %: 80 % is niet gehaald.\n"
ASCII = str.maketrans({"█": "#", "░": ".", "•": "-", "✗": "x", "·": "|", "─": "-", "–": "-"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "a.yaml").write_text(examples.SMALL_ANSWERS)
    return tmp_path


def shell(script: str, words: Sequence[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a script in which "$@" is the program with some words."""
    return subprocess.run(
        ["/bin/sh", "-c", script, "sh", *PROGRAM, *words],
        cwd=folder,
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


def report(form: str, *more: str) -> tuple[str, ...]:
    return ("report", "a.yaml", "--factors", "klein.yaml", "--format", form, *more)


def stdout_of(form: str, folder: Path) -> bytes:
    done = shell('"$@"', report(form), folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


@pytest.fixture
def long(tmp_path: Path, built_in: FactorSet) -> Path:
    """A file whose report in any format is far more than a pipe holds."""
    answers = text(built_in, ["nee"] * 19)
    note = "😀😀😀 " * 1000
    path = tmp_path / "lang.yaml"
    path.write_text(answers.replace("answer: nee\n", f"answer: nee\n      note: '{note}'\n"))
    return path


LEAVING = '{ "$@"; echo $? > code; } | head -1'


@pytest.mark.parametrize("form", FORMATS)
def test_a_reader_that_saw_enough_ends_it_quietly(long: Path, form: str) -> None:
    words = ("report", long.name, "--format", form)
    whole = shell('"$@"', words, long.parent).stdout
    assert len(whole) > 2**17, "a pipe holds half of it, so that the program has to notice that nobody reads on"
    done = shell(LEAVING, words, long.parent)
    assert (done.stdout, done.stderr) == (whole.splitlines(keepends=True)[0], b"")
    assert (long.parent / "code").read_text() == "0\n"


@pytest.mark.parametrize("form", FORMATS)
def test_a_reader_that_left_does_not_change_what_the_score_is(long: Path, form: str) -> None:
    done = shell(LEAVING, ("report", long.name, "--format", form, "--fail-under", "50"), long.parent)
    assert done.stderr.decode() == "De score is 0 %: 50 % is niet gehaald.\n"
    assert (long.parent / "code").read_text() == "1\n"


def unread(words: Sequence[str], folder: Path) -> tuple[int, str]:
    """Run the program with a pipe on stdout that nobody reads; return its exit code and what it told."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*PROGRAM, *words],
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=PATIENCE,
            check=False,
        )
    finally:
        os.close(writing)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("form", ["table", "json", "markdown", "html"])
def test_a_factor_set_that_nobody_reads_ends_as_quietly(tmp_path: Path, form: str) -> None:
    assert unread(("factors", "--format", form), tmp_path) == (0, "")


def test_answers_are_saved_and_told_also_where_nobody_reads_the_report(tmp_path: Path, built_in: FactorSet) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(text(built_in, []))
    words = ("check", "b.yaml", "--no-input", "--answer", "vast-team=ja")
    code, told = unread(words, tmp_path)
    assert (code, path.read_text()) == (0, text(built_in, ["ja"]))
    assert told == "Bewaard in b.yaml. Bekijk dit verslag later met:\nwerkzaam report b.yaml\n"


@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_is_one_line_and_never_a_success(folder: Path, form: str) -> None:
    done = shell('"$@" > /dev/full', report(form), folder)
    assert (done.returncode, done.stderr.decode()) == (2, FULL)
    done = shell('"$@" > /dev/full', report(form, "--fail-under", "10"), folder)
    assert (done.returncode, done.stderr.decode()) == (2, FULL)
    done = shell('"$@"', report(form, "--output", "/dev/full"), folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "/dev/full: kan niet worden bewaard (de schijf is vol).\n"
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("form", ["table", "json", "markdown", "html"])
def test_a_full_disk_is_told_of_a_factor_set_too(folder: Path, form: str) -> None:
    done = shell('"$@" > /dev/full', ("factors", "--format", form), folder)
    assert (done.returncode, done.stderr.decode()) == (2, FULL)


def test_a_report_that_does_not_fit_leaves_the_answers_saved(tmp_path: Path, built_in: FactorSet) -> None:
    words = ("check", "b.yaml", "--no-input", "--collaboration", "Lyceum Oost", "--date", "2026-11-23")
    done = shell('"$@" > /dev/full', (*words, "--perspective", "samen", "--answer", "vast-team=nee"), tmp_path)
    assert (done.returncode, (tmp_path / "b.yaml").read_text()) == (2, text(built_in, ["nee"]))
    assert done.stderr.decode().endswith(FULL)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
@pytest.mark.parametrize("form", ["json", "csv", "markdown", "html"])
def test_what_other_programs_read_is_utf_8_whatever_the_output_expects(folder: Path, form: str, encoding: str) -> None:
    expected = stdout_of(form, folder)
    done = shell('"$@"', report(form), folder, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stdout) == (0, expected)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "ascii:strict"])
def test_a_table_makes_do_with_the_signs_that_there_are(folder: Path, encoding: str) -> None:
    expected = stdout_of("table", folder).decode()
    assert "█" in expected
    assert "✗" in expected
    done = shell('"$@"', report("table"), folder, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == expected.translate(ASCII).encode("ascii")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_has_every_sign_whatever_stdout_expects(folder: Path, form: str, encoding: str) -> None:
    expected = stdout_of(form, folder)
    done = shell('"$@"', report(form, "--output", "uit.txt"), folder, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (folder / "uit.txt").read_bytes() == expected


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", ["/dev/stdout", "-"])
def test_stdout_by_name_goes_on_where_others_wrote(folder: Path, form: str, path: str) -> None:
    expected = stdout_of(form, folder)
    done = shell('{ echo kop; "$@"; echo staart; } > uit.txt', report(form, "--output", path), folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (folder / "uit.txt").read_bytes() == b"kop\n" + expected + b"staart\n"


@pytest.mark.parametrize("form", FORMATS)
def test_stderr_by_name_is_added_to(folder: Path, form: str) -> None:
    expected = stdout_of(form, folder)
    done = shell('{ echo kop >&2; "$@"; } 2> log.txt', report(form, "--output", "/dev/stderr"), folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (folder / "log.txt").read_bytes() == b"kop\n" + expected


@pytest.mark.parametrize("form", FORMATS)
def test_a_named_pipe_gets_the_result(folder: Path, form: str) -> None:
    expected = stdout_of(form, folder)
    script = 'mkfifo pijp; cat pijp > uit.txt & "$@"; code=$?; wait; exit $code'
    done = shell(script, report(form, "--output", "pijp"), folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert ((folder / "uit.txt").read_bytes(), (folder / "pijp").is_fifo()) == (expected, True)


@pytest.mark.parametrize("form", FORMATS)
def test_answers_come_from_a_pipe(folder: Path, form: str) -> None:
    words = ("report", "-", "--factors", "klein.yaml", "--format", form)
    done = shell('cat a.yaml | "$@"', words, folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == stdout_of(form, folder).replace(b"\na.yaml,", b"\n<stdin>,")


def test_the_exit_code_of_a_score_that_is_missed_reaches_the_shell(folder: Path) -> None:
    done = shell('"$@" > /dev/null || echo "mis: $?"', report("json", "--fail-under", "80"), folder)
    assert (done.stdout, done.stderr.decode()) == (b"mis: 1\n", MISSED)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_the_same_when_a_wide_terminal_looks_on(folder: Path, form: str) -> None:
    expected = stdout_of(form, folder)
    with Terminal(*report(form, "--output", "uit.txt"), folder=folder, columns=120) as terminal:
        assert (terminal.finish(), terminal.output) == (0, "")
    assert (folder / "uit.txt").read_bytes() == expected


def test_a_terminal_itself_gets_colours_and_its_whole_width(folder: Path) -> None:
    with Terminal(*report("table"), folder=folder, columns=120) as terminal:
        assert terminal.finish() == 0
        assert "\x1b[" in terminal.output
        assert any("─" * 100 in line for line in terminal.scrollback)

"""Results between other programs, with a real shell: pipes that close, disks that are full, outputs that lack signs."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import told
from tests.endurance.calling import called
from tests.sessions.steps import Done, run, text
from tests.sessions.terminal import PATIENCE, PROGRAM, STARTED_WITH, Terminal, environment
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

FORMATS = ("table", "json", "csv", "markdown", "html")
ASCII = str.maketrans({"█": "#", "░": ".", "•": "-", "✗": "x", "·": "|", "─": "-", "–": "-"})
in_other_formats = [pytest.param(form, marks=pytest.mark.long) for form in FORMATS if form != "table"]
long = pytest.mark.long


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "a.yaml").write_text(examples.SMALL_ANSWERS)
    return tmp_path


def report(form: str, *more: str) -> tuple[str, ...]:
    return ("report", "a.yaml", "--factors", "klein.yaml", "--format", form, *more)


def stdout_of(form: str, folder: Path) -> str:
    """Return a result as the program writes it where nothing is in its way."""
    done = called(report(form), folder, variables={"COLUMNS": "80"})
    assert (done.code, done.err) == (0, "")
    return done.out


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
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
    finally:
        os.close(writing)
    return done.returncode, done.stderr


def full_disk() -> str:
    return _("This cannot be written ({reason}).").format(reason=_("the disk is full")) + "\n"


# --- readers that leave, and disks that are full --------------------------------------------------------------------


@pytest.mark.parametrize("form", ["table", *in_other_formats])
def test_a_reader_that_saw_enough_ends_it_quietly_and_does_not_change_what_the_score_is(
    form: str, tmp_path: Path, built_in: FactorSet
) -> None:
    note = "😀😀😀 " * 1000
    answers = text(built_in, ["nee"] * 19).replace("answer: nee\n", f"answer: nee\n      note: '{note}'\n")
    (tmp_path / "lang.yaml").write_text(answers)
    words = ("report", "lang.yaml", "--format", form, "--fail-under", "50")
    whole = run(words, tmp_path)
    assert len(whole.out.encode()) > 2**17, "a pipe holds half of it, so that the program notices that nobody reads on"
    assert (whole.code, len(whole.err.splitlines())) == (1, 1)
    done = run(words, tmp_path, script='{ "$@"; echo $? > code; } | head -1')
    assert done == Done(0, whole.out.splitlines(keepends=True)[0], whole.err)
    assert (tmp_path / "code").read_text() == "1\n"


@long
@pytest.mark.parametrize("form", ["table", "json", "markdown", "html"])
def test_a_factor_set_that_nobody_reads_ends_as_quietly_and_a_full_disk_is_told(form: str, tmp_path: Path) -> None:
    assert unread(("factors", "--format", form), tmp_path) == (0, "")
    assert run(("factors", "--format", form), tmp_path, script='"$@" > /dev/full') == Done(2, "", full_disk())


def test_answers_are_saved_and_told_also_where_nobody_reads_the_report_or_it_does_not_fit(
    tmp_path: Path, built_in: FactorSet
) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(text(built_in, []))
    words = ("check", "b.yaml", "--no-input", "--answer")
    code, told = unread((*words, "vast-team=ja"), tmp_path)
    assert (code, path.read_text()) == (0, text(built_in, ["ja"]))
    assert told.splitlines()[1:] == [f"{STARTED_WITH}report b.yaml"]
    done = run((*words, "vast-team=nee"), tmp_path, script='"$@" > /dev/full')
    assert (done.code, path.read_text()) == (2, text(built_in, ["nee"]))
    assert done.err.endswith(full_disk())


def test_answers_count_also_where_nobody_reads_the_questions(folder: Path) -> None:
    words = ("check", "b.yaml", "--factors", "klein.yaml", "--collaboration", "X", "--perspective", "samen")
    script = '{ sleep 0.5; printf "nee\\nja\\n"; } | { "$@"; echo $? > code; } 2>&1 > /dev/null | true; sleep 0.2'
    assert run(words, folder, script=script).code == 0
    assert (folder / "code").read_text() == "1\n", "the input ended before the last question"
    assert [line.split()[-1] for line in (folder / "b.yaml").read_text().splitlines() if "answer: " in line] == [
        "nee",
        "ja",
    ]


@pytest.mark.parametrize("form", ["table", *in_other_formats])
def test_a_full_disk_is_one_line_and_never_a_success(folder: Path, form: str) -> None:
    done = run(report(form, "--fail-under", "10"), folder, script='"$@" > /dev/full')
    assert done == Done(2, "", full_disk())
    done = run(report(form, "--output", "/dev/full"), folder)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert done.err.startswith("/dev/full: ")
    assert Path("/dev/full").is_char_device()


# --- outputs that lack signs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "encoding"),
    [
        ("json", "cp1252"),
        pytest.param("markdown", "utf-16", marks=long),
        pytest.param("html", "ascii", marks=long),
    ],
)
def test_what_other_programs_read_is_utf_8_whatever_the_output_expects(folder: Path, form: str, encoding: str) -> None:
    expected = stdout_of(form, folder)
    assert not expected.isascii()
    assert run(report(form), folder, PYTHONIOENCODING=encoding) == Done(0, expected, "")


@pytest.mark.parametrize(
    "encoding", ["ascii", *[pytest.param(name, marks=long) for name in ("cp1252", "ascii:strict")]]
)
def test_a_table_makes_do_with_the_signs_that_there_are_and_a_file_has_every_sign(folder: Path, encoding: str) -> None:
    expected = stdout_of("table", folder)
    assert {"█", "✗"} <= set(expected)
    seen = expected.translate(ASCII).encode(encoding.partition(":")[0], "replace").decode(errors="replace")
    assert run(report("table"), folder, PYTHONIOENCODING=encoding) == Done(0, seen, "")
    done = run(report("table", "--output", "uit.txt"), folder, PYTHONIOENCODING=encoding)
    assert done == Done(0, "", told("Written: {file}", file="uit.txt"))
    assert (folder / "uit.txt").read_text() == expected


# --- where the result goes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["table", *in_other_formats])
def test_answers_come_from_a_pipe_and_stdout_by_name_goes_on_where_others_wrote(folder: Path, form: str) -> None:
    expected = stdout_of(form, folder).replace("\na.yaml,", "\n<stdin>,")
    words = ("report", "-", "--factors", "klein.yaml", "--format", form, "--output", "/dev/stdout")
    done = run(words, folder, script='{ echo kop; cat a.yaml | "$@" 2>&- && echo staart; } > uit.txt')
    assert done == Done(0, "", "")
    assert (folder / "uit.txt").read_text() == f"kop\n{expected}staart\n"


@long
@pytest.mark.parametrize("form", FORMATS)
def test_a_named_pipe_gets_the_result_and_stderr_by_name_is_added_to(folder: Path, form: str) -> None:
    expected = stdout_of(form, folder)
    script = 'mkfifo pijp; cat pijp > uit.txt & "$@"; code=$?; wait; exit $code'
    assert run(report(form, "--output", "pijp"), folder, script=script) == Done(0, "", "")
    assert ((folder / "uit.txt").read_text(), (folder / "pijp").is_fifo()) == (expected, True)
    done = run(report(form, "--output", "/dev/stderr"), folder, script='{ echo kop >&2; "$@"; } 2> log.txt')
    assert done == Done(0, "", "")
    assert (folder / "log.txt").read_text() == f"kop\n{expected}"


def test_a_terminal_itself_gets_colours_and_its_whole_width(folder: Path) -> None:
    with Terminal(*report("table"), folder=folder, columns=120) as terminal:
        assert terminal.finish() == 0
        assert "\x1b[" in terminal.output
        assert any("─" * 100 in line for line in terminal.scrollback)


@long
def test_a_file_is_the_same_when_a_wide_terminal_looks_on(folder: Path) -> None:
    with Terminal(*report("table", "--output", "uit.txt"), folder=folder, columns=120) as terminal:
        assert (terminal.finish(), terminal.output) == (
            0,
            told("Written: {file}", file="uit.txt").replace("\n", "\r\n"),
        )
    assert (folder / "uit.txt").read_text() == stdout_of("table", folder)

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.sessions.steps import FILE, NEW, finish_with_report, read, text
from tests.sessions.terminal import PATIENCE, PROGRAM, TOTAL, Terminal, environment
from werkzaam.domain.factor_set import FactorSet

ESCAPE = "\x1b"


def _pipe(lines: str | bytes, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*PROGRAM, *NEW, *more],
        input=lines if isinstance(lines, bytes) else lines.encode(),
        cwd=folder,
        env=environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_piped_lines_fill_in_everything_with_questions_on_stderr_and_the_report_on_stdout(
    tmp_path: Path, built_in: FactorSet
) -> None:
    lines = ["DEELS", "1 werkt-in-woonwijk", "t Mét een notitie 😀", "n", "b", "nee", "Ja", "o", *["j"] * 15, ""]
    done = _pipe("\n".join(lines), tmp_path)
    assert done.returncode == 0, done.stderr
    answers = ["deels", "nee", "ja", "", *["ja"] * 15]
    expected = text(built_in, answers).replace(
        "answer: deels\n", "answer: deels\n      missing:\n        - team-is-vast\n        - werkt-in-woonwijk\n"
    )
    expected = expected.replace("answer: nee\n", "answer: nee\n      note: Mét een notitie 😀\n")
    assert (tmp_path / FILE).read_text() == expected
    assert TOTAL in done.stdout
    assert TOTAL not in done.stderr
    for number, factor in enumerate(built_in.factors, 1):
        assert f"{number}/19" in done.stderr
        assert factor.text in " ".join(done.stderr.split())
        assert f"{number}/19" not in done.stdout
    assert ESCAPE not in done.stdout + done.stderr
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_input_that_ends_early_keeps_its_answers_and_is_exit_1(tmp_path: Path, built_in: FactorSet) -> None:
    done = _pipe("ja\nnee\n", tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert f"werkzaam check {FILE}" in done.stderr
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee"])


def test_a_last_line_without_a_line_end_counts(tmp_path: Path, built_in: FactorSet) -> None:
    assert _pipe("ja\nnee", tmp_path).returncode == 1
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee"])


def test_windows_line_ends_in_a_pipe_do_no_harm(tmp_path: Path, built_in: FactorSet) -> None:
    assert _pipe("ja\r\nnee\r\n", tmp_path).returncode == 1
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee"])


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (b"ja\nnee\nmisschien\nja\n", "<stdin>:3: "),
        (b"ja\nnee\n\xff\xfe\nja\n", "<stdin>"),
        (b"ja\nnee\n\x1b]0;boe\x07\nja\n", "<stdin>:3: "),
        (b"ja\nnee\nt " + b"x" * 5000 + b"\nja\n", "<stdin>:3: "),
    ],
    ids=["no option", "no UTF-8", "escape sequence", "too long a note"],
)
def test_a_bad_line_in_a_pipe_is_exit_2_with_the_earlier_answers_kept(
    lines: bytes, told: str, tmp_path: Path, built_in: FactorSet
) -> None:
    done = _pipe(lines, tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert told in done.stderr
    assert ESCAPE not in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee"])


def test_a_bad_condition_in_a_pipe_is_exit_2_with_the_partial_answer_kept(tmp_path: Path, built_in: FactorSet) -> None:
    done = _pipe("d\n1 99\nja\n", tmp_path)
    assert done.returncode == 2
    assert "<stdin>:2: " in done.stderr
    assert (tmp_path / FILE).read_text() == text(built_in, ["deels"])


def test_empty_lines_skip_open_factors_and_keep_answered_ones(tmp_path: Path, built_in: FactorSet) -> None:
    before = text(built_in, ["nee", "nvt"])
    (tmp_path / FILE).write_text(before)
    done = _pipe("\n" * 19, tmp_path, "--review")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / FILE).read_text() == before


def test_q_in_a_pipe_is_exit_0(tmp_path: Path, built_in: FactorSet) -> None:
    done = _pipe("ja\nq\nnee\n", tmp_path)
    assert done.returncode == 0
    assert f"werkzaam check {FILE}" in done.stderr
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


@pytest.mark.parametrize("there", [True, False], ids=["existing file", "new file"])
def test_a_closed_stdin_is_input_that_ended(there: bool, tmp_path: Path, built_in: FactorSet) -> None:  # noqa: FBT001
    before = text(built_in, ["ja"])
    if there:
        (tmp_path / FILE).write_text(before)
    shell = shutil.which("sh")
    assert shell
    done = subprocess.run(
        [shell, "-c", 'exec "$@" <&-', "sh", *PROGRAM, *NEW],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert not there or (tmp_path / FILE).read_text() == before


def test_plain_at_a_terminal_asks_a_bad_line_again_and_decorates_no_question(
    tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, "--plain", folder=tmp_path) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press("misschien\n")
        terminal.wait_until(lambda: terminal.cursor_line.endswith("1/19:") and "misschien" in terminal.output, "again")
        terminal.press("?\n")
        terminal.wait_for("weet-niet: ")
        terminal.press("deels\n")
        terminal.wait_for("(verbindt-leefgebieden)")
        terminal.press("2, 4\n")
        terminal.wait_for_typing("2/19:")
        terminal.press("t Notitie\n")
        terminal.wait_for("Notitie: Notitie")
        assert ESCAPE not in terminal.output
        for number in range(2, 20):
            terminal.wait_for_typing(f"{number}/19:")
            terminal.press("nee\n")
        terminal.wait_until(lambda: terminal.cursor_line.rstrip() == "Antwoord:", "points to take up")
        terminal.press("\n")
        assert finish_with_report(terminal) == 0
        terminal.assert_restored()
    found = read(tmp_path / FILE, built_in)
    assert found.answer("vast-team").missing == ("team-is-gespecialiseerd", "verbindt-leefgebieden")
    assert found.answer("aanwezig-op-school").note == "Notitie"
    assert all(found.answer(factor.id).option == "nee" for factor in built_in.factors[1:])


def test_a_dumb_terminal_gets_lines_without_a_single_escape_sequence(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path, variables={"TERM": "dumb"}) as terminal:
        for number in range(1, 20):
            terminal.wait_for_typing(f"{number}/19:")
            terminal.press("j\n")
        assert finish_with_report(terminal) == 0
        terminal.assert_restored()
        assert ESCAPE not in terminal.output
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"] * 19)


def test_with_stdout_in_a_file_the_questions_are_lines_on_the_terminal(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"] * 18))
    with Terminal(*NEW, folder=tmp_path, redirection='>"report.txt"') as terminal:
        terminal.wait_for_typing("19/19:")
        terminal.press("nee\n")
        terminal.wait_until(lambda: terminal.cursor_line.rstrip() == "Antwoord:", "points to take up")
        terminal.press("\n")
        assert terminal.finish() == 0
        assert TOTAL not in terminal.output
        assert ESCAPE not in terminal.output
    assert TOTAL in (tmp_path / "report.txt").read_text()
    assert (tmp_path / FILE).read_text() == text(built_in, [*["ja"] * 18, "nee"])

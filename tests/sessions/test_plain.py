"""Lines instead of keys: answers through a pipe, and questions beside a report that goes elsewhere."""

from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import FILE, INTERRUPTED, NEW, joined, run, text
from tests.sessions.terminal import CTRL_D, STARTED_WITH, Terminal
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

ESCAPE, CTRL_Z = "\x1b", "\x1a"


def test_piped_lines_fill_in_everything_with_questions_on_stderr_and_the_report_on_stdout(
    tmp_path: Path, built_in: FactorSet
) -> None:
    lines = ["DEELS", "1 werkt-in-woonwijk", "t Mét een notitie 😀", "n", "b", "nee", "Ja", "o", *["j"] * 15, ""]
    done = run(NEW, tmp_path, stdin="\n".join(lines))
    assert done.code == 0, done.err
    answers = ["deels", "nee", "ja", "", *["ja"] * 15]
    expected = text(built_in, answers).replace(
        "answer: deels\n", "answer: deels\n      missing:\n        - team-is-vast\n        - werkt-in-woonwijk\n"
    )
    expected = expected.replace("answer: nee\n", "answer: nee\n      note: Mét een notitie 😀\n")
    assert (tmp_path / FILE).read_text() == expected
    total = _("All factors together")
    assert total in done.out
    assert total not in done.err
    for number, factor in enumerate(built_in.factors, 1):
        assert f"{number}/19" in done.err
        assert factor.text in " ".join(done.err.split())
        assert f"{number}/19" not in done.out
    assert ESCAPE not in done.out + done.err
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_input_that_ends_early_keeps_its_answers_and_is_exit_1(tmp_path: Path, built_in: FactorSet) -> None:
    done = run(NEW, tmp_path, stdin="ja\r\nnee")
    assert (done.code, done.out) == (1, "")
    assert f"{STARTED_WITH}check {FILE}" in done.err
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee"])


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (b"ja\nnee\n\xff\xfe\nja\n", "<stdin>"),
        pytest.param(b"ja\nnee\n\x1b]0;boe\x07\nja\n", "<stdin>:3: ", marks=pytest.mark.long),
        pytest.param(b"ja\nnee\nt " + b"x" * 5000 + b"\nja\n", "<stdin>:3: ", marks=pytest.mark.long),
    ],
    ids=["no UTF-8", "escape sequence", "too long a note"],
)
def test_a_bad_line_in_a_pipe_is_exit_2_with_the_earlier_answers_kept(
    lines: bytes, told: str, tmp_path: Path, built_in: FactorSet
) -> None:
    done = run(NEW, tmp_path, stdin=lines)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert ESCAPE not in done.err
    assert "Traceback" not in done.err
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee"])


@pytest.mark.parametrize("note", ["x" * 4198, "é" * 2100], ids=["whole", "inside a letter"])
def test_a_line_that_the_terminal_cut_off_is_refused_and_nothing_of_it_kept(
    note: str, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, "--plain", folder=tmp_path) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press(f"t {note}\n")
        terminal.wait_for(" 4094 ")
        assert "UTF-8" not in terminal.output
        terminal.wait_for_typing("1/19:")
        terminal.press("nee\n")
        terminal.wait_for_typing("2/19:")
        terminal.press("q\n")
        assert terminal.finish() == 0
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee"])


@pytest.mark.parametrize("note", ["x" * 4000, "é" * 2046], ids=["longest note", "longest line"])
def test_a_line_that_just_fits_on_a_terminal_is_kept_whole(note: str, tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, "--plain", folder=tmp_path) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press(f"t {note}\n")
        terminal.wait_until(lambda: terminal.output.count("1/19:") == 2, "the question again")
        terminal.press("q\n")
        assert terminal.finish() == 0
    assert saved(tmp_path / FILE, built_in).answer("vast-team").note == note


def test_of_a_note_that_is_pasted_with_its_paragraphs_no_line_answers_a_later_question(
    tmp_path: Path, built_in: FactorSet
) -> None:
    told = _(
        "What came before this question stood here is not an answer to it; nothing of it was kept. A note is one line."
    )
    with Terminal(*NEW, "--plain", folder=tmp_path) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press("t Eerste alinea van de mail.\n\nNee\n\n" + "Nog een alinea.\n" * 400 + "Vriendelijke groet")
        terminal.wait_until(lambda: told in joined(terminal.scrollback), "word on what was pasted")
        terminal.wait_for_typing("1/19:")
        terminal.press("ja\n")
        terminal.wait_for_typing("2/19:")
        terminal.press("q\n")
        assert terminal.finish() == 0
    noted = text(built_in, ["ja"]).replace("answer: ja\n", "answer: ja\n      note: Eerste alinea van de mail.\n")
    assert (tmp_path / FILE).read_text() == noted


def test_an_end_of_the_input_that_was_typed_ahead_ends_it(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, "--plain", folder=tmp_path) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press("ja\nnee\n" + CTRL_D)
        assert terminal.finish() == INTERRUPTED
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


@pytest.mark.parametrize("line", ["j", "t half een not"])
def test_a_line_that_ends_without_enter_is_no_answer_and_no_note(
    line: str, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, "--plain", folder=tmp_path) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press(line)
        terminal.wait_for(f"1/19: {line}")
        terminal.press(CTRL_D + CTRL_D)
        assert terminal.finish() == INTERRUPTED
        assert line in terminal.scrollback
    assert (tmp_path / FILE).read_text() == text(built_in, [])


def test_after_ctrl_z_and_fg_the_question_is_said_again(tmp_path: Path, built_in: FactorSet) -> None:
    script = 'set -m; "$@"; echo "away $?"; read -r line; fg; echo "end $?"'
    with Terminal(*NEW, "--plain", folder=tmp_path, script=script, rows=60) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press("ne" + CTRL_Z)
        terminal.wait_for("away 148")
        terminal.press("\n")
        said = built_in.factors[0].text
        terminal.wait_until(lambda: joined(terminal.scrollback).count(said) == 2, "the question again")
        terminal.wait_for_typing("1/19:")
        terminal.press("ja\n")
        terminal.wait_for_typing("2/19:")
        terminal.press("q\n")
        terminal.wait_for("end 0")
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


@pytest.mark.parametrize("before", ["", pytest.param("ja", marks=pytest.mark.long)], ids=["new file", "existing file"])
def test_a_closed_stdin_is_input_that_ended(before: str, tmp_path: Path, built_in: FactorSet) -> None:
    if before:
        (tmp_path / FILE).write_text(text(built_in, [before]))
    done = run(NEW, tmp_path, script='exec "$@" <&-')
    assert (done.code, done.out) == (1, "")
    assert done.err.strip()
    assert "Traceback" not in done.err
    assert not before or (tmp_path / FILE).read_text() == text(built_in, [before])


def test_with_stdout_in_a_file_the_questions_are_lines_on_the_terminal(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["ja"] * 18))
    with Terminal(*NEW, folder=tmp_path, redirection='>"report.txt"') as terminal:
        terminal.wait_for_typing("19/19:")
        terminal.press("nee\n")
        terminal.wait_until(lambda: "19/19" not in terminal.cursor_line and terminal.output.endswith(": "), "points")
        terminal.press("\n")
        assert terminal.finish() == 0
        assert _("All factors together") not in terminal.output
        assert ESCAPE not in terminal.output
    assert _("All factors together") in (tmp_path / "report.txt").read_text()
    assert (tmp_path / FILE).read_text() == text(built_in, [*["ja"] * 18, "nee"])


@pytest.mark.long
def test_lines_from_a_pipe_are_taken_while_a_terminal_shows_the_report(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / "lines").write_text("ja\n" * 19)
    with Terminal(*NEW, folder=tmp_path, redirection="<lines") as terminal:
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert _("All factors together") in "\n".join(terminal.scrollback)
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"] * 19)

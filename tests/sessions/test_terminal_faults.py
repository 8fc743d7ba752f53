"""Terminals that shrink, hang up, talk, lack a name or an alphabet: answers are kept, and the terminal given back."""

import subprocess
import time
from pathlib import Path

import pytest

from tests.sessions.steps import COLLABORATION, FILE, NEW, options, read, text
from tests.sessions.terminal import CTRL_C, ENTER, PATIENCE, PROGRAM, SPACE, TOTAL, Terminal, environment
from werkzaam.domain.factor_set import FactorSet

CTRL_Z = "\x1a"
SIZES = ((40, 24), (10, 24), (1, 1), (120, 40))
LIMIT = 4000


def pasted(note: str) -> str:
    return f"\x1b[200~{note}\x1b[201~"


def settle(terminal: Terminal) -> None:
    """Wait until nothing more is drawn."""
    while terminal.read(0.3):
        pass


# --- sizes ------------------------------------------------------------------------------------------------------


def test_a_window_that_changes_in_every_kind_of_prompt_loses_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path, columns=120, rows=40) as terminal:
        terminal.wait_for_question(1)
        for size in SIZES:
            terminal.resize(*size)
        terminal.answer(1, "d")
        terminal.wait_for_conditions(1)
        for size in SIZES:
            terminal.resize(*size)
        terminal.wait_for_conditions(1)
        terminal.press(SPACE + ENTER)
        terminal.answer(2, "t")
        terminal.wait_for_note(2)
        for number, size in enumerate(SIZES):
            terminal.press(str(number))
            terminal.resize(*size)
        terminal.wait_for_typing("0123")
        terminal.press(ENTER)
        terminal.answer(2, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
    found = read(tmp_path / FILE, built_in)
    assert found.answer("vast-team").missing == ("team-is-vast",)
    assert found.answer("aanwezig-op-school").note == "0123"


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (2, 3), (10, 2), (200, 1)])
def test_a_window_that_shows_next_to_nothing_takes_answers(
    columns: int, rows: int, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path, columns=columns, rows=rows) as terminal:
        for keys in ("j", "d", SPACE + ENTER, "t", "Hoi" + ENTER, "n", "q"):
            terminal.wait_until(lambda: "\x1b[?2004h" in terminal.output, "prompt")
            settle(terminal)
            terminal.press(keys)
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert options(tmp_path / FILE, built_in)[:4] == ["ja", "deels", "nee", None]
    assert read(tmp_path / FILE, built_in).answer("lokaal-geworteld").note == "Hoi"


# --- away and back ----------------------------------------------------------------------------------------------

_JOB = 'set -m; "$@"; echo "away $?"; stty -a' + "; read -r line; fg; stty -a" * 3


def test_ctrl_z_gives_the_terminal_back_and_fg_goes_on_where_it_was(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path, script=_JOB, columns=200, rows=60) as terminal:
        terminal.answer(1, CTRL_Z)
        terminal.wait_for("away 148")
        terminal.wait_for(" icanon")
        terminal.press("\n")
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press("Half")
        terminal.wait_for_typing("Half")
        seen = len(terminal.output)
        terminal.press(CTRL_Z)
        terminal.wait_until(lambda: " icanon" in terminal.output[seen:], "settings of the terminal")
        assert " echo " in terminal.output[seen:]
        assert "\x1b[?2004l" in terminal.output[seen:]
        terminal.press("\n")
        terminal.wait_for_typing("Half")
        terminal.press(" gedaan" + ENTER)
        terminal.answer(1, "d")
        terminal.wait_for_conditions(1)
        seen = len(terminal.output)
        terminal.press(SPACE + CTRL_Z)
        terminal.wait_until(lambda: " icanon" in terminal.output[seen:], "settings of the terminal")
        terminal.press("\n")
        terminal.wait_for_conditions(1)
        terminal.press(ENTER)
        terminal.answer(2, "q")
        terminal.finish()
    answer = read(tmp_path / FILE, built_in).answer("vast-team")
    assert (answer.option, answer.missing, answer.note) == ("deels", ("team-is-vast",), "Half gedaan")


def test_a_window_closed_in_the_midst_of_a_note_keeps_what_was_typed(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press("Half geschr")
        terminal.wait_for_typing("Half geschr")
        assert terminal.hang_up() == 130
    assert read(tmp_path / FILE, built_in).answer("vast-team").note == "Half geschr"
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_window_closed_while_a_note_is_too_long_keeps_it_beside_the_file(tmp_path: Path) -> None:
    note = "lang " * 900
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press(f"{pasted(note)}einde")
        terminal.wait_for("einde")
        terminal.hang_up()
    assert any(f"{note}einde" in path.read_text() for path in tmp_path.iterdir())


# --- what comes in ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bracketed", [True, False], ids=["bracketed", "as keys"])
def test_a_paste_that_is_too_long_is_told_at_once_and_can_be_shortened(
    bracketed: bool,  # noqa: FBT001 (what differs)
    tmp_path: Path,
    built_in: FactorSet,
) -> None:
    note = "woord " * (17_000 if bracketed else 700)
    with Terminal(*NEW, folder=tmp_path, rows=60) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press(pasted(note) if bracketed else note)
        terminal.press("einde" + ENTER)
        start = time.monotonic()
        terminal.wait_for(f"Deze tekst heeft {len(note) + 5} tekens; er passen er hoogstens {LIMIT}.")
        assert time.monotonic() - start < 10
        terminal.press("\x15")  # away with all before the cursor
        terminal.wait_until(lambda: "einde" not in "\n".join(terminal.screen), "empty note")
        terminal.press("Kort." + ENTER)
        terminal.answer(1, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert read(tmp_path / FILE, built_in).answer("vast-team").note == "Kort."


def test_a_large_paste_into_a_list_changes_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, pasted("jdnq\r" * 20_000))
        terminal.press("n")
        terminal.answer(2, "d")
        terminal.wait_for_conditions(2)
        terminal.press(pasted(" \rbq" * 20_000) + ENTER)
        terminal.answer(3, "q")
        assert terminal.finish() == 0
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee", "deels"])


def test_mice_other_alphabets_reports_and_unknown_keys_answer_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    strange = (
        "\x1b[<0;10;10M\x1b[<0;10;10m\x1b[M !!\x1b[200;5u\x1b[27;5;106~\x1bOP\x1b[99~\x1b[?1;2c\x1b[I\x1b[O\x1b[0n"
        "\x1b]11;rgb:dddd/bbbb/nnnn\x1b\\\x1bP1+r544e=jdn\x1b\\жあé\u0301😀ʝ\x1b[3~\x1b[5~\x1b[6~\x1b[H\x1b[F\t\x1b[Z\x0c\x12"
    )
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, strange)
        settle(terminal)
        terminal.answer(1, "\x1b[A\x1b[B\x1b[C\x1b[D" * 500 + "n")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee"])


# --- what a terminal is called, and what it can show ------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "unknown", "no-such-terminal", "vt100", None], ids=lambda name: name or "none")
def test_whatever_a_terminal_is_called_it_takes_answers(name: str | None, tmp_path: Path, built_in: FactorSet) -> None:
    unset = 'unset TERM; exec "$@"' if name is None else ""
    with Terminal(*NEW, folder=tmp_path, script=unset, variables={"TERM": name or ""}) as terminal:
        terminal.answer(1, "j")
        terminal.answer(2, CTRL_C)
        assert terminal.finish() == 130
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


def test_where_nothing_but_ascii_can_be_shown_questions_are_lines(tmp_path: Path, built_in: FactorSet) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with Terminal(*NEW, folder=tmp_path, variables=plain) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press("j\n")
        terminal.wait_for_typing("2/19:")
        terminal.press("t \u00c9\u00e9n\n")
        terminal.wait_for("dit is geen UTF-8")
        terminal.wait_for_typing("2/19:")
        terminal.press("nee\n")
        terminal.wait_for_typing("3/19:")
        terminal.press(CTRL_C)
        assert terminal.finish() == 130
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee"])


@pytest.mark.parametrize("encoding", ["ascii:strict", "cp1252", "latin-1"])
@pytest.mark.parametrize(
    "words",
    [("overview", "."), ("validate", "."), ("diff", "a.yaml", "b.yaml"), ("check", "a.yaml"), ("report", "東.yaml")],
    ids=lambda words: str(words[0]),
)
def test_what_cannot_be_shown_ends_no_command(
    words: tuple[str, ...], encoding: str, tmp_path: Path, built_in: FactorSet
) -> None:
    for name in ("a.yaml", "b.yaml", "werkzaam-kapot.yaml"):
        answers = text(built_in, ["nee"] * 18).replace(COLLABORATION, "Lycée 東京 😀")
        (tmp_path / name).write_text(answers.replace("nee", "é東") if "kapot" in name else answers, encoding="utf-8")
    done = subprocess.run(
        [*PROGRAM, *words],
        input=b"ja\n",
        cwd=tmp_path,
        env=environment(PYTHONIOENCODING=encoding),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    expected = {"overview": 1, "validate": 1, "report": 2}.get(words[0], 0)
    assert (done.returncode, b"Traceback" in done.stderr) == (expected, False), done.stderr


def test_lines_from_a_pipe_are_taken_while_a_terminal_shows_the_report(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / "lines").write_text("ja\n" * 19)
    with Terminal(*NEW, folder=tmp_path, redirection="<lines") as terminal:
        terminal.wait_until(lambda: TOTAL in "\n".join(terminal.scrollback), "report")
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"] * 19)

"""Terminals that shrink, talk, lack a name or an alphabet: answers are kept, and the terminal given back."""

import re
import time
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import COLLABORATION, FILE, INTERRUPTED, NEW, interrupted, options, run, text
from tests.sessions.terminal import CTRL_C, ENTER, SPACE, Terminal
from tests.terminal.pressing import pasted
from werkzaam.domain.factor_set import FactorSet

CTRL_Z = "\x1a"
SIZES = ((40, 24), (10, 24), (1, 1), (120, 40))
LIMIT = 4000
long = pytest.mark.long


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
    kept = saved(tmp_path / FILE, built_in)
    assert kept.answer("vast-team").missing == ("team-is-vast",)
    assert kept.answer("aanwezig-op-school").note == "0123"


@long
@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (2, 3), (10, 2), (200, 1)])
def test_a_window_that_shows_next_to_nothing_takes_answers(
    columns: int, rows: int, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, folder=tmp_path, columns=columns, rows=rows) as terminal:
        for number, keys in enumerate(("j", "d", SPACE + ENTER, "t", "Hoi" + ENTER, "n", "q")):
            terminal.wait_until(lambda number=number: terminal.output.count("\x1b[?2004h") > number, keys)  # type: ignore[misc]
            terminal.settle(0.1)
            terminal.press(keys)
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert options(tmp_path / FILE, built_in)[:4] == ["ja", "deels", "nee", None]
    assert saved(tmp_path / FILE, built_in).answer("lokaal-geworteld").note == "Hoi"


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
    answer = saved(tmp_path / FILE, built_in).answer("vast-team")
    assert (answer.option, answer.missing, answer.note) == ("deels", ("team-is-vast",), "Half gedaan")


# --- what comes in ----------------------------------------------------------------------------------------------


@long
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
        limits = {str(len(note) + 5), str(LIMIT)}
        terminal.wait_until(lambda: limits <= set(re.findall(r"\d+", "\n".join(terminal.screen))), "limit")
        assert time.monotonic() - start < 10
        terminal.press("\x15")  # away with all before the cursor
        terminal.wait_until(lambda: "einde" not in "\n".join(terminal.screen), "empty note")
        terminal.press("Kort." + ENTER)
        terminal.answer(1, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert saved(tmp_path / FILE, built_in).answer("vast-team").note == "Kort."


@long
def test_a_large_paste_into_a_list_changes_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, pasted("jdnq\r" * 20_000))
        terminal.press("n")
        terminal.answer(2, "d")
        terminal.wait_for_conditions(2)
        terminal.press(pasted(" \rbq" * 20_000) + ENTER)
        terminal.answer(3, "q")
        assert terminal.finish() == 0
    answered = text(built_in, ["nee", "deels"]).replace("answer: deels\n", "answer: deels\n      missing: []\n")
    assert (tmp_path / FILE).read_text() == answered


@long
def test_mice_other_alphabets_reports_and_unknown_keys_answer_nothing(tmp_path: Path, built_in: FactorSet) -> None:
    strange = (
        "\x1bOj\x1bOn\x1bOq\x1bOb\x1bO5q\x1b\x1bOQ\x11"
        "\x1b[<0;10;10M\x1b[<0;10;10m\x1b[M !!\x1b[200;5u\x1b[27;5;106~\x1bOP\x1b[99~\x1b[?1;2c\x1b[I\x1b[O\x1b[0n"
        "\x1b]11;rgb:dddd/bbbb/nnnn\x1b\\\x1bP1+r544e=jdn\x1b\\жあé\u0301😀ʝ\x1b[3~\x1b[5~\x1b[6~\x1b[H\x1b[F\t\x1b[Z\x0c\x12"
    )
    with Terminal(*NEW, folder=tmp_path) as terminal:
        terminal.answer(1, strange)
        terminal.settle()
        terminal.answer(1, "\x1b[A\x1b[B\x1b[C\x1b[D" * 500 + "n")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee"])


# --- what a terminal is called, and what it can show ------------------------------------------------------------


@pytest.mark.parametrize(
    "name", [None, *[pytest.param(name, marks=long) for name in ("", "unknown", "no-such-terminal", "vt100")]]
)
def test_whatever_a_terminal_is_called_it_takes_answers(name: str | None, tmp_path: Path, built_in: FactorSet) -> None:
    unset = 'unset TERM; exec "$@"' if name is None else ""
    with Terminal(*NEW, folder=tmp_path, script=unset, variables={"TERM": name or ""}) as terminal:
        terminal.answer(1, "j")
        terminal.wait_for_question(2)
        interrupted(terminal, CTRL_C)
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja"])


def test_where_nothing_but_ascii_can_be_shown_questions_are_lines(tmp_path: Path, built_in: FactorSet) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with Terminal(*NEW, folder=tmp_path, variables=plain) as terminal:
        terminal.wait_for_typing("1/19:")
        terminal.press("j\n")
        terminal.wait_for_typing("2/19:")
        terminal.press("t \u00c9\u00e9n\n")
        terminal.wait_for("UTF-8")
        terminal.wait_until(lambda: " ".join(terminal.typed_below).count("2/19:") > 1, "the question again")
        terminal.press("nee\n")
        terminal.wait_for_typing("3/19:")
        terminal.press(CTRL_C)
        assert terminal.finish() == INTERRUPTED
    assert (tmp_path / FILE).read_text() == text(built_in, ["ja", "nee"])


@pytest.mark.parametrize(
    ("encoding", "words", "code"),
    [
        ("ascii:strict", ("overview", "."), 1),
        *[
            pytest.param(encoding, words, code, marks=long)
            for encoding in ("cp1252", "ascii:strict")
            for words, code in (
                (("validate", "."), 1),
                (("diff", "a.yaml", "b.yaml"), 0),
                (("check", "a.yaml"), 0),
                (("report", "東.yaml"), 2),
            )
        ],
    ],
)
def test_what_cannot_be_shown_ends_no_command(
    encoding: str, words: tuple[str, ...], code: int, tmp_path: Path, built_in: FactorSet
) -> None:
    for name in ("a.yaml", "b.yaml", "werkzaam-kapot.yaml"):
        answers = text(built_in, ["nee"] * 18).replace(COLLABORATION, "Lycée 東京 😀")
        (tmp_path / name).write_text(answers.replace("nee", "é東") if "kapot" in name else answers, encoding="utf-8")
    done = run(words, tmp_path, stdin="ja\n", PYTHONIOENCODING=encoding)
    assert (done.code, "Traceback" in done.err) == (code, False), done.err

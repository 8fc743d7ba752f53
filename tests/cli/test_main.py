"""The way in: the language, closed and failing streams, and whatever else ends a call in words."""

import errno
import io
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, refused, told
from werkzaam.cli.main import language_of_call
from werkzaam.cli.values import today
from werkzaam.language import _

WARNED = examples.SMALL_ANSWERS.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n")


@pytest.mark.parametrize(
    ("arguments", "variables", "language"),
    [
        ((), {}, "nl"),
        (("report", "--lang", "en"), {}, "en"),
        (("report", "--lang=en"), {}, "en"),
        (("report", "--lang", "nl", "--lang=en"), {}, "en"),
        (("report",), {"WERKZAAM_LANG": "en"}, "en"),
        (("report", "--lang", "nl"), {"WERKZAAM_LANG": "en"}, "nl"),
        (("report", "--", "--lang", "en"), {}, "nl"),
        (("report", "--lang"), {}, "nl"),
        (("report", "--factors", "schaal.yaml"), {}, "en"),
        (("report",), {"WERKZAAM_FACTORS": "schaal.yaml"}, "en"),
        (("report", "--factors", "weg.yaml"), {}, "nl"),
        ((), {"LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"}, "nl"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_the_language_is_the_asked_one_or_that_of_the_set_and_never_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], variables: dict[str, str], language: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_of_call(arguments) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("id: x\nlanguage: nl\n", "nl"),
        ("language:   'en'  # Engels\n", "en"),
        ('language: "fr"\n', "fr"),
        ("werkzaam: [\nlanguage: nl", "nl"),
        ("title:\n  language: nl\n", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_set_shows_at_a_glance_and_is_english_where_it_does_not(
    folder: Path, text: str, language: str
) -> None:
    (folder / "f.yaml").write_text(text)
    assert language_of_call(("--factors", str(folder / "f.yaml"))) == language


def test_a_language_that_is_not_there_is_refused_in_english(call: Call) -> None:
    ended = call("report", "a.yaml", "--lang", "fr")
    assert (ended.code, ended.out, ended.err) == (2, "", "There is no language “fr” here; choose one of nl, en.\n")


@pytest.mark.parametrize("end", ["\r\n", "\u2028"])
def test_what_is_named_in_a_message_steers_no_terminal_and_makes_no_lines_of_its_own(call: Call, end: str) -> None:
    name = f"\x1b[31ma.yaml\u202e: klopt.{end}b.yaml"
    shown = "[31ma.yaml: klopt. b.yaml"
    assert call("report", name) == refused("{file}: there is no such file.", file=shown)
    ended = call("report", f"--{name}")
    help_line = told("Help: {command} --help", command="werkzaam report")
    assert ended.err == told("There is no option {name}.", name=f"--{shown}") + help_line


@pytest.mark.parametrize("words", [("report", "a.yaml", *SMALL), ("report", "--help"), ("factors",)])
@pytest.mark.parametrize("size", ["99999999", "²", "0"])
def test_a_screen_of_any_size_is_drawn_within_reason(
    call: Call, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], size: str
) -> None:
    for name in ("COLUMNS", "LINES", "TERMINAL_WIDTH"):
        monkeypatch.setenv(name, size)
    ended = call(*words)
    assert (ended.code, ended.err) == (0, "")
    assert 0 < max(map(len, ended.out.splitlines())) <= 1000


# --- streams that are closed, full, or read no further --------------------------------------------------------------


@contextmanager
def stream_to(place: str | None) -> Iterator[io.TextIOWrapper | None]:
    """Open a stream as the system does for a program, None for one that the caller closed."""
    if place is None:
        yield None
        return
    stream = open(place, "w", buffering=1, encoding="utf-8")  # noqa: PTH123, SIM115 (closing it may fail)
    try:
        yield stream
    finally:
        with suppress(OSError):
            stream.close()


def test_a_closed_stdout_is_done_without(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert call("report", "a.yaml", *SMALL) == Done(0, "", "")
    sys.stdout.close()


def test_a_closed_stdin_is_told(call: Call) -> None:
    assert call("report", "-", *SMALL, stdin=None) == refused("<stdin>: there is nothing to read from.")  # type: ignore[arg-type]


def test_without_questions_a_closed_stdin_is_not_missed(call: Call) -> None:
    words = ("check", "n.yaml", *SMALL, "--no-input", "--collaboration", "X", "--answer", "team=ja")
    ended = call(*words, stdin=None)  # type: ignore[arg-type]
    assert (ended.code, Path("n.yaml").read_text().count("answer: ja")) == (0, 1)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("new", "-"), "{file}: this is not a file; name another one."),
        (
            ("check", "n.yaml", "--previous", "-"),
            "{option} -: the answers to the questions come from stdin; name a file.",
        ),
    ],
)
def test_what_stdin_cannot_be_is_refused(call: Call, words: tuple[str, ...], message: str) -> None:
    ended = call(*words, *SMALL, stdin=examples.SMALL_ANSWERS)
    refusal = told(message, file="-", option="--previous")
    assert (ended.code, ended.out, ended.err, Path(words[1]).exists()) == (2, "", refusal, False)


@pytest.mark.parametrize("option", ["–format", "—format"])
def test_an_option_with_the_dash_of_a_word_processor_is_told_as_such(call: Call, option: str) -> None:
    message = "“{word}” begins with a dash: type two hyphens instead, --{name}."
    assert call("report", "a.yaml", *SMALL, option, "json") == refused(message, word=option, name="format")
    Path(option).write_text(examples.SMALL_ANSWERS)
    assert call("report", option, *SMALL).code == 0


def test_an_empty_name_is_not_that_of_the_built_in_set(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("factors", "--factors", "").code == 2
    monkeypatch.setenv("WERKZAAM_FACTORS", "")
    assert call("factors").code == 0


@pytest.mark.parametrize("words", [("report", ""), ("check", "", "--no-input", "--answer", "team=ja")])
def test_an_empty_name_is_not_that_of_the_default_file(call: Call, words: tuple[str, ...]) -> None:
    name = f"werkzaam-{today().year}-samen.yaml"
    Path(name).write_text(examples.SMALL_ANSWERS)
    assert call(*words, *SMALL).code == 2
    assert Path(name).read_text() == examples.SMALL_ANSWERS


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("report", "weg.yaml"), 2),
        (("report", "warned.yaml", "--fail-under", "80", "--output", "uit.txt"), 1),
        (("check", "b.yaml", "--no-input", "--collaboration", "X", "--note", "team=Bel 06-12345678"), 0),
    ],
)
@pytest.mark.parametrize("place", ["/dev/full", None])
def test_that_nobody_can_be_told_changes_neither_the_result_nor_the_exit_code(
    call: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, place: str | None
) -> None:
    Path("warned.yaml").write_text(WARNED)
    with stream_to(place) as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        ended = call(*arguments, *SMALL)
        if place is None:
            sys.stderr.close()
    result = Path("uit.txt").read_text() if code == 1 else ended.out
    assert (ended.code, ended.err, "Mensen" in result) == (code, "", code != 2)


def test_what_stderr_cannot_take_is_no_failure_when_a_process_ends_either(folder: Path) -> None:
    command = [sys.executable, "-m", "werkzaam", "check", "b.yaml", "--no-input", "--collaboration", "X", *SMALL]
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 (a device)
        ended = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=full, timeout=60, check=False)
    assert (ended.returncode, b"Mensen" in ended.stdout) == (0, True)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_output_without_bars_and_ticks_gets_other_signs(
    call: Call, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    Path("a.yaml").write_text(examples.SMALL_ANSWERS.replace("twee mensen", "😀 mensen"))
    with io.TextIOWrapper(io.BytesIO(), encoding=encoding) as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        assert call("report", "a.yaml", *SMALL) == Done(0, "", "")
        assert isinstance(stdout.buffer, io.BytesIO)
        shown = stdout.buffer.getvalue().decode(encoding)
    assert re.search("^Mensen +########[.][.]  75 % ", shown, re.MULTILINE)
    assert "Sinds maart zijn er ? mensen." in shown


# --- the set, and what the system refuses ---------------------------------------------------------------------------


def test_a_factors_file_in_the_current_folder_is_not_picked_up_by_itself(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("klein.yaml").rename("factors.yaml")
    assert call("report", "a.yaml").code == 2
    monkeypatch.setenv("WERKZAAM_FACTORS", "factors.yaml")
    assert call("report", "a.yaml").code == 0


def test_an_empty_variable_is_as_good_as_none(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = call("report", "a.yaml", *SMALL), call("factors")
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "WERKZAAM_LANG", "WERKZAAM_FACTORS"):
        monkeypatch.setenv(name, "")
    assert (call("report", "a.yaml", *SMALL), call("factors")) == expected


def test_whatever_the_system_refuses_is_told_with_its_place(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    exists = Path.exists

    def broken(path: Path) -> bool:
        if path.name == "a.yaml":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return exists(path)

    monkeypatch.setattr("pathlib.Path.exists", broken)
    ended = call("check", "a.yaml", "--no-input", *SMALL)
    reason = _("the disk or the connection to it fails")
    assert ended == refused("{file}: cannot be used ({reason}).", file="a.yaml", reason=reason)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("new", "a.yaml"), "{file}: the folder does not exist; make it first."),
        (("check",), "{file}: the folder does not exist; make it first."),
        (("check", "a.yaml"), "{file}: the folder does not exist; make it first."),
        (("report", "a.yaml"), "{file}: there is no such file."),
        (("overview", "."), "The folder that you are in does not exist any more; go to another one."),
        (("validate", "."), "The folder that you are in does not exist any more; go to another one."),
    ],
)
def test_a_current_folder_that_was_removed_is_told(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    (folder / "weg").mkdir()
    monkeypatch.chdir(folder / "weg")
    (folder / "weg").rmdir()
    monkeypatch.setattr("werkzaam.cli.interview.which_file.today", lambda: date(2026, 11, 23))
    assert call(*words) == refused(message, file="a.yaml" if "a.yaml" in words else "werkzaam-2026.yaml")


def test_a_removed_folder_is_told_and_not_the_one_where_the_result_goes(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "weg").mkdir()
    monkeypatch.chdir(folder / "weg")
    (folder / "weg").rmdir()
    ended = call("export", ".", "--output", str(folder / "uit.csv"))
    assert ended == refused("The folder that you are in does not exist any more; go to another one.")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name")
def test_a_factor_set_that_comes_through_a_pipe_is_read_once(call: Call, folder: Path) -> None:
    os.mkfifo(folder / "pijp")
    writer = threading.Thread(target=(folder / "pijp").write_text, args=(examples.OTHER_SCALE,), daemon=True)
    writer.start()
    ended = call("factors", "--factors", "pijp")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Another scale\n")

import errno
import os
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.cli.main import language_of_call

SMALL = ("--factors", "klein.yaml")


def test_without_a_command_it_says_how_to_start(call: Call) -> None:
    ended = call()
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "werkzaam laat onderwijs en jongerenwerk zien wat hun samenwerking helpt.\n"
        "\n"
        "werkzaam check           beantwoord de vragen, samen of ieder apart\n"
        "werkzaam report FILE     bekijk de scores en wat er ontbreekt\n"
        "werkzaam --help          alle opdrachten\n"
    )


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
    ],
)
@pytest.mark.usefixtures("folder")
def test_the_language_is_the_asked_one_or_that_of_the_set(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], variables: dict[str, str], language: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_of_call(arguments) == language


def test_the_system_locale_has_no_say_in_the_language(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert call().out.startswith("werkzaam laat onderwijs")


def test_a_language_that_is_not_there_is_refused(call: Call) -> None:
    ended = call("report", "a.yaml", "--lang", "fr")
    assert (ended.code, ended.out, ended.err) == (2, "", "There is no language “fr” here; choose one of nl, en.\n")


def test_what_could_steer_a_terminal_does_not_reach_it_in_a_message(call: Call) -> None:
    ended = call("report", "\x1b[31mrood\u202e.yaml")
    assert (ended.code, ended.out, ended.err) == (2, "", "[31mrood.yaml: dit bestand bestaat niet.\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0b", "\u2028"])
def test_what_is_named_in_a_message_makes_no_lines_of_its_own(call: Call, end: str) -> None:
    name = f"a.yaml: klopt.{end}b.yaml"
    assert call("report", name).err == "a.yaml: klopt. b.yaml: dit bestand bestaat niet.\n"
    assert call("report", f"--{name}").err == (
        "De optie --a.yaml: klopt. b.yaml bestaat niet.\nUitleg: werkzaam report --help\n"
    )


def program(*arguments: str, folder: Path, redirection: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "werkzaam", *arguments],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", [("report", "a.yaml", *SMALL), ("--help",), ()])
def test_a_reader_that_leaves_early_is_no_reason_to_complain(folder: Path, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "werkzaam", *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert (running.stderr.read(), running.wait(60)) == (b"", 0)


@pytest.mark.parametrize(
    ("arguments", "redirection", "code", "message"),
    [
        (("report", "-", *SMALL), "<&-", 2, "<stdin>: er is niets om van te lezen.\n"),
        (("report", "a.yaml", *SMALL), ">&-", 0, ""),
        (("report", "weg.yaml", *SMALL), "2>&-", 2, ""),
    ],
)
def test_what_the_caller_closed_is_done_without(
    folder: Path, arguments: tuple[str, ...], redirection: str, code: int, message: str
) -> None:
    ended = program(*arguments, folder=folder, redirection=redirection)
    assert (ended.returncode, ended.stderr) == (code, message)


def test_a_full_disk_behind_stdout_is_told_in_one_line(folder: Path) -> None:
    ended = program("report", "a.yaml", *SMALL, folder=folder, redirection="> /dev/full")
    assert (ended.returncode, ended.stderr) == (2, "Dit kan niet worden geschreven (de schijf is vol).\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_output_without_bars_and_ticks_gets_other_signs(folder: Path, encoding: str) -> None:
    ended = program("report", "a.yaml", *SMALL, folder=folder, PYTHONIOENCODING=encoding)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Mensen               ########..  75 %  (2 van 2)  3 van 4\n" in ended.stdout


def test_a_factors_file_in_the_current_folder_is_not_picked_up_by_itself(folder: Path) -> None:
    (folder / "klein.yaml").rename(folder / "factors.yaml")
    assert program("report", "a.yaml", folder=folder).returncode == 2
    assert program("report", "a.yaml", folder=folder, WERKZAAM_FACTORS="factors.yaml").returncode == 0


@pytest.mark.parametrize("name", ["COLUMNS", "NO_COLOR", "FORCE_COLOR", "WERKZAAM_LANG", "WERKZAAM_FACTORS"])
def test_an_empty_variable_is_as_good_as_none(call: Call, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    expected = call("report", "a.yaml", *SMALL)
    monkeypatch.setenv(name, "")
    assert call("report", "a.yaml", *SMALL) == expected


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("report", "a.yaml", "--fail-under", "80", "--output", "uit.txt", *SMALL), 1),
        (("report", "warned.yaml", "--output", "uit.txt", *SMALL), 0),
        (("check", "b.yaml", "--no-input", "--collaboration", "X", *SMALL), 0),
        (("check", "b.yaml", "--no-input", "--collaboration", "X", "--note", "team=Bel 06-12345678", *SMALL), 0),
    ],
)
@pytest.mark.parametrize("redirection", ["2> /dev/full", "2>&-"])
def test_that_nobody_can_be_told_changes_neither_the_result_nor_the_exit_code(
    folder: Path, arguments: tuple[str, ...], code: int, redirection: str
) -> None:
    warned = examples.SMALL_ANSWERS.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n")
    (folder / "warned.yaml").write_text(warned)
    ended = program(*arguments, folder=folder, redirection=redirection)
    assert (ended.returncode, ended.stderr) == (code, "")
    result = ended.stdout if arguments[0] == "check" else (folder / "uit.txt").read_text()
    assert "Alle factoren samen" in result


def test_whatever_the_system_refuses_is_told_with_its_place(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    exists = Path.exists

    def broken(path: Path) -> bool:
        if path.name == "a.yaml":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return exists(path)

    monkeypatch.setattr("pathlib.Path.exists", broken)
    ended = call("check", "a.yaml", "--no-input", *SMALL)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "a.yaml: kan niet worden gebruikt (de schijf of de verbinding ermee hapert).\n"


GONE = "De map waarin je bent, bestaat niet meer; ga naar een andere.\n"
MAKE_IT = "{file}: de map bestaat niet; maak die eerst.\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("new", "a.yaml"), MAKE_IT.format(file="a.yaml")),
        (("check",), MAKE_IT.format(file="werkzaam-2026.yaml")),
        (("check", "a.yaml"), MAKE_IT.format(file="a.yaml")),
        (("report", "a.yaml"), "a.yaml: dit bestand bestaat niet.\n"),
        (("overview", "."), GONE),
        (("validate", "."), GONE),
    ],
)
def test_a_current_folder_that_was_removed_is_told(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    (folder / "weg").mkdir()
    monkeypatch.chdir(folder / "weg")
    (folder / "weg").rmdir()
    monkeypatch.setattr("werkzaam.cli.interview.taking_up.today", lambda: date(2026, 11, 23))
    assert call(*words) == Done(2, "", message)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name")
def test_a_factor_set_that_comes_through_a_pipe_is_read_once(call: Call, folder: Path) -> None:
    os.mkfifo(folder / "pijp")
    writer = threading.Thread(target=(folder / "pijp").write_text, args=(examples.OTHER_SCALE,), daemon=True)
    writer.start()
    ended = call("factors", "--factors", "pijp")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Another scale\n")

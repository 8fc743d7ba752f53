import re
import shutil
import subprocess
from pathlib import Path
from unittest.mock import patch

import pytest

from werkzaam.cli.shell import command_line, program
from werkzaam.visible import visible

WORDS = [
    "a.yaml", "", "a b", "l'école", '"', "*", "~", "#", "=", "-n", "--", "$HOME", "$(touch x)", "`touch x`",
    "; touch x #", "a\\b", "één 😀", "👩\u200d🏫", "100%", "!!",
    "a\nb.yaml", "\x1b[31mrood.yaml", "\u202eb", "x\x9by", "a\udcffb", "-\x07", "--\x07 %s \\n", "'$(touch x)`\n%d\\n!",
    "tab\t\u2028\x85.",
]  # fmt: skip


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_a_shell_takes_every_word_for_what_is_shown_of_it(shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} on this machine")
    line = command_line(["printf", "%s\\0", *WORDS])
    done = subprocess.run([program, "-c", line], capture_output=True, check=True)
    assert done.stdout.decode(errors="surrogateescape").split("\0")[:-1] == list(map(visible, WORDS))
    assert done.stderr == b""


def test_what_is_told_can_be_seen_and_stays_on_one_line() -> None:
    line = command_line(WORDS)
    assert visible(line) == line
    assert line.encode()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["werkzaam", "report", "a.yaml"], "werkzaam report a.yaml"),
        (["werkzaam", "report", "l'an 2026.yaml"], """werkzaam report 'l'"'"'an 2026.yaml'"""),
        (["werkzaam", "report", "a\n\x1b\udcff.yaml"], "werkzaam report 'a ?.yaml'"),
    ],
)
def test_words_that_need_no_quotes_have_none(words: list[str], line: str) -> None:
    assert command_line(words) == line


# --- on Windows: cmd and PowerShell take the same line ------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        ("werkzaam-2026.yaml", "werkzaam-2026.yaml"),
        (r"sub\x.yaml", r"sub\x.yaml"),
        ("één.yaml", "één.yaml"),
        ("l'an 2026.yaml", '"l\'an 2026.yaml"'),
        ("", '""'),
        ("team=ja", '"team=ja"'),
        ("a,b;c", '"a,b;c"'),
        ("x & del y", '"x & del y"'),
        ("100%", '"100%"'),
        ('School "De Bron"', '"School ""De Bron"""'),
        ("School “De Bron”", '"School ""De Bron"""'),
        ("C:\\mijn map\\", '"C:\\mijn map\\\\"'),
        ('a\\" b', '"a\\\\"" b"'),
        ("$(del x) `y`", '"?(del x) ?y?"'),
        ("a\n\x1b\udcff", '"a ?"'),
    ],
)
def test_on_windows_a_word_is_what_cmd_and_powershell_both_take(word: str, quoted: str) -> None:
    assert command_line(["werkzaam", "report", word], windows=True) == f"werkzaam report {quoted}"


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (r".venv\Scripts\werkzaam", r".venv\Scripts\werkzaam check"),
        (r"C:\Program Files\x\werkzaam", r'C:\"Program Files"\x\werkzaam check'),
        (r"mijn map\werkzaam", r'.\"mijn map"\werkzaam check'),
    ],
)
def test_on_windows_a_program_is_started_and_not_taken_for_a_text(program: str, line: str) -> None:
    assert command_line([program, "check"], windows=True) == line


def test_on_windows_no_word_gets_out_of_its_quotes_or_runs_anything() -> None:
    for word in WORDS:
        *_program, quoted = command_line(["werkzaam", word], windows=True).partition("werkzaam ")
        assert re.fullmatch(r'[\w./\\:+-]+|"([^"$`\u201c-\u201e]|"")*"', quoted)


# --- how it was started -------------------------------------------------------------------------------------------


def started(script: str, *line: str, on_path: Path | None = None) -> list[str]:
    """Return the words that start a script again, where a program of our name is on the PATH, or none."""
    on_paths = {"werkzaam": str(on_path)} if on_path else {}
    with patch("shutil.which", on_paths.get), patch("werkzaam.cli.shell._start", (script, line)):
        return program()


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "werkzaam").touch()
    return "bin/werkzaam"


def test_a_script_is_started_by_its_path_where_its_name_would_start_none_or_another(script: str) -> None:
    Path("werkzaam").touch()
    assert started(script, "/usr/bin/python3", script) == [script]
    assert started(script, "/usr/bin/python3", script, on_path=Path("werkzaam")) == [script]


def test_a_script_that_is_on_the_path_is_started_by_its_name_be_it_through_a_link(script: str) -> None:
    Path("werkzaam").symlink_to(script)
    assert started(script, on_path=Path(script).resolve()) == ["werkzaam"]
    assert started(script, on_path=Path("werkzaam").absolute()) == ["werkzaam"]


def test_on_windows_the_path_leads_to_a_launcher_and_the_script_does_not_say_so(script: str) -> None:
    Path(script).rename(f"{script}.exe")
    assert started(script, on_path=Path(f"{script}.exe")) == ["werkzaam"]
    Path("werkzaam.exe").touch()
    assert started(script, on_path=Path("werkzaam.exe")) == [script]


def test_a_module_is_started_with_all_words_before_its_arguments(script: str) -> None:
    line = ("python3", "-X", "utf8", "-m", "werkzaam")
    assert started("/lib/werkzaam/__main__.py", *line, on_path=Path(script)) == list(line)

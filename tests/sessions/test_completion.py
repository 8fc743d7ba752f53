"""Tab: what the shells are offered, and a bash in which it is pressed."""

import shlex
from pathlib import Path

import pexpect
import pytest

from tests import examples
from tests.endurance.calling import called
from tests.sessions.terminal import PATIENCE, PROGRAM, environment
from werkzaam.cli.app import command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET, encoding="utf-8")
    (tmp_path / "schaal.yaml").write_text(examples.OTHER_SCALE, encoding="utf-8")
    hostile = examples.SMALL_SET.replace("Er is een vast team.", "'x''$(touch a)`touch b`\"[/nope]: $HOME\\'")
    (tmp_path / "kwaad.yaml").write_text(hostile, encoding="utf-8")
    return tmp_path


def completed(line: str, folder: Path, asked_by: str = "fish") -> list[str]:
    """Return what the program offers a shell for a line, a help behind each where the shell shows one."""
    variables = {
        "_WERKZAAM_COMPLETE": f"complete_{asked_by}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "COMP_WORDS": line.replace(" ", "\n"),
        "COMP_CWORD": str(line.count(" ")),
    }
    done = called((), folder, variables=variables)
    assert done.err == ""
    return done.out.strip("\n").splitlines()


SMALL = "--factors klein.yaml"
FACTORS = [
    "team=\tEr is een vast team.",
    "contact=\tEr is één aanspreekpunt.",
    "ruimte=\tEr is een eigen ruimte.",
    "tijd=\tEr is genoeg tijd.",
]
OPTIONS = ["ja\tJa", "deels\tDeels", "nee\tNee", "weet-niet\tWeet niet", "nvt\tNiet van toepassing"]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (f"werkzaam check {SMALL} --answer ", FACTORS),
        (f"werkzaam check {SMALL} --missing ", FACTORS),
        (f"werkzaam check {SMALL} --note c", FACTORS[1:2]),
        (f"werkzaam check {SMALL} --answer x", []),
        (f"werkzaam check {SMALL} --answer x=", []),
        (f"werkzaam check {SMALL} --answer t", ["team=\tEr is een vast team.", "tijd=\tEr is genoeg tijd."]),
        (f"werkzaam check {SMALL} --answer co", [f"contact={option}" for option in OPTIONS]),
        (f"werkzaam check {SMALL} --answer team=n", ["team=nee\tNee", "team=nvt\tNiet van toepassing"]),
        (f"werkzaam check {SMALL} --missing ti", ["tijd=\tEr is genoeg tijd."]),
        (f"werkzaam new {SMALL} --perspective ", ["school\tSchool", "samen\tSamen"]),
        ("werkzaam check --factors schaal.yaml --answer third=", ["third=done\tDone", "third=not-done\tNot done"]),
        ("werkzaam check --factors schaal.yaml --perspective ", []),
        (f"werkzaam check {SMALL} --lang en --answer team=d", ["team=deels\tPartly"]),
        ("werkzaam check --factors er-niet.yaml --answer ", []),
        ("werkzaam report --format ", ["table", "json", "csv", "markdown", "html", "docx"]),
        ("werkzaam report --lang ", ["nl", "en"]),
        ("werkzaam schema ", ["answers", "factors"]),
        ("werkzaam overview --by ", ["date", "perspective", "collaboration"]),
        ("werkzaam compare --by d", ["date"]),
        (f"werkzaam overview . {SMALL} --perspective sa", ["samen\tSamen"]),
        ("werkzaam export --format ", ["csv", "jsonl", "xlsx"]),
        ("werkzaam export --what ", ["answers", "conditions", "scores", "actions", "factors"]),
    ],
)
def test_what_can_stand_on_the_line_is_offered(line: str, offered: list[str], folder: Path) -> None:
    assert completed(line, folder) == offered


@pytest.mark.parametrize(("line", "offered"), [("team = d", ["deels"]), ("xyzzy = ", [])])
def test_behind_the_equals_sign_that_bash_takes_for_a_word_values_alone_are_offered(
    line: str, offered: list[str], folder: Path
) -> None:
    assert completed(f"werkzaam check {SMALL} --answer {line}", folder, asked_by="bash") == offered


def test_every_command_is_offered_with_what_it_does(folder: Path) -> None:
    offered = dict(line.split("\t") for line in completed("werkzaam ", folder))
    assert [*offered] == [*command().commands]
    assert all(offered.values())


def test_long_help_stays_on_one_line_however_narrow_the_terminal(folder: Path) -> None:
    text = "Een lange tekst die op geen enkele regel past. " * 9 + "Einde"
    (folder / "lang.yaml").write_text(examples.SMALL_SET.replace("Er is een vast team.", text), encoding="utf-8")
    assert completed("werkzaam check --factors lang.yaml --note te", folder) == [f"team=\t{text}"]


def test_where_a_file_is_meant_the_shell_is_left_to_complete_it(folder: Path) -> None:
    assert completed("werkzaam report ", folder) == []
    assert completed("werkzaam report ", folder, asked_by="zsh") == ["_files"]
    assert completed("werkzaam check --factors ", folder, asked_by="zsh") == ["_files"]


def test_a_text_from_a_factor_set_is_no_code_for_the_shell(folder: Path) -> None:
    offered = "\n".join(completed("werkzaam check --factors kwaad.yaml --note te", folder, asked_by="zsh"))
    assert offered == """_arguments '*: :(("team=":"x’touch atouch bnope HOME"))\'"""


@pytest.mark.parametrize("asked_by", ["bash", "zsh", "fish"])
def test_what_was_typed_is_no_code_for_the_shell_either(asked_by: str, folder: Path) -> None:
    for typed in ("$(touch a)", "is-vast,`touch a`,", '",$(touch a),i'):
        offered = completed(f"werkzaam check --factors klein.yaml --answer team={typed}", folder, asked_by)
        assert "touch" not in "\n".join(offered)


def test_tab_completes_in_bash(folder: Path) -> None:
    program = folder / "bin" / "werkzaam"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n')
    program.chmod(0o755)
    (folder / "setup.sh").write_text(
        'PATH=$PWD/bin:$PATH\nbind "set bell-style none"\nbind "set enable-bracketed-paste off"\nPS1="> "\n'
        'eval "$(_WERKZAAM_COMPLETE=source_bash werkzaam)"\n'
    )
    bash = pexpect.spawn(
        "bash", ["--norc", "--noprofile"], cwd=str(folder), env=environment(TERM="dumb"), encoding="utf-8"
    )
    try:
        bash.setwinsize(24, 200)
        bash.sendline(". ./setup.sh; echo read''y")
        bash.expect("ready\r\n> ", timeout=PATIENCE)
        for typed, completed_to in (
            ("werkzaam val", "werkzaam validate "),
            ("werkzaam check --factors=klein.yaml --answer team=d", "team=deels "),
            ("werkzaam report --factors kl", "--factors klein.yaml "),
        ):
            bash.send(f"{typed}\t")
            bash.expect_exact(completed_to, timeout=PATIENCE)
            bash.send("\x15")  # away with the line
    finally:
        bash.close(force=True)

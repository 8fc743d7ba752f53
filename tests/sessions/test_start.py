"""The commands that are printed to go on with, however the program was started; and names, in a real terminal."""

import os
import shlex
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import text
from tests.sessions.terminal import ENTER, PATIENCE, PROGRAM, Terminal, environment
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

BIN = Path(PROGRAM[0]).parent
YEAR = date.today().year  # noqa: DTZ011 (the program goes by the day on the wall too)
SCHOOL = f"werkzaam-{YEAR}-onderwijs.yaml"


def said(words: list[str], folder: Path, **variables: str) -> str:
    """Return the last line that the program says when it starts a file and stops at once."""
    about = ("check", "b.yaml", "--collaboration", "X", "--perspective", "samen")
    done = subprocess.run(
        [*words, *about],
        input="q\n",
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    return done.stderr.splitlines()[-1]


@pytest.mark.skipif(not (BIN / "werkzaam").exists(), reason="not installed as a script")
def test_a_command_to_go_on_starts_the_program_that_printed_it(tmp_path: Path) -> None:
    (tmp_path / "mijn omgeving").symlink_to(BIN)
    script, path = "mijn omgeving/werkzaam", f"{BIN}{os.pathsep}{os.environ['PATH']}"
    assert said([script], tmp_path, PATH="/usr/bin:/bin") == f"'{script}' check b.yaml"
    assert said([script], tmp_path, PATH=path) == "werkzaam check b.yaml"
    assert said(["werkzaam"], tmp_path, PATH=path) == "werkzaam check b.yaml"


def test_a_module_goes_on_as_a_module(tmp_path: Path) -> None:
    assert said(list(PROGRAM), tmp_path) == f"{shlex.join(PROGRAM)} check b.yaml"


def test_beside_the_file_of_another_school_a_new_one_has_a_name_of_its_own_once_it_is_spelled_right(
    tmp_path: Path, built_in: FactorSet
) -> None:
    other = text(built_in, ["ja"] * 12).replace("samen", "onderwijs").replace("2026", str(YEAR))
    (tmp_path / SCHOOL).write_text(other)
    with Terminal("check", folder=tmp_path, columns=120) as terminal:
        terminal.wait_for(_("No, start a new one"))
        assert any(_("{count} of {total} answered").format(count=12, total=19) in line for line in terminal.screen)
        terminal.press("2")
        terminal.wait_for_typing(_("Which collaboration is this about?"))
        terminal.press("Lyceum Wst" + ENTER)
        terminal.wait_for(_("Who is filling this in?"))
        terminal.press("b")
        terminal.wait_for_typing("Lyceum Wst")
        terminal.press("\x7f\x7fest" + ENTER)
        terminal.wait_until(lambda: "Lyceum West" in "\n".join(terminal.screen) and not terminal.shows_cursor, "right")
        terminal.press("2")
        terminal.answer(1, "q")
        assert terminal.finish() == 0
        made = SCHOOL.replace(".yaml", "-lyceum-west.yaml")
        assert terminal.command_to_go_on() == ["check", made]
    assert saved(tmp_path / made, built_in).collaboration == "Lyceum West"
    assert (tmp_path / SCHOOL).read_text() == other

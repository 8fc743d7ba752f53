"""The program is removed while its questions stand: nothing that was typed is lost for want of a library."""

from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import FILE, NEW, interrupted, options
from tests.sessions.terminal import CTRL_C, ENTER, Terminal, with_modules_of
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

GONE = """\
import os, sys

class Gone:
    def find_spec(self, name, path=None, target=None):
        if os.path.exists({mark!r}):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Gone())
"""
NOTE = "Bel 111222333 of NL91ABNA0417164300 東😀"


class Removable:
    """A program of which nothing more can be loaded once it was removed."""

    def __init__(self, folder: Path) -> None:
        self._mark = folder / "removed"
        (folder / "start").mkdir()
        (folder / "start" / "sitecustomize.py").write_text(GONE.format(mark=str(self._mark)))
        self.variables = with_modules_of(folder / "start")
        self.folder = folder / "work"
        self.folder.mkdir()
        self.file = self.folder / FILE

    def remove(self) -> None:
        self._mark.touch()


@pytest.fixture
def removable(tmp_path: Path) -> Removable:
    return Removable(tmp_path)


def say(terminal: Terminal, line: str, then: str) -> None:
    """Type a line, and wait for what is asked behind it."""
    asked = terminal.output.count(then)
    terminal.press(f"{line}\n")
    terminal.wait_until(lambda: terminal.output.count(then) > asked, f"{then!r} behind {line!r}")


def test_lines_are_saved_and_looked_at_as_ever(removable: Removable, built_in: FactorSet) -> None:
    with Terminal(*NEW, "--plain", folder=removable.folder, variables=removable.variables) as terminal:
        terminal.wait_for_typing("1/19:")
        removable.remove()
        say(terminal, f"t {NOTE}", "1/19:")
        for found in ("111222333", "NL91ABNA0417164300"):
            assert f"“{found}”" in terminal.output
        say(terminal, "deels", "1/19:")
        say(terminal, "1 2", "2/19:")
        say(terminal, "?", "2/19:")
        say(terminal, "nee", "3/19:")
        terminal.press("q\n")
        assert terminal.finish() == 0
    first, second = (saved(removable.file, built_in).answer(factor.id) for factor in built_in.factors[:2])
    assert (first, second) == (Answer("deels", ("team-is-vast", "team-is-gespecialiseerd"), NOTE), Answer("nee"))


def test_what_cannot_be_saved_for_want_of_a_library_is_rescued(removable: Removable, built_in: FactorSet) -> None:
    with Terminal(*NEW, "--plain", folder=removable.folder, variables=removable.variables) as terminal:
        terminal.wait_for_typing("1/19:")
        removable.remove()
        say(terminal, "ja", "2/19:")
        removable.file.write_text(removable.file.read_text().replace("answers:", "answers: ["))
        terminal.press(f"t {NOTE}\n")
        assert terminal.finish() == 3  # what is said about such a text is loaded where there is one
        rescue = removable.folder / f"{FILE}.rescue"
        assert "Traceback" not in terminal.output
        assert _("Your answers are in {file}.").format(file=rescue.name) in "".join(terminal.screen)
    assert options(rescue, built_in)[:2] == ["ja", None]
    assert saved(rescue, built_in).answer("aanwezig-op-school").note == NOTE


def test_a_note_that_was_begun_is_saved_at_enter(removable: Removable, built_in: FactorSet) -> None:
    with Terminal(*NEW, folder=removable.folder, variables=removable.variables) as terminal:
        terminal.answer(1, "t")
        terminal.wait_for_note(1)
        terminal.press(NOTE)
        terminal.wait_for_typing("ABNA")
        removable.remove()
        terminal.press(ENTER)
        terminal.wait_until(lambda: f"note: {NOTE}" in removable.file.read_text(), "note in the file")
        interrupted(terminal, CTRL_C)
    assert saved(removable.file, built_in).answer("vast-team").note == NOTE

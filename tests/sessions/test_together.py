"""Partners who filled it in apart agree on one file, in a real terminal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import FILE, finish_with_report, interrupted, joined, options, text
from tests.sessions.terminal import CTRL_C, DOWN, ENTER, SPACE, Terminal
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _

SCHOOL, YOUTH, TOWN = "de school.yaml", "jongerenwerk.yaml", "gemeente.yaml"
TWO = ("--beside", SCHOOL, "--beside", YOUTH)
THREE = (*TWO, "--beside", TOWN)
JOINT = ("check", FILE, "--perspective", "samen", "--date", "2026-11-23")
NOTES = {
    SCHOOL: "Wij zien vaak wisselende gezichten. Voor leerlingen is dat lastig: ze bouwen iets op met iemand en dan is "
    "die weer weg. Docenten weten ook niet altijd wie ze kunnen bellen.",
    YOUTH: "Sinds maart werken er twee mensen vast op school, maar een van hen kent de wijk nog niet zo goed.",
    TOWN: "In het convenant staan vier vaste jongerenwerkers; wij weten niet of die er ook echt allemaal zijn.",
}
TEAM, SKILLED, LOCAL = "team-is-vast", "team-is-gespecialiseerd", "werkt-in-woonwijk"
NAMED = {SCHOOL: (TEAM,), YOUTH: (TEAM, LOCAL), TOWN: (TEAM, SKILLED)}
APART = {
    SCHOOL: ["deels", "nee", *["ja"] * 16],
    YOUTH: ["deels", "ja", *["ja"] * 17],
    TOWN: ["deels", "weet-niet", *["ja"] * 17],
}
"""They differ on the second factor, and the school left the last one open; all else they answered alike."""
long = pytest.mark.long


def partners_file(name: str, factor_set: FactorSet) -> str:
    perspective = {SCHOOL: "onderwijs", YOUTH: "jongerenwerk", TOWN: "gemeente"}[name]
    lines = "".join(f"\n        - {condition}" for condition in NAMED[name])
    first = f"answer: deels\n      missing:{lines}\n      note: {NOTES[name]!r}\n"
    answered = text(factor_set, APART[name]).replace("perspective: samen", f"perspective: {perspective}")
    return answered.replace("answer: deels\n", first)


@pytest.fixture(autouse=True)
def _partners(tmp_path: Path, built_in: FactorSet) -> Iterator[None]:
    """The files of the partners, which no session may change."""
    for name in APART:
        (tmp_path / name).write_text(partners_file(name, built_in))
    before = {name: ((tmp_path / name).read_bytes(), (tmp_path / name).stat().st_mtime_ns) for name in APART}
    yield
    assert {name: ((tmp_path / name).read_bytes(), (tmp_path / name).stat().st_mtime_ns) for name in APART} == before


def pointed_at(terminal: Terminal) -> str:
    """Return the choice that Enter would take: its key, where it has one."""
    (line,) = (line for line in terminal.screen if line.startswith(" » "))
    return line.split()[1]


def whole_question(terminal: Terminal, number: int) -> str:
    """Return a question as it stands on the screen, from where it says its place; AssertionError where that is gone."""
    terminal.wait_for_question(number)
    top = [index for index, line in enumerate(terminal.screen) if line.startswith(f"{number}/19 · ")]
    assert top, f"question {number} was pushed off the screen:\n" + "\n".join(terminal.screen)
    return joined(terminal.screen[top[-1] :])


def all_said(answer: str) -> str:
    return _("All answered: {answer}").format(answer=answer)


@pytest.mark.parametrize(
    ("beside", "columns"), [(THREE, 40), pytest.param(TWO, 40, marks=long), pytest.param(THREE, 80, marks=long)]
)
def test_enter_takes_what_all_answered_and_the_rest_is_agreed_upon(
    beside: tuple[str, ...], columns: int, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*JOINT, *beside, folder=tmp_path, columns=columns, rows=40) as terminal:
        assert all_said("Deels") in whole_question(terminal, 1)
        assert pointed_at(terminal) == "d"
        assert options(tmp_path / FILE, built_in)[0] is None
        terminal.press(ENTER)
        terminal.wait_for_conditions(1)
        (marked,) = (line.split("[x] ")[1] for line in terminal.screen if "[x] " in line)
        assert marked == "Vast team van jongerenwerkers"
        terminal.press(DOWN + SPACE + ENTER)
        shown = whole_question(terminal, 2)
        assert "Het jongerenwerk: Ja De school: Nee" in shown
        assert ("De gemeente: Weet niet" in shown) is (beside == THREE)
        assert not any("»" in line for line in terminal.screen)
        terminal.press("n")
        for number in range(3, 19):
            assert all_said("Ja") in whole_question(terminal, number)
            terminal.press(ENTER)
        assert f"De school: {_('open')}" in whole_question(terminal, 19)
        terminal.press(ENTER)  # takes nothing where they differ
        terminal.wait_for("o.")
        terminal.press("o")
        terminal.wait_until(lambda: f"» {_('Go on')}" in "\n".join(terminal.screen), "what was left open")
        terminal.press(ENTER)
        assert finish_with_report(terminal) == 0
        terminal.assert_restored()
    assert options(tmp_path / FILE, built_in) == ["deels", "nee", *["ja"] * 16, None]
    agreed = saved(tmp_path / FILE, built_in)
    assert agreed.answer("vast-team").missing == (TEAM, SKILLED)
    assert agreed.answer("vast-team").note is None
    assert (agreed.collaboration, agreed.perspective) == ("Lyceum Oost", "samen")


@long
def test_interrupted_and_taken_up_with_the_command_that_was_told(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*JOINT, *THREE, folder=tmp_path, columns=120) as terminal:
        terminal.answer(1, ENTER)
        terminal.wait_for_conditions(1)
        terminal.press("b")
        terminal.answer(1, ENTER)  # what all named is still proposed
        terminal.wait_for_conditions(1)
        terminal.settle()
        terminal.press(ENTER)
        terminal.wait_for_question(2)
        command = interrupted(terminal, CTRL_C)
    assert command == ["check", FILE, *THREE]
    with Terminal(*command, folder=tmp_path, columns=120) as again:
        assert "Het jongerenwerk: Ja De school: Nee De gemeente: Weet niet" in whole_question(again, 2)
        again.press("b")
        whole_question(again, 1)
        assert pointed_at(again) == "d"
        again.press("q")
        assert again.finish() == 0
        assert again.command_to_go_on() == command
    assert options(tmp_path / FILE, built_in)[:3] == ["deels", None, None]
    assert saved(tmp_path / FILE, built_in).answer("vast-team").missing == (TEAM,)

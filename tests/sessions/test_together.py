"""Partners who filled it in apart agree on one file, in a real terminal and through a pipe."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.sessions.steps import FILE, finish_with_report, options, read, text
from tests.sessions.terminal import CTRL_C, DOWN, ENTER, PATIENCE, PROGRAM, SPACE, Terminal, environment
from werkzaam.domain.factor_set import FactorSet

INTERRUPTED = 130
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


def joined(lines: Sequence[str]) -> str:
    """Return the text of some rows as it ran before it was wrapped."""
    return " ".join(" ".join(lines).split())


def pointed_at(terminal: Terminal) -> str:
    """Return the choice that Enter would take."""
    (line,) = (line for line in terminal.screen if line.startswith(" » "))
    return line.removeprefix(" » ")


def whole_question(terminal: Terminal, number: int) -> str:
    """Return a question as it stands on the screen, from where it says its place; AssertionError where that is gone."""
    terminal.wait_for_question(number)
    top = [index for index, line in enumerate(terminal.screen) if line.startswith(f"{number}/19 · ")]
    assert top, f"question {number} was pushed off the screen:\n" + "\n".join(terminal.screen)
    return joined(terminal.screen[top[-1] :])


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("beside", [TWO, THREE], ids=["two", "three"])
def test_enter_takes_what_all_answered_and_the_rest_is_agreed_upon(
    beside: tuple[str, ...], columns: int, tmp_path: Path, built_in: FactorSet
) -> None:
    with Terminal(*JOINT, *beside, folder=tmp_path, columns=columns) as terminal:
        assert "Iedereen antwoordde: Deels" in whole_question(terminal, 1)
        assert "Enter neemt over: Deels" in terminal.screen
        assert "Samenwerking: Lyceum Oost, zoals bij de partners." in terminal.scrollback or columns == 40
        assert pointed_at(terminal) == "d  Deels"
        assert options(tmp_path / FILE, built_in)[0] is None
        terminal.press(ENTER)
        terminal.wait_for_conditions(1)
        assert "Al aangekruist: Vast team van jongerenwerkers" in joined(terminal.screen)
        assert [line.split("● ")[1] for line in terminal.screen if "●" in line] == ["Vast team van jongerenwerkers"]
        terminal.press(DOWN + SPACE + ENTER)
        shown = whole_question(terminal, 2)
        assert "Jongerenwerk: Ja Onderwijs: Nee" in shown
        assert ("Gemeente: Weet niet" in shown) is (beside == THREE)
        assert "Enter neemt over" not in shown
        assert pointed_at(terminal) == "o  open laten"
        terminal.press("n")
        for number in range(3, 19):
            shown = whole_question(terminal, number)
            assert "Iedereen antwoordde: Ja" in shown
            assert "Enter neemt over: Ja" in shown
            terminal.press(ENTER)
        assert "Onderwijs: open" in whole_question(terminal, 19)
        terminal.press(ENTER)
        assert finish_with_report(terminal) == 0
        terminal.assert_restored()
    assert options(tmp_path / FILE, built_in) == ["deels", "nee", *["ja"] * 16, None]
    found = read(tmp_path / FILE, built_in)
    assert found.answer("vast-team").missing == (TEAM, SKILLED)
    assert found.answer("vast-team").note is None
    assert (found.collaboration, found.perspective) == ("Lyceum Oost", "samen")


@pytest.mark.parametrize(("columns", "rows"), [(40, 24), (80, 24), (120, 40)])
def test_every_note_can_be_read_and_the_question_stays_on_the_screen(columns: int, rows: int, tmp_path: Path) -> None:
    with Terminal(*JOINT, *THREE, folder=tmp_path, columns=columns, rows=rows) as terminal:
        whole_question(terminal, 1)
        for _page in range(4):
            before = len(terminal.output)
            terminal.press("?")
            terminal.wait_until(lambda before=before: len(terminal.output) > before + 200, "a page of help")  # type: ignore[misc]
            terminal.wait_for_question(1)
        shown = joined(terminal.scrollback)
        terminal.press("q")
        assert terminal.finish() == 0
    for note in NOTES.values():
        assert note in shown
    assert "Jongerenwerk, notitie: Sinds maart" in shown


def test_interrupted_and_taken_up_with_the_command_that_was_told(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*JOINT, *THREE, folder=tmp_path, columns=120) as terminal:
        terminal.answer(1, ENTER)
        terminal.wait_for_conditions(1)
        terminal.press(ENTER)
        terminal.wait_for_question(2)
        terminal.press(CTRL_C)
        assert terminal.finish() == INTERRUPTED
        terminal.assert_restored()
        command = terminal.command_to_go_on()
    assert command == ["check", FILE, *THREE]
    with Terminal(*command, folder=tmp_path, columns=120) as again:
        assert "Jongerenwerk: Ja Onderwijs: Nee Gemeente: Weet niet" in whole_question(again, 2)
        again.press("b")
        assert "Nu: Deels; ontbreekt: Vast team van jongerenwerkers" in whole_question(again, 1)
        assert pointed_at(again) == "d  Deels"
        again.press("q")
        assert again.finish() == 0
        assert again.command_to_go_on() == command
    assert options(tmp_path / FILE, built_in)[:3] == ["deels", None, None]


def test_back_from_the_conditions_leaves_them_proposed(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*JOINT, *THREE, folder=tmp_path) as terminal:
        terminal.answer(1, ENTER)
        terminal.wait_for_conditions(1)
        terminal.press("b")
        terminal.answer(1, ENTER)
        terminal.wait_for_conditions(1)
        terminal.press(ENTER)
        terminal.answer(2, "q")
        assert terminal.finish() == 0
    assert read(tmp_path / FILE, built_in).answer("vast-team").missing == (TEAM,)


def piped(lines: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *words],
        input=lines,
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_in_a_pipe_an_empty_line_takes_what_all_answered(tmp_path: Path, built_in: FactorSet) -> None:
    done = piped("\n\nnee\n" + "\n" * 17, tmp_path, *JOINT, *THREE)
    assert done.returncode == 0, done.stderr
    assert options(tmp_path / FILE, built_in) == ["deels", "nee", *["ja"] * 16, None]
    assert read(tmp_path / FILE, built_in).answer("vast-team").missing == (TEAM,)
    for note in NOTES.values():
        assert note in " ".join(done.stderr.split())
    assert done.stderr.count("Een lege regel neemt over: Ja\n") == 16


def test_plain_at_a_terminal_an_empty_line_takes_it_too(tmp_path: Path, built_in: FactorSet) -> None:
    with Terminal(*JOINT, *TWO, "--plain", folder=tmp_path, columns=100) as terminal:
        terminal.wait_for_typing("1/19:")
        assert "Een lege regel neemt over: Deels" in terminal.screen
        terminal.press("\n")
        terminal.wait_until(
            lambda: "neemt over: Vast team" in joined(terminal.screen) and terminal.cursor_line == "1/19:", "conditions"
        )
        terminal.press("-\n")
        terminal.wait_for_typing("2/19:")
        terminal.press("q\n")
        assert terminal.finish() == 0
        assert terminal.command_to_go_on() == ["check", FILE, *TWO, "--plain"]
    found = read(tmp_path / FILE, built_in).answer("vast-team")
    assert (found.option, found.missing) == ("deels", ())


def test_five_partners_leave_the_question_on_a_small_screen(tmp_path: Path, built_in: FactorSet) -> None:
    beside = []
    for number in range(1, 6):
        name = f"partner-{number}.yaml"
        source = (SCHOOL, YOUTH, TOWN)[number % 3]
        (tmp_path / name).write_text(partners_file(source, built_in).replace("2026-11-23", f"2026-11-{number:02}"))
        beside += ["--beside", name]
    with Terminal(*JOINT, *beside, folder=tmp_path, columns=40) as terminal:
        assert "Iedereen antwoordde: Deels" in whole_question(terminal, 1)
        terminal.press("o")
        shown = whole_question(terminal, 2)
        assert "Gemeente (02-11-2026): Weet niet Gemeente (05-11-2026): Weet niet" in shown
        assert shown.endswith("o open laten")
        terminal.press("q")
        assert terminal.finish() == 0

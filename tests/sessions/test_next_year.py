"""A year later, in a real terminal: what was said and agreed before, and what is agreed now."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.examples import saved
from tests.sessions.steps import (
    FILE,
    NEW,
    behind,
    finish_at_report,
    goes_on_at,
    interrupted,
    joined,
    options,
    text,
)
from tests.sessions.terminal import CTRL_C, DOWN, ENTER, SPACE, Terminal
from werkzaam.domain.evaluation import Action
from werkzaam.domain.factor_set import FactorSet
from werkzaam.language import _
from werkzaam.wording.factors import condition_text

OLD = "vorig.yaml"
THIS_YEAR = date.today().year  # noqa: DTZ011 (the program goes by the day on the wall too)
LAST_YEAR = f"werkzaam-{THIS_YEAR - 1}-samen.yaml"
DEFAULT = f"werkzaam-{THIS_YEAR}-samen.yaml"
TEAM, SCHOOL = "vast-team", "aanwezig-op-school"
ACTIONS = f"""\
actions:
  - factor: {SCHOOL}
    what: Ook op donderdag in de pauze op school
    owner: jongerenwerk
    due: 2026-03-01
    status: open
  - what: Elkaar leren kennen
    status: open
  - factor: {TEAM}
    what: Iemand zoeken
    status: done
"""
ON_SCHOOL = Action("Ook op donderdag in de pauze op school", SCHOOL, "jongerenwerk", date(2026, 3, 1))
MEETING = Action("Elkaar leren kennen")
ALL_BUT_LAST = ["ja"] * 18
COMMAND = ["check", FILE]
WITH_PREVIOUS = [*COMMAND, "--previous", OLD]
long = pytest.mark.long


def last_years(factor_set: FactorSet) -> str:
    """Return a whole evaluation of the year before, with two open actions and one that is done."""
    answered = text(factor_set, ["deels", *["nee"] * 18]).replace("2026-11-23", "2025-11-23")
    named = "answer: deels\n      missing:\n        - team-is-vast\n      note: Sinds maart zijn er twee mensen.\n"
    return answered.replace("answer: deels\n", named) + ACTIONS


@pytest.fixture
def old(tmp_path: Path, built_in: FactorSet) -> Iterator[Path]:
    """Last year's file, which no session may change."""
    path = tmp_path / OLD
    path.write_text(last_years(built_in))
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
    yield path
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def wait_for_status(terminal: Terminal, what: str) -> None:
    """Wait until it is asked what became of an action."""
    last = f"3 {_('Dropped')}"
    terminal.wait_until(lambda: behind(terminal.screen, what, last) and not terminal.shows_cursor, what)


def wait_for_points(terminal: Terminal, *last: str) -> None:
    """Wait until the points to take up can be marked, the last of them too."""
    word = _("Which of the missing points will you take up? Choose a few.")
    terminal.wait_until(
        lambda: not terminal.shows_cursor and all(behind(terminal.screen, word, point) for point in last or [""]),
        "points",
    )


def wait_for_line(terminal: Terminal, question: str) -> None:
    """Wait until a line can be typed behind a question about an agreement."""
    terminal.wait_until(lambda: terminal.shows_cursor and behind(terminal.screen, question, ""), question)


def written(action: Action, status: str) -> str:
    """Return an action as it stands in a file."""
    fields = {"factor": action.factor, "what": action.what, "owner": action.owner, "due": action.due, "status": status}
    lines = [f"    {key}: {value}\n" for key, value in fields.items() if value is not None]
    return "".join(lines).replace("   ", "  -", 1)


def questions() -> tuple[str, str, str]:
    """Return what is asked of a point that is taken up: what, who and when."""
    return (
        _("What will you do?"),
        _("Who takes it up? An organisation or a role:"),
        _("By when? Day-month-year, such as 31-3-2027:"),
    )


def test_last_years_file_is_offered_to_lie_beside_a_new_one_and_nothing_of_it_is_preselected(
    tmp_path: Path, built_in: FactorSet
) -> None:
    offered = tmp_path / LAST_YEAR
    offered.write_text(last_years(built_in))
    last = condition_text(built_in.factors[0].conditions[-1], built_in.factors[0], full=False)
    with Terminal("check", folder=tmp_path, rows=40) as terminal:
        terminal.wait_until(
            lambda: joined(terminal.screen).count(LAST_YEAR) == 1 and not terminal.shows_cursor, "offer"
        )
        terminal.press("1")
        for action in (ON_SCHOOL, MEETING):
            wait_for_status(terminal, action.what)
            terminal.press("2")
        terminal.wait_for_question(1)
        shown = joined(terminal.screen)
        assert re.search(r"23-11-2025: Deels; \w+: Vast team van jongerenwerkers\b", shown)
        assert "Sinds maart zijn er twee mensen." in shown
        assert "Iemand zoeken (" in shown
        assert not any("»" in line for line in terminal.screen)
        terminal.press("d")
        terminal.wait_for_conditions(1)
        terminal.wait_until(lambda: f"[ ] {last}" in joined(terminal.screen), "all")
        assert not any("[x]" in line for line in terminal.screen)
        terminal.press(ENTER)
        terminal.wait_for_question(2)
        assert ON_SCHOOL.what in joined(terminal.screen)
        terminal.press("q")
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert terminal.command_to_go_on() == ["check", DEFAULT, "--previous", LAST_YEAR]
        goes_on_at(terminal, tmp_path, 2)
    made = saved(tmp_path / DEFAULT, built_in)
    assert (made.collaboration, made.perspective, made.actions) == ("Lyceum Oost", "samen", (ON_SCHOOL, MEETING))
    assert made.answer(TEAM).missing == ()
    assert options(tmp_path / DEFAULT, built_in)[:2] == ["deels", None]
    assert offered.read_text() == last_years(built_in)


@pytest.mark.long
def test_interrupted_at_an_action_those_before_it_are_kept_and_the_command_goes_on_with_the_others(
    tmp_path: Path, old: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, "--previous", old.name, folder=tmp_path) as terminal:
        wait_for_status(terminal, ON_SCHOOL.what)
        terminal.press("3")
        wait_for_status(terminal, MEETING.what)
        on = interrupted(terminal, CTRL_C)
    assert on == WITH_PREVIOUS
    assert (tmp_path / FILE).read_text() == text(built_in, []) + f"actions:\n{written(ON_SCHOOL, 'dropped')}"
    with Terminal(*on, folder=tmp_path) as again:
        wait_for_status(again, MEETING.what)
        assert ON_SCHOOL.what not in again.output
        again.press("o")
        again.answer(1, "q")
        assert again.finish() == 0
        assert again.command_to_go_on() == WITH_PREVIOUS
    kept = written(ON_SCHOOL, "dropped") + written(MEETING, "open")
    assert (tmp_path / FILE).read_text() == f"{text(built_in, [])}actions:\n{kept}"


def test_on_a_small_screen_what_became_of_the_old_is_said_and_a_point_is_taken_up_with_what_who_and_when(
    tmp_path: Path, old: Path, built_in: FactorSet
) -> None:
    what, who, when = questions()
    first, last = built_in.factors[0], built_in.factors[-1]
    (tmp_path / FILE).write_text(text(built_in, ["nee", *ALL_BUT_LAST[1:]]))
    with Terminal(*COMMAND, "--previous", old.name, folder=tmp_path, columns=40) as terminal:
        wait_for_status(terminal, ON_SCHOOL.what)
        for word in ("jongerenwerk", "01-03-2026", "1 ", "2 ", "3 "):
            assert behind(terminal.screen, ON_SCHOOL.what, word)
        terminal.press("1")
        wait_for_status(terminal, MEETING.what)
        terminal.press(DOWN * 3 + ENTER)
        terminal.answer(19, "n")
        wait_for_points(terminal, first.conditions[0].text, last.conditions[-1].text)
        terminal.press(SPACE + DOWN + SPACE + ENTER)
        wait_for_line(terminal, what)
        for condition in first.conditions:
            assert f"✗ {condition.text}" in joined(terminal.screen)
        terminal.press("Iemand zoeken die op donderdag in de pauze op school is" + ENTER)
        wait_for_line(terminal, who)
        assert "Iemand zoeken die op donderdag in de pauze op school is" in joined(terminal.screen)
        terminal.press("jongerenwerk" + ENTER)
        wait_for_line(terminal, when)
        terminal.press("31-2-2027" + ENTER)
        terminal.settle()
        terminal.press("\x7f" * 9 + "1-3-2999" + ENTER)
        terminal.wait_until(lambda: behind(terminal.screen, last.conditions[0].text, what), "the second point")
        wait_for_line(terminal, what)
        terminal.settle()
        terminal.press(ENTER)
        assert finish_at_report(terminal) == 0
        terminal.assert_restored()
    made = Action("Iemand zoeken die op donderdag in de pauze op school is", TEAM, "jongerenwerk", date(2999, 3, 1))
    agreed = f"actions:\n{written(ON_SCHOOL, 'done')}{written(MEETING, 'dropped')}{written(made, 'open')}"
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee", *ALL_BUT_LAST[1:], "nee"]) + agreed


@pytest.mark.long
def test_interrupted_amid_an_agreement_what_was_typed_is_kept(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["nee", *ALL_BUT_LAST[1:]]))
    with Terminal(*COMMAND, folder=tmp_path) as terminal:
        terminal.answer(19, "n")
        wait_for_points(terminal, built_in.factors[-1].conditions[-1].text)
        terminal.press(SPACE + ENTER)
        what, who, _when = questions()
        wait_for_line(terminal, what)
        terminal.press("Iemand zoeken" + ENTER)
        wait_for_line(terminal, who)
        terminal.press("jongeren")
        terminal.wait_for_typing("jongeren")
        again = interrupted(terminal, CTRL_C)
    assert again == COMMAND
    action = written(Action("Iemand zoeken", TEAM, "jongeren"), "open")
    kept = text(built_in, ["nee", *ALL_BUT_LAST[1:], "nee"]) + f"actions:\n{action}"
    assert (tmp_path / FILE).read_text() == kept
    with Terminal(*again, folder=tmp_path) as terminal:
        terminal.wait_for("1. ")
        terminal.press(ENTER)
        assert finish_at_report(terminal) == 0
    assert (tmp_path / FILE).read_text() == kept

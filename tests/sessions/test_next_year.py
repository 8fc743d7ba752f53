"""A year later, in a real terminal: what was said and agreed before, and what is agreed now."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from tests.sessions.steps import AGREE, FILE, NEW, goes_on_at, options, read, text
from tests.sessions.terminal import (
    CTRL_C,
    DOWN,
    ENTER,
    ESCAPE,
    PATIENCE,
    PROGRAM,
    SPACE,
    TOTAL,
    UP,
    Terminal,
    environment,
)
from werkzaam.domain.evaluation import Action
from werkzaam.domain.factor_set import FactorSet

INTERRUPTED = 130
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
WHAT, WHO, WHEN = "Wat gaan jullie doen?", "Wie pakt het op?", "Wanneer klaar?"
STATUS, STATUS_LINE = "Wat is ervan geworden?", "3  Vervallen"
BESIDE = (
    "Op 23-11-2025: Deels; ontbreekt: Vast team van jongerenwerkers",
    "Op 23-11-2025, notitie: Sinds maart zijn er twee mensen.",
    "Op 23-11-2025, afgesproken: Iemand zoeken (gedaan)",
)
ALL_BUT_LAST = ["ja"] * 18
COMMAND = ["check", FILE]
WITH_PREVIOUS = [*COMMAND, "--previous", OLD]


def last_years(factor_set: FactorSet, collaboration: str = "Lyceum Oost") -> str:
    """Return a whole evaluation of the year before, with two open actions and one that is done."""
    answered = text(factor_set, ["deels", *["nee"] * 18]).replace("2026-11-23", "2025-11-23")
    named = "answer: deels\n      missing:\n        - team-is-vast\n      note: Sinds maart zijn er twee mensen.\n"
    return answered.replace("answer: deels\n", named).replace("Lyceum Oost", collaboration) + ACTIONS


@pytest.fixture
def old(tmp_path: Path, built_in: FactorSet) -> Iterator[Path]:
    """Last year's file, which no session may change."""
    path = tmp_path / OLD
    path.write_text(last_years(built_in))
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
    yield path
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def actions(path: Path, factor_set: FactorSet) -> tuple[Action, ...]:
    return read(path, factor_set).actions


def wait_for_status(terminal: Terminal, number: int, total: int = 2) -> None:
    """Wait until it is asked what became of an action."""
    title = f"Eerder afgesproken ({number} van {total}):"
    terminal.wait_until(
        lambda: _behind(terminal.screen, title, STATUS_LINE) and not terminal.shows_cursor, f"action {number}"
    )


def _behind(lines: Sequence[str], first: str, then: str) -> bool:
    """Whether a text stands behind the last appearance of another."""
    shown = "\n".join(lines)
    return first in shown and then in shown[shown.rindex(first) :]


def wait_for_points(terminal: Terminal, last: str) -> None:
    """Wait until the points to take up can be marked, the last of them too."""
    terminal.wait_until(
        lambda: _behind(_joined(terminal.screen).split("○"), AGREE, last) and not terminal.shows_cursor, "points"
    )


def _joined(lines: Sequence[str]) -> str:
    """Return the text of some rows as it ran before it was wrapped."""
    return " ".join(" ".join(lines).split())


def wait_for_line(terminal: Terminal) -> None:
    """Wait until a line can be typed in answer to something that is no factor."""
    terminal.wait_until(lambda: terminal.cursor_line.rstrip() == "Antwoord:", "an empty line to type on")


def see_it_interrupted(terminal: Terminal, command: list[str]) -> None:
    terminal.press(CTRL_C)
    assert terminal.finish() == INTERRUPTED
    terminal.assert_restored()
    assert terminal.command_to_go_on() == command


# --- last year's file is offered ----------------------------------------------------------------------------------


@pytest.fixture
def offered(tmp_path: Path, built_in: FactorSet) -> Path:
    path = tmp_path / LAST_YEAR
    path.write_text(last_years(built_in))
    return path


def wait_for_offer(terminal: Terminal) -> None:
    terminal.wait_for("3  Begin een nieuwe, met niets ernaast")
    shown = "\n".join(terminal.screen)
    assert "Er is een evaluatie van vorig jaar. Wat nu?" in shown
    assert f"1  Begin een nieuwe, met {LAST_YEAR} ernaast\n" in shown
    assert f"2  Ga verder met {LAST_YEAR}\n" in shown


def test_last_years_file_is_offered_to_lie_beside_a_new_one(tmp_path: Path, offered: Path, built_in: FactorSet) -> None:
    before = offered.read_bytes()
    with Terminal("check", folder=tmp_path) as terminal:
        wait_for_offer(terminal)
        terminal.press("1")
        for number in (1, 2):
            wait_for_status(terminal, number)
            terminal.press("2")
        terminal.answer(1, "n")
        terminal.answer(2, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert terminal.command_to_go_on() == ["check", DEFAULT, "--previous", LAST_YEAR]
        goes_on_at(terminal, tmp_path, 2)
    found = read(tmp_path / DEFAULT, built_in)
    assert (found.collaboration, found.perspective, found.actions) == ("Lyceum Oost", "samen", (ON_SCHOOL, MEETING))
    assert offered.read_bytes() == before


def test_last_years_file_can_be_gone_on_with(tmp_path: Path, offered: Path, built_in: FactorSet) -> None:
    offered.write_text(offered.read_text().replace("answer: nee\nactions", "answer:\nactions"))
    with Terminal("check", folder=tmp_path) as terminal:
        wait_for_offer(terminal)
        terminal.press("2")
        terminal.answer(19, "q")
        assert terminal.finish() == 0
        assert terminal.command_to_go_on() == ["check", LAST_YEAR]
    assert [path.name for path in tmp_path.iterdir()] == [LAST_YEAR]
    assert options(offered, built_in)[17:] == ["nee", None]


def test_last_years_file_can_be_left_alone(tmp_path: Path, offered: Path, built_in: FactorSet) -> None:
    before = offered.read_bytes()
    with Terminal("check", folder=tmp_path) as terminal:
        wait_for_offer(terminal)
        terminal.press("3")
        terminal.wait_for_typing("?")
        terminal.press("Lyceum West" + ENTER)
        terminal.wait_for("Gemeente")
        terminal.press(UP + ENTER)
        terminal.wait_for_question(1)
        assert "Op 23-11-2025" not in "\n".join(terminal.screen)
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.command_to_go_on() == ["check", DEFAULT]
    assert read(tmp_path / DEFAULT, built_in).collaboration == "Lyceum West"
    assert offered.read_bytes() == before


def test_interrupted_at_the_offer_nothing_is_written(tmp_path: Path, offered: Path) -> None:
    with Terminal("check", folder=tmp_path) as terminal:
        wait_for_offer(terminal)
        see_it_interrupted(terminal, ["check"])
    assert list(tmp_path.iterdir()) == [offered]


# --- what was said and agreed before ------------------------------------------------------------------------------


def test_what_was_said_last_year_stands_beside_the_question_and_is_not_preselected(
    tmp_path: Path, old: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, "--previous", OLD, folder=tmp_path, rows=40) as terminal:
        for number in (1, 2):
            wait_for_status(terminal, number)
            terminal.press("1")
        terminal.wait_for_question(1)
        shown = "\n".join(terminal.screen)
        assert "\n".join(BESIDE) in shown
        assert any(line.strip().startswith("» j  Ja") for line in terminal.screen)
        terminal.press("d")
        terminal.wait_for_conditions(1)
        last = built_in.factors[0].conditions[-1].text
        terminal.wait_until(
            lambda: _behind(_joined(terminal.screen).split("○"), "Wat ontbreekt er?", last), "all of them"
        )
        assert not any("●" in line for line in terminal.screen)
        terminal.press(ENTER)
        terminal.wait_for_question(2)
        agreed = (
            "Op 23-11-2025: Nee\n"
            "Op 23-11-2025, afgesproken: Ook op donderdag in de pauze op school\n"
            "(jongerenwerk, uiterlijk 01-03-2026)\n"
        )
        assert agreed in "\n".join(terminal.screen)
        terminal.press("o")
        terminal.answer(3, "q")
        assert terminal.finish() == 0
    assert options(tmp_path / FILE, built_in)[:3] == ["deels", None, None]
    assert read(tmp_path / FILE, built_in).answer(TEAM).missing == ()
    assert old.exists()


def test_open_actions_are_asked_first_and_each_of_the_three_is_kept_and_not_asked_again(
    tmp_path: Path, built_in: FactorSet
) -> None:
    three = last_years(built_in).replace("status: done", "status: open")
    (tmp_path / OLD).write_text(three)
    with Terminal(*NEW, "--previous", OLD, folder=tmp_path) as terminal:
        for number, key in enumerate("123", 1):
            wait_for_status(terminal, number, 3)
            terminal.press(key)
        terminal.answer(1, "q")
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert terminal.command_to_go_on() == WITH_PREVIOUS
        shown = "\n".join(terminal.scrollback)
        assert "  • Ook op donderdag in de pauze op school (jongerenwerk, uiterlijk 01-03-2026)\n" in shown
        with Terminal(*terminal.command_to_go_on(), folder=tmp_path) as again:
            again.answer(1, "q")
            assert again.finish() == 0
            assert "Eerder afgesproken" not in again.output
    assert (tmp_path / FILE).read_text() == text(built_in, []) + (
        f"actions:\n{written(ON_SCHOOL, 'done')}{written(MEETING, 'open')}"
        f"{written(Action('Iemand zoeken', TEAM), 'dropped')}"
    )
    assert (tmp_path / OLD).read_text() == three


def test_an_action_that_is_left_is_asked_again_on_resuming_and_the_others_are_not(
    tmp_path: Path, old: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, "--previous", old.name, folder=tmp_path) as terminal:
        wait_for_status(terminal, 1)
        terminal.press("o")
        wait_for_status(terminal, 2)
        terminal.press("1")
        terminal.answer(1, "q")
        assert terminal.finish() == 0
        assert (tmp_path / FILE).read_text() == text(built_in, []) + f"actions:\n{written(MEETING, 'done')}"
        with Terminal(*terminal.command_to_go_on(), folder=tmp_path) as again:
            wait_for_status(again, 1, 1)
            assert "Ook op donderdag" in again.output
            again.press(DOWN + ENTER)
            again.answer(1, "q")
            assert again.finish() == 0
    assert (tmp_path / FILE).read_text() == text(built_in, []) + (
        f"actions:\n{written(MEETING, 'done')}{written(ON_SCHOOL, 'open')}"
    )


@pytest.mark.parametrize(("keys", "code"), [("q", 0), (CTRL_C, INTERRUPTED)])
def test_stopped_at_an_action_those_before_it_are_kept_and_the_command_goes_on_with_the_others(
    keys: str, code: int, tmp_path: Path, old: Path, built_in: FactorSet
) -> None:
    with Terminal(*NEW, "--previous", old.name, folder=tmp_path) as terminal:
        wait_for_status(terminal, 1)
        terminal.press("3")
        wait_for_status(terminal, 2)
        terminal.press(keys)
        assert terminal.finish() == code
        terminal.assert_restored()
        assert terminal.command_to_go_on() == WITH_PREVIOUS
        assert (tmp_path / FILE).read_text() == text(built_in, []) + f"actions:\n{written(ON_SCHOOL, 'dropped')}"
        with Terminal(*terminal.command_to_go_on(), folder=tmp_path) as again:
            wait_for_status(again, 1, 1)
            again.press("q")
            assert again.finish() == 0


def test_interrupted_at_a_question_the_command_to_go_on_names_last_years_file(
    tmp_path: Path, old: Path, built_in: FactorSet
) -> None:
    (tmp_path / FILE).write_text(text(built_in, []) + f"actions:\n{written(ON_SCHOOL, 'open')}")
    with Terminal(*WITH_PREVIOUS, folder=tmp_path, rows=40) as terminal:
        wait_for_status(terminal, 1, 1)
        terminal.press("1")
        terminal.answer(1, "n")
        terminal.wait_for_question(2)
        see_it_interrupted(terminal, WITH_PREVIOUS)
        with Terminal(*terminal.command_to_go_on(), folder=tmp_path, rows=40) as again:
            again.wait_for_question(2)
            assert "Op 23-11-2025: Nee" in "\n".join(again.screen)
            again.press("q")
            assert again.finish() == 0
    assert options(tmp_path / FILE, built_in)[:2] == ["nee", None]
    assert old.exists()


def test_an_earlier_evaluation_of_another_collaboration_is_told_before_the_first_question(
    tmp_path: Path, built_in: FactorSet
) -> None:
    (tmp_path / OLD).write_text(last_years(built_in, "Lyceum West"))
    with Terminal(*NEW, "--previous", OLD, folder=tmp_path, rows=40) as terminal:
        wait_for_status(terminal, 1)
        told = "De eerdere evaluatie gaat over een andere samenwerking: “Lyceum West”, niet “Lyceum Oost”."
        assert told in " ".join(" ".join(terminal.screen).split())
        terminal.press("q")
        assert terminal.finish() == 0


def test_an_earlier_evaluation_of_another_set_is_refused_before_anything_is_written(
    tmp_path: Path, built_in: FactorSet
) -> None:
    (tmp_path / OLD).write_text(last_years(built_in).replace("onderwijs-jongerenwerk", "anders"))
    with Terminal(*NEW, "--previous", OLD, folder=tmp_path) as terminal:
        assert terminal.finish() == 2
        terminal.assert_restored()
        assert f"{OLD}:2:10: Dit bestand hoort bij de factorenlijst “anders”" in terminal.output
    assert [path.name for path in tmp_path.iterdir()] == [OLD]


# --- what is agreed now -------------------------------------------------------------------------------------------


@contextmanager
def at_the_points(folder: Path, factor_set: FactorSet, *words: str, columns: int = 80) -> Iterator[Terminal]:
    """Answer the last question, so that two points can be taken up."""
    (folder / FILE).write_text(text(factor_set, ["nee", *ALL_BUT_LAST[1:]]))
    with Terminal("check", FILE, *words, folder=folder, columns=columns) as terminal:
        terminal.answer(19, "n")
        wait_for_points(terminal, factor_set.factors[-1].text)
        yield terminal


def agreed(factor_set: FactorSet, *found: str) -> str:
    """Return the file with these actions in it."""
    answered = text(factor_set, ["nee", *ALL_BUT_LAST[1:], "nee"])
    return answered + ("actions:\n" if found else "") + "".join(found)


def written(action: Action, status: str) -> str:
    """Return an action as it stands in a file."""
    fields = {"factor": action.factor, "what": action.what, "owner": action.owner, "due": action.due, "status": status}
    lines = [f"    {key}: {value}\n" for key, value in fields.items() if value is not None]
    return "".join(lines).replace("   ", "  -", 1)


@pytest.mark.parametrize("keys", [ENTER, "q", ESCAPE, SPACE + ESCAPE])
def test_enter_alone_agrees_nothing_and_so_do_q_and_escape(keys: str, tmp_path: Path, built_in: FactorSet) -> None:
    with at_the_points(tmp_path, built_in) as terminal:
        terminal.press(keys)
        assert finish_with_report_only(terminal) == 0
        terminal.assert_restored()
    assert (tmp_path / FILE).read_text() == agreed(built_in)


def finish_with_report_only(terminal: Terminal) -> int:
    """Wait for the report without pressing anything any more, then for the end."""
    terminal.wait_until(lambda: TOTAL in "\n".join(terminal.scrollback), "report")
    return terminal.finish()


def test_one_point_is_taken_up_with_what_who_and_when(tmp_path: Path, built_in: FactorSet) -> None:
    with at_the_points(tmp_path, built_in) as terminal:
        terminal.press(SPACE + ENTER)
        terminal.wait_for_typing(WHAT)
        terminal.press("Iemand zoeken" + ENTER)
        terminal.wait_for_typing(WHO)
        terminal.press("jongerenwerk" + ENTER)
        terminal.wait_for_typing(WHEN)
        terminal.press("1-3-2027" + ENTER)
        assert finish_with_report_only(terminal) == 0
        terminal.assert_restored()
        shown = "\n".join(terminal.scrollback)
        assert "Wanneer klaar? Zoals 1-3-2027: 01-03-2027\n" in shown
    made = Action("Iemand zoeken", TEAM, "jongerenwerk", date(2027, 3, 1))
    assert (tmp_path / FILE).read_text() == agreed(built_in, written(made, "open"))


def test_an_impossible_date_is_asked_again(tmp_path: Path, built_in: FactorSet) -> None:
    with at_the_points(tmp_path, built_in) as terminal:
        terminal.press(DOWN + SPACE + ENTER)
        terminal.wait_for_typing(WHAT)
        terminal.press("Praten" + ENTER)
        terminal.wait_for_typing(WHO)
        terminal.press(ENTER)
        terminal.wait_for_typing(WHEN)
        terminal.press("31-2-2027" + ENTER)
        terminal.wait_for("Schrijf een datum als 1-3-2027, of niets.")
        terminal.press("\x7f" * 9 + "28-2-2027" + ENTER)
        assert finish_with_report_only(terminal) == 0
    last = built_in.factors[-1].id
    made = Action("Praten", last, None, date(2027, 2, 28))
    assert (tmp_path / FILE).read_text() == agreed(built_in, written(made, "open"))


@pytest.mark.parametrize("leave", [ENTER, ESCAPE])
def test_enter_or_escape_leaves_out_a_point_and_who_and_when(leave: str, tmp_path: Path, built_in: FactorSet) -> None:
    with at_the_points(tmp_path, built_in) as terminal:
        terminal.press(SPACE + DOWN + SPACE + ENTER)
        terminal.wait_for_typing(WHAT)
        terminal.press(leave)
        lacking = f"✗ {built_in.factors[-1].conditions[0].text}"
        terminal.wait_until(lambda: _behind(terminal.screen, lacking, WHAT), "second point")
        terminal.wait_for_typing(WHAT)
        terminal.press("Praten" + ENTER)
        for question in (WHO, WHEN):
            terminal.wait_for_typing(question)
            terminal.press(leave)
        assert finish_with_report_only(terminal) == 0
    made = Action("Praten", built_in.factors[-1].id)
    assert (tmp_path / FILE).read_text() == agreed(built_in, written(made, "open"))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (((), ""), ""),
        (((), "Iemand zo"), "    what: Iemand zo\n"),
        ((("Iemand zoeken",), ""), "    what: Iemand zoeken\n"),
        ((("Iemand zoeken",), "jongeren"), "    what: Iemand zoeken\n    owner: jongeren\n"),
        ((("Iemand zoeken", ""), "1-3"), "    what: Iemand zoeken\n"),
        ((("Iemand zoeken", ""), "1-3-2027"), "    what: Iemand zoeken\n    due: 2027-03-01\n"),
        (
            (("Iemand zoeken", "jongerenwerk"), "2027-03-01"),
            "    what: Iemand zoeken\n    owner: jongerenwerk\n    due: 2027-03-01\n",
        ),
    ],
)
def test_interrupted_amid_an_agreement_what_was_typed_is_kept(
    said: tuple[Sequence[str], str], kept: str, tmp_path: Path, old: Path, built_in: FactorSet
) -> None:
    lines, half = said
    done = f"actions:\n{written(ON_SCHOOL, 'done')}{written(MEETING, 'done')}"
    (tmp_path / FILE).write_text(text(built_in, ["nee", *ALL_BUT_LAST[1:]]) + done)
    with Terminal("check", FILE, "--previous", old.name, folder=tmp_path) as terminal:
        terminal.answer(19, "n")
        wait_for_points(terminal, built_in.factors[-1].text)
        terminal.press(SPACE + ENTER)
        for question, line in zip((WHAT, WHO, WHEN), [*lines, half], strict=False):
            terminal.wait_for_typing(question)
            terminal.press(line)
            terminal.wait_for_typing(line)
            if line is not half:
                terminal.press(ENTER)
        see_it_interrupted(terminal, WITH_PREVIOUS)
        again = terminal.command_to_go_on()
    action = f"  - factor: {TEAM}\n{kept}    status: open\n" if kept else ""
    assert (tmp_path / FILE).read_text() == text(built_in, ["nee", *ALL_BUT_LAST[1:], "nee"]) + done + action
    with Terminal(*again, folder=tmp_path) as terminal:
        terminal.wait_for("Klaar: naar het verslag")
        terminal.press(ENTER)
        wait_for_points(terminal, built_in.factors[-1].text)
        assert (built_in.factors[0].text in _joined(terminal.screen)) is not bool(kept)
        terminal.press(ENTER)
        assert finish_with_report_only(terminal) == 0


def test_interrupted_at_the_points_nothing_is_agreed(tmp_path: Path, built_in: FactorSet) -> None:
    with at_the_points(tmp_path, built_in) as terminal:
        terminal.press(SPACE)
        terminal.wait_for("●")
        see_it_interrupted(terminal, COMMAND)
    assert (tmp_path / FILE).read_text() == agreed(built_in)


# --- the same in lines --------------------------------------------------------------------------------------------


def test_plain_mode_asks_the_same_at_a_terminal(tmp_path: Path, old: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["nee", *ALL_BUT_LAST[1:]]))
    with Terminal(*COMMAND, "--previous", old.name, "--plain", folder=tmp_path, rows=60) as terminal:
        for number, line in (1, "4"), (1, "1"), (2, "3"):
            terminal.wait_for(f"({number} van 2)")
            wait_for_line(terminal)
            terminal.press(f"{line}\n")
            if line == "4":
                terminal.wait_for("“4” is hier geen antwoord")
        terminal.wait_for_typing("19/19:")
        assert "Op 23-11-2025: Nee" in terminal.screen
        terminal.press("nee\n")
        for line, then in (
            ("1", WHAT),
            ("Iemand zoeken", WHO),
            ("jongerenwerk", WHEN),
            ("31-2-2027", "“31-2-2027” is hier geen antwoord"),
            ("1-3-2027", TOTAL),
        ):
            wait_for_line(terminal)
            terminal.press(f"{line}\n")
            terminal.wait_for(then)
        assert terminal.finish() == 0
        terminal.assert_restored()
        assert "\x1b" not in terminal.output[: terminal.output.rindex(WHEN)]
    made = Action("Iemand zoeken", TEAM, "jongerenwerk", date(2027, 3, 1))
    assert (tmp_path / FILE).read_text() == agreed(
        built_in, written(ON_SCHOOL, "done"), written(MEETING, "dropped"), written(made, "open")
    )


def test_last_years_file_is_offered_in_lines_too(tmp_path: Path, offered: Path, built_in: FactorSet) -> None:
    before = offered.read_bytes()
    with Terminal("check", "--plain", folder=tmp_path, columns=100) as terminal:
        for line in ("1", "o", "q"):
            wait_for_line(terminal)
            terminal.press(f"{line}\n")
            if line == "1":
                terminal.wait_for("(1 van 2)")
            elif line == "o":
                terminal.wait_for("(2 van 2)")
        assert terminal.finish() == 0
        assert terminal.command_to_go_on() == ["check", DEFAULT, "--previous", LAST_YEAR, "--plain"]
    assert options(tmp_path / DEFAULT, built_in) == [None] * 19
    assert offered.read_bytes() == before


def test_interrupted_amid_an_agreement_in_lines_the_lines_before_are_kept(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, [*ALL_BUT_LAST, "nee"]).replace("ja", "nee", 1))
    with Terminal(*COMMAND, "--plain", "--review", folder=tmp_path) as terminal:
        for number in range(1, 20):
            terminal.wait_for_typing(f"{number}/19:")
            terminal.press("\n")
        for line, then in ("1", WHAT), ("Iemand zoeken", WHO), ("jongeren", WHEN):
            wait_for_line(terminal)
            terminal.press(f"{line}\n")
            terminal.wait_for(then)
        wait_for_line(terminal)
        see_it_interrupted(terminal, [*COMMAND, "--review", "--plain"])
    assert (tmp_path / FILE).read_text() == agreed(built_in, written(Action("Iemand zoeken", TEAM, "jongeren"), "open"))


# --- with nobody at a terminal ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "answered"),
    [(((), "nee\n" * 19), ["nee"] * 19), (((), "\n" * 19), []), ((("--no-input",), ""), [])],
    ids=["a pipe", "a pipe of empty lines", "--no-input"],
)
def test_with_nobody_at_a_terminal_nothing_is_asked_and_open_actions_stay_open(
    call: tuple[Sequence[str], str], answered: list[str], tmp_path: Path, old: Path, built_in: FactorSet
) -> None:
    words, lines = call
    for _time in range(2):
        done = subprocess.run(
            [*PROGRAM, *NEW, "--previous", old.name, *words],
            input=lines,
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert TOTAL in done.stdout
        assert "Eerder afgesproken" not in done.stderr
        assert "pakken jullie op" not in done.stderr
        assert (tmp_path / FILE).read_text() == text(built_in, answered) + (
            f"actions:\n{written(ON_SCHOOL, 'open')}{written(MEETING, 'open')}"
        )
        lines = "\n" * 19


# --- 40 columns ---------------------------------------------------------------------------------------------------


def test_at_40_columns_everything_about_agreements_stands_there_whole(
    tmp_path: Path, old: Path, built_in: FactorSet
) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["nee", *ALL_BUT_LAST[1:]]))
    with Terminal(*COMMAND, "--previous", old.name, folder=tmp_path, columns=40) as terminal:
        wait_for_status(terminal, 1)
        assert (
            "Eerder afgesproken (1 van 2): • Ook op donderdag in de pauze op school (jongerenwerk, uiterlijk "
            "01-03-2026) o laten staan · q stoppen Wat is ervan geworden? » 1 Gedaan 2 Nog open 3 Vervallen"
        ) in _joined(terminal.screen)
        terminal.press("1")
        wait_for_status(terminal, 2)
        terminal.press("1")
        terminal.wait_for_question(19)
        assert "Op 23-11-2025: Nee" in _joined(terminal.screen)
        terminal.press("n")
        wait_for_points(terminal, built_in.factors[-1].text)
        shown = _joined(terminal.screen)
        assert (
            "Welke van de ontbrekende punten pakken jullie op? Kies er een paar. spatie kruist aan Enter is klaar; "
            f"alleen Enter slaat dit over Oppakken: » ○ {built_in.factors[0].text} ○ {built_in.factors[-1].text}"
        ) in shown
        terminal.press(SPACE + ENTER)
        terminal.wait_for_typing(WHAT)
        for condition in built_in.factors[0].conditions:
            assert f"✗ {condition.text}" in _joined(terminal.screen)
        terminal.press("Iemand zoeken die op donderdag in de pauze op school is" + ENTER)
        terminal.wait_for("organisatie")
        assert "Iemand zoeken die op donderdag in de pauze op school is" in _joined(terminal.screen)
        terminal.press("jongerenwerk" + ENTER)
        terminal.wait_for_typing(WHEN)
        terminal.press(ENTER)
        assert finish_with_report_only(terminal) == 0
    made = Action("Iemand zoeken die op donderdag in de pauze op school is", TEAM, "jongerenwerk")
    assert actions(tmp_path / FILE, built_in)[2:] == (made,)


def test_at_40_columns_the_last_of_many_points_can_be_taken_up(tmp_path: Path, built_in: FactorSet) -> None:
    (tmp_path / FILE).write_text(text(built_in, ["nee"] * 18))
    with Terminal(*COMMAND, folder=tmp_path, columns=40) as terminal:
        terminal.answer(19, "n")
        wait_for_points(terminal, "Oppakken:")
        terminal.press(UP + SPACE)
        terminal.wait_for("●")
        last = next(line for line in terminal.screen if "●" in line)
        terminal.press(ENTER)
        terminal.wait_for_typing(WHAT)
        terminal.press("Praten" + ENTER)
        terminal.wait_for("organisatie")
        terminal.press(ENTER)
        terminal.wait_for_typing(WHEN)
        terminal.press(ENTER)
        assert finish_with_report_only(terminal) == 0
    (made,) = actions(tmp_path / FILE, built_in)
    taken = built_in.factor_by_id[made.factor or ""]
    assert last.startswith(" » ● ")
    assert taken.text.startswith(last.removeprefix(" » ● "))
    assert taken.preferred  # wishes come last
    assert made.what == "Praten"

"""Plain mode as a screen reader reads it: a whole sitting in lines, and nothing that is only drawn."""

import re
from pathlib import Path

import pytest

from tests import examples
from tests.sessions.steps import interrupted
from tests.sessions.terminal import CTRL_C, Terminal
from werkzaam.language import _

EARLIER = """\
werkzaam: 1
factors: klein
version: 2
collaboration: Lyceum Oost
date: 2025-11-24
perspective: samen
answers:
  mensen:
    team: {answer: nee, note: Elke maand iemand anders.}
actions:
  - {factor: contact, what: Elkaar bellen, status: open}
"""
CALL = ("check", "b.yaml", "--date", "2026-11-23", "--factors", "klein.yaml", "--previous", "eerder.yaml")
FILLED_IN = """\
werkzaam: 1
factors: klein
version: 2
collaboration: Lyceum Oost
date: 2026-11-23
perspective: samen
answers:
  mensen:
    team:
      answer: deels
      missing:
        - is-vast
        - woont-dichtbij
    contact:
      answer: ja
      note: Sinds maart.
  plek:
    ruimte:
      answer: weet-niet
    tijd:
      answer: nee
actions:
  - factor: contact
    what: Elkaar bellen
    status: done
  - factor: team
    what: Een team zoeken
    owner: school
    due: 2999-03-01
    status: open
"""


def sitting() -> tuple[tuple[str, ...], ...]:
    """Return each line that is typed, and what is heard after it, in this order."""

    def place(number: int, category: str) -> str:
        return _("Question {number} of {total}, {category}").format(number=number, total=4, category=category)

    return (
        ("Lyceum Oost", "2. Samen (samen)"),
        ("2", "Kleine lijst", "Drie vragen.", "b.yaml", "Elkaar bellen"),
        ("4", "“4”"),
        (
            "1",
            place(1, "Mensen"),
            "Er is een vast team.",
            "Het team is vast.",
            "24-11-2025",
            "Elke maand iemand anders.",
        ),
        ("?", "ja: Ja", "nvt: Niet van toepassing"),
        ("d", "1. Vast team (is-vast)", "2. Deskundig team (is-deskundig)", "(woont-dichtbij)"),
        (
            "1 3",
            "Vast team, Team uit de wijk",
            place(2, "Mensen"),
            "Er is één aanspreekpunt.",
        ),
        ("t Sinds maart.", "Er is één aanspreekpunt.", ": Sinds maart."),
        ("b", "Er is een vast team.", "Vast team, Team uit de wijk"),
        ("", "Er is één aanspreekpunt."),
        ("misschien", "“misschien”"),
        ("ja", place(3, "Plek"), "Er is een eigen ruimte."),
        ("w", place(4, "Plek")),
        ("nee", "1. Vast team, Team uit de wijk (", "2. ", "Er is genoeg tijd."),
        ("1", "Er is een vast team.", ": Vast team"),
        ("Een team zoeken",),
        ("school",),
        ("31-2-2027", "“31-2-2027”"),
        ("1-3-2026", "“1-3-2026”"),
        (
            "1-3-2999",
            "Mensen",
            ": 75 %",
            "Plek",
            ": 0 %",
            ": 50 %",
            "Een team zoeken (school",
            "Er is genoeg tijd.",
            _("In short"),
            "b.yaml",
        ),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "eerder.yaml").write_text(EARLIER)
    return tmp_path


def wait_for_line(terminal: Terminal, heard_before: int, line: str) -> None:
    """Wait until a line can be typed that was not there before."""
    terminal.wait_until(lambda: bool(re.search(r"\n\S+: $", terminal.output[heard_before:])), f"place for {line!r}")


def heard(folder: Path, *words: str, **variables: str) -> str:
    """Return all that is on the terminal after the sitting, and see the file that it makes."""
    with Terminal(*CALL, *words, folder=folder, variables=variables) as terminal:
        before = 0
        for line, *_after in sitting():
            wait_for_line(terminal, before, line)
            before = len(terminal.output)
            terminal.press(f"{line}\n")
        assert terminal.finish() == 0
        terminal.assert_restored()
    assert (folder / "b.yaml").read_text() == FILLED_IN
    return terminal.output


def test_a_sitting_in_lines_is_heard_in_its_order_without_anything_that_is_drawn(folder: Path) -> None:
    text = heard(folder, "--plain")
    assert not re.search("[\x1b•✗✓█░─━»○●·]", text)
    left = " ".join(text.split())
    for line, *after in sitting():
        for part in [f": {line}", *after]:
            _before, there, left = left.partition(part)
            assert there, f"no {part!r} where it belongs:\n{text}"
    (folder / "b.yaml").unlink()
    assert heard(folder, TERM="dumb") == text, "a terminal that shows lines and nothing else gets the same"


def test_a_sitting_in_lines_can_be_interrupted_and_goes_on_in_lines(folder: Path) -> None:
    with Terminal(*CALL, "--plain", folder=folder) as terminal:
        before = 0
        for line, *_after in sitting()[:11]:
            wait_for_line(terminal, before, line)
            before = len(terminal.output)
            terminal.press(f"{line}\n")
        wait_for_line(terminal, before, "Ctrl-C")
        told = interrupted(terminal, CTRL_C)
        assert sorted(told[1:]) == sorted(["b.yaml", *CALL[4:], "--plain"])
    open_since = FILLED_IN.replace("answer: ja", "answer:").replace("weet-niet", "").replace("answer: nee", "answer:")
    kept = open_since.replace("answer: \n", "answer:\n").partition("  - factor: team")[0]
    assert (folder / "b.yaml").read_text() == kept

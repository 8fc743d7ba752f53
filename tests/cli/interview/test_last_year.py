"""An earlier evaluation: found in the folder, offered, and at hand while a new one is filled in."""

import io
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.cli.interview.last_year import LastYear
from werkzaam.domain.evaluation import Action

SMALL = ("--factors", "klein.yaml")
NEW = ("check", "b.yaml", "--collaboration", "X", "--perspective", "samen", "--date", "2027-11-23", *SMALL)
ACTIONS = """\
actions:
  - factor: tijd
    what: Praten
    owner: school
    due: 2027-03-01
    status: open
  - factor: team
    what: Zoeken
    status: done
  - what: Kijken
    status: open
  - factor: team
    what: Bellen
    status: dropped
"""
CARRIED = """\
actions:
  - factor: tijd
    what: Praten
    owner: school
    due: 2027-03-01
    status: open
  - what: Kijken
    status: open
"""
OLD = examples.SMALL_ANSWERS + ACTIONS


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Chooser:
    """Chooses by number, and keeps what there was to choose from."""

    def __init__(self, choice: str) -> None:
        self._choice = choice
        self.asked: list[tuple[str, dict[str, str]]] = []

    def ask_choice(self, message: str, names: Mapping[str, str]) -> str:
        self.asked.append((message, dict(names)))
        return self._choice


def choose(chooser: Chooser, perspective: str | None = None) -> tuple[Path | None, Path | None]:
    return LastYear(perspective, 2027).choose(chooser)  # type: ignore[arg-type]


@pytest.fixture
def _at_a_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("werkzaam-2026.yaml", "werkzaam-2026-samen.yaml", "werkzaam-2025-samen.yaml", "werkzaam-26.yaml"):
        (folder / name).touch()
    (folder / "werkzaam-2026-school.yaml").mkdir()
    monkeypatch.setattr(sys, "stdin", Terminal())


BOTH = {
    "1": "Begin een nieuwe, met werkzaam-2026-samen.yaml ernaast",
    "2": "Begin een nieuwe, met werkzaam-2026.yaml ernaast",
    "3": "Ga verder met werkzaam-2026-samen.yaml",
    "4": "Ga verder met werkzaam-2026.yaml",
    "5": "Begin een nieuwe, met niets ernaast",
}
TOGETHER, ALONE = Path("werkzaam-2026-samen.yaml"), Path("werkzaam-2026.yaml")


@pytest.mark.usefixtures("_at_a_terminal")
@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        ("1", (None, TOGETHER)),
        ("2", (None, ALONE)),
        ("3", (TOGETHER, None)),
        ("4", (ALONE, None)),
        ("5", (None, None)),
    ],
)
def test_all_files_of_last_year_can_lie_beside_a_new_one_or_be_gone_on_with(
    number: str, outcome: tuple[Path | None, Path | None]
) -> None:
    chooser = Chooser(number)
    assert choose(chooser) == outcome
    assert chooser.asked == [("Er is een evaluatie van vorig jaar. Wat nu?", BOTH)]


@pytest.mark.usefixtures("_at_a_terminal")
@pytest.mark.parametrize(("number", "outcome"), [("1", (None, TOGETHER)), ("2", (TOGETHER, None)), ("3", (None, None))])
def test_of_a_perspective_that_is_known_only_its_own_file_is_offered(
    number: str, outcome: tuple[Path | None, Path | None]
) -> None:
    chooser = Chooser(number)
    assert choose(chooser, "samen") == outcome
    assert list(chooser.asked[0][1].values()) == [BOTH["1"], BOTH["3"], BOTH["5"]]


@pytest.mark.usefixtures("_at_a_terminal")
def test_what_lies_beside_the_questions_already_is_not_offered() -> None:
    chooser = Chooser("2")
    last_year = LastYear(None, 2027, ["./werkzaam-2026.yaml"])
    assert last_year.choose(chooser) == (TOGETHER, None)  # type: ignore[arg-type]
    assert list(chooser.asked[0][1].values()) == [BOTH["1"], BOTH["3"], BOTH["5"]]


@pytest.mark.usefixtures("_at_a_terminal")
def test_nothing_is_offered_where_there_is_nothing_or_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    chooser = Chooser("1")
    assert choose(chooser, "school") == (None, None)
    assert LastYear(None, 2024).choose(chooser) == (None, None)  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert choose(chooser) == (None, None)
    assert chooser.asked == []


# --- the whole command, with nobody at a terminal -----------------------------------------------------------------


def test_without_anybody_to_ask_what_was_open_is_carried_over_as_open(call: Call) -> None:
    Path("oud.yaml").write_text(OLD)
    ended = call(*NEW, "--previous", "oud.yaml", "--no-input")
    assert ended.code == 0
    assert Path("b.yaml").read_text() == new_file("X") + CARRIED
    assert Path("oud.yaml").read_text() == OLD


def new_file(collaboration: str, *options: str) -> str:
    """Return a file of 2027 with one option per factor; what is left over is open."""
    given = (f" {option}" if option else "" for option in (*options, "", "", "", ""))
    team, contact, room, time, *_rest = given
    return (
        f"werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: {collaboration}\ndate: 2027-11-23\n"
        "perspective: samen\nanswers:\n"
        f"  mensen:\n    team:\n      answer:{team}\n    contact:\n      answer:{contact}\n"
        f"  plek:\n    ruimte:\n      answer:{room}\n    tijd:\n      answer:{time}\n"
    )


def test_a_pipe_sees_what_was_said_before_and_is_asked_nothing_about_agreements(call: Call) -> None:
    Path("oud.yaml").write_text(OLD)
    ended = call(*NEW, "--previous", "oud.yaml", stdin="nee\nja\nja\nnee\n")
    assert ended.code == 0
    assert Path("b.yaml").read_text() == new_file("X", "nee", "ja", "ja", "nee") + CARRIED
    assert "Eerder afgesproken" not in ended.err
    assert "pakken jullie op" not in ended.err
    said = (
        "Op 23-11-2026: Deels; ontbreekt: Deskundig team\n"
        "Op 23-11-2026, notitie: Sinds maart zijn er twee mensen.\n"
        "Op 23-11-2026, afgesproken: Zoeken (gedaan)\n"
        "Op 23-11-2026, afgesproken: Bellen (vervallen)\n"
        "Antwoorden: ja (j)"
    )
    assert said in ended.err


def test_an_empty_line_does_not_take_the_earlier_answer(call: Call) -> None:
    Path("oud.yaml").write_text(OLD)
    assert call(*NEW, "--previous", "oud.yaml", stdin="\n" * 4).code == 0
    assert Path("b.yaml").read_text() == new_file("X") + CARRIED


def test_what_was_carried_over_is_not_carried_over_again(call: Call) -> None:
    Path("oud.yaml").write_text(OLD)
    call(*NEW, "--previous", "oud.yaml", "--no-input")
    changed = Path("b.yaml").read_text().replace("what: Kijken\n    status: open", "what: Kijken\n    status: done")
    Path("b.yaml").write_text(changed)
    for words in (("--no-input",), ()):
        assert call("check", "b.yaml", *SMALL, "--previous", "oud.yaml", *words, stdin="q\n").code == 0
        assert Path("b.yaml").read_text() == changed


def test_the_command_to_go_on_names_the_earlier_file(call: Call) -> None:
    Path("met spatie.yaml").write_text(OLD)
    ended = call(*NEW, "--previous", "met spatie.yaml", stdin="ja\n")
    assert ended.code == 1
    assert ended.err.endswith("\nwerkzaam check b.yaml --previous 'met spatie.yaml' --factors klein.yaml\n")


@pytest.mark.parametrize("words", [(), ("--no-input",)])
def test_an_earlier_evaluation_of_another_collaboration_is_told(call: Call, words: tuple[str, ...]) -> None:
    Path("oud.yaml").write_text(OLD)
    ended = call(*NEW, "--previous", "oud.yaml", *words, stdin="q\n")
    message = "De eerdere evaluatie gaat over een andere samenwerking: “Lyceum Oost en Stichting Straatwerk”, niet “X”."
    assert ended.code == 0
    assert " ".join(ended.err.split()).count(message) == 1


def test_an_earlier_evaluation_of_the_same_collaboration_is_not_remarked_upon(call: Call) -> None:
    Path("oud.yaml").write_text(OLD.replace("Lyceum Oost en Stichting Straatwerk", "x "))
    assert "andere samenwerking" not in call(*NEW, "--previous", "oud.yaml", "--no-input").err


@pytest.mark.parametrize(
    ("old", "message"),
    [
        (
            OLD.replace("factors: klein", "factors: schaal"),
            (
                "oud.yaml:2:10: Dit bestand hoort bij de factorenlijst “schaal”, niet bij “klein”: noem die lijst met "
                "--factors."
            ),
        ),
        ("werkzaam: [", "oud.yaml:1:12: Vóór deze plek gaat een haakje open dat niet dichtgaat."),
    ],
)
def test_an_earlier_file_that_cannot_be_used_ends_it_before_anything_is_written(
    call: Call, old: str, message: str
) -> None:
    Path("oud.yaml").write_text(old)
    ended = call(*NEW, "--previous", "oud.yaml", "--no-input")
    assert (ended.code, ended.out, ended.err, Path("b.yaml").exists()) == (2, "", f"{message}\n", False)


def test_what_was_agreed_about_a_factor_that_is_no_more_is_carried_over_without_it(call: Call) -> None:
    Path("oud.yaml").write_text(
        OLD.replace("version: 2", "version: 1").replace("- factor: tijd", "- factor: vervallen-factor")
    )
    assert call(*NEW, "--previous", "oud.yaml", "--no-input").code == 0
    assert Path("b.yaml").read_text() == new_file("X") + CARRIED.replace("- factor: tijd\n    what", "- what")


def test_the_earlier_file_can_come_through_a_pipe(call: Call) -> None:
    assert call(*NEW, "--previous", "-", "--no-input", stdin=OLD).code == 0
    assert Path("b.yaml").read_text() == new_file("X") + CARRIED


def test_actions_that_cannot_be_kept_end_it_with_what_is_not_in_the_file_beside_it(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("oud.yaml").write_text(OLD)

    def spoiled(_tree: object, _action: Action) -> str:
        return "werkzaam: ["

    monkeypatch.setattr("werkzaam.files.store.with_action", spoiled)
    ended = call(*NEW, "--previous", "oud.yaml", "--no-input")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("\nJouw antwoorden staan in b.yaml.rescue.\n")
    assert Path("b.yaml").read_text() == new_file("X")
    assert Path("b.yaml.rescue").read_text() == new_file("X") + CARRIED.removesuffix(
        "  - what: Kijken\n    status: open\n"
    )


def test_a_file_cannot_be_filled_in_beside_itself(call: Call, folder: Path) -> None:
    before = (folder / "a.yaml").read_text()
    for file in ("a.yaml", "./a.yaml"):
        assert call("check", "a.yaml", "--previous", file, "--no-input", "--factors", "klein.yaml") == Done(
            2, "", "a.yaml: dit bestand kan niet ook het eerdere zijn; noem een ander.\n"
        )
    assert (folder / "a.yaml").read_text() == before


def test_a_file_that_is_there_can_be_filled_in_beside_an_earlier_one_from_a_pipe(call: Call, folder: Path) -> None:
    before = (folder / "a.yaml").read_text()
    old = OLD.replace("Lyceum Oost en Stichting Straatwerk", "X")
    assert call("check", "a.yaml", *SMALL, "--previous", "-", "--no-input", stdin=old).code == 0
    assert (folder / "a.yaml").read_text() == before + CARRIED

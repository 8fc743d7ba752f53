"""`werkzaam diff`: what it reads, where it writes, and how it ends."""

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests import examples
from tests.cli.calling import Call, Done

SMALL = ("--factors", "klein.yaml")
FORMATS = ("table", "json", "markdown")
OLD = examples.SMALL_ANSWERS
NEW = OLD.replace("2026-11-23", "2027-11-22").replace("answer: nee", "answer: ja").replace("answer:\n", "answer: nee\n")
ACTION = "actions:\n  - factor: tijd\n    what: Overleg\n    status: open\n"

CHANGED = """\
Lyceum Oost en Stichting Straatwerk
Van 23-11-2026, Samen naar 22-11-2027, Samen

Categorie                       Was           Is nu  Verschil
Mensen               75 % (2 van 2)  75 % (2 van 2)         =
Plek                    – (0 van 1)   0 % (1 van 1)
Alle factoren samen  75 % (2 van 3)  50 % (3 van 3)       -25

Wat er anders is beantwoord ────────────────────────────────────────────────────
Plek
  Er is een eigen ruimte. (een wens)
    Nee, nu Ja
    Nu op orde: Eigen ruimte, Centrale ruimte
  Er is genoeg tijd.
    open, nu Nee
"""

ENGLISH = """\
Lyceum Oost en Stichting Straatwerk
From 2026-11-23, Together to 2027-11-22, Together

Category                        Was             Is  Change
People                75 % (2 of 2)  75 % (2 of 2)       =
Place                    – (0 of 1)   0 % (1 of 1)
All factors together  75 % (2 of 3)  50 % (3 of 3)     -25

What is answered otherwise ─────────────────────────────────────────────────────
Place
  There is a room of their own. (a wish)
    No, now Yes
    In place now: Own room, Central room
  There is enough time.
    open, now No
"""


@pytest.fixture(autouse=True)
def _later_file(folder: Path) -> None:
    (folder / "b.yaml").write_text(NEW)


@pytest.mark.parametrize(("lang", "expected"), [("nl", CHANGED), ("en", ENGLISH)])
def test_what_changed_goes_to_stdout(call: Call, lang: str, expected: str) -> None:
    assert call("diff", "a.yaml", "b.yaml", *SMALL, "--lang", lang) == Done(0, expected, "")


@pytest.mark.parametrize("form", FORMATS)
def test_either_side_can_come_through_a_pipe(call: Call, form: str) -> None:
    words = (*SMALL, "--format", form)
    expected = call("diff", "a.yaml", "b.yaml", *words)
    assert (expected.code, expected.err) == (0, "")
    assert call("diff", "-", "b.yaml", *words, stdin=OLD) == expected
    assert call("diff", "a.yaml", "-", *words, stdin=NEW) == expected


def test_stdin_holds_one_file(call: Call) -> None:
    assert call("diff", "-", "-", *SMALL, stdin=OLD) == Done(
        2, "", "- kan maar één keer worden genoemd: stdin bevat één bestand.\n"
    )


# --- what is not there ------------------------------------------------------------------------------------------


def test_an_evaluation_that_came_to_be(call: Call) -> None:
    ended = call("diff", "/dev/null", "a.yaml", *SMALL)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Lyceum Oost en Stichting Straatwerk\nVan niets naar 23-11-2026, Samen\n")
    assert "\nMensen               – (0 van 2)  75 % (2 van 2)\n" in ended.out
    assert "    open, nu Deels\n    Ontbreekt nu: " not in ended.out, "nobody knew before what was in place"
    assert "    open, nu Deels\n    Notitie is nu: Sinds maart zijn er twee mensen.\n" in ended.out


def test_an_evaluation_that_went(call: Call) -> None:
    ended = call("diff", "a.yaml", "/dev/null", *SMALL)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Lyceum Oost en Stichting Straatwerk\nVan 23-11-2026, Samen naar niets\n")
    assert "    Deels, nu open\n    Notitie was: Sinds maart zijn er twee mensen.\n" in ended.out


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_does_not_differ_from_nothing(call: Call, form: str) -> None:
    ended = call("diff", "/dev/null", "/dev/null", *SMALL, "--format", form, "--exit-code")
    assert (ended.code, ended.err) == (0, "")
    if form == "json":
        assert json.loads(ended.out)["old"] == json.loads(ended.out)["new"]
    else:
        assert "Kleine lijst" in ended.out.splitlines()[0]
        assert "Van niets naar niets" in ended.out


def test_something_differs_from_nothing(call: Call) -> None:
    assert call("diff", "/dev/null", "a.yaml", *SMALL, "--exit-code").code == 1
    assert call("diff", "a.yaml", "/dev/null", *SMALL, "--exit-code").code == 1


# --- exit codes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(OLD, OLD.replace("answer: ja", "answer: nee"), id="an answer"),
        pytest.param(OLD, OLD.replace("answer: ja", "answer:"), id="no answer any more"),
        pytest.param(OLD, OLD.replace("- is-deskundig", "- is-vast"), id="what is missing"),
        pytest.param(OLD, OLD.replace("      missing:\n        - is-deskundig\n", ""), id="Not said what is missing"),
        pytest.param(OLD, OLD.replace("twee mensen", "drie mensen"), id="a note"),
        pytest.param(OLD, OLD.replace("      note: Sinds maart zijn er twee mensen.\n", ""), id="a note that went"),
        pytest.param(OLD, OLD.replace("    tijd:\n", "    tijd:\n      note: Navragen.\n"), id="at an open factor"),
        pytest.param(OLD, OLD + ACTION, id="an action"),
        pytest.param(OLD + ACTION, OLD + ACTION.replace("open", "done"), id="an action that is done"),
        pytest.param(OLD + ACTION, OLD + ACTION + "    owner: school\n", id="an action that somebody took up"),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_a_change_can_be_the_exit_code(call: Call, form: str, old: str, new: str) -> None:
    Path("oud.yaml").write_text(old)
    Path("nieuw.yaml").write_text(new)
    for pair in (("oud.yaml", "nieuw.yaml"), ("nieuw.yaml", "oud.yaml")):
        words = ("diff", *pair, *SMALL, "--format", form)
        without = call(*words)
        assert (without.code, without.err) == (0, "")
        assert call(*words, "--exit-code") == Done(1, without.out, "")


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(OLD, id="nothing"),
        pytest.param(OLD.replace("2026-11-23", "2027-11-22"), id="the date"),
        pytest.param(OLD.replace("answers:", "note: Besproken.\nanswers:"), id="the note of the file"),
        pytest.param(OLD.replace("perspective: samen", "perspective: school"), id="the side"),
        pytest.param(OLD.replace("Lyceum Oost", "Lyceum West"), id="the collaboration"),
        pytest.param("# van ons\n" + OLD.replace("answer: ja", "answer: 'ja'  # zeker"), id="comments and quotes"),
        pytest.param(OLD.replace("    tijd:\n      answer:\n", ""), id="an open factor that is left out"),
        pytest.param(OLD + "actions: []\n", id="no actions"),
    ],
)
def test_what_is_no_answer_note_or_action_is_no_change(call: Call, new: str) -> None:
    Path("nieuw.yaml").write_text(new)
    ended = call("diff", "a.yaml", "nieuw.yaml", *SMALL, "--exit-code")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("\nNiets.\n")


def test_the_same_action_in_both_is_no_change(call: Call) -> None:
    for name in ("a.yaml", "b.yaml"):
        Path(name).write_text(OLD + ACTION)
    ended = call("diff", "a.yaml", "b.yaml", *SMALL, "--exit-code")
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "• nog open: Overleg")


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_an_action_whose_day_is_over_is_marked(call: Call, form: str) -> None:
    Path("b.yaml").write_text(NEW + ACTION + "    due: 2020-01-01\n  - what: Bellen\n    due: 9999-12-31\n")
    ended = call("diff", "a.yaml", "b.yaml", *SMALL, "--format", form)
    assert "nieuw: Overleg (uiterlijk 01-01-2020, over tijd)\n" in ended.out
    assert "nieuw: Bellen (uiterlijk 31-12-9999)\n" in ended.out


def test_what_has_no_effect_is_no_change_but_is_told(call: Call) -> None:
    Path("b.yaml").write_text(OLD.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n"))
    ended = call("diff", "a.yaml", "b.yaml", *SMALL, "--exit-code")
    assert (ended.code, ended.err) == (
        0,
        "b.yaml:19:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen na een gedeeltelijk antwoord.\n",
    )


OTHER_SET = (
    "ander.yaml:2:10: Dit bestand hoort bij de factorenlijst “schaal”, niet bij “klein”: noem die lijst met "
    "--factors.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("weg.yaml", "b.yaml", "weg.yaml: dit bestand bestaat niet.\n"),
        ("a.yaml", "weg.yaml", "weg.yaml: dit bestand bestaat niet.\n"),
        ("a.yaml", ".", ".: dit is een map; noem een bestand erin.\n"),
        ("a.yaml", "stuk.yaml", "stuk.yaml:3:1: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n"),
        ("ander.yaml", "a.yaml", OTHER_SET),
        ("a.yaml", "ander.yaml", OTHER_SET),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_cannot_be_used_leaves_stdout_empty(
    call: Call, form: str, old: str, new: str, message: str
) -> None:
    Path("stuk.yaml").write_text("werkzaam: 1\nfactors: [\n")
    Path("ander.yaml").write_text(OLD.replace("factors: klein", "factors: schaal"))
    assert call("diff", old, new, *SMALL, "--format", form, "--exit-code") == Done(2, "", message)


@pytest.mark.parametrize("words", [(), ("a.yaml",), ("a.yaml", "b.yaml", "a.yaml")])
def test_it_takes_two_files(call: Call, words: tuple[str, ...]) -> None:
    ended = call("diff", *words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err


# --- versions of the set ----------------------------------------------------------------------------------------

OLDER = OLD.replace("version: 2", "version: 1").replace("    tijd:\n      answer:\n", "    bureau:\n      answer: ja\n")
"""Of a time when nobody asked about time yet, and about an office still."""
RETIRED = (
    "a.yaml:19:5: let op: “bureau” is vervallen: deze versie van de factorenlijst heeft het niet meer. "
    "Het blijft in het bestand staan.\n"
)


def test_factors_that_one_version_lacks_are_named_and_not_compared(call: Call) -> None:
    Path("a.yaml").write_text(OLDER)
    ended = call("diff", "a.yaml", "b.yaml", *SMALL)
    assert (ended.code, ended.err) == (0, RETIRED)
    assert ended.out.endswith(
        "    Nee, nu Ja\n    Nu op orde: Eigen ruimte, Centrale ruimte\n\n"
        "Vervallen, en niet vergeleken: bureau.\n\nNiet overal gevraagd, en niet vergeleken: tijd.\n"
    )
    assert "Er is genoeg tijd." not in ended.out
    found = json.loads(call("diff", "b.yaml", "a.yaml", *SMALL, "--format", "json").out)
    assert (found["retired"], found["added"]) == (["bureau"], ["tijd"])
    assert [factor["factor"] for factor in found["factors"]] == ["ruimte"]


def test_a_version_alone_is_no_change(call: Call) -> None:
    Path("a.yaml").write_text(OLDER)
    Path("b.yaml").write_text(OLD.replace("answer:\n", "answer: ja\n"))
    assert call("diff", "a.yaml", "b.yaml", *SMALL, "--exit-code").code == 0


def test_a_newer_version_is_refused(call: Call) -> None:
    Path("b.yaml").write_text(NEW.replace("version: 2", "version: 3"))
    ended = call("diff", "a.yaml", "b.yaml", *SMALL)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("b.yaml:3:10: Dit bestand is ingevuld met versie 3 van de factorenlijst")


# --- where it goes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_gets_exactly_what_stdout_would(call: Call, form: str) -> None:
    words = ("diff", "a.yaml", "b.yaml", *SMALL, "--format", form)
    shown = call(*words)
    assert call(*words, "--output", "uit.txt") == Done(0, "", "")
    assert Path("uit.txt").read_bytes() == shown.out.encode()
    assert call(*words, "--output", "uit.txt", "--exit-code") == Done(1, "", "")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", ["a.yaml", "./b.yaml", "klein.yaml", "link"])
def test_what_it_is_made_from_is_not_replaced(call: Call, form: str, path: str) -> None:
    Path("link").symlink_to("b.yaml")
    before = {item: item.read_bytes() for item in Path.cwd().iterdir()}
    ended = call("diff", "a.yaml", "b.yaml", *SMALL, "--format", form, "--output", path)
    name = path.removeprefix("./")
    assert ended == Done(2, "", f"{name}: het resultaat zou vervangen waaruit het is gemaakt.\n")
    assert {item: item.read_bytes() for item in Path.cwd().iterdir()} == before


def test_nothing_may_be_input_and_output_both(call: Call) -> None:
    assert call("diff", "/dev/null", "a.yaml", *SMALL, "--output", "/dev/null") == Done(0, "", "")


@pytest.mark.parametrize(
    ("form", "near"), [("jsno", " Bedoelde je “json”?"), ("Markdown", " Bedoelde je “markdown”?"), ("html", "")]
)
def test_a_format_that_is_not_there_is_refused(call: Call, form: str, near: str) -> None:
    assert call("diff", "a.yaml", "b.yaml", *SMALL, "--format", form) == Done(
        2, "", f"De vorm “{form}” is er niet; kies een van table, json, markdown.{near}\n"
    )


@pytest.mark.parametrize("width", [40, 80])
def test_the_width_of_a_table_can_be_asked_for(call: Call, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = call("diff", "a.yaml", "b.yaml", *SMALL)
    assert max(map(cell_len, shown.out.splitlines())) == width


def test_a_difference_changes_nothing_in_the_folder(call: Call) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()}
    for form in FORMATS:
        assert call("diff", "a.yaml", "b.yaml", "--format", form, *SMALL).code == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()} == before

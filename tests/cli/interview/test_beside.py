"""`werkzaam check --beside`, with lines from a pipe: what is shown, taken, refused, and never written."""

from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from tests.cli.interview.test_last_year import OLD, SMALL, Terminal, new_file
from werkzaam.cli.interview.others import read_partners
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import UserError

SCHOOL = """\
werkzaam: 1
factors: klein
version: 2
collaboration: X
date: 2027-11-16
perspective: school
answers:
  mensen:
    team:
      answer: deels
      missing: [is-vast, is-deskundig]
      note: Wisselende gezichten.
    contact: {answer: ja}
  plek:
    ruimte: {answer: weet-niet}
actions:
  - factor: contact
    what: Bellen
    status: open
"""
TOGETHER = (
    SCHOOL.replace("perspective: school", "perspective: samen")
    .replace("[is-vast, is-deskundig]", "[is-deskundig]")
    .replace("      note: Wisselende gezichten.\n", "")
    .replace("contact: {answer: ja}", "contact: {answer: nee}")
    .split("actions:")[0]
)
ABOUT = ("--perspective", "samen", "--date", "2027-11-23", *SMALL)
BESIDE = ("--beside", "samen.yaml", "--beside", "school.yaml")
JOINT = ("check", "b.yaml", *ABOUT, *BESIDE)
NAMED = "deels\n      missing:\n        - is-deskundig"


@pytest.fixture(autouse=True)
def _partners(folder: Path) -> None:
    (folder / "school.yaml").write_text(SCHOOL)
    (folder / "samen.yaml").write_text(TOGETHER)


def text(path: str = "b.yaml") -> str:
    return Path(path).read_text()


def asked(ended: Done) -> str:
    """Return what was said from the first question on."""
    return ended.err[ended.err.index("\nVraag 1 van 4") :]


SEEN = """
Vraag 1 van 4, Mensen
Er is een vast team.
3 voorwaarden:
Het team is vast.
Deskundig team
Team uit de wijk (een wens)
Iedereen antwoordde: Deels
School, ontbreekt: Vast team, Deskundig team
School, notitie: Wisselende gezichten.
Samen, ontbreekt: Deskundig team
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
Een lege regel neemt over: Deels
Verder: o laten staan, b terug, q stoppen, vraagteken (?) uitleg, t met tekst
schrijft een notitie.
1/4:
Gekozen: Deels
Welke voorwaarden ontbreken?
1. Vast team (is-vast)
2. Deskundig team (is-deskundig)
3. Team uit de wijk (een wens) (woont-dichtbij)
Een lege regel neemt over: Deskundig team
Schrijf nummers of namen op één regel; een streepje (-) noemt er geen, b gaat
terug, q stopt.
1/4:
Ontbreekt: Deskundig team

Vraag 2 van 4, Mensen
Er is één aanspreekpunt.
1 voorwaarde:
Eén aanspreekpunt
School: Ja
School, afgesproken: Bellen
Samen: Nee
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
2/4:
Blijft zoals het is.

Vraag 3 van 4, Plek
Er is een eigen ruimte.
Dit is een wens: die telt niet mee in de score.
2 voorwaarden:
Eigen ruimte
Centrale ruimte
Iedereen antwoordde: Weet niet
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
Een lege regel neemt over: Weet niet
3/4:
Gekozen: Weet niet

Vraag 4 van 4, Plek
Er is genoeg tijd.
Niemand gaf hier antwoord.
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
4/4:
Blijft zoals het is.
"""


def test_empty_lines_take_what_all_answered_and_leave_open_where_they_differ(call: Call) -> None:
    ended = call(*JOINT, stdin="\n" * 5)
    assert ended.code == 0
    shown = "\n".join(line.rstrip() for line in asked(ended).splitlines())
    assert shown.startswith(SEEN)
    assert text() == new_file("X", NAMED, "", "weet-niet")
    assert (text("school.yaml"), text("samen.yaml")) == (SCHOOL, TOGETHER)


@pytest.mark.parametrize(
    ("lines", "options"),
    [
        ("deels\n-\nja\no\nnee\n", ("deels", "ja", "", "nee")),
        (
            "\n1 3\nja\n\nnee\n",
            (NAMED.replace("is-deskundig", "is-vast\n        - woont-dichtbij"), "ja", "weet-niet", "nee"),
        ),
        ("nee\nja\nja\nja\n", ("nee", "ja", "ja", "ja")),
    ],
)
def test_what_is_said_together_goes_before_partners(call: Call, lines: str, options: tuple[str, ...]) -> None:
    assert call(*JOINT, stdin=lines).code == 0
    assert text() == new_file("X", *options)


def test_nothing_is_taken_over_before_it_is_asked(call: Call) -> None:
    assert call(*JOINT, stdin="q\n").code == 0
    assert text() == new_file("X")


def test_a_review_walks_through_all_and_an_empty_line_keeps_what_is_in_the_file(call: Call) -> None:
    before = new_file("X", "nee", "nvt", "", "ja")
    Path("b.yaml").write_text(before)
    ended = call(*JOINT, "--review", stdin="\n" * 4)
    assert ended.code == 0
    assert "Iedereen antwoordde: Deels\n" in ended.err
    assert text() == new_file("X", "nee", "nvt", "weet-niet", "ja")


def test_one_partner_alone_is_what_all_answered(call: Call) -> None:
    ended = call("check", "b.yaml", *ABOUT, "--beside", "school.yaml", stdin="\n" * 5)
    assert "School: Deels; ontbreekt: Vast team, Deskundig team\nSchool, notitie: Wisselende gezichten.\n" in ended.err
    both = NAMED.replace("- is-deskundig", "- is-vast\n        - is-deskundig")
    assert text() == new_file("X", both, "ja", "weet-niet")


def test_last_year_lies_beside_too_and_changes_nothing_of_what_is_taken(call: Call) -> None:
    Path("oud.yaml").write_text(OLD.replace("Lyceum Oost en Stichting Straatwerk", "X").split("actions:")[0])
    ended = call(*JOINT, "--previous", "oud.yaml", stdin="\n" * 5)
    assert ended.code == 0
    assert "Op 23-11-2026: Nee\nIedereen antwoordde: Weet niet\nAntwoorden:" in ended.err
    assert text() == new_file("X", NAMED, "", "weet-niet")


def test_what_partners_agreed_is_shown_and_not_carried_over(call: Call) -> None:
    ended = call(*JOINT, stdin="\n" * 5)
    assert "School, afgesproken: Bellen\n" in ended.err
    assert "actions:" not in text()


def test_the_command_to_go_on_names_every_partner_as_it_was_named(call: Call) -> None:
    Path("school.yaml").rename("de school.yaml")
    ended = call("check", "b.yaml", *ABOUT, "--beside", "./samen.yaml", "--beside", "de school.yaml", stdin="ja\n")
    assert ended.code == 1
    assert ended.err.endswith(
        "\nwerkzaam check b.yaml --beside ./samen.yaml --beside 'de school.yaml' --factors klein.yaml\n"
    )


# --- what it is about ---------------------------------------------------------------------------------------------


def test_the_name_that_all_partners_give_is_taken_over_and_told(call: Call) -> None:
    ended = call(*JOINT, stdin="q\n")
    assert ended.err.startswith("Samenwerking: X, zoals bij de partners.\n\nKleine lijst\nX, 23-11-2027\n")
    assert "Over welke samenwerking gaat het?" not in ended.err


def test_where_partners_name_different_ones_it_is_asked_and_told(call: Call) -> None:
    Path("samen.yaml").write_text(TOGETHER.replace("collaboration: X", "collaboration: Y"))
    ended = call(*JOINT, stdin="x\nq\n")
    assert ended.err.startswith("Over welke samenwerking gaat het?\n")
    assert ended.err.count("gaat over een andere samenwerking") == 1
    assert "samen.yaml gaat over een andere samenwerking: “Y”, niet “x”.\n" in ended.err
    assert "collaboration: x\n" in text()


def test_from_whose_side_it_is_is_still_asked(call: Call) -> None:
    ended = call("check", "--date", "2027-11-23", *SMALL, *BESIDE, stdin="2\nq\n")
    assert ended.code == 0
    assert "Wie vult dit in?\n" in ended.err
    assert text("werkzaam-2027-samen.yaml") == new_file("X")


def test_a_partners_own_file_is_not_offered_to_go_on_with(call: Call) -> None:
    Path("school.yaml").rename("werkzaam-2027-school.yaml")
    words = ("check", "--date", "2027-11-23", *SMALL, "--beside", "./werkzaam-2027-school.yaml")
    ended = call(*words, stdin=Terminal("2\nq\n"))
    assert ended.code == 0
    assert "Verdergaan" not in ended.err
    assert text("werkzaam-2027-samen.yaml") == new_file("X")
    again = call(*words, stdin=Terminal("1\nq\n"))
    assert "dit jaar?\n1. werkzaam-2027-samen.yaml\n2. Nee, begin een nieuwe\n" in again.err


# --- what cannot be -----------------------------------------------------------------------------------------------


def test_without_anybody_to_ask_it_would_have_no_effect_and_is_refused(call: Call) -> None:
    assert call(*JOINT, "--collaboration", "X", "--no-input") == Done(
        2, "", "--beside doet niets bij --no-input, dat geen vragen stelt: laat een van de twee weg.\n"
    )
    assert not Path("b.yaml").exists()


def test_stdin_is_for_the_answers(call: Call) -> None:
    message = "--beside -: via stdin komen de antwoorden op de vragen; noem een bestand.\n"
    assert call("check", "b.yaml", *ABOUT, "--beside", "-", stdin=SCHOOL) == Done(2, "", message)


@pytest.mark.parametrize("again", ["school.yaml", "./school.yaml", "link.yaml"])
def test_a_partner_that_is_named_twice_would_always_agree_and_is_refused(call: Call, again: str) -> None:
    Path("link.yaml").symlink_to("school.yaml")
    assert call(*JOINT, "--beside", again) == Done(2, "", f"--beside {again}: dit bestand wordt twee keer genoemd.\n")
    assert not Path("b.yaml").exists()


@pytest.mark.parametrize("file", ["school.yaml", "./school.yaml"])
def test_a_file_cannot_lie_beside_itself(call: Call, file: str) -> None:
    ended = call("check", "school.yaml", *SMALL, "--beside", file, stdin="ja\n" * 4)
    assert ended == Done(2, "", "school.yaml: dit bestand ligt al naast de vragen; vul een ander in.\n")
    assert text("school.yaml") == SCHOOL


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("factors: klein", "factors: schaal", "samen.yaml:2:10: Dit bestand hoort bij de factorenlijst “schaal”"),
        ("answer: nee", "answer: niet", "samen.yaml:12:23: “niet” is geen antwoord bij deze factor"),
        ("werkzaam: 1\n", "werkzaam: [\n", "samen.yaml:"),
    ],
)
def test_a_partners_file_that_cannot_be_used_ends_it_before_anything_is_written(
    call: Call, old: str, new: str, message: str
) -> None:
    Path("samen.yaml").write_text(TOGETHER.replace(old, new))
    ended = call(*JOINT, stdin="ja\n")
    assert (ended.code, ended.out, Path("b.yaml").exists()) == (2, "", False)
    assert ended.err.startswith(message)


@pytest.mark.parametrize(
    ("file", "message"),
    [("weg.yaml", "weg.yaml: dit bestand bestaat niet.\n"), ("", ".: dit is een map; noem een bestand erin.\n")],
)
def test_a_partners_file_that_is_not_there_is_refused(call: Call, file: str, message: str) -> None:
    assert call("check", "b.yaml", *ABOUT, "--beside", file, stdin="ja\n") == Done(2, "", message)


def test_what_has_no_effect_in_a_partners_file_is_told(call: Call) -> None:
    Path("samen.yaml").write_text(TOGETHER.replace("{answer: nee}", "{answer: nee, missing: [een-punt]}"))
    ended = call(*JOINT, stdin="q\n")
    assert ended.code == 0
    assert ended.err.startswith("samen.yaml:12:28: let op: Wat ontbreekt telt hier niet mee")


def test_a_partners_file_of_an_older_version_lies_beside_as_far_as_it_is_known(call: Call) -> None:
    Path("samen.yaml").write_text(
        TOGETHER.replace("version: 2", "version: 1").replace("contact: {answer: nee}", "oud: {answer: nee}")
    )
    ended = call(*JOINT, stdin="\n" * 5)
    assert ended.code == 0
    assert "School: Ja\nSchool, afgesproken: Bellen\nSamen: open\n" in ended.err
    assert text() == new_file("X", NAMED, "", "weet-niet")


def test_partners_come_in_the_order_of_the_set(small: FactorSet) -> None:
    Path("geen.yaml").write_text(SCHOOL.replace("perspective: school\n", ""))
    found = read_partners(["samen.yaml", "school.yaml", "geen.yaml"], small, print)
    assert [entry.file for entry in found] == ["geen.yaml", "school.yaml", "samen.yaml"]
    with pytest.raises(UserError):
        read_partners(["samen.yaml", "-"], small, print)
    assert read_partners([], small, print) == []


def test_other_scales_are_taken_over_as_they_are(call: Call) -> None:
    head = "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: X\ndate: 2027-11-23\nanswers:\n  all:\n"
    answers = "    first: {answer: '3'}\n    second: {answer: '0'}\n    third: {answer: done}\n"
    for name in ("een.yaml", "twee.yaml"):
        Path(name).write_text(head + answers)
    words = ("check", "b.yaml", "--date", "2027-11-23", "--factors", "schaal.yaml", "--beside", "een.yaml")
    assert call(*words, "--beside", "twee.yaml", stdin="\n" * 3).code == 0
    assert text() == head + (
        "    first:\n      answer: '3'\n    second:\n      answer: '0'\n    third:\n      answer: done\n"
    )
    assert text("schaal.yaml") == examples.OTHER_SCALE

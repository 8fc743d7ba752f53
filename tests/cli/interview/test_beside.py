"""`werkzaam check --beside`, with lines from a pipe: what is shown, taken, refused, and never written."""

import re
from pathlib import Path

import pytest

from tests.cli.calling import SMALL, Call, Done, places, refused, told
from tests.cli.interview.earlier import OLD, Terminal, new_file, text
from werkzaam.language import _

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


def about_partners(ended: Done) -> list[str]:
    """Return the lines that tell what partners say, and how to take that over."""
    starts = ("All answered", "School", "Together:", "Together,", "Nobody answered", "To take over", "On ")
    return [line.rstrip() for line in ended.err.splitlines() if line.startswith(starts)]


SEEN = [
    "All answered: Partly",
    "School, missing: Permanent team, Skilled team",
    "School, note: Wisselende gezichten.",
    "Together, missing: Skilled team",
    "To take over what partners answered (Partly), write deels.",
    "To take over what partners named (Skilled team), write 2.",
    "School: Yes",
    "School, agreed: Bellen",
    "Together: No",
    "All answered: Don't know",
    "To take over what partners answered (Don't know), write weet-niet.",
    "Nobody answered this.",
]


def test_what_all_answered_is_told_with_how_to_take_it_over(call: Call) -> None:
    ended = call(*JOINT, "--lang", "en", stdin="deels\n2\n\nweet-niet\n\n")
    assert (ended.code, about_partners(ended)) == (0, SEEN)
    assert text() == new_file("X", NAMED, "", "weet-niet")
    assert (text("school.yaml"), text("samen.yaml")) == (SCHOOL, TOGETHER)


def test_empty_lines_give_no_answer_whatever_partners_answered(call: Call) -> None:
    assert call(*JOINT, stdin="\n" * 4).code == 0
    assert text() == new_file("X")


@pytest.mark.parametrize(
    ("lines", "options"),
    [
        ("deels\n\nja\no\nnee\n", ("deels\n      missing: []", "ja", "", "nee")),
        (
            "deels\n1 3\nja\n\nnee\n",
            (NAMED.replace("is-deskundig", "is-vast\n        - woont-dichtbij"), "ja", "", "nee"),
        ),
        ("nee\nja\nja\nja\n", ("nee", "ja", "ja", "ja")),
        ("q\n", ()),
    ],
)
def test_what_is_said_together_goes_before_partners(call: Call, lines: str, options: tuple[str, ...]) -> None:
    assert call(*JOINT, stdin=lines).code == 0
    assert text() == new_file("X", *options)


def test_a_review_walks_through_all_and_an_empty_line_keeps_what_is_in_the_file(call: Call) -> None:
    Path("b.yaml").write_text(new_file("X", "nee", "nvt", "", "ja"))
    ended = call(*JOINT, "--review", "--lang", "en", stdin="\n" * 4)
    assert (ended.code, "All answered: Partly" in about_partners(ended)) == (0, True)
    assert text() == new_file("X", "nee", "nvt", "", "ja")


def test_one_partner_alone_is_shown_and_agrees_with_nobody(call: Call) -> None:
    words = ("check", "b.yaml", *ABOUT, "--lang", "en", "--beside", "school.yaml")
    ended = call(*words, stdin="deels\n1 2\n\n\n\n")
    assert about_partners(ended)[:2] == [
        "School: Partly; missing: Permanent team, Skilled team",
        "School, note: Wisselende gezichten.",
    ]
    assert "To take over what partners answered" not in ended.err


def test_last_year_lies_beside_too_and_changes_nothing_of_what_partners_said(call: Call) -> None:
    Path("oud.yaml").write_text(OLD.replace("Lyceum Oost en Stichting Straatwerk", "X").split("actions:")[0])
    ended = call(*JOINT, "--lang", "en", "--previous", "oud.yaml", stdin="\n" * 4)
    assert ended.code == 0
    assert "On 2026-11-23: No\nAll answered: Don't know\n" in ended.err
    assert "To take over what partners answered (Don't know), write weet-niet.\n" in ended.err


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
    assert ended.err.startswith(told("Collaboration: {name}, as the partners have it.", name="X"))
    assert (ended.code, text()) == (0, new_file("X"))


def test_the_name_that_is_taken_over_goes_into_that_of_the_file(call: Call) -> None:
    Path("werkzaam-2027-samen.yaml").write_text(new_file("Lyceum Oost"))
    assert call("check", *ABOUT, *BESIDE, stdin="q\n").code == 0
    assert (text("werkzaam-2027-samen-x.yaml"), text("werkzaam-2027-samen.yaml")) == (
        new_file("X"),
        new_file("Lyceum Oost"),
    )
    assert call("check", *ABOUT, *BESIDE, stdin="ja\nq\n").code == 0
    assert "answer: ja" in text("werkzaam-2027-samen-x.yaml")


def test_where_partners_name_different_ones_it_is_asked_and_told_once(call: Call) -> None:
    Path("samen.yaml").write_text(TOGETHER.replace("collaboration: X", "collaboration: Y"))
    ended = call(*JOINT, stdin="x\nq\n")
    remark = told(
        "{file} is about another collaboration: “{theirs}”, not “{ours}”.", file="samen.yaml", theirs="Y", ours="x"
    )
    assert ended.err.count(remark) == 1
    assert "school.yaml" not in ended.err.split(remark)[0]
    assert "collaboration: x\n" in text()


def test_partners_of_another_year_are_told(call: Call) -> None:
    Path("samen.yaml").write_text(TOGETHER.replace("date: 2027", "date: 2026"))
    ended = call(*JOINT, stdin="q\n")
    message = "{file} is of another year: {theirs}, not {ours}."
    assert told(message, file="samen.yaml", theirs=2026, ours=2027) in ended.err
    assert re.findall(r"^\w+\.yaml", ended.err, re.MULTILINE) == ["samen.yaml"]


def test_from_whose_side_it_is_is_still_asked(call: Call) -> None:
    ended = call("check", "--date", "2027-11-23", *SMALL, *BESIDE, stdin="2\nq\n")
    assert (ended.code, text("werkzaam-2027-samen.yaml")) == (0, new_file("X"))


def test_a_partners_own_file_is_not_offered_to_go_on_with(call: Call) -> None:
    Path("school.yaml").rename("werkzaam-2027-school.yaml")
    words = ("check", "--date", "2027-11-23", *SMALL, "--beside", "./werkzaam-2027-school.yaml")
    offer = told("Go on with an evaluation of this year?")
    ended = call(*words, stdin=Terminal("2\nq\n"))
    assert (ended.code, offer in ended.err) == (0, False)
    assert text("werkzaam-2027-samen.yaml") == new_file("X")
    again = call(*words, stdin=Terminal("1\nq\n"))
    about = f"X, Samen, 23-11-2027, {_('{count} of {total} answered')}".format(count=0, total=4)
    assert f"{offer}1. werkzaam-2027-samen.yaml ({about})\n2. {_('No, start a new one')}\n" in again.err


# --- what cannot be -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message", "file"),
    [
        (
            (*BESIDE, "--collaboration", "X", "--no-input"),
            "{option} does nothing with --no-input, which asks no questions: leave one of them out.",
            "--beside",
        ),
        (("--beside", "-"), "{option} -: the answers to the questions come from stdin; name a file.", "--beside"),
        ((*BESIDE, "--beside", "school.yaml"), "{file}: this file is named twice.", "--beside school.yaml"),
        ((*BESIDE, "--beside", "./school.yaml"), "{file}: this file is named twice.", "--beside ./school.yaml"),
        ((*BESIDE, "--beside", "link.yaml"), "{file}: this file is named twice.", "--beside link.yaml"),
        (("--beside", "weg.yaml"), "{file}: there is no such file.", "weg.yaml"),
        (("--beside", ""), "{file}: this is a folder; name a file in it.", "."),
    ],
)
def test_what_cannot_lie_beside_is_refused_before_anything_is_written(
    call: Call, words: tuple[str, ...], message: str, file: str
) -> None:
    Path("link.yaml").symlink_to("school.yaml")
    assert call("check", "b.yaml", *ABOUT, *words, stdin="ja\n") == refused(message, file=file, option=file)
    assert not Path("b.yaml").exists()


@pytest.mark.parametrize("file", ["school.yaml", "./school.yaml"])
def test_a_file_cannot_lie_beside_itself(call: Call, file: str) -> None:
    ended = call("check", "school.yaml", *SMALL, "--beside", file, stdin="ja\n" * 4)
    message = "{file}: this file lies beside the questions; fill in another one."
    assert ended == refused(message, file="school.yaml")
    assert text("school.yaml") == SCHOOL


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [("factors: klein", "factors: schaal", "2:10"), ("answer: nee", "answer: niet", "12:23")],
)
def test_a_partners_file_that_cannot_be_used_ends_it_before_anything_is_written(
    call: Call, old: str, new: str, place: str
) -> None:
    Path("samen.yaml").write_text(TOGETHER.replace(old, new))
    ended = call(*JOINT, stdin="ja\n")
    assert (ended.code, ended.out, places(ended.err)) == (2, "", [f"samen.yaml:{place}"])
    assert not Path("b.yaml").exists()


def test_what_has_no_effect_in_a_partners_file_is_told(call: Call) -> None:
    Path("samen.yaml").write_text(TOGETHER.replace("{answer: nee}", "{answer: nee, missing: [een-punt]}"))
    ended = call(*JOINT, stdin="q\n")
    assert (ended.code, places(ended.err)[0]) == (0, "samen.yaml:12:28")


def test_a_partners_file_of_an_older_version_lies_beside_as_far_as_it_is_known(call: Call) -> None:
    older = TOGETHER.replace("version: 2", "version: 1").replace("contact: {answer: nee}", "oud: {answer: nee}")
    Path("samen.yaml").write_text(older)
    ended = call(*JOINT, "--lang", "en", stdin="\n" * 4)
    assert ended.code == 0
    assert "School: Yes\nSchool, agreed: Bellen\nTogether: open\n" in ended.err


def test_other_scales_are_taken_over_as_they_are(call: Call) -> None:
    head = "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: X\ndate: 2027-11-23\nanswers:\n  all:\n"
    answers = "    first: {answer: '3'}\n    second: {answer: '0'}\n    third: {answer: done}\n"
    for name in ("een.yaml", "twee.yaml"):
        Path(name).write_text(head + answers)
    words = ("check", "b.yaml", "--date", "2027-11-23", "--factors", "schaal.yaml", "--beside", "een.yaml")
    ended = call(*words, "--lang", "en", "--beside", "twee.yaml", stdin="3\n0\ndone\n")
    assert (ended.code, ended.err.count("To take over what partners answered")) == (0, 3)
    assert text() == head + (
        "    first:\n      answer: '3'\n    second:\n      answer: '0'\n    third:\n      answer: done\n"
    )

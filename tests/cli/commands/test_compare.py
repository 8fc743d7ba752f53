"""`werkzaam compare`: in which order, by what, under which labels, and how it ends."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, places, refused, told
from werkzaam.language import _

FORMATS = ("table", "json", "markdown", "html")
AXES = ("perspective", "date", "collaboration")
Y2026, Y2027, SCHOOL = examples.SMALL_ANSWERS, examples.LATER_ANSWERS, examples.SCHOOL_ANSWERS
WEST = Y2026.replace("Lyceum Oost", "Lyceum West")
EAST_NAME, WEST_NAME = "Lyceum Oost en Stichting Straatwerk", "Lyceum West en Stichting Straatwerk"


@pytest.fixture(autouse=True)
def _other_files(folder: Path) -> None:
    for name, text in (("b.yaml", Y2027), ("school.yaml", SCHOOL), ("west.yaml", WEST)):
        (folder / name).write_text(text)


def compared(call: Call, *words: str) -> dict[str, Any]:
    """Return a comparison as other programs read it."""
    ended = call("compare", *words, *SMALL, "--format", "json")
    assert ended.code == 0
    read: dict[str, Any] = json.loads(ended.out)
    return read


def labels(call: Call, *words: str) -> list[str]:
    return [column["label"] for column in compared(call, *words)["columns"]]


@pytest.mark.parametrize("form", FORMATS)
def test_one_of_them_can_come_through_a_pipe(call: Call, form: str) -> None:
    words = (*SMALL, "--format", form)
    expected = call("compare", "a.yaml", "b.yaml", *words)
    piped = call("compare", "a.yaml", "-", *words, stdin=Y2027)
    assert piped == Done(0, expected.out.replace('"b.yaml"', '"<stdin>"'), "")


@pytest.mark.parametrize("words", [("a.yaml",), ("-",), ("a.yaml", "/dev/null"), ("a.yaml", "--by", "date")])
def test_one_evaluation_is_no_comparison(call: Call, words: tuple[str, ...]) -> None:
    ended = call("compare", *words, *SMALL, stdin=Y2026)
    assert ended == refused("Name two files or more: one alone is shown by {command}.", command="werkzaam report")


@pytest.mark.parametrize("twice", ["a.yaml", "./a.yaml", "link.yaml"])
def test_that_a_file_is_named_twice_is_told(call: Call, twice: str) -> None:
    Path("link.yaml").symlink_to("a.yaml")
    ended = call("compare", "a.yaml", "b.yaml", "/dev/null", "/dev/null", twice, *SMALL)
    assert (ended.code, ended.err) == (0, told("{file}: this file is named twice.", file=twice))


# --- by what ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "by", "expected"),
    [
        pytest.param(("a.yaml", "b.yaml"), "date", ["2026", "2027"], id="years"),
        pytest.param(("a.yaml", "school.yaml"), "perspective", ["School", "Samen"], id="partners"),
        pytest.param(("west.yaml", "a.yaml"), "collaboration", [WEST_NAME, EAST_NAME], id="collaborations"),
        pytest.param(
            ("a.yaml", "kopie.yaml"),
            "date",
            ["2026 (23-11-2026, a.yaml)", "2026 (23-11-2026, kopie.yaml)"],
            id="nothing",
        ),
        pytest.param(
            ("a.yaml", "april.yaml"), "date", ["2026 (01-04-2026)", "2026 (23-11-2026)"], id="days of one year"
        ),
        pytest.param(("b.yaml", "anders.yaml"), "date", ["2026", "2027"], id="a name written otherwise"),
    ],
)
def test_the_one_thing_that_varies_is_found(call: Call, files: tuple[str, ...], by: str, expected: list[str]) -> None:
    Path("kopie.yaml").write_text(Y2026)
    Path("april.yaml").write_text(Y2026.replace("2026-11-23", "2026-04-01"))
    Path("anders.yaml").write_text(Y2026.replace(EAST_NAME, '" lyceum oost  EN stichting straat werk"'))
    read = compared(call, *files)
    assert (read["by"], [column["label"] for column in read["columns"]]) == (by, expected)


@pytest.mark.parametrize(
    ("files", "axes"),
    [
        (("b.yaml", "school.yaml"), ("perspective", "date")),
        (("b.yaml", "west.yaml"), ("date", "collaboration")),
        (("a.yaml", "b.yaml", "school.yaml", "west.yaml"), AXES),
    ],
)
def test_where_more_varies_somebody_has_to_choose(call: Call, files: tuple[str, ...], axes: tuple[str, ...]) -> None:
    ended = call("compare", *files, *SMALL)
    values = {
        "perspective": f"{_('Perspectives')}: School, Samen.\n",
        "date": f"{_('Years')}: 2026, 2027.\n",
        "collaboration": f"{_('Collaborations')}: {EAST_NAME}, {EAST_NAME.replace('Oost', 'West')}.\n",
    }
    message = "These files differ in more than one thing: leave out those that do not belong, or choose --by {axes}."
    refusal = refused(message, axes=_(" or --by ").join(axes))
    assert ended == replace(refusal, err=refusal.err + "".join(values[axis] for axis in axes))


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            "perspective",
            [
                f"School (23-11-2026, {EAST_NAME})",
                f"Samen (22-11-2027, {EAST_NAME})",
                f"Samen (23-11-2026, {WEST_NAME})",
            ],
        ),
        ("date", [f"2026 (School, {EAST_NAME})", f"2026 (Samen, {WEST_NAME})", f"2027 (Samen, {EAST_NAME})"]),
        (
            "collaboration",
            [
                f"{EAST_NAME} (Samen, 22-11-2027)",
                f"{EAST_NAME} (School, 23-11-2026)",
                f"{WEST_NAME} (Samen, 23-11-2026)",
            ],
        ),
    ],
)
def test_what_was_chosen_is_what_sets_them_apart(call: Call, by: str, expected: list[str]) -> None:
    assert labels(call, "b.yaml", "school.yaml", "west.yaml", "--by", by) == expected


def test_what_else_varies_is_told_with_its_values_and_both_are_named(call: Call) -> None:
    ended = call("compare", "a.yaml", "west.yaml", "b.yaml", *SMALL, "--by", "date")
    message = "These files are of different collaborations too: {values}."
    assert (ended.code, ended.err) == (0, told(message, values=f"{EAST_NAME}, {WEST_NAME}"))
    assert " ".join(ended.out.split()).startswith(f"{EAST_NAME}, {WEST_NAME} 2026 ({EAST_NAME})")
    assert call("compare", "a.yaml", "b.yaml", *SMALL, "--by", "date").err == ""


def test_an_axis_that_is_not_there_is_refused(call: Call) -> None:
    message, known = "{option} cannot be “{value}”; choose one of {known}.", ", ".join(AXES)
    assert call("compare", "a.yaml", "b.yaml", *SMALL, "--by", "x") == refused(
        message, option="--by", value="x", known=known
    )
    ended = call("compare", "a.yaml", "b.yaml", *SMALL, "--by", "Perspective")
    assert ended.err.endswith(told("Did you mean “{word}”?", word="perspective"))


# --- order and labels -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("other", ["b.yaml", "school.yaml"])
def test_years_and_partners_can_be_named_in_any_order(call: Call, form: str, other: str) -> None:
    words = (*SMALL, "--format", form)
    assert call("compare", other, "a.yaml", *words) == call("compare", "a.yaml", other, *words)


def test_partners_stand_in_the_order_of_the_set_and_first_who_did_not_say(call: Call) -> None:
    Path("iemand.yaml").write_text(Y2026.replace("perspective: samen\n", ""))
    assert labels(call, "a.yaml", "school.yaml", "iemand.yaml") == [_("Not said"), "School", "Samen"]


def test_nothing_is_merged(call: Call) -> None:
    read = compared(call, "a.yaml", "a.yaml", "b.yaml")
    assert [column["file"] for column in read["columns"]] == ["a.yaml", "a.yaml", "b.yaml"]
    assert {len(factor["answers"]) for factor in read["factors"]} == {3}


# --- an agenda for partners ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", AXES)
@pytest.mark.parametrize(("form", "sign"), [("markdown", "> "), ("html", '<p class="ask">')])
def test_only_partners_get_an_agenda_for_their_talk(call: Call, by: str, form: str, sign: str) -> None:
    shown = call("compare", "a.yaml", "b.yaml", "school.yaml", *SMALL, "--by", by, "--format", form)
    assert any(line.startswith(sign) for line in shown.out.splitlines()) == (by == "perspective")


def test_what_is_overdue_in_an_agenda_does_not_depend_on_the_day_of_the_call(call: Call) -> None:
    due = "actions:\n  - what: Een bord\n    due: {}\n    status: open\n"
    Path("een.yaml").write_text(SCHOOL.replace("2026-11-23", "2026-11-20") + due.format("2026-11-22"))
    Path("twee.yaml").write_text(Y2026 + due.format("2026-11-23"))
    shown = call("compare", "een.yaml", "twee.yaml", *SMALL, "--format", "markdown")
    (line,) = (line for line in shown.out.splitlines() if "Een bord" in line)
    assert [_("overdue") in part for part in line.split(";")] == [True, False]


# --- versions of the set, and files that cannot be used -----------------------------------------------------------


NOT_ASKED = (
    "Not asked everywhere, and so neither compared nor counted in these scores: {names}. "
    "The report of one file can have another score."
)


def test_factors_that_one_version_lacks_are_named_and_not_compared(call: Call) -> None:
    older = Y2026.replace("version: 2", "version: 1")
    Path("a.yaml").write_text(older.replace("    tijd:\n      answer:\n", "    bureau:\n      answer: ja\n"))
    read = compared(call, "b.yaml", "a.yaml")
    assert (read["retired"], read["added"]) == (["bureau"], ["tijd"])
    assert {item["factor"] for item in read["factors"]} == {"team", "contact", "ruimte"}
    for form in ("table", "markdown", "html"):
        ended = call("compare", "b.yaml", "a.yaml", *SMALL, "--format", form)
        assert (ended.code, places(ended.err)) == (0, ["a.yaml:19:5"])
        assert _("Retired, and not compared: {ids}.").format(ids="bureau") in ended.out
        assert _(NOT_ASKED).format(names="“Er is genoeg tijd”") in " ".join(ended.out.split())


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("version: 2", "version: 3"), "b.yaml:3:10"),
        (("factors: klein", "factors: x"), "b.yaml:2:10"),
        (("answer: ja", "answer: Ja"), "b.yaml:15:15"),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_cannot_be_used_leaves_stdout_empty(
    call: Call, form: str, change: tuple[str, str], place: str
) -> None:
    Path("b.yaml").write_text(Y2026.replace(*change))
    ended = call("compare", "a.yaml", "b.yaml", *SMALL, "--format", form)
    assert (ended.code, ended.out, places(ended.err)) == (2, "", [place])

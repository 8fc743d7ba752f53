"""`werkzaam overview`: which files count, into which groups they fall, and how it ends."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, places, refused, told
from tests.failing import shut
from werkzaam.language import _

FORMATS = ("table", "json", "csv", "markdown", "html")
AXES = ("date", "perspective", "collaboration")
Y2026, Y2027, SCHOOL = examples.SMALL_ANSWERS, examples.LATER_ANSWERS, examples.SCHOOL_ANSWERS
WEST = Y2026.replace("Lyceum Oost", "Lyceum West").replace("perspective: samen\n", "")
FILES = {"a.yaml": Y2026, "map/b.yaml": Y2027, "map/school.yaml": SCHOOL, "map/west.yml": WEST}
OTHERS = Y2026.replace("factors: klein", "factors: groot")
BAD = "werkzaam: [\n"
MIXED = "Several perspectives are taken together here: {names}."


@pytest.fixture(autouse=True)
def _other_files(folder: Path) -> None:
    (folder / "map").mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)


def summary(valid: int, message: str, count: int) -> str:
    """Return what is said in the end, where not every file counts."""
    return f"{_('Files: {count}').format(count=valid)}, {_(message).format(count=count)}\n"


def remarks(ended: Done) -> list[str]:
    """Return the lines on stderr, without the one on perspectives, which most of these files would have."""
    return [line for line in ended.err.splitlines(keepends=True) if not line.startswith(_(MIXED).partition(":")[0])]


def summed_up(call: Call, *words: str, stdin: str = "", err: str = "", code: int = 0) -> dict[str, Any]:
    """Return an overview as other programs read it; `err` is how the last line on stderr has to be."""
    ended = call("overview", *words, *SMALL, "--format", "json", stdin=stdin)
    assert (ended.code, "".join(remarks(ended)[-1:])) == (code, err)
    read: dict[str, Any] = json.loads(ended.out)
    return read


def sizes(read: dict[str, Any]) -> dict[str | None, int]:
    """Return how many evaluations are in each group, in the order of the groups."""
    return {group["key"]: group["n"] for group in read["groups"]}


def test_every_format_shows_the_same_figures(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    shown = {form: call("overview", ".", *SMALL, "--format", form) for form in FORMATS}
    assert {(ended.code, *remarks(ended)) for ended in shown.values()} == {(0,)}
    (group,) = json.loads(shown["json"].out)["groups"]
    assert group["score"] == {"n": 3, "mean": 0.6667, "min": 0.5, "max": 0.75, "q1": 0.625, "median": 0.75, "q3": 0.75}
    assert list(csv.reader(io.StringIO(shown["csv"].out)))[1:] == [
        ["", "mensen", "4", "0.6875", "0.5", "0.75", "0.6875", "0.75", "0.75"],
        ["", "plek", "1", *["0"] * 6],
        ["", "", "3", "0.6667", "0.5", "0.75", "0.625", "0.75", "0.75"],
    ]
    figures = ("67 %", "50 %", "63 %", "75 %", "75 %", "75 %", _("{count} of {total}").format(count=3, total=4))
    for form in ("table", "markdown"):
        (line,) = (line for line in shown[form].out.splitlines() if _("All factors together") in line)
        assert " ".join(line.replace("|", " ").split()).endswith(" ".join(figures))
    assert all(figure in shown["html"].out for figure in figures)


# --- groups ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ((), {None: 4}),
        (("--by", "date"), {"2026": 3, "2027": 1}),
        (("--by", "perspective"), {None: 1, "samen": 2, "school": 1}),
        (
            ("--by", "collaboration"),
            {"Lyceum Oost en Stichting Straatwerk": 3, "Lyceum West en Stichting Straatwerk": 1},
        ),
    ],
)
def test_evaluations_fall_into_groups_by_what_was_asked_for(
    call: Call, by: tuple[str, ...], expected: dict[str | None, int]
) -> None:
    read = summed_up(call, ".", *by)
    assert (read["files"], read["invalid"]) == (4, 0)
    assert list(sizes(read).items()) == list(expected.items())


def test_a_collaboration_is_the_same_however_it_is_written_and_is_called_as_it_comes_first(call: Call) -> None:
    Path("z.yaml").write_text(Y2027.replace("Lyceum Oost", "'  lyceum  OOST").replace("werk\n", "werk '\n", 1))
    by = ("--by", "collaboration")
    assert sizes(summed_up(call, "a.yaml", "z.yaml", *by)) == {"Lyceum Oost en Stichting Straatwerk": 2}
    assert sizes(summed_up(call, "z.yaml", "a.yaml", *by)) == {"lyceum  OOST en Stichting Straatwerk": 2}


def test_only_one_perspective_can_be_asked_for(call: Call) -> None:
    read = summed_up(call, ".", "--perspective", "samen", "--by", "date")
    assert (read["files"], sizes(read)) == (4, {"2026": 1, "2027": 1})


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("by", [(), ("--by", "date")])
def test_where_nobody_filled_it_in_from_that_side_the_overview_is_empty(
    call: Call, form: str, by: tuple[str, ...]
) -> None:
    ended = call("overview", "a.yaml", *SMALL, "--perspective", "school", *by, "--format", form)
    assert (ended.code, ended.err, bool(ended.out)) == (0, "", True)
    if form == "json":
        assert sizes(json.loads(ended.out)) == ({} if by else {None: 0})


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((), "{}, School, Samen"),
        (("--by", "date"), "{}, School, Samen"),
        (("--by", "collaboration"), "School, Samen"),
        (("--by", "perspective"), None),
        (("--perspective", "samen"), None),
    ],
)
def test_that_several_sides_are_taken_together_is_said_once_whatever_the_format(
    call: Call, form: str, words: tuple[str, ...], names: str | None
) -> None:
    ended = call("overview", ".", *SMALL, *words, "--format", form)
    said = told(MIXED, names=names.format(_("Not said"))) if names else ""
    apart = form in ("json", "csv")
    assert ended.err == (said if apart else "")
    shown = re.findall(re.escape(_(MIXED)).replace(r"\{names\}", ".*?"), " ".join(ended.out.split()))
    assert shown == ([said.strip()] if said and not apart else [])


# --- files ----------------------------------------------------------------------------------------------------------


def test_each_file_counts_once_however_often_it_is_meant(call: Call) -> None:
    Path("link.yaml").symlink_to("a.yaml")
    words = ("a.yaml", "./a.yaml", "link.yaml", str(Path("a.yaml").absolute()), ".", "map", ".")
    assert summed_up(call, *words)["files"] == 4


def test_one_of_them_can_come_through_a_pipe_which_is_read_once(call: Call) -> None:
    read = summed_up(call, "map", "-", "-", "--by", "date", stdin=Y2027.replace("2027-11-22", "2027-11-23"))
    assert (read["files"], sizes(read)) == (4, {"2026": 2, "2027": 2})


def test_each_invalid_file_is_a_line_and_the_rest_counts(call: Call) -> None:
    Path("aa.yaml").write_text(BAD)
    Path("map/bb.yaml").write_text(Y2026.replace("answer: ja", "answer: jaa").replace("answer: nee", "answer: neen"))
    ended = call("overview", ".", *SMALL, "--format", "json")
    read = json.loads(ended.out)
    assert (ended.code, read["files"], read["invalid"], sizes(read)) == (1, 4, 2, {None: 4})
    assert places(ended.err)[:2] == ["aa.yaml:1:11", "map/bb.yaml:15:15"]
    assert ended.err.endswith(summary(4, "invalid: {count}", 2))


def test_what_is_of_another_set_is_passed_over_in_a_folder_and_its_number_told(call: Call) -> None:
    Path("map/groot.yaml").write_text(OTHERS)
    message = "skipped (of another factor set): {count}"
    assert summed_up(call, ".", err=summary(4, message, 1))["invalid"] == 0
    assert summed_up(call, "map/groot.yaml", ".", err=summary(4, "invalid: {count}", 1), code=1)["files"] == 4


def test_warnings_are_counted_and_change_nothing(call: Call) -> None:
    Path("map/oud.yaml").write_text(Y2026.replace("version: 2", "version: 1").replace("    tijd:", "    bureau:"))
    message = "warnings: {count} (see werkzaam validate)"
    assert summed_up(call, ".", err=summary(5, message, 1))["files"] == 5


def test_what_cannot_be_read_is_told_and_the_rest_is_summed_up(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("map/dicht").mkdir()
    shut(monkeypatch, "school.yaml", "dicht")
    ended = call("overview", "weg.yaml", "map", *SMALL, "--format", "json")
    assert (ended.code, json.loads(ended.out)["files"]) == (2, 2)
    said = [
        told("{file}: you are not allowed to look into this folder.", file="map/dicht"),
        told("{file}: you are not allowed to read this file.", file="map/school.yaml"),
    ]
    said.append(told("{file}: there is no such file.", file="weg.yaml"))
    assert sorted(remarks(ended)) == said


def test_where_all_files_are_invalid_there_is_an_empty_overview(call: Call) -> None:
    Path("a.yaml").write_text(BAD)
    for file in ("a.yaml", "-"):
        read = summed_up(call, file, stdin=BAD, err=summary(0, "invalid: {count}", 1), code=1)
        assert (read["files"], read["invalid"], sizes(read)) == (0, 1, {None: 0})


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("leeg", lambda: ("", "")),
        ("weg.yaml", lambda: (told("{file}: there is no such file.", file="weg.yaml"), "")),
        ("anders", lambda: ("", summary(0, "skipped (of another factor set): {count}", 2))),
    ],
)
@pytest.mark.parametrize("command", ["overview", "export"])
def test_no_answers_file_at_all_is_no_result_about_nothing(call: Call, command: str, path: str, said: object) -> None:
    assert callable(said)
    for name in ("leeg", "anders"):
        Path(name).mkdir()
    Path("anders/compose.yaml").write_text("services:\n")
    Path("anders/lijst.yaml").write_text(examples.SMALL_SET)
    for name in "ab":
        Path(f"anders/{name}.yaml").write_text(OTHERS)
    Path("uit.txt").write_text("oud")
    before = sorted(Path.cwd().rglob("*"))
    for output in ((), ("--output", "nieuw.txt"), ("--output", "uit.txt")):
        ended = call(command, path, *SMALL, *output)
        first, last = said()
        assert ended == Done(2, "", first + told("No answers file was found.") + last)
    assert (Path("uit.txt").read_text(), sorted(Path.cwd().rglob("*"))) == ("oud", before)


def test_another_set_with_another_scale_is_summed_up_as_it_is(call: Call) -> None:
    head = "werkzaam: 1\nfactors: schaal\nversion: 1\ndate: 2026-11-23\n"
    for number in range(5):
        answers = f'first: {{answer: "{number}"}}\n    second: {{answer: "0"}}\n    third: {{answer: done}}\n'
        text = f"{head}collaboration: East {number}\nanswers:\n  all:\n    {answers}"
        Path(f"map/{number}.yaml").write_text(text)
    ended = call("overview", "map", "--factors", "schaal.yaml", "--format", "json")
    assert (ended.code, ended.err) == (0, "Files: 5, skipped (of another factor set): 3\n")
    (group,) = json.loads(ended.out)["groups"]
    assert group["score"] == {
        "n": 5,
        "mean": 0.5,
        "min": 0.3333,
        "max": 0.6667,
        "q1": 0.4167,
        "median": 0.5,
        "q3": 0.5833,
    }
    missing = [(item["factor"], item["condition"], item["count"]) for item in group["most_missing"]]
    assert missing == [("second", None, 5), ("first", None, 4)]  # it has no conditions


def test_words_can_be_english(call: Call) -> None:
    ended = call("overview", "map", "weg.yaml", *SMALL, "--lang", "en")
    assert (ended.code, ended.err) == (2, "weg.yaml: there is no such file.\n")
    assert ended.out.startswith("Small list\n\nAll evaluations · 3 evaluations ─")


# --- what may be a mistake ------------------------------------------------------------------------------------------

TWICE = "The same collaboration, date and perspective twice: {files}. Each file counts; is one a copy?"


def test_the_same_evaluation_twice_is_told_once_and_both_count(call: Call) -> None:
    Path("a (1).yaml").write_text(Y2026.replace("answer: ja", "answer: nee"))
    Path("map/a (conflicted copy).yaml").write_text(Y2026.replace("Lyceum Oost", "lyceum  Oost"))
    pair = _("{file} and {other}")
    files = "; ".join(pair.format(file="a (1).yaml", other=f"{name}.yaml") for name in ("a", "map/a (conflicted copy)"))
    read = summed_up(call, ".", err=told(TWICE, files=files))
    assert sizes(read) == {None: 6}
    assert call("overview", ".", *SMALL, "--perspective", "school").err == "", "of what is counted alone"


def test_names_that_are_the_same_but_for_punctuation_are_told(call: Call) -> None:
    Path("z.yaml").write_text(Y2026.replace("Lyceum Oost en", "Lyceum Oost, en"))
    message = "Names that differ in punctuation alone count apart: {names}. Is it one collaboration?"
    names = _("“{name}” in {other}, spelled differently in {file}")
    names = names.format(name="Lyceum Oost, en Stichting Straatwerk", other="z.yaml", file="a.yaml")
    expected = told(message, names=names)
    read = summed_up(call, ".", "--by", "collaboration", err=expected)
    assert len(read["groups"]) == 3


def test_files_of_different_versions_of_the_set_are_told(call: Call) -> None:
    Path("oud.yaml").write_text(Y2027.replace("version: 2", "version: 1").replace("2027-11", "2025-11"))
    versions = f"1 ({_('Files: {count}').format(count=1)}), 2 ({_('Files: {count}').format(count=4)})"
    message = "These files are of different versions of the factor set: {versions}."
    summed_up(call, ".", err=told(message, versions=versions))


# --- words that cannot be used --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message", "named"),
    [
        (
            ("--by", "x"),
            "{option} cannot be “{value}”; choose one of {known}.",
            {"option": "--by", "value": "x", "known": ", ".join(AXES)},
        ),
        (
            ("--perspective", "x"),
            "There is no perspective “{id}”; there are: {known}.",
            {"id": "x", "known": "school, samen"},
        ),
        (
            ("--lang", "fr"),
            "There is no language “{lang}” here; choose one of {known}.",
            {"lang": "fr", "known": "nl, en"},
        ),
        (("--factors", "weg.yaml"), "{file}: there is no such file.", {"file": "weg.yaml"}),
        (
            ("--factors", "schaal.yaml", "--perspective", "samen"),
            "This factor set has no perspectives: leave --perspective out.",
            {},
        ),
    ],
)
def test_a_word_that_is_not_there_is_refused_before_anything_is_read(
    call: Call, words: tuple[str, ...], message: str, named: dict[str, str]
) -> None:
    assert call("overview", "weg", *SMALL, *words, "--output", "uit.txt") == refused(message, **named)
    assert not Path("uit.txt").exists()


@pytest.mark.parametrize(("words", "near"), [(("--by", "dat"), "date"), (("--perspective", "schol"), "school")])
def test_what_was_probably_meant_is_said(call: Call, words: tuple[str, ...], near: str) -> None:
    assert call("overview", ".", *SMALL, *words).err.endswith(told("Did you mean “{word}”?", word=near))

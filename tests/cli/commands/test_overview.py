"""`werkzaam overview`: which files count, into which groups they fall, and how it ends."""

import csv
import errno
import io
import json
import os
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.cli.many import many_files, sharing
from werkzaam.files import reading as file_reading

SMALL = ("--factors", "klein.yaml")
FORMATS = ("table", "json", "csv", "markdown", "html")
AXES = ("date", "perspective", "collaboration")
Y2026 = examples.SMALL_ANSWERS
Y2027 = (
    Y2026.replace("2026-11-23", "2027-11-22").replace("answer: nee", "answer: ja").replace("answer:\n", "answer: nee\n")
)
SCHOOL = Y2026.replace("perspective: samen", "perspective: school").replace("answer: ja", "answer: weet-niet")
WEST = Y2026.replace("Lyceum Oost", "Lyceum West").replace("perspective: samen\n", "")
FILES = {"a.yaml": Y2026, "map/b.yaml": Y2027, "map/school.yaml": SCHOOL, "map/west.yml": WEST}
BAD = "werkzaam: [\n"
BAD_LINE = "{}:2:1: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n"
NONE = "Er is geen antwoordenbestand gevonden.\n"

TABLE = """\
Kleine lijst

2026 · 3 evaluaties ────────────────────────────────────────────────────────────
Hier zijn meerdere perspectieven samengenomen: Niet gezegd, School, Samen.
Categorie            Gemiddeld  Laagst  Hoogst  Met score
Mensen                    67 %    50 %    75 %    3 van 3
Plek                         –       –       –    0 van 3
Alle factoren samen       75 %    75 %    75 %    2 van 3

Wat het vaakst ontbreekt
• Deskundig team (Mensen): 3 van 3 (100 %)

2027 · 1 evaluatie ─────────────────────────────────────────────────────────────
Categorie            Gemiddeld  Laagst  Hoogst  Met score
Mensen                    75 %    75 %    75 %    1 van 1
Plek                       0 %     0 %     0 %    1 van 1
Alle factoren samen       50 %    50 %    50 %    1 van 1

Wat het vaakst ontbreekt
• Deskundig team (Mensen): 1 van 1 (100 %)

Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie
zonder score telt niet mee.
Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen
blijven erbuiten.
"""


@pytest.fixture(autouse=True)
def _other_files(folder: Path) -> None:
    (folder / "map").mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)


def found(call: Call, *words: str, stdin: str = "", err: str = "", code: int = 0) -> dict[str, Any]:
    """Return an overview as other programs read it."""
    ended = call("overview", *words, *SMALL, "--format", "json", stdin=stdin)
    assert (ended.code, ended.err) == (code, err)
    read: dict[str, Any] = json.loads(ended.out)
    return read


def sizes(read: dict[str, Any]) -> dict[str | None, int]:
    """Return how many evaluations are in each group, in the order of the groups."""
    return {group["key"]: group["n"] for group in read["groups"]}


def test_an_overview_goes_to_stdout_and_nothing_else_is_said_where_every_file_counts(call: Call) -> None:
    assert call("overview", ".", *SMALL, "--by", "date") == Done(0, TABLE, "")


def test_words_can_be_english(call: Call) -> None:
    ended = call("overview", "map", "weg.yaml", *SMALL, "--lang", "en")
    assert (ended.code, ended.err) == (2, "weg.yaml: there is no such file.\n")
    assert ended.out.startswith("Small list\n\nAll evaluations · 3 evaluations ─")
    assert "\nSeveral perspectives are taken together here: Not said, School, Together.\n" in ended.out


def test_every_format_shows_the_same_figures(call: Call) -> None:
    shown = {form: call("overview", ".", *SMALL, "--format", form) for form in FORMATS}
    assert {(ended.code, ended.err) for ended in shown.values()} == {(0, "")}
    (group,) = json.loads(shown["json"].out)["groups"]
    assert group["score"] == {"n": 3, "mean": 0.6667, "min": 0.5, "max": 0.75}
    assert list(csv.reader(io.StringIO(shown["csv"].out))) == [
        ["group", "category", "n", "mean", "min", "max"],
        ["", "mensen", "4", "0.6875", "0.5", "0.75"],
        ["", "plek", "1", "0", "0", "0"],
        ["", "", "3", "0.6667", "0.5", "0.75"],
    ]
    assert "| Alle factoren samen | 67 % | 50 % | 75 % | 3 van 4 |" in shown["markdown"].out
    assert "Alle factoren samen       67 %    50 %    75 %    3 van 4\n" in shown["table"].out
    assert shown["html"].out.startswith("<!doctype html>")
    assert all(figure in shown["html"].out for figure in ("67 %", "50 %", "75 %", "3 van 4"))


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
    read = found(call, ".", *by)
    assert (read["files"], read["invalid"]) == (4, 0)
    assert list(sizes(read).items()) == list(expected.items())


def test_a_collaboration_is_the_same_however_it_is_written_and_is_called_as_it_comes_first(call: Call) -> None:
    Path("z.yaml").write_text(Y2026.replace("Lyceum Oost", "'  lyceum  OOST").replace("werk\n", "werk '\n", 1))
    assert sizes(found(call, "a.yaml", "z.yaml", "--by", "collaboration")) == {"Lyceum Oost en Stichting Straatwerk": 2}
    assert sizes(found(call, "z.yaml", "a.yaml", "--by", "collaboration")) == {
        "lyceum  OOST en Stichting Straatwerk": 2
    }


@pytest.mark.parametrize("by", [(), *(("--by", axis) for axis in AXES)])
def test_the_figures_are_those_of_each_report(call: Call, by: tuple[str, ...]) -> None:
    reports = {file: json.loads(call("report", file, *SMALL, "--format", "json").out) for file in FILES}
    for group in found(call, ".", *by)["groups"]:
        inside = [report for report in reports.values() if not by or key_of(report, by[1]) == group["key"]]
        assert group["n"] == len(inside)
        assert group["score"] == summed([report["score"] for report in inside])
        for number, category in enumerate(group["categories"]):
            scores = [report["categories"][number]["score"] for report in inside]
            assert category == {"id": inside[0]["categories"][number]["id"], **summed(scores)}


def key_of(report: dict[str, Any], by: str) -> str | None:
    key: str | None = report[by]
    return key[:4] if key and by == "date" else key


def summed(scores: list[float | None]) -> dict[str, Any]:
    """Return what an overview says of scores that need no rounding."""
    there = [score for score in scores if score is not None]
    if not there:
        return {"n": 0, "mean": None, "min": None, "max": None}
    mean = float(sum(map(Fraction, there)) / len(there))
    return {"n": len(there), "mean": pytest.approx(mean, abs=0.00005), "min": min(there), "max": max(there)}


def test_only_one_perspective_can_be_asked_for(call: Call) -> None:
    read = found(call, ".", "--perspective", "samen", "--by", "date")
    assert (read["files"], sizes(read)) == (4, {"2026": 1, "2027": 1})
    assert "perspectieven" not in call("overview", ".", *SMALL, "--perspective", "samen").out


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("by", [(), ("--by", "date")])
def test_where_nobody_filled_it_in_from_that_side_the_overview_is_empty(
    call: Call, form: str, by: tuple[str, ...]
) -> None:
    ended = call("overview", "a.yaml", *SMALL, "--perspective", "school", *by, "--format", form)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out
    if form == "json":
        assert sizes(json.loads(ended.out)) == ({} if by else {None: 0})


def test_a_mean_says_from_whom_it_is_where_several_sides_are_in_it(call: Call) -> None:
    mixed = "Hier zijn meerdere perspectieven samengenomen: "
    assert mixed + "Niet gezegd, School, Samen." in call("overview", ".", *SMALL).out
    assert mixed not in call("overview", ".", *SMALL, "--by", "perspective").out


# --- files ----------------------------------------------------------------------------------------------------------


def test_each_file_counts_once_however_often_it_is_meant(call: Call) -> None:
    Path("link.yaml").symlink_to("a.yaml")
    words = ("a.yaml", "./a.yaml", "link.yaml", str(Path("a.yaml").absolute()), ".", "map", ".")
    assert found(call, *words)["files"] == 4


def test_one_of_them_can_come_through_a_pipe_which_is_read_once(call: Call) -> None:
    read = found(call, "map", "-", "-", "--by", "date", stdin=Y2027)
    assert (read["files"], sizes(read)) == (4, {"2026": 2, "2027": 2})
    assert found(call, "-", stdin=BAD, err=BAD_LINE.format("<stdin>") + "Bestanden: 0, ongeldig: 1\n", code=1)


def test_each_invalid_file_is_a_line_and_the_rest_counts(call: Call) -> None:
    Path("aa.yaml").write_text(BAD)
    Path("map/bb.yaml").write_text(Y2026.replace("answer: ja", "answer: jaa").replace("answer: nee", "answer: neen"))
    told = (
        BAD_LINE.format("aa.yaml")
        + "map/bb.yaml:15:15: “jaa” is geen antwoord bij deze factor; de antwoorden zijn: ja, deels, nee, weet-niet, "
        "nvt. Bedoelde je “ja”? (en nog 1 probleem)\n"
        "Bestanden: 4, ongeldig: 2\n"
    )
    read = found(call, ".", err=told, code=1)
    assert (read["files"], read["invalid"], sizes(read)) == (4, 2, {None: 4})


def test_what_is_of_another_set_is_passed_over_in_a_folder_and_its_number_told(call: Call) -> None:
    others = Y2026.replace("factors: klein", "factors: groot")
    Path("map/groot.yaml").write_text(others)
    passed_over = "Bestanden: 4, overgeslagen, van een andere factorenlijst: 1\n"
    assert found(call, ".", err=passed_over)["invalid"] == 0
    refused = (
        "map/groot.yaml:2:10: Dit bestand hoort bij de factorenlijst “groot”, niet bij “klein”: noem die lijst met "
        "--factors.\nBestanden: 4, ongeldig: 1\n"
    )
    assert found(call, "map/groot.yaml", ".", err=refused, code=1)["files"] == 4


def test_warnings_are_counted_and_change_nothing(call: Call) -> None:
    Path("map/oud.yaml").write_text(Y2026.replace("version: 2", "version: 1").replace("    tijd:", "    bureau:"))
    told = "Bestanden: 5, waarschuwingen, te zien met werkzaam validate: 1\n"
    assert found(call, ".", err=told)["files"] == 5


def test_what_cannot_be_read_is_told_and_the_rest_is_summed_up(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("map/dicht").mkdir()
    scandir = os.scandir

    def refuse(path: str) -> str:
        if Path(path).name in {"school.yaml", "dicht"}:  # the tests may run as a user who may read everything
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return path

    monkeypatch.setattr(os, "scandir", lambda path: scandir(refuse(path)))
    monkeypatch.setattr(file_reading, "open", lambda path, mode: open(refuse(path), mode), raising=False)  # noqa: PTH123, SIM115 (stands for open)
    ended = call("overview", "weg.yaml", "map", *SMALL, "--format", "json")
    assert ended.code == 2
    assert sorted(ended.err.splitlines()) == [
        "map/dicht: je mag dit bestand niet lezen.",
        "map/school.yaml: je mag dit bestand niet lezen.",
        "weg.yaml: dit bestand bestaat niet.",
    ]
    assert json.loads(ended.out)["files"] == 2


@pytest.mark.parametrize("form", FORMATS)
def test_it_is_the_same_on_any_number_of_cores(call: Call, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    for number in range(20):
        text = Y2026.replace("Lyceum Oost", f"Lyceum {number % 3}")
        Path(f"map/{number:02}.yaml").write_text(text if number % 7 else BAD)
    monkeypatch.setattr(sharing, "_FILES_AT_ONCE", 2)
    ended = []
    for cores in (1, 2, 3):
        monkeypatch.setattr(many_files, "available_cores", lambda cores=cores: cores)
        ended.append(call("overview", "map", *SMALL, *("--by", "collaboration", "--format", form)))
    assert ended[0].code == 1
    assert len(ended[0].err.splitlines()) == 4
    assert ended == ended[:1] * 3


def test_where_all_files_are_invalid_there_is_an_empty_overview(call: Call) -> None:
    Path("a.yaml").write_text(BAD)
    told = BAD_LINE.format("a.yaml") + "Bestanden: 0, ongeldig: 1\n"
    read = found(call, "a.yaml", err=told, code=1)
    assert (read["files"], read["invalid"], sizes(read)) == (0, 1, {None: 0})


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("leeg", NONE),
        ("weg.yaml", f"weg.yaml: dit bestand bestaat niet.\n{NONE}"),
        ("anders", f"{NONE}Bestanden: 0, overgeslagen, van een andere factorenlijst: 2\n"),
    ],
)
def test_no_answers_file_at_all_is_no_overview_of_nothing(call: Call, form: str, path: str, told: str) -> None:
    for name in ("leeg", "anders"):
        Path(name).mkdir()
        Path(name, "compose.yaml").write_text("services:\n")
        Path(name, "lijst.yaml").write_text(examples.SMALL_SET)
    for name in "ab":
        Path(f"anders/{name}.yaml").write_text(Y2026.replace("factors: klein", "factors: groot"))
    before = sorted(Path.cwd().rglob("*"))
    assert call("overview", path, *SMALL, "--format", form, "--output", "uit.txt") == Done(2, "", told)
    assert call("overview", path, *SMALL, "--format", form) == Done(2, "", told)
    assert sorted(Path.cwd().rglob("*")) == before


def test_no_path_at_all_is_told(call: Call) -> None:
    assert call("overview") == Done(2, "", "Hier ontbreekt iets: PATH.\nUitleg: werkzaam overview --help\n")


def test_another_set_with_another_scale_is_summed_up_as_it_is(call: Call) -> None:
    head = "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: East\ndate: 2026-11-23\nanswers:\n  all:\n"
    for number in range(5):
        text = f'{head}    first: {{answer: "{number}"}}\n    second: {{answer: "0"}}\n    third: {{answer: done}}\n'
        Path(f"map/{number}.yaml").write_text(text)
    ended = call("overview", "map", "--factors", "schaal.yaml", "--format", "json")
    assert (ended.code, ended.err) == (0, "Files: 5, passed over, of another factor set: 3\n")
    (group,) = json.loads(ended.out)["groups"]
    assert group["score"] == {"n": 5, "mean": 0.5, "min": 0.3333, "max": 0.6667}
    assert group["most_missing"] == []


# --- words that cannot be used --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("--by", "dat"),
            "--by kan niet “dat” zijn; kies een van date, perspective, collaboration. Bedoelde je “date”?",
        ),
        (("--by", "x"), "--by kan niet “x” zijn; kies een van date, perspective, collaboration."),
        (
            ("--format", "jsno"),
            "De vorm “jsno” is er niet; kies een van table, json, csv, markdown, html. Bedoelde je “json”?",
        ),
        (
            ("--format", "jsonl"),
            "De vorm “jsonl” is er niet; kies een van table, json, csv, markdown, html. Bedoelde je “json”?",
        ),
        (
            ("--perspective", "schol"),
            "Het perspectief “schol” is er niet; er zijn: school, samen. Bedoelde je “school”?",
        ),
        (("--perspective", "x"), "Het perspectief “x” is er niet; er zijn: school, samen."),
        (("--lang", "fr"), "There is no language “fr” here; choose one of nl, en."),
        (("--factors", "weg.yaml"), "weg.yaml: dit bestand bestaat niet."),
        (
            ("--factors", "schaal.yaml", "--perspective", "samen"),
            "This factor set has no perspectives: leave --perspective out.",
        ),
    ],
)
def test_a_word_that_is_not_there_is_refused_before_anything_is_read(
    call: Call, words: tuple[str, ...], message: str
) -> None:
    assert call("overview", "weg", *SMALL, *words, "--output", "uit.txt") == Done(2, "", f"{message}\n")
    assert not Path("uit.txt").exists()


# --- where it goes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_gets_exactly_what_stdout_would(call: Call, form: str) -> None:
    words = ("overview", "map", *SMALL, "--format", form)
    assert call(*words, "--output", "uit.txt") == Done(0, "", "")
    assert Path("uit.txt").read_text() == call(*words).out


@pytest.mark.parametrize("output", ["a.yaml", "./map/../a.yaml", "klein.yaml", "map/b.yaml"])
def test_what_it_is_made_from_is_not_replaced(call: Call, output: str) -> None:
    before = {path: path.read_bytes() for path in Path.cwd().rglob("*.y*ml")}
    ended = call("overview", "a.yaml", "map", *SMALL, "--output", output)
    assert (ended.code, ended.out, len(ended.err.splitlines())) == (2, "", 1)
    assert {path: path.read_bytes() for path in Path.cwd().rglob("*.y*ml")} == before

"""`werkzaam export`: a row for every factor of every evaluation, as they are read."""

import csv
import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests import examples
from tests.cli.calling import SMALL, Call, Done, places, refused, told, written
from werkzaam.language import _

FORMATS = ("csv", "jsonl")
"""Those that are text."""
WHAT = ("answers", "conditions", "scores", "actions", "factors")
ANSWERS = examples.SMALL_ANSWERS
HEADER = (
    "file,collaboration,date,perspective,factors,version,category,factor,preferred,answer,value,missing,note,"
    "file_version,state\n"
)
BAD = "werkzaam: [\n"


@pytest.fixture(autouse=True)
def _other_files(folder: Path) -> None:
    (folder / "map").mkdir()
    for name, day in (("b.yaml", "2026-11-24"), ("c.yml", "2026-11-25")):
        (folder / "map" / name).write_text(on(day))


def on(day: str) -> str:
    """Return the answers as they were given on another day."""
    return ANSWERS.replace("2026-11-23", day)


def files_in(text: str, form: str = "csv") -> list[str]:
    """Return the files that rows are from, in their order."""
    if form == "csv":
        names = [row["file"] for row in csv.DictReader(io.StringIO(text))]
    else:
        names = [json.loads(line)["file"] for line in text.splitlines()]
    return list(dict.fromkeys(names))


def invalid(valid: int) -> str:
    """Return what is said in the end, where one file is invalid."""
    return f"{_('Files: {count}').format(count=valid)}, {_('invalid: {count}').format(count=1)}\n"


@pytest.mark.parametrize("file", ["a.yaml", "-"])
def test_one_evaluation_is_a_header_and_a_row_for_every_factor_as_in_a_report(call: Call, file: str) -> None:
    ended = call("export", file, *SMALL, stdin=ANSWERS)
    name = "<stdin>" if file == "-" else file
    about = f"{name},Lyceum Oost en Stichting Straatwerk,2026-11-23,samen,klein,2"
    assert ended == Done(
        0,
        f"{HEADER}"
        f"{about},mensen,team,false,deels,0.5,is-deskundig,Sinds maart zijn er twee mensen.,2,answered\n"
        f"{about},mensen,contact,false,ja,1,,,2,answered\n"
        f"{about},plek,ruimte,true,nee,0,is-eigen is-centraal,,2,answered\n"
        f"{about},plek,tijd,false,,,,,2,open\n",
        "",
    )
    assert ended == call("report", file, *SMALL, "--format", "csv", stdin=ANSWERS)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("map", "a.yaml"), ["map/b.yaml", "map/c.yml", "a.yaml"]),
        (("a.yaml", "."), ["a.yaml", "map/b.yaml", "map/c.yml"]),
        (("map/c.yml", "map"), ["map/c.yml", "map/b.yaml"]),
        (("a.yaml", "./a.yaml", "{here}/a.yaml", "."), ["a.yaml", "map/b.yaml", "map/c.yml"]),
        (("a.yaml", "-", "map", "-"), ["a.yaml", "<stdin>", "map/b.yaml", "map/c.yml"]),
    ],
)
def test_rows_come_in_the_order_of_the_paths_and_of_each_file_once(
    call: Call, form: str, words: tuple[str, ...], expected: list[str]
) -> None:
    paths = [word.format(here=Path.cwd()) for word in words]
    ended = call("export", *paths, *SMALL, "--format", form, stdin=on("2026-11-26"))
    assert (ended.code, ended.err, files_in(ended.out, form)) == (0, "", expected)
    assert len(ended.out.splitlines()) == 4 * len(expected) + (form == "csv")


def test_messages_come_in_the_language_that_is_asked_for_and_rows_are_the_same(call: Call) -> None:
    Path("map/a.yaml").write_text(BAD)
    dutch = call("export", "map", "weg.yaml", *SMALL)
    english = call("export", "map", "weg.yaml", *SMALL, "--lang", "en")
    assert (english.code, dutch.code, english.out) == (2, 2, dutch.out)
    assert files_in(english.out) == ["map/b.yaml", "map/c.yml"]
    assert places(english.err)[0] == places(dutch.err)[0] == "map/a.yaml:1:11"
    assert english.err.splitlines()[1:] == ["weg.yaml: there is no such file.", "Files: 2, invalid: 1"]


def test_the_same_evaluation_twice_is_told_once_and_both_are_written(call: Call) -> None:
    for number in range(5):
        Path(f"map/b ({number}).yaml").write_text(on("2026-11-24").replace("Lyceum Oost", "lyceum  OOST"))
    ended = call("export", "map", *SMALL)
    pairs = [
        _("{file} and {other}").format(file="map/b (0).yaml", other=f"map/b ({number}).yaml") for number in (1, 2, 3)
    ]
    files = _("{pairs}; and {count} more").format(pairs="; ".join(pairs), count=2)
    assert (ended.code, ended.err) == (
        0,
        told(
            "The same collaboration, date and perspective twice: {files}. Each file counts; is one a copy?",
            files=files,
        ),
    )
    assert len(files_in(ended.out)) == 7


@pytest.mark.parametrize(("form", "rows"), [("csv", HEADER), ("jsonl", "")])
@pytest.mark.parametrize("output", [(), ("--output", "uit.txt")])
def test_where_all_files_are_invalid_there_is_a_header_alone(
    call: Call, form: str, rows: str, output: tuple[str, ...]
) -> None:
    Path("a.yaml").write_text(BAD)
    ended = call("export", "a.yaml", *SMALL, "--format", form, *output)
    said = ended.err.removesuffix(written("uit.txt").err if output else "")
    assert (ended.code, said.endswith(invalid(0)), len(said.splitlines())) == (1, True, 2)
    assert (Path("uit.txt").read_text() if output else ended.out) == rows


@pytest.mark.parametrize(
    ("words", "message", "file"),
    [
        (("--factors", "weg.yaml"), "{file}: there is no such file.", "weg.yaml"),
        (("--output", "weg/uit.csv"), "{file}: the folder does not exist; make it first.", "weg/uit.csv"),
        (
            ("--output", "a.yaml"),
            "{file}: the result would overwrite what it is made from; choose another name.",
            "a.yaml",
        ),
        (
            ("--output", "map/b.yaml"),
            "{file}: this is a file of werkzaam; name another one for the result.",
            "map/b.yaml",
        ),
    ],
)
def test_a_call_that_cannot_be_is_refused_before_anything_is_read(
    call: Call, words: tuple[str, ...], message: str, file: str
) -> None:
    before = {path: path.read_bytes() for path in Path.cwd().rglob("*.y*ml")}
    assert call("export", "weg.yaml", "a.yaml", "map", *SMALL, *words) == refused(message, file=file)
    assert {path: path.read_bytes() for path in Path.cwd().rglob("*.y*ml")} == before


def test_a_file_in_the_folder_that_is_searched_is_none_of_the_answers(call: Call) -> None:
    words = ("export", "map", *SMALL, "--output", "map/uit.yaml")
    assert call(*words) == written("map/uit.yaml")
    first = Path("map/uit.yaml").read_text()
    assert call(*words) == written("map/uit.yaml")
    assert (Path("map/uit.yaml").read_text(), files_in(first)) == (first, ["map/b.yaml", "map/c.yml"])


def test_another_set_is_exported_as_it_is(call: Call) -> None:
    head = "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: East\ndate: 2026-11-23\nanswers:\n  all:\n"
    Path("map/d.yaml").write_text(f'{head}    first: {{answer: "3"}}\n    third: {{answer: not-done}}\n')
    ended = call("export", "map", "--factors", "schaal.yaml")
    assert (ended.code, ended.err) == (0, "Files: 1, skipped (of another factor set): 2\n")
    assert ended.out == HEADER + "".join(
        f"map/d.yaml,East,2026-11-23,,schaal,1,all,{row}\n"
        for row in (
            "first,false,3,0.75,,,1,answered",
            "second,false,,,,,1,open",
            "third,false,not-done,0,,,1,answered",
        )
    )


def rows_in(text: str, form: str) -> list[dict[str, object]]:
    """Return the rows of text, by the names of their columns."""
    return [*(csv.DictReader(io.StringIO(text)) if form == "csv" else map(json.loads, text.splitlines()))]


def sheets(path: str) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows on each sheet of a workbook, without the headings."""
    return {sheet.title: [*sheet.iter_rows(min_row=2, values_only=True)] for sheet in load_workbook(path)}


COLUMNS = {
    "conditions": "file,collaboration,date,perspective,category,factor,condition,preferred,state",
    "scores": "file,collaboration,date,perspective,category,score,scored,expected,coverage,in_place,missing,unknown",
    "actions": "file,collaboration,date,perspective,factor,what,owner,due,status,overdue",
    "factors": "factors,version,category,category_name,factor,factor_text,preferred,since,source,"
    "condition,condition_text",
}


@pytest.mark.parametrize("what", COLUMNS)
def test_what_else_follows_from_the_answers_can_be_asked_for(call: Call, what: str) -> None:
    agreed = f"{ANSWERS}actions:\n  - what: Overleg\n  - {{what: Een sleutel, factor: tijd, due: 2020-01-01}}\n"
    Path("map/b.yaml").write_text(agreed)
    text, lines = (call("export", "map", *SMALL, "--what", what, "--format", form) for form in FORMATS)
    assert (text.code, text.err, lines.err) == (0, "", "")
    assert text.out.partition("\n")[0] == COLUMNS[what]
    for line in lines.out.splitlines():
        assert ",".join(json.loads(line)) == COLUMNS[what]
    count = {"conditions": 2 * 6, "scores": 2 * 3, "actions": 2, "factors": 7}[what]
    assert len(lines.out.splitlines()) == len([*csv.DictReader(io.StringIO(text.out))]) == count
    assert call("export", "map", *SMALL, "--what", "answers") == call("export", "map", *SMALL)


def test_scores_without_a_category_are_those_of_all_factors(call: Call) -> None:
    rows = [*csv.DictReader(io.StringIO(call("export", "a.yaml", *SMALL, "--what", "scores").out))]
    told = json.loads(call("report", "a.yaml", *SMALL, "--format", "json").out)
    assert [row["category"] for row in rows] == ["mensen", "plek", ""]
    assert (float(rows[-1]["score"]), float(rows[-1]["coverage"])) == (told["score"], told["coverage"])
    assert (rows[1]["score"], rows[1]["scored"], rows[1]["expected"], rows[1]["coverage"]) == ("", "0", "1", "0")


def test_what_is_overdue_is_judged_on_the_day_of_the_export(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.yaml").write_text(f"{ANSWERS}actions:\n  - {{what: Een sleutel, due: 2027-03-01}}\n")
    found = []
    for day in (date(2027, 3, 1), date(2027, 3, 2)):
        monkeypatch.setattr("werkzaam.cli.commands.export.today", lambda day=day: day)
        found += [row["overdue"] for row in rows_in(call("export", "a.yaml", *SMALL, "--what", "actions").out, "csv")]
    assert found == ["false", "true"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("what", WHAT)
def test_one_side_alone_can_be_asked_for(call: Call, form: str, what: str) -> None:
    Path("map/c.yml").write_text(ANSWERS.replace("perspective: samen", "perspective: school"))
    words = ("export", *SMALL, "--what", what, "--format", form)
    one, other = (call(*words, "map", "--perspective", side) for side in ("samen", "school"))
    assert one == call(*words, "map/b.yaml")
    assert other == call(*words, "map/c.yml")


@pytest.mark.parametrize("form", FORMATS)
def test_notes_can_be_left_out_and_nothing_else_with_them(call: Call, form: str) -> None:
    whole, without = (call("export", "map", *SMALL, "--format", form, *words) for words in ((), ("--no-notes",)))
    assert "Sinds maart" in whole.out
    rows = rows_in(whole.out, form)
    assert [row.pop("note") for row in rows]
    assert rows_in(without.out, form) == rows
    assert "note" not in without.out


def test_a_workbook_has_all_of_it_or_what_is_asked_for(call: Call) -> None:
    whole = call("export", "map", *SMALL, "--format", "xlsx", "--output", "alles.xlsx")
    assert whole == written("alles.xlsx")
    found = sheets("alles.xlsx")
    assert [*found] == [*map(_, ("Answers", "Conditions", "Scores", "Agreements", "Factors", "Explanation"))]
    assert [len(rows) for rows in found.values()][:-1] == [8, 12, 6, 0, 7]
    words = ("--what", "scores", "--perspective", "samen", "--lang", "en", "--output", "deel.xlsx")
    call("export", "map", *SMALL, "--format", "xlsx", *words)
    assert [len(rows) for rows in sheets("deel.xlsx").values()] == [6, 14]
    call("export", "map", *SMALL, "--format", "xlsx", "--no-notes", "--output", "zonder.xlsx")
    assert b"Sinds maart" in texts("alles.xlsx")
    assert b"Sinds maart" not in texts("zonder.xlsx")


def texts(path: str) -> bytes:
    """Return all that stands in a workbook."""
    with zipfile.ZipFile(path) as parts:
        return b"".join(map(parts.read, parts.namelist()))


def test_a_workbook_is_none_where_there_is_nothing_and_has_what_can_be_used(call: Call) -> None:
    words = ("export", *SMALL, "--format", "xlsx", "--output", "uit.xlsx")
    Path("leeg").mkdir()
    assert call(*words, "leeg") == refused("No answers file was found.")
    assert not Path("uit.xlsx").exists()
    Path("map/a.yaml").write_text(BAD)
    ended = call(*words, "map")
    assert (ended.code, places(ended.err)[0]) == (1, "map/a.yaml:1:11")
    assert len(sheets("uit.xlsx")[_("Answers")]) == 8


@pytest.mark.parametrize("output", [(), ("--output", "-")])
def test_a_workbook_is_not_shown_on_a_terminal(
    call: Call, monkeypatch: pytest.MonkeyPatch, output: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ended = call("export", "weg.yaml", *SMALL, "--format", "xlsx", *output)
    assert ended == refused("This format cannot be shown here: name a file with --output.")
    assert call("export", "a.yaml", *SMALL, *output).code == 0


def test_texts_that_were_cut_off_are_told(call: Call) -> None:
    long = "x" * 40_000
    Path("a.yaml").write_text(f"{ANSWERS}actions:\n  - what: {long}\n  - what: {long}\n")
    ended = call("export", "a.yaml", *SMALL, "--format", "xlsx", "--output", "uit.xlsx", "--lang", "en")
    assert ended.code == 0
    assert ended.err.startswith("Written: uit.xlsx\n2 texts are too long for a cell")


@pytest.mark.parametrize("form", FORMATS)
def test_text_in_a_file_that_promises_a_workbook_is_told(call: Call, form: str) -> None:
    ended = call("export", "a.yaml", *SMALL, "--format", form, "--output", "uit.XLSX")
    message = "{file} holds plain text, not what its name says: add --format {format}."
    assert ended == Done(0, "", written("uit.XLSX").err + told(message, file="uit.XLSX", format="xlsx"))


def test_what_else_could_be_meant_is_named_where_it_is_not_known(call: Call) -> None:
    ended = call("export", "a.yaml", *SMALL, "--what", "score", "--lang", "en")
    expected = "--what cannot be “score”; choose one of answers, conditions, scores, actions, factors."
    assert ended.code == 2
    assert ended.err.startswith(expected)
    assert ended.err.endswith("“scores”?\n")

"""`werkzaam export`: a row for every factor of every evaluation, as they are read."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam.cli.many import many_files, sharing

SMALL = ("--factors", "klein.yaml")
FORMATS = ("csv", "jsonl")
ANSWERS = examples.SMALL_ANSWERS
HEADER = "file,collaboration,date,perspective,factors,version,category,factor,preferred,answer,value,missing,note\n"
CSV = (
    HEADER
    + "".join(
        f"{{file}},Lyceum Oost en Stichting Straatwerk,2026-11-23,samen,klein,2,{row}\n"
        for row in (
            "mensen,team,false,deels,0.5,is-deskundig,Sinds maart zijn er twee mensen.",
            "mensen,contact,false,ja,1,,",
            "plek,ruimte,true,nee,0,is-eigen is-centraal,",
            "plek,tijd,false,,,,",
        )
    )
)  # fmt: skip
BAD = "werkzaam: [\n"
BAD_LINE = "{}:2:1: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n"
NONE = "Er is geen antwoordenbestand gevonden.\n"


@pytest.fixture(autouse=True)
def _other_files(folder: Path) -> None:
    (folder / "map").mkdir()
    for name in ("b.yaml", "c.yml"):
        (folder / "map" / name).write_text(ANSWERS)


def files_in(text: str, form: str = "csv") -> list[str]:
    """Return the files that rows are from, in their order."""
    if form == "csv":
        names = [row["file"] for row in csv.DictReader(io.StringIO(text))]
    else:
        names = [json.loads(line)["file"] for line in text.splitlines()]
    return list(dict.fromkeys(names))


def test_one_evaluation_is_a_header_and_a_row_for_every_factor(call: Call) -> None:
    assert call("export", "a.yaml", *SMALL) == Done(0, CSV.format(file="a.yaml"), "")
    assert call("export", "a.yaml", *SMALL).out == call("report", "a.yaml", *SMALL, "--format", "csv").out


def test_json_lines_hold_lists_and_null_and_the_exact_text(call: Call) -> None:
    note = '=1+1; "zo", zei hij\\u202e'
    Path("a.yaml").write_text(ANSWERS.replace("Sinds maart zijn er twee mensen.", f'"{note}"'.replace('"zo"', "'zo'")))
    ended = call("export", "a.yaml", *SMALL, "--format", "jsonl")
    assert (ended.code, ended.err) == (0, "")
    assert "\u202e" not in ended.out
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert [list(row) for row in rows] == [HEADER.strip().split(",")] * 4
    same = {
        "file": "a.yaml",
        "collaboration": "Lyceum Oost en Stichting Straatwerk",
        "date": "2026-11-23",
        "perspective": "samen",
        "factors": "klein",
        "version": 2,
    }
    assert rows[0] == {
        **same,
        "category": "mensen",
        "factor": "team",
        "preferred": False,
        "answer": "deels",
        "value": 0.5,
        "missing": ["is-deskundig"],
        "note": "=1+1; 'zo', zei hij\u202e",
    }
    assert rows[3] == {
        **same,
        "category": "plek",
        "factor": "tijd",
        "preferred": False,
        "answer": None,
        "value": None,
        "missing": [],
        "note": None,
    }


@pytest.mark.parametrize("form", FORMATS)
def test_rows_come_in_the_order_of_the_paths(call: Call, form: str) -> None:
    for words, expected in [
        (("map", "a.yaml"), ["map/b.yaml", "map/c.yml", "a.yaml"]),
        (("a.yaml", "."), ["a.yaml", "map/b.yaml", "map/c.yml"]),
        (("map/c.yml", "map"), ["map/c.yml", "map/b.yaml"]),
    ]:
        ended = call("export", *words, *SMALL, "--format", form)
        assert (ended.code, ended.err, files_in(ended.out, form)) == (0, "", expected)


@pytest.mark.parametrize("form", FORMATS)
def test_each_file_counts_once_however_often_it_is_meant(call: Call, form: str) -> None:
    ended = call("export", "a.yaml", "./a.yaml", str(Path("a.yaml").absolute()), ".", *SMALL, "--format", form)
    assert files_in(ended.out, form) == ["a.yaml", "map/b.yaml", "map/c.yml"]
    assert len(ended.out.splitlines()) == 3 * 4 + (form == "csv")


def test_one_of_them_can_come_through_a_pipe_which_is_read_once(call: Call) -> None:
    assert call("export", "-", "-", *SMALL, stdin=ANSWERS) == Done(0, CSV.format(file="<stdin>"), "")
    assert files_in(call("export", "a.yaml", "-", "map", *SMALL, stdin=ANSWERS).out) == [
        "a.yaml",
        "<stdin>",
        "map/b.yaml",
        "map/c.yml",
    ]


def test_messages_come_in_the_language_that_is_asked_for_and_rows_are_the_same(call: Call) -> None:
    Path("map/a.yaml").write_text(BAD)
    english = call("export", "map", "weg.yaml", *SMALL, "--lang", "en")
    assert (english.code, english.err.splitlines()) == (
        2,
        [
            "map/a.yaml:2:1: A bracket is opened before this place and not closed.",
            "weg.yaml: there is no such file.",
            "Files: 2, invalid: 1",
        ],
    )
    assert english.out == call("export", "map", "weg.yaml", *SMALL).out


def test_each_invalid_file_is_a_line_and_the_rest_is_written(call: Call) -> None:
    Path("map/bb.yaml").write_text(BAD)
    ended = call("export", "map", *SMALL)
    assert (ended.code, ended.err) == (1, BAD_LINE.format("map/bb.yaml") + "Bestanden: 2, ongeldig: 1\n")
    assert files_in(ended.out) == ["map/b.yaml", "map/c.yml"]


def test_a_named_file_that_cannot_be_read_is_told_and_the_rest_is_written(call: Call) -> None:
    ended = call("export", "weg.yaml", "map", *SMALL)
    assert (ended.code, ended.err) == (2, "weg.yaml: dit bestand bestaat niet.\n")
    assert files_in(ended.out) == ["map/b.yaml", "map/c.yml"]


@pytest.mark.parametrize("form", FORMATS)
def test_it_is_the_same_on_any_number_of_cores(call: Call, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    for number in range(20):
        text = ANSWERS.replace("Lyceum Oost", f"Lyceum {number % 3}")
        Path(f"map/{number:02}.yaml").write_text(text if number % 7 else BAD)
    monkeypatch.setattr(sharing, "_FILES_AT_ONCE", 2)
    ended = []
    for cores in (1, 2, 3):
        monkeypatch.setattr(many_files, "available_cores", lambda cores=cores: cores)
        ended.append(call("export", "map", *SMALL, *("--format", form)))
    assert ended[0].code == 1
    assert len(ended[0].err.splitlines()) == 4
    assert ended == ended[:1] * 3


@pytest.mark.parametrize(("form", "rows"), [("csv", HEADER), ("jsonl", "")])
@pytest.mark.parametrize("output", [(), ("--output", "uit.txt")])
def test_where_all_files_are_invalid_there_is_a_header_alone(
    call: Call, form: str, rows: str, output: tuple[str, ...]
) -> None:
    Path("a.yaml").write_text(BAD)
    ended = call("export", "a.yaml", *SMALL, "--format", form, *output)
    assert (ended.code, ended.err) == (1, BAD_LINE.format("a.yaml") + "Bestanden: 0, ongeldig: 1\n")
    assert (Path("uit.txt").read_text() if output else ended.out) == rows


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("leeg", NONE),
        ("weg.yaml", f"weg.yaml: dit bestand bestaat niet.\n{NONE}"),
        ("anders", f"{NONE}Bestanden: 0, overgeslagen, van een andere factorenlijst: 1\n"),
    ],
)
def test_no_answers_file_at_all_makes_nothing(call: Call, form: str, path: str, told: str) -> None:
    for name in ("leeg", "anders"):
        Path(name).mkdir()
    Path("anders/groot.yaml").write_text(ANSWERS.replace("factors: klein", "factors: groot"))
    Path("uit.txt").write_text("oud")
    before = sorted(Path.cwd().rglob("*"))
    words = ("export", path, *SMALL, "--format", form)
    assert call(*words) == Done(2, "", told)
    assert call(*words, "--output", "nieuw.txt") == Done(2, "", told)
    assert call(*words, "--output", "uit.txt") == Done(2, "", told)
    assert (Path("uit.txt").read_text(), sorted(Path.cwd().rglob("*"))) == ("oud", before)


def test_no_path_at_all_is_told(call: Call) -> None:
    assert call("export") == Done(2, "", "Hier ontbreekt iets: PATH.\nUitleg: werkzaam export --help\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--format", "json"), "De vorm “json” is er niet; kies een van csv, jsonl. Bedoelde je “jsonl”?"),
        (("--format", "table"), "De vorm “table” is er niet; kies een van csv, jsonl."),
        (("--factors", "weg.yaml"), "weg.yaml: dit bestand bestaat niet."),
        (("--output", "weg/uit.csv"), "weg/uit.csv: de map bestaat niet; maak die eerst."),
        (("--output", "map"), "map: dit is geen bestand; noem een ander."),
        (("--output", "a.yaml"), "a.yaml: het resultaat zou vervangen waaruit het is gemaakt."),
        (("--output", "klein.yaml"), "klein.yaml: het resultaat zou vervangen waaruit het is gemaakt."),
        (
            ("--output", "map/b.yaml"),
            "map/b.yaml: dit is een bestand van werkzaam; noem een ander bestand voor het resultaat.",
        ),
    ],
)
def test_a_call_that_cannot_be_is_refused_before_anything_is_read(
    call: Call, words: tuple[str, ...], message: str
) -> None:
    before = {path: path.read_bytes() for path in Path.cwd().rglob("*.y*ml")}
    assert call("export", "weg.yaml", "a.yaml", "map", *SMALL, *words) == Done(2, "", f"{message}\n")
    assert {path: path.read_bytes() for path in Path.cwd().rglob("*.y*ml")} == before


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_gets_exactly_what_stdout_would(call: Call, form: str) -> None:
    before = sorted(Path.cwd().rglob("*"))
    words = ("export", ".", *SMALL, "--format", form)
    assert call(*words, "--output", "uit.csv") == Done(0, "", "")
    assert Path("uit.csv").read_text() == call(*words).out
    assert sorted(Path.cwd().rglob("*")) == sorted([*before, Path.cwd() / "uit.csv"])


def test_a_file_in_the_folder_that_is_searched_is_none_of_the_answers(call: Call) -> None:
    words = ("export", "map", *SMALL, "--output", "map/uit.yaml")
    assert call(*words) == Done(0, "", "")
    first = Path("map/uit.yaml").read_text()
    assert call(*words) == Done(0, "", "")
    assert (Path("map/uit.yaml").read_text(), files_in(first)) == (first, ["map/b.yaml", "map/c.yml"])


def test_a_disk_that_is_full_leaves_the_old_result(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "full")

    Path("uit.csv").write_text("oud")
    before = sorted(Path.cwd().rglob("*"))
    monkeypatch.setattr("os.fsync", full)
    ended = call("export", ".", *SMALL, "--output", "uit.csv")
    assert ended == Done(2, "", "uit.csv: kan niet worden bewaard (de schijf is vol).\n")
    assert (Path("uit.csv").read_text(), sorted(Path.cwd().rglob("*"))) == ("oud", before)


def test_another_set_is_exported_as_it_is(call: Call) -> None:
    head = "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: East\ndate: 2026-11-23\nanswers:\n  all:\n"
    Path("map/d.yaml").write_text(f'{head}    first: {{answer: "3"}}\n    third: {{answer: not-done}}\n')
    ended = call("export", "map", "--factors", "schaal.yaml")
    assert (ended.code, ended.err) == (0, "Files: 1, passed over, of another factor set: 2\n")
    assert ended.out == HEADER + "".join(
        f"map/d.yaml,East,2026-11-23,,schaal,1,all,{row}\n"
        for row in ("first,false,3,0.75,,", "second,false,,,,", "third,false,not-done,0,,")
    )

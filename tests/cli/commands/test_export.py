"""`werkzaam export`: a row for every factor of every evaluation, as they are read."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done, places, refused, told
from werkzaam.language import _

SMALL = ("--factors", "klein.yaml")
FORMATS = ("csv", "jsonl")
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
            "Twice the same collaboration, date and perspective: {files}. Each file counts; is one a copy?",
            files=files,
        ),
    )
    assert len(files_in(ended.out)) == 7


def test_each_invalid_file_is_a_line_and_the_rest_is_written(call: Call) -> None:
    Path("map/bb.yaml").write_text(BAD)
    ended = call("export", "map", *SMALL)
    assert (ended.code, places(ended.err)[0], len(ended.err.splitlines())) == (1, "map/bb.yaml:1:11", 2)
    assert ended.err.endswith(invalid(2))
    assert files_in(ended.out) == ["map/b.yaml", "map/c.yml"]


def test_a_named_file_that_cannot_be_read_is_told_and_the_rest_is_written(call: Call) -> None:
    ended = call("export", "weg.yaml", "map", *SMALL)
    assert (ended.code, ended.err) == (2, told("{file}: there is no such file.", file="weg.yaml"))
    assert files_in(ended.out) == ["map/b.yaml", "map/c.yml"]


@pytest.mark.parametrize(("form", "rows"), [("csv", HEADER), ("jsonl", "")])
@pytest.mark.parametrize("output", [(), ("--output", "uit.txt")])
def test_where_all_files_are_invalid_there_is_a_header_alone(
    call: Call, form: str, rows: str, output: tuple[str, ...]
) -> None:
    Path("a.yaml").write_text(BAD)
    ended = call("export", "a.yaml", *SMALL, "--format", form, *output)
    assert (ended.code, ended.err.endswith(invalid(0)), len(ended.err.splitlines())) == (1, True, 2)
    assert (Path("uit.txt").read_text() if output else ended.out) == rows


@pytest.mark.parametrize(
    ("words", "message", "file"),
    [
        (("--factors", "weg.yaml"), "{file}: there is no such file.", "weg.yaml"),
        (("--output", "weg/uit.csv"), "{file}: the folder does not exist; make it first.", "weg/uit.csv"),
        (("--output", "a.yaml"), "{file}: the result would replace what it is made from.", "a.yaml"),
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
    assert call(*words) == Done(0, "", "")
    first = Path("map/uit.yaml").read_text()
    assert call(*words) == Done(0, "", "")
    assert (Path("map/uit.yaml").read_text(), files_in(first)) == (first, ["map/b.yaml", "map/c.yml"])


def test_another_set_is_exported_as_it_is(call: Call) -> None:
    head = "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: East\ndate: 2026-11-23\nanswers:\n  all:\n"
    Path("map/d.yaml").write_text(f'{head}    first: {{answer: "3"}}\n    third: {{answer: not-done}}\n')
    ended = call("export", "map", "--factors", "schaal.yaml")
    assert (ended.code, ended.err) == (0, "Files: 1, passed over, of another factor set: 2\n")
    assert ended.out == HEADER + "".join(
        f"map/d.yaml,East,2026-11-23,,schaal,1,all,{row}\n"
        for row in (
            "first,false,3,0.75,,,1,answered",
            "second,false,,,,,1,open",
            "third,false,not-done,0,,,1,answered",
        )
    )

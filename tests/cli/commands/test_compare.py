"""`werkzaam compare`: in which order, by what, under which labels, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from tests import examples
from tests.cli.calling import Call, Done

SMALL = ("--factors", "klein.yaml")
FORMATS = ("table", "json", "markdown", "html")
AXES = ("perspective", "date", "collaboration")
Y2026 = examples.SMALL_ANSWERS
Y2027 = (
    Y2026.replace("2026-11-23", "2027-11-22").replace("answer: nee", "answer: ja").replace("answer:\n", "answer: nee\n")
)
SCHOOL = Y2026.replace("perspective: samen", "perspective: school").replace("answer: ja", "answer: weet-niet")
WEST = Y2026.replace("Lyceum Oost", "Lyceum West")

YEARS = """\
Lyceum Oost en Stichting Straatwerk
2026, 2027

Mensen  ▇▇
  2026  75 % (2 van 2)
  2027  75 % (2 van 2)  =

Plek  –▁
  2026  – (0 van 1)
  2027  0 % (1 van 1)

Alle factoren samen  ▇▅
  2026  75 % (2 van 3)
  2027  50 % (3 van 3)  -25

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Waar de antwoorden verschillen ─────────────────────────────────────────────────
Er is een eigen ruimte. (een wens)
  2026: Nee; 2027: Ja

Wat in een van de jaren niet is beantwoord ─────────────────────────────────────
Er is genoeg tijd.
  2026: open; 2027: Nee

Waar alle antwoorden hetzelfde zijn ────────────────────────────────────────────
Ja
  • Er is één aanspreekpunt.
Deels
  • Er is een vast team.
"""


@pytest.fixture(autouse=True)
def _other_files(folder: Path) -> None:
    for name, text in (("b.yaml", Y2027), ("school.yaml", SCHOOL), ("west.yaml", WEST)):
        (folder / name).write_text(text)


def found(call: Call, *words: str, stdin: str = "", err: str = "") -> dict[str, Any]:
    """Return a comparison as other programs read it."""
    ended = call("compare", *words, *SMALL, "--format", "json", stdin=stdin)
    assert (ended.code, ended.err) == (0, err)
    read: dict[str, Any] = json.loads(ended.out)
    return read


def labels(call: Call, *words: str) -> list[str]:
    return [column["label"] for column in found(call, *words)["columns"]]


def test_years_go_to_stdout(call: Call) -> None:
    assert call("compare", "a.yaml", "b.yaml", *SMALL) == Done(0, YEARS, "")


def test_words_can_be_english(call: Call) -> None:
    ended = call("compare", "a.yaml", "school.yaml", *SMALL, "--lang", "en")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Lyceum Oost en Stichting Straatwerk\nSchool, Together\n\nPeople\n")
    assert "\nWhere somebody does not know ─" in ended.out
    assert "\n  School: Don't know; Together: Yes\n" in ended.out


@pytest.mark.parametrize("form", FORMATS)
def test_one_of_them_can_come_through_a_pipe(call: Call, form: str) -> None:
    words = (*SMALL, "--format", form)
    expected = call("compare", "a.yaml", "b.yaml", *words)
    assert (expected.code, expected.err) == (0, "")
    piped = call("compare", "a.yaml", "-", *words, stdin=Y2027)
    assert piped == Done(0, expected.out.replace('"b.yaml"', '"<stdin>"'), "")


def test_stdin_holds_one_file(call: Call) -> None:
    assert call("compare", "-", "a.yaml", "-", *SMALL, stdin=Y2027) == Done(
        2, "", "- kan maar één keer worden genoemd: stdin bevat één bestand.\n"
    )


@pytest.mark.parametrize("files", [("a.yaml",), ("-",), ("a.yaml", "/dev/null"), ("/dev/null", "/dev/null")])
@pytest.mark.parametrize("more", [(), ("--by", "date"), ("--format", "html")])
def test_one_evaluation_is_no_comparison(call: Call, files: tuple[str, ...], more: tuple[str, ...]) -> None:
    assert call("compare", *files, *SMALL, *more, stdin=Y2026) == Done(
        2, "", "Noem twee bestanden of meer: één alleen toon je met werkzaam report.\n"
    )


def test_no_file_at_all_is_told(call: Call) -> None:
    ended = call("compare")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err


# --- by what ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "by", "expected"),
    [
        pytest.param(("a.yaml", "b.yaml"), "date", ["2026", "2027"], id="years"),
        pytest.param(("a.yaml", "school.yaml"), "perspective", ["School", "Samen"], id="partners"),
        pytest.param(
            ("west.yaml", "a.yaml"),
            "collaboration",
            ["Lyceum West en Stichting Straatwerk", "Lyceum Oost en Stichting Straatwerk"],
            id="collaborations",
        ),
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
    Path("anders.yaml").write_text(
        Y2026.replace("Lyceum Oost en Stichting Straatwerk", '" lyceum oost  EN stichting straat werk"')
    )
    read = found(call, *files)
    assert (read["by"], [column["label"] for column in read["columns"]]) == (by, expected)


@pytest.mark.parametrize(
    ("files", "axes"),
    [
        (("b.yaml", "school.yaml"), "perspective of --by date"),
        (("b.yaml", "west.yaml"), "date of --by collaboration"),
        (("school.yaml", "west.yaml"), "perspective of --by collaboration"),
        (("a.yaml", "b.yaml", "school.yaml", "west.yaml"), "perspective of --by date of --by collaboration"),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_where_more_varies_somebody_has_to_choose(call: Call, form: str, files: tuple[str, ...], axes: str) -> None:
    assert call("compare", *files, *SMALL, "--format", form) == Done(
        2, "", f"Deze bestanden verschillen in meer dan één ding: kies --by {axes}.\n"
    )


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("perspective", ["School", "Samen (22-11-2027)", "Samen (23-11-2026)"]),
        ("date", ["2026 (23-11-2026, school.yaml)", "2026 (23-11-2026, west.yaml)", "2027"]),
        (
            "collaboration",
            [
                "Lyceum Oost en Stichting Straatwerk (22-11-2027)",
                "Lyceum Oost en Stichting Straatwerk (23-11-2026)",
                "Lyceum West en Stichting Straatwerk",
            ],
        ),
    ],
)
def test_what_was_chosen_is_what_sets_them_apart(call: Call, by: str, expected: list[str]) -> None:
    assert labels(call, "b.yaml", "school.yaml", "west.yaml", "--by", by) == expected


@pytest.mark.parametrize(
    ("by", "near"), [("dat", " Bedoelde je “date”?"), ("Perspective", " Bedoelde je “perspective”?"), ("x", "")]
)
def test_an_axis_that_is_not_there_is_refused(call: Call, by: str, near: str) -> None:
    assert call("compare", "a.yaml", "b.yaml", *SMALL, "--by", by) == Done(
        2, "", f"--by kan niet “{by}” zijn; kies een van perspective, date, collaboration.{near}\n"
    )


# --- order and labels -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_years_stand_as_they_pass_however_they_are_named(call: Call, form: str) -> None:
    words = (*SMALL, "--format", form)
    assert call("compare", "b.yaml", "a.yaml", *words) == call("compare", "a.yaml", "b.yaml", *words)


def test_partners_stand_in_the_order_of_the_set_and_first_who_did_not_say(call: Call) -> None:
    Path("iemand.yaml").write_text(Y2026.replace("perspective: samen\n", ""))
    assert labels(call, "a.yaml", "school.yaml", "iemand.yaml") == ["Niet gezegd", "School", "Samen"]


def test_files_of_one_name_in_two_folders_are_told_apart(call: Call) -> None:
    for name in ("een", "twee"):
        Path(name).mkdir()
        Path(name, "c.yaml").write_text(Y2026)
    assert labels(call, "een/c.yaml", "./twee/c.yaml", "a.yaml") == [
        "2026 (23-11-2026, een/c.yaml)",
        "2026 (23-11-2026, twee/c.yaml)",
        "2026 (23-11-2026, a.yaml)",
    ]


def test_nothing_is_merged(call: Call) -> None:
    read = found(call, "a.yaml", "a.yaml", "b.yaml")
    assert [column["file"] for column in read["columns"]] == ["a.yaml", "a.yaml", "b.yaml"]
    assert {len(factor["answers"]) for factor in read["factors"]} == {3}


# --- figures ----------------------------------------------------------------------------------------------------


def test_factors_stand_by_gap_then_by_what_is_worth_a_talk_then_as_in_the_set(call: Call) -> None:
    one = Y2026.replace("answer: deels\n      missing:\n        - is-deskundig", "answer: weet-niet")
    other = Y2026.replace("answer: ja", "answer: deels")
    Path("een.yaml").write_text(one)
    Path("twee.yaml").write_text(other)
    read = found(call, "een.yaml", "twee.yaml")
    assert [(item["factor"], item["gap"], item["kind"]) for item in read["factors"]] == [
        ("contact", 0.5, "gap"),
        ("team", 0, "unknown"),
        ("tijd", 0, "open"),
        ("ruimte", 0, "same"),
    ]


@pytest.mark.parametrize("by", AXES)
def test_the_figures_are_those_of_each_report(call: Call, by: str) -> None:
    files = ("a.yaml", "b.yaml", "school.yaml", "west.yaml")
    read = found(call, *files, "--by", by)
    reports = {file: json.loads(call("report", file, *SMALL, "--format", "json").out) for file in files}
    columns = [reports[column["file"]] for column in read["columns"]]
    assert sorted(column["file"] for column in read["columns"]) == sorted(files)
    for key in ("score", "coverage"):
        assert [column[key] for column in read["columns"]] == [report[key] for report in columns]
    for number, category in enumerate(read["categories"]):
        assert [report["categories"][number]["id"] for report in columns] == [category["id"]] * 4
        assert [report["categories"][number]["score"] for report in columns] == category["scores"]
    by_factor = [
        {factor["id"]: factor for category in report["categories"] for factor in category["factors"]}
        for report in columns
    ]
    assert {item["factor"] for item in read["factors"]} == set(by_factor[0])
    for item in read["factors"]:
        assert item["answers"] == [factors[item["factor"]]["answer"] for factors in by_factor]
        assert item["values"] == [factors[item["factor"]]["value"] for factors in by_factor]


# --- an agenda for partners ---------------------------------------------------------------------------------------


def test_partners_get_an_agenda_for_their_talk(call: Call) -> None:
    ended = call("compare", "a.yaml", "school.yaml", *SMALL, "--format", "markdown")
    assert (ended.code, ended.err) == (0, "")
    assert [line for line in ended.out.splitlines() if line.startswith(("#", ">"))] == [
        "# Lyceum Oost en Stichting Straatwerk",
        "## Wat missen we allemaal?",
        "### 1. Er is een vast team.",
        "> Wat lukt hier al, en wat zou een volgende stap zijn?",
        "### 2. Er is een eigen ruimte. (een wens)",
        "> Stel dat dit er volgend jaar is: waaraan zouden we dat merken?",
        "## Wat weten we nog niet?",
        "### 3. Er is één aanspreekpunt.",
        "> School, wat zou je hierover willen horen van Samen?",
        "### 4. Er is genoeg tijd.",
        "> Hoe kijkt ieder van ons hiernaar?",
        "## Scores naast elkaar",
    ]
    page = call("compare", "a.yaml", "school.yaml", *SMALL, "--format", "html")
    assert (page.code, page.err) == (0, "")
    assert '<p class="ask">School, wat zou je hierover willen horen van Samen?</p>' in page.out


@pytest.mark.parametrize("form", FORMATS)
def test_partners_can_be_named_in_any_order(call: Call, form: str) -> None:
    words = (*SMALL, "--format", form)
    assert call("compare", "a.yaml", "school.yaml", *words) == call("compare", "school.yaml", "a.yaml", *words)


@pytest.mark.parametrize("by", AXES)
@pytest.mark.parametrize(("form", "sign"), [("markdown", "> "), ("html", '<p class="ask">')])
def test_only_partners_get_one(call: Call, by: str, form: str, sign: str) -> None:
    shown = call("compare", "a.yaml", "b.yaml", "school.yaml", *SMALL, "--by", by, "--format", form)
    assert any(line.startswith(sign) for line in shown.out.splitlines()) == (by == "perspective")


def test_what_is_overdue_in_an_agenda_does_not_depend_on_the_day_of_the_call(call: Call) -> None:
    due = "actions:\n  - what: Een bord\n    due: {}\n    status: open\n"
    Path("een.yaml").write_text(SCHOOL.replace("2026-11-23", "2026-11-20") + due.format("2026-11-22"))
    Path("twee.yaml").write_text(Y2026 + due.format("2026-11-23"))
    shown = call("compare", "een.yaml", "twee.yaml", *SMALL, "--format", "markdown")
    assert (
        "\n- Een bord (uiterlijk 22-11-2026, over tijd, in het bestand van School; "
        "uiterlijk 23-11-2026, in het bestand van Samen)\n"
    ) in shown.out


# --- versions of the set ----------------------------------------------------------------------------------------


def test_factors_that_one_version_lacks_are_named_and_not_compared(call: Call) -> None:
    older = Y2026.replace("version: 2", "version: 1")
    Path("a.yaml").write_text(older.replace("    tijd:\n      answer:\n", "    bureau:\n      answer: ja\n"))
    warning = (
        "a.yaml:19:5: let op: “bureau” is vervallen: deze versie van de factorenlijst heeft het niet meer. "
        "Het blijft in het bestand staan.\n"
    )
    read = found(call, "b.yaml", "a.yaml", err=warning)
    assert (read["retired"], read["added"]) == (["bureau"], ["tijd"])
    assert {item["factor"] for item in read["factors"]} == {"team", "contact", "ruimte"}
    for form in ("table", "markdown", "html"):
        ended = call("compare", "b.yaml", "a.yaml", *SMALL, "--format", form)
        assert (ended.code, ended.err) == (0, warning)
        assert "Vervallen, en niet vergeleken: bureau." in ended.out
        assert "Niet overal gevraagd, en niet vergeleken: tijd." in ended.out
        assert "Er is genoeg tijd." not in ended.out


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("version: 2", "version: 3"), "b.yaml:3:10: Dit bestand is ingevuld met versie 3 van de factorenlijst"),
        (("factors: klein", "factors: x"), "b.yaml:2:10: Dit bestand hoort bij de factorenlijst “x”"),
        (("answer: ja", "answer: Ja"), "b.yaml:15:15: “Ja” is geen antwoord bij deze factor"),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_cannot_be_used_leaves_stdout_empty(
    call: Call, form: str, change: tuple[str, str], message: str
) -> None:
    Path("b.yaml").write_text(Y2026.replace(*change))
    ended = call("compare", "a.yaml", "b.yaml", *SMALL, "--format", form)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(message)


# --- where it goes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_gets_exactly_what_stdout_would(call: Call, form: str) -> None:
    words = ("compare", "a.yaml", "b.yaml", *SMALL, "--format", form)
    shown = call(*words)
    assert call(*words, "--output", "uit.txt") == Done(0, "", "")
    assert Path("uit.txt").read_bytes() == shown.out.encode()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", ["a.yaml", "./b.yaml", "klein.yaml", "link"])
def test_what_it_is_made_from_is_not_replaced(call: Call, form: str, path: str) -> None:
    Path("link").symlink_to("b.yaml")
    before = {item: item.read_bytes() for item in Path.cwd().iterdir()}
    ended = call("compare", "a.yaml", "b.yaml", *SMALL, "--format", form, "--output", path)
    name = path.removeprefix("./")
    assert ended == Done(2, "", f"{name}: het resultaat zou vervangen waaruit het is gemaakt.\n")
    assert {item: item.read_bytes() for item in Path.cwd().iterdir()} == before


def test_another_answers_file_is_not_replaced_either(call: Call) -> None:
    ended = call("compare", "a.yaml", "b.yaml", *SMALL, "--output", "west.yaml")
    assert ended == Done(
        2, "", "west.yaml: dit is een bestand van werkzaam; noem een ander bestand voor het resultaat.\n"
    )
    assert Path("west.yaml").read_text() == WEST


@pytest.mark.parametrize(
    ("form", "near"), [("jsno", " Bedoelde je “json”?"), ("HTML", " Bedoelde je “html”?"), ("csv", "")]
)
def test_a_format_that_is_not_there_is_refused(call: Call, form: str, near: str) -> None:
    assert call("compare", "a.yaml", "b.yaml", *SMALL, "--format", form) == Done(
        2, "", f"De vorm “{form}” is er niet; kies een van table, json, markdown, html.{near}\n"
    )


@pytest.mark.parametrize("width", [40, 80])
def test_the_width_of_a_table_can_be_asked_for(call: Call, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = call("compare", "a.yaml", "b.yaml", "west.yaml", *SMALL, "--by", "collaboration")
    assert max(map(cell_len, shown.out.splitlines())) == width


def test_a_comparison_changes_nothing_in_the_folder(call: Call) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()}
    for form in FORMATS:
        assert call("compare", "a.yaml", "b.yaml", "--format", form, *SMALL).code == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()} == before

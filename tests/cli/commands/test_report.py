from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from tests.formats.reports import report_rows
from werkzaam import language
from werkzaam.cli.arguments.values import today
from werkzaam.cli.streams.output import Output
from werkzaam.domain import report as reports
from werkzaam.files import answers, reading
from werkzaam.formats.csv_text import csv_text
from werkzaam.formats.report_html import report_html
from werkzaam.formats.report_json import report_json
from werkzaam.formats.report_markdown import report_markdown
from werkzaam.terminal.report_table import print_report

SMALL = ("--factors", "klein.yaml")


def expected_report(capsys: pytest.CaptureFixture[str], lang: str = "nl") -> str:
    """Return the report on the shared answers; test_report_table.py holds it against whole texts."""
    language.activate(lang)
    factor_set = examples.small(lang)
    evaluation = answers.read(reading.Source("a.yaml", examples.SMALL_ANSWERS), factor_set).evaluation
    found = reports.report(factor_set, evaluation)
    Output(None).drawing(lambda console, signs: print_report(console, signs, found, date(2026, 11, 24)))
    return capsys.readouterr().out


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_report_goes_to_stdout_alone(call: Call, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    assert call("report", "a.yaml", *SMALL, "--lang", lang) == Done(0, expected_report(capsys, lang), "")


def test_a_file_can_come_through_a_pipe(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("report", "-", *SMALL, stdin=examples.SMALL_ANSWERS) == Done(0, expected_report(capsys), "")
    assert call("report", "-", *SMALL, stdin="werkzaam: 1\nfactors: [\n") == Done(
        2, "", "<stdin>:3:1: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n"
    )
    assert call("report", "-", *SMALL) == Done(
        2, "", "<stdin>:1:1: Dit is geen bestand van werkzaam: het hoort te beginnen met “werkzaam: 1”.\n"
    )


def test_without_a_file_the_only_one_with_a_default_name_is_taken(
    call: Call, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert call("report", *SMALL) == Done(
        2, "", "Hier staat geen antwoordenbestand: noem er een, of begin met werkzaam check.\n"
    )
    (folder / "a.yaml").rename(folder / "werkzaam-2026-samen.yaml")
    assert call("report", *SMALL) == Done(0, expected_report(capsys), "")
    (folder / "werkzaam-2025.yaml").write_text(examples.SMALL_ANSWERS)
    assert call("report", *SMALL) == Done(
        2,
        "",
        "Hier staan meerdere antwoordenbestanden: noem er een van werkzaam-2025.yaml, werkzaam-2026-samen.yaml.\n",
    )


def test_what_has_no_effect_is_told_on_stderr(call: Call, folder: Path) -> None:
    text = examples.SMALL_ANSWERS.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n")
    (folder / "a.yaml").write_text(text)
    ended = call("report", "a.yaml", *SMALL)
    assert (ended.code, ended.err) == (
        0,
        "a.yaml:19:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen na een gedeeltelijk antwoord.\n",
    )


def test_every_mistake_in_a_file_is_a_line_on_stderr(call: Call, folder: Path) -> None:
    text = examples.SMALL_ANSWERS.replace("answer: ja", "answer: Ja").replace("date:", "datum:")
    (folder / "a.yaml").write_text(text)
    assert call("report", "a.yaml", *SMALL) == Done(
        2,
        "",
        "a.yaml:1:1: “date” ontbreekt hier.\n"
        "a.yaml:5:1: “datum” is hier niet bekend. Bedoelde je “date”?\n"
        "a.yaml:15:15: “Ja” is geen antwoord bij deze factor; de antwoorden zijn: ja, deels, nee, weet-niet, nvt. "
        "Bedoelde je “ja”?\n",
    )


def test_a_set_in_a_third_language_gets_english_words(call: Call, folder: Path) -> None:
    (folder / "frans.yaml").write_text(examples.OTHER_SCALE.replace("language: en", "language: fr"))
    text = "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: X\ndate: 2026-11-23\nanswers:\n"
    ended = call("report", "-", "--factors", "frans.yaml", stdin=text)
    assert ended.code == 0
    assert ended.out.startswith("X\n2026-11-23 · Another scale\n\nCategory ")


def test_a_set_that_cannot_be_used_is_told(call: Call, folder: Path) -> None:
    (folder / "klein.yaml").write_text(examples.SMALL_SET.replace("id: klein", "id: Klein"))
    assert call("report", "a.yaml", *SMALL) == Done(
        2, "", "klein.yaml:2:5: “Klein” is geen id: gebruik kleine letters, cijfers en losse streepjes ertussen.\n"
    )


def test_the_option_goes_before_the_environment(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKZAAM_FACTORS", "schaal.yaml")
    assert call("report", "a.yaml", *SMALL).code == 0
    assert call("report", "a.yaml") == Done(
        2,
        "",
        "a.yaml:2:10: This file belongs to the factor set “klein”, not to “schaal”: name its set with --factors.\n",
    )


def expected_text(form: str, lang: str, file: str) -> str:
    """Return the report on the shared answers as the formats themselves make it; their own tests hold that."""
    language.activate(lang)
    factor_set = examples.small(lang)
    found = reports.report(
        factor_set, answers.read(reading.Source("a.yaml", examples.SMALL_ANSWERS), factor_set).evaluation
    )
    texts = {
        "json": lambda: report_json(found),
        "csv": lambda: csv_text(report_rows(file, found)),
        "markdown": lambda: report_markdown(found, today()),
        "html": lambda: report_html(found, today()),
    }
    text = texts[form]()
    language.activate("en" if lang == "nl" else "nl")  # what comes next has to choose by itself
    return text


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("form", ["json", "csv", "markdown", "html"])
def test_a_format_alone_goes_to_stdout(call: Call, form: str, lang: str) -> None:
    words = ("--format", form, "--lang", lang, *SMALL)
    assert call("report", "./a.yaml", *words) == Done(0, expected_text(form, lang, "a.yaml"), "")
    assert call("report", "-", *words, stdin=examples.SMALL_ANSWERS) == Done(
        0, expected_text(form, lang, "<stdin>"), ""
    )


@pytest.mark.parametrize(("file", "name"), [("a.yaml", "a.yaml"), ("-", "<stdin>")])
def test_rows_name_the_file_that_they_come_from(call: Call, file: str, name: str) -> None:
    ended = call("report", file, "--format", "csv", *SMALL, stdin=examples.SMALL_ANSWERS)
    about = f"{name},Lyceum Oost en Stichting Straatwerk,2026-11-23,samen,klein,2"
    assert ended == Done(
        0,
        "file,collaboration,date,perspective,factors,version,category,factor,preferred,answer,value,missing,note\n"
        f"{about},mensen,team,false,deels,0.5,is-deskundig,Sinds maart zijn er twee mensen.\n"
        f"{about},mensen,contact,false,ja,1,,\n"
        f"{about},plek,ruimte,true,nee,0,is-eigen is-centraal,\n"
        f"{about},plek,tijd,false,,,,\n",
        "",
    )


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "html"])
def test_warnings_do_not_mix_with_a_result(call: Call, form: str) -> None:
    clean = call("report", "a.yaml", "--format", form, *SMALL)
    text = examples.SMALL_ANSWERS.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n")
    Path("a.yaml").write_text(text)
    assert call("report", "a.yaml", "--format", form, *SMALL) == Done(
        0,
        clean.out,
        "a.yaml:19:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen na een gedeeltelijk antwoord.\n",
    )


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "html"])
def test_a_file_that_cannot_be_used_leaves_stdout_empty(call: Call, form: str) -> None:
    words = ("--format", form, *SMALL)
    assert call("report", "-", *words, stdin="werkzaam: 1\nfactors: [\n") == Done(
        2, "", "<stdin>:3:1: Vóór deze plek gaat een haakje open dat niet dichtgaat.\n"
    )
    assert call("report", "weg.yaml", *words) == Done(2, "", "weg.yaml: dit bestand bestaat niet.\n")


@pytest.mark.parametrize("width", [40, 120])
def test_the_width_of_a_table_can_be_asked_for(call: Call, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = call("report", "a.yaml", *SMALL)
    assert max(map(len, shown.out.splitlines())) == width
    assert call("report", "a.yaml", *SMALL, "--output", "uit.txt").code == 0
    assert Path("uit.txt").read_text() == shown.out


def test_the_rule_that_fails_a_score_is_told_after_the_warnings(call: Call) -> None:
    text = examples.SMALL_ANSWERS.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n")
    Path("a.yaml").write_text(text)
    ended = call("report", "a.yaml", *SMALL, "--fail-under", "80", "--format", "json")
    assert ended.code == 1
    assert ended.err == (
        "a.yaml:19:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen na een gedeeltelijk antwoord.\n"
        "De score is 75 %: 80 % is niet gehaald.\n"
    )


def test_a_report_changes_nothing_in_the_folder(call: Call) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()}
    for form in ("table", "json", "csv", "markdown", "html"):
        assert call("report", "a.yaml", "--format", form, *SMALL).code == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path.cwd().iterdir()} == before

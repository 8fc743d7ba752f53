from datetime import date
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam import language
from werkzaam.cli.output import Output
from werkzaam.domain import report as reports
from werkzaam.files import answers, reading
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
        "Hier staan meer antwoordenbestanden: noem er een van werkzaam-2025.yaml, werkzaam-2026-samen.yaml.\n",
    )


def test_what_has_no_effect_is_told_on_stderr(call: Call, folder: Path) -> None:
    text = examples.SMALL_ANSWERS.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n")
    (folder / "a.yaml").write_text(text)
    ended = call("report", "a.yaml", *SMALL)
    assert (ended.code, ended.err) == (
        0,
        "a.yaml:19:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen bij een antwoord daartussenin.\n",
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

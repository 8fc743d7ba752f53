"""A fault of the program itself: one line, exit code 3, and the details only for whoever asks for them."""

from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call
from tests.failing import raising
from werkzaam import __version__
from werkzaam.domain.questionnaire import Questionnaire
from werkzaam.files.store import AnswersStore
from werkzaam.language import _

REPORT = ("report", "a.yaml", "--factors", "klein.yaml")
NEW = ("check", "b.yaml", "--collaboration", "Lyceum Oost", "--perspective", "samen", "--factors", "klein.yaml")
failing = raising(LookupError, "nobody foresaw this")


@pytest.fixture(autouse=True)
def _fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WERKZAAM_DEBUG", raising=False)
    monkeypatch.setattr("werkzaam.documents.report.report_document", failing)


def test_a_fault_is_one_line_with_the_version_and_how_to_see_more(call: Call) -> None:
    done = call(*REPORT)
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert __version__ in done.err
    assert "LookupError" in done.err
    assert "WERKZAAM_DEBUG=1" in done.err
    assert _("Nothing was changed.") in done.err


def test_whoever_asks_for_the_details_sees_them(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKZAAM_DEBUG", "1")
    done = call(*REPORT)
    assert done.code == 3
    assert "Traceback" in done.err
    assert "nobody foresaw this" in done.err


def test_a_fault_amid_the_questions_says_where_the_answers_are(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Questionnaire, "run", failing)
    done = call(*NEW, stdin="ja\n")
    assert done.code == 3
    assert _("What you answered so far is in {file}.").format(file="b.yaml") in done.err
    assert AnswersStore.open(folder / "b.yaml", examples.small(), print).evaluation.collaboration == "Lyceum Oost"


def test_a_fault_of_the_report_at_the_end_says_where_the_answers_are(folder: Path, call: Call) -> None:
    done = call(*NEW, "--answer", "tijd=ja", "--no-input")
    assert done.code == 3
    assert _("What you answered so far is in {file}.").format(file="b.yaml") in done.err
    assert _("Nothing was changed.") not in done.err
    assert AnswersStore.open(folder / "b.yaml", examples.small(), print).evaluation.answers["tijd"].option == "ja"


def test_a_fault_of_a_save_says_where_what_was_typed_is(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkzaam.files.editing.with_answer", failing)
    done = call(*NEW, stdin="t Een notitie.\nja\n")
    assert done.code == 3
    assert done.err.endswith(" " + _("Your answers are in {file}.").format(file="b.yaml.rescue") + "\n")
    assert _("What you answered so far is in {file}.").format(file="b.yaml") not in done.err
    assert "note: Een notitie.\n" in (folder / "b.yaml.rescue").read_text()


def test_what_can_be_saved_nowhere_stands_line_by_line_below_the_fault(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("editing.with_answer", "unsaved.write_apart"):
        monkeypatch.setattr(f"werkzaam.files.{place}", failing)
    done = call(*NEW, stdin="t Een notitie.\nja\n")
    told = _("Your answers could not be saved anywhere; here they are, to be copied:")
    line, *text = done.err[done.err.index("LookupError") :].split("\n")
    assert (done.code, line.endswith(f" {told}"), text[0]) == (3, True, "werkzaam: 1")
    assert "      note: Een notitie." in text

"""`werkzaam report`: what it reads, what it says beside the result, and how it ends."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests import examples
from tests.cli.calling import SMALL, Call, Done, places, refused, told
from werkzaam.language import _

FORMATS = ("table", "json", "csv", "markdown", "html")
WARNED = examples.SMALL_ANSWERS.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n")
BROKEN = "werkzaam: 1\nfactors: [\n"


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_can_come_through_a_pipe_and_warnings_do_not_mix_with_a_result(call: Call, form: str) -> None:
    words = ("--format", form, *SMALL)
    shown = call("report", "a.yaml", *words)
    assert (shown.code, shown.err) == (0, "")
    piped = call("report", "-", *words, stdin=WARNED)
    assert (piped.code, piped.out) == (0, shown.out.replace("a.yaml,", "<stdin>,"))
    assert places(piped.err) == ["<stdin>:19:7"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_cannot_be_used_leaves_stdout_empty(call: Call, form: str) -> None:
    ended = call("report", "-", "--format", form, *SMALL, stdin=BROKEN)
    assert (ended.code, ended.out, places(ended.err)[-1]) == (2, "", "<stdin>:2:10")


@pytest.mark.parametrize("form", ["table", "markdown", "html"])
@pytest.mark.parametrize(
    ("perspective", "title"),
    [
        ("perspective: samen\n", "What nobody knows yet"),
        ("", "What nobody knows yet"),
        ("perspective: school\n", "What you do not know (yet)"),
    ],
)
def test_what_is_not_known_is_said_of_those_who_filled_it_in(
    call: Call, form: str, perspective: str, title: str
) -> None:
    answers = examples.SMALL_ANSWERS.replace("answer: ja", "answer: weet-niet")
    shown = call("report", "-", "--format", form, *SMALL, stdin=answers.replace("perspective: samen\n", perspective))
    titles = {_("What nobody knows yet"), _("What you do not know (yet)")}
    assert {found for found in titles if found in shown.out.replace("\\", "")} == {_(title)}


def test_without_anything_in_a_pipe_there_is_no_report(call: Call) -> None:
    ended = call("report", "-", *SMALL)
    assert (ended.code, ended.out, places(ended.err)) == (2, "", ["<stdin>:1:1"])


def test_every_mistake_in_a_file_is_a_line_on_stderr(call: Call) -> None:
    Path("a.yaml").write_text(examples.SMALL_ANSWERS.replace("answer: ja", "answer: Ja").replace("date:", "datum:"))
    ended = call("report", "a.yaml", *SMALL)
    assert (ended.code, ended.out) == (2, "")
    assert places(ended.err) == ["a.yaml:1:1", "a.yaml:5:1", "a.yaml:15:15"]


def test_a_set_in_a_third_language_gets_english_words(call: Call) -> None:
    Path("frans.yaml").write_text(examples.OTHER_SCALE.replace("language: en", "language: fr"))
    text = "werkzaam: 1\nfactors: schaal\nversion: 1\ncollaboration: X\ndate: 2026-11-23\nanswers:\n"
    ended = call("report", "-", "--factors", "frans.yaml", stdin=text)
    assert ended.code == 0
    assert ended.out.startswith("X\n2026-11-23 · Another scale\n\nCategory ")


def test_a_set_that_cannot_be_used_is_told(call: Call) -> None:
    Path("klein.yaml").write_text(examples.SMALL_SET.replace("id: klein", "id: Klein"))
    ended = call("report", "a.yaml", *SMALL)
    assert (ended.code, ended.out, places(ended.err)) == (2, "", ["klein.yaml:2:5"])


def test_the_option_goes_before_the_environment(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKZAAM_FACTORS", "schaal.yaml")
    assert call("report", "a.yaml", *SMALL).code == 0
    theirs = "This file belongs to the factor set “{theirs}”, not to “{ours}”: name its set with --factors."
    assert call("report", "a.yaml") == refused("a.yaml:2:10: " + theirs, theirs="klein", ours="schaal")


@pytest.mark.parametrize("words", [("report", "a.yaml"), ("diff", "a.yaml", "b.yaml"), ("compare", "a.yaml", "b.yaml")])
@pytest.mark.parametrize("width", [40, 80])
def test_the_width_of_a_table_can_be_asked_for(
    call: Call, monkeypatch: pytest.MonkeyPatch, width: int, words: tuple[str, ...]
) -> None:
    Path("b.yaml").write_text(examples.SMALL_ANSWERS.replace("2026-11-23", "2027-11-22"))
    monkeypatch.setenv("COLUMNS", str(width))
    shown = call(*words, *SMALL)
    assert max(map(cell_len, shown.out.splitlines())) == width
    assert call(*words, *SMALL, "--output", "uit.txt").code == 0
    assert Path("uit.txt").read_text() == shown.out


def test_the_rule_that_fails_a_score_is_told_after_the_warnings(call: Call) -> None:
    clean = call("report", "a.yaml", *SMALL, "--format", "json")
    Path("a.yaml").write_text(WARNED)
    ended = call("report", "a.yaml", *SMALL, "--fail-under", "80", "--format", "json")
    missed = told("The score is {score} %: {percent} % is not reached.", score="75", percent="80")
    what = told("What is missing has no effect here: it counts only after a partial answer.").strip()
    warning = told("{place}: warning: {message}", place="a.yaml:19:7", message=what)
    assert ended == Done(1, clean.out, warning + missed)

"""`werkzaam diff`: what it reads, where it writes, and how it ends; what it looks like stands in tests/golden."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, Done, places, refused, told, written
from werkzaam.language import _

FORMATS = ("table", "json", "markdown")
OLD, NEW = examples.SMALL_ANSWERS, examples.LATER_ANSWERS
NOBODY = dict.fromkeys(("file", "collaboration", "date", "perspective", "score"))
ACTION = "actions:\n  - factor: tijd\n    what: Overleg\n    status: open\n"


@pytest.fixture(autouse=True)
def _later_file(folder: Path) -> None:
    (folder / "b.yaml").write_text(NEW)


def difference(call: Call, *words: str) -> dict[str, Any]:
    """Return a difference as other programs read it."""
    read: dict[str, Any] = json.loads(call("diff", *words, *SMALL, "--format", "json").out)
    return read


@pytest.mark.parametrize("form", FORMATS)
def test_either_side_can_come_through_a_pipe(call: Call, form: str) -> None:
    words = (*SMALL, "--format", form)
    expected = call("diff", "a.yaml", "b.yaml", *words)
    assert (expected.code, expected.err) == (0, "")
    for file, pair, content in (("a.yaml", ("-", "b.yaml"), OLD), ("b.yaml", ("a.yaml", "-"), NEW)):
        named = replace(expected, out=expected.out.replace(f'"file": "{file}"', '"file": "<stdin>"'))
        assert call("diff", *pair, *words, stdin=content) == named


@pytest.mark.parametrize("words", [("diff", "-", "-"), ("compare", "-", "a.yaml", "-")])
def test_stdin_holds_one_file(call: Call, words: tuple[str, ...]) -> None:
    assert call(*words, *SMALL, stdin=OLD) == refused("- can be named only once: stdin holds one file.")


# --- what is not there ------------------------------------------------------------------------------------------


def test_an_evaluation_that_came_to_be_or_went_is_compared_with_nothing(call: Call) -> None:
    came, went = difference(call, "/dev/null", "a.yaml"), difference(call, "a.yaml", "/dev/null")
    assert (came["old"], came["new"]["score"], went["new"], went["old"]["score"]) == (NOBODY, 0.75, NOBODY, 0.75)
    assert [(item["factor"], item["old"], item["new"], item["lost"]) for item in came["factors"]] == [
        ("team", None, "deels", []),  # nobody knew before what was in place
        ("contact", None, "ja", []),
        ("ruimte", None, "nee", []),
    ]
    assert [(item["factor"], item["old"], item["new"]) for item in went["factors"]] == [
        ("team", "deels", None),
        ("contact", "ja", None),
        ("ruimte", "nee", None),
    ]
    head, dates = call("diff", "/dev/null", "a.yaml", *SMALL).out.splitlines()[:2]
    assert (head, f"{dates}\n") == (
        "Lyceum Oost en Stichting Straatwerk",
        told("From {old} to {new}", old=_("nothing"), new="23-11-2026, Samen"),
    )
    for pair in (("/dev/null", "a.yaml"), ("a.yaml", "/dev/null")):
        assert call("diff", *pair, *SMALL, "--exit-code").code == 1


def test_a_file_that_only_gains_that_nothing_is_missing_has_not_changed(call: Call, folder: Path) -> None:
    named = "      missing:\n        - is-deskundig\n"
    (folder / "a.yaml").write_text(OLD.replace(named, ""))
    (folder / "b.yaml").write_text(OLD.replace(named, "      missing: []\n"))
    assert call("diff", "a.yaml", "b.yaml", *SMALL, "--exit-code").code == 0
    assert difference(call, "a.yaml", "b.yaml")["factors"] == []


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_does_not_differ_from_nothing(call: Call, form: str) -> None:
    ended = call("diff", "/dev/null", "/dev/null", *SMALL, "--format", form, "--exit-code")
    assert (ended.code, ended.err) == (0, "")
    if form == "json":
        read = json.loads(ended.out)
        assert (read["old"], read["new"], read["factors"]) == (NOBODY, NOBODY, [])
    else:
        assert "Kleine lijst" in ended.out.splitlines()[0]


# --- exit codes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(OLD, OLD.replace("answer: ja", "answer: nee"), id="an answer"),
        pytest.param(OLD, OLD.replace("answer: ja", "answer:"), id="no answer any more"),
        pytest.param(OLD, OLD.replace("- is-deskundig", "- is-vast"), id="what is missing"),
        pytest.param(OLD, OLD.replace("      missing:\n        - is-deskundig\n", ""), id="Not said what is missing"),
        pytest.param(OLD, OLD.replace("twee mensen", "drie mensen"), id="a note"),
        pytest.param(OLD, OLD.replace("      note: Sinds maart zijn er twee mensen.\n", ""), id="a note that went"),
        pytest.param(OLD, OLD.replace("    tijd:\n", "    tijd:\n      note: Navragen.\n"), id="at an open factor"),
        pytest.param(OLD, OLD.replace("answers:", "note: Besproken.\nanswers:"), id="the note on the whole"),
        pytest.param(OLD, OLD + ACTION, id="an action"),
        pytest.param(OLD + ACTION, OLD + ACTION.replace("open", "done"), id="an action that is done"),
        pytest.param(OLD + ACTION, OLD + ACTION + "    owner: school\n", id="an action that somebody took up"),
    ],
)
def test_a_change_can_be_the_exit_code(call: Call, old: str, new: str) -> None:
    Path("oud.yaml").write_text(old)
    Path("nieuw.yaml").write_text(new)
    for pair in (("oud.yaml", "nieuw.yaml"), ("nieuw.yaml", "oud.yaml")):
        without = call("diff", *pair, *SMALL)
        assert (without.code, without.err) == (0, "")
        assert call("diff", *pair, *SMALL, "--exit-code") == Done(1, without.out, "")


@pytest.mark.parametrize("form", FORMATS)
def test_the_exit_code_is_the_same_whatever_it_looks_like_and_wherever_it_goes(call: Call, form: str) -> None:
    words = ("diff", "a.yaml", "b.yaml", *SMALL, "--format", form, "--exit-code")
    assert call(*words).code == 1
    assert call(*words, "--output", "uit.txt") == replace(written("uit.txt"), code=1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(OLD, OLD, id="nothing"),
        pytest.param(OLD, OLD.replace("2026-11-23", "2027-11-22"), id="the date"),
        pytest.param(OLD, OLD.replace("perspective: samen", "perspective: school"), id="the side"),
        pytest.param(OLD, OLD.replace("Lyceum Oost", "Lyceum West"), id="the collaboration"),
        pytest.param(OLD, "# van ons\n" + OLD.replace("answer: ja", "answer: 'ja'  # zeker"), id="comments and quotes"),
        pytest.param(OLD, OLD.replace("    tijd:\n      answer:\n", ""), id="an open factor that is left out"),
        pytest.param(OLD, OLD + "actions: []\n", id="no actions"),
        pytest.param(OLD + ACTION, OLD + ACTION, id="the same action"),
        pytest.param(
            OLD + ACTION.replace("open", "done"),
            OLD.replace("2026-11-23", "2027-11-22"),
            id="an action of last year that was done",
        ),
    ],
)
def test_what_is_no_answer_note_or_action_is_no_change(call: Call, old: str, new: str) -> None:
    Path("a.yaml").write_text(old)
    Path("nieuw.yaml").write_text(new)
    ended = call("diff", "a.yaml", "nieuw.yaml", *SMALL, "--exit-code")
    assert (ended.code, ended.err) == (0, "")
    assert told("Nothing.") in ended.out


def test_what_has_no_effect_is_no_change_but_is_told(call: Call) -> None:
    Path("b.yaml").write_text(OLD.replace("answer: nee\n", "answer: nee\n      missing: [is-eigen]\n"))
    ended = call("diff", "a.yaml", "b.yaml", *SMALL, "--exit-code")
    assert (ended.code, places(ended.err)) == (0, ["b.yaml:19:7"])


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_what_is_overdue_is_so_on_the_later_day_of_the_two_whenever_it_is_called(call: Call, form: str) -> None:
    Path("b.yaml").write_text(NEW + ACTION + "    due: 2027-11-21\n  - what: Bellen\n    due: 2027-11-22\n")
    ended = call("diff", "a.yaml", "b.yaml", *SMALL, "--format", form)
    lines = [line for line in ended.out.splitlines() if "Overleg" in line or "Bellen" in line]
    assert [_("overdue") in line for line in lines] == [True, False]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("weg.yaml", "b.yaml"), "weg.yaml: "),
        (("a.yaml", "."), ".: "),
        (("a.yaml", "stuk.yaml"), "stuk.yaml:2:10: "),
        (("ander.yaml", "a.yaml"), "ander.yaml:2:10: "),
        (("a.yaml", "nieuwer.yaml"), "nieuwer.yaml:3:10: "),
    ],
)
def test_a_file_that_cannot_be_used_leaves_stdout_empty(
    call: Call, form: str, pair: tuple[str, str], said: str
) -> None:
    Path("stuk.yaml").write_text("werkzaam: 1\nfactors: [\n")
    Path("ander.yaml").write_text(OLD.replace("factors: klein", "factors: schaal"))
    Path("nieuwer.yaml").write_text(OLD.replace("version: 2", "version: 3"))
    ended = call("diff", *pair, *SMALL, "--format", form, "--exit-code")
    assert (ended.code, ended.out, len(ended.err.splitlines())) == (2, "", 1)
    assert ended.err.startswith(said)


# --- versions of the set ----------------------------------------------------------------------------------------

OLDER = OLD.replace("version: 2", "version: 1").replace("    tijd:\n      answer:\n", "    bureau:\n      answer: ja\n")
"""Of a time when nobody asked about time yet, and about an office still."""


NOT_ASKED = (
    "Not asked everywhere, and so neither compared nor counted in these scores: {names}. "
    "The report of one file can have another score."
)


def test_factors_that_one_version_lacks_are_named_and_not_compared(call: Call) -> None:
    Path("a.yaml").write_text(OLDER)
    for form in ("table", "markdown"):
        ended = call("diff", "a.yaml", "b.yaml", *SMALL, "--format", form)
        assert (ended.code, places(ended.err)) == (0, ["a.yaml:19:5"])
        assert told("Retired, and not compared: {ids}.", ids="bureau") in ended.out
        assert told(NOT_ASKED, names="“Er is genoeg tijd”").strip() in " ".join(ended.out.split())
    read = difference(call, "b.yaml", "a.yaml")
    assert (read["retired"], read["added"]) == (["bureau"], ["tijd"])
    assert [factor["factor"] for factor in read["factors"]] == ["ruimte"]


def test_a_version_alone_is_no_change(call: Call) -> None:
    Path("a.yaml").write_text(OLDER)
    Path("b.yaml").write_text(OLD.replace("answer:\n", "answer: ja\n"))
    assert call("diff", "a.yaml", "b.yaml", *SMALL, "--exit-code").code == 0


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_rise_that_comes_from_knowing_less_is_marked(call: Call, form: str) -> None:
    Path("minder.yaml").write_text(examples.SMALL_ANSWERS.replace("answer: deels", "answer: weet-niet"))
    ended = call("diff", "a.yaml", "minder.yaml", *SMALL, "--format", form)
    message = (
        "{names}: some answers that counted before no longer do: unknown, open or not applicable now. "
        "Over what counts both times the change is another."
    )
    said = " ".join(ended.out.split())
    assert "+25*" in said
    assert told(message, names="Mensen").strip() in said
    assert "*" not in call("diff", "minder.yaml", "a.yaml", *SMALL).out

"""An earlier evaluation: found in the folder, offered, and at hand while a new one is filled in."""

from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import SMALL, Call, places, refused, told
from tests.cli.interview.earlier import CARRIED, NEW, OLD, new_file, text
from werkzaam.domain.evaluation import Action

# --- the whole command, with nobody at a terminal -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "lines", "options"),
    [
        (("--no-input",), "nee\n" * 4, ()),
        ((), "nee\nja\nja\nnee\n", ("nee", "ja", "ja", "nee")),
        ((), "\n" * 4, ()),  # an empty line takes no earlier answer
    ],
)
def test_without_anybody_to_ask_what_was_open_is_carried_over_as_open(
    call: Call, words: tuple[str, ...], lines: str, options: tuple[str, ...]
) -> None:
    Path("oud.yaml").write_text(OLD)
    assert call(*NEW, "--previous", "oud.yaml", *words, stdin=lines).code == 0
    assert text() == new_file("X", *options) + CARRIED
    assert Path("oud.yaml").read_text() == OLD


def test_a_pipe_sees_what_was_said_and_agreed_before(call: Call) -> None:
    Path("oud.yaml").write_text(OLD)
    ended = call(*NEW, "--previous", "oud.yaml", "--lang", "en", stdin="q\n")
    assert (
        "On 2026-11-23: Partly; missing: Skilled team\n"
        "On 2026-11-23, note: Sinds maart zijn er twee mensen.\n"
        "On 2026-11-23, agreed: Zoeken (done)\n"
        "On 2026-11-23, agreed: Bellen (dropped)\n"
    ) in ended.err


def test_what_was_carried_over_is_not_carried_over_again(call: Call) -> None:
    Path("oud.yaml").write_text(OLD)
    call(*NEW, "--previous", "oud.yaml", "--no-input")
    changed = text().replace("what: Kijken\n    status: open", "what: Kijken\n    status: done")
    Path("b.yaml").write_text(changed)
    for words in (("--no-input",), ()):
        assert call("check", "b.yaml", *SMALL, "--previous", "oud.yaml", *words, stdin="q\n").code == 0
        assert text() == changed


def test_the_command_to_go_on_names_the_earlier_file(call: Call) -> None:
    Path("met spatie.yaml").write_text(OLD)
    ended = call(*NEW, "--previous", "met spatie.yaml", stdin="ja\n")
    assert ended.code == 1
    assert ended.err.endswith("\nwerkzaam check b.yaml --previous 'met spatie.yaml' --factors klein.yaml\n")


@pytest.mark.parametrize(("name", "times"), [("Lyceum Oost", 1), ("x ", 0)])
@pytest.mark.parametrize("words", [(), ("--no-input",)])
def test_an_earlier_evaluation_of_another_collaboration_is_told_once(
    call: Call, words: tuple[str, ...], name: str, times: int
) -> None:
    Path("oud.yaml").write_text(OLD.replace("Lyceum Oost en Stichting Straatwerk", name))
    ended = call(*NEW, "--previous", "oud.yaml", *words, stdin="q\n")
    message = "The earlier evaluation is about another collaboration: “{theirs}”, not “{ours}”."
    assert ended.code == 0
    assert " ".join(ended.err.split()).count(told(message, theirs=name, ours="X").strip()) == times


@pytest.mark.parametrize(
    ("old", "place"), [(OLD.replace("factors: klein", "factors: schaal"), "2:10"), ("werkzaam: [", "1:11")]
)
def test_an_earlier_file_that_cannot_be_used_ends_it_before_anything_is_written(
    call: Call, old: str, place: str
) -> None:
    Path("oud.yaml").write_text(old)
    ended = call(*NEW, "--previous", "oud.yaml", "--no-input")
    assert (ended.code, ended.out, places(ended.err)) == (2, "", [f"oud.yaml:{place}"])
    assert not Path("b.yaml").exists()


def test_what_was_agreed_about_a_factor_that_is_no_more_is_carried_over_without_it(call: Call) -> None:
    old = OLD.replace("version: 2", "version: 1").replace("- factor: tijd", "- factor: vervallen-factor")
    assert call(*NEW, "--previous", "-", "--no-input", stdin=old).code == 0
    assert text() == new_file("X") + CARRIED.replace("- factor: tijd\n    what", "- what")


def test_actions_that_cannot_be_kept_end_it_with_what_is_not_in_the_file_beside_it(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("oud.yaml").write_text(OLD)

    def spoiled(_tree: object, _action: Action) -> str:
        return "werkzaam: ["

    monkeypatch.setattr("werkzaam.files.editing.with_action", spoiled)
    ended = call(*NEW, "--previous", "oud.yaml", "--no-input")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("\n" + told("Your answers are in {file}.", file="b.yaml.rescue"))
    assert text() == new_file("X")
    kept = CARRIED.removesuffix("  - what: Kijken\n    status: open\n")
    assert Path("b.yaml.rescue").read_text() == new_file("X") + kept


def test_a_file_cannot_be_filled_in_beside_itself_but_beside_an_earlier_one_from_a_pipe(call: Call) -> None:
    for file in ("a.yaml", "./a.yaml"):
        ended = call("check", "a.yaml", "--previous", file, "--no-input", *SMALL)
        assert ended == refused("{file}: this file cannot be the earlier one too; name another.", file="a.yaml")
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS
    assert call("check", "a.yaml", *SMALL, "--previous", "-", "--no-input", stdin=OLD).code == 0
    assert Path("a.yaml").read_text() == examples.SMALL_ANSWERS + CARRIED

"""What the program says about itself, in both languages, and about calls that cannot be right."""

import pytest

from tests.cli.calling import Call, Done, told
from tests.documents.refreshing import help_shown
from werkzaam import __version__
from werkzaam.cli.app import command

START = """\
werkzaam helps school and youth work to see what makes their collaboration work.

werkzaam check           answer the questions, together or each on your own
werkzaam report FILE     see the scores and what is missing
werkzaam --help          all commands
"""
ANEW = "the pages hold the help: pytest -m long --golden tests/documents writes it anew"


def test_every_command_explains_itself_in_the_language_that_is_spoken(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["", *command().commands]
    dutch = {name: call(*name.split(), "--help") for name in names}
    assert dutch == {name: Done(0, help_shown("nl")[name], "") for name in names}, ANEW
    assert dutch == {name: call(*name.split(), "-h") for name in names}
    monkeypatch.setenv("WERKZAAM_LANG", "en")
    for name in names:
        assert call(*name.split(), "--help") == Done(0, help_shown("en")[name], ""), ANEW


def test_without_a_command_it_says_how_to_start_in_the_language_that_is_spoken(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    dutch = call()
    assert dutch == Done(0, "".join(told(line) if line else "\n" for line in START.splitlines()), "")
    monkeypatch.setenv("WERKZAAM_LANG", "en")
    assert call() == Done(0, START, "")
    assert dutch.out != START


@pytest.mark.parametrize("words", [["--lang", "en", "--help"], ["--help", "--lang=en"]])
def test_help_listens_to_the_language_option_wherever_it_stands(call: Call, words: list[str]) -> None:
    assert call("report", *words) == Done(0, help_shown("en")["report"], "")


def test_the_version_is_told(call: Call) -> None:
    assert call("--version") == Done(0, f"werkzaam {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "english"),
    [
        (["report", "--fatcors", "x"], "There is no option --fatcors. Did you mean --factors?"),
        (["report", "--xyzzy"], "There is no option --xyzzy."),
        (["--xyzzy"], "There is no option --xyzzy."),
        (["check", "--date"], "The option --date needs a value."),
        (["check", "--review=3"], "The option --review takes no value."),
        (["new", "a.yaml", "b.yaml", "c.yaml"], "This is not expected: b.yaml c.yaml."),
        (["new"], "Something is missing here: FILE."),
        (["diff", "a.yaml"], "Something is missing here: NEW."),
        (["compare"], "Something is missing here: FILE."),
        (["overview"], "Something is missing here: PATH."),
        (["export"], "Something is missing here: PATH."),
        (["chek"], "There is no command “chek”. Did you mean “check”?"),
        (["xyzzy"], "There is no command “xyzzy”."),
    ],
)
def test_a_call_that_cannot_be_right_says_why(
    call: Call, monkeypatch: pytest.MonkeyPatch, words: list[str], english: str
) -> None:
    named = "" if words[0] in {"chek", "xyzzy", "--xyzzy"} else f" {words[0]}"
    dutch = call(*words)
    assert (dutch.code, dutch.out, len(dutch.err.splitlines())) == (2, "", 2)
    assert f"werkzaam{named} --help" in dutch.err
    monkeypatch.setenv("WERKZAAM_LANG", "en")
    assert call(*words) == Done(2, "", f"{english}\nHelp: werkzaam{named} --help\n")
    assert english not in dutch.err


def test_a_call_that_cannot_be_right_is_told_in_dutch(call: Call) -> None:
    help_line = told("Help: {command} --help", command="werkzaam report")
    option = told("There is no option {name}.", name="--fatcors").rstrip("\n")
    assert call("report", "--fatcors") == Done(
        2, "", f"{option} {told('Did you mean {near}?', near='--factors')}{help_line}"
    )

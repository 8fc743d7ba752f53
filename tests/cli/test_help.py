"""What the program says about itself, in both languages, and about calls that cannot be right."""

import pytest

from tests.cli.calling import Call, Done
from tests.documents.refreshing import help_shown
from werkzaam import __version__
from werkzaam.cli.app import command

START_NL = """\
werkzaam laat onderwijs en jongerenwerk zien wat hun samenwerking helpt.

werkzaam check           beantwoord de vragen, samen of ieder apart
werkzaam report FILE     bekijk de scores en wat er ontbreekt
werkzaam --help          alle opdrachten
"""

START_EN = """\
werkzaam helps school and youth work to see what makes their collaboration work.

werkzaam check           answer the questions, together or each on your own
werkzaam report FILE     see the scores and what is missing
werkzaam --help          all commands
"""

COMMANDS = ["", *command().commands]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_the_language_that_is_spoken(
    call: Call, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    words = [*name.split(), "--help"]
    assert call(*words) == Done(0, help_shown("nl")[name], "")
    monkeypatch.setenv("WERKZAAM_LANG", "en")
    assert call(*words) == Done(0, help_shown("en")[name], "")


def test_the_first_steps_are_told_in_the_language_that_is_spoken(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call() == Done(0, START_NL, "")
    monkeypatch.setenv("WERKZAAM_LANG", "en")
    assert call() == Done(0, START_EN, "")


@pytest.mark.parametrize("lang", [["--lang", "en"], ["--lang=en"]])
@pytest.mark.parametrize("before", [True, False])
def test_help_listens_to_the_language_option_wherever_it_stands(call: Call, lang: list[str], *, before: bool) -> None:
    words = ["report", *lang, "--help"] if before else ["report", "--help", *lang]
    assert call(*words) == Done(0, help_shown("en")["report"], "")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_a_short_form(call: Call, name: str) -> None:
    assert call(*name.split(), "-h") == Done(0, help_shown("nl")[name], "")


def test_the_version_is_told(call: Call) -> None:
    assert call("--version") == Done(0, f"werkzaam {__version__}\n", "")


NAMES = ("werkzaam", "werkzaam check", "werkzaam report", "werkzaam new")
ROOT_NL, CHECK_HINT_NL, REPORT_HINT_NL, NEW_HINT_NL = (f"Uitleg: {name} --help" for name in NAMES)
ROOT_EN, CHECK_HINT_EN, REPORT_HINT_EN, NEW_HINT_EN = (f"How to call it: {name} --help" for name in NAMES)


@pytest.mark.parametrize(
    ("words", "dutch", "english"),
    [
        (
            ["report", "--fatcors", "x"],
            f"De optie --fatcors bestaat niet. Bedoelde je --factors?\n{REPORT_HINT_NL}",
            f"There is no option --fatcors. Did you mean --factors?\n{REPORT_HINT_EN}",
        ),
        (
            ["report", "--xyzzy"],
            f"De optie --xyzzy bestaat niet.\n{REPORT_HINT_NL}",
            f"There is no option --xyzzy.\n{REPORT_HINT_EN}",
        ),
        (
            ["--xyzzy"],
            f"De optie --xyzzy bestaat niet.\n{ROOT_NL}",
            f"There is no option --xyzzy.\n{ROOT_EN}",
        ),
        (
            ["check", "--date"],
            f"Bij de optie --date hoort een waarde.\n{CHECK_HINT_NL}",
            f"The option --date needs a value.\n{CHECK_HINT_EN}",
        ),
        (
            ["check", "--review=3"],
            f"Bij de optie --review hoort geen waarde.\n{CHECK_HINT_NL}",
            f"The option --review takes no value.\n{CHECK_HINT_EN}",
        ),
        (
            ["report", "a.yaml", "b.yaml", "c.yaml"],
            f"Dit is te veel: b.yaml c.yaml.\n{REPORT_HINT_NL}",
            f"This is too much: b.yaml c.yaml.\n{REPORT_HINT_EN}",
        ),
        (
            ["new"],
            f"Hier ontbreekt iets: FILE.\n{NEW_HINT_NL}",
            f"Something is missing here: FILE.\n{NEW_HINT_EN}",
        ),
        (
            ["chek"],
            f"De opdracht “chek” bestaat niet. Bedoelde je “check”?\n{ROOT_NL}",
            f"There is no command “chek”. Did you mean “check”?\n{ROOT_EN}",
        ),
        (
            ["xyzzy"],
            f"De opdracht “xyzzy” bestaat niet.\n{ROOT_NL}",
            f"There is no command “xyzzy”.\n{ROOT_EN}",
        ),
    ],
)
def test_a_call_that_cannot_be_right_says_why(
    call: Call, monkeypatch: pytest.MonkeyPatch, words: list[str], dutch: str, english: str
) -> None:
    assert call(*words) == Done(2, "", f"{dutch}\n")
    monkeypatch.setenv("WERKZAAM_LANG", "en")
    assert call(*words) == Done(2, "", f"{english}\n")


def test_a_call_with_control_characters_is_told_without_them(call: Call) -> None:
    assert call("report", "--\x1b[31mx") == Done(2, "", f"De optie --[31mx bestaat niet.\n{REPORT_HINT_NL}\n")

"""What the program says about itself, in both languages, and about calls that cannot be right."""

import pytest

from tests.cli.calling import Call, Done
from werkzaam import __version__

START_NL = """\
werkzaam helpt onderwijs en jongerenwerk zien wat hun samenwerking laat werken.

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

HELP_NL = """\
Gebruik: werkzaam [OPTIONS] COMMAND [ARGS]...

  Een checklist voor de samenwerking tussen onderwijs en jongerenwerk.

Opties:
  --version             Toon de versie en stop.
  --install-completion  Zet aanvullen met Tab aan in deze shell.
  --show-completion     Toon de code voor aanvullen met Tab, om zelf in te
                        stellen.
  -h, --help            Toon deze uitleg en stop.

Opdrachten:
  check   Beantwoord de vragen; elk antwoord wordt meteen bewaard.
  report  Toon de scores en wat er ontbreekt.
"""

HELP_EN = """\
Usage: werkzaam [OPTIONS] COMMAND [ARGS]...

  A checklist for the collaboration between schools and youth work.

Options:
  --version             Show the version and stop.
  --install-completion  Install completion for the current shell.
  --show-completion     Show completion for the current shell, to copy it or
                        customize the installation.
  -h, --help            Show this help and stop.

Commands:
  check   Answer the questions; every answer is saved at once.
  report  Show the scores and what is missing.
"""

CHECK_NL = """\
Gebruik: werkzaam check [OPTIONS] [FILE]

  Beantwoord de vragen; elk antwoord wordt meteen bewaard.

Argumenten:
  FILE <str>  Het antwoordenbestand: nieuw als het er nog niet is, anders ga
              je verder waar je was.

Opties:
  --collaboration TEXT  Over welke samenwerking het gaat.
  --perspective ID      Vanuit welke partner het wordt ingevuld.
  --date D              De dag van de evaluatie; anders vandaag.
  --review              Loop alle vragen na, ook de beantwoorde.
  --plain               Vraag met regels tekst in plaats van losse toetsen.
  --factors PATH        Een andere factorenlijst dan de ingebouwde.
                        [omgevingsvariabele: WERKZAAM_FACTORS]
  --lang nl|en          De taal van teksten en meldingen; anders die van de
                        factorenlijst.  [omgevingsvariabele: WERKZAAM_LANG]
  -h, --help            Toon deze uitleg en stop.
"""

CHECK_EN = """\
Usage: werkzaam check [OPTIONS] [FILE]

  Answer the questions; every answer is saved at once.

Arguments:
  FILE <str>  The answers file: made if it is not there, else taken up where
              it was left.

Options:
  --collaboration TEXT  Which collaboration it is about.
  --perspective ID      From whose side it is filled in.
  --date D              The day of the evaluation; else today.
  --review              Walk through all questions, also answered ones.
  --plain               Ask with lines of text instead of single keys.
  --factors PATH        Another factor set than the built-in one.  [env var:
                        WERKZAAM_FACTORS]
  --lang nl|en          The language of texts and messages; else that of the
                        factor set.  [env var: WERKZAAM_LANG]
  -h, --help            Show this help and stop.
"""

REPORT_NL = """\
Gebruik: werkzaam report [OPTIONS] [FILE]

  Toon de scores en wat er ontbreekt.

Argumenten:
  FILE <str>  Het antwoordenbestand; - leest van stdin.

Opties:
  --factors PATH  Een andere factorenlijst dan de ingebouwde.
                  [omgevingsvariabele: WERKZAAM_FACTORS]
  --lang nl|en    De taal van teksten en meldingen; anders die van de
                  factorenlijst.  [omgevingsvariabele: WERKZAAM_LANG]
  -h, --help      Toon deze uitleg en stop.
"""

REPORT_EN = """\
Usage: werkzaam report [OPTIONS] [FILE]

  Show the scores and what is missing.

Arguments:
  FILE <str>  The answers file; - reads it from stdin.

Options:
  --factors PATH  Another factor set than the built-in one.  [env var:
                  WERKZAAM_FACTORS]
  --lang nl|en    The language of texts and messages; else that of the factor
                  set.  [env var: WERKZAAM_LANG]
  -h, --help      Show this help and stop.
"""


@pytest.mark.parametrize(
    ("words", "dutch", "english"),
    [
        ([], START_NL, START_EN),
        (["--help"], HELP_NL, HELP_EN),
        (["check", "--help"], CHECK_NL, CHECK_EN),
        (["report", "--help"], REPORT_NL, REPORT_EN),
    ],
)
def test_the_program_explains_itself_in_the_language_that_is_spoken(
    call: Call, monkeypatch: pytest.MonkeyPatch, words: list[str], dutch: str, english: str
) -> None:
    assert call(*words) == Done(0, dutch, "")
    monkeypatch.setenv("WERKZAAM_LANG", "en")
    assert call(*words) == Done(0, english, "")


@pytest.mark.parametrize("lang", [["--lang", "en"], ["--lang=en"]])
@pytest.mark.parametrize("before", [True, False])
def test_help_listens_to_the_language_option_wherever_it_stands(call: Call, lang: list[str], *, before: bool) -> None:
    words = ["report", *lang, "--help"] if before else ["report", "--help", *lang]
    assert call(*words) == Done(0, REPORT_EN, "")


@pytest.mark.parametrize("words", [[], ["check"], ["report"]])
def test_help_has_a_short_form(call: Call, words: list[str]) -> None:
    assert call(*words, "-h").code == 0
    assert call(*words, "-h") == call(*words, "--help")


def test_the_version_is_told(call: Call) -> None:
    assert call("--version") == Done(0, f"werkzaam {__version__}\n", "")


ROOT_NL, CHECK_HINT_NL, REPORT_HINT_NL = (
    f"Hoe het wel moet: {command} --help" for command in ("werkzaam", "werkzaam check", "werkzaam report")
)
ROOT_EN, CHECK_HINT_EN, REPORT_HINT_EN = (
    f"How to call it: {command} --help" for command in ("werkzaam", "werkzaam check", "werkzaam report")
)


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

"""Results where TERM says that lines are all there can be: said whole, with nothing in them that is only drawn."""

import re
import sys
from pathlib import Path
from typing import TextIO

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from tests.documents.refreshing import EXAMPLES
from tests.terminal.drawing import trimmed

SMALL = ("--factors", "klein.yaml")
SECOND = examples.SMALL_ANSWERS.replace("2026-11-23", "2027-11-23").replace("answer: nee", "answer: ja").replace(
    "    tijd:\n      answer:\n", "    tijd:\n      answer: nee\n"
) + "actions:\n  - what: Ook in de pauze\n    owner: school\n"  # fmt: skip
FILES = [str(EXAMPLES / f"werkzaam-{name}.yaml") for name in (
    "2025-samen", "2026-samen", "2026-jongerenwerk", "2026-onderwijs", "2026-gemeente")]  # fmt: skip
DRAWN = re.compile("[^\\w\\s.,:;?!()\\[\\]%'“”/+-]|  *[-–]  *")
"""What a screen reader spells out, or passes over where it means something."""


@pytest.fixture
def call(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """At a terminal that shows lines and nothing else."""
    (folder / "b.yaml").write_text(SECOND)
    monkeypatch.setenv("TERM", "dumb")

    def calling(*words: str, stdin: str | TextIO = "") -> Done:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        return call(*words, stdin=stdin)

    return calling


REPORT = """\
Lyceum Oost en Stichting Straatwerk
23-11-2026, Samen, Kleine lijst

Mensen
Score: 75 %  (2 van 2)
Ja: 1, Deels: 1
Voorwaarden op orde: 3 van 4

Plek
geen score  (0 van 1)
Nee: 1, open: 1
Voorwaarden op orde: 0 van 2

Alle factoren samen
Score: 75 %  (2 van 3)
Ja: 1, Deels: 1, Nee: 1, open: 1
Voorwaarden op orde: 3 van 6

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Wat er ontbreekt
Mensen
  Er is een vast team. [Deels]
    Ontbreekt: Deskundig team
    Notitie: Sinds maart zijn er twee mensen.

Wensen: die verlagen de score niet
Plek
  Er is een eigen ruimte. [Nee]
    Ontbreekt: Eigen ruimte
    Ontbreekt: Centrale ruimte

Nog open
Er is genoeg tijd.
"""

DIFFERENCE = """\
Lyceum Oost en Stichting Straatwerk
Van 23-11-2026, Samen naar 23-11-2027, Samen

Mensen
  Was: 75 % (2 van 2)
  Is nu: 75 % (2 van 2)
  Verschil: gelijk
Plek
  Was: geen score (0 van 1)
  Is nu: 0 % (1 van 1)
Alle factoren samen
  Was: 75 % (2 van 3)
  Is nu: 50 % (3 van 3)
  Verschil: 25 lager

Wat er anders is beantwoord
Plek
  Er is een eigen ruimte. (een wens)
    Nee, nu Ja
    Nu op orde: Eigen ruimte, Centrale ruimte
  Er is genoeg tijd.
    open, nu Nee

Wat er van de afspraken is geworden
nieuw: Ook in de pauze (school)
"""

YEARS = """\
Lyceum Oost en Stichting Straatwerk
2026, 2027

Mensen
  2026: 75 % (2 van 2)
  2027: 75 % (2 van 2), gelijk

Plek
  2026: geen score (0 van 1)
  2027: 0 % (1 van 1)

Alle factoren samen
  2026: 75 % (2 van 3)
  2027: 50 % (3 van 3), 25 lager

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Waar de antwoorden verschillen
Er is een eigen ruimte. (een wens)
  2026: Nee; 2027: Ja

Wat in een van de jaren niet is beantwoord
Er is genoeg tijd.
  2026: open; 2027: Nee

Waar alle antwoorden hetzelfde zijn
Ja
  Er is één aanspreekpunt.
Deels
  Er is een vast team.
"""

OVERVIEW = """\
Kleine lijst

Alle evaluaties, 1 evaluatie
Mensen
  gemiddeld 75 % (1 van 1)
  laagst 75 %, hoogst 75 %
Plek
  geen score (0 van 1)
Alle factoren samen
  gemiddeld 75 % (1 van 1)
  laagst 75 %, hoogst 75 %

Wat het vaakst ontbreekt
Deskundig team (Mensen): 1 van 1 (100 %)

Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie
zonder score telt niet mee.
Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen
blijven erbuiten.
"""

FACTORS = """\
Kleine lijst
klein, versie 2, 2 categorieën, 4 factoren, 6 voorwaarden
Drie vragen.

Mensen (mensen)
1. Er is een vast team. (team)
   Vast team (is-vast)
   Deskundig team (is-deskundig)
   Team uit de wijk (een wens) (woont-dichtbij)
2. Er is één aanspreekpunt. (contact)
   Eén aanspreekpunt (een-punt)

Plek (plek)
3. Er is een eigen ruimte. (een wens) (ruimte)
   Eigen ruimte (is-eigen)
   Centrale ruimte (is-centraal)
4. Er is genoeg tijd. (tijd)

Antwoorden
Ja (ja): alles is op orde
Deels (deels): een deel is op orde (telt voor 0,5)
Nee (nee): niets ervan is op orde
Weet niet (weet-niet): niemand hier weet het nog; dat verlaagt de score niet
Niet van toepassing (nvt): speelt hier niet; het blijft buiten de score

Perspectieven
School (school)
Samen (samen)
"""

ENGLISH = """\
Lyceum Oost en Stichting Straatwerk
From 2026-11-23, Together to 2027-11-23, Together

People
  Was: 75 % (2 of 2)
  Is: 75 % (2 of 2)
  Change: the same
Place
  Was: no score (0 of 1)
  Is: 0 % (1 of 1)
All factors together
  Was: 75 % (2 of 3)
  Is: 50 % (3 of 3)
  Change: 25 lower

What is answered otherwise
Place
  There is a room of their own. (a wish)
    No, now Yes
    In place now: Own room, Central room
  There is enough time.
    open, now No

What became of what was agreed
new: Ook in de pauze (school)
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "a.yaml"), REPORT),
        (("diff", "a.yaml", "b.yaml"), DIFFERENCE),
        (("compare", "a.yaml", "b.yaml"), YEARS),
        (("overview", "a.yaml"), OVERVIEW),
        (("factors",), FACTORS),
        (("diff", "a.yaml", "b.yaml", "--lang", "en"), ENGLISH),
    ],
)
def test_everything_is_said_in_words(call: Call, words: tuple[str, ...], said: str) -> None:
    assert trimmed(call(*words, *SMALL).out) == said


@pytest.mark.parametrize(
    "words",
    [
        ("report", FILES[0]),
        ("diff", *FILES[:2]),
        ("compare", *FILES[:2]),
        ("compare", *FILES[2:], "--by", "perspective"),
        ("overview", *FILES),
    ],
)
@pytest.mark.parametrize("spoken", ["nl", "en"])
def test_no_output_has_a_sign_that_is_only_drawn(call: Call, words: tuple[str, ...], spoken: str) -> None:
    ended = call(*words, "--lang", spoken)
    assert ended.code == 0
    assert DRAWN.findall(ended.out) == []


def test_what_no_terminal_shows_is_drawn_as_ever(call: Call, folder: Path) -> None:
    assert call("report", "a.yaml", *SMALL, "--output", "verslag.txt").code == 0
    drawn = {found.strip() for found in DRAWN.findall((folder / "verslag.txt").read_text())}
    assert drawn == set("·█░–─✗•")

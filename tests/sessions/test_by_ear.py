"""Plain mode as a screen reader reads it: every line of a whole sitting, and nothing that is only drawn."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import examples
from tests.sessions.terminal import Terminal

EARLIER = """\
werkzaam: 1
factors: klein
version: 2
collaboration: Lyceum Oost
date: 2025-11-24
perspective: samen
answers:
  mensen:
    team: {answer: nee, note: Elke maand iemand anders.}
    contact: {answer: ja}
actions:
  - {factor: team, what: Een team zoeken, owner: school, due: 2026-03-01, status: open}
"""
PARTNER = """\
werkzaam: 1
factors: klein
version: 2
collaboration: Lyceum Oost
date: 2026-11-20
perspective: PARTNER
answers:
  mensen:
    team: {answer: deels, missing: [is-vast]}
    contact: {answer: nee}
  plek:
    ruimte: {answer: nvt}
"""
FROM_THE_START = ("Lyceum Oost", "2", "?", "d", "1 3", "t Sinds maart.", "b", "", "misschien", "ja", "w", "nee",
                  "1", "Een team zoeken", "school", "1-3-2027")  # fmt: skip
BESIDE_OTHERS = ("1", "", "-", "ja", "", "o", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "klein.yaml").write_text(examples.SMALL_SET)
    (tmp_path / "eerder.yaml").write_text(EARLIER)
    for partner in ("school", "samen"):
        (tmp_path / f"{partner}.yaml").write_text(PARTNER.replace("PARTNER", partner))
    return tmp_path


def heard(folder: Path, words: Sequence[str], lines: Sequence[str], **variables: str) -> str:
    """Return all that is on the terminal after a sitting, without the blanks at the ends of lines."""
    call = ("check", "b.yaml", "--date", "2026-11-23", "--factors", "klein.yaml", *words)
    with Terminal(*call, folder=folder, variables=variables) as terminal:
        for line in lines:
            asked = len(terminal.output)
            terminal.wait_until(lambda: bool(re.search(r"\n\S+: $", terminal.output[asked:])), f"place for {line!r}")  # noqa: B023 (waited for here)
            terminal.press(f"{line}\n")
        assert terminal.finish() == 0
        terminal.assert_restored()
    return "".join(f"{line.rstrip()}\n" for line in terminal.output.replace("\r\n", "\n").splitlines())


DUTCH = """\
Over welke samenwerking gaat het?
Antwoord: Lyceum Oost
Wie vult dit in?
1. School (school)
2. Samen (samen)
Schrijf een nummer of een naam.
Antwoord: 2

Kleine lijst
Lyceum Oost, 23-11-2026

Drie vragen.
Elk antwoord wordt meteen bewaard in b.yaml.

Vraag 1 van 4, Mensen
Er is een vast team.
3 voorwaarden:
Het team is vast.
Deskundig team
Team uit de wijk (een wens)
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
Verder: o laten staan, b terug, q stoppen, vraagteken (?) uitleg, t met tekst
schrijft een notitie.
1/4: ?
ja: Ja, alles is op orde
deels: Deels, een deel is op orde (telt voor 0,5)
nee: Nee, niets ervan is op orde
weet-niet: Weet niet, niemand hier weet het nog; dat verlaagt de score niet
nvt: Niet van toepassing, speelt hier niet; het blijft buiten de score
o: laat het antwoord staan en ga verder; een lege regel doet hetzelfde
b: terug naar de vraag hiervoor
q: stoppen; alles is bewaard en je kunt later verder
t TEKST: schrijf een notitie; t en een streepje (t -) haalt de notitie weg.
Schrijf hier geen namen op, en niets over een enkele leerling.
1/4: d
Gekozen: Deels
Welke voorwaarden ontbreken?
1. Vast team (is-vast)
2. Deskundig team (is-deskundig)
3. Team uit de wijk (een wens) (woont-dichtbij)
Schrijf nummers of namen op één regel; een lege regel noemt er geen, b gaat
terug, q stopt.
1/4: 1 3
Ontbreekt: Vast team, Team uit de wijk

Vraag 2 van 4, Mensen
Er is één aanspreekpunt.
1 voorwaarde:
Eén aanspreekpunt
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
2/4: t Sinds maart.

Vraag 2 van 4, Mensen
Er is één aanspreekpunt.
1 voorwaarde:
Eén aanspreekpunt
Notitie: Sinds maart.
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
2/4: b

Vraag 1 van 4, Mensen
Er is een vast team.
3 voorwaarden:
Het team is vast.
Deskundig team
Team uit de wijk (een wens)
Nu: Deels; ontbreekt: Vast team, Team uit de wijk
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
1/4:
Blijft zoals het is.

Vraag 2 van 4, Mensen
Er is één aanspreekpunt.
1 voorwaarde:
Eén aanspreekpunt
Notitie: Sinds maart.
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
2/4: misschien
“misschien” is hier geen antwoord: schrijf ja, deels, nee, weet-niet, nvt, of o,
b, q, een vraagteken, of t met een notitie.
2/4: ja
Gekozen: Ja

Vraag 3 van 4, Plek
Er is een eigen ruimte.
Dit is een wens: die telt niet mee in de score.
2 voorwaarden:
Eigen ruimte
Centrale ruimte
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
3/4: w
Gekozen: Weet niet

Vraag 4 van 4, Plek
Er is genoeg tijd.
Antwoorden: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
4/4: nee
Gekozen: Nee

Welke van de ontbrekende punten pakken jullie op?
1. Er is een vast team.
2. Er is genoeg tijd.
Schrijf nummers op één regel; een lege regel slaat dit over.
Antwoord: 1

Er is een vast team.
Ontbreekt: Vast team
Ontbreekt: Team uit de wijk
Schrijf hier geen namen op, en niets over een enkele leerling.
Wat gaan jullie doen? Een lege regel slaat dit over.
Antwoord: Een team zoeken
Wie pakt het op? Een organisatie of een functie:
Antwoord: school
Wanneer klaar? Zoals 1-3-2027:
Antwoord: 1-3-2027

Lyceum Oost
23-11-2026, Samen, Kleine lijst

Mensen
Score: 75 %  (2 van 2)
Ja: 1, Deels: 1
Voorwaarden op orde: 2 van 4

Plek
Score: 0 %  (1 van 1)
Nee: 1, Weet niet: 1
Voorwaarden op orde: 0 van 2 (2 onbekend)

Alle factoren samen
Score: 50 %  (3 van 3)
Ja: 1, Deels: 1, Nee: 1, Weet niet: 1
Voorwaarden op orde: 2 van 6 (2 onbekend)

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 %
is er geen score.

Wat er ontbreekt
Mensen
  Er is een vast team. [Deels]
    Ontbreekt: Vast team
Plek
  Er is genoeg tijd. [Nee]

Wensen: die verlagen de score niet
Mensen
  Er is een vast team. [Deels]
    Ontbreekt: Team uit de wijk

Wat nog niemand weet
Er is een eigen ruimte. (een wens)

Verder genoteerd
Er is één aanspreekpunt. [Ja]
  Notitie: Sinds maart.

Afgesproken
Een team zoeken (school, uiterlijk 01-03-2027)

Bewaard in b.yaml. Bekijk dit verslag later met:
werkzaam report b.yaml --factors klein.yaml
"""

ENGLISH = """\

Small list
Lyceum Oost, 2026-11-23

Three questions.
Every answer is saved at once in b.yaml.

Agreed before (1 of 1):
Een team zoeken (school, by 2026-03-01)
What became of it?
1. Done
2. Still open
3. Dropped
Write a number; o leaves it as it is, q stops.
Answer: 1
Chosen: Done

Question 1 of 4, People
There is a permanent team.
3 conditions:
The team is permanent.
Skilled team
Local team (a wish)
On 2025-11-24: No
On 2025-11-24, note: Elke maand iemand anders.
On 2025-11-24, agreed: Een team zoeken (school, by 2026-03-01)
All answered: Partly; missing: Permanent team
Answers: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
An empty line takes over: Partly
Also: o leave, b back, q stop, question mark (?) help, t with a text writes a
note.
1/4:
Chosen: Partly
Which conditions are missing?
1. Permanent team (is-vast)
2. Skilled team (is-deskundig)
3. Local team (a wish) (woont-dichtbij)
An empty line takes over: Permanent team
Write numbers or ids on one line; a hyphen (-) names none, b goes back, q stops.
1/4: -
No condition is named.

Question 2 of 4, People
There is one contact point.
1 condition:
One contact point
On 2025-11-24: Yes
All answered: No
Answers: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
An empty line takes over: No
2/4: ja
Chosen: Yes

Question 3 of 4, Place
There is a room of their own.
This is a wish: it counts in no score.
2 conditions:
Own room
Central room
On 2025-11-24: open
All answered: Not applicable
Answers: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
An empty line takes over: Not applicable
3/4:
Chosen: Not applicable

Question 4 of 4, Place
There is enough time.
On 2025-11-24: open
Nobody answered this.
Answers: ja (j), deels (d), nee (n), weet-niet (w), nvt (v)
4/4: o
Left as it stands.

Which of the missing points will you take up?
1. There is a permanent team.
Write numbers on one line; an empty line skips this.
Answer:

Lyceum Oost
2026-11-23, Together, Small list

People
Score: 75 %  (2 of 2)
Yes: 1, Partly: 1
Conditions in place: 1 of 4 (3 unknown)

Place
no score  (0 of 1)
Not applicable: 1, open: 1

All factors together
Score: 75 %  (2 of 3)
Yes: 1, Partly: 1, Not applicable: 1, open: 1
Conditions in place: 1 of 4 (3 unknown)

The number of factors behind a score stands in brackets; below 50 % of them
there is no score.

What is missing
People
  There is a permanent team. [Partly]
    Which conditions are missing was not said.

Still open
There is enough time.

Agreed
Een team zoeken (school, by 2026-03-01, done)

Saved in b.yaml. See this report again with:
werkzaam report b.yaml --factors klein.yaml --lang en
"""


def test_a_sitting_from_the_first_question_to_the_report_is_heard_in_words(folder: Path) -> None:
    assert heard(folder, ["--plain"], FROM_THE_START) == DUTCH


def test_a_terminal_that_shows_lines_and_nothing_else_gets_the_same(folder: Path) -> None:
    assert heard(folder, [], FROM_THE_START, TERM="dumb") == DUTCH


def test_a_sitting_beside_last_year_and_the_partners_is_heard_in_words_in_english(folder: Path) -> None:
    beside = ("--beside", "school.yaml", "--beside", "samen.yaml")
    words = ("--collaboration", "Lyceum Oost", "--perspective", "samen", "--previous", "eerder.yaml", *beside)
    assert heard(folder, [*words, "--plain", "--lang", "en"], BESIDE_OTHERS) == ENGLISH

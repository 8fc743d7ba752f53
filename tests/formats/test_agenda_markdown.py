"""The agenda for a talk as Markdown: whole texts, and what a git host makes of them."""

from functools import cache

import pytest
from hypothesis import given

from tests import examples
from tests.domain.building import evaluation
from tests.formats import hostile
from tests.formats.agendas import (
    ENGLISH_WELCOME,
    WELCOME,
    agenda_of,
    nameless_partners,
    poisoned_agenda,
    side,
    two_partners,
)
from tests.formats.markup import Markup, plain, rendered, table_rows
from werkzaam import language
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.agenda_markdown import agenda_markdown
from werkzaam.visible import visible

TWO = f"""\
# Lyceum Oost en Stichting Straatwerk

Agenda voor ons gesprek · School, Samen · 20-11-2026 – 23-11-2026

{WELCOME}

- **School**: “Met twee mentoren.”

## Wat zien we verschillend?

### 1. Er is een vast team.

- **School**: Ja
  - “Elke dag dezelfde twee.”
- **Samen**: Nee
  - “Het wisselt.

    Steeds weer.”

> School, waaraan merk je dat dit er is? En Samen, waaraan merk je dat het er niet is?

### 2. Er is een eigen ruimte. (een wens)

- **School**: Niet van toepassing
- **Samen**: Nee

> Voor Samen geldt dit wel en voor School niet: wat betekent het voor elk van ons?

## Wat missen we allemaal?

### 3. Er is één aanspreekpunt.

Wij missen allemaal: Eén aanspreekpunt

- **School**: Deels
- **Samen**: Deels

> Wat lukt hier al, en wat zou een volgende stap zijn?

## Wat weten we nog niet?

### 4. Er is genoeg tijd.

- **School**: Ja
- **Samen**: Weet niet

> Samen, wat zou je hierover willen horen van School?

## Welke afspraken staan nog open?

- Ook in de pauze (school, uiterlijk 22-11-2026, over tijd, in het bestand van School en Samen)
- Een bord (in het bestand van Samen)

## Scores naast elkaar

| Categorie | School | Samen |
| --- | ---: | ---: |
| Mensen | 75 % (2 van 2) | 25 % (2 van 2) |
| Plek | 100 % (1 van 1) | – (0 van 1) |
| Alle factoren samen | 83 % (3 van 3) | 25 % (2 van 3) |

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.
"""

ENGLISH = f"""\
# Lyceum Oost en Stichting Straatwerk

Agenda for our talk · School, Together · 2026-11-20 – 2026-11-23

{ENGLISH_WELCOME}

- **School**: “Met twee mentoren.”

## What do we see differently?

### 1. There is a permanent team.

- **School**: Yes
  - “Elke dag dezelfde twee.”
- **Together**: No
  - “Het wisselt.

    Steeds weer.”

> School, what tells you that this is there? And Together, what tells you that it is not?

### 2. There is a room of their own. (a wish)

- **School**: Not applicable
- **Together**: No

> It applies to Together, and not to School: what does it mean to each of us?

## What do we all miss?

### 3. There is one contact point.

All of us miss: One contact point

- **School**: Partly
- **Together**: Partly

> What works already, and what would be a next step?

## What do we not know yet?

### 4. There is enough time.

- **School**: Yes
- **Together**: Don't know

> Together, what would you like to hear about this from School?

## Which agreements are still open?

- Ook in de pauze (school, by 2026-11-22, overdue, in the file of School and Together)
- Een bord (in the file of Together)

## Scores side by side

| Category | School | Together |
| --- | ---: | ---: |
| People | 75 % (2 of 2) | 25 % (2 of 2) |
| Place | 100 % (1 of 1) | – (0 of 1) |
| All factors together | 83 % (3 of 3) | 25 % (2 of 3) |

The number of factors behind a score stands in brackets; below 50 % of them there is no score.
"""

NAMELESS = f"""\
# Lyceum Oost en Stichting Straatwerk

Agenda voor ons gesprek · Niet gezegd, School, Samen · 23-11-2026

{WELCOME}

## Wat missen we allemaal?

### 1. Er is een eigen ruimte. (een wens)

Wij missen allemaal: Eigen ruimte; Centrale ruimte

- **Niet gezegd**: Nee
- **School**: Nee
- **Samen**: Nee

> Stel dat dit er volgend jaar is: waaraan zouden we dat merken?

## Wat weten we nog niet?

### 2. Er is genoeg tijd.

- **Niet gezegd**: open
- **School**: Ja
- **Samen**: open

> Hoe kijkt ieder van ons hiernaar?

## Wat is volgens ons allemaal op orde?

- Er is een vast team. Nog te wensen: Team uit de wijk

## Wat geldt voor niemand van ons?

- Er is één aanspreekpunt.

## Scores naast elkaar

| Categorie | Niet gezegd | School | Samen |
| --- | ---: | ---: | ---: |
| Mensen | 100 % (1 van 1) | 100 % (1 van 1) | 100 % (1 van 1) |
| Plek | – (0 van 1) | 100 % (1 van 1) | – (0 van 1) |
| Alle factoren samen | 100 % (1 van 2) | 100 % (2 van 2) | 100 % (1 van 2) |

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.
"""


def test_two_partners_as_markdown(small: FactorSet) -> None:
    assert agenda_markdown(two_partners(small)) == TWO


def test_two_partners_in_english() -> None:
    language.activate("en")
    assert agenda_markdown(two_partners(examples.small("en"))) == ENGLISH


def test_partners_who_did_not_say_who_they_are(small: FactorSet) -> None:
    assert agenda_markdown(nameless_partners(small)) == NAMELESS


def test_another_scale_without_conditions_or_perspectives() -> None:
    answers = ({"first": "3", "second": "1", "third": "done"}, {"first": "1", "second": "1", "third": "done"})
    text = agenda_markdown(agenda_of(examples.other_scale(), *map(evaluation, answers)))
    assert text.startswith(OTHER_SCALE)


OTHER_SCALE = f"""\
# Lyceum Oost

Agenda voor ons gesprek · Niet gezegd (23-11-2026, 1.yaml), Niet gezegd (23-11-2026, 2.yaml) · 23-11-2026

{WELCOME}

## Wat zien we verschillend?

### 1. The first thing.

- **Niet gezegd (23-11-2026, 1.yaml)**: 3
- **Niet gezegd (23-11-2026, 2.yaml)**: 1

> Wat zie jij dat de ander niet ziet?

## Wat missen we allemaal?

### 2. The second thing.

- **Niet gezegd (23-11-2026, 1.yaml)**: 1
- **Niet gezegd (23-11-2026, 2.yaml)**: 1

> Wat lukt hier al, en wat zou een volgende stap zijn?

## Wat is volgens ons allemaal op orde?

- The third thing.

## Scores naast elkaar
"""


def test_where_all_agree_there_is_nothing_to_open(small: FactorSet) -> None:
    alike = {factor.id: "ja" for factor in small.factors}
    found = rendered(agenda_markdown(agenda_of(small, side("school", {**alike}), side("samen", {**alike}))))
    assert found.texts("h2") == ["Wat is volgens ons allemaal op orde?", "Scores naast elkaar"]
    assert found.texts("h3") == found.texts("blockquote") == []


def test_what_is_not_compared_is_named(small: FactorSet) -> None:
    text = agenda_markdown(poisoned_agenda(small, "weg"))
    assert text.endswith("\nVervallen, en niet vergeleken: weg.\n\nNiet overal gevraagd, en niet vergeleken: tijd.\n")


def test_a_git_host_shows_what_was_meant(small: FactorSet) -> None:
    found = rendered(agenda_markdown(two_partners(small)))
    assert found.texts("h1") == ["Lyceum Oost en Stichting Straatwerk"]
    assert found.texts("h3") == [
        "1. Er is een vast team.",
        "2. Er is een eigen ruimte. (een wens)",
        "3. Er is één aanspreekpunt.",
        "4. Er is genoeg tijd.",
    ]
    assert found.texts("blockquote")[-1] == "Samen, wat zou je hierover willen horen van School?"
    assert found.texts("li")[4] == "“Het wisselt. Steeds weer.”"
    assert found.texts("strong") == ["School", *["School", "Samen"] * 4]
    assert list(table_rows(found))[:2] == [
        ["Categorie", "School", "Samen"],
        ["Mensen", "75 % (2 van 2)", "25 % (2 van 2)"],
    ]


# --- text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", hostile.ONE_LINE)
def test_a_hostile_text_changes_nothing_but_itself(text: str) -> None:
    check_only_the_text_differs(visible(text).strip())


@given(text=hostile.shown_texts())
def test_no_text_changes_anything_but_itself(text: str) -> None:
    check_only_the_text_differs(visible(text))


@given(text=hostile.shown_texts())
def test_lines_of_a_note_are_paragraphs_in_their_place_and_no_more(text: str) -> None:
    found, expected = poisoned(text), marked()
    lines = {"p", "br"}
    assert [tag for tag in found.tags if tag not in lines] == [tag for tag in expected.tags if tag not in lines]
    assert plain(found.text) == plain(expected.text.replace("MERK", visible(text)))


def check_only_the_text_differs(text: str) -> None:
    found, expected = poisoned(text), marked()
    assert structure(found) == structure(expected)
    assert plain(found.text) == plain(expected.text.replace("MERK", visible(text)))


@cache
def marked() -> Markup:
    """Return the same with a mark for every text."""
    return poisoned("MERK")


SMALL_SET = examples.small()


def poisoned(text: str) -> Markup:
    return rendered(agenda_markdown(poisoned_agenda(SMALL_SET, text)))


def structure(markup: Markup) -> list[tuple[str, dict[str, str | None]]]:
    return [(element.tag, element.attributes) for element in markup.elements]

"""Evaluations side by side, as Markdown: whole texts, and what a git host makes of them."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.formats import hostile
from tests.formats.markup import Markup, plain, rendered, table_rows
from tests.formats.test_comparison_json import compared, three_collaborations, three_years
from werkzaam import language
from werkzaam.domain.comparison import Axis, Entry
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.comparison_markdown import comparison_markdown
from werkzaam.visible import visible

YEARS = """\
# Lyceum Oost en Stichting Straatwerk

## Scores

| Categorie | 2025 | 2026 | 2027 |
| --- | ---: | ---: | ---: |
| Mensen | 50 % (2 van 2) | 75 % (2 van 2) +25 | 25 % (2 van 2) -50 |
| Plek | – (0 van 0) | – (0 van 1) | 100 % (1 van 1) |
| Alle factoren samen | 50 % (2 van 2) | 75 % (2 van 3) +25 | 50 % (3 van 3) -25 |

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.

## Waar de antwoorden verschillen

- Er is één aanspreekpunt.
  - 2025: Ja; 2026: Ja; 2027: Nee
- Er is een vast team.
  - 2025: Nee; 2026: Deels; 2027: Deels

## Wat in een van de jaren niet bekend was

- Er is een eigen ruimte. (een wens)
  - 2025: Weet niet; 2026: Nee; 2027: Nee

## Wat in een van de jaren niet is beantwoord

- Er is genoeg tijd.
  - 2025: Niet van toepassing; 2026: open; 2027: Ja

Vervallen, en niet vergeleken: oud-lokaal.
"""

ENGLISH_YEARS = """\
# Lyceum Oost en Stichting Straatwerk

## Scores

| Category | 2025 | 2026 | 2027 |
| --- | ---: | ---: | ---: |
| People | 50 % (2 of 2) | 75 % (2 of 2) +25 | 25 % (2 of 2) -50 |
| Place | – (0 of 0) | – (0 of 1) | 100 % (1 of 1) |
| All factors together | 50 % (2 of 2) | 75 % (2 of 3) +25 | 50 % (3 of 3) -25 |

The number of factors behind a score stands in brackets; below 50 % of them there is no score.

## Where the answers differ

- There is one contact point.
  - 2025: Yes; 2026: Yes; 2027: No
- There is a permanent team.
  - 2025: No; 2026: Partly; 2027: Partly

## Where it was not known in one of the years

- There is a room of their own. (a wish)
  - 2025: Don't know; 2026: No; 2027: No

## Where it was not answered in one of the years

- There is enough time.
  - 2025: Not applicable; 2026: open; 2027: Yes

Retired, and not compared: oud-lokaal.
"""

COLLABORATIONS = """\
# Kleine lijst

## Scores

| Categorie | Lyceum Noord | Lyceum Oost | Lyceum West |
| --- | ---: | ---: | ---: |
| Mensen | – (0 van 1) | 50 % (2 van 2) | 100 % (2 van 2) |
| Plek | 100 % (1 van 1) | – (0 van 1) | 100 % (1 van 1) |
| Alle factoren samen | 100 % (1 van 2) | 50 % (2 van 3) | 100 % (3 van 3) |

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.

## Waar de antwoorden verschillen

- Er is een vast team.
  - Lyceum Noord: Niet van toepassing; Lyceum Oost: Nee; Lyceum West: Ja

## Waar iemand het niet weet

- Er is één aanspreekpunt.
  - Lyceum Noord: Weet niet; Lyceum Oost: Ja; Lyceum West: Ja

## Waar iemand niet heeft geantwoord

- Er is genoeg tijd.
  - Lyceum Noord: Ja; Lyceum Oost: open; Lyceum West: Ja

## Waar alle antwoorden hetzelfde zijn

- Er is een eigen ruimte. (een wens)
  - Lyceum Noord: Ja; Lyceum Oost: Ja; Lyceum West: Ja
"""


def test_years_as_markdown(small: FactorSet) -> None:
    assert comparison_markdown(three_years(small)) == YEARS


def test_years_as_markdown_in_english() -> None:
    language.activate("en")
    assert comparison_markdown(three_years(examples.small("en"))) == ENGLISH_YEARS


def test_collaborations_as_markdown(small: FactorSet) -> None:
    assert comparison_markdown(three_collaborations(small)) == COLLABORATIONS


def test_a_git_host_shows_what_was_meant(small: FactorSet) -> None:
    found = rendered(comparison_markdown(three_years(small)))
    assert found.texts("h1") == ["Lyceum Oost en Stichting Straatwerk"]
    assert found.texts("h2") == [
        "Scores",
        "Waar de antwoorden verschillen",
        "Wat in een van de jaren niet bekend was",
        "Wat in een van de jaren niet is beantwoord",
    ]
    assert list(table_rows(found)) == [
        ["Categorie", "2025", "2026", "2027"],
        ["Mensen", "50 % (2 van 2)", "75 % (2 van 2) +25", "25 % (2 van 2) -50"],
        ["Plek", "– (0 van 0)", "– (0 van 1)", "100 % (1 van 1)"],
        ["Alle factoren samen", "50 % (2 van 2)", "75 % (2 van 3) +25", "50 % (3 van 3) -25"],
    ]
    assert found.texts("li")[:2] == [
        "Er is één aanspreekpunt. 2025: Ja; 2026: Ja; 2027: Nee",
        "2025: Ja; 2026: Ja; 2027: Nee",
    ]
    assert found.texts("p")[-1] == "Vervallen, en niet vergeleken: oud-lokaal."


# --- text -------------------------------------------------------------------------------------------------------

AXES = (Axis.DATE, Axis.COLLABORATION)
"""Partners have an agenda instead."""


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("text", hostile.ONE_LINE)
def test_a_hostile_text_changes_nothing_but_itself(text: str, axis: Axis) -> None:
    check_only_the_text_differs(text.strip(), axis)


@given(text=hostile.shown_texts(), axis=st.sampled_from(AXES))
def test_no_text_changes_anything_but_itself(text: str, axis: Axis) -> None:
    check_only_the_text_differs(text, axis)


def check_only_the_text_differs(text: str, axis: Axis) -> None:
    found, expected = poisoned(text, axis), marked(axis)
    assert structure(found) == structure(expected)
    assert plain(found.text) == plain(expected.text.replace("MERK", visible(text)))


@cache
def marked(axis: Axis) -> Markup:
    """Return the same with a mark for every text."""
    return poisoned("MERK", axis)


SMALL_SET = examples.small()


def poisoned(text: str, axis: Axis) -> Markup:
    """Return a rendered comparison in which every text is this one; with two alike the files stand in their labels."""
    entries = [
        Entry("a.yaml", hostile.poisoned_answers(text), retired=(text,)),
        Entry("b.yaml", hostile.poisoned_answers(text), frozenset({"contact"})),
    ]
    found = compared(hostile.poisoned_set(SMALL_SET, text), axis, entries)
    return rendered(comparison_markdown(found))


def structure(markup: Markup) -> list[tuple[str, dict[str, str | None]]]:
    return [(element.tag, element.attributes) for element in markup.elements]

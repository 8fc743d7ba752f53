"""The report as Markdown, as whole texts; and what a git host makes of it."""

import re
from collections.abc import Iterable
from functools import cache

import pytest
from hypothesis import given

from tests import examples
from tests.domain.building import answered_sets, evaluation
from tests.formats import hostile
from tests.formats.markup import Markup, plain, rendered, table_rows
from tests.formats.reports import (
    DUTCH_RULES,
    ENGLISH_RULES,
    RULES_OF_ANOTHER_SCALE,
    TODAY,
    full_report,
    other_report,
    small_report,
)
from tests.terminal.drawing import drawn
from werkzaam import language
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.report_markdown import report_markdown
from werkzaam.terminal.console import UNICODE
from werkzaam.terminal.report_table import print_report
from werkzaam.visible import visible
from werkzaam.wording.figures import coverage, percentage


def items(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines)


SMALL = f"""\
# Lyceum Oost en Stichting Straatwerk

23-11-2026 · Samen · Kleine lijst

## Scores

| Categorie | Score | Ja | Deels | Nee | Weet niet | Niet van toepassing | Open | Voorwaarden op orde |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| Mensen | 75 % (2 van 2) | 1 | 1 |  |  |  |  | 3 van 4 |
| Plek | – (0 van 1) |  |  | 1 |  |  | 1 | 0 van 2 |
| **Alle factoren samen** | **75 % (2 van 3)** | 1 | 1 | 1 |  |  | 1 | 3 van 6 |

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.

## Wat er ontbreekt

### Mensen

- Er is een vast team. \\[Deels\\]
  - Deskundig team

  Notitie: Sinds maart zijn er twee mensen.

## Wensen: die verlagen de score niet

### Plek

- Er is een eigen ruimte. \\[Nee\\]
  - Eigen ruimte
  - Centrale ruimte

## Nog open

- Er is genoeg tijd.

## Hoe de score tot stand komt

{items(DUTCH_RULES)}"""

ENGLISH = f"""\
# Lyceum Oost en Stichting Straatwerk

2026-11-23 · Together · Small list

## Scores

| Category | Score | Yes | Partly | No | Don't know | Not applicable | Open | Conditions in place |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| People | 75 % (2 of 2) | 1 | 1 |  |  |  |  | 3 of 4 |
| Place | – (0 of 1) |  |  | 1 |  |  | 1 | 0 of 2 |
| **All factors together** | **75 % (2 of 3)** | 1 | 1 | 1 |  |  | 1 | 3 of 6 |

The number of factors behind a score stands in brackets; below 50 % of them there is no score.

## What is missing

### People

- There is a permanent team. \\[Partly\\]
  - Skilled team

  Note: Sinds maart zijn er twee mensen.

## Wishes: they lower no score

### Place

- There is a room of their own. \\[No\\]
  - Own room
  - Central room

## Still open

- There is enough time.

## How the score is made

{items(ENGLISH_RULES)}"""

FULL = f"""\
# Lyceum Oost

23-11-2026 · School · Kleine lijst

Besproken.

Met het hele team.

## Scores

| Categorie | Score | Ja | Deels | Nee | Weet niet | Niet van toepassing | Open | Voorwaarden op orde |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| Mensen | 50 % (1 van 2) |  | 1 |  | 1 |  |  | 0 van 4 (4 onbekend) |
| Plek | 0 % (1 van 1) |  |  | 1 |  | 1 |  |  |
| **Alle factoren samen** | **25 % (2 van 3)** |  | 1 | 1 | 1 | 1 |  | 0 van 4 (4 onbekend) |

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.

## Wat er ontbreekt

### Mensen

- Er is een vast team. \\[Deels\\]
  - Welke voorwaarden ontbreken is niet genoemd.

  Notitie: Eerst dit.\\
  Dan dat.

### Plek

- Er is genoeg tijd. \\[Nee\\]

## Wat nog niemand weet

- Er is één aanspreekpunt.

  Notitie: Navragen.

## Afgesproken

- Ook op donderdag (jongerenwerk, uiterlijk 22-11-2026, over tijd)
- Overleg (uiterlijk 23-11-2026)
- Een sleutel (school, uiterlijk 01-03-2026, gedaan)
- Een bord (uiterlijk 01-03-2026, vervallen)
- Gewoon doen

## Hoe de score tot stand komt

{items(DUTCH_RULES)}"""

OTHER = f"""\
# Lyceum Oost

23-11-2026 · Another scale

## Scores

| Categorie | Score | 0 | 1 | 2 | 3 | 4 | Done | Not done | Open | Voorwaarden op orde |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| All of it | 67 % (3 van 3) |  | 1 |  | 1 |  | 1 |  |  |  |
| **Alle factoren samen** | **67 % (3 van 3)** |  | 1 |  | 1 |  | 1 |  |  |  |

Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.

## Wat er ontbreekt

### All of it

- The first thing. \\[3\\]
- The second thing. \\[1\\]

## Hoe de score tot stand komt

{items(RULES_OF_ANOTHER_SCALE)}"""


def test_a_report_as_markdown(small: FactorSet) -> None:
    assert report_markdown(small_report(small), TODAY) == SMALL


def test_a_report_as_markdown_in_english() -> None:
    language.activate("en")
    assert report_markdown(small_report(examples.small("en")), TODAY) == ENGLISH


def test_notes_keep_their_lines_and_actions_say_what_became_of_them(small: FactorSet) -> None:
    assert report_markdown(full_report(small), TODAY) == FULL


def test_a_note_on_what_is_in_place_is_shown_with_its_answer(small: FactorSet) -> None:
    found = report(small, evaluation({"team": Answer("ja", note="Sinds maart.")}))
    expected = "\n## Verder genoteerd\n\n- Er is een vast team. \\[Ja\\]\n\n  Notitie: Sinds maart.\n"
    assert expected in report_markdown(found, TODAY)


def test_another_scale_as_markdown() -> None:
    assert report_markdown(other_report(), TODAY) == OTHER


def test_a_report_says_when_nothing_is_known_to_be_missing(small: FactorSet) -> None:
    whole = report(small, evaluation(dict.fromkeys(("team", "contact", "ruimte", "tijd"), "ja")))
    assert "## Wat er ontbreekt\n\nEr is niets bekend dat ontbreekt.\n\n## Hoe" in report_markdown(whole, TODAY)


def test_a_git_host_shows_what_was_meant(small: FactorSet) -> None:
    found = rendered(report_markdown(full_report(small), TODAY))
    assert found.texts("h1") == ["Lyceum Oost"]
    assert found.texts("h2") == ["Scores", "Wat er ontbreekt", "Wat nog niemand weet", "Afgesproken",
                                 "Hoe de score tot stand komt"]  # fmt: skip
    assert found.texts("h3") == ["Mensen", "Plek"]
    assert list(table_rows(found)) == [
        ["Categorie", "Score", "Ja", "Deels", "Nee", "Weet niet", "Niet van toepassing", "Open", "Voorwaarden op orde"],
        ["Mensen", "50 % (1 van 2)", "", "1", "", "1", "", "", "0 van 4 (4 onbekend)"],
        ["Plek", "0 % (1 van 1)", "", "", "1", "", "1", "", ""],
        ["Alle factoren samen", "25 % (2 van 3)", "", "1", "1", "1", "1", "", "0 van 4 (4 onbekend)"],
    ]
    assert found.texts("strong") == ["Alle factoren samen", "25 % (2 van 3)"]
    assert found.texts("li")[:4] == [
        "Er is een vast team. [Deels] Welke voorwaarden ontbreken is niet genoemd. Notitie: Eerst dit. Dan dat.",
        "Welke voorwaarden ontbreken is niet genoemd.",
        "Er is genoeg tijd. [Nee]",
        "Er is één aanspreekpunt. Notitie: Navragen.",
    ]
    assert found.texts("li")[-7:] == list(DUTCH_RULES)


def test_every_factor_of_the_built_in_set_that_is_missing_is_an_item(built_in: FactorSet) -> None:
    nothing = report(built_in, evaluation({factor.id: "nee" for factor in built_in.factors}))
    found = rendered(report_markdown(nothing, TODAY))
    assert found.tags.count("li") == 20 + 71 + 7  # one factor has wishes among its conditions
    assert found.texts("h3") == [category.name for category in built_in.categories] + ["Jongerenwerk", "Onderwijs"]
    assert "a" not in found.tags


# --- text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", hostile.ONE_LINE)
def test_a_hostile_text_changes_nothing_but_itself(text: str) -> None:
    check_only_the_text_differs(text.strip())


@given(text=hostile.shown_texts())
def test_no_text_changes_anything_but_itself(text: str) -> None:
    check_only_the_text_differs(text)


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
    """Return a rendered report in which every text is this one."""
    whole = report(hostile.poisoned_set(SMALL_SET, text), hostile.poisoned_answers(text))
    return rendered(report_markdown(whole, TODAY))


def structure(markup: Markup) -> list[tuple[str, dict[str, str | None]]]:
    """Return every element but lines and paragraphs, of which a note may have any number."""
    return [(element.tag, element.attributes) for element in markup.elements if element.tag not in {"p", "br"}]


# --- numbers ----------------------------------------------------------------------------------------------------


@given(answered=answered_sets())
def test_the_figures_are_those_of_the_printed_table(answered: tuple[FactorSet, Evaluation]) -> None:
    whole = report(*answered)
    tallies = [*(category.tally for category in whole.result.categories), whole.result.total]
    expected = [f"{percentage(tally.score)} ({coverage(tally)})" for tally in tallies]
    printed = drawn(lambda console: print_report(console, UNICODE, whole, TODAY))
    on_paper = [" ".join(found) for found in re.findall(r"(\d+ %|–) +(\(\d+ van \d+\))", printed)]
    _, *rows = table_rows(rendered(report_markdown(whole, TODAY)))
    assert [row[1] for row in rows] == expected == on_paper
    for row, tally in zip(rows, tallies, strict=True):
        assert [int(cell or 0) for cell in row[2:-1]] == [*tally.counts.values(), tally.open]

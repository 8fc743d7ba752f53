"""A questionnaire as Markdown, as whole texts; and what a git host makes of it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given

from tests import examples
from tests.formats import hostile
from tests.formats.markup import Markup, plain, rendered
from tests.formats.reports import DUTCH_RULES, ENGLISH_RULES, RULES_OF_ANOTHER_SCALE
from werkzaam import language
from werkzaam.domain.factor_set import FactorSet, Source
from werkzaam.formats.factors_markdown import factors_markdown
from werkzaam.visible import visible


def items(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines)


SMALL = f"""\
# Kleine lijst

Drie vragen.

Samenwerking: …………………………………………………………………………………………………………

Datum: …………………………………………………………………………………………………………

Ingevuld door: ☐ School  ☐ Samen

## Mensen

### 1. Er is een vast team.

☐ Ja  ☐ Deels  ☐ Nee  ☐ Weet niet  ☐ Niet van toepassing

Bij Deels: kruis aan wat ontbreekt.

- ☐ Het team is vast.
- ☐ Deskundig team
- ☐ Team uit de wijk (een wens)

Notitie: …………………………………………………………………………………………………………

### 2. Er is één aanspreekpunt.

☐ Ja  ☐ Deels  ☐ Nee  ☐ Weet niet  ☐ Niet van toepassing

Bij Deels: kruis aan wat ontbreekt.

- ☐ Eén aanspreekpunt

Notitie: …………………………………………………………………………………………………………

## Plek

### 3. Er is een eigen ruimte. (een wens)

☐ Ja  ☐ Deels  ☐ Nee  ☐ Weet niet  ☐ Niet van toepassing

Bij Deels: kruis aan wat ontbreekt.

- ☐ Eigen ruimte
- ☐ Centrale ruimte

Notitie: …………………………………………………………………………………………………………

### 4. Er is genoeg tijd.

☐ Ja  ☐ Deels  ☐ Nee  ☐ Weet niet  ☐ Niet van toepassing

Notitie: …………………………………………………………………………………………………………

## Hoe de score tot stand komt

| Categorie | Som van de getallen | Hoeveel er een getal hebben | Som gedeeld door hoeveel |
| --- | ---: | ---: | ---: |
| Mensen |  |  |  |
| Plek |  |  |  |
| Alle factoren samen |  |  |  |

{items(DUTCH_RULES)}"""

ENGLISH = f"""\
# Small list

Three questions.

Collaboration: …………………………………………………………………………………………………………

Date: …………………………………………………………………………………………………………

Filled in by: ☐ School  ☐ Together

## People

### 1. There is a permanent team.

☐ Yes  ☐ Partly  ☐ No  ☐ Don't know  ☐ Not applicable

After Partly: tick what is missing.

- ☐ The team is permanent.
- ☐ Skilled team
- ☐ Local team (a wish)

Note: …………………………………………………………………………………………………………

### 2. There is one contact point.

☐ Yes  ☐ Partly  ☐ No  ☐ Don't know  ☐ Not applicable

After Partly: tick what is missing.

- ☐ One contact point

Note: …………………………………………………………………………………………………………

## Place

### 3. There is a room of their own. (a wish)

☐ Yes  ☐ Partly  ☐ No  ☐ Don't know  ☐ Not applicable

After Partly: tick what is missing.

- ☐ Own room
- ☐ Central room

Note: …………………………………………………………………………………………………………

### 4. There is enough time.

☐ Yes  ☐ Partly  ☐ No  ☐ Don't know  ☐ Not applicable

Note: …………………………………………………………………………………………………………

## How the score is made

| Category | Sum of the numbers | How many have a number | Sum divided by how many |
| --- | ---: | ---: | ---: |
| People |  |  |  |
| Place |  |  |  |
| All factors together |  |  |  |

{items(ENGLISH_RULES)}"""

OTHER = f"""\
# Another scale

Samenwerking: …………………………………………………………………………………………………………

Datum: …………………………………………………………………………………………………………

## All of it

### 1. The first thing.

☐ 0  ☐ 1  ☐ 2  ☐ 3  ☐ 4

Notitie: …………………………………………………………………………………………………………

### 2. The second thing.

☐ 0  ☐ 1  ☐ 2  ☐ 3  ☐ 4

Notitie: …………………………………………………………………………………………………………

### 3. The third thing.

☐ Done  ☐ Not done

Notitie: …………………………………………………………………………………………………………

## Hoe de score tot stand komt

| Categorie | Som van de getallen | Hoeveel er een getal hebben | Som gedeeld door hoeveel |
| --- | ---: | ---: | ---: |
| All of it |  |  |  |
| Alle factoren samen |  |  |  |

{items(RULES_OF_ANOTHER_SCALE)}"""


def test_a_questionnaire_as_markdown(small: FactorSet) -> None:
    assert factors_markdown(small) == SMALL


def test_a_questionnaire_as_markdown_in_english() -> None:
    language.activate("en")
    assert factors_markdown(examples.small("en")) == ENGLISH


def test_another_scale_as_markdown() -> None:
    assert factors_markdown(examples.other_scale()) == OTHER


def test_the_source_stands_at_the_end_and_is_no_link(small: FactorSet) -> None:
    other = replace(small, source=Source("Wat werkt", "Instituut", "https://x.nl/a_b"))
    assert (
        factors_markdown(other)
        == SMALL
        + r"""
De factoren komen uit: Wat werkt, Instituut, https\://x.nl/a\_b
"""
    )


def test_an_introduction_is_one_paragraph(small: FactorSet) -> None:
    other = replace(small, introduction="Drie\n\nvragen.\n")
    assert factors_markdown(other) == SMALL.replace("Drie vragen.", "Drie  vragen.")


def test_a_git_host_shows_what_was_meant(small: FactorSet) -> None:
    found = rendered(factors_markdown(small))
    assert found.texts("h1") == ["Kleine lijst"]
    assert found.texts("h2") == ["Mensen", "Plek", "Hoe de score tot stand komt"]
    assert found.texts("h3") == [
        "1. Er is een vast team.",
        "2. Er is één aanspreekpunt.",
        "3. Er is een eigen ruimte. (een wens)",
        "4. Er is genoeg tijd.",
    ]
    assert found.texts("li")[:3] == ["☐ Het team is vast.", "☐ Deskundig team", "☐ Team uit de wijk (een wens)"]
    assert found.texts("th") == [
        "Categorie", "Som van de getallen", "Hoeveel er een getal hebben", "Som gedeeld door hoeveel"
    ]  # fmt: skip


def test_the_built_in_set_has_a_box_for_every_answer_and_condition(built_in: FactorSet) -> None:
    written = factors_markdown(built_in)
    assert written.count("☐") == 19 * 5 + 71 + 4
    assert len(rendered(written).texts("h3")) == 19
    assert "a" not in rendered(written).tags


@pytest.mark.parametrize("text", hostile.ONE_LINE)
def test_a_hostile_text_changes_nothing_but_itself(text: str) -> None:
    check_only_the_text_differs(text.strip())


@given(text=hostile.shown_texts())
def test_no_text_changes_anything_but_itself(text: str) -> None:
    check_only_the_text_differs(text)


def check_only_the_text_differs(text: str) -> None:
    found, expected = poisoned(text), marked()
    assert [(element.tag, element.attributes) for element in found.elements] == [
        (element.tag, element.attributes) for element in expected.elements
    ]
    assert plain(found.text) == plain(expected.text.replace("MERK", visible(text)))


@cache
def marked() -> Markup:
    """Return the same with a mark for every text."""
    return poisoned("MERK")


SMALL_SET = examples.small()


def poisoned(text: str) -> Markup:
    """Return a rendered questionnaire in which every text is this one."""
    return rendered(factors_markdown(hostile.poisoned_set(SMALL_SET, text)))

"""Many evaluations summed up, as Markdown: whole texts, and what a git host makes of them."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.summing import overview_of
from tests.formats import hostile
from tests.formats.markup import Markup, plain, rendered, table_rows
from tests.formats.overviews import poisoned_overview
from werkzaam import language
from werkzaam.domain.comparison import Axis
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.overview_markdown import overview_markdown
from werkzaam.visible import visible

ALL = """\
# Kleine lijst

## Alle evaluaties

5 evaluaties

Hier zijn meerdere perspectieven samengenomen: Niet gezegd, School, Samen.

| Categorie | Gemiddeld | Laagst | Hoogst | Met score |
| --- | ---: | ---: | ---: | ---: |
| Mensen | 63 % | 50 % | 75 % | 4 van 5 |
| Plek | 50 % | 0 % | 100 % | 3 van 5 |
| Alle factoren samen | 60 % | 33 % | 83 % | 4 van 5 |

### Wat het vaakst ontbreekt

- Vast team (Mensen): 2 van 4 (50 %)
- Deskundig team (Mensen): 2 van 4 (50 %)
- Eén aanspreekpunt (Mensen): 1 van 4 (25 %)

Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie zonder score telt niet mee.
Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen blijven erbuiten.
"""

ENGLISH = """\
# Small list

## All evaluations

5 evaluations

Several perspectives are taken together here: Not said, School, Together.

| Category | Mean | Lowest | Highest | With a score |
| --- | ---: | ---: | ---: | ---: |
| People | 63 % | 50 % | 75 % | 4 of 5 |
| Place | 50 % | 0 % | 100 % | 3 of 5 |
| All factors together | 60 % | 33 % | 83 % | 4 of 5 |

### What is missing most often

- Permanent team (People): 2 of 4 (50 %)
- Skilled team (People): 2 of 4 (50 %)
- One contact point (People): 1 of 4 (25 %)

Every evaluation with a score weighs the same in the mean; one without a score stays out.
A condition is counted in the evaluations that say whether it is in place. Wishes stay out.
"""

SIDES = """\
# Kleine lijst

## Niet gezegd

1 evaluatie

| Categorie | Gemiddeld | Laagst | Hoogst | Met score |
| --- | ---: | ---: | ---: | ---: |
| Mensen | – | – | – | 0 van 1 |
| Plek | – | – | – | 0 van 1 |
| Alle factoren samen | – | – | – | 0 van 1 |

## Samen

2 evaluaties

| Categorie | Gemiddeld | Laagst | Hoogst | Met score |
| --- | ---: | ---: | ---: | ---: |
| Mensen | 63 % | 50 % | 75 % | 2 van 2 |
| Plek | 50 % | 0 % | 100 % | 2 van 2 |
| Alle factoren samen | 58 % | 33 % | 83 % | 2 van 2 |

### Wat het vaakst ontbreekt

- Deskundig team (Mensen): 1 van 2 (50 %)
- Eén aanspreekpunt (Mensen): 1 van 2 (50 %)

## School

2 evaluaties

| Categorie | Gemiddeld | Laagst | Hoogst | Met score |
| --- | ---: | ---: | ---: | ---: |
| Mensen | 63 % | 50 % | 75 % | 2 van 2 |
| Plek | 50 % | 50 % | 50 % | 1 van 2 |
| Alle factoren samen | 63 % | 50 % | 75 % | 2 van 2 |

### Wat het vaakst ontbreekt

- Vast team (Mensen): 2 van 2 (100 %)
- Deskundig team (Mensen): 1 van 2 (50 %)

Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie zonder score telt niet mee.
Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen blijven erbuiten.
"""

NOTHING = """\
# Kleine lijst

0 evaluaties

Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie zonder score telt niet mee.
Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen blijven erbuiten.
"""


def test_all_evaluations_as_markdown(small: FactorSet) -> None:
    assert overview_markdown(overview_of(small)) == ALL


def test_all_evaluations_as_markdown_in_english() -> None:
    language.activate("en")
    assert overview_markdown(overview_of(examples.small("en"))) == ENGLISH


def test_sides_as_markdown(small: FactorSet) -> None:
    assert overview_markdown(overview_of(small, Axis.PERSPECTIVE)) == SIDES


def test_nothing_as_markdown(small: FactorSet) -> None:
    assert overview_markdown(overview_of(small, Axis.DATE, [])) == NOTHING


def test_a_git_host_shows_what_was_meant(small: FactorSet) -> None:
    found = rendered(overview_markdown(overview_of(small, Axis.DATE)))
    assert [(element.tag, element.text) for element in found.elements if element.tag in {"h1", "h2", "h3"}] == [
        ("h1", "Kleine lijst"),
        ("h2", "2025"),
        ("h3", "Wat het vaakst ontbreekt"),
        ("h2", "2026"),
        ("h3", "Wat het vaakst ontbreekt"),
    ]
    assert list(table_rows(found)) == [
        ["Categorie", "Gemiddeld", "Laagst", "Hoogst", "Met score"],
        ["Mensen", "50 %", "50 %", "50 %", "1 van 1"],
        ["Plek", "50 %", "50 %", "50 %", "1 van 1"],
        ["Alle factoren samen", "50 %", "50 %", "50 %", "1 van 1"],
        ["Categorie", "Gemiddeld", "Laagst", "Hoogst", "Met score"],
        ["Mensen", "67 %", "50 %", "75 %", "3 van 4"],
        ["Plek", "50 %", "0 %", "100 %", "2 van 4"],
        ["Alle factoren samen", "64 %", "33 %", "83 %", "3 van 4"],
    ]
    assert found.texts("li") == [
        "Vast team (Mensen): 1 van 1 (100 %)",
        "Deskundig team (Mensen): 1 van 1 (100 %)",
        "Vast team (Mensen): 1 van 3 (33 %)",
        "Deskundig team (Mensen): 1 van 3 (33 %)",
        "Eén aanspreekpunt (Mensen): 1 van 3 (33 %)",
    ]
    assert found.texts("p")[:3] == [
        "1 evaluatie",
        "4 evaluaties",
        "Hier zijn meerdere perspectieven samengenomen: Niet gezegd, School, Samen.",
    ]


# --- text -------------------------------------------------------------------------------------------------------

BYS = (None, Axis.PERSPECTIVE, Axis.COLLABORATION)


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize("text", hostile.ONE_LINE)
def test_a_hostile_text_changes_nothing_but_itself(text: str, by: Axis | None) -> None:
    check_only_the_text_differs(text.strip(), by)


@given(text=hostile.shown_texts(), by=st.sampled_from(BYS))
def test_no_text_changes_anything_but_itself(text: str, by: Axis | None) -> None:
    check_only_the_text_differs(text, by)


def check_only_the_text_differs(text: str, by: Axis | None) -> None:
    found, expected = poisoned(text, by), marked(by)
    assert structure(found) == structure(expected)
    assert plain(found.text) == plain(expected.text.replace("MERK", visible(text)))


@cache
def marked(by: Axis | None) -> Markup:
    """Return the same with a mark for every text."""
    return poisoned("MERK", by)


def poisoned(text: str, by: Axis | None) -> Markup:
    """Return a rendered overview in which every text is this one."""
    return rendered(overview_markdown(poisoned_overview(text, by)))


def structure(markup: Markup) -> list[tuple[str, dict[str, str | None]]]:
    return [(element.tag, element.attributes) for element in markup.elements]

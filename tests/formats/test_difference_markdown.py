"""What changed, as Markdown: whole texts, and what a git host makes of them."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given

from tests import examples
from tests.domain.building import answered_sets, evaluation
from tests.formats import hostile
from tests.formats.markup import Markup, plain, rendered, table_rows
from tests.formats.test_difference_json import small_difference
from werkzaam import language
from werkzaam.domain.difference import difference
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.difference_markdown import difference_markdown
from werkzaam.visible import visible

TODAY = date(2027, 11, 24)

DUTCH = """\
# Lyceum Oost en Stichting Straatwerk

Van 23-11-2026, Samen naar 22-11-2027, School

| Categorie | Was | Is nu | Verschil |
| --- | ---: | ---: | ---: |
| Mensen | 75 % (2 van 2) | 75 % (2 van 2) | = |
| Plek | – (0 van 1) | 0 % (1 van 1) |  |
| Alle factoren samen | 75 % (2 van 3) | 50 % (3 van 3) | -25 |

## Wat er anders is beantwoord

### Mensen

- Er is een vast team.
  - Nog steeds Deels
  - Nu op orde: Deskundig team
  - Ontbreekt nu: Vast team
  - Notitie was: Sinds maart zijn er twee mensen.
  - Notitie is nu: Eerst dit.\\
    Dan dat.

### Plek

- Er is een eigen ruimte. (een wens)
  - Nee, nu Deels
  - Nu op orde: Eigen ruimte
- Er is genoeg tijd.
  - open, nu Nee

## Wat er van de afspraken is geworden

- gedaan: Ook op donderdag (jongerenwerk)
- weer open: Een sleutel (school, uiterlijk 01-03-2026, over tijd)
- veranderd: Overleg (gemeente, uiterlijk 23-11-2026, over tijd)
- nog open: Gewoon doen
- nieuw: Een klok
- staat er niet meer: Een bord (uiterlijk 01-03-2026, over tijd)

Vervallen, en niet vergeleken: oud-lokaal.
"""

ENGLISH = """\
# Lyceum Oost en Stichting Straatwerk

From 2026-11-23, Together to 2027-11-22, School

| Category | Was | Is | Change |
| --- | ---: | ---: | ---: |
| People | 75 % (2 of 2) | 75 % (2 of 2) | = |
| Place | – (0 of 1) | 0 % (1 of 1) |  |
| All factors together | 75 % (2 of 3) | 50 % (3 of 3) | -25 |

## What is answered otherwise

### People

- There is a permanent team.
  - Still Partly
  - In place now: Skilled team
  - Missing now: Permanent team
  - Note was: Sinds maart zijn er twee mensen.
  - Note is: Eerst dit.\\
    Dan dat.

### Place

- There is a room of their own. (a wish)
  - No, now Partly
  - In place now: Own room
- There is enough time.
  - open, now No

## What became of what was agreed

- done since: Ook op donderdag (jongerenwerk)
- open again: Een sleutel (school, by 2026-03-01, overdue)
- changed: Overleg (gemeente, by 2026-11-23, overdue)
- still open: Gewoon doen
- new: Een klok
- no longer there: Een bord (by 2026-03-01, overdue)

Retired, and not compared: oud-lokaal.
"""

NOTHING = """\
# Kleine lijst

Van niets naar niets

| Categorie | Was | Is nu | Verschil |
| --- | ---: | ---: | ---: |
| Mensen | – (0 van 2) | – (0 van 2) |  |
| Plek | – (0 van 1) | – (0 van 1) |  |
| Alle factoren samen | – (0 van 3) | – (0 van 3) |  |

## Wat er anders is beantwoord

Niets.
"""


def test_a_difference_as_markdown(small: FactorSet) -> None:
    assert difference_markdown(small_difference(small)) == DUTCH


def test_a_difference_as_markdown_in_english() -> None:
    language.activate("en")
    assert difference_markdown(small_difference(examples.small("en"))) == ENGLISH


def test_where_there_is_no_evaluation_at_all_the_set_gives_its_name(small: FactorSet) -> None:
    assert difference_markdown(difference(small, None, None)) == NOTHING


def test_a_git_host_shows_what_was_meant(small: FactorSet) -> None:
    found = rendered(difference_markdown(small_difference(small)))
    assert found.texts("h1") == ["Lyceum Oost en Stichting Straatwerk"]
    assert found.texts("h2") == ["Wat er anders is beantwoord", "Wat er van de afspraken is geworden"]
    assert found.texts("h3") == ["Mensen", "Plek"]
    assert list(table_rows(found)) == [
        ["Categorie", "Was", "Is nu", "Verschil"],
        ["Mensen", "75 % (2 van 2)", "75 % (2 van 2)", "="],
        ["Plek", "– (0 van 1)", "0 % (1 van 1)", ""],
        ["Alle factoren samen", "75 % (2 van 3)", "50 % (3 van 3)", "-25"],
    ]
    assert found.texts("li")[1:6] == [
        "Nog steeds Deels",
        "Nu op orde: Deskundig team",
        "Ontbreekt nu: Vast team",
        "Notitie was: Sinds maart zijn er twee mensen.",
        "Notitie is nu: Eerst dit. Dan dat.",
    ]
    assert found.tags.count("br") == 1


def test_a_note_of_several_paragraphs_stays_in_its_item(small: FactorSet) -> None:
    noted = evaluation({"team": Answer("ja", (), "Eerst dit.\n\n    Dan dat.\n- En dit.")})
    found = rendered(difference_markdown(difference(small, evaluation({"team": "ja"}), noted)))
    assert found.texts("li") == [
        "Er is een vast team. Nog steeds Ja Notitie is nu: Eerst dit. Dan dat. - En dit.",
        "Nog steeds Ja",
        "Notitie is nu: Eerst dit. Dan dat. - En dit.",
    ]
    assert not {"code", "pre"} & set(found.tags)


def test_two_collaborations_are_both_named(small: FactorSet) -> None:
    one, other = Evaluation("Oost", TODAY), Evaluation("West", TODAY)
    assert difference_markdown(difference(small, one, other)).startswith("# Oost, West\n")


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
    """Return a rendered difference in which every text is this one: notes that came and went, conditions that moved."""
    there = hostile.poisoned_answers(text)
    gone = Evaluation(
        text, TODAY, "school", answers={"team": Answer("deels", ("is-deskundig",)), "ruimte": Answer("ja", (), text)}
    )
    found = difference(hostile.poisoned_set(SMALL_SET, text), there, gone, retired=[text], added=["contact"])
    return rendered(difference_markdown(found))


def structure(markup: Markup) -> list[tuple[str, dict[str, str | None]]]:
    """Return every element but lines and paragraphs, of which a note may have any number."""
    return [(element.tag, element.attributes) for element in markup.elements if element.tag not in {"p", "br"}]


# --- figures ----------------------------------------------------------------------------------------------------


@given(answered=answered_sets())
def test_an_evaluation_that_came_to_be_has_every_answer_in_it(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, new = answered
    found = rendered(difference_markdown(difference(factor_set, None, new)))
    given_answers = [item for item in factor_set.factors if new.answer(item.id).option]
    names = [item.option(new.answer(item.id).option or "").name for item in given_answers]
    assert [item for item in found.texts("li") if item.startswith("open, nu ")] == [
        f"open, nu {name}" for name in names
    ]

"""The agenda for a talk as a page: its whole body, and that no text is more than text."""

import re
from functools import cache

import pytest
from hypothesis import given

from tests import examples
from tests.formats import hostile
from tests.formats.agendas import WELCOME, nameless_partners, poisoned_agenda, two_partners
from tests.formats.markup import Markup, parsed, plain, table_rows
from werkzaam import language
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.agenda_html import agenda_html
from werkzaam.visible import visible

TWO = f"""\
<body class="agenda">
<header>
<h1>Lyceum Oost en Stichting Straatwerk</h1>
<p>Agenda voor ons gesprek · School, Samen · 20-11-2026 – 23-11-2026</p>
<p class="soft">{WELCOME}</p>
<ul class="voices" role="list">
<li><b>School</b> <span class="note">“Met twee mentoren.”</span></li>
</ul>
</header>
<main>
<section>
<h2>Wat zien we verschillend?</h2>
<section class="point">
<h3>1. Er is een vast team.</h3>
<ul class="voices" role="list">
<li>
<p><b>School</b> <span class="answer">Ja</span></p>
<p class="note">“Elke dag dezelfde twee.”</p>
</li>
<li>
<p><b>Samen</b> <span class="answer">Nee</span></p>
<p class="note">“Het wisselt.

Steeds weer.”</p>
</li>
</ul>
<p class="ask">School, waaraan merk je dat dit er is? En Samen, waaraan merk je dat het er niet is?</p>
</section>

<section class="point">
<h3>2. Er is een eigen ruimte. (een wens)</h3>
<ul class="voices" role="list">
<li>
<p><b>School</b> <span class="answer">Niet van toepassing</span></p>
</li>
<li>
<p><b>Samen</b> <span class="answer">Nee</span></p>
</li>
</ul>
<p class="ask">Voor Samen geldt dit wel en voor School niet: wat betekent het voor elk van ons?</p>
</section>

</section>
<section>
<h2>Wat missen we allemaal?</h2>
<section class="point">
<h3>3. Er is één aanspreekpunt.</h3>
<p>Wij missen allemaal: Eén aanspreekpunt</p>
<ul class="voices" role="list">
<li>
<p><b>School</b> <span class="answer">Deels</span></p>
</li>
<li>
<p><b>Samen</b> <span class="answer">Deels</span></p>
</li>
</ul>
<p class="ask">Wat lukt hier al, en wat zou een volgende stap zijn?</p>
</section>

</section>
<section>
<h2>Wat weten we nog niet?</h2>
<section class="point">
<h3>4. Er is genoeg tijd.</h3>
<ul class="voices" role="list">
<li>
<p><b>School</b> <span class="answer">Ja</span></p>
</li>
<li>
<p><b>Samen</b> <span class="answer">Weet niet</span></p>
</li>
</ul>
<p class="ask">Samen, wat zou je hierover willen horen van School?</p>
</section>

</section>
<section>
<h2>Welke afspraken staan nog open?</h2>
<ul>
<li>Ook in de pauze (school, uiterlijk 22-11-2026, over tijd, in het bestand van School en Samen)</li>
<li>Een bord (in het bestand van Samen)</li>
</ul>
</section>
<section>
<h2>Scores naast elkaar</h2>
<table class="partners">
<thead>
<tr>
<th scope="col">Categorie</th>
<th scope="col">School</th>
<th scope="col">Samen</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Mensen</th>
<td><span class="who">School</span> 75 % (2 van 2)</td>
<td><span class="who">Samen</span> 25 % (2 van 2)</td>
</tr>
<tr>
<th scope="row">Plek</th>
<td><span class="who">School</span> 100 % (1 van 1)</td>
<td><span class="who">Samen</span> <span role="img" aria-label="geen score">–</span> (0 van 1)</td>
</tr>
<tr>
<th scope="row">Alle factoren samen</th>
<td><span class="who">School</span> 83 % (3 van 3)</td>
<td><span class="who">Samen</span> 25 % (2 van 3)</td>
</tr>
</tbody>
</table>
<p class="soft">Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.</p>
</section>
</main>
</body>
</html>
"""


def test_two_partners_as_a_page(small: FactorSet) -> None:
    page = agenda_html(two_partners(small))
    assert page[page.index("<body") :] == TWO
    assert parsed(page).texts("title") == ["Lyceum Oost en Stichting Straatwerk, Agenda voor ons gesprek"]


def test_what_needs_no_talk_is_named_and_no_more(small: FactorSet) -> None:
    found = parsed(agenda_html(nameless_partners(small)))
    assert found.texts("h2") == [
        "Wat missen we allemaal?",
        "Wat weten we nog niet?",
        "Wat is volgens ons allemaal op orde?",
        "Wat geldt voor niemand van ons?",
        "Scores naast elkaar",
    ]
    assert found.texts("ul", "names") == [
        "Er is een vast team. Nog te wensen: Team uit de wijk",
        "Er is één aanspreekpunt.",
    ]
    assert found.texts("p", "ask") == [
        "Stel dat dit er volgend jaar is: waaraan zouden we dat merken?",
        "Hoe kijkt ieder van ons hiernaar?",
    ]


def test_a_page_in_english() -> None:
    language.activate("en")
    page = agenda_html(two_partners(examples.small("en")))
    assert '<html lang="en">' in page
    found = parsed(page)
    assert found.texts("h2") == [
        "What do we see differently?",
        "What do we all miss?",
        "What do we not know yet?",
        "Which agreements are still open?",
        "Scores side by side",
    ]
    assert list(table_rows(found))[1] == ["People", "School 75 % (2 of 2)", "Together 25 % (2 of 2)"]


def test_a_page_asks_for_nothing_from_elsewhere(small: FactorSet) -> None:
    page = agenda_html(two_partners(small))
    assert not re.search(r"(?:src|href)\s*=|url\(|@import", page)
    assert "script" not in parsed(page).tags


# --- text -------------------------------------------------------------------------------------------------------


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
    assert (found.comments, found.declarations) == ([], ["doctype html"])


@cache
def marked() -> Markup:
    """Return the same with a mark for every text."""
    return poisoned("MERK")


SMALL_SET = examples.small()


def poisoned(text: str) -> Markup:
    return parsed(agenda_html(poisoned_agenda(SMALL_SET, text)))

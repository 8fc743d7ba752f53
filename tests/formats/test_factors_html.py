"""A questionnaire as a page: its whole body, and what stays text in it."""

import html
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given

from tests import examples
from tests.formats import hostile
from tests.formats.markup import Markup, parsed, plain
from tests.formats.reports import DUTCH_RULES, ENGLISH_RULES, RULES_OF_ANOTHER_SCALE
from werkzaam import language
from werkzaam.domain.factor_set import FactorSet, Source
from werkzaam.formats.factors_html import factors_html
from werkzaam.visible import visible


def items(lines: Iterable[str]) -> str:
    return "".join(f"<li>{html.escape(line).replace('&#x27;', '&#39;')}</li>\n" for line in lines)


def body(page: str) -> str:
    return page[page.index("<body>") :]


SMALL = f"""\
<body>
<header>
<h1>Kleine lijst</h1>
<p>Drie vragen.</p>
<div class="fields">
<div>Samenwerking</div><div class="write"></div>
<div>Datum</div><div class="write"></div>
<div>Ingevuld door</div>
<ul class="boxes" role="list">
<li><span class="box"></span>School</li>
<li><span class="box"></span>Samen</li>
</ul>
</div>
</header>
<main>
<section>
<h2>Mensen</h2>
<section class="factor">
<h3>1. Er is een vast team.</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>Ja</li>
<li><span class="box"></span>Deels</li>
<li><span class="box"></span>Nee</li>
<li><span class="box"></span>Weet niet</li>
<li><span class="box"></span>Niet van toepassing</li>
</ul>
<p class="soft">Bij Deels: kruis aan wat ontbreekt.</p>
<ul class="boxed" role="list">
<li><span class="box"></span>Het team is vast.</li>
<li><span class="box"></span>Deskundig team</li>
<li><span class="box"></span>Team uit de wijk (een wens)</li>
</ul>
<p class="write">Notitie</p>
<p class="write"></p>
</section>
<section class="factor">
<h3>2. Er is één aanspreekpunt.</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>Ja</li>
<li><span class="box"></span>Deels</li>
<li><span class="box"></span>Nee</li>
<li><span class="box"></span>Weet niet</li>
<li><span class="box"></span>Niet van toepassing</li>
</ul>
<p class="soft">Bij Deels: kruis aan wat ontbreekt.</p>
<ul class="boxed" role="list">
<li><span class="box"></span>Eén aanspreekpunt</li>
</ul>
<p class="write">Notitie</p>
<p class="write"></p>
</section>
</section>
<section>
<h2>Plek</h2>
<section class="factor">
<h3>3. Er is een eigen ruimte. (een wens)</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>Ja</li>
<li><span class="box"></span>Deels</li>
<li><span class="box"></span>Nee</li>
<li><span class="box"></span>Weet niet</li>
<li><span class="box"></span>Niet van toepassing</li>
</ul>
<p class="soft">Bij Deels: kruis aan wat ontbreekt.</p>
<ul class="boxed" role="list">
<li><span class="box"></span>Eigen ruimte</li>
<li><span class="box"></span>Centrale ruimte</li>
</ul>
<p class="write">Notitie</p>
<p class="write"></p>
</section>
<section class="factor">
<h3>4. Er is genoeg tijd.</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>Ja</li>
<li><span class="box"></span>Deels</li>
<li><span class="box"></span>Nee</li>
<li><span class="box"></span>Weet niet</li>
<li><span class="box"></span>Niet van toepassing</li>
</ul>
<p class="write">Notitie</p>
<p class="write"></p>
</section>
</section>
<section>
<h2>Hoe de score tot stand komt</h2>
<table class="sheet">
<thead>
<tr>
<th scope="col">Categorie</th>
<th scope="col">Som van de getallen</th>
<th scope="col">Hoeveel er een getal hebben</th>
<th scope="col">Som gedeeld door hoeveel</th>
</tr>
</thead>
<tbody>
<tr><th scope="row">Mensen</th><td></td><td></td><td></td></tr>
<tr><th scope="row">Plek</th><td></td><td></td><td></td></tr>
<tr><th scope="row">Alle factoren samen</th><td></td><td></td><td></td></tr>
</tbody>
</table>
<ul>
{items(DUTCH_RULES)}</ul>
</section>
</main>
</body>
</html>
"""

ENGLISH = f"""\
<body>
<header>
<h1>Small list</h1>
<p>Three questions.</p>
<div class="fields">
<div>Collaboration</div><div class="write"></div>
<div>Date</div><div class="write"></div>
<div>Filled in by</div>
<ul class="boxes" role="list">
<li><span class="box"></span>School</li>
<li><span class="box"></span>Together</li>
</ul>
</div>
</header>
<main>
<section>
<h2>People</h2>
<section class="factor">
<h3>1. There is a permanent team.</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>Yes</li>
<li><span class="box"></span>Partly</li>
<li><span class="box"></span>No</li>
<li><span class="box"></span>Don&#39;t know</li>
<li><span class="box"></span>Not applicable</li>
</ul>
<p class="soft">After Partly: tick what is missing.</p>
<ul class="boxed" role="list">
<li><span class="box"></span>The team is permanent.</li>
<li><span class="box"></span>Skilled team</li>
<li><span class="box"></span>Local team (a wish)</li>
</ul>
<p class="write">Note</p>
<p class="write"></p>
</section>
<section class="factor">
<h3>2. There is one contact point.</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>Yes</li>
<li><span class="box"></span>Partly</li>
<li><span class="box"></span>No</li>
<li><span class="box"></span>Don&#39;t know</li>
<li><span class="box"></span>Not applicable</li>
</ul>
<p class="soft">After Partly: tick what is missing.</p>
<ul class="boxed" role="list">
<li><span class="box"></span>One contact point</li>
</ul>
<p class="write">Note</p>
<p class="write"></p>
</section>
</section>
<section>
<h2>Place</h2>
<section class="factor">
<h3>3. There is a room of their own. (a wish)</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>Yes</li>
<li><span class="box"></span>Partly</li>
<li><span class="box"></span>No</li>
<li><span class="box"></span>Don&#39;t know</li>
<li><span class="box"></span>Not applicable</li>
</ul>
<p class="soft">After Partly: tick what is missing.</p>
<ul class="boxed" role="list">
<li><span class="box"></span>Own room</li>
<li><span class="box"></span>Central room</li>
</ul>
<p class="write">Note</p>
<p class="write"></p>
</section>
<section class="factor">
<h3>4. There is enough time.</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>Yes</li>
<li><span class="box"></span>Partly</li>
<li><span class="box"></span>No</li>
<li><span class="box"></span>Don&#39;t know</li>
<li><span class="box"></span>Not applicable</li>
</ul>
<p class="write">Note</p>
<p class="write"></p>
</section>
</section>
<section>
<h2>How the score is made</h2>
<table class="sheet">
<thead>
<tr>
<th scope="col">Category</th>
<th scope="col">Sum of the numbers</th>
<th scope="col">How many have a number</th>
<th scope="col">Sum divided by how many</th>
</tr>
</thead>
<tbody>
<tr><th scope="row">People</th><td></td><td></td><td></td></tr>
<tr><th scope="row">Place</th><td></td><td></td><td></td></tr>
<tr><th scope="row">All factors together</th><td></td><td></td><td></td></tr>
</tbody>
</table>
<ul>
{items(ENGLISH_RULES)}</ul>
</section>
</main>
</body>
</html>
"""

OTHER = f"""\
<body>
<header>
<h1>Another scale</h1>
<div class="fields">
<div>Samenwerking</div><div class="write"></div>
<div>Datum</div><div class="write"></div>
</div>
</header>
<main>
<section>
<h2>All of it</h2>
<section class="factor">
<h3>1. The first thing.</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>0</li>
<li><span class="box"></span>1</li>
<li><span class="box"></span>2</li>
<li><span class="box"></span>3</li>
<li><span class="box"></span>4</li>
</ul>
<p class="write">Notitie</p>
<p class="write"></p>
</section>
<section class="factor">
<h3>2. The second thing.</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>0</li>
<li><span class="box"></span>1</li>
<li><span class="box"></span>2</li>
<li><span class="box"></span>3</li>
<li><span class="box"></span>4</li>
</ul>
<p class="write">Notitie</p>
<p class="write"></p>
</section>
<section class="factor">
<h3>3. The third thing.</h3>
<ul class="boxes" role="list">
<li><span class="box"></span>Done</li>
<li><span class="box"></span>Not done</li>
</ul>
<p class="write">Notitie</p>
<p class="write"></p>
</section>
</section>
<section>
<h2>Hoe de score tot stand komt</h2>
<table class="sheet">
<thead>
<tr>
<th scope="col">Categorie</th>
<th scope="col">Som van de getallen</th>
<th scope="col">Hoeveel er een getal hebben</th>
<th scope="col">Som gedeeld door hoeveel</th>
</tr>
</thead>
<tbody>
<tr><th scope="row">All of it</th><td></td><td></td><td></td></tr>
<tr><th scope="row">Alle factoren samen</th><td></td><td></td><td></td></tr>
</tbody>
</table>
<ul>
{items(RULES_OF_ANOTHER_SCALE)}</ul>
</section>
</main>
</body>
</html>
"""


def test_a_questionnaire_as_a_page(small: FactorSet) -> None:
    assert body(factors_html(small)) == SMALL


def test_a_questionnaire_as_a_page_in_english() -> None:
    language.activate("en")
    page = factors_html(examples.small("en"))
    assert body(page) == ENGLISH
    assert '<html lang="en">' in page


def test_another_scale_as_a_page() -> None:
    assert body(factors_html(examples.other_scale())) == OTHER


def test_the_source_stands_at_the_foot_and_is_no_link(small: FactorSet) -> None:
    page = parsed(factors_html(replace(small, source=Source("Wat werkt", None, "https://x.nl"))))
    assert page.texts("footer") == ["De factoren komen uit: Wat werkt, https://x.nl"]
    assert "a" not in page.tags


def test_the_built_in_set_has_a_box_for_every_answer_and_condition(built_in: FactorSet) -> None:
    page = parsed(factors_html(built_in))
    assert len(page.texts("span", "box")) == 19 * 5 + 71 + 4
    assert [title.partition(".")[0] for title in page.texts("h3")] == [str(number) for number in range(1, 20)]
    assert len(page.texts("p", "write")) == 2 * 19


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
    """Return a page in which every text is this one."""
    return parsed(factors_html(hostile.poisoned_set(SMALL_SET, text)))

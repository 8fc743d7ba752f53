"""Many evaluations summed up, as a page: its whole body, its charts, and that no text is more than text."""

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.summing import EVALUATIONS, overview_of
from tests.formats import hostile
from tests.formats.markup import Markup, parsed, plain
from tests.formats.overviews import poisoned_overview
from tests.formats.test_comparison_html import body, plain_attributes
from werkzaam import language
from werkzaam.domain.comparison import Axis
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.overview_html import Column, columns, overview_html
from werkzaam.visible import visible

ALL = """\
<body>
<header>
<h1>Kleine lijst</h1>
</header>
<main>
<section class="group">
<h2>Alle evaluaties</h2>
<p>5 evaluaties</p>
<p>Hier zijn meerdere perspectieven samengenomen: Niet gezegd, School, Samen.</p>
<h3>Scores</h3>
<ul class="scores" role="list">
<li class="score">
<h4>Mensen</h4>
<p class="figure">63 % <small>gemiddeld (4 van 5)</small></p>
<svg class="spread" viewBox="0 0 100 30" preserveAspectRatio="none" \
role="img" aria-label="Mensen: 50 % tot 60 %: 2, 70 % tot 80 %: 2">
<path class="grid" d="M0 30H100"/>
<rect x="50.5" y="0.0" width="9.0" height="30.0"/>
<rect x="70.5" y="0.0" width="9.0" height="30.0"/>
</svg>
<p class="ends" aria-hidden="true"><span>0 %</span><span>100 %</span></p>
<p class="soft">laagst 50 %, hoogst 75 %</p>
</li>

<li class="score">
<h4>Plek</h4>
<p class="figure">50 % <small>gemiddeld (3 van 5)</small></p>
<svg class="spread" viewBox="0 0 100 30" preserveAspectRatio="none" \
role="img" aria-label="Plek: 0 % tot 10 %: 1, 50 % tot 60 %: 1, 90 % tot 100 %: 1">
<path class="grid" d="M0 30H100"/>
<rect x="0.5" y="0.0" width="9.0" height="30.0"/>
<rect x="50.5" y="0.0" width="9.0" height="30.0"/>
<rect x="90.5" y="0.0" width="9.0" height="30.0"/>
</svg>
<p class="ends" aria-hidden="true"><span>0 %</span><span>100 %</span></p>
<p class="soft">laagst 0 %, hoogst 100 %</p>
</li>

<li class="score total">
<h4>Alle factoren samen</h4>
<p class="figure">60 % <small>gemiddeld (4 van 5)</small></p>
<svg class="spread" viewBox="0 0 100 30" preserveAspectRatio="none" \
role="img" aria-label="Alle factoren samen: 30 % tot 40 %: 1, 50 % tot 60 %: 1, \
70 % tot 80 %: 1, 80 % tot 90 %: 1">
<path class="grid" d="M0 30H100"/>
<rect x="30.5" y="0.0" width="9.0" height="30.0"/>
<rect x="50.5" y="0.0" width="9.0" height="30.0"/>
<rect x="70.5" y="0.0" width="9.0" height="30.0"/>
<rect x="80.5" y="0.0" width="9.0" height="30.0"/>
</svg>
<p class="ends" aria-hidden="true"><span>0 %</span><span>100 %</span></p>
<p class="soft">laagst 33 %, hoogst 83 %</p>
</li>

</ul>
<h3>Wat het vaakst ontbreekt</h3>
<ol>
<li>Vast team (Mensen): 2 van 4 (50 %)</li>
<li>Deskundig team (Mensen): 2 van 4 (50 %)</li>
<li>Eén aanspreekpunt (Mensen): 1 van 4 (25 %)</li>
</ol>
</section>
<section>
<h2>Hoe je dit leest</h2>
<ul>
<li>Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie zonder score telt niet mee.</li>
<li>Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen blijven erbuiten.</li>
<li>Een grafiekje laat zien hoeveel evaluaties welke score hebben, van 0 % links tot 100 % rechts. \
De hoogste kolom vult het helemaal.</li>
</ul>
</section>
</main>
</body>
</html>
"""

NO_SCORES = """\
<body>
<header>
<h1>Kleine lijst</h1>
</header>
<main>
<section class="group">
<h2>Alle evaluaties</h2>
<p>1 evaluatie</p>
<h3>Scores</h3>
<ul class="scores" role="list">
<li class="score">
<h4>Mensen</h4>
<p class="figure"><span role="img" aria-label="geen score">–</span> <small>gemiddeld (0 van 1)</small></p>
</li>

<li class="score">
<h4>Plek</h4>
<p class="figure"><span role="img" aria-label="geen score">–</span> <small>gemiddeld (0 van 1)</small></p>
</li>

<li class="score total">
<h4>Alle factoren samen</h4>
<p class="figure"><span role="img" aria-label="geen score">–</span> <small>gemiddeld (0 van 1)</small></p>
</li>

</ul>
</section>
<section>
<h2>Hoe je dit leest</h2>
<ul>
<li>Elke evaluatie met een score telt in het gemiddelde even zwaar; een evaluatie zonder score telt niet mee.</li>
<li>Een voorwaarde is geteld in de evaluaties die zeggen of ze op orde is. Wensen blijven erbuiten.</li>
<li>Een grafiekje laat zien hoeveel evaluaties welke score hebben, van 0 % links tot 100 % rechts. \
De hoogste kolom vult het helemaal.</li>
</ul>
</section>
</main>
</body>
</html>
"""


def test_all_evaluations_as_a_page(small: FactorSet) -> None:
    page = overview_html(overview_of(small))
    assert body(page) == ALL
    assert parsed(page).texts("title") == ["Kleine lijst"]


def test_a_category_without_scores_has_no_chart(small: FactorSet) -> None:
    assert body(overview_html(overview_of(small, None, EVALUATIONS[3:4]))) == NO_SCORES


def test_nothing_as_a_page(small: FactorSet) -> None:
    found = parsed(overview_html(overview_of(small, Axis.DATE, [])))
    assert found.texts("p")[:1] == ["0 evaluaties"]
    assert found.texts("h2") == ["Hoe je dit leest"]


def test_a_page_in_english() -> None:
    language.activate("en")
    page = overview_html(overview_of(examples.small("en"), Axis.DATE))
    assert '<html lang="en">' in page
    found = parsed(page)
    assert found.texts("h2") == ["2025", "2026", "How to read this"]
    assert found.texts("p", "figure")[-1] == "64 % on average (3 of 4)"
    assert found.texts("p", "soft")[-1] == "lowest 33 %, highest 83 %"
    assert [element.attributes["aria-label"] for element in found.elements if element.tag == "svg"][3:] == [
        "People: 50 % to 60 %: 1, 70 % to 80 %: 2",
        "Place: 0 % to 10 %: 1, 90 % to 100 %: 1",
        "All factors together: 30 % to 40 %: 1, 70 % to 80 %: 1, 80 % to 90 %: 1",
    ]


@pytest.mark.parametrize("by", [None, *Axis])
def test_no_level_of_headings_is_left_out_and_every_chart_says_what_it_shows(small: FactorSet, by: Axis | None) -> None:
    found = parsed(overview_html(overview_of(small, by)))
    levels = [int(tag[1]) for tag in found.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    charts = [element.attributes for element in found.elements if element.tag == "svg"]
    assert {chart["role"] for chart in charts} == {"img"}
    assert all(chart["aria-label"] for chart in charts)


def test_a_page_asks_for_nothing_from_elsewhere(small: FactorSet) -> None:
    page = overview_html(overview_of(small, Axis.COLLABORATION))
    assert not re.search(r"(?:src|href)\s*=|url\(|@import", page)
    assert "script" not in parsed(page).tags


# --- charts -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bins", "expected"),
    [
        ([0, 0, 0, 0], []),
        ([0, 1, 0, 0], [Column(25.5, 0, 24, 30)]),
        ([1, 0, 0, 4], [Column(0.5, 22.5, 24, 7.5), Column(75.5, 0, 24, 30)]),
    ],
)
def test_a_column_is_as_high_as_there_are_scores(bins: list[int], expected: list[Column]) -> None:
    assert columns(bins) == expected


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=20))
def test_columns_stand_on_the_ground_within_the_chart_and_do_not_touch(bins: list[int]) -> None:
    found = columns(bins)
    assert len(found) == sum(count > 0 for count in bins)
    assert all(column.y + column.height == pytest.approx(30, abs=0.011) for column in found)
    assert all(0 <= column.y < 30.001 and column.width > 0 for column in found)
    assert all(one.x + one.width < other.x for one, other in pairwise(found))
    assert not found or (found[0].x >= 0 and found[-1].x + found[-1].width <= 100)
    assert not found or max(column.height for column in found) == 30


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
    assert found.tags == expected.tags
    assert [plain_attributes(element.attributes) for element in found.elements] == [
        plain_attributes(element.attributes, visible(text)) for element in expected.elements
    ]
    assert plain(found.text) == plain(expected.text.replace("MERK", visible(text)))
    assert (found.comments, found.declarations) == ([], ["doctype html"])


@cache
def marked(by: Axis | None) -> Markup:
    """Return the same with a mark for every text."""
    return poisoned("MERK", by)


def poisoned(text: str, by: Axis | None) -> Markup:
    """Return a page on which every text is this one."""
    return parsed(overview_html(poisoned_overview(text, by)))

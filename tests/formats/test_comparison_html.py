"""Evaluations side by side, as a page: its whole body, its line charts, and what people see of them."""

import re
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import evaluation
from tests.formats import hostile
from tests.formats.browser import CHROMIUM, laid_out
from tests.formats.markup import Markup, parsed, plain
from tests.formats.test_comparison_json import compared, three_collaborations, three_years
from werkzaam import language
from werkzaam.domain.comparison import Axis, Entry
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import score
from werkzaam.formats.comparison_html import comparison_html, line_chart
from werkzaam.visible import visible


def body(page: str) -> str:
    return page[page.index("<body>") :]


YEARS = """\
<body>
<header>
<h1>Lyceum Oost en Stichting Straatwerk</h1>
<p>2025, 2026, 2027 · Kleine lijst</p>
</header>
<main>
<section>
<h2>Scores</h2>
<ul class="scores" role="list">
<li class="score">
<h3>Mensen</h3>
<svg class="line" viewBox="0 0 100 40" role="img" aria-label="Mensen: 2025 50 %, 2026 75 %, 2027 25 %">
<path class="grid" d="M4 4H96M4 20H96M4 36H96"/>
<polyline points="4,20 50,12 96,28"/>
<circle cx="4.0" cy="20.0" r="1.6"/>
<circle cx="50.0" cy="12.0" r="1.6"/>
<circle cx="96.0" cy="28.0" r="1.6"/>
</svg>
<table class="years">
<thead>
<tr><th scope="col">Datum</th><th scope="col">Score</th><th scope="col">Verschil</th></tr>
</thead>
<tbody>
<tr><th scope="row">2025</th><td>50 % (2 van 2)</td><td></td></tr>
<tr><th scope="row">2026</th><td>75 % (2 van 2)</td><td>+25</td></tr>
<tr><th scope="row">2027</th><td>25 % (2 van 2)</td><td>-50</td></tr>
</tbody>
</table>
</li>

<li class="score">
<h3>Plek</h3>
<svg class="line" viewBox="0 0 100 40" role="img" aria-label="Plek: 2025 geen score, 2026 geen score, 2027 100 %">
<path class="grid" d="M4 4H96M4 20H96M4 36H96"/>
<circle cx="96.0" cy="4.0" r="1.6"/>
</svg>
<table class="years">
<thead>
<tr><th scope="col">Datum</th><th scope="col">Score</th><th scope="col">Verschil</th></tr>
</thead>
<tbody>
<tr><th scope="row">2025</th><td><span role="img" aria-label="geen score">–</span> (0 van 0)</td><td></td></tr>
<tr><th scope="row">2026</th><td><span role="img" aria-label="geen score">–</span> (0 van 1)</td><td></td></tr>
<tr><th scope="row">2027</th><td>100 % (1 van 1)</td><td></td></tr>
</tbody>
</table>
</li>

<li class="score">
<h3>Alle factoren samen</h3>
<svg class="line" viewBox="0 0 100 40" role="img" aria-label="Alle factoren samen: 2025 50 %, 2026 75 %, 2027 50 %">
<path class="grid" d="M4 4H96M4 20H96M4 36H96"/>
<polyline points="4,20 50,12 96,20"/>
<circle cx="4.0" cy="20.0" r="1.6"/>
<circle cx="50.0" cy="12.0" r="1.6"/>
<circle cx="96.0" cy="20.0" r="1.6"/>
</svg>
<table class="years">
<thead>
<tr><th scope="col">Datum</th><th scope="col">Score</th><th scope="col">Verschil</th></tr>
</thead>
<tbody>
<tr><th scope="row">2025</th><td>50 % (2 van 2)</td><td></td></tr>
<tr><th scope="row">2026</th><td>75 % (2 van 3)</td><td>+25</td></tr>
<tr><th scope="row">2027</th><td>50 % (3 van 3)</td><td>-25</td></tr>
</tbody>
</table>
</li>

</ul>
<p class="soft">Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.</p>
</section>
<section>
<h2>Waar de antwoorden verschillen</h2>
<ul>
<li>Er is één aanspreekpunt.
<p class="soft">2025: Ja; 2026: Ja; 2027: Nee</p></li>
<li>Er is een vast team.
<p class="soft">2025: Nee; 2026: Deels; 2027: Deels</p></li>
</ul>
</section>
<section>
<h2>Wat in een van de jaren niet bekend was</h2>
<ul>
<li>Er is een eigen ruimte. (een wens)
<p class="soft">2025: Weet niet; 2026: Nee; 2027: Nee</p></li>
</ul>
</section>
<section>
<h2>Wat in een van de jaren niet is beantwoord</h2>
<ul>
<li>Er is genoeg tijd.
<p class="soft">2025: Niet van toepassing; 2026: open; 2027: Ja</p></li>
</ul>
</section>
<p class="soft">Vervallen, en niet vergeleken: oud-lokaal.</p>
</main>
</body>
</html>
"""

COLLABORATIONS = """\
<body>
<header>
<h1>Kleine lijst</h1>
<p>Lyceum Noord, Lyceum Oost, Lyceum West · Kleine lijst</p>
</header>
<main>
<section>
<h2>Scores</h2>
<ul class="scores" role="list">
<li class="score">
<h3>Mensen</h3>
<table class="years">
<thead>
<tr><th scope="col">Samenwerking</th><th scope="col">Score</th></tr>
</thead>
<tbody>
<tr><th scope="row">Lyceum Noord</th><td><span role="img" aria-label="geen score">–</span> (0 van 1)</td></tr>
<tr><th scope="row">Lyceum Oost</th><td>50 % (2 van 2)</td></tr>
<tr><th scope="row">Lyceum West</th><td>100 % (2 van 2)</td></tr>
</tbody>
</table>
</li>

<li class="score">
<h3>Plek</h3>
<table class="years">
<thead>
<tr><th scope="col">Samenwerking</th><th scope="col">Score</th></tr>
</thead>
<tbody>
<tr><th scope="row">Lyceum Noord</th><td>100 % (1 van 1)</td></tr>
<tr><th scope="row">Lyceum Oost</th><td><span role="img" aria-label="geen score">–</span> (0 van 1)</td></tr>
<tr><th scope="row">Lyceum West</th><td>100 % (1 van 1)</td></tr>
</tbody>
</table>
</li>

<li class="score">
<h3>Alle factoren samen</h3>
<table class="years">
<thead>
<tr><th scope="col">Samenwerking</th><th scope="col">Score</th></tr>
</thead>
<tbody>
<tr><th scope="row">Lyceum Noord</th><td>100 % (1 van 2)</td></tr>
<tr><th scope="row">Lyceum Oost</th><td>50 % (2 van 3)</td></tr>
<tr><th scope="row">Lyceum West</th><td>100 % (3 van 3)</td></tr>
</tbody>
</table>
</li>

</ul>
<p class="soft">Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.</p>
</section>
<section>
<h2>Waar de antwoorden verschillen</h2>
<ul>
<li>Er is een vast team.
<p class="soft">Lyceum Noord: Niet van toepassing; Lyceum Oost: Nee; Lyceum West: Ja</p></li>
</ul>
</section>
<section>
<h2>Waar iemand het niet weet</h2>
<ul>
<li>Er is één aanspreekpunt.
<p class="soft">Lyceum Noord: Weet niet; Lyceum Oost: Ja; Lyceum West: Ja</p></li>
</ul>
</section>
<section>
<h2>Waar iemand niet heeft geantwoord</h2>
<ul>
<li>Er is genoeg tijd.
<p class="soft">Lyceum Noord: Ja; Lyceum Oost: open; Lyceum West: Ja</p></li>
</ul>
</section>
<section>
<h2>Waar alle antwoorden hetzelfde zijn</h2>
<ul>
<li>Er is een eigen ruimte. (een wens)
<p class="soft">Lyceum Noord: Ja; Lyceum Oost: Ja; Lyceum West: Ja</p></li>
</ul>
</section>
</main>
</body>
</html>
"""


def test_years_as_a_page(small: FactorSet) -> None:
    page = comparison_html(three_years(small))
    assert body(page) == YEARS
    assert parsed(page).texts("title") == ["Lyceum Oost en Stichting Straatwerk"]


def test_collaborations_as_a_page_have_no_line_between_them(small: FactorSet) -> None:
    assert body(comparison_html(three_collaborations(small))) == COLLABORATIONS


def test_a_page_in_english() -> None:
    language.activate("en")
    page = comparison_html(three_years(examples.small("en")))
    assert '<html lang="en">' in page
    found = parsed(page)
    assert found.texts("h2") == [
        "Scores",
        "Where the answers differ",
        "Where it was not known in one of the years",
        "Where it was not answered in one of the years",
    ]
    assert [element.attributes["aria-label"] for element in found.elements if element.tag == "svg"] == [
        "People: 2025 50 %, 2026 75 %, 2027 25 %",
        "Place: 2025 no score, 2026 no score, 2027 100 %",
        "All factors together: 2025 50 %, 2026 75 %, 2027 50 %",
    ]


def test_a_page_asks_for_nothing_from_elsewhere(small: FactorSet) -> None:
    page = comparison_html(three_years(small))
    assert not re.search(r"(?:src|href)\s*=|url\(|@import", page)
    assert "script" not in parsed(page).tags


# --- line charts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answered", "points", "lines"),
    [
        pytest.param("jn", [(4, 4), (96, 36)], ["4,4 96,36"], id="it falls"),
        pytest.param("njj", [(4, 36), (50, 4), (96, 4)], ["4,36 50,4 96,4"], id="it rises and stays"),
        pytest.param("j-j", [(4, 4), (96, 4)], [], id="nothing between"),
        pytest.param(
            "jn-dj",
            [(4, 4), (27, 36), (73, 20), (96, 4)],
            ["4,4 27,36", "73,20 96,4"],
            id="a gap in the middle",
        ),
        pytest.param("-jd", [(50, 4), (96, 20)], ["50,4 96,20"], id="a gap at the start"),
        pytest.param("jd-", [(4, 4), (50, 20)], ["4,4 50,20"], id="a gap at the end"),
        pytest.param("--", [], [], id="no scores at all"),
        pytest.param("d", [(50, 20)], [], id="one alone"),
        pytest.param("", [], [], id="nothing"),
    ],
)
def test_a_line_ends_where_a_score_is_missing(
    small: FactorSet, answered: str, points: list[tuple[float, float]], lines: list[str]
) -> None:
    options = {"j": "ja", "d": "deels", "n": "nee", "-": "weet-niet"}
    found = line_chart([score(small, evaluation({"tijd": options[one]})).categories[1].tally for one in answered])
    assert (list(found.points), list(found.lines)) == (points, lines)


@given(data=st.data())
def test_every_score_is_a_point_within_the_chart_and_higher_is_higher(data: st.DataObject) -> None:
    options = data.draw(st.lists(st.sampled_from(["ja", "deels", "nee", "weet-niet"]), max_size=8))
    tallies = [score(SMALL_SET, evaluation({"tijd": option})).categories[1].tally for option in options]
    found = line_chart(tallies)
    scores = [tally.score for tally in tallies if tally.score is not None]
    assert len(found.points) == len(scores)
    assert all(4 <= x <= 96 and 4 <= y <= 36 for x, y in found.points)
    assert [x for x, _y in found.points] == sorted({x for x, _y in found.points})
    for (one, (_x, y)), (other, (_other_x, other_y)) in combinations(zip(scores, found.points, strict=True), 2):
        assert (one > other, one == other) == (y < other_y, y == other_y)


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
    assert found.tags == expected.tags
    assert [plain_attributes(element.attributes) for element in found.elements] == [
        plain_attributes(element.attributes, visible(text)) for element in expected.elements
    ]
    assert plain(found.text) == plain(expected.text.replace("MERK", visible(text)))
    assert (found.comments, found.declarations) == ([], ["doctype html"])


@cache
def marked(axis: Axis) -> Markup:
    """Return the same with a mark for every text."""
    return poisoned("MERK", axis)


SMALL_SET = examples.small()


def poisoned(text: str, axis: Axis) -> Markup:
    """Return a page on which every text is this one."""
    return parsed(poisoned_page(text, axis))


def poisoned_page(text: str, axis: Axis) -> str:
    """Return a page in which every text is this one; with two alike the files stand in their labels."""
    entries = [
        Entry("a.yaml", hostile.poisoned_answers(text), retired=(text,)),
        Entry("b.yaml", hostile.poisoned_answers(text), frozenset({"contact"})),
    ]
    found = compared(hostile.poisoned_set(SMALL_SET, text), axis, entries)
    return comparison_html(found)


def plain_attributes(attributes: dict[str, str | None], mark: str = "MERK") -> dict[str, str]:
    """Return attributes, their white space evened out; the label of a chart is the only one that holds a text."""
    return {
        name: plain((value or "").replace("MERK", mark) if name == "aria-label" else value or "")
        for name, value in attributes.items()
    }


# --- in a browser -----------------------------------------------------------------------------------------------

PHONE, DESK = 360, 1200


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to look at pages with")
def test_nothing_sticks_out_of_a_page_on_a_phone_or_a_desk(built_in: FactorSet, tmp_path: Path) -> None:
    many = [Entry(f"{year}.yaml", hostile.answers_to_all(built_in, f"Jaar {year}")) for year in range(2019, 2027)]
    pages = [
        comparison_html(three_years(SMALL_SET)),
        comparison_html(three_collaborations(SMALL_SET)),
        comparison_html(compared(built_in, Axis.DATE, many)),
        poisoned_page("Samenwerkingsverband" * 12, Axis.COLLABORATION),
        poisoned_page("<img src='https://evil.nl/x.png'>" * 3, Axis.DATE),
    ]
    layouts = laid_out([(page, width) for page in pages for width in (PHONE, DESK)], tmp_path)
    assert len(layouts) == 10
    for number, layout in enumerate(layouts):
        assert layout.client_width == pytest.approx((PHONE, DESK)[number % 2], abs=20)
        assert layout.scroll_width <= layout.client_width, number
        assert [box for box in layout.boxes if box.left < 0 or box.right > layout.client_width] == [], number
        assert layout.requests == ()
        scores = layout.of("score")
        assert [pair for pair in combinations(scores, 2) if pair[0].overlaps(pair[1])] == []
        for box in scores:
            inside = [item for item in layout.boxes if item.overlaps(box) and item.tag in {"h3", "svg", "table", "td"}]
            assert len(inside) > 3
            assert [item for item in inside if item.right > box.right or item.bottom > box.bottom] == []
    assert [len(layout.of("line")) for layout in layouts] == [3, 3, 0, 0, 7, 7, 0, 0, 3, 3]
    assert all(box.right - box.left > 100 < (box.bottom - box.top) * 2.5 for box in layouts[0].of("line"))

"""The report as a page: its whole body, what stays text in it, and its figures."""

import html
from collections.abc import Iterable
from functools import cache

import pytest
from hypothesis import given

from tests import examples
from tests.domain.building import answered_sets, evaluation
from tests.formats import hostile
from tests.formats.markup import Markup, parsed, plain
from tests.formats.reports import (
    DUTCH_RULES,
    ENGLISH_RULES,
    RULES_OF_ANOTHER_SCALE,
    TODAY,
    full_report,
    other_report,
    small_report,
)
from werkzaam import language
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.report_html import report_html
from werkzaam.visible import visible
from werkzaam.wording.figures import coverage, percentage


def items(lines: Iterable[str]) -> str:
    return "".join(f"<li>{html.escape(line).replace('&#x27;', '&#39;')}</li>\n" for line in lines)


def body(page: str) -> str:
    return page[page.index("<body>") :]


SMALL = f"""\
<body>
<header>
<h1>Lyceum Oost en Stichting Straatwerk</h1>
<p>23-11-2026 · Samen · Kleine lijst</p>
</header>
<main>
<section>
<h2>Scores</h2>
<ul class="scores" role="list">
<li class="score total">
<h3>Alle factoren samen</h3>
<p class="figure">75 % <small>(2 van 3)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="Alle factoren samen: 75 % (2 van 3)">
<rect class="track" width="100" height="8"/>
<rect class="fill yellow" width="75.0" height="8"/>
</svg>
<p>Ja: 1, Deels: 1, Nee: 1, open: 1</p>
<p class="soft">Voorwaarden op orde: 3 van 6</p>
</li>

<li class="score">
<h3>Mensen</h3>
<p class="figure">75 % <small>(2 van 2)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="Mensen: 75 % (2 van 2)">
<rect class="track" width="100" height="8"/>
<rect class="fill yellow" width="75.0" height="8"/>
</svg>
<p>Ja: 1, Deels: 1</p>
<p class="soft">Voorwaarden op orde: 3 van 4</p>
</li>

<li class="score">
<h3>Plek</h3>
<p class="figure"><span role="img" aria-label="geen score">–</span> <small>(0 van 1)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="Plek: geen score (0 van 1)">
<rect class="track" width="100" height="8"/>
</svg>
<p>Nee: 1, open: 1</p>
<p class="soft">Voorwaarden op orde: 0 van 2</p>
</li>

</ul>
<p class="soft">Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.</p>
</section>
<section>
<h2>Wat er ontbreekt</h2>
<h3>Mensen</h3>
<ul>
<li>Er is een vast team. <span class="answer">Deels</span>
<ul>
<li>Deskundig team</li>
</ul>
<p class="note">Notitie: Sinds maart zijn er twee mensen.</p>
</li>
</ul>

</section>
<section>
<h2>Wensen: die verlagen de score niet</h2>
<h3>Plek</h3>
<ul>
<li>Er is een eigen ruimte. <span class="answer">Nee</span>
<ul>
<li>Eigen ruimte</li>
<li>Centrale ruimte</li>
</ul>
</li>
</ul>

</section>

<section>
<h2>Nog open</h2>
<ul>
<li>Er is genoeg tijd.
</li>
</ul>
</section>

<section>
<h2>Hoe de score tot stand komt</h2>
<ul>
{items(DUTCH_RULES)}</ul>
</section>
</main>
</body>
</html>
"""  # noqa: E501 (as a page has it)

ENGLISH = f"""\
<body>
<header>
<h1>Lyceum Oost en Stichting Straatwerk</h1>
<p>2026-11-23 · Together · Small list</p>
</header>
<main>
<section>
<h2>Scores</h2>
<ul class="scores" role="list">
<li class="score total">
<h3>All factors together</h3>
<p class="figure">75 % <small>(2 of 3)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="All factors together: 75 % (2 of 3)">
<rect class="track" width="100" height="8"/>
<rect class="fill yellow" width="75.0" height="8"/>
</svg>
<p>Yes: 1, Partly: 1, No: 1, open: 1</p>
<p class="soft">Conditions in place: 3 of 6</p>
</li>

<li class="score">
<h3>People</h3>
<p class="figure">75 % <small>(2 of 2)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="People: 75 % (2 of 2)">
<rect class="track" width="100" height="8"/>
<rect class="fill yellow" width="75.0" height="8"/>
</svg>
<p>Yes: 1, Partly: 1</p>
<p class="soft">Conditions in place: 3 of 4</p>
</li>

<li class="score">
<h3>Place</h3>
<p class="figure"><span role="img" aria-label="no score">–</span> <small>(0 of 1)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="Place: no score (0 of 1)">
<rect class="track" width="100" height="8"/>
</svg>
<p>No: 1, open: 1</p>
<p class="soft">Conditions in place: 0 of 2</p>
</li>

</ul>
<p class="soft">The number of factors behind a score stands in brackets; below 50 % of them there is no score.</p>
</section>
<section>
<h2>What is missing</h2>
<h3>People</h3>
<ul>
<li>There is a permanent team. <span class="answer">Partly</span>
<ul>
<li>Skilled team</li>
</ul>
<p class="note">Note: Sinds maart zijn er twee mensen.</p>
</li>
</ul>

</section>
<section>
<h2>Wishes: they lower no score</h2>
<h3>Place</h3>
<ul>
<li>There is a room of their own. <span class="answer">No</span>
<ul>
<li>Own room</li>
<li>Central room</li>
</ul>
</li>
</ul>

</section>

<section>
<h2>Still open</h2>
<ul>
<li>There is enough time.
</li>
</ul>
</section>

<section>
<h2>How the score is made</h2>
<ul>
{items(ENGLISH_RULES)}</ul>
</section>
</main>
</body>
</html>
"""  # noqa: E501 (as a page has it)

FULL = f"""\
<body>
<header>
<h1>Lyceum Oost</h1>
<p>23-11-2026 · School · Kleine lijst</p>
<p class="note">Besproken.

Met het hele team.</p>
</header>
<main>
<section>
<h2>Scores</h2>
<ul class="scores" role="list">
<li class="score total">
<h3>Alle factoren samen</h3>
<p class="figure">25 % <small>(2 van 3)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="Alle factoren samen: 25 % (2 van 3)">
<rect class="track" width="100" height="8"/>
<rect class="fill red" width="25.0" height="8"/>
</svg>
<p>Deels: 1, Nee: 1, Weet niet: 1, Niet van toepassing: 1</p>
<p class="soft">Voorwaarden op orde: 0 van 4 (4 onbekend)</p>
</li>

<li class="score">
<h3>Mensen</h3>
<p class="figure">50 % <small>(1 van 2)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="Mensen: 50 % (1 van 2)">
<rect class="track" width="100" height="8"/>
<rect class="fill yellow" width="50.0" height="8"/>
</svg>
<p>Deels: 1, Weet niet: 1</p>
<p class="soft">Voorwaarden op orde: 0 van 4 (4 onbekend)</p>
</li>

<li class="score">
<h3>Plek</h3>
<p class="figure">0 % <small>(1 van 1)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="Plek: 0 % (1 van 1)">
<rect class="track" width="100" height="8"/>
<rect class="fill red" width="0.0" height="8"/>
</svg>
<p>Nee: 1, Niet van toepassing: 1</p>
</li>

</ul>
<p class="soft">Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.</p>
</section>
<section>
<h2>Wat er ontbreekt</h2>
<h3>Mensen</h3>
<ul>
<li>Er is een vast team. <span class="answer">Deels</span>
<p>Welke voorwaarden ontbreken is niet genoemd.</p>
<p class="note">Notitie: Eerst dit.
Dan dat.</p>
</li>
</ul>
<h3>Plek</h3>
<ul>
<li>Er is genoeg tijd. <span class="answer">Nee</span>
</li>
</ul>

</section>
<section>
<h2>Wat nog niemand weet</h2>
<ul>
<li>Er is één aanspreekpunt.
<p class="note">Notitie: Navragen.</p>
</li>
</ul>
</section>


<section>
<h2>Afgesproken</h2>
<ul>
<li>Ook op donderdag <span class="overdue">(jongerenwerk, uiterlijk 22-11-2026, over tijd)</span></li>
<li>Overleg <span class="soft">(uiterlijk 23-11-2026)</span></li>
<li>Een sleutel <span class="soft">(school, uiterlijk 01-03-2026, gedaan)</span></li>
<li>Een bord <span class="soft">(uiterlijk 01-03-2026, vervallen)</span></li>
<li>Gewoon doen</li>
</ul>
</section>
<section>
<h2>Hoe de score tot stand komt</h2>
<ul>
{items(DUTCH_RULES)}</ul>
</section>
</main>
</body>
</html>
"""  # noqa: E501 (as a page has it)

OTHER = f"""\
<body>
<header>
<h1>Lyceum Oost</h1>
<p>23-11-2026 · Another scale</p>
</header>
<main>
<section>
<h2>Scores</h2>
<ul class="scores" role="list">
<li class="score total">
<h3>Alle factoren samen</h3>
<p class="figure">67 % <small>(3 van 3)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="Alle factoren samen: 67 % (3 van 3)">
<rect class="track" width="100" height="8"/>
<rect class="fill" width="66.67" height="8"/>
</svg>
<p>1: 1, 3: 1, Done: 1</p>
</li>

<li class="score">
<h3>All of it</h3>
<p class="figure">67 % <small>(3 van 3)</small></p>
<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="All of it: 67 % (3 van 3)">
<rect class="track" width="100" height="8"/>
<rect class="fill" width="66.67" height="8"/>
</svg>
<p>1: 1, 3: 1, Done: 1</p>
</li>

</ul>
<p class="soft">Tussen haakjes staat hoeveel factoren in de score meetellen; bij minder dan 50 % is er geen score.</p>
</section>
<section>
<h2>Wat er ontbreekt</h2>
<h3>All of it</h3>
<ul>
<li>The first thing. <span class="answer">3</span>
</li>
<li>The second thing. <span class="answer">1</span>
</li>
</ul>

</section>


<section>
<h2>Hoe de score tot stand komt</h2>
<ul>
{items(RULES_OF_ANOTHER_SCALE)}</ul>
</section>
</main>
</body>
</html>
"""  # noqa: E501 (as a page has it)


def test_a_report_as_a_page(small: FactorSet) -> None:
    assert body(report_html(small_report(small), TODAY)) == SMALL


def test_a_report_as_a_page_in_english() -> None:
    language.activate("en")
    page = report_html(small_report(examples.small("en")), TODAY)
    assert body(page) == ENGLISH
    assert '<html lang="en">' in page


def test_notes_keep_their_lines_and_actions_say_what_became_of_them(small: FactorSet) -> None:
    assert body(report_html(full_report(small), TODAY)) == FULL


def test_a_note_on_what_is_in_place_is_shown_with_its_answer(small: FactorSet) -> None:
    found = report(small, evaluation({"team": Answer("ja", note="Sinds maart.")}))
    expected = """\
<section>
<h2>Verder genoteerd</h2>
<ul>
<li>Er is een vast team. <span class="answer">Ja</span>
<p class="note">Notitie: Sinds maart.</p>
</li>
</ul>
</section>
"""
    assert expected in report_html(found, TODAY)


def test_another_scale_as_a_page() -> None:
    assert body(report_html(other_report(), TODAY)) == OTHER


def test_a_report_is_called_by_its_collaboration_and_its_date(small: FactorSet) -> None:
    page = parsed(report_html(small_report(small), TODAY))
    assert page.texts("title") == ["Lyceum Oost en Stichting Straatwerk, 23-11-2026"]


def test_a_report_says_when_nothing_is_known_to_be_missing(small: FactorSet) -> None:
    whole = report(small, evaluation(dict.fromkeys(("team", "contact", "ruimte", "tijd"), "ja")))
    assert "<h2>Wat er ontbreekt</h2>\n<p>Er is niets bekend dat ontbreekt.</p>\n" in report_html(whole, TODAY)


def test_every_factor_of_the_built_in_set_that_is_missing_is_an_item(built_in: FactorSet) -> None:
    nothing = report(built_in, evaluation({factor.id: "nee" for factor in built_in.factors}))
    page = parsed(report_html(nothing, TODAY))
    assert page.tags.count("li") == 7 + 20 + 71 + 7  # one factor has wishes among its conditions
    assert page.texts("span", "answer") == ["Nee"] * 20
    assert len(page.texts("p", "figure")) == 7
    assert "https://" in page.texts("footer")[0]


# --- text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", hostile.ONE_LINE)
def test_a_hostile_text_changes_nothing_but_itself(text: str) -> None:
    check_only_the_text_differs(text.strip())


@given(text=hostile.shown_texts())
def test_no_text_changes_anything_but_itself(text: str) -> None:
    check_only_the_text_differs(text)


def check_only_the_text_differs(text: str) -> None:
    found, expected = poisoned(text), marked()
    assert found.tags == expected.tags
    assert [plain_attributes(element.attributes) for element in found.elements] == [
        plain_attributes(element.attributes, visible(text)) for element in expected.elements
    ]
    assert plain(found.text) == plain(expected.text.replace("MERK", visible(text)))
    assert (found.comments, found.declarations) == ([], ["doctype html"])


def test_a_note_is_the_only_text_that_keeps_its_lines() -> None:
    texts = [element.text for element in poisoned("een\r\ntwee").elements if element.tag in {"p", "li", "h1", "h3"}]
    assert {text for text in texts if "een\ntwee" in text and "Notitie" not in text} == {"een\ntwee"}
    assert "Notitie: een\ntwee" in texts
    assert "een twee" in texts


@cache
def marked() -> Markup:
    """Return the same with a mark for every text."""
    return poisoned("MERK")


SMALL_SET = examples.small()


def poisoned(text: str) -> Markup:
    """Return a page in which every text is this one."""
    return parsed(report_html(report(hostile.poisoned_set(SMALL_SET, text), hostile.poisoned_answers(text)), TODAY))


def plain_attributes(attributes: dict[str, str | None], mark: str = "MERK") -> dict[str, str]:
    """Return attributes, their white space evened out; the label of a bar is the only one that holds a text."""
    return {
        name: plain((value or "").replace("MERK", mark) if name == "aria-label" else value or "")
        for name, value in attributes.items()
    }


# --- numbers ----------------------------------------------------------------------------------------------------


@given(answered=answered_sets())
def test_figures_bars_and_labels_say_the_same(answered: tuple[FactorSet, Evaluation]) -> None:
    whole = report(*answered)
    tallies = [whole.result.total, *(category.tally for category in whole.result.categories)]
    names = ["Alle factoren samen", *(category.name for category in whole.factor_set.categories)]
    expected = [f"{percentage(tally.score)} ({coverage(tally)})" for tally in tallies]
    page = parsed(report_html(whole, TODAY))
    assert page.texts("p", "figure") == expected
    labels = [element.attributes["aria-label"] for element in page.elements if element.tag == "svg"]
    heard = [figure.replace("–", "geen score") for figure in expected]
    assert labels == [f"{name}: {figure}" for name, figure in zip(names, heard, strict=True)]
    bars = [element.attributes["width"] for element in page.elements if element.attributes.get("class") == "fill"]
    scores = [tally.score for tally in tallies if tally.score is not None]
    assert [float(width or "") for width in bars] == [pytest.approx(float(score * 100), abs=0.005) for score in scores]

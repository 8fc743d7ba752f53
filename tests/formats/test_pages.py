"""What every page is made of: one file, no script, nothing from elsewhere."""

import re
from functools import cache
from itertools import pairwise

from tests.formats.markup import Markup, parsed
from tests.formats.pages import every_page


@cache
def every_page_parsed() -> dict[str, Markup]:
    return {name: parsed(page) for name, page in every_page("en").items()}


def test_a_page_says_which_language_it_speaks() -> None:
    assert {found.elements[0].attributes["lang"] for found in every_page_parsed().values()} == {"en"}


def test_a_page_asks_for_nothing_from_elsewhere_and_forbids_it() -> None:
    allowed = {
        "lang", "charset", "name", "content", "http-equiv", "class", "role", "scope", "aria-label", "aria-hidden",
        "width", "height", "opacity", "viewbox", "preserveaspectratio", "d", "x", "y", "cx", "cy", "r", "points",
    }  # fmt: skip
    for name, found in every_page_parsed().items():
        assert {attribute for element in found.elements for attribute in element.attributes} <= allowed, name
        [policy] = [element for element in found.elements if "http-equiv" in element.attributes]
        assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    for name, page in every_page("en").items():
        assert name.endswith("of tags") or not re.findall(r"url\(|@import|javascript:|\bon\w+=|src=|href=|style=", page)


def test_a_page_holds_only_the_elements_of_its_template() -> None:
    assert {tag for found in every_page_parsed().values() for tag in found.tags} == {
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "h1", "h2", "h3", "h4",
        "p", "small", "span", "b", "div", "ul", "ol", "li", "svg", "rect", "path", "circle", "polyline", "text",
        "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip


def test_headings_skip_no_level() -> None:
    for name, found in every_page_parsed().items():
        levels = [int(tag[1]) for tag in found.tags if re.fullmatch(r"h\d", tag)]
        assert (levels[0], levels.count(1)) == (1, 1), name
        assert all(level <= before + 1 for before, level in pairwise(levels)), name


def test_every_chart_says_what_it_shows() -> None:
    for name, found in every_page_parsed().items():
        drawn = [element.attributes for element in found.elements if element.tag == "svg"]
        charts = [attributes for attributes in drawn if attributes.get("aria-hidden") != "true"]
        assert {chart["role"] for chart in charts} <= {"img"}, name
        assert all(chart["aria-label"] for chart in charts), name


def test_no_line_begins_with_the_sign_behind_what_stays_whole() -> None:
    pages = "".join(every_page("en").values())
    assert 'class="whole"' in pages
    assert re.findall(r'class="whole">[^<]*</span>\s*[,·)]', pages) == []

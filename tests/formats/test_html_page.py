"""What every page is made of: one file, no script, nothing from elsewhere."""

import re
from collections.abc import Callable
from importlib.resources import files
from itertools import pairwise

import pytest
from jinja2 import UndefinedError  # noqa: TID253 (a test may load it)

from tests import examples
from tests.formats import hostile
from tests.formats.agendas import two_partners
from tests.formats.markup import parsed
from tests.formats.reports import TODAY, full_report
from werkzaam.domain.report import report
from werkzaam.formats.agenda_html import agenda_html
from werkzaam.formats.factors_html import factors_html
from werkzaam.formats.html_page import html_page
from werkzaam.formats.report_html import report_html

CSS = (files("werkzaam.formats") / "templates" / "page.css").read_text(encoding="utf-8")

HEAD = f"""\
<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Kleine lijst</title>
<style>
{CSS}\
</style>
</head>
<body>
"""


def built_in_report() -> str:
    built_in = examples.built_in()
    return report_html(report(built_in, hostile.answers_to_all(built_in, "Een notitie.")), TODAY)


PAGES: dict[str, Callable[[], str]] = {
    "report": lambda: report_html(full_report(examples.small()), TODAY),
    "report on the built-in set": built_in_report,
    "agenda": lambda: agenda_html(two_partners(examples.small())),
    "questionnaire": lambda: factors_html(examples.small()),
    "questionnaire of the built-in set": lambda: factors_html(examples.built_in()),
}


@pytest.fixture(params=PAGES.values(), ids=list(PAGES))
def page(request: pytest.FixtureRequest) -> str:
    make: Callable[[], str] = request.param
    return make()


def test_a_page_starts_with_what_a_browser_has_to_know() -> None:
    page = factors_html(examples.small())
    assert page[: page.index("<header>")] == HEAD


def test_a_page_asks_for_nothing_from_elsewhere(page: str) -> None:
    found = parsed(page)
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "a", "base"} & set(found.tags)
    names = {name for element in found.elements for name in element.attributes}
    assert names <= {"lang", "charset", "name", "content", "http-equiv", "class", "role", "scope", "width", "height",
                     "viewbox", "preserveaspectratio", "aria-label"}  # fmt: skip
    assert re.findall(r"url\(|@import|javascript:|\bon\w+=|src=|href=|style=", page) == []


def test_a_page_forbids_whatever_it_does_not_need(page: str) -> None:
    [policy] = [element for element in parsed(page).elements if "http-equiv" in element.attributes]
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_a_page_holds_only_the_elements_of_its_template(page: str) -> None:
    assert set(parsed(page).tags) <= {
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "h1", "h2", "h3", "p",
        "small", "span", "b", "div", "ul", "li", "svg", "rect", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip


def test_headings_skip_no_level(page: str) -> None:
    levels = [int(tag[1]) for tag in parsed(page).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


def test_a_template_that_names_what_is_not_there_fails() -> None:
    with pytest.raises(UndefinedError, match="'report' is undefined"):
        html_page("report.html.j2", set=examples.small(), evaluation=hostile.poisoned_answers("x"))

"""What a page to fill in is made of: one file, one script of ours, nothing from elsewhere."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from itertools import pairwise

import pytest

from tests import examples
from tests.formats import hostile
from tests.formats.filling_in import page_of
from tests.formats.markup import parsed
from tests.formats.pages import every_form
from werkzaam.domain.evaluation import BLANKS

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_lets_in_its_own_style_and_script_alone() -> None:
    for name, page in every_form("en").items():
        [policy], [style], [script] = (found.findall(page) for found in (POLICY, STYLE, SCRIPT))
        assert unescape(policy) == (
            f"default-src 'none'; script-src {hashed(script)}; style-src {hashed(style)}; "
            "base-uri 'none'; form-action 'none'"
        ), name
        assert not re.search(
            r"url\(|@import|fetch\(|XMLHttp|WebSocket|import\(|Storage|cookie|indexedDB", style + script
        )


def test_a_page_holds_only_the_elements_and_attributes_of_its_template() -> None:
    tags = {
        "html", "head", "meta", "title", "style", "script", "body", "header", "main", "footer", "section", "form",
        "fieldset", "legend", "label", "input", "textarea", "button", "details", "summary", "a", "h1", "h2", "h3", "p",
        "small", "span", "strong", "b", "div", "ul", "li",
    }  # fmt: skip
    attributes = {
        "lang", "charset", "name", "content", "http-equiv", "class", "role", "id", "for", "type", "value", "hidden",
        "required", "rows", "readonly", "min", "max", "href", "autocomplete", "aria-describedby", "aria-live",
        "data-partial",
    }  # fmt: skip
    for name, page in every_form("en").items():
        found = parsed(page)
        assert set(found.tags) <= tags, name
        assert {attribute for element in found.elements for attribute in element.attributes} <= attributes, name
        links = {str(element.attributes["href"]) for element in found.elements if "href" in element.attributes}
        ids = [element.attributes["id"] for element in found.elements if "id" in element.attributes]
        assert links <= {f"#{name}" for name in ids}
        assert len(ids) == len(set(ids)), name


def test_headings_skip_no_level() -> None:
    for name, page in every_form("en").items():
        levels = [int(tag[1]) for tag in parsed(page).tags if re.fullmatch(r"h\d", tag)]
        assert (levels[0], levels.count(1)) == (1, 1), name
        assert all(level <= before + 1 for before, level in pairwise(levels)), name


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_no_text_can_end_what_the_script_is_given(text: str) -> None:
    page = page_of(examples.small("en"), text, "school")
    [data] = DATA.findall(page)
    assert "<" not in data
    assert json.loads(data)["settled"]["collaboration"] == text


def test_the_blanks_are_those_of_python() -> None:
    blanks = re.compile(f"[{BLANKS}]")
    assert [sign for sign in map(chr, range(0x110000)) if bool(blanks.match(sign)) != sign.isspace()] == []

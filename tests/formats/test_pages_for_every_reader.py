"""Pages as readers meet them who hear them, enlarge them, or see other colours than we chose."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.contrast import contrast
from tests.formats.browser import NEEDS_CHROMIUM
from tests.formats.pages import every_page, everything
from tests.formats.readers import judged, reading

pytestmark = [NEEDS_CHROMIUM, pytest.mark.long]

PHONE, DESK = 360, 1200
EVERYWHERE = {"color-contrast", "document-title", "heading-order", "html-has-lang", "html-lang-valid", "meta-viewport",
              "page-has-heading-one", "region"}  # fmt: skip
"""Rules of axe that every page has an occasion for."""

HARD_TO_READ = """\
<!doctype html>
<html>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, user-scalable=no"><title></title></head>
<body><main><h1>Verslag</h1><h3>Mensen</h3>
<p style="color: #777777">Er is een vast team.</p>
<svg viewBox="0 0 9 9" role="img"><rect width="9" height="9"/></svg>
<table><tr><th scope="none">Mensen</th><td>50 %</td></tr></table>
<ul><p>Los</p></ul></main><p>Buiten</p></body>
</html>
"""


@pytest.mark.parametrize(("spoken", "scheme", "width"), [("nl", "light", PHONE), ("en", "dark", DESK)])
def test_axe_finds_nothing_to_mend_on_any_page(spoken: str, scheme: str, width: int) -> None:
    assert findings(everything(spoken), width, color_scheme=scheme) == {}


def test_axe_finds_nothing_to_mend_on_paper() -> None:
    assert findings(everything(), DESK, medium="print", color_scheme="dark") == {}


def findings(pages: dict[str, str], width: int, medium: Any = "screen", **settings: Any) -> dict[str, list[str]]:  # noqa: ANN401 (whatever a browser can be set to)
    """Return what there is to mend on each page, and which rules axe had no occasion for though every page has one."""
    with reading(width, **settings) as page:
        page.emulate_media(media=medium)
        judgements = {name: judged(page, content) for name, content in pages.items()}
    found = {name: [*there, *(EVERYWHERE - kept)] for name, (kept, there) in judgements.items()}
    return {name: there for name, there in found.items() if there}


def test_axe_finds_what_is_wrong_with_a_page() -> None:
    with reading() as page:
        _kept, found = judged(page, HARD_TO_READ)
    assert {finding.partition(":")[0] for finding in found} == {
        "violations, color-contrast",
        "violations, document-title",
        "violations, heading-order",
        "violations, html-has-lang",
        "violations, list",
        "violations, meta-viewport",
        "violations, region",
        "violations, scope-attr-valid",
        "violations, svg-img-alt",
    }


def test_axe_looks_at_charts_and_tables() -> None:
    pages = every_page("en")
    with reading() as page:
        kept = {name: judged(page, pages[name])[0] for name in ("years", "report of nothing", "agenda")}
    drawn = {"role-img-alt", "svg-img-alt"}
    assert drawn | {"scope-attr-valid", "th-has-data-cells"} <= kept["years"]
    assert drawn <= kept["report of nothing"]
    assert "scope-attr-valid" in kept["agenda"]


def test_what_the_eye_sees_in_a_sign_or_a_chart_is_heard_in_words() -> None:
    pages = every_page("en")
    with reading() as page:
        page.set_content(pages["report of nothing"])
        assert names(page, "img") == [
            heard
            for category, expected in (("All factors together", 3), ("People", 2), ("Place", 1))
            for heard in ("no score", f"{category}: no score (0 of {expected})")
        ]
        page.set_content(pages["years"])
        assert names(page, "img") == [
            "People: 2025 50 %, 2026 75 %, 2027 25 %",
            "Place: 2025 no score, 2026 no score, 2027 100 %",
            "no score",
            "no score",
            "All factors together: 2025 50 %, 2026 75 %, 2027 50 %",
        ]
        assert page.get_by_role("columnheader").all_inner_texts() == ["Date", "Score", "Change"] * 3
        page.set_content(pages["overview of the unscored"])
        assert names(page, "img") == ["no score"] * 3


def names(page: Page, role: Any) -> list[str | None]:  # noqa: ANN401 (one of the many names of roles)
    return [element.get_attribute("aria-label") for element in page.get_by_role(role).all()]


TWICE_AS_LARGE = "html { font-size: 200%; }"
SPACED_OUT = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"


@pytest.mark.parametrize(
    ("width", "style"),
    [(320, " "), (PHONE, TWICE_AS_LARGE), (320, SPACED_OUT)],
    ids=["zoomed to 400 %", "large letters on a phone", "letters spaced out"],
)
def test_whatever_is_enlarged_stays_on_the_page(width: int, style: str) -> None:
    with reading(width) as page:
        found = {name: overflow(page, content, style) for name, content in everything().items()}
    assert {name: there for name, there in found.items() if there > 0} == {}


_STYLED = """
(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}
"""
"""As a reader's own style, which no policy of a page forbids."""


def overflow(page: Page, content: str, style: str) -> int:
    page.set_content(content)
    page.evaluate(_STYLED, style)
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))


def test_what_does_not_fit_is_noticed() -> None:
    with reading(320) as page:
        assert overflow(page, "<pre>" + "x" * 99 + "</pre>", " ") > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_can_be_seen_in_the_colours_of_the_reader(scheme: str) -> None:
    painted = {
        "report": (".bar .fill", "fill"),
        "years": (".line polyline", "stroke"),
        "overview": (".spread rect", "fill"),
    }
    pages = every_page()
    with reading(forced_colors="active", color_scheme=scheme) as page:
        for name, (selector, kind) in painted.items():
            page.set_content(pages[name])
            colours = {colour(item, kind) for item in page.locator(selector).all()}
            assert len(colours) == 1, "those of the page itself are gone"
            assert contrast(colours.pop(), colour(page.locator("body"), "backgroundColor")) > 7
        page.set_content(pages["report"])
        assert {colour(item, "fill") for item in page.locator(".bar .track").all()} == {
            colour(page.locator("body"), "backgroundColor")
        }


def colour(element: Locator, kind: str) -> str:
    """Return a colour that an element has now, as `#rrggbb`."""
    written = element.evaluate(f"element => getComputedStyle(element).{kind}")
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", written)[:3])

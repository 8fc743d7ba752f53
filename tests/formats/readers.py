"""A browser as readers set it up: larger, darker, with colours of their own; and a judge of what they meet there."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.formats.browser import CHROMIUM

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_JUDGE = """
async () => {
  const judged = /^(wcag2a|wcag2aa|wcag21a|wcag21aa|wcag22aa|best-practice)$/;
  const isJudged = ({tags}) => tags.some((tag) => judged.test(tag)) && !tags.includes("experimental");
  const rules = axe.getRules().filter(isJudged).map((rule) => rule.ruleId);
  const found = await axe.run({runOnly: {type: "rule", values: rules}});
  const of = (kind) => found[kind].flatMap((rule) => rule.nodes.map((node) => `${kind}, ${rule.id}: ${node.html}`));
  return {passed: found.passes.map((rule) => rule.id), findings: [...of("violations"), ...of("incomplete")]};
}
"""


@contextmanager
def reading(width: int = 1200, **settings: Any) -> Iterator[Page]:  # noqa: ANN401 (whatever a browser can be set to)
    """Open a browser as somebody set it up; pages are put in it as they are, with the scripts that they forbid."""
    assert CHROMIUM is not None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--disable-gpu", "--disable-dev-shm-usage"]
        )
        try:
            yield browser.new_page(viewport={"width": width, "height": 800}, **settings)
        finally:
            browser.close()


def judged(page: Page, content: str) -> tuple[set[str], list[str]]:
    """Return which of the rules of axe a page keeps, and everything that breaks one or that axe is not sure of.

    The rules are those for WCAG 2.2 A and AA, also those that axe leaves out by itself, and those of good practice;
    not those on trial, which take our large figures for headings.
    """
    page.set_content(content)
    return judged_as_it_is(page)


def judged_as_it_is(page: Page) -> tuple[set[str], list[str]]:
    """Return the same of a page on which something was done."""
    page.evaluate(_AXE)
    found = page.evaluate(_JUDGE)
    return set(found["passed"]), found["findings"]

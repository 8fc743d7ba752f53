"""Every promise on the page about security names the tests that hold it."""

import re

import pytest

from tests.documents.pages import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES, _, OTHERS = PAGE.partition("## What is not promised")


@pytest.mark.parametrize("module", sorted(set(re.findall(r"`(tests/\S+?)`", PAGE))))
def test_a_module_of_tests_that_it_names_has_tests(module: str) -> None:
    assert re.search(r"^def test_", (ROOT / module).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("promise", re.findall(r"^\*\*.*?(?=\n\n)", PROMISES, re.MULTILINE | re.DOTALL))
def test_a_promise_says_by_what_it_is_held(promise: str) -> None:
    assert re.search(r"Held by\s+`tests/", promise)


def test_it_also_says_what_is_not_promised_and_where_to_turn() -> None:
    assert "## Reporting a problem" in OTHERS
    assert PROMISES.count("Held by") > 4

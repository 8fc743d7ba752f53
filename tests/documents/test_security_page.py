"""Every promise on the page about security names the tests that hold it."""

import re
import tomllib
from importlib.metadata import metadata

from tests.documents.pages import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES, _, OTHERS = PAGE.partition("## What is not promised")


def test_every_module_of_tests_that_it_names_has_tests() -> None:
    for module in sorted(set(re.findall(r"`(tests/\S+?)`", PAGE))):
        assert re.search(r"^def test_", (ROOT / module).read_text(encoding="utf-8"), re.MULTILINE), module


def test_every_promise_says_by_what_it_is_held() -> None:
    promises = re.findall(r"^\*\*.*?(?=\n\n)", PROMISES, re.MULTILINE | re.DOTALL)
    assert [promise for promise in promises if not re.search(r"Held by\s+`tests/", promise)] == []


def test_it_also_says_what_is_not_promised_and_where_to_turn() -> None:
    assert "## Reporting a problem" in OTHERS
    assert PROMISES.count("Held by") > 4


def test_it_names_what_the_program_is_built_on_and_under_which_licence() -> None:
    named = dict(re.findall(r"^\| ([a-z][a-z0-9-]+) \| (\S+) \|$", PAGE, re.MULTILINE))
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert list(named) == [re.split("[^a-z0-9-]", requirement, maxsplit=1)[0] for requirement in needed]
    for name, licence in named.items():
        own = metadata(name)
        said = [text for key in ("License-Expression", "License", "Classifier") for text in own.get_all(key) or []]
        assert any(licence.partition("-")[0] in text for text in said), name

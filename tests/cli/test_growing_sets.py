"""The built-in set with a factor and a condition more, over the years of the examples: what was, stays as it was."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.calling import Call
from tests.documents.refreshing import EXAMPLES
from werkzaam.files.disk.locations import built_in_factors
from werkzaam.language import _

YEARS = [f"werkzaam-{year}-samen.yaml" for year in (2024, 2025, 2026)]
GROWN = ("--factors", "grown.yaml")
LATER = {"id": "later-gevraagd", "since": 2, "text": {"nl": "Er is een vaste dag.", "en": "There is a fixed day."}}
MORE = {"id": "later-genoemd", "since": 2, "text": {"nl": "Een vast uur", "en": "A fixed hour"}}


@pytest.fixture(autouse=True)
def _years(folder: Path) -> None:
    for name in YEARS:
        shutil.copy(EXAMPLES / name, folder)
    data = yaml.safe_load(built_in_factors().read_text(encoding="utf-8"))
    data["version"] = 2
    factors = data["categories"][0]["factors"]
    factors[0]["conditions"].append(MORE)
    factors.insert(0, LATER)
    (folder / "grown.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def reported(call: Call, file: str, *words: str) -> Any:  # noqa: ANN401 (JSON)
    ended = call("report", file, "--format", "json", *words)
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


@pytest.mark.parametrize("year", YEARS)
def test_every_figure_of_an_older_file_is_what_it_was(call: Call, year: str) -> None:
    before, after = reported(call, year), reported(call, year, *GROWN)
    assert (before["counts"].pop("not_asked"), after["counts"].pop("not_asked")) == (0, 1)
    same = ("score", "coverage", "complete", "conditions", "counts", "missing", "wishes", "actions", "file_version")
    assert {key: after[key] for key in same} == {key: before[key] for key in same}
    assert (before["file_version"], after["factors"]["version"]) == (1, 2)


def test_the_trend_is_what_it_was(call: Call) -> None:
    for words in (("overview", *YEARS, "--by", "date"), ("compare", *YEARS), ("diff", *YEARS[1:])):
        before, after = (json.loads(call(*words, "--format", "json", *more).out) for more in ((), GROWN))
        if words[0] != "overview":
            assert (after.pop("added"), before.pop("added")) == (["later-gevraagd"], [])
            more = [{"factor": "vast-team", "condition": "later-genoemd"}]
            assert (after.pop("added_conditions"), before.pop("added_conditions")) == (more, [])
        assert after == before


@pytest.mark.parametrize("form", ["table", "markdown", "html"])
def test_what_was_not_asked_is_shown_as_such(call: Call, form: str) -> None:
    shown = call("report", YEARS[0], "--format", form, *GROWN).out
    assert _("Not asked: it came with a later version of the questions") in shown
    assert "Er is een vaste dag." in shown
    assert _("Of this only: {conditions}").format(conditions="Een vast uur") in shown
    whole = call("overview", *YEARS, "--by", "date", "--format", form, *GROWN).out
    assert " ".join(whole.split()).count("“Er is een vaste dag” (1") == 3


def test_check_asks_it_last_and_then_it_counts(call: Call) -> None:
    ended = call("check", YEARS[0], "--plain", *GROWN, stdin="\n" * 20)
    place = _("Question {number} of {total}, {category}").partition("{category}")[0]
    places = [place.format(number=number, total=20) for number in range(1, 21)]
    assert max(places, key=ended.err.rfind) == places[-1]
    assert ended.err.rpartition(places[-1])[2].splitlines()[1] == "Er is een vaste dag."
    call("check", YEARS[0], "--no-input", "--answer", "later-gevraagd=nee", *GROWN)
    before, after = reported(call, YEARS[1], *GROWN), reported(call, YEARS[0], *GROWN)
    assert (before["counts"]["not_asked"], after["counts"]["not_asked"]) == (1, 0)
    (factor,) = (each for each in after["categories"][0]["factors"] if each["id"] == "later-gevraagd")
    assert (factor["state"], factor["value"], after["file_version"]) == ("answered", 0, 1)
    assert "version: 1\n" in Path(YEARS[0]).read_text(encoding="utf-8")
    assert call("validate", *YEARS, *GROWN).code == 0


def test_a_file_that_is_made_with_it_is_of_its_version_and_asks_everything(call: Call) -> None:
    words = ("--collaboration", "X", "--perspective", "samen", "--no-input", "--answer", "vast-team=ja")
    call("check", "new.yaml", *words, *GROWN)
    found = reported(call, "new.yaml", *GROWN)
    assert (found["file_version"], found["counts"]["open"], found["counts"]["not_asked"]) == (2, 19, 0)
    assert found["conditions"]["in_place"] == 5  # the four of before, and the new one

"""The examples are clean, say that they are invented, and follow from each other."""

from itertools import pairwise
from pathlib import Path

from tests import examples
from tests.documents.refreshing import EXAMPLES
from werkzaam.domain.actions import carried_over
from werkzaam.domain.evaluation import ActionStatus, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import factor_sets, reading
from werkzaam.files.validation import problems_in

OTHER = EXAMPLES / "other-instrument"


def test_an_example_says_first_that_it_is_invented_and_nothing_is_wrong_with_it(built_in: FactorSet) -> None:
    for file in EXAMPLES.rglob("*.yaml"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("# "), file
        assert "verzonnen" in first or "invented" in first, file
        factor_set = other_set() if file.is_relative_to(OTHER) else built_in
        assert problems_in(reading.read_file(file), factor_set) == []


def through_the_years(folder: Path, factor_set: FactorSet) -> list[Evaluation]:
    files = sorted(folder.glob("*-samen.yaml"))
    return [examples.saved(file, factor_set) for file in files]


def other_set() -> FactorSet:
    return factor_sets.read(reading.read_file(OTHER / "factors.yaml"))


def test_what_was_agreed_comes_back_the_year_after(built_in: FactorSet) -> None:
    for years in (through_the_years(EXAMPLES, built_in), through_the_years(OTHER, other_set())):
        assert len({year.collaboration for year in years}) == 1
        for old, new in pairwise(years):
            followed_up = {action.what for action in new.actions}
            assert {action.what for action in carried_over(old.actions, [])} <= followed_up
            assert old.date < new.date


def test_every_fate_of_an_agreement_is_in_the_examples(built_in: FactorSet) -> None:
    years = through_the_years(EXAMPLES, built_in)
    assert {action.status for year in years for action in year.actions} == set(ActionStatus)

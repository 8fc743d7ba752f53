from datetime import date

import pytest

from tests import examples
from tests.domain.building import evaluation, partly
from werkzaam import language
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.wording.figures import local_date, percentage


@pytest.mark.parametrize(
    ("answered", "shown"),
    [
        ({"team": "ja", "contact": "nee", "tijd": "nee"}, "33 %"),  # 33.3…
        ({"team": "ja", "contact": "ja", "tijd": "nee"}, "67 %"),  # 66.6…
        ({"team": "ja", "contact": partly(), "tijd": "nvt"}, "75 %"),
        ({"team": "nee", "contact": "nee", "tijd": "nee"}, "0 %"),
        ({}, "–"),
    ],
)
def test_a_score_is_shown_in_whole_percents(small: FactorSet, answered: dict[str, Answer | str], shown: str) -> None:
    assert percentage(report(small, evaluation(answered)).result.total.score, "–") == shown


def test_half_a_percent_is_rounded_up() -> None:
    # (0.25 + 0) / 2 = 0.125, which is 12.5 %; a banker would make that 12
    other = examples.other_scale()
    total = report(other, evaluation({"first": "1", "second": "0"})).result.total
    assert percentage(total.score, "–") == "13 %"


@pytest.mark.parametrize(("code", "shown"), [("nl", "02-01-2026"), ("en", "2026-01-02")])
def test_a_date_is_written_as_people_write_it(code: str, shown: str) -> None:
    language.activate(code)
    assert local_date(date(2026, 1, 2)) == shown

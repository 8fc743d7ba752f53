"""Whether it was said that no condition is missing, or nothing was said of it: no result tells the two apart."""

from collections.abc import Iterator

from hypothesis import given

from tests.domain.building import DAY, LAW, answered_sets, with_nothing_named
from tests.domain.summing import overview_of
from tests.formats.comparisons import compared
from tests.formats.reports import report_rows
from werkzaam.documents.agenda import agenda_document
from werkzaam.documents.overview import overview_document
from werkzaam.documents.report import report_document
from werkzaam.domain.agenda import agenda
from werkzaam.domain.comparison import Axis, Entry
from werkzaam.domain.evaluation import Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import report
from werkzaam.formats.json_comparisons import comparison_json
from werkzaam.formats.json_results import overview_json, report_json
from werkzaam.formats.tabular import csv_text


def results(factor_set: FactorSet, found: Evaluation, *others: Evaluation) -> Iterator[object]:
    """Return what is made of an evaluation: reports, tables, and what lies it beside others."""
    reported, overview = report(factor_set, found), overview_of(factor_set, None, [found, *others])
    side_by_side = compared(factor_set, Axis.PERSPECTIVE, [Entry("a.yaml", item) for item in (found, *others)])
    yield report_json(reported)
    yield report_document(reported, DAY)
    yield csv_text(report_rows("a.yaml", reported))
    yield comparison_json(side_by_side)
    yield agenda_document(agenda(side_by_side))
    yield overview_json(overview, 1, 0)
    yield overview_document(overview)


@LAW
@given(answered_sets())
def test_no_result_tells_them_apart(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, found = answered
    unsaid, none_named = (with_nothing_named(factor_set, found, missing) for missing in (None, ()))
    expected = list(results(factor_set, unsaid, found))
    assert list(results(factor_set, none_named, found)) == expected

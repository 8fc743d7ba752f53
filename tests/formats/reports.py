"""The reports that the tests of every format write."""

from collections.abc import Iterator
from datetime import date

from tests import examples
from tests.domain.building import evaluation
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import Report, report
from werkzaam.formats.tables import Row, ScoredFile, answer_rows

TODAY = date(2026, 11, 23)

AGREED = (
    Action("Ook op donderdag", "team", "jongerenwerk", date(2026, 11, 22)),
    Action("Overleg", "tijd", None, TODAY),
    Action("Een sleutel", "ruimte", "school", date(2026, 3, 1), ActionStatus.DONE),
    Action("Een bord", None, None, date(2026, 3, 1), ActionStatus.DROPPED),
    Action("Gewoon doen"),
)
"""One that is overdue, one due today, one done, one dropped, and one of which nothing more is known."""


def small_report(factor_set: FactorSet) -> Report:
    """Return the report on the small set's answers."""
    return report(factor_set, examples.read(examples.SMALL_ANSWERS, factor_set).evaluation)


def full_report(factor_set: FactorSet) -> Report:
    """Return a report on the small set with a bit of everything."""
    return report(
        factor_set,
        Evaluation(
            "Lyceum Oost",
            TODAY,
            "school",
            "Besproken.\n\nMet het hele team.",
            {
                "team": Answer("deels", (), "Eerst dit.\nDan dat."),
                "contact": Answer("weet-niet", None, "Navragen."),
                "ruimte": Answer("nvt"),
                "tijd": Answer("nee"),
            },
            AGREED,
        ),
    )


def report_rows(file: str, found: Report) -> Iterator[Row]:
    """Return the rows of a report."""
    return answer_rows(exported(file, found))


def exported(file: str, found: Report) -> ScoredFile:
    """Return a report as what an export writes rows of."""
    return ScoredFile(file, found.factor_set, found.evaluation, found.result, TODAY)


def other_report() -> Report:
    """Return a report on another scale: nothing has conditions, a perspective or a colour."""
    return report(examples.other_scale(), evaluation({"first": "3", "second": "1", "third": "done"}))

"""The reports that the tests of every format write."""

from collections.abc import Iterator
from datetime import date

from tests import examples
from tests.domain.building import evaluation
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import Report, report
from werkzaam.files import answers, reading
from werkzaam.formats.rows import Row, rows

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
    return report(factor_set, answers.read(reading.Source("klein.yaml", examples.SMALL_ANSWERS), factor_set).evaluation)


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
                "contact": Answer("weet-niet", (), "Navragen."),
                "ruimte": Answer("nvt"),
                "tijd": Answer("nee"),
            },
            AGREED,
        ),
    )


def report_rows(file: str, found: Report) -> Iterator[Row]:
    """Return the rows of a report."""
    return rows(file, found.factor_set, found.evaluation, found.result)


def other_report() -> Report:
    """Return a report on another scale: nothing has conditions, a perspective or a colour."""
    return report(examples.other_scale(), evaluation({"first": "3", "second": "1", "third": "done"}))


DUTCH_RULES = (
    "Elk antwoord telt voor een getal: Ja = 1, Deels = 0,5, Nee = 0.",
    (
        "De score van een categorie is het gemiddelde van haar factoren: hun getallen bij elkaar opgeteld, gedeeld "
        "door hoeveel het er zijn. De score van alle factoren samen is het gemiddelde van alle factoren."
    ),
    "“Niet van toepassing” blijft buiten de berekening.",
    "“Weet niet” en open factoren verlagen de score niet; ze verlagen het aantal tussen haakjes.",
    "Als minder dan 50 % van de factoren die van toepassing zijn een getal heeft, is er geen score.",
    (
        "Een wens verlaagt de score niet: een factor die een wens is telt in geen score mee, en waar alleen wensen "
        "ontbreken telt een gedeeltelijk antwoord voor 1."
    ),
    "Er is geen eindoordeel; kleuren helpen alleen het oog.",
)
"""How the score of the small set is made."""

ENGLISH_RULES = (
    "Every answer counts for a number: Yes = 1, Partly = 0.5, No = 0.",
    (
        "The score of a category is the mean of its factors: their numbers added up, divided by how many they are. The "
        "score of all factors together is the mean of all factors."
    ),
    "“Not applicable” leaves the sum.",
    "“Don't know” and open factors lower no score; they lower the number in brackets.",
    "When less than 50 % of the factors that apply has a number, there is no score.",
    (
        "A wish lowers no score: a factor that is a wish counts in none, and where only wishes are missing a partial "
        "answer counts for 1."
    ),
    "There is no overall verdict; colours only help the eye.",
)

RULES_OF_ANOTHER_SCALE = (
    "Elk antwoord telt voor een getal: 0 = 0, 1 = 0,25, 2 = 0,5, 3 = 0,75, 4 = 1, Done = 1, Not done = 0.",
    DUTCH_RULES[1],
    "Open factoren verlagen de score niet; ze verlagen het aantal tussen haakjes.",
    DUTCH_RULES[4],
    DUTCH_RULES[6],
)
"""Nobody can say there that something is unknown or does not apply, and nothing is a wish."""

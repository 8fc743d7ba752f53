"""The comparisons that the tests of every format write."""

from collections.abc import Sequence
from datetime import date

from tests import examples
from werkzaam.domain.comparison import Axis, Comparison, Entry, comparison
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.wording.comparisons import labels

NAME = "Lyceum Oost en Stichting Straatwerk"


def compared(factor_set: FactorSet, axis: Axis, entries: Sequence[Entry]) -> Comparison:
    """Return a comparison with the labels that the program gives."""
    return comparison(factor_set, axis, entries, labels(axis, entries, factor_set))


def three_years(factor_set: FactorSet) -> Comparison:
    """Return three years of one collaboration: scores rise, fall and are missing, and answers differ in every way."""
    first = Evaluation(
        NAME,
        date(2025, 11, 24),
        "samen",
        answers={
            "team": Answer("nee"),
            "contact": Answer("ja"),
            "ruimte": Answer("weet-niet"),
            "tijd": Answer("nvt"),
        },
    )
    second = examples.read(examples.SMALL_ANSWERS, factor_set).evaluation
    third = first._replace(
        date=date(2027, 11, 22),
        answers={"team": Answer("deels"), "contact": Answer("nee"), "ruimte": Answer("nee"), "tijd": Answer("ja")},
    )
    entries = [Entry(f"werkzaam-{item.date.year}.yaml", item) for item in (first, second, third)]
    entries[0] = entries[0]._replace(retired=("oud-lokaal",))
    return compared(factor_set, Axis.DATE, entries)


def three_partners(factor_set: FactorSet) -> Comparison:
    """Return three sides of one year, one of which does not say who it is; answers differ in every way."""
    base = Evaluation(NAME, date(2026, 11, 23))
    sides: list[tuple[str | None, dict[str, str]]] = [
        (None, {"team": "nvt", "contact": "weet-niet", "ruimte": "ja", "tijd": "ja"}),
        ("school", {"team": "nee", "contact": "ja", "ruimte": "ja"}),
        ("samen", {"team": "ja", "contact": "ja", "ruimte": "ja", "tijd": "ja"}),
    ]
    entries = [
        Entry(
            f"{perspective or 'iemand'}.yaml",
            base._replace(
                perspective=perspective,
                answers={factor: Answer(option) for factor, option in given_answers.items()},
            ),
        )
        for perspective, given_answers in sides
    ]
    return compared(factor_set, Axis.PERSPECTIVE, entries)


def three_collaborations(factor_set: FactorSet) -> Comparison:
    """Return three collaborations of one year, who answered what three partners did."""
    names = ("Lyceum Noord", "Lyceum Oost", "Lyceum West")
    entries = [
        column.entry._replace(evaluation=column.entry.evaluation._replace(collaboration=name))
        for name, column in zip(names, three_partners(factor_set).columns, strict=True)
    ]
    return compared(factor_set, Axis.COLLABORATION, entries)

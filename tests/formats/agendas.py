"""The agendas that the tests of words, Markdown and pages write."""

from datetime import date

from tests import examples
from tests.documents.refreshing import EXAMPLES
from tests.domain.building import evaluation, partly
from tests.formats import hostile
from tests.formats.comparisons import NAME, compared
from werkzaam.domain.agenda import Agenda, agenda
from werkzaam.domain.comparison import Axis, Entry
from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet

DAY = date(2026, 11, 23)
SCHOOL = {
    "team": Answer("ja", None, "Elke dag dezelfde twee."),
    "contact": partly("een-punt"),
    "ruimte": Answer("nvt"),
    "tijd": Answer("ja"),
}
TOGETHER = {
    "team": Answer("nee", None, "Het wisselt.\n\nSteeds weer."),
    "contact": partly("een-punt"),
    "ruimte": Answer("nee"),
    "tijd": Answer("weet-niet"),
}
PAUSE = Action("Ook in de pauze", "team", "school", date(2026, 11, 22))


def agenda_of(factor_set: FactorSet, *evaluations: Evaluation) -> Agenda:
    """Return the agenda of partners who each filled in a file."""
    entries = [Entry(f"{number}.yaml", item) for number, item in enumerate(evaluations, 1)]
    return agenda(compared(factor_set, Axis.PERSPECTIVE, entries))


def side(perspective: str | None, answers: dict[str, Answer | str], day: date = DAY) -> Evaluation:
    """Return what one partner filled in."""
    return evaluation(answers)._replace(collaboration=NAME, perspective=perspective, date=day)


def two_partners(factor_set: FactorSet) -> Agenda:
    """Return an agenda of two partners with a bit of everything that they differ in."""
    return agenda_of(
        factor_set,
        side("school", {**SCHOOL}, date(2026, 11, 20))._replace(note="Met twee mentoren.", actions=(PAUSE,)),
        side("samen", {**TOGETHER})._replace(actions=(PAUSE, Action("Een bord"))),
    )


def nameless_partners(factor_set: FactorSet) -> Agenda:
    """Return an agenda of three, of whom one did not say who they are; nothing is agreed on paper."""
    return agenda_of(
        factor_set,
        side(None, {"team": partly("woont-dichtbij"), "contact": "nvt", "ruimte": "nee"}),
        side("school", {"team": "ja", "contact": "nvt", "ruimte": "nee", "tijd": "ja"}),
        side("samen", {"team": "ja", "contact": "nvt", "ruimte": "nee"}),
    )


def example_partners(factor_set: FactorSet) -> Agenda:
    """Return the agenda of the partners in the examples, who fill all of it and write notes as people do."""
    files = (EXAMPLES / f"werkzaam-2026-{partner}.yaml" for partner in ("jongerenwerk", "onderwijs", "gemeente"))
    return agenda_of(factor_set, *(examples.saved(file, factor_set) for file in files))


def poisoned_agenda(factor_set: FactorSet, text: str) -> Agenda:
    """Return an agenda of the small set in which every text is this one, and every part but one is filled.

    What stands in place is short, the last of the factors is not compared, and the names of the partners are alike.
    """
    one = hostile.poisoned_answers(text)
    other = one._replace(
        perspective="school",
        answers={**one.answers, "team": partly("is-vast"), "contact": Answer("ja", None, text)},
        actions=(*one.actions, Action(text, None, text)),
    )
    entries = [Entry("b.yaml", other, retired=(text,)), Entry("a.yaml", one._replace(version=1))]
    return agenda(compared(hostile.poisoned_set(factor_set, text), Axis.PERSPECTIVE, entries))

"""Questions that the tests of prompts and of lines put."""

from tests.domain.building import partly
from werkzaam.domain.evaluation import OPEN, Action, Answer
from werkzaam.domain.factor_set import FactorSet, Option
from werkzaam.domain.questions import Aside, Asides, Command, FactorQuestion

WIDE = 300
"""So wide that nothing is wrapped, whatever the words are."""


def question(factor_set: FactorSet, factor_id: str, answer: Answer = OPEN) -> FactorQuestion:
    factor = factor_set.factor_by_id[factor_id]
    number = factor_set.factors.index(factor) + 1
    return FactorQuestion(number, len(factor_set.factors), factor_set.category_of[factor_id], factor, answer)


def everything(factor_set: FactorSet) -> tuple[FactorQuestion, ...]:
    answers = {"team": partly("is-vast"), "contact": Answer("ja"), "ruimte": Answer("nee"), "tijd": Answer("nvt")}
    return tuple(question(factor_set, name, answer) for name, answer in answers.items())


def said(reply: Option | Command) -> str:
    return reply.id if isinstance(reply, Option) else reply.name


def of_last_year(factor_set: FactorSet) -> FactorQuestion:
    """Return a question about a wish that is answered now, and was by others before."""
    put = question(factor_set, "ruimte", Answer("nee", note="Nog [niet].\r\nStraks \x1bwel."))
    said = Answer("deels", ("is-eigen",), "Op maandag.")
    earlier = (
        Aside("Vorig jaar", put.factor, said, (Action("Praten", "ruimte"),)),
        Aside("Daarvoor", put.factor, OPEN),
    )
    return put._replace(asides=Asides(earlier))


def of_partners(factor_set: FactorSet) -> FactorQuestion:
    """Return a question on which three partners agree, with different conditions, and two of them with a note."""
    put = question(factor_set, "team")
    said = {
        "School": Answer("deels", ("is-vast", "is-deskundig"), "Wisselende gezichten, ook dit jaar."),
        "Gemeente": partly("is-vast"),
        "Jongerenwerk": Answer("deels", ("is-vast",), "Een van de twee kent de wijk nog niet."),
    }
    asides = Asides(partners=tuple(Aside(label, put.factor, answer) for label, answer in said.items()))
    return put._replace(asides=asides, proposal=asides.common)

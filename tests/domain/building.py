"""Factor sets and evaluations for the laws: any that the domain allows, built without files."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from itertools import combinations

from hypothesis import settings
from hypothesis import strategies as st

from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet, Option, Special

DAY = date(2026, 11, 23)

LAW = settings(max_examples=25, deadline=None)
"""As many examples as still find what is wrong: sets are small, and most laws break on the first few."""

SCALE = (
    Option("alles", Fraction(1), "Alles", "a"),
    Option("veel", Fraction(3, 4), "Veel", "v"),
    Option("deels", Fraction(1, 3), "Deels", "d"),
    Option("niets", Fraction(0), "Niets", "n"),
    Option("weet-niet", Special.UNKNOWN, "Weet niet", "w"),
    Option("nvt", Special.NOT_APPLICABLE, "Niet van toepassing", "x"),
)


def evaluation(answers: Mapping[str, Answer | str], actions: tuple[Action, ...] = ()) -> Evaluation:
    """Return an evaluation; an option id alone stands for an answer without more."""
    whole = {factor: Answer(answer) if isinstance(answer, str) else answer for factor, answer in answers.items()}
    return Evaluation("Lyceum Oost", DAY, answers=whole, actions=actions)


def partly(*missing: str) -> Answer:
    """Return a partial answer of the small set."""
    return Answer("deels", missing)


def factor_set(categories: tuple[Category, ...], minimum_coverage: Fraction = Fraction(1, 2)) -> FactorSet:
    """Return a set with these categories and the scale of this module."""
    return FactorSet(
        id="gebouwd",
        version=1,
        language="nl",
        title="Gebouwd",
        introduction=None,
        source=None,
        perspectives=(),
        options=SCALE,
        bands=(),
        minimum_coverage=minimum_coverage,
        categories=categories,
    )


@st.composite
def factor_sets(draw: st.DrawFn) -> FactorSet:
    """Draw a set of one to three categories with up to three factors each, wishes and conditions anyhow."""
    categories = []
    for number in range(draw(st.integers(1, 3))):
        factors = tuple(
            _factor(f"f{number}-{index}", wish=wish, wishes_in_it=wishes_in_it)
            for index, (wish, wishes_in_it) in enumerate(
                draw(
                    st.lists(
                        st.tuples(st.booleans(), st.lists(st.booleans(), max_size=3)),
                        min_size=1,
                        max_size=3,
                    )
                )
            )
        )
        categories.append(Category(f"c{number}", f"Categorie {number}", factors))
    share = draw(st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1)]))
    return factor_set(tuple(categories), share)


def _factor(name: str, *, wish: bool, wishes_in_it: list[bool]) -> Factor:
    conditions = tuple(
        Condition(f"v{number}", f"Voorwaarde {number}", f"Voorwaarde {number} in het geheel.", preferred)
        for number, preferred in enumerate(wishes_in_it)
    )
    return Factor(name, f"Factor {name}.", None, wish, SCALE, conditions)


def answers_to(factor: Factor, *, scored: bool = False) -> st.SearchStrategy[Answer]:
    """Draw any answer to a factor, an open one too; with `scored` one whose value is a number."""
    ids = [condition.id for condition in factor.conditions]
    named = [tuple(found) for count in range(len(ids) + 1) for found in combinations(ids, count)]

    def with_option(option: Option | None) -> st.SearchStrategy[Answer]:
        if option is None:
            return st.just(Answer())
        return st.sampled_from([Answer(option.id, said) for said in ([None, *named] if option.is_partial else [None])])

    options = [option for option in factor.scale if not scored or not isinstance(option.value, Special)]
    return st.sampled_from(options if scored else [None, *options]).flatmap(with_option)


def with_nothing_named(factor_set: FactorSet, given: Evaluation, missing: tuple[()] | None) -> Evaluation:
    """Return an evaluation in which each partial answer that names no condition says so, or with None does not."""
    answers = {
        name: answer._replace(missing=missing) if answer.option in _partial(factor_set) and not answer.named else answer
        for name, answer in given.answers.items()
    }
    return given._replace(answers=answers)


def _partial(factor_set: FactorSet) -> set[str]:
    return {option.id for option in factor_set.options if option.is_partial}


@st.composite
def answered_sets(draw: st.DrawFn) -> tuple[FactorSet, Evaluation]:
    """Draw a set and any answers to it."""
    drawn, (given,) = draw(sets_answered_by(1, 1))
    return drawn, given


@st.composite
def sets_answered_by(draw: st.DrawFn, least: int, most: int) -> tuple[FactorSet, list[Evaluation]]:
    """Draw a set and any answers to it of so many."""
    drawn = draw(factor_sets())
    return drawn, [
        evaluation({factor.id: draw(answers_to(factor)) for factor in drawn.factors})
        for _number in range(draw(st.integers(least, most)))
    ]

"""Sums over evaluations: exact, and no larger for many of them."""

import gc
import tracemalloc
from collections import Counter
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import LAW, answered_sets, partly
from tests.domain.summing import EVALUATIONS, filled_in, many_evaluations, summed
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import score
from werkzaam.domain.summation import Key, Summation, Sums, empty_sums, parts_of_one, points

BYS = st.sampled_from([None, *Axis])


# --- examples ---------------------------------------------------------------------------------------------------


def test_what_is_kept_of_some_evaluations(small: FactorSet) -> None:
    # 3 required factors and a wish make 24 parts of one: 2 for the half of `deels`, and 1, 2, 3 or 4 factors
    assert parts_of_one(small) == 24
    assert summed(small, None, EVALUATIONS).groups == {
        None: Sums(
            name=None,
            spreads=[
                Counter([12, 18, 12, 18]),
                Counter([12, 24, 0]),
                Counter([12, 20, 8, 18]),
            ],
            # the two of team that are required, that of contact, each with the factor itself, and tijd; wishes are none
            known=[4, 4, 0, 4, 0, 3],
            missing=[2, 2, 0, 1, 0, 2],
            n=5,
            perspectives={None, "school", "samen"},
        )
    }


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (None, {None: (None, 5)}),
        (Axis.DATE, {"2025": ("2025", 1), "2026": ("2026", 4)}),
        (Axis.PERSPECTIVE, {"school": ("school", 2), "samen": ("samen", 2), None: (None, 1)}),
        (
            Axis.COLLABORATION,
            {"lyceumoost": ("Lyceum Oost", 2), "lyceumwest": ("Lyceum West", 2), "lyceumnoord": ("Lyceum Noord", 1)},
        ),
    ],
)
def test_evaluations_are_grouped_by_what_they_have_in_common(
    small: FactorSet, by: Axis | None, groups: dict[Key, tuple[str | None, int]]
) -> None:
    found = summed(small, by, EVALUATIONS).groups
    assert {key: (sums.name, sums.n) for key, sums in found.items()} == groups


def test_a_collaboration_is_called_as_it_was_spelled_first(small: FactorSet) -> None:
    names = ["  LYCEUM oost ", "Lyceum Oost", "lyceum  oost"]
    found = summed(small, Axis.COLLABORATION, [filled_in(name, 2026, None) for name in names])
    assert [(key, sums.name, sums.n) for key, sums in found.groups.items()] == [("lyceumoost", "LYCEUM oost", 3)]


def test_nothing_summed_up_is_no_group(small: FactorSet) -> None:
    assert Summation(small, None).groups == {}
    assert empty_sums(small, "x") == Sums("x", [Counter(), Counter(), Counter()], [0] * 6, [0] * 6)


def test_nothing_is_added_to_sums_of_another_set(small: FactorSet) -> None:
    found = Summation(small, None)
    found.groups[None] = empty_sums(examples.other_scale(), None)
    with pytest.raises(ValueError, match="argument 2 is shorter than argument 1"):
        found.add(EVALUATIONS[0])


@pytest.mark.parametrize(
    ("answer", "known", "missing"),
    [
        (Answer("ja"), 1, []),
        (Answer("nee"), 1, ["is-vast", "is-deskundig"]),
        (partly("is-vast"), 1, ["is-vast"]),
        (partly("woont-dichtbij"), 1, []),  # that is a wish
        (partly(), 0, []),  # which ones is not said: none of them is known
        (Answer("weet-niet"), 0, []),
        (Answer("nvt"), 0, []),
        (Answer(), 0, []),
        (Answer("ja", ("is-vast",)), 1, []),  # ignored: the answer is not partial
        (Answer("ja", None, "Een notitie."), 1, []),
    ],
)
def test_what_an_answer_says_about_conditions(small: FactorSet, answer: Answer, known: int, missing: list[str]) -> None:
    sums = summed(small, None, [filled_in("Oost", 2026, None, {"team": answer})]).groups[None]
    assert sums.known == [known, known, 0, 0, 0, 0]
    found = zip(points(small), sums.missing, strict=True)
    assert [condition and condition.id for (_factor, condition), count in found if count] == missing


def test_another_scale_is_summed_up_in_its_own_parts() -> None:
    factor_set = examples.other_scale()
    answered = filled_in("Oost", 2026, None, {"first": "3", "second": "1", "third": "not-done"})
    sums = summed(factor_set, None, [answered]).groups[None]
    assert parts_of_one(factor_set) == 24  # 4 for the quarters, 6 for 1, 2 or 3 factors
    assert sums.spreads == [Counter([8])] * 2  # (3/4 + 1/4 + 0) / 3
    assert (sums.known, sums.missing) == ([1, 1, 1], [1, 1, 1])  # below 1, as the set says nothing else


# --- laws -------------------------------------------------------------------------------------------------------


@LAW
@given(answered_sets())
def test_every_score_is_a_whole_number_of_parts(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, found = answered
    result = score(factor_set, found)
    for tally in (result.total, *(item.tally for item in result.categories)):
        assert tally.score is None or (tally.score * parts_of_one(factor_set)).denominator == 1


@LAW
@given(many_evaluations(), BYS, st.randoms(use_true_random=False))
def test_the_order_of_the_evaluations_changes_no_more_than_how_a_group_is_called(
    many: tuple[FactorSet, list[Evaluation]], by: Axis | None, random: Random
) -> None:
    factor_set, evaluations = many
    shuffled = random.sample(evaluations, len(evaluations))
    one, other = (summed(factor_set, by, found).groups for found in (evaluations, shuffled))
    for sums in (*one.values(), *other.values()):
        sums.name = None
    assert one == other


@LAW
@given(many_evaluations(), BYS)
def test_what_is_kept_is_consistent(many: tuple[FactorSet, list[Evaluation]], by: Axis | None) -> None:
    factor_set, evaluations = many
    groups = summed(factor_set, by, evaluations).groups
    assert sum(sums.n for sums in groups.values()) == len(evaluations)
    together = summed(factor_set, None, evaluations).groups.get(None, empty_sums(factor_set, None))
    for counts in ("known", "missing"):
        parts = [getattr(sums, counts) for sums in groups.values()] or [getattr(together, counts)]
        assert [sum(column) for column in zip(*parts, strict=True)] == getattr(together, counts)
    whole = parts_of_one(factor_set)
    for sums in groups.values():
        for spread in sums.spreads:
            assert spread.total() <= sums.n
            assert all(0 <= score <= whole for score in spread)
        for _point, missing, known in zip(points(factor_set), sums.missing, sums.known, strict=True):
            assert missing <= known <= sums.n


@pytest.mark.long
def test_memory_does_not_grow_with_the_evaluations(built_in: FactorSet) -> None:
    random = Random(1)  # noqa: S311 (the same answers every time, and no secret)
    found = Summation(built_in, Axis.COLLABORATION)

    def take_in(number: int) -> int:
        """Take in as many, and return how much memory there is in use."""
        for count in range(number):
            chosen = {factor.id: random.choice(factor.scale).id for factor in built_in.factors}
            side = random.choice(built_in.perspectives).id
            found.add(filled_in(f"Lyceum {count % 7}", 2020 + count % 5, side, chosen))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        before = take_in(100)
        grown = take_in(4_900) - before
    finally:
        tracemalloc.stop()
    numbers = sum(len(sums.known) + len(sums.missing) + 14 * len(sums.spreads) for sums in found.groups.values())
    assert grown < 40 * numbers  # small numbers are shared, larger ones take 32 bytes each


def test_sums_are_exact_where_no_float_would_be(small: FactorSet) -> None:
    # (1 + 1 + 0) / 3 and (1 + 0 + 0) / 3 make 1 together, however often
    two = [filled_in("Oost", 2026, None, {"team": "ja", "contact": answer, "tijd": "nee"}) for answer in ("ja", "nee")]
    sums = summed(small, None, two * 100).groups[None]
    assert Fraction(sum(sums.spreads[-1].elements()), parts_of_one(small)) == 100

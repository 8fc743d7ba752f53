"""Sums over evaluations: they are the same however the evaluations are dealt out, and never grow with them."""

import gc
import pickle
import tracemalloc
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import answered_sets, partly
from tests.domain.summing import EVALUATIONS, filled_in, many_evaluations, summed
from werkzaam.domain.comparison import Axis
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.score import score
from werkzaam.domain.summation import Key, Spread, Summation, Sums, condition_places, empty_sums, parts_of_one

BYS = st.sampled_from([None, *Axis])


# --- examples ---------------------------------------------------------------------------------------------------


def test_what_is_kept_of_some_evaluations(small: FactorSet) -> None:
    # 3 required factors and a wish make 24 parts of one: 2 for the half of `deels`, and 1, 2, 3 or 4 factors
    assert parts_of_one(small) == 24
    assert summed(small, None, EVALUATIONS).groups == {
        None: Sums(
            name=None,
            spreads=[
                Spread(4, 12 + 18 + 12 + 18, 12, 18, [0, 0, 0, 0, 0, 2, 0, 2, 0, 0]),
                Spread(3, 12 + 24 + 0, 0, 24, [1, 0, 0, 0, 0, 1, 0, 0, 0, 1]),
                Spread(4, 12 + 20 + 8 + 18, 8, 20, [0, 0, 0, 1, 0, 1, 0, 1, 1, 0]),
            ],
            known=[4, 4, 1, 0],  # team, contact, ruimte (a wish), tijd (without conditions)
            missing=[2, 2, 2, 1, 1, 1],  # is-vast, is-deskundig, woont-dichtbij, een-punt, is-eigen, is-centraal
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
    one, *others = (summed(small, Axis.COLLABORATION, [filled_in(name, 2026, None)]) for name in names)
    for other in others:
        one.merge(other.groups)
    assert [(key, sums.name, sums.n) for key, sums in one.groups.items()] == [("lyceumoost", "LYCEUM oost", 3)]


def test_nothing_summed_up_is_no_group(small: FactorSet) -> None:
    assert Summation(small, None).groups == {}
    assert empty_sums(small, "x") == Sums("x", [Spread(), Spread(), Spread()], [0] * 4, [0] * 6)


def test_what_was_taken_is_not_there_any_more(small: FactorSet) -> None:
    found = summed(small, None, EVALUATIONS[:2])
    assert found.take()[None].n == 2
    assert found.take() == {}
    found.add(EVALUATIONS[2])
    assert found.take() == summed(small, None, EVALUATIONS[2:3]).groups


@pytest.mark.parametrize("other", [(3, 3, 6), (2, 4, 6), (2, 3, 7)], ids=["categories", "factors", "conditions"])
def test_sums_of_another_set_are_not_merged(other: tuple[int, int, int]) -> None:
    def sums(categories: int, factors: int, conditions: int) -> Sums:
        return Sums(None, [Spread() for _number in range(categories)], [0] * factors, [0] * conditions)

    with pytest.raises(ValueError, match="argument 2 is longer than argument 1"):
        sums(2, 3, 6).merge(sums(*other))


def test_nothing_is_added_to_sums_of_another_set(small: FactorSet) -> None:
    found = Summation(small, None)
    found.merge({None: empty_sums(examples.other_scale(), None)})
    with pytest.raises(ValueError, match="argument 2 is shorter than argument 1"):
        found.add(EVALUATIONS[0])


def test_what_is_merged_can_be_added_to(small: FactorSet) -> None:
    found = Summation(small, None)
    found.merge(summed(small, None, EVALUATIONS[:2]).groups)
    for item in EVALUATIONS[2:]:
        found.add(item)
    assert found.groups == summed(small, None, EVALUATIONS).groups


@pytest.mark.parametrize(
    ("answer", "known", "missing"),
    [
        (Answer("ja"), 1, []),
        (Answer("nee"), 1, ["is-vast", "is-deskundig", "woont-dichtbij"]),
        (partly("is-vast"), 1, ["is-vast"]),
        (partly("woont-dichtbij"), 1, ["woont-dichtbij"]),
        (partly(), 0, []),  # which ones is not said: none of them is known
        (Answer("weet-niet"), 0, []),
        (Answer("nvt"), 0, []),
        (Answer(), 0, []),
        (Answer("ja", ("is-vast",)), 1, []),  # ignored: the answer is not partial
        (Answer("ja", (), "Een notitie."), 1, []),
    ],
)
def test_what_an_answer_says_about_conditions(small: FactorSet, answer: Answer, known: int, missing: list[str]) -> None:
    sums = summed(small, None, [filled_in("Oost", 2026, None, {"team": answer})]).groups[None]
    places = condition_places(small)
    assert sums.known == [known, 0, 0, 0]
    assert [condition for (_factor, condition), place in places.items() if sums.missing[place]] == missing


@pytest.mark.parametrize(
    ("score_in_parts", "place"), [(0, 0), (9, 0), (10, 1), (19, 1), (50, 5), (89, 8), (90, 9), (99, 9), (100, 9)]
)
def test_a_score_is_counted_where_it_lies(score_in_parts: int, place: int) -> None:
    spread = Spread()
    spread.add(score_in_parts, 100)
    assert spread.bins == [int(number == place) for number in range(10)]


def test_spreads_without_a_score_change_nothing() -> None:
    some = Spread()
    some.add(3, 4)
    for one, other in ((some, Spread()), (Spread(), some)):
        both = Spread()
        both.merge(one)
        both.merge(other)
        assert both == some


def test_another_scale_is_summed_up_in_its_own_parts() -> None:
    factor_set = examples.other_scale()
    answered = filled_in("Oost", 2026, None, {"first": "3", "second": "1", "third": "not-done"})
    sums = summed(factor_set, None, [answered]).groups[None]
    assert parts_of_one(factor_set) == 24  # 4 for the quarters, 6 for 1, 2 or 3 factors
    assert sums.spreads == [Spread(1, 8, 8, 8, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0])] * 2  # (3/4 + 1/4 + 0) / 3
    assert (sums.known, sums.missing) == ([0, 0, 0], [])


# --- laws -------------------------------------------------------------------------------------------------------


@given(answered_sets())
def test_every_score_is_a_whole_number_of_parts(answered: tuple[FactorSet, Evaluation]) -> None:
    factor_set, found = answered
    result = score(factor_set, found)
    for tally in (result.total, *(item.tally for item in result.categories)):
        assert tally.score is None or (tally.score * parts_of_one(factor_set)).denominator == 1


@given(many_evaluations(), BYS, st.data())
def test_dealt_out_anyhow_and_merged_in_order_the_sums_are_the_same(
    many: tuple[FactorSet, list[Evaluation]], by: Axis | None, data: st.DataObject
) -> None:
    factor_set, evaluations = many
    whole, helper = Summation(factor_set, by), Summation(factor_set, by)
    rest = evaluations
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        for item in rest[:size]:
            helper.add(item)
        whole.merge(pickle.loads(pickle.dumps(helper.take())))  # noqa: S301 (as other processes send it)
        rest = rest[size:]
    assert whole.groups == summed(factor_set, by, evaluations).groups


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


@given(many_evaluations(), st.sampled_from(Axis))
def test_the_groups_together_are_all_evaluations(many: tuple[FactorSet, list[Evaluation]], by: Axis) -> None:
    factor_set, evaluations = many
    together = empty_sums(factor_set, None)
    for sums in summed(factor_set, by, evaluations).groups.values():
        together.merge(sums)
    assert together == summed(factor_set, None, evaluations).groups.get(None, empty_sums(factor_set, None))


@given(many_evaluations(), BYS)
def test_what_is_kept_is_consistent(many: tuple[FactorSet, list[Evaluation]], by: Axis | None) -> None:
    factor_set, evaluations = many
    groups = summed(factor_set, by, evaluations).groups
    assert sum(sums.n for sums in groups.values()) == len(evaluations)
    whole = parts_of_one(factor_set)
    for sums in groups.values():
        for spread in sums.spreads:
            assert sum(spread.bins) == spread.n <= sums.n
            assert 0 <= spread.lowest * spread.n <= spread.total <= spread.highest * spread.n <= whole * spread.n
        places = condition_places(factor_set)
        for number, factor in enumerate(factor_set.factors):
            for condition in factor.conditions:
                assert sums.missing[places[factor.id, condition.id]] <= sums.known[number] <= sums.n


@pytest.mark.parametrize("by", [None, Axis.COLLABORATION])
def test_memory_does_not_grow_with_the_evaluations(built_in: FactorSet, by: Axis | None) -> None:
    random = Random(1)  # noqa: S311 (the same answers every time, and no secret)
    found = Summation(built_in, by)

    def take_in(number: int) -> tuple[int, int]:
        """Take in as many, and return how much memory there is in use and how large the sums are to send."""
        for count in range(number):
            chosen = {factor.id: random.choice(factor.scale).id for factor in built_in.factors}
            name, side = f"Lyceum {count % 7}", random.choice(built_in.perspectives).id
            found.add(filled_in(name, 2020 + count % 5, side, chosen))
        gc.collect()
        return tracemalloc.get_traced_memory()[0], len(pickle.dumps(found.groups))

    tracemalloc.start()
    try:
        memory, size = take_in(100)
        more_memory, larger_size = take_in(9_900)
    finally:
        tracemalloc.stop()
    numbers = sum(len(sums.known) + len(sums.missing) + 14 * len(sums.spreads) for sums in found.groups.values())
    assert more_memory - memory < 40 * numbers  # small numbers are shared, larger ones take 32 bytes each
    assert larger_size - size < 4 * numbers


def test_sums_are_exact_where_no_float_would_be(small: FactorSet) -> None:
    # (1 + 1 + 0) / 3 and (1 + 0 + 0) / 3 make 1 together, however often
    two = [filled_in("Oost", 2026, None, {"team": "ja", "contact": answer, "tijd": "nee"}) for answer in ("ja", "nee")]
    sums = summed(small, None, two * 1_000).groups[None]
    assert Fraction(sums.spreads[-1].total, parts_of_one(small)) == 1_000

"""What a report lists: what is missing, what is wished for, what is not known."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.building import LAW, answered_sets, evaluation, partly
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import Shortfall, report
from werkzaam.domain.score import score

Listed = list[tuple[str, str, list[str]]]
"""Category, factor, conditions."""


def listed(found: Iterable[Shortfall]) -> Listed:
    return [(item.category.id, item.factor.id, [condition.id for condition in item.conditions]) for item in found]


def test_a_preferred_factor_that_lacks_something_is_not_in_place_and_a_required_one_that_lacks_a_wish_is(
    small: FactorSet,
) -> None:
    found = report(small, evaluation({"ruimte": partly("is-centraal"), "team": partly("woont-dichtbij")}))
    assert [item.factor.id for item in found.in_place] == ["team"]
    assert [item.factor.id for item in found.wishes] == ["team", "ruimte"]


@pytest.mark.parametrize(
    ("answers", "missing", "wishes"),
    [
        pytest.param(
            {"team": "nee"},
            [("mensen", "team", ["is-vast", "is-deskundig"])],
            [("mensen", "team", ["woont-dichtbij"])],
            id="a required factor at nothing lacks its conditions, its wishes stand apart",
        ),
        pytest.param(
            {"contact": "nee"},
            [("mensen", "contact", ["een-punt"])],
            [],
            id="without wishes in it there is nothing to wish",
        ),
        pytest.param({"tijd": "nee"}, [("plek", "tijd", [])], [], id="a factor without conditions falls short too"),
        pytest.param(
            {"ruimte": "nee"},
            [],
            [("plek", "ruimte", ["is-eigen", "is-centraal"])],
            id="a preferred factor is a wish with all it lacks",
        ),
        pytest.param(
            {"ruimte": partly("is-eigen")},
            [],
            [("plek", "ruimte", ["is-eigen"])],
            id="a preferred factor that is partly there",
        ),
        pytest.param(
            {"ruimte": partly("is-centraal")},
            [],
            [("plek", "ruimte", ["is-centraal"])],
            id="a preferred factor that lacks only a wish is whole, and the wish is still one",
        ),
        pytest.param({"ruimte": partly()}, [], [("plek", "ruimte", [])], id="a preferred factor, none named"),
        pytest.param({"team": partly()}, [("mensen", "team", [])], [], id="none named"),
        pytest.param(
            {"team": partly("is-deskundig")}, [("mensen", "team", ["is-deskundig"])], [], id="one required named"
        ),
        pytest.param(
            {"team": partly("is-vast", "woont-dichtbij")},
            [("mensen", "team", ["is-vast"])],
            [("mensen", "team", ["woont-dichtbij"])],
            id="something required and a wish",
        ),
        pytest.param(
            {"team": partly("woont-dichtbij")},
            [],
            [("mensen", "team", ["woont-dichtbij"])],
            id="only a wish is missing",
        ),
        pytest.param({"team": "ja", "ruimte": "ja"}, [], [], id="all in place"),
        pytest.param({"team": "weet-niet", "ruimte": "weet-niet"}, [], [], id="unknown lacks nothing"),
        pytest.param({"team": "nvt", "ruimte": "nvt"}, [], [], id="what does not apply lacks nothing"),
        pytest.param({}, [], [], id="open lacks nothing"),
        pytest.param(
            {"tijd": "nee", "contact": "nee", "team": partly("is-vast")},
            [("mensen", "team", ["is-vast"]), ("mensen", "contact", ["een-punt"]), ("plek", "tijd", [])],
            [],
            id="in the order of the set, not of the answers",
        ),
    ],
)
def test_what_is_missing_and_what_is_wished_for(
    small: FactorSet, answers: Mapping[str, Answer | str], missing: Listed, wishes: Listed
) -> None:
    found = report(small, evaluation(answers))
    assert (listed(found.missing), listed(found.wishes)) == (missing, wishes)


@pytest.mark.parametrize(
    ("below", "answers", "missing", "wishes", "in_place"),
    [
        ("1", {"tijd": "deels", "ruimte": partly()}, ["tijd"], ["ruimte"], []),
        ("1/2", {"tijd": "deels", "ruimte": partly()}, [], [], ["ruimte", "tijd"]),
        ("1/2", {"tijd": "nee", "contact": "deels"}, ["tijd"], [], ["contact"]),
        ("1/2", {"team": partly("is-vast")}, ["team"], [], []),  # a condition that is named is missing whatever it is
        ("1/2", {"team": partly("woont-dichtbij")}, [], ["team"], ["team"]),
        ("1/2", {"ruimte": partly("is-eigen")}, [], ["ruimte"], []),
        ("0", {"tijd": "nee", "contact": "nee"}, [], [], ["contact", "tijd"]),  # at “no” nothing is named
        ("0", {"team": partly("is-vast")}, ["team"], [], []),
        ("1", {"team": "ja", "contact": "weet-niet", "tijd": "nvt"}, [], [], ["team"]),
    ],
)
def test_from_where_on_a_factor_is_in_place_is_for_the_set_to_say(  # noqa: PLR0913 (what each list holds)
    small: FactorSet,
    *,
    below: str,
    answers: Mapping[str, Answer | str],
    missing: list[str],
    wishes: list[str],
    in_place: list[str],
) -> None:
    factor_set = replace(small, missing_below=Fraction(below))
    found = report(factor_set, evaluation(answers))
    assert [item.factor.id for item in found.missing] == missing
    assert [item.factor.id for item in found.wishes] == wishes
    assert [item.factor.id for item in found.in_place] == in_place
    assert found.result.total.score == score(small, evaluation(answers)).total.score


@LAW
@given(answered_sets(), st.fractions(0, 1, max_denominator=4))
def test_every_required_factor_with_a_number_is_either_missing_or_in_place(
    answered: tuple[FactorSet, Evaluation], below: Fraction
) -> None:
    factor_set, given_answers = answered
    found = report(replace(factor_set, missing_below=below), given_answers)
    scored = [item.factor.id for item in found.result.total.results if item.scored_value is not None]
    required = [item.factor.id for item in found.in_place if not item.factor.preferred]
    missing = [item.factor.id for item in found.missing]
    assert sorted([*required, *missing]) == sorted(scored)


def test_unknown_and_open_factors_are_listed_with_the_wishes_among_them(small: FactorSet) -> None:
    found = report(small, evaluation({"team": "weet-niet", "ruimte": "weet-niet", "contact": "ja"}))
    assert [item.factor.id for item in found.unknown] == ["team", "ruimte"]
    assert [item.factor.id for item in found.open] == ["tijd"]


def test_a_note_on_what_is_in_place_is_listed_and_so_is_what_does_not_apply(small: FactorSet) -> None:
    answers = {name: Answer(option, note="Een notitie.") for name, option in (("team", "ja"), ("contact", "nvt"))}
    found = report(small, evaluation({**answers, "tijd": Answer("nee", note="Een notitie."), "ruimte": "ja"}))
    assert [result.factor.id for result in found.noted] == ["team"]
    assert [result.factor.id for result in found.not_applicable] == ["contact"]


@LAW
@given(answered_sets())
def test_every_note_is_in_one_of_the_lists_and_every_missing_condition_in_one(
    answered: tuple[FactorSet, Evaluation],
) -> None:
    factor_set, given_answers = answered
    noted = {name: Answer(answer.option, answer.missing, name) for name, answer in given_answers.answers.items()}
    evaluation = Evaluation("X", given_answers.date, answers=noted)
    found = report(factor_set, evaluation)
    assert (found.factor_set, found.evaluation, found.result) == (factor_set, evaluation, score(factor_set, evaluation))
    shortfalls = [*found.missing, *found.wishes]
    short = {item.factor.id for item in shortfalls}
    others = (*found.unknown, *found.open, *found.not_applicable, *found.noted)
    rest = [item.factor.id for item in others]
    assert set(noted) <= short | set(rest)
    assert len(short) + len(rest) == len(short | set(rest))
    shown = [(item.factor.id, condition.id) for item in shortfalls for condition in item.conditions]
    assert len(shown) == len(set(shown)) == found.result.total.conditions.missing
    notes = [(item.factor.id, item.answer.note) for item in shortfalls]
    notes += [(item.factor.id, item.answer.note) for item in others]
    assert all(note == (name if name in noted else None) for name, note in notes)

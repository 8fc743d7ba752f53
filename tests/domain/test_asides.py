"""What lies beside a question, and what partners have in common."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import LAW, answers_to, evaluation, partly
from werkzaam.domain.evaluation import OPEN, Action, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questions import NOTHING_BESIDE, Aside, Asides

TEAM = examples.small().factor_by_id["team"]


def common_to(answers: Sequence[Answer]) -> Answer | None:
    """Return what partners have in common who gave these answers to one factor."""
    return Asides(partners=tuple(Aside("", TEAM, answer) for answer in answers)).common


@pytest.mark.parametrize(
    ("answers", "common"),
    [
        ([], None),
        ([OPEN], None),
        ([Answer("ja", note="Zeker.")], None),
        ([Answer("ja", note="Zeker."), Answer("ja")], Answer("ja")),
        ([partly("is-vast"), partly("is-vast")], partly("is-vast")),
        ([Answer("ja"), Answer("ja"), Answer("ja")], Answer("ja")),
        ([Answer("weet-niet"), Answer("weet-niet")], Answer("weet-niet")),
        ([Answer("ja"), Answer("ja"), Answer("nee")], None),
        ([Answer("ja"), OPEN], None),
        ([OPEN, OPEN], None),
        ([partly("is-vast", "woont-dichtbij"), partly("is-deskundig", "woont-dichtbij")], partly("woont-dichtbij")),
        ([partly("is-vast"), partly("is-deskundig")], Answer("deels")),
        ([partly("is-vast"), partly()], Answer("deels")),
        ([partly(), Answer("deels")], Answer("deels")),
    ],
)
def test_what_answers_have_in_common(answers: Sequence[Answer], common: Answer | None) -> None:
    assert common_to(answers) == common


@st.composite
def some_answers(draw: st.DrawFn) -> list[Answer]:
    """Draw what up to five partners answer to one factor: often the same, with notes of their own."""
    named = [partly("is-vast"), partly("is-vast", "woont-dichtbij"), partly("is-deskundig", "woont-dichtbij")]
    known = draw(st.lists(answers_to(TEAM) | st.sampled_from(named), min_size=1, max_size=2))
    notes = st.sampled_from([None, "Om beurten."])
    return [draw(st.sampled_from(known))._replace(note=draw(notes)) for _ in range(draw(st.integers(0, 5)))]


@LAW
@given(answers=some_answers())
def test_there_is_a_common_answer_exactly_where_all_chose_the_same_option(answers: list[Answer]) -> None:
    common = common_to(answers)
    assert common_to(answers[::-1]) == common
    chosen = [answer.option for answer in answers]
    assert (common is not None) == (len(chosen) > 1 and chosen[0] is not None and chosen == chosen[:1] * len(chosen))
    if common is not None:
        assert {common.option} == set(chosen)
        assert set(common.named) == set.intersection(*(set(answer.named) for answer in answers))
        assert common.named == tuple(item.id for item in TEAM.conditions if item.id in common.named)
        assert common.note is None


def test_an_aside_holds_what_an_evaluation_says_of_its_factor_alone(small: FactorSet) -> None:
    about = (Action("Zoeken", "team"), Action("Praten", "tijd"), Action("Kijken"))
    said = evaluation({"team": Answer("nee", note="Nog niet."), "contact": "ja"})._replace(actions=about)
    team, contact, _room, time = small.factors
    assert Aside.of("School", said, team) == Aside("School", team, Answer("nee", note="Nog niet."), about[:1])
    assert Aside.of("School", said, contact) == Aside("School", contact, Answer("ja"))
    assert Aside.of("School", said, time) == Aside("School", time, OPEN, about[1:2])


def test_only_partners_have_something_in_common(small: FactorSet) -> None:
    yes, no = (Aside("School", small.factors[0], Answer(option)) for option in ("ja", "nee"))
    assert NOTHING_BESIDE.common is None
    assert Asides(previous=(yes,)).common is None
    assert Asides(partners=(yes, yes)).common == Answer("ja")
    assert Asides(previous=(no,), partners=(yes, yes)).common == Answer("ja")
    assert Asides(partners=(yes,)).common is None
    assert Asides(partners=(yes, no)).common is None

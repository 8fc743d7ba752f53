"""What came with a later version of the set than an evaluation was not asked in it, and changes nothing of it."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.building import LAW, SCALE, answered_sets, answers_to, evaluation, factor_set, partly
from tests.domain.summing import overview_of
from werkzaam.domain.comparison import Axis, Entry, Kind, comparison
from werkzaam.domain.difference import difference
from werkzaam.domain.evaluation import Answer, Evaluation
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet
from werkzaam.domain.questions import Aside
from werkzaam.domain.report import report
from werkzaam.domain.score import ConditionCounts, ConditionState, State, Tally, factor_result, score

NEW = Condition("nieuw", "Nieuw", "Nieuw", preferred=False, since=2)
OLD_ONES = (Condition("a", "A", "A", preferred=False), Condition("b", "B", "B", preferred=True))
ROOM = Factor("ruimte", "Ruimte.", None, preferred=False, scale=SCALE, conditions=(*OLD_ONES, NEW))
LATER = Factor("later", "Later.", None, preferred=False, scale=SCALE, conditions=OLD_ONES, since=2)


@pytest.mark.parametrize(
    ("factor", "answer", "version", "state"),
    [
        (LATER, Answer(), 1, State.NOT_ASKED),
        (LATER, Answer(note="Alleen een notitie."), 1, State.NOT_ASKED),
        (LATER, Answer(), 2, State.OPEN),
        (LATER, Answer(), None, State.OPEN),
        (LATER, Answer("alles"), 1, State.ANSWERED),
        (LATER, Answer("weet-niet"), 1, State.UNKNOWN),
        (ROOM, Answer(), 1, State.OPEN),
        (ROOM, Answer("nvt"), 1, State.NOT_APPLICABLE),
    ],
)
def test_a_factor_is_not_asked_where_it_came_later_and_has_no_answer(
    factor: Factor, answer: Answer, version: int | None, state: State
) -> None:
    assert factor_result(factor, answer, version).state is state


@pytest.mark.parametrize(
    ("answer", "version", "counts", "missing"),
    [
        (Answer("alles"), 1, ConditionCounts(in_place=2), []),
        (Answer("alles"), 2, ConditionCounts(in_place=3), []),
        (Answer("niets"), 1, ConditionCounts(missing=2), ["a", "b"]),
        (Answer("niets"), 2, ConditionCounts(missing=3), ["a", "b", "nieuw"]),
        (partly("a"), 1, ConditionCounts(in_place=1, missing=1), ["a"]),
        (partly("a", "nieuw"), 1, ConditionCounts(in_place=1, missing=2), ["a", "nieuw"]),  # named, so it was asked
        (partly(), 1, ConditionCounts(unknown=2), []),
        (Answer(), 1, ConditionCounts(unknown=2), []),
        (Answer("nvt"), 1, ConditionCounts(), []),
    ],
)
def test_a_condition_that_came_later_is_in_no_count(
    answer: Answer, version: int, counts: ConditionCounts, missing: list[str], small: FactorSet
) -> None:
    result = factor_result(ROOM, answer, version)
    assert (Tally(small, (result,)).conditions, [item.id for item in result.missing]) == (counts, missing)


def test_a_factor_that_came_later_was_answered_with_the_conditions_it_came_with(small: FactorSet) -> None:
    conditions = (NEW._replace(id="mee"), NEW._replace(id="daarna", since=3))
    result = factor_result(LATER._replace(conditions=conditions), Answer("alles"), 1)
    assert Tally(small, (result,)).conditions == ConditionCounts(in_place=1)
    assert [item.id for item in result.unasked] == ["daarna"]


def grown(factor_set: FactorSet, *, is_wish: bool = False) -> FactorSet:
    """Return the next version of a set: each category with a factor more, each factor that has any a condition more."""
    more = NEW._replace(since=factor_set.version + 1)
    categories = tuple(
        category._replace(
            factors=(
                LATER._replace(id=f"later-{number}", preferred=is_wish, since=factor_set.version + 1),
                *(
                    item._replace(conditions=(*item.conditions, more) if item.conditions else ())
                    for item in category.factors
                ),
            ),
        )
        for number, category in enumerate(factor_set.categories)
    )
    return replace(factor_set, version=factor_set.version + 1, categories=categories)


def figures(tally: Tally) -> tuple[object, ...]:
    return tally.score, tally.scored, tally.expected, tally.coverage, tally.counts, tally.open, tally.conditions


@LAW
@given(answered=answered_sets(), is_wish=st.booleans())
def test_what_was_not_asked_changes_no_figure_of_an_older_file(
    answered: tuple[FactorSet, Evaluation], *, is_wish: bool
) -> None:
    old, given_answers = answered
    new, older = grown(old, is_wish=is_wish), given_answers._replace(version=old.version)
    before, after = score(old, older), score(new, older)
    assert figures(after.total) == figures(before.total)
    assert after.total.not_asked == len(old.categories)
    for was, now in zip(before.categories, after.categories, strict=True):
        assert figures(now.tally) == figures(was.tally)
    listed = [
        [[item.factor.id for item in each] for each in (found.missing, found.wishes, found.open, found.unknown)]
        for found in (report(old, older), report(new, older))
    ]
    assert listed[0] == listed[1]
    (one,), (other,) = overview_of(old, None, [older] * 2).groups, overview_of(new, None, [older] * 2).groups
    assert [scores for _category, scores in one.categories] == [scores for _category, scores in other.categories]
    assert [(item.factor.id, item.count, item.known) for item in one.most_missing] == [
        (item.factor.id, item.count, item.known) for item in other.most_missing
    ]
    assert [(factor.id, count) for factor, count in other.not_asked] == [
        (f"later-{number}", 2) for number in range(len(old.categories))
    ]


def test_of_a_condition_it_is_said_that_it_was_not_asked() -> None:
    for result, condition in (
        (factor_result(LATER, Answer(), 1), OLD_ONES[0]),
        (factor_result(ROOM, Answer("alles"), 1), NEW),
    ):
        assert result.condition_state(condition) is ConditionState.NOT_ASKED


def test_an_answer_counts_in_an_older_file_too() -> None:
    factor_set = _with(ROOM, LATER)
    older = evaluation({"ruimte": "alles", "later": "niets"})._replace(version=1)
    total = score(factor_set, older).total
    assert (total.score, total.expected, total.not_asked) == (Fraction(1, 2), 2, 0)


def test_a_report_lists_what_was_not_asked_and_the_conditions_that_were_not() -> None:
    found = report(_with(ROOM, LATER), evaluation({"ruimte": "niets"})._replace(version=1))
    assert [(item.factor.id, item.is_asked, [each.id for each in item.unasked]) for item in found.not_asked] == [
        ("ruimte", True, ["nieuw"]),
        ("later", False, []),
    ]
    assert found.open == ()
    of_an_open_one = report(_with(ROOM), evaluation({})._replace(version=1))  # all of it is still to be asked
    assert (of_an_open_one.not_asked, len(of_an_open_one.open)) == ((), 1)


def test_an_overview_counts_a_condition_only_where_it_was_asked() -> None:
    asked = evaluation({"ruimte": "niets"})
    (group,) = overview_of(_with(ROOM), None, [asked, asked._replace(version=1), asked._replace(version=2)]).groups
    assert {item.condition and item.condition.id: (item.count, item.known) for item in group.most_missing} == {
        "a": (3, 3),
        "nieuw": (2, 2),
    }


def test_a_factor_counts_itself_where_none_of_its_required_conditions_was_asked() -> None:
    bare = ROOM._replace(conditions=(NEW,))
    asked = evaluation({"ruimte": "niets"})
    (group,) = overview_of(_with(bare), None, [asked, asked._replace(version=1), asked._replace(version=1)]).groups
    assert [(item.condition and item.condition.id, item.count, item.known) for item in group.most_missing] == [
        (None, 2, 2),
        ("nieuw", 1, 1),
    ]


def test_a_condition_that_was_not_asked_was_neither_gained_nor_lost() -> None:
    old, new = evaluation({"ruimte": "alles"})._replace(version=1), evaluation({"ruimte": partly("nieuw")})
    (changed,) = difference(_with(ROOM), old, new).factors
    assert (changed.gained, changed.lost) == ((), ())
    (changed,) = difference(_with(ROOM), evaluation({"ruimte": "alles"}), new).factors
    assert [item.id for item in changed.lost] == ["nieuw"]


def test_it_is_no_difference_between_partners() -> None:
    sides = {
        "a": evaluation({"ruimte": "alles"})._replace(version=1),
        "b": evaluation({"ruimte": "alles", "later": "niets"}),
    }
    found = comparison(_with(ROOM, LATER), Axis.PERSPECTIVE, [Entry(*side) for side in sides.items()], [*sides])
    assert [(row.factor.id, row.kind) for row in found.factors] == [("ruimte", Kind.SAME)]
    assert [factor.id for factor in found.left_out.factors] == ["later"]


@LAW
@given(answered=answered_sets(), data=st.data())
def test_between_versions_scores_are_over_what_both_were_asked(
    answered: tuple[FactorSet, Evaluation], data: st.DataObject
) -> None:
    old, given_answers = answered
    new, older = grown(old), given_answers._replace(version=old.version)
    same = {  # as much is missing as before, and also what is asked now
        name: answer._replace(missing=(*answer.named, "nieuw")) if answer.named else answer
        for name, answer in older.answers.items()
    }
    later = {factor.id: data.draw(answers_to(factor)) for factor in new.factors if factor.since > old.version}
    newer = older._replace(answers={**same, **later}, version=new.version)
    for pair in ((older, newer), (newer, older)):
        found = difference(new, *pair)
        before = score(old, older)
        for tally, was in zip(found.scores[:-1], before.categories, strict=True):
            assert figures(tally.old) == figures(tally.new) == figures(was.tally)
        assert figures(found.total.old) == figures(found.total.new) == figures(before.total)
        assert not found.total.knows_less
        assert {factor.id for factor in found.left_out.factors} == later.keys()
        assert {factor.id for factor, _condition in found.left_out.conditions} == {
            factor.id for factor in old.factors if factor.conditions
        }
    columns = comparison(new, Axis.DATE, [Entry("a", older), Entry("b", newer)], ["a", "b"]).columns
    assert figures(columns[0].result.total) == figures(columns[1].result.total)


@pytest.mark.parametrize(
    ("old", "new", "values", "moved"),
    [
        pytest.param("alles", partly("nieuw"), (1, 1), ([], []), id="only what was not asked then is missing"),
        pytest.param("niets", partly("nieuw"), (0, 1), (["a", "b"], []), id="all that was asked then came"),
        pytest.param("alles", partly("a", "nieuw"), (1, Fraction(1, 3)), ([], ["a"]), id="what was asked then too"),
        pytest.param("alles", partly("b", "nieuw"), (1, 1), ([], ["b"]), id="of what was asked then, a wish"),
        pytest.param("alles", partly(), (1, Fraction(1, 3)), ([], []), id="which are missing was not said"),
        pytest.param("niets", "niets", (0, 0), None, id="all are missing, then and now"),
    ],
)
def test_a_condition_that_came_later_changes_no_value_where_it_was_not_asked_everywhere(
    old: Answer | str,
    new: Answer | str,
    values: tuple[Fraction | int, Fraction | int],
    moved: tuple[list[str], list[str]] | None,
) -> None:
    older, newer = evaluation({"ruimte": old})._replace(version=1), evaluation({"ruimte": new})._replace(version=2)
    found = difference(_with(ROOM), older, newer)
    assert (found.total.old.score, found.total.new.score) == values
    assert [
        ([item.id for item in changed.gained], [item.id for item in changed.lost]) for changed in found.factors
    ] == ([moved] if moved else [])
    assert [(factor.id, condition.id) for factor, condition in found.left_out.conditions] == [("ruimte", "nieuw")]


def test_what_came_later_is_compared_where_an_older_file_answers_it_too() -> None:
    older = evaluation({"ruimte": partly("nieuw"), "later": "niets"})._replace(version=1)
    newer = evaluation({"ruimte": "alles", "later": "alles"})._replace(version=2)
    found = difference(_with(ROOM, LATER), older, newer)
    assert ([*found.left_out.factors], [*found.left_out.conditions]) == ([], [])
    assert [(item.factor.id, [each.id for each in item.gained]) for item in found.factors] == [
        ("ruimte", ["nieuw"]),
        ("later", ["a", "b"]),
    ]


def test_a_category_of_which_not_all_were_asked_anything_has_no_score() -> None:
    factor_set = _with(ROOM)
    factor_set = replace(factor_set, categories=(*factor_set.categories, Category("l", "L", (LATER,))))
    found = difference(factor_set, evaluation({})._replace(version=1), evaluation({"later": "alles"}))
    assert [score.category and score.category.id for score in found.scores] == ["c", None]


@pytest.mark.parametrize(("version", "is_asked"), [(1, False), (2, True), (None, True)])
def test_beside_a_question_it_is_told_apart_from_open(version: int | None, *, is_asked: bool) -> None:
    assert Aside.of("X", evaluation({})._replace(version=version), LATER).is_asked is is_asked


def _with(*factors: Factor) -> FactorSet:
    return replace(factor_set((Category("c", "C", factors),), Fraction(0)), version=2)

"""What changed, in words: evaluations, changes, answers, actions, and what is not compared."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.domain.building import evaluation, partly
from tests.formats.reports import AGREED, TODAY
from werkzaam.domain.difference import ActionDifference, Fate, difference
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import Display, FactorSet
from werkzaam.domain.versions import LeftOut
from werkzaam.wording.differences import (
    change_texts,
    collaborations,
    evaluation_name,
    factor_changes,
    fate_text,
    not_compared,
)

OVERDUE, _DUE_TODAY, DONE, DROPPED, VAGUE = AGREED


def test_an_evaluation_is_called_by_its_day_and_its_side(small: FactorSet) -> None:
    days = (None, Evaluation("X", date(2026, 1, 2)), Evaluation("X", date(2026, 1, 2), "samen"))
    assert [evaluation_name(item, small) for item in days] == ["nothing", "2026-01-02", "2026-01-02, Together"]
    named = replace(small, perspectives=(small.perspectives[1]._replace(name="The school"),))
    assert evaluation_name(days[2], named) == "2026-01-02, the school"


@pytest.mark.parametrize(
    ("change", "shown", "heard"),
    [
        (None, "", ""),
        ("0", "=", "the same"),
        ("1", "+100", "100 higher"),
        ("-1", "-100", "100 lower"),
        ("0.005", "+1", "1 higher"),
        ("-0.005", "-1", "1 lower"),
        ("0.004999", "+<1", "less than 1 higher"),
        ("-0.000001", "-<1", "less than 1 lower"),
        ("-0.145", "-15", "15 lower"),
        ("1/3", "+33", "33 higher"),
    ],
)
def test_a_change_has_a_direction_and_is_never_taken_for_none(change: str | None, shown: str, heard: str) -> None:
    number = None if change is None else Fraction(change)
    assert change_texts(number) == (shown, heard)


@pytest.mark.parametrize(
    ("change", "shown", "heard"),
    [
        ("0.1", "+0.4", "0.4 higher"),
        ("-0.25", "-1.0", "1.0 lower"),
        ("0.0125", "+0.1", "0.1 higher"),
        ("-0.012499", "-<0.1", "less than 0.1 lower"),
        ("0", "=", "the same"),
    ],
)
def test_a_change_is_as_large_as_the_own_scale_is_wide(change: str, shown: str, heard: str) -> None:
    scale, number = Display(Fraction(1), Fraction(5)), Fraction(change)
    assert change_texts(number, scale) == (shown, heard)


def test_one_collaboration_is_named_once_two_are_both_named_and_without_any_the_set(small: FactorSet) -> None:
    east, west = Evaluation("Oost\u202e", TODAY), Evaluation("West", TODAY)
    again = east._replace(collaboration="OOST\u200b", date=date(2027, 1, 1))
    pairs = ((east, again), (east, west), (None, west), (east, None), (None, None))
    assert [collaborations(difference(small, *pair)) for pair in pairs] == [
        ["Oost"], ["Oost", "West"], ["West"], ["Oost"], ["Small list"]
    ]  # fmt: skip


def test_an_answer_as_it_was_and_as_it_is(small: FactorSet) -> None:
    def change(old: Answer | str, new: Answer | str) -> str:
        (changed,) = difference(small, evaluation({"team": old}), evaluation({"team": new})).factors
        return next(factor_changes(changed))

    assert change("nee", "ja") == "No, now Yes"
    assert change(Answer(), "weet-niet") == "open, now Don't know"
    assert change("nvt", Answer()) == "Not applicable, now open"
    assert change(partly("is-vast"), partly("is-deskundig")) == "Still Partly"
    assert change(Answer(None, None, "Een vraag."), Answer()) == "Still open"


def test_conditions_stand_on_one_line(small: FactorSet) -> None:
    missed, named = evaluation({"team": "nee"}), evaluation({"team": partly("is-vast")})
    (gained,), (lost,) = difference(small, missed, named).factors, difference(small, named, missed).factors
    assert [*factor_changes(gained)] == ["No, now Partly", "In place now: Skilled team, Local team"]
    assert [*factor_changes(lost)] == ["Partly, now No", "Missing now: Skilled team, Local team"]


@pytest.mark.parametrize(
    ("action", "fate", "said"),
    [
        (VAGUE, Fate.ADDED, "new: Gewoon doen"),
        (VAGUE, Fate.UNCHANGED, "still open: Gewoon doen"),
        (OVERDUE._replace(status=ActionStatus.DONE), Fate.DONE, "done since: Ook op donderdag (jongerenwerk)"),
        (VAGUE._replace(status=ActionStatus.DROPPED), Fate.DROPPED, "dropped since: Gewoon doen"),
        (
            DONE._replace(status=ActionStatus.OPEN),
            Fate.REOPENED,
            "open again: Een sleutel (school, by 2026-03-01, overdue)",
        ),
        (VAGUE._replace(owner="school"), Fate.CHANGED, "changed: Gewoon doen (school)"),
        (DROPPED, Fate.REMOVED, "no longer there: Een bord (by 2026-03-01, dropped)"),
        (DROPPED, Fate.UNCHANGED, "as it was: Een bord (by 2026-03-01, dropped)"),
    ],
)
def test_what_became_of_an_action(action: Action, fate: Fate, said: str) -> None:
    assert fate_text(ActionDifference(action, fate), TODAY) == said


def test_what_is_not_compared_is_named(small: FactorSet) -> None:
    team, contact, *_others = small.factors
    assert not_compared(LeftOut((), (), ())) == []
    retired, later = not_compared(LeftOut(("oud", "ou\u202eder"), (contact,), ((team, team.conditions[0]),)))
    assert retired == "Retired, and not compared: oud, ouder."
    assert later == (
        "Not asked everywhere, and so neither compared nor counted in these scores: “There is one contact point”, "
        "“Permanent team” under “There is a permanent team”. The report of one file can have another score."
    )

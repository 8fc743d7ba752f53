"""Changing what was agreed, driven by a script."""

from datetime import date

import pytest

from tests.domain.building import evaluation, partly
from tests.domain.test_actions import TODAY, Kept, Script
from werkzaam.domain.actions import Also, Part, change_agreements
from werkzaam.domain.evaluation import Action, ActionStatus
from werkzaam.domain.factor_set import FactorSet
from werkzaam.errors import Interrupted

TALK, LOOK = Action("Praten", "tijd", "school", date(2026, 3, 1)), Action("Kijken")
ANSWERED = evaluation({"team": partly("is-vast"), "contact": "ja", "ruimte": "ja", "tijd": "nee"})
SPRING = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("part", "reply", "asked", "changed"),
    [
        (Part.WHAT, "Bellen", "what, for Praten", [TALK._replace(what="Bellen"), LOOK]),
        (Part.OWNER, "team", "who, for school", [TALK._replace(owner="team"), LOOK]),
        (Part.OWNER, None, "who, for school", [TALK._replace(owner=None), LOOK]),
        (Part.DUE, SPRING, "when, for 2026-03-01", [TALK._replace(due=SPRING), LOOK]),
        (Part.DUE, None, "when, for 2026-03-01", [TALK._replace(due=None), LOOK]),
        (
            Part.STATUS,
            ActionStatus.DONE,
            "status of Praten",
            [TALK._replace(status=ActionStatus.DONE), LOOK],
        ),
    ],
)
def test_one_part_of_an_action_is_changed_in_its_place(
    small: FactorSet, part: Part, reply: object, asked: str, changed: list[Action]
) -> None:
    script, kept = Script(0, part, reply, None), Kept(TALK, LOOK, found=ANSWERED)
    change_agreements(small, kept, script, TODAY)
    assert script.asked[1:3] == ["what of Praten", asked]
    assert ([*kept.evaluation.actions], kept.changes) == (changed, 1)


@pytest.mark.parametrize(
    "replies",
    [
        (),
        (0, None),
        (0, Part.WHAT, None),
        (0, Part.WHAT, "Praten"),
        (0, Part.OWNER, "school"),
        (0, Part.DUE, TALK.due),
        (0, Part.STATUS, None),
        (0, Part.STATUS, ActionStatus.OPEN),
        (Also.NEW, []),
    ],
)
def test_what_stays_the_same_is_not_written(small: FactorSet, replies: tuple[object, ...]) -> None:
    kept = Kept(TALK, LOOK, found=ANSWERED)
    change_agreements(small, kept, Script(*replies, None), TODAY)
    assert ([*kept.evaluation.actions], kept.changes) == ([TALK, LOOK], 0)


def test_an_action_is_taken_away_and_the_list_shows_what_is_left_until_nothing_is_chosen(small: FactorSet) -> None:
    script, kept = Script(1, Part.AWAY, 0, Part.OWNER, "team", None), Kept(TALK, LOOK, found=ANSWERED)
    change_agreements(small, kept, script, TODAY)
    assert [line for line in script.asked if line.startswith("which")] == [
        "which of Praten, Kijken, new",
        "which of Praten, new",
        "which of Praten, new",
    ]
    assert kept.evaluation.actions == (TALK._replace(owner="team"),)


def test_one_more_point_can_be_taken_up_and_is_offered_no_more(small: FactorSet) -> None:
    script, kept = Script(Also.NEW, ["team"], "Zoeken", "school", SPRING, None), Kept(TALK, found=ANSWERED)
    change_agreements(small, kept, script, TODAY)
    assert script.asked == [
        "which of Praten, new",
        "points team",
        "what about team",
        "who",
        "when",
        "which of Praten, Zoeken",
    ]
    assert kept.evaluation.actions == (TALK, Action("Zoeken", "team", "school", SPRING))


def test_with_nothing_agreed_points_can_be_taken_up_at_once(small: FactorSet) -> None:
    script, kept = Script(["tijd"], "Praten", None, None), Kept(found=ANSWERED)
    change_agreements(small, kept, script, TODAY)
    assert script.asked == ["points team tijd", "what about tijd", "who", "when"]
    assert kept.evaluation.actions == (Action("Praten", "tijd"),)
    nothing, full = Script(), Kept(found=evaluation(dict.fromkeys(("team", "contact", "ruimte", "tijd"), "ja")))
    change_agreements(small, full, nothing, TODAY)
    assert (nothing.asked, full.changes) == ([], 0)


@pytest.mark.parametrize(
    ("part", "draft", "kept"),
    [
        (Part.WHAT, "Bel", TALK._replace(what="Bel")),
        (Part.WHAT, None, TALK),
        (Part.OWNER, "tea", TALK._replace(owner="tea")),
        (Part.OWNER, "", TALK),
        (Part.DUE, "2027-03-01", TALK._replace(due=SPRING)),
        (Part.DUE, None, TALK),
        (Part.STATUS, None, TALK),
    ],
)
def test_what_was_being_typed_is_kept_where_something_ends_the_program(
    small: FactorSet, part: Part, draft: str | None, kept: Action
) -> None:
    keeper = Kept(TALK, found=ANSWERED)
    with pytest.raises(Interrupted):
        change_agreements(small, keeper, Script(0, part, Interrupted(draft)), TODAY)
    assert keeper.evaluation.actions == (kept,)

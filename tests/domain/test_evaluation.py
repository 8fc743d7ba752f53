from dataclasses import replace
from datetime import date

import pytest

from tests.domain.building import DAY, SCALE
from werkzaam.domain.evaluation import OPEN, Action, ActionStatus, Answer, Evaluation, is_joint, tidy
from werkzaam.domain.factor_set import FactorSet


def test_a_factor_that_is_absent_is_open() -> None:
    assert Evaluation("Lyceum Oost", DAY).answer("team") == OPEN


def test_a_new_answer_leaves_the_old_evaluation_alone() -> None:
    before = Evaluation("Lyceum Oost", DAY, "samen", "Notitie", {"team": Answer("ja"), "tijd": Answer("nee")})
    after = before.with_answer("team", Answer("deels", ("is-vast",), "Om beurten."))
    assert before.answers == {"team": Answer("ja"), "tijd": Answer("nee")}
    assert after == Evaluation(
        "Lyceum Oost",
        DAY,
        "samen",
        "Notitie",
        {"team": Answer("deels", ("is-vast",), "Om beurten."), "tijd": Answer("nee")},
    )


UNSAID, NONE_NAMED, NAMED = Answer("deels"), Answer("deels", ()), Answer("deels", ("is-vast",))


def test_that_nothing_is_named_is_like_not_saying_what_is_missing() -> None:
    assert [answer.named for answer in (UNSAID, NONE_NAMED, NAMED)] == [(), (), ("is-vast",)]
    assert UNSAID != NONE_NAMED
    assert UNSAID.is_like(NONE_NAMED)
    assert NONE_NAMED.is_like(UNSAID)
    others = (NAMED, Answer("ja"), Answer("ja", ()), Answer("deels", note="Om beurten."), OPEN)
    assert not any(answer.is_like(other) for answer in (UNSAID, NONE_NAMED) for other in others)


@pytest.mark.parametrize(
    ("before", "option", "after"),
    [
        (OPEN, "deels", UNSAID),
        (Answer("ja"), "deels", UNSAID),
        (UNSAID, "deels", UNSAID),
        (NONE_NAMED, "deels", NONE_NAMED),
        (NAMED, "deels", NAMED),
        (NONE_NAMED, "veel", Answer("veel")),
        (NAMED, "veel", Answer("veel", ("is-vast",))),
        *((answer, "alles", Answer("alles")) for answer in (UNSAID, NONE_NAMED, NAMED)),
        *((answer, None, OPEN) for answer in (UNSAID, NONE_NAMED, NAMED)),
    ],
)
def test_what_was_said_to_be_missing_stays_with_the_option_and_names_with_another_partial_one(
    before: Answer, option: str | None, after: Answer
) -> None:
    chosen = next((item for item in SCALE if item.id == option), None)
    assert before.with_option(chosen) == after
    assert before._replace(note="Eerst dit.").with_option(chosen) == after._replace(note="Eerst dit.")


@pytest.mark.parametrize(
    ("due", "status", "overdue"),
    [
        (date(2026, 11, 22), ActionStatus.OPEN, True),
        (date(2026, 11, 23), ActionStatus.OPEN, False),
        (date(2026, 11, 24), ActionStatus.OPEN, False),
        (date(2026, 11, 22), ActionStatus.DONE, False),
        (date(2026, 11, 22), ActionStatus.DROPPED, False),
        (None, ActionStatus.OPEN, False),
    ],
)
def test_an_action_is_overdue_from_the_day_after_it_was_due(
    due: date | None, status: ActionStatus, *, overdue: bool
) -> None:
    assert Action("Iets doen", due=due, status=status).is_overdue(date(2026, 11, 23)) is overdue


def test_partners_evaluate_together_where_the_set_says_so_or_nothing_says_who_it_is(small: FactorSet) -> None:
    said = {
        perspective: is_joint(small, Evaluation("Lyceum Oost", DAY, perspective))
        for perspective in (None, "samen", "school")
    }
    assert said == {None: True, "samen": True, "school": False}
    assert is_joint(replace(small, perspectives=()), Evaluation("Lyceum Oost", DAY))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" een\u200b  \n\ttwee\t", "een\u200b\n twee"),
        ("❤\ufe0f", "❤\ufe0f"),
        *((f" {sign}\n\t{sign}", "") for sign in "\xa0\xad\u034f\u115f\u180b\u200b\u2060\u2800\u3164\ufe0f\ufeff"),
    ],
)
def test_a_text_in_which_nothing_can_be_seen_is_kept_as_an_empty_one(text: str, kept: str) -> None:
    assert tidy(text) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  \n\t\n ", ""),
        ("  Om beurten.  ", "Om beurten."),
        ("Om beurten.   \n  Ook op vrijdag.\t\n", "Om beurten.\n  Ook op vrijdag."),
        ("een\ttwee", "een twee"),
        ("een\n\n\ntwee", "een\n\n\ntwee"),
    ],
)
def test_a_note_is_kept_without_blanks_around_it(typed: str, kept: str) -> None:
    assert tidy(typed) == kept

"""What was said of a factor, as lines."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.domain.building import evaluation, partly
from werkzaam.domain.evaluation import OPEN, Action, ActionStatus, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questions import Aside, Asides, FactorQuestion
from werkzaam.wording.asides import Extent, answer_text, aside_lines, said_before

AGREED = Action("Zoeken", "team", "school", date(2027, 3, 1), ActionStatus.OPEN)


def test_an_answer_is_told_in_words_what_is_missing_in_the_order_of_the_set(small: FactorSet) -> None:
    team = small.factor_by_id["team"]
    assert answer_text(team, Answer(note="Navragen.")) is None
    assert answer_text(team, Answer("ja")) == "Yes"
    assert answer_text(team, partly("woont-dichtbij", "is-vast")) == "Partly; missing: Permanent team, Local team"


def beside(factor_set: FactorSet, said: Mapping[str, Answer], answer: Answer = OPEN) -> FactorQuestion:
    """Return the question about the team, with what partners said of it."""
    category, *_others = factor_set.categories
    team, *_more = category.factors
    partners = tuple(Aside(name, team, item) for name, item in said.items())
    return FactorQuestion(1, len(factor_set.factors), category, team, answer, Asides(partners=partners))


FIXED, BOTH = partly("is-vast"), partly("is-vast", "is-deskundig")
YES, NO = Answer("ja"), Answer("nee")


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ([], []),
        ([YES], ["A: Yes"]),
        ([OPEN], ["A: open"]),
        ([YES, YES], ["All answered: Yes"]),
        ([OPEN, OPEN], ["Nobody answered this."]),
        ([YES, NO, OPEN], ["A: Yes", "B: No", "C: open"]),
        ([FIXED, FIXED], ["All answered: Partly; missing: Permanent team"]),
        (
            [FIXED, BOTH, partly()],
            ["All answered: Partly", "A, missing: Permanent team", "B, missing: Permanent team, Skilled team"],
        ),
        ([FIXED, NO], ["A: Partly; missing: Permanent team", "B: No"]),
    ],
)
def test_partners_share_a_line_where_they_say_the_same(small: FactorSet, said: list[Answer], lines: list[str]) -> None:
    assert said_before(beside(small, dict(zip("ABC", said, strict=False)))) == lines


def test_with_less_room_notes_go_first_and_then_what_is_missing(small: FactorSet) -> None:
    noted = FIXED._replace(note="Om [beurten].\nOp \x1bdinsdag.")
    alike = beside(small, {"A": noted, "B": FIXED})
    missing, note = "Partly; missing: Permanent team", "A, note: Om [beurten].\nOp dinsdag."
    assert [said_before(alike, extent) for extent in Extent] == [
        [f"All answered: {missing}", note],
        [f"All answered: {missing}"],
        ["All answered: Partly"],
        [],
    ]
    different = beside(small, {"A": noted, "B": NO._replace(note="Nee.")})
    assert [said_before(different, extent) for extent in Extent] == [
        [f"A: {missing}", note, "B: No", "B, note: Nee."],
        [f"A: {missing}", "B: No"],
        ["A: Partly", "B: No"],
        [],
    ]
    assert said_before(beside(small, {"A": FIXED, "B": BOTH}), Extent.OPTIONS) == ["All answered: Partly"]


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        (AGREED._replace(status=ActionStatus.DONE), "; now: done"),
        (AGREED._replace(status=ActionStatus.DROPPED), "; now: dropped"),
        (AGREED._replace(owner="gemeente", due=date(2027, 6, 1)), "; now: gemeente, by 2027-06-01"),
        (AGREED, ""),
        (AGREED._replace(what="Iets anders", status=ActionStatus.DONE), ""),
    ],
)
def test_what_was_agreed_says_what_became_of_it(small: FactorSet, now: Action, changed: str) -> None:
    before = Aside.of("A", evaluation({}, actions=(AGREED,)), small.factors[0], [now])
    assert aside_lines(before) == ["A: open", "A, agreed: Zoeken (school, by 2027-03-01)" + changed]


def test_all_stands_in_its_order_last_year_partners_and_now(small: FactorSet) -> None:
    put = beside(small, {"A": YES, "B": YES}, Answer("nee", note="Nog niet."))
    before = Aside("On 2025-11-23", put.factor, Answer("deels"))
    one, other = put.asides.partners
    put = put._replace(asides=Asides((before,), (one._replace(actions=(AGREED,)), other)))
    assert said_before(put) == [
        "On 2025-11-23: Partly",
        "All answered: Yes",
        "A, agreed: Zoeken (school, by 2027-03-01)",
        "Now: No",
        "Note: Nog niet.",
    ]
    assert said_before(put, Extent.OPTIONS) == ["On 2025-11-23: Partly", "All answered: Yes", "Now: No"]

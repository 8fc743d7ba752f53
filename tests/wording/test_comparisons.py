"""Evaluations side by side, in words: labels that tell them apart, headings, and how answers differ."""

from datetime import date

import pytest

from tests.domain.building import partly
from tests.formats.comparisons import compared, three_partners
from werkzaam.domain.comparison import Axis, Entry
from werkzaam.domain.evaluation import OPEN, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.wording.comparisons import (
    answers_text,
    by_answer,
    category_name,
    heading,
    labels,
    sections,
    short_dates,
    what_else_varies,
)

BASE = Evaluation("Lyceum Oost", date(2026, 11, 23), "samen")
LATER = BASE._replace(date=date(2026, 12, 1))
NEXT_YEAR = BASE._replace(date=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("axis", "entries", "expected"),
    [
        pytest.param(
            Axis.DATE,
            [("een/a.yaml", BASE), ("b.yaml", BASE), ("c.yaml", LATER), ("d.yaml", NEXT_YEAR)],
            ["2026 (2026-11-23, a.yaml)", "2026 (2026-11-23, b.yaml)", "2026 (2026-12-01)", "2027"],
            id="years, days of one year, and files of one day",
        ),
        pytest.param(
            Axis.DATE,
            [("een/a.yaml", BASE), ("twee/a.yaml", BASE), ("een/b.yaml", BASE)],
            ["2026 (2026-11-23, een/a.yaml)", "2026 (2026-11-23, twee/a.yaml)", "2026 (2026-11-23, b.yaml)"],
            id="files of one name in two folders",
        ),
        pytest.param(
            Axis.DATE,
            [("a.yaml", BASE), ("a.yaml", BASE)],
            ["2026 (2026-11-23, a.yaml)"] * 2,
            id="the same file twice",
        ),
        pytest.param(
            Axis.PERSPECTIVE,
            [("a", BASE._replace(perspective=None)), ("b", BASE), ("c", LATER)],
            ["Not said", "Together (2026-11-23)", "Together (2026-12-01)"],
            id="partners, one of them on two days",
        ),
        pytest.param(
            Axis.DATE,
            [("a", BASE), ("b", NEXT_YEAR._replace(collaboration="West")), ("c", LATER)],
            ["2026 (Lyceum Oost, 2026-11-23)", "2027 (West)", "2026 (Lyceum Oost, 2026-12-01)"],
            id="years of two collaborations",
        ),
        pytest.param(
            Axis.PERSPECTIVE,
            [("a", BASE), ("b", NEXT_YEAR._replace(perspective="school"))],
            ["Together (2026-11-23)", "School (2027-01-01)"],
            id="partners of two years",
        ),
        pytest.param(
            Axis.COLLABORATION,
            [("a", BASE), ("b", LATER._replace(collaboration=" lyceum  OOST")),
             ("c", BASE._replace(collaboration="West"))],
            ["Lyceum Oost (2026-11-23)", "lyceum  OOST (2026-12-01)", "West"],
            id="a name written in two ways",
        ),
        pytest.param(
            Axis.COLLABORATION,
            [("a\x1b[2J.yaml", BASE._replace(collaboration="O\u202eost")),
             ("b\nc", BASE._replace(collaboration="oost"))],
            ["Oost (2026-11-23, a[2J.yaml)", "oost (2026-11-23, b c)"],
            id="nothing that steers a terminal",
        ),
    ],
)  # fmt: skip
def test_labels_say_no_more_than_tells_evaluations_apart(
    small: FactorSet, axis: Axis, entries: list[tuple[str, Evaluation]], expected: list[str]
) -> None:
    assert labels(axis, [Entry(*entry) for entry in entries], small) == expected


def test_a_comparison_is_headed_by_each_collaboration_and_by_the_set_where_they_are_compared(small: FactorSet) -> None:
    def head(axis: Axis, *names: str) -> str:
        entries = [Entry(name, BASE._replace(collaboration=name)) for name in names]
        return heading(compared(small, axis, entries))

    for axis in Axis:
        assert head(axis, " Lyceum Oost", "lyceum  OOST ") == "Lyceum Oost"
    assert head(Axis.DATE, "Oost", "West", "oost") == head(Axis.PERSPECTIVE, "Oost", "West") == "Oost, West"
    assert head(Axis.COLLABORATION, "Oost", "West") == "Small list"


def test_what_else_varies_is_told_with_its_values(small: FactorSet) -> None:
    entries = [
        Entry("a", BASE._replace(collaboration="West")),
        Entry("b", NEXT_YEAR._replace(perspective="school")),
        Entry("c", BASE._replace(collaboration="WEST")),
    ]
    assert [*what_else_varies(Axis.DATE, entries, small)] == [
        "These files differ in perspective too: School, Together.",
        f"These files are of different collaborations too: West, {NEXT_YEAR.collaboration}.",
    ]
    assert [*what_else_varies(Axis.COLLABORATION, entries, small)] == [
        "These files differ in perspective too: School, Together.",
        "These files differ in year too: 2026, 2027.",
    ]
    assert [*what_else_varies(Axis.PERSPECTIVE, entries[::2], small)] == []


def test_scores_are_of_a_category_or_of_all(small: FactorSet) -> None:
    names = [category_name(category) for category in (*small.categories, None)]
    assert names == ["People", "Place", "All factors together"]


def test_what_each_says_of_a_factor_stands_on_one_line(small: FactorSet) -> None:
    found = three_partners(small)
    assert [answers_text(found, row) for row in found.factors] == [
        "Not said: Not applicable; School: No; Together: Yes",
        "Not said: Don't know; School: Yes; Together: Yes",
        "Not said: Yes; School: open; Together: Yes",
        "Not said: Yes; School: Yes; Together: Yes",
    ]


def test_what_all_say_comes_last_and_in_the_order_of_the_scale(small: FactorSet) -> None:
    answered = {**dict.fromkeys(("ruimte", "tijd"), Answer("ja")), "contact": Answer("nee")}
    entries = [
        Entry("a", BASE._replace(answers={**answered, "team": partly("woont-dichtbij")})),
        Entry("b", BASE._replace(answers={**answered, "team": Answer("ja")}, perspective="school")),
    ]
    found = compared(small, Axis.PERSPECTIVE, entries)
    (_title, others), (title, rows) = sections(found)
    assert [row.factor.id for row in others] == ["team"]
    assert title == "Where all answers are the same"
    assert [(answer, [row.factor.id for row in alike]) for answer, alike in by_answer(found, rows)] == [
        ("Yes", ["ruimte", "tijd"]),
        ("No", ["contact"]),
    ]


def test_through_the_years_what_nobody_knew_or_answered_stays_the_same_too(small: FactorSet) -> None:
    answers = {"team": Answer("ja"), "contact": Answer("weet-niet"), "ruimte": Answer("nvt")}
    entries = [Entry("a", BASE._replace(answers=answers)), Entry("b", NEXT_YEAR._replace(answers=answers))]
    found = compared(small, Axis.DATE, entries)
    ((title, rows),) = sections(found)
    assert title == "Where the answer stayed the same"
    assert [(answer, [row.factor.id for row in alike]) for answer, alike in by_answer(found, rows)] == [
        ("Yes", ["team"]),
        ("Don't know", ["contact"]),
        ("Not applicable", ["ruimte"]),
        ("open", ["tijd"]),
    ]
    between = sections(compared(small, Axis.PERSPECTIVE, entries))
    assert [title for title, _rows in between][:2] == ["Where somebody does not know", "Where somebody did not answer"]


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ([date(2025, 1, 1), date(2026, 1, 1)], ["2025", "2026"]),
        ([date(2025, 1, 1), date(2025, 7, 1)], ["2025-01-01", "2025-07-01"]),
    ],
)
def test_below_a_line_stands_the_year_unless_two_are_of_one(
    small: FactorSet, days: list[date], shown: list[str]
) -> None:
    entries = [Entry(str(day), BASE._replace(date=day)) for day in days]
    assert short_dates(compared(small, Axis.DATE, entries)) == shown


def test_a_title_says_what_factors_have_in_common(small: FactorSet) -> None:
    def titles(axis: Axis, one: dict[str, Answer], other: dict[str, Answer]) -> list[str]:
        entries = [Entry("a", BASE._replace(answers=one)),
                   Entry("b", NEXT_YEAR._replace(perspective="school", answers=other))]  # fmt: skip
        return [title for title, _rows in sections(compared(small, axis, entries))]

    yes = Answer("ja")
    there = {"team": yes, "contact": yes, "ruimte": Answer("weet-niet"), "tijd": yes}
    here = {"team": partly("woont-dichtbij"), "contact": Answer("nee"), "ruimte": Answer("nee"), "tijd": OPEN}
    differ, worth_the_same = "Where the answers differ", "Where the answers differ and count the same"
    assert titles(Axis.PERSPECTIVE, there, here) == [
        differ, "Where somebody does not know", "Where somebody did not answer", worth_the_same
    ]  # fmt: skip
    assert titles(Axis.DATE, there, here) == [
        differ, "Where it was not known in one or more years", "Where it was not answered in one or more years",
        worth_the_same,
    ]  # fmt: skip
    for axis, title in (
        (Axis.PERSPECTIVE, "Where it applies to some and not to others"),
        (Axis.DATE, "Where it did not apply in one or more years"),
    ):
        assert title in titles(axis, {"tijd": yes}, {"tijd": Answer("nvt")})

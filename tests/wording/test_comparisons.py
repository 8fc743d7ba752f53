"""Evaluations side by side, in words: labels that tell them apart, headings, and how answers differ."""

from dataclasses import replace
from datetime import date

import pytest

from tests import examples
from tests.domain.building import evaluation, partly
from tests.formats.test_comparison_json import compared, three_partners
from werkzaam import language
from werkzaam.domain.comparison import Axis, Comparison, Entry
from werkzaam.domain.evaluation import OPEN, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.wording.comparisons import answers_text, by_answer, category_name, heading, labels, sections

BASE = Evaluation("Lyceum Oost", date(2026, 11, 23), "samen")
LATER = replace(BASE, date=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("axis", "entries", "expected"),
    [
        pytest.param(
            Axis.DATE,
            [Entry("a.yaml", BASE), Entry("b.yaml", replace(BASE, date=date(2027, 1, 1)))],
            ["2026", "2027"],
            id="years",
        ),
        pytest.param(
            Axis.DATE,
            [Entry("a.yaml", BASE), Entry("b.yaml", LATER), Entry("c.yaml", replace(BASE, date=date(2027, 1, 1)))],
            ["2026 (23-11-2026)", "2026 (01-12-2026)", "2027"],
            id="two days of one year",
        ),
        pytest.param(
            Axis.DATE,
            [Entry("een/a.yaml", BASE), Entry("b.yaml", BASE), Entry("c.yaml", LATER)],
            ["2026 (23-11-2026, a.yaml)", "2026 (23-11-2026, b.yaml)", "2026 (01-12-2026)"],
            id="two files of one day",
        ),
        pytest.param(
            Axis.DATE,
            [Entry("een/a.yaml", BASE), Entry("twee/a.yaml", BASE), Entry("een/b.yaml", BASE)],
            ["2026 (23-11-2026, een/a.yaml)", "2026 (23-11-2026, twee/a.yaml)", "2026 (23-11-2026, b.yaml)"],
            id="files of one name in two folders",
        ),
        pytest.param(
            Axis.DATE,
            [Entry("a.yaml", BASE), Entry("a.yaml", BASE)],
            ["2026 (23-11-2026, a.yaml)"] * 2,
            id="the same file twice",
        ),
        pytest.param(
            Axis.PERSPECTIVE,
            [Entry("a", replace(BASE, perspective=None)), Entry("b", BASE),
             Entry("c", replace(BASE, perspective="school"))],
            ["Niet gezegd", "Samen", "School"],
            id="partners",
        ),
        pytest.param(
            Axis.PERSPECTIVE, [Entry("a", BASE), Entry("b", LATER)],
            ["Samen (23-11-2026)", "Samen (01-12-2026)"],
            id="one partner on two days",
        ),
        pytest.param(
            Axis.COLLABORATION,
            [Entry("a", BASE), Entry("b", replace(LATER, collaboration=" lyceum  OOST")),
             Entry("c", replace(BASE, collaboration="West"))],
            ["Lyceum Oost (23-11-2026)", "lyceum  OOST (01-12-2026)", "West"],
            id="a name written in two ways",
        ),
    ],
)  # fmt: skip
def test_labels_say_no_more_than_tells_evaluations_apart(
    small: FactorSet, axis: Axis, entries: list[Entry], expected: list[str]
) -> None:
    assert labels(axis, entries, small) == expected


def test_labels_in_english() -> None:
    language.activate("en")
    entries = [Entry("a", BASE), Entry("b", LATER), Entry("c", replace(BASE, perspective=None))]
    assert labels(Axis.PERSPECTIVE, entries, examples.small("en")) == [
        "Together (2026-11-23)",
        "Together (2026-12-01)",
        "Not said",
    ]


def test_nothing_in_a_label_steers_a_terminal(small: FactorSet) -> None:
    entries = [Entry("a\x1b[2J.yaml", replace(BASE, collaboration="O\u202eost")), Entry("b\n", BASE)]
    entries[1] = replace(entries[1], evaluation=replace(BASE, collaboration="oost"))
    assert labels(Axis.COLLABORATION, entries, small) == ["Oost (23-11-2026, a[2J.yaml)", "oost (23-11-2026, b )"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Lyceum Oost", "Lyceum Oost"], "Lyceum Oost"),
        ([" Lyceum Oost", "lyceum  OOST "], "Lyceum Oost"),
        (["Oost", "West"], "Kleine lijst"),
    ],
)
def test_one_collaboration_heads_a_comparison_and_else_the_set(
    small: FactorSet, names: list[str], expected: str
) -> None:
    entries = [Entry(name, replace(BASE, collaboration=name)) for name in names]
    assert heading(compared(small, Axis.DATE, entries)) == expected


def test_scores_are_of_a_category_or_of_all(small: FactorSet) -> None:
    assert [category_name(category) for category in (*small.categories, None)] == [
        "Mensen",
        "Plek",
        "Alle factoren samen",
    ]
    language.activate("en")
    assert category_name(None) == "All factors together"


def test_what_each_says_of_a_factor_stands_on_one_line(small: FactorSet) -> None:
    found = three_partners(small)
    assert [answers_text(found, row) for row in found.factors] == [
        "Niet gezegd: Niet van toepassing; School: Nee; Samen: Ja",
        "Niet gezegd: Weet niet; School: Ja; Samen: Ja",
        "Niet gezegd: Ja; School: open; Samen: Ja",
        "Niet gezegd: Ja; School: Ja; Samen: Ja",
    ]
    language.activate("en")
    other = compared(examples.small("en"), Axis.DATE, [Entry("a", BASE), Entry("b", evaluation({"team": "nvt"}))])
    (row,) = (row for row in other.factors if row.factor.id == "team")
    assert answers_text(other, row) == "2026 (2026-11-23, a): open; 2026 (2026-11-23, b): Not applicable"


def test_what_all_say_stands_in_the_order_of_the_scale(small: FactorSet) -> None:
    answered = {
        "team": partly("woont-dichtbij"),
        "contact": Answer("nee"),
        "ruimte": Answer("ja"),
        "tijd": Answer("ja"),
    }
    entries = [
        Entry("a", replace(BASE, answers=answered)),
        Entry("b", replace(BASE, answers={**answered, "team": Answer("ja")}, perspective="school")),
    ]
    found = compared(small, Axis.PERSPECTIVE, entries)
    (_other_title, others), (title, rows) = sections(found)
    assert [row.factor.id for row in others] == ["team"]
    assert title == "Waar alle antwoorden hetzelfde zijn"
    assert [(answer, [row.factor.id for row in alike]) for answer, alike in by_answer(found, rows)] == [
        ("Ja", ["ruimte", "tijd"]),
        ("Nee", ["contact"]),
    ]


def of_every_kind(factor_set: FactorSet, axis: Axis) -> Comparison:
    """Return four factors of which one differs, one counts the same in other words, one is unknown and one is open."""
    there = {"team": Answer("ja"), "contact": Answer("ja"), "ruimte": Answer("weet-niet"), "tijd": Answer("ja")}
    here = {"team": partly("woont-dichtbij"), "contact": Answer("nee"), "ruimte": Answer("nee"), "tijd": OPEN}
    later = replace(BASE, date=date(2027, 1, 1), perspective="school", answers=here)
    return compared(factor_set, axis, [Entry("a", replace(BASE, answers=there)), Entry("b", later)])


@pytest.mark.parametrize(
    ("axis", "lang", "titles"),
    [
        (
            Axis.PERSPECTIVE, "nl",
            ["Waar de antwoorden verschillen", "Waar iemand het niet weet", "Waar iemand niet heeft geantwoord",
             "Waar de antwoorden verschillen en even zwaar tellen"],
        ),
        (
            Axis.PERSPECTIVE, "en",
            ["Where the answers differ", "Where somebody does not know", "Where somebody did not answer",
             "Where the answers differ and count the same"],
        ),
        (
            Axis.DATE, "nl",
            ["Waar de antwoorden verschillen", "Wat in een van de jaren niet bekend was",
             "Wat in een van de jaren niet is beantwoord", "Waar de antwoorden verschillen en even zwaar tellen"],
        ),
        (
            Axis.DATE, "en",
            ["Where the answers differ", "Where it was not known in one of the years",
             "Where it was not answered in one of the years", "Where the answers differ and count the same"],
        ),
    ],
)  # fmt: skip
def test_a_title_says_what_factors_have_in_common(small: FactorSet, axis: Axis, lang: str, titles: list[str]) -> None:
    language.activate(lang)
    assert [title for title, _rows in sections(of_every_kind(small, axis))] == titles


@pytest.mark.parametrize(
    ("axis", "title"),
    [
        (Axis.PERSPECTIVE, "Waar het voor de een geldt en voor de ander niet"),
        (Axis.DATE, "Wat in een van de jaren niet van toepassing was"),
    ],
)
def test_what_does_not_apply_to_all_has_a_title(small: FactorSet, axis: Axis, title: str) -> None:
    later = replace(BASE, date=date(2027, 1, 1), perspective="school", answers={"tijd": Answer("nvt")})
    entries = [Entry("a", replace(BASE, answers={"tijd": Answer("ja")})), Entry("b", later)]
    assert title in [title for title, _rows in sections(compared(small, axis, entries))]

"""The agenda for a talk, in words: what it is headed by, whose words are whose, and what is still agreed."""

from dataclasses import replace
from datetime import date

import pytest

from tests import examples
from tests.domain.building import evaluation, partly
from tests.formats.agendas import ENGLISH_WELCOME, PAUSE, WELCOME, agenda_of, nameless_partners, side, two_partners
from werkzaam import language
from werkzaam.domain.agenda import Topic
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.wording import agenda as words


def test_every_topic_has_a_question_for_a_title_and_a_place() -> None:
    assert {topic: words.topic_title(topic) for topic in Topic} == {
        Topic.DIFFERENT: "Wat zien we verschillend?",
        Topic.MISSED: "Wat missen we allemaal?",
        Topic.UNKNOWN: "Wat weten we nog niet?",
        Topic.IN_PLACE: "Wat is volgens ons allemaal op orde?",
        Topic.NOT_APPLICABLE: "Wat geldt voor niemand van ons?",
    }
    assert (words.agreements_title(), words.scores_title()) == (
        "Welke afspraken staan nog open?",
        "Scores naast elkaar",
    )
    assert [*words.TALKED_ABOUT, *words.NAMED_ONLY] == list(Topic)


def test_an_agenda_says_in_which_spirit_it_is_meant() -> None:
    assert words.welcome() == WELCOME
    language.activate("en")
    assert words.welcome() == ENGLISH_WELCOME


def test_an_agenda_says_of_whom_it_is_and_from_when(small: FactorSet) -> None:
    assert words.about(two_partners(small)) == ["Agenda voor ons gesprek", "School, Samen", "20-11-2026 – 23-11-2026"]
    assert words.about(nameless_partners(small))[1:] == ["Niet gezegd, School, Samen", "23-11-2026"]


def test_what_was_noted_on_the_whole_stands_with_who_noted_it(small: FactorSet) -> None:
    assert words.remarks_of_all(two_partners(small)) == [("School", "“Met twee mentoren.”")]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (None, ""),
        ("", ""),
        (" \n\u200e ", ""),
        ("Zo.", "“Zo.”"),
        ("\nEerst \x1b[31mdit.\r\nDan dat.\n", "“Eerst [31mdit.\nDan dat.”"),
    ],
)
def test_a_note_is_in_somebody_s_own_words(note: str | None, expected: str) -> None:
    assert words.quoted(note) == expected


def test_the_points_of_the_talk_come_in_its_order(small: FactorSet) -> None:
    talked_about = words.talked_about(two_partners(small))
    assert [point.factor.id for point in talked_about] == ["team", "ruimte", "contact", "tijd"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "nl",
            (
                "Wij missen allemaal: Vast team",
                "Ontbreekt ook: Deskundig team; Team uit de wijk (een wens)",
                "",
                "Deels",
            ),
        ),
        (
            "en",
            ("All of us miss: Permanent team", "Missing too: Skilled team; Local team (a wish)", "", "Partly"),
        ),
    ],
)
def test_what_all_miss_and_what_each_misses_too(code: str, expected: tuple[str, ...]) -> None:
    language.activate(code)
    found = agenda_of(
        examples.small(code),
        side("school", {"team": partly("is-vast", "is-deskundig", "woont-dichtbij")}),
        side("samen", {"team": partly("is-vast")}),
    )
    (point,) = found.about(Topic.MISSED)
    said = [words.voice_missing(point, voice) for voice in point.voices]
    assert (words.shared_text(point), *said, words.voice_answer(point.voices[0])) == expected


def test_where_nothing_is_shared_what_one_misses_is_simply_missing(small: FactorSet) -> None:
    found = agenda_of(small, side("school", {"team": partly("is-vast")}), side("samen", {"team": "ja"}))
    (point,) = found.about(Topic.DIFFERENT)
    assert words.shared_text(point) == ""
    assert [words.voice_missing(point, voice) for voice in point.voices] == ["Ontbreekt: Vast team", ""]


def test_what_is_in_place_is_named_with_the_wishes_that_are_left(small: FactorSet) -> None:
    answers = {"team": Answer("ja"), "contact": Answer("ja"), "ruimte": Answer("ja"), "tijd": Answer("ja")}
    other = {**answers, "team": partly("woont-dichtbij"), "ruimte": partly("is-centraal")}
    found = agenda_of(small, side("school", {**answers}), side("samen", {**other}))
    assert [words.name_of(point) for point in found.about(Topic.IN_PLACE)] == [
        "Er is een vast team. Nog te wensen: Team uit de wijk",
        "Er is één aanspreekpunt.",
        "Er is een eigen ruimte. (een wens) Nog te wensen: Centrale ruimte",
        "Er is genoeg tijd.",
    ]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([()], "Ook in de pauze (school, uiterlijk 22-11-2026, over tijd, in het bestand van School)"),
        ([(PAUSE,)], "Ook in de pauze (school, uiterlijk 22-11-2026, over tijd, in het bestand van School en Samen)"),
        (
            [(replace(PAUSE, status=ActionStatus.DONE, due=None),)],
            (
                "Ook in de pauze (school, uiterlijk 22-11-2026, over tijd, in het bestand van School; "
                "school, gedaan, in het bestand van Samen)"
            ),
        ),
        (
            [(replace(PAUSE, due=date(2026, 11, 23)),)],
            (
                "Ook in de pauze (school, uiterlijk 22-11-2026, over tijd, in het bestand van School; "
                "school, uiterlijk 23-11-2026, in het bestand van Samen)"
            ),
        ),
    ],
)
def test_an_agreement_stands_once_with_how_it_stands_in_every_file(
    small: FactorSet, others: list[tuple[Action, ...]], expected: str
) -> None:
    first = replace(side("school", {}, date(2026, 11, 1)), actions=(PAUSE,))
    found = agenda_of(small, first, *(replace(side("samen", {}), actions=actions) for actions in others))
    (agreement,) = found.agreements
    assert words.agreement_text(found, agreement) == expected


def test_what_is_overdue_follows_from_the_files_alone(small: FactorSet) -> None:
    found = agenda_of(
        small, replace(side("school", {}, date(2026, 11, 22)), actions=(PAUSE,)), side("samen", {}, date(2026, 11, 1))
    )
    assert "over tijd" not in words.agreement_text(found, found.agreements[0])


@pytest.mark.parametrize(
    ("names", "dutch", "english"),
    [
        (["School"], "School", "School"),
        (["School", "Samen"], "School en Samen", "School and Samen"),
        (["A", "B", "C"], "A, B en C", "A, B and C"),
    ],
)
def test_names_are_said_one_after_another(names: list[str], dutch: str, english: str) -> None:
    assert words.joined(names) == dutch
    language.activate("en")
    assert words.joined(names) == english


def test_nothing_in_it_steers_a_terminal(small: FactorSet) -> None:
    action = Action("a\x1b[2J\nb", None, "c\u202e")
    found = agenda_of(small, replace(evaluation({}), actions=(action,)), evaluation({}))
    assert words.agreement_text(found, found.agreements[0]).startswith("a[2J b (c, in het bestand van ")

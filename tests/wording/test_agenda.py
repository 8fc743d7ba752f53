"""The agenda for a talk, in words: what it is headed by, whose words are whose, and what is still agreed."""

from dataclasses import replace
from datetime import date

from tests.domain.building import evaluation, partly
from tests.formats.agendas import PAUSE, agenda_of, nameless_partners, side, two_partners
from werkzaam.domain.agenda import Topic
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.wording import agenda as words


def test_every_topic_has_a_title_of_its_own_and_a_place() -> None:
    assert len({words.topic_title(topic) for topic in Topic}) == len(Topic)
    assert words.topic_title(Topic.NOT_APPLICABLE) == "What applies to none of us?"
    assert [*words.TALKED_ABOUT, *words.NAMED_ONLY] == list(Topic)


def test_an_agenda_says_of_whom_it_is_and_from_when(small: FactorSet) -> None:
    assert words.about(two_partners(small))[1:] == ["School, Together", "2026-11-20 – 2026-11-23"]
    assert words.about(nameless_partners(small))[1:] == ["Not said, School, Together", "2026-11-23"]


def test_what_was_noted_on_the_whole_stands_with_who_noted_it(small: FactorSet) -> None:
    assert words.remarks_of_all(two_partners(small)) == [("School", "“Met twee mentoren.”")]


def test_a_note_is_in_somebody_s_own_words() -> None:
    notes = (None, "", " \n\u200e ", "Zo.", "\nEerst \x1b[31mdit.\r\nDan dat.\n")
    assert [words.quoted(note) for note in notes] == ["", "", "", "“Zo.”", "“Eerst [31mdit.\nDan dat.”"]


def test_the_points_of_the_talk_come_in_its_order(small: FactorSet) -> None:
    talked_about = words.talked_about(two_partners(small))
    assert [point.factor.id for point in talked_about] == ["team", "ruimte", "contact", "tijd"]


def test_what_all_miss_and_what_each_misses_too(small: FactorSet) -> None:
    all_three, one = partly("is-vast", "is-deskundig", "woont-dichtbij"), partly("is-vast")
    (point,) = agenda_of(small, side("school", {"team": all_three}), side("samen", {"team": one})).about(Topic.MISSED)
    assert words.shared_text(point) == "All of us miss: Permanent team"
    assert [words.voice_missing(point, voice) for voice in point.voices] == [
        "Missing too: Skilled team; Local team (a wish)",
        "",
    ]
    assert words.voice_answer(point.voices[0]) == "Partly"


def test_where_nothing_is_shared_what_one_misses_is_simply_missing(small: FactorSet) -> None:
    found = agenda_of(small, side("school", {"team": partly("is-vast")}), side("samen", {"team": "ja"}))
    (point,) = found.about(Topic.DIFFERENT)
    assert words.shared_text(point) == ""
    assert [words.voice_missing(point, voice) for voice in point.voices] == ["Missing: Permanent team", ""]


def test_what_is_in_place_is_named_with_the_wishes_that_are_left(small: FactorSet) -> None:
    answers: dict[str, Answer | str] = dict.fromkeys(("team", "contact", "ruimte", "tijd"), "ja")
    other = {**answers, "team": partly("woont-dichtbij"), "ruimte": partly("is-centraal")}
    found = agenda_of(small, side("school", answers), side("samen", other))
    assert [words.name_of(point) for point in found.about(Topic.IN_PLACE)] == [
        "There is a permanent team. Left to wish for: Local team",
        "There is one contact point.",
        "There is a room of their own. (a wish) Left to wish for: Central room",
        "There is enough time.",
    ]


def test_an_agreement_stands_once_with_how_it_stands_in_every_file(small: FactorSet) -> None:
    def agreed(*others: Action) -> str:
        school = replace(side("school", {}, date(2026, 11, 1)), actions=(PAUSE,))
        found = agenda_of(small, school, replace(side("samen", {}), actions=others))
        (action,) = found.actions
        return words.shared_action_text(found, action)

    overdue = "Ook in de pauze (school, by 2026-11-22, overdue, in the file of School"
    assert agreed() == f"{overdue})"
    assert agreed(PAUSE) == f"{overdue} and Together)"
    done = replace(PAUSE, status=ActionStatus.DONE, due=None)
    assert agreed(done) == f"{overdue}; school, done, in the file of Together)"
    later = replace(PAUSE, due=date(2026, 11, 23))
    assert agreed(later) == f"{overdue}; school, by 2026-11-23, in the file of Together)"


def test_what_is_overdue_follows_from_the_files_alone(small: FactorSet) -> None:
    one = replace(side("school", {}, date(2026, 11, 22)), actions=(PAUSE,))
    found = agenda_of(small, one, side("samen", {}, date(2026, 11, 1)))
    assert "overdue" not in words.shared_action_text(found, found.actions[0])


def test_names_are_said_one_after_another() -> None:
    assert [words.joined(list(names)) for names in ("A", "AB", "ABC")] == ["A", "A and B", "A, B and C"]


def test_nothing_in_it_steers_a_terminal(small: FactorSet) -> None:
    action = Action("a\x1b[2J\nb", None, "c\u202e")
    found = agenda_of(small, replace(evaluation({}), actions=(action,)), evaluation({}))
    assert words.shared_action_text(found, found.actions[0]).startswith("a[2J b (c, ")

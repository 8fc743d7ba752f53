"""The agenda for a talk, in words: what it is headed by, whose words are whose, and what is still agreed."""

from collections.abc import Iterable, Iterator
from datetime import date

from tests.domain.building import evaluation, partly
from tests.formats.agendas import PAUSE, agenda_of, nameless_partners, side, two_partners
from werkzaam.documents.agenda import agenda_document
from werkzaam.documents.blocks import Block, Points, Section, Text, Voices, quoted
from werkzaam.domain.agenda import Agenda
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.markdown import markdown
from werkzaam.wording.agenda import joined, talked_about


def texts(agenda: Agenda) -> list[str]:
    """Return the texts of an agenda, each on its own, from its head to its end."""
    document = agenda_document(agenda)
    return list(_texts((*document.head, *document.body)))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section):
            yield block.title
            yield from _texts(block.blocks)
        elif isinstance(block, Points):
            for point in block.points:
                yield from (point.text, point.answer, *point.lines, *point.quotes, point.note)
        elif isinstance(block, Text):
            yield from block.parts


def test_an_agenda_says_of_whom_it_is_and_from_when(small: FactorSet) -> None:
    assert texts(two_partners(small))[1:3] == ["School, Together", "2026-11-20 – 2026-11-23"]
    assert texts(nameless_partners(small))[1:3] == ["Not said, School, Together", "2026-11-23"]


def test_what_was_noted_on_the_whole_stands_with_who_noted_it(small: FactorSet) -> None:
    voices = [block for block in agenda_document(two_partners(small)).head if isinstance(block, Voices)]
    assert [(point.text, point.note) for point in voices[0].points] == [("School", "“Met twee mentoren.”")]


def test_a_note_is_in_somebody_s_own_words() -> None:
    notes = (None, "", " \n\u200e ", "Zo.", "\nEerst \x1b[31mdit.\r\nDan dat.\n")
    assert [quoted(note) for note in notes] == ["", "", "", "“Zo.”", "“Eerst [31mdit.\nDan dat.”"]


def test_scores_of_many_partners_stand_below_each_other(small: FactorSet) -> None:
    """A table of Word has 63 columns at most."""
    few, many = (
        markdown(agenda_document(agenda_of(small, *(side("school", {"team": "ja"}) for _ in range(number)))))
        for number in (6, 7)
    )
    assert "| Category | School" in few
    assert "| Perspective | " in many
    assert many.count("\n| School") == 7


def test_the_points_of_the_talk_come_in_its_order(small: FactorSet) -> None:
    talked = talked_about(two_partners(small))
    assert [point.factor.id for point in talked] == ["team", "ruimte", "contact", "tijd"]


def test_what_all_miss_and_what_each_misses_too(small: FactorSet) -> None:
    all_three, one = partly("is-vast", "is-deskundig", "woont-dichtbij"), partly("is-vast")
    said = texts(agenda_of(small, side("school", {"team": all_three}), side("samen", {"team": one})))
    assert "Missing for all of us: Permanent team" in said
    assert said[said.index("School") :][:5] == [
        "School", "Partly", "Missing too: Skilled team; Local team (good to have)", "", "Together"
    ]  # fmt: skip


def test_where_nothing_is_shared_what_one_misses_is_simply_missing(small: FactorSet) -> None:
    said = texts(agenda_of(small, side("school", {"team": partly("is-vast")}), side("samen", {"team": "ja"})))
    assert "Missing: Permanent team" in said
    assert not [text for text in said if text.startswith("All of us miss")]


def test_what_is_in_place_is_named_with_what_would_be_good_to_have(small: FactorSet) -> None:
    answers: dict[str, Answer | str] = dict.fromkeys(("team", "contact", "ruimte", "tijd"), "ja")
    other = {**answers, "team": partly("woont-dichtbij"), "ruimte": partly("is-centraal")}
    said = texts(agenda_of(small, side("school", answers), side("samen", other)))
    assert [text for text in said if text.startswith("There is ")] == [
        "There is a permanent team. Missing: Local team (good to have)",
        "There is one contact point.",
        "There is a room of their own. (good to have) Missing: Central room",
        "There is enough time.",
    ]


def test_what_is_good_to_have_and_missed_by_all_is_named_too(small: FactorSet) -> None:
    answers: dict[str, Answer | str] = {
        **dict.fromkeys(("contact", "ruimte", "tijd"), "ja"),
        "team": partly("woont-dichtbij"),
    }
    said = texts(agenda_of(small, side("school", answers), side("samen", answers)))
    assert "There is a permanent team. Missing: Local team (good to have)" in said


def agreed(found: Agenda) -> str:
    said = texts(found)
    return said[said.index("Which agreements are still open?") + 1]


def test_an_agreement_stands_once_with_how_it_stands_in_every_file(small: FactorSet) -> None:
    def with_others(*others: Action) -> str:
        school = side("school", {}, date(2026, 11, 1))._replace(actions=(PAUSE,))
        return agreed(agenda_of(small, school, side("samen", {})._replace(actions=others)))

    overdue = "Ook in de pauze (school, by 2026-11-22, overdue, in the file of School"
    assert with_others() == f"{overdue})"
    assert with_others(PAUSE) == f"{overdue.replace('file', 'files')} and Together)"
    done = PAUSE._replace(status=ActionStatus.DONE, due=None)
    assert with_others(done) == f"{overdue}; school, done, in the file of Together)"
    later = PAUSE._replace(due=date(2026, 11, 23))
    assert with_others(later) == f"{overdue}; school, by 2026-11-23, in the file of Together)"


def test_what_is_overdue_follows_from_the_files_alone(small: FactorSet) -> None:
    one = side("school", {}, date(2026, 11, 22))._replace(actions=(PAUSE,))
    assert "overdue" not in agreed(agenda_of(small, one, side("samen", {}, date(2026, 11, 1))))


def test_names_are_said_one_after_another() -> None:
    assert [joined(list(names)) for names in ("A", "AB", "ABC")] == ["A", "A and B", "A, B and C"]


def test_nothing_in_it_steers_a_terminal(small: FactorSet) -> None:
    action = Action("a\x1b[2J\nb", None, "c\u202e")
    found = agenda_of(small, evaluation({})._replace(actions=(action,)), evaluation({}))
    assert "- a\\[2J b (c, " in markdown(agenda_document(found))

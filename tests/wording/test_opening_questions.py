"""The questions that open the points of a talk: open, friendly, and made from who said what."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import answers_to, evaluation, partly
from tests.formats.agendas import agenda_of, side
from werkzaam import language
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.wording.agenda import talked_about
from werkzaam.wording.opening_questions import opening_question

NOWHERE = Answer()

QUESTIONS = [
    pytest.param(
        ["ja", "nee"],
        "School, waaraan merk je dat dit er is? En Samen, waaraan merk je dat het er niet is?",
        "School, what tells you that this is there? And Together, what tells you that it is not?",
        id="all of it and none of it",
    ),
    pytest.param(
        ["ja", partly("is-vast")],
        "Samen, hoe zou het eruitzien als dat er ook was? En School, wat zie jij daar nu al van?",
        "Together, what would it look like if that were there too? And School, what do you see of it already?",
        id="what one misses",
    ),
    pytest.param(
        [partly(), "ja"],
        "Samen, wat zie je goed gaan? En School, wat zou het voor jou compleet maken?",
        "Together, what do you see going well? And School, what would make it complete for you?",
        id="partly, and not said what is missing",
    ),
    pytest.param(
        ["nee", partly("is-vast")],
        "Samen, wat zie je er al van? En School, wat zou voor jou een volgende stap zijn?",
        "Together, what do you see of this already? And School, what would be a next step for you?",
        id="none of it and a part",
    ),
    pytest.param(
        ["nvt", "ja"],
        "Voor Samen geldt dit wel en voor School niet: wat betekent het voor elk van ons?",
        "It applies to Together, and not to School: what does it mean to each of us?",
        id="applies to one",
    ),
    pytest.param(
        ["nee", "nee"],
        "Stel dat dit er volgend jaar is: waaraan zouden we dat merken?",
        "Suppose that this is there next year: what would tell us so?",
        id="none of it",
    ),
    pytest.param(
        [partly("is-vast"), partly("is-deskundig")],
        "We missen niet allemaal hetzelfde: wat zou de ander het meest helpen?",
        "We do not all miss the same: what would help the other most?",
        id="each misses something else",
    ),
    pytest.param(
        [partly("is-vast", "is-deskundig"), partly("is-vast")],
        "Wat lukt hier al, en wat zou een volgende stap zijn?",
        "What works already, and what would be a next step?",
        id="all miss the same",
    ),
    pytest.param(
        ["weet-niet", "nvt"],
        "School, wat zou je hierover willen horen van Samen?",
        "School, what would you like to hear about this from Together?",
        id="one does not know",
    ),
    pytest.param(
        ["weet-niet", NOWHERE],
        "Wie kan ons hier meer over vertellen?",
        "Who could tell us more about this?",
        id="nobody knows",
    ),
    pytest.param(
        ["ja", NOWHERE], "Samen, hoe kijk jij hiernaar?", "Together, how do you look at this?", id="one did not answer"
    ),
    pytest.param(
        [NOWHERE, NOWHERE],
        "Hoe kijkt ieder van ons hiernaar?",
        "How does each of us look at this?",
        id="nobody answered",
    ),
]


def asked(factor_set: FactorSet, perspectives: list[str | None], answers: list[Answer | str]) -> str:
    """Return the question about the first factor, answered by so many partners."""
    sides = [side(each, {"team": answer}) for each, answer in zip(perspectives, answers, strict=True)]
    found = agenda_of(factor_set, *sides)
    (point,) = (point for point in found.points if point.factor.id == "team")
    return opening_question(found, point)


@pytest.mark.parametrize(("answers", "dutch", "english"), QUESTIONS)
def test_a_question_follows_from_who_said_what(answers: list[Answer | str], dutch: str, english: str) -> None:
    assert asked(examples.small(), ["school", "samen"], answers) == dutch
    language.activate("en")
    assert asked(examples.small("en"), ["school", "samen"], answers) == english


@pytest.mark.parametrize("perspectives", [[None, "school"], [None, None], ["samen", "samen"]])
@pytest.mark.parametrize(
    ("answers", "dutch", "english"),
    [
        (["ja", "nee"], "Wat zie jij dat de ander niet ziet?", "What do you see that the other does not?"),
        (
            ["ja", "nvt"],
            "Voor de een geldt dit wel en voor de ander niet: wat betekent het voor elk van ons?",
            "It applies to some of us and not to others: what does it mean to each of us?",
        ),
        (
            ["ja", "weet-niet"],
            "Wat zou je hierover van de ander willen horen?",
            "What would you like to hear about this from the other?",
        ),
        (["ja", NOWHERE], "Hoe kijkt ieder van ons hiernaar?", "How does each of us look at this?"),
    ],
)
def test_where_partners_have_no_name_of_their_own_nobody_is_named(
    perspectives: list[str | None], answers: list[Answer | str], dutch: str, english: str
) -> None:
    assert asked(examples.small(), perspectives, answers) == dutch
    language.activate("en")
    assert asked(examples.small("en"), perspectives, answers) == english


def test_who_is_furthest_apart_is_asked_and_those_who_say_the_same_together(built_in: FactorSet) -> None:
    ids = [perspective.id for perspective in built_in.perspectives]
    answers = ["ja", "nee", "deels", "nee"]
    sides = [side(each, {"vast-team": answer}) for each, answer in zip(ids, answers, strict=True)]
    found = agenda_of(built_in, *sides)
    assert opening_question(found, found.points[0]) == (
        "Jongerenwerk, waaraan merk je dat dit er is? En Onderwijs en Samen, waaraan merk je dat het er niet is?"
    )


@given(data=st.data())
def test_every_point_of_a_talk_is_opened_and_nobody_is_asked_who_is_right(data: st.DataObject) -> None:
    perspectives = data.draw(st.lists(st.sampled_from([None, "school", "samen"]), min_size=2, max_size=4))
    answers = st.fixed_dictionaries({factor.id: answers_to(factor) for factor in SMALL_SET.factors})
    found = agenda_of(SMALL_SET, *(side(each, {**data.draw(answers)}) for each in perspectives))
    for code in ("nl", "en"):
        language.activate(code)
        for point in talked_about(found):
            question = opening_question(found, point)
            assert question.endswith("?")
            assert question.count("?") <= 2
            assert not re.search(r"gelijk|waarom|klopt|fout|right|why|wrong|[{}]", question)


SMALL_SET = examples.small()


def test_a_question_about_another_scale() -> None:
    other = examples.other_scale()
    found = agenda_of(other, evaluation({"first": "2", "second": "0"}), evaluation({"first": "2", "second": "0"}))
    assert [opening_question(found, point) for point in talked_about(found)] == [
        "Wat lukt hier al, en wat zou een volgende stap zijn?",
        "Stel dat dit er volgend jaar is: waaraan zouden we dat merken?",
        "Hoe kijkt ieder van ons hiernaar?",
    ]

"""The questions that open the points of a talk: open, friendly, and made from who said what."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.domain.building import answers_to, evaluation, partly
from tests.formats.agendas import agenda_of, side
from werkzaam import language
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet, Perspective
from werkzaam.wording.agenda import opening_questions, talked_about

OPEN = Answer()
SMALL = examples.small("en")
PARTNERS = replace(SMALL, perspectives=(*SMALL.perspectives, Perspective("gemeente", "Town")))
"""The small set with a partner beside the school."""


def asked(factor_set: FactorSet, *said: tuple[str | None, Answer | str]) -> str:
    """Return the question about the first factor, answered by so many partners."""
    first = factor_set.factors[0].id
    found = agenda_of(factor_set, *(side(perspective, {first: answer}) for perspective, answer in said))
    return opening_questions(found)[first]


def test_a_question_follows_from_who_said_what() -> None:
    expected: list[tuple[Answer | str, Answer | str, str]] = [
        ("ja", "nee",
         "School, what tells you that this is there? And Town, what tells you that it is not?"),
        ("ja", partly("is-vast"),
         "Town, what would it look like if that were there too? And School, what do you see of it already?"),
        (partly(), "ja",
         "Town, what do you see going well? And School, what would make it complete for you?"),
        ("nee", partly("is-vast"),
         "Town, what do you see of this already? And School, what would be a next step for you?"),
        (partly("woont-dichtbij"), "nee",
         "School, what do you see of this already? And Town, what would be a next step for you?"),
        ("nvt", "ja", "It applies to Town, and not to School: what does it mean to each of us?"),
        ("nee", "nee", "Suppose that this is there next year: what would tell us so?"),
        (partly("is-vast"), partly("is-deskundig"), (
            "Not the same is missing for all of us: what would help the other most?"
        )),
        (partly("is-vast", "is-deskundig"), partly("is-vast"), "What works already, and what would be a next step?"),
        ("weet-niet", "nvt", "School, what would you like to hear about this from Town?"),
        ("weet-niet", OPEN, "Who could tell us more about this?"),
        ("ja", OPEN, "Town, how do you look at this?"),
        (OPEN, OPEN, "How does each of us look at this?"),
    ]  # fmt: skip
    assert [
        (one, other, asked(PARTNERS, ("school", one), ("gemeente", other))) for one, other, _text in expected
    ] == expected


def test_where_partners_have_no_name_of_their_own_nobody_is_named() -> None:
    expected: list[tuple[Answer | str, str]] = [
        ("nee", "What do you see that the other does not?"),
        ("nvt", "It applies to some of us and not to others: what does it mean to each of us?"),
        ("weet-niet", "What would you like to hear about this from the other?"),
        (OPEN, "How does each of us look at this?"),
    ]
    for one, other in ((None, "school"), (None, None), ("school", "school"), ("school", "samen")):
        assert [(answer, asked(PARTNERS, (one, "ja"), (other, answer))) for answer, _text in expected] == expected


def test_who_is_furthest_apart_is_asked_and_those_who_say_the_same_together() -> None:
    built_in = examples.built_in("en")
    said = (("jongerenwerk", "ja"), ("onderwijs", "nee"), ("gemeente", "nee"))
    assert asked(built_in, *said) == (
        "Youth work, what tells you that this is there? "
        "And the school and the municipality, what tells you that it is not?"
    )


def test_an_article_that_a_name_begins_with_has_a_capital_only_where_a_sentence_begins() -> None:
    dutch = examples.built_in("nl")
    expected = {
        ("ja", "nee"): (
            "De school, waaraan merken jullie dat dit er is? "
            "En het jongerenwerk, waaraan merken jullie dat het er niet is?"
        ),
        ("weet-niet", "ja"): "Het jongerenwerk, wat zouden jullie hierover willen horen van de school?",
        ("ja", "nvt"): "Voor het jongerenwerk geldt dit wel en voor de school niet: wat betekent het voor elk van ons?",
    }
    language.activate("nl")
    assert asked(dutch, ("onderwijs", "ja"), ("jongerenwerk", "nee")) == expected["ja", "nee"]
    assert asked(dutch, ("jongerenwerk", "weet-niet"), ("onderwijs", "ja")) == expected["weet-niet", "ja"]
    assert asked(dutch, ("jongerenwerk", "ja"), ("onderwijs", "nvt")) == expected["ja", "nvt"]


def test_where_partners_differ_alike_each_point_has_a_question_of_its_own() -> None:
    apart = (("school", "ja"), ("gemeente", "nee"))
    sides = (side(each, dict.fromkeys(PARTNERS.factor_by_id, answer)) for each, answer in apart)
    assert list(opening_questions(agenda_of(PARTNERS, *sides)).values()) == [
        "School, what tells you that this is there? And Town, what tells you that it is not?",
        "Town, when did you feel the lack of this? And School, when did you see it?",
    ]


@given(data=st.data())
@settings(max_examples=25)
def test_no_question_is_asked_twice_and_nobody_is_asked_who_is_right(data: st.DataObject) -> None:
    perspectives = data.draw(st.lists(st.sampled_from([None, "school", "gemeente", "samen"]), min_size=2, max_size=4))
    answers = st.fixed_dictionaries({factor.id: answers_to(factor) for factor in PARTNERS.factors})
    found = agenda_of(PARTNERS, *(side(each, {**data.draw(answers)}) for each in perspectives))
    for code in language.LANGUAGES:
        language.activate(code)
        questions, points = opening_questions(found), talked_about(found)
        assert questions.keys() <= {point.factor.id for point in points}
        assert len({*questions.values()}) == len(questions)
        assert not points or points[0].factor.id in questions
        for question in questions.values():
            assert question.endswith("?")
            assert question.count("?") <= 2
            assert not re.search(r"gelijk|waarom|klopt|fout|right|why|wrong|[{}]", question)


def test_a_question_about_another_scale() -> None:
    other = examples.other_scale()
    found = agenda_of(other, *[evaluation({"first": "2", "second": "0"})] * 2)
    assert list(opening_questions(found).values()) == [
        "What works already, and what would be a next step?",
        "Suppose that this is there next year: what would tell us so?",
        "How does each of us look at this?",
    ]

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, reading
from werkzaam.files.writing import answers_text

DAY = date(2026, 11, 23)

# Whatever a keyboard or a paste can give: no controls, no halves of a surrogate pair.
TYPED = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\u2028\u2029\x85"), max_size=60)
NOTES = st.none() | TYPED.filter(bool)
ANSWERS = st.builds(Answer, st.sampled_from([None, "ja", "nee", "weet-niet", "nvt"]), note=NOTES) | st.builds(
    Answer, st.just("deels"), st.sampled_from([(), ("is-vast",), ("is-vast", "woont-dichtbij")]), NOTES
)


def read_back(text: str, factor_set: FactorSet) -> Evaluation:
    return answers.read(reading.decode(text.encode(), "a.yaml"), factor_set).evaluation


def test_a_new_file_holds_every_factor_open(small: FactorSet) -> None:
    assert answers_text(small, Evaluation("Lyceum Oost", DAY)) == (
        "werkzaam: 1\n"
        "factors: klein\n"
        "version: 2\n"
        "collaboration: Lyceum Oost\n"
        "date: 2026-11-23\n"
        "answers:\n"
        "  mensen:\n"
        "    team:\n"
        "      answer:\n"
        "    contact:\n"
        "      answer:\n"
        "  plek:\n"
        "    ruimte:\n"
        "      answer:\n"
        "    tijd:\n"
        "      answer:\n"
    )


def test_everything_that_can_stand_in_a_file_has_its_place(small: FactorSet) -> None:
    evaluation = Evaluation(
        "Lyceum Oost: en meer",
        DAY,
        perspective="samen",
        note="Eén\nTwee 😀",
        answers={
            "tijd": Answer("nee", note="Te weinig, zegt iedereen. " * 12),
            "team": Answer("deels", ("is-vast", "woont-dichtbij"), "no"),
        },
        actions=(
            Action("Kennismaken", "team", "school", date(2027, 3, 1)),
            Action("Bellen", status=ActionStatus.DONE),
        ),
    )
    assert answers_text(small, evaluation) == (
        "werkzaam: 1\n"
        "factors: klein\n"
        "version: 2\n"
        "collaboration: 'Lyceum Oost: en meer'\n"
        "date: 2026-11-23\n"
        "perspective: samen\n"
        "note: |-\n"
        "  Eén\n"
        "  Twee 😀\n"
        "answers:\n"
        "  mensen:\n"
        "    team:\n"
        "      answer: deels\n"
        "      missing:\n"
        "        - is-vast\n"
        "        - woont-dichtbij\n"
        "      note: 'no'\n"
        "    contact:\n"
        "      answer:\n"
        "  plek:\n"
        "    ruimte:\n"
        "      answer:\n"
        "    tijd:\n"
        "      answer: nee\n"
        f"      note: '{'Te weinig, zegt iedereen. ' * 12}'\n"
        "actions:\n"
        "  - factor: team\n"
        "    what: Kennismaken\n"
        "    owner: school\n"
        "    due: 2027-03-01\n"
        "    status: open\n"
        "  - what: Bellen\n"
        "    status: done\n"
    )


def test_an_id_that_yaml_would_read_as_a_number_is_quoted() -> None:
    text = answers_text(examples.other_scale(), Evaluation("X", DAY, answers={"first": Answer("0")}))
    assert "    first:\n      answer: '0'\n" in text


def test_a_new_file_of_the_built_in_set_has_all_nineteen(built_in: FactorSet) -> None:
    assert answers_text(built_in, Evaluation("X", DAY)).count("      answer:\n") == 19


@pytest.mark.parametrize("note", ["a\u2028b", "a\x85b\nc", " vooraan\nachteraan ", "\tmet tab\nen meer", "\n", "x\n\n"])
def test_notes_that_yaml_makes_hard_come_back_as_they_were(small: FactorSet, note: str) -> None:
    evaluation = Evaluation("X", DAY, answers={"team": Answer("ja", note=note)})
    assert read_back(answers_text(small, evaluation), small).answer("team").note == note


@given(
    collaboration=TYPED.filter(lambda text: bool(text.strip())),
    note=NOTES,
    given_answers=st.dictionaries(st.just("team"), ANSWERS),
)
def test_what_is_written_is_what_is_read(
    collaboration: str, note: str | None, given_answers: dict[str, Answer]
) -> None:
    small = examples.small()
    open_answers = {factor.id: Answer() for factor in small.factors}
    evaluation = Evaluation(collaboration, DAY, "samen", note, {**open_answers, **given_answers})
    text = answers_text(small, evaluation)
    assert read_back(text, small) == evaluation
    assert answers_text(small, read_back(text, small)) == text
    assert text.endswith("\n")

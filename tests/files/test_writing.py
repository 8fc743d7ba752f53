import re
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from werkzaam.domain.evaluation import Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, editing, factor_sets, reading
from werkzaam.files.writing import Quoted, answers_text, dump

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


HARD_IDS = """\
werkzaam: 1
id: 'no'
version: 1
language: en
title: Ids that YAML reads otherwise
perspectives: [{id: 'on'}]
scale:
  - {id: 'yes', value: 1}
  - {id: '0', value: 0.5}
  - {id: 'null', value: 0}
categories:
  - id: 'off'
    name: Switched off
    factors:
      - {id: '12', text: Twelve., conditions: [{id: 'true', text: X}, {id: 1e-1, text: Y}]}
      - {id: 'n', text: N.}
      - {id: 2026-11-23a, text: A day and more.}
"""


@cache
def small_set() -> FactorSet:
    return examples.small()


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SOME = ANY.filter(lambda text: bool(re.search(r"[^\s\x1c-\x1f]", text)))
ACTIONS = st.builds(
    Action,
    SOME,
    st.none() | st.sampled_from(["team", "tijd"]),
    st.none() | SOME,
    st.none() | st.dates(),
    st.sampled_from(ActionStatus),
)


def test_ids_that_yaml_would_read_otherwise_are_quoted() -> None:
    hard = factor_sets.read(reading.Source("hard.yaml", HARD_IDS))
    answers_given = {"12": Answer("0", ("true", "1e-1")), "n": Answer("null"), "2026-11-23a": Answer("yes")}
    evaluation = Evaluation("no", DAY, "on", "12:30", answers_given, (Action("~", "12", "null"),))
    text = answers_text(hard, evaluation)
    assert text == (
        "werkzaam: 1\n"
        "factors: 'no'\n"
        "version: 1\n"
        "collaboration: 'no'\n"
        "date: 2026-11-23\n"
        "perspective: 'on'\n"
        "note: '12:30'\n"
        "answers:\n"
        "  'off':\n"
        "    '12':\n"
        "      answer: '0'\n"
        "      missing:\n"
        "        - 'true'\n"
        "        - 1e-1\n"
        "    n:\n"
        "      answer: 'null'\n"
        "    2026-11-23a:\n"
        "      answer: 'yes'\n"
        "actions:\n"
        "  - factor: '12'\n"
        "    what: '~'\n"
        "    owner: 'null'\n"
        "    status: open\n"
    )
    assert read_back(text, hard) == evaluation


def test_an_id_that_yaml_would_read_otherwise_is_found_again_when_it_is_answered_anew() -> None:
    hard = factor_sets.read(reading.Source("hard.yaml", HARD_IDS))
    text = answers_text(hard, Evaluation("X", DAY))
    for factor in hard.factors:
        tree = answers.read(reading.Source("a.yaml", text), hard).tree
        text = editing.with_answer(tree, hard, factor, Answer("0", note="no"))
    expected = {factor.id: Answer("0", note="no") for factor in hard.factors}
    assert text == answers_text(hard, Evaluation("X", DAY, answers=expected))


@given(note=ANY.filter(bool), collaboration=SOME, actions=st.lists(ACTIONS, max_size=3).map(tuple))
def test_whatever_was_pasted_comes_back_as_it_was(note: str, collaboration: str, actions: tuple[Action, ...]) -> None:
    small = small_set()
    open_answers = {factor.id: Answer() for factor in small.factors}
    evaluation = Evaluation(collaboration, DAY, None, note, {**open_answers, "team": Answer("ja", (), note)}, actions)
    assert read_back(answers_text(small, evaluation), small) == evaluation


@given(st.permutations([("team", Answer("ja")), ("contact", Answer()), ("tijd", Answer("nee", (), "x"))]))
def test_the_same_answers_give_the_same_bytes(given_answers: list[tuple[str, Answer]]) -> None:
    small = small_set()
    evaluation = Evaluation("X", DAY, answers=dict(given_answers))
    in_order = {"tijd": Answer("nee", (), "x"), "team": Answer("ja")}
    assert answers_text(small, evaluation) == answers_text(small, Evaluation("X", DAY, answers=in_order))


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        ("woord " * 800 + "eind", [f"note: {'woord ' * 800}eind"]),
        ("x" * 4000, [f"note: {'x' * 4000}"]),
        (f"een\n{'woord ' * 600}eind", ["note: |-", "  een", f"  {'woord ' * 600}eind"]),
        ("'aan'halen \"en\" zo", ["note: '''aan''halen \"en\" zo'"]),
        ("# geen uitleg", ["note: '# geen uitleg'"]),
        ("a: b", ["note: 'a: b'"]),
        ("- a", ["note: '- a'"]),
        ("😀 é ß 漢", ["note: 😀 é ß 漢"]),
        ("😀\n👍🏽", ["note: |-", "  😀", "  👍🏽"]),
        ("een\n\ntwee", ["note: |-", "  een", "", "  twee"]),
        ("een\n  - twee", ["note: |-", "  een", "    - twee"]),
        ("a\u2028b", ['note: "a\\Lb"']),
        ("a\x85b", ['note: "a\\Nb"']),
        ("2026-11-23", ["note: '2026-11-23'"]),
        ("&x *y !z", ["note: '&x *y !z'"]),
        ("x\n", ['note: "x\\n"']),
        ("een\ntwee\n\n", ['note: "een\\ntwee\\n\\n"']),
    ],
)
def test_a_note_stands_in_the_file_as_a_person_would_write_it(note: str, lines: list[str]) -> None:
    text = answers_text(small_set(), Evaluation("X", DAY, note=note))
    head = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"
    assert text == head + "\n".join(lines) + "\n" + answers_text(small_set(), Evaluation("X", DAY)).removeprefix(head)


def test_a_quoted_text_is_one_line_whatever_is_in_it() -> None:
    assert dump({"note": Quoted("een\n  # twee\n"), "what": Quoted("drie")}) == (
        'note: "een\\n  # twee\\n"\nwhat: "drie"\n'
    )

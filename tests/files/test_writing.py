import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.files.by_hand import small_set
from werkzaam.domain.evaluation import SOMETHING, Action, ActionStatus, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import editing, factor_sets, reading
from werkzaam.files.writing import Quoted, answers_text, dump

DAY = date(2026, 11, 23)


def test_everything_that_can_stand_in_a_file_has_its_place(small: FactorSet) -> None:
    evaluation = Evaluation(
        "Lyceum Oost: en meer",
        DAY,
        perspective="samen",
        note="Eén\nTwee 😀",
        answers={
            "tijd": Answer("nee", note="Te weinig, zegt iedereen. " * 12),
            "team": Answer("deels", ("is-vast", "woont-dichtbij"), "no"),
            "contact": Answer("deels", ()),
            "ruimte": Answer("deels"),
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
        "      answer: deels\n"
        "      missing: []\n"
        "  plek:\n"
        "    ruimte:\n"
        "      answer: deels\n"
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


# What is hard for YAML comes often: blanks at the ends, line ends of every kind, signs.
ANY = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\u2028\u2029\x85\t :#-'\"|>"), max_size=30)
SOME = ANY.filter(lambda text: bool(re.search(SOMETHING, text)))
ANSWERS = st.builds(Answer, st.sampled_from([None, "ja", "nee"]), st.none(), st.none() | ANY.filter(bool)) | st.builds(
    Answer, st.just("deels"), st.sampled_from([None, (), ("is-vast",), ("is-vast", "woont-dichtbij")]), ANY.filter(bool)
)
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
        "        - '1e-1'\n"
        "    'n':\n"
        "      answer: 'null'\n"
        "    2026-11-23a:\n"
        "      answer: 'yes'\n"
        "actions:\n"
        "  - factor: '12'\n"
        "    what: '~'\n"
        "    owner: 'null'\n"
        "    status: open\n"
    )
    assert examples.read(text, hard).evaluation == evaluation._replace(version=1)


def test_an_id_that_yaml_would_read_otherwise_is_found_again_when_it_is_answered_anew() -> None:
    hard = factor_sets.read(reading.Source("hard.yaml", HARD_IDS))
    text = answers_text(hard, Evaluation("X", DAY))
    for factor in hard.factors:
        tree = examples.read(text, hard).tree
        text = editing.with_answer(tree, hard, factor, Answer("0", note="no"))
    expected = {factor.id: Answer("0", note="no") for factor in hard.factors}
    assert text == answers_text(hard, Evaluation("X", DAY, answers=expected))


@settings(max_examples=60)
@given(
    note=st.none() | ANY.filter(bool),
    collaboration=SOME,
    answer=ANSWERS,
    actions=st.lists(ACTIONS, max_size=2).map(tuple),
)
def test_whatever_was_pasted_comes_back_as_it_was(
    note: str | None, collaboration: str, answer: Answer, actions: tuple[Action, ...]
) -> None:
    small = small_set()
    said = {"tijd": Answer("nee", None, "x"), "team": answer}  # in another order than that of the set
    evaluation = Evaluation(collaboration, DAY, "samen", note, said, actions, small.version)
    text = answers_text(small, evaluation)
    found = examples.read(text, small).evaluation
    assert found == evaluation._replace(answers={**{factor.id: Answer() for factor in small.factors}, **said})
    assert answers_text(small, found) == text


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        ("woord " * 800 + "eind", [f"note: {'woord ' * 800}eind"]),
        ("x" * 4000, [f"note: {'x' * 4000}"]),
        (f"een\n{'woord ' * 600}eind", ["note: |-", "  een", f"  {'woord ' * 600}eind"]),
        ("'aan'halen \"en\" zo", ["note: '''aan''halen \"en\" zo'"]),
        ("# geen uitleg", ["note: '# geen uitleg'"]),
        ("😀 é ß 漢", ["note: 😀 é ß 漢"]),
        ("😀\n👍🏽", ["note: |-", "  😀", "  👍🏽"]),
        ("een\n  - twee", ["note: |-", "  een", "    - twee"]),
        ("a\u2028b", ['note: "a\\Lb"']),
        ("a\x85b", ['note: "a\\Nb"']),
        ("2026-11-23", ["note: '2026-11-23'"]),
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

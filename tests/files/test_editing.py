import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from werkzaam.domain.evaluation import Answer
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files import answers, editing, reading

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"

BY_HAND = """\
# Ons bestand; laat de volgorde staan.
werkzaam: 1
collaboration: "Lyceum Oost"   # met aanhalingstekens
factors: klein
version: 2
date: '2026-11-23'

answers:

    plek:   # eerst de plek
        tijd:
            note: >-
              Gevouwen
              tekst.
            answer: nee   # zei de school

        # hierover nog praten
        ruimte:
            answer:
    mensen:
        "team":
            answer: "deels"
            # wat ontbreekt:
            missing:
            - is-vast    # echt
            - is-deskundig
            note: |+
              Blijft.


        contact:
            answer: weet-niet
"""
FACTORS = ("team", "contact", "ruimte", "tijd")

NOTES = st.none() | st.sampled_from(["Kort.", "Twee\nregels", "met: een dubbele punt", "# geen uitleg", "ends\n\n"])
PARTLY = {"team": ("is-vast", "is-deskundig", "woont-dichtbij"), "ruimte": ("is-eigen", "is-centraal")}


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, Answer]:
    factor = draw(st.sampled_from(FACTORS))
    option = draw(st.sampled_from([None, "ja", "deels", "nee", "weet-niet", "nvt"]))
    chosen = draw(st.sets(st.sampled_from(PARTLY[factor]))) if option == "deels" and factor in PARTLY else set()
    missing = tuple(condition for condition in PARTLY.get(factor, ()) if condition in chosen)
    return factor, Answer(option, missing, draw(NOTES))


def read(text: str) -> answers.AnswersFile:
    return answers.read(reading.Source("a.yaml", text), examples.small())


def edited(text: str, factor_id: str, answer: Answer) -> str:
    small = examples.small()
    return editing.with_answer(read(text).tree, small, small.factor_by_id[factor_id], answer)


def block(text: str, factor_id: str) -> tuple[int, int]:
    """Return the lines of a factor in BY_HAND: from its key to the last line that is indented deeper or blank."""
    lines = text.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if re.match(rf' {{8}}"?{factor_id}"?:', line))
    stop = start + 1
    while stop < len(lines) and (not lines[stop].strip() or lines[stop].startswith(" " * 9)):
        stop += 1
    return start, stop


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@given(change=changes())
def test_an_edit_changes_one_answer_and_no_line_of_another(line_end: str, change: tuple[str, Answer]) -> None:
    factor, answer = change
    text = BY_HAND.replace("\n", line_end)
    new = edited(text, factor, answer)
    assert read(new).evaluation == read(text).evaluation.with_answer(factor, answer)
    start, stop = block(BY_HAND, factor)
    old_lines, new_lines = (re.split(f"(?<={line_end})", body) for body in (text, new))
    behind = len(BY_HAND.splitlines()) - stop
    assert new_lines[:start] == old_lines[:start]
    assert new_lines[len(new_lines) - behind - 1 :] == old_lines[len(old_lines) - behind - 1 :]


@given(first=changes(), steps=st.lists(changes(), max_size=4))
def test_any_row_of_edits_gives_all_their_answers(first: tuple[str, Answer], steps: list[tuple[str, Answer]]) -> None:
    text, expected = BY_HAND, read(BY_HAND).evaluation
    for factor, answer in [first, *steps]:
        text = edited(text, factor, answer)
        expected = expected.with_answer(factor, answer)
    assert read(text).evaluation == expected


@given(changes())
def test_setting_an_answer_back_gives_a_canonical_file_back(change: tuple[str, Answer]) -> None:
    factor, answer = change
    before = read(examples.SMALL_ANSWERS).evaluation.answer(factor)
    assert edited(edited(examples.SMALL_ANSWERS, factor, answer), factor, before) == examples.SMALL_ANSWERS


def test_an_answer_that_stands_there_already_changes_nothing() -> None:
    for factor in FACTORS:
        assert edited(BY_HAND, factor, read(BY_HAND).evaluation.answer(factor)) == BY_HAND


@pytest.mark.parametrize(
    ("answers_part", "expected"),
    [
        pytest.param("answers:", "answers:\n  mensen:\n    team:\n      answer: ja", id="nothing answered yet"),
        pytest.param(
            "answers: {}  # leeg\n", "answers:\n  mensen:\n    team:\n      answer: ja  # leeg\n", id="flow, empty"
        ),
        pytest.param(
            "answers:\n  mensen: {team: {answer: nee}, contact: {}}\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n    contact: {}\n",
            id="category in flow style",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team: {answer: nee}  # uitleg\n",
            "answers:\n  mensen:\n    team:\n      answer: ja  # uitleg\n",
            id="factor in flow style",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team:  # uitleg\n    contact:\n",
            "answers:\n  mensen:\n    team:  # uitleg\n      answer: ja\n    contact:\n",
            id="factor without anything",
        ),
        pytest.param(
            "answers:\n  ? mensen\n  : team: {answer: nee}\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n",
            id="explicit key",
        ),
        pytest.param(
            "answers:\n  mensen:\n    # over contact\n    contact:\n      answer: nee\n",
            "answers:\n  mensen:\n    # over contact\n    team:\n      answer: ja\n    contact:\n      answer: nee\n",
            id="factor absent, before the others",
        ),
        pytest.param(
            "answers:\n  plek:\n    tijd:\n      answer: nee",
            "answers:\n  mensen:\n    team:\n      answer: ja\n  plek:\n    tijd:\n      answer: nee",
            id="category absent, no newline at the end",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team:\n      note: |\n        Kijk.\n\n      # en dan\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n      note: |\n        Kijk.\n\n      # en dan\n",
            id="only a note",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team:\n      answer:   # wie weet het?\n",
            "answers:\n  mensen:\n    team:\n      answer: ja   # wie weet het?\n",
            id="comment behind an empty answer",
        ),
        pytest.param(
            "answers:\n  mensen:\n    team:\n      answer:\n        nee\n",
            "answers:\n  mensen:\n    team:\n      answer: ja\n",
            id="answer on the next line",
        ),
    ],
)
def test_an_answer_goes_where_it_belongs(answers_part: str, expected: str) -> None:
    old = read(HEAD + answers_part).evaluation.answer("team")
    assert edited(HEAD + answers_part, "team", Answer("ja", (), old.note)) == HEAD + expected


def test_a_file_in_json_style_becomes_canonical() -> None:
    text = (
        '{"werkzaam": 1, "factors": "klein", "version": 2, "collaboration": "X", "date": "2026-11-23", "answers": {}}'
    )
    assert edited(text, "tijd", Answer("ja")) == (
        "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: '2026-11-23'\n"
        "answers:\n  plek:\n    tijd:\n      answer: ja\n"
    )


def test_a_factor_behind_its_siblings_comes_behind_them(small: FactorSet) -> None:
    text = HEAD + "answers:\n  mensen:\n    team:\n      answer: ja\n    # einde\n  plek:\n"
    expected = text.replace("    # einde\n", "    contact:\n      answer: nee\n    # einde\n")
    assert edited(text, "contact", Answer("nee")) == expected
    assert small.factor_by_id["contact"].conditions[0].id == "een-punt"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "answers:\n", HEAD + "perspective: samen\nanswers:\n"),
        (HEAD + "perspective:  # wie?\nanswers:\n", HEAD + "perspective: samen  # wie?\nanswers:\n"),
    ],
)
def test_a_perspective_is_filled_in_behind_the_date(text: str, expected: str) -> None:
    assert editing.with_perspective(read(text).tree, "samen") == expected

"""Rows as JSON Lines: whole texts, every text exact, and each row on a line of its own."""

import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats import hostile
from tests.formats.reports import full_report, other_report, report_rows, small_report
from tests.formats.test_csv_text import ROW
from tests.formats.test_json_text import DIRECTIONS, MARKS
from werkzaam.domain.factor_set import FactorSet
from werkzaam.formats.csv_text import HEADER
from werkzaam.formats.jsonl_text import jsonl_rows

START = '{"file": "a.yaml", "collaboration": "Lyceum Oost'
SMALL = (
    START
    + ' en Stichting Straatwerk", "date": "2026-11-23", "perspective": "samen", "factors": "klein", "version": 2, '
)
FULL = START + '", "date": "2026-11-23", "perspective": "school", "factors": "klein", "version": 2, '
OTHER = START + '", "date": "2026-11-23", "perspective": null, "factors": "schaal", "version": 1, "category": "all", '


def test_a_report_as_lines(small: FactorSet) -> None:
    assert jsonl_rows(report_rows("a.yaml", small_report(small))) == (
        SMALL + '"category": "mensen", "factor": "team", "preferred": false, "answer": "deels", "value": 0.5, '
        '"missing": ["is-deskundig"], "note": "Sinds maart zijn er twee mensen."}\n'
        + SMALL + '"category": "mensen", "factor": "contact", "preferred": false, "answer": "ja", "value": 1, '
        '"missing": [], "note": null}\n'
        + SMALL + '"category": "plek", "factor": "ruimte", "preferred": true, "answer": "nee", "value": 0, '
        '"missing": ["is-eigen", "is-centraal"], "note": null}\n'
        + SMALL + '"category": "plek", "factor": "tijd", "preferred": false, "answer": null, "value": null, '
        '"missing": [], "note": null}\n'
    )  # fmt: skip


def test_notes_keep_their_lines_on_one_line_and_what_is_no_number_is_null(small: FactorSet) -> None:
    assert jsonl_rows(report_rows("a.yaml", full_report(small))) == (
        FULL + '"category": "mensen", "factor": "team", "preferred": false, "answer": "deels", "value": 0.5, '
        '"missing": [], "note": "Eerst dit.\\nDan dat."}\n'
        + FULL + '"category": "mensen", "factor": "contact", "preferred": false, "answer": "weet-niet", "value": null, '
        '"missing": [], "note": "Navragen."}\n'
        + FULL + '"category": "plek", "factor": "ruimte", "preferred": true, "answer": "nvt", "value": null, '
        '"missing": [], "note": null}\n'
        + FULL + '"category": "plek", "factor": "tijd", "preferred": false, "answer": "nee", "value": 0, '
        '"missing": [], "note": null}\n'
    )  # fmt: skip


def test_another_scale_as_lines() -> None:
    answers = (("first", '"3", "value": 0.75'), ("second", '"1", "value": 0.25'), ("third", '"done", "value": 1'))
    assert jsonl_rows(report_rows("a.yaml", other_report())) == "".join(
        f'{OTHER}"factor": "{factor}", "preferred": false, "answer": {answer}, "missing": [], "note": null}}\n'
        for factor, answer in answers
    )


def test_nothing_is_no_line() -> None:
    assert jsonl_rows([]) == ""


def test_the_keys_are_the_names_of_the_columns_of_csv() -> None:
    assert [*json.loads(jsonl_rows([ROW]))] == [*HEADER]


def test_a_text_that_csv_defuses_is_exact_here() -> None:
    assert json.loads(jsonl_rows([replace(ROW, note="=1+1")]))["note"] == "=1+1"


@pytest.mark.parametrize("text", [*hostile.TEXTS, "map/\udcff.yaml"])
def test_a_hostile_text_is_exact_and_stays_on_its_line(text: str) -> None:
    check_lines(text)


@given(text=hostile.texts() | st.text(st.characters()))
def test_every_text_is_exact_and_stays_on_its_line(text: str) -> None:
    check_lines(text)


def check_lines(text: str) -> None:
    written = jsonl_rows([replace(ROW, file=text, collaboration=text, note=text), ROW])
    one, other = map(json.loads, written.splitlines())
    assert (one["file"], one["collaboration"], one["note"]) == (text, text, text)
    assert other == {**json.loads(jsonl_rows([ROW])), "file": "a.yaml", "collaboration": "Oost", "note": None}
    assert written.count("\n") == 2
    assert not [sign for sign in written if unicodedata.category(sign) == "Cc" and sign != "\n"]
    assert not [sign for sign in written if unicodedata.bidirectional(sign) in DIRECTIONS or sign in MARKS]
    assert written.encode().decode() == written

"""Rows as JSON Lines: every text exact, and each row on a line of its own."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats import hostile
from tests.formats.test_csv_text import ROW
from tests.formats.test_json_text import steering
from werkzaam.formats.tables import ANSWER_COLUMNS
from werkzaam.formats.tabular import jsonl_rows


def test_the_keys_are_the_names_of_the_columns_of_csv() -> None:
    assert [*json.loads(jsonl_rows([ROW]))] == [*ANSWER_COLUMNS]
    assert jsonl_rows([]) == ""


def test_what_is_not_there_is_null_and_what_is_missing_a_list() -> None:
    written = json.loads(jsonl_rows([{**ROW, "missing": ["a", "b"]}]))
    assert [written[name] for name in ("answer", "value", "missing", "note")] == [None, None, ["a", "b"], None]


@given(text=hostile.texts() | st.text(st.characters()) | st.sampled_from(["=1+1", "map/\udcff.yaml"]))
@settings(max_examples=30)
def test_every_text_is_exact_and_stays_on_its_line(text: str) -> None:
    written = jsonl_rows([{**ROW, "file": text, "collaboration": text, "note": text}, ROW])
    one, other = map(json.loads, written.splitlines())
    assert (one["file"], one["collaboration"], one["note"]) == (text, text, text)
    assert other == json.loads(jsonl_rows([ROW]))
    assert written.count("\n") == 2
    assert steering(written) == []

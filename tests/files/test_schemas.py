"""The schemas against reading, by a validator of other makers."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests import examples
from werkzaam import language
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.files import answers, factor_sets
from werkzaam.files.disk import locations
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.reading import Source, read_file
from werkzaam.files.schemas import answers_schema, factor_set_schema
from werkzaam.wording.factors import meaning

SETS = {"small": examples.small(), "built-in": examples.built_in(), "other scale": examples.other_scale()}
SCHEMAS = {name: answers_schema(factor_set) for name, factor_set in SETS.items()}
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
SET_VALIDATOR = Draft202012Validator(factor_set_schema())


def definition(schema: dict[str, Any], reference: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = schema["$defs"][reference["$ref"].rpartition("/")[2]]
    return found


def known(schema: dict[str, Any]) -> dict[str, str]:
    """Return what a schema of one of several ids lets stand there, with what it says of each."""
    return {item["const"]: item["description"] for item in schema["anyOf"] if "const" in item}


def patterns(schema: object) -> set[str]:
    if isinstance(schema, list):
        return {pattern for item in schema for pattern in patterns(item)}
    if not isinstance(schema, dict):
        return set()
    own = {value for key, value in schema.items() if key == "pattern" and isinstance(value, str)}
    return own | {pattern for item in schema.values() for pattern in patterns(item)}


@pytest.mark.parametrize("schema", [*SCHEMAS.values(), factor_set_schema()], ids=[*SCHEMAS, "factor set"])
def test_a_schema_is_one_itself(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_id_of_the_built_in_set_stands_in_the_schema_with_its_text(lang: str) -> None:
    language.activate(lang)
    factor_set = factor_sets.read(read_file(locations.built_in_factors()), lang)
    schema = answers_schema(factor_set)
    categories = schema["properties"]["answers"]["anyOf"][0]["properties"]
    factors = {id_: found["anyOf"][0]["properties"] for id_, found in categories.items()}
    answered = {id_: found["anyOf"][0]["properties"] for each in factors.values() for id_, found in each.items()}
    assert schema["title"] == factor_set.title
    assert {id_: found["description"] for id_, found in categories.items()} == {
        category.id: category.name for category in factor_set.categories
    }
    assert {id_: {name: found["description"] for name, found in each.items()} for id_, each in factors.items()} == {
        category.id: {factor.id: factor.text for factor in category.factors} for category in factor_set.categories
    }
    assert {id_: known(found["missing"]["anyOf"][0]["items"]) for id_, found in answered.items()} == {
        factor.id: {condition.id: condition.help for condition in factor.conditions} for factor in factor_set.factors
    }
    assert known(schema["properties"]["perspective"]) == {item.id: item.name for item in factor_set.perspectives}
    assert known(schema["$defs"]["ActionShape"]["properties"]["factor"]) == {
        factor.id: factor.text for factor in factor_set.factors
    }
    for found in answered.values():
        assert known(definition(schema, found["answer"])) == {
            option.id: f"{option.name}: {meaning(option, None, has_conditions=True)}" for option in factor_set.options
        }


def test_each_scale_of_a_set_has_its_own_answers() -> None:
    schema = SCHEMAS["other scale"]
    answered = schema["properties"]["answers"]["anyOf"][0]["properties"]["all"]["anyOf"][0]["properties"]
    assert {
        id_: list(known(definition(schema, found["anyOf"][0]["properties"]["answer"])))
        for id_, found in answered.items()
    } == {factor.id: [option.id for option in factor.scale] for factor in SETS["other scale"].factors}


def exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


DATE = re.compile(SCHEMAS["small"]["properties"]["date"]["pattern"])


@pytest.mark.parametrize("year", [0, 1, 4, 100, 400, 1900, 1996, 2000, 2026, 9999])
def test_exactly_the_days_of_a_year_are_dates(year: int) -> None:
    written = {(month, day): f"{year:04}-{month:02}-{day:02}" for month in range(14) for day in range(33)}
    assert {month_and_day for month_and_day, text in written.items() if DATE.search(text)} == {
        month_and_day for month_and_day in written if exists(year, *month_and_day)
    }


def test_a_leap_day_is_a_date_in_leap_years_alone_and_in_no_other_spelling() -> None:
    assert [year for year in range(10_000) if DATE.search(f"{year:04}-02-29")] == [
        year for year in range(10_000) if exists(year, 2, 29)
    ]
    for text in ("2026-1-5", "20261123", "2026-W48-1", "2026-11-23\n", " 2026-11-23", "2026-11-23 10:00", "٢٠٢٦-11-23"):
        assert not DATE.search(text)


def test_patterns_mean_the_same_to_every_kind_of_regular_expression() -> None:
    found = patterns([*SCHEMAS.values(), factor_set_schema()])
    plain = re.compile(r"(?:[\w\^$|*+?\[\]{},-]|\\(?:[tnrs]|x[0-9a-f]{2}|u[0-9a-f]{4})|\((?:\?[:!])?|\))*", re.ASCII)
    assert len(found) == 5
    assert [pattern for pattern in found if not plain.fullmatch(pattern)] == []
    assert [pattern for pattern in found if pattern.endswith("$")] == []  # in Python that is not the very end


class _EditorLoader(yaml.CSafeLoader):
    """Reads as editors do: a date is text to them."""


_EditorLoader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Day:
    """A date without quotes, as it is written; for YAML one that does not exist is no text either."""

    written: str


class _Dumper(yaml.SafeDumper):
    """Writes such dates, and nothing as an alias of something else: that is for reading alone to refuse."""

    def ignore_aliases(self, data: object) -> bool:
        return data is not self


_Dumper.add_representer(Day, lambda dumper, day: dumper.represent_scalar("tag:yaml.org,2002:timestamp", day.written))


def text_of(data: object) -> str:
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True)
    return text


def as_in_an_editor(text: str) -> Any:  # noqa: ANN401 (YAML)
    return yaml.load(text, _EditorLoader)  # noqa: S506 (a safe loader)


def differences(validator: Draft202012Validator, text: str) -> list[str]:
    return [error.message for error in validator.iter_errors(as_in_an_editor(text))]


def problems(read: Callable[[], object]) -> list[str]:
    try:
        read()
    except UnusableFileError as error:
        return [problem.message for problem in error.problems]
    return []


# What can stand where something else should. Left out is what JSON cannot tell from something else: it has one kind of
# number (1.0 is 1), and no number that is none (.nan).
ODD_TEXTS = [
    *("", " ", "\n", "\x1c", "\u3000", "\ufeff", "\u200b"),
    *("x", "ja", "Ja", "ja\n", "open", "unknown", "no"),
]
LONG_TEXTS = ["x" * 100, "x" * 101, "x" * 4000, "x" * 4001, "🙂" * 4000, "🙂" * 4001]
DATES = ["2026-11-23", "2024-02-29", "2026-02-29", "1900-02-29", "2000-02-29", "0000-01-01", "0001-01-01", "9999-12-31"]
ODD_DATES = ["2026-13-01", "2026-04-31", "2026-1-5", "23-11-2026", "20261123", "2026-W48-1", "2026-11-23\n"]
SCALARS = [None, True, False, 0, 1, 2, 3, -1, 0.5, 1.5, 10**20, *ODD_TEXTS, *LONG_TEXTS, *DATES, *ODD_DATES]
VALUES: st.SearchStrategy[object] = st.sampled_from(SCALARS) | st.sampled_from(
    [[], {}, ["x"], [None], [[]], {"x": "y"}, {"nl": "x"}, {"en": 1}]
)

Path = tuple[str | int, ...]


def places(data: object, path: Path = ()) -> Iterator[Path]:
    """Return the path of everything in plain data, but for the root."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield (*path, key)
        yield from places(value, (*path, key))


def at(data: Any, path: Path) -> Any:  # noqa: ANN401 (plain data)
    for step in path:
        data = data[step]
    return data


def mutate(draw: st.DrawFn, data: dict[str, Any], values: st.SearchStrategy[object], names: list[str]) -> None:
    """Make a file one step worse, or better again: something removed, replaced, added, renamed or doubled."""
    found = list(places(data))
    path = draw(st.sampled_from(found))
    parent, last = at(data, path[:-1]), path[-1]
    change = draw(st.sampled_from(["replace", "replace", "remove", "add", "rename", "double"]))
    if change == "replace":
        parent[last] = copy.deepcopy(draw(values))
    elif change == "remove":
        del parent[last]
    elif change == "add" and isinstance(parent, dict):
        parent[draw(st.sampled_from(names))] = copy.deepcopy(draw(values))
    elif change == "rename" and isinstance(parent, dict):
        parent[draw(st.sampled_from(names))] = parent.pop(last)
    elif isinstance(parent, list):
        parent.append(copy.deepcopy(parent[draw(st.integers(0, len(parent) - 1))]))


@st.composite
def answers_files(draw: st.DrawFn, factor_set: FactorSet) -> dict[str, Any]:
    factors = list(factor_set.factor_by_id)
    ids = [*factors, *(category.id for category in factor_set.categories)]
    conditions = [condition.id for factor in factor_set.factors for condition in factor.conditions]
    perspectives = [perspective.id for perspective in factor_set.perspectives]
    chosen = draw(st.lists(st.sampled_from(factor_set.factors), max_size=4, unique=True))
    data: dict[str, Any] = {
        "werkzaam": 1,
        "factors": factor_set.id,
        "version": factor_set.version,
        "collaboration": draw(st.sampled_from(["Lyceum Oost", "🙂", "2024"])),
        "date": draw(st.sampled_from(["2026-11-23", Day("2026-11-23"), Day("2024-02-29")])),
        "perspective": draw(st.sampled_from([None, *perspectives])),
        "note": draw(st.sampled_from([None, "", "Besproken.", "x" * 4000])),
        "answers": {
            category.id: {factor.id: draw(_said_of(factor)) for factor in category.factors if factor in chosen}
            for category in factor_set.categories
        },
        "actions": draw(st.lists(_actions(factors), max_size=2)),
    }
    values = (
        VALUES
        | st.sampled_from([*ids, *conditions, *perspectives, *(option.id for option in factor_set.options)])
        | st.lists(st.sampled_from([*conditions[:6], "x", "", None, 1]), max_size=3)
    )
    names = [*ids, "answer", "missing", "note", "what", "factor", "due", "date", "perspective", "x", ""]
    for _ in range(draw(st.integers(0, 3))):
        mutate(draw, data, values, names)
    quote_dates(data)
    return data


def quote_dates(data: object) -> None:
    """Leave a date without quotes only where one belongs: elsewhere it is text for an editor, and none for reading."""
    for path in list(places(data)):
        value = at(data, path)
        if isinstance(value, Day) and path != ("date",) and not (path[0] == "actions" and path[-1] == "due"):
            at(data, path[:-1])[path[-1]] = value.written


def _said_of(factor: Factor) -> st.SearchStrategy[object]:
    conditions = [condition.id for condition in factor.conditions]
    missing = st.lists(st.sampled_from(conditions), unique=True) if conditions else st.just([])
    return st.sampled_from([None, {}]) | st.fixed_dictionaries(
        {"answer": st.sampled_from([None, *(option.id for option in factor.scale)])},
        optional={"missing": st.none() | missing, "note": st.sampled_from([None, "", "Sinds maart.", "x" * 4000])},
    )


def _actions(factors: list[str]) -> st.SearchStrategy[object]:
    return st.fixed_dictionaries(
        {"what": st.just("Bellen")},
        optional={
            "factor": st.sampled_from([None, *factors]),
            "owner": st.sampled_from([None, "school"]),
            "due": st.sampled_from([None, "2027-03-01", Day("2027-03-01"), Day("2027-02-30")]),
            "status": st.sampled_from([None, "open", "done", "dropped"]),
        },
    )


@settings(max_examples=50)
@given(name=st.sampled_from(list(SETS)), data=st.data())
def test_a_schema_accepts_and_refuses_what_reading_does(name: str, data: st.DataObject) -> None:
    text = text_of(data.draw(answers_files(SETS[name])))
    told = problems(lambda: answers.read(Source("a.yaml", text), SETS[name]))
    assert bool(differences(VALIDATORS[name], text)) == bool(told), (text, told)


OWN = "scales: {eens: [{id: oneens, value: 0}, {id: eens, value: 1}]}\ndisplay: {from: 1, to: 5}\nmissing_below: 0.5\n"
NO_OTHER = """\
werkzaam: 1
id: eigen
version: 2
language: nl
title: Eigen
categories:
  - id: een
    name: Een
    factors: [{id: a, since: 2, text: A, scale: eens}, {id: b, text: B, scale: eens}]
"""
NAMED_SCALES = (examples.SMALL_SET + OWN, NO_OTHER + OWN)
"""Sets with scales that have a name, one of them with no other."""


@st.composite
def factor_set_files(draw: st.DrawFn) -> dict[str, Any]:
    texts = draw(st.sampled_from([examples.SMALL_SET, examples.OTHER_SCALE, *NAMED_SCALES]))
    data: dict[str, Any] = yaml.safe_load(texts)
    values = VALUES | st.sampled_from(
        ["j", "J", "o", "O", "?", "é", "\t", "\u00ad", "🙂", "jj", "green", "nl", "en-GB", 0.25, "eens"]
    )
    names = ["id", "name", "text", "help", "key", "value", "preferred", "conditions", "scale", "bands", "source", ""]
    names += ["since", "scales", "display", "missing_below", "from", "to"]
    for _ in range(draw(st.integers(0, 3))):
        mutate(draw, data, values, names)
    return data


# What JSON Schema cannot say: that something stands there twice, that a key is the id of another option, that what
# stands in several languages lacks the set's own, that a name or a number does not fit what stands elsewhere.
UNSAID = (
    *("is used twice", "are one key", "is the id of another option", "set's own language"),
    *("The set has no scale", "since cannot be later", "The highest score has to be above the lowest"),
)


@settings(max_examples=40)
@given(factor_set_files())
def test_the_schema_of_a_set_accepts_and_refuses_what_reading_does(data: dict[str, Any]) -> None:
    text = text_of(data)
    told = problems(lambda: factor_sets.read(Source("f.yaml", text)))
    told = [problem for problem in told if not any(words in problem for words in UNSAID)]
    assert bool(differences(SET_VALIDATOR, text)) == bool(told), (text, told)


@pytest.mark.parametrize("key", ["\u200b", "\u2800", "\u3164", "\u2028"])
def test_a_key_that_cannot_be_seen_is_none_to_either(key: str) -> None:
    data = yaml.safe_load(examples.SMALL_SET)
    data["scale"][0]["key"] = key
    told = problems(lambda: factor_sets.read(Source("f.yaml", text_of(data))))
    assert (bool(told), bool(differences(SET_VALIDATOR, text_of(data)))) == (True, True)


@pytest.mark.parametrize("key", ["collaboration", "perspective", "note", "answer", "what"])
def test_a_schema_and_reading_agree_on_what_is_empty(key: str) -> None:
    for text in ODD_TEXTS:
        said = {"answer": text} if key == "answer" else {}
        data = yaml.safe_load(examples.SMALL_ANSWERS) | {"answers": {"mensen": {"team": said}}, "date": "2026-11-23"}
        data["actions"] = [{"what": text if key == "what" else "x"}]
        if key not in ("what", "answer"):
            data[key] = text
        written = text_of(data)
        told = problems(partial(answers.read, Source("a.yaml", written), SETS["small"]))
        assert bool(differences(VALIDATORS["small"], written)) == bool(told), text

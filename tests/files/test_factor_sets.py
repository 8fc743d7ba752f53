import time
from collections.abc import Callable, Iterable
from fractions import Fraction

import pytest

from tests import examples
from werkzaam.domain.factor_set import Band, Condition, Display, FactorSet, Option, Perspective, Special
from werkzaam.domain.factor_set import Source as SetSource
from werkzaam.files import factor_sets, reading
from werkzaam.files.disk import locations
from werkzaam.files.problems import UnusableFileError
from werkzaam.files.yaml.tree import parse

SMALLEST = """\
werkzaam: 1
id: klein
version: 1
language: nl
title: Klein
scale:
  - {id: ja, value: 1}
categories:
  - id: een
    name: Een
    factors:
      - {id: eerste, text: Een ding.}
"""


def read(text: str, language: str | None = None) -> FactorSet:
    return factor_sets.read(reading.Source("f", text), language)


def refused(text: str) -> list[str]:
    with pytest.raises(UnusableFileError) as caught:
        read(text)
    return [str(problem).removeprefix("f:") for problem in caught.value.problems]


def places(text: str) -> list[str]:
    return [problem.partition(": ")[0] for problem in refused(text)]


def with_scale(*options: str) -> str:
    """Return the smallest set with other options, of which the first stands on line 7."""
    return SMALLEST.replace("  - {id: ja, value: 1}\n", "".join(f"  - {option}\n" for option in options))


def keys(*options: str) -> list[str | None]:
    return [option.key for option in read(with_scale(*options)).options]


def with_factors(*factors: str) -> str:
    """Return the smallest set with other factors, of which the first stands on line 12."""
    return SMALLEST.replace(
        "      - {id: eerste, text: Een ding.}\n", "".join(f"      - {factor}\n" for factor in factors)
    )


def languages_of(data: object) -> list[set[str]]:
    """Return, for every text by language in plain data, its languages."""
    if isinstance(data, list):
        return [languages for item in data for languages in languages_of(item)]
    if not isinstance(data, dict):
        return []
    if set(data) <= {"nl", "en"}:
        return [{language for language, text in data.items() if text.strip()}]
    return [languages for value in data.values() for languages in languages_of(value)]


def test_answers_are_not_taken_for_a_factor_set() -> None:
    assert refused(examples.SMALL_ANSWERS) == ["7:1: This file holds answers, and is not a factor set."]


def test_the_built_in_set_has_all_that_the_source_names_in_both_languages(built_in: FactorSet) -> None:
    conditions = [condition for factor in built_in.factors for condition in factor.conditions]
    assert len(conditions) == 71
    assert [len(category.factors) for category in built_in.categories] == [4, 3, 4, 3, 2, 3]
    assert sum(not factor.preferred for factor in built_in.factors) == 18
    assert sum(condition.preferred for condition in conditions) == 5
    assert len({factor.source for factor in built_in.factors} - {None}) == 19
    tree = parse(reading.read_file(locations.built_in_factors()))
    # Title, introduction and question; perspectives; name, help and key of options; categories; texts of factors;
    # texts and help of conditions.
    assert languages_of(tree.data) == [{"nl", "en"}] * (3 + 4 + 3 * 5 + 6 + 19 + 2 * 71)


def test_the_built_in_set_says_what_it_is(built_in: FactorSet) -> None:
    assert (built_in.id, built_in.version, built_in.language) == ("onderwijs-jongerenwerk", 1, "nl")
    assert built_in.source is not None
    assert built_in.source.publisher == "Expertise-unit Sociale Stabiliteit"
    assert built_in.source.url is not None
    assert built_in.source.url.startswith("https://www.socialestabiliteit.nl/")
    assert [(item.id, item.joint) for item in built_in.perspectives] == [
        ("jongerenwerk", False), ("onderwijs", False), ("gemeente", False), ("samen", True)
    ]  # fmt: skip
    assert [(option.id, option.value, option.key) for option in built_in.options] == [
        ("ja", Fraction(1), "j"),
        ("deels", Fraction(1, 2), "d"),
        ("nee", Fraction(0), "n"),
        ("weet-niet", Special.UNKNOWN, "w"),
        ("nvt", Special.NOT_APPLICABLE, "v"),
    ]
    assert built_in.bands == (
        Band(Fraction(4, 5), "green"),
        Band(Fraction(1, 2), "yellow"),
        Band(Fraction(0), "red"),
    )
    assert built_in.minimum_coverage == Fraction(1, 2)


def test_the_built_in_set_reads_otherwise_in_english(built_in: FactorSet) -> None:
    english = factor_sets.read(reading.read_file(locations.built_in_factors()), "en")
    assert (english.language, [option.name for option in english.options][:2]) == ("en", ["Yes", "Partly"])
    assert [option.key for option in english.options] == [*"ypnda"]
    assert all(ours.text != theirs.text for ours, theirs in zip(built_in.factors, english.factors, strict=True))


def test_what_is_left_out_or_empty_has_a_default() -> None:
    found = read(SMALLEST)
    factor = found.factors[0]
    assert (found.introduction, found.source, found.perspectives, found.bands) == (None, None, (), ())
    assert (found.question, found.categories[0].help, factor.help, factor.scale[0].help) == (None, None, None, None)
    assert found.minimum_coverage == Fraction(1, 2)
    assert (factor.source, factor.preferred, factor.conditions) == (None, False, ())
    assert factor.scale == found.options == (Option("ja", Fraction(1), "ja", "1"),)
    assert read(f"{SMALLEST}introduction:\nquestion:\nsource:\nperspectives:\nbands:\n") == found


def test_everything_that_can_stand_in_a_set_has_its_place() -> None:
    text = (
        SMALLEST + "introduction: Kort.\nsource: {title: T, publisher: P, url: U}\nminimum_coverage: 0.1\n"
        "perspectives: [{id: a}, {id: c, name: C, joint: true}]\nquestion: Klopt dit?\n"
        "bands: [{from: 0, colour: red}, {from: 0.9, colour: green}, {from: 0.3, colour: yellow}]\n"
    )
    text = text.replace("{id: eerste, text: Een ding.}", "{id: een, source: S, text: T, help: H, preferred: true}")
    found = read(text.replace("    name: Een", "    name: Een\n    help: C").replace("value: 1}", "value: 1, help: O}"))
    assert (found.introduction, found.source) == ("Kort.", SetSource("T", "P", "U"))
    assert found.perspectives == (Perspective("a", "a", joint=False), Perspective("c", "C", joint=True))
    assert (found.question, found.categories[0].help, found.factors[0].help) == ("Klopt dit?", "C", "H")
    assert found.options[0].help == "O"
    assert found.bands == (Band(Fraction(9, 10), "green"), Band(Fraction(3, 10), "yellow"), Band(Fraction(0), "red"))
    assert found.minimum_coverage == Fraction(1, 10)
    assert (found.factors[0].source, found.factors[0].preferred) == ("S", True)
    assert found.category_of["een"].id == "een"


def test_a_condition_without_help_is_its_own_help() -> None:
    factor = read(with_factors("{id: eerste, text: A, conditions: [{id: x, text: X}, {id: y, text: Y, help: Z}]}"))
    assert factor.factors[0].conditions == (
        Condition("x", "X", "X", preferred=False),
        Condition("y", "Y", "Z", preferred=False),
    )


@pytest.mark.parametrize("key", ["werkzaam", "id", "version", "language", "title", "scale", "categories"])
def test_a_required_key_is_missed(key: str) -> None:
    lines = SMALLEST.splitlines(keepends=True)
    start = next(index for index, line in enumerate(lines) if line.startswith(f"{key}:"))
    stop = next((index for index in range(start + 1, len(lines)) if not lines[index].startswith(" ")), len(lines))
    (problem,) = refused("".join(lines[:start] + lines[stop:]))
    assert (problem.partition(": ")[0], f"“{key}”" in problem) == ("1:1", True)


@pytest.mark.parametrize(
    ("asked", "language", "title", "texts"),
    [
        (None, "nl", "Klein", ["Eén", "Twee", "Drie"]),
        ("nl", "nl", "Klein", ["Eén", "Twee", "Drie"]),
        ("en", "en", "Small", ["One", "Twee", "Drie"]),
        ("fr", "nl", "Klein", ["Eén", "Twee", "Drie"]),
    ],
)
def test_texts_are_in_the_asked_language_or_else_in_the_set_s_own(
    asked: str | None, language: str, title: str, texts: list[str]
) -> None:
    factors = ["{id: a, text: {nl: Eén, en: One}}", "{id: b, text: Twee}", "{id: c, text: {nl: Drie}}"]
    found = read(with_factors(*factors).replace("Klein", "{nl: Klein, en: Small}"), asked)
    assert (found.language, found.title, [factor.text for factor in found.factors]) == (language, title, texts)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (SMALLEST.replace("title: Klein", "title: {en: Small}"), "5:1"),
        (SMALLEST.replace("name: Een", "name: {en: One}"), "10:5"),
        (with_factors("{id: a, text: {en: One}}"), "12:17"),
        (with_factors("{id: a, text: A, conditions: [{id: x, text: X, help: {en: Help}}]}"), "12:56"),
        (with_scale("{id: ja, value: 1, name: {en: x}}"), "7:24"),
        (SMALLEST + "perspectives: [{id: a, name: {en: A}}]\n", "13:24"),
        (SMALLEST + "introduction:\n  en: Hello\n", "13:1"),
        (SMALLEST + "question: {en: Is it so?}\n", "13:1"),
        (with_scale("{id: ja, key: {en: y}, value: 1}"), "7:14"),
    ],
)
def test_what_has_several_languages_must_not_lack_the_set_s_own(text: str, place: str) -> None:
    assert refused(text) == [f"{place}: The set's own language (nl) is missing here: add it."]


def test_a_factor_may_have_a_scale_of_its_own() -> None:
    found = examples.other_scale()
    assert found.factors[2].scale == (
        Option("done", Fraction(1), "Done", "1"),
        Option("not-done", Fraction(0), "Not done", "2"),
    )
    assert [option.id for option in found.options] == ["0", "1", "2", "3", "4", "done", "not-done"]


SCALES = """\
scales:
  eens: [{id: "1", value: 0, name: Oneens}, {id: "2", value: 1, name: Eens}]
  oneens: [{id: "1", value: 1, name: Oneens}, {id: "2", value: 0, name: Eens}]
"""
NO_SCALE = SMALLEST.replace("scale:\n  - {id: ja, value: 1}\n", "")


def test_a_factor_may_name_a_scale_and_then_the_set_needs_none_for_all() -> None:
    factors = "{id: a, text: A, scale: eens}\n      - {id: b, text: B, scale: oneens}"
    found = read(SCALES + NO_SCALE.replace("{id: eerste, text: Een ding.}", factors))
    assert [[option.value for option in factor.scale] for factor in found.factors] == [[0, 1], [1, 0]]
    assert [option.id for option in found.options] == ["1", "2"]


def test_what_no_factor_can_get_is_no_option_of_the_set() -> None:
    found = read(SCALES + with_factors("{id: a, text: A, scale: eens}"))
    assert [option.id for option in found.options] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (NO_SCALE, ["1:1: “scale” is missing here."]),
        (
            SCALES + with_factors("{id: a, text: A, scale: eenz}"),
            ["15:33: The set has no scale “eenz” below “scales”. Did you mean “eens”?"],
        ),
        (with_factors("{id: a, text: A, scale: eens}"), ["12:33: The set has no scale “eens” below “scales”."]),
        (
            SCALES + NO_SCALE.replace("Een ding.}", "Een ding., scale: eens}\n      - {id: b, text: B}"),
            ["14:9: This factor has no scale, and the set has none for all of them: add “scale” here, or to the set."],
        ),
        (
            SMALLEST + "scales: {Eens: [{id: ja, value: 1}]}\n",
            ["13:10: “Eens” is not an id: use small letters, digits and single hyphens between them."],
        ),
        (SMALLEST + "scales: {eens: []}\n", ["13:16: At least one item is needed here."]),
        (
            "scales: {1: [{id: ja, value: 1}]}\n" + with_factors("{id: a, text: A, scale: '1'}"),
            [
                "1:10: A name has to be text here: put quotes around it.",
                "13:33: The set has no scale “1” below “scales”.",
            ],
        ),
        (
            SMALLEST + "scales: {eens: [{id: ja, value: 1, naam: Ja}]}\n",
            ["13:36: “naam” is not known here. Did you mean “name”?"],
        ),
        (
            with_factors("{id: a, text: A, scale: [{id: ja, value: 1, naam: Ja}]}"),
            ["12:53: “naam” is not known here. Did you mean “name”?"],
        ),
        *[(with_factors(f"{{id: a, text: A, scale: {name}}}"),
           ["12:33: YAML does not read this as text: put quotes around it."]) for name in ("5", "no")],
        (SCALES + with_factors("{id: a, text: A, scale: Eens}"),
         ["15:33: “Eens” is not an id: use small letters, digits and single hyphens between them."]),
        (SCALES + with_factors("{id: a, text: A, scale: ee\u200bns}"),
         ["15:35: Here stands U+200B, which cannot be seen: take it away."]),
        (SMALLEST + "scales: {eens: [{id: ja, value: 1}, {id: ja, value: 0}]}\n",
         ["13:42: “ja” is used twice, the first time on line 13: choose another one."]),
    ],
)  # fmt: skip
def test_what_is_wrong_about_scales_is_told_at_its_place(text: str, told: list[str]) -> None:
    assert refused(text) == told


TURNED = "The highest score has to be above the lowest: “to” above “from”, as in display: {from: 1, to: 5}."


@pytest.mark.parametrize(
    ("display", "told"),
    [
        ("{from: 1, to: 1}", [f"13:24: {TURNED}"]),
        ("{from: 5, to: 1}", [f"13:24: {TURNED}"]),
        ("{from: 1}", ["13:1: “to” is missing here."]),
        ("{from: .nan, to: 5}", ["13:17: A number is needed here, such as 1 or 5, without quotes."]),
        ("{from: 1, to: 1e99}", ["13:24: A number is needed here, such as 1 or 5, without quotes."]),
        ("{from: false, to: 5}", ["13:17: A number is needed here, such as 1 or 5, without quotes."]),
        ("{from: '1', to: 5}", ["13:17: Write this number with a point and without quotes, such as 0.5."]),
        ("[1, 5]", ["13:10: Names with values are needed here, each on a line of its own as “name: value”."]),
    ],
)  # fmt: skip
def test_an_own_scale_leads_from_one_number_up_to_another(display: str, told: list[str]) -> None:
    assert refused(f"{SMALLEST}display: {display}\n") == told


def test_an_own_scale_is_exactly_what_is_written() -> None:
    found = read(f"{SMALLEST}display: {{from: -0.1, to: 10}}\nmissing_below: 0.6\n")
    assert (found.display, found.missing_below) == (Display(Fraction(-1, 10), Fraction(10)), Fraction(3, 5))
    assert (read(SMALLEST).display, read(SMALLEST).missing_below) == (None, Fraction(1))


def test_what_came_later_says_so_and_not_later_than_the_set_itself() -> None:
    text = with_factors("{id: a, since: 2, text: A, conditions: [{id: b, text: B, since: 3}]}")
    found = read(text.replace("version: 1", "version: 3")).factors[0]
    assert (found.since, found.conditions[0].since) == (2, 3)
    message = "The set has version 1: since cannot be later. Raise the version of the set, or lower this."
    assert refused(text) == [f"12:24: {message}", f"12:73: {message}"]
    assert [refused(text.replace("version: 1", f"version: {version}")) for version in ("true", "0")] == [
        ["3:10: A whole number is needed here, without quotes."],
        ["3:10: A whole number of at least 1 is needed here."],
    ]
    assert refused(with_factors("{id: a, since: 0, text: A}")) == [
        "12:24: A whole number of at least 1 is needed here."
    ]


def test_an_option_that_two_scales_share_is_listed_once() -> None:
    found = read(
        with_factors("{id: a, text: A, scale: [{id: nee, value: 0}, {id: ja, value: 0.9}]}", "{id: b, text: B}")
    )
    assert [(option.id, option.value) for option in found.options] == [("ja", Fraction(1)), ("nee", Fraction(0))]
    assert found.factors[0].option("ja").value == Fraction(9, 10)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["{id: ja, key: j, value: 1}", "{id: nee, key: N, value: 0}"], ["j", "N"]),
        (["{id: a, value: 1}", "{id: c, value: 0}", "{id: nee, value: 0}"], ["a", "c", "1"]),
        (["{id: a, key: x, value: 1}", "{id: x1, value: 0}"], ["x", "1"]),
        (["{id: j, key: j, value: 1}"], ["j"]),
        (["{id: '2', value: 1}", "{id: ja, value: 0}", "{id: nee, value: 0}"], ["2", "1", "3"]),
        (["{id: nee, value: 0}", "{id: ja, key: '1', value: 1}"], ["2", "1"]),
        ([f"{{id: x{number}, value: 1}}" for number in range(12)], [*"1234567890", None, None]),
        (["{id: '0', value: 0}", *[f"{{id: x{number}, value: 1}}" for number in range(10)]], [*"0123456789", None]),
        (["{id: ja, key: é, value: 1}"], ["é"]),
    ],
)
def test_every_option_has_a_key_while_there_are_any(options: list[str], expected: list[str | None]) -> None:
    assert keys(*options) == expected


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("otbq?OQ", "The questionnaire itself needs the keys o, t, b, q and ?: choose another one."),
        (["jn", "", " ", "\\n", "\\u200b", "\\t"], "A key is a single character."),
    ],
)
def test_a_key_is_one_visible_character_that_the_questionnaire_leaves_free(keys: Iterable[str], message: str) -> None:
    for key in keys:
        assert refused(with_scale(f'{{id: ja, key: "{key}", value: 1}}')) == [f"7:19: {message}"]


@pytest.mark.parametrize(
    ("options", "dutch", "english"),
    [
        (["{id: ja, key: {nl: j, en: y}, value: 1}", "{id: nee, key: n, value: 0}"], ["j", "n"], ["y", "n"]),
        (["{id: ja, key: {nl: j}, value: 1}", "{id: nee, key: {nl: n, en: x}, value: 0}"], ["j", "n"], ["j", "x"]),
        (
            ["{id: ja, key: {nl: j, en: d}, value: 1}", "{id: nee, key: {nl: d, en: j}, value: 0}"],
            ["j", "d"],
            ["d", "j"],
        ),
        (["{id: ja, key: {nl: j, en: '1'}, value: 1}", "{id: nee, value: 0}"], ["j", "1"], ["1", "2"]),
    ],
)
def test_a_key_is_that_of_the_language_that_is_spoken_or_else_of_the_set_s_own(
    options: list[str], dutch: list[str], english: list[str]
) -> None:
    text = with_scale(*options).replace("title: Klein", "title: {nl: Klein, en: Small}")
    assert [[option.key for option in read(text, lang).options] for lang in ("nl", "en")] == [dutch, english]


@pytest.mark.parametrize(
    ("options", "places"),
    [
        (["{id: ja, key: a, value: 1}", "{id: nee, key: A, value: 0}"], ["8:20"]),
        (["{id: ja, key: K, value: 1}", "{id: nee, key: \u212a, value: 0}"], ["8:20"]),  # the sign for kelvin
        (["{id: ja, key: s, value: 1}", "{id: nee, key: ſ, value: 0}"], ["8:20"]),
        (["{id: ja, key: {nl: j, en: d}, value: 1}", "{id: nee, key: {nl: n, en: D}, value: 0}"], ["8:32"]),
        (["{id: ja, key: {nl: j, en: D}, value: 1}", "{id: nee, key: {nl: d}, value: 0}"], ["8:25"]),
        (["{id: ja, key: {nl: j, en: D}, value: 1}", "{id: nee, key: d, value: 0}"], ["8:20"]),
        (["{id: ja, key: {nl: j, en: y}, value: 1}", "{id: nee, key: {nl: J, en: Y}, value: 0}"], ["8:25", "8:32"]),
    ],
)
def test_keys_are_told_apart_without_regard_to_case_in_each_language(options: list[str], places: list[str]) -> None:
    told = refused(with_scale(*options))
    assert [problem.partition(": ")[0] for problem in told] == places
    assert all("are one key, with or without Shift: choose another one." in problem for problem in told)


def test_keys_per_language_are_each_a_single_free_character() -> None:
    text = with_scale("{id: ja, key: {nl: j, en: q}, value: 1}", "{id: nee, key: {nl: nn, en: n}, value: 0}")
    assert places(text) == ["7:31", "8:25"]


@pytest.mark.parametrize("command", ["o", "t", "b", "q", "open"])
def test_an_answer_has_no_command_for_its_id(command: str) -> None:
    told = "The ids open, o, t, b and q mean something else already: choose another one."
    assert refused(with_scale(f"{{id: {command}, key: x, value: 1}}")) == [f"7:10: {told}"]


def test_keys_of_different_scales_do_not_meet() -> None:
    text = with_factors("{id: a, text: A, scale: [{id: x, key: '1', value: 1}, {id: y, value: 0}]}")
    assert [option.key for option in read(text).factors[0].scale] == ["1", "y"]


@pytest.mark.parametrize(
    "value", [".nan", ".inf", "-0.1", "1.1", "2", "1e400", "ja", "2026-11-23", "[1]", "{a: 1}", "''"]
)
def test_a_value_is_a_number_from_0_to_1_or_a_special(value: str) -> None:
    assert refused(with_scale(f"{{id: ja, value: {value}}}")) == [
        "7:21: Write a number from 0 to 1 here, or unknown, or not-applicable."
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", Fraction(0)),
        ("1", Fraction(1)),
        ("1.0", Fraction(1)),
        ("0.1", Fraction(1, 10)),
        ("0.3333", Fraction(3333, 10000)),
        (".7", Fraction(7, 10)),
        ("unknown", Special.UNKNOWN),
        ("not-applicable", Special.NOT_APPLICABLE),
    ],
)
def test_a_value_is_exactly_what_is_written(value: str, expected: Fraction | Special) -> None:
    assert read(with_scale(f"{{id: ja, value: {value}}}")).options[0].value == expected


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("'1'", "Write this number with a point and without quotes, such as 0.5."),
        ("'0,5'", "Write this number with a point and without quotes, such as 0.5."),
    ],
)
def test_what_looks_like_a_value_is_told_as_what_to_write(value: str, message: str) -> None:
    assert refused(with_scale(f"{{id: ja, value: {value}}}")) == [f"7:21: {message}"]
    assert refused(f"{SMALLEST}minimum_coverage: {value}\n") == [f"13:19: {message}"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ("0 1 2 3 4", ["0.25: 1 / 4", "0.5: 2 / 4", "0.75: 3 / 4", "1: 4 / 4"]),
        (
            "1 2 3 4 5",
            ["0: (1 - 1) / (5 - 1)", "0.25: (2 - 1) / (5 - 1)", "0.5: (3 - 1) / (5 - 1)",
             "0.75: (4 - 1) / (5 - 1)", "1: (5 - 1) / (5 - 1)"],
        ),
        ("-1 0 1", ["0: (-1 + 1) / (1 + 1)", "0.5: (0 + 1) / (1 + 1)"]),
        ("3 2 1", ["1: (3 - 1) / (3 - 1)", "0.5: (2 - 1) / (3 - 1)", "0: (1 - 1) / (3 - 1)"]),
        ("0 0.5 10", ["1: 10 / 10"]),  # not all are whole: what fits may well be meant
        ("0 1 3", ["0.3333: 1 / 3", "1: 3 / 3"]),
    ],
)  # fmt: skip
def test_the_values_of_an_instrument_are_told_with_the_sum_that_makes_them_fit(values: str, told: list[str]) -> None:
    options = [f"{{id: a{number}, value: {value}}}" for number, value in enumerate(values.split())]
    for text in (with_scale(*options), f"{SMALLEST}scales: {{eens: [{', '.join(options)}]}}\n"):
        assert [problem.partition(" write ")[2] for problem in refused(text)] == [f"{line}." for line in told]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ("0 3 1", ["0.5: (3 - 1) / (5 - 1)"]),  # what fits is meant: 0 does not stand on the own scale
        ("1 3", ["0: (1 - 1) / (5 - 1)", "0.5: (3 - 1) / (5 - 1)"]),
        ("1.5 4", ["0.125: (1.5 - 1) / (5 - 1)", "0.75: (4 - 1) / (5 - 1)"]),
        ("0 1 2 10", ["0.1: 1 / 10", "0.2: 2 / 10", "1: 10 / 10"]),
    ],
)
def test_values_on_the_own_scale_are_told_as_places_on_it(values: str, told: list[str]) -> None:
    options = [f"{{id: a{number}, value: {value}}}" for number, value in enumerate(values.split())]
    text = with_scale(*options) + "display: {from: 1, to: 5}\n"
    assert [problem.partition(" write ")[2] for problem in refused(text)] == [f"{line}." for line in told]


@pytest.mark.parametrize("value", [".nan", "101", "-1", "half", "unknown", "''", "yes", "no"])
def test_a_bound_is_a_number_from_0_to_1(value: str) -> None:
    number = "A number from 0 to 1 is needed here, without quotes."
    assert refused(f"{SMALLEST}minimum_coverage: {value}\n") == [f"13:19: {number}"]
    assert refused(f"{SMALLEST}bands: [{{from: {value}, colour: red}}]\n") == [f"13:16: {number}"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (with_scale("{id: ja}"), "7:5"),
        (with_scale("{value: 1}"), "7:5"),
        (with_scale("{id: ja, value: }"), "7:14"),
        (with_scale("{id: ja, key: 1, value: 1}"), "7:19"),
        (with_scale("{id: ja, value: 1, name: Yes}"), "7:30"),
        (with_scale("{id: no, value: 1}"), "7:10"),
        (with_scale("{id: ja, value: 1, Key: j}"), "7:24"),
        (with_factors("{id: eerste}"), "12:9"),
        (with_factors("{text: A}"), "12:9"),
        (with_factors("{id: vast_team, text: A}"), "12:14"),
        (with_factors("{id: a, text: {}}"), "12:23"),
        (with_factors("{id: a, text: {nl: Nee, en: No}}"), "12:37"),
        (with_factors("{id: a, text: A, scale: []}"), "12:33"),
        (with_factors("{id: a, text: A, conditions: [{id: x}]}"), "12:39"),
        (with_factors("{id: a, text: A, prefered: true}"), "12:26"),
        (with_factors().replace("factors:", "factors: []"), "11:14"),
        (SMALLEST.replace("    name: Een\n", ""), "9:5"),
        (SMALLEST.replace("  - id: een\n    name", "  - name"), "9:5"),
        (SMALLEST.replace("title: Klein", "title: No"), "5:8"),
        (SMALLEST.replace("title: Klein", "title: ''"), "5:8"),
        (SMALLEST.replace("language: nl", "language: no"), "4:11"),
        (SMALLEST.replace("version: 1", "version: 0"), "3:10"),
        (SMALLEST.replace("scale:\n  - {id: ja, value: 1}", "scale: []"), "6:8"),
        (SMALLEST[: SMALLEST.index("categories")] + "categories: []\n", "8:13"),
        (SMALLEST + "perspectives: [{name: A}]\n", "13:16"),
        (SMALLEST + "bands: [{colour: red}]\n", "13:9"),
        (SMALLEST + "bands: [{from: 0, colour: pink}]\n", "13:27"),
        (SMALLEST + "bands: [{start: 0, from: 0, colour: red}]\n", "13:10"),
        (SMALLEST + "source: {url: x}\n", "13:1"),
        (SMALLEST + "band: []\n", "13:1"),
        ("- a\n", "1:1"),
    ],
)
def test_what_has_another_shape_is_told_at_its_place(text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize("language", ["nl", "fy", "nds", "nl-BE", "'no'"])
def test_a_language_is_a_code(language: str) -> None:
    assert read(SMALLEST.replace("language: nl", f"language: {language}")).language == language.strip("'")


def test_what_is_no_code_of_a_language_is_told_once_and_nothing_is_missing_in_it() -> None:
    text = SMALLEST.replace("title: Klein", "title: {en: Small, fr: Petit}")
    for language in ("dutch", "NL", "''"):
        told = "4:11: Write the code of a language here, in two or three small letters such as nl."
        assert refused(text.replace("language: nl", f"language: {language}")) == [told]


BETWEEN_BRACES = "stands here without a value: between braces, put quotes around a text with a comma in it."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SMALLEST.replace("Een ding.", "Een ding, of twee."), [f"12:38: “of twee.” {BETWEEN_BRACES}"]),
        (SMALLEST.replace("Een ding.", "{nl: Ja, nee ,en: A}"), [f"12:37: “nee” {BETWEEN_BRACES}"]),
        (SMALLEST.replace("Een ding.", "{nl: In 2024, 2025}"), [f"12:42: “2025” {BETWEEN_BRACES}"]),
        (SMALLEST.replace("value: 1", "value: 0,5"), ["7:23: Write this number with a point, such as 0.5."]),
        (SMALLEST + "bands: [{from: 0,8, colour: red}]\n", ["13:18: Write this number with a point, such as 0.8."]),
        (SMALLEST.replace("text: Een ding.", "text"), ["12:22: Text is needed here."]),
    ],
)
def test_a_comma_that_ends_a_value_between_braces_is_told_where_the_rest_stands(text: str, told: list[str]) -> None:
    assert refused(text) == told


@pytest.mark.parametrize(
    ("text", "place", "name", "first"),
    [
        (SMALLEST + "  - {id: een, name: B, factors: [{id: b, text: B}]}\n", "13:10", "een", 9),
        (with_factors("{id: a, text: A}", "{id: a, text: B}"), "13:14", "a", 12),
        (SMALLEST + "  - {id: twee, name: B, factors: [{id: eerste, text: B}]}\n", "13:40", "eerste", 12),
        (with_factors("{id: a, text: A, conditions: [{id: x, text: X}, {id: x, text: Y}]}"), "12:62", "x", 12),
        (with_scale("{id: ja, value: 1}", "{id: ja, value: 0}"), "8:10", "ja", 7),
        (with_scale("{id: ja, key: j, value: 1}", "{id: nee, key: j, value: 0}"), "8:20", "j", 7),
        (with_factors("{id: a, text: A, scale: [{id: x, value: 1}, {id: x, value: 0}]}"), "12:58", "x", 12),
        (
            with_factors("{id: a, text: A, scale: [{id: x, key: v, value: 1}, {id: y, key: v, value: 0}]}"),
            "12:74",
            "v",
            12,
        ),
        (SMALLEST + "perspectives: [{id: a}, {id: a}]\n", "13:30", "a", 13),
    ],
)
def test_an_id_or_a_key_that_stands_twice_is_refused(text: str, place: str, name: str, first: int) -> None:
    assert refused(text) == [f"{place}: “{name}” is used twice, the first time on line {first}: choose another one."]


@pytest.mark.parametrize("own", ["ja", "n"])
@pytest.mark.parametrize("key", ["n", "N"])
def test_a_key_that_is_the_id_of_another_option_is_refused(own: str, key: str) -> None:
    told = refused(with_scale(f"{{id: {own}, key: {key}, value: 1}}", "{id: n, value: 0}"))
    assert f"7:{17 + len(own)}: “{key}” is the id of another option: choose another key." in told
    told = refused(with_scale(f"{{id: {own}, key: {{nl: j, en: {key}}}, value: 1}}", "{id: n, value: 0}"))
    assert f"7:{29 + len(own)}: “{key}” is the id of another option: choose another key." in told


@pytest.mark.parametrize(
    ("ids", "wrong"),
    [
        (["'2'", "'1'"], [0, 1]),
        (["x", "'1'"], [1]),
        (["b", "x", "q"], [0, 2]),
        (["'1'", "'2'", "x"], []),
        (["'2026'", "'7'", "o", "t"], []),
        (["b"], []),
    ],
)
def test_an_id_that_typed_as_a_line_could_mean_something_else_is_refused(ids: list[str], wrong: list[int]) -> None:
    conditions = "".join(f"\n      - {{id: {name}, text: X}}" for name in ids)
    for text, line, column in (
        (
            with_factors(
                f"id: a\n        text: A\n        conditions:{conditions.replace('      - ', '          - ')}"
            ),
            15,
            18,
        ),
        (f"{SMALLEST}perspectives:{conditions.replace(', text: X', '')}\n", 14, 14),
    ):
        if not wrong:
            assert read(text).factors
        else:
            assert places(text) == [f"{line + number}:{column}" for number in wrong]


def test_two_factors_may_have_conditions_with_the_same_id() -> None:
    conditions = "conditions: [{id: x, text: X}]"
    found = read(with_factors(f"{{id: a, text: A, {conditions}}}", f"{{id: b, text: B, {conditions}}}"))
    assert [factor.conditions[0].id for factor in found.factors] == ["x", "x"]


def test_a_newer_format_is_refused_before_anything_else() -> None:
    for newer in ("2", f"0x{'F' * 50}"):
        assert places(SMALLEST.replace("werkzaam: 1", f"werkzaam: {newer}").replace("title", "titel")) == ["1:11"]
    with pytest.raises(UnusableFileError):
        read(SMALLEST.replace("werkzaam: 1", f"werkzaam: 0x{'F' * 5000}"))


def test_several_problems_are_told_together_in_the_order_of_the_file() -> None:
    text = """\
werkzaam: 1
id: Klein
version: een
language: nl
title: No
scale:
  - {id: open, key: oo, value: true}
  - {id: open, key: o, value: 3}
  - {id: nee, value: 0, value: 1}
bands: {from: 1}
categories:
  - id: een
    naam: Een
    factors:
      - {id: a, text: , preferred: nee}
      - {id: a, 1: x}
"""
    wanted = "2:5 3:10 5:8 7:10 7:21 7:32 8:10 8:10 8:21 8:31 9:25 10:8 12:5 13:5 15:17 15:36 16:9 16:14 16:17"
    assert " ".join(places(text)) == wanted


def options(number: int, start: int = 0) -> str:
    return f"[{', '.join(f'{{id: s{place}, value: 0}}' for place in range(start, start + number))}]"


def named(number: int, rest: str = "") -> str:
    return f"[{', '.join(f'{{id: n{place}{rest}}}' for place in range(number))}]"


@pytest.mark.parametrize(
    ("known", "filled", "place"),
    [
        ("scale:\n  - {id: ja, value: 1}\n", lambda number: f"scale: {options(number)}\n", "6:8"),
        ("scale:\n", lambda number: f"perspectives: {named(number)}\nscale:\n", "6:15"),
        ("scale:\n", lambda number: f"bands: [{', '.join(['{from: 0, colour: red}'] * number)}]\nscale:\n", "6:8"),
        ("text: Een ding.", lambda number: f"text: T, conditions: {named(number, ', text: T')}", "12:43"),
        (
            "    factors:\n      - {id: eerste, text: Een ding.}\n",
            lambda n: f"    factors: {named(n, ', text: T')}\n",
            "11:14",
        ),
    ],
    ids=["options", "perspectives", "bands", "conditions", "factors"],
)
def test_a_list_holds_at_most_two_hundred_items(known: str, filled: Callable[[int], str], place: str) -> None:
    assert read(SMALLEST.replace(known, filled(200)))
    assert places(SMALLEST.replace(known, filled(201))) == [place]


def test_keys_without_number_are_held_against_ids_in_no_time() -> None:
    scale = "".join(f"  - {{id: s{number}, key: {chr(0x4E00 + number)}, value: 1}}\n" for number in range(5_000))
    start = time.process_time()
    refused(SMALLEST.replace("  - {id: ja, value: 1}\n", scale))
    assert time.process_time() - start < 2

import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import examples
from werkzaam.domain.factor_set import Band, Condition, FactorSet, Option, Perspective, Special
from werkzaam.domain.factor_set import Source as SetSource
from werkzaam.files import factor_sets, locations, reading, yaml_tree
from werkzaam.files.problems import UnusableFileError

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

QUOTES = "YAML leest dit niet als tekst: zet er aanhalingstekens omheen."
NUMBER = "Hier hoort een getal van 0 tot en met 1, zonder aanhalingstekens."
VALUE = "Schrijf hier een getal van 0 tot en met 1, of unknown, of not-applicable."
RESERVED = "De vragenlijst gebruikt de toetsen o, t, b, q en ? zelf: kies een andere."
ONE_CHARACTER = "Een toets is één teken."


def read(text: str, language: str | None = None) -> FactorSet:
    return factor_sets.read(reading.Source("f", text), language)


def refused(text: str) -> list[str]:
    with pytest.raises(UnusableFileError) as caught:
        read(text)
    return str(caught.value).splitlines()


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


def test_the_built_in_set_has_all_that_the_source_names(built_in: FactorSet) -> None:
    conditions = [condition for factor in built_in.factors for condition in factor.conditions]
    assert (len(built_in.categories), len(built_in.factors), len(conditions)) == (6, 19, 71)
    assert [len(category.factors) for category in built_in.categories] == [4, 3, 4, 3, 2, 3]
    assert sum(not factor.preferred for factor in built_in.factors) == 18
    assert sum(condition.preferred for condition in conditions) == 5


def test_the_built_in_set_says_what_it_is(built_in: FactorSet) -> None:
    assert (built_in.id, built_in.version, built_in.language) == ("onderwijs-jongerenwerk", 1, "nl")
    assert built_in.title == "Samenwerking tussen onderwijs en jongerenwerk"
    assert built_in.source == SetSource(
        "Werkzame factoren voor de samenwerking tussen onderwijs en jongerenwerk",
        "Expertise-unit Sociale Stabiliteit",
        "https://www.socialestabiliteit.nl/praktijkverhalen/"
        "werkzame-factoren-voor-de-samenwerking-tussen-onderwijs-en-jongerenwerk",
    )
    assert built_in.perspectives == (
        Perspective("jongerenwerk", "Jongerenwerk"),
        Perspective("onderwijs", "Onderwijs"),
        Perspective("gemeente", "Gemeente"),
        Perspective("samen", "Samen"),
    )
    assert built_in.options == (
        Option("ja", Fraction(1), "Ja", "j"),
        Option("deels", Fraction(1, 2), "Deels", "d"),
        Option("nee", Fraction(0), "Nee", "n"),
        Option("weet-niet", Special.UNKNOWN, "Weet niet", "w"),
        Option("nvt", Special.NOT_APPLICABLE, "Niet van toepassing", "v"),
    )
    assert built_in.bands == (
        Band(Fraction(4, 5), "green"),
        Band(Fraction(1, 2), "yellow"),
        Band(Fraction(0), "red"),
    )
    assert built_in.minimum_coverage == Fraction(1, 2)


def test_every_factor_of_the_built_in_set_says_where_it_stands_in_the_source(built_in: FactorSet) -> None:
    places = [factor.source for factor in built_in.factors]
    assert None not in places
    assert len(set(places)) == 19


def test_the_built_in_set_is_complete_in_both_languages() -> None:
    tree = yaml_tree.parse(reading.read_file(locations.built_in_factors()))
    # A title and an introduction; perspectives, options, categories; texts of factors; texts and help of conditions.
    assert languages_of(tree.data) == [{"nl", "en"}] * (2 + 4 + 5 + 6 + 19 + 2 * 71)


def test_the_built_in_set_reads_otherwise_in_english(built_in: FactorSet) -> None:
    english = factor_sets.read(reading.read_file(locations.built_in_factors()), "en")
    assert english.language == "en"
    assert english.title == "Collaboration between schools and youth work"
    assert [option.name for option in english.options] == ["Yes", "Partly", "No", "Don't know", "Not applicable"]
    assert all(ours.text != theirs.text for ours, theirs in zip(built_in.factors, english.factors, strict=True))


def test_what_is_left_out_has_a_default() -> None:
    found = read(SMALLEST)
    factor = found.factors[0]
    assert (found.introduction, found.source, found.perspectives, found.bands) == (None, None, (), ())
    assert found.minimum_coverage == Fraction(1, 2)
    assert (factor.source, factor.preferred, factor.conditions) == (None, False, ())
    assert factor.scale == found.options == (Option("ja", Fraction(1), "ja", "1"),)


@pytest.mark.parametrize("key", ["introduction", "source", "perspectives", "bands"])
def test_an_empty_value_is_as_good_as_none(key: str) -> None:
    assert read(f"{SMALLEST}{key}:\n") == read(SMALLEST)


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
    assert refused("".join(lines[:start] + lines[stop:])) == [f"f:1:1: “{key}” ontbreekt hier."]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SMALLEST.replace("    name: Een\n", ""), "f:9:5: “name” ontbreekt hier."),
        (SMALLEST.replace("  - id: een\n    name", "  - name"), "f:9:5: “id” ontbreekt hier."),
        (with_factors("{id: eerste}"), "f:12:9: “text” ontbreekt hier."),
        (with_factors("{text: A}"), "f:12:9: “id” ontbreekt hier."),
        (with_factors("{id: a, text: A, conditions: [{id: x}]}"), "f:12:39: “text” ontbreekt hier."),
        (with_scale("{id: ja}"), "f:7:5: “value” ontbreekt hier."),
        (with_scale("{value: 1}"), "f:7:5: “id” ontbreekt hier."),
        (SMALLEST + "perspectives: [{name: A}]\n", "f:13:16: “id” ontbreekt hier."),
        (SMALLEST + "bands: [{colour: red}]\n", "f:13:9: “from” ontbreekt hier."),
        (SMALLEST + "source: {url: x}\n", "f:13:1: “title” ontbreekt hier."),
    ],
)
def test_a_required_key_of_a_part_is_missed(text: str, problem: str) -> None:
    assert refused(text) == [problem]


@pytest.mark.parametrize(
    ("asked", "language", "title", "factor"),
    [(None, "nl", "Kleine lijst", "Eén"), ("nl", "nl", "Kleine lijst", "Eén"), ("en", "en", "Small list", "One")],
)
def test_texts_are_in_the_asked_language(asked: str | None, language: str, title: str, factor: str) -> None:
    text = with_factors("{id: a, text: {nl: Eén, en: One}}").replace("Klein", "{nl: Kleine lijst, en: Small list}")
    found = read(text, asked)
    assert (found.language, found.title, found.factors[0].text) == (language, title, factor)


def test_a_text_that_lacks_the_asked_language_falls_back_to_the_set_s_own() -> None:
    text = with_factors("{id: a, text: {nl: Eén}}", "{id: b, text: Twee}").replace("Klein", "{nl: Klein, en: Small}")
    found = read(text, "en")
    assert (found.language, found.title, [factor.text for factor in found.factors]) == ("en", "Small", ["Eén", "Twee"])


def test_a_set_in_a_third_language_keeps_its_own() -> None:
    text = SMALLEST.replace("language: nl", "language: fy").replace("title: Klein", "title: {fy: Lyts, nl: Klein}")
    assert [(read(text, asked).language, read(text, asked).title) for asked in (None, "nl", "en")] == [
        ("fy", "Lyts"),
        ("nl", "Klein"),
        ("fy", "Lyts"),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SMALLEST.replace("title: Klein", "title: {en: Small}"), "f:5:1"),
        (SMALLEST.replace("name: Een", "name: {en: One}"), "f:10:5"),
        (with_factors("{id: a, text: {en: One}}"), "f:12:17"),
        (with_factors("{id: a, text: A, conditions: [{id: x, text: X, help: {en: Help}}]}"), "f:12:56"),
        (with_scale("{id: ja, value: 1, name: {en: x}}"), "f:7:24"),
        (SMALLEST + "perspectives: [{id: a, name: {en: A}}]\n", "f:13:24"),
        (SMALLEST + "introduction:\n  en: Hello\n", "f:13:1"),
    ],
)
def test_a_text_must_not_lack_the_set_s_own_language(text: str, problem: str) -> None:
    assert refused(text) == [f"{problem}: De tekst in de eigen taal van de lijst (nl) ontbreekt hier."]


@pytest.mark.parametrize("language", ["nl", "en", "fy", "nds", "nl-BE", "pt-BR"])
def test_a_language_is_a_code(language: str) -> None:
    assert read(SMALLEST.replace("language: nl", f"language: {language}")).language == language


def test_norwegian_needs_quotes() -> None:
    assert refused(SMALLEST.replace("language: nl", "language: no")) == [f"f:4:11: {QUOTES}"]
    assert read(SMALLEST.replace("language: nl", "language: 'no'")).language == "no"


def test_another_scale_works_as_it_is() -> None:
    found = examples.other_scale()
    assert found.factors[0].scale == (
        Option("0", Fraction(0), "0", "0"),
        Option("1", Fraction(1, 4), "1", "1"),
        Option("2", Fraction(1, 2), "2", "2"),
        Option("3", Fraction(3, 4), "3", "3"),
        Option("4", Fraction(1), "4", "4"),
    )


def test_a_factor_may_have_a_scale_of_its_own() -> None:
    found = examples.other_scale()
    assert found.factors[2].scale == (
        Option("done", Fraction(1), "Done", "1"),
        Option("not-done", Fraction(0), "Not done", "2"),
    )
    assert [option.id for option in found.options] == ["0", "1", "2", "3", "4", "done", "not-done"]


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
        (["{id: a, value: 1}", "{id: b, value: 0}", "{id: nee, value: 0}"], ["a", "1", "2"]),
        (["{id: o, value: 1}", "{id: q, value: 0}", "{id: t, value: 0}"], ["1", "2", "3"]),
        (["{id: a, key: x, value: 1}", "{id: x1, value: 0}"], ["x", "1"]),
        (["{id: '2', value: 1}", "{id: ja, value: 0}", "{id: nee, value: 0}"], ["2", "1", "3"]),
        (["{id: ja, key: '1', value: 1}", "{id: nee, value: 0}"], ["1", "2"]),
        (["{id: nee, value: 0}", "{id: ja, key: '1', value: 1}"], ["2", "1"]),
        ([f"{{id: x{number}, value: 1}}" for number in range(12)], [*"1234567890", None, None]),
        (["{id: '0', value: 0}", *[f"{{id: x{number}, value: 1}}" for number in range(10)]], [*"0123456789", None]),
        (["{id: ja, key: é, value: 1}"], ["é"]),
    ],
)
def test_every_option_has_a_key_while_there_are_any(options: list[str], expected: list[str | None]) -> None:
    assert keys(*options) == expected


@pytest.mark.parametrize("key", ["o", "t", "b", "q", "?", "O", "Q"])
def test_the_keys_of_the_questionnaire_itself_are_refused(key: str) -> None:
    assert refused(with_scale(f'{{id: ja, key: "{key}", value: 1}}')) == [f"f:7:19: {RESERVED}"]


@pytest.mark.parametrize("key", ["jn", "", " ", "\\n", "\\u200b", "\\t"])
def test_a_key_is_one_visible_character(key: str) -> None:
    assert refused(with_scale(f'{{id: ja, key: "{key}", value: 1}}')) == [f"f:7:19: {ONE_CHARACTER}"]


@pytest.mark.parametrize("key", ["1", "n", "y", "no"])
def test_a_key_that_yaml_reads_otherwise_needs_quotes(key: str) -> None:
    text = with_scale(f"{{id: ja, key: {key}, value: 1}}")
    if key in "ny":
        assert read(text).options[0].key == key
    else:
        assert refused(text) == [f"f:7:19: {QUOTES}"]


def test_a_key_that_stands_twice_is_refused() -> None:
    assert refused(with_scale("{id: ja, key: j, value: 1}", "{id: nee, key: j, value: 0}")) == [
        "f:8:20: “j” wordt twee keer gebruikt: kies iets anders."
    ]


def test_a_key_that_is_the_id_of_another_option_is_refused() -> None:
    assert refused(with_scale("{id: ja, key: n, value: 1}", "{id: n, value: 0}")) == [
        "f:7:19: “n” is de id van een ander antwoord: kies een andere toets."
    ]


def test_a_key_may_be_the_id_of_its_own_option() -> None:
    assert keys("{id: j, key: j, value: 1}") == ["j"]


def test_keys_of_different_scales_do_not_meet() -> None:
    text = with_factors("{id: a, text: A, scale: [{id: x, key: '1', value: 1}, {id: y, value: 0}]}")
    assert [option.key for option in read(text).factors[0].scale] == ["1", "y"]


def test_doubles_in_the_scale_of_a_factor_are_refused() -> None:
    text = with_factors("{id: a, text: A, scale: [{id: x, key: v, value: 1}, {id: x, key: v, value: 0}]}")
    assert refused(text) == [
        "f:12:66: “x” wordt twee keer gebruikt: kies iets anders.",
        "f:12:74: “v” wordt twee keer gebruikt: kies iets anders.",
    ]


def test_open_is_no_option() -> None:
    assert refused(with_scale("{id: open, value: 1}")) == [
        "f:7:10: Een antwoord kan niet “open” heten: zo heet een factor zonder antwoord."
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SMALLEST.replace("title: Klein", "title: No"), f"f:5:8: {QUOTES}"),
        (SMALLEST.replace("title: Klein", "title: 2026"), f"f:5:8: {QUOTES}"),
        (SMALLEST.replace("name: Een", "name: 1"), f"f:10:11: {QUOTES}"),
        (with_factors("{id: a, text: No}"), f"f:12:23: {QUOTES}"),
        (with_factors("{id: a, text: {nl: Nee, en: No}}"), f"f:12:37: {QUOTES}"),
        (with_scale("{id: ja, value: 1, name: Yes}"), f"f:7:30: {QUOTES}"),
        (with_scale("{id: no, value: 1}"), f"f:7:10: {QUOTES}"),
        (with_scale("{id: 0, value: 0}"), f"f:7:10: {QUOTES}"),
        (SMALLEST.replace("title: Klein", "title: ''"), "f:5:8: Hier moet iets worden ingevuld."),
        (SMALLEST.replace("title: Klein", "title: [x]"), "f:5:8: Hier hoort tekst."),
    ],
)
def test_a_text_that_yaml_reads_otherwise_needs_quotes(text: str, problem: str) -> None:
    assert refused(text) == [problem]


@pytest.mark.parametrize(
    "value", ["true", "no", ".nan", ".inf", "-0.1", "1.1", "2", "'1'", "ja", "2026-11-23", "[1]", "{a: 1}", "''"]
)
def test_a_value_is_a_number_from_0_to_1_or_a_special(value: str) -> None:
    assert refused(with_scale(f"{{id: ja, value: {value}}}")) == [f"f:7:21: {VALUE}"]


def test_a_value_is_not_left_empty() -> None:
    assert refused(with_scale("{id: ja, value: }")) == [f"f:7:14: {VALUE}"]


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


@given(st.decimals(0, 1, places=4))
def test_every_decimal_is_exact(value: Decimal) -> None:
    assert read(with_scale(f"{{id: ja, value: {value}}}")).options[0].value == Fraction(value)


@pytest.mark.parametrize("value", ["true", ".nan", "1.5", "-1", "half", "unknown", "''"])
def test_a_bound_is_a_number_from_0_to_1(value: str) -> None:
    assert refused(f"{SMALLEST}minimum_coverage: {value}\n") == [f"f:13:19: {NUMBER}"]
    assert refused(f"{SMALLEST}bands: [{{from: {value}, colour: red}}]\n") == [f"f:13:16: {NUMBER}"]


def test_the_minimum_coverage_is_exact() -> None:
    assert read(f"{SMALLEST}minimum_coverage: 0.1\n").minimum_coverage == Fraction(1, 10)


def test_bands_are_sorted_from_high_to_low() -> None:
    text = SMALLEST + "bands: [{from: 0, colour: red}, {from: 0.9, colour: green}, {from: 0.3, colour: yellow}]\n"
    found = read(text)
    assert found.bands == (Band(Fraction(9, 10), "green"), Band(Fraction(3, 10), "yellow"), Band(Fraction(0), "red"))
    assert found.band(Fraction(3, 10)) == Band(Fraction(3, 10), "yellow")


def test_a_colour_is_one_that_a_terminal_has() -> None:
    assert refused(SMALLEST + "bands: [{from: 0, colour: pink}]\n") == [
        "f:13:27: Schrijf hier een van deze: 'green', 'yellow', 'red', 'blue', 'magenta', 'cyan'."
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SMALLEST + "band: []\n", "f:13:1: “band” is hier niet bekend. Bedoelde je “bands”?"),
        (SMALLEST + "zzz: 1\n", "f:13:1: “zzz” is hier niet bekend."),
        (SMALLEST + "bands: [{start: 0, from: 0, colour: red}]\n", "f:13:10: “start” is hier niet bekend."),
        (
            with_factors("{id: a, text: A, prefered: true}"),
            "f:12:26: “prefered” is hier niet bekend. Bedoelde je “preferred”?",
        ),
        (with_scale("{id: ja, value: 1, Key: j}"), "f:7:24: “Key” is hier niet bekend. Bedoelde je “key”?"),
    ],
)
def test_an_unknown_key_is_told_with_what_was_probably_meant(text: str, problem: str) -> None:
    assert refused(text) == [problem]


DOUBLE = "wordt twee keer gebruikt: kies iets anders."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SMALLEST + "  - {id: een, name: B, factors: [{id: b, text: B}]}\n", f"f:13:10: “een” {DOUBLE}"),
        (with_factors("{id: a, text: A}", "{id: a, text: B}"), f"f:13:14: “a” {DOUBLE}"),
        (SMALLEST + "  - {id: twee, name: B, factors: [{id: eerste, text: B}]}\n", f"f:13:40: “eerste” {DOUBLE}"),
        (with_factors("{id: a, text: A, conditions: [{id: x, text: X}, {id: x, text: Y}]}"), f"f:12:62: “x” {DOUBLE}"),
        (with_scale("{id: ja, value: 1}", "{id: ja, value: 0}"), f"f:8:10: “ja” {DOUBLE}"),
        (SMALLEST + "perspectives: [{id: a}, {id: a}]\n", f"f:13:30: “a” {DOUBLE}"),
    ],
)
def test_an_id_that_stands_twice_is_refused(text: str, problem: str) -> None:
    assert refused(text) == [problem]


def test_two_factors_may_have_conditions_with_the_same_id() -> None:
    conditions = "conditions: [{id: x, text: X}]"
    found = read(with_factors(f"{{id: a, text: A, {conditions}}}", f"{{id: b, text: B, {conditions}}}"))
    assert [factor.conditions[0].id for factor in found.factors] == ["x", "x"]


def test_a_category_may_be_called_as_a_factor() -> None:
    assert read(with_factors("{id: een, text: A}")).category_of["een"].id == "een"


@pytest.mark.parametrize("name", ["Team", "vast_team", "a--b", "é"])
def test_an_id_has_small_letters_digits_and_hyphens(name: str) -> None:
    assert refused(with_factors(f"{{id: {name}, text: A}}")) == [
        f"f:12:14: “{name}” is geen id: gebruik kleine letters, cijfers en losse streepjes ertussen."
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SMALLEST.replace("scale:\n  - {id: ja, value: 1}", "scale: []"), "f:6:8: Hier hoort minstens één onderdeel."),
        (SMALLEST[: SMALLEST.index("categories")] + "categories: []\n", "f:8:13: Hier hoort minstens één onderdeel."),
        (with_factors().replace("factors:", "factors: []"), "f:11:14: Hier hoort minstens één onderdeel."),
        (with_factors("{id: a, text: {}}"), "f:12:23: Hier hoort minstens één onderdeel."),
        (with_factors("{id: a, text: A, scale: []}"), "f:12:33: Hier hoort minstens één onderdeel."),
    ],
)
def test_a_list_that_is_needed_is_not_empty(text: str, problem: str) -> None:
    assert refused(text) == [problem]


@pytest.mark.parametrize("version", ["0", "-1"])
def test_versions_count_from_1(version: str) -> None:
    assert refused(SMALLEST.replace("version: 1", f"version: {version}")) == [
        "f:3:10: Hier hoort een heel getal van minstens 1."
    ]


def test_a_newer_format_is_refused_before_anything_else() -> None:
    text = SMALLEST.replace("werkzaam: 1", "werkzaam: 2").replace("title", "titel")
    assert refused(text) == [
        "f:1:11: Dit bestand heeft indeling 2; deze versie van werkzaam leest tot en met 1: haal een nieuwere."
    ]


def test_a_format_of_very_many_digits_is_refused_as_well() -> None:
    text = SMALLEST.replace("werkzaam: 1", f"werkzaam: 0x{'F' * 5000}")
    with pytest.raises(UnusableFileError):
        read(text)


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
    assert refused(text) == [
        "f:2:5: “Klein” is geen id: gebruik kleine letters, cijfers en losse streepjes ertussen.",
        "f:3:10: Hier hoort een heel getal.",
        f"f:5:8: {QUOTES}",
        "f:7:10: Een antwoord kan niet “open” heten: zo heet een factor zonder antwoord.",
        f"f:7:21: {ONE_CHARACTER}",
        f"f:7:32: {VALUE}",
        "f:8:10: “open” wordt twee keer gebruikt: kies iets anders.",
        "f:8:10: Een antwoord kan niet “open” heten: zo heet een factor zonder antwoord.",
        f"f:8:21: {RESERVED}",
        f"f:8:31: {VALUE}",
        "f:9:25: “value” staat hier twee keer; de eerste keer is op regel 9.",
        "f:10:8: Hier hoort een lijst, elk onderdeel op een eigen regel die begint met “- ”.",
        "f:12:5: “name” ontbreekt hier.",
        "f:13:5: “naam” is hier niet bekend. Bedoelde je “name”?",
        "f:15:17: Hier hoort tekst.",
        "f:15:36: Schrijf hier true of false, zonder aanhalingstekens.",
        "f:16:9: “text” ontbreekt hier.",
        "f:16:14: “a” wordt twee keer gebruikt: kies iets anders.",
        "f:16:17: Een naam moet hier tekst zijn: zet er aanhalingstekens omheen.",
    ]


def test_a_double_is_told_together_with_a_key_that_is_unknown() -> None:
    text = with_factors("{id: a, text: A, prefered: true}", "{id: a, text: {en: B}}")
    assert refused(text) == [
        "f:12:26: “prefered” is hier niet bekend. Bedoelde je “preferred”?",
        "f:13:14: “a” wordt twee keer gebruikt: kies iets anders.",
        "f:13:17: De tekst in de eigen taal van de lijst (nl) ontbreekt hier.",
    ]


def test_a_list_instead_of_a_set_is_no_file_of_ours() -> None:
    assert refused("- a\n") == ["f:1:1: Dit is geen bestand van werkzaam: het hoort te beginnen met “werkzaam: 1”."]


MANY_FACTORS = "".join(
    f"  - id: c{number}\n    name: C\n    factors:\n"
    + "".join(f"      - {{id: f{number}-{place}, text: T}}\n" for place in range(100))
    for number in range(10)
)


def test_a_set_of_a_thousand_factors_is_large_enough() -> None:
    head = SMALLEST.partition("  - id: een\n")[0]
    assert len(read(head + MANY_FACTORS).factors) == 1000
    assert refused(SMALLEST + MANY_FACTORS) == [
        "f:1042:14: Dit zijn er te veel: een factorenlijst heeft hoogstens 1000 factoren."
    ]


def options(number: int, start: int = 0) -> str:
    return f"[{', '.join(f'{{id: s{place}, value: 0}}' for place in range(start, start + number))}]"


def named(number: int, rest: str = "") -> str:
    return f"[{', '.join(f'{{id: n{place}{rest}}}' for place in range(number))}]"


@pytest.mark.parametrize(
    ("known", "filled", "column"),
    [
        ("scale:\n  - {id: ja, value: 1}\n", lambda number: f"scale: {options(number)}\n", "6:8"),
        ("scale:\n", lambda number: f"perspectives: {named(number)}\nscale:\n", "6:15"),
        ("text: Een ding.", lambda number: f"text: T, conditions: {named(number, ', text: T')}", "12:43"),
        (
            "    factors:\n      - {id: eerste, text: Een ding.}\n",
            lambda n: f"    factors: {named(n, ', text: T')}\n",
            "11:14",
        ),
    ],
    ids=["options", "perspectives", "conditions", "factors"],
)
def test_a_list_holds_at_most_two_hundred_items(known: str, filled: Callable[[int], str], column: str) -> None:
    assert read(SMALLEST.replace(known, filled(200)))
    assert refused(SMALLEST.replace(known, filled(201))) == [
        f"f:{column}: Dit zijn er te veel: hier kunnen hoogstens 200 onderdelen staan."
    ]


def test_all_scales_together_hold_at_most_two_hundred_answers_since_reports_count_each() -> None:
    with_scale = "{{id: eerste, text: Een ding., scale: {}}}".format
    old = "{id: eerste, text: Een ding.}"
    assert len(read(SMALLEST.replace(old, with_scale(options(199)))).options) == 200
    (problem,) = refused(SMALLEST.replace(old, with_scale(options(200))))
    assert problem.endswith(": Dit zijn er te veel: alle schalen samen hebben hoogstens 200 antwoorden.")


def test_keys_without_number_are_held_against_ids_in_no_time() -> None:
    scale = "".join(f"  - {{id: s{number}, key: {chr(0x4E00 + number)}, value: 1}}\n" for number in range(20_000))
    start = time.process_time()
    refused(SMALLEST.replace("  - {id: ja, value: 1}\n", scale))
    assert time.process_time() - start < 5


def test_a_key_that_is_the_id_of_its_own_option_and_of_another_is_refused() -> None:
    scale = "  - {id: a, key: a, value: 1}\n  - {id: a, value: 0}\n"
    assert "f:7:18: “a” is de id van een ander antwoord: kies een andere toets." in refused(
        SMALLEST.replace("  - {id: ja, value: 1}\n", scale)
    )

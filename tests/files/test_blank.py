import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from werkzaam import language
from werkzaam.domain.evaluation import OPEN, Answer, Evaluation
from werkzaam.domain.factor_set import Category, Condition, Factor, FactorSet, Option, Perspective
from werkzaam.files import factor_sets
from werkzaam.files.blank import blank_text
from werkzaam.files.reading import Source
from werkzaam.language import _

EVALUATION = Evaluation("Lyceum Oost", date(2026, 11, 23), "samen")


def read_back(text: str, factor_set: FactorSet) -> Evaluation:
    found = examples.read(text, factor_set)
    assert found.warnings == ()
    return found.evaluation


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_was_filled_in_beforehand_is_all_that_a_new_file_says(lang: str) -> None:
    language.activate(lang)
    factor_set = examples.small(lang)
    evaluation = EVALUATION._replace(collaboration="Lyceum: Oost #1\n\nen 'West'")
    found = read_back(blank_text(factor_set, evaluation), factor_set)
    everything_open = {factor.id: OPEN for factor in factor_set.factors}
    assert found == evaluation._replace(answers=everything_open, version=factor_set.version)


LOOKING_OTHERWISE = (
    examples.SMALL_SET.replace("id: school,", 'id: "yes",')
    .replace("id: mensen\n", 'id: "on"\n')
    .replace("id: contact\n", 'id: "2026-11-23"\n')
    .replace("id: een-punt,", 'id: "0",')
    .replace("id: deels,", 'id: "no",')
)


def test_ids_that_yaml_would_read_otherwise_stand_in_quotes_everywhere() -> None:
    factor_set = factor_sets.read(Source("f.yaml", LOOKING_OTHERWISE))
    lines = blank_text(factor_set, EVALUATION._replace(perspective="yes")).split("\n")
    assert [re.findall(r"'[^']+'", line) for line in lines if "'" in line] == [
        ["'no'"],  # which answers there are
        ["'no'"],  # after which one conditions can be named
        ["'yes'"],  # from whose side
        ["'yes'"],
        ["'on'"],
        ["'0'"],
        ["'2026-11-23'"],
    ]


def test_what_the_comments_show_can_be_copied_into_an_answer() -> None:
    factor_set = factor_sets.read(Source("f.yaml", LOOKING_OTHERWISE))
    text = blank_text(factor_set, EVALUATION._replace(perspective=None))
    filled_in = text.replace(
        "'2026-11-23':\n      answer:", "'2026-11-23':\n      answer: 'no'\n      missing: ['0']"
    ).replace("perspective:", "perspective: 'yes'")
    found = read_back(filled_in, factor_set)
    assert (found.answer("2026-11-23"), found.perspective) == (Answer("no", ("0",)), "yes")


def test_missing_conditions_are_explained_where_there_are_any() -> None:
    explained = f"# {_('Below {answers} the missing conditions can be named: “missing: [id, id]”.')}\n"
    explained = explained.format(answers="'1', '2', '3'")
    text = examples.OTHER_SCALE
    assert explained not in blank_text(factor_sets.read(Source("f.yaml", text)), EVALUATION)
    text = text.replace("The first thing.}", "The first thing., conditions: [{id: a, text: A}]}")
    assert explained in blank_text(factor_sets.read(Source("f.yaml", text)), EVALUATION)


def test_comments_are_wrapped_and_never_broken_within_a_word() -> None:
    factor_set = factor_sets.read(
        Source("f.yaml", examples.SMALL_SET.replace("Het team is vast.", f"{'lang ' * 30}{'x' * 120}"))
    )
    assert [line for line in blank_text(factor_set, EVALUATION).split("\n") if "lang" in line or "xx" in line] == [
        f"    # - is-vast:{' lang' * 16}",
        f"    #  {' lang' * 14}",
        f"    #   {'x' * 120}",
    ]


# Everything that YAML lets a text hold by way of escapes: all but halves of surrogate pairs.
TEXTS = st.lists(
    st.sampled_from("\n\r\t #:-[]{}\"'&*!|>%\x00\x07\x0b\x0c\x1b\x1c\x85\xa0\u2028\u2029\u202e\ufeff\ufffe\uffffa")
    | st.characters(codec="utf-8"),
    min_size=1,
    max_size=40,
).map("".join)


def hostile(factor_set: FactorSet, text: str) -> FactorSet:
    """Return a set that says the same thing wherever it says anything."""

    def option(plain: Option) -> Option:
        return plain._replace(name=text)

    def condition(plain: Condition) -> Condition:
        return plain._replace(text=text, help=text)

    def factor(plain: Factor) -> Factor:
        scale, conditions = tuple(map(option, plain.scale)), tuple(map(condition, plain.conditions))
        return plain._replace(text=text, source=text, scale=scale, conditions=conditions)

    def category(plain: Category) -> Category:
        return plain._replace(name=text, factors=tuple(map(factor, plain.factors)))

    perspectives = tuple(Perspective(item.id, text) for item in factor_set.perspectives)
    categories = tuple(map(category, factor_set.categories))
    return replace(factor_set, title=text, introduction=text, perspectives=perspectives, categories=categories)


@settings(max_examples=25, deadline=None)
@given(text=TEXTS, plain=st.sampled_from([examples.small(), examples.other_scale()]))
def test_no_text_of_a_set_breaks_out_of_the_comments(text: str, plain: FactorSet) -> None:
    evaluation = EVALUATION._replace(perspective=None)
    written, expected = blank_text(hostile(plain, text), evaluation), blank_text(plain, evaluation)
    assert outside_comments(written) == outside_comments(expected)
    assert read_back(written, plain) == read_back(expected, plain)


def outside_comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if not line.lstrip(" ").startswith("#")]

"""What the page hands over is what the program writes: its own code is driven, in a browser, and held to the writer."""

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import examples
from tests.files.test_writing import HARD_IDS
from tests.files.yaml.test_scalars import TEXTS
from tests.formats.browser import NEEDS_CHROMIUM
from tests.formats.filling_in import page_of
from tests.formats.readers import reading
from werkzaam.domain.evaluation import Answer, Evaluation, tidy
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.files import factor_sets
from werkzaam.files import reading as files
from werkzaam.files.default_files import long_default_name
from werkzaam.files.writing import answers_text
from werkzaam.visible import visible, visible_lines

pytestmark = NEEDS_CHROMIUM

SETS = {
    "small": examples.small(),
    "hard ids": factor_sets.read(files.Source("hard.yaml", HARD_IDS)),
    "no perspectives": examples.other_scale(),
}
Script: TypeAlias = Callable[[str, Any], Any]

# As JavaScript has them: two halves of a character that meet are that character.
ANY = st.text(max_size=40).map(lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass"))
LINES = st.lists(TEXTS | ANY | st.sampled_from(["\u200b", "\u2800 \u3164", "❤\ufe0f"]), max_size=4).map("\n".join)
SOME = (TEXTS | LINES).filter(lambda text: bool(text.strip()))


FIRST, *OTHERS = SETS


@pytest.fixture(scope="module", params=[FIRST, *[pytest.param(name, marks=pytest.mark.long) for name in OTHERS]])
def place(request: pytest.FixtureRequest) -> Iterator[tuple[FactorSet, Script]]:
    """Open the page on a set, and give what works something out with the functions of its script."""
    factor_set = SETS[request.param]
    with reading() as page:
        page.set_content(page_of(factor_set))

        def script(code: str, value: object) -> Any:  # noqa: ANN401 (JSON)
            return page.evaluate(f"(json) => {{ const given = JSON.parse(json); return {code}; }}", json.dumps(value))

        yield factor_set, script


def an_answer(factor: Factor) -> st.SearchStrategy[Answer]:
    ids = [condition.id for condition in factor.conditions]
    named = st.sets(st.sampled_from(ids)) if ids else st.just(set[str]())
    missing = st.none() | named.map(lambda chosen: tuple(name for name in ids if name in chosen))
    option = st.sampled_from([None, *(option.id for option in factor.scale)])
    return st.builds(Answer, option, missing, st.none() | SOME)


def an_evaluation(factor_set: FactorSet) -> st.SearchStrategy[Evaluation]:
    return st.builds(
        Evaluation,
        SOME,
        st.dates(),
        st.sampled_from([None, *factor_set.perspective_by_id]),
        st.none() | SOME,
        st.fixed_dictionaries({}, optional={factor.id: an_answer(factor) for factor in factor_set.factors}),
        actions=st.just(()),
        version=st.none(),
    )


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    answers = [(name, answer._asdict()) for name, answer in evaluation.answers.items()]
    return {**evaluation._asdict(), "date": evaluation.date.isoformat(), "answers": answers, "actions": None}


def holds(data: st.DataObject, factor_set: FactorSet, script: Script) -> None:
    evaluation = data.draw(an_evaluation(factor_set))
    written = answers_text(factor_set, evaluation)
    both = (
        "[answersText({...given[0], answers: new Map(given[0].answers)}), answersText(evaluationIn(rootOf(given[1])))]"
    )
    assert script(both, [as_json(evaluation), written]) == [written, written]


@settings(max_examples=40)
@given(data=st.data())
def test_the_page_writes_and_reads_what_the_program_writes(
    data: st.DataObject, place: tuple[FactorSet, Script]
) -> None:
    holds(data, *place)


@pytest.mark.long
@settings(max_examples=1700)
@given(data=st.data())
def test_so_it_does_with_thousands_of_evaluations(data: st.DataObject, place: tuple[FactorSet, Script]) -> None:
    holds(data, *place)


@settings(max_examples=50)
@given(text=LINES)
def test_texts_are_kept_as_the_program_keeps_them(text: str, place: tuple[FactorSet, Script]) -> None:
    _factor_set, script = place
    kept = script("[tidy(given), stripped(visible(given)), lengthOf(given)]", text)
    assert kept == [tidy(visible_lines(text)), tidy(visible(text)), len(text)]


@settings(max_examples=50)
@given(name=st.text(st.characters(exclude_categories=["Cn", "Cs", "Co"])), data=st.data())
def test_the_file_is_called_as_the_program_calls_it(
    name: str, data: st.DataObject, place: tuple[FactorSet, Script]
) -> None:
    factor_set, script = place
    day, side = data.draw(st.dates()), data.draw(st.sampled_from([None, *factor_set.perspective_by_id]))
    asked = {"collaboration": name, "date": day.isoformat(), "perspective": side}
    assert script("fileName(given)", asked) == long_default_name(day.year, side, name)

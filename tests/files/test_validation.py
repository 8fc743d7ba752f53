"""Mistakes and warnings together, for both kinds of file."""

import pytest

from tests import examples
from werkzaam.files.problems import Problem, Severity
from werkzaam.files.reading import Source
from werkzaam.files.validation import problems_in
from werkzaam.language import _
from werkzaam.wording.filling_in import NO_NAME_YET

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"


def problems(text: str) -> list[Problem]:
    return problems_in(Source("a.yaml", text), examples.small())


def places(text: str) -> list[str]:
    """Return where everything stands, with a question mark behind what is but a warning."""
    return [f"{item.line}:{item.column}{'?' * (item.severity is Severity.WARNING)}" for item in problems(text)]


@pytest.mark.parametrize("text", [examples.SMALL_ANSWERS, examples.SMALL_SET, examples.OTHER_SCALE])
def test_a_good_file_of_either_kind_has_no_problems(text: str) -> None:
    assert problems(text) == []


def test_mistakes_and_warnings_come_in_the_order_of_the_file() -> None:
    text = (
        f"{HEAD}note: Bel 06-12345678.\nanswers:\n  mensen:\n    team:\n      answer: ja\n      missing: [is-vast]\n"
        "    teem:  # a@b.nl\n"
    )
    assert places(text) == ["6:11?", "11:7?", "12:5", "12:14?"]


def test_a_name_that_is_still_to_be_filled_in_is_warned_of() -> None:
    text = HEAD.replace("collaboration: X", f"collaboration: {_(NO_NAME_YET)}") + "answers:\n"
    assert places(text) == ["4:16?"]


def test_a_factor_set_is_held_against_what_a_factor_set_is() -> None:
    text = examples.SMALL_SET.replace("id: klein", "id: Klein").replace("Er is een vast team.", "Bel 0612345678.")
    assert places(text) == ["2:5", "26:24?"]


@pytest.mark.parametrize(
    "mistake", [("id: klein", "id: Klein"), ("id: contact", "id: team"), ("version: 2", "version: 1")]
)
def test_what_yaml_drops_is_warned_of_beside_mistakes_of_every_kind(mistake: tuple[str, str]) -> None:
    text = examples.SMALL_SET.replace("source: Mensen 1", "source: Mensen #1")
    assert places(text) == ["25:24?"]
    assert "25:24?" in places(text.replace(*mistake))


def test_a_score_that_nobody_can_reach_is_warned_of() -> None:
    text = examples.SMALL_SET.replace("value: 1,", "value: 0.9,")
    (problem,) = problems(text)
    assert (places(text), "value: 1" in problem.message) == (["10:1?"], True)


@pytest.mark.parametrize(
    "part",
    [
        "{}: 1\nanswers:\n",
        "answers:\n  '{}':\n  '{}':\n",
        "answers:\n  mensen:\n    '{}':\n",
        "answers:\n  plek:\n    ruimte:\n      '{}': x\n",
        "answers:\n  plek:\n    ruimte:\n      answer: '{}'\n",
        "answers:\n  plek:\n    ruimte:\n      answer: deels\n      missing: ['{}', '{}']\n",
        "perspective: '{}'\nanswers:\n",
        "answers:\nactions:\n  - what: x\n    factor: '{}'\n    due: '{}'\n    status: '{}'\n",
        "answers: ['{}'\n",
        "scale: '{}'\nid: '{}'\nlanguage: '{}'\ntitle: {{en: x, '{}': y}}\n",
        "categories: [{{id: '{}', name: x, factors: [{{id: '{}', text: y}}, {{id: '{}', text: y}}]}}]\n",
    ],
)
def test_no_message_repeats_personal_data(part: str) -> None:
    for secret in ("111222333", "jan@lyceum.nl", "06-12345678", "NL91ABNA0417164300", "geboren 1-3-2009", "1234 AB 5"):
        found = problems(HEAD + part.replace("{}", secret).replace("{{", "{").replace("}}", "}"))
        assert {item.severity for item in found} == {Severity.ERROR, Severity.WARNING}
        assert [item.message for item in found if secret.rpartition(" ")[2] in item.message] == []


@pytest.mark.parametrize("key", ["a\\u0040b.nl", "06\\u200e-12345678", "0612\\u202a345678", "a@\\u0007b.nl"])
def test_signs_that_are_not_shown_hide_nothing_from_the_mask(key: str) -> None:
    mistake = problems(f'{HEAD}answers:\n"{key}": 1\n')[0]
    assert (mistake.line, mistake.column, mistake.severity) == (7, 1, Severity.ERROR)
    assert "“*" in mistake.message
    assert "*”" in mistake.message


def test_retired_ids_are_masked_too() -> None:
    retired, _personal_data = problems(HEAD.replace("version: 2", "version: 1") + "answers:\n  a@b.nl:\n")
    assert "“*@*.**”" in retired.message

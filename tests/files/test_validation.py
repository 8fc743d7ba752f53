"""Mistakes and warnings together, for both kinds of file."""

from collections.abc import Callable

import pytest

from tests import examples
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.problems import Severity
from werkzaam.files.reading import Source
from werkzaam.files.validation import problems_in

HEAD = "werkzaam: 1\nfactors: klein\nversion: 2\ncollaboration: X\ndate: 2026-11-23\n"


@pytest.fixture
def told(small: FactorSet) -> Callable[[str], list[str]]:
    return lambda text: [str(problem) for problem in problems_in(Source("a.yaml", text), small)]


@pytest.mark.parametrize("text", [examples.SMALL_ANSWERS, examples.SMALL_SET, examples.OTHER_SCALE])
def test_a_good_file_of_either_kind_has_no_problems(told: Callable[[str], list[str]], text: str) -> None:
    assert told(text) == []


def test_mistakes_and_warnings_come_in_the_order_of_the_file(told: Callable[[str], list[str]]) -> None:
    text = (
        f"{HEAD}note: Bel 06-12345678.\nanswers:\n  mensen:\n    team:\n      answer: ja\n      missing: [is-vast]\n"
        "    teem:  # a@b.nl\n"
    )
    assert told(text) == [
        "a.yaml:6:11: let op: “**-********” lijkt op een telefoonnummer.",
        "a.yaml:11:7: let op: Wat ontbreekt telt hier niet mee: dat doet het alleen na een gedeeltelijk antwoord.",
        "a.yaml:12:5: De factorenlijst heeft geen factor “teem”. Bedoelde je “team”?",
        "a.yaml:12:14: let op: “*@*.**” lijkt op een e-mailadres.",
    ]


def test_a_factor_set_is_held_against_what_a_factor_set_is(told: Callable[[str], list[str]]) -> None:
    text = examples.SMALL_SET.replace("id: klein", "id: Klein").replace("Er is een vast team.", "Bel 0612345678.")
    assert told(text) == [
        "a.yaml:2:5: “Klein” is geen id: gebruik kleine letters, cijfers en losse streepjes ertussen.",
        "a.yaml:26:24: let op: “**********” lijkt op een telefoonnummer.",
    ]


def test_warnings_are_no_mistakes(small: FactorSet) -> None:
    problems = problems_in(Source("a.yaml", examples.SMALL_ANSWERS + "# a@b.nl\n"), small)
    assert [problem.severity for problem in problems] == [Severity.WARNING]


BSN, E_MAIL, PHONE, IBAN, BORN = "111222333", "jan@lyceum.nl", "06-12345678", "NL91ABNA0417164300", "geboren 1-3-2009"


@pytest.mark.parametrize("secret", [BSN, E_MAIL, PHONE, IBAN, BORN, "1234 AB 5"])
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
        "answers:\nactions:\n  - factor: '{}'\n    what: x\n",
        "answers:\nactions:\n  - what: x\n    due: '{}'\n    status: '{}'\n",
        "answers: '{}'\n",
        "answers: ['{}'\n",
        "answers: !{} x\n",
        "scale: '{}'\nid: '{}'\nlanguage: '{}'\ntitle: {{en: x, '{}': y}}\n",
        "categories: [{{id: '{}', name: x, factors: [{{id: '{}', text: y}}, {{id: '{}', text: y}}]}}]\n",
    ],
)
def test_no_message_repeats_personal_data(told: Callable[[str], list[str]], part: str, secret: str) -> None:
    lines = told(HEAD + part.replace("{}", secret).replace("{{", "{").replace("}}", "}"))
    assert len(lines) > 1
    assert any("let op: " in line for line in lines)
    assert [line for line in lines if secret.rpartition(" ")[2] in line.partition(" ")[2]] == []


@pytest.mark.parametrize("key", ["a\\u0040b.nl", "06\\u200e-12345678", "0612\\u202a345678", "a@\\u0007b.nl"])
def test_signs_that_are_not_shown_hide_nothing_from_the_mask(told: Callable[[str], list[str]], key: str) -> None:
    (mistake, *_warnings) = told(f'{HEAD}answers:\n"{key}": 1\n')
    assert mistake.startswith("a.yaml:7:1: “*")
    assert mistake.endswith("*” is hier niet bekend.")


def test_retired_ids_are_masked_too(told: Callable[[str], list[str]]) -> None:
    retired = "is vervallen: deze versie van de factorenlijst heeft het niet meer. Het blijft in het bestand staan."
    assert told(HEAD.replace("version: 2", "version: 1") + "answers:\n  a@b.nl:\n") == [
        f"a.yaml:7:3: let op: “*@*.**” {retired}",
        "a.yaml:7:3: let op: “*@*.**” lijkt op een e-mailadres.",
    ]

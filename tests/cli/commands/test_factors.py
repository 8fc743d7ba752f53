"""`werkzaam factors`: the factor set in every format."""

import json
from pathlib import Path

import pytest

from tests import examples
from tests.cli.calling import Call, Done
from werkzaam import language
from werkzaam.formats.factors_html import factors_html
from werkzaam.formats.factors_json import factors_json
from werkzaam.formats.factors_markdown import factors_markdown

SMALL = ("factors", "--factors", "klein.yaml")

DUTCH = """\
Kleine lijst
klein, versie 2 · 2 categorieën, 4 factoren, 6 voorwaarden
Drie vragen.

Mensen (mensen) ────────────────────────────────────────────────────────────────
1. Er is een vast team. (team)
   • Vast team (is-vast)
   • Deskundig team (is-deskundig)
   • Team uit de wijk (een wens) (woont-dichtbij)
2. Er is één aanspreekpunt. (contact)
   • Eén aanspreekpunt (een-punt)

Plek (plek) ────────────────────────────────────────────────────────────────────
3. Er is een eigen ruimte. (een wens) (ruimte)
   • Eigen ruimte (is-eigen)
   • Centrale ruimte (is-centraal)
4. Er is genoeg tijd. (tijd)

Antwoorden ─────────────────────────────────────────────────────────────────────
• Ja (ja): alles is op orde
• Deels (deels): een deel is op orde (telt voor 0,5)
• Nee (nee): niets ervan is op orde
• Weet niet (weet-niet): niemand hier weet het nog; dat verlaagt de score niet
• Niet van toepassing (nvt): speelt hier niet; het blijft buiten de score

Perspectieven ──────────────────────────────────────────────────────────────────
• School (school)
• Samen (samen)
"""

ENGLISH = """\
Small list
klein, version 2 · 2 categories, 4 factors, 6 conditions
Three questions.

People (mensen) ────────────────────────────────────────────────────────────────
1. There is a permanent team. (team)
   • Permanent team (is-vast)
   • Skilled team (is-deskundig)
   • Local team (a wish) (woont-dichtbij)
2. There is one contact point. (contact)
   • One contact point (een-punt)

Place (plek) ───────────────────────────────────────────────────────────────────
3. There is a room of their own. (a wish) (ruimte)
   • Own room (is-eigen)
   • Central room (is-centraal)
4. There is enough time. (tijd)

Answers ────────────────────────────────────────────────────────────────────────
• Yes (ja): all of it is in place
• Partly (deels): some of it is in place (counts for 0.5)
• No (nee): none of it is in place
• Don't know (weet-niet): nobody here knows yet; it lowers no score
• Not applicable (nvt): does not apply here; it stays out of the score

Perspectives ───────────────────────────────────────────────────────────────────
• School (school)
• Together (samen)
"""

OTHER_SCALE = """\

All of it (all) ────────────────────────────────────────────────────────────────
1. The first thing. (first)
2. The second thing. (second)
3. The third thing. (third)
   • Done (done): all of it is in place
   • Not done (not-done): none of it is in place

Answers ────────────────────────────────────────────────────────────────────────
• 0 (0): none of it is in place
• 1 (1): some of it is in place (counts for 0.25)
• 2 (2): some of it is in place (counts for 0.5)
• 3 (3): some of it is in place (counts for 0.75)
• 4 (4): all of it is in place
"""


@pytest.mark.parametrize(("lang", "text"), [("nl", DUTCH), ("en", ENGLISH)])
@pytest.mark.parametrize("form", [(), ("--format", "table")])
def test_the_set_can_be_read_with_the_ids_that_scripts_use(
    call: Call, form: tuple[str, ...], lang: str, text: str
) -> None:
    assert call(*SMALL, *form, "--lang", lang) == Done(0, text, "")


def test_a_scale_of_numbers_and_a_scale_of_one_factor_are_shown(call: Call) -> None:
    ended = call("factors", "--factors", "schaal.yaml")
    assert (ended.code, ended.err) == (0, "")
    head, rest = ended.out.split("\n\n", 1)
    assert head.startswith("Another scale\nschaal, version 1 · ")
    assert f"\n{rest}" == OTHER_SCALE


def _texts(lang: str) -> dict[str, str]:
    words = {
        "Kleine lijst": "Small list",
        "Drie vragen.": "Three questions.",
        "Samen": "Together",
        "Mensen": "People",
        "Plek": "Place",
        "Ja": "Yes",
        "Deels": "Partly",
        "Nee": "No",
        "Weet niet": "Don't know",
        "Niet van toepassing": "Not applicable",
        "Er is een vast team.": "There is a permanent team.",
        "Vast team": "Permanent team",
        "Het team is vast.": "The team is permanent.",
        "Deskundig team": "Skilled team",
        "Team uit de wijk": "Local team",
        "Er is één aanspreekpunt.": "There is one contact point.",
        "Eén aanspreekpunt": "One contact point",
        "Er is een eigen ruimte.": "There is a room of their own.",
        "Eigen ruimte": "Own room",
        "Centrale ruimte": "Central room",
        "Er is genoeg tijd.": "There is enough time.",
    }
    return {dutch: english if lang == "en" else dutch for dutch, english in words.items()}


def _condition(name: str, text: str, *, explanation: str | None = None, preferred: bool = False) -> dict[str, object]:
    return {"id": name, "text": text, "help": explanation or text, "preferred": preferred}


def small_as_json(lang: str) -> dict[str, object]:
    texts = _texts(lang)
    scale = [
        {"id": "ja", "key": "j", "value": 1, "name": texts["Ja"]},
        {"id": "deels", "key": "d", "value": 0.5, "name": texts["Deels"]},
        {"id": "nee", "key": "n", "value": 0, "name": texts["Nee"]},
        {"id": "weet-niet", "key": "w", "value": "unknown", "name": texts["Weet niet"]},
        {"id": "nvt", "key": "v", "value": "not-applicable", "name": texts["Niet van toepassing"]},
    ]
    return {
        "werkzaam": 1,
        "id": "klein",
        "version": 2,
        "language": lang,
        "title": texts["Kleine lijst"],
        "introduction": texts["Drie vragen."],
        "source": None,
        "perspectives": [{"id": "school", "name": "School"}, {"id": "samen", "name": texts["Samen"]}],
        "bands": [
            {"from": 0.8, "colour": "green"},
            {"from": 0.5, "colour": "yellow"},
            {"from": 0, "colour": "red"},
        ],
        "minimum_coverage": 0.5,
        "categories": [
            {
                "id": "mensen",
                "name": texts["Mensen"],
                "factors": [
                    {
                        "id": "team",
                        "source": "Mensen 1",
                        "text": texts["Er is een vast team."],
                        "preferred": False,
                        "scale": scale,
                        "conditions": [
                            _condition("is-vast", texts["Vast team"], explanation=texts["Het team is vast."]),
                            _condition("is-deskundig", texts["Deskundig team"]),
                            _condition("woont-dichtbij", texts["Team uit de wijk"], preferred=True),
                        ],
                    },
                    {
                        "id": "contact",
                        "source": None,
                        "text": texts["Er is één aanspreekpunt."],
                        "preferred": False,
                        "scale": scale,
                        "conditions": [_condition("een-punt", texts["Eén aanspreekpunt"])],
                    },
                ],
            },
            {
                "id": "plek",
                "name": texts["Plek"],
                "factors": [
                    {
                        "id": "ruimte",
                        "source": None,
                        "text": texts["Er is een eigen ruimte."],
                        "preferred": True,
                        "scale": scale,
                        "conditions": [
                            _condition("is-eigen", texts["Eigen ruimte"]),
                            _condition("is-centraal", texts["Centrale ruimte"], preferred=True),
                        ],
                    },
                    {
                        "id": "tijd",
                        "source": None,
                        "text": texts["Er is genoeg tijd."],
                        "preferred": False,
                        "scale": scale,
                        "conditions": [],
                    },
                ],
            },
        ],
    }


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_json_has_the_whole_set_in_one_language_with_every_default_filled_in(call: Call, lang: str) -> None:
    ended = call(*SMALL, "--format", "json", "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == json.dumps(small_as_json(lang), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("form", "make"), [("json", factors_json), ("markdown", factors_markdown), ("html", factors_html)]
)
def test_a_format_is_written_as_it_is_made(call: Call, form: str, make: object, lang: str) -> None:
    assert callable(make)
    language.activate(lang)
    expected = make(examples.small(lang))
    language.activate("en" if lang == "nl" else "nl")
    assert call(*SMALL, "--format", form, "--lang", lang) == Done(0, expected, "")


def test_the_built_in_set_is_shown_without_a_choice(call: Call) -> None:
    ended = call("factors", "--format", "json")
    assert ended == Done(0, factors_json(examples.built_in()), "")
    found = json.loads(ended.out)
    assert sum(len(category["factors"]) for category in found["categories"]) == 19


def test_an_answers_file_is_no_factor_set(call: Call) -> None:
    ended = call("factors", "--factors", "a.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("a.yaml:")


def test_a_set_that_is_not_there_is_told(call: Call) -> None:
    assert call("factors", "--factors", "weg.yaml") == Done(2, "", "weg.yaml: dit bestand bestaat niet.\n")
    assert call("factors", "--factors", ".", "--output", "uit.txt") == Done(
        2, "", ".: dit is een map; noem een bestand erin.\n"
    )
    assert not Path("uit.txt").exists()

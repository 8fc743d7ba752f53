"""Every kind of wrong value, by a shape that has them all."""

from datetime import date
from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, Field, ValidationError

from werkzaam.files.reading import Source
from werkzaam.files.shapes import Date, Id, Shape, Text, refusal, shape_problems
from werkzaam.files.yaml_tree import parse
from werkzaam.language import N_


def _even(value: int) -> int:
    if value % 2:
        raise refusal(N_("A key is a single character."))
    return value


class _Part(Shape):
    id: Id


class _Whole(Shape):
    id: Id | None = None
    text: Text | None = None
    short: Annotated[str, Field(max_length=3)] | None = None
    number: Annotated[int, Field(ge=1)] | None = None
    even: Annotated[int, AfterValidator(_even)] | None = None
    wish: bool = False
    day: Annotated[Date, Field(default=date(2026, 1, 1))]
    colour: Literal["red", "green", "blue"] | None = None
    parts: Annotated[list[_Part], Field(min_length=1)] | None = None
    part: _Part | None = None
    names: dict[str, Text] | None = None


def problems(text: str) -> list[str]:
    tree = parse(Source("a", text))
    with pytest.raises(ValidationError) as caught:
        _Whole.model_validate(tree.data)
    return [str(problem) for problem in shape_problems(tree, caught.value, _Whole)]


TEXT = "Hier hoort tekst."
QUOTES = "YAML leest dit niet als tekst: zet er aanhalingstekens omheen."
EMPTY = "Hier moet iets worden ingevuld."
WHOLE = "Hier hoort een heel getal."
NO_DATE = "Dit is geen datum: schrijf die als 2026-11-23."
LIST = "Hier hoort een lijst, elk onderdeel op een eigen regel die begint met “- ”."
MAPPING = "Hier horen namen met waarden, elk op een eigen regel als “naam: waarde”."
YES_OR_NO = "Schrijf hier true of false, zonder aanhalingstekens."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("text: no\n", f"a:1:7: {QUOTES}"),
        ("text: 5\n", f"a:1:7: {QUOTES}"),
        ("text: 0.5\n", f"a:1:7: {QUOTES}"),
        ("text: 2026-11-23\n", f"a:1:7: {QUOTES}"),
        ("text: 2026-11-23 10:00:00\n", f"a:1:7: {QUOTES}"),
        ("text: [x]\n", f"a:1:7: {TEXT}"),
        ("text:\n  x: y\n", f"a:2:3: {TEXT}"),
        ("text: ''\n", f"a:1:7: {EMPTY}"),
        ("text: '  '\n", f"a:1:7: {EMPTY}"),
        ("text: |\n\n", f"a:1:7: {EMPTY}"),
        ("id: ''\n", f"a:1:5: {EMPTY}"),
        ("short: 'vier'\n", "a:1:8: Deze tekst is te lang: hoogstens 3 tekens."),
        (f"id: {'x' * 101}\n", "a:1:5: Deze tekst is te lang: hoogstens 100 tekens."),
        ("number: een\n", f"a:1:9: {WHOLE}"),
        ("number: 1.0\n", f"a:1:9: {WHOLE}"),
        ("number: true\n", f"a:1:9: {WHOLE}"),
        ("number: '1'\n", f"a:1:9: {WHOLE}"),
        ("number: 0\n", "a:1:9: Hier hoort een heel getal van minstens 1."),
        ("even: 3\n", "a:1:7: Een toets is één teken."),
        ("wish: ja\n", f"a:1:7: {YES_OR_NO}"),
        ("wish: 1\n", f"a:1:7: {YES_OR_NO}"),
        ("wish:\n", f"a:1:1: {YES_OR_NO}"),
        ("day: morgen\n", f"a:1:6: {NO_DATE}"),
        ("day: '2026-13-45'\n", f"a:1:6: {NO_DATE}"),
        ("day: '23-11-2026'\n", f"a:1:6: {NO_DATE}"),
        ("day: 2026-11-23 10:00:00\n", f"a:1:6: {NO_DATE}"),
        ("day: 20261123\n", f"a:1:6: {NO_DATE}"),
        ("day: '20261123'\n", f"a:1:6: {NO_DATE}"),
        ("day: 2026-W48-1\n", f"a:1:6: {NO_DATE}"),
        ("day:\n", "a:1:1: Hier hoort een datum, geschreven als 2026-11-23."),
        ("colour: pink\n", "a:1:9: Schrijf hier een van deze: 'red', 'green', 'blue'."),
        ("colour: no\n", "a:1:9: Schrijf hier een van deze: 'red', 'green', 'blue'."),
        ("parts: x\n", f"a:1:8: {LIST}"),
        ("parts: {id: x}\n", f"a:1:8: {LIST}"),
        ("parts: []\n", "a:1:8: Hier hoort minstens één onderdeel."),
        ("parts: [{id: a}, x]\n", f"a:1:18: {MAPPING}"),
        ("parts:\n  - id: a\n  -\n", f"a:3:4: {MAPPING}"),
        ("part: x\n", f"a:1:7: {MAPPING}"),
        ("part: [x]\n", f"a:1:7: {MAPPING}"),
        ("part: {}\n", "a:1:1: “id” ontbreekt hier."),
        ("parts:\n  - id: a\n  - {}\n", "a:3:5: “id” ontbreekt hier."),
        ("names: x\n", f"a:1:8: {MAPPING}"),
        ("names: {nl: 1}\n", f"a:1:13: {QUOTES}"),
        ("names:\n  nl:\n", f"a:2:3: {TEXT}"),
        ("numbr: 1\n", "a:1:1: “numbr” is hier niet bekend. Bedoelde je “number”?"),
        ("part: {id: x, Colour: red}\n", "a:1:15: “Colour” is hier niet bekend. Bedoelde je “colour”?"),
        ("qqq: 1\n", "a:1:1: “qqq” is hier niet bekend."),
    ],
)
def test_a_wrong_value_is_told_at_its_place(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize("name", ["Team", "een twee", "é", "-a", "a-", "a--b", "a_b", "a.b", "a\u2028b"])
def test_what_is_no_id_is_told(name: str) -> None:
    message = f"“{name}” is geen id: gebruik kleine letters, cijfers en losse streepjes ertussen."
    assert problems(f'id: "{name}"\n') == [f"a:1:5: {message}"]


def test_an_id_ends_where_it_ends() -> None:
    message = "“a\n” is geen id: gebruik kleine letters, cijfers en losse streepjes ertussen."
    assert problems('id: "a\\n"\n') == [f"a:1:5: {message}"]


@pytest.mark.parametrize("name", ["a", "0", "no", "vast-team", "a-1-b", "x" * 100])
def test_an_id_is_accepted(name: str) -> None:
    assert _Whole.model_validate({"id": name}).id == name


@pytest.mark.parametrize("text", ["2026-11-23", "'2026-11-23'", '"2026-11-23"'])
def test_a_date_may_be_quoted(text: str) -> None:
    data = parse(Source("a", f"day: {text}\n")).data
    assert _Whole.model_validate(data).day == date(2026, 11, 23)


def test_all_differences_are_told_together() -> None:
    assert problems("text: no\nwish: ja\nparts: [{id: A}, {ID: a}]\n") == [
        "a:1:7: YAML leest dit niet als tekst: zet er aanhalingstekens omheen.",
        "a:2:7: Schrijf hier true of false, zonder aanhalingstekens.",
        "a:3:14: “A” is geen id: gebruik kleine letters, cijfers en losse streepjes ertussen.",
        "a:3:18: “id” ontbreekt hier.",
        "a:3:19: “ID” is hier niet bekend. Bedoelde je “id”?",
    ]


def test_what_the_tree_complains_about_already_is_told_once() -> None:
    tree = parse(Source("a", "day: 2026-02-30\ntext: no\n"))
    with pytest.raises(ValidationError) as caught:
        _Whole.model_validate(tree.data)
    assert [str(problem) for problem in tree.problems] == ["a:1:6: “2026-02-30” is geen datum of getal dat bestaat."]
    assert [str(problem) for problem in shape_problems(tree, caught.value, _Whole)] == [f"a:2:7: {QUOTES}"]

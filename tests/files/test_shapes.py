"""Every kind of wrong value, by a shape that has them all."""

from datetime import date
from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, Field, ValidationError

from werkzaam.files.reading import Source
from werkzaam.files.shapes import Date, Id, Shape, Text, refusal, shape_problems
from werkzaam.files.yaml.tree import parse
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
    parts: Annotated[list[_Part], Field(min_length=1, max_length=2)] | None = None
    part: _Part | None = None
    names: dict[str, Text] | None = None


def problems(text: str) -> list[str]:
    tree = parse(Source("a", text))
    with pytest.raises(ValidationError) as caught:
        _Whole.model_validate(tree.data)
    return [str(problem).removeprefix("a:") for problem in shape_problems(tree, caught.value, _Whole)]


TEXT = "Text is needed here."
QUOTES = "YAML does not read this as text: put quotes around it."
EMPTY = "Something has to be filled in here."
WHOLE = "A whole number is needed here, without quotes."
NO_DATE = "A date is needed here, written as 2026-11-23."
COLOURS = "Write one of these here: “red”, “green”, “blue”."
LIST = "A list is needed here, each item on a line of its own that starts with a hyphen and a space: “- ”."
MAPPING = "Names with values are needed here, each on a line of its own as “name: value”."
YES_OR_NO = "Write true or false here, without quotes."
BETWEEN_BRACES = "stands here without a value: between braces, put quotes around a text with a comma in it."
SPACE = "A space is missing behind the colon: write “name: value”."
COLON = "A colon is missing here: write “id: …”."
NO_SPACE = "Here stands U+00A0, which looks like a space but is not one: put an ordinary space, or nothing."
NOTHING = "Here stands U+200B, which cannot be seen: take it away."
OF_LIST = "Text is needed here, and “- ” makes a list of it: write “|” behind the name to keep the lines as text."
OF_BRACKETS = "Because of its brackets this is no text: take them away, or put quotes around the whole text."
OF_NAME = "Text is needed here, and a colon makes a name of it: take that away, or put quotes around the text."
LIKE_ANOTHER = "Here stands U+043E, which looks like another sign: type “colour” anew."
NO_ID = "is not an id: use small letters, digits and single hyphens between them."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("text: no\n", f"1:7: {QUOTES}"),
        ("text: 5\n", f"1:7: {QUOTES}"),
        ("text: 0.5\n", f"1:7: {QUOTES}"),
        ("text: 2026-11-23\n", f"1:7: {QUOTES}"),
        ("text: 2026-11-23 10:00:00\n", f"1:7: {QUOTES}"),
        ("text: [x]\n", f"1:7: {OF_BRACKETS}"),
        ("text: {x: y}\n", f"1:7: {OF_BRACKETS}"),
        ("text:\n  - x\n", f"2:3: {OF_LIST}"),
        ("text:\n  x: y\n", f"2:3: {OF_NAME}"),
        ("text: '  '\n", f"1:7: {EMPTY}"),
        ("text: |\n\n", f"1:7: {EMPTY}"),
        ("id: ''\n", f"1:5: {EMPTY}"),
        ("short: 'vier'\n", "1:8: This text is too long: at most 3 characters."),
        (f"id: {'x' * 101}\n", "1:5: This text is too long: at most 100 characters."),
        ("number: een\n", f"1:9: {WHOLE}"),
        ("number: 1.0\n", f"1:9: {WHOLE}"),
        ("number: true\n", f"1:9: {WHOLE}"),
        ("number: '1'\n", f"1:9: {WHOLE}"),
        ("number: 0\n", "1:9: A whole number of at least 1 is needed here."),
        ("even: 3\n", "1:7: A key is a single character."),
        ("wish: ja\n", f"1:7: {YES_OR_NO}"),
        ("wish: 1\n", f"1:7: {YES_OR_NO}"),
        ("wish:\n", f"1:1: {YES_OR_NO}"),
        ("day: morgen\n", f"1:6: {NO_DATE}"),
        ("day: '2026-13-45'\n", f"1:6: {NO_DATE}"),
        ("day: '23-11-2026'\n", f"1:6: {NO_DATE}"),
        ("day: 2026-11-23 10:00:00\n", f"1:6: {NO_DATE}"),
        ("day: '20261123'\n", f"1:6: {NO_DATE}"),
        ("day: 2026-W48-1\n", f"1:6: {NO_DATE}"),
        ("day:\n", "1:1: A date is needed here, written as 2026-11-23."),
        ("colour: pink\n", f"1:9: {COLOURS}"),
        ("colour: no\n", f"1:9: {COLOURS}"),
        ("parts: x\n", f"1:8: {LIST}"),
        ("parts: {id: x}\n", f"1:8: {LIST}"),
        ("parts: []\n", "1:8: At least one item is needed here."),
        ("parts: [{id: a}, {id: b}, {id: c}]\n", "1:8: These are too many: at most 2 items can stand here."),
        ("parts: [{id: a}, x]\n", f"1:18: {MAPPING}"),
        ("parts:\n  - id: a\n  -\n", f"3:4: {MAPPING}"),
        ("part: [x]\n", f"1:7: {MAPPING}"),
        ("part: {}\n", "1:1: “id” is missing here."),
        ("parts:\n  - id: a\n  - {}\n", "3:5: “id” is missing here."),
        ("names: x\n", f"1:8: {MAPPING}"),
        ("names: {nl: 1}\n", f"1:13: {QUOTES}"),
        ("names:\n  nl:\n", f"2:3: {TEXT}"),
        ("numbr: 1\n", "1:1: “numbr” is not known here. Did you mean “number”?"),
        ("Colours: red\n", "1:1: “Colours” is not known here. Did you mean “colour”?"),
        ("part: {id: x, Colour: red}\n", "1:15: “Colour” is not known here."),  # it may stand elsewhere
        ("part: {id: x, ids: red}\n", "1:15: “ids” is not known here."),  # it stands there already
        ("part: {idd: x, id: y}\n", "1:8: “idd” is not known here."),
        ("parts: [{id: x, idd: y}]\n", "1:17: “idd” is not known here."),
        ("part: id x\n", f"1:7: {COLON}"),
        ("part: id\n", f"1:7: {COLON}"),
        ("part: id=x\n", f"1:7: {COLON}"),
        ("parts:\n  - id x\n", f"2:5: {COLON}"),
        ("part: id :x\n", f"1:7: {SPACE}"),
        ("part: ideaal\n", f"1:7: {MAPPING}"),
        ("part: id\uff1a x\n", "1:7: Here stands U+FF1A, which looks like another sign: type “:” anew."),
        ("number: \uff11\n", "1:9: Here stands U+FF11, which looks like another sign: type “1” anew."),
        (
            "day: 2026\u201311\u201323\n",
            "1:6: Here stands U+2013, which looks like another sign: type “2026-11-23” anew.",
        ),
        ("colour: r\u0435d\n", "1:9: Here stands U+0435, which looks like another sign: type “red” anew."),
        ("part: number 1\n", f"1:7: {MAPPING}"),  # it does not belong there
        ("part: number:1\n", f"1:7: {SPACE}"),
        ("part: {id: x, number:1}\n", f"1:15: {SPACE}"),
        ("names: {nl:Team}\n", f"1:9: {SPACE}"),
        ("names: {nl:Team, en: Team}\n", f"1:9: {SPACE}"),
        ("text:Sinds maart: goed\n", f"1:1: {SPACE}"),
        ("names: {nl: Maandag, 10:30 uur}\n", f"1:22: “10:30 uur” {BETWEEN_BRACES}"),
        ("part: http://x.nl\n", f"1:7: {MAPPING}"),
        ("number: \u00a01\n", f"1:9: {NO_SPACE}"),
        ("number: 1\u00a0\n", f"1:10: {NO_SPACE}"),
        ("day: 2026-11-23\u202f\n", f"1:16: {NO_SPACE}".replace("00A0", "202F")),
        ("colour: re\u200bd\n", f"1:11: {NOTHING}"),
        ("part: number:\u00a01\n", f"1:14: {NO_SPACE}"),
        ("part: over 20\u00a0km gesproken\n", f"1:7: {MAPPING}"),
        ("short: 20\u00a0km\n", "1:8: This text is too long: at most 3 characters."),
        ("text: '\u00a0'\n", f"1:8: {NO_SPACE}"),
        ("text: \u200b\n", f"1:7: {NOTHING}"),
        ('text: "\\u200b \\u3164"\n', f"1:7: {EMPTY}"),
        ("part: \u00a0\n", f"1:7: {NO_SPACE}"),
        ("parts: \u200b[x]\n", f"1:8: {NOTHING}"),
        ("col\u043eur: red\n", f"1:1: “col\u043eur” is not known here. {LIKE_ANOTHER}"),
        ("numb\u00ader: 1\n", f"1:5: {NOTHING}".replace("200B", "00AD")),
        ("qqq: 1\n", "1:1: “qqq” is not known here."),
        *(
            (f'id: "{name}"\n', f"1:5: “{name}” {NO_ID}")
            for name in ("Team", "een twee", "é", "-a", "a-", "a--b", "a_b")
        ),
        ('id: "a\\u200bb"\n', f"1:5: “a\u200bb” {NO_ID}"),  # an escape can be seen
        ('id: "a\\n"\n', f"1:5: “a\n” {NO_ID}"),
    ],
)
def test_a_wrong_value_is_told_at_its_place(text: str, problem: str) -> None:
    assert problems(text) == [problem]


def test_an_id_and_a_date_are_accepted() -> None:
    for name in ("a", "0", "no", "vast-team", "a-1-b", "x" * 100):
        assert _Whole.model_validate({"id": name}).id == name
    for text in ("2026-11-23", "'2026-11-23'", '"2026-11-23"'):
        data = parse(Source("a", f"day: {text}\n")).data
        assert _Whole.model_validate(data).day == date(2026, 11, 23)


def test_all_differences_are_told_together_but_for_what_the_tree_complains_about_already() -> None:
    text = "text: no\nday: 2026-02-30\nparts: [{id: A}, {ID: a}]\n"
    assert [problem.partition(": ")[0] for problem in problems(text)] == ["1:7", "3:14", "3:18", "3:19"]
    assert [(problem.line, problem.column) for problem in parse(Source("a", text)).problems] == [(2, 6)]

"""The shape of a factor set's file: which keys it has, and what can stand under each."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    WithJsonSchema,
)

from werkzaam.domain.evaluation import SOMETHING
from werkzaam.domain.factor_set import Special, Value
from werkzaam.files.shapes import AT_THE_END, ID_SCHEMA, LISTED, NAMED, Id, Shape, Text, refusal
from werkzaam.language import N_
from werkzaam.visible import NOTHING

RESERVED_KEYS = "otbq?"
"""The keys that the questionnaire itself needs: leave open (o), note (t), back (b), stop (q), help (?)."""
RESERVED_IDS = ["open", *filter(str.isalpha, RESERVED_KEYS)]
"""Ids that no option may have: reports count the factors without an answer under `open`, and a typed line with only a
reserved key is the command."""
LIST_COMMANDS = ("b", "q")
"""The commands that work in a list of perspectives or conditions."""

MOST_ITEMS = 200
"""The most items in any list of a factor set; a scale from 0 to 100 has 101. Reports count every option per category:
without a limit a small file of a hundred thousand items would take hours."""

FARTHEST = 1_000_000
"""How far from 0 an instrument's own scale may reach."""
_IN_QUOTES = "-?[0-9]+([.,][0-9]+)?"

ONE_LANGUAGE = ""
"""Stands for the set's own language, as the language of a text that is a plain string."""


def _texts(value: object) -> object:
    """Read a plain string as a text in the set's own language."""
    return {ONE_LANGUAGE: value} if not isinstance(value, dict) else value


def _number(value: object) -> Fraction:
    return _exact(value, 0, 1, N_("A number from 0 to 1 is needed here, without quotes."))


def _value(value: object) -> Value:
    if value in (Special.UNKNOWN.value, Special.NOT_APPLICABLE.value):
        return Special(value)
    return _exact(value, 0, 1, N_("Write a number from 0 to 1 here, or unknown, or not-applicable."))


def _end(value: object) -> Fraction:
    return _exact(value, -FARTHEST, FARTHEST, N_("A number is needed here, such as 1 or 5, without quotes."))


def _exact(value: object, lowest: int, highest: int, otherwise: str) -> Fraction:
    """Return a number exactly as it is written.

    Raises PydanticCustomError if `value` is no number from `lowest` to `highest`; its message is `otherwise` unless a
    more precise one fits.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and lowest <= value <= highest:
        return Fraction(Decimal(repr(value)))
    if isinstance(value, str) and re.fullmatch(_IN_QUOTES, value):
        raise refusal(N_("Write this number with a point and without quotes, such as 0.5."))
    raise refusal(otherwise)


def _key(value: str) -> str:
    if len(value) != 1 or not value.isprintable() or not re.search(SOMETHING, value):
        raise refusal(N_("A key is a single character."))
    if value.lower() in RESERVED_KEYS:
        raise refusal(N_("The questionnaire itself needs the keys o, t, b, q and ?: choose another one."))
    return value


def _option_id(value: str) -> str:
    if value in RESERVED_IDS:
        raise refusal(N_("The ids open, o, t, b and q mean something else already: choose another one."))
    return value


LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def _language(value: str) -> str:
    if not LANGUAGE_CODE.fullmatch(value):
        raise refusal(N_("Write the code of a language here, in two or three small letters such as nl."))
    return value


def _once_or_per_language(schema: dict[str, Any]) -> WithJsonSchema:
    per_language = {"type": "object", "minProperties": 1, "additionalProperties": schema}
    return WithJsonSchema({"anyOf": [schema, per_language]})


_Language = Annotated[
    str,
    AfterValidator(_language),
    WithJsonSchema({"type": "string", "pattern": f"^{LANGUAGE_CODE.pattern}${AT_THE_END}"}),
]
_TEXT_SCHEMA = {"type": "string", "pattern": SOMETHING}
_NUMBER_SCHEMA = {"type": "number", "minimum": 0, "maximum": 1}
_Texts = Annotated[dict[str, Text], BeforeValidator(_texts), Field(min_length=1), _once_or_per_language(_TEXT_SCHEMA)]
_Number = Annotated[Fraction, PlainValidator(_number), WithJsonSchema(_NUMBER_SCHEMA)]
_End = Annotated[
    Fraction, PlainValidator(_end), WithJsonSchema({"type": "number", "minimum": -FARTHEST, "maximum": FARTHEST})
]
_Since = Annotated[int, Field(ge=1)]
_AnswerValue = Annotated[
    Any,
    PlainValidator(_value),
    WithJsonSchema({"anyOf": [_NUMBER_SCHEMA, {"enum": [special.value for special in Special]}]}),
]
_NO_KEY = rf"\s\u0000-\u001f\u007f-\u00a0{NOTHING}{RESERVED_KEYS}{RESERVED_KEYS.upper()}"
_KEY_SCHEMA = {"type": "string", "pattern": f"^[^{_NO_KEY}]${AT_THE_END}"}
_Keys = Annotated[
    dict[str, Annotated[str, AfterValidator(_key)]],
    BeforeValidator(_texts),
    Field(min_length=1),
    _once_or_per_language(_KEY_SCHEMA),
]
_OptionId = Annotated[
    Id,
    AfterValidator(_option_id),
    WithJsonSchema({"allOf": [ID_SCHEMA, {"not": {"enum": RESERVED_IDS}}]}),
]


class OptionShape(Shape):
    """An option of a scale."""

    id: _OptionId
    key: _Keys | None = None
    value: _AnswerValue
    name: _Texts | None = None
    help: _Texts | None = None


class _PerspectiveShape(Shape):
    id: Id
    name: _Texts | None = None
    joint: bool = False


class _BandShape(Shape):
    start: Annotated[_Number, Field(alias="from")]
    colour: Literal["green", "yellow", "red", "blue", "magenta", "cyan"]


class _SourceShape(Shape):
    title: Text
    publisher: Text | None = None
    url: Text | None = None


class DisplayShape(Shape):
    """The instrument's own scale, on which scores are shown."""

    low: Annotated[_End, Field(alias="from")]
    high: Annotated[_End, Field(alias="to")]


class ConditionShape(Shape):
    """A condition of a factor."""

    id: Id
    since: _Since = 1
    text: _Texts
    help: _Texts | None = None
    preferred: bool = False


_Scale = Annotated[list[OptionShape], Field(min_length=1, max_length=MOST_ITEMS)]
_ScaleOrName = Annotated[
    Annotated[_Scale, Tag(LISTED)] | Annotated[Id, Tag(NAMED)],
    Discriminator(lambda value: LISTED if isinstance(value, list | dict) else NAMED),
]


class FactorShape(Shape):
    """A factor."""

    id: Id
    source: Text | None = None
    since: _Since = 1
    text: _Texts
    help: _Texts | None = None
    preferred: bool = False
    scale: _ScaleOrName | None = None
    conditions: Annotated[list[ConditionShape], Field(max_length=MOST_ITEMS)] | None = None


class _CategoryShape(Shape):
    id: Id
    name: _Texts
    help: _Texts | None = None
    factors: Annotated[list[FactorShape], Field(min_length=1, max_length=MOST_ITEMS)]


class FactorSetShape(Shape):
    """A whole factor set."""

    werkzaam: Annotated[int, Field(ge=1)]
    id: Id
    version: Annotated[int, Field(ge=1)]
    language: _Language
    title: _Texts
    introduction: _Texts | None = None
    question: _Texts | None = None
    source: _SourceShape | None = None
    perspectives: Annotated[list[_PerspectiveShape], Field(max_length=MOST_ITEMS)] | None = None
    scale: _Scale | None = None
    scales: Annotated[dict[Id, _Scale], Field(max_length=MOST_ITEMS)] | None = None
    display: DisplayShape | None = None
    missing_below: _Number = Fraction(1)
    bands: Annotated[list[_BandShape], Field(max_length=MOST_ITEMS)] | None = None
    minimum_coverage: _Number = Fraction(1, 2)
    categories: Annotated[list[_CategoryShape], Field(min_length=1, max_length=MOST_ITEMS)]

"""The parts of the shapes (pydantic models) of both kinds of file, and the problems of files that do not fit."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from werkzaam.domain.evaluation import SOMETHING
from werkzaam.files.keys import GLUED, LIKE_A_COLON, indent_further, no_space
from werkzaam.files.problems import GUESSED, Problem, UnusableFileError, suggestion
from werkzaam.files.yaml.faults import without_value
from werkzaam.files.yaml.scalars import style_of
from werkzaam.files.yaml.tree import KeyPath, YamlTree
from werkzaam.files.yaml.unseen import glued, in_word
from werkzaam.language import _
from werkzaam.wording.signs import look_alike, look_alike_named

FORMAT = 1
"""The newest file format that this program reads; the value of `werkzaam:` in every file."""

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""YYYY-MM-DD; `date.fromisoformat` also takes weeks, and dates without hyphens."""
REFUSED = "refused"
LISTED, NAMED = "(listed)", "(named)"
"""Tags of a union, which pydantic puts in the path of an error to say which shape it tried; no key equals them."""
_KEY_ITSELF = "[key]"
"""The last step in the path of an error if the key is wrong, not its value."""

_WORD = r"[\w-]{1,40}"
_NO_COLON = r"[\w-]+(?= (?!:)|[=;]|$)"
"""Matches a word that may be a key whose colon is missing."""
_YEAR = "(?!0000)[0-9]{4}"
_DAY_OF_MONTH = (
    f"{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP_DAY = (
    "(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])"  # divisible by 4, and not by 100
    "|(?:[02468][048]|[13579][26])00)-02-29"  # divisible by 400
)
"""With _DAY_OF_MONTH, the days that exist, for validators that do not know the format `date`."""


def refuse_newer_format(tree: YamlTree) -> None:
    """Raise UnusableFileError if a file has a newer format than FORMAT: to read the rest would be guesswork."""
    version = tree.data.get("werkzaam")
    if isinstance(version, int) and version > FORMAT:
        message = _("This file has format {found}; this version of werkzaam reads up to {known}: get a newer one.")
        message = message.format(found=version, known=FORMAT)
        raise UnusableFileError([tree.source.problem(tree.value_index(("werkzaam",)), message)])


class Shape(BaseModel):
    """A mapping in a file: unknown keys are refused, and values are not converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


def _date(value: object) -> object:
    """Return the date in a text, for a date in quotes; a time stamp as text, which is refused; else `value` itself."""
    if isinstance(value, str) and ISO_DATE.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    return str(value) if isinstance(value, datetime) else value


AT_THE_END = "(?!\\n)"
"""Goes behind `$` in a schema: in Python, and validators written in it, `$` also matches before a last line end."""
ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
_ID_LENGTH = 100
ID_SCHEMA = {"type": "string", "pattern": ID_PATTERN + AT_THE_END, "maxLength": _ID_LENGTH}
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=_ID_LENGTH), WithJsonSchema(ID_SCHEMA)]
Text = Annotated[str, Field(pattern=SOMETHING)]
"""Text in which something can be seen."""
Date = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^(?:{_DAY_OF_MONTH}|{_LEAP_DAY})${AT_THE_END}"}),
]


def shape_problems(
    tree: YamlTree, error: ValidationError, model: type[Shape], told: Iterable[Problem] = ()
) -> list[Problem]:
    """Return a problem for every difference between a file and its shape.

    A place that already has a problem, in `told` or in `tree`, is skipped: one fault gives one problem.
    """
    known = {(problem.line, problem.column) for problem in (*tree.problems, *told)}
    faults = enumerate(error.errors(include_url=False))
    problems = [_problem(tree, details, model, guess=number < GUESSED) for number, details in faults]
    return [problem for problem in problems if (problem.line, problem.column) not in known]


def _problem(tree: YamlTree, details: ErrorDetails, model: type[Shape], *, guess: bool) -> Problem:
    kind, path = details["type"], tuple(step for step in details["loc"] if step not in (LISTED, NAMED))
    if isinstance(path[-1], str) and (kind == "extra_forbidden" or details["input"] is None):
        index = tree.key_index(path)
        lacking = without_value(tree.source, index, path[-1])
        if lacking:
            return tree.source.problem(index, lacking)
    if kind == "extra_forbidden":
        return _unknown_key(tree, path, model, guess=guess)
    if kind == "missing":
        return tree.source.problem(tree.key_index(path), _("“{key}” is missing here.").format(key=path[-1]))
    at_key = path[-1:] == (_KEY_ITSELF,)
    index = tree.key_index(path[:-1]) if at_key else tree.value_index(path)
    value, keys = details["input"], _keys(model, path) if kind == "model_type" else set()
    if "answer" in keys and path[-1] in keys:
        return tree.source.problem(tree.key_index(path), indent_further(str(path[-1])))
    message = _wrong_value(kind, value, details.get("ctx", {}), keys)
    if isinstance(value, dict) and isinstance(path[-1], int) and kind == "string_type":
        message = _("Only an id belongs here: take the colon away, and what stands behind it.")
    if kind == "string_type" and isinstance(value, list | dict) and tree.source.text[index] in "[{":
        message = _("Because of its brackets this is no text: take them away, or put quotes around the whole text.")
    if isinstance(value, str) and kind in _OF_ONE_WORD:
        return in_word(tree.source, index, value) or tree.source.problem(index, look_alike(value) or message)
    unseen = glued(tree.source, index, value) if isinstance(value, str) and kind != "string_too_long" else None
    return unseen or tree.source.problem(index, message)


_OF_ONE_WORD = ("string_pattern_mismatch", "literal_error", "int_type", "bool_type", "date_type", REFUSED)
"""The types of error for a value that should be an id, a number, a date or the like."""


def _unknown_key(tree: YamlTree, path: KeyPath, model: type[Shape], *, guess: bool) -> Problem:
    key, index = str(path[-1]), tree.key_index(path)
    message = _("“{key}” is not known here.").format(key=key)
    if guess:
        message += suggestion(key, _keys(model, path[:-1]) - tree.value(path[:-1]).keys())
    return in_word(tree.source, index, key) or tree.source.problem(index, message)


def _keys(model: type[Shape], path: KeyPath) -> set[str]:
    """Return the keys of the nearest shape at a path or above it."""
    for step in path:
        field = _fields(model).get(step)
        model = _shape_in(field.annotation if field else None) or model
    return {str(key) for key in _fields(model)}


def _fields(model: type[Shape]) -> dict[str | int, FieldInfo]:
    """Return the fields of a shape by the key that they have in a file."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _shape_in(annotation: Any) -> type[Shape] | None:  # noqa: ANN401 (a type)
    """Return the shape that an annotation holds; None if there is none."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next(filter(None, map(_shape_in, get_args(annotation))), None)


def _wrong_value(kind: str, value: object, context: dict[str, Any], keys: set[str]) -> str:
    """Return the message for a type of error; `keys` are those of the mapping that may stand in place of `value`."""
    text = str(value) if type(value) in (str, int) else ""
    if kind == "string_pattern_mismatch" and not re.search(SOMETHING, text):
        return _("Something has to be filled in here.")
    if kind == "literal_error":
        allowed = re.sub("'([^']*)'", r"“\1”", context["expected"].replace(" or ", ", "))
        return _("Write one of these here: {allowed}.").format(allowed=allowed)
    if kind == REFUSED:
        message: str = context["message"]
        return _(message)
    messages = {
        "string_type": _no_text(value),
        "string_pattern_mismatch": _("“{id}” is not an id: use small letters, digits and single hyphens between them."),
        "string_too_long": _("This text is too long: at most {max_length} characters."),
        "int_type": _("A whole number is needed here, without quotes."),
        "greater_than_equal": _("A whole number of at least {ge} is needed here."),
        "bool_type": _("Write true or false here, without quotes."),
        "date_type": _("A date is needed here, written as 2026-11-23."),
        "list_type": _(
            "A list is needed here, each item on a line of its own that starts with a hyphen and a space: “- ”."
        ),
        "too_short": _("At least one item is needed here."),
        "too_long": _("These are too many: at most {max_length} items can stand here."),
    }
    return messages.get(kind, _no_mapping(text, keys)).format(id=text, **context)


def _no_text(value: object) -> str:
    if isinstance(value, bool | int | float | date):
        return _("YAML does not read this as text: put quotes around it.")
    if isinstance(value, dict):
        return _("Text is needed here, and a colon makes a name of it: take that away, or put quotes around the text.")
    if isinstance(value, list):
        return _(
            "Text is needed here, and “- ” makes a list of it: write “|” behind the name to keep the lines as text."
        )
    return _("Text is needed here.")


def _no_mapping(text: str, keys: set[str]) -> str:
    """Return the message for a text in place of a mapping that may have these keys."""
    colon, name = re.search(LIKE_A_COLON, text), re.match(_NO_COLON, text)
    if colon:
        return look_alike_named(colon.group(), ":")
    if re.match(GLUED, text):
        return no_space()
    if name and name.group() in keys:
        return _("A colon is missing here: write “{key}: …”.").format(key=name.group())
    if "answer" in keys and re.fullmatch(_WORD, text):
        word = f"'{text}'" if style_of(text) else text
        return _("Write this on a line of its own below: “answer: {word}”.").format(word=word)
    if "what" in keys and text:
        return _("Put “what: ” in front of this text.")
    return _("Names with values are needed here, each on a line of its own as “name: value”.")


def refusal(message: str) -> PydanticCustomError:
    """Return the error that our validators raise for a value; N_ has to mark `message` for translation."""
    return PydanticCustomError(REFUSED, "{message}", {"message": message})

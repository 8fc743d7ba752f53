"""JSON Schemas (2020-12) of both kinds of file: for editors, which complete and explain, and for other validators.

They are made from the shapes that a file is checked against when it is read. What JSON Schema cannot express
(duplicates, anchors, limits, older versions) only reading checks.
"""

from copy import deepcopy
from typing import Any

from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.files.answers import AnswersShape
from werkzaam.files.factor_set_shape import FactorSetShape
from werkzaam.files.shapes import FORMAT, ID_SCHEMA
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.factors import meaning

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_Schema = dict[str, Any]


def answers_schema(factor_set: FactorSet) -> _Schema:
    """Return the schema of an answers file for this version of a factor set; the text of each id describes it."""
    schema = _bare(AnswersShape.model_json_schema())
    definitions = schema["$defs"]
    answer, action = definitions.pop("AnswerShape"), definitions["ActionShape"]
    scales = dict.fromkeys(factor.scale for factor in factor_set.factors)
    names = {scale: f"scale-{number}" for number, scale in enumerate(scales, 1)}
    definitions |= {name: _scale(scale, factor_set) for scale, name in names.items()}
    categories = {
        category.id: _nullable(
            _mapping({factor.id: _factor(factor, answer, names[factor.scale]) for factor in category.factors}),
            description=category.name,
        )
        for category in factor_set.categories
    }
    properties = schema["properties"]
    properties |= {
        "werkzaam": {"const": FORMAT},
        "factors": {"const": factor_set.id},
        "version": {"const": factor_set.version},
        "perspective": _nullable(*(_const(item.id, item.name) for item in factor_set.perspectives)),
        "answers": _nullable(_mapping(categories)),
    }
    action["properties"]["factor"] = _nullable(*(_const(factor.id, factor.text) for factor in factor_set.factors))
    return {"$schema": DIALECT, "title": factor_set.title, **schema}


def factor_set_schema() -> _Schema:
    """Return the schema of a factor set."""
    schema = _bare(FactorSetShape.model_json_schema())
    schema["properties"]["werkzaam"] = {"const": FORMAT}
    has_one = {"required": ["scale"], "properties": {"scale": {"not": {"type": "null"}}}}
    each_has_one = {"properties": {"factors": {"items": has_one}}}
    scales = [has_one, {"properties": {"categories": {"items": each_has_one}}}]
    return {"$schema": DIALECT, "title": _("A factor set"), **schema, "anyOf": scales}


def _bare(schema: Any) -> Any:  # noqa: ANN401 (JSON)
    """Return a schema that pydantic made without its titles, defaults and descriptions."""
    if isinstance(schema, list):
        return [_bare(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key not in ("title", "default", "description")}
    for of_named in kept.pop("patternProperties", {}).values():  # the names are ids, and nothing else may stand there
        kept |= {"propertyNames": ID_SCHEMA, "additionalProperties": of_named}
    return {
        key: {name: _bare(item) for name, item in value.items()} if key in ("properties", "$defs") else _bare(value)
        for key, value in kept.items()
    }


def _factor(factor: Factor, answer: _Schema, scale: str) -> _Schema:
    """Return the schema of the answer to one factor; `scale` is the name of the schema of its scale."""
    content = deepcopy(answer)
    content["properties"] |= {
        "answer": {"$ref": f"#/$defs/{scale}"},
        "missing": _nullable(_ids(factor)),
    }
    return _nullable(content, description=factor.text)


def _ids(factor: Factor) -> _Schema:
    known = [_const(condition.id, condition.help) for condition in factor.conditions]
    return {"type": "array", "uniqueItems": True, "items": {"anyOf": known} if known else False}


def _scale(options: tuple[Option, ...], factor_set: FactorSet) -> _Schema:
    meanings = (meaning(option, factor_set.display, has_conditions=factor_set.has_conditions) for option in options)
    return _nullable(
        *(_const(option.id, f"{visible(option.name)}: {said}") for option, said in zip(options, meanings, strict=True))
    )


def _const(value: str, text: str) -> _Schema:
    return {"const": value, "description": text}


def _nullable(*alternatives: _Schema, description: str | None = None) -> _Schema:
    """Return the schema of a value that fits one of the alternatives, or is null."""
    described = {"description": description} if description else {}
    return {**described, "anyOf": [*alternatives, {"type": "null"}]}


def _mapping(properties: dict[str, _Schema]) -> _Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties}

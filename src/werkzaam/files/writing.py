"""The canonical text of an answers file: the same answers give the same bytes on every machine."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from werkzaam.domain.evaluation import Action, Answer, Evaluation
from werkzaam.domain.factor_set import FactorSet
from werkzaam.files.reading import MAXIMUM_SIZE
from werkzaam.files.shapes import FORMAT
from werkzaam.files.yaml.scalars import DOUBLE, NAMED, STYLES, TO_ESCAPE, double_quoted, style_of

RULES: Mapping[str, Any] = {
    "format": FORMAT,
    "maximumSize": MAXIMUM_SIZE,
    "styles": STYLES,
    "toEscape": TO_ESCAPE,
    "named": NAMED,
}
"""The rules that the form in the browser follows to write and to read the same files."""
_NEVER_WRAP = 2**31 - 1


class Quoted(str):
    """A text that `dump` writes between double quotation marks, on one line."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """A dumper that writes block style, lists indented under their key, and each text in the style of `style_of`.

    It is based on PyYAML's Python emitter, which lets a subclass decide; the C emitter chooses for itself.
    """

    def increase_indent(self, *_args: object, **_kwargs: object) -> None:
        super().increase_indent()

    def choose_scalar_style(self) -> str:
        event: Any = self.event
        return str(event.style or "")

    def write_double_quoted(self, text: str, *_split: object) -> None:
        self.write_indicator(double_quoted(text), need_whitespace=True)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style_of(text))


def _quoted(dumper: yaml.SafeDumper, text: Quoted) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=DOUBLE)


def _nothing(dumper: yaml.SafeDumper, _value: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Quoted, _quoted)
_Dumper.add_representer(type(None), _nothing)


def dump(data: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return plain data as canonical YAML; keys keep their order."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, width=_NEVER_WRAP)
    return text


def answers_text(factor_set: FactorSet, evaluation: Evaluation) -> str:
    """Return the text of an answers file with every factor of the set, the open ones with an empty answer."""
    data = head(factor_set, evaluation)
    if evaluation.perspective is not None:
        data["perspective"] = evaluation.perspective
    if evaluation.note is not None:
        data["note"] = evaluation.note
    data["answers"] = {
        category.id: {factor.id: answer_fields(evaluation.answer(factor.id)) for factor in category.factors}
        for category in factor_set.categories
    }
    if evaluation.actions:
        data["actions"] = [action_fields(action) for action in evaluation.actions]
    return dump(data)


def head(factor_set: FactorSet, evaluation: Evaluation) -> dict[str, Any]:
    """Return the keys and values with which every answers file begins."""
    return {
        "werkzaam": FORMAT,
        "factors": factor_set.id,
        "version": factor_set.version,
        "collaboration": evaluation.collaboration,
        "date": evaluation.date,
    }


def answer_fields(answer: Answer) -> dict[str, Any]:
    """Return an answer as the keys and values that stand in a file."""
    fields: dict[str, Any] = {"answer": answer.option}
    if answer.missing is not None:
        fields["missing"] = list(answer.missing)
    if answer.note is not None:
        fields["note"] = answer.note
    return fields


def action_fields(action: Action) -> dict[str, Any]:
    """Return an action as the keys and values that stand in a file."""
    fields = {"factor": action.factor, "what": action.what, "owner": action.owner, "due": action.due}
    return {key: value for key, value in fields.items() if value is not None} | {"status": action.status.value}

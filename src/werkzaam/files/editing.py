"""Changes of one answer, action or name in the text of an answers file that leave all other characters alone."""

from typing import Any

from werkzaam.domain.evaluation import Action, Answer
from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.files.keys import OF_AN_ANSWER
from werkzaam.files.reading import Source
from werkzaam.files.text_editor import TextEditor
from werkzaam.files.writing import Quoted, action_fields, answer_fields
from werkzaam.files.yaml.text_places import entries, is_block
from werkzaam.files.yaml.tree import KeyPath, YamlTree, parse

_ACTION_ORDER = ("factor", "what", "owner", "due", "status")


def with_answer(tree: YamlTree, factor_set: FactorSet, factor: Factor, answer: Answer, *, quoted: bool = False) -> str:
    """Return the text of an answers file after one answer was changed.

    If `quoted`, a note is written between quotation marks: a block scalar would take in a comment that follows it and
    is indented deeper.
    """
    category = factor_set.category_of[factor.id]
    path = ("answers", category.id, factor.id)
    fields = _fields(tree, path, factor, answer)
    if quoted and answer.note is not None:
        fields["note"] = Quoted(answer.note)
    editor = TextEditor(tree)
    entry = editor.plain_entry(path)
    if entry is not None and editor.is_plain(entry[1]):
        wanted = {name: fields.get(name) for name in OF_AN_ANSWER}
        return editor.applied(editor.changed_fields(entry[1], wanted, OF_AN_ANSWER))
    orders: dict[KeyPath, list[str]] = {
        ("answers",): [item.id for item in factor_set.categories],
        ("answers", category.id): [item.id for item in category.factors],
    }
    return editor.applied(editor.written(path, fields, orders))


def _fields(tree: YamlTree, path: KeyPath, factor: Factor, answer: Answer) -> dict[str, Any]:
    """Return the keys and values to write for an answer, with what the file holds and `Answer` does not.

    A list of missing conditions keeps its order and its retired ids. A list that has no effect stays as long as the
    option stays.
    """
    present = tree.value(path) or {}
    listed, option = present.get("missing"), present.get("answer")
    fields = answer_fields(answer)
    note = {"note": fields.pop("note")} if "note" in fields else {}
    if listed is not None and answer.missing is not None:
        fields["missing"] = _named(factor, listed, answer.missing)
    elif listed is not None and option == answer.option and not (option and factor.option(option).is_partial):
        fields["missing"] = listed
    return {**fields, **note}


def _named(factor: Factor, listed: list[str], named: tuple[str, ...]) -> list[str]:
    """Return `listed` if its known conditions are those in `named`, else `named` and the retired ids in `listed`."""
    known = {condition.id for condition in factor.conditions}
    return listed if known.intersection(listed) == set(named) else [*named, *(n for n in listed if n not in known)]


def with_name(tree: YamlTree, key: str, name: str) -> str:
    """Return the text of an answers file after the collaboration or the perspective got another value, or a first."""
    editor = TextEditor(tree)
    return editor.applied(editor.written((key,), name, {(): ("collaboration", "date", "perspective")}))


def with_action(tree: YamlTree, action: Action) -> str:
    """Return the text of an answers file after an action was added at the end of its actions."""
    editor = TextEditor(tree)
    entry = editor.plain_entry(("actions",))
    if entry is not None and is_block(entry[1]):
        return editor.applied([editor.appended(entry, action_fields(action))])
    return _with_actions(editor, [*(tree.data.get("actions") or []), action_fields(action)])


def with_changed_action(tree: YamlTree, place: int, old: Action, new: Action) -> str:
    """Return the text of an answers file after the action at index `place` was changed in the fields that differ."""
    before, after = action_fields(old), action_fields(new)
    fields = {name: after.get(name) for name in _ACTION_ORDER if after.get(name) != before.get(name)}
    editor, present = TextEditor(tree), tree.data["actions"]
    _key, items = entries(tree.root)["actions"]
    if is_block(items) and editor.is_plain(items.value[place]):
        return editor.applied(editor.changed_fields(items.value[place], _on_a_line(fields), _ACTION_ORDER))
    whole = _on_a_line({**present[place], **fields})
    ordered = {name: whole[name] for name in _ACTION_ORDER if whole.get(name) is not None}
    if is_block(items):
        return editor.applied([editor.rewritten_item(items, place, ordered)])
    return _with_actions(editor, [*present[:place], ordered, *present[place + 1 :]])


def _on_a_line(fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields that are each written on one line: a block scalar could take in a comment that follows it."""
    return {name: Quoted(value) if "\n" in str(value) else value for name, value in fields.items()}


def without_action(tree: YamlTree, place: int) -> str:
    """Return the text of an answers file after the action at index `place` was removed; comments stay."""
    editor, entry = TextEditor(tree), entries(tree.root)["actions"]
    if is_block(entry[1]):
        return editor.applied([editor.without_item(entry, place)])
    # As a list of blocks first: without the item at once, its comments would go to the next.
    text = _with_actions(editor, tree.data["actions"])
    return without_action(parse(Source(tree.source.name, text)), place)


def _with_actions(editor: TextEditor, actions: list[dict[str, Any]]) -> str:
    """Return the text with these actions, all rewritten in block style."""
    return editor.applied(editor.written(("actions",), actions, {(): ("answers", "actions")}))

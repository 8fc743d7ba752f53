"""Checks of a factor set across its parts: duplicates, ambiguous ids and keys, and what is missing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from werkzaam.files.factor_set_shape import LANGUAGE_CODE, LIST_COMMANDS
from werkzaam.files.keys import TRANSLATED
from werkzaam.files.problems import Problem, suggestion
from werkzaam.files.shapes import ID_PATTERN
from werkzaam.files.yaml.tree import KeyPath, YamlTree, values_in
from werkzaam.language import LANGUAGES, _


def contradictions(tree: YamlTree) -> Iterator[Problem]:
    """Return the problems that no part of a factor set shows by itself, such as duplicate ids.

    The checks work on the parsed YAML values, so that a fault in one place hides no fault in another.
    """
    data = tree.data
    language = data.get("language")
    own = language if isinstance(language, str) and LANGUAGE_CODE.fullmatch(language) else ""
    yield from _doubles(tree, sides := _ids(_below("perspectives", data)))
    yield from _ambiguous(tree, sides)
    yield from _doubles(tree, _ids(_below("categories", data)))
    for path, scale in scales_in(data):
        yield from _scale_doubles(tree, own, scale, path)
    for path, factor in _factors(data):
        yield from _doubles(tree, conditions := _ids(_below("conditions", factor, path)))
        yield from _ambiguous(tree, conditions)
        yield from _too_new(tree, path, factor)
    yield from _doubles(tree, _ids(_factors(data)))
    yield from _without_scale(tree)
    yield from _turned_display(tree)
    if own:
        yield from _untranslated(tree, own)


def _factors(data: dict[str, Any]) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Return the factors, each with its path."""
    for path, category in _below("categories", data):
        yield from _below("factors", category, path)


def scales_in(data: dict[str, Any]) -> Iterator[tuple[KeyPath, object]]:
    """Return the value in every place for a scale, with its path: a list of options, a name, None, or a mistake."""
    yield ("scale",), data.get("scale")
    named = data.get("scales")
    for name, scale in named.items() if isinstance(named, dict) else ():
        yield ("scales", name), scale
    for path, factor in _factors(data):
        yield (*path, "scale"), factor.get("scale")


def _too_new(tree: YamlTree, path: KeyPath, factor: dict[str, Any]) -> Iterator[Problem]:
    """Find a `since` of a factor or its conditions that is later than the version of the set."""
    version = tree.data.get("version")
    for item_path, item in [(path, factor), *_below("conditions", factor, path)]:
        since = item.get("since")
        if type(version) is int and isinstance(since, int) and since > version > 0:  # to Python, true is an int too
            message = _(
                "The set has version {version}: since cannot be later. Raise the version of the set, or lower this."
            )
            yield tree.source.problem(tree.value_index((*item_path, "since")), message.format(version=version))


def _without_scale(tree: YamlTree) -> Iterator[Problem]:
    """Find factors that name an unknown scale, and the first place where a scale is missing."""
    named = tree.data.get("scales")
    known = [*named] if isinstance(named, dict) else []
    own = {path: factor.get("scale") for path, factor in _factors(tree.data)}
    for path, name in own.items():
        if isinstance(name, str) and re.fullmatch(ID_PATTERN, name) and name not in known:
            message = _("The set has no scale “{id}” below “scales”.").format(id=name) + suggestion(name, known)
            yield tree.source.problem(tree.value_index((*path, "scale")), message)
    bare = [path for path, scale in own.items() if scale is None]
    if tree.data.get("scale") is not None or not bare:
        return
    if len(bare) == len(own):
        yield tree.source.problem(tree.key_index(("scale",)), _("“{key}” is missing here.").format(key="scale"))
    else:
        message = _("This factor has no scale, and the set has none for all of them: add “scale” here, or to the set.")
        yield tree.source.problem(tree.value_index(bare[0]), message)


def _turned_display(tree: YamlTree) -> Iterator[Problem]:
    """Find a `display` whose highest score is not above its lowest."""
    own = tree.data.get("display")
    ends: list[Any] = [own.get("from"), own.get("to")] if isinstance(own, dict) else []
    if ends and all(type(end) in (int, float) for end in ends) and ends[0] >= ends[1]:
        message = _("The highest score has to be above the lowest: “to” above “from”, as in display: {example}.")
        message = message.format(example="{from: 1, to: 5}")
        yield tree.source.problem(tree.value_index(("display", "to")), message)


def _below(key: str, parent: dict[str, Any], path: KeyPath = ()) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Return the mappings in the list below a key of the mapping at a path, each with its path."""
    return mappings(parent.get(key), (*path, key))


def mappings(items: object, path: KeyPath) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Return the mappings in a list, each with its path."""
    for index, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict):
            yield (*path, index), item


def _ids(items: Iterable[tuple[KeyPath, dict[str, Any]]]) -> list[tuple[KeyPath, str]]:
    """Return the ids of mappings, each with its path; those that are no text are left out."""
    return [((*path, "id"), item["id"]) for path, item in items if isinstance(item.get("id"), str)]


def _doubles(tree: YamlTree, names: Iterable[tuple[KeyPath, str]]) -> Iterator[Problem]:
    seen: dict[str, KeyPath] = {}
    for path, name in names:
        if name in seen:
            yield tree.source.problem(tree.value_index(path), _used_twice(tree, name, seen[name]))
        seen.setdefault(name, path)


def _ambiguous(tree: YamlTree, names: list[tuple[KeyPath, str]]) -> Iterator[Problem]:
    """Find ids that, typed as a line, could also mean the number of another item of the list, or a command."""
    numbers = {str(number): path for number, (path, _name) in enumerate(names, 1)}
    for path, name in names:
        if len(names) > 1 and (name in LIST_COMMANDS or numbers.get(name, path) != path):
            message = _(
                "“{id}” could also be the number of another one, or a command such as b or q: choose another one."
            )
            yield tree.source.problem(tree.value_index(path), message.format(id=name))


def _used_twice(tree: YamlTree, name: str, first: KeyPath) -> str:
    message = _("“{id}” is used twice, the first time on line {line}: choose another one.")
    return message.format(id=name, line=tree.source.place(tree.value_index(first))[0])


def _scale_doubles(tree: YamlTree, own: str, scale: object, path: KeyPath) -> Iterator[Problem]:
    """Find duplicate ids in a scale, and keys that in one of the languages are another key or another option's id."""
    ids = _ids(mappings(scale, path))
    yield from _doubles(tree, ids)
    named = Counter(name for _path, name in ids)
    told: set[KeyPath] = set()
    for language in dict.fromkeys((own, *LANGUAGES)):
        seen: dict[str, tuple[KeyPath, str]] = {}
        for key_path, key, option_id in _keys_in(language, own, scale, path):
            plain = key.upper().casefold()  # whatever Shift and Caps Lock made of it
            first, other = seen.setdefault(plain, (key_path, key))
            if named[plain] > (option_id == plain):
                message = _("“{key}” is the id of another option: choose another key.").format(key=key)
            elif first == key_path:
                continue
            elif key == other:
                message = _used_twice(tree, key, first)
            else:
                message = _("“{key}” and “{other}” are one key, with or without Shift: choose another one.")
                message = message.format(key=key, other=other)
            if key_path not in told:
                told.add(key_path)
                yield tree.source.problem(tree.value_index(key_path), message)


def _keys_in(language: str, own: str, scale: object, path: KeyPath) -> Iterator[tuple[KeyPath, str, object]]:
    """Return path, key and id of each option with a key in `language`, or else in the set's `own` language."""
    for option_path, option in mappings(scale, path):
        key, key_path = option.get("key"), (*option_path, "key")
        if isinstance(key, dict):
            spoken = language if language in key else own
            key, key_path = key.get(spoken), (*key_path, spoken)
        if isinstance(key, str):
            yield key_path, key, option.get("id")


def _untranslated(tree: YamlTree, language: str) -> Iterator[Problem]:
    """Find texts and keys given per language that lack the set's own language, to which all others fall back."""
    for path, value in values_in(tree.data):
        if isinstance(value, dict) and value and path and path[-1] in TRANSLATED and language not in value:
            message = _("The set's own language ({language}) is missing here: add it.")
            yield tree.source.problem(tree.key_index(path), message.format(language=language))

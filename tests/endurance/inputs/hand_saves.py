"""Every kind of save in files by any hand, read back by another reader of YAML: all else stays, comments too."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

import yaml
from ruamel.yaml import YAML

from tests.endurance.inputs.by_hand import NOTES, by_hand
from tests.endurance.inputs.promises import NAME, small
from tests.endurance.trying import Effort, Try
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.errors import UserError
from werkzaam.files import answers, reading
from werkzaam.files.store import AnswersStore
from werkzaam.files.writing import action_fields, answer_fields

_NOTES = (*NOTES, None, None, "Twee\n  regels\n\n# drie", "\n", "a\u2028b", "[", "<<<<<<<\n")
_NAMES = ("Lyceum Oost", "Ons: allen", "1e3", "De 'Bron' # hier", "één 😀")

_Data = dict[str, Any]
_Change = Callable[[_Data], object]
"""What a save is to do, done to plain data."""


def hand_styled_files(effort: Effort) -> Iterator[Try]:
    """Save something of every kind in many files."""
    for seed in range(effort.pick(600, 50_000)):
        yield f"seed {seed}", problems_of(seed)


def problems_of(seed: int) -> list[str]:
    """Return what is wrong after one save in a file by hand; the same for the same seed."""
    text, comments = by_hand(seed)
    path = Path(_folder().name) / NAME
    path.write_bytes(text.encode())
    store = AnswersStore(path, small(), answers.read(reading.decode(text.encode(), NAME), small()), lambda _line: None)
    kind = _KINDS[seed % len(_KINDS)]
    try:
        with mock.patch.object(os, "fsync"):  # no disk is tried here
            change = kind(store, Random(seed))  # noqa: S311 (to be repeated)
    except UserError as error:
        path.with_name(f"{NAME}.rescue").unlink(missing_ok=True)
        return [f"{kind.__name__} is refused: {error}"]
    return [f"{kind.__name__}: {problem}" for problem in _problems(text, path.read_bytes().decode(), comments, change)]


def _problems(old: str, new: str, comments: list[str], change: _Change) -> Iterator[str]:
    wanted, found = yaml.load(old.removeprefix("\ufeff"), yaml.CSafeLoader), _other_reader().load(new)
    change(wanted)
    if _essence(found) != _essence(wanted):
        yield f"another meaning: {_essence(found)} instead of {_essence(wanted)}"
    lost = [comment for comment in comments if new.count(f"{comment[: comment.index(':')]}:") != 1]
    if lost:
        yield f"comments are lost: {lost}"
    if old.startswith("\ufeff") != new.startswith("\ufeff"):
        yield "another byte order mark"
    ends = {"\r\n": "\r\n" in old, "\n": "\n" in old.replace("\r\n", ""), "\r": "\r" in old.replace("\r\n", "")}
    if any(end in new.replace("\r\n", "") for end in "\r\n" if not ends[end] and any(ends.values())):
        yield "another line end"


def _answer(store: AnswersStore, chance: Random) -> _Change:
    factor = chance.choice(small().factors)
    option = chance.choice((*factor.scale, None))
    known = [condition.id for condition in factor.conditions]
    missing = None
    if option is not None and option.is_partial and chance.random() < 0.7:
        named = set(chance.sample(known, chance.randint(0, len(known))))
        missing = tuple(condition for condition in known if condition in named)
    return _saved(store, factor.id, Answer(option.id if option else None, missing, chance.choice(_NOTES)))


def _note(store: AnswersStore, chance: Random) -> _Change:
    factor = chance.choice(small().factors).id
    return _saved(store, factor, store.evaluation.answer(factor)._replace(note=chance.choice(_NOTES)))


def _option(store: AnswersStore, chance: Random) -> _Change:
    factor = chance.choice(small().factors)
    return _saved(
        store, factor.id, Answer(chance.choice(factor.scale).id, None, store.evaluation.answer(factor.id).note)
    )


def _saved(store: AnswersStore, factor: str, answer: Answer) -> _Change:
    store.save({factor: answer})
    category = small().category_of[factor].id

    def change(data: _Data) -> None:
        data["answers"] = data["answers"] or {}
        data["answers"][category] = data["answers"].get(category) or {}
        old = data["answers"][category].get(factor) or {}
        fields = answer_fields(answer)
        if answer.missing is not None and set(old.get("missing") or ()) == set(answer.missing):
            fields["missing"] = old.get("missing") or []  # in the order in which they stand
        data["answers"][category][factor] = fields

    return change


def _added(store: AnswersStore, chance: Random) -> _Change:
    action = _some_action(chance)
    store.add_action(action)
    return lambda data: data.update(actions=[*(data.get("actions") or []), action_fields(action)])


def _changed(store: AnswersStore, chance: Random) -> _Change:
    known = store.evaluation.actions
    if not known:
        return _added(store, chance)
    place, other = chance.randrange(len(known)), _some_action(chance)
    fields = {name: getattr(other, name) for name in ("what", "owner", "due", "status") if chance.random() < 0.5}
    action = known[place]._replace(**fields)
    store.change_action(place, action)
    return lambda data: data["actions"].__setitem__(place, action_fields(action))


def _taken_away(store: AnswersStore, chance: Random) -> _Change:
    known = store.evaluation.actions
    if not known:
        return _added(store, chance)
    place = chance.randrange(len(known))
    store.change_action(place, None)
    return lambda data: data.update(actions=data["actions"][:place] + data["actions"][place + 1 :] or None)


def _collaboration(store: AnswersStore, chance: Random) -> _Change:
    name = chance.choice(_NAMES)
    store.rename("collaboration", name)
    return lambda data: data.update(collaboration=name)


def _perspective(store: AnswersStore, chance: Random) -> _Change:
    perspective = chance.choice(("school", "samen"))
    store.rename("perspective", perspective)
    return lambda data: data.update(perspective=perspective)


_KINDS = (_answer, _answer, _note, _option, _added, _changed, _taken_away, _collaboration, _perspective)


def _some_action(chance: Random) -> Action:
    what = chance.choice([note for note in NOTES if note.strip()])
    due = chance.choice((None, date(2027, 3, 1), date(2028, 2, 29)))
    return Action(
        what, chance.choice((None, "team")), chance.choice((None, *_NAMES)), due, chance.choice([*ActionStatus])
    )


def _essence(value: Any) -> Any:  # noqa: ANN401 (whatever stands in a file)
    """Return what a value says: nothing is left of what is empty, nor of the line ends behind a text."""
    if isinstance(value, dict):
        said = {name: part for name, inner in value.items() if (part := _essence(inner)) not in (None, "", {})}
        status = {"status": said.get("status", "open")} if "what" in said else {}
        return {name: part for name, part in said.items() if (name, part) != ("actions", [])} | status
    if isinstance(value, list):
        return [_essence(item) for item in value]
    return value if isinstance(value, int | None) else str(value).rstrip("\n")


@cache
def _other_reader() -> YAML:
    return YAML(typ="safe", pure=True)


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory()

"""What Tab completes: ids of the factor set that the line names, and the few words that an option can have."""

import os
import re
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import typer

from werkzaam.cli.values import load_factor_set
from werkzaam.errors import UserError

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import Factor, FactorSet


Item = TypeVar("Item")
Completion = tuple[str, str]
"""What can stand on the line, and a word on what it means."""

_UNSAFE_IN_A_SHELL = r"[^\w ,.;%’-]"
"""Shells evaluate the script that help comes in, and Typer takes brackets in it for markup."""

_WIDE = 4 * 1024 * 1024
"""More columns than any text of a factor set has."""

_BEFORE_EQUALS_SIGN = "_WERKZAAM_BEFORE_EQUALS_SIGN"
"""The variable that holds the factor, where the shell asks only for what stands behind its equals sign."""


def prepare(environment: MutableMapping[str, str]) -> None:
    """Put together what bash takes apart: it splits words at every equals sign, and wants back what is behind it.

    Nor does any shell want help of several lines, in which Typer breaks it where a terminal is too narrow.
    """
    asked = environment.get("_WERKZAAM_COMPLETE", "")
    if asked.startswith("complete_"):
        environment["COLUMNS"] = str(_WIDE)
    if asked != "complete_bash":
        return
    words = environment.get("COMP_WORDS", "").split("\n")
    position = int(environment.get("COMP_CWORD", "0"))
    before, current = words[:position], "".join(words[position : position + 1])
    if current == "=":
        before, current = [*before, current], ""
    if before[-1:] == ["="]:
        before.pop()
        if not before[-1].startswith("-"):
            environment[_BEFORE_EQUALS_SIGN] = before.pop()
    if before[-1:] == ["="]:  # --answer=team=
        before.pop()
    joined = _joined(before)
    environment["COMP_WORDS"] = "\n".join([*joined, current])
    environment["COMP_CWORD"] = str(len(joined))


def _joined(words: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for word, before in zip(words, ["", *words], strict=False):
        if joined and (word == "=" or (before == "=" and not word.startswith("-"))):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def among(words: Iterable[str]) -> Callable[[str], list[str]]:
    """Return a completion of fixed words."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def perspectives(context: typer.Context, incomplete: str) -> list[Completion]:
    """Complete the id of a perspective."""
    return _matching(
        [(item.id, item.name) for item in _of_set(context, lambda factor_set: factor_set.perspectives)], incomplete
    )


def answers(context: typer.Context, incomplete: str) -> list[Completion]:
    """Complete FACTOR=OPTION."""
    return _pairs(context, incomplete, lambda factor, _typed: [(item.id, item.name) for item in factor.scale])


def missing(context: typer.Context, incomplete: str) -> list[Completion]:
    """Complete FACTOR=ID,ID: the last of the conditions."""
    return _pairs(context, incomplete, _next_condition)


def notes(context: typer.Context, incomplete: str) -> list[Completion]:
    """Complete FACTOR= before a note."""
    return _pairs(context, incomplete, lambda _factor, _typed: [])


def _next_condition(factor: "Factor", typed: str) -> list[Completion]:
    before, comma, _last = typed.rpartition(",")
    named = before.split(",") if comma else []
    if not set(named) <= {item.id for item in factor.conditions}:  # what else was typed is nothing to hand a shell
        return []
    return [(f"{before}{comma}{item.id}", item.text) for item in factor.conditions if item.id not in named]


def _pairs(
    context: typer.Context, incomplete: str, values: "Callable[[Factor, str], list[Completion]]"
) -> list[Completion]:
    """Complete a factor, and its values as soon as only one factor can be meant."""
    factors = _of_set(context, lambda factor_set: factor_set.factors)
    before = os.environ.get(_BEFORE_EQUALS_SIGN)
    if before is not None:
        chosen = [factor for factor in factors if factor.id == before]
        return _matching([value for factor in chosen for value in values(factor, incomplete)], incomplete)
    name, equals, typed = incomplete.partition("=")
    chosen = [factor for factor in factors if factor.id == name or (not equals and factor.id.startswith(name))]
    if len(chosen) == 1:
        completions = [(f"{chosen[0].id}={value}", text) for value, text in values(chosen[0], typed)]
        if completions:
            return _matching(completions, incomplete)
    return _matching([(f"{factor.id}=", factor.text) for factor in chosen], incomplete)


def _of_set(context: typer.Context, items: "Callable[[FactorSet], Sequence[Item]]") -> "Sequence[Item]":
    """Return items of the factor set that the line names; none where it cannot be read."""
    try:
        return items(load_factor_set(context.params.get("factors"), context.params.get("lang")))
    except UserError:
        return []


def _matching(completions: Iterable[Completion], incomplete: str) -> list[Completion]:
    return [
        (value, re.sub(_UNSAFE_IN_A_SHELL, "", text.replace("'", "’")))
        for value, text in completions
        if value.startswith(incomplete)
    ]

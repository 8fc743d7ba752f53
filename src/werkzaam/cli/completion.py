"""Shell completion: ids of the factor set that the command line names, and options with a few fixed values."""

import os
import re
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from werkzaam.cli.values import load_factor_set
from werkzaam.errors import UserError

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import Factor, FactorSet

Completion = tuple[str, str]
"""A word for the command line, and its description."""

_UNSAFE_IN_A_SHELL = r"[^\w ,.;%’-]"
"""Removed from descriptions: shells evaluate the script that holds them, and Typer reads brackets as markup."""

_WIDE = 4 * 1024 * 1024
"""A width in columns that no text of a factor set has."""

_BEFORE_EQUALS_SIGN = "_WERKZAAM_BEFORE_EQUALS_SIGN"
"""Environment variable with the factor id, for when the shell completes only what follows its equals sign."""


def prepare(environment: MutableMapping[str, str]) -> None:
    """Join the words that bash splits at equals signs; bash expects completions of only what follows the last one.

    For every shell, set COLUMNS so high that Typer never breaks a description into lines.
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
    """Return a completion function for fixed words."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def perspectives(context: typer.Context, incomplete: str) -> list[Completion]:
    """Complete the id of a perspective."""
    factor_set = _factor_set(context)
    return _matching([(item.id, item.name) for item in factor_set.perspectives] if factor_set else [], incomplete)


def answers(context: typer.Context, incomplete: str) -> list[Completion]:
    """Complete FACTOR=OPTION."""
    return _pairs(context, incomplete, lambda factor: [(item.id, item.name) for item in factor.scale])


def factor(context: typer.Context, incomplete: str) -> list[Completion]:
    """Complete the factor of FACTOR=TEXT, and nothing of the text."""
    return _pairs(context, incomplete, lambda _factor: [])


def _pairs(context: typer.Context, incomplete: str, values: "Callable[[Factor], list[Completion]]") -> list[Completion]:
    """Complete the id of a factor, and its values once only one factor matches."""
    factor_set = _factor_set(context)
    factors = factor_set.factors if factor_set else ()
    before = os.environ.get(_BEFORE_EQUALS_SIGN)
    if before is not None:
        chosen = [factor for factor in factors if factor.id == before]
        return _matching([value for factor in chosen for value in values(factor)], incomplete)
    name, equals, _typed = incomplete.partition("=")
    chosen = [factor for factor in factors if factor.id == name or (not equals and factor.id.startswith(name))]
    if len(chosen) == 1:
        completions = [(f"{chosen[0].id}={value}", text) for value, text in values(chosen[0])]
        if completions:
            return _matching(completions, incomplete)
    return _matching([(f"{factor.id}=", factor.text) for factor in chosen], incomplete)


def _factor_set(context: typer.Context) -> "FactorSet | None":
    """Return the factor set that the command line names; None if it cannot be read."""
    with suppress(UserError):
        return load_factor_set(context.params.get("factors"), context.params.get("lang"))
    return None


def _matching(completions: Iterable[Completion], incomplete: str) -> list[Completion]:
    return [
        (value, re.sub(_UNSAFE_IN_A_SHELL, "", text.replace("'", "’")))
        for value, text in completions
        if value.startswith(incomplete)
    ]

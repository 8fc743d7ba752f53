"""The options that several commands share, and what their values mean."""

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from werkzaam import language
from werkzaam.errors import UserError
from werkzaam.language import N_, _

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import FactorSet

Factors = Annotated[
    str | None,
    typer.Option(
        "--factors",
        metavar="PATH",
        envvar="WERKZAAM_FACTORS",
        help=N_("Another factor set than the built-in one."),
        show_default=False,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="nl|en",
        envvar="WERKZAAM_LANG",
        help=N_("The language of texts and messages; else that of the factor set."),
        show_default=False,
    ),
]

_DUTCH_DATE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


def load_factor_set(factors: str | None, lang: str | None) -> "FactorSet":
    """Read the factor set of a call and speak its language unless another was asked for.

    Raises UserError for a set that cannot be used and for a language that the program does not have.
    """
    from werkzaam.files import factor_sets, locations, reading

    if lang is not None and lang not in language.LANGUAGES:
        raise UserError(_("There is no language “{lang}” here; choose nl or en.").format(lang=lang))
    path = Path(factors) if factors else locations.built_in_factors()
    factor_set = factor_sets.read(reading.read_file(path), lang)
    if lang is None:
        language.activate(factor_set.language)
    return factor_set


def parse_date(text: str) -> date:
    """Read a date as ISO writes it, or as the Dutch do; UserError where it is none."""
    dutch = _DUTCH_DATE.fullmatch(text)
    try:
        return date(int(dutch[3]), int(dutch[2]), int(dutch[1])) if dutch else date.fromisoformat(text)
    except ValueError as error:
        raise UserError(_("“{text}” is no date: write it as 2026-11-23.").format(text=text)) from error


def parse_perspective(text: str, factor_set: "FactorSet") -> str:
    """Check that a factor set has a perspective; UserError where it has not."""
    from werkzaam.files.problems import suggestion

    known = [perspective.id for perspective in factor_set.perspectives]
    if text in known:
        return text
    if not known:
        raise UserError(_("This factor set has no perspectives: leave --perspective out."))
    message = _("There is no perspective “{id}”; there are: {known}.").format(id=text, known=", ".join(known))
    raise UserError(message + suggestion(text, known))


def call_again(command: str, path: Path, factors: str | None, lang: str | None) -> list[str]:
    """Return the words of a command on a file, with the set and the language of this call."""
    name = str(path)
    words = ["werkzaam", command, f"./{name}" if name.startswith("-") else name]
    if factors and factors != os.environ.get("WERKZAAM_FACTORS"):
        words += ["--factors", factors]
    if lang and lang != os.environ.get("WERKZAAM_LANG"):
        words += ["--lang", lang]
    return words

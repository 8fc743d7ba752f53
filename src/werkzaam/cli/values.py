"""Check and parse the values of options."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam import language
from werkzaam.errors import UserError
from werkzaam.language import _
from werkzaam.visible import visible

if TYPE_CHECKING:
    from werkzaam.domain.factor_set import FactorSet


def load_factor_set(factors: str | None, lang: str | None) -> "FactorSet":
    """Read a factor set, the built-in one if `factors` is None, and activate its language, or `lang` if given.

    Raises UserError for a set that cannot be used and for a language that the program does not have.
    """
    from werkzaam.files import factor_sets, reading
    from werkzaam.files.disk import locations

    if lang is not None and lang not in language.LANGUAGES:
        known = ", ".join(language.LANGUAGES)
        raise UserError(_("There is no language “{lang}” here; choose one of {known}.").format(lang=lang, known=known))
    path = Path(factors) if factors is not None else locations.built_in_factors()
    factor_set = factor_sets.read(reading.read_file(path), lang)
    language.activate(lang or factor_set.language)
    return factor_set


def parse_text(option: str, text: str) -> str:
    """Return the text of an option unchanged. Raises UserError if its bytes are not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UserError(_("{option}: this text is not UTF-8.").format(option=option)) from error
    return text


def parse_collaboration(text: str | None) -> str | None:
    """Return the name of a collaboration as it is saved; None if `text` is None. Raises UserError if it is empty."""
    if text is None:
        return None
    from werkzaam.domain.evaluation import tidy

    name = tidy(visible(parse_text("--collaboration", text)))
    if not name:
        raise UserError(_("--collaboration needs the name of a collaboration."))
    return name


def parse_date(text: str | None) -> date | None:
    """Read a date in ISO or Dutch notation; None if `text` is None. Raises UserError if it is no date."""
    if text is None:
        return None
    from werkzaam.wording.figures import read_date
    from werkzaam.wording.signs import odd_sign

    day = read_date(text)
    if day is None:
        message = _("“{text}” is not a date: write it as 2026-11-23.").format(text=text)
        raise UserError(f"{message} {odd_sign(text)}".rstrip())
    return day


def parse_choice(option: str, text: str, known: Sequence[str]) -> str:
    """Return the value of an option. Raises UserError if it is none of the `known` ones."""
    message = _("{option} cannot be “{value}”; choose one of {known}.")
    return _one_of(text, known, message.format(option=option, value=text, known=", ".join(known)))


def parse_perspective(text: str | None, factor_set: "FactorSet") -> str | None:
    """Return the id of a perspective; None if `text` is None. Raises UserError if the factor set does not have it."""
    if text is None:
        return None
    known = list(factor_set.perspective_by_id)
    if not known:
        raise UserError(_("This factor set has no perspectives: leave --perspective out."))
    message = _("There is no perspective “{id}”; there are: {known}.")
    return _one_of(text, known, message.format(id=text, known=", ".join(known)))


def _one_of(text: str, known: Sequence[str], message: str) -> str:
    from werkzaam.files.problems import suggestion

    if text not in known:
        raise UserError(message + suggestion(text, known))
    return text


def today() -> date:
    """Return today's date in the local time zone."""
    return date.today()  # noqa: DTZ011 (the local day is meant)

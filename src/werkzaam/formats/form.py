"""The page on which an evaluation is filled in in a browser, without the program and without a network."""

import json
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from werkzaam.domain.evaluation import BLANKS, NOTE_LIMIT, SOMETHING
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questions import Asides
from werkzaam.formats.pages import environment
from werkzaam.visible import BYTES, DROPPED, LINE_ENDS, visible
from werkzaam.wording import asides, factors, figures, filling_in, notes

_TEMPLATES = Path(__file__).parent / "templates"
_OF_TEXTS = {"blanks": BLANKS, "something": SOMETHING, "bytes": BYTES, "dropped": DROPPED, "lineEnds": LINE_ENDS}
"""What is dropped from a text that somebody typed, and what becomes of the rest, in regular expressions."""


class Form(NamedTuple):
    """What a page asks, with values that are fixed beforehand; None for a value that is asked on the page."""

    factor_set: FactorSet
    collaboration: str | None
    perspective: str | None
    date: date | None
    asides: Mapping[str, Asides]
    """What other evaluations say of each factor, by the factor's id."""


def form_page(asked: Form, rules: Mapping[str, Any]) -> str:
    """Return the page as HTML; its script writes and reads answers files by the `rules` (see `files.writing.RULES`)."""
    from markupsafe import Markup

    style, script = _text("page.css") + _text("form.css"), _text("form.js")
    trusted = {"style": style, "script": script, "data": _data(asked, rules)}
    template = environment().get_template("form.html.j2")
    return template.render(
        {name: Markup(text) for name, text in trusted.items()},  # noqa: S704 (our own, and JSON without a `<`)
        form=asked,
        factor_set=asked.factor_set,
        policy=f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'",
        words=SimpleNamespace(**filling_in.on_the_page()),
        factors=factors,
        filling_in=filling_in,
        local_date=figures.local_date,
        request=notes.request(),
        aside_lines=asides.aside_lines,
        visible=visible,
    )


def _data(asked: Form, rules: Mapping[str, Any]) -> str:
    """Return the data of the script as JSON without `<`, so that no text can end the script element that holds it."""
    factor_set = asked.factor_set
    data = {
        "set": {
            "id": factor_set.id,
            "version": factor_set.version,
            "categories": [
                [category.id, [factor.id for factor in category.factors]] for category in factor_set.categories
            ],
            "perspectives": {item.id: visible(item.name) for item in factor_set.perspectives},
        },
        "settled": {
            "collaboration": asked.collaboration,
            "perspective": asked.perspective,
            "date": asked.date and asked.date.isoformat(),
        },
        "rules": {**rules, **_OF_TEXTS},
        "noteLimit": NOTE_LIMIT,
        "words": filling_in.for_the_script(),
        "hints": filling_in.hints(),
    }
    return json.dumps(data, separators=(",", ":")).replace("<", r"\u003c")


@cache
def _text(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return the hash by which a Content Security Policy allows a script or a style."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

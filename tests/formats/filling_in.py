"""The page on which an evaluation is filled in, made as the program makes it and opened in a browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.formats.readers import reading
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.questions import NOTHING_BESIDE, Asides
from werkzaam.files.writing import RULES
from werkzaam.formats.form import Form, form_page


def page_of(
    factor_set: FactorSet,
    collaboration: str | None = None,
    perspective: str | None = None,
    day: date | None = None,
    beside: Callable[[str], Asides] = lambda _factor: NOTHING_BESIDE,
) -> str:
    """Return the page on a set, with what is settled and what lies beside the question of each factor."""
    asides = {factor.id: beside(factor.id) for factor in factor_set.factors}
    return form_page(Form(factor_set, collaboration, perspective, day, asides), RULES)


@contextmanager
def opened(content: str, folder: Path, width: int = 1200, **settings: Any) -> Iterator[Page]:  # noqa: ANN401 (as `reading`)
    """Open a page from a file, as a partner does; whatever it asks for, stores or says must be nothing."""
    path = folder / "form.html"
    path.write_text(content, encoding="utf-8")
    heard: set[str] = set()
    with reading(width, **settings) as page:
        page.on("request", lambda request: heard.add(request.url))
        page.on("console", lambda message: heard.add(message.text))
        page.on("pageerror", lambda error: heard.add(str(error)))
        page.set_default_timeout(10_000)
        page.goto(path.as_uri())
        yield page
        stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, history.state]")
    assert {line for line in heard if not line.startswith("blob:")} == {path.as_uri()}  # a blob is in the page itself
    assert stored == [0, 0, "", None]

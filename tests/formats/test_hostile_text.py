"""Whatever stands in files is only text in every result: nothing in it becomes markup, a link, a formula or a command.

What each way of escaping does with every text is tested with it; here every field of every result is such a text.
"""

import json
from collections.abc import Callable

import pytest

from tests import examples
from tests.domain.building import evaluation
from tests.domain.summing import filled_in, overview_of
from tests.formats import hostile
from tests.formats.agendas import poisoned_agenda
from tests.formats.comparisons import compared
from tests.formats.markup import Markup, parsed, plain, rendered
from tests.formats.overviews import poisoned_overview
from tests.formats.reports import TODAY
from werkzaam.documents.agenda import agenda_document
from werkzaam.documents.blocks import Document
from werkzaam.documents.comparison import comparison_document, difference_document
from werkzaam.documents.factors import questionnaire
from werkzaam.documents.overview import overview_document
from werkzaam.documents.report import report_document
from werkzaam.domain.comparison import Axis, Comparison, Entry
from werkzaam.domain.difference import Difference
from werkzaam.domain.factor_set import FactorSet
from werkzaam.domain.report import Report, report
from werkzaam.formats.json_comparisons import comparison_json, difference_json
from werkzaam.formats.json_results import factors_json, overview_json, report_json
from werkzaam.formats.markdown import markdown
from werkzaam.formats.pages import page
from werkzaam.visible import visible

MARK = "MERK"


def poisoned_factors(text: str) -> FactorSet:
    return hostile.poisoned_set(examples.small("en"), text)


def poisoned_report(text: str) -> Report:
    return report(poisoned_factors(text), hostile.poisoned_answers(text))


def poisoned_comparison(text: str, axis: Axis) -> Comparison:
    """Return a comparison of two that are alike, so that their files stand in their labels."""
    entries = [
        Entry("a.yaml", hostile.poisoned_answers(text), retired=(text,)),
        Entry("b.yaml", hostile.poisoned_answers(text)._replace(version=1)),
    ]
    return compared(poisoned_factors(text), axis, entries)


def poisoned_difference(text: str) -> Difference:
    return hostile.poisoned_difference(text, examples.small("en"))


DOCUMENTS: dict[str, Callable[[str], Document]] = {
    "report": lambda text: report_document(poisoned_report(text), TODAY),
    "agenda": lambda text: agenda_document(poisoned_agenda(examples.small("en"), text)),
    "years": lambda text: comparison_document(poisoned_comparison(text, Axis.DATE)),
    "collaborations": lambda text: comparison_document(poisoned_comparison(text, Axis.COLLABORATION)),
    "difference": lambda text: difference_document(poisoned_difference(text)),
    "questionnaire": lambda text: questionnaire(poisoned_factors(text)),
    "overview": lambda text: overview_document(poisoned_overview(text, None)),
    "overview of sides": lambda text: overview_document(poisoned_overview(text, Axis.PERSPECTIVE)),
    "overview of collaborations": lambda text: overview_document(poisoned_overview(text, Axis.COLLABORATION)),
}
JSON: dict[str, Callable[[str], str]] = {
    "report": lambda text: report_json(poisoned_report(text)),
    "questionnaire": lambda text: factors_json(poisoned_factors(text)),
    "comparison": lambda text: comparison_json(
        compared(
            examples.small(),
            Axis.PERSPECTIVE,
            [Entry(text, hostile.poisoned_answers("x"), retired=(text,)), Entry("b", evaluation({}))],
        )
    ),
    "difference": lambda text: difference_json(poisoned_difference(text)),
    "overview": lambda text: overview_json(
        overview_of(examples.small(), Axis.COLLABORATION, [filled_in(text, 2026, None)]), 1, 0
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_text_becomes_markup_in_markdown(name: str) -> None:
    expected = rendered(markdown(DOCUMENTS[name](MARK)))
    for text in hostile.SAMPLES:
        found = rendered(markdown(DOCUMENTS[name](text)))
        assert marks(found) == marks(expected, visible(text)), text
        assert plain(found.text) == plain(expected.text.replace(MARK, visible(text))), text


def marks(markup: Markup, text: str = MARK) -> list[tuple[str, dict[str, str | None], str]]:
    """Return every element but lines and paragraphs, of which a note may have any number."""
    return [
        (element.tag, element.attributes, plain(element.text.replace(MARK, text)))
        for element in markup.elements
        if element.tag not in {"p", "br"}
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_text_becomes_markup_on_a_page(name: str) -> None:
    expected = parsed(page(DOCUMENTS[name](MARK)))
    for text in hostile.SAMPLES[:2]:
        found = parsed(page(DOCUMENTS[name](text)))
        assert found.tags == expected.tags, text
        assert [attributes(element.attributes) for element in found.elements] == [
            attributes(element.attributes, visible(text)) for element in expected.elements
        ], text
        assert plain(found.text) == plain(expected.text.replace(MARK, visible(text))), text
        assert (found.comments, found.declarations) == ([], ["doctype html"]), text


def attributes(found: dict[str, str | None], text: str = MARK) -> dict[str, str]:
    """Return attributes, their white space evened out; the label of a chart is the only one that holds a text.

    Whether notes have several lines is a class of its own.
    """
    return {
        name: plain((value or "").replace(MARK, text) if name == "aria-label" else value or "").replace(" of-lines", "")
        for name, value in found.items()
    }


@pytest.mark.parametrize("name", JSON)
def test_every_text_is_read_back_exactly_from_json(name: str) -> None:
    for text in hostile.SAMPLES:
        assert json.loads(JSON[name](text)) == exchanged(json.loads(JSON[name](MARK)), text)


def exchanged(data: object, text: str) -> object:
    """Return data with this text wherever the mark stands."""
    if isinstance(data, dict):
        return {key: exchanged(value, text) for key, value in data.items()}
    if isinstance(data, list):
        return [exchanged(value, text) for value in data]
    return text if data == MARK else data

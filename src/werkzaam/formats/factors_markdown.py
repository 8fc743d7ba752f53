"""A factor set as a questionnaire in Markdown: to print, or to paste into a document."""

from collections.abc import Iterable, Iterator

from werkzaam.domain.factor_set import Factor, FactorSet
from werkzaam.formats.markdown_text import document, escaped, table
from werkzaam.language import _
from werkzaam.wording.factors import condition_text, factor_text, source_text, tick_request
from werkzaam.wording.scoring import how_scored

_BOX = "☐"
_LINE = "…" * 40
"""Room to write."""


def factors_markdown(factor_set: FactorSet) -> str:
    """Return a questionnaire as Markdown text."""
    sections = [_head(factor_set)]
    number = 0
    for category in factor_set.categories:
        sections.append([f"## {escaped(category.name)}"])
        for factor in category.factors:
            number += 1
            sections.append([*_factor(number, factor)])
    sections += [_score_sheet(factor_set), [f"- {escaped(rule)}" for rule in how_scored(factor_set)]]
    if factor_set.source:
        sections.append([escaped(source_text(factor_set.source))])
    return document(sections)


def _head(factor_set: FactorSet) -> list[str]:
    lines = [f"# {escaped(factor_set.title)}", ""]
    if factor_set.introduction:
        lines += [escaped(factor_set.introduction), ""]
    lines += [f"{_('Collaboration')}: {_LINE}", "", f"{_('Date')}: {_LINE}"]
    if factor_set.perspectives:
        lines += ["", f"{_('Filled in by')}: {_boxes(item.name for item in factor_set.perspectives)}"]
    return lines


def _factor(number: int, factor: Factor) -> Iterator[str]:
    yield f"### {number}. {escaped(factor_text(factor))}"
    yield from ("", _boxes(option.name for option in factor.scale), "")
    if factor.conditions:
        yield from (escaped(tick_request(factor)), "")
        for condition in factor.conditions:
            yield f"- {_BOX} {escaped(condition_text(condition, factor, full=True))}"
    yield from ("", _("Note: {note}").format(note=_LINE))


def _score_sheet(factor_set: FactorSet) -> list[str]:
    heads = [_("Category"), _("Sum of the numbers"), _("How many have a number"), _("Sum divided by how many")]
    rows = [[escaped(category.name), "", "", ""] for category in factor_set.categories]
    rows.append([_("All factors together"), "", "", ""])
    return [f"## {_('How the score is made')}", "", *table(heads, rows)]


def _boxes(names: Iterable[str]) -> str:
    return " ".join(f"{_BOX} {escaped(name)} " for name in names).rstrip()

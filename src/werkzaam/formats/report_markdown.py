"""A report as Markdown: it renders on a git host and can be pasted into a document."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from werkzaam.domain.report import Report, Shortfall, by_category
from werkzaam.domain.score import FactorResult, Tally
from werkzaam.formats.markdown_text import document, escaped, paragraphs, table
from werkzaam.language import _
from werkzaam.wording.actions import action_text
from werkzaam.wording.factors import answer_name, bracket_note, factor_text
from werkzaam.wording.figures import coverage, in_place_or_unknown, local_date, percentage
from werkzaam.wording.scoring import how_scored


def report_markdown(report: Report, today: date) -> str:
    """Return a report as Markdown text; `today` decides which actions are overdue."""
    sections = [_head(report), _scores(report), _missing(report)]
    optional: tuple[tuple[str, Iterator[str]], ...] = (
        (_("Wishes: they lower no score"), _shortfalls(report.wishes)),
        (_("What nobody knows yet"), _factors(report.unknown)),
        (_("Still open"), _factors(report.open)),
        (_("Also noted"), _factors(report.noted, with_answer=True)),
        (_("Agreed"), (f"- {escaped(action_text(action, today))}" for action in report.evaluation.actions)),
    )
    for title, content in optional:
        lines = list(content)
        if lines:
            sections.append([f"## {title}", "", *lines])
    sections.append(
        [f"## {_('How the score is made')}", "", *(f"- {escaped(rule)}" for rule in how_scored(report.factor_set))]
    )
    return document(sections)


def _head(report: Report) -> list[str]:
    evaluation, factor_set = report.evaluation, report.factor_set
    about = [local_date(evaluation.date)]
    if evaluation.perspective is not None:
        about.append(factor_set.perspective_name(evaluation.perspective))
    lines = [f"# {escaped(evaluation.collaboration)}", "", escaped(" · ".join([*about, factor_set.title]))]
    return [*lines, "", paragraphs(evaluation.note)] if evaluation.note else lines


def _scores(report: Report) -> list[str]:
    options = report.factor_set.options
    heads = [
        _("Category"),
        _("Score"),
        *(escaped(option.name) for option in options),
        _("Open"),
        _("Conditions in place"),
    ]
    rows = [_row(escaped(item.category.name), item.tally, str) for item in report.result.categories]
    rows.append(_row(f"**{_('All factors together')}**", report.result.total, lambda cell: f"**{cell}**"))
    return [f"## {_('Scores')}", "", *table(heads, rows), "", bracket_note(report.factor_set)]


def _row(name: str, tally: Tally, weight: Callable[[str], str]) -> list[str]:
    score = f"{percentage(tally.score)} ({coverage(tally)})"
    counts = [str(count or "") for count in (*tally.counts.values(), tally.open)]
    return [name, weight(score), *counts, in_place_or_unknown(tally)]


def _missing(report: Report) -> list[str]:
    lines = list(_shortfalls(report.missing)) or [_("Nothing is known to be missing.")]
    return [f"## {_('What is missing')}", "", *lines]


def _shortfalls(shortfalls: Iterable[Shortfall]) -> Iterator[str]:
    for category, in_category in by_category(shortfalls):
        yield from ("", f"### {escaped(category.name)}", "")
        for shortfall in in_category:
            yield from _shortfall(shortfall)


def _shortfall(shortfall: Shortfall) -> Iterator[str]:
    answer = shortfall.factor.option(shortfall.answer.option or "")
    yield f"- {escaped(shortfall.factor.text)} \\[{escaped(answer.name)}\\]"
    for condition in shortfall.conditions:
        yield f"  - {escaped(condition.text)}"
    if not shortfall.conditions and answer.is_partial and shortfall.factor.conditions:
        yield f"  - {_('Which conditions are missing was not said.')}"
    yield from _note(shortfall.answer.note)


def _factors(results: Iterable[FactorResult], *, with_answer: bool = False) -> Iterator[str]:
    for result in results:
        answer = f" \\[{escaped(answer_name(result.factor, result.answer))}\\]" if with_answer else ""
        yield f"- {escaped(factor_text(result.factor))}{answer}"
        yield from _note(result.answer.note)


def _note(note: str | None) -> Iterator[str]:
    if note:
        yield from ("", f"  {paragraphs(_('Note: {note}').format(note=note), indent=2)}", "")

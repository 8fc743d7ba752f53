"""One evaluation, scored, as a document."""

from collections.abc import Sequence
from datetime import date

from werkzaam.documents.blocks import Document, Medium, Point, Section, Text, by_category, listing, soft
from werkzaam.documents.figures import Card, Cards, Cell, Score, Table, score_of
from werkzaam.documents.first_sheet import first_sheet
from werkzaam.domain.evaluation import ActionStatus, is_joint
from werkzaam.domain.factor_set import Category, FactorSet
from werkzaam.domain.report import Report, Shortfall
from werkzaam.domain.score import FactorResult, Tally
from werkzaam.language import _
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.factors import (
    answer_name,
    condition_text,
    counts,
    factor_text,
    nothing_named,
    perspective_text,
    score_notes,
)
from werkzaam.wording.figures import coverage_text, in_place_text, in_place_text_with_unknown, local_date, no_score
from werkzaam.wording.scoring import how_scored


def report_document(report: Report, today: date) -> Document:
    """Return a report as a document; `today` decides which actions are overdue.

    The first sheet comes before the supplement. In a terminal no list is shortened, and a summary comes last: the end
    stays in view.
    """
    evaluation, factor_set = report.evaluation, report.factor_set
    perspective = (perspective_text(evaluation.perspective, factor_set),) if evaluation.perspective is not None else ()
    day, scores = local_date(evaluation.date), _scores(report)
    sheet = first_sheet(report, scores, today)
    return Document(
        factor_set,
        (evaluation.collaboration,),
        head=(Text((day, *perspective, factor_set.title)), *sheet.note),
        body=(
            scores,
            *sheet.sections,
            Section(_("Supplement"), (*sheet.in_full, *_supplement(report)), "supplement", titled=Medium.DOCUMENT),
            Section(_("In short"), _summary(report, today), on=Medium.TERMINAL),
        ),
        about=day,
        kind="report",
        day=evaluation.date,
    )


def _supplement(report: Report) -> tuple[Section, ...]:
    missing, wishes = (
        by_category((item.category, _shortfall(item)) for item in shortfalls)
        for shortfalls in (report.missing, report.wishes)
    )
    unknown = (
        _("What nobody knows yet")
        if is_joint(report.factor_set, report.evaluation)
        else _("What you do not know (yet)")
    )
    return (
        Section(_("What is missing"), missing or (Text((_("Nothing is known to be missing."),), on=Medium.TERMINAL),)),
        Section(_("Good to have: it lowers no score"), wishes),
        Section(unknown, listing(map(_factor, report.unknown))),
        Section(_("Still open"), listing(map(_factor, report.open))),
        Section(_("Not asked: it came with a later version of the questions"), listing(map(_later, report.not_asked))),
        Section(_("What does not apply"), listing(map(_factor, report.not_applicable))),
        Section(_("Also noted"), listing(map(_answered, report.noted))),
        Section(
            _("How the score is made"), listing(map(Point, how_scored(report.factor_set))), "group", on=Medium.DOCUMENT
        ),
    )


def _scores(report: Report) -> Section:
    """Return the scores: cards, of which the total is last in a terminal and first in print, or a Markdown table."""
    factor_set, tallies = report.factor_set, report.result.tallies
    *cards, whole = (_card(factor_set, category, tally) for category, tally in tallies)
    heads = (_("Category"), _("Score"), "", _("Conditions in place") if factor_set.has_conditions else "")
    blocks = (
        _table(factor_set, tallies),
        Cards((*cards, whole), heads, on=Medium.TERMINAL),
        Cards((whole, *cards), heads, on=Medium.PRINT),
        *soft(score_notes(factor_set)),
    )
    return Section(_("Scores"), blocks, titled=Medium.DOCUMENT)


def _card(factor_set: FactorSet, category: Category | None, tally: Tally) -> Card:
    band = factor_set.band(tally.score) if tally.score is not None else None
    unknown, conditions = tally.conditions.unknown, in_place_text_with_unknown(tally)
    return Card(
        category_name(category),
        Score(tally.score, said=_("Score: {score}"), display=factor_set.display),
        f"({coverage_text(tally)})",
        is_total=category is None,
        colour=band.colour if band else "",
        shares=counts(factor_set, tally),
        in_place=in_place_text(tally),
        unknown=_("conditions unknown: {count}").format(count=unknown) if unknown else "",
        explained=_("Conditions in place: {count}").format(count=conditions) if conditions else "",
    )


def _table(factor_set: FactorSet, tallies: Sequence[tuple[Category | None, Tally]]) -> Table:
    """Return a table of scores and how often each answer was given, without columns that have to be empty."""
    options = [option.name for option in factor_set.options]
    not_asked = any(tally.not_asked for _category, tally in tallies)
    rows: list[tuple[Cell, ...]] = []
    for category, tally in tallies:
        numbers = (*tally.counts.values(), tally.open, *([tally.not_asked] if not_asked else []))
        conditions = [in_place_text_with_unknown(tally)] if factor_set.has_conditions else []
        rows.append((category_name(category), score_of(tally), *(str(count or "") for count in numbers), *conditions))
    more = [_("Not asked")] * not_asked + [_("Conditions in place")] * factor_set.has_conditions
    return Table((_("Category"), _("Score"), *options, _("Open"), *more), tuple(rows), has_total=True, on=Medium.MARKUP)


def _summary(report: Report, today: date) -> tuple[Text, ...]:
    """Return three lines that sum up the report: the score, the factors in each list, and the agreements."""
    total, actions = report.result.total, report.evaluation.actions
    score = score_of(total).text(no_score())
    conditions = in_place_text_with_unknown(total)
    known = [_("Conditions in place: {count}").format(count=conditions)] if conditions else []
    factors = {
        _("In place: {count}"): len(report.in_place),
        _("Missing: {count}"): len(report.missing),
        _("Not known: {count}"): len(report.unknown),
        _("Open: {count}"): len(report.open),
    }
    still_open = [action for action in actions if action.status is ActionStatus.OPEN]
    agreed = {
        _("Agreed: {count}"): len(actions),
        _("Still to do: {count}"): len(still_open),
        _("Overdue: {count}"): sum(action.is_overdue(today) for action in still_open),
    }
    return (
        Text((_("Score: {score}").format(score=score), *known)),
        *(Text(tuple(said.format(count=count) for said, count in figures.items())) for figures in (factors, agreed)),
    )


def _shortfall(shortfall: Shortfall) -> Point:
    factor, answer = shortfall.factor, shortfall.answer
    missing, lines = tuple(item.text for item in shortfall.conditions), tuple(nothing_named(factor, answer))
    return Point(factor.text, answer_name(factor, answer), missing=missing, lines=lines, note=_note(answer.note))


def _factor(result: FactorResult, answer: str = "") -> Point:
    return Point(factor_text(result.factor), answer, note=_note(result.answer.note))


def _later(result: FactorResult) -> Point:
    """Return a factor that was not asked, or that was asked without some of its conditions."""
    if not result.is_asked:
        return _factor(result)
    conditions = ", ".join(condition_text(item, result.factor, full=False) for item in result.unasked)
    return Point(factor_text(result.factor), lines=(_("Of this only: {conditions}").format(conditions=conditions),))


def _answered(result: FactorResult) -> Point:
    return _factor(result, answer_name(result.factor, result.answer))


def _note(note: str | None) -> str:
    return _("Note: {note}").format(note=note) if note else ""

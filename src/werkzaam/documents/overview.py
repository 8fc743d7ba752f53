"""Many evaluations summed up, as a document."""

from dataclasses import replace

from werkzaam.documents.blocks import Document, Medium, Point, Section, Text
from werkzaam.documents.building import listing, soft
from werkzaam.documents.figures import Card, Cards, Cell, Score, Table
from werkzaam.domain.factor_set import Category, Display
from werkzaam.domain.overview import Group, Overview, ScoreRange
from werkzaam.language import _
from werkzaam.wording import overviews as words
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.factors import scale_notes


def overview_document(overview: Overview) -> Document:
    """Return an overview as a document, group by group."""
    first, second = words.how_summed(overview.factor_set)
    chart = words.chart_note(overview.factor_set)
    groups = tuple(_group(overview, group) for group in overview.groups)
    return Document(
        overview.factor_set,
        (overview.factor_set.title,),
        head=(),
        body=(
            *(groups or (Text((words.evaluations_text(0),)),)),
            *(replace(note, on=Medium.TEXT) for note in soft([*scale_notes(overview.factor_set), first])),
            Text((second,), on=Medium.TEXT),
            Section(_("How to read this"), listing(map(Point, (first, second, chart))), on=Medium.PAGE),
        ),
    )


def _group(overview: Overview, group: Group) -> Section:
    display = overview.factor_set.display
    most_missing = (Point(words.missing_text(item)) for item in words.most_missing(group))
    cards = tuple(_card(category, scores, group, display) for category, scores in group.categories)
    blocks = (
        *(Text((remark,)) for remark in words.group_remarks(overview, group)),
        _table(group, display),
        Section(_("Scores"), (Cards(cards),), on=Medium.PAGE),
        Section(_("What is missing most often"), listing(most_missing, "ranked")),
    )
    return Section(words.group_name(overview, group), blocks, "group", beside=words.evaluations_text(group.n))


def _table(group: Group, display: Display | None) -> Table:
    heads = (_("Category"), _("Mean"), _("Lowest"), _("Highest"), _("With a score"))
    rows: list[tuple[Cell, ...]] = []
    lines: list[tuple[Cell, ...]] = []
    for category, scores in group.categories:
        figures = (Score(score, display=display) for score in (scores.mean, scores.lowest, scores.highest))
        rows.append((category_name(category), *figures, words.scored(scores, group)))
        lines.append(_lines(scores, group, display))
    return Table(heads, tuple(rows), lines=tuple(lines), on=Medium.TEXT)


def _lines(scores: ScoreRange, group: Group, display: Display | None) -> tuple[Cell, ...]:
    said = _("mean {mean}").format(mean="{score}")
    mean = Score(scores.mean, words.scored(scores, group), said, display)
    return (mean, words.range_text(scores, display)) if scores.n else (mean,)


def _card(category: Category | None, scores: ScoreRange, group: Group, display: Display | None) -> Card:
    average = _("on average ({count})").format(count=words.scored(scores, group))
    card = Card(category_name(category), Score(scores.mean, display=display), average, is_total=category is None)
    if not scores.n:
        return card
    return replace(
        card,
        explained=words.range_text(scores, display),
        bins=scores.bins,
        bins_text=words.spread_text(scores, display),
    )

"""Many evaluations summed up, as a document."""

from dataclasses import replace

from werkzaam.documents.blocks import Document, Medium, Point, Section, Text
from werkzaam.documents.building import listing
from werkzaam.documents.figures import Card, Cards, Cell, Score, Table
from werkzaam.domain.factor_set import Category
from werkzaam.domain.overview import Group, Overview, ScoreRange
from werkzaam.language import _
from werkzaam.wording import overviews as words
from werkzaam.wording.comparisons import category_name


def overview_document(overview: Overview) -> Document:
    """Return an overview as a document, group by group."""
    first, second = words.how_summed()
    chart = _(
        "A chart shows how many evaluations have which score, from 0 % on the left to 100 % on the right. The highest "
        "column fills it."
    )
    groups = tuple(_group(overview, group) for group in overview.groups)
    return Document(
        overview.factor_set,
        (overview.factor_set.title,),
        head=(),
        body=(
            *(groups or (Text((words.evaluations_text(0),)),)),
            Text((first,), "soft", on=Medium.TEXT),
            Text((second,), on=Medium.TEXT),
            Section(_("How to read this"), listing(map(Point, (first, second, chart))), on=Medium.PAGE),
        ),
    )


def _group(overview: Overview, group: Group) -> Section:
    most_missing = (Point(words.missing_text(item)) for item in words.most_missing(group))
    cards = tuple(_card(category, scores, group) for category, scores in group.categories)
    blocks = (
        *(Text((remark,)) for remark in words.group_remarks(overview, group)),
        _table(group),
        Section(_("Scores"), (Cards(cards),), on=Medium.PAGE),
        Section(_("What is missing most often"), listing(most_missing, "ranked")),
    )
    return Section(words.group_name(overview, group), blocks, "group", beside=words.evaluations_text(group.n))


def _table(group: Group) -> Table:
    heads = (_("Category"), _("Mean"), _("Lowest"), _("Highest"), _("With a score"))
    rows: list[tuple[Cell, ...]] = []
    lines: list[tuple[Cell, ...]] = []
    for category, scores in group.categories:
        figures = map(Score, (scores.mean, scores.lowest, scores.highest))
        rows.append((category_name(category), *figures, words.scored(scores, group)))
        lines.append(_lines(scores, group))
    return Table(heads, tuple(rows), lines=tuple(lines), on=Medium.TEXT)


def _lines(scores: ScoreRange, group: Group) -> tuple[Cell, ...]:
    mean = Score(scores.mean, words.scored(scores, group), _("mean {mean}").format(mean="{score}"))
    return (mean, words.range_text(scores)) if scores.n else (mean,)


def _card(category: Category | None, scores: ScoreRange, group: Group) -> Card:
    average = _("on average ({count})").format(count=words.scored(scores, group))
    card = Card(category_name(category), Score(scores.mean), average, is_total=category is None)
    if not scores.n:
        return card
    return replace(card, explained=words.range_text(scores), bins=scores.bins, bins_text=words.spread_text(scores))

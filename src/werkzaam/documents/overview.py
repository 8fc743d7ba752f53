"""Many evaluations summed up, as a document."""

from collections.abc import Iterator
from dataclasses import replace

from werkzaam.documents.blocks import Document, Medium, Point, Section, Text, listing, soft
from werkzaam.documents.figures import Card, Cards, Cell, Row, Score, Table, side_by_side
from werkzaam.domain.comparison import Axis
from werkzaam.domain.factor_set import Category, Display
from werkzaam.domain.overview import Group, Overview, ScoreRange
from werkzaam.language import _
from werkzaam.wording import overviews as words
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.factors import scale_notes


def overview_document(overview: Overview) -> Document:
    """Return an overview as a document: the groups side by side if there are several, then each by itself."""
    first, second = words.how_summed(), words.how_counted(overview.factor_set)
    groups = tuple(_group(overview, group) for group in overview.groups)
    is_drawn = any(words.has_chart(scores) for group in overview.groups for _category, scores in group.categories)
    notes = [first, second, *([words.chart_note(overview.factor_set)] if is_drawn else [])]
    return Document(
        overview.factor_set,
        (overview.factor_set.title,),
        head=(),
        body=(
            *_side_by_side(overview),
            *(groups or (Text((words.evaluations_text(0),)),)),
            *(replace(note, on=Medium.TEXT) for note in soft([*scale_notes(overview.factor_set), first])),
            Text((second,), on=Medium.TEXT),
            Section(_("How to read this"), listing(map(Point, notes)), on=Medium.PAGE),
        ),
    )


def _side_by_side(overview: Overview) -> Iterator[Section]:
    """Yield the scores of several groups side by side."""
    if len(overview.groups) > 1:
        names = tuple(words.group_name(overview, group) for group in overview.groups)
        heads = (_("Category"), words.groups_name(overview), _("Median"))
        scores = side_by_side(heads, names, _rows(overview), are_years=overview.by is Axis.DATE)
        yield Section(_("Side by side"), (Text((words.how_compared(),)), scores))


def _rows(overview: Overview) -> Iterator[Row]:
    """Yield the median score of each category, and of all factors together, in each group."""
    display = overview.factor_set.display
    for pairs in zip(*(group.categories for group in overview.groups), strict=True):
        found = [scores for _category, scores in pairs]
        medians = (Score(scores.median, words.middle_text(scores, display), display=display) for scores in found)
        middle_halves = ((scores.quartiles[1], scores.quartiles[3]) if scores.quartiles else None for scores in found)
        yield Row(category_name(pairs[0][0]), tuple(medians), ranges=tuple(middle_halves))


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
    lying = (_("Lowest"), _("Quarter"), _("Median"), _("3 quarters"), _("Highest"))
    rows: list[tuple[Cell, ...]] = []
    lines: list[tuple[Cell, ...]] = []
    for category, scores in group.categories:
        found = scores.quartiles if scores.are_several else ()
        figures: list[Cell] = [Score(score, display=display) for score in found] or [""] * len(lying)
        mean = Score(scores.mean, display=display)
        rows.append((category_name(category), mean, *figures, words.scored(scores, group)))
        lines.append(_lines(scores, group, display))
    heads = (_("Category"), _("Mean"), *lying, _("With a score"))
    return Table(heads, tuple(rows), lines=tuple(lines), on=Medium.TEXT)


def _lines(scores: ScoreRange, group: Group, display: Display | None) -> tuple[Cell, ...]:
    mean = Score(scores.mean, words.scored(scores, group), _("mean {score}"), display)
    return (mean, *filter(None, [words.range_text(scores, display)]))


def _card(category: Category | None, scores: ScoreRange, group: Group, display: Display | None) -> Card:
    average = _("on average ({count})").format(count=words.scored(scores, group))
    card = Card(category_name(category), Score(scores.mean, display=display), average, is_total=category is None)
    card = card._replace(explained=words.range_text(scores, display))
    if not words.has_chart(scores):
        return card
    return card._replace(bins=scores.bins, bins_text=words.spread_text(scores, display))

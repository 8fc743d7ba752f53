"""A factor set as a document: a list with ids for writers of scripts, or a questionnaire on paper for partners."""

from collections.abc import Iterable, Iterator
from itertools import count

from werkzaam.documents.blocks import (
    Block,
    Boxes,
    Document,
    Fields,
    Medium,
    Point,
    Points,
    Section,
    Text,
    listing,
    soft,
)
from werkzaam.documents.figures import Table
from werkzaam.domain.factor_set import Factor, FactorSet, Option
from werkzaam.language import _, ngettext
from werkzaam.visible import visible
from werkzaam.wording.factors import (
    condition_text,
    factor_text,
    meaning,
    option_text,
    place_in_source,
    question_text,
    source_text,
    tick_request,
)
from werkzaam.wording.filling_in import how_long, may_stay_open, meanings, return_to
from werkzaam.wording.notes import request
from werkzaam.wording.scoring import how_scored


def factor_list(factor_set: FactorSet) -> Document:
    """Return a list of all factors, conditions, options and perspectives, each with its id in brackets."""
    numbers = count(1)
    perspectives = (Point(f"{visible(item.name)} ({item.id})") for item in factor_set.perspectives)
    categories = (
        Section(
            f"{visible(category.name)} ({category.id})",
            (Points(tuple(_factor(item, next(numbers), factor_set) for item in category.factors)),),
        )
        for category in factor_set.categories
    )
    answers = _options(factor_set.usual_scale, factor_set, has_conditions=factor_set.has_conditions)
    source = (Text((source_text(factor_set.source),)),) if factor_set.source else ()
    return Document(
        factor_set,
        (factor_set.title,),
        head=(_size(factor_set), *_introduction(factor_set), *source),
        body=(
            *categories,
            Section(_("Answers"), listing(map(Point, answers))),
            Section(_("Perspectives"), listing(perspectives)),
        ),
    )


def _size(factor_set: FactorSet) -> Text:
    conditions = sum(len(factor.conditions) for factor in factor_set.factors)
    categories, factors = len(factor_set.categories), len(factor_set.factors)
    size = [
        ngettext("{count} category", "{count} categories", categories).format(count=categories),
        ngettext("{count} factor", "{count} factors", factors).format(count=factors),
    ]
    if conditions:
        size.append(ngettext("{count} condition", "{count} conditions", conditions).format(count=conditions))
    version = _("version {number}").format(number=factor_set.version)
    return Text((f"{factor_set.id}, {version}", ", ".join(size)))


def _introduction(factor_set: FactorSet) -> tuple[Text, ...]:
    return (Text((factor_set.introduction,)),) if factor_set.introduction else ()


def _factor(factor: Factor, number: int, factor_set: FactorSet) -> Point:
    conditions = (f"{condition_text(item, factor, full=False)} ({item.id})" for item in factor.conditions)
    is_own = factor.scale != factor_set.usual_scale
    answers = _options(factor.scale, factor_set, has_conditions=bool(factor.conditions)) if is_own else ()
    return Point(f"{factor_text(factor)} ({factor.id})", number=f"{number}.", parts=(*conditions, *answers))


def _options(options: Iterable[Option], factor_set: FactorSet, *, has_conditions: bool) -> list[str]:
    return [
        f"{visible(option.name)} ({option.id}): {meaning(option, factor_set.display, has_conditions=has_conditions)}"
        for option in options
    ]


def questionnaire(factor_set: FactorSet) -> Document:
    """Return a questionnaire for paper: boxes to tick, room for notes, and behind it a sheet for the score."""
    numbers = count(1)
    fields: list[tuple[str, tuple[str, ...]]] = [(_("Collaboration"), ()), (_("Date"), ()), (return_to(), ())]
    if factor_set.perspectives:
        fields.append((_("Filled in by"), tuple(item.name for item in factor_set.perspectives)))
    categories = (
        Section(
            category.name,
            (
                *soft([category.help or ""]),
                *(_question(factor, next(numbers), factor_set) for factor in category.factors),
            ),
        )
        for category in factor_set.categories
    )
    source = (Text((source_text(factor_set.source),), on=Medium.MARKUP),) if factor_set.source else ()
    rules = listing(map(Point, how_scored(factor_set)))
    return Document(
        factor_set,
        (factor_set.title,),
        head=(
            *_introduction(factor_set),
            Text((f"{how_long(factor_set)} {may_stay_open()} {request()}",)),
            Fields(tuple(fields)),
            *soft([" · ".join(meanings(factor_set))]),
            Text((question_text(factor_set.question),), "ask"),
        ),
        body=(
            *categories,
            *source,
            Section(_("How the score is made"), (_score_sheet(factor_set), *rules), "supplement"),
        ),
    )


def _question(factor: Factor, number: int, factor_set: FactorSet) -> Section:
    source = "".join(place_in_source(factor))
    return Section(factor_text(factor), tuple(_to_fill_in(factor, factor_set)), "factor", number, source)


def _to_fill_in(factor: Factor, factor_set: FactorSet) -> Iterator[Block]:
    yield from soft([factor.help or ""])
    is_explained = factor.scale == factor_set.usual_scale
    yield Boxes(tuple(option.name if is_explained else option_text(option) for option in factor.scale))
    if factor.conditions:
        conditions = (condition_text(item, factor, full=True) for item in factor.conditions)
        yield Boxes(tuple(conditions), heads=(_("missing"), tick_request(factor)))
    yield Fields(((_("Note"), ()),), "note")


def _score_sheet(factor_set: FactorSet) -> Table:
    heads = (_("Category"), _("Sum of the numbers"), _("How many have a number"), _("Sum divided by how many"))
    names = [*(category.name for category in factor_set.categories), _("All factors together")]
    return Table(heads, tuple((name, "", "", "") for name in names), "sheet")

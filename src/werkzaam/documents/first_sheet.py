"""The first sheet of a report, to have on the table: as much as fits one A4; the rest goes to the supplement."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from werkzaam.documents import paper
from werkzaam.documents.blocks import Block, Medium, Point, Points, Section, Text, shown
from werkzaam.documents.figures import Table
from werkzaam.domain.evaluation import Action, is_joint
from werkzaam.domain.report import Report, Shortfall
from werkzaam.language import _
from werkzaam.wording.actions import action_details
from werkzaam.wording.factors import answer_name, factor_text

_ROWS = 3
"""The number of empty rows for agreements: more agreements are seldom kept."""
_NOTE_LINES = 4
"""The most lines of a note on the whole evaluation that is not shortened."""


class FirstSheet(NamedTuple):
    """The first sheet without its title, facts and scores."""

    note: tuple[Block, ...]
    """The note on the whole evaluation, shortened if it is long; empty if there is none."""
    sections: tuple[Section, ...]
    in_full: tuple[Section, ...]
    """For the supplement: full versions of what the sheet shortens, except missing factors, listed there anyway."""


def first_sheet(report: Report, scores: Section, today: date) -> FirstSheet:
    """Return as much of a report as fits beside the scores; `today` decides which actions are overdue.

    If not everything fits, factors in place are cut first, then agreements, then missing factors; each list loses its
    last items. If the scores leave too little room, the lists may fill the next sheet instead.
    """
    boxes = Points(tuple(map(_box, report.missing)), kind="boxes")
    agreed = Points(tuple(_action(action, today) for action in report.evaluation.actions))
    in_place = Points(tuple(Point(factor_text(item.factor)) for item in report.in_place), kind="names")
    note = _note(report.evaluation.note or "")
    lists = (boxes, agreed, in_place)
    kept = paper.shared_out(_room(report, scores, note, lists), [each.points for each in lists])
    begin, agree, place = (_as_far_as_it_fits(*pair) for pair in zip(lists, kept, strict=True))
    is_of_all = is_joint(report.factor_set, report.evaluation)
    sections = (
        Section(_("What is in place?"), place),
        Section(_("What do we take up?") if is_of_all else _("What do you take up?"), agree or (_room_to_write(),)),
    )
    return FirstSheet(
        note,
        (*sections, _beginning(begin, is_of_all=is_of_all)),
        tuple(map(_in_full, (Section(_("Note on the whole"), note), *sections))),
    )


def _room(report: Report, scores: Section, note: Sequence[Block], lists: Sequence[Points]) -> Fraction:
    """Return how many lines the lists may take: those left on the sheet, or on the next one if these are too few."""
    noted = sum(paper.lines(part) for text in shown(note, Medium.PAGE) if isinstance(text, Text) for part in text.parts)
    facts, request = 1, 1
    above = paper.title_lines(report.evaluation.collaboration) + facts + noted + paper.score_lines(scores)
    to_write = 0 if report.evaluation.actions else _ROWS * paper.ROW_TO_WRITE + 1
    room = Fraction(paper.SHEET - len(lists) * paper.HEADING - request - to_write)
    return room if room - above < paper.least_lines(each.points for each in lists) else room - above


def _note(note: str) -> tuple[Block, ...]:
    if paper.lines(note) <= _NOTE_LINES:
        return (Text((note,), "note"),) if note else ()
    return _cut(Text((note,), "note"), Text((paper.shortened(note),), "note"))


def _as_far_as_it_fits(whole: Points, kept: Sequence[Point]) -> tuple[Block, ...]:
    """Return a list with the kept items alone in print, and with all of them in other media."""
    if whole.points == tuple(kept):
        return (whole,) if kept else ()
    return _cut(whole, replace(whole, points=tuple(kept)), len(whole.points) - len(kept))


def _cut(whole: Block, short: Block, left_out: int = 0) -> tuple[Block, ...]:
    """Return the short block with a pointer to the supplement for print, and the whole one for other media."""
    more = _("And {count} more: see the supplement.").format(count=left_out)
    pointer = Text((more if left_out else _("In full: see the supplement."),), "soft", on=Medium.PRINT)
    return replace(whole, on=~Medium.PRINT), replace(short, on=Medium.PRINT), pointer


def _in_full(section: Section) -> Section:
    """Return a section for the supplement with the full version of each block that the sheet shortens."""
    whole = (block for block in section.blocks if block.on == ~Medium.PRINT)
    return replace(section, blocks=tuple(replace(block, on=Medium.PRINT) for block in whole))


def _room_to_write() -> Table:
    """Return an empty table to write agreements in, for an evaluation that has none."""
    return Table((_("What"), _("Who"), _("When")), (("", "", ""),) * _ROWS, "sheet", on=Medium.DOCUMENT)


def _beginning(boxes: tuple[Block, ...], *, is_of_all: bool) -> Section:
    """Return the missing factors by name, in the set's order: which of them comes first is for users to choose."""
    title = _("Where do we begin?") if is_of_all else _("Where do you begin?")
    request, nothing = (Text((_("Tick at most three."),), "soft"), Text((_("Nothing is known to be missing."),)))
    return Section(title, (request, *boxes) if boxes else (nothing,), on=Medium.DOCUMENT)


def _box(shortfall: Shortfall) -> Point:
    return Point(factor_text(shortfall.factor), answer_name(shortfall.factor, shortfall.answer))


def _action(action: Action, today: date) -> Point:
    return Point(action.what, details=tuple(action_details(action, today)), is_overdue=action.is_overdue(today))

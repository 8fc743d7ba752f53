"""The first sheet of a report, to have on the table: as much as fits one A4; the rest goes to the supplement.

How much fits is estimated in lines of 5 mm from the lengths of texts. Pages and Word differ in layout and fonts; each
number here is for the one of them that takes more room.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from werkzaam.documents.blocks import Block, Medium, Point, Points, Section, Text, shown
from werkzaam.documents.figures import Card, Cards, Table
from werkzaam.domain.evaluation import Action, is_joint
from werkzaam.domain.report import Report, Shortfall
from werkzaam.language import _
from werkzaam.visible import visible, visible_lines
from werkzaam.wording.actions import action_details
from werkzaam.wording.factors import answer_name, factor_text

_ROWS = 3
"""The number of empty rows for agreements: more agreements are seldom kept."""
_NOTE_LINES = 4
"""The most lines of a note on the whole evaluation that is not shortened."""
_SHEET = 54
"""Lines on a sheet."""
_HEADING = 2
_ROW_TO_WRITE = 2
_FEW = 3
"""The fewest items that are kept of each list, if there is room for that."""
_LONGEST = 200
"""The most characters that are kept of a text that is shortened."""
_WIDTH, _TITLE_WIDTH, _CARD_WIDTH, _CARD_NAME_WIDTH, _COUNTS_WIDTH = 85, 50, 36, 26, 28
_ROW_NAME_WIDTH, _ROW_COUNTS_WIDTH = 36, 44
_EXPLAINED_WIDTH = 100
"""Characters on a line."""
_IN_LIST, _IN_COLUMN = 110, 46
"""Characters on a line of a list item: in Word, and in one of the two columns of a page."""
_COLUMN_LINE = Fraction(3, 7)
"""How many lines each line in one of the two columns adds to the height of a list."""
_NOTHING = Fraction()
_CUT = 2
"""Lines for the remark on how many more items there are, and for columns of unequal height."""
_SIDE_BY_SIDE = 3
"""How many cards there are in a row."""
_ROW_NAME, _ROW_COUNTS, _ROW_RULE = Fraction(7, 8), Fraction(4, 5), Fraction(1, 8)
"""How high a line of a name, a line of counts and the space around them are in a row of Word."""


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
    kept = _shared_out(_room(report, scores, note, lists), [each.points for each in lists])
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
    noted = sum(_lines(part) for text in shown(note, Medium.PAGE) if isinstance(text, Text) for part in text.parts)
    facts, request = 1, 1
    title = _lines(visible(report.evaluation.collaboration), _TITLE_WIDTH) + 1
    above = title + facts + noted + _score_lines(scores)
    to_write = 0 if report.evaluation.actions else _ROWS * _ROW_TO_WRITE + 1
    room = Fraction(_SHEET - len(lists) * _HEADING - request - to_write)
    return room if room - above < _least_lines(each.points for each in lists) else room - above


def _note(note: str) -> tuple[Block, ...]:
    if _lines(note) <= _NOTE_LINES:
        return (Text((note,), "note"),) if note else ()
    return _cut(Text((note,), "note"), Text((_shortened(note),), "note"))


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


def _lines(text: str, width: int = _WIDTH) -> int:
    """Return how many lines of `width` characters a text takes; 0 if it is empty."""
    return sum(_lines_of_one(line, width) for line in visible_lines(text).split("\n")) if text else 0


def _lines_of_one(line: str, width: int) -> int:
    """Return how many lines a line takes; a word that is longer than `width`, such as a link, starts on a new one."""
    long_words = sum(len(word) > width for word in line.split(" "))
    return max(1, -(-len(line) // width)) + long_words


def _score_lines(section: Section) -> Fraction:
    """Return how many lines the scores take with their heading, as cards of a page or as rows of Word.

    On a page one card takes the full width and the others stand in rows; in Word each has a row of its own.
    """
    blocks = shown(section.blocks, Medium.PAGE)
    whole, *others = cards = [card for block in blocks if isinstance(block, Cards) for card in block.cards]
    rows = [[whole], *(others[start : start + _SIDE_BY_SIDE] for start in range(0, len(others), _SIDE_BY_SIDE))]
    explained = sum(_lines(" · ".join(block.parts), _EXPLAINED_WIDTH) for block in blocks if isinstance(block, Text))
    on_page = Fraction(sum(max(map(_card_lines, row)) for row in rows))
    return _HEADING + explained + max(on_page, sum(map(_row_lines, cards), _NOTHING))


def _list_lines(points: Sequence[Point]) -> Fraction:
    """Return how many lines a list takes in Word or in the two columns of a page, whichever is more."""
    return max(_growing(points), default=_NOTHING)


def _least_lines(lists: Iterable[Sequence[Point]], least: int = 1) -> Fraction:
    """Return how many lines lists take if `least` items are kept of each."""
    return sum((_lines_of(_first_of(points, _NOTHING, least), points) for points in lists), _NOTHING)


def _shared_out(room: Fraction, lists: Sequence[Sequence[Point]]) -> list[tuple[Point, ...]]:
    """Return the items to keep of each list if the lists share `room` lines; the last list is cut first.

    One item is kept of each list even if there is no room for it.
    """
    least = _FEW if _least_lines(lists, _FEW) <= room else 1
    kept: list[tuple[Point, ...]] = []
    for number, points in enumerate(lists, 1):
        kept.append(_first_of(points, room - _least_lines(lists[number:], least), least))
        room -= _lines_of(kept[-1], points)
    return kept


def _shortened(text: str) -> str:
    """Return a text on one line; if it is longer than `_LONGEST`, cut after a word and ended with an ellipsis."""
    line = visible(text)
    if len(line) <= _LONGEST:
        return line
    words, blank, _rest = line[:_LONGEST].rpartition(" ")
    return f"{words if blank else line[:_LONGEST]} …"


def _first_of(points: Sequence[Point], room: Fraction, least: int) -> tuple[Point, ...]:
    if _list_lines(points) <= room:
        return tuple(points)
    short = [point._replace(text=_shortened(point.text)) for point in points]
    fitting = sum(taken + _CUT <= room for taken in _growing(short))
    return tuple(short[: max(fitting, least)])


def _growing(points: Sequence[Point]) -> Iterator[Fraction]:
    """Yield for each item how many lines the list takes up to and including it."""
    texts = [visible(f"{point.line} {point.answer}") for point in points]
    below_each_other = accumulate(_lines(text, _IN_LIST) for text in texts)
    in_columns = accumulate(_lines(text, _IN_COLUMN) for text in texts)
    for long, short in zip(below_each_other, in_columns, strict=True):
        yield max(Fraction(long), short * _COLUMN_LINE)


def _lines_of(kept: Sequence[Point], points: Sequence[Point]) -> Fraction:
    """Return how many lines the kept items take, with room for a remark if others were cut."""
    return _list_lines(kept) + _CUT * (tuple(kept) != tuple(points))


def _card_lines(card: Card) -> int:
    texts = (card.name, card.counts, card.explained)
    widths = (_TITLE_WIDTH, _WIDTH, _WIDTH) if card.is_total else (_CARD_NAME_WIDTH, _COUNTS_WIDTH, _CARD_WIDTH)
    of_texts = sum(_lines(visible(text), width) for text, width in zip(texts, widths, strict=True))
    return of_texts + 1 + (card.score.display is not None)


def _row_lines(card: Card) -> Fraction:
    name, counts = _lines(visible(card.name), _ROW_NAME_WIDTH), _lines(visible(card.counts), _ROW_COUNTS_WIDTH)
    return name * _ROW_NAME + counts * _ROW_COUNTS + _ROW_RULE

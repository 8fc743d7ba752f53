"""Estimates of how much fits on a sheet of A4, in lines of 5 mm, made from the lengths of texts.

Pages and Word differ in layout and fonts; each number here is for the one of them that takes more room.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from werkzaam.documents.blocks import Medium, Point, Section, Text, shown
from werkzaam.documents.figures import Card, Cards
from werkzaam.visible import visible, visible_lines

SHEET = 54
"""Lines on a sheet."""
HEADING = 2
ROW_TO_WRITE = 2
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


def lines(text: str, width: int = _WIDTH) -> int:
    """Return how many lines of `width` characters a text takes; 0 if it is empty."""
    return sum(_lines_of_one(line, width) for line in visible_lines(text).split("\n")) if text else 0


def _lines_of_one(line: str, width: int) -> int:
    """Return how many lines a line takes; a word that is longer than `width`, such as a link, starts on a new one."""
    long_words = sum(len(word) > width for word in line.split(" "))
    return max(1, -(-len(line) // width)) + long_words


def title_lines(title: str) -> int:
    """Return how many lines the title of a document takes."""
    return lines(visible(title), _TITLE_WIDTH) + 1


def score_lines(section: Section) -> Fraction:
    """Return how many lines the scores take with their heading, as cards of a page or as rows of Word.

    On a page one card takes the full width and the others stand in rows; in Word each has a row of its own.
    """
    blocks = shown(section.blocks, Medium.PAGE)
    whole, *others = cards = [card for block in blocks if isinstance(block, Cards) for card in block.cards]
    rows = [[whole], *(others[start : start + _SIDE_BY_SIDE] for start in range(0, len(others), _SIDE_BY_SIDE))]
    explained = sum(lines(" · ".join(block.parts), _EXPLAINED_WIDTH) for block in blocks if isinstance(block, Text))
    on_page = Fraction(sum(max(map(_card_lines, row)) for row in rows))
    return HEADING + explained + max(on_page, sum(map(_row_lines, cards), _NOTHING))


def list_lines(points: Sequence[Point]) -> Fraction:
    """Return how many lines a list takes in Word or in the two columns of a page, whichever is more."""
    return max(_growing(points), default=_NOTHING)


def least_lines(lists: Iterable[Sequence[Point]], least: int = 1) -> Fraction:
    """Return how many lines lists take if `least` items are kept of each."""
    return sum((_lines_of(_cut(points, _NOTHING, least), points) for points in lists), _NOTHING)


def shared_out(room: Fraction, lists: Sequence[Sequence[Point]]) -> list[tuple[Point, ...]]:
    """Return the items to keep of each list if the lists share `room` lines; the last list is cut first.

    One item is kept of each list even if there is no room for it.
    """
    least = _FEW if least_lines(lists, _FEW) <= room else 1
    kept: list[tuple[Point, ...]] = []
    for number, points in enumerate(lists, 1):
        kept.append(_cut(points, room - least_lines(lists[number:], least), least))
        room -= _lines_of(kept[-1], points)
    return kept


def shortened(text: str) -> str:
    """Return a text on one line; if it is longer than `_LONGEST`, cut after a word and ended with an ellipsis."""
    line = visible(text)
    if len(line) <= _LONGEST:
        return line
    words, blank, _rest = line[:_LONGEST].rpartition(" ")
    return f"{words if blank else line[:_LONGEST]} …"


def _cut(points: Sequence[Point], room: Fraction, least: int) -> tuple[Point, ...]:
    if list_lines(points) <= room:
        return tuple(points)
    short = [point._replace(text=shortened(point.text)) for point in points]
    fitting = sum(taken + _CUT <= room for taken in _growing(short))
    return tuple(short[: max(fitting, least)])


def _growing(points: Sequence[Point]) -> Iterator[Fraction]:
    """Yield for each item how many lines the list takes up to and including it."""
    texts = [visible(f"{point.line} {point.answer}") for point in points]
    below_each_other = accumulate(lines(text, _IN_LIST) for text in texts)
    in_columns = accumulate(lines(text, _IN_COLUMN) for text in texts)
    for long, short in zip(below_each_other, in_columns, strict=True):
        yield max(Fraction(long), short * _COLUMN_LINE)


def _lines_of(kept: Sequence[Point], points: Sequence[Point]) -> Fraction:
    """Return how many lines the kept items take, with room for a remark if others were cut."""
    return list_lines(kept) + _CUT * (tuple(kept) != tuple(points))


def _card_lines(card: Card) -> int:
    texts = (card.name, card.counts, card.explained)
    widths = (_TITLE_WIDTH, _WIDTH, _WIDTH) if card.is_total else (_CARD_NAME_WIDTH, _COUNTS_WIDTH, _CARD_WIDTH)
    of_texts = sum(lines(visible(text), width) for text, width in zip(texts, widths, strict=True))
    return of_texts + 1 + (card.score.display is not None)


def _row_lines(card: Card) -> Fraction:
    name, counts = lines(visible(card.name), _ROW_NAME_WIDTH), lines(visible(card.counts), _ROW_COUNTS_WIDTH)
    return name * _ROW_NAME + counts * _ROW_COUNTS + _ROW_RULE

"""Render the scores of one evaluation in the terminal: bars in columns if they fit, else a list."""

from collections.abc import Sequence

from rich.text import Text

from werkzaam.documents.figures import Card, Cards, Score
from werkzaam.domain.factor_set import NOTHING, WHOLE
from werkzaam.terminal.console import Signs
from werkzaam.terminal.figures import Parts, Screen, bold, said
from werkzaam.terminal.layout import GAP, fits, in_columns, widths_of
from werkzaam.visible import visible
from werkzaam.wording.figures import half_up

_BAR = 10
"""Length of a full bar in characters."""
COLOURS = {
    "green": "color(28)",
    "yellow": "color(136)",
    "red": "color(196)",
    "blue": "color(33)",
    "magenta": "color(164)",
    "cyan": "color(30)",
}
"""Rich colour of a bar, by band colour: visible on light and dark, and the same in every terminal palette."""


def cards(block: Cards, screen: Screen) -> Parts:
    """Render scores with bars in columns; as a list if the columns do not fit or the signs are words."""
    bar = " " * (_BAR + 1 + max(_width(card.score) for card in block.cards))
    rows = ([visible(card.name), bar, card.beside, card.in_place] for card in block.cards)
    widths = widths_of([block.heads, *rows])
    has_room = fits(widths, screen.console) and not screen.signs.in_words
    if has_room:
        yield in_columns(list(map(bold, block.heads)), widths)
    for number, card in enumerate(block.cards):
        if number:
            yield ""
        yield from _card_in_columns(card, widths, screen.signs) if has_room else _card_in_lines(card, screen.signs)


def _card_in_columns(card: Card, widths: Sequence[int], signs: Signs) -> Parts:
    name = bold(card.name) if card.is_total else Text(visible(card.name))
    yield in_columns([name, _bar(card, signs), Text(card.beside), Text(card.in_place)], widths)
    yield Text(", ".join(filter(None, (visible(card.counts), card.unknown))))  # the last column has no room for it


def _card_in_lines(card: Card, signs: Signs) -> Parts:
    yield bold(card.name)
    score = Text(said(card.score, signs)) if signs.in_words else _bar(card, signs)
    yield Text.assemble(score, GAP, card.beside)
    yield Text(visible(card.counts))
    if card.explained:
        yield Text(card.explained)


def _bar(card: Card, signs: Signs) -> Text:
    score = card.score.value or NOTHING
    full = half_up(score * _BAR)
    bar = (signs.full * full, COLOURS.get(card.colour, "")), signs.empty * (_BAR - full)
    return Text.assemble(*bar, " ", (card.score.text(signs.dash).rjust(_width(card.score)), "bold"))


def _width(score: Score) -> int:
    """Return how many characters the text of `score` takes at most, whatever its value."""
    return max(len(score._replace(value=end).text()) for end in (NOTHING, WHOLE))

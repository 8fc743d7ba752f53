"""Changes of scores, and the asterisk behind a change that comes partly from answers that no longer count."""

from collections.abc import Iterable
from fractions import Fraction

from werkzaam.documents.blocks import Text
from werkzaam.documents.building import soft
from werkzaam.documents.figures import Change
from werkzaam.domain.factor_set import Category, Display
from werkzaam.language import _
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.differences import change_text, change_words


def change_of(change: Fraction | None, display: Display | None, *, knows_less: bool) -> Change:
    """Return the change of a score, with an asterisk if `knows_less` is true; empty if the change is None."""
    figure, said = change_text(change, display), change_words(change, display)
    if not knows_less:
        return Change(figure, said)
    return Change(f"{figure}*", _("{change}, but answers that counted no longer do").format(change=said))


def about_marks(marked: Iterable[tuple[Category | None, bool]]) -> tuple[Text, ...]:
    """Return the meaning of the asterisk, with the names of the scores that have one; empty if none has."""
    names = dict.fromkeys(category_name(category) for category, is_marked in marked if is_marked)
    message = _(
        "{names}: some answers that counted before no longer do: unknown, open or not applicable now. "
        "Over what counts both times the change is another."
    )
    return soft([message.format(names=", ".join(names))]) if names else ()

"""Changes of scores, and the asterisk behind a change that comes partly from answers that no longer count."""

from collections.abc import Iterable

from werkzaam.documents.blocks import Text
from werkzaam.documents.building import soft
from werkzaam.documents.figures import Change
from werkzaam.domain.difference import ScoreDifference
from werkzaam.language import _
from werkzaam.wording.comparisons import category_name
from werkzaam.wording.differences import change_text, change_words


def change_of(score: ScoreDifference) -> Change:
    """Return the change of a score, with an asterisk if less is known now; empty if it did not change from a score."""
    display = score.new.factor_set.display
    figure, said = change_text(score.change, display), change_words(score.change, display)
    if not score.knows_less:
        return Change(figure, said)
    return Change(f"{figure}*", _("{change}, but answers that counted no longer do").format(change=said))


def about_marks(scores: Iterable[ScoreDifference]) -> tuple[Text, ...]:
    """Return the meaning of the asterisk, with the names of the scores that have one; empty if none has."""
    names = dict.fromkeys(category_name(score.category) for score in scores if score.knows_less)
    message = _(
        "{names}: some answers that counted before no longer do: unknown, open or not applicable now. "
        "Over what counts both times the change is another."
    )
    return soft([message.format(names=", ".join(names))]) if names else ()

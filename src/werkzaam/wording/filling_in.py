"""What is said to a partner who fills in an evaluation without the program, on paper or on a page."""

from werkzaam.domain.factor_set import FactorSet, Option, Special
from werkzaam.language import _
from werkzaam.visible import visible
from werkzaam.wording.factors import meaning

_SECONDS = 45
"""For one question: to read it, and to answer it. A note takes as long again, and most questions get none."""
_ROUNDED = 5


def how_long(factor_set: FactorSet) -> str:
    """Return about how long it takes, in steps of five minutes."""
    minutes = -(-len(factor_set.factors) * _SECONDS // 60)
    return _("It takes about {minutes} minutes.").format(minutes=-(-minutes // _ROUNDED) * _ROUNDED)


def may_stay_open() -> str:
    """Return that not every question needs an answer."""
    return _("Answer as things are for you; what you do not want to answer stays open.")


def return_to() -> str:
    """Return what is asked where it stands who gets it back."""
    return _("Return it to")


def meanings(factor_set: FactorSet) -> list[str]:
    """Return what each answer says, in the words of the set or else of the program.

    An instrument without conditions and words for it explains only the answers that count for nothing.
    """
    explained = (
        option
        for option in factor_set.usual_scale
        if option.help or factor_set.has_conditions or isinstance(option.value, Special)
    )
    return [f"{visible(option.name)}: {_said(option, factor_set)}" for option in explained]


def _said(option: Option, factor_set: FactorSet) -> str:
    if option.help:
        return visible(option.help)
    return meaning(option, factor_set.display, has_conditions=factor_set.has_conditions)

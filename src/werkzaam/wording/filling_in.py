"""What is said to a partner who fills in an evaluation without the program, on paper or on a page."""

from werkzaam.domain.factor_set import FactorSet, Special
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


def meanings(factor_set: FactorSet) -> list[str]:
    """Return what each answer says; an instrument without conditions explains only those that count for nothing."""
    explained = (
        option
        for option in factor_set.usual_scale
        if factor_set.has_conditions or isinstance(option.value, Special)
    )
    return [
        f"{visible(option.name)}: {meaning(option, factor_set.display, has_conditions=factor_set.has_conditions)}"
        for option in explained
    ]

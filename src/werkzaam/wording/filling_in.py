"""Texts for a partner who fills in an evaluation without the program, on paper or on a page."""

from werkzaam.domain.factor_set import FactorSet, Special
from werkzaam.language import N_, _
from werkzaam.visible import visible
from werkzaam.wording.factors import meaning

NO_NAME_YET = N_("Fill in the name of the collaboration")
"""Placeholder in a new file for a collaboration's name that was not given; a later --collaboration may fill it in."""
_SECONDS = 45
"""The time to read and answer one question. A note takes as long again, but most questions get none."""
_ROUNDED = 5


def how_long(factor_set: FactorSet) -> str:
    """Return a sentence on how long filling in takes, in minutes, rounded up to a multiple of five."""
    minutes = -(-len(factor_set.factors) * _SECONDS // 60)
    return _("It takes about {minutes} minutes.").format(minutes=-(-minutes // _ROUNDED) * _ROUNDED)


def may_stay_open() -> str:
    """Return a sentence that says that not every question needs an answer."""
    return _("Answer as things are for you; what you do not want to answer stays open.")


def return_to() -> str:
    """Return the label of the field that says to whom to return the questionnaire."""
    return _("Return it to")


def meanings(factor_set: FactorSet) -> list[str]:
    """Return the meaning of each option of the usual scale, in the words of the set or else of the program.

    If no factor has conditions, an option without help is left out, unless it means “unknown” or “not applicable”.
    """
    has_conditions = factor_set.has_conditions
    said = (
        (option.name, option.help or meaning(option, factor_set.display, has_conditions=has_conditions))
        for option in factor_set.usual_scale
        if option.help or has_conditions or isinstance(option.value, Special)
    )
    return [f"{visible(name)}: {visible(text)}" for name, text in said]

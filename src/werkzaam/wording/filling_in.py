"""Texts for a partner who fills in an evaluation without the program, on paper or on a page."""

from werkzaam.domain.factor_set import FactorSet, Special
from werkzaam.language import N_, _, ngettext
from werkzaam.visible import visible
from werkzaam.wording.factors import meaning
from werkzaam.wording.notes import TOO_LONG, looks_like

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


def on_the_page() -> dict[str, str]:
    """Return the texts that are on the page from the start, by their names in its template."""
    return {
        "unscripted": _(
            "You see no more than a preview, in which nothing can be filled in. Save this page, and open it in a "
            "browser such as Chrome, Edge, Firefox or Safari."
        ),
        "privacy": _("Nothing is sent, and nothing is kept: save your answers before you close this page."),
        "go_on": _("Did you save answers earlier? Open that file to go on with it."),
        "open_saved": _("Open saved answers"),
        "is_collaboration": _("Collaboration"),
        "filled_in_by": _("Filled in by"),
        "source": _("In the source: {source}"),
        "about": _("What it is about"),
        "collaboration": _("Which collaboration is this about?"),
        "perspective": _("Who is filling this in?"),
        "date": _("Date"),
        "missing": _("Which conditions are missing?"),
        "clear": _("Clear answer"),
        "note": _("Note"),
        "whole_note": _("Something else about the collaboration?"),
        "done": _("Save and send back"),
        "how": _(
            "Save your answers as a file, and send that file to whoever gave you this page. If you cannot send files, "
            "copy them as text into a mail."
        ),
        "save": _("Save answers"),
        "as_text": _("As text"),
        "text": _("Copy all of this text into a mail, and change nothing in it."),
        "copy": _("Copy"),
        "all": _("Everything is answered"),
    }


def for_the_script() -> dict[str, str]:
    """Return the texts that the page's script shows, by their names in it; the script fills in the parts in braces."""
    return {
        "oneOpen": ngettext("{count} question is open", "{count} questions are open", 1),
        "manyOpen": ngettext("{count} question is open", "{count} questions are open", 2),
        "next": _("Next open question ({count})"),
        "oneLeft": ngettext("{count} character is left.", "{count} characters are left.", 1),
        "manyLeft": ngettext("{count} character is left.", "{count} characters are left.", 2),
        "tooLong": _(TOO_LONG),
        "nameNeeded": _("Fill in first which collaboration this is about."),
        "dateNeeded": _("Fill in the date of the evaluation first."),
        "perspectiveNeeded": _("Choose first who is filling this in."),
        "noteTooLong": _("Shorten this note first: it is too long."),
        "saved": _("Saved as {file}, where your browser puts what it downloads. Send that file back."),
        "copied": _("Copied. Paste it into a mail."),
        "copyByHand": _("The text is selected: copy it with Ctrl+C, or with the menu of your phone."),
        "replace": _("Something on this page is not saved. Open the file all the same, in its place?"),
        "opened": _("The answers are here again. Save them anew after a change."),
        "noAnswers": _("These are not answers that were saved with this page. Nothing was changed here."),
        "otherSet": _(
            "These answers belong to another questionnaire, or another version of it. Nothing was changed here."
        ),
        "agreements": _(
            "There are agreements in this file, which this page cannot keep. Ask whoever gave you the page to go on "
            "with it in werkzaam. Nothing was changed here."
        ),
        "notSaid": _("Not said"),
        "otherEvaluation": _("This page is about “{ours}”, and that file about “{theirs}”. Nothing was changed here."),
        "notOurs": _(
            "This file was changed with another program, and this page would lose some of that. Ask whoever gave you "
            "the page to go on with it in werkzaam. Nothing was changed here."
        ),
    }


def hints() -> list[tuple[str, str]]:
    """Return regular expressions for personal data in notes, each with a remark to show; `{text}` is what it found."""
    from werkzaam.domain.privacy import HINTS  # slow to load, and paper has no use for them

    return [(pattern, looks_like(kind, "{text}")) for kind, pattern in HINTS.items()]

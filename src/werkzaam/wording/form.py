"""The words of the page on which an evaluation is filled in in a browser."""

from werkzaam.domain.privacy import HINTS
from werkzaam.language import _, ngettext
from werkzaam.wording.notes import TOO_LONG
from werkzaam.wording.personal_data import looks_like


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
    return [(pattern, looks_like(kind, "{text}")) for kind, pattern in HINTS.items()]

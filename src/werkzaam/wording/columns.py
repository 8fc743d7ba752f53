"""The tables of an export in words: what its sheets and columns are called, and what stands in them."""

from collections.abc import Mapping

from werkzaam.domain.score import ConditionState, State
from werkzaam.language import _


def sheet_name(table: str) -> str:
    """Return the name of the sheet of a table."""
    return {
        "answers": _("Answers"),
        "conditions": _("Conditions"),
        "scores": _("Scores"),
        "actions": _("Agreements"),
        "factors": _("Factors"),
    }[table]


def explanation_name() -> str:
    """Return the name of the sheet that explains the columns of the other sheets."""
    return _("Explanation")


def explanation_headings() -> tuple[str, str, str, str]:
    """Return the headings of the explanation sheet: sheet, column, name in CSV and JSON Lines, and meaning."""
    return _("Sheet"), _("Column"), _("In CSV and JSON Lines"), _("What it means")


def id_heading(heading: str) -> str:
    """Return the heading of a column of ids, given the heading of the column of names beside it."""
    return _("{name} (id)").format(name=heading)


def id_meaning() -> str:
    """Return the meaning of a column of ids that has a column of names beside it."""
    return _("The id; it is the same in every language.")


def heading(table: str, column: str) -> str:
    """Return the heading of a column of a table."""
    return _("Conditions missing") if (table, column) == ("scores", "missing") else _columns()[column][0]


def meaning(table: str, column: str) -> str:
    """Return the meaning of the values in a column of a table, and of empty cells if it can have any."""
    return _special_meanings().get((table, column)) or _columns()[column][1]


def state_names() -> Mapping[str, str]:
    """Return the names of the states of a factor or a condition, by the value of the state in an export."""
    return {
        State.ANSWERED.value: _("Answered"),
        State.OPEN.value: _("Open"),
        ConditionState.IN_PLACE.value: _("In place"),
        ConditionState.MISSING.value: _("Missing"),
        ConditionState.UNKNOWN.value: _("Unknown"),
        ConditionState.NOT_APPLICABLE.value: _("Not applicable"),
        State.NOT_ASKED.value: _("Not asked"),
    }


def _columns() -> Mapping[str, tuple[str, str]]:
    """Return the heading and the meaning of each column."""
    return {
        "file": (_("File"), _("The file, as it was named or found.")),
        "collaboration": (_("Collaboration"), _("Which collaboration it is about.")),
        "date": (_("Date"), _("The day of the evaluation. A day before 1900 stands there as text.")),
        "perspective": (_("Perspective"), _("From whose side it is filled in.")),
        "factors": (_("Factor set"), _("The id of the factor set.")),
        "version": (_("Version"), _("The version of the factor set.")),
        "file_version": (
            _("Version of the file"),
            _("The version of the factor set with which the file was filled in."),
        ),
        "since": (_("Since version"), _("The version of the factor set in which it came.")),
        "category": (_("Category"), _("The category of the factor.")),
        "factor": (_("Factor"), _("The factor.")),
        "preferred": (_("Good to have"), _("Whether the factor is good to have and no more: then it enters no score.")),
        "answer": (_("Answer"), _("What was answered; empty: the factor is open.")),
        "value": (
            _("Value"),
            _(
                "What the answer counts for, from 0 to 1, after the rule for what is good to have; "
                "empty: it has no number."
            ),
        ),
        "missing": (
            _("Missing"),
            _("The conditions that are missing: all where the value is 0, those named after a partial answer."),
        ),
        "note": (_("Note"), _("The note at the answer.")),
        "state": (_("State"), _("Whether the factor is answered, unknown, not applicable, open or not asked.")),
        "condition": (_("Condition"), _("The condition.")),
        "score": (_("Score"), _("The mean of the values, from 0 to 1; empty: too few of them are known for a score.")),
        "scored": (_("Scored"), _("How many factors have a value that counts.")),
        "expected": (
            _("Expected"),
            _("How many should have one: those that are required, less those that do not apply."),
        ),
        "coverage": (_("Coverage"), _("Which share of those has one, from 0 to 1.")),
        "in_place": (_("Conditions in place"), _("How many conditions are known to be in place.")),
        "unknown": (_("Conditions unknown"), _("Of how many conditions it is not known whether they are in place.")),
        "what": (_("What was agreed"), _("What will be done.")),
        "owner": (_("Who takes it up"), _("An organisation or a role.")),
        "due": (_("By when"), _("The day by which it is to be done.")),
        "status": (_("What became of it"), _("Whether it is open, done or dropped.")),
        "overdue": (
            _("Overdue"),
            _("Whether it is open in this file, and was to be done before the day of the export."),
        ),
        "source": (_("Source"), _("Where the factor stands in the source.")),
    }


def _special_meanings() -> Mapping[tuple[str, str], str]:
    return {
        ("scores", "category"): _("The category; empty: all factors together."),
        ("actions", "factor"): _("The factor that it is about; empty: that was not said."),
        ("conditions", "preferred"): _(
            "Whether the condition, or its whole factor, is good to have and no more: then it lowers no score."
        ),
        ("conditions", "state"): _("Whether the condition is in place, missing, unknown, not applicable or not asked."),
        ("factors", "condition"): _("The condition; empty: the factor has none."),
        ("scores", "missing"): _("How many conditions are known to be missing."),
    }

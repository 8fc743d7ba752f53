"""Every kind of prompt, with keys that answer it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests import examples
from tests.domain.building import evaluation, partly
from tests.terminal.pressing import DOWN, ENTER, UP
from tests.terminal.questions import everything, question
from werkzaam.domain.actions import to_take_up
from werkzaam.domain.evaluation import Action, ActionStatus, Answer
from werkzaam.domain.questions import Command, Note
from werkzaam.domain.report import report
from werkzaam.terminal.prompts import PromptAsker

SMALL = examples.small()
POINTS = to_take_up(report(SMALL, evaluation({"team": "nee", "contact": "nee"})))
BEL = "Bel 06-12345678."
"""A text that holds personal data."""
FACTOR = question(SMALL, "team", partly())
NAMES = {f"Naam {number}": number for number in range(1, 13)}


@dataclass(frozen=True)
class Kind:
    """A prompt, and keys that answer it."""

    ask: Callable[[PromptAsker], object]
    keys: str
    reply: object


LISTS = {
    "factor": Kind(lambda asker: asker.ask_factor(question(SMALL, "team")), "n", FACTOR.factor.option("nee")),
    "answered factor": Kind(lambda asker: asker.ask_factor(FACTOR), "n", FACTOR.factor.option("nee")),
    "conditions": Kind(
        lambda asker: asker.ask_conditions(question(SMALL, "team", partly("is-vast"))), DOWN + " " + ENTER,
        ("is-vast", "is-deskundig"),
    ),
    "open": Kind(lambda asker: asker.ask_open(everything(SMALL)), DOWN * 2 + ENTER, everything(SMALL)[1]),
    "which": Kind(lambda asker: asker.ask_which(everything(SMALL), ()), UP + ENTER, everything(SMALL)[3]),
    "status": Kind(lambda asker: asker.ask_status(Action("Praten"), 1, 1), "2", ActionStatus.OPEN),
    "points": Kind(lambda asker: asker.ask_points(POINTS), DOWN + " " + ENTER, [POINTS[1]]),
    "perspective": Kind(lambda asker: asker.ask_perspective(SMALL.perspectives, can_go_back=True), "2", "samen"),
    "choice": Kind(lambda asker: asker.ask_choice("Welke?", NAMES), "3", 3),
    "personal data": Kind(lambda asker: asker.keeps_note(Note(FACTOR, BEL)), "2", reply=True),
}  # fmt: skip
TEXTS = {
    "note": Kind(
        lambda asker: asker.ask_note(FACTOR, question(SMALL, "contact", Answer("ja"))), "Samen." + ENTER,
        Note(FACTOR, "Samen."),
    ),
    "what": Kind(lambda asker: asker.ask_what(POINTS[0]), "Samen." + ENTER, "Samen."),
    "owner": Kind(lambda asker: asker.ask_owner(), "Samen." + ENTER, "Samen."),
    "due": Kind(lambda asker: asker.ask_due(date(2026, 11, 23)), "1-3-2027" + ENTER, date(2027, 3, 1)),
    "collaboration": Kind(lambda asker: asker.ask_collaboration(), "Samen." + ENTER, "Samen."),
}  # fmt: skip
PROMPTS = LISTS | TEXTS
CLOSED_BY_ESCAPE: dict[str, object] = {"conditions": Command.BACK, "note": None}
"""What a prompt gives to Escape, where it takes any."""
